/* The readers that make generic XML: what they give, in what pieces, and what they refuse at which line. */
#include "tests/unit/test.h"

#include "core/memory.h"
#include "importers/protocol.h"
#include "importers/read/functions.h"
#include "importers/read/manifest.h"
#include "importers/read/readers.h"
#include "importers/read/transform.h"
#include "importers/read/xml.h"

#include <stdlib.h>
#include <string.h>

typedef struct Given {
    Text xml; /* the documents, one behind the other */
    size_t documents;
    size_t refused;
    long line; /* of the last refused record */
    Text remarks;
    size_t wanted; /* documents; 0: all */
} Given;

static bool take(void *context, const Text *xml)
{
    Given *given = context;

    text_append_bytes(&given->xml, xml->data, xml->length);
    given->documents++;
    return given->wanted == 0 || given->documents < given->wanted;
}

static void refused(void *context, long line, const char *reason)
{
    Given *given = context;

    assert_non_null(reason);
    given->refused++;
    given->line = line;
}

static void remark(void *context, long line, const char *text)
{
    Given *given = context;

    text_append_format(&given->remarks, "%ld: %s\n", line, text);
}

static bool read_as(const char *reader, const char *bytes, size_t length, const ReadSettings *settings, Given *given,
                    Error *error)
{
    ReadInput input = {.file = "folder/a.b.c", .bytes = bytes, .length = length};
    ReadBatches batches = {.take = take, .refused = refused, .remark = remark, .context = given};

    xml_harden();
    return reader_find(reader)(&input, settings, &batches, error);
}

static const ReadSettings plain;

/* The reader must make exactly that between <document …> and </document>. */
static void check(const char *reader, const ReadSettings *settings, const char *bytes, const char *expected)
{
    static const char start[] = "<document xmlns=\"urn:gairo:reader:1\" file=\"a.b.c\" stem=\"a.b\">";
    Given given = {0};
    Error error = {0};
    char *whole = string_format("%s%s</document>", start, expected);

    if (!read_as(reader, bytes, strlen(bytes), settings, &given, &error))
        fail_msg("%ld: %s", error.line, error.message);
    assert_string_equal(given.xml.data, whole);
    free(whole);
    text_free(&given.xml);
}

static void check_fault(const char *reader, const char *bytes, size_t length, long line, const char *words)
{
    Given given = {0};
    Error error = {0};

    if (read_as(reader, bytes, length, &plain, &given, &error))
        fail_msg("%s was read", bytes);
    if (error.line != line || strstr(error.message, words) == NULL)
        fail_msg("%ld: %s", error.line, error.message);
    assert_string_equal(error.file, "folder/a.b.c");
    error_clear(&error);
    text_free(&given.xml);
}
#define FAULT(reader, bytes, line, words) check_fault(reader, bytes, sizeof(bytes) - 1, line, words)

static void yaml_is_read(void **state)
{
    (void)state;
    check("yaml", &plain, "a: 1\nb:\n- x\n- c: <&\n",
          "<entry key=\"a\" line=\"1\">1</entry><entry key=\"b\" line=\"2\"><member line=\"3\">x</member>"
          "<member line=\"4\"><entry key=\"c\" line=\"4\">&lt;&amp;</entry></member></entry>");
    check("yaml", &plain, "- a: 1\n- a: 2\n",
          "<member line=\"1\"><entry key=\"a\" line=\"1\">1</entry></member>"
          "<member line=\"2\"><entry key=\"a\" line=\"2\">2</entry></member>");
    check("yaml", &plain, "a: &x [1, 2]\nb: *x\nc: &x 3\nd: *x\n",
          "<entry key=\"a\" line=\"1\"><member line=\"1\">1</member><member line=\"1\">2</member></entry>"
          "<entry key=\"b\" line=\"2\"><member line=\"1\">1</member><member line=\"1\">2</member></entry>"
          "<entry key=\"c\" line=\"3\">3</entry><entry key=\"d\" line=\"4\">3</entry>");
    check("yaml", &plain, "a: !!str 5\nb: ~\nc: !!timestamp 2024-01-01\n",
          "<entry key=\"a\" line=\"1\">5</entry><entry key=\"b\" line=\"2\">~</entry>"
          "<entry key=\"c\" line=\"3\">2024-01-01</entry>");
    FAULT("yaml", "a: b\n--- \nc: d\n", 2, "a second YAML document");
    FAULT("yaml", "a: *b\n", 1, "the alias *b has no anchor before it");
    FAULT("yaml", "*b : a\n", 1, "");
    FAULT("yaml", "text\n", 1, "text where");
    FAULT("yaml", "a: [1\nb: 2\n", 2, "not well-formed YAML");
    FAULT("yaml", "\n\n", 0, "empty");
}

