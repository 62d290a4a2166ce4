/* Every view at four sizes, going about, and going back. */
#include "config.h"

#include "tests/screen/harness.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const struct {
    int rows, columns;
} sizes[] = {{20, 60}, {24, 80}, {40, 120}, {50, 200}};

/* Keys from home to a view, and what must then be on the screen. */
static const struct {
    const char *keys, *text;
} views[] = {
    {"", "Broader societal aspects"},
    {"a", "Near term"},
    {"r", "Risks"},
    {"o", "Opportunities"},
    {"m", "Mitigations"},
    {"c", "Recommendations"},
    {"l", "Law"},
    {"R", "References"},
    {"r Enter", "Risk "},
    {"m Enter", "Mitigation"},
    {"?", "Help"},
    {":", "Commands"},
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

/* The number at the end of the focused row of the groups, which the first rule closes. */
static long group_number(Screen *screen, int row)
{
    char *text = screen_row(screen, row);
    char *end = strstr(text, "│");
    assert_non_null(end);
    *end = '\0';
    while (end > text && end[-1] == ' ') {
        end--;
    }
    while (end > text && end[-1] >= '0' && end[-1] <= '9') {
        end--;
    }
    long number = strtol(end, NULL, 10);
    free(text);
    return number;
}

/* The last number in the title line: of all that are listed. */
static long listed_number(Screen *screen)
{
    char *text = screen_row(screen, 0), *at = strrchr(text, ' ');
    assert_non_null(at);
    long number = strtol(at, NULL, 10);
    free(text);
    return number;
}

/* The number beside a group is how many items it then lists. */
static void test_groups_count_what_they_list(void **state)
{
    (void)state;
    static const char *const places[] = {"gr", "go", "ga", "gc", "gl"};
    Screen *screen = screen_start(&(ScreenOptions){.rows = 50, .columns = 140});
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        int last = -1, row, column;
        screen_type(screen, places[i]);
        screen_type(screen, "BackTab BackTab Tab Tab Tab Home");
        for (;;) {
            screen_cursor(screen, &row, &column);
            if (column != 0) { /* the focus was elsewhere at first */
                screen_type(screen, "Tab");
                continue;
            }
            if (row == last) {
                break;
            }
            assert_int_equal(group_number(screen, row), listed_number(screen));
            last = row;
            screen_type(screen, "Down");
        }
    }
    screen_stop(screen);
}

/* Makes a risk with a body whole, as the import holds it to be: words enough, and what its kind needs. */
#define WHOLE                                                                                                          \
    "<p>" "a b c d e f g h i j k l m n o p q r s t u v w x y z " \
    "a b c d e f g h i j k l m n o p q r s t u v w x y z " \
    "a b c d e f g h i j k l m n o p q r s t u v w x y z " \
    "a b c</p></body><field name=\"effect\" value=\"raises\">W.</field>"                                               \
    "<field name=\"evidence\" value=\"some\">W.</field><field name=\"affected\">W.</field>"

