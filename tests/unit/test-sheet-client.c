/* A rendering through the real worker, which lies in the build folder, where the tests run. */
#include "sheets/client.h"
#include "sheets/sheets.h"
#include "tests/unit/sheet-fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define WORKER "./gairo-worker"

/* One stylesheet of that name. */
static OutputFormat format_of(const char *name)
{
    return (OutputFormat){.name = "test", .form = "text", .stylesheets = {name}};
}

static Text text_of(const char *string)
{
    Text text = {0};
    text_append(&text, string);
    return text;
}

static void test_render(void **state)
{
    (void)state;
    Text stylesheet = fixture_source("sheets/render/html.xsl"), xml = fixture_source("tests/unit/sheet-sample.xml");
    Text output = {0};
    Error error = {0};
    const OutputFormat format = format_of("html.xsl");
    if (!client_render(WORKER, &format, &stylesheet, &xml, &output, NULL, NULL, NULL, &error))
        fail_msg("%s", error.message);
    assert_int_equal(strncmp(output.data, "<!DOCTYPE html", 14), 0);
    assert_non_null(strstr(output.data, "</html>"));
    assert_int_equal(strlen(output.data), output.length);
    text_free(&stylesheet);
    text_free(&xml);
    text_free(&output);
}

static void test_failing_stylesheet(void **state)
{
    (void)state;
    Text stylesheet = text_of("<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>\n"
                              "<xsl:template match='/'><xsl:value-of select='nothing()'/></xsl:template></xsl:stylesheet>");
    Text xml = text_of("<sheet xmlns='urn:gairo:sheet:1'/>"), output = {0};
    Error error = {0};
    const OutputFormat format = format_of("own.xsl");
    assert_false(client_render(WORKER, &format, &stylesheet, &xml, &output, NULL, NULL, NULL, &error));
    assert_int_equal(error.code, ERROR_INPUT);
    char *text = error_text(&error);
    assert_string_equal(text, "own.xsl:2: function nothing not found");
    assert_int_equal(output.length, 0);
    free(text);
    error_clear(&error);
    text_free(&stylesheet);
    text_free(&xml);
}

static void assert_no_answer(const char *worker)
{
    Text stylesheet = text_of("<a/>"), xml = text_of("<a/>"), output = {0};
    Error error = {0};
    const OutputFormat format = format_of("own.xsl");
    assert_false(client_render(worker, &format, &stylesheet, &xml, &output, NULL, NULL, NULL, &error));
    assert_true(error_is_set(&error));
    assert_null(strchr(error.message, '\n'));
    assert_int_equal(output.length, 0);
    error_clear(&error);
    text_free(&stylesheet);
    text_free(&xml);
}

static void test_workers_without_an_answer(void **state)
{
    (void)state;
    assert_no_answer("/no/such/worker");
    assert_no_answer("/bin/true");
    assert_no_answer("/bin/false");
    assert_no_answer("/bin/echo");
}

static void test_formats(void **state)
{
    (void)state;
    assert_string_equal(output_format_find("html")->stylesheets[0], "sheets/render/html.xsl");
    assert_null(output_format_find("nothing"));
    assert_null(output_format_find(NULL));
    assert_string_equal(output_format_for_file("/tmp/a.b/sheet.MD")->name, "markdown");
    assert_string_equal(output_format_for_file("x.htm")->name, "html");
    assert_null(output_format_for_file("/tmp/a.html/sheet"));
    assert_null(output_format_for_file("sheet.ht"));
    assert_null(output_format_for_file(NULL));
    for (size_t i = 0; i < output_format_count(); i++) {
        for (const char *const *name = output_format_at(i)->stylesheets; *name != NULL; name++) {
            Text stylesheet = fixture_source(*name);
            assert_true(stylesheet.length > 0);
            text_free(&stylesheet);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_render),
        cmocka_unit_test(test_failing_stylesheet),
        cmocka_unit_test(test_workers_without_an_answer),
        cmocka_unit_test(test_formats),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
