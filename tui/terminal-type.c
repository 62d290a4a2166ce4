/* Apart from terminal.c: term.h defines words such as "lines" and "columns" as macros. */
#include "config.h"

#include "tui/terminal-curses.h"

#include <curses.h>
#include <stdio.h>
#include <stdlib.h>
#include <term.h>
#include <unistd.h>

bool terminal_type_check(Error *error)
{
    const char *type = getenv("TERM");
    int status = 0;
    if (type == NULL || *type == '\0') {
        error_set(error, ERROR_UNSUPPORTED,
                  "TERM is not set; it must name the kind of terminal, as in TERM=xterm-256color");
        return false;
    }
    if (setupterm(type, STDOUT_FILENO, &status) == ERR) {
        error_set(error, ERROR_UNSUPPORTED, "TERM is '%s', which is no terminal that is known here; try TERM=xterm, or gairo --plain",
                  type);
        return false;
    }
    const char *move = tigetstr("cup");
    bool can_move = move != NULL && move != (char *)-1;
    del_curterm(cur_term);
    if (!can_move) {
        error_set(error, ERROR_UNSUPPORTED,
                  "the terminal '%s' (TERM) cannot place its cursor; the panes need one that can, and gairo --plain none", type);
    }
    return can_move;
}

void terminal_type_scroll_all(int rows)
{
    const char *region = tigetstr("csr");
    if (region != NULL && region != (char *)-1) {
        putp(tiparm(region, 0, rows - 1));
        fflush(stdout); /* putp writes to it; curses has a buffer of its own */
    }
}