static void json_is_read(void **state)
{
    (void)state;
    check("json", &plain, "{\"a\": 1.50, \"b\": [null, true, \"x\\ny\"]}",
          "<entry key=\"a\" line=\"1\" type=\"number\">1.5</entry><entry key=\"b\" line=\"1\">"
          "<member line=\"1\" type=\"null\"></member><member line=\"1\" type=\"boolean\">true</member>"
          "<member line=\"1\">x&#10;y</member></entry>");
    check("json", &plain, "\xEF\xBB\xBF[\n {\"a\": 2023.0},\n\n \"b\"]\n",
          "<member line=\"2\"><entry key=\"a\" line=\"2\" type=\"number\">2023</entry></member>"
          "<member line=\"4\">b</member>");
    check("json", &plain, "[{\"a,]:\\\"{\"\n:\n[{}, [ ],\n \"]\\\\\",{\"b\":\n-1e3}],\n\"c\": {\"d\":null,\n\"e\":true}\n},\n{\"f\": \"\"}]",
          "<member line=\"1\"><entry key=\"a,]:&quot;{\" line=\"3\"><member line=\"3\"></member><member line=\"3\"></member>"
          "<member line=\"4\">]\\</member><member line=\"4\"><entry key=\"b\" line=\"5\" type=\"number\">-1000</entry></member>"
          "</entry><entry key=\"c\" line=\"6\"><entry key=\"d\" line=\"6\" type=\"null\"></entry>"
          "<entry key=\"e\" line=\"7\" type=\"boolean\">true</entry></entry></member>"
          "<member line=\"9\"><entry key=\"f\" line=\"9\"></entry></member>");
    check("json", &plain, "{\n\"a\":\n1, \"b\": \n{\"c\":\n2}}",
          "<entry key=\"a\" line=\"3\" type=\"number\">1</entry><entry key=\"b\" line=\"4\"><entry key=\"c\" line=\"5\" "
          "type=\"number\">2</entry></entry>");
    check("json", &plain, " [ ] ", "");
    check("json-lines", &plain, "{\"a\": 1}\n\n[2]\n",
          "<member line=\"1\"><entry key=\"a\" line=\"1\" type=\"number\">1</entry></member>"
          "<member line=\"3\"><member line=\"3\" type=\"number\">2</member></member>");
    FAULT("json", "[1,\n2,\n3 4]", 3, "a comma or ] is expected");
    FAULT("json", "{\"a\": 1,\n\"a\": 2}", 2, "duplicate");
    FAULT("json", "5", 1, "neither an object nor a list");
    FAULT("json", "{\"a\": \"\x01\"}", 1, "not well-formed JSON");
    FAULT("json", "{\"a\": \"\\u0001\"}", 1, "a control character");
    FAULT("json", "[{\"a\": 1,\n\"b\": [1,\n\"\\u0001\"]}]", 3, "a control character");
    FAULT("json", "[{\"a\": 1,\n\"\": 1}]", 2, "a key that is empty");
    FAULT("json-lines", "{\"a\": 1}\n{\"a\": \"\\u0001\"}\n", 2, "a control character");
    FAULT("json-lines", "{}\n{} {}\n", 2, "more than one value on the line");
    FAULT("json-lines", "{}\n{\"a\":\n1}\n", 2, "not well-formed JSON");
}

