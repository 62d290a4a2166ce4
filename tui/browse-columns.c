/* What the lists of the browsing view show. */
#include "config.h"

#include "tui/browse.h"
#include "core/memory.h"
#include "core/unicode.h"
#include "tui/citation-text.h"

#include <stdlib.h>
#include <string.h>

#define LAYOUT_COLUMNS_MAX 8
#define BASIS_COLUMNS 19 /* "law, secondary text" */
#define EVIDENCE_COLUMNS 13 /* "speculative *" */

/* The columns for a set of kinds; the first entry whose set holds all that are listed is taken. */
static const struct {
    KindSet kinds;
    size_t count;
    int shows[LAYOUT_COLUMNS_MAX];
    ListColumn columns[LAYOUT_COLUMNS_MAX];
} layouts[] = {
    {KIND_BIT(KIND_RISK),
     7,
     {SHOWS_TITLE, SHOWS_EFFECT, SHOWS_EVIDENCE, SHOWS_AREAS, SHOWS_AREAS, SHOWS_UNCHECKED, SHOWS_BASIS},
     {{.title = "risk"},
      {.title = "openness", .words = "effect of openness", .width = 8, .from_width = 52},
      {.title = "evidence", .width = EVIDENCE_COLUMNS, .from_width = 66},
      {.title = "area", .width = 24, .from_width = 110, .below_width = 124},
      {.title = "area", .width = 36, .from_width = 124},
      {.title = "?", .width = 1, .from_width = 30, .below_width = 82},
      {.title = "basis", .width = BASIS_COLUMNS, .from_width = 82}}},
    {KIND_BIT(KIND_OPPORTUNITY),
     7,
     {SHOWS_TITLE, SHOWS_EFFECT, SHOWS_EVIDENCE, SHOWS_AREAS, SHOWS_AREAS, SHOWS_UNCHECKED, SHOWS_BASIS},
     {{.title = "opportunity"},
      {.title = "openness", .words = "effect of openness", .width = 8, .from_width = 52},
      {.title = "evidence", .width = EVIDENCE_COLUMNS, .from_width = 66},
      {.title = "area", .width = 24, .from_width = 110, .below_width = 124},
      {.title = "area", .width = 36, .from_width = 124},
      {.title = "?", .width = 1, .from_width = 30, .below_width = 82},
      {.title = "basis", .width = BASIS_COLUMNS, .from_width = 82}}},
    {KIND_BIT(KIND_RISK) | KIND_BIT(KIND_OPPORTUNITY),
     6,
     {SHOWS_KIND, SHOWS_TITLE, SHOWS_EFFECT, SHOWS_EVIDENCE, SHOWS_UNCHECKED, SHOWS_BASIS},
     {{.title = "", .words = "kind", .width = 11, .from_width = 52},
      {.title = "title"},
      {.title = "openness", .words = "effect of openness", .width = 8, .from_width = 64},
      {.title = "evidence", .width = EVIDENCE_COLUMNS, .from_width = 78},
      {.title = "?", .width = 1, .from_width = 30, .below_width = 90},
      {.title = "basis", .width = BASIS_COLUMNS, .from_width = 90}}},
    {KIND_BIT(KIND_MITIGATION),
     4,
     {SHOWS_TITLE, SHOWS_MATURITY, SHOWS_UNCHECKED, SHOWS_BASIS},
     {{.title = "mitigation"},
      {.title = "maturity", .width = 8, .from_width = 52},
      {.title = "?", .width = 1, .from_width = 30, .below_width = 68},
      {.title = "basis", .width = BASIS_COLUMNS, .from_width = 68}}},
    {KIND_BIT(KIND_RECOMMENDATION),
     5,
     {SHOWS_TITLE, SHOWS_HORIZON, SHOWS_ACTORS, SHOWS_UNCHECKED, SHOWS_BASIS},
     {{.title = "recommendation"},
      {.title = "horizon", .width = 17, .from_width = 92},
      {.title = "to", .width = 24, .from_width = 57},
      {.title = "?", .width = 1, .from_width = 30, .below_width = 84},
      {.title = "basis", .width = BASIS_COLUMNS, .from_width = 84}}},
    {KIND_BIT(KIND_REFERENCE),
     2,
     {SHOWS_TITLE, SHOWS_YEAR},
     {{.title = "reference"}, {.title = "year", .width = 4, .right_aligned = true, .from_width = 30}}},
    {~0u,
     3,
     {SHOWS_TITLE, SHOWS_KIND, SHOWS_BASIS},
     {{.title = "title"},
      {.title = "kind", .width = 15, .from_width = 40},
      {.title = "basis", .width = BASIS_COLUMNS, .from_width = 72}}},
};

