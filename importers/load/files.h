/* Which files an import reads, and as what. */
#ifndef GAIRO_IMPORTERS_LOAD_FILES_H
#define GAIRO_IMPORTERS_LOAD_FILES_H

#include "core/digest.h"
#include "importers/import.h"

#include <stdbool.h>
#include <stddef.h>

#define IMPORT_FILES_MAX 1000000u
#define IMPORT_FILE_BYTES (64u * 1024 * 1024)

typedef struct ImportFile {
    char *name;   /* as the user named it, or below the folder so named */
    char *origin; /* its real path, or options->origin */
    const ImportFormat *format;
    size_t place; /* in the order in which they were named */
    bool sent;                /* its bytes went to the worker */
    char digest[DIGEST_SIZE]; /* of its bytes, and how many they are; once they were sent */
    size_t bytes;
} ImportFile;

/* Starts zeroed; owns everything but the formats. */
typedef struct ImportFiles {
    ImportFile *files;
    size_t count;
    size_t capacity;
    StringList origins; /* of the arguments: what is removed is looked for there */
} ImportFiles;

/* Collects the files of all paths, each file once. What cannot be imported goes into the report as refused or skipped,
 * with the first refusal in first. formats are completed where gairo's own are not enough. A file that no format knows any
 * more is read as what it was imported as: its reader tells what is wrong with it, and where. Fails, with error, only for an
 * unknown format, or where the formats or the store cannot be read. */
bool import_files_collect(Store *store, const StringList *paths, const ImportOptions *options, ImportFormats *formats,
                          ImportFiles *files, ImportReport *report, Error *first, Error *error);
void import_files_free(ImportFiles *files);

#endif
