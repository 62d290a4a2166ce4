/* The generic XML that readers make: the document element, and the records of a list in batches. */
#ifndef GAIRO_IMPORTERS_READ_DOCUMENT_H
#define GAIRO_IMPORTERS_READ_DOCUMENT_H

#include "core/error.h"
#include "core/text.h"
#include "importers/read/reader.h"

#include <stdbool.h>
#include <stddef.h>

/* A batch is handed on when it has so many records or bytes. */
#define DOCUMENT_RECORDS 32u
#define DOCUMENT_BYTES ((size_t)256 * 1024)

/* Starts with document_start(). */
typedef struct Document {
    const ReadInput *input;
    const ReadSettings *settings;
    const ReadBatches *batches;
    Text head;      /* what every batch begins with */
    Text xml;       /* the batch that is being made */
    size_t records; /* in it */
    size_t handed;  /* batches handed on */
    bool stopped;   /* no more is wanted */
} Document;

/* Appends <document file="…" stem="…"> of the reader's namespace, with the prefix where it is not NULL. A name of the
 * file that is no UTF-8 is refused. */
bool document_append_start(Text *xml, const char *prefix, const char *file, Error *error);

bool document_start(Document *document, const ReadInput *input, const ReadSettings *settings,
                    const ReadBatches *batches, Error *error);
/* What was appended to xml so far begins every batch. */
void document_end_head(Document *document);
/* A record was appended to xml: hands the batch on where it is full. False where no more is wanted. */
bool document_end_record(Document *document);
/* Hands on what is left; a document without a single record too. */
void document_finish(Document *document);
void document_free(Document *document);

/* Appends " name="value"". False where value has a character that XML does not allow. */
bool document_append_attribute(Text *xml, const char *name, const char *value, size_t length);

#endif
