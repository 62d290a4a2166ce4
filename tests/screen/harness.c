#include "config.h"

#include "tests/screen/harness-state.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#define DEADLINE_MILLISECONDS 60000 /* a wait ends when what it waits for is there; this is for slow machines under sanitizers */
#define QUIET_MILLISECONDS 40 /* longer than the explorer waits for the rest of an escape sequence */

static int quiet_milliseconds = QUIET_MILLISECONDS;

static long long now_nanoseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000000000LL + now.tv_nsec;
}

static long long now_milliseconds(void)
{
    return now_nanoseconds() / 1000000;
}

void screen_set_quiet(int milliseconds)
{
    quiet_milliseconds = milliseconds > 0 ? milliseconds : QUIET_MILLISECONDS;
}

void screen_fail(const Screen *screen, const char *file, int line, const char *message)
{
    char *text = screen_text(screen);
    print_error("%s\n%s", message, text);
    if (screen->ended) {
        print_error("the program has ended, with wait status %d\n", screen->status);
    }
    free(text);
    _fail(file, line);
}

/* Answers that the emulated terminal gives (to questions about its cursor and the like). */
static void write_back(const char *bytes, size_t length, void *context)
{
    Screen *screen = context;
    if (screen->master >= 0 && write(screen->master, bytes, length) < 0) {
        screen->closed = true;
    }
}

static int set_property(VTermProp property, VTermValue *value, void *context)
{
    Screen *screen = context;
    if (property == VTERM_PROP_CURSORVISIBLE) {
        screen->cursor_visible = value->boolean != 0;
    } else if (property == VTERM_PROP_ALTSCREEN) {
        screen->alternate = value->boolean != 0;
    }
    return 1;
}

static const VTermScreenCallbacks callbacks = {.settermprop = set_property};

static void set_environment(const ScreenOptions *options)
{
    unsetenv("NO_COLOR");
    unsetenv("LC_CTYPE");
    unsetenv("LINES");
    unsetenv("COLUMNS");
    setenv("TERM", options->term != NULL ? options->term : "xterm-256color", 1);
    setenv("LC_ALL", options->locale != NULL ? options->locale : "C.UTF-8", 1);
    setenv("GAIRO_DB", options->database, 1);
    setenv("XDG_CONFIG_HOME", screen_configuration(), 1);
    setenv("GAIRO_TODAY", "2026-11-20", 1);
    for (size_t i = 0; options->environment != NULL && options->environment[i] != NULL; i++) {
        putenv(strdup(options->environment[i]));
    }
}

/* Runs the program as the job in the foreground; never returns. */
static void run_program(const Screen *screen, const ScreenOptions *options)
{
    const char *arguments[16] = {screen->program};
    for (size_t i = 0; options->arguments != NULL && options->arguments[i] != NULL && i < 14; i++) {
        arguments[i + 1] = options->arguments[i];
    }
    setpgid(0, 0);
    signal(SIGTTOU, SIG_IGN);
    tcsetpgrp(screen->slave, getpid());
    signal(SIGTTOU, SIG_DFL);
    for (int descriptor = 0; descriptor <= 2; descriptor++) {
        dup2(screen->slave, descriptor);
    }
    close(screen->slave);
    close(screen->master);
    close(screen->report);
    set_environment(options);
    execv(screen->program, (char *const *)arguments);
    _exit(127);
}

/* Does what a shell does: leads the session, so that the program can be stopped and resumed, and tells (on report) the
 * program's id and how it ended. Never returns. */
static void run_shell(const Screen *screen, const ScreenOptions *options)
{
    int status;
    setsid();
    ioctl(screen->slave, TIOCSCTTY, 0);
    signal(SIGHUP, SIG_IGN);
    pid_t process = fork();
    if (process == 0) {
        /* Whoever runs the tests in the background has these ignored, and the program would inherit that. */
        signal(SIGINT, SIG_DFL);
        signal(SIGQUIT, SIG_DFL);
        signal(SIGHUP, SIG_DFL);
        run_program(screen, options);
    }
    close(screen->slave);
    close(screen->master);
    if (write(screen->report, &process, sizeof process) == sizeof process && waitpid(process, &status, 0) == process &&
        write(screen->report, &status, sizeof status) == sizeof status) {
        _exit(0);
    }
    _exit(1);
}

static void start_shell(Screen *screen, const ScreenOptions *options)
{
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    screen->report = ends[1];
    screen->shell = fork();
    assert_true(screen->shell >= 0);
    if (screen->shell == 0) {
        close(ends[0]);
        run_shell(screen, options);
    }
    close(ends[1]);
    screen->report = ends[0];
    assert_int_equal(read(screen->report, &screen->process, sizeof screen->process), sizeof screen->process);
}

