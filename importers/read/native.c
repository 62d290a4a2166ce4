/* A state machine over libxml2's SAX2 events. What it knows of the vocabulary is in native-elements.c; what a record
 * must hold beyond its elements is record_check()'s. */
#include "config.h"

#include "importers/read/native.h"

#include "importers/read/native-state.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CHUNK_BYTES (64u * 1024)
#define RECORD_BYTES_MAX (32u * 1024 * 1024) /* in all its texts */

static void say_refused(NativeReader *reader, long line, const char *reason)
{
    const char *record = reader->record != NULL ? reader->record->id : NULL;

    reader->refusals++;
    reader->output->refused(reader->output->context, reader->input->file, line, record, reason);
    if (reader->refusals >= READ_REFUSALS_MAX) {
        reader->stopped = true;
        xmlStopParser(reader->parser);
    }
}

void native_refuse_file(NativeReader *reader, long line, const char *reason)
{
    if (reader->stopped)
        return;
    say_refused(reader, line, reason);
    reader->stopped = true;
    xmlStopParser(reader->parser);
}

static void refuse_item(NativeReader *reader, long line, const char *reason)
{
    if (reader->skip_from != 0)
        return;
    say_refused(reader, line, reason);
    record_free(reader->record);
    reader->record = NULL;
    reader->skip_from = 2;
}

void native_refuse(NativeReader *reader, long line, const char *format, ...)
{
    char reason[2 * RECORD_SUMMARY_BYTES];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(reason, sizeof(reason), format, arguments);
    va_end(arguments);
    if (reader->depth < 2)
        native_refuse_file(reader, line, reason);
    else
        refuse_item(reader, line, reason);
}

OpenElement *native_top(NativeReader *reader)
{
    return reader->depth > 0 && reader->depth <= DEPTH_MAX ? &reader->stack[reader->depth - 1] : NULL;
}

bool native_is_skipping(const NativeReader *reader)
{
    return reader->stopped || (reader->skip_from != 0 && reader->depth >= reader->skip_from);
}

const char *native_element_name(const NativeReader *reader, Element element)
{
    return element == ELEMENT_ITEM ? kind_definition(reader->kind)->name : element_definition(element)->name;
}

static void on_start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *namespace,
                     int namespace_count, const xmlChar **namespaces, int count, int defaulted,
                     const xmlChar **attributes)
{
    NativeReader *reader = context;
    long line = 0;

    (void)prefix;
    (void)namespace_count;
    (void)namespaces;
    (void)defaulted;
    if (tag_scan_next(&reader->tags, &line) != TAG_FOUND)
        line = xmlSAX2GetLineNumber(reader->parser);
    if (!reader->stopped)
        native_begin(reader, line, (const char *)name, (const char *)namespace, count, attributes);
}

/* --- text --- */

/* The element that keeps the text met now: a p's is its parent's. */
static const OpenElement *text_owner(NativeReader *reader)
{
    OpenElement *open = native_top(reader);

    return open->element == ELEMENT_PARAGRAPH ? open - 1 : open;
}

static size_t text_limit(const OpenElement *owner)
{
    return owner->element == ELEMENT_BODY ? RECORD_TEXT_BYTES : element_definition(owner->element)->text_bytes;
}

static size_t white_length(const char *bytes, size_t length)
{
    size_t white = 0;

    while (white < length && is_white_space(bytes[white]))
        white++;
    return white;
}

static long count_line_ends(const char *bytes, size_t length)
{
    long lines = 0;

    for (size_t i = 0; i < length; i++)
        lines += bytes[i] == '\n';
    return lines;
}

/* Words where only white space may be. first_line: of bytes. */
static void refuse_words(NativeReader *reader, const OpenElement *open, const char *bytes, size_t white,
                         long first_line)
{
    long line = reader->origin == NATIVE_FILE ? first_line + count_line_ends(bytes, white) : open->line;
    const char *name = native_element_name(reader, open->element);

    if (open->element == ELEMENT_FIELD)
        native_refuse(reader, line, "text beside p in %s; it holds either", name);
    else
        native_refuse(reader, line, "text in %s, which holds elements only", name);
}

