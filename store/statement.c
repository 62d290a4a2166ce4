#include "store/database.h"
#include "store/loss.h"

#include "core/memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static ErrorCode error_code(int code)
{
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ERROR_BUSY;
    case SQLITE_INTERRUPT:
        return ERROR_CANCELLED;
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
    case SQLITE_FORMAT:
        return ERROR_INPUT;
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_READONLY:
    case SQLITE_IOERR:
    case SQLITE_FULL:
    case SQLITE_AUTH:
        return ERROR_IO;
    case SQLITE_TOOBIG:
        return ERROR_LIMIT;
    default:
        return ERROR_STORE;
    }
}

/* What the system refused, and what would put it right. */
static const char *io_words(const Store *store, int code)
{
    if (code == SQLITE_READONLY_DBMOVED || store_loss(store) == STORE_GONE)
        return "the database was moved or deleted while it was open; put it back";
    switch (code & 0xff) {
    case SQLITE_FULL:
        return "nothing was written: the disk is full; make room and try again";
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return "nothing was written: the database may only be read; make it and its folder writable";
    case SQLITE_CANTOPEN:
        return "the database cannot be opened, or nothing written beside it; make it and its folder readable and writable";
    case SQLITE_IOERR:
        return "the disk failed while the database was read or written; try again, and keep a copy of the file";
    default:
        return sqlite3_errstr(code & 0xff);
    }
}

void store_fail(Store *store, int code, Error *error)
{
    ErrorCode kind = error_code(code);
    switch (kind) {
    case ERROR_BUSY:
        error_set_at(error, kind, store->path, 0,
                     "the database is locked by another program; close that, or try again when it is done");
        break;
    case ERROR_CANCELLED:
        error_set(error, kind, "stopped");
        break;
    case ERROR_INPUT:
        error_set_at(error, kind, store->path, 0, "no intact database of gairo: %s", sqlite3_errstr(code & 0xff));
        break;
    case ERROR_IO:
        error_set_at(error, kind, store->path, 0, "%s", io_words(store, code));
        break;
    default:
        error_set_at(error, kind, store->path, 0, "%s",
                     store->database && sqlite3_errcode(store->database) == (code & 0xff)
                         ? sqlite3_errmsg(store->database)
                         : sqlite3_errstr(code));
    }
}

static bool fail(Statement *statement, int code)
{
    if (!statement->failed)
        store_fail(statement->store, code, statement->error);
    statement->failed = true;
    return false;
}

/* The slot of a literal that is not in use; store->prepared_count where there is none. */
static size_t free_slot(const Store *store, const char *literal)
{
    size_t slot = 0;
    while (slot < store->prepared_count && (store->prepared[slot].sql != literal || store->prepared[slot].used))
        slot++;
    return slot;
}

bool statement_open(Store *store, const char *literal, Statement *statement, Error *error)
{
    *statement = (Statement){.store = store, .slot = SIZE_MAX, .error = error};
    size_t slot = free_slot(store, literal);
    if (slot == store->prepared_count) {
        sqlite3_stmt *handle = NULL;
        int code = sqlite3_prepare_v3(store->database, literal, -1, SQLITE_PREPARE_PERSISTENT, &handle, NULL);
        if (code != SQLITE_OK)
            return fail(statement, code);
        if (store->prepared_count == store->prepared_capacity) {
            store->prepared_capacity = store->prepared_capacity ? 2 * store->prepared_capacity : 32;
            store->prepared = memory_resize(store->prepared, store->prepared_capacity, sizeof *store->prepared);
        }
        store->prepared[store->prepared_count++] = (PreparedStatement){.sql = literal, .handle = handle};
    }
    store->prepared[slot].used = true;
    statement->handle = store->prepared[slot].handle;
    statement->slot = slot;
    return true;
}

bool statement_open_once(Store *store, const char *sql, Statement *statement, Error *error)
{
    *statement = (Statement){.store = store, .slot = SIZE_MAX, .error = error};
    int code = sqlite3_prepare_v2(store->database, sql, -1, &statement->handle, NULL);
    return code == SQLITE_OK || fail(statement, code);
}

