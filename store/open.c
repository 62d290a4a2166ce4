#include "config.h"

#include "store/database.h"

#include "core/memory.h"
#include "core/unicode.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define HEADER_SIZE 100    /* of an SQLite database file */
#define USER_VERSION_AT 60 /* big-endian, 4 bytes */
#define APPLICATION_AT 68
#define LOCK_MILLISECONDS 2000
#define CACHE_KIBIBYTES 65536   /* at most */
#define CACHE_SPILL_PAGES 65536 /* a load keeps readers out only while it commits */

static long big_endian(const unsigned char *bytes)
{
    return ((long)bytes[0] << 24) | ((long)bytes[1] << 16) | ((long)bytes[2] << 8) | (long)bytes[3];
}

static bool refuse_version(const char *path, long version, Error *error)
{
    error_set_at(error, ERROR_NEWER, path, 0,
                 "the database was made by a newer gairo (version %ld, this one knows %d): use that one", version,
                 schema_version());
    return false;
}

/* Looks at the file without SQLite, which might write to it. *size is 0 where there is nothing in it. */
static bool check_header(int descriptor, const char *path, size_t *size, Error *error)
{
    unsigned char header[HEADER_SIZE];
    ssize_t length = pread(descriptor, header, sizeof header, 0);
    if (length < 0) {
        error_set_at(error, ERROR_IO, path, 0, "cannot be read: %s", strerror(errno));
        return false;
    }
    *size = (size_t)length;
    if (length == 0)
        return true;
    if (length < HEADER_SIZE || memcmp(header, "SQLite format 3", 16) != 0) {
        error_set_at(error, ERROR_INPUT, path, 0, "is no database; name one that gairo made");
        return false;
    }
    if (big_endian(header + APPLICATION_AT) != SCHEMA_APPLICATION) {
        error_set_at(error, ERROR_INPUT, path, 0, "is the database of another program; name one that gairo made");
        return false;
    }
    long version = big_endian(header + USER_VERSION_AT);
    return version <= schema_version() || refuse_version(path, version, error);
}

static bool missing(const char *path, StoreMode mode, Error *error)
{
    if (errno == ENOENT && mode == STORE_CREATE)
        return true;
    if (errno == ENOENT)
        error_set_at(error, ERROR_NOT_FOUND, path, 0, "there is no database here");
    else
        error_set_at(error, ERROR_IO, path, 0, "cannot be opened: %s", strerror(errno));
    return false;
}

/* SQLite writes a journal beside the file. */
static bool may_write(const char *path)
{
    char *name = string_copy(path), *slash = strrchr(name, '/');
    if (slash)
        slash[slash == name] = '\0';
    bool may = access(path, W_OK) == 0 && access(slash ? name : ".", W_OK) == 0;
    int reason = errno;
    free(name);
    errno = reason;
    return may;
}

/* What can be known before SQLite opens the file. */
static bool check_file(const char *path, StoreMode mode, Error *error)
{
    /* Not blocking: a named pipe must not hold us up. */
    int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return missing(path, mode, error);
    struct stat status;
    size_t size = 0;
    bool good = false;
    if (fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode))
        error_set_at(error, ERROR_IO, path, 0,
                     S_ISDIR(status.st_mode) ? "is a folder; name a file" : "is no regular file");
    else if (!check_header(descriptor, path, &size, error))
        ;
    else if (size == 0 && mode != STORE_CREATE)
        error_set_at(error, ERROR_INPUT, path, 0, "is empty; name a database that gairo made");
    else if (mode != STORE_READ && !may_write(path))
        error_set_at(error, ERROR_IO, path, 0, "it or its folder may only be read: %s", strerror(errno));
    else
        good = true;
    close(descriptor);
    return good;
}

/* fold(text): without case and accents, as the explorer narrows lists. */
static void fold(sqlite3_context *context, int count, sqlite3_value **values)
{
    const char *text = count == 1 ? (const char *)sqlite3_value_text(values[0]) : NULL;
    if (text)
        sqlite3_result_text(context, text_fold(text), -1, free);
}

