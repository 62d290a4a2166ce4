/* What makes the explorer comfortable and needs no terminal: themes, the configuration, keys, menu, hints, links. */
#include "config.h"

#include "core/memory.h"
#include "core/text.h"
#include "tui/clipboard.h"
#include "tui/hints.h"
#include "tui/linear.h"
#include "tui/looks.h"
#include "tui/menu.h"
#include "tui/settings.h"
#include "tui/sharing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <locale.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Relative luminance and contrast as WCAG 2.1 defines them. */
static double channel(unsigned value)
{
    double part = value / 255.0;
    return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4);
}

static double luminance(unsigned rgb)
{
    return 0.2126 * channel(rgb >> 16 & 255) + 0.7152 * channel(rgb >> 8 & 255) + 0.0722 * channel(rgb & 255);
}

static double contrast(unsigned a, unsigned b)
{
    double light = luminance(a), dark = luminance(b);
    return light > dark ? (light + 0.05) / (dark + 0.05) : (dark + 0.05) / (light + 0.05);
}

/* xterm's palette: 16 colours, a cube of 6 by 6 by 6, greys. */
static unsigned palette(int colour)
{
    static const unsigned first[] = {0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5,
                                     0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff};
    static const unsigned steps[] = {0, 95, 135, 175, 215, 255};
    assert_in_range(colour, 0, 255);
    if (colour < 16) {
        return first[colour];
    }
    if (colour >= 232) {
        unsigned grey = 8 + 10 * (unsigned)(colour - 232);
        return grey << 16 | grey << 8 | grey;
    }
    colour -= 16;
    return steps[colour / 36] << 16 | steps[colour / 6 % 6] << 8 | steps[colour % 6];
}

static void check_colour(const ThemeDefinition *theme, Style style, const char *depth, int colour)
{
    double least = style_is_words(style) ? theme->words : theme->marks;
    if (colour < 0) {
        assert_false(theme->paints); /* what is not known must not stand on a ground of ours */
        return;
    }
    double one = contrast(palette(colour), theme->ground), other = contrast(palette(colour), theme->other_ground);
    if (one < least || other < least) {
        print_error("%s, style %d, %s: %.2f and %.2f, not %.1f\n", theme->name, style, depth, one, other, least);
    }
    assert_true(one >= least && other >= least);
}

/* 4.5:1 for words and 3:1 for marks against the theme's ground, in 256, 16 and 8 colours; the theme for any ground is
 * measured in 256 only, since of fewer colours none suits all grounds. */
static void test_contrast(void **state)
{
    (void)state;
    assert_true(fabs(contrast(0xffffff, 0x000000) - 21.0) < 0.01);
    for (int i = 0; i < THEME_COUNT; i++) {
        const ThemeDefinition *theme = theme_definition((Theme)i);
        Theme found;
        assert_true(theme_parse(theme->name, &found));
        assert_int_equal(found, i);
        assert_true(theme->words >= 4.5 && theme->marks >= 3.0);
        for (Style style = 0; style < STYLE_COUNT; style++) {
            const Look *look = &theme->looks[style];
            check_colour(theme, style, "256 colours", look->many);
            if (i != THEME_TERMINAL) {
                check_colour(theme, style, "16 colours", look->some);
                check_colour(theme, style, "8 colours", look->few);
            }
        }
    }
    assert_false(theme_parse("pink", &(Theme){0}));
}

/* Where there is no colour, what is focused, a link and a match still differ from the rest. */
static void test_without_colour(void **state)
{
    (void)state;
    const Look *looks = theme_definition(THEME_NONE)->looks;
    for (Style style = 0; style < STYLE_COUNT; style++) {
        assert_int_equal(looks[style].many, -1);
        assert_int_equal(looks[style].few, -1);
    }
    assert_true(looks[STYLE_FOCUS].bold);
    assert_true(looks[STYLE_LINK].underlined);
    assert_true(looks[STYLE_MATCH].underlined);
}

