/* How the views use the width: whole headings, the columns that matter, previews, and a margin. */
#include "config.h"

#include "tests/screen/harness.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Fails where a text stands in the last column, naming the keys that led there. */
static void check_margin(Screen *screen, const char *keys)
{
    int rows, columns;
    screen_size(screen, &rows, &columns);
    for (int row = 0; row < rows; row++) {
        if (!screen_cell_is(screen, row, columns - 1, " ") && !screen_cell_is(screen, row, columns - 1, "")) {
            char *text = screen_row(screen, row);
            fail_msg("no margin at %dx%d after \"%s\": %s", rows, columns, keys, text);
        }
    }
}

static void test_margin_everywhere(void **state)
{
    (void)state;
    static const char *const keys[] = {"",   "a",    "r",    "o",  "m",    "c",  "l",    "M",  "M V",  "R",  "x",
                                       "gB", "gB T", "gt",   "gt T", "gA", "gA T", "gO", "gO T", "gD", "gD T", "gs",
                                       "g,", "r t",  "r f",  "gd", "g?",   "?",  "r Enter"};
    static const struct {
        int rows, columns;
    } sizes[] = {{20, 60}, {24, 80}, {40, 120}, {50, 200}};
    for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++) {
        Screen *screen = screen_start(&(ScreenOptions){.rows = sizes[s].rows, .columns = sizes[s].columns});
        for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
            screen_type(screen, keys[i]);
            check_margin(screen, keys[i]);
            screen_type(screen, "Esc Esc Esc gh");
        }
        screen_stop(screen);
    }
}

/* The line that ends a list and begins the preview below it; 0: none. */
static int rule_row(const Screen *screen)
{
    int row, column;
    return screen_find(screen, "  ──────────", &row, &column) ? row : 0;
}

/* Below its list stands the page of the focused item, and the columns that compare are seen. */
static void test_preview_below(void **state)
{
    (void)state;
    static const struct {
        int rows, columns;
    } sizes[] = {{24, 80}, {40, 120}};
    for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++) {
        Screen *screen = screen_start(&(ScreenOptions){.rows = sizes[s].rows, .columns = sizes[s].columns});
        for (int kind = 0; kind < 2; kind++) {
            screen_type(screen, kind == 0 ? "r Down" : "gh o Down");
            screen_expect(screen, "openness");
            screen_expect(screen, "evidence");
            int rule = rule_row(screen), row, column;
            assert_in_range(rule, 8, sizes[s].rows - 8);
            screen_cursor(screen, &row, &column);
            char *focused = screen_row(screen, row), *page = screen_row(screen, rule + 1);
            char *start = strchr(focused, '>') + 2;
            start[strcspn(start, "  ")] = '\0'; /* its first word */
            if (strstr(page, start) == NULL) {
                fail_msg("%s is not the heading of its preview: %s", start, page);
            }
            free(focused);
            free(page);
        }
        screen_stop(screen);
    }
    Screen *screen = screen_start(&(ScreenOptions){.rows = 20, .columns = 60});
    screen_type(screen, "r");
    assert_int_equal(rule_row(screen), 0); /* one pane */
    screen_stop(screen);
}

/* Where from and how well known is whole at 120 columns and more. */
static void test_basis_is_whole(void **state)
{
    (void)state;
    static const int columns[] = {120, 200};
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        Screen *screen = screen_start(&(ScreenOptions){.rows = 50, .columns = columns[i]});
        screen_type(screen, "r");
        screen_expect(screen, "our own synthesis");
        screen_expect_not(screen, "synth…");
        screen_expect_not(screen, "synthe…");
        screen_stop(screen);
    }
}

/* The state of a law is never cut. */
static void test_law_state_is_whole(void **state)
{
    (void)state;
    static const int columns[] = {60, 80, 120, 200};
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        Screen *screen = screen_start(&(ScreenOptions){.rows = 80, .columns = columns[i]});
        screen_type(screen, "l");
        screen_expect(screen, "partly in force ");
        screen_expect(screen, "from 2026-12-09 ");
        screen_expect(screen, "open models");
        screen_stop(screen);
    }
}

/* Opposites are headed by whole words. */
static void test_headings_are_whole(void **state)
{
    (void)state;
    static const int columns[] = {60, 72, 80, 120, 200};
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        Screen *screen = screen_start(&(ScreenOptions){.rows = 24, .columns = columns[i]});
        static const char *const keys[] = {"", "gB", "gA T"};
        for (size_t k = 0; k < sizeof keys / sizeof *keys; k++) {
            screen_type(screen, keys[k]);
            char *headings = screen_row(screen, 2);
            if (strstr(headings, "risks") == NULL || strstr(headings, "opportunities") == NULL) {
                fail_msg("at %d columns after \"%s\": %s", columns[i], keys[k], headings);
            }
            free(headings);
        }
        screen_stop(screen);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_preview_below),      cmocka_unit_test(test_basis_is_whole),
        cmocka_unit_test(test_law_state_is_whole), cmocka_unit_test(test_headings_are_whole),
        cmocka_unit_test(test_margin_everywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
