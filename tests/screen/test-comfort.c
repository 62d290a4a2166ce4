/* The menu, the mouse on the frame, the configuration, themes, hints, copying, links, and the screen as a call. */
#include "config.h"

#include "tests/screen/harness.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A folder of the test's own, with a file in it. */
typedef struct Folder {
    char path[64];
    char environment[128]; /* "XDG_CONFIG_HOME=…" */
} Folder;

static void make_folder(Folder *folder, const char *configuration)
{
    char path[128];
    strcpy(folder->path, "/tmp/gairo-comfort-XXXXXX");
    assert_non_null(mkdtemp(folder->path));
    snprintf(folder->environment, sizeof folder->environment, "XDG_CONFIG_HOME=%s", folder->path);
    snprintf(path, sizeof path, "%s/gairo", folder->path);
    assert_int_equal(mkdir(path, 0700), 0);
    snprintf(path, sizeof path, "%s/gairo/config", folder->path);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(configuration, file);
    assert_int_equal(fclose(file), 0);
}

static void remove_folder(const Folder *folder)
{
    char command[128];
    snprintf(command, sizeof command, "rm -rf %s", folder->path);
    assert_int_equal(system(command), 0);
}

static Screen *start_with(const Folder *folder, const char *database)
{
    const char *const environment[] = {folder->environment, NULL};
    return screen_start(&(ScreenOptions){.columns = 140, .rows = 30, .environment = environment, .database = database});
}

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

/* Decodes base64 into text of size bytes. */
static void decode(const char *code, size_t length, char *text, size_t size)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    unsigned value = 0;
    size_t count = 0;
    for (size_t i = 0; i < length && code[i] != '='; i++) {
        const char *digit = strchr(digits, code[i]);
        assert_non_null(digit);
        value = value << 6 | (unsigned)(digit - digits);
        if (i % 4 != 0) {
            assert_true(count + 1 < size);
            text[count++] = (char)(value >> (6 - 2 * (i % 4)) & 255);
        }
    }
    text[count] = '\0';
}

/* What the program last asked the terminal to keep in the clipboard. */
static void clipboard(const Screen *screen, char *text, size_t size)
{
    static const char introducer[] = "\033]52;c;";
    size_t length;
    const char *output = screen_output(screen, &length), *end = output + length, *start = NULL;
    for (const char *at = output; (at = memmem(at, (size_t)(end - at), introducer, sizeof introducer - 1)) != NULL;) {
        at += sizeof introducer - 1;
        start = at;
    }
    assert_non_null(start);
    decode(start, strcspn(start, "\a"), text, size);
}

static void make_program(const Folder *folder, const char *name, const char *script)
{
    char path[128];
    snprintf(path, sizeof path, "%s/%s", folder->path, name);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fprintf(file, "#!/bin/sh\n%s\n", script);
    assert_int_equal(fclose(file), 0);
    assert_int_equal(chmod(path, 0700), 0);
}

/* Waits until a file is there and has something in it; reads its beginning. */
static void read_when_there(const Folder *folder, const char *name, char *text, size_t size)
{
    char path[128];
    snprintf(path, sizeof path, "%s/%s", folder->path, name);
    text[0] = '\0';
    for (int i = 0; i < 200 && text[0] == '\0'; i++) {
        FILE *file = fopen(path, "r");
        if (file != NULL) {
            size_t length = fread(text, 1, size - 1, file);
            text[length] = '\0';
            fclose(file);
        }
        usleep(50000);
    }
}

static void test_copy(void **state)
{
    (void)state;
    Folder folder;
    char text[4096], path[160];
    make_folder(&folder, "hints = no\n");
    make_program(&folder, "wl-copy", "cat >\"$0.part\" && mv \"$0.part\" \"$0.text\"");
    snprintf(path, sizeof path, "PATH=%s:/usr/bin:/bin", folder.path);
    const char *const environment[] = {folder.environment, path, "WAYLAND_DISPLAY=wayland-0", NULL};
    Screen *screen = screen_start(&(ScreenOptions){.environment = environment});
    screen_type(screen, "gr y");
    screen_expect(screen, "Copy what?");
    screen_type(screen, "3");
    screen_expect(screen, "Copied by the terminal and the desktop");
    clipboard(screen, text, sizeof text);
    assert_int_equal(strncmp(text, "risk.", 5), 0);
    char by_program[4096];
    read_when_there(&folder, "wl-copy.text", by_program, sizeof by_program);
    assert_string_equal(by_program, text);
    screen_forget_output(screen);
    screen_type(screen, "y Esc");
    size_t length;
    const char *output = screen_output(screen, &length);
    assert_null(memmem(output, length, "\033]52", 4));
    screen_stop(screen);
    remove_folder(&folder);
}

