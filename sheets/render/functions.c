#include "sheets/render/functions.h"

#include <ctype.h>
#include <libxml/xpathInternals.h>
#include <libxslt/extensions.h>
#include <string.h>

static bool is_blank(char character)
{
    return character == ' ' || character == '\n' || character == '\t' || character == '\r';
}

/* The marks that begin a block where they come first: headings, lists, rules, underlines of headings, definitions. */
static bool begins_block(char character)
{
    return character != '\0' && strchr("#+-=:", character) != NULL;
}

/* The length of "12. " or "12) " at the start, which would begin an ordered list: up to its mark, or 0. */
static size_t list_number_length(const char *text)
{
    size_t digits = strspn(text, "0123456789");
    bool marked = digits > 0 && (text[digits] == '.' || text[digits] == ')');
    return marked && (text[digits + 1] == '\0' || is_blank(text[digits + 1])) ? digits : 0;
}

static void append_escaped(Text *result, const char *text)
{
    switch (*text) {
    case '&':
        text_append(result, "&amp;");
        return;
    case '<':
        text_append(result, "&lt;");
        return;
    case '>':
        text_append(result, "&gt;");
        return;
    default:
        break;
    }
    bool autolink = (strncmp(text, "://", 3) == 0);
    if (autolink || strchr("\\`*_[]|~$", *text) != NULL)
        text_append_character(result, '\\');
    text_append_character(result, *text);
}

void markdown_escape(Text *result, const char *string)
{
    while (is_blank(*string))
        string++;
    size_t number = list_number_length(string);
    if (number > 0) {
        text_append_bytes(result, string, number);
        text_append_character(result, '\\');
        text_append_character(result, string[number]);
        string += number + 1;
    } else if (begins_block(*string)) {
        text_append_character(result, '\\');
        text_append_character(result, *string++);
    }
    bool blank = false;
    for (; *string != '\0'; string++) {
        if (is_blank(*string)) {
            blank = true;
            continue;
        }
        if (blank)
            text_append_character(result, ' ');
        blank = false;
        if (strncmp(string, "www.", 4) == 0) {
            text_append(result, "www\\.");
            string += 3;
        } else {
            append_escaped(result, string);
        }
    }
}

void markdown_escape_url(Text *result, const char *url)
{
    for (; *url != '\0'; url++) {
        unsigned char byte = (unsigned char)*url;
        if (byte == '&')
            text_append(result, "&amp;");
        else if (byte <= ' ' || byte >= 0x7F || strchr("\\<>()[]\"`|^{}", byte) != NULL)
            text_append_format(result, "%%%02X", byte);
        else
            text_append_character(result, (char)byte);
    }
}

/* Pops the one string argument, applies escape to it and pushes the result. */
static void apply(xmlXPathParserContextPtr context, int count, void (*escape)(Text *, const char *))
{
    if (count != 1) {
        xmlXPathSetArityError(context);
        return;
    }
    xmlChar *argument = xmlXPathPopString(context);
    if (argument == NULL)
        return;
    Text result = {0};
    escape(&result, (const char *)argument);
    xmlFree(argument);
    xmlXPathReturnString(context, xmlStrdup((const xmlChar *)(result.data != NULL ? result.data : "")));
    text_free(&result);
}

static void function_markdown(xmlXPathParserContextPtr context, int count)
{
    apply(context, count, markdown_escape);
}

static void function_markdown_url(xmlXPathParserContextPtr context, int count)
{
    apply(context, count, markdown_escape_url);
}

void render_functions_register(xsltTransformContextPtr context)
{
    const xmlChar *namespace_name = (const xmlChar *)RENDER_FUNCTIONS_NAMESPACE;
    xsltRegisterExtFunction(context, (const xmlChar *)"markdown", namespace_name, function_markdown);
    xsltRegisterExtFunction(context, (const xmlChar *)"markdown-url", namespace_name, function_markdown_url);
}
