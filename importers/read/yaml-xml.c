/* Driven by libyaml's events, so that depth and number are bounded while it reads and nothing is expanded. */
#include "config.h"

#include "importers/read/yaml-xml.h"

#include "core/memory.h"
#include "core/record.h"
#include "importers/read/document.h"
#include "importers/read/input.h"
#include "importers/read/xml.h"
#include "importers/read/yaml-anchors.h"

#include <search.h>
#include <stdlib.h>
#include <string.h>

#include <yaml.h>

typedef struct Level {
    bool mapping; /* else a list */
    void *keys;   /* a mapping's, as a tsearch() tree of owned strings */
    char *anchor; /* NULL: it has none */
    size_t start; /* of its content in xml */
    size_t nodes; /* met before it */
    size_t height; /* of what is in it */
} Level;

typedef struct YamlReader {
    Text *xml;
    Document *document; /* of a file that is YAML as a whole; NULL for front matter */
    YamlAnchors anchors;
    size_t nodes_max;
    const char *file;
    long first_line;
    Error *error;
    Level levels[YAML_DEPTH_MAX];
    size_t depth;
    size_t nodes;
    bool has_key; /* of the innermost mapping: its value comes next */
    bool failed;
    bool done;
} YamlReader;

static int compare_strings(const void *a, const void *b)
{
    return strcmp(a, b);
}

static long line_of(const YamlReader *reader, const yaml_mark_t *mark)
{
    return reader->first_line + (long)mark->line;
}

static void refuse(YamlReader *reader, ErrorCode code, long line, const char *reason)
{
    error_set_at(reader->error, code, reader->file, line, "%s", reason);
    reader->failed = true;
}

static bool count_node(YamlReader *reader, long line)
{
    if (++reader->nodes > reader->nodes_max) {
        refuse(reader, ERROR_LIMIT, line, "more entries than a file may have");
        return false;
    }
    return true;
}

static bool append_escaped(YamlReader *reader, long line, const char *bytes, size_t length)
{
    if (xml_append_escaped(reader->xml, bytes, length))
        return true;
    refuse(reader, ERROR_INPUT, line, "a control character that no text may hold");
    return false;
}

static bool add_key(YamlReader *reader, long line, const char *bytes, size_t length)
{
    Level *level = &reader->levels[reader->depth - 1];
    char *key, **kept;

    if (length == 0 || length > YAML_KEY_BYTES || memchr(bytes, '\0', length) != NULL) {
        refuse(reader, ERROR_INPUT, line, "a key that is empty, too long or no text");
        return false;
    }
    key = string_copy_bytes(bytes, length);
    kept = tsearch(key, &level->keys, compare_strings);
    if (kept == NULL)
        abort();
    if (*kept != key) {
        error_set_at(reader->error, ERROR_INPUT, reader->file, line, "the key \"%.80s\" is repeated", key);
        reader->failed = true;
        free(key);
        return false;
    }
    text_append(reader->xml, "<entry key=\"");
    if (!append_escaped(reader, line, bytes, length))
        return false;
    text_append_format(reader->xml, "\" line=\"%ld\">", line);
    reader->has_key = true;
    return true;
}

static bool in_mapping(const YamlReader *reader)
{
    return reader->depth > 0 && reader->levels[reader->depth - 1].mapping;
}

/* Before a value: a list's member has its own element, a mapping's value is in its entry's. */
static void open_value(YamlReader *reader, long line)
{
    if (!in_mapping(reader))
        text_append_format(reader->xml, "<member line=\"%ld\">", line);
}

static void close_value(YamlReader *reader)
{
    if (reader->depth == 0)
        return;
    text_append(reader->xml, in_mapping(reader) ? "</entry>" : "</member>");
    reader->has_key = false;
    if (reader->document != NULL && reader->depth == 1 && !in_mapping(reader) &&
        !document_end_record(reader->document))
        reader->done = true;
}

static void on_scalar(YamlReader *reader, const yaml_event_t *event)
{
    long line = line_of(reader, &event->start_mark);
    const char *bytes = (const char *)event->data.scalar.value;
    size_t length = event->data.scalar.length;

    if (reader->depth == 0) {
        refuse(reader, ERROR_INPUT, line, "text where \"key: value\" lines are expected");
    } else if (in_mapping(reader) && !reader->has_key) {
        if (count_node(reader, line))
            add_key(reader, line, bytes, length);
    } else if (length > RECORD_TEXT_BYTES) {
        refuse(reader, ERROR_LIMIT, line, "a text longer than 256 KiB");
    } else if (in_mapping(reader) || count_node(reader, line)) {
        open_value(reader, line);
        size_t start = reader->xml->length;
        if (append_escaped(reader, line, bytes, length)) {
            yaml_anchor_add(&reader->anchors, (const char *)event->data.scalar.anchor, reader->xml->data + start,
                            reader->xml->length - start, 1, 0);
            close_value(reader);
        }
    }
}

