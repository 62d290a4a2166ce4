/* What every reader is given and gives. Readers run in the worker; they open no file: bytes come to them. */
#ifndef GAIRO_IMPORTERS_READ_READER_H
#define GAIRO_IMPORTERS_READ_READER_H

#include "core/record.h"
#include "importers/source.h"

#include <stddef.h>

/* A file's bytes. Not owned. */
typedef struct ReadInput {
    const char *file; /* its name for messages */
    const char *bytes;
    size_t length;
} ReadInput;

/* Where it goes. What is passed belongs to the caller and is valid during the call. */
typedef struct ReadOutput {
    void (*source)(void *context, const ImportSource *source);
    void (*record)(void *context, const Record *record);
    /* line 0: none; record NULL: none */
    void (*refused)(void *context, const char *file, long line, const char *record, const char *reason);
    void *context;
} ReadOutput;

/* More refusals than this are not listed for one file. */
#define READ_REFUSALS_MAX 1000u

#endif