static void read_text(Settings *settings, const char *text)
{
    settings_start(settings);
    settings_read(settings, "config", text, strlen(text));
}

static void test_settings(void **state)
{
    (void)state;
    Settings settings;
    read_text(&settings, "# a remark\n\n  theme = light \r\nstart=risks\nmouse = no\nborders = ascii\nas-of = paper\n"
                         "clipboard = terminal\nhints = no\nplain = yes\n");
    assert_int_equal(settings.faults.count, 0);
    assert_int_equal(settings.theme, THEME_LIGHT);
    assert_int_equal(settings.start, ACTION_GO_RISKS);
    assert_false(settings.mouse);
    assert_false(settings.hints);
    assert_true(settings.ascii && settings.plain);
    assert_int_equal(settings.clipboard, CLIPBOARD_TERMINAL);
    assert_string_equal(settings.as_of, "2024-05-31");
    for (size_t i = 0; i < setting_count(); i++) {
        Text value = {0};
        setting_value(&settings, i, &value);
        assert_true(setting_set(&settings, i, value.data)); /* what is shown can be written */
        assert_false(setting_set(&settings, i, "nonsense"));
        text_free(&value);
    }
    settings_free(&settings);
}

/* A broken line is named, with what would be right, and has its default; the others count. */
static void test_broken_settings(void **state)
{
    (void)state;
    static const struct {
        const char *line, *told;
    } lines[] = {
        {"theme = pink", "terminal, dark, light, contrast or none"},
        {"colour = red", "there is no setting \"colour\""},
        {"theme", "NAME = VALUE"},
        {"= dark", "NAME = VALUE"},
        {"start = up", "start takes home"},
        {"plain = maybe", "yes or no"},
        {"as-of = 2024-02-30", "a day such as"},
        {"key fly = f", "no command \"fly\""},
        {"key up = ggg", "is no key"},
        {"key up = g gg", "begins another"},
        {"theme = \xff", "no UTF-8"},
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        Settings settings;
        char *text = string_format("hints = no\n%s\nmouse = no\n", lines[i].line);
        read_text(&settings, text);
        assert_int_equal(settings.faults.count, 1);
        assert_non_null(strstr(settings.faults.items[0], "config:2: "));
        if (strstr(settings.faults.items[0], lines[i].told) == NULL) {
            print_error("%s: %s\n", lines[i].line, settings.faults.items[0]);
        }
        assert_non_null(strstr(settings.faults.items[0], lines[i].told));
        assert_int_equal(settings.theme, THEME_TERMINAL);
        assert_false(settings.hints);
        assert_false(settings.mouse);
        assert_string_equal(key_map_keys(&settings.keys, ACTION_UP, false), action_definition(ACTION_UP)->keys);
        settings_free(&settings);
        free(text);
    }
}

/* A file of garbage is told in so many lines and no more. */
static void test_hostile_settings(void **state)
{
    (void)state;
    Text text = {0};
    Settings settings;
    for (int i = 0; i < 5000; i++) {
        text_append_format(&text, "\033]0;x\a%d = \u202e\n", i);
    }
    text_append_bytes(&text, "a\0b", 3);
    settings_start(&settings);
    settings_read(&settings, "config", text.data, text.length);
    assert_in_range(settings.faults.count, 1, 100);
    for (size_t i = 0; i < settings.faults.count; i++) {
        assert_null(strpbrk(settings.faults.items[i], "\033\a\n"));
    }
    settings_free(&settings);
    text_free(&text);
}

static Action meaning(const Settings *settings, const char *keys, bool home)
{
    KeySequence sequence;
    Action action = ACTION_NONE;
    assert_true(key_sequence_parse(keys, strlen(keys), &sequence));
    return action_lookup(&settings->keys, sequence.keys, sequence.count, home, &action) == KEYS_FOUND ? action
                                                                                                     : ACTION_NONE;
}

