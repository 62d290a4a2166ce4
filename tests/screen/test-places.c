/* Every place that there is an action for, at four sizes, in UTF-8 and ASCII, with colour and without: found by walking
 * the table of actions, so that a new view is tested by being there. */
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

static const KeyMap table; /* as it is */

static const struct {
    int rows, columns;
} sizes[] = {{20, 60}, {24, 80}, {40, 120}, {50, 200}};

static bool is_place(Action action)
{
    return action_definition(action)->group == GROUP_PLACES || action == ACTION_SEARCH || action == ACTION_HELP ||
           action == ACTION_PALETTE;
}

static bool takes_text(Action action)
{
    return action == ACTION_SEARCH || action == ACTION_HELP || action == ACTION_PALETTE;
}

static void type_key(Screen *screen, const char *key)
{
    screen_send(screen, key);
    screen_settle(screen);
}

/* The cursor rests on a ">", and the rows hold what the character set has. */
static void check_place(Screen *screen, Action action, bool utf8)
{
    char *text = screen_text(screen);
    for (const char *at = text; !utf8 && *at != '\0'; at++) {
        if ((unsigned char)*at >= 0x80) {
            print_error("%s: not ASCII:\n%s\n", action_definition(action)->name, text);
        }
        assert_true((unsigned char)*at < 0x80);
    }
    free(text);
    if (action == ACTION_SEARCH) { /* one types there: the cursor is behind the words */
        int row, column;
        screen_cursor(screen, &row, &column);
        assert_true(screen_cell_is(screen, row, 0, ">"));
    }
    screen_check(screen, action != ACTION_SEARCH);
}

static void walk(int rows, int columns, bool utf8, bool colour)
{
    const char *const plain[] = {"NO_COLOR=1", NULL};
    Screen *screen = screen_start(&(ScreenOptions){.rows = rows,
                                                   .columns = columns,
                                                   .locale = utf8 ? "C.UTF-8" : "C",
                                                   .environment = colour ? NULL : plain});
    for (Action action = ACTION_NONE + 1; action < ACTION_COUNT; action++) {
        char key[24];
        if (!is_place(action)) {
            continue;
        }
        action_key(&table, action, false, key, sizeof key);
        type_key(screen, key);
        check_place(screen, action, utf8);
        if (takes_text(action)) {
            type_key(screen, "Esc");
        } else {
            screen_send(screen, "Down");
            screen_send(screen, "Down");
            type_key(screen, "PgDn");
            check_place(screen, action, utf8);
        }
    }
    assert_int_equal(screen_output_has_colour(screen), colour);
    screen_stop(screen);
}

/* What is reached from a place: pages, panes, questions, where one types. */
static const struct {
    const char *keys, *shows;
    bool typing; /* the cursor is where the text goes on, not on a ">" */
} further[] = {
    {"gr Enter", "follow", false},
    {"gr Enter PgDn Tab", "follow", false},
    {"gr Tab", "Risks", false},
    {"ga Tab", "Areas", false},
    {"gl Down Down Enter", "follow", false},
    {"gM Enter", "follow", false},
    {"gd Enter", "back", false},
    {"gr t", "Trace", false},
    {"gr t x Down", "Trace", false},
    {"gM c Down c", "Compare", false},
    {"gs Down Enter", "Walked", false},
    {"gr f", "narrow by", false},
    {"gM f Down Space", "[x]", false},
    {"gr f Tab", "Risks", false},
    {"g/ w e i g h t s Down Down", "weights", false},
    {"g/ w e i g h t s Down f", "narrow by", false},
    {"gA T", "Areas and stages", false},
    {"gA Tab", "Areas and stages", false},
    {"gO T", "Openness", false},
    {"gD T", "Openness by component", false},
    {"gt T", "Timeline", false},
    {"gt + Down", "Timeline", false},
    {"gB T", "Balance", false},
    {"gB Down Enter", "Balance", false},
    {"w", "Law lens", true},
    {"'", "Marks", false},
    {"gM s", "Sort by", false},
    {"gr !", "The same from a shell", false},
    {"gr y", "Copy what?", false},
    {"gr e", "1", false},
    {"gr v", "1", false},
    {"gr S", "1", false},
    {"F10", "", true},
    {"gr i", "Your note", true},
    {"gr / w e i", "Narrow to", true},
    {"gv", "", false},
};

