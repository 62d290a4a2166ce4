#include "config.h"

#include "importers/read/manifest.h"

#include "core/file.h"
#include "core/frame-stream.h"
#include "core/memory.h"
#include "importers/protocol.h"
#include "importers/read/input.h"
#include "importers/read/readers.h"
#include "importers/read/xml.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/tree.h>

#define RANK_MIN 1
#define RANK_MAX 999
#define RULES_MAX 200u

typedef struct ManifestAttribute {
    const char *element, *name;
    int place; /* in the frame; -1: it makes a rule */
    char rule;
    bool required;
} ManifestAttribute;

static const ManifestAttribute attributes[] = {
    {"format", "name", MANIFEST_NAME, 0, true},
    {"format", "title", MANIFEST_TITLE, 0, true},
    {"read", "with", MANIFEST_READER, 0, true},
    {"read", "list", MANIFEST_WHOLE, 0, false},
    {"read", "rows", MANIFEST_SHORT, 0, false},
    {"read", "comments", MANIFEST_COMMENTS, 0, false},
    {"read", "records", MANIFEST_RECORDS, 0, false},
    {"read", "repeated", MANIFEST_REPEATED, 0, false},
    {"version", "select", MANIFEST_SELECT, 0, true},
    {"version", "known", MANIFEST_KNOWN, 0, true},
    {"source", "id", MANIFEST_SOURCE, 0, true},
    {"source", "title", MANIFEST_SOURCE_TITLE, 0, true},
    {"source", "version", MANIFEST_SOURCE_VERSION, 0, false},
    {"source", "date", MANIFEST_SOURCE_DATE, 0, false},
    {"source", "licence", MANIFEST_SOURCE_LICENCE, 0, true},
    {"source", "url", MANIFEST_SOURCE_URL, 0, false},
    {"source", "cite", MANIFEST_SOURCE_CITE, 0, true},
    {"source", "rank", MANIFEST_RANK, 0, false},
    {"recognise", "extensions", -1, RULE_EXTENSIONS, true},
    {"key", "name", -1, RULE_KEY, true},
    {"column", "name", -1, RULE_COLUMN, true},
    {"root", "name", -1, RULE_ROOT, true},
    {"root", "namespace", -1, RULE_NAMESPACE, false},
    {"text", "words", -1, RULE_TEXT, true},
};
#define ATTRIBUTE_COUNT (sizeof(attributes) / sizeof(attributes[0]))

typedef struct Manifest {
    const char *file;
    char *strings[MANIFEST_RULES];
    StringList rules;
    Error *error;
} Manifest;

