/* The presentation: every size, step by step, the way back from a question, the notes in another terminal. */
#include "config.h"

#include "tests/screen/harness.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define HOSTILE "<b>bold</b> \x1b[31mred \xe2\x80\xae" "ecil"

/* A database with a sheet "talk" of two risks, an opportunity, a law and a model. */
static const char *make_sheet(void)
{
    const char *database = screen_database();
    screen_run(database, (const char *const[]){"sheet", "new", "talk", "title=Open weights", "author=A. Example",
                                               "audience=the office", "classification=Internal", NULL});
    screen_run(database, (const char *const[]){"sheet", "add", "talk", "risk.safeguards-stripped", "risk.no-recall",
                                               "opportunity.cheaper-access", "instrument.eu-ai-act", "model.bloom", NULL});
    screen_run(database, (const char *const[]){"sheet", "note", "talk", "risk.safeguards-stripped", "Tell of the weights first.", NULL});
    return database;
}

static Screen *present(const char *database, int rows, int columns, const char *locale, const char *const *more)
{
    const char *arguments[8] = {"present", "talk"};
    for (size_t i = 0; more != NULL && more[i] != NULL && i < 5; i++) {
        arguments[i + 2] = more[i];
    }
    return screen_start(&(ScreenOptions){.database = database, .rows = rows, .columns = columns, .locale = locale,
                                         .arguments = arguments});
}

/* The words of the screen follow those seen so far, but those of the last row. */
static void collect(Screen *screen, char *seen, size_t size)
{
    int rows, columns;
    screen_size(screen, &rows, &columns);
    for (int row = 0; row < rows - 1; row++) {
        char *text = screen_row(screen, row);
        for (char *word = strtok(text, " "); word != NULL; word = strtok(NULL, " ")) {
            size_t length = strlen(seen);
            assert_true(length + strlen(word) + 2 < size);
            sprintf(seen + length, "%s ", word);
        }
        free(text);
    }
}

/* At any size, going on to the end shows all that is said of an item, and nothing is refused. */
static void test_every_word_at_any_size(void **state)
{
    (void)state;
    static const struct {
        int rows, columns;
        const char *locale;
    } sizes[] = {{5, 20, "C.UTF-8"}, {20, 60, "C.UTF-8"}, {24, 80, "C"}, {40, 120, "C.UTF-8"}, {50, 200, "C.UTF-8"}, {120, 400, "C.UTF-8"}};
    static char seen[2000000];
    const char *database = make_sheet();
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        Screen *screen = present(database, sizes[i].rows, sizes[i].columns, sizes[i].locale, NULL);
        seen[0] = '\0';
        for (int key = 0; key < 1500; key++) {
            collect(screen, seen, sizeof seen);
            if (strstr(seen, "Slides made with gairo") != NULL) {
                break;
            }
            screen_check(screen, false);
            screen_type(screen, "Space");
        }
        if (sizes[i].columns < 40) { /* words may be cut */
            assert_non_null(strstr(seen, "Safeguards"));
        } else {
            assert_non_null(strstr(seen, "Safeguards can be stripped"));
            assert_non_null(strstr(seen, "For the office"));
            assert_non_null(strstr(seen, "By A. Example"));
            assert_non_null(strstr(seen, "Effect of openness"));
            assert_non_null(strstr(seen, "What law says"));
            assert_non_null(strstr(seen, "A release cannot be recalled"));
        }
        assert_non_null(strstr(seen, "Slides made with gairo"));
        assert_null(strstr(seen, "Tell of the weights"));
        screen_stop(screen);
    }
}

/* Points come one by one; back takes them away again; all at once where that is asked for. */
static void test_step_by_step(void **state)
{
    (void)state;
    Screen *screen = present(make_sheet(), 40, 120, NULL, NULL);
    screen_expect(screen, "Internal");
    screen_expect(screen, "1 of ");
    screen_type(screen, "i / s t r i p p e d Enter Enter");
    screen_expect(screen, "Safeguards can be stripped");
    screen_expect_not(screen, "Effect of openness");
    screen_type(screen, "Space");
    screen_expect(screen, "Effect of openness");
    screen_expect_not(screen, "What to do");
    screen_type(screen, "Right");
    screen_expect(screen, "What to do");
    screen_type(screen, "Backspace");
    screen_expect_not(screen, "What to do");
    screen_type(screen, "a");
    screen_expect(screen, "What to do");
    screen_expect(screen, "What law says");
    screen_type(screen, "Tab");
    screen_expect(screen, "A release cannot be recalled");
    screen_type(screen, "BackTab");
    screen_expect(screen, "Safeguards can be stripped");
    screen_stop(screen);
}

/* The parts of a bar are told apart without colour. */
static void test_parts_of_a_picture(void **state)
{
    (void)state;
    int row, unknown, none;
    Screen *screen = present(make_sheet(), 24, 80, NULL, NULL);
    screen_type(screen, "i / h o w Space o p e n Enter Enter");
    screen_expect(screen, "How open the models are");
    assert_true(screen_find(screen, "?? unknown", &row, &unknown));
    assert_true(screen_find(screen, "does not apply", &row, &none));
    assert_false(screen_cell_is(screen, row, none - 2, "?"));
    screen_expect(screen, "open 4, semi-open 1, unknown 2, does not apply 5");
    screen_stop(screen);
}