/* A database with a sheet that has an entry, so that the builder has something to show. */
static const char *walked_database(void)
{
    const char *database = screen_database();
    screen_run(database, (const char *const[]){"sheet", "new", "Walked", NULL});
    screen_run(database, (const char *const[]){"sheet", "add", "Walked", "risk.safeguards-stripped", NULL});
    return database;
}

static void check_further(Screen *screen, size_t at, bool utf8)
{
    char *text = screen_text(screen);
    bool shown = strstr(text, further[at].shows) != NULL, plain = true;
    for (const char *byte = text; *byte != '\0'; byte++) {
        plain = plain && (unsigned char)*byte < 0x80;
    }
    if (!shown || (!utf8 && !plain)) {
        print_error("%s: \"%s\" is expected%s:\n%s\n", further[at].keys, further[at].shows,
                    utf8 ? "" : ", and ASCII only", text);
    }
    free(text);
    assert_true(shown && (utf8 || plain));
    screen_check(screen, !further[at].typing);
}

static void walk_further(int rows, int columns, bool utf8, bool colour)
{
    const char *const plain[] = {"NO_COLOR=1", NULL};
    Screen *screen = screen_start(&(ScreenOptions){.rows = rows,
                                                   .columns = columns,
                                                   .locale = utf8 ? "C.UTF-8" : "C",
                                                   .database = walked_database(),
                                                   .environment = colour ? NULL : plain});
    for (size_t i = 0; i < sizeof further / sizeof *further; i++) {
        type_key(screen, further[i].keys);
        check_further(screen, i, utf8);
        screen_send(screen, "Esc");
        screen_send(screen, "Esc");
        screen_send(screen, "M-f");
        type_key(screen, "gh");
        screen_expect(screen, "Near and mid term");
    }
    assert_int_equal(screen_output_has_colour(screen), colour);
    screen_stop(screen);
}

static void test_all_further(void **state)
{
    (void)state;
    bool whole = getenv("GAIRO_TEST_WHOLE") != NULL;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        walk_further(sizes[i].rows, sizes[i].columns, i % 2 == 0, i % 2 == 0);
        if (whole || i % 2 == 1) {
            walk_further(sizes[i].rows, sizes[i].columns, i % 2 == 1, i % 2 == 1);
        }
        if (whole) {
            walk_further(sizes[i].rows, sizes[i].columns, true, false);
            walk_further(sizes[i].rows, sizes[i].columns, false, true);
        }
    }
}

/* All combinations of character set and colour at all sizes where GAIRO_TEST_WHOLE is set; else the two extremes. */
static void test_all_places(void **state)
{
    (void)state;
    bool whole = getenv("GAIRO_TEST_WHOLE") != NULL;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        walk(sizes[i].rows, sizes[i].columns, true, true);
        walk(sizes[i].rows, sizes[i].columns, false, false);
        if (whole) {
            walk(sizes[i].rows, sizes[i].columns, true, false);
            walk(sizes[i].rows, sizes[i].columns, false, true);
        }
    }
}

/* From the smallest screen to a huge one, through what is too small, and back: each is drawn whole. */
static void test_scale(void **state)
{
    (void)state;
    static const int rows[] = {5, 4, 1, 5, 120, 24}, columns[] = {20, 80, 1, 20, 400, 80};
    Screen *screen = screen_start(&(ScreenOptions){.rows = 24, .columns = 80});
    for (const char *const *place = (const char *const[]){"gr", "ga", "gM", "gd", "g,", "gb", NULL}; *place != NULL;
         place++) {
        type_key(screen, *place);
        char *before = screen_text(screen);
        for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
            screen_resize(screen, rows[i], columns[i]);
            if (rows[i] < 5 || columns[i] < 20) {
                screen_check(screen, false);
            } else {
                screen_check(screen, true);
            }
        }
        char *after = screen_text(screen);
        assert_string_equal(before, after);
        free(before);
        free(after);
    }
    screen_resize(screen, 4, 80);
    screen_expect(screen, "too small");
    screen_stop(screen);
}

