/* Terminals of all kinds: small, lost, without colour, in ASCII, unknown; leaving them as they were. */
#include "config.h"

#include "tests/screen/harness.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

static void expect_clean_end(Screen *screen, int status)
{
    int got = screen_wait_for_end(screen);
    assert_true(WIFEXITED(got));
    assert_int_equal(WEXITSTATUS(got), status);
    assert_false(screen_is_taken(screen));
    assert_true(screen_cursor_is_visible(screen));
    screen_stop(screen);
}

static void test_quit(void **state)
{
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){0});
    assert_true(screen_is_taken(screen));
    screen_send(screen, "Q");
    expect_clean_end(screen, 0);
}

/* q at home leaves only the second time, and Q leaves from anywhere. */
static void test_no_quitting_by_accident(void **state)
{
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){0});
    screen_type(screen, "q");
    screen_expect(screen, "once more");
    screen_type(screen, "j");
    screen_expect_not(screen, "once more");
    screen_type(screen, "q");
    screen_expect(screen, "once more");
    screen_type(screen, "Esc Esc r Enter");
    screen_send(screen, "Q");
    expect_clean_end(screen, 0);
    screen = screen_start(&(ScreenOptions){0});
    screen_type(screen, "r Enter q q q");
    screen_expect(screen, "once more");
    screen_send(screen, "q");
    expect_clean_end(screen, 0);
}

/* Ended by a signal: the terminal is as it was, and whoever waits sees a death by it. */
static void expect_death(Screen *screen, int signal)
{
    int got = screen_wait_for_end(screen);
    assert_true(WIFSIGNALED(got));
    assert_int_equal(WTERMSIG(got), signal);
    assert_false(screen_is_taken(screen));
    assert_true(screen_cursor_is_visible(screen));
    screen_stop(screen);
}

static void test_signals(void **state)
{
    (void)state;
    static const int signals[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT};
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
        Screen *screen = screen_start(&(ScreenOptions){0});
        screen_type(screen, "r");
        kill(screen_process(screen), signals[i]);
        expect_death(screen, signals[i]);
    }
    Screen *screen = screen_start(&(ScreenOptions){0});
    screen_type(screen, "r /");
    screen_send(screen, "C-c");
    expect_death(screen, SIGINT);
}

/* After a click, whose release means nothing, signals and resizes are heeded as ever. */
static void test_signal_after_a_click(void **state)
{
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){0});
    screen_type(screen, "r");
    screen_click(screen, 1, 8, 6);
    screen_click(screen, 3, 8, 6);
    screen_resize(screen, 30, 100);
    screen_check(screen, true);
    char *last = screen_row(screen, 29);
    assert_non_null(strstr(last, "help"));
    free(last);
    kill(screen_process(screen), SIGTERM);
    expect_death(screen, SIGTERM);
}

/* Presses that arrive all at once each count. */
static void test_presses_at_once(void **state)
{
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){.rows = 40});
    int row, column;
    screen_type(screen, "r gg");
    screen_cursor(screen, &row, &column);
    int first = row;
    for (int i = 0; i < 3; i++) {
        screen_press(screen, 5, 8, 6);
    }
    screen_settle(screen);
    screen_cursor(screen, &row, &column);
    assert_int_equal(row, first + 9);
    screen_press(screen, 1, first + 1, 6);
    screen_press(screen, 1, first + 1, 6);
    screen_press(screen, 3, first + 1, 6);
    screen_press(screen, 3, first + 1, 6);
    screen_settle(screen);
    screen_expect(screen, "Broader societal aspects");
    screen_stop(screen);
}

static void test_stop_and_resume(void **state)
{
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){0});
    screen_type(screen, "r");
    char *before = screen_text(screen);
    kill(screen_process(screen), SIGTSTP);
    screen_settle(screen);
    assert_false(screen_is_taken(screen));
    kill(screen_process(screen), SIGCONT);
    screen_settle(screen);
    assert_true(screen_is_taken(screen));
    char *after = screen_text(screen);
    assert_string_equal(before, after);
    free(before);
    free(after);
    screen_stop(screen);
}

/* A terminal that goes away ends the program; it does not spin. */
static void test_lost_terminal(void **state)
{
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){0});
    screen_type(screen, "r");
    screen_close_terminal(screen);
    int status = screen_wait_for_end(screen);
    assert_true(WIFEXITED(status) || WTERMSIG(status) == SIGHUP);
    screen_stop(screen);
}

static void test_resize(void **state)
{
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){0});
    screen_type(screen, "r Down Down");
    char *before = screen_text(screen);
    static const struct {
        int rows, columns;
    } sizes[] = {{50, 200}, {5, 20}, {4, 30}, {10, 19}, {1, 1}, {120, 400}, {24, 59}, {12, 60}};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        screen_resize(screen, sizes[i].rows, sizes[i].columns);
        bool small = sizes[i].rows < 5 || sizes[i].columns < 20;
        if (small && sizes[i].columns >= 9) {
            screen_expect(screen, "too small");
        } else if (!small) {
            screen_check(screen, true);
        }
    }
    screen_resize(screen, 24, 80);
    char *after = screen_text(screen);
    assert_string_equal(before, after);
    free(before);
    free(after);
    screen_stop(screen);
}

static void walk(Screen *screen)
{
    screen_type(screen, "r Down Enter PgDn q Tab Tab q q l Down ? q Esc : Esc gb q");
}

/* Where the locale is not UTF-8 only ASCII is written. */
static void test_ascii(void **state)
{
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){.rows = 40, .columns = 120, .locale = "C"});
    size_t length;
    walk(screen);
    const char *output = screen_output(screen, &length);
    for (size_t i = 0; i < length; i++) {
        assert_true((unsigned char)output[i] < 0x80);
    }
    screen_stop(screen);
}

