/* Driven by libyaml's events, so that depth and number are bounded while it reads and nothing is expanded. */
#include "config.h"

#include "importers/read/yaml-xml.h"

#include "core/memory.h"
#include "core/record.h"
#include "importers/read/xml.h"

#include <search.h>
#include <stdlib.h>
#include <string.h>

#include <yaml.h>

typedef struct Level {
    bool mapping; /* else a list */
    void *keys;   /* a mapping's, as a tsearch() tree of owned strings */
} Level;

typedef struct YamlReader {
    Text *xml;
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
    if (++reader->nodes > YAML_NODES_MAX) {
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
        if (append_escaped(reader, line, bytes, length))
            close_value(reader);
    }
}

static void on_open(YamlReader *reader, const yaml_event_t *event, bool mapping)
{
    long line = line_of(reader, &event->start_mark);

    if (reader->depth == 0 && !mapping) {
        refuse(reader, ERROR_INPUT, line, "a list where \"key: value\" lines are expected");
    } else if (in_mapping(reader) && !reader->has_key) {
        refuse(reader, ERROR_INPUT, line, "a key that is no text");
    } else if (reader->depth == YAML_DEPTH_MAX) {
        refuse(reader, ERROR_LIMIT, line, "nested deeper than 32 levels");
    } else if (count_node(reader, line)) {
        if (reader->depth > 0)
            open_value(reader, line);
        reader->levels[reader->depth++] = (Level){.mapping = mapping};
        reader->has_key = false;
    }
}

static void on_close(YamlReader *reader)
{
    Level *level = &reader->levels[--reader->depth];

    tdestroy(level->keys, free);
    level->keys = NULL;
    close_value(reader);
}

static bool has_properties(const yaml_event_t *event)
{
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        return event->data.scalar.anchor != NULL || event->data.scalar.tag != NULL;
    case YAML_SEQUENCE_START_EVENT:
        return event->data.sequence_start.anchor != NULL || event->data.sequence_start.tag != NULL;
    case YAML_MAPPING_START_EVENT:
        return event->data.mapping_start.anchor != NULL || event->data.mapping_start.tag != NULL;
    case YAML_ALIAS_EVENT:
        return true;
    default:
        return false;
    }
}

static void on_event(YamlReader *reader, const yaml_event_t *event, size_t *documents)
{
    if (has_properties(event)) {
        refuse(reader, ERROR_INPUT, line_of(reader, &event->start_mark),
               "an anchor, alias or tag of YAML; only plain keys and values are allowed");
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

bool yaml_append_xml(Text *xml, const char *file, long first_line, const char *bytes, size_t length, Error *error)
{
    YamlReader reader = {.xml = xml, .file = file, .first_line = first_line, .error = error};
    size_t documents = 0;
    yaml_parser_t parser;

    if (!yaml_parser_initialize(&parser))
        abort();
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser, (const unsigned char *)bytes, length);
    while (!reader.failed && !reader.done) {
        yaml_event_t event;

        if (!yaml_parser_parse(&parser, &event)) {
            refuse_syntax(&reader, &parser, bytes, length);
            break;
        }
        on_event(&reader, &event, &documents);
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    for (size_t i = 0; i < YAML_DEPTH_MAX; i++)
        tdestroy(reader.levels[i].keys, free);
    return !reader.failed;
}