static const char hostile[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<gairo xmlns=\"urn:gairo:data:1\" source=\"hostile\" title=\"Hostile\">"
    "<risk id=\"risk.hostile\"><title>Qqz \u202egnp.exe\u2066 \ue000 \U000e0041 \xc2\x85 end</title>"
    "<summary>\u200f\ufeff</summary><body><p>\u202e</p>" WHOLE
    "<source ref=\"reference.gairo\" basis=\"editorial\"/></risk>"
    "<risk id=\"risk.wide\"><title>Qqz 开放权重模型的风险 👩‍🔬 naïve e\u0301\u0301\u0301 "
    "ｆｕｌｌ</title>"
    "<summary>宽字符</summary><body><p>宽字符宽字符宽字符宽字符宽字符宽字符宽字符宽字符宽字符宽字符宽字符宽字符</p>" WHOLE
    "<source ref=\"reference.gairo\" basis=\"editorial\"/></risk></gairo>\n";

/* What came from outside cannot turn the writing round or hide; wide characters do not shift what stands behind them.
 */
static void test_hostile_text(void **state)
{
    (void)state;
    const char *database = screen_database();
    char path[256];
    snprintf(path, sizeof path, "%s-hostile.xml", database);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(hostile, file);
    assert_int_equal(fclose(file), 0);
    screen_run(database, (const char *const[]){"import", path, NULL});
    unlink(path);
    Screen *screen = screen_start(&(ScreenOptions){.rows = 30, .columns = 130, .database = database});
    screen_type(screen, "r / q q z Enter");
    screen_expect(screen, "<U+202E>");
    screen_expect(screen, "开放权重");
    int first_row, rule;
    assert_true(screen_find(screen, "│", &first_row, &rule));
    for (int row = first_row; row < 27; row++) {
        assert_true(screen_cell_is(screen, row, rule, "│"));
    }
    screen_type(screen, "Down");
    screen_check(screen, true);
    screen_type(screen, "Enter");
    screen_check(screen, true);
    size_t length;
    const char *output = screen_output(screen, &length);
    static const char *const forbidden[] = {"\u202e", "\u2066", "\ue000", "\U000e0041", "\xc2\x85", "\ufeff", "\u200f"};
    for (size_t i = 0; i < sizeof forbidden / sizeof *forbidden; i++) {
        assert_null(memmem(output, length, forbidden[i], strlen(forbidden[i])));
    }
    screen_stop(screen);
}

/* Two opinions on a part of a model stand side by side, each under whose it is; a maker both name is named once.
 */
static void test_opinions(void **state)
{
    (void)state;
    const char *database = screen_database();
    char path[256];
    snprintf(path, sizeof path, "%s-opinions.xml", database);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs("<gairo xmlns=\"urn:gairo:data:1\" source=\"auditor\" title=\"An auditor\">"
          "<model id=\"model.bloom\"><title>BLOOM</title>"
          "<link relation=\"developed-by\" to=\"organisation.bigscience\" ref=\"reference.gairo\" basis=\"editorial\"/>"
          "<cell component=\"training.code.pretraining\" value=\"3\"/>"
          "<source ref=\"reference.gairo\" basis=\"literature\"/></model></gairo>\n",
          file);
    assert_int_equal(fclose(file), 0);
    screen_run(database, (const char *const[]){"import", path, NULL});
    unlink(path);
    Screen *screen = screen_start(&(ScreenOptions){.rows = 50, .columns = 110, .database = database});
    screen_type(screen, "/ B L O O M Enter");
    screen_expect(screen, "Openness of its components");
    screen_expect(screen, "   openness        auditor");
    screen_expect(screen, "  C5              C3       Pre-training code  openness: Apache 2.0");
    screen_expect_not(screen, "BigScience, BigScience");
    screen_stop(screen);
}

/* Cells of the heat map: reached by keys and by the mouse, with the cursor on them, and each opens just what it counts. */
static void test_heat_map_cells(void **state)
{
    static const struct {
        int rows, columns;
    } small_too[] = {{20, 60}, {24, 80}, {40, 120}, {50, 200}, {12, 40}};
    (void)state;
    for (size_t i = 0; i < sizeof small_too / sizeof *small_too; i++) {
        Screen *screen = screen_start(&(ScreenOptions){.rows = small_too[i].rows, .columns = small_too[i].columns});
        int row, column, cell_row, cell_column;
        screen_type(screen, "gH gA");
        screen_check(screen, true);
        screen_cursor(screen, &row, &column);
        screen_type(screen, "Down Right");
        screen_check(screen, true);
        screen_cursor(screen, &cell_row, &cell_column);
        assert_int_equal(cell_row, row + 1);
        assert_true(cell_column > column);
        char *line = screen_row(screen, cell_row);
        assert_non_null(strstr(line, "> 11 + 9"));
        free(line);
        screen_type(screen, "Enter"); /* both, near term: 20 in all */
        screen_expect(screen, "1 of 20");
        screen_type(screen, "q");
        screen_cursor(screen, &row, &column); /* the cell is where one comes back to */
        assert_int_equal(row, cell_row);
        assert_int_equal(column, cell_column);
        screen_type(screen, "d Enter"); /* only risks */
        screen_expect(screen, "1 of 11");
        screen_type(screen, "q d d Right Right"); /* the long term */
        screen_type(screen, "Enter");
        screen_expect(screen, "Not seen in the paper.");
        screen_type(screen, "Left Left Left"); /* the row as a whole, which opens its area */
        screen_check(screen, true);
        screen_cursor(screen, &row, &column);
        assert_int_equal(column, 0);
        screen_click(screen, 1, cell_row, cell_column + 3);
        screen_cursor(screen, &row, &column);
        assert_int_equal(column, cell_column);
        screen_click(screen, 1, cell_row, cell_column + 3);
        screen_expect(screen, "1 of 20");
        screen_stop(screen);
    }
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
        cmocka_unit_test(test_groups_count_what_they_list),
        cmocka_unit_test(test_hostile_text),
        cmocka_unit_test(test_opinions),
        cmocka_unit_test(test_heat_map_cells),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