static void test_no_colour(void **state)
{
    (void)state;
    static const char *const environment[] = {"NO_COLOR=1", NULL};
    Screen *screen = screen_start(&(ScreenOptions){.environment = environment});
    walk(screen);
    assert_false(screen_output_has_colour(screen));
    screen_send(screen, "Q");
    screen_wait_for_end(screen);
    assert_false(screen_output_has_colour(screen));
    screen_stop(screen);
    screen = screen_start(&(ScreenOptions){0});
    assert_true(screen_output_has_colour(screen));
    screen_stop(screen);
}

/* Terminals of other kinds draw the same words. */
static void test_other_terminals(void **state)
{
    (void)state;
    static const char *const terms[] = {"xterm", "vt100", "linux", "screen-256color", "tmux-256color"};
    for (size_t i = 0; i < sizeof terms / sizeof *terms; i++) {
        Screen *screen = screen_start(&(ScreenOptions){.term = terms[i]});
        screen_type(screen, "r");
        screen_expect(screen, "Risks");
        screen_check(screen, true);
        screen_stop(screen);
    }
}

static void test_unknown_terminals(void **state)
{
    (void)state;
    static const char *const terms[] = {"no-such-terminal", "dumb", ""};
    for (size_t i = 0; i < sizeof terms / sizeof *terms; i++) {
        Screen *screen = screen_start(&(ScreenOptions){.term = terms[i]});
        screen_expect(screen, "TERM");
        if (terms[i][0] != '\0') {
            screen_expect(screen, "--plain"); /* needs no terminal to place anything on */
        }
        char *second = screen_row(screen, 2);
        assert_string_equal(second, "");
        free(second);
        expect_clean_end(screen, 1);
    }
}

/* A few hundred random keys, clicks and resizes: it neither ends nor hangs, and the cursor stays on the screen. */
static void test_random_keys(void **state)
{
    (void)state;
    static const char *const keys[] = {
        "j",    "k",   "Down",  "Up", "Enter",     "q",   "Esc",    "Tab",  "BackTab", "PgDn", "PgUp", "gg", "G",
        "Home", "End", "s",     "R",  "/",         "a",   "r",      "o",    "m",       "c",    "l",    "H",  "L",
        "?",    ":",   "Space", "n",  "N",         "1",   "3",      "Left", "Right",   "F1",   "F4",   "gM", "gb",
        "e",    "M-x", "C-l",   "x",  "Backspace", "Del", "M-Left", "gr",   "gc",      "é",    "C-w"};
    Screen *screen = screen_start(&(ScreenOptions){0});
    unsigned long seed = 20261120;
    for (int i = 0; i < 400; i++) {
        seed = seed * 6364136223846793005ul + 1442695040888963407ul;
        unsigned choice = (unsigned)(seed >> 33);
        int rows, columns;
        screen_size(screen, &rows, &columns);
        if (choice % 37 == 0) {
            screen_resize(screen, 3 + (int)(choice / 37 % 50), 15 + (int)(choice / 1850 % 150));
        } else if (choice % 11 == 0) {
            screen_click(screen, 1 + (int)(choice / 11 % 5), (int)(choice / 55 % (unsigned)rows),
                         (int)(choice / 8000 % (unsigned)columns));
        } else {
            screen_send(screen, keys[choice / 37 % (sizeof keys / sizeof *keys)]);
            if (i % 4 == 0) {
                screen_settle(screen);
            }
        }
    }
    screen_settle(screen);
    screen_resize(screen, 24, 80);
    int row, column;
    screen_cursor(screen, &row, &column);
    assert_in_range(row, 0, 23);
    assert_in_range(column, 0, 79);
    screen_type(screen, "Esc Esc Esc gh");
    screen_expect(screen, "gairo");
    screen_stop(screen);
}

/* Keys that arrive all at once act on what the ones before them led to, though nothing of that was drawn. */
static void test_keys_at_once(void **state)
{
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){.rows = 24, .columns = 140});
    screen_type(screen, "r");
    screen_send(screen, "/ z q z q Enter Tab Down PgDn Up 1 Tab");
    screen_settle(screen);
    screen_expect(screen, "Nothing matches.");
    screen_type(screen, "BackTab q gg");
    for (int i = 0; i < 12; i++) {
        screen_send(screen, "Down Tab PgDn PgDn Down Up BackTab");
        screen_settle(screen);
    }
    screen_check(screen, true);
    screen_stop(screen);
}

/* Esc is a key of its own, whatever follows at once, but for a character: that is Alt. */
static void test_escape_swallows_nothing(void **state)
{
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){0});
    screen_type(screen, "r Enter");
    screen_expect(screen, "gairo › Risks ›");
    screen_send(screen, "Esc Esc Esc");
    screen_settle(screen);
    screen_expect(screen, "Broader societal aspects");
    screen_type(screen, "? r i s k s");
    screen_send(screen, "Esc Enter");
    screen_settle(screen);
    screen_expect_not(screen, "Help");
    screen_expect(screen, "q back");
    screen_stop(screen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_quit),
        cmocka_unit_test(test_no_quitting_by_accident),
        cmocka_unit_test(test_signals),
        cmocka_unit_test(test_signal_after_a_click),
        cmocka_unit_test(test_presses_at_once),
        cmocka_unit_test(test_stop_and_resume),
        cmocka_unit_test(test_lost_terminal),
        cmocka_unit_test(test_resize),
        cmocka_unit_test(test_ascii),
        cmocka_unit_test(test_no_colour),
        cmocka_unit_test(test_other_terminals),
        cmocka_unit_test(test_unknown_terminals),
        cmocka_unit_test(test_random_keys),
        cmocka_unit_test(test_keys_at_once),
        cmocka_unit_test(test_escape_swallows_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
