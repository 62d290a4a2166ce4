/* Every view at four sizes, going about, and going back. */
#include "config.h"

#include "tests/screen/harness.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

static const struct {
    int rows, columns;
} sizes[] = {{20, 60}, {24, 80}, {40, 120}, {50, 200}};

/* Keys from home to a view, and what must then be on the screen. */
static const struct {
    const char *keys, *text;
} views[] = {
    {"", "Broader societal aspects"}, {"a", "Near term"},     {"r", "Risks"},        {"o", "Opportunities"},
    {"m", "Mitigations"},        {"c", "Recommendations"},          {"l", "Law"},          {"R", "References"},
    {"r Enter", "Risk "},        {"m Enter", "Mitigation"},         {"?", "Help"},         {":", "Commands"},
};

/* Opens each view at each size, and walks through it with every moving key. */
static void test_views_at_sizes(void **state)
{
    (void)state;
    for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++) {
        Screen *screen = screen_start(&(ScreenOptions){.rows = sizes[s].rows, .columns = sizes[s].columns});
        for (size_t v = 0; v < sizeof views / sizeof *views; v++) {
            screen_type(screen, views[v].keys);
            screen_expect(screen, views[v].text);
            screen_check(screen, true);
            screen_type(screen, "Down Down");
            screen_check(screen, true);
            screen_type(screen, "PgDn Up");
            screen_check(screen, true);
            screen_type(screen, "Esc Esc Esc Esc");
            screen_expect(screen, "gairo");
        }
        screen_stop(screen);
    }
}

/* The line of keys and the title line never run over the edge or go missing. */
static void test_frame(void **state)
{
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){0});
    char *first = screen_row(screen, 0), *last = screen_row(screen, 23);
    assert_non_null(strstr(first, "gairo"));
    assert_non_null(strstr(last, "? help"));
    assert_non_null(strstr(last, "Q quit"));
    free(first);
    free(last);
    screen_type(screen, "r");
    last = screen_row(screen, 23);
    assert_non_null(strstr(last, "q back"));
    free(last);
    screen_stop(screen);
}

/* Going back shows a view exactly as it was left; going forward too. */
static void test_going_back_is_exact(void **state)
{
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){.rows = 24, .columns = 80});
    screen_type(screen, "r Down Down Down s");
    char *list = screen_text(screen);
    screen_type(screen, "Enter Tab Tab");
    char *page = screen_text(screen);
    screen_type(screen, "Enter PgDn");
    char *linked = screen_text(screen);
    screen_type(screen, "q");
    char *again = screen_text(screen);
    assert_string_equal(page, again);
    free(again);
    screen_type(screen, "H");
    again = screen_text(screen);
    assert_string_equal(list, again);
    free(again);
    screen_type(screen, "L M-Right");
    again = screen_text(screen);
    assert_string_equal(linked, again);
    free(again);
    screen_type(screen, "M-Left M-Left");
    again = screen_text(screen);
    assert_string_equal(list, again);
    free(again);
    free(list);
    free(page);
    free(linked);
    screen_stop(screen);
}

/* From a risk to a mitigation, to a recommendation and to whom it is addressed, by links alone, and into the basket. */
static void test_walk_to_the_basket(void **state)
{
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){.rows = 40, .columns = 100});
    screen_type(screen, "r Enter");
    screen_expect(screen, "Reduced by");
    screen_type(screen, "Space");
    screen_expect(screen, "basket 1");
    screen_type(screen, "Space");
    screen_expect_not(screen, "basket 1");
    screen_type(screen, "Space q");
    screen_expect(screen, "basket 1");
    screen_expect(screen, ">+");
    screen_stop(screen);
}

/* Narrowing as one types; Esc shows all again. */
static void test_filter(void **state)
{
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){0});
    screen_type(screen, "r / w e i g h t s");
    screen_expect(screen, "Narrow to: weights");
    screen_expect(screen, "in all");
    screen_type(screen, "Enter");
    screen_check(screen, true);
    screen_expect(screen, "\"weights\"");
    screen_type(screen, "q");
    screen_expect_not(screen, "\"weights\"");
    screen_type(screen, "/ z z q q z");
    screen_expect(screen, "Nothing matches.");
    screen_type(screen, "Esc");
    screen_expect_not(screen, "Nothing matches.");
    screen_stop(screen);
}

/* Help is the table of actions: typing narrows it, Enter runs what is focused. */
static void test_help_runs_actions(void **state)
{
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){0});
    screen_type(screen, "? m i t i g a t i o n s");
    screen_expect(screen, "All mitigations");
    screen_type(screen, "Enter");
    screen_expect(screen, "Mitigations");
    screen_expect(screen, "q back");
    screen_expect_not(screen, "Help");
    screen_type(screen, "q");
    screen_expect(screen, "Q quit");
    screen_stop(screen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_frame),
        cmocka_unit_test(test_views_at_sizes),
        cmocka_unit_test(test_going_back_is_exact),
        cmocka_unit_test(test_walk_to_the_basket),
        cmocka_unit_test(test_filter),
        cmocka_unit_test(test_help_runs_actions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