/* The link is shown, and opened only when that is chosen; no shell sees it. */
static void test_open_link(void **state)
{
    (void)state;
    Folder folder;
    char text[4096], path[160];
    const char *database = screen_database();
    make_folder(&folder, "hints = no\n");
    make_program(&folder, "xdg-open", "printf '%s|' \"$#\" \"$@\" >\"$0.part\" && mv \"$0.part\" \"$0.text\"");
    char file_name[256];
    snprintf(file_name, sizeof file_name, "%s/links.xml", folder.path);
    FILE *file = fopen(file_name, "w");
    assert_non_null(file);
    fputs("<gairo xmlns=\"urn:gairo:data:1\" source=\"links\" title=\"Links\">"
          "<incident id=\"incident.good\"><title>Qqz good</title><field name=\"url\" "
          "value=\"https://example.org/?a=1&amp;b=$(touch+x);'\"/>"
          "<source ref=\"reference.gairo\" basis=\"editorial\"/></incident></gairo>\n",
          file);
    assert_int_equal(fclose(file), 0);
    screen_run(database, (const char *const[]){"import", file_name, NULL});
    snprintf(path, sizeof path, "PATH=%s:/usr/bin:/bin", folder.path);
    const char *const environment[] = {folder.environment, path, NULL};
    Screen *screen = screen_start(&(ScreenOptions){.environment = environment, .database = database});
    screen_type(screen, "g/ q q z Enter");
    screen_expect(screen, "› Qqz good");
    screen_type(screen, "o");
    screen_expect(screen, "https://example.org/?a=1&b=$(touch+x);'");
    screen_type(screen, "Enter"); /* the first answer is no */
    screen_type(screen, "o 2");
    screen_expect(screen, "Handed to xdg-open");
    read_when_there(&folder, "xdg-open.text", text, sizeof text);
    assert_string_equal(text, "1|https://example.org/?a=1&b=$(touch+x);'|");
    screen_stop(screen);
    screen = screen_start(&(ScreenOptions){0});
    screen_type(screen, "gr o");
    screen_expect(screen, "There is no link here");
    screen_stop(screen);
    remove_folder(&folder);
}

/* Runs a call as a shell would, with the gairo under test, and gives its standard output. The caller owns it. */
static char *run_call(const char *database, const char *call)
{
    char *line, *text = calloc(1, 1);
    char part[4096];
    size_t length = 0, got;
    assert_int_equal(strncmp(call, "gairo ", 6), 0);
    assert_true(asprintf(&line, "GAIRO_DB='%s' LC_ALL=C.UTF-8 GAIRO_TODAY=2026-11-20 ./%s --format tsv 2>/dev/null",
                         database, call) > 0);
    FILE *output = popen(line, "r");
    assert_non_null(output);
    while ((got = fread(part, 1, sizeof part, output)) > 0) {
        text = realloc(text, length + got + 1);
        memcpy(text + length, part, got);
        length += got;
        text[length] = '\0';
    }
    assert_int_equal(pclose(output), 0);
    free(line);
    return text;
}

/* The ids of a call's output, in order, one a line: its first column, without the titles' line. */
static char *ids_of(const char *output)
{
    char *ids = calloc(1, strlen(output) + 2);
    size_t length = 0;
    const char *line = strchr(output, '\n');
    while (line != NULL && line[1] != '\0') {
        size_t width = strcspn(++line, "\t\n");
        memcpy(ids + length, line, width);
        length += width;
        ids[length++] = '\n';
        line = strchr(line, '\n');
    }
    return ids;
}

/* The ids on the screen, one a line: each row's id is copied. */
static char *ids_on_screen(Screen *screen, int rows)
{
    char *ids = calloc(1, (size_t)rows * 256 + 1), id[4096];
    screen_type(screen, "Home");
    for (int i = 0; i < rows; i++) {
        screen_forget_output(screen);
        screen_type(screen, "y 3");
        clipboard(screen, id, sizeof id);
        assert_true(strlen(id) < 255);
        strcat(ids, id);
        strcat(ids, "\n");
        screen_type(screen, "Down");
    }
    return ids;
}

