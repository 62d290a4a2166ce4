#include "config.h"

#include "importers/read/stylesheet-lines.h"

#include "importers/read/native-elements.h"

#include <libxslt/xsltutils.h>

#include <stdlib.h>

/* The reader's own attributes only: an element of a source's XML may have a "line" that is something else. */
#define NEAREST                                                                                                       \
    "(ancestor-or-self::*/@*[local-name() = 'line'][namespace-uri() = '" READER_NAMESPACE                             \
    "' or (namespace-uri() = '' and namespace-uri(..) = '" READER_NAMESPACE "')])[last()]"

static xmlNodePtr checked(xmlNodePtr node)
{
    if (node == NULL)
        abort();
    return node;
}

static void add_to_literal(xmlNodePtr element)
{
    if (xmlHasProp(element, (const xmlChar *)"line") == NULL &&
        xmlNewProp(element, (const xmlChar *)"line", (const xmlChar *)"{" NEAREST "}") == NULL)
        abort();
}

/* xsl:element: what it makes has no attributes but by instructions. One that follows counts. */
static void add_to_computed(xmlNodePtr instruction)
{
    xmlNodePtr attribute = checked(xmlNewDocNode(instruction->doc, instruction->ns, (const xmlChar *)"attribute", NULL));
    xmlNodePtr value = checked(xmlNewDocNode(instruction->doc, instruction->ns, (const xmlChar *)"value-of", NULL));

    attribute->line = value->line = instruction->line;
    xmlNewProp(attribute, (const xmlChar *)"name", (const xmlChar *)"line");
    xmlNewProp(value, (const xmlChar *)"select", (const xmlChar *)NEAREST);
    xmlAddChild(attribute, value);
    if (instruction->children == NULL)
        xmlAddChild(instruction, attribute);
    else
        xmlAddPrevSibling(instruction->children, attribute);
}

/* What is below a node, the root element of what is made apart: it is made of the whole file. inside: of an element that has the line of what the stylesheet is at. */
static void visit(xmlNodePtr parent, bool inside)
{
    for (xmlNodePtr node = parent->children; node != NULL; node = node->next) {
        if (node->type != XML_ELEMENT_NODE)
            continue;
        if (!IS_XSLT_ELEM(node)) {
            bool root = xmlStrEqual(node->name, (const xmlChar *)"gairo");

            if (!inside && !root)
                add_to_literal(node);
            visit(node, !root);
        } else if (IS_XSLT_NAME(node, "element")) {
            if (!inside)
                add_to_computed(node);
            visit(node, true);
        } else if (IS_XSLT_NAME(node, "for-each")) {
            visit(node, false);
        } else if (!IS_XSLT_NAME(node, "variable") && !IS_XSLT_NAME(node, "param") && !IS_XSLT_NAME(node, "with-param")) {
            visit(node, inside);
        }
    }
}

void stylesheet_lines_add(xmlDocPtr stylesheet)
{
    xmlNodePtr root = xmlDocGetRootElement(stylesheet);

    for (xmlNodePtr node = root == NULL ? NULL : root->children; node != NULL; node = node->next)
        if (node->type == XML_ELEMENT_NODE && IS_XSLT_ELEM(node) && IS_XSLT_NAME(node, "template"))
            visit(node, false);
}
