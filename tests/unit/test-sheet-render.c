/* Stylesheets over sheet XML, in this process: what they make, and what they are not allowed to. */
#include "sheets/render/escape.h"
#include "sheets/render/render.h"

#include "core/file.h"
#include "core/memory.h"
#include "tests/unit/sheet-fixture.h"

#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#define STYLESHEET(content)                                                                                            \
    "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform' "                                  \
    "xmlns:s='urn:gairo:sheet:1' xmlns:r='urn:gairo:render:1' xmlns:exsl='http://exslt.org/common' "                  \
    "extension-element-prefixes='exsl'>\n<xsl:output method='text'/>\n"                                               \
    "<xsl:template match='/'>\n" content "</xsl:template></xsl:stylesheet>"
#define SMALL_SHEET "<sheet xmlns='urn:gairo:sheet:1'><title>T</title></sheet>"

static char *render_sample(const char *stylesheet_path, const char *sheet)
{
    Text stylesheet = fixture_source(stylesheet_path), xml = {0}, output = {0};
    Error error = {0};
    if (sheet == NULL)
        xml = fixture_source("tests/unit/sheet-sample.xml");
    else
        text_append(&xml, sheet);
    if (!render_document(stylesheet_path, &stylesheet, &xml, &output, &error))
        fail_msg("%s:%ld: %s", error.file, error.line, error.message);
    text_free(&stylesheet);
    text_free(&xml);
    return text_take(&output);
}

/* Renders with a stylesheet that must fail; the error is the caller's. */
static Error render_failure(const char *stylesheet, const char *sheet)
{
    const Text sheet_text = {.data = (char *)sheet, .length = strlen(sheet)};
    const Text stylesheet_text = {.data = (char *)stylesheet, .length = strlen(stylesheet)};
    Text output = {0};
    Error error = {0};
    assert_false(render_document("own.xsl", &stylesheet_text, &sheet_text, &output, &error));
    assert_int_equal(output.length, 0);
    assert_true(error_is_set(&error));
    assert_null(strchr(error.message, '\n'));
    return error;
}

static size_t occurrences(const char *text, const char *part)
{
    size_t count = 0;
    for (const char *place = text; (place = strstr(place, part)) != NULL; place += strlen(part))
        count++;
    return count;
}

static void assert_has(const char *text, const char *part)
{
    if (strstr(text, part) == NULL)
        fail_msg("\"%s\" is not in\n%s", part, text);
}

static void test_html(void **state)
{
    (void)state;
    char *html = render_sample("sheets/render/html.xsl", NULL);
    assert_int_equal(strncmp(html, "<!DOCTYPE html", 14), 0);
    assert_has(html, "lang=\"en-GB\"");
    assert_has(html, "<a href=\"#mitigation.tamper-resistant\">Tamper-resistant training</a>");
    assert_has(html, "<em>not yet checked against the paper's text</em>");
    assert_has(html, "guess: D3 or D4");
    assert_has(html, "<em>not seen in the paper</em>");
    assert_has(html, "Note by the author of this sheet");
    assert_has(html, "A risk that was taken out");
    assert_has(html, "href=\"https://arxiv.org/abs/2405.08597\"");
    assert_null(strstr(html, "href=\"gopher"));
    assert_null(strstr(html, "<script"));
    assert_null(strstr(html, "<link"));
    assert_null(strstr(html, "<img"));
    assert_null(strstr(html, "@import"));
    assert_null(strstr(html, "url("));
    assert_int_equal(occurrences(html, "id=\"reference-1\""), 1);
    assert_int_equal(occurrences(html, "<h1"), 1);
    free(html);
}

/* A model of which nothing but its cells and links is known. */
#define BARE_MODEL                                                                                                          \
    "<sheet xmlns='urn:gairo:sheet:1' lang='en-GB' items='1' date='2026-11-23' date-text='23 November 2026'><title>x</title>" \
    "<group name='models' title='Models'><item id='model.x' anchor='model.x' kind='model' kind-title='Model'>"              \
    "<title>X</title><provenance/><cells><cell component='a' title='A' pipeline='training' artefact='code' value='1' "       \
    "value-title='closed' level='C1' openness='closed'/></cells><links relation='by' direction='forward' title='Developed by'>" \
    "<link id='organisation.o' kind='organisation' kind-title='Organisation'><title>O</title><statement/></link></links>"    \
    "</item></group><provenance generator='gairo' version='0'/></sheet>"

