#include "cli/command.h"
#include "cli/item.h"
#include "core/memory.h"
#include "store/law.h"

#include <stdlib.h>
#include <string.h>

/* Several items in full, each with its state on the session's day (NULL for what is no law). */
typedef struct Compared {
    Item **items;
    char **states;
    Consequences *derived;
    size_t count;
} Compared;

static bool load_items(Session *session, Compared *compared, Error *error)
{
    const StringList *ids = &session->invocation->arguments;

    compared->items = memory_zeroed(ids->count, sizeof *compared->items);
    compared->states = memory_zeroed(ids->count, sizeof *compared->states);
    compared->derived = memory_zeroed(ids->count, sizeof *compared->derived);
    for (size_t i = 0; i < ids->count; i++) {
        Item *item = item_load(session->store, ids->items[i], error);

        if (!item)
            return false;
        compared->items[i] = item;
        compared->count++;
        compared->states[i] = law_state(session->store, item, session->as_of, error);
        if (error_is_set(error) || !consequences_load(session->store, item, &compared->derived[i], error))
            return false;
    }
    return true;
}

static void free_items(Compared *compared)
{
    for (size_t i = 0; i < compared->count; i++) {
        item_free(compared->items[i]);
        free(compared->states[i]);
        consequences_free(&compared->derived[i]);
    }
    free(compared->derived);
    free(compared->items);
    free(compared->states);
}

static void write_json(Session *session, const Compared *compared)
{
    json_t *array = json_array();

    for (size_t i = 0; i < compared->count; i++) {
        const ShownItem shown = {compared->items[i], compared->states[i], &compared->derived[i]};

        (void)json_array_append_new(array, item_json(&shown));
    }
    session_write_json(session, array);
}

/* What one item has under a name, with several values joined. The caller owns it; NULL where it has nothing. */
typedef char *(*ValueOf)(const Item *item, const char *state, const char *name);

static char *joined(Text *text)
{
    return text->length > 0 ? text_take(text) : NULL;
}

static char *field_value(const Item *item, const char *state, const char *name)
{
    Text text = {0};

    (void)state;
    for (size_t i = 0; i < item->field_count; i++) {
        const ItemField *field = &item->fields[i];

        if (strcmp(field->name, name) == 0)
            text_append_format(&text, "%s%s", text.length > 0 ? ", " : "", field->value ? field->value : field->text);
    }
    return joined(&text);
}

static char *cell_value(const Item *item, const char *state, const char *name)
{
    Text text = {0};

    (void)state;
    for (size_t i = 0; i < item->cell_count; i++) {
        const ItemCell *cell = &item->cells[i];
        const char *level = cell_level(cell->component, cell->value);

        if (strcmp(component_ids[cell->component], name) == 0)
            text_append_format(&text, "%s%s%s%s", text.length > 0 ? ", " : "", level ? level : cell->value,
                               cell->licence ? " " : "", cell->licence ? cell->licence : "");
    }
    return joined(&text);
}

static char *linked_titles(const Item *item, const char *state, const char *name)
{
    Text text = {0};

    (void)state;
    for (size_t i = 0; i < item->link_count; i++) {
        const ItemLink *link = &item->links[i];
        const RelationDefinition *relation = relation_find(link->relation);

        if (relation && strcmp(link->forward ? relation->forward : relation->inverse, name) == 0)
            text_append_format(&text, "%s%s", text.length > 0 ? "; " : "", link->title);
    }
    return joined(&text);
}

static char *item_text(const Item *item, const char *state, const char *name)
{
    if (strcmp(name, "title") == 0)
        return string_copy(item->title);
    if (strcmp(name, "kind") == 0)
        return string_copy(kind_definition(item->kind)->name);
    if (strcmp(name, "summary") == 0)
        return string_copy(item->summary);
    return string_copy(state);
}

/* Adds a row, unless no item has anything under that name. */
static void add_row(Table *table, const Compared *compared, const char *name, ValueOf value_of)
{
    bool added = false;

    for (size_t i = 0; i < compared->count; i++) {
        char *value = value_of(compared->items[i], compared->states[i], name);

        if (value && !added) {
            table_add_row(table);
            table_set(table, 0, name);
            added = true;
        }
        if (value)
            table_set(table, 1 + i, value);
        free(value);
    }
}

static void add_rows(Table *table, const Compared *compared)
{
    add_row(table, compared, "title", item_text);
    add_row(table, compared, "kind", item_text);
    add_row(table, compared, "summary", item_text);
    add_row(table, compared, "state", item_text);
    for (size_t i = 0; i < field_count(); i++) {
        bool seen = false; /* a name that several kinds have is defined more than once */

        for (size_t j = 0; j < i && !seen; j++)
            seen = strcmp(field_at(j)->name, field_at(i)->name) == 0;
        if (!seen)
            add_row(table, compared, field_at(i)->name, field_value);
    }
    for (size_t i = 0; i < COMPONENT_COUNT; i++)
        add_row(table, compared, component_ids[i], cell_value);
    for (size_t i = 0; i < relation_count(); i++) {
        add_row(table, compared, relation_at(i)->forward, linked_titles);
        if (strcmp(relation_at(i)->forward, relation_at(i)->inverse) != 0)
            add_row(table, compared, relation_at(i)->inverse, linked_titles);
    }
}

static bool write_table(Session *session, const Compared *compared, Error *error)
{
    TableColumn *columns = memory_zeroed(compared->count + 1, sizeof *columns);
    Table table;

    columns[0] = (TableColumn){"what", "", false, false};
    for (size_t i = 0; i < compared->count; i++)
        columns[1 + i] = (TableColumn){compared->items[i]->id, compared->items[i]->id, false, true};
    table_init(&table, columns, compared->count + 1);
    add_rows(&table, compared);
    bool done = session_write_table(session, &table, "", error);
    table_free(&table);
    free(columns);
    return done;
}

bool command_compare(Session *session, Error *error)
{
    Compared compared = {0};
    bool done = false;

    if (session_open_store(session, USE_READ, error) && load_items(session, &compared, error)) {
        done = true;
        if (session->form == FORM_JSON)
            write_json(session, &compared);
        else
            done = write_table(session, &compared, error);
    }
    free_items(&compared);
    return done;
}
