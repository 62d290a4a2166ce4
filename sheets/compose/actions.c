/* What follows from the items of a sheet, as tables: what to do, and what the law says and since when. */
#include "sheets/compose/table.h"
#include "sheets/compose/words.h"

#include "core/memory.h"
#include "store/consequences.h"
#include "store/law.h"

#include <stdlib.h>
#include <string.h>

#define LAW_KINDS (KIND_BIT(KIND_INSTRUMENT) | KIND_BIT(KIND_PROVISION))

/* How many laws a row of dates names; a year has few dates, and an act many parts that share them. */
#define LAWS_OF_DATE 30

/* How much of what follows for its risks the first page of a sheet takes, and how much more each other one, which tells reasons too. */
#define FOLLOWING_OF_PAGE 4
#define FOLLOWING_OF_MORE_PAGES 2

/* What follows for the risks of a sheet, and through how many of what reduces them. */
typedef struct Following {
    char *id;
    size_t weight, sequence;
    int rank; /* of a law by its state (law_state_rank()); else 0 */
} Following;

typedef struct Followings {
    Following *entries;
    size_t count;
} Followings;

/* What has ended comes last, however much it bore on. */
static int heaviest_first(const void *a, const void *b)
{
    const Following *left = a, *right = b;
    if ((left->rank == LAW_RANK_ENDED) != (right->rank == LAW_RANK_ENDED))
        return left->rank == LAW_RANK_ENDED ? 1 : -1;
    if (left->weight != right->weight)
        return left->weight > right->weight ? -1 : 1;
    return left->sequence < right->sequence ? -1 : 1;
}

/* What binds before what does not yet. */
static int binding_first(const void *a, const void *b)
{
    const Following *left = a, *right = b;
    if (left->rank != right->rank)
        return left->rank < right->rank ? -1 : 1;
    return left->sequence < right->sequence ? -1 : 1;
}

static int binding_and_heaviest_first(const void *a, const void *b)
{
    const Following *left = a, *right = b;
    return left->rank != right->rank ? binding_first(a, b) : heaviest_first(a, b);
}

static void add_following(Followings *followings, const Consequence *consequence)
{
    /* What speaks of the risk itself weighs as much as what speaks of one thing that reduces it. */
    size_t weight = consequence->through_count > 0 ? consequence->through_count : 1;
    for (size_t i = 0; i < followings->count; i++) {
        if (strcmp(followings->entries[i].id, consequence->id) != 0)
            continue;
        followings->entries[i].weight += weight;
        return;
    }
    followings->entries = memory_resize(followings->entries, followings->count + 1, sizeof *followings->entries);
    followings->entries[followings->count] =
        (Following){string_copy(consequence->id), weight, followings->count,
                    consequence->state != NULL ? law_state_rank(consequence->state) : 0};
    followings->count++;
}

static bool find_followings(Composition *composition, ConsequenceRelation relation, Followings *followings, Error *error)
{
    for (size_t i = 0; i < composition->entry_count; i++) {
        Consequences consequences = {0};
        const Item *item = composition->entries[i].item;
        if (item == NULL || item->kind != KIND_RISK)
            continue;
        if (!consequences_load(composition->store, item, &consequences, error) ||
            !consequences_add_states(composition->store, composition->as_of, &consequences, error)) {
            consequences_free(&consequences);
            return false;
        }
        for (size_t j = 0; j < consequences.count; j++)
            if (consequences.entries[j].relation == relation)
                add_following(followings, &consequences.entries[j]);
        consequences_free(&consequences);
    }
    return true;
}

/* The rows of a table. */
typedef struct Collected {
    StringList ids; /* what the user put in first */
    size_t own;     /* how many of them that is */
    size_t of;      /* how many there are in all, with those that there is no room for */
} Collected;

/* Collects the ids of the sheet's items of these kinds, and of what follows for its risks by that relation, each once. Where pages are
 * few, what the user put in stands alone; where there is none of it, the few that follow through most. */
static bool collect(Composition *composition, KindSet kinds, ConsequenceRelation relation, Collected *collected, Error *error)
{
    Followings followings = {0};
    StringList *ids = &collected->ids;
    size_t pages = composition->template->pages;
    for (size_t i = 0; i < composition->entry_count; i++) {
        const Item *item = composition->entries[i].item;
        if (item != NULL && (KIND_BIT(item->kind) & kinds) != 0)
            string_list_add(ids, item->id);
    }
    collected->own = collected->of = ids->count;
    if (ids->count > 0 && pages > 0)
        return true;
    bool ok = find_followings(composition, relation, &followings, error);
    size_t most = pages > 0 ? FOLLOWING_OF_PAGE + FOLLOWING_OF_MORE_PAGES * (pages - 1) : followings.count;
    size_t kept = followings.count < most ? followings.count : most;
    if (kept < followings.count)
        qsort(followings.entries, followings.count, sizeof *followings.entries, heaviest_first);
    if (kept > 0)
        qsort(followings.entries, kept, sizeof *followings.entries, pages > 0 ? binding_and_heaviest_first : binding_first);
    for (size_t i = 0; i < followings.count; i++) {
        if (i < kept && !string_list_contains(ids, followings.entries[i].id))
            string_list_add(ids, followings.entries[i].id);
        free(followings.entries[i].id);
    }
    collected->of = pages > 0 ? followings.count : ids->count;
    free(followings.entries);
    return ok;
}