static bool refuse(const Manifest *manifest, xmlNodePtr node, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
static bool refuse(const Manifest *manifest, xmlNodePtr node, const char *format, ...)
{
    char reason[500];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(reason, sizeof(reason), format, arguments);
    va_end(arguments);
    error_set_at(manifest->error, ERROR_INPUT, manifest->file, xmlGetLineNo(node), "%s", reason);
    return false;
}

static bool is_element(xmlNodePtr node, const char *name)
{
    return node->ns != NULL && strcmp((const char *)node->ns->href, MANIFEST_NAMESPACE) == 0 &&
           strcmp((const char *)node->name, name) == 0;
}

static const ManifestAttribute *find_attribute(xmlNodePtr node, const char *name)
{
    for (size_t i = 0; i < ATTRIBUTE_COUNT; i++)
        if (strcmp(attributes[i].element, (const char *)node->name) == 0 && strcmp(attributes[i].name, name) == 0)
            return &attributes[i];
    return NULL;
}

static void take_value(Manifest *manifest, const ManifestAttribute *attribute, const char *value)
{
    if (attribute->place >= 0) {
        free(manifest->strings[attribute->place]);
        manifest->strings[attribute->place] = string_copy(value);
    } else {
        string_list_take(&manifest->rules, string_format("%c%s", attribute->rule, value));
    }
}

static bool read_attributes(Manifest *manifest, xmlNodePtr node)
{
    for (xmlAttrPtr at = node->properties; at != NULL; at = at->next)
        if (at->ns != NULL || find_attribute(node, (const char *)at->name) == NULL)
            return refuse(manifest, node, "unknown attribute %s", (const char *)at->name);
    /* In the order of the table: a rule begins with its extensions. */
    for (size_t i = 0; i < ATTRIBUTE_COUNT; i++) {
        const ManifestAttribute *attribute = &attributes[i];
        xmlChar *value;

        if (strcmp(attribute->element, (const char *)node->name) != 0)
            continue;
        value = xmlGetNoNsProp(node, (const xmlChar *)attribute->name);
        if (value == NULL ? attribute->required : *value == '\0') {
            xmlFree(value);
            return refuse(manifest, node, "the attribute %s is missing or empty", attribute->name);
        }
        if (value != NULL)
            take_value(manifest, attribute, (const char *)value);
        xmlFree(value);
    }
    return manifest->rules.count <= RULES_MAX || refuse(manifest, node, "more than 200 rules");
}

/* The elements in node, each of one of the names (blank-separated); in recognise, their attributes too. */
static bool read_children(Manifest *manifest, xmlNodePtr node, const char *names)
{
    for (xmlNodePtr child = node->children; child != NULL; child = child->next) {
        const char *found;
        size_t length;

        if (child->type == XML_TEXT_NODE && xmlIsBlankNode(child))
            continue;
        if (child->type == XML_COMMENT_NODE)
            continue;
        if (child->type != XML_ELEMENT_NODE)
            return refuse(manifest, child, "text where none may be");
        length = strlen((const char *)child->name);
        found = strstr(names, (const char *)child->name);
        if (found == NULL || !is_element(child, (const char *)child->name) ||
            (found[length] != ' ' && found[length] != '\0') || (found != names && found[-1] != ' '))
            return refuse(manifest, child, "unknown element %s", (const char *)child->name);
        if (!read_attributes(manifest, child) ||
            !read_children(manifest, child, is_element(child, "recognise") ? "key column root text" : ""))
            return false;
    }
    return true;
}

/* What may be said in one way only. */
static bool check_word(const Manifest *manifest, xmlNodePtr root, int place, const char *name, const char *word)
{
    const char *value = manifest->strings[place];

    return value == NULL || strcmp(value, word) == 0 ||
           refuse(manifest, root, "%s=\"%.80s\" must be %s, or left out", name, value, word);
}

static bool check_name(const Manifest *manifest, xmlNodePtr root)
{
    const char *name = manifest->strings[MANIFEST_NAME];

    return (strlen(name) <= 40 && strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(name)) ||
           refuse(manifest, root, "the name \"%.80s\" must be up to 40 letters a-z, digits or -", name);
}

static bool check_source(const Manifest *manifest)
{
    ImportSource source = {.id = manifest->strings[MANIFEST_SOURCE],
                           .title = manifest->strings[MANIFEST_SOURCE_TITLE],
                           .version = manifest->strings[MANIFEST_SOURCE_VERSION],
                           .date = manifest->strings[MANIFEST_SOURCE_DATE],
                           .licence = manifest->strings[MANIFEST_SOURCE_LICENCE],
                           .url = manifest->strings[MANIFEST_SOURCE_URL],
                           .cite = manifest->strings[MANIFEST_SOURCE_CITE]};

    return import_source_check(&source, manifest->file, 0, manifest->error);
}

static bool check(const Manifest *manifest, xmlNodePtr root)
{
    const char *rank = manifest->strings[MANIFEST_RANK];
    long number = rank == NULL || rank[strspn(rank, "0123456789")] != '\0' ? 0 : strtol(rank, NULL, 10);

    if (manifest->strings[MANIFEST_READER] == NULL)
        return refuse(manifest, root, "there is no element %s", "read");
    if (manifest->strings[MANIFEST_SOURCE] == NULL)
        return refuse(manifest, root, "there is no element %s", "source");
    if (manifest->rules.count == 0)
        return refuse(manifest, root, "there is no element %s", "recognise");
    if (reader_find(manifest->strings[MANIFEST_READER]) == NULL)
        return refuse(manifest, root, "unknown reader \"%.80s\"; known: " READER_NAMES,
                      manifest->strings[MANIFEST_READER]);
    if (rank != NULL && (number < RANK_MIN || number > RANK_MAX))
        return refuse(manifest, root, "the rank \"%.80s\" must be a number from 1 to 999", rank);
    return check_name(manifest, root) &&
           check_word(manifest, root, MANIFEST_WHOLE, "list", "whole") &&
           check_word(manifest, root, MANIFEST_SHORT, "rows", "short") &&
           check_word(manifest, root, MANIFEST_REPEATED, "repeated", "first") &&
           check_source(manifest);
}

bool manifest_read(const ReadInput *input, Frame *frame, Error *error)
{
    Manifest manifest = {.file = input->file, .error = error};
    xmlDocPtr document = NULL;
    xmlNodePtr root;
    bool good = false;

    if (input->length > MANIFEST_BYTES)
        error_set_at(error, ERROR_LIMIT, input->file, 0, "a manifest has at most 64 KiB");
    else if (input_check_xml(input, error))
        document = xml_document(input->file, input->bytes, input->length, error);
    root = document == NULL ? NULL : xmlDocGetRootElement(document);
    if (root != NULL) {
        if (!is_element(root, "format"))
            refuse(&manifest, root, "the root element is %s and must be format in the namespace " MANIFEST_NAMESPACE,
                   (const char *)root->name);
        else
            good = read_attributes(&manifest, root) &&
                   read_children(&manifest, root, "read recognise version source") && check(&manifest, root);
    }
    if (good) {
        frame->type = FRAME_MANIFEST;
        manifest.strings[MANIFEST_FILE] = string_copy(input->file);
        for (size_t i = 0; i < MANIFEST_RULES; i++)
            frame_add(frame, manifest.strings[i]);
        for (size_t i = 0; i < manifest.rules.count; i++)
            frame_add(frame, manifest.rules.items[i]);
    }
    for (size_t i = 0; i < MANIFEST_RULES; i++)
        free(manifest.strings[i]);
    string_list_free(&manifest.rules);
    xmlFreeDoc(document);
    return good;
}

static void answer_manifest(const Frame *question, Text *answers)
{
    ReadInput input = {
        .file = frame_string(question, 0), .bytes = frame_string(question, 1), .length = question->lengths[1]};
    Frame frame = {0};
    Error error = {0};

    if (!manifest_read(&input, &frame, &error)) {
        frame.type = FRAME_REFUSED;
        frame_add(&frame, input.file);
        frame_add_number(&frame, error.line);
        frame_add(&frame, NULL);
        frame_add(&frame, error.message);
    }
    frame_encode(&frame, answers);
    frame_clear(&frame);
    error_clear(&error);
}

bool manifests_run(int input, int output, Error *error)
{
    FrameStream stream = {.descriptor = input};
    Frame frame = {0}, end = {.type = FRAME_END};
    Text answers = {0};
    bool received = false, good = true;

    xml_harden();
    while (good && (good = frame_stream_read(&stream, &frame, &received, error)) && received) {
        good = frame.type == FRAME_MANIFEST && frame.count == 2 && frame.strings[0] != NULL && frame.strings[1] != NULL;
        if (good)
            answer_manifest(&frame, &answers);
        else
            error_set(error, ERROR_INPUT, "an unknown message");
    }
    frame_encode(&end, &answers);
    good = good && descriptor_write(output, answers.data, answers.length, error);
    frame_clear(&frame);
    text_free(&answers);
    frame_stream_free(&stream);
    return good;
}
