/* The screens that follow, compare, balance and draw: at four sizes, in UTF-8 and ASCII, with colours and without. */
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

/* Keys from home to a screen, and what must then be on it. */
static const struct {
    const char *keys, *text;
} screens[] = {
    {"r / s t r i p p e d Enter t", "Trace of Safeguards"},
    {"M c Down c", "GPT-2"},
};

static void visit(Screen *screen)
{
    for (size_t i = 0; i < sizeof screens / sizeof *screens; i++) {
        screen_type(screen, screens[i].keys);
        screen_expect(screen, screens[i].text);
        screen_check(screen, true);
        screen_type(screen, "Down Down Right");
        screen_check(screen, true);
        screen_type(screen, "a");
        screen_check(screen, true);
        screen_type(screen, "End PgUp T");
        screen_check(screen, true);
        screen_type(screen, "Up T Home");
        screen_check(screen, true);
        screen_type(screen, "g h");
        screen_expect(screen, "Q quit");
    }
}

static void test_screens_at_sizes(void **state)
{
    (void)state;
    for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++) {
        for (int look = 0; look < 4; look++) {
            bool plain = look % 2 == 1, ascii = look >= 2;
            Screen *screen = screen_start(&(ScreenOptions){
                .rows = sizes[s].rows,
                .columns = sizes[s].columns,
                .locale = ascii ? "C" : NULL,
                .environment = plain ? (const char *const[]){"NO_COLOR=1", NULL} : NULL,
            });
            visit(screen);
            if (plain) {
                assert_false(screen_output_has_colour(screen));
            }
            if (ascii) {
                size_t length;
                const char *output = screen_output(screen, &length);
                for (size_t i = 0; i < length; i++) {
                    assert_true((unsigned char)output[i] < 0x80);
                }
            }
            screen_stop(screen);
        }
    }
}

/* The tree folds and unfolds, names what is missing, and coming back to it is exact. */
static void test_trace(void **state)
{
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){.rows = 40, .columns = 120});
    screen_type(screen, "r / s t r i p p e d Enter t");
    screen_expect(screen, "Trace of Safeguards can be stripped");
    screen_expect(screen, "no rule seen");
    screen_expect(screen, "├▾");
    screen_type(screen, "x");
    screen_expect_not(screen, "no rule seen");
    screen_expect(screen, "├▸");
    screen_type(screen, "Down Right");
    screen_expect(screen, "│ └");
    screen_type(screen, "Left");
    screen_expect_not(screen, "│ └");
    screen_type(screen, "x a");
    screen_expect(screen, "and what leads to them");
    screen_expect_not(screen, "Encouraged by"); /* its chain ends in law */
    screen_type(screen, "a / t a m p e r");
    screen_expect(screen, "Narrow to: tamper");
    screen_expect(screen, "Safeguards can be stripped"); /* what leads to it stays */
    screen_expect_not(screen, "Structured access");
    screen_type(screen, "Enter Down");
    char *before = screen_text(screen);
    screen_type(screen, "Enter");
    screen_expect(screen, "Tamper-resistant training");
    screen_type(screen, "q");
    char *after = screen_text(screen);
    assert_string_equal(before, after);
    free(before);
    free(after);
    screen_type(screen, "Space");
    screen_expect(screen, "basket 1");
    screen_expect(screen, ">+");
    screen_type(screen, "g h t"); /* home's focus is an area */
    screen_expect(screen, "Trace of Research");
    screen_type(screen, "g h x / a p a c h e Enter t");
    screen_expect(screen, "Nothing follows");
    screen_stop(screen);
}

/* A click on the mark before a row folds it. */
static void test_trace_by_mouse(void **state)
{
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){.rows = 40, .columns = 120});
    int row, column;
    screen_type(screen, "r / s t r i p p e d Enter t");
    assert_true(screen_find(screen, "├▾", &row, &column));
    assert_true(screen_cell_is(screen, row, column + 1, "▾"));
    screen_click(screen, 1, row, column + 1);
    assert_true(screen_cell_is(screen, row, column + 1, "▸"));
    screen_check(screen, true);
    screen_click(screen, 1, row, column + 1);
    assert_true(screen_cell_is(screen, row, column + 1, "▾"));
    screen_stop(screen);
}

/* Items are picked one by one, or come from the basket; what differs is marked by a sign. */
static void test_compare(void **state)
{
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){.rows = 40, .columns = 120});
    screen_type(screen, "M c");
    screen_expect(screen, "Picked.");
    screen_type(screen, "Down c");
    screen_expect(screen, "lines differ");
    screen_expect(screen, "≠ Released");
    screen_expect_not(screen, "≠ Kind");
    screen_type(screen, "a");
    screen_expect(screen, "only those");
    screen_expect_not(screen, "Kind");
    screen_type(screen, "a c q Down Down c");
    screen_check(screen, true);
    screen_type(screen, "Right Right Right");
    screen_check(screen, true);
    screen_type(screen, "Enter");
    screen_expect(screen, "Openness of its components");
    screen_type(screen, "g h r Space Down Space Down Space b c");
    screen_expect(screen, "lines differ");
    screen_resize(screen, 24, 60);
    screen_settle(screen);
    screen_expect(screen, "of 3");
    screen_type(screen, "Right Right");
    screen_expect(screen, "2-3 of 3");
    screen_check(screen, true);
    screen_stop(screen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_trace),
        cmocka_unit_test(test_trace_by_mouse),
        cmocka_unit_test(test_compare),
        cmocka_unit_test(test_screens_at_sizes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
