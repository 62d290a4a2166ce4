#include "sheets/render/render.h"

#include "core/frame.h"
#include "core/memory.h"
#include "importers/read/keys.h"
#include "sheets/render/functions.h"
#include "sheets/render/package.h"
#include "sheets/render/pages.h"

#include <libexslt/exslt.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <libxslt/documents.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/xsltutils.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MESSAGE_BYTES_MAX 8192u

/* What the libraries complained of: libxml2 in records, libxslt as printed lines. */
typedef struct Complaints {
    Text printed;
    char *message; /* libxml2's first; NULL while there is none */
    long line;
} Complaints;

static void collect_printed(void *context, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void collect_printed(void *context, const char *format, ...)
{
    Complaints *complaints = context;
    char buffer[1024];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(buffer, sizeof buffer, format, arguments);
    va_end(arguments);
    if (complaints->printed.length < MESSAGE_BYTES_MAX)
        text_append(&complaints->printed, buffer);
}

#if LIBXML_VERSION >= 21200
typedef const xmlError *ComplaintRecord;
#else
typedef xmlErrorPtr ComplaintRecord;
#endif

static void collect_record(void *context, ComplaintRecord record)
{
    Complaints *complaints = context;
    if (complaints->message != NULL || record->level < XML_ERR_ERROR || record->message == NULL)
        return;
    /* An XPath error says what, and its expression is in str1. */
    if (record->domain == XML_FROM_XPATH && record->str1 != NULL)
        complaints->message = string_format("%.*s in the expression %s", (int)strcspn(record->message, "\n"),
                                            record->message, record->str1);
    else
        complaints->message = string_copy(record->message);
    complaints->line = record->line;
}

/* The libraries' handlers are global; they are taken off again so that nothing points to a finished rendering. */
static void complaints_begin(Complaints *complaints)
{
    xmlSetStructuredErrorFunc(complaints, collect_record);
    xmlSetGenericErrorFunc(complaints, collect_printed);
    xsltSetGenericErrorFunc(complaints, collect_printed);
}

static void complaints_end(Complaints *complaints)
{
    xmlSetStructuredErrorFunc(NULL, NULL);
    xmlSetGenericErrorFunc(NULL, NULL);
    xsltSetGenericErrorFunc(NULL, NULL);
    text_free(&complaints->printed);
    free(complaints->message);
    *complaints = (Complaints){0};
}

static char *first_line(const char *text)
{
    size_t length = strcspn(text, "\n");
    while (length > 0 && text[length - 1] == ' ')
        length--;
    return string_copy_bytes(text, length);
}

/* Makes one line of the complaints. libxslt prints "runtime error: file NAME line 12 element value-of" and then the
 * message on a line of its own; libxml2 prints which function or variable an XPath error is about and records the rest. */
static void complaints_report(Complaints *complaints, const char *name, const char *fallback, Error *error)
{
    const char *printed = complaints->printed.data != NULL ? complaints->printed.data : "";
    const char *header = strstr(printed, "error: file "), *xpath = strstr(printed, "xmlXPath");
    const char *message = complaints->message != NULL ? complaints->message : printed;
    long line = complaints->line;
    if (header != NULL) {
        const char *end = header + strcspn(header, "\n"), *number = strstr(header, " line ");
        if (number != NULL && number < end)
            line = strtol(number + strlen(" line "), NULL, 10);
        if (complaints->message == NULL && *end != '\0')
            message = end + 1;
    }
    if (xpath != NULL && strstr(xpath, ": ") != NULL)
        message = strstr(xpath, ": ") + 2;
    char *told = first_line(*message != '\0' ? message : fallback);
    error_set_at(error, ERROR_INPUT, name, line, "%s", told);
    free(told);
}

static xmlParserInputPtr refuse_entity(const char *url, const char *id, xmlParserCtxtPtr context)
{
    (void)url, (void)id, (void)context;
    return NULL;
}

/* Answers xsl:import, xsl:include and document(): nothing is loaded by name. */
static xmlDocPtr refuse_document(const xmlChar *url, xmlDictPtr dictionary, int options, void *context,
                                 xsltLoadType type)
{
    (void)url, (void)dictionary, (void)options, (void)context, (void)type;
    return NULL;
}

static xsltSecurityPrefsPtr make_preferences(void)
{
    static const xsltSecurityOption options[] = {XSLT_SECPREF_READ_FILE, XSLT_SECPREF_WRITE_FILE,
                                                 XSLT_SECPREF_CREATE_DIRECTORY, XSLT_SECPREF_READ_NETWORK,
                                                 XSLT_SECPREF_WRITE_NETWORK};
    xsltSecurityPrefsPtr preferences = xsltNewSecurityPrefs();
    if (preferences == NULL)
        return NULL;
    for (size_t i = 0; i < sizeof options / sizeof options[0]; i++)
        xsltSetSecurityPrefs(preferences, options[i], xsltSecurityForbid);
    return preferences;
}

static void prepare_libraries(void)
{
    xmlSetExternalEntityLoader(refuse_entity);
    xsltSetLoaderFunc(refuse_document);
    exsltCommonRegister();
    exsltSetsRegister();
    exsltStrRegister();
}

static xmlDocPtr parse(const char *name, const Text *bytes, Complaints *complaints, Error *error)
{
    if (bytes->length == 0 || bytes->length > INT_MAX) {
        error_set_at(error, ERROR_INPUT, name, 0, bytes->length == 0 ? "it is empty" : "it is too long");
        return NULL;
    }
    xmlDocPtr document = xmlReadMemory(bytes->data, (int)bytes->length, name, NULL, XML_PARSE_NONET);
    if (document == NULL) {
        complaints_report(complaints, name, "it is not well-formed XML", error);
        return NULL;
    }
    if (document->intSubset != NULL) {
        error_set_at(error, ERROR_INPUT, name, 0, "a DOCTYPE is not allowed here; take it out");
        xmlFreeDoc(document);
        return NULL;
    }
    return document;
}

/* Writes a result as its stylesheet's xsl:output says. */
static bool save_result(const char *name, xsltStylesheetPtr stylesheet, xmlDocPtr result, Text *output, Error *error)
{
    xmlChar *bytes = NULL;
    int length = 0;
    bool ok = xsltSaveResultToString(&bytes, &length, result, stylesheet) == 0 &&
              (bytes == NULL || (size_t)length < FRAME_BYTES_MAX);
    if (ok)
        text_append_bytes(output, bytes != NULL ? (const char *)bytes : "", (size_t)length);
    else
        error_set_at(error, ERROR_LIMIT, name, 0, "what the stylesheet makes could not be written out");
    xmlFree(bytes);
    return ok;
}

/* What the stylesheet makes of a document; NULL with an error. The caller frees it. */
static xmlDocPtr transform(const char *name, xsltStylesheetPtr stylesheet, xmlDocPtr sheet, Complaints *complaints,
                           Error *error)
{
    xmlDocPtr result = NULL;
    xsltSecurityPrefsPtr preferences = make_preferences();
    xsltTransformContextPtr context = xsltNewTransformContext(stylesheet, sheet);
    if (preferences == NULL || context == NULL || xsltSetCtxtSecurityPrefs(preferences, context) != 0) {
        error_set_at(error, ERROR_IO, name, 0, "the stylesheet could not be confined");
        goto cleanup;
    }
    xsltSetTransformErrorFunc(context, complaints, collect_printed);
    render_functions_register(context);
    keys_register(context);
    result = xsltApplyStylesheetUser(stylesheet, sheet, NULL, NULL, NULL, context);
    if (result == NULL || context->state != XSLT_STATE_OK) {
        complaints_report(complaints, name, "the stylesheet failed", error);
        if (result != NULL)
            xmlFreeDoc(result);
        result = NULL;
    }
cleanup:
    if (context != NULL)
        xsltFreeTransformContext(context);
    if (preferences != NULL)
        xsltFreeSecurityPrefs(preferences);
    return result;
}

static xsltStylesheetPtr parse_stylesheet(const Stylesheet *given, Complaints *complaints, Error *error)
{
    xmlDocPtr source = parse(given->name, &given->bytes, complaints, error);
    if (source == NULL)
        return NULL;
    xsltStylesheetPtr stylesheet = xsltParseStylesheetDoc(source);
    bool sound = stylesheet != NULL && stylesheet->errors == 0 && stylesheet->warnings == 0;
    if (sound && keys_check_patterns(given->name, stylesheet, error))
        return stylesheet;
    if (!sound)
        complaints_report(complaints, given->name, "it is no stylesheet", error);
    if (stylesheet != NULL)
        xsltFreeStylesheet(stylesheet);
    else
        xmlFreeDoc(source);
    return NULL;
}

/* Turns the last result into the output's bytes. */
static bool finish(const char *form, const Stylesheet *given, xsltStylesheetPtr stylesheet, xmlDocPtr result, Text *output,
                   DrawnPages *pages, Error *error)
{
    if (strcmp(form, "package") == 0)
        return package_write(given->name, result, output, error);
    if (strcmp(form, "pages") == 0)
        return pages_draw(given->name, result, output, pages, error);
    return save_result(given->name, stylesheet, result, output, error);
}

bool render_chain(const char *form, const Stylesheet *stylesheets, size_t count, const Text *xml, Text *output,
                  DrawnPages *pages, Error *error)
{
    Complaints complaints = {0};
    bool ok = false;
    DrawnPages drawn = {0};
    complaints_begin(&complaints);
    prepare_libraries();
    xmlDocPtr document = parse("sheet XML", xml, &complaints, error);
    for (size_t i = 0; document != NULL && i < count; i++) {
        xsltStylesheetPtr stylesheet = parse_stylesheet(&stylesheets[i], &complaints, error);
        xmlDocPtr result =
            stylesheet != NULL ? transform(stylesheets[i].name, stylesheet, document, &complaints, error) : NULL;
        if (result != NULL && i + 2 == count && strcmp(form, "package") == 0)
            pages_prepare_office(result);
        if (result != NULL && i + 1 == count)
            ok = finish(form, &stylesheets[i], stylesheet, result, output, &drawn, error);
        xmlFreeDoc(document);
        document = result;
        if (stylesheet != NULL)
            xsltFreeStylesheet(stylesheet);
    }
    if (document != NULL)
        xmlFreeDoc(document);
    complaints_end(&complaints);
    if (pages != NULL)
        *pages = drawn;
    return ok;
}

bool render_document(const char *name, const Text *stylesheet, const Text *xml, Text *output, Error *error)
{
    const Stylesheet one = {.name = name, .bytes = *stylesheet};
    return render_chain("text", &one, 1, xml, output, NULL, error);
}