/* Only void elements may be written as <br/>; a browser would take any other for a start tag. */
static void assert_no_empty_elements(const char *html)
{
    for (const char *place = html; (place = strstr(place, "/>")) != NULL; place += 2) {
        const char *start = place;
        while (*start != '<')
            start--;
        if (strncmp(start, "<meta ", 6) != 0 && strncmp(start, "<rect ", 6) != 0)
            fail_msg("%.*s", (int)(place + 2 - start), start);
    }
}

static void test_html_has_no_empty_elements(void **state)
{
    (void)state;
    char *html = render_sample("sheets/render/html.xsl", BARE_MODEL);
    assert_no_empty_elements(html);
    assert_has(html, "Developed by");
    free(html);
    html = render_sample("sheets/render/html.xsl", NULL);
    assert_no_empty_elements(html);
    const char *style = strstr(html, "<style>"), *style_end = strstr(html, "</style>");
    assert_non_null(style);
    assert_non_null(style_end);
    for (const char *place = style; place < style_end; place++)
        assert_int_not_equal(*place, '&');
    free(html);
}

/* The number an XPath expression gives over the page, which must be well-formed XML. */
static double count_in(const char *html, const char *expression)
{
    xmlDocPtr document = xmlReadMemory(html, (int)strlen(html), "page", NULL, XML_PARSE_NONET);
    assert_non_null(document);
    xmlXPathContextPtr context = xmlXPathNewContext(document);
    xmlXPathRegisterNs(context, (const xmlChar *)"h", (const xmlChar *)"http://www.w3.org/1999/xhtml");
    xmlXPathObjectPtr object = xmlXPathEvalExpression((const xmlChar *)expression, context);
    assert_non_null(object);
    double number = xmlXPathCastToNumber(object);
    xmlXPathFreeObject(object);
    xmlXPathFreeContext(context);
    xmlFreeDoc(document);
    return number;
}

static void test_html_is_well_formed_and_accessible(void **state)
{
    (void)state;
    static const struct {
        const char *expression;
        double expected;
    } counts[] = {
        {"count(//@id[. = ../preceding::*/@id or . = ../ancestor::*/@id])", 0},
        {"count(//h:a[starts-with(@href, '#') and not(substring(@href, 2) = //@id)])", 0},
        {"count(//@aria-labelledby[not(. = //@id)])", 0},
        {"count(//h:a[not(starts-with(@href, '#') or starts-with(@href, 'http'))])", 0},
        {"count(//h:th[not(@scope)])", 0},
        {"count(//h:table[not(h:caption)])", 0},
        {"count(//h:h3[not(preceding::h:h2)])", 0},
        {"count(//h:h4 | //h:h5 | //h:h6)", 0},
        {"count(/h:html/h:body/h:main) + count(/h:html/h:body/h:nav) + count(/h:html/h:body/h:header)", 3},
        {"count(//h:article//h:tbody/h:tr[h:td])", 12},
        {"count(//h:ol[@class='references']/h:li)", 6},
    };
    char *html = render_sample("sheets/render/html.xsl", NULL);
    for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++) {
        double number = count_in(html, counts[i].expression);
        if (number != counts[i].expected)
            fail_msg("%s is %g", counts[i].expression, number);
    }
    free(html);
}

static void test_markdown(void **state)
{
    (void)state;
    char *markdown = render_sample("sheets/render/markdown.xsl", NULL);
    assert_has(markdown, "# Open weights and safeguards: what to decide this winter\n\n");
    assert_has(markdown, "### <a id=\"risk.safeguards-stripped\"></a>Safeguards can be stripped\n\n");
    assert_has(markdown, "[Tamper-resistant training](#mitigation.tamper-resistant)");
    assert_has(markdown, "- **Evidence:** *not seen in the paper*\n");
    assert_has(markdown, "| training | Pre-training data | unknown |  | guess: D3 or D4 |\n");
    assert_has(markdown, "| deployment | Model architecture and weights | D4 semi-open | RAIL | The licence forbids some uses. |");
    assert_has(markdown, "> **Note by the author of this sheet**\n>\n> Ask the office");
    assert_has(markdown, "\n1. <a id=\"reference-1\"></a>Eiras");
    assert_has(markdown, "[https\\://arxiv.org/abs/2405.08597](https://arxiv.org/abs/2405.08597)");
    assert_has(markdown, " gopher\\://example.org/not-a-link\n");
    assert_null(strstr(markdown, "\n\n\n"));
    free(markdown);
}

