#include "config.h"

#include "importers/load/formats.h"

#include "core/file.h"
#include "core/memory.h"
#include "core/paths.h"
#include "core/process.h"
#include "importers/load/recognise.h"
#include "importers/protocol.h"

#include <stdlib.h>
#include <string.h>

#define MANIFEST_BYTES ((size_t)64 * 1024)
#define MANIFESTS_MAX 500u

typedef struct Row {
    ImportFormat format; /* first: a row's address is its format's */
    Frame manifest;
    char *stylesheet;
    char *owned[4]; /* strings of the format */
} Row;

struct ImportFormats {
    Row **rows;
    size_t count;
    bool complete;
};

static Row *add_row(ImportFormats *formats)
{
    formats->rows = memory_resize(formats->rows, formats->count + 1, sizeof(Row *));
    formats->rows[formats->count] = memory_zeroed(1, sizeof(Row));
    return formats->rows[formats->count++];
}

/* The namespace, or a root element of that name: a wrong or missing namespace is then refused with its line. UTF-16 is
 * refused so too, thus NULs between the letters are passed over. */
static bool is_gairo(const char *head, size_t length)
{
    static const char *const signs[] = {"urn:gairo:data:", "<gairo"};
    char *letters = memory_allocate(length + 1);
    size_t count = 0;
    bool found = false;

    for (size_t i = 0; i < length; i++)
        if (head[i] != '\0')
            letters[count++] = head[i];
    for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
        found = found || memmem(letters, count, signs[i], strlen(signs[i])) != NULL;
    free(letters);
    return found;
}

ImportFormats *import_formats_native(void)
{
    ImportFormats *formats = memory_zeroed(1, sizeof(*formats));

    add_row(formats)->format =
        (ImportFormat){.name = "gairo",
                       .title = "gairo's own XML (docs/data-format.md)",
                       .recognised = "a .xml file with a gairo element of namespace urn:gairo:data:1",
                       .extensions = ".xml"};
    return formats;
}

/* --- manifests --- */

/* The manifests in folder. One that cannot be listed has none. */
static void list_manifests(const char *folder, StringList *manifests)
{
    StringList files = {0};

    if (folder != NULL && folder_files(folder, MANIFESTS_MAX, &files, NULL))
        for (size_t i = 0; i < files.count; i++)
            if (has_extension(".xml", files.items[i]))
                string_list_add(manifests, files.items[i]);
    string_list_free(&files);
}

static char *beside(const char *manifest, const char *ending)
{
    return string_format("%.*s%s", (int)(strlen(manifest) - strlen(".xml")), manifest, ending);
}

static void set_fault(Row *row, char *fault)
{
    free(row->owned[2]);
    row->owned[2] = fault;
    row->format.fault = fault;
}

/* A manifest that could not be read still has a name, for `gairo formats`. */
static void name_faulty(Row *row, const char *path, char *fault)
{
    row->owned[3] = beside(path_name(path), "");
    row->format.name = row->owned[3];
    row->format.title = "cannot be used";
    row->format.recognised = row->format.extensions = "";
    set_fault(row, fault);
}

static void take_manifest(Row *row, const char *path, Frame *answer)
{
    row->manifest = *answer;
    *answer = (Frame){0};
    row->stylesheet = beside(path, ".xsl");
    row->owned[0] = manifest_extensions(&row->manifest);
    row->owned[1] = manifest_description(&row->manifest);
    row->format.name = frame_string(&row->manifest, MANIFEST_NAME);
    row->format.title = frame_string(&row->manifest, MANIFEST_TITLE);
    row->format.versions = frame_string(&row->manifest, MANIFEST_KNOWN);
    row->format.licence = frame_string(&row->manifest, MANIFEST_SOURCE_LICENCE);
    row->format.extensions = row->owned[0];
    row->format.recognised = row->owned[1];
    if (!file_exists(row->stylesheet))
        set_fault(row, string_format("%s: there is no stylesheet %s beside it", path, path_name(row->stylesheet)));
#ifndef HAVE_LIBCSV
    const char *reader = frame_string(&row->manifest, MANIFEST_READER);
    if (strcmp(reader, "csv") == 0 || strcmp(reader, "tsv") == 0)
        set_fault(row, string_format("this build of gairo reads no CSV and no TSV; it was made without libcsv"));
#endif
}

static bool is_manifest(const Frame *frame)
{
    if (frame->type != FRAME_MANIFEST || frame->count <= MANIFEST_RULES || frame->strings[MANIFEST_NAME] == NULL ||
        frame->strings[MANIFEST_TITLE] == NULL || frame->strings[MANIFEST_READER] == NULL)
        return false;
    for (size_t i = MANIFEST_RULES; i < frame->count; i++)
        if (frame->strings[i] == NULL || frame->strings[i][0] == '\0')
            return false;
    return frame->strings[MANIFEST_RULES][0] == RULE_EXTENSIONS;
}

static bool take_answer(ImportFormats *formats, const char *path, bool own, Frame *answer)
{
    Row *row;

    if (!is_manifest(answer) && (answer->type != FRAME_REFUSED || answer->count != 4))
        return false;
    row = add_row(formats);
    row->format.own = own;
    if (answer->type == FRAME_MANIFEST) {
        take_manifest(row, path, answer);
    } else {
        Error fault = {0};
        long long line = 0;

        frame_number(answer, 1, &line);
        error_set_at(&fault, ERROR_INPUT, path, (long)line, "%s", frame_string(answer, 3) == NULL ? "" : frame_string(answer, 3));
        name_faulty(row, path, error_text(&fault));
        error_clear(&fault);
    }
    return true;
}

