/* The menu, the mouse on the frame, the configuration, themes, hints. */
#include "config.h"

#include "tests/screen/folder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void press_text(Screen *screen, const char *text)
{
    int row, column;
    assert_true(screen_find(screen, text, &row, &column));
    screen_click(screen, 1, row, column);
}

static void test_menu(void **state)
{
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){0});
    screen_type(screen, "F10");
    screen_expect(screen, "[Moving]");
    screen_check(screen, true);
    press_text(screen, "Places");
    screen_expect(screen, "[Places]");
    screen_type(screen, "Left Right");
    screen_expect(screen, "[Places]");
    screen_type(screen, "m");
    screen_check(screen, true);
    screen_type(screen, "Enter");
    screen_expect(screen, "› Mitigations");
    screen_expect_not(screen, "[Places]");
    screen_type(screen, "F10 Esc");
    screen_expect(screen, "› Mitigations");
    screen_click(screen, 2, 10, 10); /* the middle button opens it */
    screen_expect(screen, "[Places]");
    press_text(screen, "Sharing");
    screen_expect(screen, "[Sharing]");
    press_text(screen, "Show the gairo call");
    screen_expect(screen, "gairo list mitigations");
    screen_type(screen, "Esc");
    screen_click(screen, 2, 10, 10);
    screen_click(screen, 1, 20, 10); /* beside it */
    screen_expect_not(screen, "[Sharing]");
    screen_stop(screen);
    screen = screen_start(&(ScreenOptions){.rows = 5, .columns = 20});
    screen_type(screen, "F10 Left");
    screen_expect(screen, "[gairo]");
    screen_check(screen, true);
    screen_stop(screen);
}

/* A press on a part of where one is goes there; one on a key does what the key does. */
static void test_mouse_on_the_frame(void **state)
{
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){.rows = 30, .columns = 120});
    screen_type(screen, "gr Enter");
    screen_expect(screen, "Risks ›");
    press_text(screen, "Risks ›");
    screen_expect_not(screen, "Risks ›");
    screen_expect(screen, "› Risks");
    press_text(screen, "Space basket");
    screen_expect(screen, "basket 1");
    press_text(screen, "? help");
    screen_expect(screen, "› Help");
    screen_type(screen, "Esc");
    press_text(screen, "F10 menu");
    screen_expect(screen, "[Moving]");
    screen_type(screen, "Esc");
    press_text(screen, "gairo");
    screen_expect(screen, "Q quit");
    screen_stop(screen);
}

/* A broken line is named, and the rest holds. */
static void test_configuration(void **state)
{
    (void)state;
    Folder folder;
    make_folder(&folder, "theme = pink\nhints = no\nstart = models\nkey mitigations = F9\nkey help = h\n");
    Screen *screen = start_with(&folder, NULL);
    screen_expect(screen, "/config:1: theme takes terminal, dark, light, contrast or none");
    screen_expect(screen, "Openness of models");
    screen_type(screen, "F9");
    screen_expect(screen, "› Mitigations");
    screen_expect(screen, "h help"); /* its new key is the one that is shown */
    screen_type(screen, "h");
    screen_expect(screen, "› Help");
    screen_stop(screen);
    remove_folder(&folder);
}

/* A theme is chosen for now in Settings and for good in the file; without colour it sends none. */
static void test_themes(void **state)
{
    (void)state;
    Folder folder;
    size_t length;
    make_folder(&folder, "theme = none\nhints = no\nborders = ascii\n");
    Screen *screen = start_with(&folder, NULL);
    screen_type(screen, "gr");
    assert_false(screen_output_has_colour(screen));
    const char *output = screen_output(screen, &length);
    assert_null(memmem(output, length, "│", 3));
    screen_type(screen, "g, Enter 2");
    screen_expect(screen, "Until gairo ends. To keep it: theme = dark");
    assert_true(screen_output_has_colour(screen));
    screen_forget_output(screen);
    screen_type(screen, "Enter 5 gh C-l");
    screen_forget_output(screen);
    screen_type(screen, "gr");
    assert_false(screen_output_has_colour(screen));
    screen_stop(screen);
    remove_folder(&folder);
}

/* High contrast paints all of the screen, also where nothing stands, and gives the ground back with another theme. */
static void test_painted_ground(void **state)
{
    (void)state;
    Folder folder;
    make_folder(&folder, "theme = contrast\nhints = no\n");
    Screen *screen = start_with(&folder, NULL);
    assert_true(screen_is_painted(screen));
    screen_type(screen, "gr");
    assert_true(screen_is_painted(screen));
    screen_type(screen, "g, F10");
    assert_true(screen_is_painted(screen));
    screen_resize(screen, 40, 100);
    assert_true(screen_is_painted(screen));
    screen_type(screen, "Esc Enter 1");
    assert_false(screen_is_painted(screen));
    screen_type(screen, "Enter 4");
    assert_true(screen_is_painted(screen));
    screen_stop(screen);
    remove_folder(&folder);
}

/* Each hint goes when it was followed, and stays away at the next start. */
static void test_hints(void **state)
{
    (void)state;
    Folder folder;
    const char *database = screen_database();
    make_folder(&folder, "hints = yes\n");
    Screen *screen = start_with(&folder, database);
    screen_expect(screen, "Enter opens what is focused");
    screen_type(screen, "Enter");
    screen_expect_not(screen, "Enter opens what is focused");
    screen_type(screen, "Q");
    screen_wait_for_end(screen);
    screen_stop(screen);
    screen = start_with(&folder, database);
    screen_expect_not(screen, "Enter opens what is focused");
    screen_type(screen, "Down"); /* a message may stand in its place until the first key */
    screen_expect(screen, "no more hints");
    screen_type(screen, "gH");
    screen_type(screen, "Down");
    screen_expect_not(screen, "no more hints");
    screen_type(screen, "Q");
    screen_wait_for_end(screen);
    screen_stop(screen);
    screen = start_with(&folder, database);
    screen_type(screen, "Down");
    screen_expect_not(screen, "no more hints");
    screen_stop(screen);
    remove_folder(&folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_menu),           cmocka_unit_test(test_mouse_on_the_frame),
        cmocka_unit_test(test_configuration),  cmocka_unit_test(test_themes),
        cmocka_unit_test(test_painted_ground), cmocka_unit_test(test_hints),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
