/* The basket, what leaves it as a sheet, and the questions that are asked on the way. */
#include "config.h"

#include "tests/screen/harness.h"
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

/* Types a text, blanks too. */
static void type_text(Screen *screen, const char *text)
{
    for (; *text != '\0'; text++) {
        char key[2] = {*text, '\0'};
        screen_send(screen, *text == ' ' ? "Space" : key);
    }
    screen_settle(screen);
}

/* Answers the prompt for the file's name. */
static void type_path(Screen *screen, const char *path)
{
    screen_type(screen, "C-u");
    type_text(screen, path);
    screen_type(screen, "Enter");
}

/* A folder of the test's own. Static storage. */
static const char *make_folder(void)
{
    static char folder[64];
    assert_true(make_temporary_folder(folder, sizeof folder, "basket"));
    return folder;
}

static void write_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

/* What a file holds, cut where it is long. Static storage. */
static const char *read_start(const char *path)
{
    static char text[65536];
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    text[fread(text, 1, sizeof text - 1, file)] = '\0';
    fclose(file);
    return text;
}

/* True where the first text stands on a row above the second one, in the list on the left. */
static bool stands_above(Screen *screen, const char *first, const char *second)
{
    int first_row = -1, second_row = -1, rows, columns;
    screen_size(screen, &rows, &columns);
    for (int row = 0; row < rows; row++) {
        char *text = screen_row(screen, row);
        size_t length = strlen(text);
        text[length < 40 ? length : 40] = '\0';
        first_row = first_row < 0 && strstr(text, first) != NULL ? row : first_row;
        second_row = second_row < 0 && strstr(text, second) != NULL ? row : second_row;
        free(text);
    }
    assert_true(first_row >= 0 && second_row >= 0);
    return first_row < second_row;
}

static Screen *start_with_two(const char *database)
{
    Screen *screen = screen_start(&(ScreenOptions){.database = database});
    screen_type(screen, "r / s t r i p p e d Enter Space q / r e c a l l e d Enter Space q gb");
    screen_expect(screen, "basket 2");
    assert_true(stands_above(screen, "Safeguards can be", "A release cannot be"));
    return screen;
}

/* J and K move an entry, and the order is there at the next start. */
static void test_order_is_kept(void **state)
{
    (void)state;
    const char *database = screen_database();
    Screen *screen = start_with_two(database);
    screen_type(screen, "gg J");
    assert_false(stands_above(screen, "Safeguards can be", "A release cannot be"));
    screen_type(screen, "J"); /* it is the last one already */
    assert_false(stands_above(screen, "Safeguards can be", "A release cannot be"));
    screen_stop(screen);
    screen = screen_start(&(ScreenOptions){.database = database});
    screen_type(screen, "b");
    assert_false(stands_above(screen, "Safeguards can be", "A release cannot be"));
    screen_type(screen, "G K");
    assert_true(stands_above(screen, "Safeguards can be", "A release cannot be"));
    screen_check(screen, true);
    screen_stop(screen);
}

/* X asks; Enter and Esc keep the basket, only the second answer empties it. */
static void test_emptying_asks(void **state)
{
    (void)state;
    Screen *screen = start_with_two(screen_database());
    screen_type(screen, "X");
    screen_expect(screen, "Empty the basket?");
    screen_check(screen, true);
    screen_type(screen, "Enter");
    screen_expect(screen, "basket 2");
    screen_type(screen, "X Esc");
    screen_expect(screen, "basket 2");
    screen_expect_not(screen, "Empty the basket?");
    screen_type(screen, "X Down Enter");
    screen_expect(screen, "Nothing yet");
    screen_expect_not(screen, "basket 2");
    screen_type(screen, "X"); /* nothing to ask about */
    screen_expect_not(screen, "Empty the basket?");
    screen_type(screen, "J K Space Enter");
    screen_expect(screen, "Nothing yet");
    screen_stop(screen);
}

