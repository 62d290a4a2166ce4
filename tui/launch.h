/* Starting another program of the desktop: no shell, nothing of ours left open in it. */
#ifndef GAIRO_TUI_LAUNCH_H
#define GAIRO_TUI_LAUNCH_H

#include "core/error.h"

#include <stdbool.h>
#include <stddef.h>

/* True where a program of that name is in one of the folders of PATH. */
bool launch_finds(const char *program);
/* Starts arguments[0], looked for in PATH, with these arguments (NULL-terminated), in a session of its own, its output
 * nowhere, and gives it length bytes of input; does not wait for its end. Fails with ERROR_IO where it cannot be started,
 * or does not take its input within two seconds. */
bool launch(const char *const arguments[], const char *input, size_t length, Error *error);

#endif
