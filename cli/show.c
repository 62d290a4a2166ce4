#include "cli/command.h"
#include "cli/item.h"
#include "cli/session.h"
#include "cli/console.h"
#include "core/memory.h"

#include <stdlib.h>

/* Where the items go while they are collected; only one of the two is used. */
typedef struct Shown {
    json_t *array;
    Table table;
    size_t count;
} Shown;

static void add_item(Session *session, Shown *shown, const ShownItem *item)
{
    if (session->form == FORM_JSON)
        (void)json_array_append_new(shown->array, item_json(item));
    else if (session->form != FORM_TABLE)
        item_add_rows(&shown->table, item);
    else {
        output_write(&session->output, shown->count > 0 ? "\n\n" : NULL);
        item_write_text(session, item);
    }
    shown->count++;
}

/* Shows one item; an id that is not known is told and passed over. */
static bool show_item(Session *session, Shown *shown, const char *id, Error *error)
{
    Error failure = {0};
    Item *item = item_load(session->store, id, &failure);
    bool done = item != NULL;

    if (item) {
        ShownItem full;

        done = shown_item_load(session, item, &full, &failure);
        if (done)
            add_item(session, shown, &full);
        shown_item_free(&full);
        item_free(item);
    }
    if (failure.code == ERROR_NOT_FOUND) {
        complain("%s", failure.message);
        session->fault = done = true;
    } else if (!done) {
        error_set_at(error, failure.code, failure.file, failure.line, "%s", failure.message);
    }
    error_clear(&failure);
    return done;
}

bool command_show(Session *session, Error *error)
{
    const StringList *ids = &session->invocation->arguments;
    Shown shown = {0};
    bool done;

    if (!session_open_store(session, USE_READ, error))
        return false;
    shown.array = json_array();
    table_init(&shown.table, item_columns, item_column_count);
    done = true;
    for (size_t i = 0; done && i < ids->count; i++)
        done = show_item(session, &shown, ids->items[i], error);
    if (done && session->form == FORM_JSON)
        session_write_json(session, json_incref(shown.array));
    else if (done && session->form != FORM_TABLE)
        done = session_write_table(session, &shown.table, "", error);
    json_decref(shown.array);
    table_free(&shown.table);
    return done;
}
