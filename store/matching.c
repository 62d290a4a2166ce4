#include "store/matching.h"

#include "store/database.h"
#include "store/joining.h"
#include "store/records.h"
#include "store/settle.h"

#include "core/memory.h"

#include <stdlib.h>
#include <string.h>

typedef struct Saying {
    const char *given, *item;
    StringList *lines;
    bool dry_run;
    char *refused; /* why what was said cannot be */
} Saying;

static void on_record(void *context, const SettledRecord *record)
{
    Saying *saying = context;
    SettledRecord told = *record;
    const bool named = strcmp(record->given, saying->given) == 0;
    if (named && saying->item && !record->item && !saying->refused)
        saying->refused = string_format("%s: %s %s", record->source, record->given, record->how ? record->how : "stays apart");
    /* Of what was named it is known what it was. */
    if (named)
        told.before = NULL;
    if ((named && record->how) || settled_moved(&told))
        string_list_take(saying->lines, settled_words(&told));
}

static void on_dangling(void *context, const char *file, long line, const char *id, const char *message)
{
    char **first = context;
    if (!*first)
        *first = string_format("%s:%ld: %s %s", file ? file : "", line, id ? id : "", message);
}

/* Joins and links anew, and the items made of them. */
static bool renew(Store *store, Saying *saying, Error *error)
{
    const SettleListener listener = {.record = on_record, .context = saying};
    char *dangling = NULL;
    bool done = store_settle(store, &listener, error) && store_records_finish(store, on_dangling, &dangling, error);
    if (done && (saying->refused || dangling)) {
        error_set(error, ERROR_INPUT, "%s; nothing was changed", saying->refused ? saying->refused : dangling);
        done = false;
    }
    free(dangling);
    return done;
}

/* The first text that a question of two ids gives; NULL where there is no row. The caller frees it. */
static bool ask(Store *store, const char *literal, const char *given, const char *item, char **answer, Error *error)
{
    Statement statement;
    *answer = NULL;
    if (statement_open(store, literal, &statement, error)) {
        statement_bind(&statement, 1, given);
        statement_bind(&statement, 2, item);
        if (statement_step(&statement))
            *answer = statement_copy(&statement, 0);
    }
    return statement_close(&statement);
}

static bool check_given(Store *store, const char *given, Error *error)
{
    char *source = NULL, *own = NULL;
    bool done = ask(store, "SELECT source FROM record WHERE given = ?1 AND ?2 IS NULL LIMIT 1", given, NULL, &source, error) &&
                ask(store, "SELECT source FROM record WHERE id = ?1 AND given IS NULL AND ?2 IS NULL LIMIT 1", given, NULL,
                    &own, error);
    if (done && own)
        error_set(error, ERROR_INPUT, "%s is the item's id in %s itself: it is that item for good", given, own);
    else if (done && !source)
        error_set(error, ERROR_NOT_FOUND, "no imported source calls anything %s; gairo list models --where source=NAME tells "
                  "what one has", given);
    done = done && source && !own;
    free(source);
    free(own);
    return done;
}

static bool check_item(Store *store, const char *given, const char *item, Error *error)
{
    char *found = NULL, *joined = NULL, *rival = NULL;
    bool done = ask(store, "SELECT id FROM record WHERE id = ?2 AND ?1 IS NOT NULL LIMIT 1", given, item, &found, error) &&
                ask(store, "SELECT id FROM record WHERE given = ?2 AND ?1 IS NOT NULL LIMIT 1", given, item, &joined, error) &&
                ask(store,
                    "SELECT o.source || '''s ' || o.given FROM record o WHERE o.id = ?2 AND o.given <> ?1"
                    " AND o.source IN (SELECT source FROM record WHERE given = ?1) LIMIT 1",
                    given, item, &rival, error);
    if (done && !found && joined)
        error_set(error, ERROR_NOT_FOUND, "%s is known as %s; match %s to that", item, joined, given);
    else if (done && !found)
        error_set(error, ERROR_NOT_FOUND, "there is no item %s; nothing was changed", item);
    else if (done && rival)
        error_set(error, ERROR_INPUT, "%s is %s already, and a source speaks of an item once; gairo sources apart keeps that "
                  "one apart first", rival, item);
    done = done && found && !rival;
    free(found);
    free(joined);
    free(rival);
    return done;
}

static bool end(Store *store, Saying *saying, bool done, Error *error)
{
    done = done && (saying->dry_run || store_commit(store, error));
    if (!done || saying->dry_run)
        store_rollback(store);
    free(saying->refused);
    return done;
}

bool match_say(Store *store, const char *given, const char *item, bool dry_run, StringList *lines, Error *error)
{
    Saying saying = {.given = given, .item = item, .dry_run = dry_run, .lines = lines};
    if (!store_begin(store, error))
        return false;
    return end(store, &saying,
               check_given(store, given, error) && (!item || check_item(store, given, item, error)) &&
                   store_run(store, error,
                             "INSERT INTO match(given, item, changed) VALUES (?1, ?2,"
                             " strftime('%Y-%m-%dT%H:%M:%SZ', 'now')) ON CONFLICT(given) DO UPDATE SET"
                             " item = excluded.item, changed = excluded.changed",
                             "ss", given, item) &&
                   renew(store, &saying, error),
               error);
}

bool match_forget(Store *store, const char *given, bool dry_run, StringList *lines, Error *error)
{
    Saying saying = {.given = given, .dry_run = dry_run, .lines = lines};
    long long count = 0;
    if (!store_begin(store, error))
        return false;
    bool done = store_number(store, error, &count, "SELECT count(*) FROM match WHERE given = ?1", "s", given);
    if (done && count == 0) {
        error_set(error, ERROR_NOT_FOUND, "nothing was said of \"%s\"; gairo sources matches lists what was", given);
        done = false;
    }
    return end(store, &saying,
               done && store_run(store, error, "DELETE FROM match WHERE given = ?1", "s", given) &&
                   renew(store, &saying, error),
               error);
}
