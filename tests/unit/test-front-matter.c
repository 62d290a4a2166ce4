/* Front matter, stylesheets and what both refuse. */
#include "config.h"

#include "core/file.h"
#include "core/memory.h"
#include "importers/read/front-matter.h"
#include "importers/read/transform.h"
#include "importers/read/xml.h"
#include "importers/read/yaml-xml.h"
#include "tests/unit/reading.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <setjmp.h>
#include <cmocka.h>

#define SHEET(body)                                                                                                    \
    "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'"                                   \
    " xmlns:exsl='http://exslt.org/common' extension-element-prefixes='exsl'>\n" body "</xsl:stylesheet>"

static int set_up(void **state)
{
    (void)state;
    xml_harden();
    return 0;
}

static void check_generic(const char *text, const char *expected)
{
    ReadInput input = {.file = "folder/a.b.md", .bytes = text, .length = strlen(text)};
    Error error = {0};
    Text xml = {0};

    if (!front_matter_read(&input, &xml, &error))
        fail_msg("line %ld: %s", error.line, error.message);
    assert_string_equal(xml.data, expected);
    text_free(&xml);
}

#define DOCUMENT "<document xmlns=\"urn:gairo:reader:1\" file=\"a.b.md\" stem=\"a.b\">"

static void test_entries_members_and_content_have_their_lines(void **state)
{
    (void)state;
    check_generic("---\na: 1\nb:\n  - x\n  - c: <&>\n    \"d\": ''\ne: [true, ~]\n---\n\nText\nmore\n", DOCUMENT
                  "<entry key=\"a\" line=\"2\">1</entry><entry key=\"b\" line=\"3\"><member line=\"4\">x</member>"
                  "<member line=\"5\"><entry key=\"c\" line=\"5\">&lt;&amp;&gt;</entry>"
                  "<entry key=\"d\" line=\"6\"></entry></member></entry><entry key=\"e\" line=\"7\">"
                  "<member line=\"7\">true</member><member line=\"7\">~</member></entry>"
                  "<content line=\"10\">Text&#10;more&#10;</content></document>");
    check_generic("---\r\na: |\r\n  x\r\n  y\r\n--- \r\n",
                  DOCUMENT "<entry key=\"a\" line=\"2\">x&#10;y&#10;</entry></document>");
    check_generic("---\na: --- not an end\n---",
                  DOCUMENT "<entry key=\"a\" line=\"2\">--- not an end</entry></document>");
}

static void test_a_files_name_must_be_text(void **state)
{
    static const char *const names[] = {"a\xff.md", "a\x01.md"};
    Error error = {0};

    (void)state;
    for (size_t i = 0; i < 2; i++) {
        Text xml = {0};

        assert_false(
            front_matter_read(&(ReadInput){.file = names[i], .bytes = "---\na: b\n---", .length = 12}, &xml, &error));
        assert_non_null(strstr(error.message, "name"));
        error_clear(&error);
        text_free(&xml);
    }
}

static void check_invalid(const Expected *expected)
{
    char *path = path_join("tests/data/openness/invalid", expected->file);
    Text content = source_file(path);
    Reading reading = {0};

    read_openness(&reading, expected->file, content.data == NULL ? "" : content.data, content.length);
    check_refused(&reading, expected);
    assert_int_equal(reading.records, 0);
    reading_free(&reading);
    text_free(&content);
    free(path);
}

static void test_invalid_companion_files_are_refused_at_their_line(void **state)
{
    (void)state;
    assert_true(for_each_expected("tests/data/openness/EXPECTED", check_invalid) >= 30);
}

static void check_fixture(const char *name, const char *id, const char *title)
{
    char *path = path_join("tests/data/openness/valid", name);
    Text content = source_file(path);
    Reading reading = {0};

    read_openness(&reading, name, content.data, content.length);
    if (reading.refusals > 0)
        fail_msg("%s:%ld: %s", name, reading.line, reading.reason);
    assert_int_equal(reading.records, 1);
    assert_string_equal(reading.first->id, id);
    assert_string_equal(reading.first->title, title);
    assert_string_equal(reading.first->citations[0].locator, name);
    assert_int_equal(reading.first->cell_count, COMPONENT_COUNT);
    for (size_t i = 0; i < COMPONENT_COUNT; i++)
        assert_string_equal(reading.first->cells[i].component, component_ids[i]);
    reading_free(&reading);
    text_free(&content);
    free(path);
}

