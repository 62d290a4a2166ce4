/* gairo sources matches, match, apart, forget: what is joined with what, and the user's own word on it. */
#include "cli/sources.h"

#include "core/memory.h"
#include "store/joining.h"
#include "store/matching.h"

#include <stdlib.h>
#include <string.h>

static const TableColumn match_columns[] = {
    {"source", "Source", false, false}, {"given", "It calls it", false, true}, {"item", "Item", false, true},
    {"title", "Title", false, true},    {"how", "Why", false, true},
};

static void add_row(Table *table, const char *source, const char *given, const char *item, const char *title,
                    const char *how)
{
    table_add_row(table);
    table_set(table, 0, source);
    table_set(table, 1, given);
    table_set(table, 2, item);
    table_set(table, 3, title);
    table_set(table, 4, how);
}

static void add_json(json_t *array, const char *source, const char *given, const char *item, const char *title,
                     const char *how)
{
    json_t *object = json_object();

    json_put(object, "source", source);
    json_put(object, "given", given);
    json_put(object, "item", item);
    json_put(object, "title", title);
    json_put(object, "how", how);
    (void)json_array_append_new(array, object);
}

/* Joins as they were made, then what the user said, whether it was used yet or not. */
static bool write_matches(Session *session, const JoinedRows *joined, const Matches *matches, Error *error)
{
    json_t *array = json_array();
    Table table;

    table_init(&table, match_columns, sizeof match_columns / sizeof match_columns[0]);
    for (size_t i = 0; i < joined->count; i++) {
        const JoinedRow *row = &joined->rows[i];

        add_row(&table, row->source, row->given, row->item, row->title, row->how);
        add_json(array, row->source, row->given, row->item, row->title, row->how);
    }
    for (size_t i = 0; i < matches->count; i++) {
        const Match *match = &matches->matches[i];
        const char *how = match->item ? "you said that it is this" : "you said that it stays apart";

        add_row(&table, NULL, match->given, match->item, NULL, how);
        add_json(array, NULL, match->given, match->item, NULL, how);
    }
    bool done = true;
    if (session->form == FORM_JSON) {
        session_write_json(session, array);
    } else {
        json_decref(array);
        done = session_write_table(session, &table, "Nothing is joined by its name.", error);
    }
    table_free(&table);
    return done;
}

bool sources_command_matches(Session *session, Error *error)
{
    JoinedRows joined = {0};
    Matches matches = {0};
    bool done = session_open_store(session, USE_READ, error) && joined_list(session->store, &joined, error) &&
                matches_list(session->store, &matches, error) && write_matches(session, &joined, &matches, error);

    joined_rows_free(&joined);
    matches_free(&matches);
    return done;
}

static bool dry_run(const Session *session)
{
    return invocation_has(session->invocation, OPTION_DRY_RUN);
}

static void write_lines(Session *session, const StringList *lines)
{
    if (session->form == FORM_JSON) {
        json_t *object = json_object();

        json_put_list(object, "joined", lines);
        (void)json_object_set_new(object, "dry_run", json_boolean(dry_run(session)));
        session_write_json(session, object);
        return;
    }
    for (size_t i = 0; i < lines->count; i++)
        session_write_line(session, lines->items[i]);
    if (dry_run(session))
        output_write(&session->output, "A dry run: nothing was changed.\n");
}

static bool check_given(const char *given, Error *error)
{
    const KindSet joined = KIND_BIT(KIND_MODEL) | KIND_BIT(KIND_ORGANISATION) | KIND_BIT(KIND_LICENCE) | KIND_BIT(KIND_INSTRUMENT);
    KindSet kinds = id_kinds(given);

    if (kinds != 0 && (kinds & ~joined) == 0)
        return true;
    error_set(error, ERROR_USAGE,
              "'%s' is no id of a model, an organisation, a licence or an instrument; only these are joined by name", given);
    return false;
}

static bool say(Session *session, const char *given, const char *item, Error *error)
{
    if (!check_given(given, error) || (item && !check_given(item, error)))
        return false;
    if (item && id_kinds(item) != id_kinds(given)) {
        error_set(error, ERROR_USAGE, "'%s' and '%s' are of different kinds", given, item);
        return false;
    }
    if (item && strcmp(item, given) == 0) {
        error_set(error, ERROR_USAGE, "'%s' is itself; gairo sources apart keeps it apart from others", given);
        return false;
    }
    StringList lines = {0};
    bool done = session_open_store(session, USE_IMPORT, error) && match_say(session->store, given, item, dry_run(session), &lines, error);

    if (done)
        write_lines(session, &lines);
    string_list_free(&lines);
    return done;
}

bool sources_command_match(Session *session, Error *error)
{
    return say(session, verb_argument(session, 0), verb_argument(session, 1), error);
}

bool sources_command_apart(Session *session, Error *error)
{
    return say(session, verb_argument(session, 0), NULL, error);
}

bool sources_command_forget(Session *session, Error *error)
{
    const char *given = verb_argument(session, 0);

    StringList lines = {0};
    bool done = session_open_store(session, USE_IMPORT, error) && match_forget(session->store, given, dry_run(session), &lines, error);

    if (done && lines.count == 0)
        string_list_take(&lines, string_format("%s: names decide again, and no other source has its name", given));
    if (done)
        write_lines(session, &lines);
    string_list_free(&lines);
    return done;
}
