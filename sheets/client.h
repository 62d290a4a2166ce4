/* gairo's side of a rendering. */
#ifndef GAIRO_SHEETS_CLIENT_H
#define GAIRO_SHEETS_CLIENT_H

#include "sheets/sheets.h"

/* Starts the worker at that path, has it apply the stylesheets of the format (their bytes in the same order) to the sheet XML, and
 * appends what it answers to output. Fails with ERROR_INPUT where a stylesheet failed, ERROR_LIMIT where it took too much,
 * ERROR_UNSUPPORTED where the worker lacks a library, ERROR_CANCELLED where keep_going said so. */
bool client_render(const char *worker, const OutputFormat *format, const Text stylesheets[], const Text *xml, Text *output,
                   DrawnPages *pages, RenderKeepGoing keep_going, void *context, Error *error);

#endif
