/* From a key to the finished screen, for each place and for moving in it: the processor's time that gairo spends (it sleeps
 * otherwise), beside that of a program of bare curses that draws as many cells. Part of make bench. GAIRO_BENCH_DB names
 * another database than one with the shipped data; it is written to. GAIRO_BENCH_ONLY
 * leaves out what has not these words in its name. */
#include "config.h"

#include "tests/screen/harness.h"
#include "tui/keymap.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LIMIT_MILLISECONDS 16.0
#define ROUNDS 5 /* of each key; the fastest counts */

static const KeyMap table; /* as it is */

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

/* Milliseconds from a key to rest. */
static double time_of(Screen *screen, const char *keys)
{
    long long before = running_time(screen_process(screen));
    screen_send(screen, keys);
    screen_settle(screen);
    return (double)(running_time(screen_process(screen)) - before) / 1e6;
}

static double bare_time(int rows, int columns)
{
    const char *named = getenv("GAIRO_SCREEN_PROGRAM");
    char *kept = named == NULL ? NULL : strdup(named);
    double least = 0;
    setenv("GAIRO_SCREEN_PROGRAM", "tests/bench/bare-screen", 1);
    Screen *screen = screen_start(&(ScreenOptions){.rows = rows, .columns = columns, .database = "none"});
    for (int i = 0; i < ROUNDS; i++) {
        double time = time_of(screen, "x");
        least = i == 0 || time < least ? time : least;
    }
    screen_stop(screen);
    if (kept != NULL) {
        setenv("GAIRO_SCREEN_PROGRAM", kept, 1);
    } else {
        unsetenv("GAIRO_SCREEN_PROGRAM");
    }
    free(kept);
    return least;
}

/* A view, or what opens over one: how to come to where it is opened, the key that opens it, one that moves in it. */
typedef struct Way {
    const char *name, *before, *key, *moving;
} Way;

static const Way ways[] = {
    {"page of a risk", "gr", "Enter", "PgDn"},
    {"page of a law", "gl", "Enter", "PgDn"},
    {"page of a model", "gM", "Enter", "PgDn"},
    {"typing to narrow", "gr /", "e", "n"},
    {"typing to search", "g/", "w", "e"},
    {"facets of risks", "gr", "f", "Down"},
    {"facets of models", "gM", "f", "Down"},
    {"a facet chosen", "gr f Down", "Space", "Down"},
    {"another group", "gr Tab Tab", "Down", "Down"},
    {"sorting", "gm", "s", "Down"},
    {"trace of a risk", "gr", "t", "Down"},
    {"trace of a law", "gl", "t", "Down"},
    {"trace of a model", "gM", "t", "Down"},
    {"comparing models", "gM c Down", "c", "Down"},
    {"the lens", "gr", "w", "u"},
    {"another term", "gr", "z", "z"},
    {"home after a change", "gr Space", "gh", "Down"},
    {"a key in the help", "?", "s", "h"},
    {"the palette", "gr", ":", "s"},
    {"the menu", "gr", "F10", "Right"},
    {"the marks", "gr", "'", "Down"},
    {"a question", "gr", "y", "Down"},
    {"writing a note", "gr", "i", "x"},
    {"into the basket", "gr", "Space", "Down"},
    {"exporting", "gr Space", "e", "Down"},
    {"a sheet, checked", "gr Space gb", "C", "Down"},
    {"presenting", "gr Space", "p", "Space"},
    {"by month", "gt", "+", "-"},
    {"chart as a table", "gO", "T", "Down"},
};

typedef struct Times {
    double first, least, moving; /* milliseconds: the first time in a new process, the least of all, of moving in it */
} Times;

static Times measure(const Way *way, int rows, int columns)
{
    Times times = {0};
    Screen *screen =
        screen_start(&(ScreenOptions){.rows = rows, .columns = columns, .database = getenv("GAIRO_BENCH_DB")});
    for (int i = 0; i < ROUNDS; i++) {
        screen_type(screen, "Esc Esc Esc gh");
        if (*way->before != '\0') {
            screen_type(screen, way->before);
        }
        double time = time_of(screen, way->key);
        times.first = i == 0 ? time : times.first;
        times.least = i == 0 || time < times.least ? time : times.least;
        time = time_of(screen, way->moving);
        times.moving = i == 0 || time < times.moving ? time : times.moving;
    }
    screen_stop(screen);
    return times;
}

static bool is_place(Action action)
{
    return action != ACTION_GO_HOME && (action_definition(action)->group == GROUP_PLACES || action == ACTION_SEARCH ||
                                        action == ACTION_HELP);
}

/* Only those that have the words of GAIRO_BENCH_ONLY in their names, where it is set. */
static bool is_wanted(const char *name)
{
    const char *only = getenv("GAIRO_BENCH_ONLY");
    return only == NULL || strstr(name, only) != NULL;
}

static void tell(const char *name, const Times *times, double bare, int *over)
{
    bool slow = times->first > LIMIT_MILLISECONDS || times->moving > LIMIT_MILLISECONDS;
    double ratio = bare > 0 ? 1 / bare : 0;
    *over += slow;
    printf("%-20s first %7.2f ms %6.1f times, again %7.2f ms %6.1f, moving %7.2f ms %6.1f%s\n", name, times->first,
           times->first * ratio, times->least, times->least * ratio, times->moving, times->moving * ratio,
           slow ? "  OVER" : "");
    fflush(stdout);
}

static void bench_size(int rows, int columns, int *over)
{
    double bare = bare_time(rows, columns);
    printf("%d by %d: bare curses draws all cells in %.2f ms; times are ratios to that\n", columns, rows, bare);
    for (Action action = ACTION_NONE + 1; action < ACTION_COUNT; action++) {
        char key[24];
        if (is_place(action) && is_wanted(action_definition(action)->name)) {
            action_key(&table, action, false, key, sizeof key);
            Times times = measure(&(Way){action_definition(action)->name, "", key, "Down"}, rows, columns);
            tell(action_definition(action)->name, &times, bare, over);
        }
    }
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        if (is_wanted(ways[i].name)) {
            Times times = measure(&ways[i], rows, columns);
            tell(ways[i].name, &times, bare, over);
        }
    }
}

static void bench(void **state)
{
    (void)state;
    int over = 0;
    bench_size(24, 80, &over);
    bench_size(50, 200, &over);
    printf("%d over %.0f ms from a key to the finished screen\n", over, LIMIT_MILLISECONDS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(bench)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
