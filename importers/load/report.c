#include "config.h"

#include "importers/load/report.h"

#include "core/memory.h"
#include "core/sanitise.h"

#include <stdlib.h>
#include <string.h>

/* The kind that an id tells. */
static bool kind_of_id(const char *id, Kind *kind)
{
    size_t length = id == NULL ? 0 : strcspn(id, ".");
    char *prefix;
    bool found;

    if (id != NULL && component_index(id) >= 0) {
        *kind = KIND_COMPONENT;
        return true;
    }
    prefix = string_copy_bytes(id == NULL ? "" : id, length);
    found = kind_parse(prefix, kind);
    free(prefix);
    return found;
}

static char *clean(const char *text)
{
    return text == NULL ? NULL : sanitise_string(text, SANITISE_LINE);
}

/* Whether the record was refused before: it counts once, whatever is wrong with it. */
static bool is_refused(const ImportReport *report, const char *file, const char *record)
{
    for (size_t i = 0; record && i < report->refusal_count; i++) {
        const ImportRefusal *refusal = &report->refusals[i];

        if (refusal->record && strcmp(refusal->record, record) == 0 && refusal->file && file &&
            strcmp(refusal->file, file) == 0)
            return true;
    }
    return false;
}

void report_refusal(ImportReport *report, ErrorCode code, const char *file, long line, const char *record,
                    const char *reason, Error *error)
{
    char *clean_reason = clean(reason);
    bool first = !is_refused(report, file, record);
    Kind kind;

    report->total.refused += first;
    if (report->explanation_count > 0) {
        char *outcome = string_format("refused: %s", reason);

        report_outcome(report, 0, outcome);
        free(outcome);
    }
    if (first && kind_of_id(record, &kind))
        report->kinds[kind].refused++;
    if (!error_is_set(error))
        error_set_at(error, code, file, line, "%s", clean_reason);
    if (report->refusal_count >= IMPORT_REFUSALS_MAX) {
        free(clean_reason);
        return;
    }
    report->refusals = memory_resize(report->refusals, report->refusal_count + 1, sizeof(*report->refusals));
    report->refusals[report->refusal_count++] =
        (ImportRefusal){.file = string_copy(file), .line = line, .record = clean(record), .reason = clean_reason};
}

static size_t *count_of(ImportCounts *counts, RecordChange change)
{
    switch (change) {
    case RECORD_ADDED:
        return &counts->added;
    case RECORD_CHANGED:
        return &counts->changed;
    case RECORD_UNCHANGED:
        break;
    }
    return &counts->unchanged;
}

void report_change(ImportReport *report, Kind kind, RecordChange change)
{
    ++*count_of(&report->kinds[kind], change);
    ++*count_of(&report->total, change);
}

void report_change_back(ImportReport *report, Kind kind, RecordChange change)
{
    --*count_of(&report->kinds[kind], change);
    --*count_of(&report->total, change);
}

void report_changed(ImportReport *report, ImportChangeType type, const char *id, const char *title, const char *what)
{
    if (report->change_count >= IMPORT_LINES_MAX) {
        report->changes_left++;
        return;
    }
    if (report->change_count == report->change_capacity) {
        report->change_capacity = report->change_capacity == 0 ? 64 : 2 * report->change_capacity;
        report->changes = memory_resize(report->changes, report->change_capacity, sizeof(*report->changes));
    }
    report->changes[report->change_count++] =
        (ImportChange){.type = type, .id = clean(id), .title = clean(title), .what = clean(what)};
}

void report_remark(ImportReport *report, const char *file, const char *text)
{
    char *line = string_format("%s%s%s", file == NULL ? "" : file, file == NULL ? "" : ": ", text);

    if (report->remarks.count < IMPORT_REMARKS_MAX && !string_list_contains(&report->remarks, line))
        string_list_add(&report->remarks, line);
    else if (report->remarks.count == IMPORT_REMARKS_MAX && !string_list_contains(&report->remarks, line))
        string_list_add(&report->remarks, "there is more of this kind, which is not listed");
    free(line);
}

void report_notice(ImportReport *report, const char *text)
{
    string_list_take(&report->remarks, clean(text));
}

