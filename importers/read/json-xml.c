/* jansson builds a tree, and knows no lines in it: so what it is given is measured first, and of a list it is given one
 * member after the other. */
#include "config.h"

#include "importers/read/json-xml.h"

#include "core/record.h"
#include "importers/read/document.h"
#include "importers/read/input.h"
#include "importers/read/xml.h"

#include <jansson.h>
#include <string.h>

#define KEY_BYTES 300u

static bool is_space(char character)
{
    return character == ' ' || character == '\t' || character == '\n' || character == '\r';
}

/* Why the text is more than jansson should be given, or NULL; *at is where. */
static const char *measure(const char *bytes, size_t length, size_t *at)
{
    size_t depth = 0, nodes = 0;
    bool quoted = false;

    for (*at = 0; *at < length; ++*at) {
        char character = bytes[*at];

        if (quoted) {
            if (character == '\\')
                ++*at;
            else
                quoted = character != '"';
        } else if (character == '"') {
            quoted = true;
        } else if (character == '[' || character == '{') {
            if (++depth > JSON_NESTING_MAX)
                return "nested deeper than 32 levels";
            nodes++;
        } else if (character == ']' || character == '}') {
            depth -= depth > 0;
        } else {
            nodes += character == ',';
        }
        if (nodes > JSON_NODES_MAX)
            return "more entries than a file may have";
    }
    return NULL;
}

/* --- the lines of values --- */

/* Goes over well-formed JSON from value to value, each before what is in it: as jansson's tree is gone over, which keeps
 * the order of the text. */
typedef struct ValueLines {
    const char *at, *end;
    long line; /* of the value met last, or of the key before it */
} ValueLines;

/* To the next character that is none of those. */
static void skip(ValueLines *lines, const char *characters)
{
    for (; lines->at < lines->end && strchr(characters, *lines->at) != NULL; lines->at++)
        lines->line += *lines->at == '\n';
}

static void skip_string(ValueLines *lines)
{
    for (lines->at++; lines->at < lines->end && *lines->at != '"'; lines->at++)
        lines->at += *lines->at == '\\' && lines->at + 1 < lines->end;
    lines->at += lines->at < lines->end;
}

/* To the value that comes next, or in an object to its key. */
static void go_on(ValueLines *lines)
{
    if (lines != NULL)
        skip(lines, " \t\r\n,]}");
}

static void pass_key(ValueLines *lines)
{
    if (lines == NULL)
        return;
    skip_string(lines);
    skip(lines, " \t\r\n:");
}

/* Into a list or an object, behind anything else. */
static void enter(ValueLines *lines)
{
    if (lines == NULL || lines->at == lines->end)
        return;
    if (*lines->at == '"')
        skip_string(lines);
    else if (*lines->at == '[' || *lines->at == '{')
        lines->at++;
    else
        while (lines->at < lines->end && strchr(" \t\r\n,]}", *lines->at) == NULL)
            lines->at++;
}

/* --- a value as XML --- */

static bool append_value(Text *xml, json_t *value, ValueLines *lines);

/* What was opened as "<entry" or "<member", with its attributes but the line. */
static bool append_inside(Text *xml, json_t *value, ValueLines *lines, const char *end)
{
    const char *type = json_is_null(value) ? "null" : json_is_boolean(value) ? "boolean" : json_is_number(value) ? "number" : NULL;

    if (lines != NULL)
        text_append_format(xml, " line=\"%ld\"", lines->line);
    if (type != NULL)
        text_append_format(xml, " type=\"%s\"", type);
    text_append_character(xml, '>');
    if (!append_value(xml, value, lines))
        return false;
    text_append(xml, end);
    return true;
}

static bool append_object(Text *xml, json_t *object, ValueLines *lines)
{
    const char *key;
    json_t *value;

    json_object_foreach(object, key, value) {
        size_t length = strlen(key);

        go_on(lines);
        if (length == 0 || length > KEY_BYTES)
            return false;
        pass_key(lines);
        text_append(xml, "<entry");
        if (!document_append_attribute(xml, "key", key, length) || !append_inside(xml, value, lines, "</entry>"))
            return false;
    }
    return true;
}

static bool append_array(Text *xml, json_t *array, ValueLines *lines)
{
    size_t index;
    json_t *value;

    json_array_foreach(array, index, value) {
        go_on(lines);
        text_append(xml, "<member");
        if (!append_inside(xml, value, lines, "</member>"))
            return false;
    }
    return true;
}

