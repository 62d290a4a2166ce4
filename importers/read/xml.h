/* libxml2 and libxslt, made harmless: nothing is fetched or opened, nothing is printed, every complaint is a fault. */
#ifndef GAIRO_IMPORTERS_READ_XML_H
#define GAIRO_IMPORTERS_READ_XML_H

#include "core/error.h"
#include "core/text.h"

#include <stdbool.h>
#include <stddef.h>

#include <libxml/parser.h>
#include <libxml/xmlerror.h>

/* What libxml2 hands to a handler of faults. */
#if LIBXML_VERSION >= 21200
typedef const xmlError *XmlFault;
#else
typedef xmlErrorPtr XmlFault;
#endif

/* Once, before anything else, in each program that parses: no entity loader, no input or output by name, no network, no
 * messages; libxslt may read and write nothing and load no document() and no import. Holds for the whole process, thus
 * also for sheets/render. */
void xml_harden(void);

/* Takes off whatever handlers of messages are set: nothing is printed. */
void xml_silence(void);

/* XML_PARSE_ options for both the push parser and documents. */
#define XML_OPTIONS (XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_NOCDATA | XML_PARSE_BIG_LINES)

/* Fills error from what libxml2 says: its message sanitised and on one line. */
void xml_error_set(Error *error, const char *file, long line, const char *message);

/* Appends length bytes as XML text or attribute value: <, >, &, the quotes and line ends become references. False, and
 * nothing appended, where a character is not allowed in XML. */
bool xml_append_escaped(Text *xml, const char *bytes, size_t length);

/* Parses bytes into a document with the same rules. NULL with ERROR_INPUT. The caller frees it with xmlFreeDoc(). */
xmlDocPtr xml_document(const char *name, const char *bytes, size_t length, Error *error);

#endif
