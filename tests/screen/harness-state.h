/* The harness's insides, shared by its files only. */
#ifndef GAIRO_TESTS_SCREEN_HARNESS_STATE_H
#define GAIRO_TESTS_SCREEN_HARNESS_STATE_H

#include "tests/screen/harness.h"

#include <termios.h>
#include <vterm.h>

struct Screen {
    int master, slave; /* -1: closed */
    pid_t shell, process;
    int report; /* from the shell: the program's id, then its wait status */
    bool ended;
    int status;
    bool closed; /* nothing more can be read */
    bool drawn;  /* something was written */
    bool cursor_visible, alternate;
    int rows, columns;
    struct termios before;
    VTerm *terminal;
    VTermScreen *cells;
    char *program;
    char *output;
    size_t output_length;
};

/* The path of the program under test; the caller owns it. */
char *screen_program(void);
/* Writes keys to the program. */
void screen_write(Screen *screen, const char *bytes, size_t length);
/* Shows the screen and fails the test. */
void screen_fail(const Screen *screen, const char *file, int line, const char *message);

#endif
