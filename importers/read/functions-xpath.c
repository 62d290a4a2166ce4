#include "config.h"

#include "importers/read/functions.h"

#include "core/memory.h"
#include "importers/protocol.h"
#include "importers/read/json-xml.h"
#include "importers/read/native-elements.h"
#include "importers/read/xml.h"

#include <ctype.h>
#include <search.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/xpathInternals.h>
#include <libxslt/extensions.h>
#include <libxslt/xsltutils.h>

/* --- licences --- */

enum { LICENCE_SPELLING, LICENCE_ID, LICENCE_NAME, LICENCE_CODE, LICENCE_DATA, LICENCE_STRINGS };

typedef struct Licence {
    char *key;
    char *strings[LICENCE_STRINGS];
} Licence;

static int compare(const void *a, const void *b)
{
    return strcmp(((const Licence *)a)->key, ((const Licence *)b)->key);
}

/* "Apache 2.0", "apache-2.0" and "Apache_2.0" are one. */
static char *key_of(const char *spelling)
{
    Text key = {0};

    for (const char *at = spelling; *at != '\0'; at++)
        if (strchr(" \t\r\n-_", *at) == NULL)
            text_append_character(&key, (char)tolower((unsigned char)*at));
    return text_take(&key);
}

static void free_licence(void *pointer)
{
    Licence *licence = pointer;

    free(licence->key);
    for (size_t i = 0; i < LICENCE_STRINGS; i++)
        free(licence->strings[i]);
    free(licence);
}

bool licence_table_add(LicenceTable *table, const Frame *frame)
{
    Licence *licence, **kept;

    if (frame->count != LICENCE_STRINGS || frame_string(frame, LICENCE_SPELLING) == NULL ||
        frame_string(frame, LICENCE_ID) == NULL)
        return false;
    licence = memory_zeroed(1, sizeof(*licence));
    licence->key = key_of(frame_string(frame, LICENCE_SPELLING));
    for (size_t i = 0; i < LICENCE_STRINGS; i++)
        licence->strings[i] = string_copy(frame_string(frame, i));
    kept = tsearch(licence, &table->root, compare);
    if (kept == NULL)
        abort();
    if (*kept != licence)
        free_licence(licence);
    return true;
}

void licence_table_free(LicenceTable *table)
{
    tdestroy(table->root, free_licence);
    table->root = NULL;
}

static const char *licence_string(const LicenceTable *table, const char *spelling, int place)
{
    Licence wanted = {.key = key_of(spelling)};
    Licence **found = (Licence **)tfind(&wanted, (void *const *)&table->root, compare);
    const char *string = found == NULL ? NULL : (*found)->strings[place];

    free(wanted.key);
    return string == NULL ? "" : string;
}

/* --- to XPath --- */

static const LicenceTable *licences_of(xmlXPathParserContextPtr context)
{
    xsltTransformContextPtr transformation = xsltXPathGetTransformContext(context);

    return transformation == NULL ? NULL : transformation->_private;
}

static void give(xmlXPathParserContextPtr context, const char *string)
{
    xmlXPathReturnString(context, xmlStrdup((const xmlChar *)string));
}

static void give_text(xmlXPathParserContextPtr context, Text *text)
{
    give(context, text->data == NULL ? "" : text->data);
    text_free(text);
}

/* The one string argument; NULL after an error. Freed with xmlFree(). */
static xmlChar *one_string(xmlXPathParserContextPtr context, int count)
{
    if (count != 1) {
        xmlXPathSetArityError(context);
        return NULL;
    }
    return xmlXPathPopString(context);
}

static void apply(xmlXPathParserContextPtr context, int count, void (*function)(Text *, const char *))
{
    xmlChar *argument = one_string(context, count);
    Text result = {0};

    if (argument == NULL)
        return;
    function(&result, (const char *)argument);
    xmlFree(argument);
    give_text(context, &result);
}

static void call_slug(xmlXPathParserContextPtr context, int count)
{
    apply(context, count, function_slug);
}

static void call_date(xmlXPathParserContextPtr context, int count)
{
    apply(context, count, function_date);
}

