#include "cli/command.h"
#include "cli/kinds.h"
#include "cli/session.h"
#include "store/timeline.h"

#define LAW (KIND_BIT(KIND_INSTRUMENT) | KIND_BIT(KIND_PROVISION))

static void write_json(Session *session, const Timeline *timeline)
{
    json_t *array = json_array();

    for (size_t i = 0; i < timeline->count; i++) {
        const TimelineEntry *entry = &timeline->entries[i];
        json_t *object = json_object();

        json_put(object, "date", entry->date);
        json_put(object, "type", entry->type);
        json_put(object, "id", entry->id);
        json_put(object, "kind", kind_definition(entry->kind)->name);
        json_put(object, "title", entry->title);
        json_put(object, "place", entry->place);
        json_put(object, "state", entry->state);
        (void)json_object_set_new(object, "to_come", json_boolean(entry->to_come));
        json_put(object, "text", entry->text);
        (void)json_array_append_new(array, object);
    }
    session_write_json(session, array);
}

static bool write_table(Session *session, const Timeline *timeline, Error *error)
{
    static const TableColumn columns[] = {{"date", "Date", false, false},  {"to_come", "", false, false},
                                          {"type", "What", false, false},  {"id", "Id", false, false},
                                          {"title", "Title", false, true}, {"place", "Place, by whom", false, true},
                                          {"state", "State", false, false}};
    Table table;

    table_init(&table, columns, sizeof columns / sizeof columns[0]);
    for (size_t i = 0; i < timeline->count; i++) {
        const TimelineEntry *entry = &timeline->entries[i];

        table_add_row(&table);
        table_set(&table, 0, entry->date);
        table_set(&table, 1, entry->to_come ? "to come" : NULL);
        table_set(&table, 2, choice_title(entry->type));
        table_set(&table, 3, entry->id);
        table_set(&table, 4, entry->title);
        table_set(&table, 5, entry->place);
        table_set(&table, 6, entry->state);
    }
    bool done = session_write_table(session, &table, "Nothing has a date.", error);
    table_free(&table);
    return done;
}

/* The kinds that were asked for: of those with dates only. */
static bool kinds_of_timeline(const Session *session, KindSet *kinds, Error *error)
{
    if (!kinds_of_user(&session->invocation->values[OPTION_KIND], kinds, error))
        return false;
    if ((*kinds & ~(LAW | KIND_BIT(KIND_MODEL))) == 0)
        return true;
    error_set(error, ERROR_USAGE, "gairo timeline shows instruments, provisions and models; other kinds have no dates");
    return false;
}

bool command_timeline(Session *session, Error *error)
{
    Query query = {0};
    Timeline timeline = {0};
    bool done = false;

    if (kinds_of_timeline(session, &query.kinds, error) && session_add_conditions(session, &query, error) &&
        session_open_store(session, USE_READ, error) && timeline_make(session->store, &query, &timeline, error)) {
        done = true;
        if (session->form == FORM_JSON)
            write_json(session, &timeline);
        else
            done = write_table(session, &timeline, error);
    }
    timeline_free(&timeline);
    query_free(&query);
    return done;
}
