/* Law in the browsing view: by region, by place, by the years of its events, by how it treats open models, by state. */
#include "config.h"

#include "tui/browse.h"

#include "core/date.h"
#include "core/memory.h"
#include "core/unicode.h"
#include "store/timeline.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define STATE_COLUMNS                                                                                                  \
    {.title = "state", .width = 15, .from_width = 40, .below_width = 92}, {.title = "state", .width = 23, .from_width = 92}
#define STATE_SHOWN SHOWS_STATUS_SHORT, SHOWS_STATUS
#define TREATMENT_COLUMN {.title = "open models", .width = 13, .from_width = 60}
#define PLACE_COLUMN {.title = "place", .width = 18, .from_width = 128}
#define BASIS_COLUMN {.title = "basis", .width = 19, .from_width = 106}
/* Of a name that comes again and again its beginning will do, where titles need the room. */
#define NAME_COLUMNS(heading)                                                                                          \
    {.title = heading, .width = 8, .from_width = 46, .below_width = 70}, {.title = heading, .width = 14, .from_width = 70}
#define NAME_SHOWN SHOWS_GROUP, SHOWS_GROUP
#define COUNT_COLUMN {.title = "", .words = "laws and provisions", .width = 4, .right_aligned = true}
#define COLUMNS_MAX 8

/* What laws are grouped by stands first, on every width that has room for it. */
static const struct {
    const char *field; /* of the facet, and of the condition */
    const char *words;
    ListColumn groups[2];
    size_t count;
    int shows[COLUMNS_MAX];
    ListColumn columns[COLUMNS_MAX];
} groupings[] = {
    {"region",
     "by region",
     {{.title = "region"}, COUNT_COLUMN},
     8,
     {NAME_SHOWN, SHOWS_TITLE, STATE_SHOWN, SHOWS_TREATMENT, SHOWS_JURISDICTION, SHOWS_BASIS},
     {NAME_COLUMNS("region"), {.title = "law"}, STATE_COLUMNS, TREATMENT_COLUMN, PLACE_COLUMN, BASIS_COLUMN}},
    {"year",
     "by date",
     {{.title = "something happens in"}, COUNT_COLUMN},
     8,
     {SHOWS_GROUP_SHORT, SHOWS_GROUP, SHOWS_TITLE, STATE_SHOWN, SHOWS_TREATMENT, SHOWS_JURISDICTION, SHOWS_BASIS},
     {{.title = "next, last", .width = 10, .from_width = 42, .below_width = 100}, {.title = "next or last event", .width = 24, .from_width = 100},
      {.title = "law"}, STATE_COLUMNS, TREATMENT_COLUMN, PLACE_COLUMN, BASIS_COLUMN}},
    {"treatment",
     "by treatment of open models",
     {{.title = "open models"}, COUNT_COLUMN},
     6,
     {SHOWS_GROUP, SHOWS_TITLE, STATE_SHOWN, SHOWS_JURISDICTION, SHOWS_BASIS},
     {{.title = "open models", .width = 13, .from_width = 46}, {.title = "law"}, STATE_COLUMNS, PLACE_COLUMN, BASIS_COLUMN}},
    {"status",
     "by state",
     {{.title = "state"}, COUNT_COLUMN},
     5,
     {SHOWS_GROUP, SHOWS_TITLE, SHOWS_TREATMENT, SHOWS_JURISDICTION, SHOWS_BASIS},
     {{.title = "state", .width = 20, .from_width = 46}, {.title = "law"}, {.title = "open models", .width = 13, .from_width = 60},
      PLACE_COLUMN, BASIS_COLUMN}},
    {"jurisdiction",
     "by place",
     {{.title = "place"}, COUNT_COLUMN},
     7,
     {NAME_SHOWN, SHOWS_TITLE, STATE_SHOWN, SHOWS_TREATMENT, SHOWS_BASIS},
     {NAME_COLUMNS("place"), {.title = "law"}, STATE_COLUMNS, TREATMENT_COLUMN, BASIS_COLUMN}},
};
#define GROUPING_COUNT (sizeof groupings / sizeof *groupings)
#define BY_REGION 0u
#define BY_DATE 1u

/* In lines what is in a group stands below its title. */
static bool load_ids(const BrowseView *browse, BrowseGroup *group, Error *error)
{
    Query query;
    bool done = !explorer_is_plain(browse->view.explorer) ||
                (browse_query(browse, group->field, group->id, &query, error) &&
                 items_selected(explorer_store(browse->view.explorer), &query, &group->ids, error));
    if (explorer_is_plain(browse->view.explorer)) {
        query_free(&query);
    }
    return done;
}