static void test_hostile_text_stays_text(void **state)
{
    (void)state;
    const char *sheet =
        "<sheet xmlns='urn:gairo:sheet:1' lang='en-GB' items='1' date='2026-11-23' date-text='23 November 2026'>"
        "<title>&lt;script&gt;alert(1)&lt;/script&gt; *x* [a](javascript:b)</title>"
        "<group name='risks' title='Risks'><item id='risk.x' anchor='risk.x' kind='risk' kind-title='Risk'>"
        "<title># one | two</title><provenance/><summary>- item &lt;img src=x onerror=y&gt;</summary>"
        "<body><p>1. first ~~s~~ `c`</p><p>=== www.example.org</p></body></item></group>"
        "<provenance generator='gairo' version='0'/></sheet>";
    char *html = render_sample("sheets/render/html.xsl", sheet);
    assert_null(strstr(html, "<script"));
    assert_null(strstr(html, "<img"));
    assert_has(html, "&lt;script&gt;alert(1)&lt;/script&gt; *x* [a](javascript:b)");
    free(html);
    char *markdown = render_sample("sheets/render/markdown.xsl", sheet);
    assert_has(markdown, "# &lt;script&gt;alert(1)&lt;/script&gt; \\*x\\* \\[a\\](javascript:b)\n");
    assert_has(markdown, "</a>\\# one \\| two\n");
    assert_has(markdown, "\n\\- item &lt;img src=x onerror=y&gt;\n");
    assert_has(markdown, "\n1\\. first \\~\\~s\\~\\~ \\`c\\`\n");
    assert_has(markdown, "\n\\=== www\\.example.org\n");
    free(markdown);
}

static void assert_escaped(const char *string, const char *expected)
{
    Text result = {0};
    markdown_escape(&result, string);
    assert_string_equal(result.data != NULL ? result.data : "", expected);
    text_free(&result);
}