#ifdef HAVE_LIBCSV
static void tables_are_read(void **state)
{
    static const ReadSettings loose = {.short_rows = true, .comments = "#"};
    Given given = {0};

    (void)state;
    check("csv", &plain, "\xEF\xBB\xBF a ,\"b\"\r\n1,\"two\nlines, \"\"quoted\"\"\"\r\n\r\n , 3",
          "<member line=\"2\"><entry key=\"a\" line=\"2\">1</entry><entry key=\"b\" line=\"2\">two&#10;lines, &quot;quoted&quot;</entry>"
          "</member><member line=\"5\"><entry key=\"a\" line=\"5\"> </entry><entry key=\"b\" line=\"5\"> 3</entry></member>");
    check("csv", &plain, "a,b,c\n\"x\ny\",2,\"\n\n\"\n1,\"\n\",\n",
          "<member line=\"2\"><entry key=\"a\" line=\"2\">x&#10;y</entry><entry key=\"b\" line=\"3\">2</entry>"
          "<entry key=\"c\" line=\"3\">&#10;&#10;</entry></member>"
          "<member line=\"6\"><entry key=\"a\" line=\"6\">1</entry><entry key=\"b\" line=\"6\">&#10;</entry>"
          "<entry key=\"c\" line=\"7\"></entry></member>");
    check("tsv", &loose, "#one\n# two\na\tb\n1\n#3\t\"4, 5\"\n",
          "<comment line=\"1\">one</comment><comment line=\"2\"> two</comment><member line=\"4\">"
          "<entry key=\"a\" line=\"4\">1</entry></member><member line=\"5\"><entry key=\"a\" line=\"5\">#3</entry>"
          "<entry key=\"b\" line=\"5\">4, 5</entry></member>");
    assert_true(read_as("csv", "a,b\n1\n1,2\n1,2,3\n", 16, &plain, &given, NULL));
    assert_int_equal(given.refused, 2);
    assert_int_equal(given.line, 4);
    assert_non_null(strstr(given.xml.data, "<member line=\"3\">"));
    text_free(&given.xml);
    Text many = {0};
    text_append(&many, "a\n");
    for (int i = 0; i < 100010; i++)
        text_append(&many, "1\n");
    given = (Given){0};
    assert_true(read_as("csv", many.data, many.length, &plain, &given, NULL));
    assert_int_equal(given.documents, 100010 / 32 + 1);
    text_free(&many);
    text_free(&given.xml);
    FAULT("csv", "a,b\n1,\"2\n3,4\n", 2, "a quoted value in the row that begins here is not closed");
    FAULT("csv", "a,b\n1,2\n3,4\"5\n", 3, "a quote stands where none may");
    FAULT("csv", "a,\n1,2\n", 1, "a column without a name");
    FAULT("csv", "a,b,a\n", 1, "the column \"a\" is there twice");
    FAULT("csv", "a,\"b\"c\n1,2\n", 1, "a quote stands where none may");
    FAULT("tsv", "a\tb\n1\t\0\n", 2, "a NUL byte");
    FAULT("csv", "a\n\xE9\n", 2, "not valid UTF-8");
}

/* What a table gives beside its records: those with a fault, and those that no record is told from. */
static void check_table(const char *bytes, const ReadSettings *settings, size_t refusals, long line, const char *members,
                        const char *words)
{
    Given given = {0};
    Error error = {0};
    bool good = read_as("csv", bytes, strlen(bytes), settings, &given, &error);
    char *found = given.xml.data == NULL ? string_copy("") : string_copy(given.xml.data);
    Text lines = {0};

    for (const char *at = found; (at = strstr(at, "<member line=\"")) != NULL; at++)
        text_append_format(&lines, "%ld ", strtol(at + strlen("<member line=\""), NULL, 10));
    assert_string_equal(lines.data == NULL ? "" : lines.data, members);
    assert_int_equal(given.refused, refusals);
    assert_int_equal(given.line, line);
    if (words == NULL ? !good : good || strstr(error.message, words) == NULL)
        fail_msg("%s: %s", bytes, good ? "read" : error.message);
    error_clear(&error);
    text_free(&lines);
    free(found);
    text_free(&given.xml);
    text_free(&given.remarks);
}

