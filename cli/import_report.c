/* The report of gairo import. */
#include "cli/import_report.h"

#include "cli/console.h"
#include "core/memory.h"

#include <stdlib.h>

static const TableColumn count_columns[] = {
    {"kind", "Kind", false, false},          {"added", "Added", true, false},     {"changed", "Changed", true, false},
    {"unchanged", "Unchanged", true, false}, {"removed", "Removed", true, false}, {"refused", "Refused", true, false},
};

static size_t count_records(const ImportCounts *counts)
{
    return counts->added + counts->changed + counts->unchanged + counts->removed + counts->refused;
}

static json_t *counts_json(const ImportCounts *counts)
{
    json_t *object = json_object();

    json_put_number(object, "added", (long long)counts->added);
    json_put_number(object, "changed", (long long)counts->changed);
    json_put_number(object, "unchanged", (long long)counts->unchanged);
    json_put_number(object, "removed", (long long)counts->removed);
    json_put_number(object, "refused", (long long)counts->refused);
    return object;
}

static const char *const change_words[] = {
    [IMPORT_ADDED] = "added", [IMPORT_CHANGED] = "changed", [IMPORT_VERSION] = "changed", [IMPORT_REMOVED] = "removed"};

static json_t *changes_json(const ImportReport *report)
{
    json_t *array = json_array();

    for (size_t i = 0; i < report->change_count; i++) {
        json_t *object = json_object();

        json_put(object, "change", change_words[report->changes[i].type]);
        json_put(object, "id", report->changes[i].id);
        json_put(object, "title", report->changes[i].title);
        json_put(object, "what",
                 report->changes[i].type == IMPORT_VERSION ? "version of the source" : report->changes[i].what);
        (void)json_array_append_new(array, object);
    }
    return array;
}

static json_t *explanations_json(const ImportReport *report)
{
    json_t *array = json_array();

    for (size_t i = 0; i < report->explanation_count; i++) {
        const ImportExplanation *explanation = &report->explanations[i];
        json_t *object = json_object();

        json_put(object, "file", explanation->file);
        json_put_lines(object, "record", explanation->xml);
        json_put_lines(object, "made", explanation->native);
        json_put_list(object, "became", &explanation->outcomes);
        (void)json_array_append_new(array, object);
    }
    return array;
}

static size_t left_out_count(const ImportReport *report)
{
    size_t count = 0;

    for (size_t i = 0; i < report->left_out_count; i++)
        count += report->left_out[i].count;
    return count;
}

/* How many more there are of what the report has no room for; NULL where it has all. */
static json_t *more_json(const ImportReport *report)
{
    const struct {
        const char *list;
        size_t left;
    } lists[] = {{"joined", report->joined_left},
                 {"unresolved", left_out_count(report) - report->unresolved.count},
                 {"changes", report->changes_left}};
    json_t *object = NULL;

    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++) {
        if (lists[i].left == 0)
            continue;
        object = object ? object : json_object();
        json_put_number(object, lists[i].list, (long long)lists[i].left);
    }
    return object;
}

static void write_json(Session *session, const ImportReport *report)
{
    json_t *root = json_object(), *kinds = json_object(), *refused = json_array();
    json_t *remarks = json_array(), *skipped = json_array();

    for (int i = 0; i < KIND_COUNT; i++)
        if (count_records(&report->kinds[i]) > 0)
            (void)json_object_set_new(kinds, kind_definition((Kind)i)->name, counts_json(&report->kinds[i]));
    for (size_t i = 0; i < report->refusal_count; i++) {
        const ImportRefusal *refusal = &report->refusals[i];
        json_t *object = json_object();

        json_put(object, "file", refusal->file);
        (void)json_object_set_new(object, "line", refusal->line > 0 ? json_integer(refusal->line) : json_null());
        json_put(object, "record", refusal->record);
        json_put(object, "reason", refusal->reason);
        (void)json_array_append_new(refused, object);
    }
    for (size_t i = 0; i < report->remarks.count; i++)
        (void)json_array_append_new(remarks, json_text(report->remarks.items[i], SANITISE_LINE));
    for (size_t i = 0; i < report->skipped.count; i++)
        (void)json_array_append_new(skipped, json_text(report->skipped.items[i], SANITISE_LINE));
    if (report->joined.count > 0)
        json_put_list(root, "joined", &report->joined);
    if (report->unresolved.count > 0)
        json_put_list(root, "unresolved", &report->unresolved);
    if (report->dry_run)
        (void)json_object_set_new(root, "changes", changes_json(report));
    if (report->explanation_count > 0)
        (void)json_object_set_new(root, "explained", explanations_json(report));
    if (report->explanations_left > 0)
        json_put_number(root, "not_explained", (long long)report->explanations_left);
    json_t *more = more_json(report);
    if (more)
        (void)json_object_set_new(root, "more", more);
    (void)json_object_set_new(root, "dry_run", json_boolean(report->dry_run));
    (void)json_object_set_new(root, "kinds", kinds);
    (void)json_object_set_new(root, "refused", refused);
    (void)json_object_set_new(root, "remarks", remarks);
    (void)json_object_set_new(root, "skipped", skipped);
    session_write_json(session, root);
}