/* Keys of the configuration replace the table's; what they did before is told, and two that want the same are refused.
 */
static void test_keys(void **state)
{
    (void)state;
    Settings settings;
    char shown[24];
    read_text(&settings, "key up = Up e\nkey page-up = C-x\nhome-key risks = F9\nkey quit = none\nkey down = Down e\n");
    assert_int_equal(meaning(&settings, "e", false), ACTION_UP);
    assert_int_equal(meaning(&settings, "k", false), ACTION_NONE);
    assert_int_equal(meaning(&settings, "F7", false), ACTION_EXPORT); /* e is lost, its other key stays */
    assert_int_equal(meaning(&settings, "C-x", false), ACTION_PAGE_UP);
    assert_int_equal(meaning(&settings, "PgUp", false), ACTION_NONE);
    assert_int_equal(meaning(&settings, "F9", true), ACTION_GO_RISKS);
    assert_int_equal(meaning(&settings, "r", true), ACTION_NONE);
    assert_int_equal(meaning(&settings, "Q", false), ACTION_NONE);
    assert_int_equal(meaning(&settings, "Down", false), ACTION_DOWN); /* the refused line changed nothing */
    action_key(&settings.keys, ACTION_QUIT, false, shown, sizeof shown);
    assert_string_equal(shown, "");
    assert_int_equal(settings.remarks.count, 1);
    assert_non_null(strstr(settings.remarks.items[0], "config:1: e is now up and no more export"));
    assert_int_equal(settings.faults.count, 1);
    assert_non_null(strstr(settings.faults.items[0], "config:5: the key e is given to up and to down"));
    settings_free(&settings);
    /* A key that begins sequences takes them all. */
    read_text(&settings, "key quit = g\n");
    assert_int_equal(meaning(&settings, "g", false), ACTION_QUIT);
    assert_int_equal(meaning(&settings, "gr", false), ACTION_NONE);
    assert_int_equal(meaning(&settings, "Home", false), ACTION_FIRST);
    settings_free(&settings);
}

/* All actions are reached by arrows and Enter. */
static void test_menu_reaches_all(void **state)
{
    (void)state;
    bool reached[ACTION_COUNT] = {0};
    for (int group = 0; group < GROUP_COUNT; group++) {
        Action before = ACTION_NONE;
        for (int row = 0;; row++) {
            Menu menu = {.group = GROUP_MOVING};
            menu_open(&menu);
            for (int i = 0; i < group; i++) {
                assert_int_equal(menu_key(&menu, INPUT_RIGHT), ACTION_NONE);
            }
            for (int i = 0; i < row; i++) {
                assert_int_equal(menu_key(&menu, INPUT_DOWN), ACTION_NONE);
            }
            Action action = menu_key(&menu, KEY_RETURN);
            assert_false(menu.is_open);
            reached[action == ACTION_NONE ? ACTION_MENU : action] = true; /* the menu itself does nothing more */
            if (row > 0 && action == before) {
                break; /* the last row */
            }
            before = action;
        }
    }
    for (Action action = ACTION_NONE + 1; action < ACTION_COUNT; action++) {
        if (!reached[action]) {
            print_error("%s is not in the menu\n", action_definition(action)->name);
        }
        assert_true(reached[action]);
    }
    Menu menu = {0};
    menu_open(&menu);
    assert_int_equal(menu_key(&menu, KEY_ESCAPE), ACTION_NONE);
    assert_false(menu.is_open);
}

/* A letter goes to the next entry that begins with it. */
static void test_menu_letters(void **state)
{
    (void)state;
    Menu menu = {.group = GROUP_PLACES};
    menu_open(&menu);
    assert_int_equal(menu_key(&menu, 'm'), ACTION_NONE);
    assert_int_equal(menu_key(&menu, KEY_RETURN), ACTION_GO_MITIGATIONS);
}

