#include "cli/command.h"
#include "cli/interrupt.h"
#include "cli/import_report.h"
#include "cli/near.h"
#include "cli/progress.h"
#include "cli/session.h"
#include "importers/import.h"

#include <stdlib.h>

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
    size_t limit;

    if (shipped && (from || invocation->arguments.count > 0)) {
        error_set(error, ERROR_USAGE, "gairo import --shipped takes no PATH and no --from");
        return false;
    }
    if (!shipped && invocation->arguments.count == 0) {
        error_set(error, ERROR_USAGE, "gairo import needs a PATH, or --shipped; gairo import --help tells more");
        return false;
    }
    return invocation_limit(invocation, 0, &limit, error) && (!from || check_format(from, error));
}

static bool import_as_asked(Session *session, ImportReport *report, Error *error)
{
    const Invocation *invocation = session->invocation;
    Progress progress;
    ImportOptions options = {.format = invocation_value(invocation, OPTION_FROM),
                             .dry_run = invocation_has(invocation, OPTION_DRY_RUN),
                             .keep_going = invocation_has(invocation, OPTION_KEEP_GOING),
                             .explain = invocation_has(invocation, OPTION_EXPLAIN),
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
    session->fault = !imported || report.total.refused > 0;
    import_report_complain(&report);
    for (size_t i = 0; i < report.remarks.count; i++)
        session_remark(session, "%s", report.remarks.items[i]);
    done = import_report_write(session, &report, imported, error);
cleanup:
    import_report_free(&report);
    error_clear(&failure);
    return done;
}