static void one_bad_row_costs_no_other(void **state)
{
    static const ReadSettings whole = {.whole = true};
    static const char cannot[] = "where the next record begins cannot be known: from line 3 on the file was not read";

    (void)state;
    check_table("a,b\n1,2\n3,\"4\"5\n6,7\n", &plain, 1, 3, "2 4 ", NULL);
    check_table("a,b\n1,2\n3,\"4 \"5\" 6\"\r\n6,7\n", &plain, 1, 3, "2 4 ", NULL);
    /* The fault is told where it is seen; the row began before. */
    check_table("a,b\n1,2\n\"3,4\nx\"5,6\n7,8\n", &plain, 1, 4, "2 5 ", NULL);
    check_table("a,b\n1,2\n\x01,4\n5,6\n", &plain, 1, 3, "2 4 ", NULL);
    check_table("a,b\n1,2\n\"3\n\",\x01\n5,6\n", &plain, 1, 4, "2 5 ", NULL);
    /* One quote too few or too many: whatever follows may be within it. */
    check_table("a,b\n1,2\n3,4\"5\n6,7\n", &plain, 0, 0, "2 ", cannot);
    check_table("a,b\n1,2\n\"3,4\n\"5,6\n7,8\n", &plain, 1, 4, "2 5 ", NULL);
    check_table("a,b\n1,2\n\"3,4\n\"5\",6\n7,8\n", &plain, 0, 0, "2 ", cannot);
    check_table("a,b\n1,2\n\"3,4\n5,6\n", &plain, 0, 0, "2 ", cannot);
    check_table("a,b\n1,2\n3,\"4\"5\r6,7\n8,9\n", &plain, 0, 0, "2 ", cannot);
    /* Half of what belongs together is worse than nothing. */
    check_table("a,b\n1,2\n\"3,4\n", &whole, 0, 0, "", "nothing of the file was read");
}

static void a_table_without_rows_says_so(void **state)
{
    static const char *const empty[] = {"a,b", "a,b\n", "a,b\r\n\n,\n"};

    (void)state;
    for (size_t i = 0; i < sizeof(empty) / sizeof(empty[0]); i++) {
        Given given = {0};

        assert_true(read_as("csv", empty[i], strlen(empty[i]), &plain, &given, NULL));
        assert_int_equal(given.documents, 0);
        assert_string_equal(given.remarks.data, "0: no records: the file has only its header\n");
        text_free(&given.remarks);
    }
    Given given = {0};
    assert_true(read_as("csv", "a,b\n1\n", 6, &plain, &given, NULL));
    assert_int_equal(given.remarks.length, 0);
}
#endif

static void lists_come_in_batches(void **state)
{
    static const ReadSettings whole = {.whole = true}, single = {.single = true};
    const struct {
        const ReadSettings *settings;
        size_t documents, wanted;
    } cases[] = {{&plain, 4, 0}, {&whole, 1, 0}, {&single, 100, 0}, {&single, 3, 3}};
    Text text = {0};

    (void)state;
    for (int i = 0; i < 100; i++)
        text_append_format(&text, "- %d\n", i);
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Given given = {.wanted = cases[i].wanted};

        assert_true(read_as("yaml", text.data, text.length, cases[i].settings, &given, NULL));
        assert_int_equal(given.documents, cases[i].documents);
        text_free(&given.xml);
    }
    text_free(&text);
}

static void xml_keeps_its_names_and_gets_lines(void **state)
{
    static const char bytes[] = "<?xml version='1.0'?>\n<?style x?><a b='1'>\n<!-- c --><d xmlns='urn:d'>e</d></a>";
    Given given = {0};

    (void)state;
    assert_true(read_as("xml", bytes, sizeof(bytes) - 1, &plain, &given, NULL));
    assert_string_equal(
        given.xml.data,
        "<gairo-reader:document xmlns:gairo-reader=\"urn:gairo:reader:1\" file=\"a.b.c\" stem=\"a.b\">"
        "<a xmlns:gairo-reader=\"urn:gairo:reader:1\" b=\"1\" gairo-reader:line=\"2\">\n"
        "<d xmlns=\"urn:d\" gairo-reader:line=\"3\">e</d></a></gairo-reader:document>");
    text_free(&given.xml);
    FAULT("xml", "<a>\n<!DOCTYPE b>\n</a>", 2, "a DOCTYPE is not allowed");
    FAULT("xml", "<a>\n&b;</a>", 2, "not well-formed XML");
    FAULT("xml", "<a>\n</b>", 2, "not well-formed XML");
}

/* --- functions --- */

static void check_function(void (*function)(Text *, const char *), const char *argument, const char *expected)
{
    Text result = {0};

    function(&result, argument);
    assert_string_equal(result.data == NULL ? "" : result.data, expected);
    text_free(&result);
}

