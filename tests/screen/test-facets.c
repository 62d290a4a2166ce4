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

/* Nothing touches the right edge. */
static void expect_free_edge(Screen *screen, int rows, int columns)
{
    for (int row = 0; row < rows; row++) {
        assert_true(screen_cell_is(screen, row, columns - 1, " ") || screen_cell_is(screen, row, columns - 1, ""));
    }
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
        screen_expect(screen, "Space choose");
        screen_expect_not(screen, "Space basket");
        screen_expect_not(screen, "1-9 follow");
        screen_check(screen, true);
        expect_free_edge(screen, sizes[i].rows, sizes[i].columns);
        screen_type(screen, "Down");
        screen_check(screen, true);
        int promised = focused_count(screen);
        assert_true(promised > 0 && promised < all);
        screen_type(screen, "Space");
        screen_expect(screen, "[x]");
        screen_check(screen, true);
        screen_type(screen, "Tab");
        screen_check(screen, true);
        screen_expect_not(screen, "Space choose");
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

/* Every hit shows where it was found; how many there are is counted over all of them, not over those that are listed. */
static void test_snippets_and_kinds(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        Screen *screen = screen_start(&(ScreenOptions){.rows = sizes[i].rows, .columns = sizes[i].columns});
        int first, second, column;
        screen_type(screen, "g/");
        type_text(screen, "watermark");
        screen_expect(screen, " found");
        screen_expect(screen, " mitigations");
        screen_type(screen, "Down");
        screen_cursor(screen, &first, &column);
        screen_type(screen, "Down");
        screen_cursor(screen, &second, &column);
        assert_int_equal(second, first + 2);
        for (int hit = 0; hit < 3; hit++) {
            char *snippet = screen_row(screen, first + 1 + 2 * hit);
            assert_true(strncmp(snippet, "    ", 4) == 0 && strlen(snippet) > 8);
            free(snippet);
        }
        screen_check(screen, true);
        expect_free_edge(screen, sizes[i].rows, sizes[i].columns);
        screen_click(screen, 1, first + 5, 6); /* the second line of the third one */
        screen_cursor(screen, &second, &column);
        assert_int_equal(second, first + 4);
        screen_stop(screen);
    }
}

/* More than are listed: the counts by kind, in the line and among the facets, add up to all. */
static void test_counts_of_all_hits(void **state)
{
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){.rows = 50, .columns = 400});
    screen_type(screen, "g/");
    type_text(screen, "o");
    char *title = screen_row(screen, 0), *kinds = screen_row(screen, 3);
    const char *found = strstr(title, " found, the best 200 listed");
    assert_non_null(found);
    while (found > title && found[-1] >= '0' && found[-1] <= '9') {
        found--;
    }
    int all = atoi(found), sum = 0;
    for (char *at = kinds; *at != '\0'; at++) {
        if (*at >= '0' && *at <= '9' && at[-1] == ' ') {
            sum += atoi(at);
        }
    }
    assert_true(all > 200);
    assert_int_equal(sum, all);
    free(title);
    free(kinds);
    screen_type(screen, "Down f");
    int risks = focused_count(screen);
    screen_type(screen, "Space");
    char words[48];
    snprintf(words, sizeof words, "Risks   %d found", risks);
    screen_expect(screen, words);
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
        cmocka_unit_test(test_snippets_and_kinds), cmocka_unit_test(test_counts_of_all_hits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
