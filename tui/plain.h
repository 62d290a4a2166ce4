/* The plain mode's insides, shared by plain*.c only. */
#ifndef GAIRO_TUI_PLAIN_H
#define GAIRO_TUI_PLAIN_H

#include "tui/explorer-state.h"

#include <stdbool.h>
#include <stddef.h>

#define PLAIN_LINE_BYTES_MAX 4096

typedef struct Plain {
    Explorer explorer;
    const View *view;  /* that was shown last */
    Linear linear;     /* of it */
    size_t next;       /* the line that "more" goes on with */
    bool anew;         /* what was found changed is headed otherwise than before: one reads it as a new view */
    StringList aside;  /* what was asked for beside the view, as long as not all of it was said: help */
    size_t aside_next;
    bool at_end;    /* of standard input */
    bool to_person; /* standard input is a terminal */
} Plain;

/* plain-say.c: what is said. */

/* One line, or some, however they are made. */
void plain_say(const char *text);
/* The next lines, as many as are read at once, and how many are left. */
void plain_say_more(Plain *plain, size_t most);
void plain_say_message(Plain *plain);
/* Where one is, and what the title line says beside it; of a long way the steps in between only where whole. */
void plain_say_place(const Plain *plain, bool whole);
void plain_show_all(Plain *plain);
/* The same for a view that one comes to: from the row that is selected, where that is further on than what is read at
 * once. */
void plain_show_from_selected(Plain *plain);
/* Says the lines of the same view that differ from those said last. Returns how many; -1, saying none, where that is
 * another view, or too many do. */
int plain_show_changes(Plain *plain);
/* The line that is selected; false where there is none. */
bool plain_say_selected(const Plain *plain);
/* Reads on, or back, on a page; false where action is no such moving, or what is shown is no page. */
bool plain_read(Plain *plain, Action action);
/* The headings, or what follows the one of that number. */
void plain_parts(Plain *plain, const char *which);
/* What can be done, as far as it has these words. */
void plain_help(Plain *plain, const char *words);
/* Lines that are read at once. */
size_t plain_portion(void);

/* plain-ask.c: what is asked. */

/* Reads a line, without its end, after saying what for. Longer ones are cut. False at the end of the input. */
bool plain_read_line(Plain *plain, const char *what, char line[PLAIN_LINE_BYTES_MAX]);
/* A number from 1 to most; 0 where the text is none. */
size_t plain_number(const char *text, size_t most);
/* Does what handlers asked for, and asks what they ask, until nothing is open. Returns whether anything was asked. */
bool plain_settle(Plain *plain);

/* plain-command.c: what is done. */

/* Chooses what has that number in what was said last, and opens it. Returns ACTION_OPEN, or ACTION_NONE after saying why
 * not. */
Action plain_open_number(Plain *plain, const char *number);
/* Types words into a view that takes them, in place of those that were there. */
void plain_type(Plain *plain, const char *words);

/* Does what a line says. Returns the action that was done, or ACTION_NONE where none was. */
Action plain_run_line(Plain *plain, char *line);

#endif
