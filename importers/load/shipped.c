/* The data set that gairo comes with. */
#include "config.h"

#include "core/file.h"
#include "core/memory.h"
#include "core/paths.h"
#include "importers/load/load.h"

#include <stdlib.h>
#include <string.h>

#define SHIPPED_ORIGIN "shipped data set"
#define VERSION_BYTES 4096u

/* As people would write the path, without "bin/..". */
static char *shipped_path(const char *relative, Error *error)
{
    char *found = resource_path(relative, error);
    char *real = found == NULL ? NULL : realpath(found, NULL);

    if (real == NULL)
        return found;
    free(found);
    return real;
}

char *import_shipped_version(Error *error)
{
    char *path = shipped_path("data/VERSION", error);
    char *version = NULL;
    Text content = {0};

    if (path != NULL && file_read(path, VERSION_BYTES, &content, error)) {
        size_t length = content.data == NULL ? 0 : strcspn(content.data, "\r\n");

        if (length == 0)
            error_set_at(error, ERROR_INPUT, path, 1, "the version of the shipped data set is missing");
        else
            version = string_copy_bytes(content.data, length);
    }
    text_free(&content);
    free(path);
    return version;
}

bool import_shipped(Store *store, const ImportOptions *options, ImportReport *report, Error *error)
{
    ImportOptions shipped = options == NULL ? (ImportOptions){0} : *options;
    char *version = import_shipped_version(error);
    char *folder = version == NULL ? NULL : shipped_path("data", error);
    LoadKind kind = {.shipped = true, .shipped_version = version};
    StringList paths = {0};
    bool good = false;

    shipped.origin = SHIPPED_ORIGIN;
    shipped.format = NULL;
    if (folder != NULL) {
        string_list_add(&paths, folder);
        good = load_run(store, &paths, &shipped, &kind, report, error);
        /* Beside the data lie parts of gairo: no business of whoever loads it. */
        string_list_free(&report->skipped);
    }
    string_list_free(&paths);
    free(folder);
    free(version);
    return good;
}

bool import_shipped_is_newer(Store *store, bool *newer, Error *error)
{
    char *shipped = import_shipped_version(error);
    char *loaded = store_note_get(store, NOTE_SHIPPED_VERSION);

    *newer = shipped != NULL && (loaded == NULL || strverscmp(shipped, loaded) > 0);
    free(loaded);
    free(shipped);
    return shipped != NULL;
}
