/* What is the user's own: notes, marks, undoing, and the session of the next start. */
#include "config.h"

#include "tests/screen/harness.h"
#include "tui/session.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct {
    int rows, columns;
} sizes[] = {{20, 60}, {24, 80}, {40, 120}, {50, 200}};

static void type_text(Screen *screen, const char *text)
{
    for (; *text != '\0'; text++) {
        char key[2] = {*text, '\0'};
        screen_send(screen, *text == ' ' ? "Space" : key);
    }
    screen_settle(screen);
}

static void quit(Screen *screen)
{
    screen_send(screen, "Q");
    assert_int_equal(screen_wait_for_end(screen), 0);
    screen_stop(screen);
}

static void test_note(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        Screen *screen = screen_start(&(ScreenOptions){.rows = sizes[i].rows, .columns = sizes[i].columns});
        int row, column;
        screen_type(screen, "gr i");
        screen_expect(screen, "Your note on “");
        type_text(screen, "Ask the ministry for figures before the hearing, and for the dates on which they were "
                          "collected; then write to the regulator.");
        screen_type(screen, "Enter Enter");
        type_text(screen, "Second part");
        screen_check(screen, false);
        assert_true(screen_find(screen, "Second part", &row, &column));
        int cursor_row, cursor_column;
        screen_cursor(screen, &cursor_row, &cursor_column);
        assert_int_equal(cursor_row, row);
        assert_int_equal(cursor_column, column + 11);
        screen_type(screen, "M-u");
        screen_expect_not(screen, "Second part");
        screen_type(screen, "M-r");
        screen_expect(screen, "Second part");
        screen_type(screen, "F2");
        screen_expect(screen, "The note is kept.");
        screen_expect(screen, "n your note");
        screen_type(screen, "Enter");
        type_text(screen, "/Ask the ministry");
        screen_type(screen, "Enter");
        screen_expect(screen, "Ask the ministry");
        screen_type(screen, "q u");
        screen_expect(screen, "Undone: the note on");
        screen_expect_not(screen, "n your note");
        screen_type(screen, "C-r");
        screen_expect(screen, "Done again: the note on");
        screen_expect(screen, "n your note");
        screen_stop(screen);
    }
}

static void test_note_asks(void **state)
{
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){0});
    screen_type(screen, "r i x y Esc");
    screen_expect(screen, "The note was changed.");
    screen_type(screen, "1");
    screen_expect(screen, "xy");
    screen_type(screen, "Esc 3");
    screen_expect(screen, "› Risks");
    screen_expect_not(screen, "n your note");
    screen_type(screen, "i x y Esc 2");
    screen_expect(screen, "n your note");
    /* nothing changed: nothing is asked */
    screen_type(screen, "i Esc");
    screen_expect(screen, "› Risks");
    /* all of it taken away is no note */
    screen_type(screen, "i Backspace Backspace F2");
    screen_expect(screen, "The note is taken away.");
    screen_expect_not(screen, "n your note");
    screen_stop(screen);
}

/* A stand-in for an editor that writes what it was called with, and more. */
static void test_own_editor(void **state)
{
    (void)state;
    const char *database = screen_database();
    char script[300], variable[400];
    snprintf(script, sizeof script, "%s-editor.sh", database);
    snprintf(variable, sizeof variable, "EDITOR=%s 'two words; touch /nowhere'", script);
    FILE *file = fopen(script, "w");
    assert_non_null(file);
    fputs("#!/bin/sh\necho EDITOR RUNS\n[ \"$1\" = 'two words; touch /nowhere' ] || exit 1\n"
          "[ -t 0 ] && [ -t 1 ] || exit 1\nprintf 'from outside\\n' >>\"$2\"\n",
          file);
    fclose(file);
    assert_int_equal(chmod(script, 0700), 0);
    Screen *screen = screen_start(
        &(ScreenOptions){.database = database, .environment = (const char *const[]){"VISUAL=", variable, NULL}});
    screen_type(screen, "r I");
    screen_wait_for(screen, "n your note");
    screen_check(screen, true);
    screen_type(screen, "j k i");
    screen_expect(screen, "from outside");
    screen_type(screen, "M-e");
    screen_wait_for(screen, "changed ");
    screen_type(screen, "F2");
    screen_expect(screen, "The note is kept.");
    screen_stop(screen);
    unlink(script);
}

