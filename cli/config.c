/* The configuration: what there is to set, what is set, and what is wrong with it. */
#include "cli/command.h"
#include "cli/session.h"
#include "core/memory.h"
#include "tui/settings.h"

#include <stdlib.h>
#include <string.h>

static const TableColumn setting_columns[] = {
    {"name", "Name", false, false},
    {"value", "Value", false, false},
    {"default", "Default", false, false},
    {"values", "Takes", false, true},
    {"help", "What it is", false, true},
};
static const TableColumn key_columns[] = {
    {"name", "Command", false, false},
    {"keys", "Keys", false, false},
    {"home_keys", "At home", false, false},
    {"default", "Default", false, false},
    {"help", "What it does", false, true},
};

static char *value_of(const Settings *settings, size_t index)
{
    Text text = {0};
    setting_value(settings, index, &text);
    return text_take(&text);
}

static void add_settings(const Settings *settings, Table *table)
{
    Settings defaults;

    settings_start(&defaults);
    for (size_t i = 0; i < setting_count(); i++) {
        const SettingDefinition *setting = setting_at(i);
        char *now = value_of(settings, i), *before = value_of(&defaults, i);

        table_add_row(table);
        table_set(table, 0, setting->name);
        table_set(table, 1, now);
        table_set(table, 2, before);
        table_set(table, 3, setting->values);
        table_set(table, 4, setting->help);
        free(now);
        free(before);
    }
}

static void add_keys(const Settings *settings, Table *table)
{
    for (Action action = ACTION_NONE + 1; action < ACTION_COUNT; action++) {
        const ActionDefinition *definition = action_definition(action);

        table_add_row(table);
        table_set(table, 0, definition->name);
        table_set(table, 1, key_map_keys(&settings->keys, action, false));
        table_set(table, 2, key_map_keys(&settings->keys, action, true));
        table_set(table, 3, definition->keys);
        table_set(table, 4, definition->help);
    }
}

static json_t *rows_json(const Settings *settings, bool keys)
{
    json_t *array = json_array();

    for (size_t i = 0; !keys && i < setting_count(); i++) {
        char *value = value_of(settings, i);
        json_t *object = json_object();

        json_put(object, "name", setting_at(i)->name);
        json_put(object, "value", value);
        json_put(object, "values", setting_at(i)->values);
        json_put(object, "help", setting_at(i)->help);
        (void)json_array_append_new(array, object);
        free(value);
    }
    for (Action action = ACTION_NONE + 1; keys && action < ACTION_COUNT; action++) {
        json_t *object = json_object();

        json_put(object, "name", action_definition(action)->name);
        json_put(object, "keys", key_map_keys(&settings->keys, action, false));
        json_put(object, "home_keys", key_map_keys(&settings->keys, action, true));
        json_put(object, "help", action_definition(action)->help);
        (void)json_array_append_new(array, object);
    }
    return array;
}

static void write_json(Session *session, const Settings *settings, bool keys)
{
    json_t *root = json_object();

    json_put(root, "file", settings->path);
    (void)json_object_set_new(root, "found", json_boolean(settings->found));
    (void)json_object_set_new(root, keys ? "keys" : "settings", rows_json(settings, keys));
    json_put_list(root, "faults", &settings->faults);
    json_put_list(root, "remarks", &settings->remarks);
    session_write_json(session, root);
}

static bool write_table(Session *session, const Settings *settings, bool keys, Error *error)
{
    Table table;

    if (keys)
        table_init(&table, key_columns, sizeof key_columns / sizeof *key_columns);
    else
        table_init(&table, setting_columns, sizeof setting_columns / sizeof *setting_columns);
    if (keys)
        add_keys(settings, &table);
    else
        add_settings(settings, &table);
    bool done = session_write_table(session, &table, "", error);
    table_free(&table);
    return done;
}

bool command_config(Session *session, Error *error)
{
    const StringList *words = &session->invocation->arguments;
    bool keys = words->count == 1 && strcmp(words->items[0], "keys") == 0, done = true;
    Settings settings;

    if (words->count == 1 && !keys) {
        error_set(error, ERROR_USAGE, "gairo config takes 'keys' or nothing, not '%s'", words->items[0]);
        return false;
    }
    settings_start(&settings);
    settings_load(&settings);
    if (session->form == FORM_JSON)
        write_json(session, &settings, keys);
    else
        done = write_table(session, &settings, keys, error);
    if (session->form == FORM_TABLE) {
        char *file = string_format("File: %s%s", settings.path == NULL ? "no home folder is known" : settings.path,
                                   settings.found ? "" : " (not there; these are the defaults)");
        session_write_line(session, "");
        session_write_line(session, file);
        free(file);
        for (size_t i = 0; i < settings.faults.count; i++)
            session_write_line(session, settings.faults.items[i]);
        for (size_t i = 0; i < settings.remarks.count; i++)
            session_write_line(session, settings.remarks.items[i]);
    }
    session->fault = settings.faults.count > 0;
    settings_free(&settings);
    return done;
}
