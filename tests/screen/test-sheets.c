/* Making a sheet in the explorer, as somebody who must hand one in does: each step is looked for on the screen and in the database, which
 * is opened anew for that. */
#include "config.h"

#include "tests/screen/harness.h"
#include "tests/screen/stored.h"
#include "tests/temporary.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The value of a column of the entry of "mine" whose item's id ends so. */
#define ENTRY(column, id)                                                                                              \
    "SELECT coalesce(e." column ", '-') FROM sheet_entry e JOIN sheet s ON s.number = e.sheet WHERE s.name = 'mine' AND e.item LIKE '%" id "'"
#define ORDER                                                                                                          \
    "SELECT group_concat(item, ' ') FROM (SELECT item FROM sheet_entry e JOIN sheet s ON s.number = e.sheet"             \
    " WHERE s.name = 'mine' ORDER BY e.position)"
#define NAMES "SELECT group_concat(name, ' ') FROM (SELECT name FROM sheet WHERE name <> 'basket' ORDER BY name)"
#define IN_SHEET(name) "SELECT count(*) FROM sheet_entry e JOIN sheet s ON s.number = e.sheet WHERE s.name = '" name "'"
#define STRIPPED "risk.safeguards-stripped"
#define RECALL "risk.no-recall"
#define CHEAPER "opportunity.cheaper-access"

/* Types a text, blanks too. */
static void type_text(Screen *screen, const char *text)
{
    for (; *text != '\0'; text++) {
        char key[2] = {*text, '\0'};
        screen_send(screen, *text == ' ' ? "Space" : key);
    }
    screen_settle(screen);
}

/* Answers the prompt with a text in place of what is proposed. */
static void answer(Screen *screen, const char *text)
{
    screen_type(screen, "C-u");
    type_text(screen, text);
    screen_type(screen, "Enter");
}

/* A database with a sheet "mine" of two risks and an opportunity. */
static const char *make_sheet(void)
{
    const char *database = screen_database();
    screen_run(database, (const char *const[]){"sheet", "new", "mine", NULL});
    screen_run(database, (const char *const[]){"sheet", "add", "mine", STRIPPED, RECALL, CHEAPER, NULL});
    return database;
}

/* "mine" open, with the focus on its first entry. */
static Screen *open_sheet(const char *database, int rows, int columns)
{
    Screen *screen = screen_start(&(ScreenOptions){.database = database, .rows = rows, .columns = columns});
    screen_type(screen, "gs G Enter");
    screen_expect(screen, "Sheet mine");
    screen_expect(screen, "Safeguards can be");
    screen_check(screen, true);
    return screen;
}

/* Several sheets: made, copied, renamed, deleted; the focus is on what was made, and each is undone. */
static void test_several_sheets(void **state)
{
    (void)state;
    const char *database = screen_database();
    Screen *screen = screen_start(&(ScreenOptions){.database = database});
    screen_type(screen, "gs M");
    screen_expect(screen, "New sheet");
    screen_expect_not(screen, "Delete it"); /* the basket stays */
    screen_type(screen, "Esc M Enter Esc");
    assert_stored(database, "", NAMES);
    screen_type(screen, "M Enter");
    answer(screen, "first one");
    screen_expect(screen, "Made: first one");
    screen_type(screen, "M Enter");
    answer(screen, "first one"); /* taken */
    screen_expect(screen, "first one");
    assert_stored(database, "first one", NAMES);
    screen_type(screen, "M Enter");
    answer(screen, "second");
    assert_stored(database, "first one second", NAMES);
    screen_type(screen, "Enter");
    screen_expect(screen, "Sheet second"); /* the new one has the focus */
    screen_expect(screen, "M puts all of the basket");
    screen_type(screen, "M 8");
    screen_expect(screen, "The basket is empty");
    screen_type(screen, "q M 2");
    answer(screen, "third");
    assert_stored(database, "first one second third", NAMES);
    screen_type(screen, "M 3");
    screen_expect(screen, "Its new name: third");
    answer(screen, "a name");
    assert_stored(database, "a name first one second", NAMES);
    screen_type(screen, "M 4");
    screen_expect(screen, "Delete the sheet \"a name\"?");
    screen_check(screen, true);
    screen_type(screen, "Enter M 4 Esc");
    assert_stored(database, "a name first one second", NAMES);
    screen_type(screen, "M 4 Down Enter");
    assert_stored(database, "first one second", NAMES);
    screen_type(screen, "u");
    assert_stored(database, "a name first one second", NAMES);
    screen_type(screen, "u");
    assert_stored(database, "first one second third", NAMES);
    screen_stop(screen);
}