Screen *screen_start(const ScreenOptions *options)
{
    Screen *screen = calloc(1, sizeof *screen);
    struct winsize size = {.ws_row = (unsigned short)(options->rows > 0 ? options->rows : 24),
                           .ws_col = (unsigned short)(options->columns > 0 ? options->columns : 80)};
    ScreenOptions chosen = *options;
    chosen.database = options->database != NULL ? options->database : screen_database();
    screen->program = screen_program();
    screen->rows = size.ws_row;
    screen->columns = size.ws_col;
    screen->cursor_visible = true;
    screen->sleeps = -1;
    assert_int_equal(openpty(&screen->master, &screen->slave, NULL, NULL, &size), 0);
    screen->terminal = vterm_new(screen->rows, screen->columns);
    vterm_set_utf8(screen->terminal, 1);
    vterm_output_set_callback(screen->terminal, write_back, screen);
    screen->cells = vterm_obtain_screen(screen->terminal);
    vterm_screen_set_callbacks(screen->cells, &callbacks, screen);
    vterm_screen_enable_altscreen(screen->cells, 1);
    vterm_screen_reset(screen->cells, 1);
    tcgetattr(screen->slave, &screen->before);
    start_shell(screen, &chosen);
    screen_settle(screen);
    return screen;
}

static void note_end(Screen *screen)
{
    struct pollfd descriptor = {.fd = screen->report, .events = POLLIN};
    if (!screen->ended && poll(&descriptor, 1, 0) > 0) {
        screen->ended = true;
        if (read(screen->report, &screen->status, sizeof screen->status) != sizeof screen->status) {
            screen->status = SIGKILL;
        }
    }
}

void screen_stop(Screen *screen)
{
    if (screen == NULL) {
        return;
    }
    note_end(screen);
    if (!screen->ended) {
        kill(screen->process, SIGKILL);
    }
    waitpid(screen->shell, NULL, 0);
    screen_close_terminal(screen);
    close(screen->report);
    vterm_free(screen->terminal);
    free(screen->output);
    free(screen->program);
    free(screen);
}

static void keep_output(Screen *screen, const char *bytes, size_t length)
{
    screen->output = realloc(screen->output, screen->output_length + length + 1);
    memcpy(screen->output + screen->output_length, bytes, length);
    screen->output_length += length;
    screen->output[screen->output_length] = '\0';
}

/* Reads what comes within milliseconds; false where nothing does. */
static bool read_output(Screen *screen, int milliseconds)
{
    char bytes[16384];
    struct pollfd descriptor = {.fd = screen->master, .events = POLLIN};
    if (screen->closed || poll(&descriptor, 1, milliseconds) <= 0) {
        return false;
    }
    ssize_t length = read(screen->master, bytes, sizeof bytes);
    if (length <= 0) {
        screen->closed = length == 0 || errno != EINTR;
        return false;
    }
    keep_output(screen, bytes, (size_t)length);
    vterm_input_write(screen->terminal, bytes, (size_t)length);
    return true;
}

bool screen_wait_more(Screen *screen, long long *end)
{
    if (*end == 0) {
        *end = now_milliseconds() + DEADLINE_MILLISECONDS;
    }
    note_end(screen);
    if (read_output(screen, quiet_milliseconds)) {
        return true;
    }
    return !screen->ended && !screen->closed && now_milliseconds() < *end;
}

/* The state letter of the process ("S": sleeping), or 'X' where it is gone. */
static char process_state(pid_t process)
{
    char path[64], text[512];
    snprintf(path, sizeof path, "/proc/%ld/stat", (long)process);
    FILE *file = fopen(path, "r");
    if (file == NULL) {
        return 'X';
    }
    size_t length = fread(text, 1, sizeof text - 1, file);
    fclose(file);
    text[length] = '\0';
    const char *end = strrchr(text, ')');
    return end != NULL && end[1] == ' ' ? end[2] : 'X';
}

/* How often the process has gone to sleep so far; -1 where it is gone. */
static long count_sleeps(pid_t process)
{
    char path[64], line[256];
    long count = -1;
    snprintf(path, sizeof path, "/proc/%ld/status", (long)process);
    FILE *file = fopen(path, "r");
    while (file != NULL && fgets(line, sizeof line, file) != NULL) {
        if (sscanf(line, "voluntary_ctxt_switches: %ld", &count) == 1) {
            break;
        }
    }
    if (file != NULL) {
        fclose(file);
    }
    return count;
}

/* The kernel may hand keys over late: until the program has gone to sleep once more it has not seen them. */
static bool has_woken(const Screen *screen)
{
    return screen->sleeps < 0 || count_sleeps(screen->process) != screen->sleeps;
}

/* True while the program has keys it has not read. */
static bool has_unread_input(const Screen *screen)
{
    int unread = 0;
    return screen->slave >= 0 && ioctl(screen->slave, FIONREAD, &unread) == 0 && unread > 0;
}

bool screen_has_ended(const Screen *screen)
{
    return screen->ended;
}

/* True where the program has read its input, sleeps, and has drawn something. */
static bool is_resting(Screen *screen)
{
    note_end(screen);
    char state = screen->ended ? 'X' : process_state(screen->process);
    bool reads = state != 'S' || (!has_unread_input(screen) && has_woken(screen));
    bool shows = state != 'S' || screen->output_length > 0 || screen->drawn;
    screen->drawn = screen->drawn || screen->output_length > 0;
    return strchr("SXTZ", state) != NULL && reads && shows;
}

