/* Copying to the clipboard: through the terminal (OSC 52), which reaches the user's own over SSH too, and through the
 * desktop's program. */
#ifndef GAIRO_TUI_CLIPBOARD_H
#define GAIRO_TUI_CLIPBOARD_H

#include "core/error.h"
#include "tui/settings.h"

#include <stdbool.h>

/* Terminals take about so much in one sequence; more is left to the program. */
#define CLIPBOARD_TERMINAL_BYTES_MAX 49152

/* Copies text, sanitised to lines. to_terminal: there is a terminal to tell. *way says, in words, how (static). Fails
 * with ERROR_UNSUPPORTED where there is no way, or with what the program's start failed with. */
bool clipboard_put(const char *text, ClipboardWay wished, bool to_terminal, const char **way, Error *error);
/* Base64 of the bytes (RFC 4648, with padding). The caller owns it. */
char *base64(const char *bytes, size_t length);

#endif