/* The mark may be any letter, however many bytes it takes. */
static void test_underline(void **state)
{
    (void)state;
    static const struct {
        const char *lines, *mark, *expected;
    } cases[] = {{"Title", "=", "=====\n"},
                 {"a\nabc", "-=", "---\n"},
                 {"Title", "\xE2\x94\x80", "\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\n"},
                 {"", "=", "\n"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Text result = {0};
        text_underline(&result, cases[i].lines, cases[i].mark);
        assert_string_equal(result.data, cases[i].expected);
        text_free(&result);
    }
}

static void test_markdown_escape(void **state)
{
    (void)state;
    assert_escaped("", "");
    assert_escaped("plain, with (brackets) and a - in it.", "plain, with (brackets) and a - in it.");
    assert_escaped("  two\n lines\t", "two lines");
    assert_escaped("+ x", "\\+ x");
    assert_escaped("12) x", "12\\) x");
    assert_escaped("12.", "12\\.");
    assert_escaped("0.1.0", "0.1.0");
    assert_escaped("2024 was", "2024 was");
    assert_escaped("a_b*c\\d", "a\\_b\\*c\\\\d");
    assert_escaped("&amp; <b>", "&amp;amp; &lt;b&gt;");
    assert_escaped("see http://a.b", "see http\\://a.b");
    Text url = {0};
    markdown_escape_url(&url, "https://a.b/(c) d?x=1&copy=2|\xC3\xA9");
    assert_string_equal(url.data, "https://a.b/%28c%29%20d?x=1&amp;copy=2%7C%C3%A9");
    text_free(&url);
    tex_url_escape(&url, "https://a.b/c_d~e?x=%3A&y=$1#f{g}\\\xC3\xA9");
    assert_string_equal(url.data, "https://a.b/c_d~e?x=%3A&y=%241#f%7Bg%7D%5C%C3%A9"); /* a backslash would become part of the link */
    text_free(&url);
    Text css = {0};
    css_escape(&css, "For \xC3\xA9 \"all\"\\</style>\n{}");
    assert_string_equal(css.data, "\"For \xC3\xA9 \\22 all\\22 \\5c \\3c \\2f style\\3e \\a \\7b \\7d \"");
    text_free(&css);
}

static void assert_fails(const char *stylesheet, long line, const char *part)
{
    Error error = render_failure(stylesheet, SMALL_SHEET);
    assert_string_equal(error.file, "own.xsl");
    if (line > 0)
        assert_int_equal(error.line, line);
    if (strstr(error.message, part) == NULL)
        fail_msg("\"%s\" is not in \"%s\"", part, error.message);
    error_clear(&error);
}

static void test_failing_stylesheets(void **state)
{
    (void)state;
    assert_fails("", 0, "empty");
    assert_fails("<xsl:stylesheet", 1, "");
    assert_fails("<a/>", 0, "stylesheet");
    assert_fails("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", 0, "DOCTYPE");
    assert_fails(STYLESHEET("<xsl:value-of select='no-such-function()'/>\n"), 4, "no-such-function");
    assert_fails(STYLESHEET("<xsl:value-of select='(('/>\n"), 4, "");
    assert_fails(STYLESHEET("<xsl:nonsense/>\n"), 4, "nonsense");
    assert_fails(STYLESHEET("<xsl:message terminate='yes'>no such sheet</xsl:message>"), 0, "no such sheet");
    assert_fails(STYLESHEET("<xsl:call-template name='missing'/>\n"), 0, "missing");
    assert_fails(STYLESHEET("<xsl:value-of select='r:markdown()'/>\n"), 0, "");
    assert_fails(STYLESHEET("<xsl:if test=\"key('nope', 1)\"/>\n"), 4, "no xsl:key declares the name \"nope\" that key() asks for");
    assert_fails(STYLESHEET("<xsl:for-each select=\"key('nope', 1)\"/>\n"), 4, "no xsl:key declares");
    assert_fails(STYLESHEET("</xsl:template>\n<xsl:template match=\"key('nope', '1')\">\n"), 5, "no xsl:key declares");
}

static void test_endless_stylesheet(void **state)
{
    (void)state;
    assert_fails("<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>"
                 "<xsl:template match='/'><xsl:apply-templates select='/'/></xsl:template></xsl:stylesheet>",
                 0, "");
}

static void test_stylesheets_are_confined(void **state)
{
    (void)state;
    char path[] = "/tmp/gairo-render-XXXXXX";
    int descriptor = mkstemp(path);
    assert_true(descriptor >= 0);
    close(descriptor);
    assert_int_equal(unlink(path), 0);
    char *write = string_format(STYLESHEET("<exsl:document href='%s' method='text'>x</exsl:document>"), path);
    Error error = render_failure(write, SMALL_SHEET);
    error_clear(&error);
    free(write);
    assert_false(file_exists(path));

    Text output = {0};
    static const char reading[] = STYLESHEET("<xsl:value-of select=\"document('/etc/passwd')\"/>");
    const Text stylesheet = {.data = (char *)reading, .length = strlen(reading)};
    const Text sheet = {.data = (char *)SMALL_SHEET, .length = strlen(SMALL_SHEET)};
    render_document("own.xsl", &stylesheet, &sheet, &output, NULL);
    assert_int_equal(output.length, 0);
    text_free(&output);

    assert_fails("<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>"
                 "<xsl:import href='/etc/passwd'/></xsl:stylesheet>", 0, "/etc/passwd");
}

static void test_bad_sheet(void **state)
{
    (void)state;
    Error error = render_failure(STYLESHEET("x"), "<sheet><open></sheet>");
    assert_string_equal(error.file, "sheet XML");
    assert_int_equal(error.line, 1);
    error_clear(&error);
    error = render_failure(STYLESHEET("x"), "<!DOCTYPE s SYSTEM 'file:///etc/passwd'><s/>");
    error_clear(&error);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_html),
        cmocka_unit_test(test_html_has_no_empty_elements),
        cmocka_unit_test(test_html_is_well_formed_and_accessible),
        cmocka_unit_test(test_markdown),
        cmocka_unit_test(test_hostile_text_stays_text),
        cmocka_unit_test(test_underline),
        cmocka_unit_test(test_markdown_escape),
        cmocka_unit_test(test_failing_stylesheets),
        cmocka_unit_test(test_endless_stylesheet),
        cmocka_unit_test(test_stylesheets_are_confined),
        cmocka_unit_test(test_bad_sheet),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
