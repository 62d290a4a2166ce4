#include "cli/command.h"
#include "cli/session.h"
#include "core/memory.h"
#include "store/sources.h"

#include <stdlib.h>

static const TableColumn finding_columns[] = {
    {"file", "File", false, false}, {"line", "Line", true, false},        {"id", "Id", false, false},
    {"rule", "Rule", false, false}, {"message", "Message", false, false},
};

static void write_json(Session *session, const Findings *findings)
{
    json_t *array = json_array();

    for (size_t i = 0; i < findings->count; i++) {
        const Finding *finding = &findings->findings[i];
        json_t *object = json_object();

        json_put(object, "file", finding->file);
        if (finding->line > 0)
            json_put_number(object, "line", finding->line);
        else
            (void)json_object_set_new(object, "line", json_null());
        json_put(object, "id", finding->id);
        json_put(object, "rule", finding->rule);
        json_put(object, "message", finding->message);
        (void)json_array_append_new(array, object);
    }
    session_write_json(session, array);
}

static bool write_delimited(Session *session, const Findings *findings, Error *error)
{
    Table table;

    table_init(&table, finding_columns, sizeof finding_columns / sizeof finding_columns[0]);
    for (size_t i = 0; i < findings->count; i++) {
        const Finding *finding = &findings->findings[i];

        table_add_row(&table);
        table_set(&table, 0, finding->file);
        if (finding->line > 0)
            table_set_number(&table, 1, finding->line);
        table_set(&table, 2, finding->id);
        table_set(&table, 3, finding->rule);
        table_set(&table, 4, finding->message);
    }
    bool done = session_write_table(session, &table, "", error);
    table_free(&table);
    return done;
}

/* One line each, as compilers write them, so that editors can jump there. */
static void write_lines(Session *session, const Findings *findings)
{
    for (size_t i = 0; i < findings->count; i++) {
        const Finding *finding = &findings->findings[i];
        Text line = {0};

        text_append(&line, finding->file ? finding->file : store_path(session->store));
        if (finding->line > 0)
            text_append_format(&line, ":%ld", finding->line);
        text_append(&line, ": ");
        if (finding->id)
            text_append_format(&line, "%s: ", finding->id);
        text_append_format(&line, "%s [%s]", finding->message, finding->rule);
        session_write_line(session, line.data);
        text_free(&line);
    }
    if (findings->count == 0)
        output_write(&session->output, "no findings\n");
    else
        output_format(&session->output, "%zu finding%s\n", findings->count, findings->count == 1 ? "" : "s");
}

bool command_check(Session *session, Error *error)
{
    Findings findings = {0};
    bool done = true;

    if (!session_open_store(session, USE_READ, error) || !findings_collect(session->store, &findings, error))
        return false;
    session->fault = findings.count > 0;
    if (session->form == FORM_JSON)
        write_json(session, &findings);
    else if (session->form == FORM_TABLE)
        write_lines(session, &findings);
    else
        done = write_delimited(session, &findings, error);
    findings_free(&findings);
    return done;
}
