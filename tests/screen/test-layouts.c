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
        screen_expect(screen, "partly in force");
        screen_expect(screen, "from 2026-12-09");
        if (columns[i] == 60) { /* by how they treat open models there is room for that */
            screen_expect_not(screen, "2026-1…");
            screen_type(screen, "d d");
        }
        screen_expect(screen, "open models");
        screen_type(screen, "gh gl / d i f f u s i o n Enter");
        screen_expect(screen, columns[i] < 120 ? "to be rescinded" : "rescission announced");
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

/* The rows of a list that are in the basket stand side by side, by the key and from the palette. */
static void test_compare_marked(void **state)
{
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){.rows = 40, .columns = 160});
    screen_type(screen, "r Space Down Down Space c");
    screen_expect(screen, "lines differ");
    screen_expect(screen, "Open models and compute lag behind");
    screen_expect(screen, "Open data become scarce");
    screen_expect_not(screen, "Quality varies from model to model");
    screen_type(screen, "q Up c"); /* one that is not marked: asked, since picking is meant as well */
    screen_expect(screen, "The 2 rows in the basket");
    screen_type(screen, "2");
    screen_expect(screen, "Picked.");
    screen_type(screen, "Down c");
    screen_expect(screen, "Quality varies from model to model");
    screen_type(screen, "q : c o m p a r e Enter");
    screen_expect(screen, "lines differ");
    screen_expect_not(screen, "Quality varies from model to model");
    screen_type(screen, "gh M Space c"); /* only one of these is marked */
    screen_expect(screen, "Picked.");
    screen_type(screen, "Down c q Down Space Down Space Down Space Down Space c");
    screen_expect(screen, "4 of the 5 rows in the basket");
    screen_stop(screen);
}

/* Where there is little room a comparison still shows a row, the start's headings do not run into each other, and the matrix says
 * that not all of it is there. */
static void test_little_room(void **state)
{
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){.rows = 5, .columns = 20});
    screen_type(screen, "gH gr c Down c");
    screen_check(screen, true);
    screen_expect(screen, "> Kind: risk");
    screen_expect(screen, "1/2");
    screen_type(screen, "Down Right");
    screen_check(screen, true);
    screen_expect(screen, "> Summary:");
    screen_expect(screen, "2/2");
    screen_type(screen, "gh");
    screen_resize(screen, 10, 40);
    screen_expect(screen, " risks   opportunities");
    screen_expect_not(screen, "terrisks");
    screen_type(screen, "gM");
    screen_resize(screen, 20, 60);
    screen_expect(screen, "8 of 12 components fit");
    screen_expect(screen, "? unknown");
    screen_resize(screen, 24, 80);
    screen_expect_not(screen, "components fit");
    screen_type(screen, "z w e u r o p e Enter"); /* the path gives way to what is said of the whole screen */
    screen_expect(screen, "only Near term, no law names these   1 of 45");
    screen_type(screen, "?");
    screen_resize(screen, 10, 30);
    screen_expect(screen, "> To the row above"); /* and the keys to what they do */
    screen_stop(screen);
}

/* What the balance counts, the call that gives it, and what is written are those of the rows that are left. */
static void test_balance_as_narrowed(void **state)
{
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){.rows = 30, .columns = 120});
    screen_type(screen, "gB");
    screen_expect(screen, "50 risks and 47 opportunities");
    screen_type(screen, "/ s a f e t y Enter");
    screen_expect(screen, "11 risks and 9 opportunities");
    screen_type(screen, "!");
    screen_expect(screen, "gairo balance --where area=area.safety-security");
    screen_type(screen, "1 q T / w e a p o n s Enter");
    screen_expect(screen, "1 risk and 0 opportunities");
    screen_type(screen, "E");
    screen_expect(screen, "1 row, as it is shown");
    screen_type(screen, "Esc q / l i c e n c e s Enter");
    screen_type(screen, "E");
    screen_expect(screen, "1 row, as it is shown"); /* both of a pair */
    screen_type(screen, "Esc gh gA / s a f e t y Enter !");
    screen_expect(screen, "gairo stats --where area=area.safety-security");
    screen_expect_not(screen, "no call narrows it");
    screen_type(screen, "1 q gA T / n e a r Enter !"); /* a part of each area */
    screen_expect(screen, "It gives every row");
    screen_expect_not(screen, "--where");
    screen_type(screen, "1 gO / 2 0 2 1 Enter !");
    screen_expect(screen, "gairo stats --where year=2021");
    screen_type(screen, "1 gD / w e i g h t s Enter !");
    screen_expect(screen, "It gives every row");
    screen_stop(screen);
}

/* A call for a part of the timeline names items: all that happened to them must be shown. */
static void test_timeline_as_narrowed(void **state)
{
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){.rows = 30, .columns = 120});
    screen_type(screen, "gt T / D S M Enter !");
    screen_expect(screen, "gairo timeline --where text=DSM");
    screen_type(screen, "1 q / a p p l i e s Enter !");
    screen_expect(screen, "It gives every row: no call narrows it to \"applies\".");
    screen_stop(screen);
}