/* Columns of a grid have names above them: their own where these fit, else short ones, which are told below. */
static void test_columns_of_a_grid(void **state)
{
    (void)state;
    int row, column;
    Screen *screen = present(make_sheet(), 24, 80, NULL, NULL);
    screen_type(screen, "i / p a r t Space b y Enter Enter");
    screen_expect(screen, "Openness, part by part");
    screen_expect(screen, "training                evaluation      deploy");
    screen_expect(screen, "pre fin ali pre sft ali gen saf uti saf inf wts");
    screen_expect(screen, "sft Supervised fine-tuning data");
    screen_type(screen, "i / w h e r e Enter Enter");
    screen_expect(screen, "Where, and when");
    assert_true(screen_find(screen, "Near term", &row, &column));
    screen_expect_not(screen, "1 Near term");
    screen_check(screen, false);
    screen_stop(screen);
}

/* A law that applies in parts has a date for each, and the slide says of which. */
static void test_dates_say_of_what(void **state)
{
    (void)state;
    Screen *screen = present(make_sheet(), 60, 160, NULL, NULL);
    screen_type(screen, "i / d a t e s Enter Enter");
    screen_expect(screen, "applies (in general");
    screen_expect(screen, "scope, prohibitions, literacy)");
    screen_stop(screen);
}

/* A question from the room: search, a page, and back to the very slide and step. */
static void test_ask_and_return(void **state)
{
    (void)state;
    Screen *screen = present(make_sheet(), 24, 80, NULL, NULL);
    screen_type(screen, "i / s t r i p p e d Enter Enter Space Space");
    screen_expect(screen, "What to do");
    char *before = screen_text(screen);
    screen_type(screen, "g/ w a t e r m a r k Enter");
    screen_expect(screen, "gairo");
    screen_type(screen, "F5");
    char *after = screen_text(screen);
    assert_string_equal(before, after);
    free(after);
    screen_type(screen, "o");
    screen_expect(screen, "Safeguards can be stripped");
    screen_type(screen, "q");
    after = screen_text(screen);
    assert_string_equal(before, after);
    screen_type(screen, "b");
    screen_expect_not(screen, "Safeguards");
    assert_false(screen_cursor_is_visible(screen));
    screen_type(screen, "b");
    screen_expect(screen, "Safeguards");
    screen_check(screen, false);
    screen_resize(screen, 5, 20);
    screen_resize(screen, 24, 80);
    screen_expect(screen, "What to do");
    free(before);
    free(after);
    screen_type(screen, "q");
    screen_expect(screen, "Once more ends");
    screen_type(screen, "Space q");
    screen_expect(screen, "Once more ends");
    screen_send(screen, "q");
    assert_int_equal(screen_wait_for_end(screen), 0);
    screen_stop(screen);
}

/* Two terminals: the notes follow, and stay where they are when the presentation ends. */
static void test_notes_follow(void **state)
{
    (void)state;
    const char *database = make_sheet();
    Screen *notes = present(database, 24, 80, NULL, (const char *const[]){"--notes", NULL});
    screen_expect(notes, "Nobody presents");
    Screen *slides = present(database, 24, 80, NULL, (const char *const[]){"--minutes", "20", NULL});
    screen_expect(slides, "0 of 20 min");
    screen_wait_for(notes, "this section until");
    screen_type(slides, "i / s t r i p p e d Enter Enter Space");
    screen_wait_for(notes, "Tell of the weights first.");
    screen_expect(notes, "A release cannot be recalled");
    screen_expect_not(slides, "Tell of the weights");
    screen_type(slides, "b");
    screen_wait_for(notes, "The screen is black");
    screen_type(slides, "b q");
    screen_send(slides, "q");
    assert_int_equal(screen_wait_for_end(slides), 0);
    screen_wait_for(notes, "Nobody presents");
    screen_expect(notes, "Tell of the weights first.");
    screen_stop(slides);
    screen_stop(notes);
}

/* From the explorer; nothing to present is said; a key of the presentation elsewhere does what it always did. */
static void test_from_the_explorer(void **state)
{
    (void)state;
    const char *database = screen_database();
    Screen *screen = screen_start(&(ScreenOptions){.database = database});
    screen_type(screen, "p");
    screen_expect(screen, "nothing to present");
    screen_type(screen, "r Space F5");
    screen_expect(screen, "1 of ");
    screen_type(screen, "Space");
    screen_expect(screen, "2 of ");
    screen_type(screen, "q q");
    screen_expect(screen, "Risks");
    screen_expect(screen, "basket 1");
    screen_stop(screen);
}