static void test_no_editor(void **state)
{
    (void)state;
    Screen *screen =
        screen_start(&(ScreenOptions){.environment = (const char *const[]){"VISUAL=", "EDITOR=/nowhere/editor", NULL}});
    screen_type(screen, "r I");
    screen_wait_for(screen, "cannot be run");
    screen_check(screen, true);
    screen_stop(screen);
    screen = screen_start(&(ScreenOptions){.environment = (const char *const[]){"VISUAL=", "EDITOR=", NULL}});
    screen_type(screen, "r I");
    screen_expect(screen, "No editor is set");
    screen_stop(screen);
}

static void test_undo(void **state)
{
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){0});
    screen_type(screen, "r u");
    screen_expect(screen, "nothing to undo");
    screen_type(screen, "Space j Space");
    screen_expect(screen, "basket 2");
    screen_type(screen, "u");
    screen_expect(screen, "Undone: “");
    screen_expect(screen, "basket 1");
    screen_type(screen, "gb X 2");
    screen_expect_not(screen, "basket 1");
    screen_type(screen, "u");
    screen_expect(screen, "basket 1");
    screen_type(screen, "gr / a C-r"); /* while something is typed, nothing is changed behind it */
    screen_expect_not(screen, "Done again");
    screen_expect(screen, "basket 1");
    screen_type(screen, "Esc C-r C-r");
    screen_expect(screen, "nothing to do again");
    screen_stop(screen);
}

/* The next start undoes what was done before it, and never says that nothing was. */
static void test_undo_after_a_start(void **state)
{
    (void)state;
    const char *database = screen_database();
    Screen *screen = screen_start(&(ScreenOptions){.database = database});
    screen_type(screen, "r Space");
    screen_expect(screen, "basket 1");
    quit(screen);
    screen = screen_start(&(ScreenOptions){.database = database});
    screen_expect(screen, "basket 1");
    screen_type(screen, "u");
    screen_expect(screen, "Undone: “");
    screen_expect_not(screen, "basket 1");
    screen_type(screen, "u");
    screen_expect(screen, "nothing to undo");
    screen_type(screen, "C-r");
    screen_expect(screen, "basket 1");
    screen_stop(screen);
}

static void test_marks(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        Screen *screen = screen_start(&(ScreenOptions){.rows = sizes[i].rows, .columns = sizes[i].columns});
        screen_type(screen, "gr");
        type_text(screen, "/safeguards");
        screen_type(screen, "Enter ma");
        screen_expect(screen, "Marked: ' and a");
        screen_type(screen, "gM G mb gh '");
        screen_expect(screen, "Marks");
        screen_expect(screen, "Risks: ");
        screen_check(screen, true);
        screen_type(screen, "a");
        screen_expect(screen, "› Risks");
        screen_expect(screen, "Safeguards can be stripped");
        screen_expect(screen, "safeguards"); /* the filter, in the status */
        screen_check(screen, true);
        screen_type(screen, "' Down Enter");
        screen_expect(screen, "45 of 45");
        screen_type(screen, "' z");
        screen_expect(screen, "There is no mark “z”");
        screen_type(screen, "Home Del Esc u");
        screen_expect(screen, "Undone: the mark “a” was taken away");
        screen_type(screen, "'");
        screen_expect(screen, "Risks: ");
        screen_stop(screen);
    }
}

