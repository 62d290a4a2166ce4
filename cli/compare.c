#include "cli/command.h"
#include "cli/item.h"
#include "core/memory.h"
#include "store/comparison.h"

#include <stdlib.h>

/* The items in full, as show gives them, in the order asked for. */
static bool write_json(Session *session, const Comparison *comparison, Error *error)
{
    json_t *array = json_array();

    for (size_t i = 0; i < comparison->count; i++) {
        ShownItem shown;

        if (!shown_item_load(session, comparison->items[i], &shown, error)) {
            json_decref(array);
            return false;
        }
        (void)json_array_append_new(array, item_json(&shown));
        shown_item_free(&shown);
    }
    session_write_json(session, array);
    return true;
}

/* "!" stands where the items differ. */
static bool write_table(Session *session, const Comparison *comparison, Error *error)
{
    TableColumn *columns = memory_zeroed(comparison->count + 2, sizeof *columns);
    Table table;

    columns[0] = (TableColumn){"what", "", false, false};
    columns[1] = (TableColumn){"differs", "", false, false};
    for (size_t i = 0; i < comparison->count; i++)
        columns[2 + i] = (TableColumn){comparison->items[i]->id, comparison->items[i]->id, false, true};
    table_init(&table, columns, comparison->count + 2);
    for (size_t row = 0; row < comparison->row_count; row++) {
        table_add_row(&table);
        table_set(&table, 0, comparison->rows[row].name);
        table_set(&table, 1, comparison->rows[row].differs ? "!" : NULL);
        for (size_t i = 0; i < comparison->count; i++)
            table_set(&table, 2 + i, comparison->rows[row].values[i]);
    }
    bool done = session_write_table(session, &table, "", error);
    table_free(&table);
    free(columns);
    return done;
}

bool command_compare(Session *session, Error *error)
{
    Comparison comparison;
    Query query = {0};
    bool done = session_add_conditions(session, &query, error) && session_open_store(session, USE_READ, error) &&
                comparison_make(session->store, &session->invocation->arguments, &query, &comparison, error);

    query_free(&query);
    if (!done)
        return false;
    done =
        session->form == FORM_JSON ? write_json(session, &comparison, error) : write_table(session, &comparison, error);
    if (comparison.outside > 0)
        session_remark(session, "%zu linked item%s outside what --where names.", comparison.outside,
                       comparison.outside == 1 ? " is" : "s are");
    comparison_free(&comparison);
    return done;
}
