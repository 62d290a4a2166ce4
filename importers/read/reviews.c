#include "config.h"

#include "importers/read/reviews.h"

#include "core/file.h"
#include "core/frame-stream.h"
#include "core/memory.h"
#include "importers/protocol.h"
#include "importers/read/input.h"
#include "importers/read/xml.h"

#include <stdlib.h>
#include <string.h>

#include <libxml/tree.h>

#define NAMESPACE "urn:gairo:review:1"

typedef struct Reading {
    const ReadInput *input;
    Error *error;
} Reading;

/* Takes over reason. */
static bool refuse(const Reading *reading, const xmlNode *node, char *reason)
{
    long line = node == NULL ? 0 : xmlGetLineNo((xmlNodePtr)node);

    error_set_at(reading->error, ERROR_INPUT, reading->input->file, line, "%s", reason);
    free(reason);
    return false;
}

static bool is_element(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && node->ns != NULL &&
           strcmp((const char *)node->ns->href, NAMESPACE) == 0 && strcmp((const char *)node->name, name) == 0;
}

/* Comments and white space may stand anywhere; an entity that is not one of the five stays a node of its own. */
static bool is_nothing(xmlNode *node)
{
    return node->type == XML_COMMENT_NODE || (node->type == XML_TEXT_NODE && xmlIsBlankNode(node));
}

/* An attribute's value; NULL where there is none. The caller owns it. */
static char *attribute(xmlNode *node, const char *name)
{
    xmlChar *value = xmlGetNoNsProp(node, (const xmlChar *)name);
    char *copy = string_copy((const char *)value);

    xmlFree(value);
    return copy;
}

static bool attributes_are_known(const Reading *reading, const xmlNode *node, const char *const names[])
{
    for (const xmlAttr *given = node->properties; given != NULL; given = given->next) {
        size_t i = 0;

        while (names[i] != NULL && (given->ns != NULL || strcmp((const char *)given->name, names[i]) != 0))
            i++;
        if (names[i] == NULL)
            return refuse(reading, node, string_format("there is no attribute %s here", (const char *)given->name));
    }
    return true;
}

/* A mark's note is all that is in its element. */
static bool take_note(const Reading *reading, const xmlNode *node, Review *review)
{
    Text text = {0};
    bool good = true;

    for (xmlNode *child = node->children; good && child != NULL; child = child->next) {
        if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
            text_append(&text, (const char *)child->content);
        else if (child->type != XML_COMMENT_NODE)
            good = refuse(reading, node, string_copy("a review holds words only"));
    }
    if (good)
        review->note = review_text(text.data);
    text_free(&text);
    return good;
}

static bool take_review(const Reading *reading, xmlNode *node, Review *review)
{
    static const char *const names[] = {"item", "verdict", "name", "date", "digest", NULL};
    char *verdict = attribute(node, "verdict");
    Error fault = {0};
    bool good = attributes_are_known(reading, node, names);

    if (good && !verdict_parse(verdict, &review->verdict))
        good = refuse(reading, node, string_copy("a review's verdict is checked or wrong"));
    free(verdict);
    if (!good || !take_note(reading, node, review))
        return false;
    review->item = attribute(node, "item");
    review->reviewer = attribute(node, "name");
    review->date = attribute(node, "date");
    review->digest = attribute(node, "digest");
    if (!review_check(review, ERROR_INPUT, &fault))
        good = refuse(reading, node, string_copy(fault.message));
    error_clear(&fault);
    return good;
}

static bool take_reviews(const Reading *reading, const xmlNode *root,
                         void (*take)(void *context, const Review *review), void *context)
{
    static const char *const names[] = {"date", "data", NULL};
    size_t count = 0;
    bool good = true;

    if (root == NULL || !is_element(root, "reviews"))
        return refuse(reading, root, string_copy("this is no file of marks: its root is to be reviews in the namespace " NAMESPACE));
    good = attributes_are_known(reading, root, names);
    for (xmlNode *node = root->children; good && node != NULL; node = node->next) {
        Review review = {0};

        if (is_nothing(node))
            continue;
        if (!is_element(node, "review"))
            return refuse(reading, node, string_copy("reviews holds review elements only"));
        if (++count > REVIEWS_MAX)
            return refuse(reading, node, string_format("more than %u marks; make several files of it", REVIEWS_MAX));
        good = take_review(reading, node, &review);
        if (good)
            take(context, &review);
        review_free(&review);
    }
    return good;
}

bool reviews_parse(const ReadInput *input, void (*take)(void *context, const Review *review), void *context,
                   Error *error)
{
    const Reading reading = {.input = input, .error = error};
    xmlDocPtr document;
    bool good;

    xml_harden();
    if (!input_check_xml(input, error))
        return false;
    document = xml_document(input->file, input->bytes, input->length, error);
    if (document == NULL)
        return false;
    good = take_reviews(&reading, xmlDocGetRootElement(document), take, context);
    xmlFreeDoc(document);
    return good;
}

static void add_review(void *context, const Review *review)
{
    Frame frame = {0};

    review_encode(review, &frame);
    frame_encode(&frame, context);
    frame_clear(&frame);
}

static void add_refusal(const char *file, const Error *fault, Text *answers)
{
    Frame frame = {.type = FRAME_REFUSED};

    frame_add(&frame, file);
    frame_add_number(&frame, fault->line);
    frame_add(&frame, NULL);
    frame_add(&frame, fault->message);
    frame_encode(&frame, answers);
    frame_clear(&frame);
}

bool reviews_run(int input, int output, Error *error)
{
    FrameStream stream = {.descriptor = input};
    Frame frame = {0}, end = {.type = FRAME_END};
    Text answers = {0};
    Error fault = {0};
    bool received = false, good = frame_stream_read(&stream, &frame, &received, error);

    if (good && (!received || frame.type != FRAME_FILE || frame.count != 2 || frame_string(&frame, 0) == NULL ||
                 frame_string(&frame, 1) == NULL)) {
        error_set(error, ERROR_INPUT, "a file of marks without a name or bytes");
        good = false;
    }
    if (good) {
        const ReadInput file = {
            .file = frame_string(&frame, 0), .bytes = frame_string(&frame, 1), .length = frame.lengths[1]};

        if (!reviews_parse(&file, add_review, &answers, &fault)) {
            text_reset(&answers);
            add_refusal(file.file, &fault, &answers);
        }
        frame_encode(&end, &answers);
        good = descriptor_write(output, answers.data, answers.length, error);
    }
    frame_clear(&frame);
    frame_clear(&end);
    frame_stream_free(&stream);
    text_free(&answers);
    error_clear(&fault);
    return good;
}