static void take_text(NativeReader *reader, const char *bytes, size_t length, long first_line)
{
    OpenElement *open = native_top(reader);
    size_t white = white_length(bytes, length);
    const OpenElement *owner;

    if (white < length) {
        if (element_definition(open->element)->text_bytes == 0 ||
            (open->element == ELEMENT_FIELD && open->has_paragraphs)) {
            refuse_words(reader, open, bytes, white, first_line);
            return;
        }
        open->has_text = true;
    }
    folded_text_append(&reader->text, bytes, length);
    owner = text_owner(reader);
    if (reader->text.text.length > text_limit(owner))
        native_refuse(reader, owner->line, "%s has more than %zu bytes of text",
                      native_element_name(reader, owner->element), text_limit(owner));
}

/* libxml2 is behind the text when it says so. */
static void on_text(void *context, const xmlChar *characters, int count)
{
    NativeReader *reader = context;
    const char *bytes = (const char *)characters;
    long line = xmlSAX2GetLineNumber(reader->parser) - count_line_ends(bytes, (size_t)count);

    if (!native_is_skipping(reader) && native_top(reader) != NULL)
        take_text(reader, bytes, (size_t)count, line);
}

/* Here it is before it. */
static void on_cdata(void *context, const xmlChar *characters, int count)
{
    NativeReader *reader = context;

    if (!native_is_skipping(reader) && native_top(reader) != NULL)
        take_text(reader, (const char *)characters, (size_t)count, xmlSAX2GetLineNumber(reader->parser));
}

/* --- end of an element --- */

static void end_item(NativeReader *reader)
{
    Error error = {0};

    if (record_check(reader->record, &error)) {
        reader->output->record(reader->output->context, reader->record);
        record_free(reader->record);
        reader->record = NULL;
    } else {
        native_refuse(reader, error.line > 0 ? error.line : reader->record->line, "%s", error.message);
    }
    error_clear(&error);
}

static void end_element(NativeReader *reader, OpenElement *open)
{
    char *text = folded_text_take(&reader->text);

    reader->record_bytes += text == NULL ? 0 : strlen(text);
    if (open->element == ELEMENT_REFUSED) {
        native_refuse(reader, open->line, "%s", text == NULL ? "refused by the stylesheet" : text);
        free(text);
    } else if (open->element == ELEMENT_REMARK) {
        if (text != NULL && reader->output->remark != NULL)
            reader->output->remark(reader->output->context, reader->input->file, open->line, text);
        free(text);
    } else if (text == NULL &&
               (open->element == ELEMENT_TITLE || open->element == ELEMENT_SUMMARY || open->element == ELEMENT_BODY)) {
        native_refuse(reader, open->line, "%s is empty", native_element_name(reader, open->element));
    } else if (!record_add_element(reader->record, open, text)) {
        native_refuse(reader, open->line, "%s has more than %u entries", reader->record->id, RECORD_ENTRIES_MAX);
    } else if (reader->record_bytes > RECORD_BYTES_MAX) {
        native_refuse(reader, open->line, "%s has more than %u bytes in all", reader->record->id, RECORD_BYTES_MAX);
    }
}

static void on_end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *namespace)
{
    NativeReader *reader = context;
    OpenElement *open = native_top(reader);

    (void)name;
    (void)prefix;
    (void)namespace;
    if (!native_is_skipping(reader) && open != NULL) {
        if (open->element == ELEMENT_ITEM)
            end_item(reader);
        else if (open->element != ELEMENT_ROOT && open->element != ELEMENT_PARAGRAPH)
            end_element(reader, open);
    }
    if (open != NULL)
        open_element_free(open);
    reader->depth--;
    if (reader->depth < reader->skip_from) {
        reader->skip_from = 0;
        free(folded_text_take(&reader->text));
    }
}