static void test_session(void **state)
{
    (void)state;
    const char *database = screen_database();
    Screen *screen = screen_start(&(ScreenOptions){.database = database, .rows = 30, .columns = 120});
    screen_type(screen, "r z s");
    type_text(screen, "/model");
    screen_type(screen, "Enter j Enter PgDn");
    char *title = screen_row(screen, 0);
    char *page = screen_row(screen, 10);
    quit(screen);
    screen = screen_start(&(ScreenOptions){.database = database, .rows = 30, .columns = 120});
    screen_expect(screen, "As you left it");
    screen_type(screen, "C-l");
    char *again = screen_row(screen, 0), *page_again = screen_row(screen, 10);
    assert_string_equal(again, title);
    assert_string_equal(page_again, page);
    screen_type(screen, "q");
    screen_expect(screen, "only Near term");
    screen_expect(screen, "model"); /* the filter */
    screen_check(screen, true);
    free(again);
    free(page);
    free(page_again);
    quit(screen);
    /* killed, it had no time to keep anything: it was kept before */
    screen = screen_start(&(ScreenOptions){.database = database, .rows = 30, .columns = 120});
    screen_type(screen, "go Down Down");
    free(title);
    title = screen_row(screen, 0);
    int row, column, row_again;
    screen_cursor(screen, &row, &column);
    usleep(3 * SESSION_PAUSE_MILLISECONDS * 1000);
    kill(screen_process(screen), SIGKILL);
    screen_wait_for_end(screen);
    screen_stop(screen);
    screen = screen_start(&(ScreenOptions){.database = database, .rows = 30, .columns = 120});
    again = screen_row(screen, 0);
    assert_string_equal(again, title);
    screen_cursor(screen, &row_again, &column);
    assert_int_equal(row_again, row);
    free(title);
    free(again);
    quit(screen);
    /* --fresh starts at home, with everything */
    screen = screen_start(&(ScreenOptions){.database = database, .arguments = (const char *const[]){"--fresh", NULL}});
    screen_expect_not(screen, "only Near");
    screen_expect_not(screen, "›");
    screen_stop(screen);
}

/* Charts, tables and the basket come back as they were left, by mark and at the next start. */
static void test_places_keep_their_state(void **state)
{
    (void)state;
    static const char *const ways[] = {"gA d T Down Down s", "gO T Down s s", "gt d 2 + Down Down", "gb Down s",
                                       "gM f Down Space Tab Down s 3", "gl / a c t Enter Down", "gd Down Tab"};
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        const char *database = screen_database();
        int row, column, row_again, column_again;
        screen_run(database, (const char *const[]){"sheet", "add", "basket", "risk.no-recall", NULL});
        screen_run(database, (const char *const[]){"sheet", "add", "basket", "risk.safeguards-stripped", NULL});
        Screen *screen = screen_start(&(ScreenOptions){.database = database, .rows = 40, .columns = 120});
        screen_type(screen, ways[i]);
        screen_type(screen, "ma C-l");
        char *before = screen_text(screen);
        screen_cursor(screen, &row, &column);
        screen_type(screen, "gh ' a C-l");
        screen_cursor(screen, &row_again, &column_again);
        char *marked = screen_row(screen, 4), *line = screen_row(screen, row_again);
        assert_int_equal(row, row_again);
        assert_int_equal(column, column_again);
        if (strstr(before, marked) == NULL || strstr(before, line) == NULL) {
            print_error("%s: \"%s\" is not in\n%s\n", ways[i], marked, before);
        }
        assert_non_null(strstr(before, marked));
        assert_non_null(strstr(before, line));
        quit(screen);
        screen = screen_start(&(ScreenOptions){.database = database, .rows = 40, .columns = 120});
        screen_type(screen, "C-l");
        screen_cursor(screen, &row_again, &column_again);
        assert_int_equal(row, row_again);
        char *again = screen_row(screen, row);
        assert_string_equal(again, line);
        free(again);
        free(line);
        free(marked);
        free(before);
        screen_stop(screen);
    }
}

static void test_back_again(void **state)
{
    (void)state;
    const char *database = screen_database();
    Screen *screen = screen_start(&(ScreenOptions){.database = database});
    screen_type(screen, "r Enter H");
    quit(screen);
    screen = screen_start(&(ScreenOptions){.database = database});
    screen_expect(screen, "› Risks");
    screen_type(screen, "L");
    char *title = screen_row(screen, 0);
    assert_non_null(strstr(title, "› Risks › "));
    free(title);
    screen_stop(screen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_note),      cmocka_unit_test(test_note_asks),  cmocka_unit_test(test_own_editor),
        cmocka_unit_test(test_no_editor), cmocka_unit_test(test_places_keep_their_state), cmocka_unit_test(test_undo), cmocka_unit_test(test_undo_after_a_start),       cmocka_unit_test(test_marks),
        cmocka_unit_test(test_session),   cmocka_unit_test(test_back_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
