/* A real terminal emulator (libvterm) with the built gairo inside: type, click, resize, and look at the cells. Every
 * function fails the running cmocka test where something goes wrong, showing the screen. */
#ifndef GAIRO_TESTS_SCREEN_HARNESS_H
#define GAIRO_TESTS_SCREEN_HARNESS_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

typedef struct Screen Screen;

/* Zeroed members have defaults. */
typedef struct ScreenOptions {
    int rows, columns;              /* 24 by 80 */
    const char *term;               /* "xterm-256color" */
    const char *locale;             /* "C.UTF-8" */
    const char *database;           /* screen_database() */
    const char *const *environment; /* further "NAME=VALUE"s, NULL-terminated */
    const char *const *arguments;   /* after the program's name, NULL-terminated */
} ScreenOptions;

/* Starts gairo in a terminal and waits until its first screen stands. To be ended with screen_stop(). */
Screen *screen_start(const ScreenOptions *options);
/* Ends the program if it still runs and releases everything. NULL is allowed. */
void screen_stop(Screen *screen);

/* A database with the shipped data, made once for each test program in a folder of its own; each call gives a fresh
 * copy of it. The path is valid until the end of the program, when all are removed. */
const char *screen_database(void);

/* Makes a path that screen_database() gave what it was at first, or (from not NULL) a copy of another database. No program
 * may have it open. */
void screen_database_renew(const char *path, const char *from);

/* Runs the program without a terminal on a database, and expects it to exit with 0. arguments are NULL-terminated. */
void screen_run(const char *database, const char *const *arguments);

/* Types keys separated by blanks: text as it stands, or a name (Enter Tab BackTab Esc Space Backspace Del Up Down Left
 * Right Home End PgUp PgDn F1..F12 C-x M-x M-Left M-Right), then waits until the screen stands. */
void screen_type(Screen *screen, const char *keys);
/* The same without waiting. */
void screen_send(Screen *screen, const char *keys);
/* The bytes as they stand, at once and without waiting. */
void screen_write(Screen *screen, const char *bytes, size_t length);
/* Presses a button (1 left, 2 middle, 3 right, 4 wheel up, 5 wheel down) on a cell and waits. */
void screen_click(Screen *screen, int button, int row, int column);
/* The same without waiting. */
void screen_press(Screen *screen, int button, int row, int column);
void screen_resize(Screen *screen, int rows, int columns);
/* Waits until the program has read its input, sleeps, and has drawn all it wants. */
void screen_settle(Screen *screen);

/* How keys were answered, in milliseconds: of the processor that the program spent until its first picture stood and until
 * it came to rest, and on the clock until the last picture stood. */
typedef struct ScreenAnswer {
    double picture, rest, wall;
} ScreenAnswer;

/* Types keys at once and measures how they are answered. */
void screen_answer(Screen *screen, const char *keys, ScreenAnswer *answer);
/* Waits until something was drawn, but not until the program rests. */
void screen_wait_for_picture(Screen *screen);
/* Takes a program for resting that was still for so long; 0: as long as is safe after Esc, too. */
void screen_set_quiet(int milliseconds);

void screen_size(const Screen *screen, int *rows, int *columns);
void screen_cursor(const Screen *screen, int *row, int *column);
bool screen_cursor_is_visible(const Screen *screen);
/* The text of a row without the blanks at its end. The caller owns it. */
char *screen_row(const Screen *screen, int row);
/* All rows, each with a line end. The caller owns it. */
char *screen_text(const Screen *screen);
/* The first place of a text on the screen; false where it is on none. */
bool screen_find(const Screen *screen, const char *text, int *row, int *column);
/* Waits until a text is there, at most a minute. */
void screen_wait_for(Screen *screen, const char *text);
/* True where that cell holds exactly this character. */
bool screen_cell_is(const Screen *screen, int row, int column, const char *character);
/* True where every cell stands on a ground that the program chose, and none on the terminal's own. */
bool screen_is_painted(const Screen *screen);
bool screen_cell_is_bold(const Screen *screen, int row, int column);

/* Everything the program wrote so far. Valid until the next call that waits. */
const char *screen_output(const Screen *screen, size_t *length);
/* Forgets what was written so far. */
void screen_forget_output(Screen *screen);
/* True where an SGR sequence with a colour is in it. */
bool screen_output_has_colour(const Screen *screen);

pid_t screen_process(const Screen *screen);
/* True where the program has ended, as far as is known after the last wait. */
bool screen_has_ended(const Screen *screen);
/* Waits for the end of the program (at most a minute) and returns its wait status. */
int screen_wait_for_end(Screen *screen);
/* True while the program is on the alternate screen or has the terminal in raw keys: what it must undo. */
bool screen_is_taken(const Screen *screen);
/* Closes the terminal as when its window is closed. */
void screen_close_terminal(Screen *screen);

/* Checks that hold on every screen: the cursor is visible, rests on a ">" where at_focus, nothing lies beyond the
 * sanitiser. */
void screen_check(Screen *screen, bool at_focus);

#define screen_expect(screen, text) screen_expect_at(screen, text, __FILE__, __LINE__)
#define screen_expect_not(screen, text) screen_expect_not_at(screen, text, __FILE__, __LINE__)
/* The text is, or is not, on the screen. */
void screen_expect_at(Screen *screen, const char *text, const char *file, int line);
void screen_expect_not_at(Screen *screen, const char *text, const char *file, int line);

#endif
