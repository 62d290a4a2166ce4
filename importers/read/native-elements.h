/* The elements of the native vocabulary, as a table: where each may stand, its attributes, its text. */
#ifndef GAIRO_IMPORTERS_READ_NATIVE_ELEMENTS_H
#define GAIRO_IMPORTERS_READ_NATIVE_ELEMENTS_H

#include "core/text.h"
#include "core/vocabulary.h"

#include <stdbool.h>
#include <stddef.h>

#define NATIVE_NAMESPACE "urn:gairo:data:1"
/* Of what readers give to stylesheets, and of the elements "refused" and "remark" that stylesheets may put into their output. */
#define READER_NAMESPACE "urn:gairo:reader:1"

typedef enum Element {
    ELEMENT_DOCUMENT, /* above the root */
    ELEMENT_ROOT,
    ELEMENT_ITEM,
    ELEMENT_TITLE,
    ELEMENT_SUMMARY,
    ELEMENT_BODY,
    ELEMENT_FIELD,
    ELEMENT_SOURCE,
    ELEMENT_LINK,
    ELEMENT_CELL,
    ELEMENT_EVENT,
    ELEMENT_PARAGRAPH,
    ELEMENT_REFUSED, /* these two only from a stylesheet */
    ELEMENT_REMARK,
    ELEMENT_COUNT
} Element;

#define ATTRIBUTES_MAX 7

typedef struct AttributeDefinition {
    const char *name; /* NULL ends the list */
    bool required;
} AttributeDefinition;

typedef struct ElementDefinition {
    const char *name; /* NULL for an item: its kind's */
    unsigned parents; /* set of 1u << Element */
    KindSet kinds;    /* items that may have it */
    AttributeDefinition attributes[ATTRIBUTES_MAX + 1];
    size_t text_bytes; /* most bytes of text in it; 0: none allowed */
} ElementDefinition;

/* Positions in an element's attribute table. */
enum { ROOT_SOURCE, ROOT_TITLE, ROOT_VERSION, ROOT_DATE, ROOT_LICENCE, ROOT_URL, ROOT_CITE };
enum { ITEM_ID };
enum { FIELD_NAME, FIELD_VALUE, FIELD_REF, FIELD_LOCATOR, FIELD_BASIS };
enum { SOURCE_REF, SOURCE_BASIS, SOURCE_LOCATOR };
enum { LINK_RELATION, LINK_TO, LINK_REF, LINK_BASIS, LINK_LOCATOR };
enum { CELL_COMPONENT, CELL_VALUE, CELL_LICENCE, CELL_GUESS };
enum { EVENT_DATE, EVENT_TYPE };

const ElementDefinition *element_definition(Element element);
/* The element called name in parent. False where the vocabulary has none there. kind: set for ELEMENT_ITEM. */
bool element_find(Element parent, const char *name, Element *element, Kind *kind);
/* The position of an attribute, or -1. */
int element_attribute(Element element, const char *name);
/* Appends the names of what may stand in parent: "title, summary and body". kind: of the item. */
void element_list_children(Text *text, Element parent, Kind kind);
void element_list_attributes(Text *text, Element element);

#endif