/* S from a list: into a new sheet, into one that is there; leaving while asked changes nothing. */
static void test_adding(void **state)
{
    (void)state;
    const char *database = screen_database();
    Screen *screen = screen_start(&(ScreenOptions){.database = database});
    screen_type(screen, "r / s t r i p p e d Enter S");
    screen_expect(screen, "Into which sheet?");
    screen_type(screen, "Esc S 2");
    screen_expect(screen, "Name of the new sheet");
    screen_type(screen, "Esc");
    screen_expect(screen, "Safeguards can be");
    assert_stored(database, "", NAMES);
    screen_type(screen, "S 2");
    answer(screen, "mine");
    screen_expect(screen, "It is in the sheet \"mine\"");
    assert_stored(database, STRIPPED, ORDER);
    screen_type(screen, "q / r e c a l l e d Enter S Enter"); /* the last sheet is proposed */
    assert_stored(database, STRIPPED " " RECALL, ORDER);
    screen_type(screen, "S Enter"); /* it is in already */
    assert_stored(database, STRIPPED " " RECALL, ORDER);
    screen_type(screen, "u");
    assert_stored(database, STRIPPED, ORDER);
    screen_type(screen, "C-r");
    assert_stored(database, STRIPPED " " RECALL, ORDER);
    screen_type(screen, "gs G");
    screen_expect(screen, "mine");
    screen_check(screen, true);
    screen_stop(screen);
}

/* Of many sheets each of the first has a key, and the one that something was put into last is proposed, also by the next start. */
static void test_adding_to_many(void **state)
{
    (void)state;
    const char *database = screen_database();
    char name[16];
    for (int i = 1; i <= 30; i++) {
        snprintf(name, sizeof name, "s%d", i);
        screen_run(database, (const char *const[]){"sheet", "new", name, NULL});
    }
    Screen *screen = screen_start(&(ScreenOptions){.database = database, .rows = 50, .columns = 100});
    screen_type(screen, "r / s t r i p p e d Enter S");
    screen_expect(screen, "0  s9"); /* behind the basket, the tenth */
    screen_expect(screen, "a  s10");
    screen_type(screen, "0");
    screen_expect(screen, "It is in the sheet \"s9\"");
    screen_type(screen, "q / r e c a l l e d Enter S");
    screen_expect(screen, "> 0  s9");
    screen_type(screen, "Enter");
    screen_expect(screen, "It is in the sheet \"s9\"");
    screen_type(screen, "S G Up"); /* the last of all is a new one */
    screen_expect(screen, ">    s30");
    screen_type(screen, "Enter");
    screen_stop(screen);
    screen = screen_start(&(ScreenOptions){.database = database});
    screen_type(screen, "r / s t r i p p e d Enter S Enter");
    screen_expect(screen, "It is in the sheet \"s30\"");
    assert_stored(database, "2", IN_SHEET("s30"));
    assert_stored(database, "2", IN_SHEET("s9"));
    screen_stop(screen);
}

/* J, K, Space and X, and the way back from each. */
static void test_order_and_taking_out(void **state)
{
    (void)state;
    const char *database = make_sheet();
    Screen *screen = open_sheet(database, 24, 80);
    screen_expect_not(screen, "Space puts"); /* here it takes out */
    screen_type(screen, "J");
    assert_stored(database, RECALL " " STRIPPED " " CHEAPER, ORDER);
    screen_type(screen, "J J");
    assert_stored(database, RECALL " " CHEAPER " " STRIPPED, ORDER);
    screen_type(screen, "K");
    assert_stored(database, RECALL " " STRIPPED " " CHEAPER, ORDER);
    screen_type(screen, "u u u");
    assert_stored(database, STRIPPED " " RECALL " " CHEAPER, ORDER);
    screen_type(screen, "gg Space");
    screen_expect(screen, "Taken out: Safeguards can be stripped");
    assert_stored(database, RECALL " " CHEAPER, ORDER);
    screen_type(screen, "u");
    screen_expect(screen, "Undone:");
    assert_stored(database, STRIPPED " " RECALL " " CHEAPER, ORDER);
    screen_type(screen, "X Enter X 2");
    screen_expect(screen, "Nothing yet");
    assert_stored(database, "", ORDER);
    screen_type(screen, "u");
    assert_stored(database, STRIPPED " " RECALL " " CHEAPER, ORDER);
    screen_expect(screen, "Safeguards can be");
    screen_stop(screen);
}

