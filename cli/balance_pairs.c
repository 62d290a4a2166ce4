#include "cli/command.h"
#include "cli/prose.h"
#include "cli/session.h"
#include "core/memory.h"
#include "store/balance.h"
#include "store/sheets.h"

#include <stdlib.h>
#include <string.h>

static json_t *item_of_pair(const ItemRow *row)
{
    if (!row)
        return json_null();
    json_t *object = json_object();

    json_put(object, "id", row->id);
    json_put(object, "title", row->title);
    return object;
}

static json_t *group_json(const BalanceGroup *group)
{
    json_t *object = json_object(), *pairs = json_array();

    json_put(object, "id", group->id);
    json_put(object, "title", group->title);
    json_put_number(object, "risks", group->risks);
    json_put_number(object, "opportunities", group->opportunities);
    for (size_t i = 0; i < group->pair_count; i++) {
        json_t *pair = json_object();

        (void)json_object_set_new(pair, "risk", item_of_pair(group->pairs[i].risk));
        (void)json_object_set_new(pair, "opportunity", item_of_pair(group->pairs[i].opportunity));
        (void)json_array_append_new(pairs, pair);
    }
    (void)json_object_set_new(object, "pairs", pairs);
    return object;
}

static const char *by_name(const Balance *balance)
{
    return balance->by == BALANCE_BY_AREA ? "area" : "component";
}

static void write_json(Session *session, const Balance *balance)
{
    json_t *object = json_object(), *groups = json_array();

    json_put(object, "by", by_name(balance));
    json_put_number(object, "risks", balance->risks);
    json_put_number(object, "opportunities", balance->opportunities);
    (void)json_object_set_new(object, "one_sided", json_boolean(balance->one_sided));
    for (size_t i = 0; i < balance->group_count; i++)
        (void)json_array_append_new(groups, group_json(&balance->groups[i]));
    (void)json_object_set_new(object, "groups", groups);
    session_write_json(session, object);
}

static void add_rows(Table *table, const BalanceGroup *group, bool with_group)
{
    for (size_t i = 0; i < group->pair_count; i++) {
        const BalancePair *pair = &group->pairs[i];
        size_t column = 0;

        table_add_row(table);
        if (with_group)
            table_set(table, column++, group->id);
        table_set(table, column++, pair->risk ? pair->risk->id : NULL);
        table_set(table, column++, pair->risk ? pair->risk->title : NULL);
        table_set(table, column++, pair->opportunity ? pair->opportunity->id : NULL);
        table_set(table, column, pair->opportunity ? pair->opportunity->title : NULL);
    }
}

static const TableColumn columns[] = {{"group", "", false, false},
                                      {"risk", "Risk", false, false},
                                      {"risk_title", "", false, true},
                                      {"opportunity", "Opportunity", false, false},
                                      {"opportunity_title", "", false, true}};

static void write_text(Session *session, const Balance *balance)
{
    TableLook look = {.columns = session->table_columns, .titles = true, .indent = 2};
    char *all = string_format("%d %s, %d %s, by %s%s", balance->risks, kind_noun(KIND_RISK, (size_t)balance->risks), balance->opportunities,
                              kind_noun(KIND_OPPORTUNITY, (size_t)balance->opportunities),
                              by_name(balance), balance->one_sided ? ": one-sided" : "");

    session_write_line(session, all);
    free(all);
    for (size_t i = 0; i < balance->group_count; i++) {
        const BalanceGroup *group = &balance->groups[i];
        char *heading =
            string_format("%s: %d %s, %d %s%s", group->title, group->risks, kind_noun(KIND_RISK, (size_t)group->risks),
                          group->opportunities, kind_noun(KIND_OPPORTUNITY, (size_t)group->opportunities),
                          balance_is_one_sided(group->risks, group->opportunities) ? " (one-sided)" : "");
        Table table;

        prose_write_heading(session, heading);
        table_init(&table, columns + 1, 4);
        add_rows(&table, group, false);
        table_write(&table, &look, &session->output);
        table_free(&table);
        free(heading);
    }
}

static bool write_delimited(Session *session, const Balance *balance, Error *error)
{
    Table table;

    table_init(&table, columns, 5);
    for (size_t i = 0; i < balance->group_count; i++)
        add_rows(&table, &balance->groups[i], true);
    bool done = session_write_table(session, &table, "", error);
    table_free(&table);
    return done;
}

static bool by_of_user(const Session *session, BalanceBy *by, Error *error)
{
    const char *name = invocation_value(session->invocation, OPTION_BY);

    *by = name && strcmp(name, "component") == 0 ? BALANCE_BY_COMPONENT : BALANCE_BY_AREA;
    if (!name || strcmp(name, "area") == 0 || *by == BALANCE_BY_COMPONENT)
        return true;
    error_set(error, ERROR_USAGE, "gairo balance is by area or by component, not by '%s'", name);
    return false;
}

/* The ids in the sheet that was asked for; false where there is none such. */
static bool ids_of_sheet(const Session *session, const char *name, StringList *ids, Error *error)
{
    Sheet *sheet = sheet_load(session->store, name, error);

    for (size_t i = 0; sheet && i < sheet->entry_count; i++)
        string_list_add(ids, sheet->entries[i].id);
    sheet_free(sheet);
    return sheet != NULL;
}

bool command_balance(Session *session, Error *error)
{
    const char *sheet = invocation_value(session->invocation, OPTION_SHEET);
    Query query = {0};
    StringList ids = {0};
    Balance balance = {0};
    BalanceBy by;
    bool done = false;

    if (!by_of_user(session, &by, error) || !session_add_conditions(session, &query, error) ||
        !session_open_store(session, USE_READ, error) || (sheet && !ids_of_sheet(session, sheet, &ids, error)) ||
        !balance_make(session->store, &query, sheet ? &ids : NULL, by, &balance, error))
        goto cleanup;
    done = true;
    if (session->form == FORM_JSON)
        write_json(session, &balance);
    else if (session->form == FORM_TABLE)
        write_text(session, &balance);
    else
        done = write_delimited(session, &balance, error);
cleanup:
    balance_free(&balance);
    string_list_free(&ids);
    query_free(&query);
    return done;
}
