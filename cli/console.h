/* What the command line knows of the terminal, the locale and the standard descriptors. Nothing here is curses. */
#ifndef GAIRO_CLI_CONSOLE_H
#define GAIRO_CLI_CONSOLE_H

#include "core/sanitise.h"

#include <stdbool.h>

/* Puts a descriptor in the place of each of standard input, output and error that is closed, so that no file opened
 * later takes its number and is written to. Reading or writing such a one fails. Called first of all. */
void console_repair_descriptors(void);
/* True where standard input was closed when the program started. */
bool console_input_was_closed(void);
/* Sets the locale from the environment; numbers keep their dot. */
void console_set_locale(void);
/* True where the locale's characters are UTF-8. */
bool console_is_utf8(void);
bool console_has_output(void); /* standard output is a terminal */
bool console_has_errors(void); /* standard error is a terminal */
bool console_has_input(void);  /* standard input is a terminal */
/* True where standard input was given, and is a pipe, a socket or a file. */
bool console_has_piped_input(void);
/* Columns of the terminal on standard output: COLUMNS where that is a number, else what the terminal says, else 80. */
int console_columns(void);
/* True where colour is wished for: "always", or "auto" on a terminal that is not dumb and without NO_COLOR. */
bool console_wants_color(const char *choice);

/* Text as it may be shown: sanitised, and outside UTF-8 locales in the locale's characters (nearest letters, else "?").
 * NULL gives "". The caller owns it. */
char *console_text(const char *text, SanitiseMode mode);

/* One line on standard error: "gairo: MESSAGE". */
void complain(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
