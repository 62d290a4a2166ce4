#include "config.h"

#include "core/file.h"

#include "core/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define READ_BYTES (64u * 1024)

static bool fail(const char *path, const char *what, Error *error)
{
    bool absent = errno == ENOENT || errno == ENOTDIR;

    error_set_at(error, absent ? ERROR_NOT_FOUND : ERROR_IO, path, 0, "%s: %s", what, strerror(errno));
    return false;
}

static bool read_all(int descriptor, const char *path, size_t limit, Text *content, Error *error)
{
    char *buffer = memory_allocate(READ_BYTES);
    size_t total = 0;
    ssize_t count;

    while ((count = read(descriptor, buffer, READ_BYTES)) != 0) {
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0) {
            fail(path, "cannot read", error);
            break;
        }
        total += (size_t)count;
        if (total > limit) {
            error_set_at(error, ERROR_LIMIT, path, 0, "is larger than the limit of %zu bytes", limit);
            break;
        }
        text_append_bytes(content, buffer, (size_t)count);
    }
    free(buffer);
    return count == 0;
}

bool file_read(const char *path, size_t limit, Text *content, Error *error)
{
    struct stat status;
    bool done = false;
    /* Not blocking: opening a pipe without a writer would wait for one. */
    int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);

    if (descriptor < 0)
        return fail(path, "cannot open", error);
    if (fstat(descriptor, &status) != 0)
        fail(path, "cannot read", error);
    else if (!S_ISREG(status.st_mode))
        error_set_at(error, ERROR_IO, path, 0,
                     S_ISDIR(status.st_mode) ? "is a folder, not a file" : "is no regular file");
    else if ((unsigned long long)status.st_size > limit)
        error_set_at(error, ERROR_LIMIT, path, 0, "is larger than the limit of %zu bytes", limit);
    else
        done = read_all(descriptor, path, limit, content, error);
    close(descriptor);
    return done;
}

ssize_t descriptor_write_some(int descriptor, const char *bytes, size_t length)
{
    sigset_t pipe_signal, before, pending;
    struct timespec at_once = {0};

    /* A closed pipe must not end the program, and the program's own way with SIGPIPE must stay as it is: so the signal
     * is held back in this thread, and taken away if this write raised it. */
    sigpending(&pending);
    sigemptyset(&pipe_signal);
    sigaddset(&pipe_signal, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipe_signal, &before);
    ssize_t written = write(descriptor, bytes, length);
    int cause = errno;
    if (written < 0 && cause == EPIPE && !sigismember(&pending, SIGPIPE))
        while (sigtimedwait(&pipe_signal, NULL, &at_once) < 0 && errno == EINTR)
            ;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    errno = cause;
    return written;
}

bool descriptor_write(int descriptor, const char *bytes, size_t length, Error *error)
{
    while (length > 0) {
        ssize_t written = descriptor_write_some(descriptor, bytes, length);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0) {
            int cause = errno;
            error_set(error, ERROR_IO, "cannot write: %s", strerror(cause));
            errno = cause;
            return false;
        }
        bytes += written;
        length -= (size_t)written;
    }
    return true;
}

/* Makes a new file beside target with the permissions a new file gets, and sets its name, which the caller owns; not made of
 * the target's, which may be as long as a name can be. */
static int open_part(const char *target, char **part)
{
    const char *name = path_name(target);
    int descriptor = -1;

    *part = NULL;
    for (int attempt = 0; attempt < 100; attempt++) {
        free(*part);
        *part = string_format("%.*s.gairo-%ld-%d", (int)(name - target), target, (long)getpid(), attempt);
        descriptor = open(*part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
        if (descriptor >= 0 || errno != EEXIST)
            break;
    }
    return descriptor;
}

static void sync_folder_of(const char *path)
{
    const char *name = path_name(path);
    char *folder = name == path ? string_copy(".") : string_copy_bytes(path, (size_t)(name - path));
    int descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

    /* The file itself is safe by now; a file system that cannot sync folders is no fault. */
    if (descriptor >= 0) {
        (void)fsync(descriptor);
        close(descriptor);
    }
    free(folder);
}

static bool write_beside(const char *path, const char *target, const struct stat *replaced, const char *bytes,
                         size_t length, Error *error)
{
    char *part;
    int descriptor = open_part(target, &part);
    Error cause = {0};
    bool done = false;

    if (descriptor < 0) {
        fail(path, "cannot write", error);
        free(part);
        return false;
    }
    if (!descriptor_write(descriptor, bytes, length, &cause))
        error_set_at(error, ERROR_IO, path, 0, "%s", cause.message);
    else if ((replaced && fchmod(descriptor, replaced->st_mode & 07777) != 0) || fsync(descriptor) != 0)
        fail(path, "cannot write", error);
    else
        done = true;
    error_clear(&cause);
    if (close(descriptor) != 0 && done)
        done = fail(path, "cannot write", error);
    if (done && rename(part, target) != 0)
        done = fail(path, "cannot replace", error);
    if (!done)
        unlink(part);
    free(part);
    return done;
}

bool file_write(const char *path, const char *bytes, size_t length, Error *error)
{
    struct stat status;
    bool exists = stat(path, &status) == 0;
    char *target = NULL;
    bool done;

    if (exists && !S_ISREG(status.st_mode)) {
        error_set_at(error, ERROR_IO, path, 0,
                     S_ISDIR(status.st_mode) ? "is a folder, not a file" : "is no regular file");
        return false;
    }
    if (exists && access(path, W_OK) != 0)
        return fail(path, "cannot write", error);
    /* What a symbolic link points to is replaced, not the link. */
    if (exists)
        target = realpath(path, NULL);
    done = write_beside(path, target ? target : path, exists ? &status : NULL, bytes, length, error);
    if (done)
        sync_folder_of(target ? target : path);
    free(target);
    return done;
}

bool file_exists(const char *path)
{
    return access(path, F_OK) == 0;
}

bool file_written(const char *path, char result[FILE_TIME_SIZE])
{
    struct stat status;
    struct tm day;

    result[0] = '\0';
    return stat(path, &status) == 0 && gmtime_r(&status.st_mtime, &day) != NULL &&
           strftime(result, FILE_TIME_SIZE, "%Y-%m-%dT%H:%M:%SZ", &day) > 0;
}