bool browse_add_law_groups(BrowseView *browse, Error *error)
{
    Facets facets = {0};
    Query query;
    const char *field = groupings[browse->law_grouping].field;
    bool done = browse_query(browse, NULL, NULL, &query, error) &&
                facets_load_one(explorer_store(browse->view.explorer), &query, NULL, field, &facets, error);
    for (size_t i = 0; done && i < facets.count; i++) {
        const Facet *facet = &facets.facets[i];
        for (size_t value = 0; done && value < facet->count; value++) {
            BrowseGroup *group =
                browse_add_group(browse, facet->values[value].value, facet->values[value].title, field);
            group->count = facet->values[value].count;
            done = load_ids(browse, group, error);
        }
    }
    facets_free(&facets);
    query_free(&query);
    return done;
}

const char *browse_law_words(const BrowseView *browse)
{
    return groupings[browse->law_grouping].words;
}

void browse_set_law_columns(BrowseView *browse)
{
    size_t by = browse->law_grouping;
    browse->groups.columns = groupings[by].groups;
    browse->columns = groupings[by].shows;
    browse->items.columns = groupings[by].columns;
    browse->items.column_count = groupings[by].count;
}

ViewFlags browse_switch_law(BrowseView *browse)
{
    browse->law_grouping = (browse->law_grouping + 1) % GROUPING_COUNT;
    list_sort_by(&browse->items, -1, false); /* another set of columns */
    browse_set_law_columns(browse);
    free(browse->group_id);
    browse->group_id = NULL;
    list_set_filter(&browse->groups, NULL);
    list_handle(&browse->groups, ACTION_FIRST);
    return VIEW_RECALCULATE;
}

void browse_law_save(const BrowseView *browse, State *state)
{
    if (browse->is_law) {
        state_put(state, "by", groupings[browse->law_grouping].field);
    }
}

void browse_law_restore(BrowseView *browse, const State *state)
{
    const char *by = state_get(state, "by");
    for (size_t i = 0; browse->is_law && by != NULL && i < GROUPING_COUNT; i++) {
        if (strcmp(groupings[i].field, by) == 0) {
            browse->law_grouping = i;
            browse_set_law_columns(browse);
        }
    }
}

void law_order_free(LawOrder *order)
{
    for (size_t i = 0; i < order->count; i++) {
        free(order->words[i]);
    }
    free(order->words);
    free(order->ranks);
    *order = (LawOrder){0};
}

typedef struct IndexedRow {
    const char *id;
    size_t row;
} IndexedRow;

static int compare_indexed(const void *a, const void *b)
{
    return strcmp(((const IndexedRow *)a)->id, ((const IndexedRow *)b)->id);
}

/* The rows by id, to be found by find_row(). The caller frees it. */
static IndexedRow *index_rows(const ItemRows *rows)
{
    IndexedRow *index = memory_zeroed(rows->count + 1, sizeof *index);
    for (size_t i = 0; i < rows->count; i++) {
        index[i] = (IndexedRow){rows->rows[i].id, i};
    }
    qsort(index, rows->count, sizeof *index, compare_indexed);
    return index;
}

/* Which row has an id; count where none has. */
static size_t find_row(const IndexedRow *index, size_t count, const char *id)
{
    const IndexedRow *found = bsearch(&(IndexedRow){.id = id}, index, count, sizeof *index, compare_indexed);
    return found == NULL ? count : found->row;
}

/* By what comes next of each law, else by what came last: the latest first, as the years are. */
static bool find_dates(BrowseView *browse, const BrowseGroup *of, const ItemRows *rows, LawOrder *order, Error *error)
{
    Timeline timeline = {0};
    Query query;
    IndexedRow *index = index_rows(rows);
    bool done = browse_query(browse, of == NULL ? NULL : of->field, of == NULL ? NULL : of->id, &query, error) &&
                timeline_of_rows(explorer_store(browse->view.explorer), &query, rows, &timeline, error);
    query_free(&query);
    for (size_t i = 0; done && i < timeline.count; i++) {
        const TimelineEntry *entry = &timeline.entries[i];
        size_t row = find_row(index, rows->count, entry->id);
        bool later = row < rows->count && order->words[row] != NULL && i > timeline.to_come &&
                     order->ranks[row] < timeline.count - timeline.to_come;
        if (row < rows->count && !later) {
            free(order->words[row]);
            order->words[row] = string_format("%s %s", entry->date, choice_title(entry->type));
            order->ranks[row] = timeline.count - i - 1;
        }
    }
    free(index);
    timeline_free(&timeline);
    return done;
}

