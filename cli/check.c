#include "cli/balance.h"
#include "cli/command.h"
#include "core/memory.h"
#include "store/sources.h"

#include <stdlib.h>

static const TableColumn finding_columns[] = {
    {"file", "File", false, false}, {"line", "Line", true, false},          {"id", "Id", false, false},
    {"rule", "Rule", false, false}, {"severity", "Severity", false, false}, {"message", "Message", false, false},
};
static const TableColumn rule_columns[] = {{"rule", "Rule", false, false},
                                           {"severity", "Severity", false, false},
                                           {"explanation", "What is found", false, false}};

/* Notices are told to people who ask for them, and to all programs. */
static bool is_told(const Session *session, const Finding *finding)
{
    return finding->severity == SEVERITY_FINDING || session->form == FORM_JSON ||
           invocation_has(session->invocation, OPTION_NOTICES);
}

static json_t *finding_json(const Finding *finding)
{
    json_t *object = json_object();

    json_put(object, "file", finding->file);
    if (finding->line > 0)
        json_put_number(object, "line", finding->line);
    else
        (void)json_object_set_new(object, "line", json_null());
    json_put(object, "id", finding->id);
    json_put(object, "rule", finding->rule->name);
    json_put(object, "severity", severity_name(finding->severity));
    json_put(object, "message", finding->message);
    return object;
}

static void write_json(Session *session, const Findings *findings)
{
    json_t *array = json_array();

    for (size_t i = 0; i < findings->count; i++)
        (void)json_array_append_new(array, finding_json(&findings->findings[i]));
    session_write_json(session, array);
}

static bool write_delimited(Session *session, const Findings *findings, Error *error)
{
    Table table;

    table_init(&table, finding_columns, sizeof finding_columns / sizeof finding_columns[0]);
    for (size_t i = 0; i < findings->count; i++) {
        const Finding *finding = &findings->findings[i];

        if (!is_told(session, finding))
            continue;
        table_add_row(&table);
        table_set(&table, 0, finding->file);
        if (finding->line > 0)
            table_set_number(&table, 1, finding->line);
        table_set(&table, 2, finding->id);
        table_set(&table, 3, finding->rule->name);
        table_set(&table, 4, severity_name(finding->severity));
        table_set(&table, 5, finding->message);
    }
    bool done = session_write_table(session, &table, "", error);
    table_free(&table);
    return done;
}

static void write_finding(Session *session, const Finding *finding)
{
    Text line = {0};

    text_append(&line, finding->file ? finding->file : store_path(session->store));
    if (finding->line > 0)
        text_append_format(&line, ":%ld", finding->line);
    text_append(&line, ": ");
    if (finding->severity == SEVERITY_NOTICE)
        text_append(&line, "notice: ");
    if (finding->id)
        text_append_format(&line, "%s: ", finding->id);
    text_append_format(&line, "%s [%s]", finding->message, finding->rule->name);
    session_write_line(session, line.data);
    text_free(&line);
}

static void write_sum(Session *session, const Findings *findings)
{
    size_t faults = findings->count - findings->notices;

    if (faults == 0)
        output_write(&session->output, "no findings");
    else
        output_format(&session->output, "%zu finding%s", faults, plural_ending(faults));
    if (findings->notices > 0)
        output_format(&session->output, ", %zu notice%s%s", findings->notices, plural_ending(findings->notices),
                      invocation_has(session->invocation, OPTION_NOTICES) ? "" : " (shown with --notices)");
    output_write(&session->output, "\n");
}

/* One line each, as compilers write them, so that editors can jump there. */
static void write_text(Session *session, const Findings *findings, const AreaCounts *balance)
{
    for (size_t i = 0; i < findings->count; i++)
        if (is_told(session, &findings->findings[i]))
            write_finding(session, &findings->findings[i]);
    write_sum(session, findings);
    if (balance->count > 0)
        balance_write(session, balance);
}

static json_t *cases_json(const FindingRule *rule)
{
    json_t *array = json_array();

    for (const char *const *one = rule->cases; one && *one; one++)
        (void)json_array_append_new(array, json_string(*one));
    return array;
}

static bool write_rules(Session *session, Error *error)
{
    if (session->form == FORM_JSON) {
        json_t *array = json_array();

        for (size_t i = 0; i < finding_rule_count(); i++) {
            const FindingRule *rule = finding_rule_at(i);
            json_t *object = json_object();

            json_put(object, "rule", rule->name);
            json_put(object, "severity", severity_name(rule->severity));
            json_put(object, "explanation", rule->explanation);
            (void)json_object_set_new(object, "cases", cases_json(rule));
            (void)json_array_append_new(array, object);
        }
        session_write_json(session, array);
        return true;
    }
    Table table;

    table_init(&table, rule_columns, sizeof rule_columns / sizeof rule_columns[0]);
    for (size_t i = 0; i < finding_rule_count(); i++) {
        table_add_row(&table);
        table_set(&table, 0, finding_rule_at(i)->name);
        table_set(&table, 1, severity_name(finding_rule_at(i)->severity));
        table_set(&table, 2, finding_rule_at(i)->explanation);
    }
    bool done = session_write_table(session, &table, "", error);
    table_free(&table);
    return done;
}

bool command_check(Session *session, Error *error)
{
    Findings findings = {0};
    AreaCounts balance = {0};
    bool done = false;

    if (invocation_has(session->invocation, OPTION_RULES))
        return write_rules(session, error);
    if (!session_open_store(session, USE_READ, error) || !findings_collect(session->store, &findings, error) ||
        !area_counts(session->store, NULL, &balance, error))
        goto cleanup;
    done = true;
    session->fault = findings.count > findings.notices;
    if (session->form == FORM_JSON)
        write_json(session, &findings);
    else if (session->form == FORM_TABLE)
        write_text(session, &findings, &balance);
    else
        done = write_delimited(session, &findings, error);
cleanup:
    area_counts_free(&balance);
    findings_free(&findings);
    return done;
}