/* Sends the manifests; those that cannot be read become faults, and paths holds the rest. */
static void send_manifests(ImportFormats *formats, Process *worker, const StringList *all, size_t own, StringList *paths,
                           size_t *own_sent)
{
    *own_sent = 0;
    for (size_t i = 0; i < all->count; i++) {
        Frame frame = {.type = FRAME_MANIFEST};
        Text bytes = {0};
        Error fault = {0};

        if (file_read(all->items[i], MANIFEST_BYTES, &bytes, &fault)) {
            frame_add(&frame, all->items[i]);
            frame_add_bytes(&frame, bytes.data == NULL ? "" : bytes.data, bytes.length);
            process_send(worker, &frame);
            string_list_add(paths, all->items[i]);
            *own_sent += i < own;
        } else {
            Row *row = add_row(formats);

            row->format.own = i < own;
            name_faulty(row, all->items[i], error_text(&fault));
        }
        error_clear(&fault);
        text_free(&bytes);
        frame_clear(&frame);
    }
    process_send_end(worker);
}

static bool converse(ImportFormats *formats, Process *worker, const StringList *all, size_t own, Error *error)
{
    StringList paths = {0};
    Frame frame = {0};
    size_t own_sent, taken = 0;
    bool received = true, good = true, ended = false;

    send_manifests(formats, worker, all, own, &paths, &own_sent);
    while (good && received && !ended) {
        good = process_receive(worker, &frame, &received, NULL, NULL, error);
        if (!good || !received)
            break;
        if (frame.type == FRAME_END && taken == paths.count)
            ended = true;
        else if (taken < paths.count && take_answer(formats, paths.items[taken], taken < own_sent, &frame))
            taken++;
        else
            good = false;
    }
    if ((!good || !ended) && !error_is_set(error))
        error_set(error, ERROR_INPUT, "the importers' manifests cannot be read: the reader gave an answer that makes no sense");
    frame_clear(&frame);
    string_list_free(&paths);
    return good && ended;
}

static bool read_manifests(ImportFormats *formats, const StringList *all, size_t own, Error *error)
{
    static const char *const arguments[] = {"gairo-worker", "manifests", NULL};
    char *path = worker_path(error);
    Process *worker = NULL;
    bool good = path != NULL && process_start(path, arguments, &process_limits_default, &worker, error);

    if (good) {
        good = converse(formats, worker, all, own, error);
        good = process_finish(worker, good ? error : NULL) && good;
    }
    free(path);
    return good;
}

bool import_formats_complete(ImportFormats *formats, Error *error)
{
    char *shipped, *config, *folder;
    StringList manifests = {0};
    bool good = false;

    if (formats->complete)
        return true;
    shipped = resource_path("importers/read", error);
    config = config_path();
    folder = config == NULL ? NULL : path_join(config, "importers");
    if (shipped != NULL) {
        size_t own;

        list_manifests(folder, &manifests);
        own = manifests.count;
        list_manifests(shipped, &manifests);
        good = read_manifests(formats, &manifests, own, error);
    }
    formats->complete = good;
    string_list_free(&manifests);
    free(folder);
    free(config);
    free(shipped);
    return good;
}

ImportFormats *import_formats_load(Error *error)
{
    ImportFormats *formats = import_formats_native();

    if (import_formats_complete(formats, error))
        return formats;
    import_formats_free(formats);
    return NULL;
}

void import_formats_free(ImportFormats *formats)
{
    for (size_t i = 0; formats != NULL && i < formats->count; i++) {
        Row *row = formats->rows[i];

        frame_clear(&row->manifest);
        free(row->stylesheet);
        for (size_t k = 0; k < sizeof(row->owned) / sizeof(row->owned[0]); k++)
            free(row->owned[k]);
        free(row);
    }
    if (formats != NULL)
        free(formats->rows);
    free(formats);
}

/* --- looking --- */

size_t import_formats_count(const ImportFormats *formats)
{
    return formats->count;
}

const ImportFormat *import_formats_at(const ImportFormats *formats, size_t index)
{
    return index < formats->count ? &formats->rows[index]->format : NULL;
}

const ImportFormat *import_formats_find(const ImportFormats *formats, const char *name)
{
    for (size_t i = 0; name != NULL && i < formats->count; i++)
        if (strcmp(formats->rows[i]->format.name, name) == 0)
            return &formats->rows[i]->format;
    return NULL;
}

const ImportFormat *import_formats_guess(const ImportFormats *formats, const char *path, const char *bytes,
                                         size_t length)
{
    if (length > FORMAT_HEAD_BYTES)
        length = FORMAT_HEAD_BYTES;
    for (size_t i = 0; length > 0 && i < formats->count; i++) {
        const Row *row = formats->rows[i];

        if (row->manifest.count == 0 ? row->format.fault == NULL && has_extension(row->format.extensions, path) &&
                                           is_gairo(bytes, length)
                                     : manifest_recognises(&row->manifest, path, bytes, length))
            return &row->format;
    }
    return NULL;
}

static const Row *row_of(const ImportFormat *format)
{
    return (const Row *)(const void *)format;
}

bool format_is_native(const ImportFormat *format)
{
    return row_of(format)->manifest.count == 0;
}

const Frame *format_manifest(const ImportFormat *format)
{
    return row_of(format)->manifest.count == 0 ? NULL : &row_of(format)->manifest;
}

const char *format_stylesheet(const ImportFormat *format)
{
    return row_of(format)->stylesheet;
}

bool format_has_extension(const ImportFormat *format, const char *path)
{
    return has_extension(format->extensions, path);
}
