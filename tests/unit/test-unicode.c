#include "tests/unit/test.h"

#include "core/unicode.h"

#include "core/memory.h"
#include "core/text.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

static void validity(void **state)
{
    (void)state;
    size_t bad = 99;

    assert_true(utf8_is_valid("", 0, &bad));
    assert_true(utf8_is_valid(NULL, 0, NULL));
    assert_true(utf8_is_valid("a\0ż\xf4\x8f\xbf\xbf", 8, &bad));
    assert_int_equal(bad, 99);
    assert_false(utf8_is_valid("ab\xc3", 3, &bad));
    assert_int_equal(bad, 2);
    assert_false(utf8_is_valid("\xed\xa0\x80", 3, &bad));
    assert_int_equal(bad, 0);
    assert_false(utf8_is_valid("a\xc1\x81", 3, NULL));
}

#define GUESS(bytes) encoding_guess(bytes, sizeof(bytes) - 1)

static void other_encodings_are_told(void **state)
{
    (void)state;
    assert_string_equal(GUESS("\xFF\xFE" "a\0"), "UTF-16");
    assert_string_equal(GUESS("\xFE\xFF\0a"), "UTF-16");
    assert_string_equal(GUESS("\xFF\xFE\0\0a\0\0\0"), "UTF-32");
    assert_string_equal(GUESS("a\0\0\0b\0\0\0"), "UTF-32");
    assert_string_equal(GUESS("a\0,\0b\0\n\0"), "UTF-16 without a byte order mark");
    assert_string_equal(GUESS("\0a\0,\0b\0\n"), "UTF-16 without a byte order mark");
    /* "имя,год" and a line end, in two bytes each */
    assert_string_equal(GUESS("\x38\x04\x3C\x04\x4F\x04,\0\x33\x04\x3E\x04\x34\x04\n\0"), "UTF-16 without a byte order mark");
    assert_null(GUESS("a: b\0c\n"));
    assert_null(GUESS("a\0b\0\0c"));
    assert_null(GUESS("caf\xE9"));
    assert_null(GUESS("\0"));
    assert_null(GUESS(""));
    assert_null(GUESS("a"));
}

