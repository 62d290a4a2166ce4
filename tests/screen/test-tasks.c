/* What people come for: from a risk to a sheet with keys alone, finding, the openness of models, and all of it by
 * mouse. */
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

/* Types a text, blanks too. */
static void type_text(Screen *screen, const char *text)
{
    for (; *text != '\0'; text++) {
        char key[2] = {*text, '\0'};
        screen_send(screen, *text == ' ' ? "Space" : key);
    }
    screen_settle(screen);
}

/* The text of the focused row, without its mark. The caller owns it. */
static char *focused_row(Screen *screen)
{
    int row, column;
    screen_check(screen, true);
    screen_cursor(screen, &row, &column);
    char *text = screen_row(screen, row);
    assert_true(strlen(text) > 2);
    memmove(text, text + 2, strlen(text) - 1);
    return text;
}

static char *read_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    char *text = calloc(1, 1 << 20);
    assert_true(fread(text, 1, (1 << 20) - 1, file) > 0);
    fclose(file);
    return text;
}

/* A risk, a mitigation of it, a recommendation that calls for it: into the basket, and out as a sheet. */
static void test_from_a_risk_to_a_sheet(void **state)
{
    (void)state;
    const char *database = screen_database();
    char path[256];
    snprintf(path, sizeof path, "%s-sheet.html", database);
    Screen *screen = screen_start(&(ScreenOptions){.database = database});
    screen_type(screen, "r");
    type_text(screen, "/safeguards can be stripped");
    screen_type(screen, "Enter Enter");
    screen_expect(screen, "› Safeguards can be stripped");
    screen_type(screen, "Space");
    screen_expect(screen, "basket 1");
    type_text(screen, "/Reduced by");
    screen_type(screen, "Enter Down");
    screen_check(screen, true);
    screen_type(screen, "Enter Space");
    screen_expect(screen, "basket 2");
    screen_expect(screen, "Mitigation");
    type_text(screen, "/Called for by");
    screen_type(screen, "Enter Down Enter");
    screen_expect(screen, "Recommendation");
    screen_type(screen, "Space gb");
    screen_expect(screen, "basket 3");
    screen_type(screen, "e Enter"); /* as HTML */
    screen_type(screen, "C-u");
    type_text(screen, path);
    screen_type(screen, "Enter");
    screen_wait_for(screen, "Written");
    char *sheet = read_file(path);
    assert_non_null(strstr(sheet, "Safeguards can be stripped"));
    assert_non_null(strstr(sheet, "</html>"));
    free(sheet);
    unlink(path);
    screen_stop(screen);
}

/* The way back from where links led is the way one came, view by view. */
static void test_links_go_both_ways(void **state)
{
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){.rows = 40, .columns = 100});
    screen_type(screen, "r / c a n Space b e Space s t r i p p e d Enter Enter");
    type_text(screen, "/Reduced by");
    screen_type(screen, "Enter Down Enter");
    screen_expect(screen, "Reduces");
    screen_expect(screen, "Safeguards can be stripped");
    type_text(screen, "/Safeguards can be");
    screen_type(screen, "Enter Enter");
    screen_expect(screen, "Reduced by");
    screen_type(screen, "q q q");
    screen_expect(screen, "\"can be stripped\"");
    screen_type(screen, "q"); /* all are shown again, and the place is kept */
    char *row = focused_row(screen);
    assert_non_null(strstr(row, "Safeguards can be stripped"));
    free(row);
    screen_type(screen, "q");
    screen_expect(screen, "Broader societal aspects");
    screen_stop(screen);
}

static void test_search(void **state)
{
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){0});
    screen_type(screen, "F4");
    type_text(screen, "open weights");
    screen_expect(screen, "found");
    screen_type(screen, "Down Down");
    char *list = screen_text(screen);
    screen_type(screen, "Enter");
    screen_expect(screen, "q back");
    screen_type(screen, "q");
    char *again = screen_text(screen);
    assert_string_equal(list, again);
    free(list);
    free(again);
    screen_type(screen, "/ C-u");
    type_text(screen, "zzqqxx");
    screen_expect(screen, "Nothing");
    screen_type(screen, "Esc");
    screen_expect(screen, "Broader societal aspects");
    screen_stop(screen);
}

