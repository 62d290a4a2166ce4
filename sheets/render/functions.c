#include "sheets/render/functions.h"

#include "core/unicode.h"
#include "sheets/render/escape.h"

#include <libxml/xpathInternals.h>
#include <libxslt/extensions.h>
#include <string.h>

#define ARGUMENTS_MAX 3
#define BAR_MAX 40

/* Pops count string arguments, the first in arguments[0]. False where that is not their number; then nothing is to be freed. */
static bool pop_strings(xmlXPathParserContextPtr context, int given, int count, char *arguments[ARGUMENTS_MAX])
{
    if (given != count) {
        xmlXPathSetArityError(context);
        return false;
    }
    for (int i = count - 1; i >= 0; i--)
        arguments[i] = (char *)xmlXPathPopString(context);
    for (int i = 0; i < count; i++)
        if (arguments[i] == NULL)
            arguments[i] = (char *)xmlStrdup((const xmlChar *)"");
    return true;
}

static void give_back(xmlXPathParserContextPtr context, Text *result, char *arguments[ARGUMENTS_MAX], int count)
{
    for (int i = 0; i < count; i++)
        xmlFree(arguments[i]);
    xmlXPathReturnString(context, xmlStrdup((const xmlChar *)(result->data != NULL ? result->data : "")));
    text_free(result);
}

/* Applies escape to the one argument. */
static void apply(xmlXPathParserContextPtr context, int count, void (*escape)(Text *, const char *))
{
    char *arguments[ARGUMENTS_MAX];
    Text result = {0};
    if (!pop_strings(context, count, 1, arguments))
        return;
    escape(&result, arguments[0]);
    give_back(context, &result, arguments, 1);
}

#define FUNCTION(name, escape)                                                                                         \
    static void function_##name(xmlXPathParserContextPtr context, int count)                                           \
    {                                                                                                                  \
        apply(context, count, escape);                                                                                 \
    }
FUNCTION(markdown, markdown_escape)
FUNCTION(markdown_url, markdown_escape_url)
FUNCTION(css, css_escape)
FUNCTION(csv, csv_escape)
FUNCTION(json, json_escape)
FUNCTION(tex, tex_escape)
FUNCTION(tex_names, tex_names_escape)
FUNCTION(tex_key, tex_key_escape)
FUNCTION(tex_url, tex_url_escape)

static void function_wrap(xmlXPathParserContextPtr context, int count)
{
    char *arguments[ARGUMENTS_MAX];
    Text result = {0};
    if (!pop_strings(context, count, 3, arguments))
        return;
    text_paragraph(&result, arguments[0], arguments[1], arguments[2]);
    give_back(context, &result, arguments, 3);
}

static void function_underline(xmlXPathParserContextPtr context, int count)
{
    char *arguments[ARGUMENTS_MAX];
    Text result = {0};
    if (!pop_strings(context, count, 2, arguments))
        return;
    text_underline(&result, arguments[0], arguments[1][0] != '\0' ? arguments[1] : "-");
    give_back(context, &result, arguments, 2);
}

/* A number of the document, which may be anything. */
static int small_number(const char *text, int most)
{
    double number = xmlXPathCastStringToNumber((const xmlChar *)text);
    return number > 0 ? (number < most ? (int)number : most) : 0;
}

static void function_pad(xmlXPathParserContextPtr context, int count)
{
    char *arguments[ARGUMENTS_MAX];
    Text result = {0};
    if (!pop_strings(context, count, 2, arguments))
        return;
    text_append(&result, arguments[0]);
    for (int width = text_width(arguments[0]); width < small_number(arguments[1], TEXT_COLUMNS); width++)
        text_append_character(&result, ' ');
    give_back(context, &result, arguments, 2);
}

static void function_bar(xmlXPathParserContextPtr context, int count)
{
    char *arguments[ARGUMENTS_MAX];
    Text result = {0};
    if (!pop_strings(context, count, 1, arguments))
        return;
    for (int i = 0; i < small_number(arguments[0], BAR_MAX); i++)
        text_append_character(&result, '#');
    give_back(context, &result, arguments, 1);
}

void render_functions_register(xsltTransformContextPtr context)
{
    static const struct {
        const char *name;
        xmlXPathFunction function;
    } functions[] = {
        {"markdown", function_markdown}, {"markdown-url", function_markdown_url}, {"csv", function_csv},
        {"json", function_json},         {"tex", function_tex},                   {"tex-names", function_tex_names},
        {"tex-key", function_tex_key},   {"tex-url", function_tex_url},           {"wrap", function_wrap},
        {"underline", function_underline}, {"pad", function_pad},                 {"bar", function_bar},
        {"css", function_css},
    };
    for (size_t i = 0; i < sizeof functions / sizeof functions[0]; i++)
        xsltRegisterExtFunction(context, (const xmlChar *)functions[i].name,
                                (const xmlChar *)RENDER_FUNCTIONS_NAMESPACE, functions[i].function);
}
