/* Opening the database, made from the shipped data set where there is none. It is made in a folder of its own beside
 * its place and moved there when it is complete, so that nobody ever sees half of it. */
#include "config.h"

#include "core/file.h"
#include "core/memory.h"
#include "importers/import.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define PART_PREFIX ".gairo-new-"
#define PART_NAME "gairo.db"
#define WAIT_MILLISECONDS 100

/* SQLite's companions of a database file. */
static const char *const companions[] = {"-wal", "-shm", "-journal"};

static char *folder_of(const char *path)
{
    const char *name = path_name(path);

    if (name == path)
        return string_copy(".");
    return string_copy_bytes(path, name - path == 1 ? 1 : (size_t)(name - path) - 1);
}

static void remove_companions(const char *path)
{
    for (size_t i = 0; i < sizeof(companions) / sizeof(companions[0]); i++) {
        char *companion = string_format("%s%s", path, companions[i]);

        unlink(companion);
        free(companion);
    }
}

/* A folder in which a database was being made. */
static void remove_part(const char *part)
{
    char *database = path_join(part, PART_NAME);

    unlink(database);
    remove_companions(database);
    rmdir(part);
    free(database);
}

/* What a gairo that was killed left; the lock is ours, so nobody works in one. */
static void remove_left_parts(const char *folder)
{
    DIR *entries = opendir(folder);
    struct dirent *entry;

    while (entries != NULL && (entry = readdir(entries)) != NULL) {
        if (strncmp(entry->d_name, PART_PREFIX, strlen(PART_PREFIX)) == 0) {
            char *part = path_join(folder, entry->d_name);

            remove_part(part);
            free(part);
        }
    }
    if (entries != NULL)
        closedir(entries);
}

/* Locks the folder against other gairos that make a database in it; waits for one that does. Where the file system
 * knows no locks, *descriptor is -1, and only the last rename decides. */
static bool lock_folder(const char *folder, const ImportOptions *options, int *descriptor, Error *error)
{
    static const ImportProgress nothing;
    const struct timespec pause = {.tv_nsec = WAIT_MILLISECONDS * 1000000l};
    int opened = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

    *descriptor = -1;
    while (opened >= 0 && flock(opened, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK && errno != EINTR) {
            close(opened);
            return true;
        }
        if (options != NULL && options->progress != NULL && !options->progress(options->context, &nothing)) {
            close(opened);
            error_set(error, ERROR_CANCELLED, "stopped");
            return false;
        }
        nanosleep(&pause, NULL);
    }
    *descriptor = opened;
    return true;
}

static bool fill(const char *path, const ImportOptions *options, Error *error)
{
    ImportReport report = {0};
    Store *store = NULL;
    bool good = store_open(path, STORE_CREATE, &store, error) && import_shipped(store, options, &report, error);

    store_close(store);
    import_report_free(&report);
    return good;
}

/* Whether a file of no bytes is there, as mktemp makes it, that may be filled. One with a journal beside it is not ours
 * to judge. */
static bool is_empty_file(const char *path)
{
    struct stat status;

    if (stat(path, &status) != 0 || !S_ISREG(status.st_mode) || status.st_size > 0 || access(path, W_OK) != 0)
        return false;
    for (size_t i = 0; i < sizeof(companions) / sizeof(companions[0]); i++) {
        char *companion = string_format("%s%s", path, companions[i]);
        bool found = file_exists(companion);

        free(companion);
        if (found)
            return false;
    }
    return true;
}

static bool needs_making(const char *path)
{
    return !file_exists(path) || is_empty_file(path);
}

/* Puts the database in an empty file's place, with the mode that it had; a link to it stays one. */
static bool replace_empty(const char *from, const char *path, Error *error)
{
    struct stat status;
    char *real = realpath(path, NULL);
    bool good = real != NULL && stat(real, &status) == 0 && chmod(from, status.st_mode & 0777) == 0 &&
                rename(from, real) == 0;

    if (!good)
        error_set_at(error, ERROR_IO, path, 0, "cannot make the database: %s", strerror(errno));
    free(real);
    return good;
}

/* Moves the database to its place unless one is there. */
static bool move_to_place(const char *from, const char *path, Error *error)
{
    if (is_empty_file(path))
        return replace_empty(from, path, error);
    if (!file_exists(path))
        remove_companions(path);
    if (renameat2(AT_FDCWD, from, AT_FDCWD, path, RENAME_NOREPLACE) == 0 || errno == EEXIST)
        return true;
    /* Not every file system can do that. */
    if (errno == EINVAL || errno == ENOSYS) {
        if (link(from, path) == 0 || errno == EEXIST || rename(from, path) == 0)
            return true;
    }
    error_set_at(error, ERROR_IO, path, 0, "cannot make the database: %s", strerror(errno));
    return false;
}

static bool make(const char *folder, const char *path, const ImportOptions *options, Error *error)
{
    char *part = path_join(folder, PART_PREFIX "XXXXXX");
    char *database;
    bool good;

    if (mkdtemp(part) == NULL) {
        error_set_at(error, ERROR_IO, folder, 0, "cannot make the database in this folder: %s", strerror(errno));
        free(part);
        return false;
    }
    database = path_join(part, PART_NAME);
    good = fill(database, options, error) && move_to_place(database, path, error);
    remove_part(part);
    free(database);
    free(part);
    return good;
}

static bool make_locked(const char *path, const ImportOptions *options, Error *error)
{
    char *folder = folder_of(path);
    int lock = -1;
    bool good = folder_make(folder, error) && lock_folder(folder, options, &lock, error);

    /* Whoever had the lock may have made it. */
    if (good && needs_making(path)) {
        if (lock >= 0)
            remove_left_parts(folder);
        good = make(folder, path, options, error);
    }
    if (lock >= 0)
        close(lock);
    free(folder);
    return good;
}

bool import_open_store(const char *path, const ImportOptions *options, Store **store, Error *error)
{
    ImportOptions shipped = options == NULL ? (ImportOptions){0} : *options;

    *store = NULL;
    shipped.dry_run = false;
    if (needs_making(path) && !make_locked(path, &shipped, error))
        return false;
    return shipped.patience > 0 ? store_open_within(path, STORE_WRITE, shipped.patience, store, error)
                                : store_open(path, STORE_WRITE, store, error);
}
