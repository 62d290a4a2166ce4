#include "store/database.h"
#include "store/journal.h"
#include "store/kept.h"
#include "store/loss.h"

#include "core/memory.h"

#include <stdlib.h>
#include <time.h>

#define LOCK_PAUSE_MILLISECONDS 10

void store_close(Store *store)
{
    if (!store)
        return;
    journal_free(store);
    kept_free(store);
    for (size_t i = 0; i < store->prepared_count; i++)
        sqlite3_finalize(store->prepared[i].handle);
    free(store->prepared);
    sqlite3_close(store->database);
    free(store->path);
    free(store);
}

const char *store_path(const Store *store)
{
    return store->path;
}

bool store_may_write(const Store *store)
{
    return store->mode != STORE_READ;
}

bool store_begin(Store *store, Error *error)
{
    if (store->mode == STORE_READ) {
        error_set_at(error, ERROR_IO, store->path, 0,
                     "nothing was written: the database may only be read; make it and its folder writable and start "
                     "gairo again");
        return false;
    }
    if (store->opened && !store_check_loss(store, error))
        return false;
    if (!sqlite3_get_autocommit(store->database)) {
        error_set_at(error, ERROR_STORE, store->path, 0, "a transaction is open already");
        return false;
    }
    if (!store_run(store, error, "BEGIN IMMEDIATE", ""))
        return false;
    journal_begin(store);
    return true;
}

bool store_commit(Store *store, Error *error)
{
    if (sqlite3_get_autocommit(store->database)) {
        error_set_at(error, ERROR_STORE, store->path, 0, "the transaction was undone before its end");
        return false;
    }
    if (!journal_commit(store, error) || !store_run(store, error, "COMMIT", ""))
        return false;
    store->generation++;
    return true;
}

void store_rollback(Store *store)
{
    journal_rollback(store);
    if (!sqlite3_get_autocommit(store->database))
        store_run(store, NULL, "ROLLBACK", "");
}

char *store_note_get(Store *store, const char *name)
{
    Statement statement;
    char *value = NULL;
    if (statement_open(store, "SELECT value FROM note WHERE name = ?1", &statement, NULL)) {
        statement_bind(&statement, 1, name);
        if (statement_step(&statement))
            value = statement_copy(&statement, 0);
    }
    statement_close(&statement);
    return value;
}

bool store_note_put(Store *store, const char *name, const char *value, Error *error)
{
    bool own = sqlite3_get_autocommit(store->database);
    if (own && !store_begin(store, error))
        return false;
    bool done = value ? store_run(store, error,
                                  "INSERT INTO note(name, value) VALUES (?1, ?2)"
                                  " ON CONFLICT(name) DO UPDATE SET value = excluded.value",
                                  "ss", name, value)
                      : store_run(store, error, "DELETE FROM note WHERE name = ?1", "s", name);
    if (own && done)
        done = store_commit(store, error);
    if (own && !done)
        store_rollback(store);
    return done;
}

bool store_note_put_unseen(Store *store, const char *name, const char *value, Error *error)
{
    long long generation = store->generation;
    bool done = store_note_put(store, name, value, error);
    store->generation = generation;
    return done;
}

static int stop_asked(void *context)
{
    Store *store = context;
    return store->should_stop(store->stop_context) ? 1 : 0;
}

bool store_goes_on(Store *store, Error *error)
{
    bool stops = store->should_stop && store->should_stop(store->stop_context);
    if (stops)
        store_fail(store, SQLITE_INTERRUPT, error);
    return !stops;
}

void store_set_stop(Store *store, bool (*should_stop)(void *context), void *context)
{
    /* About a millisecond's worth of the virtual machine's instructions. */
    const int instructions = 10000;
    store->should_stop = should_stop;
    store->stop_context = context;
    sqlite3_progress_handler(store->database, should_stop ? instructions : 0, should_stop ? stop_asked : NULL, store);
}

static long long now_milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

/* SQLite asks this while it cannot get a lock. */
static int goes_on_waiting(void *context, int times)
{
    Store *store = context;
    long long now = now_milliseconds();
    if (times == 0)
        store->waiting_since = now;
    long waited = (long)(now - store->waiting_since);
    if (store->goes_on)
        return store->goes_on(store->wait_context, waited);
    if (waited >= store->patience)
        return 0;
    sqlite3_sleep(LOCK_PAUSE_MILLISECONDS);
    return 1;
}

void store_set_wait(Store *store, bool (*goes_on)(void *context, long waited), void *context)
{
    store->goes_on = goes_on;
    store->wait_context = context;
    sqlite3_busy_handler(store->database, goes_on_waiting, store);
}

long long store_generation(Store *store)
{
    long long version = store->data_version;
    sqlite3_busy_handler(store->database, NULL, NULL);
    bool known = store_number(store, NULL, &version, "PRAGMA data_version", "");
    sqlite3_busy_handler(store->database, goes_on_waiting, store);
    /* Unknown while another program commits; whatever else is wrong the next question to the database tells. */
    if (!known)
        return store->generation;
    if (version != store->data_version)
        store->generation++;
    store->data_version = version;
    return store->generation;
}
