#include "config.h"

#include "importers/read/front-matter.h"

#include "importers/read/document.h"
#include "importers/read/input.h"
#include "importers/read/xml.h"
#include "importers/read/yaml-xml.h"

#include <string.h>

/* The length of the line at offset, with its end. */
static size_t line_length(const ReadInput *input, size_t offset)
{
    const char *end = memchr(input->bytes + offset, '\n', input->length - offset);

    return end == NULL ? input->length - offset : (size_t)(end - input->bytes) - offset + 1;
}

/* Whether the line consists of the mark, blanks after it apart. */
static bool line_is(const ReadInput *input, size_t offset, const char *mark)
{
    size_t length = line_length(input, offset);

    while (length > 0 && strchr(" \t\r\n", input->bytes[offset + length - 1]) != NULL)
        length--;
    return length == strlen(mark) && memcmp(input->bytes + offset, mark, length) == 0;
}

/* The offset of the line that ends the front matter which begins at offset; false where there is none. */
static bool find_end(const ReadInput *input, size_t *offset, long *line)
{
    while (*offset < input->length) {
        if (line_is(input, *offset, "---") || line_is(input, *offset, "..."))
            return true;
        *offset += line_length(input, *offset);
        (*line)++;
    }
    return false;
}

static bool is_blank(const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (strchr(" \t\r\n", bytes[i]) == NULL)
            return false;
    return true;
}

/* What stands behind the front matter, from its first line that is not blank. */
static bool append_content(const ReadInput *input, size_t offset, long line, Text *xml, Error *error)
{
    while (offset < input->length && is_blank(input->bytes + offset, line_length(input, offset))) {
        offset += line_length(input, offset);
        line++;
    }
    if (offset >= input->length)
        return true;
    text_append_format(xml, "<content line=\"%ld\">", line);
    if (!xml_append_escaped(xml, input->bytes + offset, input->length - offset)) {
        error_set_at(error, ERROR_INPUT, input->file, line, "a control character that no text may hold, from here on");
        return false;
    }
    text_append(xml, "</content>");
    return true;
}

bool front_matter_read(const ReadInput *input, Text *xml, Error *error)
{
    size_t start = 0, end;
    long line = 2;

    if (input->length > FRONT_MATTER_BYTES) {
        error_set_at(error, ERROR_LIMIT, input->file, 0, "the file has more than 4 MiB");
        return false;
    }
    if (!input_check_text(input, error))
        return false;
    if (input->length >= 3 && memcmp(input->bytes, "\xEF\xBB\xBF", 3) == 0)
        start = 3;
    if (!line_is(input, start, "---")) {
        error_set_at(error, ERROR_INPUT, input->file, 1, "the file must begin with a line --- and front matter");
        return false;
    }
    start += line_length(input, start);
    end = start;
    if (!find_end(input, &end, &line)) {
        error_set_at(error, ERROR_INPUT, input->file, 1,
                     "the front matter that begins here is not ended by a line ---");
        return false;
    }
    if (!document_append_start(xml, NULL, input->file, error) ||
        !yaml_append_xml(xml, input->file, 2, input->bytes + start, end - start, error) ||
        !append_content(input, end + line_length(input, end), line + 1, xml, error))
        return false;
    text_append(xml, "</document>");
    return true;
}
