/* Shared by the files of the border to curses only (terminal*.c): what they know of each other. */
#ifndef GAIRO_TUI_TERMINAL_CURSES_H
#define GAIRO_TUI_TERMINAL_CURSES_H

#include "tui/terminal.h"

/* Asks curses for keys, mouse and resizes, and catches the signals that end the program. */
void terminal_input_start(void);
/* Puts the signals back and forgets what was read. */
void terminal_input_stop(void);

/* Looks TERM up before curses does, since curses would print and exit. False, with ERROR_UNSUPPORTED, where it is not
 * known or cannot place the cursor. */
bool terminal_type_check(Error *error);

#endif