/* What --sort calls the columns. */
static const char *const sort_fields[] = {
    [SHOWS_TITLE] = "title",         [SHOWS_KIND] = "kind",         [SHOWS_EFFECT] = "effect",
    [SHOWS_EVIDENCE] = "evidence",   [SHOWS_AREAS] = "area",        [SHOWS_MATURITY] = "maturity",
    [SHOWS_HORIZON] = "horizon",     [SHOWS_ACTORS] = "actor",      [SHOWS_JURISDICTION] = "jurisdiction",
    [SHOWS_STATUS] = "status",       [SHOWS_STATUS_SHORT] = "status", [SHOWS_TREATMENT] = "treatment",
    [SHOWS_YEAR] = "year",           [SHOWS_UNCHECKED] = NULL,        [SHOWS_BASIS] = "basis",
    [SHOWS_GROUP] = NULL,            [SHOWS_GROUP_SHORT] = NULL,
};

const char *browse_sort_field(const BrowseView *browse)
{
    int column = browse->items.sort_column;
    return column < 0 || (size_t)column >= browse->items.column_count ? NULL : sort_fields[browse->columns[column]];
}

static const char *item_id(void *context, size_t row)
{
    return ((BrowseView *)context)->rows.rows[row].id;
}

/* Where it is from, or what a person who looked at it found. */
static ListCell provenance_cell(const ItemRow *item)
{
    bool paper = item->basis != NULL && strcmp(item->basis, "paper") == 0;
    switch (item->review_state) {
    case REVIEW_WRONG:
        return (ListCell){"marked wrong", STYLE_WARNING};
    case REVIEW_EARLIER:
        return (ListCell){"an earlier text", STYLE_WARNING};
    case REVIEW_CHECKED:
        return (ListCell){paper ? "paper, checked" : basis_title(item->basis), STYLE_QUIET};
    default:
        return (ListCell){basis_title(item->basis), item->unchecked ? STYLE_WARNING : STYLE_QUIET};
    }
}

bool browse_has_wrong(const BrowseView *browse)
{
    for (size_t i = 0; i < browse->rows.count; i++) {
        if (browse->rows.rows[i].review_state == REVIEW_WRONG) {
            return true;
        }
    }
    return false;
}

bool browse_has_notes(const BrowseView *browse)
{
    for (size_t i = 0; i < browse->rows.count; i++) {
        if (browse->rows.rows[i].has_note) {
            return true;
        }
    }
    return false;
}

/* The same in one character. */
static const char *provenance_mark(const ItemRow *item)
{
    return item->review_state == REVIEW_WRONG ? "!" : item->unchecked ? "?" : NULL;
}

static bool shows(const BrowseView *browse, int what, int columns)
{
    for (size_t i = 0; i < browse->items.column_count; i++) {
        if (browse->columns[i] == what && list_column_is_shown(&browse->items.columns[i], columns)) {
            return true;
        }
    }
    return false;
}

bool browse_has_thin(const BrowseView *browse, int columns)
{
    bool thin = false;
    for (size_t i = 0; i < browse->rows.count; i++) {
        thin = thin || (browse->rows.rows[i].thin_evidence && browse->rows.rows[i].evidence != NULL);
    }
    return thin && shows(browse, SHOWS_EVIDENCE, columns);
}

bool browse_has_marks(const BrowseView *browse, int columns)
{
    bool marked = false;
    for (size_t i = 0; i < browse->rows.count; i++) {
        marked = marked || provenance_mark(&browse->rows.rows[i]) != NULL;
    }
    return marked && shows(browse, SHOWS_UNCHECKED, columns);
}

/* As it is said where there is little room. */
static const char *short_status(const char *status)
{
    static const char needless[] = "applies ";
    static const struct {
        const char *whole, *brief;
    } others[] = {{"rescission announced", "to be rescinded"}, {"act partly in force", "act in part"}};
    for (size_t i = 0; status != NULL && i < sizeof others / sizeof *others; i++) {
        if (strcmp(others[i].whole, status) == 0) {
            return others[i].brief;
        }
    }
    return status != NULL && strncmp(status, needless, sizeof needless - 1) == 0 ? status + sizeof needless - 1 : status;
}

