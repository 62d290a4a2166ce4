/* What every reader is given and gives. Readers run in the worker; they open no file: bytes come to them. */
#ifndef GAIRO_IMPORTERS_READ_READER_H
#define GAIRO_IMPORTERS_READ_READER_H

#include "core/record.h"
#include "core/text.h"
#include "importers/source.h"

#include <stdbool.h>
#include <stddef.h>

/* A file's bytes. Not owned. */
typedef struct ReadInput {
    const char *file; /* its name for messages */
    const char *bytes;
    size_t length;
    const ImportSource *source; /* what the root element need not say; NULL: it must */
} ReadInput;

/* How a format wants its files read; from its manifest. */
typedef struct ReadSettings {
    bool whole;           /* a list is one document, and not handed on in batches */
    bool single;          /* each record is a document of its own: to show what becomes of it */
    bool short_rows;      /* the last columns of a row may be left out */
    const char *records;  /* names of elements, blank-separated, that are a document each where the root is none of them;
                           * NULL: the root is the document */
    const char *comments; /* lines at the start that begin so are no rows; NULL: there are none */
} ReadSettings;

/* Where a reader's generic XML goes, one document after the other. */
typedef struct ReadBatches {
    bool (*take)(void *context, const Text *xml); /* false: no more is wanted */
    void (*refused)(void *context, long line, const char *reason); /* a record that is no record; reading goes on */
    /* What is no fault and yet to be known, line 0: of the whole file; NULL where nobody asks. */
    void (*remark)(void *context, long line, const char *text);
    void *context;
} ReadBatches;

/* Makes generic XML (docs/writing-an-importer.md) of a file. Fails with ERROR_INPUT, or ERROR_LIMIT where it is more
 * than a reader takes, at the line of the fault; what was handed on before stands. */
typedef bool (*ReadFunction)(const ReadInput *input, const ReadSettings *settings, const ReadBatches *batches,
                             Error *error);

/* Where it goes. What is passed belongs to the caller and is valid during the call. */
typedef struct ReadOutput {
    void (*source)(void *context, const ImportSource *source);
    void (*record)(void *context, const Record *record);
    /* line 0: none; record NULL: none */
    void (*refused)(void *context, const char *file, long line, const char *record, const char *reason);
    /* What is no fault and yet to be known; NULL where nobody asks. */
    void (*remark)(void *context, const char *file, long line, const char *text);
    void *context;
} ReadOutput;

/* More refusals than this are not listed for one file. */
#define READ_REFUSALS_MAX 1000u

#endif
