/* The user's own editor. */
#ifndef GAIRO_CORE_EDITOR_H
#define GAIRO_CORE_EDITOR_H

#include "core/error.h"

#include <stdbool.h>
#include <stddef.h>

/* The command that edits: VISUAL, else EDITOR; NULL where neither is set. Not owned. */
const char *editor_command(void);
/* Writes text (NULL: nothing) to a file of its own that only the user can read, runs the editor on it and waits for its
 * end. The command is split at blanks (quotes keep words together); no shell sees it. The caller has given the
 * terminal back before. *edited, which the caller owns, is then what the file holds, valid UTF-8 without carriage
 * returns or NULs. Fails with ERROR_UNSUPPORTED (no editor set, or it cannot be run), ERROR_INPUT (it ended with a fault,
 * or what it left is no UTF-8), ERROR_LIMIT (more than bytes_max), ERROR_IO. The file is removed in any case. */
bool editor_run(const char *text, size_t bytes_max, char **edited, Error *error);

#endif