/* What is no more in the data stays in the basket, says so, and can be taken out. */
static void test_entry_that_is_gone(void **state)
{
    (void)state;
    const char *database = screen_database(), *folder = make_folder();
    char path[128];
    static const char frame[] = "<gairo xmlns=\"urn:gairo:data:1\" source=\"short-lived\" title=\"Short-lived\" "
                                "version=\"1\" date=\"2026-01-01\" licence=\"CC BY 4.0\">%s</gairo>";
    static const char term[] = "<term id=\"term.%s\"><title>%s</title><summary>Here today.</summary>"
                               "<source ref=\"reference.gairo\" basis=\"editorial\"/></term>";
    char both[1024], one[1024], text[2048];
    snprintf(both, sizeof both, term, "fleeting", "Fleeting thing");
    snprintf(one, sizeof one, term, "lasting", "Lasting thing");
    snprintf(path, sizeof path, "%s/short-lived.xml", folder);
    strcat(both, one);
    snprintf(text, sizeof text, frame, both);
    write_file(path, text);
    screen_run(database, (const char *const[]){"import", path, NULL});
    Screen *screen = screen_start(&(ScreenOptions){.database = database});
    screen_type(screen, "F4");
    type_text(screen, "fleeting");
    screen_type(screen, "Tab Space Esc gb");
    screen_expect(screen, "basket 1");
    screen_stop(screen);
    snprintf(text, sizeof text, frame, one);
    write_file(path, text);
    screen_run(database, (const char *const[]){"import", path, NULL});
    screen = screen_start(&(ScreenOptions){.database = database, .columns = 140});
    screen_type(screen, "b");
    screen_expect(screen, "Fleeting thing");
    screen_expect(screen, "gone");
    screen_check(screen, true);
    screen_type(screen, "Space");
    screen_expect(screen, "Nothing yet");
    screen_stop(screen);
    unlink(path);
    rmdir(folder);
}

/* The name that is proposed, a file that is there already, and Esc on each way. */
static void test_export_keeps_or_replaces(void **state)
{
    (void)state;
    const char *folder = make_folder();
    char path[128];
    snprintf(path, sizeof path, "%s/sheet.md", folder);
    Screen *screen = start_with_two(screen_database());
    screen_type(screen, "e");
    screen_expect(screen, "Write it as");
    screen_expect(screen, "it holds risks and no opportunity");
    screen_expect(screen, "docx");
    screen_check(screen, true);
    screen_type(screen, "Enter");
    screen_expect(screen, ": sheet.html");
    screen_check(screen, false);
    screen_type(screen, "Esc");
    screen_expect_not(screen, "sheet.html");
    screen_expect(screen, "basket 2");
    write_file(path, "mine\n");
    screen_type(screen, "e Enter");
    type_path(screen, path);
    screen_expect(screen, "Replace the file?");
    screen_check(screen, true);
    screen_type(screen, "Enter");
    screen_expect(screen, "Nothing was written");
    assert_string_equal(read_start(path), "mine\n");
    screen_type(screen, "e Enter Enter Esc");
    screen_expect(screen, "Nothing was written");
    assert_string_equal(read_start(path), "mine\n");
    screen_type(screen, "e Enter Enter 2");
    screen_wait_for(screen, "Written");
    assert_non_null(strstr(read_start(path), "Safeguards can be stripped"));
    screen_stop(screen);
    unlink(path);
    rmdir(folder);
}

/* What cannot be written is said, and nothing is lost by it. */
static void test_export_that_fails(void **state)
{
    (void)state;
    const char *folder = make_folder();
    char path[128], below[256];
    snprintf(path, sizeof path, "%s/file", folder);
    snprintf(below, sizeof below, "%s/sheet.html", path); /* below a file: not even root can write there */
    write_file(path, "mine\n");
    Screen *screen = start_with_two(screen_database());
    screen_type(screen, "e Enter");
    type_path(screen, below);
    screen_wait_for(screen, "file/sheet.html");
    screen_expect_not(screen, "Written");
    assert_string_equal(read_start(path), "mine\n");
    screen_type(screen, "e Enter");
    type_path(screen, "sheet.xyz");
    screen_expect(screen, "html, ");
    screen_expect(screen, "md, ");
    screen_expect(screen, "ending");
    screen_type(screen, "e Enter C-u Enter");
    screen_expect(screen, "basket 2");
    screen_check(screen, true);
    screen_stop(screen);
    unlink(path);
    rmdir(folder);
}