static void append_month(Text *result, const char *string)
{
    Text date = {0};

    function_date(&date, string);
    if (date.length >= strlen("YYYY-MM"))
        text_append_bytes(result, date.data, strlen("YYYY-MM"));
    text_free(&date);
}

static void call_month(xmlXPathParserContextPtr context, int count)
{
    apply(context, count, append_month);
}

static void call_url(xmlXPathParserContextPtr context, int count)
{
    apply(context, count, function_url);
}

static void call_cut(xmlXPathParserContextPtr context, int count)
{
    double bytes;
    xmlChar *string;
    Text result = {0};

    if (count != 2) {
        xmlXPathSetArityError(context);
        return;
    }
    bytes = xmlXPathPopNumber(context);
    string = xmlXPathPopString(context);
    if (string == NULL)
        return;
    function_cut(&result, (const char *)string, bytes >= 1 && bytes <= 1e6 ? (size_t)bytes : 0);
    xmlFree(string);
    give_text(context, &result);
}

static void call_licence(xmlXPathParserContextPtr context, int count, int place)
{
    xmlChar *argument = one_string(context, count);
    const LicenceTable *table = licences_of(context);

    if (argument == NULL)
        return;
    give(context, table == NULL ? "" : licence_string(table, (const char *)argument, place));
    xmlFree(argument);
}

static void call_licence_id(xmlXPathParserContextPtr context, int count)
{
    call_licence(context, count, LICENCE_ID);
}

static void call_licence_name(xmlXPathParserContextPtr context, int count)
{
    call_licence(context, count, LICENCE_NAME);
}

static void call_code_level(xmlXPathParserContextPtr context, int count)
{
    call_licence(context, count, LICENCE_CODE);
}

static void call_data_level(xmlXPathParserContextPtr context, int count)
{
    call_licence(context, count, LICENCE_DATA);
}

/* The document element of the JSON in a cell; an empty node set where it is none. The tree lives as long as the
 * transformation. */
static void call_json(xmlXPathParserContextPtr context, int count)
{
    xmlChar *argument = one_string(context, count);
    xsltTransformContextPtr transformation = xsltXPathGetTransformContext(context);
    Text xml = {0};
    xmlDocPtr document = NULL;
    xmlNodePtr root = NULL;

    if (argument == NULL)
        return;
    text_append(&xml, "<json xmlns=\"" READER_NAMESPACE "\">");
    if (transformation != NULL && json_append_xml(&xml, (const char *)argument, strlen((const char *)argument))) {
        text_append(&xml, "</json>");
        document = xml_document("json()", xml.data, xml.length, NULL);
    }
    if (document != NULL) {
        xmlDocPtr container = xsltCreateRVT(transformation);

        root = xmlDocGetRootElement(document);
        if (container == NULL || xsltRegisterLocalRVT(transformation, container) != 0)
            abort();
        root = xmlDocCopyNode(root, container, 1);
        if (root == NULL || xmlAddChild((xmlNodePtr)container, root) == NULL)
            abort();
    }
    xmlFree(argument);
    text_free(&xml);
    xmlFreeDoc(document);
    valuePush(context, root == NULL ? xmlXPathNewNodeSet(NULL) : xmlXPathNewNodeSet(root));
}

void functions_register(xsltTransformContextPtr context, const LicenceTable *licences)
{
    static const struct {
        const char *name;
        xmlXPathFunction function;
    } functions[] = {
        {"slug", call_slug},
        {"date", call_date},
        {"month", call_month},
        {"url", call_url},
        {"cut", call_cut},
        {"licence-id", call_licence_id},
        {"licence-name", call_licence_name},
        {"licence-code-level", call_code_level},
        {"licence-data-level", call_data_level},
        {"json", call_json},
    };

    context->_private = (void *)licences;
    for (size_t i = 0; i < sizeof(functions) / sizeof(functions[0]); i++)
        xsltRegisterExtFunction(context, (const xmlChar *)functions[i].name, (const xmlChar *)FUNCTIONS_NAMESPACE,
                                functions[i].function);
}
