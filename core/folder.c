/* Folders and paths. */
#include "config.h"

#include "core/file.h"
#include "core/memory.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

char *path_join(const char *folder, const char *name)
{
    size_t length = strlen(folder);

    return string_format("%s%s%s", folder, length && folder[length - 1] != '/' ? "/" : "", name);
}

const char *path_name(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash ? slash + 1 : path;
}

bool folder_make(const char *path, Error *error)
{
    char *copy = string_copy(path);
    struct stat status;
    bool done = *path != '\0';

    if (!done)
        errno = ENOENT;
    for (char *at = copy; done && *at; at++) {
        if (at == copy || *at != '/')
            continue;
        *at = '\0';
        done = mkdir(copy, 0700) == 0 || errno == EEXIST || (stat(copy, &status) == 0 && S_ISDIR(status.st_mode));
        *at = '/';
    }
    if (done && mkdir(copy, 0700) != 0)
        done = errno == EEXIST && stat(copy, &status) == 0 && S_ISDIR(status.st_mode);
    if (!done)
        error_set_at(error, ERROR_IO, path, 0, "cannot make the folder: %s", strerror(errno));
    free(copy);
    return done;
}

/* Sorts one entry of a folder into the files or the folders still to be read; what is neither is passed over. */
static void sort_in(const char *path, StringList *folders, StringList *files)
{
    struct stat status;

    if (lstat(path, &status) != 0)
        return; /* gone since the folder was read */
    bool is_link = S_ISLNK(status.st_mode);
    if (is_link && stat(path, &status) != 0)
        return;
    if (S_ISREG(status.st_mode))
        string_list_add(files, path);
    else if (S_ISDIR(status.st_mode) && !is_link)
        string_list_add(folders, path);
}

/* Reads one folder. Fails beyond limit entries in all, so that a huge tree of folders ends too. */
static bool read_folder(const char *path, size_t limit, StringList *folders, StringList *files, size_t before,
                        Error *error)
{
    DIR *folder = opendir(path);
    const struct dirent *entry;
    bool done = true;

    if (!folder) {
        error_set_at(error, ERROR_IO, path, 0, "cannot read the folder: %s", strerror(errno));
        return false;
    }
    while (done && (errno = 0, entry = readdir(folder)) != NULL) {
        if (entry->d_name[0] == '.')
            continue;
        char *entry_path = path_join(path, entry->d_name);
        sort_in(entry_path, folders, files);
        free(entry_path);
        if (files->count - before > limit || folders->count > limit) {
            error_set_at(error, ERROR_LIMIT, path, 0, "more than %zu files", limit);
            done = false;
        }
    }
    if (done && errno != 0) {
        error_set_at(error, ERROR_IO, path, 0, "cannot read the folder: %s", strerror(errno));
        done = false;
    }
    closedir(folder);
    return done;
}

bool folder_files(const char *folder, size_t limit, StringList *files, Error *error)
{
    StringList folders = {0};
    struct stat status;
    size_t before = files->count;
    bool done = true;

    if (stat(folder, &status) != 0) {
        bool absent = errno == ENOENT || errno == ENOTDIR;
        error_set_at(error, absent ? ERROR_NOT_FOUND : ERROR_IO, folder, 0, "cannot open: %s", strerror(errno));
        return false;
    }
    if (S_ISDIR(status.st_mode)) {
        string_list_add(&folders, folder);
    } else if (S_ISREG(status.st_mode)) {
        string_list_add(files, folder);
    } else {
        error_set_at(error, ERROR_IO, folder, 0, "is neither a file nor a folder");
        done = false;
    }
    for (size_t i = 0; done && i < folders.count; i++)
        done = read_folder(folders.items[i], limit, &folders, files, before, error);
    string_list_free(&folders);
    if (done)
        string_list_sort(files);
    return done;
}
