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
    long sleeps; /* how often the program had gone to sleep when it was last given something; -1: it need not wake */
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
/* What XDG_CONFIG_HOME is, where a test sets nothing else. */
const char *screen_configuration(void);
/* Reads on while the program may yet show something, at most until *end, which is set where it is 0. False at the end. */
bool screen_wait_more(Screen *screen, long long *end);
/* Shows the screen and fails the test. */
void screen_fail(const Screen *screen, const char *file, int line, const char *message);

#endif