static void test_export_to_the_home_folder(void **state)
{
    (void)state;
    const char *folder = make_folder();
    char path[128], home[128];
    snprintf(home, sizeof home, "HOME=%s", folder);
    snprintf(path, sizeof path, "%s/out.html", folder);
    Screen *screen = screen_start(&(ScreenOptions){.columns = 120, .environment = (const char *const[]){home, NULL}});
    screen_type(screen, "r Space e");
    if (screen_find(screen, "What goes into", &(int){0}, &(int){0})) {
        screen_type(screen, "1");
    }
    screen_type(screen, "Enter");
    type_path(screen, "~/out.html");
    screen_wait_for(screen, "Written");
    assert_int_equal(access(path, F_OK), 0);
    screen_stop(screen);
    unlink(path);
    rmdir(folder);
}

/* Without a basket the focused item goes out; with one it is asked which. */
static void test_what_goes_in(void **state)
{
    (void)state;
    const char *folder = make_folder();
    char path[128];
    snprintf(path, sizeof path, "%s/one.md", folder);
    Screen *screen = screen_start(&(ScreenOptions){0});
    screen_type(screen, "b e");
    screen_expect(screen, "The basket is empty");
    screen_type(screen, "q r / r e c a l l e d Enter e Enter");
    type_path(screen, path);
    screen_wait_for(screen, "Written");
    assert_non_null(strstr(read_start(path), "A release cannot be recalled"));
    unlink(path);
    screen_type(screen, "q / s t r i p p e d Enter Space q / r e c a l l e d Enter e");
    screen_expect(screen, "What goes into the sheet?");
    screen_expect(screen, "The basket (1)");
    screen_expect(screen, "Only: A release cannot be recalled");
    screen_check(screen, true);
    screen_type(screen, "Esc");
    screen_expect_not(screen, "What goes into");
    screen_type(screen, "e Enter Enter");
    type_path(screen, path);
    screen_wait_for(screen, "Written");
    assert_non_null(strstr(read_start(path), "Safeguards can be stripped"));
    unlink(path);
    screen_type(screen, "e 2 Enter");
    type_path(screen, path);
    screen_wait_for(screen, "Written");
    assert_non_null(strstr(read_start(path), "A release cannot be recalled"));
    unlink(path);
    rmdir(folder);
    screen_stop(screen);
}

/* Questions and the line one types in survive a terminal that is too small for them. */
static void test_resizing_while_asked(void **state)
{
    (void)state;
    Screen *screen = start_with_two(screen_database());
    screen_type(screen, "X");
    screen_resize(screen, 2, 8);
    screen_resize(screen, 6, 30);
    screen_resize(screen, 24, 80);
    screen_expect(screen, "Empty the basket?");
    screen_check(screen, true);
    screen_type(screen, "Esc e Enter");
    screen_resize(screen, 2, 8);
    screen_resize(screen, 24, 80);
    screen_expect(screen, ": sheet.html");
    screen_type(screen, "Esc");
    screen_expect(screen, "basket 2");
    screen_stop(screen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_order_is_kept),      cmocka_unit_test(test_emptying_asks),
        cmocka_unit_test(test_entry_that_is_gone), cmocka_unit_test(test_export_keeps_or_replaces),
        cmocka_unit_test(test_export_that_fails),  cmocka_unit_test(test_export_to_the_home_folder),
        cmocka_unit_test(test_what_goes_in),       cmocka_unit_test(test_resizing_while_asked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
