#include "config.h"

#include "cli/session.h"

#include "cli/interrupt.h"
#include "cli/near.h"
#include "cli/progress.h"
#include "cli/console.h"
#include "core/file.h"
#include "core/memory.h"
#include "core/paths.h"
#include "importers/import.h"
#include "store/law.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LOCK_SHOWN_MILLISECONDS 250

static const char *const form_names[] = {"table", "json", "csv", "tsv"};
static const char *const color_choices[] = {"auto", "always", "never"};

/* The position of the option's value among the choices; 0 where it was not given. */
static bool choose(const Invocation *invocation, OptionId option, const char *const *choices, size_t count,
                   size_t *chosen, Error *error)
{
    const char *value = invocation_value(invocation, option);
    StringList names = {0};
    Text list = {0};

    *chosen = 0;
    if (!value)
        return true;
    for (size_t i = 0; i < count; i++) {
        if (strcmp(value, choices[i]) == 0) {
            *chosen = i;
            string_list_free(&names);
            text_free(&list);
            return true;
        }
        string_list_add(&names, choices[i]);
        text_append_format(&list, "%s%s", i == 0 ? "" : ", ", choices[i]);
    }
    char *hint = near_hint(value, "", &names);
    error_set(error, ERROR_USAGE, "--%s is one of %s, not '%s'%s", option_definition(option)->name, list.data, value,
              hint);
    free(hint);
    string_list_free(&names);
    text_free(&list);
    return false;
}

static bool set_day(Session *session, Error *error)
{
    const char *day = invocation_value(session->invocation, OPTION_AS_OF);

    session->as_of_given = day != NULL;
    if (!day) {
        date_today(session->as_of);
        return true;
    }
    if (strcmp(day, "paper") == 0)
        day = LAW_PAPER_DATE;
    if (strlen(day) != DATE_SIZE - 1 || !date_is_valid(day)) {
        error_set(error, ERROR_USAGE, "--as-of needs a day from 1900-01-01 to 2199-12-31 as YYYY-MM-DD, or 'paper' for "
                  "%s, not '%s'", LAW_PAPER_DATE, day);
        return false;
    }
    memcpy(session->as_of, day, DATE_SIZE);
    return true;
}

bool session_start(Session *session, const Invocation *invocation, Error *error)
{
    size_t form, color;

    *session = (Session){.invocation = invocation};
    if (!choose(invocation, OPTION_FORMAT, form_names, 4, &form, error) ||
        !choose(invocation, OPTION_COLOR, color_choices, 3, &color, error) || !set_day(session, error))
        return false;
    session->form = (ReportForm)form;
    session->plain = invocation_has(invocation, OPTION_PLAIN);
    session->quiet = invocation_has(invocation, OPTION_QUIET);
    session->color = !session->plain && console_wants_color(color_choices[color]);
    session->text_columns = session->plain ? 0 : console_columns();
    session->table_columns = session->plain || !console_has_output() ? 0 : console_columns();
    return true;
}

static void notice_newer_data(Session *session, bool tell)
{
    if (!import_shipped_is_newer(session->store, &session->newer_data, NULL) || !session->newer_data || !tell)
        return;
    char *version = import_shipped_version(NULL);
    session_remark(session, "newer data is shipped (%s); gairo import --shipped loads it", version ? version : "?");
    free(version);
}

bool session_open_store(Session *session, StoreUse use, Error *error)
{
    const char *given = invocation_value(session->invocation, OPTION_DB);
    char *path = given ? string_copy(given) : database_path(error);
    Progress progress;
    /* Who sits before the screen is told at once; a script may wait. */
    ImportOptions options = {.progress = progress_step,
                             .context = &progress,
                             .patience = use == USE_EXPLORE ? LOCK_SHOWN_MILLISECONDS : 0};
    Error failure = {0};
    bool opened = false;

    if (!path)
        return false;
    if (!*path) {
        error_set(error, ERROR_USAGE, "the name of the database is empty; --db needs a FILE");
        free(path);
        return false;
    }
    progress_start(&progress, "Making the database from the shipped data", session->quiet);
    interrupt_watch();
    opened = import_open_store(path, &options, &session->store, &failure);
    interrupt_unwatch();
    progress_end(&progress);
    if (opened && interrupt_requested()) {
        error_set(&failure, ERROR_CANCELLED, "stopped");
        opened = false;
    }
    if (failure.code == ERROR_CANCELLED && use == USE_IMPORT) {
        error_clear(&failure);
        error_set(&failure, ERROR_CANCELLED, "stopped; nothing was imported");
    }
    if (!opened && failure.code == ERROR_IO && use != USE_IMPORT && file_exists(path))
        opened = store_open(path, STORE_READ, &session->store, NULL);
    if (!opened)
        error_set_at(error, failure.code, failure.file, failure.line, "%s", failure.message);
    else if (use != USE_IMPORT)
        notice_newer_data(session, use == USE_READ);
    error_clear(&failure);
    free(path);
    return opened;
}

bool session_end(Session *session, Error *error)
{
    bool written = output_finish(&session->output, error);

    store_close(session->store);
    session->store = NULL;
    return written;
}

void session_remark(const Session *session, const char *format, ...)
{
    va_list values;
    char *message = NULL;

    if (session->quiet)
        return;
    va_start(values, format);
    if (vasprintf(&message, format, values) < 0)
        message = NULL;
    va_end(values);
    complain("%s", message ? message : "");
    free(message);
}

bool session_add_conditions(const Session *session, Query *query, Error *error)
{
    const StringList *conditions = &session->invocation->values[OPTION_WHERE];

    for (size_t i = 0; i < conditions->count; i++)
        if (!query_parse_condition(query, conditions->items[i], error))
            return false;
    query->as_of = string_copy(session->as_of);
    return true;
}

bool session_write_table(Session *session, const Table *table, const char *nothing, Error *error)
{
    TableLook look = {.columns = session->table_columns, .bold_titles = session->color, .titles = true};

    if (session->form == FORM_CSV)
        return table_write_csv(table, &session->output, error);
    if (session->form == FORM_TSV)
        table_write_tsv(table, &session->output);
    else if (table->row_count == 0)
        output_format(&session->output, "%s\n", nothing);
    else
        table_write(table, &look, &session->output);
    return true;
}

void session_write_line(Session *session, const char *text)
{
    char *line = console_text(text, SANITISE_LINE);

    output_write(&session->output, line);
    output_write(&session->output, "\n");
    free(line);
}
