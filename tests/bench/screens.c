/* From a key to the finished screen, for each place and for moving in it: the processor's time that gairo spends (it sleeps
 * otherwise), beside that of a program of bare curses that draws as many cells. Part of make bench. */
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

static bool is_place(Action action)
{
    return action_definition(action)->group == GROUP_PLACES || action == ACTION_SEARCH || action == ACTION_HELP;
}

static void tell(const char *what, const char *name, double time, double bare, int *over)
{
    *over += time > LIMIT_MILLISECONDS;
    printf("%-9s%-22s %7.2f ms %6.1f times bare curses%s\n", what, name, time, bare > 0 ? time / bare : 0.0,
           time > LIMIT_MILLISECONDS ? "  OVER 16 ms" : "");
}

static void bench_size(int rows, int columns, int *over)
{
    double bare = bare_time(rows, columns);
    printf("%d by %d: bare curses draws all cells in %.2f ms\n", columns, rows, bare);
    Screen *screen = screen_start(&(ScreenOptions){.rows = rows, .columns = columns});
    for (Action action = ACTION_NONE + 1; action < ACTION_COUNT; action++) {
        char key[24];
        double opening = 0, moving = 0;
        if (!is_place(action) || action == ACTION_GO_HOME) {
            continue;
        }
        action_key(&table, action, false, key, sizeof key);
        for (int i = 0; i < ROUNDS; i++) {
            double time = time_of(screen, key);
            opening = i == 0 || time < opening ? time : opening;
            time = time_of(screen, "Down");
            moving = i == 0 || time < moving ? time : moving;
            time_of(screen, "Esc");
        }
        tell("opening", action_definition(action)->name, opening, bare, over);
        tell("moving", action_definition(action)->name, moving, bare, over);
    }
    screen_stop(screen);
}

static void bench(void **state)
{
    (void)state;
    int over = 0;
    bench_size(24, 80, &over);
    bench_size(50, 200, &over);
    printf("%d over %.0f ms from the key to the finished screen\n", over, LIMIT_MILLISECONDS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(bench)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