static void test_companion_files_become_models(void **state)
{
    (void)state;
    check_fixture("fixture-1.md", "model.fixture-1", "Fixture 1");
    check_fixture("fixture-1.5+r.md", "model.fixture-1.5+r", "Fixture 1.5 R+");
    check_fixture("fixture-crlf.md", "model.fixture-crlf", "Fixture 1");
    check_fixture("fixture-marked.md", "model.fixture-marked", "Fixture 1");
}

static void check_cell(const RecordCell *cell, const char *value, const char *licence, const char *guess, long line)
{
    assert_string_equal(cell->value, value);
    assert_int_equal(string_compare(cell->licence, licence), 0);
    assert_int_equal(string_compare(cell->guess, guess), 0);
    assert_null(cell->text);
    assert_int_equal(cell->line, line);
}

static void test_a_companion_file_says_what_its_record_says(void **state)
{
    Text content = source_file("tests/data/openness/valid/fixture-1.md");
    Reading reading = {0};

    (void)state;
    read_openness(&reading, "fixture-1.md", content.data, content.length);
    assert_int_equal(reading.records, 1);
    assert_int_equal(reading.first->kind, KIND_MODEL);
    assert_null(reading.first->summary);
    assert_null(reading.first->body);
    assert_int_equal(reading.first->citation_count, 1);
    assert_string_equal(reading.first->citations[0].reference, "reference.companion");
    assert_string_equal(reading.first->citations[0].basis, "companion");
    assert_int_equal(reading.first->field_count, 2);
    assert_string_equal(reading.first->fields[0].name, "released");
    assert_string_equal(reading.first->fields[0].value, "2024-03");
    assert_int_equal(reading.first->fields[0].line, 5);
    assert_string_equal(reading.first->fields[1].name, "url");
    assert_string_equal(reading.first->fields[1].value, "https://example.org/fixture");
    assert_int_equal(reading.first->link_count, 0);
    check_cell(&reading.first->cells[0], "5", "Apache 2.0", NULL, 10);
    check_cell(&reading.first->cells[1], "unknown", NULL, NULL, 13);
    check_cell(&reading.first->cells[2], "not-applicable", NULL, NULL, 15);
    check_cell(&reading.first->cells[3], "unknown", NULL, "D3 or D4", 18);
    check_cell(&reading.first->cells[6], "2", "Quoted: licence", NULL, 27);
    reading_free(&reading);
    text_free(&content);
}

/* Front matter of that many repetitions between a start and an end must be refused, with those words: those of the
 * limit, so without more of it being read. */
static void check_bounded(const char *start, const char *repeated, size_t times, const char *end, const char *words)
{
    Text text = {0}, xml = {0};
    Error error = {0};

    text_append(&text, "---\n");
    text_append(&text, start);
    for (size_t i = 0; i < times; i++)
        text_append(&text, repeated);
    text_append(&text, end);
    text_append(&text, "\n---\n");
    assert_false(
        front_matter_read(&(ReadInput){.file = "a.md", .bytes = text.data, .length = text.length}, &xml, &error));
    if (strstr(error.message, words) == NULL)
        fail_msg("\"%.20s…\" is refused for \"%s\"", start[0] == '\0' ? repeated : start, error.message);
    error_clear(&error);
    text_free(&xml);
    text_free(&text);
}

static void test_yaml_bombs_are_refused_without_much_work(void **state)
{
    (void)state;
    check_bounded("a: ", "[", 1000000, "", "deeper than 32");
    check_bounded("a: ", "{a: ", 500000, "", "deeper than 32");
    check_bounded("a:\n", "- ", 1000000, "x", "deeper than 32");
    check_bounded("", "? ", 1000000, "x", "a key that is no text");
    check_bounded("a: [", "1, ", 300000, "]", "more entries");
    check_bounded("a: &a [x, x, x]\nb: &b [*a, *a, *a]\n", "", 0, "", "anchor, alias or tag");
    check_bounded("a: '", "0123456789", 100000, "'", "longer than 256 KiB");
    check_bounded("", "0123456789", 100000, ": x", "key");
    check_bounded("a: '", "0123456789", 1000000, "'", "more than 4 MiB");
    check_bounded("\"a\": ", "!", 1000000, "", "YAML");
}

static void test_many_keys_are_read(void **state)
{
    Text text = {0}, xml = {0};

    (void)state;
    text_append(&text, "---\n");
    for (int i = 0; i < 90000; i++)
        text_append_format(&text, "k%d: x\n", i);
    text_append(&text, "---\n");
    assert_true(front_matter_read(&(ReadInput){.file = "a.md", .bytes = text.data, .length = text.length}, &xml, NULL));
    text_free(&xml);
    text_free(&text);
}

