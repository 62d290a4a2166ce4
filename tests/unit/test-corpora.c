/* The test files of others, where GAIRO_SHARED names a folder that has corpora/: the Unicode Consortium's for
 * graphemes, Markus Kuhn's for UTF-8 decoders. Skipped as a whole, visibly, where there are none. */
#include "tests/unit/test.h"

#include "core/file.h"
#include "core/memory.h"
#include "core/sanitise.h"
#include "core/text.h"
#include "core/unicode.h"

#include <ctype.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SKIPPED 77

/* The path of a packed corpus; NULL where it is not there. The caller owns it. */
static char *archive_path(const char *name)
{
    const char *shared = getenv("GAIRO_SHARED");
    char *path = shared && *shared ? string_format("%s/corpora/%s", shared, name) : NULL;

    if (path && file_exists(path))
        return path;
    free(path);
    return NULL;
}

static Text read_member(const char *archive, const char *member)
{
    char *path = archive_path(archive);
    Text content = {0};
    char bytes[4096];
    size_t count;

    setenv("ARCHIVE", path, 1);
    setenv("MEMBER", member, 1);
    FILE *stream = popen("tar -xOf \"$ARCHIVE\" \"$MEMBER\"", "r");
    assert_non_null(stream);
    while ((count = fread(bytes, 1, sizeof bytes, stream)) > 0)
        text_append_bytes(&content, bytes, count);
    assert_int_equal(pclose(stream), 0);
    assert_true(content.length > 0);
    free(path);
    return content;
}

static void append_character(Text *text, unsigned long character)
{
    if (character < 0x80) {
        text_append_character(text, (char)character);
    } else if (character < 0x800) {
        text_append_character(text, (char)(0xC0 | character >> 6));
        text_append_character(text, (char)(0x80 | (character & 0x3F)));
    } else if (character < 0x10000) {
        text_append_character(text, (char)(0xE0 | character >> 12));
        text_append_character(text, (char)(0x80 | (character >> 6 & 0x3F)));
        text_append_character(text, (char)(0x80 | (character & 0x3F)));
    } else {
        text_append_character(text, (char)(0xF0 | character >> 18));
        text_append_character(text, (char)(0x80 | (character >> 12 & 0x3F)));
        text_append_character(text, (char)(0x80 | (character >> 6 & 0x3F)));
        text_append_character(text, (char)(0x80 | (character & 0x3F)));
    }
}

/* "÷ 0020 × 0308 ÷": the text, and the offsets of the breaks in it, as "0 3 ". */
static void parse_case(char *line, Text *text, Text *breaks)
{
    for (char *rest, *token = strtok_r(line, " \t\r", &rest); token; token = strtok_r(NULL, " \t\r", &rest)) {
        if (strcmp(token, "÷") == 0)
            text_append_format(breaks, "%zu ", text->length);
        else if (strcmp(token, "×") != 0)
            append_character(text, strtoul(token, NULL, 16));
    }
}

static Text walk(const char *text)
{
    Text breaks = {0};
    size_t at = 0;

    text_append(&breaks, "0 ");
    for (size_t length; (length = grapheme_length(text + at)) > 0; text_append_format(&breaks, "%zu ", at))
        at += length;
    return breaks;
}

static void graphemes_break_as_in_unicode_15(void **state)
{
    (void)state;
    Text content = read_member("ucd15-tests.tar.xz", "ucd15/GraphemeBreakTest.txt");
    int cases = 0, failed = 0;

    for (char *rest, *line = strtok_r(content.data, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest)) {
        Text text = {0}, breaks = {0};
        line[strcspn(line, "#")] = '\0';
        parse_case(line, &text, &breaks);
        if (text.length) {
            Text walked = walk(text.data);
            cases++;
            if (strcmp(walked.data, breaks.data) != 0) {
                print_message("breaks at %s instead of %s\n", walked.data, breaks.data);
                failed++;
            }
            text_free(&walked);
        }
        text_free(&text);
        text_free(&breaks);
    }
    print_message("%d cases, %d differ\n", cases, failed);
    assert_int_equal(cases, 602);
    assert_int_equal(failed, 0);
    text_free(&content);
}