static int number_listed(const Screen *screen)
{
    char *line = screen_row(screen, 0), *of = NULL;
    for (char *at = line; (at = strstr(at, " of ")) != NULL; at++) {
        of = at; /* the last one: titles of groups have the word too */
    }
    assert_non_null(of);
    int number = atoi(of + 4);
    free(line);
    return number;
}

/* The call can be typed from the screen: conditions before lists of ids, and no argument is broken in two. */
static void test_command_is_readable(void **state)
{
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){.rows = 20, .columns = 60});
    screen_type(screen, "gr / w e i g h t s Space m o d e l Enter z !");
    screen_expect(screen, "'text=weights model'");
    screen_expect(screen, "--where within=stage.");
    screen_expect_not(screen, "id=");
    for (int row = 0; row < 20; row++) {
        char *line = screen_row(screen, row);
        size_t length = strlen(line);
        assert_true(length == 0 || line[length - 1] != '-');
        free(line);
    }
    screen_stop(screen);
}

/* What the call gives is what the screen shows, in its order: narrowed, sorted, in a group. */
static void test_view_as_command(void **state)
{
    (void)state;
    static const char *const ways[] = {
        "gr / w e i g h t s Enter",     /* narrowed by words */
        "gm / w a t e r Enter s R",     /* and sorted backwards */
        "gc Tab Tab Down Down Tab",     /* a group */
        "gM / p y t h Enter",           /* the matrix */
        "g/ w a t e r m a r k Down",    /* a search */
    };
    const char *database = screen_database();
    Screen *screen = screen_start(&(ScreenOptions){.rows = 60, .columns = 130, .database = database});
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        char call[32768];
        screen_type(screen, ways[i]);
        bool searches = strncmp(ways[i], "g/", 2) == 0;
        int rows = searches ? 5 : number_listed(screen);
        rows = rows > 12 ? 12 : rows;
        assert_true(rows > 0);
        screen_forget_output(screen);
        screen_type(screen, "! 2");
        clipboard(screen, call, sizeof call);
        char *output = run_call(database, call), *expected = ids_of(output), *shown = ids_on_screen(screen, rows);
        if (strncmp(shown, expected, strlen(shown)) != 0) {
            print_error("%s\nthe screen:\n%s\nthe call:\n%s\n", call, shown, expected);
        }
        assert_int_equal(strncmp(shown, expected, strlen(shown)), 0);
        if (!searches && rows < 12) {
            assert_string_equal(shown, expected);
        }
        free(output);
        free(expected);
        free(shown);
        screen_type(screen, "gh");
    }
    screen_stop(screen);
}

/* The list as it is narrowed is what is written. */
static void test_export_screen(void **state)
{
    (void)state;
    Folder folder;
    char text[262144], path[128];
    make_folder(&folder, "hints = no\n");
    Screen *screen = start_with(&folder, NULL);
    screen_type(screen, "gr / w e i g h t s Enter");
    int rows = number_listed(screen);
    screen_type(screen, "E");
    screen_expect(screen, "as they are listed");
    screen_type(screen, "C-u");
    snprintf(path, sizeof path, "%s/list.md", folder.path);
    screen_write(screen, path, strlen(path));
    screen_type(screen, "Enter");
    screen_wait_for(screen, "Written");
    read_when_there(&folder, "list.md", text, sizeof text);
    int headings = 0;
    for (const char *at = text; (at = strstr(at, "\n## ")) != NULL; at++) {
        headings++;
    }
    assert_true(headings >= rows);
    screen_stop(screen);
    remove_folder(&folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_menu),            cmocka_unit_test(test_mouse_on_the_frame),
        cmocka_unit_test(test_configuration),   cmocka_unit_test(test_themes),
        cmocka_unit_test(test_painted_ground),  cmocka_unit_test(test_hints),
        cmocka_unit_test(test_copy),            cmocka_unit_test(test_open_link),
        cmocka_unit_test(test_view_as_command), cmocka_unit_test(test_command_is_readable),
        cmocka_unit_test(test_export_screen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