static void test_links(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "",          "file:///etc/passwd",         "javascript:alert(1)", "ftp://example.org", "https://",
        "http:///x", "https://example.org/\n--x",  "https://a b",         "https://ex\u00e4mple.org", "-https://x",
        "https://@", "https://x/\033]0;title\007", "https:/example.org",  " https://x",
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        if (link_fault(bad[i]) == NULL) {
            print_error("opened: %s\n", bad[i]);
        }
        assert_non_null(link_fault(bad[i]));
    }
    assert_null(link_fault("https://example.org/a?b=c&d=%20#e"));
    assert_null(link_fault("HTTP://EXAMPLE.ORG"));
    char *text = memory_zeroed(3001, 1);
    memset(text, 'a', 3000);
    memcpy(text, "https://", 8);
    assert_non_null(link_fault(text));
    free(text);
}

/* RFC 4648, section 10. */
static void test_base64(void **state)
{
    (void)state;
    static const char *const pairs[][2] = {{"", ""},         {"f", "Zg=="},     {"fo", "Zm8="},    {"foo", "Zm9v"},
                                           {"foob", "Zm9vYg=="}, {"fooba", "Zm9vYmE="}, {"foobar", "Zm9vYmFy"}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        char *code = base64(pairs[i][0], strlen(pairs[i][0]));
        assert_string_equal(code, pairs[i][1]);
        free(code);
    }
}

/* Each hint goes once it was followed, and in the end none is left. */
static void test_hints(void **state)
{
    (void)state;
    Hints hints = {0};
    KeyMap keys = {0};
    Text first = {0}, second = {0}, last = {0};
    hints_text(&hints, &keys, false, false, false, &first);
    assert_non_null(strstr(first.data, "Enter"));
    hints_follow(&hints, ACTION_OPEN);
    hints_text(&hints, &keys, false, true, false, &second);
    assert_non_null(strstr(second.data, "q goes back"));
    text_reset(&second);
    hints_text(&hints, &keys, true, true, false, &second); /* q would be typed, and so would gH */
    assert_string_equal(second.data, "Esc goes back, to exactly where you were.");
    hints_end(&hints);
    hints_text(&hints, &keys, false, true, true, &last);
    assert_int_equal(last.length, 0);
    text_free(&first);
    text_free(&second);
}

static size_t chosen;

static void choose(void *context, size_t index)
{
    chosen = index;
    assert_ptr_equal(context, &chosen);
}

static void test_linear(void **state)
{
    (void)state;
    Linear linear = {0};
    linear_heading(&linear, "Risks");
    linear_choice(&linear, choose, &chosen, 7, "one\ntwo \033[2J");
    linear_line(&linear, "a\nb");
    linear_field(&linear, "label", NULL, NULL);
    linear_field(&linear, "label", "text", "note");
    linear_choice(&linear, choose, &chosen, 9, "three");
    assert_int_equal(linear.lines.count, 6);
    assert_string_equal(linear.lines.items[1], "one two <U+001B>[2J");
    assert_string_equal(linear.lines.items[4], "label: text (note)");
    assert_int_equal(linear_number_at(&linear, 0), 0);
    assert_int_equal(linear_number_at(&linear, 1), 1);
    assert_int_equal(linear_number_at(&linear, 5), 2);
    linear.choices[1].select(linear.choices[1].context, linear.choices[1].index);
    assert_int_equal(chosen, 9);
    linear_free(&linear);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_contrast),         cmocka_unit_test(test_without_colour), cmocka_unit_test(test_settings),
        cmocka_unit_test(test_broken_settings),  cmocka_unit_test(test_hostile_settings), cmocka_unit_test(test_keys),
        cmocka_unit_test(test_menu_reaches_all), cmocka_unit_test(test_menu_letters),   cmocka_unit_test(test_links),
        cmocka_unit_test(test_base64),           cmocka_unit_test(test_hints),          cmocka_unit_test(test_linear),
    };
    setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
