/* The line of keys tells the truth: on every screen and size, each key in it does what stands beside it. */
#include "config.h"

#include "tests/screen/harness.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define KEYS_MAX 16

typedef struct Shown {
    char key[24], label[40];
} Shown;

/* What comes of a key whose label is this; NULL: the screen is another one, at least. */
static const struct {
    const char *label, *expected;
} outcomes[] = {
    {"filter", "Narrow to"}, {"find", NULL},      {"sort", NULL},       {"facets", "narrow by"}, {"basket", "basket"},
    {"help", "help"},        {"search", "Search"}, {"commands", "ommand"}, {"export", NULL},       {"menu", "Moving"},
    {"quit", NULL},          {"back", NULL},       {"cancel", NULL},     {"chart/table", NULL},   {"fold all", NULL},
};

/* "Enter open   d switch   …": the keys of the lowest line with their labels, which three blanks divide. */
static size_t read_keys(Screen *screen, Shown keys[KEYS_MAX])
{
    int rows, columns;
    size_t count = 0;
    screen_size(screen, &rows, &columns);
    char *line = screen_row(screen, rows - 1), *at = line;
    at += strspn(at, " ");
    while (*at != '\0' && count < KEYS_MAX) {
        char *end = strstr(at, "   "), *blank;
        size_t length = end == NULL ? strlen(at) : (size_t)(end - at);
        char pair[80];
        snprintf(pair, sizeof pair, "%.*s", (int)length, at);
        blank = strchr(pair, ' ');
        if (blank == NULL) {
            print_error("no key and label: %s\n", line);
        }
        assert_non_null(blank);
        *blank = '\0';
        snprintf(keys[count].key, sizeof keys[count].key, "%.23s", strcmp(pair, "1-9") == 0 ? "1" : pair);
        snprintf(keys[count++].label, sizeof keys->label, "%.39s", blank + 1);
        at += length + (end == NULL ? 0 : strspn(end, " "));
    }
    free(line);
    return count;
}

static const char *expected_of(const char *label)
{
    for (size_t i = 0; i < sizeof outcomes / sizeof *outcomes; i++) {
        if (strcmp(outcomes[i].label, label) == 0) {
            return outcomes[i].expected;
        }
    }
    return NULL;
}

static bool check_key(Screen *screen, const char *place, const Shown *shown)
{
    if (strcmp(shown->label, "redo") == 0) { /* something was undone */
        screen_type(screen, "M-u");
    }
    char *before = screen_text(screen);
    screen_type(screen, shown->key);
    char *after = screen_text(screen);
    const char *expected = expected_of(shown->label);
    int row, column;
    bool done = strcmp(before, after) != 0 && (expected == NULL || screen_find(screen, expected, &row, &column));
    if (!done) {
        print_error("%s: %s does not %s:\n%.1200s\n%.1200s\n", place, shown->key, shown->label, before, after);
    }
    free(before);
    free(after);
    return done;
}

static bool leaves(const char *label)
{
    return strcmp(label, "quit") == 0;
}

/* Opens a place in a gairo that was just started; what it was left as before is not restored. */
static Screen *open_place(const char *database, const char *place, int rows, int columns)
{
    static const char *const arguments[] = {"--fresh", NULL};
    Screen *screen = screen_start(
        &(ScreenOptions){.rows = rows, .columns = columns, .database = database, .arguments = arguments});
    screen_type(screen, "gH Down Up");
    if (*place != '\0') {
        screen_type(screen, place);
    }
    screen_type(screen, "C-l"); /* messages go with the next key */
    return screen;
}

static void walk(int rows, int columns)
{
    static const char *const places[] = {
        "",         "gr",         "gr Tab",   "go",      "gm",        "gc",        "gl",        "gl d",         "ga",
        "gM",       "gB",         "gB T",     "gt",      "gt T",      "gA",        "gA Right",  "gA T",         "gO",
        "gO T",     "gD",         "gx",       "gR",      "gb",        "gs",        "gd",        "g,",           "g?",
        "gr Enter", "gr Enter Tab", "gd Tab", "gr t",       "gr f",     "gr i x",    "g/ w a t e r", "g/ w a t e r Down", "g/",        "gr c Down c",  "w",
        "'",        "gv",         "gr Space gb",
    };
    size_t faults = 0;
    const char *shared = screen_database();
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        Shown keys[KEYS_MAX];
        /* What a key put into the basket is in the way of the next one only where the basket is looked at. */
        bool fresh = strstr(places[i], "gb") != NULL;
        const char *database = fresh ? NULL : shared;
        Screen *screen = open_place(database, places[i], rows, columns);
        size_t count = read_keys(screen, keys);
        assert_true(count >= 2);
        for (size_t key = 0; key < count; key++) {
            if (leaves(keys[key].label)) {
                continue;
            }
            screen_stop(screen);
            screen = open_place(database, places[i], rows, columns);
            faults += !check_key(screen, places[i], &keys[key]);
        }
        screen_stop(screen);
    }
    assert_int_equal(faults, 0);
}

static void test_small(void **state)
{
    (void)state;
    walk(20, 60);
}

static void test_usual(void **state)
{
    (void)state;
    walk(24, 80);
}

static void test_large(void **state)
{
    (void)state;
    walk(40, 120);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_small),
        cmocka_unit_test(test_usual),
        cmocka_unit_test(test_large),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