static bool write_counts(Session *session, const ImportReport *report, Error *error)
{
    Table table;

    table_init(&table, count_columns, sizeof count_columns / sizeof count_columns[0]);
    for (int i = 0; i < KIND_COUNT; i++) {
        const ImportCounts *counts = &report->kinds[i];

        if (count_records(counts) == 0)
            continue;
        table_add_row(&table);
        table_set(&table, 0, kind_definition((Kind)i)->name);
        table_set_number(&table, 1, (long)counts->added);
        table_set_number(&table, 2, (long)counts->changed);
        table_set_number(&table, 3, (long)counts->unchanged);
        table_set_number(&table, 4, (long)counts->removed);
        table_set_number(&table, 5, (long)counts->refused);
    }
    bool done =
        session->form == FORM_TABLE && table.row_count == 0 ? true : session_write_table(session, &table, "", error);
    table_free(&table);
    return done;
}

#define LINES_SHOWN 40u

/* The first lines of a list that may be long; left: how many more there were that the report has no room for. */
static void write_lines(Session *session, const char *what, const StringList *lines, size_t left)
{
    size_t shown = lines->count > LINES_SHOWN && session->table_columns > 0 ? LINES_SHOWN : lines->count;

    for (size_t i = 0; i < shown; i++) {
        char *line = string_format("%s: %s", what, lines->items[i]);
        session_write_line(session, line);
        free(line);
    }
    if (shown < lines->count)
        output_format(&session->output, "%s: and %zu more; --plain or --format json lists all\n", what,
                      lines->count - shown);
    if (left > 0)
        output_format(&session->output, "%s: and %zu more, for which the report has no room\n", what, left);
}

/* Links that were left out, counted by source and relation: there may be hundreds. With --explain, each. */
static void write_left_out(Session *session, const ImportReport *report)
{
    StringList lines = {0};

    if (report->unresolved.count < 2 || invocation_has(session->invocation, OPTION_EXPLAIN)) {
        write_lines(session, "left out", &report->unresolved, left_out_count(report) - report->unresolved.count);
        return;
    }
    for (size_t i = 0; i < report->left_out_count; i++) {
        const ImportLeftOut *group = &report->left_out[i];
        string_list_take(&lines, string_format("%s: %zu link%s \"%s\" to what is not there%s %s", group->source, group->count,
                                               plural_ending(group->count), group->relation,
                                               group->count == 1 ? "," : ", such as", group->example));
    }
    write_lines(session, "left out", &lines, 0);
    output_write(&session->output, "Each link that was left out: gairo import --explain, or --format json.\n");
    string_list_free(&lines);
}

/* What a dry run found to differ. Of a new release each record names another version: these are counted, so that what is
 * new can be seen. */
static void write_changes(Session *session, const ImportReport *report)
{
    static const char marks[] = {[IMPORT_ADDED] = '+', [IMPORT_CHANGED] = '~', [IMPORT_REMOVED] = '-'};
    StringList lines = {0};
    size_t versions = 0;

    for (size_t i = 0; i < report->change_count; i++)
        versions += report->changes[i].type == IMPORT_VERSION;
    if (versions > 0)
        string_list_take(&lines, string_format("~ %zu record%s in nothing but the version of the source that %s", versions,
                                               plural_ending(versions), versions == 1 ? "it names" : "they name"));
    for (size_t i = 0; i < report->change_count; i++) {
        const ImportChange *change = &report->changes[i];

        if (change->type == IMPORT_VERSION)
            continue;
        string_list_take(&lines, string_format("%c %s%s%s%s%s", marks[change->type], change->id,
                                               change->title ? "  " : "", change->title ? change->title : "",
                                               change->what ? ": " : "", change->what ? change->what : ""));
    }
    write_lines(session, "would differ", &lines, report->changes_left);
    string_list_free(&lines);
}

