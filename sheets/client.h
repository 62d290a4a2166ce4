/* gairo's side of a rendering. */
#ifndef GAIRO_SHEETS_CLIENT_H
#define GAIRO_SHEETS_CLIENT_H

#include "core/error.h"
#include "core/text.h"

#include <stdbool.h>

/* Starts the worker at that path, has it apply the stylesheet (name for messages, bytes) to the sheet XML, and appends
 * what it answers to output. Fails with ERROR_INPUT where the stylesheet failed, ERROR_LIMIT where it took too much. */
bool client_render(const char *worker, const char *name, const Text *stylesheet, const Text *xml, Text *output,
                   Error *error);

#endif