/* On a sheet's page, its check and its row in the list of sheets that sheet is meant, whichever others there are; elsewhere it is asked. */
static void test_sheet_in_focus(void **state)
{
    (void)state;
    const char *database = make_sheet();
    screen_run(database, (const char *const[]){"sheet", "new", "alpha", "title=First of all", NULL});
    screen_run(database, (const char *const[]){"sheet", "add", "alpha", "model.bloom", NULL});
    screen_run(database, (const char *const[]){"sheet", "new", "blank", NULL});
    Screen *screen = screen_start(&(ScreenOptions){.database = database});
    screen_type(screen, "gr p");
    screen_expect(screen, "Which sheet is presented?");
    screen_type(screen, "Esc gs / t a l k Enter F5");
    screen_expect(screen, "Open weights");
    screen_type(screen, "q q Enter");
    screen_expect(screen, "Sheet talk");
    screen_type(screen, "p");
    screen_expect(screen, "the office");
    screen_type(screen, "q q C p");
    screen_expect(screen, "the office");
    screen_type(screen, "q q gs / b l a n k Enter p");
    screen_expect(screen, "Nothing is in the sheet \"blank\" yet");
    screen_type(screen, "gb p");
    screen_expect(screen, "The basket is empty");
    screen_stop(screen);
}

/* What is written from a presentation is the sheet that is presented, not what is in the basket. */
static void test_writes_what_is_presented(void **state)
{
    (void)state;
    const char *database = make_sheet();
    screen_run(database, (const char *const[]){"sheet", "add", "basket", "model.gpt-2", NULL});
    Screen *screen = present(database, 24, 80, NULL, NULL);
    screen_type(screen, "e");
    screen_expect(screen, "Write it as");
    screen_type(screen, "Enter");
    screen_expect(screen, "Write to: talk.html");
    screen_type(screen, "Esc");
    screen_expect(screen, "Open weights");
    screen_stop(screen);
}

/* What the user wrote is text on the screen, whatever is in it. */
static void test_hostile_text(void **state)
{
    (void)state;
    const char *database = screen_database();
    screen_run(database, (const char *const[]){"sheet", "new", "talk", "title=" HOSTILE, "author=" HOSTILE, NULL});
    screen_run(database, (const char *const[]){"sheet", "add", "talk", "risk.safeguards-stripped", NULL});
    screen_run(database, (const char *const[]){"sheet", "note", "talk", "risk.safeguards-stripped", HOSTILE, NULL});
    Screen *notes = present(database, 24, 80, NULL, (const char *const[]){"--notes", NULL});
    Screen *screen = present(database, 24, 80, NULL, NULL);
    screen_expect(screen, "<b>bold</b> <U+001B>[31mred <U+202E>ecil");
    screen_check(screen, false);
    screen_type(screen, "Tab Tab");
    screen_wait_for(notes, "<U+001B>[31mred");
    screen_check(notes, true);
    screen_stop(screen);
    screen_stop(notes);
}

/* Without colour nothing is sent that colours, and nothing is drawn before a key or a minute. */
static void test_no_colour_and_no_ticking(void **state)
{
    (void)state;
    Screen *screen = present(make_sheet(), 24, 80, NULL, (const char *const[]){"--color", "never", NULL});
    screen_type(screen, "Space Space");
    assert_false(screen_output_has_colour(screen));
    screen_forget_output(screen);
    struct timespec pause = {1, 200000000};
    nanosleep(&pause, NULL);
    screen_settle(screen);
    size_t length;
    screen_output(screen, &length);
    assert_int_equal(length, 0);
    screen_stop(screen);
}

/* A presentation that ends takes its file away; those that the harness killed could not. */
static void remove_below(const char *folder)
{
    char path[512];
    snprintf(path, sizeof path, "%s/gairo", folder);
    DIR *open = opendir(path);
    for (struct dirent *entry; open != NULL && (entry = readdir(open)) != NULL;) {
        if (entry->d_name[0] != '.') {
            snprintf(path, sizeof path, "%s/gairo/%s", folder, entry->d_name);
            unlink(path);
        }
    }
    if (open != NULL) {
        closedir(open);
    }
    snprintf(path, sizeof path, "%s/gairo", folder);
    rmdir(path);
    rmdir(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_step_by_step),      cmocka_unit_test(test_ask_and_return),
        cmocka_unit_test(test_notes_follow),      cmocka_unit_test(test_from_the_explorer),
        cmocka_unit_test(test_parts_of_a_picture), cmocka_unit_test(test_dates_say_of_what),
        cmocka_unit_test(test_hostile_text),      cmocka_unit_test(test_sheet_in_focus),
        cmocka_unit_test(test_no_colour_and_no_ticking), cmocka_unit_test(test_columns_of_a_grid),
        cmocka_unit_test(test_every_word_at_any_size), cmocka_unit_test(test_writes_what_is_presented),
    };
    char folder[] = "/tmp/gairo-present-XXXXXX"; /* where the terminals find each other */
    assert_non_null(mkdtemp(folder));
    setenv("XDG_RUNTIME_DIR", folder, 1);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    remove_below(folder);
    return failed;
}
