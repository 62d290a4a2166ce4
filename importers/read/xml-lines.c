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

static bool is_listed(const char *list, const xmlChar *name)
{
    size_t length = strlen((const char *)name);

    for (const char *at = list; at != NULL && *at != '\0'; at += strspn(at, " ")) {
        size_t size = strcspn(at, " ");

        if (size == length && memcmp(at, name, size) == 0)
            return true;
        at += size;
    }
    return false;
}

/* What the root says of the whole: its children that hold words and no elements. */
static void append_head(Text *xml, xmlDocPtr document, xmlNodePtr root)
{
    text_append_format(xml, "<" PREFIX ":head name=\"%s\">", (const char *)root->name);
    for (xmlNodePtr child = root->children; child != NULL; child = child->next)
        if (child->type == XML_ELEMENT_NODE && xmlFirstElementChild(child) == NULL && xml->length < XML_HEAD_BYTES)
            append_root(xml, document, child);
    text_append(xml, "</" PREFIX ":head>");
}

/* Hands on each of the elements that the settings name, outermost ones; false where none is there. */
static bool hand_on_records(const ReadInput *input, xmlDocPtr document, xmlNodePtr root, const ReadSettings *settings,
                            const ReadBatches *batches, Error *error)
{
    Text head = {0}, xml = {0};
    bool wanted = true, any = false;

    if (!document_append_start(&head, PREFIX, input->file, error))
        return false;
    append_head(&head, document, root);
    for (xmlNodePtr node = root, next; wanted && node != NULL; node = next) {
        bool is_record = node != root && node->type == XML_ELEMENT_NODE && is_listed(settings->records, node->name);

        next = is_record ? node_behind(node, root) : next_node(node, root);
        if (!is_record)
            continue;
        any = true;
        text_reset(&xml);
        text_append_bytes(&xml, head.data, head.length);
        append_root(&xml, document, node);
        text_append(&xml, "</" PREFIX ":document>");
        wanted = batches->take(batches->context, &xml);
    }
    if (!any)
        error_set_at(error, ERROR_INPUT, input->file, xmlGetLineNo(root), "there is none of the elements %s in it",
                     settings->records);
    text_free(&head);
    text_free(&xml);
    return any;
}

bool xml_lines_read(const ReadInput *input, const ReadSettings *settings, const ReadBatches *batches, Error *error)
{
    xmlDocPtr document;
    xmlNodePtr root;
    Text xml = {0};
    bool good;

    if (!input_check_foreign_xml(input, error) ||
        (document = xml_document(input->file, input->bytes, input->length, error)) == NULL)
        return false;
    root = xmlDocGetRootElement(document);
    good = root != NULL && add_lines(root, input, error);
    if (good && settings->records != NULL && !is_listed(settings->records, root->name)) {
        good = hand_on_records(input, document, root, settings, batches, error);
    } else if (good && (good = document_append_start(&xml, PREFIX, input->file, error))) {
        append_root(&xml, document, root);
        text_append(&xml, "</" PREFIX ":document>");
        batches->take(batches->context, &xml);
    }
    xmlFreeDoc(document);
    text_free(&xml);
    return good;
}