static void functions_give_ids_dates_and_addresses(void **state)
{
    (void)state;
    check_function(function_slug, "Stable LM 2 (1.6B)", "stable-lm-2-1.6b");
    check_function(function_slug, " CodeT5+ ", "codet5+");
    check_function(function_slug, "École Normale", "ecole-normale");
    check_function(function_slug, "..", "");
    check_function(function_slug, "港 2", "u6e2f-2");
    check_function(function_slug, "Порт-A", "u43fu43eu440u442-a");
    check_function(function_slug, "“a” – b…", "a-b");
    check_function(function_date, "2024/5/2", "2024-05-02");
    check_function(function_date, "2024.05.02", "2024-05-02");
    check_function(function_date, "12/03/2024", "");
    check_function(function_date, "2024-05-02T10:00:00Z", "2024-05-02");
    check_function(function_date, "2 May 2024", "2024-05-02");
    check_function(function_date, "May 2, 2024", "2024-05-02");
    check_function(function_date, "april 2024", "2024-04");
    check_function(function_date, "2024", "2024");
    check_function(function_date, "2024-13-01", "");
    check_function(function_date, "31 February 2024", "");
    check_function(function_date, "soon", "");
    check_function(function_date, "2 2024", "");
    check_function(function_url, " https://a.example/b c\"d ", "https://a.example/b%20c%22d");
    check_function(function_url, "https://a.example/\xC3\xA9", "https://a.example/%C3%A9");
    check_function(function_url, "javascript:alert(1)", "");
    check_function(function_url, "http://", "");
    check_function(function_url, "none", "");
}

static void texts_are_cut_at_words(void **state)
{
    Text result = {0};

    (void)state;
    function_cut(&result, "  one\n two  three ", 100);
    assert_string_equal(result.data, "one two three");
    text_reset(&result);
    function_cut(&result, "one two three", 12);
    assert_string_equal(result.data, "one two…");
    text_reset(&result);
    function_cut(&result, "éééééééé", 9);
    assert_string_equal(result.data, "ééé…");
    text_free(&result);
}

static void stylesheets_can_call_them(void **state)
{
    static const char stylesheet[] =
        "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform' xmlns:r='urn:gairo:reader:1'"
        " xmlns:g='urn:gairo:functions:1' exclude-result-prefixes='r g'><xsl:output omit-xml-declaration='yes'/>"
        "<xsl:template match='/'><x><xsl:value-of select=\"concat(g:slug('A B'), ' ', g:month('2 May 2024'), ' ',"
        " g:licence-id('Made-up_2.0'), ' ', g:licence-code-level('made up 2.0'), ' ', g:licence-data-level('other'), ' ',"
        " count(g:json('[1,{&quot;a&quot;:2}]')/r:member), g:json('[1,{&quot;a&quot;:2}]')/r:member/r:entry[@key='a'], ' ',"
        " count(g:json('no')), ' ', g:cut('one two', 6))\"/></x></xsl:template></xsl:stylesheet>";
    LicenceTable licences = {0};
    Frame frame = {0};
    Text xml = {0}, result = {0};
    Error error = {0};
    Transform *transform;

    (void)state;
    xml_harden();
    frame_add(&frame, "Made Up 2.0");
    frame_add(&frame, "licence.made-up-2.0");
    frame_add(&frame, "Made Up");
    frame_add(&frame, "4");
    assert_false(licence_table_add(&licences, &frame));
    frame_add(&frame, NULL);
    assert_true(licence_table_add(&licences, &frame));
    transform = transform_new("a.xsl", stylesheet, strlen(stylesheet), &error);
    assert_non_null(transform);
    transform_set_licences(transform, &licences);
    text_append(&xml, "<a/>");
    if (!transform_apply(transform, &xml, &result, &error))
        fail_msg("%s", error.message);
    assert_string_equal(result.data, "<x line=\"\">a-b 2024-05 licence.made-up-2.0 4  22 0 one…</x>\n");
    transform_free(transform);
    licence_table_free(&licences);
    frame_clear(&frame);
    text_free(&xml);
    text_free(&result);
}

/* --- versions and manifests --- */

