#include "sheets/compose/xml_writer.h"

#include "core/memory.h"
#include "core/sanitise.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

static void append_escaped(Text *out, const char *bytes, size_t length)
{
    char *clean = sanitise(bytes, length, SANITISE_LINE);
    for (const char *place = clean; *place != '\0'; place++) {
        switch (*place) {
        case '&':
            text_append(out, "&amp;");
            break;
        case '<':
            text_append(out, "&lt;");
            break;
        case '>':
            text_append(out, "&gt;");
            break;
        case '"':
            text_append(out, "&quot;");
            break;
        default:
            text_append_character(out, *place);
        }
    }
    free(clean);
}

static void close_tag(XmlWriter *writer)
{
    if (writer->in_tag)
        text_append_character(writer->out, '>');
    writer->in_tag = false;
}

static void new_line(XmlWriter *writer)
{
    text_append_character(writer->out, '\n');
    for (size_t i = 0; i < writer->depth; i++)
        text_append(writer->out, "  ");
}

void xml_declaration(XmlWriter *writer)
{
    text_append(writer->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
}

void xml_begin(XmlWriter *writer, const char *name)
{
    assert(writer->depth < XML_DEPTH_MAX);
    close_tag(writer);
    new_line(writer);
    text_append_format(writer->out, "<%s", name);
    writer->open[writer->depth++] = name;
    writer->in_tag = true;
    writer->has_text = false;
}

void xml_end(XmlWriter *writer)
{
    assert(writer->depth > 0);
    writer->depth--;
    if (writer->in_tag) {
        text_append(writer->out, "/>");
    } else {
        if (!writer->has_text)
            new_line(writer);
        text_append_format(writer->out, "</%s>", writer->open[writer->depth]);
    }
    writer->in_tag = false;
    writer->has_text = false;
    if (writer->depth == 0)
        text_append_character(writer->out, '\n');
}

void xml_attribute(XmlWriter *writer, const char *name, const char *value)
{
    assert(writer->in_tag);
    if (value == NULL)
        return;
    text_append_format(writer->out, " %s=\"", name);
    append_escaped(writer->out, value, strlen(value));
    text_append_character(writer->out, '"');
}

void xml_attribute_number(XmlWriter *writer, const char *name, size_t number)
{
    assert(writer->in_tag);
    text_append_format(writer->out, " %s=\"%zu\"", name, number);
}

void xml_attribute_flag(XmlWriter *writer, const char *name, bool holds)
{
    if (holds)
        xml_attribute(writer, name, "yes");
}

void xml_text(XmlWriter *writer, const char *text)
{
    if (text == NULL)
        return;
    close_tag(writer);
    append_escaped(writer->out, text, strlen(text));
    writer->has_text = true;
}

void xml_element(XmlWriter *writer, const char *name, const char *text)
{
    if (text == NULL)
        return;
    xml_begin(writer, name);
    xml_text(writer, text);
    xml_end(writer);
}

static bool is_blank(const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (strchr(" \t\r\n", bytes[i]) == NULL)
            return false;
    return true;
}

/* Writes a p element for each part of text between separators. */
static void write_parts(XmlWriter *writer, const char *text, const char *separator)
{
    while (text != NULL && *text != '\0') {
        const char *end = strstr(text, separator);
        size_t length = end != NULL ? (size_t)(end - text) : strlen(text);
        if (!is_blank(text, length)) {
            xml_begin(writer, "p");
            close_tag(writer);
            append_escaped(writer->out, text, length);
            writer->has_text = true;
            xml_end(writer);
        }
        text = end != NULL ? end + strlen(separator) : NULL;
    }
}

void xml_paragraphs(XmlWriter *writer, const char *text)
{
    write_parts(writer, text, "\n\n");
}

void xml_lines(XmlWriter *writer, const char *text)
{
    write_parts(writer, text, "\n");
}