static void graphemes(void **state)
{
    (void)state;
    const struct {
        const char *text;
        size_t length;
    } cases[] = {
        {"", 0},
        {"ab", 1},
        {"e\u0301x", 3},
        {"é", 2},
        {"🇨🇭🇫🇷", 8},
        {"👩‍👩‍👧x", 18},
        {"\r\n", 2},
        {"가", 3},
        {"\u1100\u1161", 6},
        {"👍🏽👍", 8},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(grapheme_length(cases[i].text), cases[i].length);
}

static void a_grapheme_of_any_length(void **state)
{
    (void)state;
    for (size_t marks = 1; marks < 300; marks += 7) {
        Text text = {0};
        text_append(&text, "a");
        for (size_t i = 0; i < marks; i++)
            text_append(&text, "\u0301");
        size_t length = text.length;
        assert_int_equal(grapheme_length(text.data), length);
        text_append(&text, "b");
        assert_int_equal(grapheme_length(text.data), length);
        text_free(&text);
    }
}

static void counting(void **state)
{
    (void)state;
    assert_int_equal(text_character_count(NULL), 0);
    assert_int_equal(text_character_count(""), 0);
    assert_int_equal(text_character_count("e\u0301té 👩‍👩‍👧"), 5);
    assert_int_equal(text_character_count("\xff"), 4); /* shown as <FF> */
    assert_int_equal(text_word_count(NULL), 0);
    assert_int_equal(text_word_count(" … – !"), 0);
    assert_int_equal(text_word_count("One, two;\n\nthree."), 3);
    assert_int_equal(text_word_count("It isn't open-source at 3.5 %"), 6);
    assert_int_equal(text_word_count("żółć\xff 2"), 3);
}

static void widths(void **state)
{
    (void)state;
    assert_int_equal(text_width(NULL), 0);
    assert_int_equal(text_width(""), 0);
    assert_int_equal(text_width("weights"), 7);
    assert_int_equal(text_width("naïve"), 5);
    assert_int_equal(text_width("e\u0301"), 1);
    assert_int_equal(text_width("日本"), 4);
    assert_int_equal(text_width("👍"), 2);
    assert_int_equal(text_width("👩‍👩"), 4); /* as curses counts */
    assert_int_equal(grapheme_width("日", 3), 2);
}

static void check_fit(const char *text, int columns, const char *expected)
{
    char *fitted = text_fit(text, columns);

    assert_string_equal(fitted, expected);
    free(fitted);
}

static void fitting(void **state)
{
    (void)state;
    check_fit(NULL, 5, "");
    check_fit("", 0, "");
    check_fit("weights", 7, "weights");
    check_fit("weights", 6, "weigh…");
    check_fit("weights", 1, "…");
    check_fit("weights", 0, "");
    check_fit("weights", -3, "");
    check_fit("日本語", 5, "日本…");
    check_fit("日本語", 4, "日…");
    check_fit("e\u0301e\u0301", 1, "…");
    check_fit("e\u0301", 1, "e\u0301");
}

static void check_pad(const char *text, int columns, bool right, const char *expected)
{
    char *padded = text_pad(text, columns, right);

    assert_string_equal(padded, expected);
    free(padded);
}

static void padding(void **state)
{
    (void)state;
    check_pad("ab", 4, false, "ab  ");
    check_pad("ab", 4, true, "  ab");
    check_pad("日本語", 4, false, "日… ");
    check_pad(NULL, 2, false, "  ");
    check_pad("ab", 0, true, "");
    check_pad("é", 3, true, "  é");
}

/* The lines joined by "|". */
static void check_wrap(const char *text, int columns, const char *expected)
{
    WrappedText wrapped = text_wrap(text, columns);
    Text joined = {0};

    text_append(&joined, "");
    for (size_t i = 0; i < wrapped.count; i++) {
        if (i)
            text_append(&joined, "|");
        text_append(&joined, wrapped.lines[i]);
    }
    assert_string_equal(joined.data, expected);
    text_free(&joined);
    wrapped_text_free(&wrapped);
}

static void wrapping(void **state)
{
    (void)state;
    check_wrap("open weights and data", 12, "open weights|and data");
    check_wrap("open weights and data", 13, "open weights|and data");
    check_wrap("open weights", 11, "open|weights");
    check_wrap("fine-tuning", 6, "fine-|tuning");
    check_wrap("abcdefgh ij", 3, "abc|def|gh|ij");
    check_wrap("a  b", 1, "a|b");
    check_wrap("a    ", 2, "a");
    check_wrap("a  \u0301 b", 2, "a| \u0301|b"); /* a blank that carries a mark is no blank */
    check_wrap("日本語", 4, "日本|語");
    check_wrap("日本", 1, "…|…");
    check_wrap("a日", 1, "a|…");
    check_wrap("ab", -1, "a|b");
    check_wrap("x e\u0301e\u0301e\u0301", 2, "x|e\u0301e\u0301|e\u0301");
    check_wrap("10 000\u00A0EUR", 8, "10|000\u00A0EUR");
}

static void line_ends(void **state)
{
    (void)state;
    WrappedText none = text_wrap(NULL, 5), empty = text_wrap("", 5);

    assert_int_equal(none.count, 0);
    assert_int_equal(empty.count, 1);
    assert_string_equal(empty.lines[0], "");
    wrapped_text_free(&none);
    wrapped_text_free(&empty);
    check_wrap("a\n\nb", 5, "a||b");
    check_wrap("a\n", 5, "a");
    check_wrap("a\n\n", 5, "a|");
    check_wrap("\na", 5, "|a");
    check_wrap("one two\nthree", 4, "one|two|thre|e");
}

static void no_line_is_too_long_and_nothing_is_lost(void **state)
{
    (void)state;
    const char *text = "Wer die Gewichte hält, kann sie in 日本 nachtrainieren; 👩‍👩‍👧 naïve "
                       "Zusammenfassungsverfahren "
                       "https://example.org/a-long/path_without_blanks?x=1&y=2 genügen (e\u0301e\u0301) dafür.";

    for (int columns = 8; columns < 90; columns++) {
        WrappedText wrapped = text_wrap(text, columns);
        const char *rest = text;
        for (size_t i = 0; i < wrapped.count; i++) {
            size_t length = strlen(wrapped.lines[i]);
            assert_true(text_width(wrapped.lines[i]) <= columns);
            rest += strspn(rest, " ");
            assert_memory_equal(rest, wrapped.lines[i], length);
            rest += length;
        }
        assert_string_equal(rest, "");
        wrapped_text_free(&wrapped);
    }
}

static void a_long_text_wraps_in_time(void **state)
{
    (void)state;
    Text text = {0};

    for (int i = 0; i < 4000; i++)
        text_append(&text, "Überprüfung der Gewichte, 日本語の長い文章が続く。 ");
    WrappedText wrapped = text_wrap(text.data, 80);
    assert_true(wrapped.count > 2000);
    wrapped_text_free(&wrapped);
    text_free(&text);
}

static void check_fold(const char *text, const char *expected)
{
    char *folded = text_fold(text);

    assert_string_equal(folded, expected);
    free(folded);
}

static void folding(void **state)
{
    (void)state;
    check_fold(NULL, "");
    check_fold("", "");
    check_fold("Fine-Tuning", "fine-tuning");
    check_fold("Łódź Ærøskøbing", "lodz aeroskobing");
    check_fold("naïve Straße", "naive strasse");
    check_fold("nai\u0308ve", "naive");
    check_fold("ΣΊΣΥΦΟΣ", "σισυφοσ");
    check_fold("ﬁne", "fine");
    check_fold("İstanbul ısı", "istanbul isi");
    check_fold("a\xff", "a<ff>");
    check_fold("हिन्दी", "हिन्दी");
}

static void outside_utf8_the_ellipsis_is_a_tilde(void **state)
{
    (void)state;
    setlocale(LC_ALL, "C");
    check_fit("weights", 3, "we~");
    assert_int_equal(text_width("naïve"), 5);
    setlocale(LC_ALL, "C.UTF-8");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(validity),
        cmocka_unit_test(graphemes),
        cmocka_unit_test(a_grapheme_of_any_length),
        cmocka_unit_test(counting),
        cmocka_unit_test(widths),
        cmocka_unit_test(fitting),
        cmocka_unit_test(padding),
        cmocka_unit_test(wrapping),
        cmocka_unit_test(line_ends),
        cmocka_unit_test(no_line_is_too_long_and_nothing_is_lost),
        cmocka_unit_test(a_long_text_wraps_in_time),
        cmocka_unit_test(folding),
        cmocka_unit_test(other_encodings_are_told),
        cmocka_unit_test(outside_utf8_the_ellipsis_is_a_tilde),
    };

    if (!setlocale(LC_ALL, "C.UTF-8"))
        return 77;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