void report_explanation(ImportReport *report, const char *file, const char *xml, const char *native)
{
    if (report->explanation_count >= IMPORT_EXPLANATIONS_MAX) {
        report->explanations_left++;
        return;
    }
    report->explanations =
        memory_resize(report->explanations, report->explanation_count + 1, sizeof(*report->explanations));
    report->explanations[report->explanation_count++] = (ImportExplanation){
        .file = string_copy(file), .xml = string_copy(xml), .native = string_copy(native)};
}

void report_outcome(ImportReport *report, size_t explanation, const char *line)
{
    /* The last is of another record than the one that is told of where there was no room for that. */
    size_t number = explanation != 0 ? explanation : report->explanations_left > 0 ? 0 : report->explanation_count;

    if (number > 0 && number <= report->explanation_count)
        string_list_take(&report->explanations[number - 1].outcomes, clean(line));
}

static void keep_line(StringList *list, const char *line)
{
    if (list->count < IMPORT_LINES_MAX)
        string_list_take(list, clean(line));
}

static ImportLeftOut *left_out_of(ImportReport *report, const SettledLink *link)
{
    for (size_t i = 0; i < report->left_out_count; i++) {
        ImportLeftOut *group = &report->left_out[i];

        if (strcmp(group->source, link->source) == 0 && strcmp(group->relation, link->relation) == 0)
            return group;
    }
    report->left_out = memory_resize(report->left_out, report->left_out_count + 1, sizeof(*report->left_out));
    report->left_out[report->left_out_count] =
        (ImportLeftOut){.source = clean(link->source), .relation = clean(link->relation)};
    return &report->left_out[report->left_out_count++];
}

void report_unresolved_link(ImportReport *report, const SettledLink *link)
{
    ImportLeftOut *group = left_out_of(report, link);
    char *line = string_format("%s:%ld: %s: the link \"%s\" leads to %s, which is not there; it was left out", link->file,
                               link->line, link->item, link->relation, link->target);

    if (group->count++ == 0) {
        char *example = string_format("%s:%ld: %s to %s", link->file, link->line, link->item, link->target);

        group->example = clean(example);
        free(example);
    }
    keep_line(&report->unresolved, line);
    free(line);
}

static void left_out_free(ImportReport *report)
{
    for (size_t i = 0; i < report->left_out_count; i++) {
        free(report->left_out[i].source);
        free(report->left_out[i].relation);
        free(report->left_out[i].example);
    }
    free(report->left_out);
    report->left_out = NULL;
    report->left_out_count = 0;
}

void report_unsettle(ImportReport *report)
{
    string_list_free(&report->joined);
    report->joined_left = 0;
    string_list_free(&report->unresolved);
    left_out_free(report);
}

void report_joined(ImportReport *report, const char *line)
{
    report->joined_left += report->joined.count >= IMPORT_LINES_MAX;
    keep_line(&report->joined, line);
}

void report_removal(ImportReport *report, Kind kind)
{
    report->kinds[kind].removed++;
    report->total.removed++;
}

static void take_back(ImportCounts *counts)
{
    *counts = (ImportCounts){.refused = counts->refused};
}

void report_take_back(ImportReport *report)
{
    for (size_t i = 0; i < KIND_COUNT; i++)
        take_back(&report->kinds[i]);
    take_back(&report->total);
}

void import_report_free(ImportReport *report)
{
    for (size_t i = 0; i < report->refusal_count; i++) {
        free(report->refusals[i].file);
        free(report->refusals[i].record);
        free(report->refusals[i].reason);
    }
    free(report->refusals);
    string_list_free(&report->skipped);
    string_list_free(&report->remarks);
    report_unsettle(report);
    for (size_t i = 0; i < report->explanation_count; i++) {
        free(report->explanations[i].file);
        free(report->explanations[i].xml);
        free(report->explanations[i].native);
        string_list_free(&report->explanations[i].outcomes);
    }
    free(report->explanations);
    for (size_t i = 0; i < report->change_count; i++) {
        free(report->changes[i].id);
        free(report->changes[i].title);
        free(report->changes[i].what);
    }
    free(report->changes);
    *report = (ImportReport){0};
}