/* A law is in a region by its place. */
static bool find_regions(BrowseView *browse, const ItemRows *rows, LawOrder *order, Error *error)
{
    bool done = true;
    IndexedRow *index = index_rows(rows);
    for (size_t group = 1; done && group < browse->group_count; group++) {
        StringList ids = {0};
        Query query;
        done = browse_query(browse, browse->group_rows[group].field, browse->group_rows[group].id, &query, error) &&
               items_selected(explorer_store(browse->view.explorer), &query, &ids, error);
        for (size_t i = 0; i < ids.count; i++) {
            size_t row = find_row(index, rows->count, ids.items[i]);
            if (row < rows->count && order->words[row] == NULL) {
                order->words[row] = string_copy(browse->group_rows[group].title);
                order->ranks[row] = group;
            }
        }
        query_free(&query);
        string_list_free(&ids);
    }
    free(index);
    return done;
}

/* What the row itself says, in the order of the groups. */
static void find_values(const BrowseView *browse, const ItemRows *rows, LawOrder *order)
{
    const char *field = groupings[browse->law_grouping].field;
    for (size_t i = 0; i < rows->count; i++) {
        const ItemRow *row = &rows->rows[i];
        bool place = strcmp(field, "jurisdiction") == 0;
        const char *value = place ? row->jurisdiction : strcmp(field, "status") == 0 ? row->status : row->treatment;
        for (size_t group = 1; value != NULL && group < browse->group_count; group++) {
            if (strcmp(value, place ? browse->group_rows[group].title : browse->group_rows[group].id) == 0) {
                order->ranks[i] = group;
            }
        }
        order->words[i] = value == NULL ? NULL : string_copy(place ? value : choice_title(value));
    }
}

typedef struct Ranked {
    size_t rank, row;
} Ranked;

static int compare_ranked(const void *a, const void *b)
{
    const Ranked *left = a, *right = b;
    return left->rank != right->rank ? (left->rank > right->rank) - (left->rank < right->rank)
                                     : (left->row > right->row) - (left->row < right->row);
}

/* Puts rows and order in the order of the ranks; of one rank as they were. */
static void sort_rows(ItemRows *rows, LawOrder *order)
{
    size_t count = rows->count;
    Ranked *ranked = memory_zeroed(count + 1, sizeof *ranked);
    ItemRow *sorted = memory_zeroed(count + 1, sizeof *sorted);
    char **words = memory_zeroed(count + 1, sizeof *words);
    for (size_t i = 0; i < count; i++) {
        ranked[i] = (Ranked){order->ranks[i], i};
    }
    qsort(ranked, count, sizeof *ranked, compare_ranked);
    for (size_t i = 0; i < count; i++) {
        sorted[i] = rows->rows[ranked[i].row];
        words[i] = order->words[ranked[i].row];
        order->ranks[i] = ranked[i].rank;
    }
    free(rows->rows);
    free(order->words);
    free(ranked);
    rows->rows = sorted;
    order->words = words;
}

bool browse_order_law(BrowseView *browse, const BrowseGroup *of, ItemRows *rows, LawOrder *order, Error *error)
{
    bool done = true;
    if (!browse->is_law) {
        return true;
    }
    *order = (LawOrder){.words = memory_zeroed(rows->count + 1, sizeof *order->words),
                        .ranks = memory_zeroed(rows->count + 1, sizeof *order->ranks),
                        .count = rows->count};
    for (size_t i = 0; i < rows->count; i++) {
        order->ranks[i] = SIZE_MAX; /* what has nothing comes last */
    }
    if (browse->law_grouping == BY_DATE) {
        done = find_dates(browse, of, rows, order, error);
    } else if (browse->law_grouping == BY_REGION) {
        done = find_regions(browse, rows, order, error);
    } else {
        find_values(browse, rows, order);
    }
    if (done) {
        sort_rows(rows, order);
    } else {
        law_order_free(order);
    }
    return done;
}

ListCell browse_law_cell(BrowseView *browse, size_t row, bool brief)
{
    const LawOrder *order = &browse->law_order;
    const char *words = row < order->count ? order->words[row] : NULL;
    if (words == NULL) {
        return (ListCell){glyph(GLYPH_DASH), STYLE_QUIET};
    }
    bool first = row == 0 || string_compare(words, order->words[row - 1]) != 0;
    bool begins = first && browse->items.sort_column < 0 && browse->law_grouping != BY_DATE;
    text_reset(&browse->scratch);
    text_append_bytes(&browse->scratch, words, brief ? strcspn(words, " ") : strlen(words));
    return (ListCell){browse->scratch.data, begins ? STYLE_TITLE : STYLE_QUIET};
}

int browse_compare_law(const BrowseView *browse, size_t a, size_t b)
{
    const LawOrder *order = &browse->law_order;
    size_t left = a < order->count ? order->ranks[a] : SIZE_MAX, right = b < order->count ? order->ranks[b] : SIZE_MAX;
    if (left == SIZE_MAX || right == SIZE_MAX) {
        return left == right ? 0 : left == SIZE_MAX ? LIST_LAST : -LIST_LAST;
    }
    return (left > right) - (left < right);
}
