/* The border to curses: only the files terminal*.c include it. There is one terminal, and it is the only global
 * state of this room. Rows and columns count from 0 at the top left. */
#ifndef GAIRO_TUI_TERMINAL_H
#define GAIRO_TUI_TERMINAL_H

#include "core/error.h"
#include "tui/keys.h"
#include "tui/looks.h"
#include "tui/style.h"

#include <stdbool.h>

/* How the terminal is used. */
typedef struct TerminalOptions {
    bool color;  /* false: no colour is ever sent, whatever the theme */
    Theme theme; /* its looks where there are colours */
    bool ascii;  /* ASCII in UTF-8 locales too, but for text */
    bool mouse;  /* ask the terminal for presses */
} TerminalOptions;

/* Takes the terminal on standard input and output over. Fails, with the terminal
 * as it was, with ERROR_UNSUPPORTED (TERM unknown, or no way to place the cursor) or ERROR_IO (standard input or output
 * closed or no terminal). */
bool terminal_start(const TerminalOptions *options, Error *error);
/* Gives the terminal back as it was. Without terminal_start() it does nothing. */
void terminal_stop(void);

/* Gives the terminal to another program, and takes it again; between them nothing is drawn or read. */
void terminal_lend(void);
void terminal_take_back(void);

/* Whether colours are sent at all. */
bool terminal_has_color(void);
/* Other looks, other borders, the mouse or not, from the next flush on. */
void terminal_set_theme(Theme theme);
void terminal_set_ascii(bool ascii);
void terminal_set_mouse(bool mouse);

/* Without terminal_start(), 24 by 80. */
void terminal_size(int *rows, int *columns);
/* True where the locale's character set is UTF-8; else only ASCII reaches the terminal. Also without terminal_start().
 */
bool terminal_is_utf8(void);

/* Empties the picture; nothing is sent yet. */
void terminal_erase(void);
/* Writes a display_text() string, which must fit; what lies outside the screen is dropped. */
void terminal_put(int row, int column, const char *text, Style style);
/* Where the real cursor rests after the next flush. */
void terminal_place_cursor(int row, int column);
/* No cursor is seen after the next flush, where the terminal can hide it, until it is placed again. */
void terminal_hide_cursor(void);
/* Sends what changed since the last flush. */
void terminal_flush(void);
/* The next flush sends everything, for a screen that another program wrote on. */
void terminal_repaint(void);

/* Sends a control sequence of our own making past curses, which knows nothing of it: it must move nothing on the screen.
 * False where the terminal has other sequences than ECMA-48's, or there is none. */
bool terminal_send(const char *sequence);

typedef enum EventType {
    EVENT_NONE, /* the time ran out */
    EVENT_KEY,
    EVENT_PASTE, /* one character of a pasted text: never a command */
    EVENT_MOUSE,
    EVENT_RESIZE,
    EVENT_END, /* a signal asks for the end, or the terminal is gone */
} EventType;

typedef enum MouseButton { MOUSE_LEFT, MOUSE_MIDDLE, MOUSE_RIGHT, MOUSE_WHEEL_UP, MOUSE_WHEEL_DOWN } MouseButton;

typedef struct Event {
    EventType type;
    Key key;            /* EVENT_KEY; EVENT_PASTE: the character, line ends as blanks */
    MouseButton button; /* EVENT_MOUSE: a press */
    int row, column;    /* EVENT_MOUSE */
    bool lost;          /* EVENT_END: the terminal is gone */
    int signal;         /* EVENT_END: what asks for it; 0: none did */
} Event;

/* Waits for the next event, at most milliseconds (negative: for ever). */
void terminal_wait(Event *event, int milliseconds);
#define EVENTS_PUT_BACK_MAX 64
/* Puts an event back: it is the next one to be waited for, before those put back earlier, so that several are put back
 * from the last to the first. There is room for EVENTS_PUT_BACK_MAX; what is beyond may be dropped. */
void terminal_put_back(const Event *event);

#endif
