#include "store/settle_evidence.h"

#include "store/joining.h"

#include "core/memory.h"

#include <stdlib.h>
#include <string.h>

static bool is_evidence(const Record *record, const RecordLink *link)
{
    return record->kind == KIND_INCIDENT && strcmp(link->relation, "evidence-of") == 0 &&
           (id_kinds(link->to) & KIND_BIT(KIND_FRAMEWORK_ENTRY)) != 0;
}

/* What an incident is to a risk, by what the risk is to the entry that the incident is sorted under. */
typedef struct Evidence {
    const char *relation; /* of the risk to the entry */
    const char *link;     /* of the incident to the risk */
    const char *words;
} Evidence;

/* The closest first: of several entries that lead to one risk, the closest counts. */
static const Evidence evidence[] = {
    {"same-as", "evidence-of", "The crosswalk here calls that entry the same as the risk"},
    {"broader", "evidence-of", "That entry is a part of the risk"},
    {"narrower", "may-be-evidence-of", "The risk is a part of that entry"},
    {"related", "related-evidence-of", "The crosswalk here calls that entry related"},
};
#define EVIDENCE_COUNT (sizeof evidence / sizeof evidence[0])

/* Whether the record says already what it is to the risk. */
static bool has_evidence(const Record *record, const char *risk)
{
    for (size_t i = 0; i < record->link_count; i++)
        if (strcmp(record->links[i].to, risk) == 0)
            return true;
    return false;
}

/* An entry that an incident is sorted under, and what is said of that. */
typedef struct Sorted {
    char *entry, *sorter; /* titles; the ids where there are none */
    CrosswalkRows risks;
} Sorted;

static bool title_or_id(Store *store, const char *id, char **title, Error *error)
{
    Error failure = {0};

    *title = title_of_records(store, id, &failure);
    if (error_is_set(&failure)) {
        error_set_at(error, failure.code, failure.file, failure.line, "%s", failure.message);
        error_clear(&failure);
        return false;
    }
    if (*title == NULL)
        *title = string_copy(id);
    return true;
}

static bool sorted_load(Store *store, const RecordLink *link, Sorted *sorted, Error *error)
{
    return title_or_id(store, link->to, &sorted->entry, error) &&
           title_or_id(store, link->citation.reference, &sorted->sorter, error) &&
           crosswalk_risks(store, link->to, &sorted->risks, error);
}

static void sorted_free(Sorted *sorted)
{
    free(sorted->entry);
    free(sorted->sorter);
    crosswalk_rows_free(&sorted->risks);
}

static void add_evidence(Record *record, const Sorted *sorted, const CrosswalkRow *row, const Evidence *kind)
{
    RecordLink *link = record_add_link(record);

    link->relation = string_copy(kind->link);
    link->to = string_copy(row->risk);
    link->text = string_format("By %s, as %s sorts it. %s%s%s", sorted->entry, sorted->sorter, kind->words,
                               row->why == NULL ? "." : ": ", row->why == NULL ? "" : row->why);
    link->citation.reference = string_copy("reference.gairo");
    link->citation.basis = string_copy("editorial");
    link->citation.locator = string_copy("crosswalk");
    link->line = record->line;
}

bool settle_evidence(Store *store, Record *record, Error *error)
{
    size_t count = record->link_count;
    Sorted *sorted = memory_zeroed(count + 1, sizeof(*sorted));
    bool good = true;

    for (size_t i = 0; good && i < count; i++)
        if (is_evidence(record, &record->links[i]))
            good = sorted_load(store, &record->links[i], &sorted[i], error);
    for (size_t kind = 0; good && kind < EVIDENCE_COUNT; kind++)
        for (size_t i = 0; i < count; i++)
            for (size_t k = 0; k < sorted[i].risks.count && record->link_count < count + SETTLE_ADDED_MAX; k++)
                if (strcmp(sorted[i].risks.rows[k].relation, evidence[kind].relation) == 0 &&
                    !has_evidence(record, sorted[i].risks.rows[k].risk))
                    add_evidence(record, &sorted[i], &sorted[i].risks.rows[k], &evidence[kind]);
    for (size_t i = 0; i < count; i++)
        sorted_free(&sorted[i]);
    free(sorted);
    return good;
}

