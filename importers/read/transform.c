#include "config.h"

#include "importers/read/transform.h"

#include "core/memory.h"
#include "core/sanitise.h"
#include "importers/read/native-elements.h"
#include "importers/read/keys.h"
#include "importers/read/stylesheet-lines.h"
#include "importers/read/xml.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
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
    const LicenceTable *licences;
    xmlXPathCompExprPtr version; /* NULL: none is asked for */
    char *known;
};

/* What the libraries complain of: libxslt in printed lines, XPath in records. Where neither tells a line, it is that of the
 * instruction that was under way. */
typedef struct Complaints {
    xsltTransformContextPtr running; /* NULL: nothing runs */
    Text printed;
    char *fault; /* the first record's message; NULL */
    long line;   /* of the instruction under way at the first complaint; 0: not known */
} Complaints;

static void note_line(Complaints *complaints)
{
    if (complaints->line == 0 && complaints->running != NULL && complaints->running->inst != NULL)
        complaints->line = xmlGetLineNo(complaints->running->inst);
}

static void collect(void *context, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void collect(void *context, const char *format, ...)
{
    Complaints *complaints = context;
    char buffer[500];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(buffer, sizeof(buffer), format, arguments);
    va_end(arguments);
    note_line(complaints);
    if (complaints->printed.length < MESSAGE_BYTES)
        text_append(&complaints->printed, buffer);
}

static void collect_fault(void *context, XmlFault fault)
{
    Complaints *complaints = context;

    note_line(complaints);
    if (complaints->fault == NULL && fault->message != NULL)
        complaints->fault = string_format("%.*s: ", (int)strcspn(fault->message, "\n"), fault->message);
}

/* XPath names its own C function, and says of one that is not there only that. The caller owns it. */
static char *plain_words(const char *fault, const char *message)
{
    static const char prefix[] = "xmlXPathCompOpEval: ", named[] = "function ", missing[] = " not found";
    size_t length = strcspn(message, "\n");
    bool of_xpath = strncmp(message, prefix, strlen(prefix)) == 0;

    if (!of_xpath)
        return string_format("%s%.*s", fault == NULL ? "" : fault, (int)length, message);
    message += strlen(prefix);
    length -= strlen(prefix);
    if (strncmp(message, named, strlen(named)) != 0 || length < strlen(missing) ||
        strncmp(message + length - strlen(missing), missing, strlen(missing)) != 0)
        return string_format("%.*s", (int)length, message);
    return string_format("there is no %.*s", (int)(length - strlen(missing)), message);
}

/* libxslt prints "runtime error: file NAME line 12 element value-of" and then what is wrong on a line of its own. */
static void report(const Transform *transform, const Complaints *complaints, Error *error)
{
    const char *text = complaints->printed.data == NULL ? "" : complaints->printed.data;
    const char *number = strstr(text, " line ");
    const char *end = strchr(text, '\n');
    bool has_header = end != NULL && end[1] != '\0' && memmem(text, (size_t)(end - text), "error", 5) != NULL;
    const char *message = has_header ? end + 1 : text;
    char *words = plain_words(complaints->fault, message);
    char *clean = sanitise_string(words, SANITISE_LINE);

    error_set_at(error, ERROR_INPUT, transform->name,
                 has_header && number != NULL && number < end ? strtol(number + 6, NULL, 10) : complaints->line,
                 "the stylesheet fails: %s", clean);
    free(clean);
    free(words);
}

static void listen(Complaints *complaints)
{
    xmlSetStructuredErrorFunc(complaints, collect_fault);
    xmlSetGenericErrorFunc(complaints, collect);
    xsltSetGenericErrorFunc(complaints, collect);
}

static void stop_listening(Complaints *complaints)
{
    xml_silence();
    text_free(&complaints->printed);
    free(complaints->fault);
}

/* libxslt tells of no line where it may not load another stylesheet. */
static bool check_alone(const char *name, xmlDocPtr document, Error *error)
{
    xmlNodePtr root = xmlDocGetRootElement(document);

    for (xmlNodePtr child = root == NULL ? NULL : root->children; child != NULL; child = child->next) {
        bool loads = child->type == XML_ELEMENT_NODE && IS_XSLT_ELEM(child) &&
                     (IS_XSLT_NAME(child, "import") || IS_XSLT_NAME(child, "include"));
        if (!loads)
            continue;
        xmlChar *address = xmlGetNoNsProp(child, (const xmlChar *)"href");
        char *clean = sanitise_string(address == NULL ? "" : (const char *)address, SANITISE_LINE);

        error_set_at(error, ERROR_INPUT, name, xmlGetLineNo(child),
                     "the stylesheet fails: xsl:%s of \"%.200s\" is refused: a stylesheet loads no other; what is needed "
                     "must stand in it",
                     (const char *)child->name, clean);
        free(clean);
        xmlFree(address);
        return false;
    }
    return true;
}

Transform *transform_new(const char *name, const char *bytes, size_t length, Error *error)
{
    Transform *transform = memory_zeroed(1, sizeof(*transform));
    xmlDocPtr document = xml_document(name, bytes, length, error);
    Complaints complaints = {0};

    transform->name = string_copy(name);
    if (document == NULL || !check_alone(name, document, error)) {
        xmlFreeDoc(document);
        transform_free(transform);
        return NULL;
    }
    stylesheet_lines_add(document);
    listen(&complaints);
    transform->stylesheet = xsltParseStylesheetDoc(document);
    /* An instruction that XSLT does not have is only a warning to libxslt. */
    if (transform->stylesheet == NULL || transform->stylesheet->errors != 0 || transform->stylesheet->warnings != 0) {
        report(transform, &complaints, error);
        if (transform->stylesheet == NULL)
            xmlFreeDoc(document);
        transform_free(transform);
        transform = NULL;
    } else if (!keys_check_patterns(name, transform->stylesheet, error)) {
        transform_free(transform);
        transform = NULL;
    }
    stop_listening(&complaints);
    return transform;
}

void transform_free(Transform *transform)
{
    if (transform == NULL)
        return;
    if (transform->stylesheet != NULL)
        xsltFreeStylesheet(transform->stylesheet);
    xmlXPathFreeCompExpr(transform->version);
    free(transform->known);
    free(transform->name);
    free(transform);
}

void transform_set_licences(Transform *transform, const LicenceTable *licences)
{
    transform->licences = licences;
}

bool transform_set_versions(Transform *transform, const char *select, const char *known, Error *error)
{
    Complaints complaints = {0};

    listen(&complaints);
    transform->version = xmlXPathCompile((const xmlChar *)select);
    stop_listening(&complaints);
    transform->known = string_copy(known);
    if (transform->version == NULL)
        error_set_at(error, ERROR_INPUT, transform->name, 0, "the manifest's select \"%.80s\" is no XPath", select);
    return transform->version != NULL;
}

/* "5.*" knows every version that begins with "5.". */
static bool is_known(const char *known, const char *version)
{
    for (const char *at = known; *at != '\0';) {
        size_t length = strcspn(at, " ");
        bool open = length > 0 && at[length - 1] == '*';

        if (length > 0 && (open ? strncmp(at, version, length - 1) == 0
                                : strlen(version) == length && strncmp(at, version, length) == 0))
            return true;
        at += length + strspn(at + length, " ");
    }
    return false;
}

static bool check_version(const Transform *transform, xmlDocPtr document, Error *error)
{
    xmlXPathContextPtr context;
    xmlXPathObjectPtr found;
    xmlChar *version;
    Complaints complaints = {0};
    bool good;

    if (transform->version == NULL)
        return true;
    context = xmlXPathNewContext(document);
    if (context == NULL)
        abort();
    context->opLimit = OPERATIONS_MAX;
    xmlXPathRegisterNs(context, (const xmlChar *)"r", (const xmlChar *)READER_NAMESPACE);
    listen(&complaints);
    found = xmlXPathCompiledEval(transform->version, context);
    version = found == NULL ? NULL : xmlXPathCastToString(found);
    good = version != NULL && is_known(transform->known, (const char *)version);
    if (version == NULL || *version == '\0')
        error_set(error, ERROR_INPUT, "the file does not say its version; known: %s", transform->known);
    else if (!good)
        error_set(error, ERROR_INPUT, "version \"%.80s\" is not known; known: %s", (const char *)version,
                  transform->known);
    stop_listening(&complaints);
    xmlFree(version);
    xmlXPathFreeObject(found);
    xmlXPathFreeContext(context);
    return good;
}

/* The result's tree, or NULL. */
static xmlDocPtr run(const Transform *transform, xmlDocPtr document, Complaints *complaints)
{
    xsltTransformContextPtr context = xsltNewTransformContext(transform->stylesheet, document);
    xmlDocPtr result;

    if (context == NULL)
        abort();
    context->maxTemplateDepth = DEPTH_MAX;
    context->maxTemplateVars = VARIABLES_MAX;
    context->xpathCtxt->opLimit = OPERATIONS_MAX;
    functions_register(context, transform->licences);
    keys_register(context);
    complaints->running = context;
    result = xsltApplyStylesheetUser(transform->stylesheet, document, NULL, NULL, NULL, context);
    complaints->running = NULL;
    /* Some instructions (xsl:number) go on with nothing after a fault in their expression. */
    if (result != NULL && (context->state != XSLT_STATE_OK || complaints->fault != NULL)) {
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
    Complaints complaints = {0};
    int length = 0;
    bool applied = false;

    if (document == NULL || !check_version(transform, document, error)) {
        xmlFreeDoc(document);
        return false;
    }
    listen(&complaints);
    made = run(transform, document, &complaints);
    applied = made != NULL && xsltSaveResultToString(&bytes, &length, made, transform->stylesheet) == 0;
    if (applied)
        text_append_bytes(result, (const char *)bytes, (size_t)length);
    else
        report(transform, &complaints, error);
    stop_listening(&complaints);
    xmlFree(bytes);
    xmlFreeDoc(made);
    xmlFreeDoc(document);
    return applied;
}
