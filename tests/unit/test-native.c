/* The native reader over the files in tests/data, which the schema must judge alike, and over inputs made here that are
 * too large to keep. */
#include "config.h"

#include "core/file.h"
#include "core/memory.h"
#include "importers/read/xml.h"
#include "tests/unit/reading.h"

#include <dirent.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/relaxng.h>

#include <setjmp.h>
#include <cmocka.h>

#define START "<gairo xmlns=\"urn:gairo:data:1\" source=\"fixture\">\n"
#define RISK "<risk id=\"risk.fixture\">\n<title>T</title>\n<source ref=\"reference.fixture\" basis=\"law\"/>\n"
#define END "</risk>\n</gairo>\n"

static xmlRelaxNGPtr schema;

static void ignore(void *context, XmlFault fault)
{
    (void)context;
    (void)fault;
}

/* The schema includes two files, so it is read before the reader forbids libxml2 to open any. */
static int set_up(void **state)
{
    char *path = source_path("data/gairo.rng");
    xmlRelaxNGParserCtxtPtr parser = xmlRelaxNGNewParserCtxt(path);

    (void)state;
    schema = xmlRelaxNGParse(parser);
    xmlRelaxNGFreeParserCtxt(parser);
    free(path);
    xml_harden();
    return schema == NULL ? -1 : 0;
}

static int tear_down(void **state)
{
    (void)state;
    xmlRelaxNGFree(schema);
    return 0;
}

static bool schema_accepts(const Text *content)
{
    xmlParserCtxtPtr parser = xmlNewParserCtxt();
    xmlDocPtr document;
    bool valid = false;

    xmlSetStructuredErrorFunc(NULL, ignore);
    document = xmlCtxtReadMemory(parser, content->data == NULL ? "" : content->data, (int)content->length, NULL, NULL,
                                 XML_PARSE_NONET | XML_PARSE_NOENT);
    if (document != NULL) {
        xmlRelaxNGValidCtxtPtr validator = xmlRelaxNGNewValidCtxt(schema);

        xmlRelaxNGSetValidStructuredErrors(validator, ignore, NULL);
        valid = xmlRelaxNGValidateDoc(validator, document) == 0;
        xmlRelaxNGFreeValidCtxt(validator);
    }
    xmlFreeDoc(document);
    xmlFreeParserCtxt(parser);
    xml_silence();
    return valid;
}

static void check_file(const char *folder, const Expected *expected, bool valid_by_schema)
{
    char *path = path_join(folder, expected->file);
    Text content = source_file(path);
    Reading reading = {0};

    read_native(&reading, content.data, content.length);
    check_refused(&reading, expected);
    if (schema_accepts(&content) != valid_by_schema)
        fail_msg("%s: the schema %s it", path, valid_by_schema ? "refuses" : "accepts");
    reading_free(&reading);
    text_free(&content);
    free(path);
}

static void check_invalid(const Expected *expected)
{
    check_file("tests/data/invalid", expected, false);
}

static void check_beyond_schema(const Expected *expected)
{
    check_file("tests/data/beyond-schema", expected, true);
}

static void test_invalid_files_are_refused_at_their_line_and_by_the_schema(void **state)
{
    (void)state;
    assert_true(for_each_expected("tests/data/invalid/EXPECTED", check_invalid) >= 60);
}

static void test_files_are_refused_for_what_no_schema_says(void **state)
{
    (void)state;
    assert_true(for_each_expected("tests/data/beyond-schema/EXPECTED", check_beyond_schema) >= 12);
}

static void test_valid_files_are_read_and_valid_by_the_schema(void **state)
{
    char *folder = source_path("tests/data/valid");
    StringList files = {0};

    (void)state;
    assert_true(folder_files(folder, 1000, &files, NULL));
    assert_true(files.count >= 8);
    for (size_t i = 0; i < files.count; i++) {
        Reading reading = {0};
        Text content = {0};

        assert_true(file_read(files.items[i], 100000, &content, NULL));
        read_native(&reading, content.data, content.length);
        if (reading.refusals > 0)
            fail_msg("%s:%ld: %s", files.items[i], reading.line, reading.reason);
        assert_int_equal(reading.sources, 1);
        assert_true(schema_accepts(&content));
        reading_free(&reading);
        text_free(&content);
    }
    string_list_free(&files);
    free(folder);
}

static void read_string(Reading *reading, const char *xml)
{
    read_native(reading, xml, strlen(xml));
}