/* What is found on a page has the focus, on a page's last lines too; n goes on to the next place. */
static void test_find_on_a_page(void **state)
{
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){.rows = 50, .columns = 80});
    screen_type(screen, "r / s t r i p p e d Enter Enter G");
    type_text(screen, "/risk");
    screen_type(screen, "Enter");
    char *first = focused_row(screen);
    assert_non_null(strcasestr(first, "risk"));
    screen_type(screen, "n");
    char *second = focused_row(screen);
    assert_non_null(strcasestr(second, "risk"));
    assert_string_not_equal(first, second);
    screen_type(screen, "N");
    char *again = focused_row(screen);
    assert_string_equal(first, again);
    free(first);
    free(second);
    free(again);
    screen_stop(screen);
}

static void test_matrix(void **state)
{
    (void)state;
    static const int widths[] = {60, 80, 120, 200};
    for (size_t i = 0; i < sizeof widths / sizeof *widths; i++) {
        Screen *screen = screen_start(&(ScreenOptions){.rows = 30, .columns = widths[i]});
        screen_type(screen, "M");
        screen_check(screen, true);
        screen_expect(screen, "GPT-2");
        screen_expect(screen, "C1");
        screen_type(screen, "/ B L O O M Enter");
        char *row = focused_row(screen);
        assert_non_null(strstr(row, "BLOOM"));
        free(row);
        screen_type(screen, "Enter");
        screen_expect(screen, "BLOOM");
        screen_expect(screen, "Openness of its components");
        screen_type(screen, "q q");
        screen_stop(screen);
    }
}

/* How many components of the focused model are open: "5/6". */
static int open_components(Screen *screen)
{
    char *row = focused_row(screen), *slash = strrchr(row, '/');
    assert_non_null(slash);
    while (slash > row && slash[-1] != ' ') {
        slash--;
    }
    int count = atoi(slash);
    free(row);
    return count;
}

/* The matrix has many columns: which one it is sorted by is chosen in words, and told in words. */
static void test_matrix_order(void **state)
{
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){.rows = 20, .columns = 60});
    screen_type(screen, "M s");
    screen_expect(screen, "Sort by");
    screen_check(screen, true);
    screen_type(screen, "Esc");
    screen_expect_not(screen, "Sort by");
    screen_expect_not(screen, "by model");
    screen_type(screen, "s");
    screen_expect_not(screen, "kind"); /* all are models */
    screen_type(screen, "Esc");
    screen_type(screen, "s 2");
    screen_expect(screen, "by model");
    screen_type(screen, "s End"); /* further down than fits */
    screen_expect(screen, "how many are open");
    screen_check(screen, true);
    screen_type(screen, "Enter");
    screen_resize(screen, 24, 80);
    screen_expect(screen, "by how many are open");
    screen_type(screen, "R gg");
    screen_expect(screen, "reversed");
    int most = open_components(screen);
    screen_type(screen, "G");
    assert_true(most > open_components(screen));
    screen_type(screen, "s 1");
    screen_expect_not(screen, "by how many");
    screen_stop(screen);
}

/* A click selects, a click on the selected row opens, the wheel moves, the right button backs out. */
static void test_mouse(void **state)
{
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){.rows = 24, .columns = 80});
    int row, column, cursor_row, cursor_column;
    assert_true(screen_find(screen, "Mitigations", &row, &column));
    screen_click(screen, 1, row, column);
    screen_cursor(screen, &cursor_row, &cursor_column);
    assert_int_equal(cursor_row, row);
    screen_click(screen, 1, row, column);
    screen_expect(screen, "gairo › Mitigations");
    screen_click(screen, 1, 8, 6);
    screen_cursor(screen, &cursor_row, &cursor_column);
    assert_int_equal(cursor_row, 8);
    screen_click(screen, 5, 8, 6);
    screen_cursor(screen, &cursor_row, &cursor_column);
    assert_int_equal(cursor_row, 11);
    screen_click(screen, 4, 8, 6);
    screen_click(screen, 1, 8, 6);
    screen_expect(screen, "gairo › Mitigations ›");
    screen_click(screen, 3, 8, 6);
    screen_expect_not(screen, "gairo › Mitigations ›");
    screen_click(screen, 3, 8, 6);
    screen_expect(screen, "Broader societal aspects");
    screen_stop(screen);
}

