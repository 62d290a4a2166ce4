/* The state of the native reader, shared by native.c (the parser's events) and native-start.c (what a start tag means).
 */
#ifndef GAIRO_IMPORTERS_READ_NATIVE_STATE_H
#define GAIRO_IMPORTERS_READ_NATIVE_STATE_H

#include "importers/read/input.h"
#include "importers/read/native-record.h"
#include "importers/read/native.h"
#include "importers/read/xml.h"

#define DEPTH_MAX 5 /* root, item, field, p; and what is wrong below */

typedef struct NativeReader {
    const ReadInput *input;
    const ReadOutput *output;
    NativeOrigin origin;
    xmlParserCtxtPtr parser;
    TagScan tags; /* in step with the parser's start tags, for their lines */
    OpenElement stack[DEPTH_MAX];
    size_t depth;     /* of the document; the stack holds only what is not skipped */
    size_t skip_from; /* elements from this depth on are skipped; 0: none */
    Record *record;   /* the item that is open, NULL where it was refused */
    Kind kind;
    bool has_title;
    size_t record_bytes;
    FoldedText text;
    size_t refusals;
    bool stopped;
} NativeReader;

/* Refuses the file with a fault that ends it. */
void native_refuse_file(NativeReader *reader, long line, const char *reason);
/* Refuses the open item, or the element in the place of one, and passes over the rest of it; outside items, the file.
 */
void native_refuse(NativeReader *reader, long line, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* The innermost open element; NULL above the root and deep inside what is skipped. */
OpenElement *native_top(NativeReader *reader);
bool native_is_skipping(const NativeReader *reader);
/* As authors write it. */
const char *native_element_name(const NativeReader *reader, Element element);

/* A start tag on tag_line: checks place and attributes, opens the element. attributes: five strings each, as libxml2
 * has them. */
void native_begin(NativeReader *reader, long tag_line, const char *name, const char *namespace, int count,
                  const xmlChar **attributes);

#endif
