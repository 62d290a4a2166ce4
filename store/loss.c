#include "config.h"

#include "store/loss.h"
#include "store/database.h"
#include "store/undo.h"

#include "core/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

StoreLoss store_loss(const Store *store)
{
    struct stat status;
    if (stat(store->path, &status) != 0)
        return STORE_GONE;
    if (status.st_dev != store->device || status.st_ino != store->inode)
        return STORE_REPLACED;
    return status.st_size == 0 && store->opened ? STORE_EMPTIED : STORE_THERE;
}

bool store_check_loss(const Store *store, Error *error)
{
    switch (store_loss(store)) {
    case STORE_GONE:
        error_set_at(error, ERROR_IO, store->path, 0,
                     "nothing was written: the database was moved or deleted while it was open; put it back");
        return false;
    case STORE_REPLACED:
        error_set_at(error, ERROR_IO, store->path, 0,
                     "nothing was written: another file took the place of the database while it was open; start gairo "
                     "again, or put the old one back");
        return false;
    case STORE_EMPTIED:
        error_set_at(error, ERROR_IO, store->path, 0,
                     "nothing was written: the database was emptied by another program; put a copy of it in its place");
        return false;
    case STORE_THERE:
        break;
    }
    return true;
}

bool store_reopen(Store *store, Error *error)
{
    Store *fresh = NULL;
    if (!store_open(store->path, store->mode == STORE_READ ? STORE_READ : STORE_WRITE, &fresh, error))
        return false;
    Store old = *store;
    *store = *fresh;
    *fresh = old;
    store->generation = old.generation + 1;
    store_set_wait(store, old.goes_on, old.wait_context);
    store_set_stop(store, old.should_stop, old.stop_context);
    if (old.journal)
        undo_start(store, NULL);
    store_close(fresh);
    return true;
}

/* Copies the pages into an empty file. */
static bool copy_pages(Store *store, const char *path, Error *error)
{
    sqlite3 *target = NULL;
    int code = sqlite3_open_v2(path, &target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);
    sqlite3_backup *backup = code == SQLITE_OK ? sqlite3_backup_init(target, "main", store->database, "main") : NULL;
    if (backup) {
        sqlite3_backup_step(backup, -1);
        code = sqlite3_backup_finish(backup);
    } else if (code == SQLITE_OK) {
        code = sqlite3_errcode(target);
    }
    sqlite3_close(target);
    if (code != SQLITE_OK)
        error_set_at(error, ERROR_IO, path, 0, "cannot be written: %s", sqlite3_errstr(code));
    return code == SQLITE_OK;
}

/* A name beside the new file, for as long as it is not whole. */
static char *part_name(const char *path)
{
    return string_format("%s%s.part", path[0] == '/' ? "" : "./", path);
}

bool store_write_to(Store *store, const char *path, Error *error)
{
    char *part = part_name(path);
    int descriptor = open(part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, store->permissions);
    bool done = false;
    if (descriptor < 0) {
        error_set_at(error, ERROR_IO, part, 0, "cannot be made: %s", strerror(errno));
        free(part);
        return false;
    }
    close(descriptor);
    done = copy_pages(store, part, error);
    /* Never over a file that came meanwhile; not every file system has links. */
    if (done && link(part, path) != 0) {
        done = errno != EEXIST && access(path, F_OK) != 0 && rename(part, path) == 0;
        if (!done)
            error_set_at(error, ERROR_IO, path, 0, "is left as it is: %s", strerror(errno));
    }
    unlink(part);
    free(part);
    return done;
}