/* lines: at the value; NULL where nobody asks for them. */
static bool append_value(Text *xml, json_t *value, ValueLines *lines)
{
    enter(lines);
    switch (json_typeof(value)) {
    case JSON_OBJECT:
        return append_object(xml, value, lines);
    case JSON_ARRAY:
        return append_array(xml, value, lines);
    case JSON_STRING:
        return json_string_length(value) <= RECORD_TEXT_BYTES &&
               xml_append_escaped(xml, json_string_value(value), json_string_length(value));
    case JSON_INTEGER:
        text_append_format(xml, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
        return true;
    case JSON_REAL:
        text_append_format(xml, "%.15g", json_real_value(value));
        return true;
    case JSON_TRUE:
    case JSON_FALSE:
        text_append(xml, json_is_true(value) ? "true" : "false");
        return true;
    default:
        return true;
    }
}

bool json_append_xml(Text *xml, const char *bytes, size_t length)
{
    size_t at, before = xml->length;
    json_t *value;
    bool good;

    if (measure(bytes, length, &at) != NULL)
        return false;
    value = json_loadb(bytes, length, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, NULL);
    good = value != NULL && append_value(xml, value, NULL);
    json_decref(value);
    if (!good && xml->data != NULL) {
        xml->length = before;
        xml->data[before] = '\0';
    }
    return good;
}

/* --- a file --- */

typedef struct JsonFile {
    const ReadInput *input;
    Document document;
    size_t at;
    long line; /* of at */
    Error *error;
} JsonFile;

static bool refuse(JsonFile *file, long line, const char *reason)
{
    error_set_at(file->error, ERROR_INPUT, file->input->file, line, "%s", reason);
    return false;
}

static void move_to(JsonFile *file, size_t to)
{
    for (; file->at < to; file->at++)
        file->line += file->input->bytes[file->at] == '\n';
}

/* The next character that is no white space; '\0' at the end. */
static char next(JsonFile *file)
{
    size_t to = file->at;

    while (to < file->input->length && is_space(file->input->bytes[to]))
        to++;
    move_to(file, to);
    return to < file->input->length ? file->input->bytes[to] : '\0';
}

/* The value that begins here, in length bytes at most; the file moves behind it. NULL where there is none. */
static json_t *load(JsonFile *file, size_t length)
{
    json_error_t fault;
    json_t *value = json_loadb(file->input->bytes + file->at, length,
                               JSON_REJECT_DUPLICATES | JSON_DECODE_ANY | JSON_DISABLE_EOF_CHECK, &fault);
    /* The only fault that is well-formed. */
    bool is_nul = value == NULL && json_error_code(&fault) == json_error_null_character;

    if (value == NULL)
        error_set_at(file->error, ERROR_INPUT, file->input->file, file->line + (fault.line > 0 ? fault.line - 1 : 0),
                     "%s%s", is_nul ? "" : "not well-formed JSON: ",
                     is_nul ? "\\u0000, a NUL, which no text may hold" : fault.text);
    else
        move_to(file, file->at + (size_t)fault.position);
    return value;
}

/* Of the value that lines stand at. */
static bool refuse_value(JsonFile *file, const ValueLines *lines)
{
    return refuse(file, lines->line, "a control character, a text over 256 KiB, or a key that is empty or too long");
}

static ValueLines lines_from_here(const JsonFile *file)
{
    return (ValueLines){
        .at = file->input->bytes + file->at, .end = file->input->bytes + file->input->length, .line = file->line};
}

static bool append_record(JsonFile *file, size_t length)
{
    ValueLines lines = lines_from_here(file);
    json_t *value = load(file, length);
    bool good = value != NULL;

    if (good) {
        text_append(&file->document.xml, "<member");
        good = append_inside(&file->document.xml, value, &lines, "</member>") || refuse_value(file, &lines);
    }
    json_decref(value);
    return good;
}

static bool read_array(JsonFile *file)
{
    move_to(file, file->at + 1);
    if (next(file) == ']')
        move_to(file, file->at + 1);
    else
        for (;;) {
            next(file);
            if (!append_record(file, file->input->length - file->at))
                return false;
            if (!document_end_record(&file->document))
                return true;
            char mark = next(file);
            if (mark != ',' && mark != ']')
                return refuse(file, file->line, mark == '\0' ? "the list that the file is has no ] at its end"
                                                             : "a comma or ] is expected here");
            move_to(file, file->at + 1);
            if (mark == ']')
                break;
        }
    return next(file) == '\0' || refuse(file, file->line, "there is more behind the end of the list");
}

static bool read_object(JsonFile *file)
{
    ValueLines lines = lines_from_here(file);
    json_t *value = load(file, file->input->length - file->at);
    bool good = value != NULL && (append_value(&file->document.xml, value, &lines) || refuse_value(file, &lines));

    json_decref(value);
    return good && (next(file) == '\0' || refuse(file, file->line, "there is more behind the end of the object"));
}

static bool read_whole(JsonFile *file)
{
    char mark;

    if (memcmp(file->input->bytes, "\xEF\xBB\xBF", file->input->length < 3 ? file->input->length : 3) == 0)
        file->at = 3;
    mark = next(file);
    if (mark == '[')
        return read_array(file);
    if (mark == '{')
        return read_object(file);
    return refuse(file, file->line, "JSON that is neither an object nor a list");
}

static bool read_lines(JsonFile *file)
{
    while (next(file) != '\0') {
        const char *start = file->input->bytes + file->at;
        const char *end = memchr(start, '\n', file->input->length - file->at);
        long line = file->line;

        if (!append_record(file, end == NULL ? file->input->length - file->at : (size_t)(end - start)))
            return false;
        if (!document_end_record(&file->document))
            return true;
        if (next(file) != '\0' && file->line == line)
            return refuse(file, line, "more than one value on the line");
    }
    return true;
}

static bool read_file(const ReadInput *input, const ReadSettings *settings, const ReadBatches *batches,
                      bool (*read)(JsonFile *), Error *error)
{
    JsonFile file = {.input = input, .line = 1, .error = error};
    const char *fault;
    size_t at;
    bool good;

    if (!input_check_text(input, error))
        return false;
    if ((fault = measure(input->bytes, input->length, &at)) != NULL) {
        error_set_at(error, ERROR_LIMIT, input->file, input_line(input, at), "%s", fault);
        return false;
    }
    if (!document_start(&file.document, input, settings, batches, error))
        return false;
    good = read(&file);
    if (good)
        document_finish(&file.document);
    document_free(&file.document);
    return good;
}

bool json_read(const ReadInput *input, const ReadSettings *settings, const ReadBatches *batches, Error *error)
{
    return read_file(input, settings, batches, read_whole, error);
}

bool json_lines_read(const ReadInput *input, const ReadSettings *settings, const ReadBatches *batches, Error *error)
{
    return read_file(input, settings, batches, read_lines, error);
}
