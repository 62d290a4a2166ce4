/* From items to a document: compose makes sheet XML from the store, render turns it into an output through a stylesheet in
 * the worker. */
#ifndef GAIRO_SHEETS_SHEETS_H
#define GAIRO_SHEETS_SHEETS_H

#include "core/error.h"
#include "core/text.h"
#include "store/sheets.h"
#include "store/store.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct SheetRequest {
    const char *title;     /* NULL: made from what is in it */
    const char *as_of;     /* YYYY-MM-DD; NULL: today */
    const StringList *ids; /* what to put in, in this order; each only once */
    const Sheet *sheet;    /* instead of ids: the user's sheet with its notes; NULL */
} SheetRequest;

/* The sheet XML (docs/outputs.md, namespace urn:gairo:sheet:1) of the items asked for: grouped by kind in the order risks,
 * opportunities, mitigations, recommendations, law, models, the rest; each with texts, links, provenance; references numbered
 * in the order of first use. Every string is sanitised. The caller owns the text. Fails with ERROR_NOT_FOUND for an unknown
 * id (entries that are gone are listed in the sheet instead), ERROR_USAGE where there is nothing in it. */
bool sheet_compose(Store *store, const SheetRequest *request, Text *xml, Error *error);

typedef struct OutputFormat {
    const char *name;       /* "markdown" */
    const char *title;      /* one line for `gairo formats` */
    const char *extensions; /* ".md .markdown" */
    const char *stylesheet; /* relative to the top: "sheets/render/markdown.xsl" */
} OutputFormat;
size_t output_format_count(void);
const OutputFormat *output_format_at(size_t index);
const OutputFormat *output_format_find(const char *name);        /* NULL where there is none */
const OutputFormat *output_format_for_file(const char *path);    /* by ending; NULL */

/* Runs the format's stylesheet over sheet XML, in the worker. */
bool sheet_render(const OutputFormat *format, const Text *xml, Text *output, Error *error);

/* compose, render, and write to path all or nothing. */
bool sheet_export(Store *store, const SheetRequest *request, const OutputFormat *format, const char *path, Error *error);

#endif
