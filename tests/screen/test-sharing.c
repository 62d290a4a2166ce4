/* Handing on: copying, links, the screen as a call, and what is listed as a sheet. */
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
    screen_expect(screen, "slides-pdf");
    screen_type(screen, "Enter C-u");
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
    assert_non_null(strstr(text, "(narrowed to \"weights\")")); /* who gets it knows that it is a part */
    screen_stop(screen);
    remove_folder(&folder);
}

/* Opens a screen, writes it under a name and reads the file. */
static void write_screen(Screen *screen, const Folder *folder, const char *keys, const char *name, char *text, size_t size)
{
    char path[128], said[192];
    screen_type(screen, keys);
    screen_type(screen, "E");
    screen_expect(screen, "Write it as");
    screen_type(screen, "Enter C-u"); /* the name's ending says the format */
    snprintf(path, sizeof path, "%s/%s", folder->path, name);
    screen_write(screen, path, strlen(path));
    screen_type(screen, "Enter");
    snprintf(said, sizeof said, "Written: %s", path);
    screen_wait_for(screen, said);
    read_when_there(folder, name, text, size);
}

static size_t lines_of(const char *text)
{
    size_t count = 0;
    for (; (text = strchr(text, '\n')) != NULL; text++) {
        count++;
    }
    return count;
}

/* For a spreadsheet a list or a table is just that: a line for each row, with its columns and where each is from. */
static void test_export_rows(void **state)
{
    static const struct {
        const char *keys, *name, *head, *has[3];
        int more; /* lines beyond the rows that the screen counts; -1: it does not count them */
    } screens[] = {
        {"gr / w e i g h t s Enter z", "risks.csv", "id,\"risk\",\"effect of openness\",\"evidence\",\"area\",\"basis\",reference,",
         {"\"risk.safeguards-stripped\",\"Safeguards can be stripped\"", "narrowed to \"\"weights\"\"; only Near term", NULL}, 1},
        {"Z gM / p y t h i a Enter", "models.csv", "id,\"model\",\"organisation\",\"released\",\"Pre-training code\",",
         {"\"model.pythia\",\"Pythia\",\"EleutherAI\",\"2022-12\",\"C5\"", "\"5 of 5\"", "Openness of models: narrowed to"}, 1},
        {"gl d d", "law.csv", "id,\"open models\",\"law\",", {"\"instrument.eu-ai-act\",\"partly exempt\"", "Law by treatment", NULL}, 1},
        {"gB", "balance.csv", "id,\"area or component\",\"risks\",\"opportunities\",reference,",
         {"\"area.safety-security\",\"Safety and security\",\"11\",\"9\"", "Balance: by area", NULL}, 1},
        {"gh gB T", "pairs.csv", "id,\"risk and opportunity that share most\",\"of\",", /* the second pair of its area names it too */
         {"| Anyone can run the evaluations\",\"Research, innovation and development\"", NULL, NULL}, 1},
        {"gM d", "grouped.csv", "id,\"group\",\"model\",", {"\"model.t5\",\"Google\",\"T5\"", "\"model.mt5\",\"Google\",\"mT5\"", NULL}, 1},
        {"gt", "timeline.csv", "id,\"when\",", {"\"2019\",\"2\",\"3\"", NULL, NULL}, -1},
    };
    (void)state;
    Folder folder;
    char *text = calloc(1, 262144);
    make_folder(&folder, "hints = no\n");
    Screen *screen = start_with(&folder, NULL);
    for (size_t i = 0; i < sizeof screens / sizeof *screens; i++) {
        write_screen(screen, &folder, screens[i].keys, screens[i].name, text, 262144);
        assert_int_equal(strncmp(text, screens[i].head, strlen(screens[i].head)), 0);
        for (size_t j = 0; j < 3 && screens[i].has[j] != NULL; j++) {
            assert_non_null(strstr(text, screens[i].has[j]));
        }
        if (screens[i].more >= 0) {
            assert_int_equal(lines_of(text), number_listed(screen) + screens[i].more);
        }
    }
    free(text);
    screen_stop(screen);
    remove_folder(&folder);
}

/* Whoever opened another database is given a call that asks that one. */
static void test_command_names_database(void **state)
{
    (void)state;
    const char *database = screen_database();
    const char *const arguments[] = {"--db", database, NULL};
    const char *const environment[] = {"GAIRO_DB=/nowhere/gairo.db", NULL};
    Screen *screen =
        screen_start(&(ScreenOptions){.columns = 200, .database = database, .arguments = arguments, .environment = environment});
    char said[256];
    screen_type(screen, "gr !");
    snprintf(said, sizeof said, "gairo list risks --db %s", database);
    screen_expect(screen, said);
    screen_stop(screen);
}

