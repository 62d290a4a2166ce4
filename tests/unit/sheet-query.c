#include "tests/unit/sheet-query.h"

#include "sheets/sheets.h"

#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

Fixture fixture;

int sheet_query_open(void **state)
{
    (void)state;
    fixture_open(&fixture);
    return 0;
}

int sheet_query_close(void **state)
{
    (void)state;
    fixture_close(&fixture);
    xmlCleanupParser();
    return 0;
}

Text sheet_of(Store *store, const char *template_name, const char *const ids[])
{
    StringList list = {0};
    for (size_t i = 0; ids[i] != NULL; i++)
        string_list_add(&list, ids[i]);
    const SheetRequest request = {.ids = &list, .as_of = "2026-11-23", .template_name = template_name};
    Text xml = {0};
    Error error = {0};
    if (!sheet_compose(store, &request, &xml, &error))
        fail_msg("%s", error.message);
    string_list_free(&list);
    return xml;
}

/* The string value of an XPath expression over the XML, which must be well-formed. The caller owns it. */
static char *query(const Text *xml, const char *expression)
{
    xmlDocPtr document = xmlReadMemory(xml->data, (int)xml->length, "sheet", NULL, XML_PARSE_NONET);
    if (document == NULL)
        fail_msg("not well-formed:\n%s", xml->data);
    xmlXPathContextPtr context = xmlXPathNewContext(document);
    xmlXPathRegisterNs(context, (const xmlChar *)"s", (const xmlChar *)"urn:gairo:sheet:1");
    xmlXPathObjectPtr object = xmlXPathEvalExpression((const xmlChar *)expression, context);
    assert_non_null(object);
    xmlChar *value = xmlXPathCastToString(object);
    char *result = strdup((const char *)value);
    xmlFree(value);
    xmlXPathFreeObject(object);
    xmlXPathFreeContext(context);
    xmlFreeDoc(document);
    return result;
}

void assert_query(const Text *xml, const char *expression, const char *expected)
{
    char *value = query(xml, expression);
    if (strcmp(value, expected) != 0)
        fail_msg("%s is \"%s\" and not \"%s\" in\n%s", expression, value, expected, xml->data);
    free(value);
}