/* The strength of the evidence, with the mark of what fewer than two references support. */
static const char *evidence_words(const ItemRow *item)
{
    static const char *const thin[][2] = {{"strong", "strong *"},
                                          {"some", "some *"},
                                          {"contested", "contested *"},
                                          {"speculative", "speculative *"}};
    for (size_t i = 0; item->evidence != NULL && item->thin_evidence && i < sizeof thin / sizeof *thin; i++) {
        if (strcmp(thin[i][0], item->evidence) == 0) {
            return thin[i][1];
        }
    }
    return choice_title(item->evidence);
}

static ListCell item_cell(void *context, size_t row, size_t column)
{
    BrowseView *browse = context;
    const ItemRow *item = &browse->rows.rows[row];
    switch (browse->columns[column]) {
    case SHOWS_TITLE:
        return (ListCell){item->short_name != NULL ? item->short_name : item->title, STYLE_NORMAL};
    case SHOWS_KIND:
        return (ListCell){kind_definition(item->kind)->name, item->kind == KIND_RISK          ? STYLE_RISK
                                                             : item->kind == KIND_OPPORTUNITY ? STYLE_OPPORTUNITY
                                                                                              : STYLE_QUIET};
    case SHOWS_EFFECT:
        return (ListCell){choice_title(item->effect), STYLE_QUIET};
    case SHOWS_EVIDENCE:
        return (ListCell){evidence_words(item), STYLE_QUIET};
    case SHOWS_AREAS:
        return (ListCell){item->areas, STYLE_QUIET};
    case SHOWS_MATURITY:
        return (ListCell){choice_title(item->maturity), STYLE_QUIET};
    case SHOWS_HORIZON:
        return (ListCell){choice_title(item->horizon), STYLE_QUIET};
    case SHOWS_ACTORS:
        return (ListCell){item->actors, STYLE_QUIET};
    case SHOWS_JURISDICTION:
        return (ListCell){item->jurisdiction, STYLE_QUIET};
    case SHOWS_STATUS:
        return (ListCell){choice_title(item->status), STYLE_QUIET};
    case SHOWS_STATUS_SHORT:
        return (ListCell){short_status(choice_title(item->status)), STYLE_QUIET};
    case SHOWS_TREATMENT:
        return (ListCell){choice_title(item->treatment), STYLE_QUIET};
    case SHOWS_YEAR:
        return (ListCell){item->year, STYLE_QUIET};
    case SHOWS_UNCHECKED:
        return (ListCell){provenance_mark(item), STYLE_WARNING};
    case SHOWS_GROUP:
    case SHOWS_GROUP_SHORT:
        return browse_law_cell(browse, row, browse->columns[column] == SHOWS_GROUP_SHORT);
    default:
        return provenance_cell(item);
    }
}

/* A mark is not heard: its meaning is. */
static bool item_spoken(void *context, size_t row, size_t column, Text *text)
{
    const BrowseView *browse = context;
    const ItemRow *item = &browse->rows.rows[row];
    bool marked = browse->columns[column] == SHOWS_EVIDENCE && item->thin_evidence && item->evidence != NULL;
    if (marked) {
        text_append_format(text, "evidence: %s, thin evidence", choice_title(item->evidence));
    }
    return marked;
}

/* What a column is sorted by, as --sort does it: choices in the vocabulary's order, the rest by their letters. */
static const char *sort_text(const ItemRow *item, int shows)
{
    switch (shows) {
    case SHOWS_AREAS:
        return item->areas;
    case SHOWS_ACTORS:
        return item->actors;
    case SHOWS_JURISDICTION:
        return item->jurisdiction;
    case SHOWS_STATUS:
    case SHOWS_STATUS_SHORT:
        return item->status;
    case SHOWS_YEAR:
        return item->year;
    case SHOWS_BASIS:
        return item->basis;
    default:
        return item->short_name != NULL ? item->short_name : item->title;
    }
}

static const char *sort_choice(const ItemRow *item, int shows)
{
    switch (shows) {
    case SHOWS_EFFECT:
        return item->effect;
    case SHOWS_EVIDENCE:
        return item->evidence;
    case SHOWS_MATURITY:
        return item->maturity;
    case SHOWS_HORIZON:
        return item->horizon;
    case SHOWS_TREATMENT:
        return item->treatment;
    default:
        return NULL;
    }
}