/* A stylesheet must fail with these words, when it is compiled or when it runs. */
static void check_failing(const char *stylesheet, long line, const char *words)
{
    Transform *transform;
    Error error = {0};
    Text xml = {0}, result = {0};

    text_append(&xml, "<a><b/></a>");
    transform = transform_new("fixture.xsl", stylesheet, strlen(stylesheet), &error);
    if (transform != NULL && transform_apply(transform, &xml, &result, &error))
        fail_msg("it gives \"%s\" instead of failing with \"%s\"", result.data, words);
    assert_string_equal(error.file, "fixture.xsl");
    assert_int_equal(error.line, line);
    if (strstr(error.message, words) == NULL || strchr(error.message, '\n') != NULL)
        fail_msg("it fails with \"%s\" instead of \"%s\"", error.message, words);
    transform_free(transform);
    error_clear(&error);
    text_free(&result);
    text_free(&xml);
}

static void test_a_stylesheet_can_reach_nothing(void **state)
{
    (void)state;
    check_failing(
        SHEET("<xsl:template match='/'><a><xsl:copy-of select=\"document('/etc/passwd')\"/></a></xsl:template>"), 2,
        "/etc/passwd");
    check_failing(SHEET("<xsl:import href='other.xsl'/>"), 2, "other.xsl");
    check_failing(SHEET("<xsl:include href='http://localhost/other.xsl'/>"), 2, "other.xsl");
    check_failing("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", 1, "DOCTYPE");
    check_failing(SHEET("<xsl:template match='/'><exsl:document href='/tmp/gairo-x'>x</exsl:document></xsl:template>"),
                  2, "extension document");
    check_failing(SHEET("<xsl:template match='/'><xsl:document href='/tmp/gairo-x'>x</xsl:document></xsl:template>"), 2,
                  "/tmp/gairo-x");
}

static void test_a_stylesheet_without_end_is_stopped(void **state)
{
    (void)state;
    check_failing(SHEET("<xsl:template match='/' name='a'><xsl:call-template name='a'/></xsl:template>"), 2,
                  "infinite");
}

static void test_a_faulty_stylesheet_is_told_with_its_line(void **state)
{
    (void)state;
    check_failing(SHEET("<xsl:template match='/'>\n<xsl:value-of select='1 +'/></xsl:template>"), 3,
                  "Invalid expression");
    check_failing(SHEET("<xsl:template match='/'>\n<xsl:value-of select='unknown()'/></xsl:template>"), 3, "unknown");
    check_failing(
        SHEET("<xsl:template match='/'>\n<xsl:message terminate='yes'>stop here</xsl:message></xsl:template>"), 3,
        "stop here");
    check_failing("<xsl:stylesheet", 1, "not well-formed");
}

static void test_the_companion_data_is_read(void **state)
{
    const char *shared = getenv("GAIRO_SHARED");
    char *folder = shared == NULL ? NULL : path_join(shared, "sources/openness");
    StringList files = {0};

    (void)state;
    if (folder == NULL || !file_exists(folder)) {
        free(folder);
        print_message("the companion data is not here (GAIRO_SHARED)\n");
        skip();
    }
    assert_true(folder_files(folder, 1000, &files, NULL));
    assert_int_equal(files.count, 45);
    for (size_t i = 0; i < files.count; i++) {
        Reading reading = {0};
        Text content = {0};

        assert_true(file_read(files.items[i], 100000, &content, NULL));
        read_openness(&reading, path_name(files.items[i]), content.data, content.length);
        if (reading.refusals > 0)
            fail_msg("%s:%ld: %s", files.items[i], reading.line, reading.reason);
        assert_int_equal(reading.records, 1);
        reading_free(&reading);
        text_free(&content);
    }
    string_list_free(&files);
    free(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_entries_members_and_content_have_their_lines),
        cmocka_unit_test(test_a_files_name_must_be_text),
        cmocka_unit_test(test_companion_files_become_models),
        cmocka_unit_test(test_a_companion_file_says_what_its_record_says),
        cmocka_unit_test(test_invalid_companion_files_are_refused_at_their_line),
        cmocka_unit_test(test_yaml_bombs_are_refused_without_much_work),
        cmocka_unit_test(test_many_keys_are_read),
        cmocka_unit_test(test_a_stylesheet_can_reach_nothing),
        cmocka_unit_test(test_a_stylesheet_without_end_is_stopped),
        cmocka_unit_test(test_a_faulty_stylesheet_is_told_with_its_line),
        cmocka_unit_test(test_the_companion_data_is_read),
    };

    return cmocka_run_group_tests(tests, set_up, NULL);
}
