#include "cli/command.h"
#include "cli/interrupt.h"
#include "cli/near.h"
#include "cli/progress.h"
#include "cli/session.h"
#include "cli/console.h"
#include "core/memory.h"
#include "importers/import.h"

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
    if (!imported)
        output_write(&session->output, "Nothing was changed.\n");
    else if (report->dry_run)
        output_write(&session->output, "A dry run: nothing was changed.\n");
    output_format(&session->output, "%zu records: %zu added, %zu changed, %zu unchanged, %zu removed, %zu refused\n",
                  count_records(total), total->added, total->changed, total->unchanged, total->removed, total->refused);
    return true;
}

/* Each refusal on a line of its own. */
static void tell_refusals(const ImportReport *report)
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
        complain("and %zu more were refused", report->total.refused - report->refusal_count);
}

static bool should_stop(void *context)
{
    (void)context;
    return interrupt_requested();
}

/* A format that is asked for must be one. */
static bool check_format(const char *name, Error *error)
{
    ImportFormats *formats = import_formats_load(error);
    bool found = formats && import_formats_find(formats, name);

    if (formats && !found) {
        StringList names = {0};

        for (size_t i = 0; i < import_formats_count(formats); i++)
            string_list_add(&names, import_formats_at(formats, i)->name);
        char *hint = near_hint(name, "", &names);
        error_set(error, ERROR_USAGE, "there is no format '%s' to import from%s; gairo formats lists them", name, hint);
        free(hint);
        string_list_free(&names);
    }
    import_formats_free(formats);
    return found;
}

static bool check_call(const Invocation *invocation, Error *error)
{
    const char *from = invocation_value(invocation, OPTION_FROM);
    bool shipped = invocation_has(invocation, OPTION_SHIPPED);

    if (shipped && (from || invocation->arguments.count > 0)) {
        error_set(error, ERROR_USAGE, "gairo import --shipped takes no PATH and no --from");
        return false;
    }
    if (!shipped && invocation->arguments.count == 0) {
        error_set(error, ERROR_USAGE, "gairo import needs a PATH, or --shipped; gairo import --help tells more");
        return false;
    }
    return !from || check_format(from, error);
}

static bool import_as_asked(Session *session, ImportReport *report, Error *error)
{
    const Invocation *invocation = session->invocation;
    Progress progress;
    ImportOptions options = {.format = invocation_value(invocation, OPTION_FROM),
                             .dry_run = invocation_has(invocation, OPTION_DRY_RUN),
                             .progress = progress_step,
                             .context = &progress};
    bool imported;

    interrupt_watch();
    store_set_stop(session->store, should_stop, NULL);
    progress_start(&progress, "Importing", session->quiet);
    if (invocation_has(invocation, OPTION_SHIPPED))
        imported = import_shipped(session->store, &options, report, error);
    else
        imported = import_paths(session->store, &invocation->arguments, &options, report, error);
    progress_end(&progress);
    store_set_stop(session->store, NULL, NULL);
    interrupt_unwatch();
    return imported;
}

bool command_import(Session *session, Error *error)
{
    ImportReport report = {0};
    Error failure = {0};
    bool done = false;

    if (!check_call(session->invocation, error) || !session_open_store(session, USE_IMPORT, error))
        return false;
    bool imported = import_as_asked(session, &report, &failure);
    if (!imported && report.refusal_count == 0) {
        error_set_at(error, failure.code, failure.file, failure.line, "%s", failure.message);
        goto cleanup;
    }
    session->fault = !imported;
    tell_refusals(&report);
    for (size_t i = 0; i < report.remarks.count; i++)
        session_remark(session, "%s", report.remarks.items[i]);
    if (session->form == FORM_JSON) {
        write_json(session, &report);
        done = true;
    } else if (session->form == FORM_TABLE) {
        done = write_report(session, &report, imported, error);
    } else {
        done = write_counts(session, &report, error);
    }
cleanup:
    import_report_free(&report);
    error_clear(&failure);
    return done;
}