static bool configure(Store *store, Error *error)
{
    sqlite3 *database = store->database;
    sqlite3_extended_result_codes(database, 1);
    store_set_wait(store, NULL, NULL);
    sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(database, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
    sqlite3_db_config(database, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
    sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
    sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
    sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    char *pragmas = string_format("PRAGMA foreign_keys = ON; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY;"
                                  "PRAGMA cache_size = -%d; PRAGMA cache_spill = %d",
                                  CACHE_KIBIBYTES, CACHE_SPILL_PAGES);
    int code = sqlite3_exec(database, pragmas, NULL, NULL, NULL);
    free(pragmas);
    if (code == SQLITE_OK)
        code = sqlite3_create_function_v2(database, "fold", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, NULL, fold, NULL,
                                          NULL, NULL);
    if (code != SQLITE_OK)
        store_fail(store, code, error);
    return code == SQLITE_OK && tokenizer_register(store, error);
}

static bool check_versions(Store *store, long long *version, Error *error)
{
    long long application = 0, tables = 0;
    if (!store_number(store, error, &application, "PRAGMA application_id", "") ||
        !store_number(store, error, version, "PRAGMA user_version", "") ||
        !store_number(store, error, &tables, "SELECT count(*) FROM sqlite_schema", ""))
        return false;
    if (tables > 0 && application != SCHEMA_APPLICATION) {
        error_set_at(error, ERROR_INPUT, store->path, 0,
                     "is the database of another program; name one that gairo made");
        return false;
    }
    if (*version > schema_version())
        return refuse_version(store->path, (long)*version, error);
    if (*version < 0 || (*version > 0) != (tables > 0)) {
        error_set_at(error, ERROR_INPUT, store->path, 0, "is damaged: its version and its tables do not agree");
        return false;
    }
    if (*version < schema_version() && store->mode == STORE_READ) {
        error_set_at(error, ERROR_INPUT, store->path, 0,
                     "was made by an older gairo and cannot be brought up to date while it may only be read");
        return false;
    }
    return true;
}

/* A rollback journal of a writer that died must be rolled back first, which a reader may not do. */
static bool fail_open(Store *store, int code, Error *error)
{
    if (code == SQLITE_READONLY_ROLLBACK || code == SQLITE_READONLY_RECOVERY)
        error_set_at(error, ERROR_IO, store->path, 0,
                     "a program died while it wrote to the database; make the file and its folder writable once");
    else
        store_fail(store, code, error);
    return false;
}

/* What the file is, for telling whether it is still there (store/loss.h). */
static void remember_file(Store *store)
{
    struct stat status;
    if (stat(store->path, &status) == 0) {
        store->device = status.st_dev;
        store->inode = status.st_ino;
        store->permissions = status.st_mode & 0777;
    }
}

static bool open_database(Store *store, Error *error)
{
    const int flags[] = {
        [STORE_READ] = SQLITE_OPEN_READONLY,
        [STORE_WRITE] = SQLITE_OPEN_READWRITE,
        [STORE_CREATE] = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
    };
    /* "./" keeps SQLite from taking ":memory:" or "file:…" for anything but a file's name. */
    char *name = string_format("%s%s", store->path[0] == '/' ? "" : "./", store->path);
    int code = sqlite3_open_v2(name, &store->database, flags[store->mode] | SQLITE_OPEN_NOMUTEX, NULL);
    free(name);
    if (code != SQLITE_OK) {
        store_fail(store, code, error);
        return false;
    }
    remember_file(store);
    if (!configure(store, error))
        return false;
    code = sqlite3_exec(store->database, "SELECT 1 FROM sqlite_schema LIMIT 1", NULL, NULL, NULL);
    long long version = 0;
    if (code != SQLITE_OK)
        return fail_open(store, code, error);
    return check_versions(store, &version, error) && schema_migrate_to(store, (int)version, schema_version(), error) &&
           schema_prepare(store, error);
}

bool store_open(const char *path, StoreMode mode, Store **store, Error *error)
{
    return store_open_within(path, mode, LOCK_MILLISECONDS, store, error);
}

bool store_open_within(const char *path, StoreMode mode, long milliseconds, Store **store, Error *error)
{
    *store = NULL;
    if (!path || !*path) {
        error_set(error, ERROR_USAGE, "the database's name is empty");
        return false;
    }
    if (!check_file(path, mode, error))
        return false;
    Store *opened = memory_zeroed(1, sizeof *opened);
    opened->path = string_copy(path);
    opened->mode = mode;
    opened->patience = milliseconds;
    if (!open_database(opened, error)) {
        store_close(opened);
        return false;
    }
    store_number(opened, NULL, &opened->data_version, "PRAGMA data_version", "");
    opened->opened = true;
    *store = opened;
    return true;
}