void screen_settle(Screen *screen)
{
    long long end = now_milliseconds() + DEADLINE_MILLISECONDS;
    int quiet = 0;
    while (quiet < 2) {
        if (now_milliseconds() > end) {
            screen_fail(screen, __FILE__, __LINE__, "the program does not come to rest");
        }
        bool came = read_output(screen, quiet_milliseconds);
        quiet = is_resting(screen) && !came ? quiet + 1 : 0;
    }
}

/* Nanoseconds that a process has been running on a processor. */
static long long running_time(pid_t process)
{
    char path[64];
    long long time = 0;
    snprintf(path, sizeof path, "/proc/%ld/schedstat", (long)process);
    FILE *file = fopen(path, "r");
    if (file != NULL) {
        if (fscanf(file, "%lld", &time) != 1) {
            time = 0;
        }
        fclose(file);
    }
    return time;
}

/* A picture comes in one piece, or in some that follow at once. */
#define PIECE_MILLISECONDS 2

void screen_wait_for_picture(Screen *screen)
{
    long long end = now_milliseconds() + DEADLINE_MILLISECONDS;
    while (!read_output(screen, quiet_milliseconds)) {
        if (now_milliseconds() > end) {
            screen_fail(screen, __FILE__, __LINE__, "nothing is drawn");
        }
    }
    while (read_output(screen, PIECE_MILLISECONDS)) {
    }
}

void screen_answer(Screen *screen, const char *keys, ScreenAnswer *answer)
{
    long long end = now_milliseconds() + DEADLINE_MILLISECONDS, running = running_time(screen->process);
    long long began = now_nanoseconds(), drawn = began;
    bool standing = false, any = false;
    int quiet = 0;
    *answer = (ScreenAnswer){0};
    screen_send(screen, keys);
    while (quiet < 2) {
        if (now_milliseconds() > end) {
            screen_fail(screen, __FILE__, __LINE__, "the program does not come to rest");
        }
        bool came = read_output(screen, any && !standing ? PIECE_MILLISECONDS : quiet_milliseconds);
        if (came) {
            any = true;
            drawn = now_nanoseconds();
            answer->rest = (double)(running_time(screen->process) - running) / 1e6;
        }
        if (any && !standing) {
            answer->picture = answer->rest;
            standing = !came;
        }
        quiet = is_resting(screen) && !came ? quiet + 1 : 0;
    }
    answer->rest = (double)(running_time(screen->process) - running) / 1e6;
    answer->picture = any ? answer->picture : answer->rest;
    answer->wall = (double)(drawn - began) / 1e6;
}

void screen_wait_for(Screen *screen, const char *text)
{
    long long end = now_milliseconds() + DEADLINE_MILLISECONDS;
    while (!screen_find(screen, text, NULL, NULL)) {
        if (now_milliseconds() > end) {
            screen_fail(screen, __FILE__, __LINE__, text);
        }
        read_output(screen, quiet_milliseconds);
    }
    screen_settle(screen);
}

int screen_wait_for_end(Screen *screen)
{
    long long end = now_milliseconds() + DEADLINE_MILLISECONDS;
    while (!screen->ended) {
        if (now_milliseconds() > end) {
            screen_fail(screen, __FILE__, __LINE__, "the program does not end");
        }
        read_output(screen, quiet_milliseconds);
        if (screen->closed) {
            poll(NULL, 0, 5);
        }
        note_end(screen);
    }
    while (read_output(screen, quiet_milliseconds)) { /* the terminal hands on what was written a little later */
    }
    return screen->status;
}

void screen_resize(Screen *screen, int rows, int columns)
{
    struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
    if (rows != screen->rows || columns != screen->columns) { /* else nobody is told, and nothing wakes */
        screen->sleeps = count_sleeps(screen->process);
    }
    screen->rows = rows;
    screen->columns = columns;
    vterm_set_size(screen->terminal, rows, columns);
    assert_int_equal(ioctl(screen->master, TIOCSWINSZ, &size), 0);
    screen_settle(screen);
}

void screen_write(Screen *screen, const char *bytes, size_t length)
{
    screen->sleeps = count_sleeps(screen->process);
    while (length > 0 && !screen->closed) {
        ssize_t written = write(screen->master, bytes, length);
        if (written <= 0) {
            screen->closed = true;
            return;
        }
        bytes += written;
        length -= (size_t)written;
    }
}

void screen_close_terminal(Screen *screen)
{
    if (screen->slave >= 0) {
        close(screen->slave);
        screen->slave = -1;
    }
    if (screen->master >= 0) {
        close(screen->master);
        screen->master = -1;
    }
    screen->closed = true;
}

bool screen_is_taken(const Screen *screen)
{
    struct termios now;
    if (screen->slave < 0 || tcgetattr(screen->slave, &now) != 0) {
        return false;
    }
    return screen->alternate || ((now.c_lflag ^ screen->before.c_lflag) & (ICANON | ECHO)) != 0;
}
