#include "config.h"

#include "importers/read/xml-lines.h"

#include "importers/read/document.h"
#include "importers/read/input.h"
#include "importers/read/native-elements.h"
#include "importers/read/xml.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/tree.h>

/* A prefix, so that elements of no namespace stay so. */
#define PREFIX "gairo-reader"

/* The node after this one in the order of the document, its children first; NULL at the end. */
static xmlNodePtr next_node(xmlNodePtr node, xmlNodePtr root)
{
    if (node->type == XML_ELEMENT_NODE && node->children != NULL)
        return node->children;
    while (node != root && node->next == NULL)
        node = node->parent;
    return node == root ? NULL : node->next;
}

/* As next_node(), without going into it. */
static xmlNodePtr node_behind(xmlNodePtr node, xmlNodePtr root)
{
    while (node != root && node->next == NULL)
        node = node->parent;
    return node == root ? NULL : node->next;
}

static bool add_lines(xmlNodePtr root, const ReadInput *input, Error *error)
{
    xmlNsPtr reader = xmlNewNs(root, (const xmlChar *)READER_NAMESPACE, (const xmlChar *)PREFIX);
    size_t elements = 0;
    xmlNodePtr next;

    for (xmlNodePtr node = root; node != NULL; node = next) {
        if (node->type == XML_PI_NODE || node->type == XML_COMMENT_NODE) {
            next = node_behind(node, root);
            xmlUnlinkNode(node);
            xmlFreeNode(node);
            continue;
        }
        next = next_node(node, root);
        if (node->type != XML_ELEMENT_NODE)
            continue;
        if (++elements > XML_ELEMENTS_MAX) {
            error_set_at(error, ERROR_LIMIT, input->file, xmlGetLineNo(node), "more elements than a file may have");
            return false;
        }
        char line[24];
        snprintf(line, sizeof(line), "%ld", xmlGetLineNo(node));
        /* A file that has such attributes itself cannot say other lines than its own. */
        if (reader == NULL || xmlSetNsProp(node, reader, (const xmlChar *)"line", (const xmlChar *)line) == NULL)
            abort();
    }
    return true;
}

static void append_root(Text *xml, xmlDocPtr document, xmlNodePtr root)
{
    xmlBufferPtr buffer = xmlBufferCreate();

    if (buffer == NULL || xmlNodeDump(buffer, document, root, 0, 0) < 0)
        abort();
    text_append_bytes(xml, (const char *)xmlBufferContent(buffer), (size_t)xmlBufferLength(buffer));
    xmlBufferFree(buffer);
}

bool xml_lines_read(const ReadInput *input, const ReadSettings *settings, const ReadBatches *batches, Error *error)
{
    xmlDocPtr document;
    xmlNodePtr root;
    Text xml = {0};
    bool good;

    (void)settings;
    if (!input_check_foreign_xml(input, error) ||
        (document = xml_document(input->file, input->bytes, input->length, error)) == NULL)
        return false;
    root = xmlDocGetRootElement(document);
    good = root != NULL && add_lines(root, input, error) && document_append_start(&xml, PREFIX, input->file, error);
    if (good) {
        append_root(&xml, document, root);
        text_append(&xml, "</" PREFIX ":document>");
        batches->take(batches->context, &xml);
    }
    xmlFreeDoc(document);
    text_free(&xml);
    return good;
}
