#include "config.h"

#include "importers/load/files.h"

#include "core/file.h"
#include "core/memory.h"
#include "core/unicode.h"
#include "importers/load/formats.h"
#include "importers/load/places.h"
#include "importers/load/report.h"
#include "store/joining.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct Collecting {
    Store *store;
    const ImportOptions *options;
    ImportFormats *formats;
    const ImportFormat *format; /* the one asked for, or NULL */
    Error *error; /* what ends it all */
    ImportFiles *files;
    ImportReport *report;
    Error *first;
    Places seen; /* real paths */
} Collecting;

static void refuse(Collecting *collecting, ErrorCode code, const char *file, const char *reason)
{
    report_refusal(collecting->report, code, file, 0, NULL, reason, collecting->first);
}

/* The first bytes of a regular file. */
static bool read_head(const char *path, char *head, size_t *length, Error *error)
{
    int descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    struct stat status;
    ssize_t count = -1;

    if (descriptor >= 0 && fstat(descriptor, &status) == 0 && !S_ISREG(status.st_mode)) {
        error_set_at(error, ERROR_IO, path, 0, "is no regular file");
        close(descriptor);
        return false;
    }
    if (descriptor >= 0)
        count = read(descriptor, head, FORMAT_HEAD_BYTES);
    if (count < 0)
        error_set_at(error, errno == ENOENT ? ERROR_NOT_FOUND : ERROR_IO, path, 0, "cannot read the file: %s",
                     strerror(errno));
    if (descriptor >= 0)
        close(descriptor);
    *length = count < 0 ? 0 : (size_t)count;
    return count >= 0;
}

static void add_file(Collecting *collecting, const char *name, const char *real, const ImportFormat *format)
{
    ImportFiles *files = collecting->files;
    const char *origin = collecting->options->origin;

    if (places_add(&collecting->seen, NULL, real, NULL, 0) != NULL)
        return;
    if (files->count == files->capacity) {
        files->capacity = files->capacity == 0 ? 64 : 2 * files->capacity;
        files->files = memory_resize(files->files, files->capacity, sizeof(*files->files));
    }
    files->files[files->count++] = (ImportFile){
        .name = string_copy(name), .origin = string_copy(origin == NULL ? real : origin), .format = format};
}

/* What can be told of a file that no format knows, by how it begins. The caller owns it. */
static char *unknown_words(const char *head, size_t length)
{
    const char *encoding = encoding_guess(head, length);

    if (length == 0)
        return string_copy("the file is empty");
    if (encoding != NULL)
        return string_format("the file is %s and must be UTF-8", encoding);
    if (length >= 2 && (memcmp(head, "\x1F\x8B", 2) == 0 || memcmp(head, "PK", 2) == 0))
        return string_copy("the file is compressed; unpack it first");
    return string_copy("no format is known for this file; \"gairo formats\" lists the known ones");
}

/* What the file was imported as, where it was; *format stays NULL where it was not. */
static bool find_earlier(Collecting *collecting, const char *real, const ImportFormat **format)
{
    char *name = NULL;
    bool good = source_file_format(collecting->store, real, &name, collecting->error);

    if (good && name != NULL) {
        good = import_formats_complete(collecting->formats, collecting->error);
        *format = good ? import_formats_find(collecting->formats, name) : NULL;
    }
    free(name);
    return good;
}

/* The format of a file: the one asked for, where the ending fits or the file was named alone; else by a look into it, or
 * the one that it had.
 */
static bool find_format(Collecting *collecting, const char *name, const char *real, bool alone,
                        const ImportFormat **format, Error *error)
{
    char head[FORMAT_HEAD_BYTES];
    size_t length = 0;

    *format = collecting->format;
    if (*format != NULL) {
        if (!alone && !format_has_extension(*format, name))
            *format = NULL;
        return true;
    }
    if (!read_head(name, head, &length, error))
        return false;
    *format = import_formats_guess(collecting->formats, name, head, length);
    /* The shipped data set is gairo's own XML and nothing else. */
    if (*format == NULL && length > 0 && collecting->options->origin == NULL) {
        if (!import_formats_complete(collecting->formats, collecting->error))
            return false;
        *format = import_formats_guess(collecting->formats, name, head, length);
    }
    if (*format == NULL && collecting->options->origin == NULL && !find_earlier(collecting, real, format))
        return false;
    if (*format != NULL && (*format)->fault != NULL) {
        error_set_at(error, ERROR_UNSUPPORTED, name, 0, "the format %s cannot be used: %s", (*format)->name,
                     (*format)->fault);
        return false;
    }
    if (*format == NULL && alone) {
        char *words = unknown_words(head, length);

        error_set_at(error, ERROR_INPUT, name, 0, "%s", words);
        free(words);
    }
    return *format != NULL || !alone;
}

