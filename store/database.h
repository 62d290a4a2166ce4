/* Inside store/ only: the open database, its prepared statements and how SQLite's results become errors. */
#ifndef GAIRO_STORE_DATABASE_H
#define GAIRO_STORE_DATABASE_H

#include "core/text.h"
#include "core/vocabulary.h"
#include "store/store.h"

#include <sqlite3.h>
#include <stddef.h>
#include <sys/types.h>

typedef struct PreparedStatement {
    const char *sql; /* the literal it was made from, compared by address */
    sqlite3_stmt *handle;
    bool used;
} PreparedStatement;

/* The state of a law on a day. */
typedef struct KeptState {
    char *id, *state;
} KeptState;

/* What was worked out once and holds until the database changes (store/kept.h). */
typedef struct Kept {
    long long generation; /* of the database that all of it is of */
    char *selected;       /* what the temporary table selection holds, as selection_make() composed it; NULL: not known */
    StringList sets;      /* "field=value"; the index is the number of the set in the temporary table kept */
    char *states_as_of;   /* the day of the states */
    KeptState *states;    /* the first sorted_count by id, the rest as they came */
    size_t state_count, state_capacity, sorted_count;
} Kept;

struct Store {
    sqlite3 *database;
    char *path;
    StoreMode mode;
    PreparedStatement *prepared; /* closed together */
    size_t prepared_count;
    size_t prepared_capacity;
    bool (*should_stop)(void *context);
    void *stop_context;
    bool (*goes_on)(void *context, long waited);
    void *wait_context;
    long patience;           /* milliseconds to wait for a lock where goes_on is NULL */
    long long waiting_since; /* milliseconds; of the lock that is waited for */
    dev_t device;            /* of the file that was opened */
    ino_t inode;
    mode_t permissions;
    bool opened; /* its tables are made: it is no empty file any more */
    long long generation;
    long long data_version; /* of the last look: other connections' commits change it */
    Kept kept;
    struct Journal *journal; /* of what can be undone; NULL: none is kept */
};

/* A statement in use. Reads row by row with statement_step(); once anything failed it stays failed. */
typedef struct Statement {
    Store *store;
    sqlite3_stmt *handle;
    size_t slot; /* in store->prepared; SIZE_MAX: not kept */
    Error *error;
    bool failed;
} Statement;

/* Takes the prepared statement of a string literal, making it the first time; it returns to the set when it is closed.
 */
bool statement_open(Store *store, const char *literal, Statement *statement, Error *error);
/* The same for composed SQL, which is not kept. */
bool statement_open_once(Store *store, const char *sql, Statement *statement, Error *error);
/* Binds copies: index counts from 1; NULL binds NULL. */
void statement_bind(Statement *statement, int index, const char *text);
void statement_bind_number(Statement *statement, int index, long long number);
/* The same, for the parameter of that name (":item"); nothing where the statement has none such. */
void statement_bind_name(Statement *statement, const char *name, const char *text);
/* True with a row; false at the end and on failure, which statement_close() tells. */
bool statement_step(Statement *statement);
/* A column's text: valid until the next step, NULL for NULL. */
const char *statement_text(Statement *statement, int column);
/* The same, "" for NULL: for columns that are never NULL unless the file is damaged. */
const char *statement_word(Statement *statement, int column);
/* Copies that the caller owns; of a NULL the first gives NULL, the second "". */
char *statement_copy(Statement *statement, int column);
char *statement_copy_word(Statement *statement, int column);
long long statement_number(Statement *statement, int column);
/* False, with the error set, where a bind or a step failed. Safe on a statement that did not open. */
bool statement_close(Statement *statement);
/* Makes it ready for another round of binding and stepping. */
void statement_reset(Statement *statement);

/* Runs a literal without rows. types has a letter for each parameter: 's' a string (NULL allowed), 'n' a long long. */
bool store_run(Store *store, Error *error, const char *literal, const char *types, ...);
/* Runs a literal that gives one number; *number keeps its value where there is no row. */
bool store_number(Store *store, Error *error, long long *number, const char *literal, const char *types, ...);

/* Asks who may stop the work, as SQLite does while it works itself (store_set_stop()); for loops that do much between two of
 * its steps. False, with ERROR_CANCELLED, where it is to stop. */
bool store_goes_on(Store *store, Error *error);

/* Fills error from an SQLite result code; doing says what was tried ("reading"). */
void store_fail(Store *store, int code, Error *error);
/* The kind of a name kept in the database; KIND_COUNT where it is none, which only damage can bring about. */
Kind store_kind(const char *name);
/* False, with ERROR_INPUT, where store_kind() gave none for that item. */
bool store_check_kind(Store *store, Kind kind, const char *id, Error *error);

/* The version that this gairo makes. */
int schema_version(void);
/* Runs the migrations from one version to a later one, each in a transaction of its own; passes over those that
 * another program has run meanwhile (store/schema.c). */
bool schema_migrate_to(Store *store, int from, int version, Error *error);
/* Makes the connection's temporary tables. */
bool schema_prepare(Store *store, Error *error);
#define SCHEMA_APPLICATION 0x67616972 /* "gair" */

/* Makes the tokenizer of the search index, and matched_column() for it, known to the connection (store/tokenizer.c). */
bool tokenizer_register(Store *store, Error *error);

#endif