/* The words of a table's caption: what its rows are, and what they do for the risks. */
typedef struct CaptionWords {
    const char *things; /* "Laws" */
    const char *follow; /* "bear on", and the risks follow */
    const char *most;   /* "concern most of what reduces them" */
} CaptionWords;

/* Whose rows these are: those put in, those that follow for the risks, or both; where that is not all, it says so. The caller owns it. */
static char *caption_of(const CaptionWords *words, const Collected *collected)
{
    Text caption = {0};
    text_append(&caption, words->things);
    if (collected->own == 0)
        text_append_format(&caption, " that %s the risks in this sheet", words->follow);
    else if (collected->own == collected->ids.count)
        text_append(&caption, " selected for this sheet");
    else
        text_append_format(&caption, " selected for this sheet, and others that %s its risks", words->follow);
    if (collected->ids.count < collected->of)
        text_append_format(&caption, ": the %zu of %zu that %s", collected->ids.count, collected->of, words->most);
    return text_take(&caption);
}

typedef bool RowWriter(Composition *composition, const Item *item, Error *error);

/* A table with a row for each id, or nothing where there are none. */
static bool write_rows(Composition *composition, const StringList *ids, RowWriter *write_row, Error *error)
{
    bool ok = true;
    for (size_t i = 0; ok && i < ids->count; i++) {
        Item *item = item_load(composition->store, ids->items[i], error);
        ok = item != NULL && write_row(composition, item, error);
        item_free(item);
    }
    return ok;
}

static bool write_action(Composition *composition, const Item *item, Error *error)
{
    (void)error;
    char *horizon = choice_words(item, "horizon");
    row_begin(composition, item->id);
    write_title_value(composition, item);
    row_value(composition, item->summary);
    take_value(composition, link_titles(item, "addressed-to", true, 0));
    take_value(composition, horizon);
    xml_end(&composition->writer);
    return true;
}

bool section_actions(Composition *composition, Error *error)
{
    static const TableColumnText columns[] = {{"What to do", 28}, {"In short", 42}, {"Addressed to", 18}, {"When", 12}};
    static const CaptionWords words = {"Recommendations", "answer", "call for most of what reduces them"};
    Collected collected = {0};
    bool ok = collect(composition, KIND_BIT(KIND_RECOMMENDATION), CONSEQUENCE_RECOMMENDATION, &collected, error);
    char *caption = caption_of(&words, &collected);
    if (ok && collected.ids.count > 0) {
        section_begin(composition, "actions", "What to do");
        table_begin(composition, caption, columns, sizeof columns / sizeof *columns);
        ok = write_rows(composition, &collected.ids, write_action, error);
        xml_end(&composition->writer);
        xml_end(&composition->writer);
    }
    string_list_free(&collected.ids);
    free(caption);
    return ok;
}

static bool write_law_row(Composition *composition, const Item *item, Error *error)
{
    char *now = law_state(composition->store, item, composition->as_of, error);
    char *then = now != NULL ? law_state(composition->store, item, LAW_PAPER_DATE, error) : NULL;
    if (then == NULL) {
        free(now);
        return false;
    }
    row_begin(composition, item->id);
    write_title_value(composition, item);
    char *jurisdiction = link_titles(item, "of", true, 0);
    take_value(composition, jurisdiction != NULL ? jurisdiction : link_titles(item, "part-of", true, 0));
    take_value(composition, state_words(now));
    take_value(composition, state_words(then));
    take_value(composition, choice_words(item, "treatment"));
    xml_end(&composition->writer);
    free(now);
    free(then);
    return true;
}

bool section_law(Composition *composition, Error *error)
{
    static const CaptionWords words = {"Laws", "bear on", "concern most of what reduces them"};
    Collected collected = {0};
    char *day = date_words(composition->as_of), *title = string_format("State on %s", day);
    const TableColumnText columns[] = {
        {"Law", 34}, {"Of", 20}, {title, 16}, {"State in May 2024", 14}, {"Open models", 16}};
    bool ok = collect(composition, LAW_KINDS, CONSEQUENCE_PROVISION, &collected, error);
    char *caption = caption_of(&words, &collected);
    if (ok && collected.ids.count > 0) {
        section_begin(composition, "state-of-the-law", "What the law says");
        table_begin(composition, caption, columns, sizeof columns / sizeof *columns);
        ok = write_rows(composition, &collected.ids, write_law_row, error);
        xml_end(&composition->writer);
        xml_end(&composition->writer);
    }
    string_list_free(&collected.ids);
    free(caption);
    free(title);
    free(day);
    return ok;
}