/* XML as lines: each element that begins starts one. */
static void write_xml(Session *session, const char *heading, const char *xml)
{
    session_write_line(session, heading);
    for (const char *at = xml ? xml : "(nothing)"; *at;) {
        const char *end = at + 1;

        while (*end && !(*end == '<' && end[1] != '/'))
            end++;
        char *line = string_format("    %.*s", (int)(end - at), at);
        session_write_line(session, line);
        free(line);
        at = end;
    }
}

static void write_explanations(Session *session, const ImportReport *report, size_t limit)
{
    for (size_t i = 0; i < report->explanation_count && i < limit; i++) {
        const ImportExplanation *explanation = &report->explanations[i];
        char *heading = string_format("%s, record %zu, as the reader gives it:", explanation->file, i + 1);

        write_xml(session, heading, explanation->xml);
        free(heading);
        write_xml(session, "What the stylesheet makes of it:", explanation->native);
        session_write_line(session, "What would become of it:");
        for (size_t k = 0; k < explanation->outcomes.count; k++) {
            char *line = string_format("    %s", explanation->outcomes.items[k]);
            session_write_line(session, line);
            free(line);
        }
        output_write(&session->output, "\n");
    }
    size_t shown = limit < report->explanation_count ? limit : report->explanation_count;
    size_t more = report->explanation_count - shown + report->explanations_left;

    if (report->explanation_count > 0 && more > 0)
        output_format(&session->output, "And %zu more record%s%s\n", more, plural_ending(more),
                      shown < report->explanation_count ? " (--limit N)" : ": the report has no room to explain more");
}

/* For people: counts by kind, what was passed over, and the line that sums it up. */
static bool write_report(Session *session, const ImportReport *report, bool imported, Error *error)
{
    const ImportCounts *total = &report->total;

    if (!session->quiet && !write_counts(session, report, error))
        return false;
    for (size_t i = 0; i < report->skipped.count && !session->quiet; i++) {
        char *line = string_format("skipped, no format knows it: %s", report->skipped.items[i]);
        session_write_line(session, line);
        free(line);
    }
    if (!session->quiet) {
        write_lines(session, "joined", &report->joined, report->joined_left);
        write_left_out(session, report);
        write_changes(session, report);
    }
    bool all_refused = total->refused > 0 && count_records(total) == total->refused;
    if (imported && total->refused > 0 && !all_refused && !report->dry_run)
        output_write(&session->output, "What was refused was not imported; the rest was.\n");
    if (!imported || (all_refused && !report->dry_run))
        output_write(&session->output, "Nothing was changed.\n");
    else if (report->dry_run)
        output_write(&session->output, "A dry run: nothing was changed.\n");
    output_format(&session->output, "%zu record%s: %zu added, %zu changed, %zu unchanged, %zu removed, %zu refused\n",
                  count_records(total), plural_ending(count_records(total)), total->added, total->changed, total->unchanged, total->removed, total->refused);
    return true;
}

/* Each refusal on a line of its own. */
void import_report_complain(const ImportReport *report)
{
    for (size_t i = 0; i < report->refusal_count; i++) {
        const ImportRefusal *refusal = &report->refusals[i];
        Error refused = {0};

        error_set_at(&refused, ERROR_INPUT, refusal->file, refusal->line, "%s", refusal->reason);
        char *text = error_text(&refused);
        complain("%s", text);
        free(text);
        error_clear(&refused);
    }
    if (report->total.refused > report->refusal_count)
        complain("and %zu more", report->total.refused - report->refusal_count);
}

#define EXPLAINED 3u

bool import_report_write(Session *session, const ImportReport *report, bool imported, Error *error)
{
    size_t limit;

    if (session->form == FORM_JSON) {
        write_json(session, report);
        return true;
    }
    if (session->form != FORM_TABLE)
        return write_counts(session, report, error);
    if (!invocation_limit(session->invocation, EXPLAINED, &limit, error))
        return false;
    write_explanations(session, report, limit);
    return write_report(session, report, imported, error);
}