static void test_text_is_folded_and_paragraphs_are_kept(void **state)
{
    Reading reading = {0};

    (void)state;
    read_string(&reading, START "<risk id=\"risk.a\">\n <title> A\n  \t risk&#10;&amp; more </title>\n"
                                " <source ref=\"reference.a\" locator=\"a &amp; b\" basis=\"law\"/>\n"
                                " <body>\n <p>One\n two.</p><p> </p><p>Three <![CDATA[<four>]]>.</p>\n</body>\n"
                                " <field name=\"affected\"><p>A</p> <p>B</p></field>\n"
                                " <field name=\"gap\">\n None\n known. </field>\n</risk></gairo>");
    assert_int_equal(reading.refusals, 0);
    assert_string_equal(reading.first->title, "A risk & more");
    assert_string_equal(reading.first->body, "One two.\n\nThree <four>.");
    assert_string_equal(reading.first->citations[0].locator, "a & b");
    assert_string_equal(reading.first->fields[0].text, "A\n\nB");
    assert_string_equal(reading.first->fields[1].text, "None known.");
    assert_null(reading.first->summary);
    reading_free(&reading);
}

static void test_lines_are_where_the_tags_begin(void **state)
{
    Reading reading = {0};

    (void)state;
    read_string(&reading, START "<!-- <risk> -->\n<risk\n  id='risk.a'\n  >\n<title>T</title>\n<source\n"
                                " ref='reference.a'\n basis='law'/>\n\n<field\n name='effect'\n value='raises'/>\n"
                                "<link relation='at'\n to='stage.a' ref='reference.a' basis='law'/></risk></gairo>");
    assert_int_equal(reading.refusals, 0);
    assert_int_equal(reading.first->line, 3);
    assert_int_equal(reading.first->citations[0].line, 7);
    assert_int_equal(reading.first->fields[0].line, 11);
    assert_int_equal(reading.first->links[0].line, 14);
    reading_free(&reading);
}

static void check_stray(const char *xml, long line)
{
    Reading reading = {0};

    read_string(&reading, xml);
    assert_int_equal(reading.refusals, 1);
    assert_int_equal(reading.line, line);
    reading_free(&reading);
}

static void test_stray_words_are_told_with_their_line(void **state)
{
    (void)state;
    check_stray(START RISK "\n\n a\n\n\n" END, 7);
    check_stray(START RISK "\n\n&lt;\n\n\n" END, 7);
    check_stray(START RISK "\n<![CDATA[\n\n a\n\n\n]]>" END, 8);
    check_stray(START RISK "<!--\n\n-->a\n" END, 7);
    check_stray(START "<![CDATA[\na\n]]></gairo>", 3);
}

static void test_a_fault_refuses_its_item_and_reading_goes_on(void **state)
{
    Reading reading = {0};

    (void)state;
    read_string(&reading, START RISK "<foo><bar/></foo><foo/>\n</risk>\n<danger><risk/></danger>\n" RISK "</risk>\n"
                                     "<risk id=\"risk.b\">\n</risk>\n</gairo>");
    assert_int_equal(reading.records, 1);
    assert_int_equal(reading.refusals, 3);
    assert_int_equal(reading.line, 5);
    assert_string_equal(reading.record, "risk.fixture");
    reading_free(&reading);
}

static void test_records_before_a_malformed_place_are_given(void **state)
{
    Reading reading = {0};

    (void)state;
    read_string(&reading, START RISK "</risk>\n<risk id=");
    assert_int_equal(reading.records, 1);
    assert_int_equal(reading.refusals, 1);
    assert_int_equal(reading.line, 6);
    reading_free(&reading);
}

static void test_refusals_of_one_file_are_bounded(void **state)
{
    Reading reading = {0};
    Text xml = {0};

    (void)state;
    text_append(&xml, START);
    for (int i = 0; i < 5000; i++)
        text_append(&xml, "<danger/>\n");
    text_append(&xml, "</gairo>");
    read_native(&reading, xml.data, xml.length);
    assert_int_equal(reading.refusals, READ_REFUSALS_MAX);
    reading_free(&reading);
    text_free(&xml);
}

/* Reads xml, which must be refused once, at that line: that is, without what follows it being read. */
static void check_bounded(const Text *xml, long line, const char *words)
{
    Expected expected = {.line = line};
    Reading reading = {0};

    strcpy(expected.file, "made here");
    strcpy(expected.words, words);
    read_native(&reading, xml->data, xml->length);
    check_refused(&reading, &expected);
    reading_free(&reading);
}

static void test_a_tag_of_many_attributes_is_refused_at_once(void **state)
{
    Text xml = {0};

    (void)state;
    text_append(&xml, START "\n<risk");
    for (int i = 0; i < 200000; i++)
        text_append_format(&xml, " a%d=\"\"", i);
    text_append(&xml, "/></gairo>");
    check_bounded(&xml, 3, "65536");
    text_free(&xml);
}

static void test_a_huge_text_is_refused(void **state)
{
    Text xml = {0};

    (void)state;
    text_append(&xml, START RISK "<field name=\"affected\">");
    for (int i = 0; i < 1000000; i++)
        text_append(&xml, "0123456789 ");
    text_append(&xml, "</field>" END);
    check_bounded(&xml, 5, "262144");
    text_free(&xml);
}