static int compare_dates(const void *a, const void *b)
{
    const LawDate *left = a, *right = b;
    int order = strcmp(left->event->date, right->event->date);
    return order != 0 ? order : left->sequence < right->sequence ? -1 : 1;
}

LawDate *law_dates(const Composition *composition, size_t *count)
{
    size_t capacity = 0;
    LawDate *dates = NULL;
    *count = 0;
    for (size_t i = 0; i < composition->entry_count; i++) {
        const Item *item = composition->entries[i].item;
        for (size_t j = 0; item != NULL && j < item->event_count; j++) {
            if (*count == capacity) {
                capacity = capacity > 0 ? 2 * capacity : 32;
                dates = memory_resize(dates, capacity, sizeof *dates);
            }
            dates[*count] = (LawDate){&item->events[j], item, *count};
            ++*count;
        }
    }
    if (*count > 0)
        qsort(dates, *count, sizeof *dates, compare_dates);
    return dates;
}

/* Whether two dates say the same of different laws: an act's parts mostly share its dates. */
static bool is_same_date(const LawDate *left, const LawDate *right)
{
    const char *text = left->event->text != NULL ? left->event->text : "";
    return strcmp(left->event->date, right->event->date) == 0 && strcmp(left->event->type, right->event->type) == 0 &&
           strcmp(text, right->event->text != NULL ? right->event->text : "") == 0;
}

/* How much of a law's title stands where many are named: "AI Act, Art. 52" of "AI Act, Art. 52: notifying a model with systemic
 * risk"; all of it where it does not begin with an act and a place in that. */
static size_t label_length(const Item *item)
{
    const char *end = strstr(item->title, ": "), *comma = strstr(item->title, ", ");
    return item->kind == KIND_PROVISION && end != NULL && comma != NULL && comma < end ? (size_t)(end - item->title)
                                                                                       : strlen(item->title);
}

/* The length of "AI Act, " of such a label; 0 where it has none. */
static size_t act_length(const Item *item)
{
    const char *comma = strstr(item->title, ", ");
    return item->kind == KIND_PROVISION && comma != NULL && comma + 2 < item->title + label_length(item)
               ? (size_t)(comma + 2 - item->title)
               : 0;
}

/* "AI Act, Art. 50, Art. 51": an act is named once for its places that follow each other. before NULL: it is the first. */
static void append_law(Text *titles, const Item *before, const Item *item)
{
    size_t act = act_length(item);
    bool same = before != NULL && act > 0 && act_length(before) == act && strncmp(before->title, item->title, act) == 0;
    char *label = string_copy_bytes(item->title + (same ? act : 0), label_length(item) - (same ? act : 0));
    text_append_format(titles, "%s%s", before == NULL ? "" : same ? ", " : "; ", label);
    free(label);
}

/* The row of a date, with all laws of which it is said. Done are marked in told. */
static void write_date(Composition *composition, const LawDate *dates, size_t index, size_t count, bool *told)
{
    const LawDate *first = &dates[index];
    const Item *before = NULL;
    Text titles = {0};
    size_t laws = 0;
    for (size_t i = index; i < count && strcmp(dates[i].event->date, first->event->date) == 0; i++) {
        if (told[i] || !is_same_date(first, &dates[i]))
            continue;
        told[i] = true;
        if (laws++ < LAWS_OF_DATE)
            append_law(&titles, before, dates[i].item);
        before = dates[i].item;
        use_source(composition, dates[i].event->source);
    }
    if (laws > LAWS_OF_DATE)
        text_append_format(&titles, "; and %zu more", laws - LAWS_OF_DATE);
    row_begin(composition, laws == 1 ? first->item->id : NULL);
    take_value(composition, date_words(first->event->date));
    take_value(composition, law_event_words(first->event, composition->as_of));
    if (laws == 1)
        row_value(composition, first->item->title);
    else
        row_value(composition, titles.data);
    text_free(&titles);
    row_value(composition, first->event->text);
    xml_end(&composition->writer);
}

bool section_dates(Composition *composition, Error *error)
{
    static const TableColumnText columns[] = {{"Date", 16}, {"What happens", 14}, {"Law", 44}, {"Note", 26}};
    size_t count;
    LawDate *dates = law_dates(composition, &count);
    (void)error;
    if (count == 0)
        return true;
    bool *told = memory_zeroed(count, sizeof *told);
    section_begin(composition, "dates", "Dates");
    table_begin(composition, "Dates of the laws in this sheet, earliest first", columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < count; i++)
        if (!told[i])
            write_date(composition, dates, i, count, told);
    xml_end(&composition->writer);
    xml_end(&composition->writer);
    free(told);
    free(dates);
    return true;
}