/* How much is shown, the heading, the note: seen at the usual size, kept, undone. */
static void test_entries(void **state)
{
    (void)state;
    const char *database = make_sheet();
    Screen *screen = open_sheet(database, 24, 80);
    screen_type(screen, "gg D");
    screen_expect(screen, "Shown in the sheet: summary");
    assert_stored(database, "summary", ENTRY("depth", "stripped"));
    screen_type(screen, "D");
    screen_expect(screen, "title only");
    assert_stored(database, "title", ENTRY("depth", "stripped"));
    screen_type(screen, "D");
    assert_stored(database, "full", ENTRY("depth", "stripped"));
    screen_type(screen, "u");
    assert_stored(database, "title", ENTRY("depth", "stripped"));
    screen_type(screen, "U Esc U");
    answer(screen, "What is at stake");
    screen_expect(screen, "It stands under: What is at stake");
    assert_stored(database, "What is at stake", ENTRY("heading", "stripped"));
    screen_type(screen, "Down U Enter"); /* that of the entry above is proposed */
    assert_stored(database, "What is at stake", ENTRY("heading", "recall"));
    screen_type(screen, "u");
    assert_stored(database, "-", ENTRY("heading", "recall"));
    screen_type(screen, "gg A");
    answer(screen, "Ask the office.");
    assert_stored(database, "Ask the office.", ENTRY("note", "stripped"));
    screen_type(screen, "Down Up");
    screen_expect(screen, "Ask the office."); /* beside the list */
    screen_expect(screen, "What is at stake");
    screen_type(screen, "A C-u Enter");
    screen_expect_not(screen, "Ask the office.");
    assert_stored(database, "-", ENTRY("note", "stripped"));
    screen_type(screen, "u");
    screen_expect(screen, "Ask the office.");
    assert_stored(database, "Ask the office.", ENTRY("note", "stripped"));
    screen_check(screen, true);
    screen_stop(screen);
}

/* The form: each line of it, a date that is none, and all of the basket. */
static void test_form(void **state)
{
    (void)state;
    static const struct {
        const char *key, *text, *property;
    } lines[] = {{"1", "Open weights", "title"},
                 {"2", "The office", "audience"},
                 {"3", "A. Example", "author"},
                 {"4", "2026-11-20", "date"},
                 {"5", "For official use only", "classification"}};
    const char *database = make_sheet();
    screen_run(database, (const char *const[]){"sheet", "add", "basket", "instrument.eu-ai-act", RECALL, NULL});
    Screen *screen = open_sheet(database, 24, 80);
    screen_type(screen, "M 4");
    answer(screen, "2026-13-40");
    screen_expect(screen, "is no date");
    screen_expect(screen, ": 2026-13-40"); /* to be mended where it stands */
    screen_type(screen, "Esc");
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        char sql[200];
        snprintf(sql, sizeof sql, "SELECT %s FROM sheet WHERE name = 'mine'", lines[i].property);
        assert_stored(database, "", sql);
        screen_type(screen, "M");
        screen_type(screen, lines[i].key);
        answer(screen, lines[i].text);
        assert_stored(database, lines[i].text, sql);
        screen_type(screen, "M");
        screen_expect(screen, lines[i].text);
        screen_type(screen, "Esc");
    }
    screen_type(screen, "u");
    assert_stored(database, "", "SELECT classification FROM sheet WHERE name = 'mine'");
    screen_type(screen, "M");
    screen_expect(screen, "Template: items");
    screen_type(screen, "6");
    screen_expect(screen, "recommendation: one page");
    screen_expect(screen, "report: everything");
    screen_expect(screen, "what to do, what the law says"); /* none is cut */
    screen_expect(screen, "what reduces it, who acts, law");
    screen_expect(screen, "how they treat open models, dates");
    screen_check(screen, true);
    screen_type(screen, "Esc M 6 3");
    assert_stored(database, "brief", "SELECT template FROM sheet WHERE name = 'mine'");
    screen_type(screen, "u M 8");
    assert_stored(database, "", "SELECT template FROM sheet WHERE name = 'mine'");
    assert_stored(database, STRIPPED " " RECALL " " CHEAPER " instrument.eu-ai-act", ORDER);
    screen_type(screen, "u");
    assert_stored(database, STRIPPED " " RECALL " " CHEAPER, ORDER);
    screen_stop(screen);
}