/* What is shown as a table or a tree is written as that, as it is narrowed, and with what it cites. */
static void test_export_tables(void **state)
{
    static const struct {
        const char *keys, *name;
        const char *has[5]; /* in this order */
        const char *lacks[2];
    } screens[] = {
        {"gr c Down c", "compare.md", {"# Comparison", "lines differ", "| what | differs | ", "#reference-1", "Summary"}, {0}},
        {"d", "differs.md", {"# Comparison", "only those", "| yes |"}, {0}},
        {"gh gr t", "trace.md", {"# Trace of ", "law as of 2026-11-20", "| step | the chain", "1.1", "References"}, {0}},
        {"gh gr t / g a p Enter", "gaps.md", {"# Trace of ", "narrowed to \"gap\"", "gap"}, {0}},
        {"gh gA", "heat.md", {"# Areas and stages", "risks + opportunities", "| area | near term |", "11 + 9"}, {0}},
        {"gh gA d", "risks.md", {"# Areas and stages", "risks", "| 11 |"}, {"11 + 9"}},
        {"gh gB", "balance.md", {"# Balance", "by area", "risks", "opportunities"}, {0}},
        {"gh gB T / w e a p o n s Enter", "pairs.md", {"# Balance", "narrowed to", "weapon"}, {"Existential"}},
        {"gh gt / E U Enter", "timeline.md", {"# Timeline", "narrowed to", "EU"}, {0}},
        {"gh gO T", "openness.md", {"# Openness over time", "by year", "2019"}, {0}},
        {"gh gD", "levels.md", {"# Openness by component", "closed", "open"}, {0}},
    };
    (void)state;
    Folder folder;
    char *text = calloc(1, 262144);
    make_folder(&folder, "hints = no\n");
    Screen *screen = start_with(&folder, NULL);
    for (size_t i = 0; i < sizeof screens / sizeof *screens; i++) {
        write_screen(screen, &folder, screens[i].keys, screens[i].name, text, 262144);
        const char *at = text;
        for (size_t j = 0; j < 5 && screens[i].has[j] != NULL; j++) {
            const char *found = strstr(at, screens[i].has[j]);
            if (found == NULL) {
                print_error("%s has no %s:\n%.3000s\n", screens[i].name, screens[i].has[j], text);
            }
            assert_non_null(found);
            at = found;
        }
        for (size_t j = 0; j < 2 && screens[i].lacks[j] != NULL; j++) {
            assert_null(strstr(text, screens[i].lacks[j]));
        }
    }
    static const char *const endings[] = {"html", "txt", "odt", "docx", "pdf", "csv", "json", "bib"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        char name[32];
        snprintf(name, sizeof name, "trace.%s", endings[i]);
        write_screen(screen, &folder, "gh gr t", name, text, 262144);
        assert_true(text[0] != '\0');
    }
    free(text);
    screen_stop(screen);
    remove_folder(&folder);
}

/* Where no call gives just what is shown, what it gives instead is said. */
static void test_command_says_what_it_leaves(void **state)
{
    static const struct {
        const char *keys, *call, *note;
    } screens[] = {
        {"gl / A I Space A c t Enter W gh !", "gairo stats --where touched-by=instrument.", "It counts no models"},
        {"Z gr t d !", "gairo trace risk.", "the screen shows only these and what leads to them"},
        {"gh gr c Down c d !", "gairo compare risk.", "marks with ! those that differ"},
        {"gh gA d !", "gairo stats", "risks only"},
        {"gh gO d !", "gairo stats", "headed Openness by kind of organisation"},
        {"gh gD !", "gairo stats", "by component"},
        {"gh gB d d !", "gairo balance --sheet basket", NULL},
    };
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){.rows = 30, .columns = 130});
    for (size_t i = 0; i < sizeof screens / sizeof *screens; i++) {
        screen_type(screen, screens[i].keys);
        screen_expect(screen, screens[i].call);
        if (screens[i].note != NULL) {
            screen_expect(screen, screens[i].note);
        }
        char call[4096];
        screen_forget_output(screen);
        screen_type(screen, "2");
        clipboard(screen, call, sizeof call);
        assert_null(strchr(call, '\n'));
    }
    screen_stop(screen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_copy),
        cmocka_unit_test(test_open_link),
        cmocka_unit_test(test_view_as_command),
        cmocka_unit_test(test_command_is_readable),
        cmocka_unit_test(test_export_screen),
        cmocka_unit_test(test_export_rows),
        cmocka_unit_test(test_command_names_database),
        cmocka_unit_test(test_export_tables),
        cmocka_unit_test(test_command_says_what_it_leaves),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