static void check_bind(Statement *statement, int code)
{
    if (code != SQLITE_OK)
        fail(statement, code);
}

void statement_bind(Statement *statement, int index, const char *text)
{
    if (statement->failed)
        return;
    if (text)
        check_bind(statement, sqlite3_bind_text(statement->handle, index, text, -1, SQLITE_TRANSIENT));
    else
        check_bind(statement, sqlite3_bind_null(statement->handle, index));
}

void statement_bind_number(Statement *statement, int index, long long number)
{
    if (!statement->failed)
        check_bind(statement, sqlite3_bind_int64(statement->handle, index, number));
}

void statement_bind_name(Statement *statement, const char *name, const char *text)
{
    int index = statement->failed ? 0 : sqlite3_bind_parameter_index(statement->handle, name);
    if (index > 0)
        statement_bind(statement, index, text);
}

bool statement_step(Statement *statement)
{
    if (statement->failed)
        return false;
    int code = sqlite3_step(statement->handle);
    if (code == SQLITE_ROW)
        return true;
    return code == SQLITE_DONE ? false : fail(statement, code);
}

const char *statement_text(Statement *statement, int column)
{
    return (const char *)sqlite3_column_text(statement->handle, column);
}

const char *statement_word(Statement *statement, int column)
{
    const char *text = statement_text(statement, column);
    return text ? text : "";
}

char *statement_copy(Statement *statement, int column)
{
    return string_copy(statement_text(statement, column));
}

char *statement_copy_word(Statement *statement, int column)
{
    return string_copy(statement_word(statement, column));
}

long long statement_number(Statement *statement, int column)
{
    return sqlite3_column_int64(statement->handle, column);
}

void statement_reset(Statement *statement)
{
    if (!statement->handle)
        return;
    sqlite3_reset(statement->handle);
    sqlite3_clear_bindings(statement->handle);
}

bool statement_close(Statement *statement)
{
    if (statement->slot != SIZE_MAX) {
        statement_reset(statement);
        statement->store->prepared[statement->slot].used = false;
    } else {
        sqlite3_finalize(statement->handle);
    }
    statement->handle = NULL;
    statement->slot = SIZE_MAX;
    return !statement->failed;
}

static void bind_all(Statement *statement, const char *types, va_list values)
{
    for (int index = 1; *types; index++, types++) {
        if (*types == 'n')
            statement_bind_number(statement, index, va_arg(values, long long));
        else
            statement_bind(statement, index, va_arg(values, const char *));
    }
}

/* Runs it through, or with number only to its first row, whose first column it becomes; unchanged where there is none. */
static bool run(Store *store, Error *error, long long *number, const char *literal, const char *types, va_list values)
{
    Statement statement;
    if (statement_open(store, literal, &statement, error)) {
        bind_all(&statement, types, values);
        while (statement_step(&statement)) {
            if (number) {
                *number = statement_number(&statement, 0);
                break;
            }
        }
    }
    return statement_close(&statement);
}

bool store_run(Store *store, Error *error, const char *literal, const char *types, ...)
{
    va_list values;
    va_start(values, types);
    bool done = run(store, error, NULL, literal, types, values);
    va_end(values);
    return done;
}

bool store_number(Store *store, Error *error, long long *number, const char *literal, const char *types, ...)
{
    va_list values;
    va_start(values, types);
    bool done = run(store, error, number, literal, types, values);
    va_end(values);
    return done;
}

Kind store_kind(const char *name)
{
    Kind kind;
    return kind_parse(name, &kind) ? kind : KIND_COUNT;
}

bool store_check_kind(Store *store, Kind kind, const char *id, Error *error)
{
    if (kind == KIND_COUNT)
        error_set_at(error, ERROR_INPUT, store->path, 0, "is damaged: \"%s\" is of no known kind", id);
    return kind != KIND_COUNT;
}
