/* Turns sheet XML into an output by a stylesheet (XSLT 1.0). Runs in the worker only: this is where libxslt is. */
#ifndef GAIRO_SHEETS_RENDER_RENDER_H
#define GAIRO_SHEETS_RENDER_RENDER_H

#include "core/error.h"
#include "core/text.h"

#include <stdbool.h>

/* Applies a stylesheet to sheet XML (both as bytes in memory) and appends what comes out to output. name is the
 * stylesheet's, for messages. The stylesheet reads and writes no file, loads nothing by name and reaches no network; a
 * DOCTYPE in either document is refused. It may use the EXSLT modules common, sets and strings, and the functions of
 * docs/outputs.md. Fails with ERROR_INPUT at the stylesheet's (or the sheet's) line. */
bool render_document(const char *name, const Text *stylesheet, const Text *xml, Text *output, Error *error);

/* The worker's side of importers/protocol.h: reads FRAME_STYLESHEET and FRAME_SHEET from input up to its end and writes
 * FRAME_RENDERED, or FRAME_REFUSED where the rendering failed, and then FRAME_END to output. Returns false, with an error,
 * only where no answer could be given: the input is no such pair of frames, or a descriptor fails. */
bool render_run(int input, int output, Error *error);

#endif
