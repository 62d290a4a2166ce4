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
    {"A", "near term"},
    {"O", "deployment"},
    {"D", "Pre-training code"},
    {"T", "today"},
    {"B", "opportunities"},
};

static void visit(Screen *screen)
{
    for (size_t i = 0; i < sizeof screens / sizeof *screens; i++) {
        screen_type(screen, screens[i].keys);
        screen_expect(screen, screens[i].text);
        screen_check(screen, true);
        screen_type(screen, "Down Down Right");
        screen_check(screen, true);
        screen_type(screen, "d");
        screen_check(screen, true);
        int row, column;
        if (screen_find(screen, "1  law and models", &row, &column)) { /* it asks */
            screen_type(screen, "Esc");
        }
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
    Screen *screen = screen_start(&(ScreenOptions){.rows = 120, .columns = 120});
    screen_type(screen, "r / s t r i p p e d Enter t");
    screen_expect(screen, "Trace of Safeguards can be stripped");
    screen_expect(screen, "no rule seen");
    screen_expect(screen, "├▾");
    screen_type(screen, "x");
    screen_expect_not(screen, "no rule seen");
    screen_expect(screen, "├▸");
    screen_type(screen, "Down Down Right"); /* the second: what is asked for the first answers other risks */
    screen_expect(screen, "│ └");
    screen_type(screen, "Left");
    screen_expect_not(screen, "│ └");
    screen_type(screen, "x d");
    screen_expect(screen, "and what leads to them");
    screen_expect_not(screen, "Encouraged by"); /* its chain ends in law */
    screen_type(screen, "d / t a m p e r");
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
    screen_type(screen, "x"); /* unfold */
    screen_expect(screen, "as above"); /* what comes again is followed once */
    screen_type(screen, "w c h i n a Enter");
    screen_expect(screen, "outside the scope");
    screen_expect_not(screen, "NIST"); /* another country's */
    screen_type(screen, "!");
    screen_expect(screen, "touched-by=region.china");
    screen_type(screen, "Esc Z");
    screen_type(screen, "g h x / a p a c h e Enter t");
    screen_expect(screen, "Nothing follows");
    screen_stop(screen);
}

/* A click on the mark before a row folds it. */
static void test_trace_by_mouse(void **state)
{
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){.rows = 120, .columns = 120});
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
    screen_type(screen, "d");
    screen_expect(screen, "only those");
    screen_expect_not(screen, "Kind");
    screen_type(screen, "d c q Down Down c");
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

/* The chart and the table of the same numbers are one key apart, and side by side where there is room. */
/* What was open comes back at the next start as it was: traces, comparisons, charts, the basket. */
static void test_comes_back(void **state)
{
    (void)state;
    const char *database = screen_database();
    static const struct {
        const char *keys, *seen;
    } left[] = {
        {"r / s t r i p p e d Enter t d", "and what leads to them"},
        {"M c Down c d", "only those"},
        {"g t + T", "date        event"},
        {"r Space Down Space g b", "2 risks, 0 opportunities: one-sided"},
    };
    for (size_t i = 0; i < sizeof left / sizeof *left; i++) {
        static const char *const fresh[] = {"--fresh", NULL};
        Screen *screen = screen_start(&(ScreenOptions){.database = database, .columns = 110, .rows = 40, .arguments = fresh});
        screen_type(screen, left[i].keys);
        screen_expect(screen, left[i].seen);
        screen_type(screen, "Q");
        screen_stop(screen);
        screen = screen_start(&(ScreenOptions){.database = database, .columns = 110, .rows = 40});
        screen_expect(screen, left[i].seen);
        screen_stop(screen);
    }
}

/* What is still to come this year stands below the line of the day; the call has the scope; a pair is taken as one wants. */
static void test_day_command_and_pair(void **state)
{
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){.columns = 100, .rows = 40});
    screen_type(screen, "z g t !");
    screen_expect(screen, "gairo timeline --where within=");
    screen_type(screen, "Enter Z g B T Space");
    screen_expect(screen, "In the risk: ");
    screen_expect(screen, "In the opportunity: ");
    screen_type(screen, "Enter");
    screen_expect(screen, "basket 2");
    screen_stop(screen);
}

/* Law has its groups on a key, and titles have the room at 80 columns. */
static void test_law(void **state)
{
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){0});
    screen_type(screen, "g l");
    screen_expect(screen, "Law by region");
    screen_expect(screen, "Product Liability Directive  "); /* whole */
    screen_expect(screen, "in force");
    screen_expect(screen, "open models");
    screen_expect(screen, "The Union's general act"); /* the preview, below */
    screen_type(screen, "d Left");
    screen_expect(screen, "Law by date");
    screen_type(screen, "/ 2 0 2 7 Enter");
    screen_expect(screen, "EU AI Act");
    screen_type(screen, "!");
    screen_expect(screen, "year=2027");
    screen_type(screen, "Enter d Down");
    screen_expect(screen, "Law by treatment");
    screen_expect(screen, "no rule seen");
    screen_stop(screen);
}