/* The place of an item's choice among those of its field; -1: it has none. */
static int choice_place(const ItemRow *item, int shows)
{
    const FieldDefinition *field = field_find(item->kind, sort_fields[shows]);
    const char *value = sort_choice(item, shows);
    int place = 0;
    while (value != NULL && field != NULL && field->choices[place] != NULL &&
           strcmp(field->choices[place], value) != 0) {
        place++;
    }
    return value == NULL || field == NULL ? -1 : place;
}

static int compare_texts(const char *a, const char *b)
{
    if (a == NULL || b == NULL) {
        return a == b ? 0 : a == NULL ? LIST_LAST : -LIST_LAST;
    }
    char *left = text_fold(a), *right = text_fold(b);
    int order = string_compare(left, right);
    free(left);
    free(right);
    return order;
}

static int item_compare(void *context, size_t a, size_t b, size_t column)
{
    const BrowseView *browse = context;
    const ItemRow *left = &browse->rows.rows[a], *right = &browse->rows.rows[b];
    int shows = browse->columns[column];
    switch (shows) {
    case SHOWS_KIND:
        return (int)left->kind - (int)right->kind;
    case SHOWS_UNCHECKED:
        return (int)right->unchecked - (int)left->unchecked;
    case SHOWS_GROUP:
    case SHOWS_GROUP_SHORT:
        return browse_compare_law(browse, a, b);
    case SHOWS_EFFECT:
    case SHOWS_EVIDENCE:
    case SHOWS_MATURITY:
    case SHOWS_HORIZON:
    case SHOWS_TREATMENT: {
        int one = choice_place(left, shows), other = choice_place(right, shows);
        return one >= 0 && other >= 0 ? one - other
               : one == other         ? 0
               : one < 0              ? LIST_LAST
                                      : -LIST_LAST;
    }
    default:
        return compare_texts(sort_text(left, shows), sort_text(right, shows));
    }
}

static void item_text(void *context, size_t row, Text *text)
{
    const ItemRow *item = &((BrowseView *)context)->rows.rows[row];
    const char *parts[] = {item->title, item->short_name, item->summary, item->id, item->jurisdiction, item->actors};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        text_append(text, parts[i]);
        text_append_character(text, ' ');
    }
}

static bool item_marked(void *context, size_t row)
{
    return ((BrowseView *)context)->rows.rows[row].in_basket;
}

static bool item_noted(void *context, size_t row)
{
    return ((BrowseView *)context)->rows.rows[row].has_note;
}

static void narrowed(void *context)
{
    browse_follow_selection(context);
}

/* A mark has no name in the titles. */
static const char *item_column_name(void *context, size_t column)
{
    int shows = ((BrowseView *)context)->columns[column];
    return shows == SHOWS_UNCHECKED ? "what is unchecked" : NULL;
}

const ListOperations browse_item_operations = {.column_name = item_column_name,
                                               .id = item_id,
                                               .cell = item_cell,
                                               .compare = item_compare,
                                               .text = item_text,
                                               .spoken = item_spoken,
                                               .marked = item_marked,
                                               .noted = item_noted,
                                               .narrowed = narrowed};

static const char *group_id(void *context, size_t row)
{
    const char *id = ((BrowseView *)context)->group_rows[row].id;
    return id == NULL ? "" : id;
}

static ListCell group_cell(void *context, size_t row, size_t column)
{
    BrowseView *browse = context;
    const BrowseGroup *group = &browse->group_rows[row];
    if (column == 0) {
        return (ListCell){group->title, STYLE_NORMAL};
    }
    text_reset(&browse->scratch);
    text_append_format(&browse->scratch, "%zu", group->count);
    return (ListCell){browse->scratch.data, STYLE_QUIET};
}

const ListOperations browse_group_operations = {.id = group_id, .cell = group_cell, .narrowed = narrowed};

void browse_start_lists(BrowseView *browse)
{
    static const ListColumn group_columns[] = {{.title = "in"},
                                               {.title = "", .words = "items", .width = 4, .right_aligned = true}};
    size_t i = 0;
    while (browse->query.kinds == 0 ? layouts[i].kinds != ~0u : (browse->query.kinds & ~layouts[i].kinds) != 0) {
        i++;
    }
    browse->columns = layouts[i].shows;
    list_start(&browse->items, &browse_item_operations, browse, layouts[i].columns, layouts[i].count);
    list_start(&browse->groups, &browse_group_operations, browse, group_columns, 2);
    if (browse->is_law) {
        browse_set_law_columns(browse);
    }
}
