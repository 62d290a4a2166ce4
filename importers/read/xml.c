#include "config.h"

#include "importers/read/xml.h"

#include "core/sanitise.h"

#include <stdlib.h>
#include <string.h>

#include <libxml/xmlIO.h>
#include <libxslt/documents.h>
#include <libxslt/security.h>
#include <libxslt/xslt.h>
#include <libxslt/xsltutils.h>

#define MESSAGE_BYTES 300

static xmlParserInputPtr refuse_entity(const char *url, const char *id, xmlParserCtxtPtr parser)
{
    (void)url;
    (void)id;
    (void)parser;
    return NULL;
}

static void say_nothing(void *context, const char *format, ...)
{
    (void)context;
    (void)format;
}

static void say_nothing_structured(void *context, XmlFault fault)
{
    (void)context;
    (void)fault;
}

/* document(), xsl:import and xsl:include. A missing document would only be an empty node set: end the transformation.
 */
static xmlDocPtr refuse_document(const xmlChar *url, xmlDictPtr dictionary, int options, void *context,
                                 xsltLoadType type)
{
    (void)dictionary;
    (void)options;
    if (type == XSLT_LOAD_DOCUMENT) {
        xsltTransformContextPtr transformation = context;

        xsltTransformError(transformation, NULL, NULL, "a stylesheet must not load %s\n", (const char *)url);
        transformation->state = XSLT_STATE_STOPPED;
    }
    return NULL;
}

static void forbid_everything(void)
{
    static const xsltSecurityOption all[] = {XSLT_SECPREF_READ_FILE, XSLT_SECPREF_WRITE_FILE,
                                             XSLT_SECPREF_CREATE_DIRECTORY, XSLT_SECPREF_READ_NETWORK,
                                             XSLT_SECPREF_WRITE_NETWORK};
    xsltSecurityPrefsPtr preferences = xsltNewSecurityPrefs();

    if (preferences == NULL)
        abort();
    for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
        xsltSetSecurityPrefs(preferences, all[i], xsltSecurityForbid);
    xsltSetDefaultSecurityPrefs(preferences);
}

void xml_silence(void)
{
    xmlSetGenericErrorFunc(NULL, say_nothing);
    xmlSetStructuredErrorFunc(NULL, say_nothing_structured);
    xsltSetGenericErrorFunc(NULL, say_nothing);
}

void xml_harden(void)
{
    static bool done;

    if (done)
        return;
    done = true;
    xmlInitParser();
    xmlCleanupInputCallbacks();
    xmlCleanupOutputCallbacks();
    xmlSetExternalEntityLoader(refuse_entity);
    xml_silence();
    xsltSetLoaderFunc(refuse_document);
    forbid_everything();
}

void xml_error_set(Error *error, const char *file, long line, const char *message)
{
    static const char advice[] = " use XML_PARSE_HUGE option";
    size_t length = message == NULL ? 0 : strlen(message);
    char *clean;

    while (length > 0 && (message[length - 1] == '\n' || message[length - 1] == ' '))
        length--;
    if (length > MESSAGE_BYTES)
        length = MESSAGE_BYTES;
    /* Advice to those who write programs with it. */
    if (length > sizeof(advice) - 1 && memcmp(message + length - (sizeof(advice) - 1), advice, sizeof(advice) - 1) == 0)
        length -= sizeof(advice) - 1;
    clean = sanitise(message, length, SANITISE_LINE);
    error_set_at(error, ERROR_INPUT, file, line, "not well-formed XML: %s", clean[0] == '\0' ? "unknown fault" : clean);
    free(clean);
}

/* The bytes of the UTF-8 character at bytes, or 0 where XML does not allow it. */
static size_t allowed_character(const unsigned char *bytes, size_t length)
{
    if (bytes[0] < 0x80)
        return bytes[0] >= 0x20 || bytes[0] == '\t' || bytes[0] == '\n' || bytes[0] == '\r' ? 1 : 0;
    if (bytes[0] < 0xE0)
        return length >= 2 ? 2 : 0;
    if (bytes[0] < 0xF0) {
        bool noncharacter = length >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBF && bytes[2] >= 0xBE;

        return length >= 3 && !noncharacter ? 3 : 0;
    }
    return length >= 4 ? 4 : 0;
}

bool xml_append_escaped(Text *xml, const char *bytes, size_t length)
{
    const unsigned char *text = (const unsigned char *)bytes;
    size_t step;

    for (size_t at = 0; at < length; at += step)
        if ((step = allowed_character(text + at, length - at)) == 0)
            return false;
    for (size_t at = 0; at < length; at++) {
        switch (text[at]) {
        case '<':
            text_append(xml, "&lt;");
            break;
        case '>':
            text_append(xml, "&gt;");
            break;
        case '&':
            text_append(xml, "&amp;");
            break;
        case '"':
            text_append(xml, "&quot;");
            break;
        case '\t':
            text_append(xml, "&#9;");
            break;
        case '\n':
            text_append(xml, "&#10;");
            break;
        case '\r':
            text_append(xml, "&#13;");
            break;
        default:
            text_append_character(xml, (char)text[at]);
        }
    }
    return true;
}

typedef struct DocumentFault {
    const char *name;
    Error *error;
    bool found;
} DocumentFault;

static void note_fault(void *context, XmlFault fault)
{
    /* libxml2 hands a parser's handler the parser itself. */
    xmlParserCtxtPtr parser = context;
    DocumentFault *document = parser->_private;

    if (!document->found)
        xml_error_set(document->error, document->name, fault->line, fault->message);
    document->found = true;
}

static void note_doctype(void *context, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
    xmlParserCtxtPtr parser = context;
    DocumentFault *document = parser->_private;

    (void)name;
    (void)external;
    (void)system;
    if (!document->found)
        error_set_at(document->error, ERROR_INPUT, document->name, xmlSAX2GetLineNumber(parser),
                     "a DOCTYPE is not allowed");
    document->found = true;
    xmlStopParser(parser);
}

xmlDocPtr xml_document(const char *name, const char *bytes, size_t length, Error *error)
{
    DocumentFault fault = {.name = name, .error = error};
    xmlParserCtxtPtr parser = xmlNewParserCtxt();
    xmlDocPtr document;

    if (parser == NULL)
        abort();
    parser->_private = &fault;
    parser->sax->serror = note_fault;
    parser->sax->internalSubset = note_doctype;
    document = length <= INT32_MAX ? xmlCtxtReadMemory(parser, bytes, (int)length, name, "UTF-8", XML_OPTIONS) : NULL;
    if (document == NULL && !fault.found)
        xml_error_set(error, name, 0, NULL);
    if (fault.found && document != NULL) {
        xmlFreeDoc(document);
        document = NULL;
    }
    xmlFreeParserCtxt(parser);
    return document;
}