/* --- what is never allowed --- */

static void on_doctype(void *context, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
    NativeReader *reader = context;

    (void)name;
    (void)external;
    (void)system;
    native_refuse_file(reader, xmlSAX2GetLineNumber(reader->parser), "a DOCTYPE is not allowed");
}

static void on_instruction(void *context, const xmlChar *target, const xmlChar *data)
{
    NativeReader *reader = context;

    (void)target;
    (void)data;
    native_refuse_file(reader, xmlSAX2GetLineNumber(reader->parser), "a processing instruction is not allowed");
}

static xmlEntityPtr on_entity(void *context, const xmlChar *name)
{
    NativeReader *reader = context;
    xmlEntityPtr entity = xmlGetPredefinedEntity(name);

    if (entity == NULL)
        native_refuse_file(reader, xmlSAX2GetLineNumber(reader->parser),
                           "an entity other than &amp; &lt; &gt; &quot; and &apos; is not allowed");
    return entity;
}

static void on_fault(void *context, XmlFault fault)
{
    NativeReader *reader = context;
    Error error = {0};

    /* In what is refused already, broken XML is likely the same fault: it ends the file, and is not told again. */
    if (reader->skip_from != 0) {
        reader->stopped = true;
        xmlStopParser(reader->parser);
        return;
    }
    /* libxml2 calls whatever is wrong at the end extra content there. */
    if (fault->code == XML_ERR_DOCUMENT_END && reader->parser->nameNr > 0) {
        Text message = {0};

        text_append_format(&message, "the file ends before its element \"%s\" does", (const char *)reader->parser->name);
        xml_error_set(&error, reader->input->file, fault->line, message.data);
        text_free(&message);
    } else {
        xml_error_set(&error, reader->input->file, fault->line, fault->message);
    }
    native_refuse_file(reader, reader->origin == NATIVE_FILE ? fault->line : 0, error.message);
    error_clear(&error);
}

/* --- the whole file --- */

static void parse(NativeReader *reader)
{
    xmlSAXHandler handler = {
        .initialized = XML_SAX2_MAGIC,
        .startElementNs = on_start,
        .endElementNs = on_end,
        .characters = on_text,
        .ignorableWhitespace = on_text,
        .cdataBlock = on_cdata,
        .internalSubset = on_doctype,
        .processingInstruction = on_instruction,
        .getEntity = on_entity,
        .serror = on_fault,
    };
    const ReadInput *input = reader->input;

    reader->parser = xmlCreatePushParserCtxt(&handler, reader, NULL, 0, NULL);
    if (reader->parser == NULL)
        abort();
    xmlCtxtUseOptions(reader->parser, XML_OPTIONS & ~XML_PARSE_NOCDATA);
    for (size_t at = 0; at < input->length && !reader->stopped; at += CHUNK_BYTES) {
        size_t left = input->length - at;

        xmlParseChunk(reader->parser, input->bytes + at, (int)(left < CHUNK_BYTES ? left : CHUNK_BYTES), 0);
    }
    if (!reader->stopped) {
        xmlParseChunk(reader->parser, NULL, 0, 1);
        if (!reader->parser->wellFormed)
            native_refuse_file(reader, xmlSAX2GetLineNumber(reader->parser), "not well-formed XML");
    }
    xmlFreeParserCtxt(reader->parser);
}

void native_read(const ReadInput *input, NativeOrigin origin, const ReadOutput *output)
{
    NativeReader reader = {.input = input, .output = output, .origin = origin};
    Error error = {0};

    if (input_check_xml(input, &error)) {
        tag_scan_start(&reader.tags, input);
        parse(&reader);
    } else {
        output->refused(output->context, input->file, error.line, NULL, error.message);
    }
    error_clear(&error);
    for (size_t i = 0; i < DEPTH_MAX; i++)
        open_element_free(&reader.stack[i]);
    folded_text_free(&reader.text);
    record_free(reader.record);
}
