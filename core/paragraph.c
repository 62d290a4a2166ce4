#include "config.h"

#include "core/paragraph.h"

#include "core/memory.h"

#include <string.h>

#define SPACE_BYTES (sizeof PARAGRAPH_SPACE - 1)
#define MARK_BYTES 40u /* the longest number; what is longer is words */

Paragraph paragraph_read(const char *text)
{
    Paragraph paragraph = {0};
    while (strncmp(text, PARAGRAPH_SPACE, SPACE_BYTES) == 0) {
        if (paragraph.level < PARAGRAPH_LEVELS_MAX)
            paragraph.level++;
        text += SPACE_BYTES;
    }
    const char *end = strstr(text, PARAGRAPH_SPACE);
    paragraph.words = text;
    if (end && end > text && (size_t)(end - text) <= MARK_BYTES) {
        paragraph.mark = string_copy_bytes(text, (size_t)(end - text));
        paragraph.words = end + SPACE_BYTES;
    }
    return paragraph;
}