/* What the anchor stands at, once more. */
static void on_alias(YamlReader *reader, const yaml_event_t *event)
{
    long line = line_of(reader, &event->start_mark);
    const YamlAnchor *anchor = yaml_anchor_find(&reader->anchors, (const char *)event->data.alias.anchor);

    if (anchor == NULL) {
        error_set_at(reader->error, ERROR_INPUT, reader->file, line, "the alias *%.80s has no anchor before it",
                     (const char *)event->data.alias.anchor);
        reader->failed = true;
    } else if (reader->depth == 0 || (in_mapping(reader) && !reader->has_key)) {
        refuse(reader, ERROR_INPUT, line, "an alias where a key is expected");
    } else if (!yaml_anchors_expand(&reader->anchors, anchor) || reader->nodes + anchor->nodes > reader->nodes_max) {
        refuse(reader, ERROR_LIMIT, line, "aliases that stand for more than a file may hold");
    } else if (reader->depth + anchor->height > YAML_DEPTH_MAX) {
        refuse(reader, ERROR_LIMIT, line, "nested deeper than 32 levels");
    } else {
        Level *level = &reader->levels[reader->depth - 1];

        reader->nodes += anchor->nodes;
        level->height = anchor->height > level->height ? anchor->height : level->height;
        open_value(reader, line);
        text_append_bytes(reader->xml, anchor->xml, anchor->length);
        close_value(reader);
    }
}

static void on_open(YamlReader *reader, const yaml_event_t *event, bool mapping)
{
    long line = line_of(reader, &event->start_mark);

    if (reader->depth == 0 && !mapping && reader->document == NULL) {
        refuse(reader, ERROR_INPUT, line, "a list where \"key: value\" lines are expected");
    } else if (in_mapping(reader) && !reader->has_key) {
        refuse(reader, ERROR_INPUT, line, "a key that is no text");
    } else if (reader->depth == YAML_DEPTH_MAX) {
        refuse(reader, ERROR_LIMIT, line, "nested deeper than 32 levels");
    } else if (count_node(reader, line)) {
        if (reader->depth > 0)
            open_value(reader, line);
        reader->levels[reader->depth++] =
            (Level){.mapping = mapping,
                    .anchor = string_copy((const char *)(mapping ? event->data.mapping_start.anchor
                                                                 : event->data.sequence_start.anchor)),
                    .start = reader->xml->length,
                    .nodes = reader->nodes};
        reader->has_key = false;
    }
}

static void on_close(YamlReader *reader)
{
    Level *level = &reader->levels[--reader->depth];

    tdestroy(level->keys, free);
    level->keys = NULL;
    /* Of the outermost list a part has been handed on; and nothing can stand behind it that would refer to it. */
    if (reader->depth > 0) {
        Level *above = &reader->levels[reader->depth - 1];

        above->height = level->height + 1 > above->height ? level->height + 1 : above->height;
        yaml_anchor_add(&reader->anchors, level->anchor, reader->xml->data + level->start,
                        reader->xml->length - level->start, reader->nodes - level->nodes + 1, level->height + 1);
    }
    free(level->anchor);
    level->anchor = NULL;
    close_value(reader);
}

static const char *tag_of(const yaml_event_t *event)
{
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        return (const char *)event->data.scalar.tag;
    case YAML_SEQUENCE_START_EVENT:
        return (const char *)event->data.sequence_start.tag;
    case YAML_MAPPING_START_EVENT:
        return (const char *)event->data.mapping_start.tag;
    default:
        return NULL;
    }
}

static bool has_anchor(const yaml_event_t *event)
{
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        return event->data.scalar.anchor != NULL;
    case YAML_SEQUENCE_START_EVENT:
        return event->data.sequence_start.anchor != NULL;
    case YAML_MAPPING_START_EVENT:
        return event->data.mapping_start.anchor != NULL;
    case YAML_ALIAS_EVENT:
        return true;
    default:
        return false;
    }
}

/* Tags of YAML's own types say nothing new: every scalar is text. Others ask a program to do something. */
static bool is_plain_tag(const char *tag)
{
    static const char *const plain[] = {"str", "int", "float", "bool", "null", "timestamp", "seq", "map"};
    static const char prefix[] = "tag:yaml.org,2002:";

    if (tag == NULL || strcmp(tag, "!") == 0)
        return true;
    for (size_t i = 0; i < sizeof(plain) / sizeof(plain[0]); i++)
        if (strncmp(tag, prefix, strlen(prefix)) == 0 && strcmp(tag + strlen(prefix), plain[i]) == 0)
            return true;
    return false;
}

