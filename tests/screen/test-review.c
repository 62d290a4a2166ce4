/* From item to item over what is not yet checked against the paper. */
#include "tests/screen/harness.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* The title of the item that is shown: the row below what it is to be compared with. */
static char *title(const Screen *screen)
{
    int row = 0, column = 0;
    assert_true(screen_find(screen, "Compare with", &row, &column));
    while (row < 12) {
        char *text = screen_row(screen, ++row);
        if (text[strspn(text, " ")] == '\0') {
            free(text);
            return screen_row(screen, row + 1);
        }
        free(text);
    }
    fail_msg("no title");
    return NULL;
}

static void expect_title(const Screen *screen, const char *expected, bool same)
{
    char *now = title(screen);
    if ((strcmp(now, expected) == 0) != same) {
        fail_msg("shown is '%s'", now);
    }
    free(now);
}

static void test_walk(void **state)
{
    (void)state;
    const char *database = screen_database();
    Screen *screen = screen_start(&(ScreenOptions){.columns = 100, .rows = 30, .database = database});
    screen_type(screen, "gv");
    screen_expect(screen, "0 of ");
    screen_expect(screen, "paper, unchecked");
    screen_expect(screen, "A mark covers the whole text");
    screen_check(screen, true);
    char *first = title(screen);
    screen_type(screen, "]");
    char *second = title(screen);
    assert_string_not_equal(first, second);
    screen_type(screen, "[");
    expect_title(screen, first, true);
    screen_type(screen, "v 2");
    screen_type(screen, "A d a Enter Enter");
    screen_expect(screen, "Now: checked by Ada");
    screen_expect(screen, "1 of ");
    expect_title(screen, second, true); /* the next one follows */
    screen_type(screen, "v 3 Enter N o Enter");
    screen_expect(screen, "1 marked wrong");
    expect_title(screen, second, false);
    char *third = title(screen);
    screen_type(screen, "[");
    expect_title(screen, first, false); /* only what awaits a look */
    expect_title(screen, second, false);
    screen_type(screen, "]");
    expect_title(screen, third, true);
    screen_stop(screen);
    /* It goes on where it was left, also later. */
    screen = screen_start(&(ScreenOptions){.database = database});
    screen_type(screen, "gv");
    expect_title(screen, third, true);
    screen_resize(screen, 8, 40);
    screen_expect(screen, "Compare with");
    screen_type(screen, "q");
    screen_stop(screen);
    free(first);
    free(second);
    free(third);
}

/* Laws stand with their state where a risk's page tells what law says, and what answers it with the way it takes. */
static void test_law_of_a_risk(void **state)
{
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){.columns = 100, .rows = 160});
    screen_type(screen, "r / d e c e p t Enter Enter");
    screen_expect(screen, "What law says");
    screen_expect(screen, "in force");
    screen_expect(screen, "AI Act, Art. 50");
    screen_expect_not(screen, "Law on what reduces it"); /* it says itself of which risks it speaks */
    screen_expect(screen, "What to do");
    screen_expect(screen, "Prepare for generated media in elections");
    screen_expect(screen, "Through: "); /* by which of what it calls for it gets there */
    screen_expect(screen, "Requires: ");
    screen_stop(screen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_walk), cmocka_unit_test(test_law_of_a_risk)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
