/* Writes well-formed XML into a Text. Every value is sanitised as a line (core/sanitise.h) and escaped, so that nothing in
 * the data can end an element, begin one, or bring a character that XML or a screen cannot have. */
#ifndef GAIRO_SHEETS_COMPOSE_XML_WRITER_H
#define GAIRO_SHEETS_COMPOSE_XML_WRITER_H

#include "core/text.h"

#include <stddef.h>

#define XML_DEPTH_MAX 16

/* Starts with out set and the rest zeroed. Element names are the program's own, valid and static. */
typedef struct XmlWriter {
    Text *out;                       /* borrowed */
    const char *open[XML_DEPTH_MAX]; /* the elements begun and not ended */
    size_t depth;
    bool in_tag;                     /* the innermost start tag still takes attributes */
    bool has_text;                   /* the innermost element has text, so its end tag stays on the line */
} XmlWriter;

void xml_declaration(XmlWriter *writer);
void xml_begin(XmlWriter *writer, const char *name);
void xml_end(XmlWriter *writer);
/* Adds an attribute to the element just begun, before anything is put in it. A NULL value adds nothing. */
void xml_attribute(XmlWriter *writer, const char *name, const char *value);
void xml_attribute_number(XmlWriter *writer, const char *name, size_t number);
/* name="yes" where it holds; nothing where not. */
void xml_attribute_flag(XmlWriter *writer, const char *name, bool holds);
void xml_text(XmlWriter *writer, const char *text);
/* An element with nothing but text; NULL writes none. */
void xml_element(XmlWriter *writer, const char *name, const char *text);
/* A p element for each paragraph of text (paragraphs are separated by an empty line); NULL writes none. */
void xml_paragraphs(XmlWriter *writer, const char *text);
/* A p element for each line of text that is not blank. */
void xml_lines(XmlWriter *writer, const char *text);

#endif
