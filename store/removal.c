#include "store/removal.h"

#include "store/database.h"
#include "store/joining.h"
#include "store/records.h"

#include "core/memory.h"

#include <stdlib.h>
#include <string.h>

/* The data that gairo comes with has the components, kinds of sources and the paper itself: nothing works without it. */
#define SOURCE_GAIRO "gairo"

/* A link of another source is lost when no source has a record of its target. */
#define LOST "NOT EXISTS (SELECT 1 FROM record t WHERE t.id = l.target)"

#define NOTE_SHIPPED "shipped-source "

bool source_was_shipped(Store *store, const char *source)
{
    char *name = string_format(NOTE_SHIPPED "%s", source), *note = store_note_get(store, name);
    bool shipped = note != NULL;
    free(name);
    free(note);
    return shipped;
}

/* Whoever imports it again has it in its place. */
static bool remember_shipped(Store *store, const char *source, Error *error)
{
    char *name = string_format(NOTE_SHIPPED "%s", source);
    bool done = store_note_put(store, name, "removed", error);
    free(name);
    return done;
}

/* It may be removed; one that gairo comes with is remembered as such. */
static bool find_source(Store *store, const char *source, Error *error)
{
    long long rank = -1;
    if (!store_number(store, error, &rank, "SELECT rank FROM source WHERE id = ?1", "s", source))
        return false;
    if (rank < 0)
        error_set(error, ERROR_NOT_FOUND, "there is no source \"%s\"; gairo sources lists them", source);
    else if (strcmp(source, SOURCE_GAIRO) == 0)
        error_set(error, ERROR_USAGE, "\"%s\" is what gairo comes with, and stays: all that is asked here rests on it", source);
    if (rank < 0 || strcmp(source, SOURCE_GAIRO) == 0)
        return false;
    return rank > 0 || remember_shipped(store, source, error);
}

static bool remove_records(Store *store, const char *source, long *records, Error *error)
{
    StringList ids = {0};
    Statement statement;
    if (statement_open(store, "SELECT id FROM record WHERE source = ?1", &statement, error)) {
        statement_bind(&statement, 1, source);
        while (statement_step(&statement))
            string_list_add(&ids, statement_word(&statement, 0));
    }
    bool done = statement_close(&statement);
    for (size_t i = 0; done && i < ids.count; i++)
        done = store_record_remove(store, source, ids.items[i], error);
    *records = (long)ids.count;
    string_list_free(&ids);
    return done;
}

/* Lists the lost links, and the records that have them: their sources and ids, one behind the other. */
static bool list_lost(Store *store, StringList *lines, StringList *owners, Error *error)
{
    Statement statement;
    if (statement_open(store,
                       "SELECT r.file, l.line, r.id, l.relation, l.target, r.source FROM link l"
                       " JOIN record r ON r.number = l.record WHERE " LOST " ORDER BY l.record, l.position",
                       &statement, error)) {
        while (statement_step(&statement)) {
            const char *id = statement_word(&statement, 2), *source = statement_word(&statement, 5);
            string_list_take(lines, string_format("%s:%lld: %s: the link \"%s\" to %s", statement_word(&statement, 0),
                                                  statement_number(&statement, 1), id, statement_word(&statement, 3),
                                                  statement_word(&statement, 4)));
            if (owners->count == 0 || strcmp(owners->items[owners->count - 1], id) != 0 ||
                strcmp(owners->items[owners->count - 2], source) != 0) {
                string_list_add(owners, source);
                string_list_add(owners, id);
            }
        }
    }
    return statement_close(&statement);
}

/* The record is what is left of it: its digest says so, and an import that brings the link back finds it changed. */
static bool renew_digest(Store *store, const char *source, const char *id, Error *error)
{
    char digest[DIGEST_SIZE];
    Record *record = record_of_source(store, source, id, error);
    if (!record)
        return false;
    record_digest(record, digest);
    record_free(record);
    return store_run(store, error, "UPDATE record SET digest = ?1 WHERE id = ?2 AND source = ?3", "sss", digest, id,
                     source) &&
           store_run(store, error, "INSERT OR IGNORE INTO touched(item) VALUES (?1)", "s", id);
}

static bool leave_out_lost(Store *store, Removal *removal, Error *error)
{
    StringList owners = {0};
    bool done =
        list_lost(store, &removal->links, &owners, error) &&
        (owners.count == 0 ||
         store_run(store, error,
                   "DELETE FROM link WHERE (record, position) IN (SELECT l.record, l.position FROM link l WHERE " LOST
                   ")",
                   ""));
    for (size_t i = 0; done && i + 1 < owners.count; i += 2)
        done = renew_digest(store, owners.items[i], owners.items[i + 1], error);
    string_list_free(&owners);
    return done;
}

/* What would dangle all the same. */
typedef struct Dangling {
    char *first;
    size_t count;
} Dangling;

static void on_dangling(void *context, const char *file, long line, const char *id, const char *message)
{
    Dangling *dangling = context;
    if (dangling->count++ == 0)
        dangling->first = string_format("%s:%ld: %s %s", file ? file : "", line, id ? id : "", message);
}

static bool finish(Store *store, const char *source, Error *error)
{
    Dangling dangling = {0};
    bool done = store_run(store, error, "INSERT OR IGNORE INTO touched_source(source) SELECT id FROM source", "") &&
                store_records_finish(store, on_dangling, &dangling, error);
    if (done && dangling.count > 0) {
        error_set(
            error, ERROR_INPUT,
            "other sources rest on \"%s\" in %zu place%s, such as %s; remove them first, or import them without it",
            source, dangling.count, plural_ending(dangling.count), dangling.first);
        done = false;
    }
    free(dangling.first);
    return done;
}

bool source_remove(Store *store, const char *source, bool dry_run, Removal *removal, Error *error)
{
    if (!store_begin(store, error))
        return false;
    bool done = find_source(store, source, error) && remove_records(store, source, &removal->records, error) &&
                leave_out_lost(store, removal, error) && joined_tidy(store, error) && finish(store, source, error) &&
                store_run(store, error, "DELETE FROM source WHERE id = ?1", "s", source) &&
                (dry_run || store_commit(store, error));
    if (!done || dry_run)
        store_rollback(store);
    return done;
}

void removal_free(Removal *removal)
{
    string_list_free(&removal->links);
    *removal = (Removal){0};
}
