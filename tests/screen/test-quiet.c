/* A calm terminal: only what changed is written, nothing while nobody types, nothing blinks; and whatever ends gairo leaves
 * the terminal, the folder and the database as they should be. */
#include "config.h"

#include "tests/screen/harness.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <glob.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* How many bytes are written for these keys. */
static size_t bytes_for(Screen *screen, const char *keys)
{
    size_t length;
    screen_settle(screen);
    screen_forget_output(screen);
    screen_type(screen, keys);
    screen_output(screen, &length);
    return length;
}

static const char *const places[] = {"gr", "ga", "gM", "gl", "gt", "gB", "gA", "gO", "gb", "gd", "g,", "gh", "gr Enter"};

/* One step writes the two rows that changed and the count, not the screen; a step that leads nowhere next to nothing. */
static void test_only_what_changed(void **state)
{
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){.rows = 24, .columns = 59}); /* one pane: nothing follows the row */
    screen_type(screen, "gH gr Home Down");
    size_t whole = bytes_for(screen, "C-l");
    assert_true(whole > 800);
    for (int i = 0; i < 5; i++) {
        assert_in_range(bytes_for(screen, "Down"), 1, 250);
    }
    for (int i = 0; i < 5; i++) {
        assert_in_range(bytes_for(screen, "Up"), 1, 250);
    }
    screen_type(screen, "Home");
    assert_in_range(bytes_for(screen, "Up"), 0, 60);
    screen_stop(screen);
}

/* Not a byte comes from any place while it stands. */
static void test_nothing_while_idle(void **state)
{
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){.rows = 40, .columns = 120});
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        size_t length;
        screen_type(screen, places[i]);
        screen_forget_output(screen);
        usleep(300000);
        screen_settle(screen);
        screen_output(screen, &length);
        assert_int_equal(length, 0);
    }
    screen_stop(screen);
}

/* No character blinks (SGR 5 and 6; the 5 of "38;5;n" is a colour), and the bell stays silent. */
static void test_nothing_blinks(void **state)
{
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){.rows = 40, .columns = 120});
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        screen_type(screen, places[i]);
        screen_type(screen, "Down Up");
        size_t length;
        const char *output = screen_output(screen, &length);
        for (size_t at = 0; at + 2 < length; at++) {
            assert_int_not_equal(output[at], '\a');
            if (output[at] != '\033' || output[at + 1] != '[') {
                continue;
            }
            long numbers[32] = {0};
            size_t count = 0, end = at + 2;
            for (; end < length && strchr("0123456789;", output[end]) != NULL && count < 31; end++) {
                count += output[end] == ';';
                if (output[end] != ';') {
                    numbers[count] = numbers[count] * 10 + (output[end] - '0');
                }
            }
            for (size_t n = 0; end < length && output[end] == 'm' && n <= count; n++) {
                bool of_colour = n > 0 && (numbers[n - 1] == 38 || numbers[n - 1] == 48);
                assert_true(of_colour || (numbers[n] != 5 && numbers[n] != 6));
                n += of_colour; /* its number follows */
            }
        }
    }
    screen_stop(screen);
}

/* No file lies beside the database that a run left there; and it is whole, with what was put into it. */
static void expect_whole(const char *database)
{
    char pattern[300];
    glob_t found;
    snprintf(pattern, sizeof pattern, "%s-*", database);
    screen_run(database, (const char *const[]){"check", NULL});
    assert_int_equal(glob(pattern, 0, NULL, &found), GLOB_NOMATCH);
}

static void test_ends_leave_all_whole(void **state)
{
    (void)state;
    static const int signals[] = {SIGTERM, SIGHUP, SIGINT, SIGKILL, 0};
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
        const char *database = screen_database();
        Screen *screen = screen_start(&(ScreenOptions){.database = database});
        screen_type(screen, "gr Space Down");
        screen_send(screen, "Space i k e p t");
        screen_settle(screen);
        if (signals[i] == 0) {
            screen_close_terminal(screen);
        } else {
            kill(screen_process(screen), signals[i]);
        }
        int status = screen_wait_for_end(screen);
        assert_true(signals[i] == 0 || (WIFSIGNALED(status) && WTERMSIG(status) == signals[i]));
        screen_stop(screen);
        expect_whole(database);
        screen = screen_start(&(ScreenOptions){.database = database});
        screen_expect(screen, "basket 2");
        screen_stop(screen);
    }
}

/* After a resize the terminal is told to scroll all its rows: it may have kept the region that curses had narrowed. */
static void test_resize_scrolls_all(void **state)
{
    (void)state;
    size_t length = 0;
    Screen *screen = screen_start(&(ScreenOptions){0});
    screen_type(screen, "gH gr");
    screen_forget_output(screen);
    screen_resize(screen, 12, 80);
    assert_non_null(strstr(screen_output(screen, &length), "\033[1;12r"));
    screen_resize(screen, 30, 100);
    assert_non_null(strstr(screen_output(screen, &length), "\033[1;30r"));
    screen_check(screen, true);
    screen_stop(screen);
}

/* Sizes that change faster than they can be drawn: the last one counts. */
static void test_resize_storm(void **state)
{
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){0});
    screen_type(screen, "gH gr Down Down");
    char *before = screen_text(screen);
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        screen_send(screen, places[i]);
        for (int step = 0; step < 12; step++) {
            screen_resize(screen, 1 + (step * 37 + (int)i * 11) % 120, 1 + (step * 61 + (int)i * 7) % 400);
            screen_send(screen, step % 2 == 0 ? "Down" : "Up");
        }
        screen_resize(screen, 24, 80);
        screen_check(screen, true);
    }
    screen_type(screen, "gr Home Down Down");
    char *after = screen_text(screen);
    char *old_rows = strchr(before, '\n'), *rows = strchr(after, '\n'); /* the path above is longer now */
    if (strcmp(rows, old_rows) != 0) {
        fprintf(stderr, "before:%s\nafter:%s\n", before, after); /* cmocka cuts what it prints */
    }
    assert_string_equal(rows, old_rows);
    free(before);
    free(after);
    screen_stop(screen);
}

/* Stopped and resumed wherever one is: the same screen, and the terminal was given back meanwhile. */
static void test_stop_anywhere(void **state)
{
    (void)state;
    static const char *const ways[] = {"gr", "gr Enter", "gM", "gr y", ": r", "F10", "gr /", "gr i x", "gr f"};
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        Screen *screen = screen_start(&(ScreenOptions){0});
        screen_type(screen, "gH");
        screen_type(screen, ways[i]);
        char *before = screen_text(screen);
        kill(screen_process(screen), SIGTSTP);
        screen_settle(screen);
        assert_false(screen_is_taken(screen));
        assert_true(screen_cursor_is_visible(screen));
        kill(screen_process(screen), SIGCONT);
        screen_settle(screen);
        assert_true(screen_is_taken(screen));
        char *after = screen_text(screen);
        assert_string_equal(before, after);
        free(before);
        free(after);
        screen_stop(screen);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_only_what_changed), cmocka_unit_test(test_nothing_while_idle),
        cmocka_unit_test(test_nothing_blinks),    cmocka_unit_test(test_ends_leave_all_whole),
        cmocka_unit_test(test_resize_scrolls_all), cmocka_unit_test(test_resize_storm),
        cmocka_unit_test(test_stop_anywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
