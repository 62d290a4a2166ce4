#include "config.h"

#include "importers/read/transform.h"

#include "core/memory.h"
#include "core/sanitise.h"
#include "importers/read/xml.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/xpath.h>
#include <libxslt/transform.h>
#include <libxslt/xsltInternals.h>
#include <libxslt/xsltutils.h>

#define MESSAGE_BYTES 2000u
#define DEPTH_MAX 200
#define VARIABLES_MAX 10000
#define OPERATIONS_MAX 100000000ul

struct Transform {
    char *name;
    xsltStylesheetPtr stylesheet;
};

static void collect(void *context, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void collect(void *context, const char *format, ...)
{
    Text *messages = context;
    char buffer[500];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(buffer, sizeof(buffer), format, arguments);
    va_end(arguments);
    if (messages->length < MESSAGE_BYTES)
        text_append(messages, buffer);
}

/* XPath's faults come this way. */
static void collect_fault(void *context, XmlFault fault)
{
    collect(context, "error: line %d\n%s", fault->line, fault->message == NULL ? "" : fault->message);
}

/* libxslt prints "… error: file NAME line 12 element value-of" and then what is wrong on a line of its own. */
static void report(const Transform *transform, const Text *messages, Error *error)
{
    const char *text = messages->data == NULL ? "" : messages->data;
    const char *header = strstr(text, "error: ");
    const char *number = header == NULL ? NULL : strstr(header, "line ");
    const char *end = number == NULL ? NULL : strchr(number, '\n');
    const char *message = end == NULL ? text : end + 1;
    char *clean = sanitise(message, strcspn(message, "\n"), SANITISE_LINE);

    error_set_at(error, ERROR_INPUT, transform->name, number == NULL ? 0 : strtol(number + 5, NULL, 10),
                 "the stylesheet fails: %s", clean[0] == '\0' ? "unknown fault" : clean);
    free(clean);
}

static void listen(Text *messages)
{
    xmlSetStructuredErrorFunc(messages, collect_fault);
    xmlSetGenericErrorFunc(messages, collect);
    xsltSetGenericErrorFunc(messages, collect);
}

static void stop_listening(Text *messages)
{
    xml_silence();
    text_free(messages);
}

Transform *transform_new(const char *name, const char *bytes, size_t length, Error *error)
{
    Transform *transform = memory_zeroed(1, sizeof(*transform));
    xmlDocPtr document = xml_document(name, bytes, length, error);
    Text messages = {0};

    transform->name = string_copy(name);
    if (document == NULL) {
        transform_free(transform);
        return NULL;
    }
    listen(&messages);
    transform->stylesheet = xsltParseStylesheetDoc(document);
    if (transform->stylesheet == NULL || transform->stylesheet->errors != 0) {
        report(transform, &messages, error);
        if (transform->stylesheet == NULL)
            xmlFreeDoc(document);
        transform_free(transform);
        transform = NULL;
    }
    stop_listening(&messages);
    return transform;
}

void transform_free(Transform *transform)
{
    if (transform == NULL)
        return;
    if (transform->stylesheet != NULL)
        xsltFreeStylesheet(transform->stylesheet);
    free(transform->name);
    free(transform);
}

/* The result's tree, or NULL. */
static xmlDocPtr run(const Transform *transform, xmlDocPtr document)
{
    xsltTransformContextPtr context = xsltNewTransformContext(transform->stylesheet, document);
    xmlDocPtr result;

    if (context == NULL)
        abort();
    context->maxTemplateDepth = DEPTH_MAX;
    context->maxTemplateVars = VARIABLES_MAX;
    context->xpathCtxt->opLimit = OPERATIONS_MAX;
    result = xsltApplyStylesheetUser(transform->stylesheet, document, NULL, NULL, NULL, context);
    if (result != NULL && context->state != XSLT_STATE_OK) {
        xmlFreeDoc(result);
        result = NULL;
    }
    xsltFreeTransformContext(context);
    return result;
}

bool transform_apply(const Transform *transform, const Text *xml, Text *result, Error *error)
{
    xmlDocPtr document = xml_document(transform->name, xml->data, xml->length, error);
    xmlDocPtr made = NULL;
    xmlChar *bytes = NULL;
    Text messages = {0};
    int length = 0;
    bool applied = false;

    if (document == NULL)
        return false;
    listen(&messages);
    made = run(transform, document);
    applied = made != NULL && xsltSaveResultToString(&bytes, &length, made, transform->stylesheet) == 0;
    if (applied)
        text_append_bytes(result, (const char *)bytes, (size_t)length);
    else
        report(transform, &messages, error);
    stop_listening(&messages);
    xmlFree(bytes);
    xmlFreeDoc(made);
    xmlFreeDoc(document);
    return applied;
}
