/* Facets in lists, in the matrix and in the search. */
#include "config.h"

#include "tests/screen/harness.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct {
    int rows, columns;
} sizes[] = {{20, 60}, {24, 80}, {40, 120}, {50, 200}};

/* How many rows the list says it has: the last number of "3 of 45" in the title line. */
static int rows_of_list(Screen *screen)
{
    char *title = screen_row(screen, 0);
    int count = 0;
    for (const char *of = strstr(title, " of "); of != NULL; of = strstr(of + 1, " of ")) {
        count = atoi(of + 4);
    }
    free(title);
    return count;
}

static void type_text(Screen *screen, const char *text)
{
    for (; *text != '\0'; text++) {
        char key[2] = {*text, '\0'};
        screen_send(screen, *text == ' ' ? "Space" : key);
    }
    screen_settle(screen);
}

/* The number at the end of the focused row. */
static int focused_count(Screen *screen)
{
    int row, column, count = 0;
    screen_cursor(screen, &row, &column);
    char *text = screen_row(screen, row);
    const char *box = strchr(text, ']');
    assert_non_null(box);
    for (const char *at = box + 1; *at != '\0' && strncmp(at, "│", strlen("│")) != 0; at++) {
        if (*at >= '0' && *at <= '9' && at[-1] == ' ') {
            count = atoi(at);
        }
    }
    free(text);
    return count;
}

static void test_facets(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        Screen *screen = screen_start(&(ScreenOptions){.rows = sizes[i].rows, .columns = sizes[i].columns});
        screen_type(screen, "gr");
        int all = rows_of_list(screen);
        screen_type(screen, "f");
        screen_expect(screen, "narrow by");
        screen_check(screen, true);
        screen_type(screen, "Down");
        screen_check(screen, true);
        int promised = focused_count(screen);
        assert_true(promised > 0 && promised < all);
        screen_type(screen, "Space");
        screen_expect(screen, "[x]");
        screen_check(screen, true);
        screen_type(screen, "Tab");
        screen_check(screen, true);
        assert_int_equal(rows_of_list(screen), promised); /* the count told what would be left */
        screen_type(screen, "M-f");
        assert_int_equal(rows_of_list(screen), all);
        screen_type(screen, "f f");
        screen_expect_not(screen, "narrow by");
        screen_stop(screen);
    }
}

static void test_facets_combine(void **state)
{
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){.rows = 40, .columns = 140});
    screen_type(screen, "gr f");
    type_text(screen, "/raises");
    screen_type(screen, "Enter");
    int raises = focused_count(screen);
    screen_type(screen, "Space");
    assert_int_equal(rows_of_list(screen), raises);
    screen_expect(screen, "raises   "); /* in the status */
    screen_type(screen, "Esc"); /* the filter goes first */
    screen_expect(screen, "narrow by");
    type_text(screen, "/mixed");
    screen_type(screen, "Enter");
    int mixed = focused_count(screen);
    screen_type(screen, "Space");
    assert_int_equal(rows_of_list(screen), raises + mixed); /* the same field: or */
    screen_stop(screen);
}

static void test_facets_of_models(void **state)
{
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){.rows = 40, .columns = 140});
    screen_type(screen, "gM f");
    type_text(screen, "/D5");
    screen_type(screen, "Enter");
    int open = focused_count(screen);
    assert_true(open > 0 && open < 45);
    screen_type(screen, "Enter");
    assert_int_equal(rows_of_list(screen), open);
    /* by mouse: a click on the box takes it back */
    int row, column;
    assert_true(screen_find(screen, "[x]", &row, &column));
    screen_click(screen, 1, row, column + 1);
    assert_int_equal(rows_of_list(screen), 45);
    screen_stop(screen);
}

static void test_facets_of_search(void **state)
{
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){.rows = 40, .columns = 140});
    screen_type(screen, "g/");
    type_text(screen, "weights");
    char *before = screen_row(screen, 0);
    screen_type(screen, "Tab f");
    screen_expect(screen, "Kind");
    screen_expect(screen, "[ ] Risks");
    type_text(screen, "/mitigations");
    screen_type(screen, "Enter");
    int count = focused_count(screen);
    screen_type(screen, "Space");
    char *after = screen_row(screen, 0), words[32];
    snprintf(words, sizeof words, "   %d found", count);
    assert_string_not_equal(before, after);
    assert_non_null(strstr(after, words));
    free(before);
    free(after);
    screen_stop(screen);
}

static void test_facets_are_kept(void **state)
{
    (void)state;
    const char *database = screen_database();
    Screen *screen = screen_start(&(ScreenOptions){.database = database, .rows = 40, .columns = 140});
    screen_type(screen, "gr f Down Space");
    int narrowed = rows_of_list(screen);
    screen_type(screen, "Q");
    assert_int_equal(screen_wait_for_end(screen), 0);
    screen_stop(screen);
    screen = screen_start(&(ScreenOptions){.database = database, .rows = 40, .columns = 140});
    screen_expect(screen, "[x]");
    assert_int_equal(rows_of_list(screen), narrowed);
    screen_type(screen, "gh f");
    screen_expect(screen, "nothing to narrow here");
    screen_stop(screen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_facets),           cmocka_unit_test(test_facets_combine),
        cmocka_unit_test(test_facets_of_models), cmocka_unit_test(test_facets_of_search),
        cmocka_unit_test(test_facets_are_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