/* No law names a model: through one the timeline has laws alone. */
static void test_timeline_through_a_law(void **state)
{
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){.rows = 30, .columns = 120});
    screen_type(screen, "gt");
    screen_expect(screen, "models released");
    screen_type(screen, "gh l / E U Space A I Space A c t Enter W gt");
    screen_expect(screen, "only EU AI Act");
    screen_expect(screen, "no law names a model");
    screen_expect_not(screen, "models released");
    screen_expect_not(screen, "GPT");
    screen_type(screen, "!");
    screen_expect(screen, "gairo timeline --kind instrument --kind provision --where");
    screen_type(screen, "1 d 3");
    screen_expect(screen, "no law names these"); /* models, which are asked for */
    screen_expect(screen, "models released");
    screen_stop(screen);
}

/* The start has a third pane on wide screens: what the focused line stands for, which Tab reaches. */
static void test_home_panes(void **state)
{
    (void)state;
    static const char area[] = "What openness does to science";
    Screen *screen = screen_start(&(ScreenOptions){.rows = 40, .columns = 120});
    screen_expect(screen, area);
    screen_type(screen, "Down");
    screen_expect_not(screen, area);
    screen_type(screen, "Up Tab Down Down");
    screen_expect(screen, "All opportunities");
    screen_expect(screen, "1  Research can be reproduced");
    screen_type(screen, "Tab");
    screen_check(screen, true);
    int row, column;
    screen_cursor(screen, &row, &column);
    assert_in_range(column, 80, 119);
    screen_type(screen, "Down Space"); /* its links are items like others */
    screen_expect(screen, "basket 1");
    screen_type(screen, "Enter");
    screen_expect(screen, "gairo › Research can be reproduced");
    screen_type(screen, "q Left");
    screen_check(screen, true);
    screen_cursor(screen, &row, &column);
    assert_in_range(column, 50, 79);
    screen_type(screen, "2");
    screen_expect(screen, "gairo › Experiments become affordable");
    screen_type(screen, "q Home Down Down Down Down Down Down");
    screen_expect(screen, "Does not apply"); /* a part of the pipeline, with its counts */
    screen_expect(screen, "closed 28, semi-open 1, open 16");
    screen_type(screen, "Tab Tab");
    screen_resize(screen, 24, 80); /* where there is no third pane the focus is in the two */
    screen_check(screen, true);
    screen_expect_not(screen, "Does not apply");
    screen_type(screen, "Up");
    screen_resize(screen, 50, 200);
    screen_check(screen, true);
    screen_stop(screen);
}

/* On the smallest screen it is said where one is; on the widest, columns stay near the titles they belong to. */
static void test_smallest_and_widest(void **state)
{
    (void)state;
    int row, column;
    Screen *screen = screen_start(&(ScreenOptions){.rows = 5, .columns = 20});
    screen_type(screen, "r");
    assert_true(screen_find(screen, "Risks", &row, &column));
    assert_int_equal(row, 0);
    screen_type(screen, "gB");
    screen_expect(screen, "Balance");
    screen_type(screen, "gO");
    screen_expect(screen, "> 2019");
    screen_stop(screen);
    screen = screen_start(&(ScreenOptions){.rows = 120, .columns = 400});
    screen_type(screen, "r");
    assert_true(screen_find(screen, "openness", &row, &column));
    assert_in_range(column, 60, 190);
    screen_expect_not(screen, "…"); /* all is whole */
    screen_stop(screen);
}

/* The columns of the trace say what they hold. */
static void test_trace_headings(void **state)
{
    (void)state;
    static const int columns[] = {80, 120, 200};
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        Screen *screen = screen_start(&(ScreenOptions){.rows = 30, .columns = columns[i]});
        screen_type(screen, "r t");
        screen_expect(screen, "kind ");
        screen_expect(screen, "evidence, actor");
        screen_stop(screen);
    }
}

/* What the first column of a list says in a row of the screen; the caller frees it. */
static char *first_words(Screen *screen, int row, int column, size_t length)
{
    char *line = screen_row(screen, row);
    assert_true(strlen(line) > (size_t)column + length);
    char *words = strndup(line + column, length);
    free(line);
    return words;
}

