/* One load: files through the worker into the store, in one transaction. */
#ifndef GAIRO_IMPORTERS_LOAD_LOAD_H
#define GAIRO_IMPORTERS_LOAD_LOAD_H

#include "importers/import.h"

/* What sets the shipped data set apart. All zero for others' files. */
typedef struct LoadKind {
    bool shipped;                /* its sources come before others' */
    const char *shipped_version; /* noted in the store with the load; NULL: nothing is */
} LoadKind;

/* As import_paths(). */
bool load_run(Store *store, const StringList *paths, const ImportOptions *options, const LoadKind *kind,
              ImportReport *report, Error *error);

/* The note in the store that holds the version of the shipped data it was loaded from. */
#define NOTE_SHIPPED_VERSION "shipped-version"

#endif
