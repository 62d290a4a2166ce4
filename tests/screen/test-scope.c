/* The scope: a term, a law, the paper's frame, in every screen. */
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

/* How many rows the list says it has: the second number of "3 of 45" in the title line. */
static int rows_of_list(Screen *screen)
{
    char *title = screen_row(screen, 0);
    int count = 0;
    for (const char *of = strstr(title, " of "); of != NULL; of = strstr(of + 1, " of ")) {
        count = atoi(of + 4); /* the last one: titles have the word too */
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

static void test_horizon(void **state)
{
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){.rows = 40, .columns = 120});
    screen_type(screen, "r");
    int all = rows_of_list(screen);
    screen_type(screen, "z");
    screen_expect(screen, "only Near term");
    int near = rows_of_list(screen);
    assert_true(near > 0 && near < all);
    screen_type(screen, "z z");
    screen_expect(screen, "only Long term");
    int far = rows_of_list(screen);
    assert_true(far > 0 && far < all);
    screen_check(screen, true);
    /* in every screen: home counts as many */
    char count[32];
    snprintf(count, sizeof count, "Risks%14d", far);
    screen_type(screen, "gh");
    screen_expect(screen, "only Long term");
    screen_expect(screen, count);
    screen_type(screen, "z r");
    screen_expect_not(screen, "only Near");
    screen_expect_not(screen, "only Long");
    assert_int_equal(rows_of_list(screen), all);
    screen_stop(screen);
}

static void test_law_lens(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        Screen *screen = screen_start(&(ScreenOptions){.rows = sizes[i].rows, .columns = sizes[i].columns});
        screen_type(screen, "gr");
        int all = rows_of_list(screen);
        screen_type(screen, "w");
        screen_expect(screen, "Law lens");
        screen_check(screen, true);
        type_text(screen, "instrument.eu-ai-act");
        screen_check(screen, true);
        screen_type(screen, "Enter");
        screen_expect(screen, "only EU AI Act");
        int touched = rows_of_list(screen);
        assert_true(touched > 0 && touched < all);
        screen_check(screen, true);
        /* a page shows everything, what is outside with a word */
        screen_type(screen, "gl Enter Z");
        screen_expect_not(screen, "only EU");
        screen_stop(screen);
    }
}

static void test_law_of_a_row(void **state)
{
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){.rows = 30, .columns = 100});
    screen_type(screen, "r W");
    screen_expect(screen, "Open or focus a law");
    screen_type(screen, "gl");
    type_text(screen, "/cn-label");
    screen_type(screen, "Enter W");
    screen_expect(screen, "only ");
    screen_type(screen, "gm");
    int touched = rows_of_list(screen);
    assert_true(touched > 0 && touched < 30);
    /* where nothing is left the list says why, and what clears it */
    screen_type(screen, "go z z z");
    screen_expect(screen, "Nothing of the term “Long term” that “");
    screen_expect(screen, "Z shows everything");
    screen_type(screen, "gM");
    assert_true(rows_of_list(screen) > 40); /* no law is linked to models */
    screen_expect(screen, "no law names these");
    screen_type(screen, "gO");
    screen_expect(screen, "no law names these");
    screen_type(screen, "gD");
    screen_expect(screen, "no law names these");
    screen_type(screen, "Z go");
    screen_expect_not(screen, "Nothing of");
    screen_stop(screen);
}

static void test_outside_on_pages(void **state)
{
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){.rows = 50, .columns = 120});
    screen_type(screen, "r");
    type_text(screen, "/safeguards can be stripped");
    screen_type(screen, "Enter Enter");
    screen_expect_not(screen, "outside the scope");
    screen_type(screen, "z z z");
    screen_expect(screen, "only Long term");
    type_text(screen, "/outside the scope");
    screen_type(screen, "Enter");
    screen_expect(screen, "outside the scope");
    screen_stop(screen);
}

/* Where a lens leaves one region, its laws are still of it. */
static void test_law_of_one_region(void **state)
{
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){.rows = 30, .columns = 120});
    screen_type(screen, "g l w");
    type_text(screen, "china");
    screen_type(screen, "Enter");
    screen_expect(screen, "only China");
    char *groups = screen_row(screen, 4), *first = screen_row(screen, 3);
    assert_non_null(strstr(groups, "  China  "));
    assert_non_null(strstr(first, "> China  "));
    free(groups);
    free(first);
    screen_stop(screen);
}

static void test_frame(void **state)
{
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){.rows = 30, .columns = 100});
    screen_type(screen, "r");
    int all = rows_of_list(screen);
    screen_type(screen, "F");
    screen_expect(screen, "only paper's frame");
    int framed = rows_of_list(screen);
    assert_true(framed > 0 && framed < all);
    screen_type(screen, "F");
    assert_int_equal(rows_of_list(screen), all);
    screen_stop(screen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_horizon),          cmocka_unit_test(test_law_lens), cmocka_unit_test(test_law_of_a_row),
        cmocka_unit_test(test_outside_on_pages), cmocka_unit_test(test_frame), cmocka_unit_test(test_law_of_one_region),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