/* A click on a column's title sorts by it, a second one turns the order round. */
static void test_titles_sort(void **state)
{
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){.rows = 24, .columns = 120});
    int row, column;
    screen_type(screen, "r gg");
    assert_true(screen_find(screen, "  risk  ", &row, &column));
    screen_click(screen, 1, row, column + 3);
    screen_expect(screen, "risk ↑");
    screen_type(screen, "gg");
    char *first = focused_row(screen);
    screen_click(screen, 1, row, column + 3);
    screen_expect(screen, "risk ↓");
    screen_type(screen, "G");
    char *last = focused_row(screen);
    char *at = strstr(first, "│ >"), *other = strstr(last, "│ >");
    assert_non_null(at);
    assert_non_null(other);
    assert_memory_equal(at, other, 30);
    free(first);
    free(last);
    screen_stop(screen);
}

/* The page beside a list is the focused row's, while the list is narrowed too. */
static void test_narrowing_moves_the_preview(void **state)
{
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){.rows = 24, .columns = 160});
    int row, column;
    screen_type(screen, "M / b l o o m z");
    screen_type(screen, "Backspace");
    assert_true(screen_find(screen, "│ BLOOMZ", &row, &column) || screen_find(screen, "│   BLOOM", &row, &column));
    screen_stop(screen);
}

/* A sequence shows what can follow, and what does not belong to it undoes it. */
static void test_key_sequences(void **state)
{
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){0});
    screen_type(screen, "g");
    screen_expect(screen, "risks");
    screen_expect(screen, "mitigations");
    screen_type(screen, "Esc");
    screen_expect(screen, "Q quit");
    screen_type(screen, "gm G");
    char *last = focused_row(screen);
    screen_type(screen, "gg");
    char *first = focused_row(screen);
    assert_string_not_equal(first, last);
    free(first);
    free(last);
    screen_stop(screen);
}

/* A text is checked, marked wrong, and that is taken back; pages, lists and the start know it. */
static void test_review(void **state)
{
    (void)state;
    static const char *const clock[] = {"GAIRO_TODAY=2026-11-20", NULL};
    Screen *screen = screen_start(&(ScreenOptions){.columns = 100, .rows = 30, .environment = clock});
    int row, column;
    assert_true(screen_find(screen, " items in our words for the paper: ", &row, &column));
    char *before = screen_row(screen, row);
    screen_type(screen, "r / s t r i p p e d Enter");
    screen_expect(screen, "paper, unchecked");
    screen_type(screen, "Enter v");
    screen_expect(screen, "What did you find?");
    screen_type(screen, "2");
    screen_expect(screen, "Your name");
    screen_type(screen, "Enter");
    screen_expect(screen, "name is one line");
    screen_type(screen, "v 2");
    type_text(screen, "Ada Example");
    screen_type(screen, "Enter");
    screen_expect(screen, "Note (may be empty)");
    screen_type(screen, "Enter");
    screen_expect(screen, "Checked by Ada Example on 2026-11-20");
    screen_expect_not(screen, "paper, unchecked");
    screen_type(screen, "q");
    screen_expect(screen, "paper, checked");
    screen_type(screen, "Enter v 3 Enter");
    type_text(screen, "Not in section 3");
    screen_type(screen, "Enter");
    screen_expect(screen, "Marked wrong by Ada Example on 2026-11-20");
    screen_expect(screen, "The reviewer's note: Not in section 3");
    screen_type(screen, "q");
    screen_resize(screen, 30, 80);
    screen_expect(screen, "strong         !");
    screen_resize(screen, 30, 200);
    screen_expect(screen, "marked wrong");
    screen_resize(screen, 30, 100);
    screen_type(screen, "gh");
    char *after = screen_row(screen, row);
    assert_string_not_equal(before, after);
    free(before);
    free(after);
    screen_type(screen, "L L v 4");
    screen_expect(screen, "Checked by Ada Example on 2026-11-20");
    screen_type(screen, "v Esc");
    screen_expect(screen, "Nothing was marked.");
    screen_stop(screen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_from_a_risk_to_a_sheet),
        cmocka_unit_test(test_review),
        cmocka_unit_test(test_links_go_both_ways),
        cmocka_unit_test(test_search),
        cmocka_unit_test(test_find_on_a_page),
        cmocka_unit_test(test_matrix),
        cmocka_unit_test(test_matrix_order),
        cmocka_unit_test(test_mouse),
        cmocka_unit_test(test_titles_sort),
        cmocka_unit_test(test_narrowing_moves_the_preview),
        cmocka_unit_test(test_key_sequences),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