#define MODEL_REST                                                                                                     \
    "<field name=\"released\" value=\"2024-01\"/><source ref=\"reference.gairo\" basis=\"editorial\"/>"                  \
    "</model>"

/* Makes a risk with a body whole, as the import holds it to be: words enough, and what its kind needs. */
#define RATED                                                                                                          \
    "<field name=\"effect\" value=\"raises\">W.</field>"                                                               \
    "<field name=\"evidence\" value=\"some\">W.</field><field name=\"affected\">W.</field>"
#define WHOLE                                                                                                          \
    "<p>" "a b c d e f g h i j k l m n o p q r s t u v w x y z " \
    "a b c d e f g h i j k l m n o p q r s t u v w x y z " \
    "a b c d e f g h i j k l m n o p q r s t u v w x y z " \
    "a b c</p></body>" RATED

static const char planted[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<gairo xmlns=\"urn:gairo:data:1\" source=\"scripts\" title=\"Scripts\">"
    "<risk id=\"risk.cjk\"><title>Qqz 开放权重模型的风险与机会开放权重模型的风险与机会</title><summary>宽字符</summary>"
    "<body><p>宽字符宽字符宽字符宽字符宽字符宽字符宽字符宽字符宽字符宽字符宽字符</p>" WHOLE
    "<source ref=\"reference.gairo\" basis=\"editorial\"/></risk>"
    "<risk id=\"risk.emoji\"><title>Qqz \U0001F469\u200D\U0001F52C \U0001F1EA\U0001F1FA \u2764\uFE0F \U0001F44D\U0001F3FD "
    "wide</title>" RATED "<source ref=\"reference.gairo\" basis=\"editorial\"/></risk>"
    "<risk id=\"risk.marks\"><title>Qqz Vie\u0302\u0323t Nam e\u0301\u0301\u0301\u0301 \u0939\u093f\u0928\u094d\u0926\u0940"
    "</title>" RATED "<source ref=\"reference.gairo\" basis=\"editorial\"/></risk>"
    "<risk id=\"risk.rtl\"><title>Qqz \u0645\u062e\u0627\u0637\u0631 \u05e1\u05d9\u05db\u05d5\u05e0\u05d9\u05dd 123"
    "</title>" RATED "<source ref=\"reference.gairo\" basis=\"editorial\"/></risk>"
    "<model id=\"model.qqz-plain\"><title>Qqz plain</title>" MODEL_REST
    "<model id=\"model.qqz-cjk\"><title>Qqz 通义千问大模型通义千问大模型通义千问大模型</title>" MODEL_REST
    "<model id=\"model.qqz-emoji\"><title>Qqz \U0001F469\u200D\U0001F52C\U0001F1EA\U0001F1FA\u2764\uFE0F e\u0301</title>" MODEL_REST
    "<model id=\"model.qqz-rtl\"><title>Qqz \u0645\u062e\u0627\u0637\u0631 \u05e1\u05d9\u05db</title>" MODEL_REST
    "</gairo>\n";

/* A database with that in it. */
static const char *planted_database(void)
{
    const char *database = screen_database();
    char path[256];
    snprintf(path, sizeof path, "%s-scripts.xml", database);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(planted, file);
    assert_int_equal(fclose(file), 0);
    screen_run(database, (const char *const[]){"import", path, NULL});
    remove(path);
    return database;
}

/* Drawn anew from nothing, it is what it became step by step: no cell was thought to be elsewhere. */
static void expect_same_anew(Screen *screen, int rows, int columns)
{
    char *before = screen_text(screen);
    screen_resize(screen, rows + 1, columns + 3);
    screen_resize(screen, rows, columns);
    char *after = screen_text(screen);
    assert_string_equal(before, after);
    free(before);
    free(after);
}

/* What stands in every row from one on, in one column: the rule between panes, or where they stand below each other the
 * first letter of what openness does ("raises"). */
static void check_column(Screen *screen, int end)
{
    int first, column;
    const char *sign = screen_find(screen, "│", &first, &column) ? "│" : "r";
    if (*sign == 'r') {
        assert_true(screen_find(screen, "raises  ", &first, &column));
        end = first + 4;
    }
    for (int line = first; line < end; line++) {
        assert_true(screen_cell_is(screen, line, column, sign));
    }
}

/* Whatever is written, the columns stay straight, and a second drawing is the same. */
static void test_scripts_keep_columns(void **state)
{
    (void)state;
    const char *database = planted_database();
    for (size_t i = 1; i < sizeof sizes / sizeof *sizes; i++) {
        Screen *screen = screen_start(
            &(ScreenOptions){.rows = sizes[i].rows, .columns = sizes[i].columns, .database = database});
        screen_type(screen, "gH gr / q q z Enter");
        screen_expect(screen, "开放权重");
        for (int row = 0; row < 4; row++) {
            check_column(screen, sizes[i].rows - 3);
            expect_same_anew(screen, sizes[i].rows, sizes[i].columns);
            screen_type(screen, "Down");
        }
        screen_stop(screen);
    }
}

/* In the matrix the codes (unknown, since no companion data tell of these models) stand under each other behind titles of
 * every script. */
static void test_scripts_in_the_matrix(void **state)
{
    (void)state;
    const char *database = planted_database();
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        Screen *screen = screen_start(
            &(ScreenOptions){.rows = sizes[i].rows, .columns = sizes[i].columns, .database = database});
        int row, column;
        screen_type(screen, "gH gM / q q z Enter Home");
        assert_true(screen_find(screen, "> Qqz plain", &row, &column));
        int code = 0;
        while (code < sizes[i].columns && !screen_cell_is(screen, row, code, "?")) {
            code++;
        }
        assert_true(code < sizes[i].columns);
        int top = row;
        while (screen_cell_is(screen, top - 1, 2, "Q")) {
            top--;
        }
        for (int line = top; line < top + 4; line++) {
            assert_true(screen_cell_is(screen, line, code, "?"));
        }
        expect_same_anew(screen, sizes[i].rows, sizes[i].columns);
        screen_stop(screen);
    }
}