/* The properties that the file may not have, as a refusal; NULL where all is well. */
static const char *properties_fault(const YamlReader *reader, const yaml_event_t *event)
{
    if (reader->document == NULL)
        return has_anchor(event) || tag_of(event) != NULL
                   ? "an anchor, alias or tag of YAML; only plain keys and values are allowed"
                   : NULL;
    return is_plain_tag(tag_of(event)) ? NULL : "a tag of YAML; only plain keys and values are allowed";
}

static void on_event(YamlReader *reader, const yaml_event_t *event, size_t *documents)
{
    const char *fault = properties_fault(reader, event);

    if (fault != NULL) {
        refuse(reader, ERROR_INPUT, line_of(reader, &event->start_mark), fault);
        return;
    }
    switch (event->type) {
    case YAML_DOCUMENT_START_EVENT:
        if (++*documents > 1)
            refuse(reader, ERROR_INPUT, line_of(reader, &event->start_mark), "a second YAML document");
        break;
    case YAML_SCALAR_EVENT:
        on_scalar(reader, event);
        break;
    case YAML_ALIAS_EVENT:
        on_alias(reader, event);
        break;
    case YAML_MAPPING_START_EVENT:
        on_open(reader, event, true);
        break;
    case YAML_SEQUENCE_START_EVENT:
        on_open(reader, event, false);
        break;
    case YAML_MAPPING_END_EVENT:
    case YAML_SEQUENCE_END_EVENT:
        on_close(reader);
        break;
    case YAML_STREAM_END_EVENT:
        reader->done = true;
        if (*documents == 0)
            refuse(reader, ERROR_INPUT, reader->first_line, "no \"key: value\" lines");
        break;
    default:
        break;
    }
}

static long fault_line(const YamlReader *reader, const yaml_parser_t *parser, const char *bytes, size_t length)
{
    long line = reader->first_line;

    if (parser->error != YAML_READER_ERROR)
        return line_of(reader, &parser->problem_mark);
    for (size_t i = 0; i < parser->problem_offset && i < length; i++)
        line += bytes[i] == '\n';
    return line;
}

static void refuse_syntax(YamlReader *reader, const yaml_parser_t *parser, const char *bytes, size_t length)
{
    const char *problem = parser->problem == NULL ? "unknown fault" : parser->problem;

    error_set_at(reader->error, ERROR_INPUT, reader->file, fault_line(reader, parser, bytes, length),
                 "not well-formed YAML: %s%s%s", parser->context == NULL ? "" : parser->context,
                 parser->context == NULL ? "" : ", ", problem);
    reader->failed = true;
}

static bool parse(YamlReader *reader, const char *bytes, size_t length)
{
    size_t documents = 0;
    yaml_parser_t parser;

    if (!yaml_parser_initialize(&parser))
        abort();
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser, (const unsigned char *)bytes, length);
    while (!reader->failed && !reader->done) {
        yaml_event_t event;

        if (!yaml_parser_parse(&parser, &event)) {
            refuse_syntax(reader, &parser, bytes, length);
            break;
        }
        on_event(reader, &event, &documents);
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    for (size_t i = 0; i < YAML_DEPTH_MAX; i++) {
        tdestroy(reader->levels[i].keys, free);
        free(reader->levels[i].anchor);
    }
    yaml_anchors_free(&reader->anchors);
    return !reader->failed;
}

bool yaml_append_xml(Text *xml, const char *file, long first_line, const char *bytes, size_t length, Error *error)
{
    YamlReader reader = {
        .xml = xml, .file = file, .first_line = first_line, .nodes_max = YAML_NODES_MAX, .error = error};

    return parse(&reader, bytes, length);
}

bool yaml_read(const ReadInput *input, const ReadSettings *settings, const ReadBatches *batches, Error *error)
{
    Document document;
    YamlReader reader = {.document = &document,
                         .xml = &document.xml,
                         .file = input->file,
                         .first_line = 1,
                         .nodes_max = YAML_FILE_NODES,
                         .error = error};
    bool good;

    if (input->length > YAML_FILE_BYTES) {
        error_set_at(error, ERROR_LIMIT, input->file, 0, "the file has more than 32 MiB");
        return false;
    }
    if (!input_check_text(input, error) || !document_start(&document, input, settings, batches, error))
        return false;
    good = parse(&reader, input->bytes, input->length);
    if (good)
        document_finish(&document);
    document_free(&document);
    return good;
}
