/* What can be said of an XML file's bytes before a parser sees them. libxml2 compares the attributes of a start tag
 * with each other, which takes minutes for a tag of a few megabytes; so tags are measured first. */
#ifndef GAIRO_IMPORTERS_READ_INPUT_H
#define GAIRO_IMPORTERS_READ_INPUT_H

#include "core/error.h"
#include "importers/read/reader.h"

#include <stdbool.h>
#include <stddef.h>

#define START_TAG_BYTES (64u * 1024)

/* Goes from start tag to start tag. Starts with tag_scan_start(). */
typedef struct TagScan {
    const char *bytes;
    size_t length;
    size_t position;
    long line; /* of position */
} TagScan;

typedef enum TagResult {
    TAG_FOUND,
    TAG_END, /* no more, or what follows is not well-formed: the parser will say where */
    TAG_TOO_LONG,
    TAG_DOCTYPE,
    TAG_INSTRUCTION, /* a processing instruction */
} TagResult;

void tag_scan_start(TagScan *scan, const ReadInput *input);
/* Finds the next start tag, or what is refused, and the line it begins on. */
TagResult tag_scan_next(TagScan *scan, long *line);

/* Fails with the first fault: an empty file, another encoding than UTF-8 (by its bytes or declared), a NUL, a DOCTYPE,
 * a processing instruction, a start tag over 64 KiB. */
bool input_check_xml(const ReadInput *input, Error *error);
/* The same for others' XML, which may hold processing instructions. */
bool input_check_foreign_xml(const ReadInput *input, Error *error);
/* The part of it that holds for any text file: empty, UTF-16, NUL, invalid UTF-8. */
bool input_check_text(const ReadInput *input, Error *error);
/* The line that offset is on. */
long input_line(const ReadInput *input, size_t offset);

#endif