/* The matrix says what its codes mean, groups on a key, and tells that no law names a model. */
static void test_matrix(void **state)
{
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){0});
    screen_type(screen, "M d");
    screen_expect(screen, "by organisation");
    screen_type(screen, "d");
    screen_expect(screen, "by year");
    screen_expect(screen, "2022 ");
    screen_expect(screen, "C5░");
    screen_expect_not(screen, "data not released");
    screen_type(screen, "V");
    screen_expect(screen, "D1: data not released");
    screen_type(screen, "w c h i n a Enter");
    screen_expect(screen, "no law names these");
    screen_expect_not(screen, "only China");
    screen_type(screen, "d !");
    screen_expect(screen, "gairo matrix --sort -deployment.data.weights");
    screen_stop(screen);
}

static void test_heat_map(void **state)
{
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){0});
    screen_type(screen, "A");
    screen_expect(screen, "near term");
    screen_expect(screen, "risks + opportunities");
    screen_expect(screen, "not seen in the paper");
    screen_type(screen, "d");
    screen_expect_not(screen, "risks + opportunities");
    screen_type(screen, "T");
    screen_expect(screen, "opportunities");
    screen_expect_not(screen, "near term");
    screen_check(screen, true);
    screen_type(screen, "T Down Enter");
    screen_expect(screen, "Safety and security");
    screen_expect(screen, "gairo › Areas and stages");
    screen_type(screen, "q");
    screen_resize(screen, 50, 200);
    screen_settle(screen);
    screen_expect(screen, "near term");
    screen_expect(screen, "opportunities");
    screen_check(screen, true);
    screen_type(screen, "Tab");
    screen_check(screen, true);
    screen_stop(screen);
}

/* Without colour and outside UTF-8 the shades are told by signs, and numbers stand beside them. */
static void test_shades_without_colour(void **state)
{
    (void)state;
    Screen *screen =
        screen_start(&(ScreenOptions){.locale = "C", .environment = (const char *const[]){"NO_COLOR=1", NULL}});
    screen_type(screen, "A");
    screen_expect(screen, "####");
    screen_expect(screen, "%%%%");
    screen_type(screen, "g h D");
    screen_expect(screen, "=");
    screen_expect(screen, "...");
    screen_stop(screen);
}

/* Years, months, what is shown, and the way from a period to its events. */
static void test_timeline(void **state)
{
    (void)state;
    static const char *const arguments[] = {"--as-of", "2024-05-31", NULL};
    Screen *screen = screen_start(&(ScreenOptions){.rows = 40, .columns = 120, .arguments = arguments});
    screen_type(screen, "l");
    screen_expect(screen, "as of 2024-05-31   1 of ");
    screen_type(screen, "g h T");
    screen_expect(screen, "2024-05-31; below it is to come");
    screen_expect(screen, "law and models");
    screen_type(screen, "+");
    screen_expect(screen, "2024-05");
    screen_check(screen, true);
    screen_type(screen, "-");
    screen_expect_not(screen, "2024-06");
    screen_type(screen, "Home / 2 0 2 3 Enter Enter");
    screen_expect(screen, "place, by whom");
    screen_expect(screen, "> 2023");
    screen_check(screen, true);
    screen_type(screen, "Enter");
    screen_expect(screen, "State on 2024-05-31");
    screen_type(screen, "q q");
    screen_expect(screen, "models released");
    screen_type(screen, "q d");
    screen_expect(screen, "law: China");
    screen_type(screen, "Down Down Enter T");
    screen_expect(screen, "models only");
    screen_expect_not(screen, "in force");
    screen_stop(screen);
}

/* What is paired stands side by side; a one-sided basket is told. */
static void test_balance(void **state)
{
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){.rows = 40, .columns = 120});
    screen_type(screen, "B");
    screen_expect(screen, "by area");
    screen_type(screen, "d");
    screen_expect(screen, "Pre-training data");
    screen_type(screen, "d d Enter");
    screen_expect(screen, "in the basket");
    screen_type(screen, "g h r Space Down Space g B d d");
    screen_expect(screen, "2 risks and 0 opportunities in the basket: one-sided");
    screen_type(screen, "g h B Enter");
    screen_expect(screen, "share most");
    screen_type(screen, "Enter");
    screen_expect(screen, "lines differ");
    screen_stop(screen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_comes_back), cmocka_unit_test(test_day_command_and_pair), cmocka_unit_test(test_law), cmocka_unit_test(test_matrix), cmocka_unit_test(test_trace),    cmocka_unit_test(test_trace_by_mouse),        cmocka_unit_test(test_compare),
        cmocka_unit_test(test_heat_map), cmocka_unit_test(test_shades_without_colour), cmocka_unit_test(test_timeline),
        cmocka_unit_test(test_balance),  cmocka_unit_test(test_screens_at_sizes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
