#include "tests/unit/test.h"

#include "core/sanitise.h"

#include <stdlib.h>

static void check(const char *text, SanitiseMode mode, const char *expected)
{
    char *clean = sanitise_string(text, mode);
    char *again = sanitise_string(clean, mode);

    assert_string_equal(clean, expected);
    assert_string_equal(again, expected);
    free(clean);
    free(again);
}

static void check_line(const char *text, const char *expected)
{
    check(text, SANITISE_LINE, expected);
}

static void plain_text_stays(void **state)
{
    (void)state;
    const char *texts[] = {"",
                           "weights",
                           "Łódź, naïve — “ça”",
                           "日本語 한국어",
                           "עברית العربية",
                           "👍🏽 e\u0301",
                           "🏳️‍🌈 👩‍👩‍👧",
                           "❤️",
                           "नमस्ते",
                           "🇨🇭"};

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        check_line(texts[i], texts[i]);
    check_line(NULL, "");
}

static void controls_show(void **state)
{
    (void)state;
    check_line("\x1b[31mred", "<U+001B>[31mred");
    check_line("a\bb\x7f", "a<U+0008>b<U+007F>");
    check_line("\xc2\x85\xc2\x9b"
               "31m",
               "<U+0085><U+009B>31m"); /* C1: a CSI in one character */
    char *clean = sanitise("a\0b", 3, SANITISE_LINE);
    assert_string_equal(clean, "a<U+0000>b");
    free(clean);
}

static void line_ends(void **state)
{
    (void)state;
    check("a\tb\nc\r\nd", SANITISE_LINE, "a b c d");
    check("a\tb\nc\r\nd", SANITISE_LINES, "a b\nc\nd");
    check("over\rwritten", SANITISE_LINES, "over<U+000D>written");
    check("a\u2028b\u2029c\vd\fe", SANITISE_LINES, "a<U+2028>b<U+2029>c<U+000B>d<U+000C>e");
}

static void bidirectional_controls_show(void **state)
{
    (void)state;
    check_line("\u202Etxt.exe", "<U+202E>txt.exe");
    check_line("\u061C\u200E\u200F\u202A\u202D\u2066\u2069",
               "<U+061C><U+200E><U+200F><U+202A><U+202D><U+2066><U+2069>");
}

static void what_shows_as_nothing_shows(void **state)
{
    (void)state;
    check_line("a\u200Bb\uFEFFc\u2060d\u00ADe", "a<U+200B>b<U+FEFF>c<U+2060>d<U+00AD>e");
    check_line("\U000E0041\U000E007F", "<U+E0041><U+E007F>");
    check_line("\u115F\u3164\uFFA0", "<U+115F><U+3164><U+FFA0>");
    check_line("\uFFF9a\uFFFB", "<U+FFF9>a<U+FFFB>");
}

static void what_has_no_meaning_shows(void **state)
{
    (void)state;
    check_line("\uE000\U000F0000\uFDD0\U0001FFFF\u0378", "<U+E000><U+F0000><U+FDD0><U+1FFFF><U+0378>");
}

static void invalid_bytes_show(void **state)
{
    (void)state;
    check_line("a\xff\xfe", "a<FF><FE>");
    check_line("\xc0\xaf", "<C0><AF>");                 /* overlong */
    check_line("\xed\xa0\x80", "<ED><A0><80>");         /* a surrogate */
    check_line("\xf4\x90\x80\x80", "<F4><90><80><80>"); /* beyond U+10FFFF */
    check_line("\xe2\x82", "<E2><82>");                 /* cut off */
    check_line("\xe2\x82\x1b", "<E2><82><U+001B>");
}

static void joiners_stay_where_they_join(void **state)
{
    (void)state;
    check_line("क्\u200Dष क्\u200Cष", "क्\u200Dष क्\u200Cष");
    check_line("می\u200Cخواهم", "می\u200Cخواهم");
    check_line("ad\u200Dmin", "ad<U+200D>min");
    check_line("\u200D👩", "<U+200D>👩");
    check_line("👩\u200D", "👩<U+200D>");
    check_line("👩\u200D\u200D👩", "👩<U+200D><U+200D>👩");
    check_line("👩\u200C👩", "👩<U+200C>👩");
    check_line("क\u200D ष", "क<U+200D> ष");
    check_line("🏳\u200D\U0001F1C3", "🏳<U+200D><U+1F1C3>"); /* unassigned: it does not stay itself */
}

static void variation_selectors_stay_once(void **state)
{
    (void)state;
    check_line("葛\U000E0100", "葛\U000E0100");
    check_line("a\U000E0100", "a<U+E0100>");
    check_line("❤\uFE0F\uFE0F", "❤\uFE0F<U+FE0F>");
    check_line("\uFE0F", "<U+FE0F>");
    check_line(" \uFE0F", " <U+FE0F>");
    check_line("❤\uFE0F\uFE0F\u200D👩", "❤\uFE0F<U+FE0F><U+200D>👩");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_text_stays),
        cmocka_unit_test(controls_show),
        cmocka_unit_test(line_ends),
        cmocka_unit_test(bidirectional_controls_show),
        cmocka_unit_test(what_shows_as_nothing_shows),
        cmocka_unit_test(what_has_no_meaning_shows),
        cmocka_unit_test(invalid_bytes_show),
        cmocka_unit_test(joiners_stay_where_they_join),
        cmocka_unit_test(variation_selectors_stay_once),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
