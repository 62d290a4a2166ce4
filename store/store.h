/* The database: opening, versions, transactions. Everything SQLite is behind this room's headers. */
#ifndef GAIRO_STORE_STORE_H
#define GAIRO_STORE_STORE_H

#include "core/error.h"

#include <stdbool.h>

typedef struct Store Store;

typedef enum StoreMode {
    STORE_READ,   /* must exist; nothing is written, not even a journal */
    STORE_WRITE,  /* must exist; older schemas are migrated */
    STORE_CREATE, /* made where it does not exist */
} StoreMode;

/* Opens the database. Fails, naming path, with ERROR_NOT_FOUND (none there), ERROR_NEWER (made by a newer gairo),
 * ERROR_INPUT (no database of gairo: another application's, another file format, damaged), ERROR_BUSY (locked for over
 * two seconds), ERROR_IO (no permission, a folder). STORE_WRITE on a file that may only be read fails with ERROR_IO.
 * The file is left as it was in all of these. The caller closes it with store_close(). */
bool store_open(const char *path, StoreMode mode, Store **store, Error *error);
/* The same, with ERROR_BUSY after other than two seconds. */
bool store_open_within(const char *path, StoreMode mode, long milliseconds, Store **store, Error *error);
void store_close(Store *store); /* NULL is allowed */
const char *store_path(const Store *store);
/* False where it was opened for reading only. */
bool store_may_write(const Store *store);

/* One transaction at a time. store_begin() takes the write lock (ERROR_BUSY where it cannot). Fails with ERROR_IO, and what
 * would put it right, where the database was moved, deleted or replaced since it was opened (store/loss.h). */
bool store_begin(Store *store, Error *error);
bool store_commit(Store *store, Error *error);
void store_rollback(Store *store); /* no error outside a transaction */

/* A value kept with the database ("shipped-version"). store_note_get gives NULL where there is none; the caller owns
 * it. */
char *store_note_get(Store *store, const char *name);
bool store_note_put(Store *store, const char *name, const char *value, Error *error);
/* The same of what no view shows: store_generation() does not count it. */
bool store_note_put_unseen(Store *store, const char *name, const char *value, Error *error);

/* Asks should_stop about every millisecond of work in SQLite; true ends the running call with ERROR_CANCELLED. NULL
 * takes it off. */
void store_set_stop(Store *store, bool (*should_stop)(void *context), void *context);

/* Where another program holds the database locked, calls wait for two seconds. With goes_on they wait as long as that
 * returns true: it gets the milliseconds waited so far, 0 at first, and sleeps a little itself. Then they fail with
 * ERROR_BUSY. NULL takes it off. */
void store_set_wait(Store *store, bool (*goes_on)(void *context, long waited), void *context);

/* Counts up at every change committed through this Store, or seen from another connection. Views compare it. Never waits: while
 * another program commits, its change is not there yet. */
long long store_generation(Store *store);

#endif