/* Pages, what is compared, the basket, what was found, questions, the menu and the prompt, from the smallest screen on. */
static void test_scripts_everywhere(void **state)
{
    (void)state;
    static const struct {
        int rows, columns;
    } all[] = {{5, 20}, {20, 60}, {24, 80}, {50, 200}, {120, 400}};
    static const char *const ways[] = {
        "gr / q q z Enter Home Enter", "gr / q q z Enter Down Enter", "gb",     "gb Enter",   "gb c",
        "g/ q q z",                    "gr / q q z Enter y",          "gr F10", "gr / q q z", "gM / q q z Enter Enter",
        "gr / q q z Enter f",          "gr / q q z Enter Down i",     "gb p",   "gb !",       "gr / q q z Enter t"};
    const char *database = planted_database();
    screen_run(database, (const char *const[]){"sheet", "add", "basket", "risk.cjk", "risk.emoji", "risk.marks",
                                               "risk.rtl", NULL});
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        Screen *screen =
            screen_start(&(ScreenOptions){.rows = all[i].rows, .columns = all[i].columns, .database = database});
        screen_type(screen, "gH");
        for (size_t way = 0; way < sizeof ways / sizeof *ways; way++) {
            screen_type(screen, ways[way]);
            screen_check(screen, false);
            expect_same_anew(screen, all[i].rows, all[i].columns);
            screen_type(screen, "Esc Esc Esc Esc Esc");
            screen_type(screen, "gh");
        }
        screen_stop(screen);
    }
}

/* Going where one is adds nothing to the way back. */
static void test_going_where_one_is(void **state)
{
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){0});
    screen_type(screen, "gr Down gr");
    screen_expect_not(screen, "Risks › Risks");
    screen_expect(screen, "This is where you are.");
    screen_expect(screen, "2 of ");
    screen_type(screen, "Enter gr");
    screen_expect_not(screen, "This is where you are.");
    screen_type(screen, "gt T gt");
    screen_expect_not(screen, "Timeline › Timeline");
    screen_stop(screen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_all_places),
        cmocka_unit_test(test_all_further),
        cmocka_unit_test(test_going_where_one_is),
        cmocka_unit_test(test_scale),
        cmocka_unit_test(test_scripts_keep_columns),
        cmocka_unit_test(test_scripts_in_the_matrix),
        cmocka_unit_test(test_scripts_everywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
