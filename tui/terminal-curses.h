/* Shared by the files of the border to curses only (terminal*.c): what they know of each other. */
#ifndef GAIRO_TUI_TERMINAL_CURSES_H
#define GAIRO_TUI_TERMINAL_CURSES_H

#include "tui/terminal.h"

#include <stdbool.h>
#include <wchar.h>

/* Catches the signals that end the program: before curses starts, which would catch them itself. */
void terminal_catch_signals(void);
void terminal_release_signals(void);
/* Asks curses for keys, mouse and resizes, and the terminal for marks around what is pasted. */
void terminal_input_start(void);
/* Takes back what the terminal was asked for. */
void terminal_input_stop(void);

/* Reads the next code that curses has, waiting at most milliseconds for it: OK, KEY_CODE_YES, or ERR where none came.
 */
int terminal_read_code(wint_t *code, int milliseconds);
/* Gives the code last read back, to be the next one read. */
void terminal_unread_code(int status, wint_t code);
/* After Esc and introducer: reads the rest of the control sequence or string that they begin and drops it. False where
 * they begin none, or nothing follows them. */
bool terminal_skip_sequence(wint_t introducer);

/* Looks TERM up before curses does, since curses would print and exit. False, with ERROR_UNSUPPORTED, where it is not
 * known or cannot place the cursor. */
bool terminal_type_check(Error *error);
/* Has the terminal scroll all its rows, counted from 1, again, and sends that at once; its cursor moves. Curses narrows
 * the region that scrolls while it draws, and a terminal resized meanwhile may keep it narrow: then what deletes or
 * inserts characters below does nothing there. A terminal without such regions is left alone. */
void terminal_type_scroll_all(int rows);

#endif