/* A private note is not printed unless the sheet says so, and then the check and the question before writing tell of it. */
static void test_notes(void **state)
{
    (void)state;
    const char *database = make_sheet();
    screen_run(database, (const char *const[]){"note", STRIPPED, "Private words", NULL});
    Screen *screen = open_sheet(database, 24, 80);
    screen_type(screen, "e");
    screen_expect(screen, "Write it as");
    screen_expect_not(screen, "notes on items");
    screen_type(screen, "Esc M");
    screen_expect(screen, "Printed of your words: annotations of this sheet");
    screen_type(screen, "7");
    screen_expect(screen, "What is printed of your words?");
    screen_type(screen, "2");
    screen_expect(screen, "Printed with it: annotations, and your notes on items");
    assert_stored(database, "yes", "SELECT notes FROM sheet WHERE name = 'mine'");
    screen_type(screen, "e");
    screen_expect(screen, "1 of your notes on items is printed with it");
    screen_type(screen, "Esc C");
    screen_expect(screen, "1 of your notes on items is printed with it");
    screen_type(screen, "q u");
    assert_stored(database, "", "SELECT notes FROM sheet WHERE name = 'mine'");
    screen_type(screen, "gg A");
    screen_expect(screen, "Note in this sheet (printed)");
    answer(screen, "For the reader");
    screen_expect(screen, "Your note is in the sheet, and printed with it.");
    screen_type(screen, "e");
    screen_expect(screen, "1 annotation of yours is printed with it");
    screen_type(screen, "Esc M 7 3");
    assert_stored(database, "no", "SELECT notes FROM sheet WHERE name = 'mine'");
    screen_type(screen, "e");
    screen_expect_not(screen, "annotation");
    screen_check(screen, true);
    screen_stop(screen);
}

/* The meter counts by itself, gives way to keys, tells what is too long, and cuts in one step. */
static void test_fit(void **state)
{
    (void)state;
    const char *database = make_sheet();
    screen_run(database, (const char *const[]){"sheet", "add", "mine", "--kind", "risk", "--where", "area=safety-security", NULL});
    screen_run(database, (const char *const[]){"sheet", "set", "mine", "template=recommendation", NULL});
    Screen *screen = open_sheet(database, 24, 100);
    screen_wait_for(screen, " pt, meant for 1: too long");
    screen_type(screen, "C");
    screen_wait_for(screen, "pt; a recommendation sheet is meant for 1"); /* the pages are drawn behind the rest */
    screen_expect_not(screen, "are hard to read"); /* they are not made smaller where that saves no page */
    screen_type(screen, "q");
    screen_wait_for(screen, " pt, meant for 1: too long");
    screen_type(screen, "P");
    screen_wait_for(screen, "Cut them");
    screen_expect(screen, "a recommendation sheet is meant for 1");
    screen_expect(screen, "It fits with");
    screen_check(screen, true);
    screen_type(screen, "Enter");
    assert_stored(database, "0", "SELECT count(*) FROM sheet_entry WHERE depth = 'title'");
    screen_type(screen, "P");
    screen_wait_for(screen, "Cut them");
    screen_type(screen, "Down Enter");
    screen_expect(screen, "cut to the title");
    assert_string_not_equal(stored(database, "SELECT count(*) FROM sheet_entry WHERE depth = 'title'"), "0");
    screen_wait_for(screen, "1 page at ");
    screen_type(screen, "u");
    assert_stored(database, "0", "SELECT count(*) FROM sheet_entry WHERE depth = 'title'");
    screen_send(screen, "J K J K q"); /* none of these waits for the pages */
    screen_settle(screen);
    screen_expect(screen, "Sheets");
    screen_stop(screen);
}