/* Adds one file. Returns whether it is one to import. */
static bool add_if_known(Collecting *collecting, const char *name, const char *real, bool alone)
{
    const ImportFormat *format = NULL;
    Error error = {0};
    bool known = false;

    if (error_is_set(collecting->error))
        return false;
    if (!find_format(collecting, name, real, alone, &format, &error)) {
        if (!error_is_set(collecting->error))
            refuse(collecting, error.code, name, error.message);
    } else if (format == NULL) {
        string_list_add(&collecting->report->skipped, name);
    } else {
        known = true;
    }
    if (known)
        add_file(collecting, name, real, format);
    error_clear(&error);
    return known;
}

static void add_folder(Collecting *collecting, const char *folder, const char *real)
{
    StringList names = {0};
    Error error = {0};
    size_t refused = collecting->report->total.refused;
    size_t known = 0;

    if (folder_files(folder, IMPORT_FILES_MAX, &names, &error)) {
        for (size_t i = 0; i < names.count; i++) {
            char *path =
                path_join(real, names.items[i] + strlen(folder) + strspn(names.items[i] + strlen(folder), "/"));

            known += add_if_known(collecting, names.items[i], path, false);
            free(path);
        }
        if (known == 0 && !error_is_set(collecting->error) && refused == collecting->report->total.refused)
            refuse(collecting, ERROR_INPUT, folder,
                   "the folder holds no file of a known format; \"gairo formats\" lists "
                   "the known ones");
    } else {
        refuse(collecting, error.code, error.file == NULL ? folder : error.file, error.message);
    }
    error_clear(&error);
    string_list_free(&names);
}

static void add_path(Collecting *collecting, const char *path)
{
    char real[PATH_MAX];
    struct stat status;

    bool found = stat(path, &status) == 0;

    /* Before realpath(), which finds no path for a pipe. */
    if (found && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode)) {
        refuse(collecting, ERROR_IO, path, "is no regular file; put what it gives into one and import that");
        return;
    }
    if (!found || realpath(path, real) == NULL) {
        char *reason = string_format(errno != ENOENT           ? "cannot be read: %s"
                                     : strcmp(path, "-") == 0 ? "there is no such file; put what standard input gives into one "
                                                                 "and import that"
                                                               : "there is no such file or folder",
                                     strerror(errno));

        refuse(collecting, errno == ENOENT ? ERROR_NOT_FOUND : ERROR_IO, path, reason);
        free(reason);
        return;
    }
    if (collecting->options->origin == NULL)
        string_list_add(&collecting->files->origins, real);
    if (S_ISDIR(status.st_mode))
        add_folder(collecting, path, real);
    else
        add_if_known(collecting, path, real, true);
}

/* Others' files are read after the author's, each format's by their paths: where two say the same, the first counts, in
 * whatever order they were named. */
static int compare_files(const void *a, const void *b)
{
    const ImportFile *left = a, *right = b;
    bool left_native = format_is_native(left->format), right_native = format_is_native(right->format);

    if (left_native != right_native)
        return left_native ? -1 : 1;
    return left_native ? (left->place > right->place) - (left->place < right->place) : strcmp(left->origin, right->origin);
}

static bool find_asked(Collecting *collecting, Error *error)
{
    const char *name = collecting->options->format;

    collecting->format = import_formats_find(collecting->formats, name);
    if (collecting->format == NULL && !import_formats_complete(collecting->formats, error))
        return false;
    collecting->format = import_formats_find(collecting->formats, name);
    if (collecting->format == NULL)
        error_set(error, ERROR_USAGE, "unknown format \"%s\"; \"gairo formats\" lists the known ones", name);
    else if (collecting->format->fault != NULL)
        error_set(error, ERROR_UNSUPPORTED, "the format %s cannot be used: %s", name, collecting->format->fault);
    return collecting->format != NULL && collecting->format->fault == NULL;
}

bool import_files_collect(Store *store, const StringList *paths, const ImportOptions *options, ImportFormats *formats,
                          ImportFiles *files, ImportReport *report, Error *first, Error *error)
{
    Error failure = {0};
    Collecting collecting = {.store = store,
                             .options = options,
                             .formats = formats,
                             .error = &failure,
                             .files = files,
                             .report = report,
                             .first = first};
    bool good;

    if (options->format != NULL && !find_asked(&collecting, error))
        return false;
    if (options->origin != NULL)
        string_list_add(&files->origins, options->origin);
    for (size_t i = 0; i < paths->count; i++)
        add_path(&collecting, paths->items[i]);
    places_free(&collecting.seen);
    for (size_t i = 0; i < files->count; i++)
        files->files[i].place = i;
    if (options->origin == NULL && files->count > 1)
        qsort(files->files, files->count, sizeof(*files->files), compare_files);
    good = !error_is_set(&failure);
    if (!good)
        error_set_at(error, failure.code, failure.file, failure.line, "%s", failure.message);
    error_clear(&failure);
    return good;
}

void import_files_free(ImportFiles *files)
{
    for (size_t i = 0; i < files->count; i++) {
        free(files->files[i].name);
        free(files->files[i].origin);
    }
    free(files->files);
    string_list_free(&files->origins);
    *files = (ImportFiles){0};
}
