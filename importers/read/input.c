#include "config.h"

#include "importers/read/input.h"

#include "core/unicode.h"

#include <string.h>
#include <strings.h>

static long count_lines(const char *bytes, size_t length)
{
    long lines = 0;
    const char *end = bytes + length;

    for (const char *at = bytes; at < end && (at = memchr(at, '\n', (size_t)(end - at))) != NULL; at++)
        lines++;
    return lines;
}

long input_line(const ReadInput *input, size_t offset)
{
    return 1 + count_lines(input->bytes, offset < input->length ? offset : input->length);
}

void tag_scan_start(TagScan *scan, const ReadInput *input)
{
    *scan = (TagScan){.bytes = input->bytes, .length = input->length, .line = 1};
}

/* Moves to position, counting lines. */
static void move_to(TagScan *scan, size_t position)
{
    scan->line += count_lines(scan->bytes + scan->position, position - scan->position);
    scan->position = position;
}

static bool starts_with(const TagScan *scan, const char *prefix)
{
    size_t length = strlen(prefix);

    return scan->length - scan->position >= length && memcmp(scan->bytes + scan->position, prefix, length) == 0;
}

/* Moves behind the next occurrence of end, or to the end of the input. */
static void move_behind(TagScan *scan, size_t skip, const char *end)
{
    size_t from = scan->position + skip;
    const char *found = from < scan->length ? memmem(scan->bytes + from, scan->length - from, end, strlen(end)) : NULL;

    move_to(scan, found == NULL ? scan->length : (size_t)(found - scan->bytes) + strlen(end));
}

/* From "<" of a start tag to behind its ">". TAG_END where it is malformed. */
static TagResult measure_tag(TagScan *scan)
{
    char quote = '\0';
    size_t start = scan->position;

    for (size_t at = start + 1; at < scan->length; at++) {
        char character = scan->bytes[at];

        if (at - start >= START_TAG_BYTES)
            return TAG_TOO_LONG;
        if (character == '<')
            return TAG_END;
        if (quote != '\0') {
            if (character == quote)
                quote = '\0';
        } else if (character == '"' || character == '\'') {
            quote = character;
        } else if (character == '>') {
            move_to(scan, at + 1);
            return TAG_FOUND;
        }
    }
    return TAG_END;
}

/* Whether the "<?" at position is the XML declaration, which may only stand at the very start. */
static bool is_declaration(const TagScan *scan)
{
    bool at_start = scan->position == 0 || (scan->position == 3 && memcmp(scan->bytes, "\xEF\xBB\xBF", 3) == 0);

    return at_start && (starts_with(scan, "<?xml ") || starts_with(scan, "<?xml\t") || starts_with(scan, "<?xml\n") ||
                        starts_with(scan, "<?xml\r"));
}

TagResult tag_scan_next(TagScan *scan, long *line)
{
    for (;;) {
        const char *found = scan->position < scan->length
                                ? memchr(scan->bytes + scan->position, '<', scan->length - scan->position)
                                : NULL;

        if (found == NULL)
            return TAG_END;
        move_to(scan, (size_t)(found - scan->bytes));
        *line = scan->line;
        if (starts_with(scan, "<!--"))
            move_behind(scan, 4, "-->");
        else if (starts_with(scan, "<![CDATA["))
            move_behind(scan, 9, "]]>");
        else if (starts_with(scan, "<!DOCTYPE"))
            return TAG_DOCTYPE;
        else if (is_declaration(scan))
            move_behind(scan, 5, "?>");
        else if (starts_with(scan, "<?"))
            return TAG_INSTRUCTION;
        else if (starts_with(scan, "</"))
            move_behind(scan, 2, ">");
        else
            return measure_tag(scan);
    }
}

static bool is_blank(const ReadInput *input)
{
    for (size_t i = 0; i < input->length; i++)
        if (strchr(" \t\r\n", input->bytes[i]) == NULL || input->bytes[i] == '\0')
            return false;
    return true;
}

