/* A session of random keys, presses and sizes: gairo neither ends nor sticks, and what it drew step by step is what it
 * draws anew. GAIRO_TEST_SEED repeats a session (each says its own); GAIRO_TEST_EVENTS sets its length, by default 1,500
 * events, and 10,000 where GAIRO_TEST_WHOLE is set or the build has sanitizers. */
#include "config.h"

#include "tests/screen/harness.h"
#include "tests/temporary.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define EVENTS_AT_ONCE 20 /* between two looks at the screen */

static uint64_t generator;

/* xorshift64* (Vigna 2016): the same on every machine. */
static unsigned random_below(unsigned limit)
{
    generator ^= generator >> 12;
    generator ^= generator << 25;
    generator ^= generator >> 27;
    return (unsigned)((generator * 2685821657736338717u) >> 33) % limit;
}

static long events_wanted(void)
{
    const char *number = getenv("GAIRO_TEST_EVENTS");
    if (number != NULL) {
        return strtol(number, NULL, 10);
    }
#ifdef GAIRO_SANITIZERS
    return 10000;
#else
    return getenv("GAIRO_TEST_WHOLE") != NULL ? 10000 : 1500;
#endif
}

/* Keys that do not end or stop it: no C-c, C-z or C-\, and Q only now and then. */
static void random_key(Screen *screen)
{
    static const char *const named[] = {
        "Enter",  "Enter", "Enter", "Tab",  "BackTab", "Esc",     "Space", "Backspace", "Del",   "Up",    "Down",
        "Down",   "Down",  "Right", "Left", "Home",    "End",     "PgUp",  "PgDn",      "F1",    "F2",    "F4",
        "F5",     "F7",    "F10",   "C-l",  "M-Left",  "M-Right", "M-x",   "C-r",       "gr",    "ga",    "go",
        "gm",     "gc",    "gl",    "gM",   "gx",      "gR",      "gb",    "gd",        "g,",    "g?",    "g/",
        "?",      ":",     "/",     "y",    "E",       "!",       "e",     "s",         "C-u",   "1",     "2",
    };
    static const char letters[] = "abcdefghijklmnoprstuvwxyzABCDEFGHIJKLMNOPRSTUVWXYZ0123456789/?:;,.-+=*<>'\"()[]{}";
    static const char *const odd[] = {"\xff", "\xc3", "é", "宽", "\xf0\x9f\x91\x8d", "\033[200~paste\033[201~", "\033]0;x\a",
                                      "\033[99;99;99Z", "\033P1$r\033\\"};
    unsigned kind = random_below(100);
    if (kind < 70) {
        screen_send(screen, named[random_below(sizeof named / sizeof *named)]);
    } else if (kind < 95) {
        char letter = letters[random_below(sizeof letters - 1)];
        screen_write(screen, &letter, 1);
    } else if (kind < 99) {
        const char *bytes = odd[random_below(sizeof odd / sizeof *odd)];
        screen_write(screen, bytes, strlen(bytes));
    } else {
        screen_write(screen, "Q", 1);
    }
}

static void random_press(Screen *screen)
{
    static const int buttons[] = {1, 1, 1, 1, 2, 3, 4, 5};
    int rows, columns;
    char bytes[64];
    screen_size(screen, &rows, &columns);
    int button = buttons[random_below(8)], code = button <= 3 ? button - 1 : 64 + button - 4;
    int row = (int)random_below((unsigned)rows) + 1, column = (int)random_below((unsigned)columns) + 1;
    snprintf(bytes, sizeof bytes, "\033[<%d;%d;%dM", code, column, row);
    screen_write(screen, bytes, strlen(bytes));
    if (button <= 3) {
        snprintf(bytes, sizeof bytes, "\033[<%d;%d;%dm", code, column, row);
        screen_write(screen, bytes, strlen(bytes));
    }
}

/* Never one column: libvterm 0.1.4 itself faults when a wide character comes that was on its way while the size changed. */
static void random_size(Screen *screen)
{
    static const struct {
        int rows, columns;
    } sizes[] = {{24, 80}, {20, 60}, {40, 120}, {50, 200}, {5, 20}, {120, 400}, {1, 2}, {4, 30}, {24, 19}, {12, 40}};
    unsigned which = random_below(14);
    if (which < 10) {
        screen_resize(screen, sizes[which].rows, sizes[which].columns);
    } else {
        screen_resize(screen, 1 + (int)random_below(60), 2 + (int)random_below(199));
    }
}

/* What stands there after many small changes is what a whole new drawing gives. Work that is still under way, such as the counting of
 * pages in the worker, may change it once: then both are drawn again. */
static void compare_with_new_drawing(Screen *screen)
{
    bool same = false;
    for (int tries = 0; tries < 10 && !same; tries++) {
        screen_type(screen, "C-l"); /* takes off what the next key would */
        char *before = screen_text(screen);
        screen_type(screen, "C-l");
        char *after = screen_text(screen);
        same = strcmp(before, after) == 0 || screen_has_ended(screen);
        if (!same) {
            print_error("drawn step by step:\n%s\ndrawn anew:\n%s\n", before, after);
        }
        free(before);
        free(after);
    }
    assert_true(same);
}

static void test_random_session(void **state)
{
    (void)state;
    const char *seed = getenv("GAIRO_TEST_SEED");
    unsigned long long number = seed != NULL ? strtoull(seed, NULL, 10) : 20240514;
    long wanted = events_wanted(), batches = 0;
    generator = number * 0x9e3779b97f4a7c15u + 1;
    print_message("%ld events, GAIRO_TEST_SEED=%llu\n", wanted, number);
    const char *database = screen_database();
    Screen *screen = NULL;
    for (long done = 0; done < wanted; batches++) {
        if (screen == NULL) {
            screen = screen_start(&(ScreenOptions){.database = database});
        }
        for (int i = 0; i < EVENTS_AT_ONCE && done < wanted; i++, done++) {
            unsigned kind = random_below(100);
            if (kind < 84) {
                random_key(screen);
            } else if (kind < 97) {
                random_press(screen);
            } else {
                random_size(screen);
            }
        }
        screen_settle(screen);
        if (batches % 4 == 0 && !screen_has_ended(screen)) {
            compare_with_new_drawing(screen);
        }
        if (screen_has_ended(screen)) {
            int status = screen_wait_for_end(screen);
            if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
                size_t length;
                const char *output = screen_output(screen, &length);
                print_error("ended with status %#x after %ld events; its last words:\n%s\n", (unsigned)status, done,
                            output + (length > 6000 ? length - 6000 : 0));
            }
            assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
            screen_stop(screen);
            screen = NULL;
        }
    }
    if (screen != NULL) {
        assert_true(screen_cursor_is_visible(screen));
    }
    screen_stop(screen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_random_session)};
    char folder[64], *program = realpath("gairo", NULL);
    /* Sheets are written where it runs; the browser and the clipboard's programs are not to be found. */
    if (program == NULL || !make_temporary_folder(folder, sizeof folder, "random") || chdir(folder) != 0) {
        return 1;
    }
    setenv("GAIRO_SCREEN_PROGRAM", program, 0);
    setenv("HOME", folder, 1);
    setenv("PATH", folder, 1);
    free(program);
    int result = cmocka_run_group_tests(tests, NULL, NULL);
    char command[128];
    snprintf(command, sizeof command, "/bin/rm -rf %s", folder);
    if (chdir("/") != 0 || system(command) != 0) {
        print_error("%s stays\n", folder);
    }
    return result;
}
