#include "store/sheet_check.h"

#include "core/date.h"
#include "core/memory.h"
#include "store/balance.h"
#include "store/consequences.h"
#include "store/items.h"
#include "store/law.h"

#include <stdlib.h>
#include <string.h>

void sheet_remarks_free(SheetRemarks *remarks)
{
    for (size_t i = 0; i < remarks->count; i++) {
        free(remarks->remarks[i].id);
        free(remarks->remarks[i].message);
    }
    free(remarks->remarks);
    *remarks = (SheetRemarks){0};
}

void sheet_remarks_take(SheetRemarks *remarks, const char *rule, const char *id, char *message)
{
    if (remarks->count == remarks->capacity) {
        remarks->capacity = remarks->capacity ? 2 * remarks->capacity : 16;
        remarks->remarks = memory_resize(remarks->remarks, remarks->capacity, sizeof *remarks->remarks);
    }
    remarks->remarks[remarks->count++] = (SheetRemark){rule, string_copy(id), message};
}

static void check_review(SheetRemarks *remarks, const SheetEntry *entry, const Item *item)
{
    if (item->review.state == REVIEW_WRONG || item->review.state == REVIEW_EARLIER)
        sheet_remarks_take(remarks, item->review.state == REVIEW_WRONG ? "wrong" : "changed", item->id,
             review_words(&item->review, false));
    else if (item_is_unchecked(item))
        sheet_remarks_take(remarks, "unchecked", item->id, string_copy("its words were not yet checked against the paper's text"));
    if (entry->digest && strcmp(entry->digest, item->digest) != 0)
        sheet_remarks_take(remarks, "changed", item->id,
             string_format("its text changed since it was put in on %s", entry->added ? entry->added : "an earlier day"));
}

static bool is_synthesis_alone(const Item *item)
{
    for (size_t i = 0; i < item->citation_count; i++)
        if (!item->citations[i].citation.basis || strcmp(item->citations[i].citation.basis, "editorial") != 0)
            return false;
    for (size_t i = 0; i < item->link_count; i++)
        if (item->links[i].forward && strcmp(item->links[i].relation, "supported-by") == 0)
            return false;
    return true;
}

static bool is_disputed(const Item *item)
{
    for (size_t i = 0; i < item->link_count; i++)
        if (item->links[i].forward && strcmp(item->links[i].relation, "disputed-by") == 0)
            return true;
    return false;
}

static void compare_states(SheetRemarks *remarks, const char *id, const char *law, const char *before, const char *added,
                           const char *now)
{
    if (before && now && strcmp(before, now) != 0)
        sheet_remarks_take(remarks, "law-changed", id,
             string_format("%s: %s when it was put in on %s, now %s", law, before, added ? added : "an earlier day", now));
}

/* The laws that bear on a risk, as they are known now, on both days. */
static bool check_laws_of_risk(Store *store, SheetRemarks *remarks, const SheetEntry *entry, const Item *item,
                               const char *as_of, Error *error)
{
    Consequences consequences = {0};
    if (item->kind != KIND_RISK || !entry->added || strcmp(entry->added, as_of) == 0)
        return true;
    bool done = consequences_load(store, item, &consequences, error);
    for (size_t i = 0; done && i < consequences.count; i++) {
        const Consequence *consequence = &consequences.entries[i];
        if (consequence->relation != CONSEQUENCE_PROVISION)
            continue;
        Item *law = item_load(store, consequence->id, error);
        char *before = law ? law_state(store, law, entry->added, error) : NULL;
        char *now = before ? law_state(store, law, as_of, error) : NULL;
        done = now != NULL;
        compare_states(remarks, item->id, consequence->title, before, entry->added, now);
        free(before);
        free(now);
        item_free(law);
    }
    consequences_free(&consequences);
    return done;
}

static bool check_law(Store *store, SheetRemarks *remarks, const SheetEntry *entry, const Item *item, const char *as_of,
                      Error *error)
{
    if ((item->kind != KIND_INSTRUMENT && item->kind != KIND_PROVISION) || !entry->state)
        return true;
    char *now = law_state(store, item, as_of, error);
    compare_states(remarks, item->id, "its state", entry->state, entry->added, now);
    bool done = now != NULL;
    free(now);
    return done;
}

static bool check_entry(Store *store, SheetRemarks *remarks, const SheetEntry *entry, const char *as_of,
                        size_t counts[KIND_COUNT], Error *error)
{
    if (entry->gone) {
        sheet_remarks_take(remarks, "gone", entry->id, string_format("\"%s\" is no longer in the data", entry->title));
        return true;
    }
    Item *item = item_load(store, entry->id, error);
    if (!item)
        return false;
    counts[item->kind]++;
    check_review(remarks, entry, item);
    if (is_synthesis_alone(item))
        sheet_remarks_take(remarks, "no-source", item->id,
             string_copy("it rests on our own synthesis alone; no publication supports it"));
    if (entry->depth == DEPTH_TITLE && is_disputed(item))
        sheet_remarks_take(remarks, "disputed", item->id, string_copy("a reference disputes it, and it is cut so that this is not shown"));
    bool done = check_law(store, remarks, entry, item, as_of, error) &&
                check_laws_of_risk(store, remarks, entry, item, as_of, error);
    item_free(item);
    return done;
}

static void check_sides(SheetRemarks *remarks, size_t risks, size_t opportunities)
{
    if (risks > 0 && opportunities == 0)
        sheet_remarks_take(remarks, "one-sided", NULL, string_copy("it holds risks and no opportunity"));
    else if (opportunities > 0 && risks == 0)
        sheet_remarks_take(remarks, "one-sided", NULL, string_copy("it holds opportunities and no risk"));
    else if (balance_is_one_sided((int)risks, (int)opportunities))
        sheet_remarks_take(remarks, "one-sided", NULL, string_format("it holds %zu %s and %zu %s", risks, kind_noun(KIND_RISK, risks),
                                                       opportunities, kind_noun(KIND_OPPORTUNITY, opportunities)));
}

/* Whose words leave the room: what is private by nature first. */
static void check_notes(SheetRemarks *remarks, const Sheet *sheet)
{
    SheetNotes printed = sheet_notes(sheet);
    size_t notes = sheet_note_count(sheet), annotations = 0;
    for (size_t i = 0; i < sheet->entry_count; i++)
        annotations += sheet->entries[i].remark != NULL;
    if (printed == NOTES_ALL && notes > 0)
        sheet_remarks_take(remarks, "notes", NULL,
             string_format("%zu of your notes on items %s printed with it", notes, notes == 1 ? "is" : "are"));
    if (printed != NOTES_NONE && annotations > 0)
        sheet_remarks_take(remarks, "annotated", NULL,
             string_format("%zu annotation%s of yours %s printed with it", annotations, plural_ending(annotations),
                           annotations == 1 ? "is" : "are"));
}

bool sheet_check(Store *store, const Sheet *sheet, const char *as_of, SheetRemarks *remarks, Error *error)
{
    char today[DATE_SIZE];
    size_t counts[KIND_COUNT] = {0};
    bool done = true;
    date_today(today);
    if (sheet->entry_count == 0)
        sheet_remarks_take(remarks, "empty", NULL, string_copy("there is nothing in it"));
    for (size_t i = 0; done && i < sheet->entry_count; i++)
        done = check_entry(store, remarks, &sheet->entries[i], as_of ? as_of : today, counts, error);
    if (done)
        check_sides(remarks, counts[KIND_RISK], counts[KIND_OPPORTUNITY]);
    if (done)
        check_notes(remarks, sheet);
    return done;
}
