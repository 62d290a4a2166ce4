#include "config.h"

#include "importers/load/pending.h"

#include "core/memory.h"
#include "importers/load/law-text.h"
#include "importers/load/report.h"
#include "store/joining.h"
#include "store/records.h"

#include <stdlib.h>
#include <string.h>

#define ROOM_LEFT 100u /* for links that are added */

/* Whether an item of that id is there, or will be. */
static bool exists(const Load *load, const char *id, bool *found, Error *error)
{
    Kind kind;

    if (places_contain(&load->awaited, NULL, id)) {
        *found = true;
        return true;
    }
    return store_item_kind(load->store, id, &kind, found, error);
}

static void set_target(RecordLink *link, const char *to)
{
    if (strcmp(link->to, to) != 0) {
        char *copy = string_copy(to);

        free(link->to);
        link->to = copy;
    }
}

/* The target's item: as its source's records were joined; by name where there is none of that id. */
static bool resolve(Load *load, const char *source, RecordLink *link, bool *found, Error *error)
{
    set_target(link, join_alias(&load->join, source, link->to));
    if (!exists(load, link->to, found, error))
        return false;
    bool model = strncmp(link->to, "model.", strlen("model.")) == 0;
    bool instrument = strncmp(link->to, "instrument.", strlen("instrument.")) == 0;

    if (!*found && (model || instrument)) {
        const char *named;

        if (!join_load(&load->join, load->store, error))
            return false;
        named = join_by_slug(&load->join, model ? KIND_MODEL : KIND_INSTRUMENT, link->to);

        if (named != NULL) {
            set_target(link, named);
            *found = true;
        }
    }
    return true;
}

static bool is_evidence(const Record *record, const RecordLink *link)
{
    return record->kind == KIND_INCIDENT && strcmp(link->relation, "evidence-of") == 0 &&
           (id_kinds(link->to) & KIND_BIT(KIND_FRAMEWORK_ENTRY)) != 0;
}

bool pending_take(Load *load, Record *record, bool *kept, Error *error)
{
    *kept = law_text_is(record);
    for (size_t i = 0; i < record->link_count; i++) {
        bool found = false;

        if (!resolve(load, load->source, &record->links[i], &found, error))
            return false;
        *kept = *kept || !found || is_evidence(record, &record->links[i]);
    }
    if (!*kept)
        return true;
    if (load->pending_count == load->pending_capacity) {
        load->pending_capacity = load->pending_capacity == 0 ? 64 : 2 * load->pending_capacity;
        load->pending = memory_resize(load->pending, load->pending_capacity, sizeof(*load->pending));
    }
    load->pending[load->pending_count++] =
        (PendingRecord){.record = record, .source = string_copy(load->source), .file = load->current,
                          .explanation = load->report->explanation_count};
    places_add(&load->awaited, NULL, record->id, NULL, 0);
    return true;
}

static void free_link(RecordLink *link)
{
    free(link->relation);
    free(link->to);
    free(link->text);
    free(link->citation.reference);
    free(link->citation.locator);
    free(link->citation.basis);
}

static void report_unresolved(Load *load, const Record *record, const RecordLink *link)
{
    char *line = string_format("%s:%ld: %s: the link \"%s\" leads to %s, which is not there; it was left out",
                               record->file, link->line > 0 ? link->line : record->line, record->id, link->relation,
                               link->to);

    report_unresolved_link(load->report, line);
    free(line);
}

/* Whether an earlier link says the same: names may have joined two targets. */
static bool is_repeated(const Record *record, size_t index)
{
    const RecordLink *link = &record->links[index];

    for (size_t i = 0; i < index; i++)
        if (strcmp(record->links[i].relation, link->relation) == 0 && strcmp(record->links[i].to, link->to) == 0 &&
            string_compare(record->links[i].citation.reference, link->citation.reference) == 0 &&
            string_compare(record->links[i].citation.locator, link->citation.locator) == 0)
            return true;
    return false;
}

/* Leaves out the links that lead nowhere, to the record itself, or twice to the same. */
static bool settle_links(Load *load, const PendingRecord *pending, Error *error)
{
    Record *record = pending->record;
    size_t kept = 0;

    for (size_t i = 0; i < record->link_count; i++) {
        RecordLink link = record->links[i];
        bool found = false;

        if (!resolve(load, pending->source, &link, &found, error)) {
            record->links[i] = link;
            return false;
        }
        record->links[i] = link;
        if (!found)
            report_unresolved(load, record, &link);
        record->links[kept] = link;
        if (found && strcmp(link.to, record->id) != 0 && !is_repeated(record, kept)) {
            if (kept != i)
                record->links[i] = (RecordLink){0};
            kept++;
        } else {
            free_link(&link);
            record->links[kept] = (RecordLink){0};
            if (kept != i)
                record->links[i] = (RecordLink){0};
        }
    }
    record->link_count = kept;
    return true;
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

static bool title_or_id(Load *load, const char *id, char **title, Error *error)
{
    Error failure = {0};

    *title = title_of_records(load->store, id, &failure);
    if (error_is_set(&failure)) {
        error_set_at(error, failure.code, failure.file, failure.line, "%s", failure.message);
        error_clear(&failure);
        return false;
    }
    if (*title == NULL)
        *title = string_copy(id);
    return true;
}

static bool sorted_load(Load *load, const RecordLink *link, Sorted *sorted, Error *error)
{
    return title_or_id(load, link->to, &sorted->entry, error) &&
           title_or_id(load, link->citation.reference, &sorted->sorter, error) &&
           crosswalk_risks(load->store, link->to, &sorted->risks, error);
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

static bool add_crosswalk(Load *load, Record *record, Error *error)
{
    size_t count = record->link_count;
    Sorted *sorted = memory_zeroed(count + 1, sizeof(*sorted));
    bool good, found = false;

    good = exists(load, "reference.gairo", &found, error);
    for (size_t i = 0; good && found && i < count; i++)
        if (is_evidence(record, &record->links[i]))
            good = sorted_load(load, &record->links[i], &sorted[i], error);
    for (size_t kind = 0; good && kind < EVIDENCE_COUNT; kind++)
        for (size_t i = 0; i < count; i++)
            for (size_t k = 0; k < sorted[i].risks.count && record->link_count < count + ROOM_LEFT; k++)
                if (strcmp(sorted[i].risks.rows[k].relation, evidence[kind].relation) == 0 &&
                    !has_evidence(record, sorted[i].risks.rows[k].risk))
                    add_evidence(record, &sorted[i], &sorted[i].risks.rows[k], &evidence[kind]);
    for (size_t i = 0; i < count; i++)
        sorted_free(&sorted[i]);
    free(sorted);
    return good;
}

bool pending_write(Load *load, Error *error)
{
    for (size_t i = 0; i < load->pending_count; i++) {
        PendingRecord *pending = &load->pending[i];

        load->explanation = pending->explanation;
        if (!settle_links(load, pending, error) || !add_crosswalk(load, pending->record, error) ||
            !law_text_link(load, pending->source, pending->record, error) ||
            !load_put_record(load, pending->source, pending->file, pending->record, error))
            return false;
        if (!load_goes_on(load)) {
            error_set(error, ERROR_CANCELLED, "stopped; nothing was imported");
            return false;
        }
    }
    return true;
}

void pending_free(Load *load)
{
    for (size_t i = 0; i < load->pending_count; i++) {
        record_free(load->pending[i].record);
        free(load->pending[i].source);
    }
    free(load->pending);
    places_free(&load->awaited);
    join_free(&load->join);
}
