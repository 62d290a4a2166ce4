/* Each action of the table by its key, from the palette and by the mouse from the menu: three times gairo, side by side,
 * must come to the same screen. And the mouse on all that can be pressed. */
#include "config.h"

#include "tests/screen/harness.h"
#include "tui/keymap.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#define ROWS 50
#define COLUMNS 170

enum { BY_KEY, BY_PALETTE, BY_MOUSE, WAY_COUNT };

static const char *const way_names[] = {"its key", "the palette", "the mouse"};
static const KeyMap table; /* as it is */

static Screen *start(void)
{
    static const char *const environment[] = {"VISUAL=", "EDITOR=", "XDG_CONFIG_HOME=/nowhere", NULL};
    Screen *screen =
        screen_start(&(ScreenOptions){.rows = ROWS, .columns = COLUMNS, .environment = environment});
    screen_type(screen, "gH");
    return screen;
}

static void press_text(Screen *screen, const char *text)
{
    int row, column;
    if (!screen_find(screen, text, &row, &column)) {
        char *shown = screen_text(screen);
        print_error("not there to be pressed: %s\n%s\n", text, shown);
        free(shown);
    }
    assert_true(screen_find(screen, text, &row, &column));
    screen_click(screen, 1, row, column);
}

/* The middle button opens the menu; a group's title and a line in it are pressed. */
static void run_by_mouse(Screen *screen, Action action)
{
    const ActionDefinition *definition = action_definition(action);
    const char *group = action_group_title(definition->group);
    char help[40];
    int row, column;
    snprintf(help, sizeof help, "%.36s", definition->help);
    screen_click(screen, 2, ROWS / 2, COLUMNS / 2);
    assert_true(screen_find(screen, "Moving", &row, &column));
    char *titles = screen_row(screen, row);
    const char *title = strstr(titles, group);
    assert_non_null(title);
    if (title[-1] != '[') {
        screen_click(screen, 1, row, (int)(title - titles));
    }
    free(titles);
    press_text(screen, help);
}

static void run_by(Screen *screen, int way, Action action)
{
    const char *name = action_definition(action)->name;
    char key[24];
    switch (way) {
    case BY_KEY:
        action_key(&table, action, false, key, sizeof key);
        assert_string_not_equal(key, "");
        screen_type(screen, key);
        break;
    case BY_PALETTE:
        screen_type(screen, ":");
        screen_write(screen, name, strlen(name));
        screen_settle(screen);
        screen_type(screen, "Enter");
        break;
    default:
        run_by_mouse(screen, action);
        break;
    }
}

/* Shows the rows in which two screens differ. */
static void print_difference(const char *one, const char *other)
{
    while (*one != '\0' && *other != '\0') {
        int length = (int)strcspn(one, "\n"), other_length = (int)strcspn(other, "\n");
        if (length != other_length || strncmp(one, other, (size_t)length) != 0) {
            print_error("- %.*s\n", length, one);
            print_error("+ %.*s\n", other_length, other);
        }
        one += length + (one[length] == '\n');
        other += other_length + (other[other_length] == '\n');
    }
}

/* Each has a database of its own, whose number in the name is no difference. */
static char *text_without_number(const Screen *screen)
{
    char *text = screen_text(screen);
    for (char *at = strstr(text, ".db"); at != NULL; at = strstr(at + 1, ".db")) {
        for (char *digit = at; digit > text && digit[-1] >= '0' && digit[-1] <= '9'; digit--) {
            digit[-1] = 'N';
        }
    }
    return text;
}

/* Compares the screens, from the first way to the last. */
static void expect_same(Screen *const screens[WAY_COUNT], int first, Action action)
{
    char *expected = text_without_number(screens[first]);
    for (int way = first + 1; way < WAY_COUNT; way++) {
        char *got = text_without_number(screens[way]);
        if (strcmp(got, expected) != 0) {
            print_error("%s: by %s (-) and by %s (+):\n", action_definition(action)->name, way_names[first],
                        way_names[way]);
            print_difference(expected, got);
        }
        assert_int_equal(strcmp(got, expected), 0);
        free(got);
    }
    free(expected);
}

static bool is_left_out(Action action)
{
    return action == ACTION_QUIT       /* at the end */
           || action == ACTION_FOLLOW  /* a digit is the link; the mouse presses the link itself */
           || action == ACTION_MENU    /* the mouse is in it already; its key and the line of keys open it */
           || action == ACTION_HINTS_END; /* done at the start */
}