static void test_a_body_of_many_paragraphs_is_bounded(void **state)
{
    Text xml = {0};

    (void)state;
    text_append(&xml, START RISK "<body>");
    for (int i = 0; i < 60000; i++)
        text_append(&xml, "<p>word</p>");
    text_append(&xml, "</body>" END);
    check_bounded(&xml, 5, "262144");
    text_free(&xml);
}

static void test_more_entries_than_a_record_may_have_are_refused(void **state)
{
    Text xml = {0};

    (void)state;
    text_append(&xml, START RISK);
    for (unsigned i = 0; i < RECORD_ENTRIES_MAX; i++)
        text_append_format(&xml, "<link relation=\"at\" to=\"stage.a%u\" ref=\"reference.a\" basis=\"law\"/>\n", i);
    text_append(&xml, END);
    check_bounded(&xml, 5 + RECORD_ENTRIES_MAX - 1, "20000");
    text_free(&xml);
}

static void test_as_many_entries_as_a_record_may_have_are_read(void **state)
{
    Reading reading = {0};
    Text xml = {0};

    (void)state;
    text_append(&xml, START RISK);
    for (unsigned i = 0; i < RECORD_ENTRIES_MAX - 1; i++)
        text_append_format(&xml, "<link relation=\"at\" to=\"stage.a%u\" ref=\"reference.a\" basis=\"law\"/>\n", i);
    text_append(&xml, END);
    read_native(&reading, xml.data, xml.length);
    assert_int_equal(reading.refusals, 0);
    assert_int_equal(reading.first->link_count, RECORD_ENTRIES_MAX - 1);
    reading_free(&reading);
    text_free(&xml);
}

static void test_deep_nesting_is_refused(void **state)
{
    Text xml = {0};

    (void)state;
    text_append(&xml, START);
    for (int i = 0; i < 200000; i++)
        text_append(&xml, "<p>");
    Reading reading = {0};
    read_native(&reading, xml.data, xml.length);
    /* The first p at once; that the parser then comes to its own limit is no second fault. */
    assert_int_equal(reading.refusals, 1);
    assert_int_equal(reading.line, 2);
    reading_free(&reading);
    text_free(&xml);
}

static void test_an_endless_comment_is_refused(void **state)
{
    Text xml = {0};

    (void)state;
    text_append(&xml, START "<!--");
    for (int i = 0; i < 2000000; i++)
        text_append(&xml, "-x");
    check_bounded(&xml, 2, "not well-formed");
    text_free(&xml);
}

static void test_line_and_refused_come_only_from_a_stylesheet(void **state)
{
    static const char xml[] = "<gairo xmlns='urn:gairo:data:1' xmlns:r='urn:gairo:reader:1' source='fixture'>"
                              "<risk id='risk.a' line='7'><r:refused line='9'>a  reason</r:refused></risk>"
                              "<r:refused line='12'>another</r:refused></gairo>";
    ReadInput input = {.file = "a.md", .bytes = xml, .length = strlen(xml)};
    Reading reading = {0};
    ReadOutput output = reading_output(&reading);

    (void)state;
    native_read(&input, NATIVE_STYLESHEET, &output);
    assert_int_equal(reading.refusals, 2);
    assert_int_equal(reading.line, 9);
    assert_string_equal(reading.record, "risk.a");
    assert_string_equal(reading.reason, "a reason");
    reading_free(&reading);
    native_read(&input, NATIVE_FILE, &output);
    assert_int_equal(reading.refusals, 2);
    assert_non_null(strstr(reading.reason, "unknown attribute line"));
    reading_free(&reading);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_valid_files_are_read_and_valid_by_the_schema),
        cmocka_unit_test(test_invalid_files_are_refused_at_their_line_and_by_the_schema),
        cmocka_unit_test(test_files_are_refused_for_what_no_schema_says),
        cmocka_unit_test(test_text_is_folded_and_paragraphs_are_kept),
        cmocka_unit_test(test_lines_are_where_the_tags_begin),
        cmocka_unit_test(test_stray_words_are_told_with_their_line),
        cmocka_unit_test(test_a_fault_refuses_its_item_and_reading_goes_on),
        cmocka_unit_test(test_records_before_a_malformed_place_are_given),
        cmocka_unit_test(test_refusals_of_one_file_are_bounded),
        cmocka_unit_test(test_a_tag_of_many_attributes_is_refused_at_once),
        cmocka_unit_test(test_a_huge_text_is_refused),
        cmocka_unit_test(test_a_body_of_many_paragraphs_is_bounded),
        cmocka_unit_test(test_more_entries_than_a_record_may_have_are_refused),
        cmocka_unit_test(test_as_many_entries_as_a_record_may_have_are_read),
        cmocka_unit_test(test_deep_nesting_is_refused),
        cmocka_unit_test(test_an_endless_comment_is_refused),
        cmocka_unit_test(test_line_and_refused_come_only_from_a_stylesheet),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
