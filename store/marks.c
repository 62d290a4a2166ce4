#include "store/marks.h"
#include "store/database.h"
#include "store/following.h"

#include "core/memory.h"
#include "core/unicode.h"

#include <stdlib.h>
#include <string.h>

void marks_free(Marks *marks)
{
    for (size_t i = 0; i < marks->count; i++) {
        free(marks->marks[i].name);
        free(marks->marks[i].item);
        free(marks->marks[i].title);
        free(marks->marks[i].place);
    }
    free(marks->marks);
    *marks = (Marks){0};
}

bool marks_list(Store *store, Marks *marks, Error *error)
{
    Statement statement;
    *marks = (Marks){0};
    if (statement_open(store,
                       "SELECT m.name, " LED_TO("m") ", coalesce(m.title, i.title, m.item), m.place FROM mark m"
                       " LEFT JOIN item i ON i.id = " LED_TO("m") " ORDER BY m.name",
                       &statement, error)) {
        while (statement_step(&statement)) {
            marks->marks = memory_resize(marks->marks, marks->count + 1, sizeof *marks->marks);
            marks->marks[marks->count++] = (Mark){.name = statement_copy_word(&statement, 0),
                                                  .item = statement_copy_word(&statement, 1),
                                                  .title = statement_copy_word(&statement, 2),
                                                  .place = statement_copy(&statement, 3)};
        }
    }
    return statement_close(&statement);
}

/* Ends what store_begin() began: all of it, or nothing. */
static bool end_writing(Store *store, bool done, Error *error)
{
    done = done && store_commit(store, error);
    if (!done)
        store_rollback(store);
    return done;
}

bool mark_put(Store *store, const Mark *mark, Error *error)
{
    const char *name = mark->name;
    if (!name || !*name || strlen(name) > MARK_NAME_BYTES || !utf8_is_valid(name, strlen(name), NULL)) {
        error_set(error, ERROR_USAGE, "a mark's name has 1 to %d bytes of text", MARK_NAME_BYTES);
        return false;
    }
    if (mark->place && strlen(mark->place) > MARK_PLACE_BYTES) {
        error_set(error, ERROR_LIMIT, "this place takes more than a mark can hold");
        return false;
    }
    return store_begin(store, error) &&
           end_writing(store,
                       store_run(store, error,
                                 "INSERT INTO mark(name, item, title, place) VALUES (?1, ?2, ?3, ?4)"
                                 " ON CONFLICT(name) DO UPDATE SET item = excluded.item, title = excluded.title,"
                                 " place = excluded.place",
                                 "ssss", name, mark->item ? mark->item : "", mark->title, mark->place),
                       error);
}

bool mark_remove(Store *store, const char *name, Error *error)
{
    long long known = 0;
    if (!store_begin(store, error))
        return false;
    bool done = store_number(store, error, &known, "SELECT 1 FROM mark WHERE name = ?1", "s", name);
    if (done && !known) {
        error_set(error, ERROR_NOT_FOUND, "there is no mark \"%s\"", name);
        done = false;
    }
    return end_writing(store, done && store_run(store, error, "DELETE FROM mark WHERE name = ?1", "s", name), error);
}