static void walk(const char *place, bool presenting)
{
    Screen *screens[WAY_COUNT];
    size_t walked = 0;
    for (int way = 0; way < WAY_COUNT; way++) {
        screens[way] = start();
        screen_type(screens[way], "gr Space Down Down Space gh");
    }
    for (Action action = ACTION_NONE + 1; action < ACTION_COUNT; action++) {
        if (is_left_out(action) || (action_definition(action)->group == GROUP_PRESENTING) != presenting) {
            continue;
        }
        for (int way = 0; way < WAY_COUNT; way++) {
            screen_send(screens[way], place);
            screen_settle(screens[way]);
            run_by(screens[way], way, action);
        }
        expect_same(screens, BY_KEY, action);
        if (action != ACTION_PRESENT_BLACK) { /* which hides the cursor too */
            screen_check(screens[BY_MOUSE], false);
        }
        for (int way = 0; way < WAY_COUNT; way++) {
            screen_send(screens[way], "Esc Esc Esc Esc Esc");
            screen_settle(screens[way]);
            screen_send(screens[way], "gh Z");
        }
        walked++;
    }
    assert_true(presenting ? walked >= 8 : walked >= 80);
    for (int way = 0; way < WAY_COUNT; way++) {
        run_by(screens[way], way, ACTION_QUIT);
        int status = screen_wait_for_end(screens[way]);
        assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
        screen_stop(screens[way]);
    }
}

static void test_all_from_a_list(void **state)
{
    (void)state;
    walk("gr Home Down", false);
}

static void test_all_in_a_presentation(void **state)
{
    (void)state;
    walk("gr p Tab Tab", true);
}

/* Going back and forward with all that can be gone to kept. */
static void test_history_by_all(void **state)
{
    (void)state;
    Screen *screens[WAY_COUNT];
    for (int way = 0; way < WAY_COUNT; way++) {
        screens[way] = start();
        screen_type(screens[way], "gr Enter H");
        run_by(screens[way], way, ACTION_HISTORY_FORWARD);
        screen_expect(screens[way], "Risks › ");
    }
    expect_same(screens, BY_KEY, ACTION_HISTORY_FORWARD);
    for (int way = 0; way < WAY_COUNT; way++) {
        run_by(screens[way], way, ACTION_HISTORY_BACK);
        screen_expect_not(screens[way], "Risks › ");
    }
    expect_same(screens, BY_KEY, ACTION_HISTORY_BACK);
    for (int way = 0; way < WAY_COUNT; way++) {
        screen_stop(screens[way]);
    }
}

/* In each place the wheel turns, a click focuses, two open, the right button backs out; a title sorts. */
static void test_mouse_in_all_places(void **state)
{
    (void)state;
    Screen *screen = start();
    for (Action action = ACTION_NONE + 1; action < ACTION_COUNT; action++) {
        if (action_definition(action)->group != GROUP_PLACES) {
            continue;
        }
        run_by(screen, BY_KEY, action);
        bool at_focus = action != ACTION_GO_REVIEW;
        for (int row = 1; row < ROWS - 1; row += 9) {
            screen_press(screen, 5, row, 60);
            screen_press(screen, 1, row, 60);
            screen_settle(screen);
            screen_check(screen, at_focus);
            screen_press(screen, 1, row, 60);
            screen_press(screen, 4, row, 100);
            screen_settle(screen);
            screen_check(screen, false);
            screen_click(screen, 3, row, 60);
            screen_type(screen, "Esc");
            screen_type(screen, "gh");
            run_by(screen, BY_KEY, action);
        }
    }
    screen_stop(screen);
}

/* The answers of a question, a place in what is written, a box among the facets, the headings of the matrix. */
static void test_mouse_on_what_opens(void **state)
{
    (void)state;
    Screen *screen = start();
    int row, column, cursor_row, cursor_column;
    screen_type(screen, "gr y");
    press_text(screen, "Id: risk.");
    screen_expect(screen, "Copied");
    screen_type(screen, "i o n e Enter t w o");
    assert_true(screen_find(screen, "one", &row, &column));
    screen_click(screen, 1, row, column + 1);
    screen_cursor(screen, &cursor_row, &cursor_column);
    assert_int_equal(cursor_row, row);
    assert_int_equal(cursor_column, column + 1);
    screen_type(screen, "F2 f");
    press_text(screen, "[ ] raises");
    screen_expect(screen, "[x] raises");
    press_text(screen, "[x] raises");
    screen_expect(screen, "[ ] raises");
    screen_type(screen, "Esc gM");
    char *before = screen_text(screen);
    press_text(screen, "pre fin");
    char *sorted = screen_text(screen);
    press_text(screen, "pre fin");
    char *reversed = screen_text(screen);
    assert_string_not_equal(before, sorted);
    assert_string_not_equal(sorted, reversed);
    free(before);
    free(sorted);
    free(reversed);
    screen_stop(screen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_mouse_on_what_opens),
        cmocka_unit_test(test_all_from_a_list),
        cmocka_unit_test(test_all_in_a_presentation),
        cmocka_unit_test(test_history_by_all),
        cmocka_unit_test(test_mouse_in_all_places),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
