/* Making and changing sheets. */
#include "cli/sheet.h"

#include "cli/kinds.h"
#include "core/memory.h"
#include "sheets/templates.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Tells of a sheet; takes over the line. */
static bool tell(Session *session, const char *name, char *line, Error *error)
{
    bool done = sheet_tell(session, name, line, error);

    free(line);
    return done;
}

/* Splits FIELD=VALUE; false with ERROR_USAGE where it is none, or the value is no template. The value points into argument. */
static bool parse_setting(const char *argument, SheetSetting *setting, Error *error)
{
    const char *equals = strchr(argument, '=');
    char *field = equals ? string_copy_bytes(argument, (size_t)(equals - argument)) : string_copy(argument);
    bool known = equals && sheet_property_parse(field, &setting->property);

    free(field);
    if (!known) {
        error_set(error, ERROR_USAGE,
                  "'%s' is no FIELD=VALUE; FIELD is title, audience, author, date, classification, template or notes", argument);
        return false;
    }
    setting->value = equals + 1;
    if (setting->property == SHEET_TEMPLATE && *setting->value && !sheet_template_find(setting->value)) {
        error_set(error, ERROR_USAGE, "there is no template '%s'; gairo sheet templates lists them", setting->value);
        return false;
    }
    return true;
}

/* What the arguments from the second on say, for a sheet that is there or is made: all of it or nothing. */
static bool put_settings(Session *session, bool make, Error *error)
{
    const char *name = verb_argument(session, 0);
    size_t count = verb_argument_count(session) - 1;
    SheetSetting *settings = memory_zeroed(count + 1, sizeof *settings);
    bool done = true;

    for (size_t i = 0; done && i < count; i++)
        done = parse_setting(verb_argument(session, i + 1), &settings[i], error);
    done = done && (make ? sheet_create_with : sheet_set_all)(session->store, name, settings, count, error);
    free(settings);
    return done;
}

bool sheet_command_new(Session *session, Error *error)
{
    const char *name = verb_argument(session, 0);

    return put_settings(session, true, error) && tell(session, name, string_format("made the sheet '%s'", name), error);
}

bool sheet_command_set(Session *session, Error *error)
{
    const char *name = verb_argument(session, 0);

    return put_settings(session, false, error) &&
           tell(session, name, string_format("'%s' is changed", name), error);
}

bool sheet_command_copy(Session *session, Error *error)
{
    const char *name = verb_argument(session, 0), *other = verb_argument(session, 1);

    return sheet_copy(session->store, name, other, error) &&
           tell(session, other, string_format("made '%s', a copy of '%s'", other, name), error);
}

bool sheet_command_rename(Session *session, Error *error)
{
    const char *name = verb_argument(session, 0), *other = verb_argument(session, 1);

    return sheet_rename(session->store, name, other, error) &&
           tell(session, other, string_format("'%s' is now '%s'", name, other), error);
}

bool sheet_command_delete(Session *session, Error *error)
{
    const char *name = verb_argument(session, 0);

    if (!sheet_delete(session->store, name, error))
        return false;
    if (session->form == FORM_JSON)
        session_write_json(session, json_array());
    else if (!session->quiet) {
        char *line = string_format("deleted the sheet '%s'", name);
        session_write_line(session, line);
        free(line);
    }
    return true;
}

bool sheet_command_clear(Session *session, Error *error)
{
    const char *name = verb_argument(session, 0);

    return sheet_clear(session->store, name, error) &&
           tell(session, name, string_format("emptied '%s'", name), error);
}

/* The ids from an argument on, or of the items of --kind and --where. */
static bool collect_ids(Session *session, size_t first, StringList *ids, Error *error)
{
    Query query = {0};
    ItemRows rows = {0};
    bool kind = invocation_has(session->invocation, OPTION_KIND), done = true;

    for (size_t i = first; i < verb_argument_count(session); i++)
        string_list_add(ids, verb_argument(session, i));
    if (kind == (ids->count > 0) || (!kind && invocation_has(session->invocation, OPTION_WHERE))) {
        error_set(error, ERROR_USAGE, "gairo sheet add needs what to add: ID..., or --kind KIND with or without --where");
        return false;
    }
    if (kind) {
        done = kinds_of_user(&session->invocation->values[OPTION_KIND], &query.kinds, error) &&
               session_add_conditions(session, &query, error) && items_list(session->store, &query, &rows, error);
        for (size_t i = 0; i < rows.count; i++)
            string_list_add(ids, rows.rows[i].id);
    }
    item_rows_free(&rows);
    query_free(&query);
    return done;
}

