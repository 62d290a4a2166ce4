/* Who publishes a set of records, as a file's root element says it: read in the worker, checked again in gairo. */
#ifndef GAIRO_IMPORTERS_SOURCE_H
#define GAIRO_IMPORTERS_SOURCE_H

#include "core/error.h"
#include "core/frame.h"

#include <stdbool.h>

/* Strings are NULL where there is none; id is required. Does not own them. */
typedef struct ImportSource {
    const char *id; /* a-z 0-9 - */
    const char *title;
    const char *version;
    const char *date; /* YYYY, YYYY-MM or YYYY-MM-DD */
    const char *licence;
    const char *url; /* http or https */
    const char *cite;
    long line; /* of the root element; 0: none */
} ImportSource;

/* Fails with ERROR_INPUT at file and line. */
bool import_source_check(const ImportSource *source, const char *file, long line, Error *error);
/* Makes frame, which must be empty, a FRAME_SOURCE. */
void import_source_encode(const ImportSource *source, Frame *frame);
/* The strings point into frame. False where it holds another number of strings. */
bool import_source_decode(const Frame *frame, ImportSource *source);

#endif