/* What laws are grouped by is a column on every width, and their order; recommendations say whom they are addressed to. */
static void test_groups_are_seen(void **state)
{
    static const struct {
        const char *heading, *value;
    } groupings[] = {{"region", "Europea"}, {"next", "2027-12-11"}, {"open models", "no rule seen"},
                     {"state", "voluntary"}, {"place", "Europea"}}; /* on narrow screens cut: titles need the room */
    static const struct {
        int rows, columns;
    } sizes[] = {{20, 60}, {24, 80}, {40, 120}, {50, 200}};
    (void)state;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        Screen *screen = screen_start(&(ScreenOptions){.rows = sizes[i].rows, .columns = sizes[i].columns});
        screen_type(screen, "gH gl");
        for (size_t by = 0; by < sizeof groupings / sizeof *groupings; by++) {
            int row, column, top = 0;
            screen_type(screen, "Home");
            screen_cursor(screen, &top, &column);
            assert_true(screen_find(screen, groupings[by].heading, &row, &column));
            screen_expect(screen, groupings[by].value);
            if (by == 1) { /* the latest date first */
                int at = screen_find(screen, "> 20", &row, &column) ? column + 2 : 0;
                assert_true(at > 0);
                for (int next = top + 1; next < top + 5; next++) {
                    char *before = first_words(screen, next - 1, at, 10), *here = first_words(screen, next, at, 10);
                    assert_true(strcmp(before, here) >= 0);
                    free(before);
                    free(here);
                }
                screen_type(screen, "!");
                screen_expect(screen, "It keeps the data's order");
                screen_type(screen, "Esc");
            }
            screen_type(screen, "d");
        }
        screen_type(screen, "gc");
        screen_expect(screen, "  to  ");
        screen_expect(screen, "Model developers");
        screen_stop(screen);
    }
}

/* How much was found of each kind is told whole, and areas are named whole beside their items. */
static void test_summaries_are_whole(void **state)
{
    static const int columns[] = {60, 80, 120, 200};
    (void)state;
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        Screen *screen = screen_start(&(ScreenOptions){.rows = columns[i] > 80 ? 40 : 24, .columns = columns[i]});
        screen_type(screen, "gH g/ w a t e r");
        static const char *const kinds[] = {" risks", " opportunities", " mitigations", " recommendations", " references", " term"};
        for (size_t kind = 0; kind < sizeof kinds / sizeof *kinds; kind++) {
            screen_expect(screen, kinds[kind]);
        }
        screen_type(screen, "Esc Esc gh ga");
        screen_expect(screen, "Research, innovation and development");
        screen_type(screen, "gc Left");
        screen_expect(screen, "Governments and legislators");
        screen_stop(screen);
    }
}

/* Marks and signs are explained where they stand, and no label is cut. */
static void test_nothing_is_left_unexplained(void **state)
{
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){.rows = 24, .columns = 80});
    screen_type(screen, "gr / e v e r y d a y Enter");
    screen_expect(screen, "speculative *");
    screen_expect(screen, "* thin evidence  ");
    screen_type(screen, "gA");
    screen_expect(screen, "– not seen in the paper");
    screen_stop(screen);
    for (size_t i = 0; i < 2; i++) {
        screen = screen_start(&(ScreenOptions){.rows = 60, .columns = i == 0 ? 120 : 80});
        screen_type(screen, "g/ f a l c o n - 2 Enter");
        screen_expect(screen, "Use for any commercial purpose");
        screen_expect(screen, "Derivative work under another licence");
        screen_stop(screen);
    }
}

/* How laws treat open models is seen on narrow screens, and how much a timeline counts on the narrowest. */
static void test_narrow_says_what_counts(void **state)
{
    (void)state;
    for (int columns = 60; columns < 70; columns += 9) {
        Screen *screen = screen_start(&(ScreenOptions){.rows = 20, .columns = columns});
        screen_type(screen, "gl");
        screen_expect(screen, "open models");
        screen_expect(screen, "partly exempt");
        screen_type(screen, "d d d d");
        screen_expect(screen, "open models");
        screen_stop(screen);
    }
    Screen *screen = screen_start(&(ScreenOptions){.rows = 20, .columns = 20});
    screen_type(screen, "gt");
    screen_expect(screen, "model law");
    screen_expect(screen, "  2021       10   6");
    screen_expect(screen, "as of 2");
    screen_stop(screen);
}

/* Choices of one field stand behind its label once. */
static void test_label_stands_once(void **state)
{
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){.rows = 40});
    screen_type(screen, "g/ mitigation.marginal-risk-assessment Enter");
    screen_expect(screen, "Where in the life cycle  evaluation, release, governance");
    screen_stop(screen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_preview_below),      cmocka_unit_test(test_basis_is_whole),
        cmocka_unit_test(test_law_state_is_whole), cmocka_unit_test(test_headings_are_whole),
        cmocka_unit_test(test_smallest_and_widest), cmocka_unit_test(test_home_panes),         cmocka_unit_test(test_trace_headings),
        cmocka_unit_test(test_compare_marked),
        cmocka_unit_test(test_little_room),
        cmocka_unit_test(test_balance_as_narrowed), cmocka_unit_test(test_timeline_as_narrowed),
        cmocka_unit_test(test_timeline_through_a_law), cmocka_unit_test(test_margin_everywhere),
        cmocka_unit_test(test_groups_are_seen),
        cmocka_unit_test(test_summaries_are_whole),
        cmocka_unit_test(test_nothing_is_left_unexplained), cmocka_unit_test(test_narrow_says_what_counts),
        cmocka_unit_test(test_label_stands_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