bool sheet_command_add(Session *session, Error *error)
{
    const char *name = verb_argument(session, 0);
    StringList ids = {0};
    bool done = collect_ids(session, 1, &ids, error) && sheet_add_all(session->store, name, &ids, error) &&
                tell(session, name,
                     string_format("%zu item%s: in '%s'", ids.count, plural_ending(ids.count), name), error);

    string_list_free(&ids);
    return done;
}

/* Does the same with each item from an argument on. Where one fails, those before it are done: the message names it. */
static bool each_item(Session *session, size_t first, bool (*change)(Session *session, const char *id, Error *error),
                      const char *what, Error *error)
{
    const char *name = verb_argument(session, 0);
    size_t count = verb_argument_count(session) - first;
    Sheet *sheet = sheet_load(session->store, name, error);
    bool done = sheet != NULL;

    for (size_t i = first; done && i < verb_argument_count(session); i++) {
        bool found = false;
        char *now = NULL;

        done = item_id_now(session->store, verb_argument(session, i), &now, error);
        for (size_t j = 0; done && j < sheet->entry_count; j++)
            found = found || strcmp(sheet->entries[j].id, now) == 0;
        free(now);
        if (done && !found)
            error_set(error, ERROR_NOT_FOUND, "\"%s\" is not in the sheet \"%s\"", verb_argument(session, i), name);
        done = found;
    }
    for (size_t i = first; done && i < verb_argument_count(session); i++)
        done = change(session, verb_argument(session, i), error);
    sheet_free(sheet);
    return done && tell(session, name, string_format("%zu item%s: %s", count, plural_ending(count), what), error);
}

static bool remove_one(Session *session, const char *id, Error *error)
{
    return sheet_remove(session->store, verb_argument(session, 0), id, error);
}

bool sheet_command_remove(Session *session, Error *error)
{
    return each_item(session, 1, remove_one, "taken out", error);
}

static bool group_one(Session *session, const char *id, Error *error)
{
    return sheet_set_heading(session->store, verb_argument(session, 0), id, verb_argument(session, 1), error);
}

bool sheet_command_group(Session *session, Error *error)
{
    return each_item(session, 2, group_one, "under another heading", error);
}

static bool cut_one(Session *session, const char *id, Error *error)
{
    SheetDepth depth = DEPTH_FULL;

    return sheet_depth_parse(verb_argument(session, 1), &depth) &&
           sheet_set_depth(session->store, verb_argument(session, 0), id, depth, error);
}

bool sheet_command_cut(Session *session, Error *error)
{
    SheetDepth depth;

    if (sheet_depth_parse(verb_argument(session, 1), &depth))
        return each_item(session, 2, cut_one, "shown that far", error);
    error_set(error, ERROR_USAGE, "'%s' does not say how much is shown; it is one of title, summary, full",
              verb_argument(session, 1));
    return false;
}

bool sheet_command_note(Session *session, Error *error)
{
    const char *name = verb_argument(session, 0), *id = verb_argument(session, 1), *text = verb_argument(session, 2);

    return sheet_set_remark(session->store, name, id, text, error) &&
           tell(session, name, string_format("%s: %s", id, *text ? "your note is in the sheet" : "your note is taken away"),
                error);
}

/* Moves by words or to a number. */
static bool move_to(Session *session, const char *name, const char *id, const char *place, Error *error)
{
    char *end;

    if (strcmp(place, "up") == 0 || strcmp(place, "down") == 0)
        return sheet_move(session->store, name, id, *place == 'u' ? -1 : 1, error);
    if (strcmp(place, "first") == 0)
        return sheet_place(session->store, name, id, 1, error);
    if (strcmp(place, "last") == 0)
        return sheet_place(session->store, name, id, SIZE_MAX, error);
    errno = 0;
    unsigned long number = strtoul(place, &end, 10);
    if (*place >= '1' && *place <= '9' && *end == '\0' && errno == 0)
        return sheet_place(session->store, name, id, number, error);
    error_set(error, ERROR_USAGE, "'%s' is no place; it is a number from 1, up, down, first or last", place);
    return false;
}

bool sheet_command_move(Session *session, Error *error)
{
    const char *name = verb_argument(session, 0), *id = verb_argument(session, 1);

    return move_to(session, name, id, verb_argument(session, 2), error) &&
           tell(session, name, string_format("%s: moved", id), error);
}