/* Calls visit for each line, with its number. */
static void each_line(const Text *content, void (*visit)(const char *line, size_t length, int number))
{
    int number = 1;

    for (size_t start = 0; start < content->length; number++) {
        const char *line = content->data + start;
        const char *end = memchr(line, '\n', content->length - start);
        size_t length = end ? (size_t)(end - line) : content->length - start;
        visit(line, length, number);
        start += length + 1;
    }
}

/* Where in the file the cases lie, from its own headings. */
enum { MALFORMED_FIRST = 100, NONCHARACTERS_FIRST = 266 };

/* Before the malformed sequences come boundary cases; those above U+10FFFF are no UTF-8 since RFC 3629. */
static bool is_beyond_unicode(const char *line)
{
    static const char *const numbers[] = {"2.1.5", "2.1.6", "2.2.4", "2.2.5", "2.2.6", "2.3.5"};

    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (strncmp(line, numbers[i], 5) == 0)
            return true;
    return false;
}

static int good_lines, bad_lines;

static void check_validity(const char *line, size_t length, int number)
{
    bool is_ascii = true;

    for (size_t i = 0; i < length; i++)
        is_ascii = is_ascii && (unsigned char)line[i] < 0x80;
    bool expected = is_ascii || number >= NONCHARACTERS_FIRST || (number < MALFORMED_FIRST && !is_beyond_unicode(line));
    if (utf8_is_valid(line, length, NULL) != expected)
        fail_msg("line %d should be %s", number, expected ? "valid" : "invalid");
    good_lines += expected && !is_ascii;
    bad_lines += !expected;
}

static void decoder_stress_test(void **state)
{
    (void)state;
    Text content = read_member("utf8-kuhn.tar.gz", "utf8-kuhn/UTF-8-test.txt");

    each_line(&content, check_validity);
    print_message("%d lines with sequences that are valid, %d with others\n", good_lines, bad_lines);
    assert_true(good_lines > 10);
    assert_true(bad_lines > 60);
    text_free(&content);
}

static void the_stress_test_is_sanitised(void **state)
{
    (void)state;
    Text content = read_member("utf8-kuhn.tar.gz", "utf8-kuhn/UTF-8-test.txt");
    char *clean = sanitise(content.data, content.length, SANITISE_LINES);
    char *again = sanitise_string(clean, SANITISE_LINES);

    assert_true(utf8_is_valid(clean, strlen(clean), NULL));
    assert_string_equal(clean, again);
    for (const char *at = clean; *at; at++)
        assert_true(*at == '\n' || !iscntrl((unsigned char)*at));
    assert_non_null(strstr(clean, "\"\u03BA\u1F79\u03C3\u03BC\u03B5\""));
    assert_non_null(strstr(clean, "3.5.1  fe = \"<FE>\""));
    assert_non_null(strstr(clean, "4.1.1 U+002F = c0 af             = \"<C0><AF>\""));
    assert_non_null(strstr(clean, "5.3.1  U+FFFE = ef bf be = \"<U+FFFE>\""));
    free(clean);
    free(again);
    text_free(&content);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(graphemes_break_as_in_unicode_15),
        cmocka_unit_test(decoder_stress_test),
        cmocka_unit_test(the_stress_test_is_sanitised),
    };
    char *unicode = archive_path("ucd15-tests.tar.xz"), *kuhn = archive_path("utf8-kuhn.tar.gz");
    bool both = unicode && kuhn;

    free(unicode);
    free(kuhn);
    if (!both) {
        puts("skipped: GAIRO_SHARED names no folder with corpora/ucd15-tests.tar.xz and corpora/utf8-kuhn.tar.gz");
        return SKIPPED;
    }
    setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
