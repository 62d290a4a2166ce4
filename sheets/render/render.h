/* Turns sheet XML into an output by stylesheets (XSLT 1.0). Runs in the worker only: this is where libxslt is. */
#ifndef GAIRO_SHEETS_RENDER_RENDER_H
#define GAIRO_SHEETS_RENDER_RENDER_H

#include "core/error.h"
#include "core/text.h"
#include "sheets/drawn.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct Stylesheet {
    const char *name; /* for messages */
    Text bytes;       /* borrowed */
} Stylesheet;

#define STYLESHEETS_MAX 4

/* Applies stylesheets to sheet XML (all as bytes in memory), each to what the one before it made, and appends to output what
 * the last one makes: as its xsl:output says with the form "text", put in a container with "package" (sheets/render/package.h), drawn with "pages"
 * (sheets/render/pages.h). *pages (may be NULL) tells of the pages where they were drawn, else nothing (zeroed). A stylesheet reads and writes no file, loads nothing by name and reaches no network; a
 * DOCTYPE in any of the documents is refused. It may use the EXSLT modules common, sets and strings, and the functions of
 * docs/outputs.md. Fails with ERROR_INPUT at the stylesheet's (or the sheet's) line, ERROR_UNSUPPORTED where this build lacks
 * what the form needs. */
bool render_chain(const char *form, const Stylesheet *stylesheets, size_t count, const Text *xml, Text *output,
                  DrawnPages *pages, Error *error);
/* The same with one stylesheet and the form "text". */
bool render_document(const char *name, const Text *stylesheet, const Text *xml, Text *output, Error *error);

/* The worker's side of importers/protocol.h: reads FRAME_FORM, FRAME_STYLESHEETs and FRAME_SHEET from input up to its end and
 * writes FRAME_RENDERED, or FRAME_REFUSED where the rendering failed, and then FRAME_END to output. Returns false, with an error,
 * only where no answer could be given: the input is no such frames, or a descriptor fails. */
bool render_run(int input, int output, Error *error);

#endif