bool input_check_text(const ReadInput *input, Error *error)
{
    const char *nul, *encoding;
    size_t bad;

    if (is_blank(input)) {
        error_set_at(error, ERROR_INPUT, input->file, 0, "the file is empty");
        return false;
    }
    encoding = encoding_guess(input->bytes, input->length);
    if (encoding != NULL) {
        error_set_at(error, ERROR_INPUT, input->file, 1, "the file is %s and must be UTF-8", encoding);
        return false;
    }
    nul = memchr(input->bytes, '\0', input->length);
    if (nul != NULL) {
        error_set_at(error, ERROR_INPUT, input->file, input_line(input, (size_t)(nul - input->bytes)),
                     "a NUL byte; the file must be text in UTF-8");
        return false;
    }
    if (!utf8_is_valid(input->bytes, input->length, &bad)) {
        error_set_at(error, ERROR_INPUT, input->file, input_line(input, bad),
                     "the byte 0x%02X is not valid UTF-8 here; the file must be in UTF-8 (such bytes come from Windows-1252, "
                     "ISO 8859 or other older encodings)",
                     (unsigned)(unsigned char)input->bytes[bad]);
        return false;
    }
    return true;
}

/* The declared encoding, not NUL-terminated; NULL where none is declared. */
static const char *declared_encoding(const ReadInput *input, size_t *length)
{
    TagScan scan;
    const char *start, *end, *at;

    tag_scan_start(&scan, input);
    if (starts_with(&scan, "\xEF\xBB\xBF"))
        scan.position = 3;
    if (!is_declaration(&scan))
        return NULL;
    start = input->bytes + scan.position;
    end = memmem(start, input->length - scan.position, "?>", 2);
    at = end == NULL ? NULL : memmem(start, (size_t)(end - start), "encoding", strlen("encoding"));
    if (at == NULL)
        return NULL;
    for (at += strlen("encoding"); at < end && *at != '"' && *at != '\''; at++)
        ;
    start = at < end ? at + 1 : end;
    for (at = start; at < end && *at != '"' && *at != '\''; at++)
        ;
    *length = (size_t)(at - start);
    return start;
}

static bool check_encoding(const ReadInput *input, Error *error)
{
    size_t length = 0;
    const char *encoding = declared_encoding(input, &length);

    if (encoding == NULL || (length == strlen("UTF-8") && strncasecmp(encoding, "UTF-8", length) == 0))
        return true;
    error_set_at(error, ERROR_INPUT, input->file, 1, "the encoding \"%.*s\" is declared and must be UTF-8",
                 (int)(length > 40 ? 40 : length), encoding);
    return false;
}

static bool check_xml(const ReadInput *input, bool instructions, Error *error)
{
    TagScan scan;
    TagResult result;
    long line = 1;

    if (!input_check_text(input, error) || !check_encoding(input, error))
        return false;
    tag_scan_start(&scan, input);
    do {
        result = tag_scan_next(&scan, &line);
        if (result == TAG_INSTRUCTION && instructions)
            move_behind(&scan, 2, "?>");
    } while (result == TAG_FOUND || (result == TAG_INSTRUCTION && instructions));
    if (result == TAG_DOCTYPE)
        error_set_at(error, ERROR_INPUT, input->file, line, "a DOCTYPE is not allowed");
    else if (result == TAG_INSTRUCTION)
        error_set_at(error, ERROR_INPUT, input->file, line, "a processing instruction is not allowed");
    else if (result == TAG_TOO_LONG)
        error_set_at(error, ERROR_INPUT, input->file, line, "a tag is longer than %u bytes", START_TAG_BYTES);
    return result == TAG_END;
}

bool input_check_xml(const ReadInput *input, Error *error)
{
    return check_xml(input, false, error);
}

bool input_check_foreign_xml(const ReadInput *input, Error *error)
{
    return check_xml(input, true, error);
}