/* The check: from the list, from the sheet, before writing; its remarks lead to the items. Then the file. */
static void test_check_and_export(void **state)
{
    (void)state;
    const char *database = make_sheet();
    char folder[64], path[128];
    struct stat about;
    assert_true(make_temporary_folder(folder, sizeof folder, "sheets"));
    snprintf(path, sizeof path, "%s/mine.md", folder);
    Screen *screen = screen_start(&(ScreenOptions){.database = database});
    screen_type(screen, "gs G C");
    screen_expect(screen, "Check of mine");
    screen_expect(screen, "unchecked");
    screen_expect_not(screen, "and no opportunity");
    screen_type(screen, "q Enter G Space C");
    screen_expect(screen, "it holds risks and no opportunity");
    screen_check(screen, true);
    screen_type(screen, "Enter");
    screen_expect(screen, "Safeguards can be stripped");
    screen_type(screen, "q q e");
    screen_expect(screen, "it holds risks and no opportunity");
    screen_expect(screen, "2 not yet checked against");
    screen_expect(screen, "C shows which");
    screen_type(screen, "Enter");
    screen_expect(screen, "Write to: mine.html");
    screen_type(screen, "Esc");
    assert_int_not_equal(stat(path, &about), 0);
    screen_type(screen, "e 1");
    answer(screen, path);
    screen_wait_for(screen, "Written");
    assert_int_equal(stat(path, &about), 0);
    assert_true(about.st_size > 1000);
    screen_stop(screen);
    unlink(path);
    rmdir(folder);
}

/* All four that a reader must know, in the sheet and before it is written: one-sided, unchecked, without a source, another law. */
static void test_warnings(void **state)
{
    (void)state;
    const char *database = screen_database();
    setenv("GAIRO_TODAY", "2026-07-01", 1);
    screen_run(database, (const char *const[]){"sheet", "new", "mine", NULL});
    screen_run(database, (const char *const[]){"sheet", "add", "mine", STRIPPED, "provision.eu-aia-50", "term.parameter", NULL});
    setenv("GAIRO_TODAY", "2026-11-26", 1);
    Screen *screen = screen_start(&(ScreenOptions){.database = database, .rows = 40, .columns = 120});
    screen_type(screen, "gs G C");
    screen_expect(screen, "it holds risks and no opportunity");
    screen_expect(screen, "its words were not yet checked against the paper's text");
    screen_expect(screen, "it rests on our own synthesis alone");
    screen_expect(screen, "its state: applies from 2026-08-02 when it was put in on 2026-07-01, now");
    screen_type(screen, "q e");
    screen_expect(screen, "it holds risks and no opportunity; ");
    screen_expect(screen, "2 with another state of the law");
    screen_expect(screen, "1 with no source");
    screen_stop(screen);
    unsetenv("GAIRO_TODAY");
}

/* At no size is anything refused, and coming back finds the sheet as it was left. */
static void test_sizes(void **state)
{
    (void)state;
    static const int sizes[][2] = {{5, 20}, {12, 40}, {40, 120}, {50, 200}, {24, 80}};
    const char *database = make_sheet();
    Screen *screen = open_sheet(database, 24, 80);
    screen_type(screen, "Down M");
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        screen_resize(screen, sizes[i][0], sizes[i][1]);
    }
    screen_expect(screen, "What the sheet says");
    screen_type(screen, "Esc");
    screen_resize(screen, 5, 20); /* what is typed has room beside its label */
    screen_type(screen, "M 5");
    type_text(screen, "For the office only");
    screen_expect(screen, "fice only");
    screen_expect(screen, "Clas");
    screen_check(screen, false);
    screen_type(screen, "Esc");
    screen_resize(screen, 24, 80);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        screen_resize(screen, sizes[i][0], sizes[i][1]);
        screen_expect(screen, "> A release");
        screen_check(screen, true);
    }
    screen_stop(screen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_several_sheets),   cmocka_unit_test(test_adding),
        cmocka_unit_test(test_adding_to_many),
        cmocka_unit_test(test_order_and_taking_out), cmocka_unit_test(test_entries),
        cmocka_unit_test(test_form),             cmocka_unit_test(test_notes), cmocka_unit_test(test_fit),
        cmocka_unit_test(test_check_and_export), cmocka_unit_test(test_sizes),
        cmocka_unit_test(test_warnings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