static void unknown_versions_are_refused(void **state)
{
    static const char stylesheet[] = "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'/>";
    const struct {
        const char *xml, *words; /* NULL: known */
    } cases[] = {{"<document xmlns='urn:gairo:reader:1'><v>5.6</v></document>", NULL},
                 {"<document xmlns='urn:gairo:reader:1'><v>1.0</v></document>", NULL},
                 {"<document xmlns='urn:gairo:reader:1'><v>1.01</v></document>", "version \"1.01\" is not known; known: 1.0 5.*"},
                 {"<document xmlns='urn:gairo:reader:1'/>", "the file does not say its version"}};

    (void)state;
    xml_harden();
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Transform *transform = transform_new("a.xsl", stylesheet, strlen(stylesheet), NULL);
        Text xml = {0}, result = {0};
        Error error = {0};

        assert_true(transform_set_versions(transform, "/r:document/r:v", "1.0 5.*", NULL));
        text_append(&xml, cases[i].xml);
        assert_int_equal(transform_apply(transform, &xml, &result, &error), cases[i].words == NULL);
        if (cases[i].words != NULL)
            assert_non_null(strstr(error.message, cases[i].words));
        error_clear(&error);
        transform_free(transform);
        text_free(&xml);
        text_free(&result);
    }
}

#define READ "<read with='csv'/>"
#define RULE "<recognise extensions='.a'><column name='b'/></recognise>"
#define SOURCE "<source id='a' title='A' licence='B' cite='C'/>"
#define FORMAT(content) "<format xmlns='urn:gairo:format:1' name='a' title='A'>\n" content "</format>"

static void manifests_are_read_strictly(void **state)
{
    const struct {
        const char *bytes, *words; /* NULL: good */
    } cases[] = {{FORMAT(READ RULE SOURCE), NULL},
                 {FORMAT(READ RULE RULE SOURCE "<version select='/a' known='1'/><!-- c -->"), NULL},
                 {FORMAT(READ SOURCE), "no element recognise"},
                 {FORMAT(RULE SOURCE), "no element read"},
                 {FORMAT(READ RULE), "no element source"},
                 {FORMAT("<read with='pdf'/>" RULE SOURCE), "unknown reader \"pdf\"; known: bibtex, csv"},
                 {FORMAT("<read with='csv' list='all'/>" RULE SOURCE), "list=\"all\" must be whole"},
                 {FORMAT("<red with='csv'/>" RULE SOURCE), "unknown element red"},
                 {FORMAT("<read with='csv' on='a'/>" RULE SOURCE), "unknown attribute on"},
                 {FORMAT(READ RULE "<source id='A' title='A' licence='B' cite='C'/>"), "source \"A\""},
                 {FORMAT(READ RULE "<source id='a' title='A' licence='B'/>"), "cite is missing"},
                 {FORMAT(READ RULE "<source id='a' title='A' licence='B' cite='C' rank='0'/>"), "rank"},
                 {FORMAT(READ RULE "<source id='a' title='A' licence='B' cite='C' rank='5x'/>"), "rank"},
                 {FORMAT(READ RULE "<source id='a' title='A' licence='B' cite='C' rank=' 5'/>"), "rank"},
                 {FORMAT(READ RULE "text" SOURCE), "text where none may be"},
                 {"<format/>", "must be format in the namespace"},
                 {"<format", "not well-formed"}};

    (void)state;
    xml_harden();
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        ReadInput input = {.file = "a.xml", .bytes = cases[i].bytes, .length = strlen(cases[i].bytes)};
        Frame frame = {0};
        Error error = {0};
        bool good = manifest_read(&input, &frame, &error);

        if (good != (cases[i].words == NULL))
            fail_msg("%s: %s", cases[i].bytes, good ? "is read" : error.message);
        if (good)
            assert_string_equal(frame_string(&frame, MANIFEST_RULES), "e.a");
        else if (strstr(error.message, cases[i].words) == NULL)
            fail_msg("%s: %s", cases[i].bytes, error.message);
        frame_clear(&frame);
        error_clear(&error);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(yaml_is_read),
        cmocka_unit_test(json_is_read),
#ifdef HAVE_LIBCSV
        cmocka_unit_test(tables_are_read),
        cmocka_unit_test(one_bad_row_costs_no_other),
        cmocka_unit_test(a_table_without_rows_says_so),
#endif
        cmocka_unit_test(lists_come_in_batches),
        cmocka_unit_test(xml_keeps_its_names_and_gets_lines),
        cmocka_unit_test(functions_give_ids_dates_and_addresses),
        cmocka_unit_test(texts_are_cut_at_words),
        cmocka_unit_test(stylesheets_can_call_them),
        cmocka_unit_test(unknown_versions_are_refused),
        cmocka_unit_test(manifests_are_read_strictly),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
