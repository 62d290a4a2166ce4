/* Messages between gairo and its worker: a type and a list of strings. On the pipe a frame is its type (1 byte), the
 * number of strings (4 bytes, little-endian), then for each its length (4 bytes, little-endian; 0xFFFFFFFF for NULL)
 * and bytes. Each side treats the other's bytes as hostile. */
#ifndef GAIRO_CORE_FRAME_H
#define GAIRO_CORE_FRAME_H

#include "core/error.h"
#include "core/text.h"

#include <stdbool.h>
#include <stddef.h>

#define FRAME_STRINGS_MAX 200000u
#define FRAME_BYTES_MAX (256u * 1024 * 1024)

/* Starts zeroed. Owns its strings; each has a NUL after its bytes, and may hold NULs. */
typedef struct Frame {
    char type;
    char **strings;  /* an entry may be NULL */
    size_t *lengths; /* bytes */
    size_t count;
    size_t capacity;
} Frame;

void frame_add(Frame *frame, const char *string); /* copies; NULL is kept as NULL */
void frame_add_bytes(Frame *frame, const char *bytes, size_t length);
void frame_add_number(Frame *frame, long long number);
/* The string at index, or NULL where it is NULL or index is past the end. Points into the frame. */
const char *frame_string(const Frame *frame, size_t index);
/* The number at index; false where there is none or it is malformed. */
bool frame_number(const Frame *frame, size_t index, long long *number);
/* Empties it, releasing all. */
void frame_clear(Frame *frame);
/* Appends the frame's bytes. */
void frame_encode(const Frame *frame, Text *bytes);

/* How far a frame that is still arriving was measured; starts zeroed for each frame. */
typedef struct FrameMeasure {
    size_t offset;  /* bytes measured */
    size_t strings; /* strings still to come */
} FrameMeasure;

typedef enum FrameResult { FRAME_COMPLETE, FRAME_MORE, FRAME_BAD } FrameResult;
/* Reads one frame from the start of bytes into frame (cleared first). FRAME_COMPLETE sets *used; FRAME_MORE: not all
 * of it is there; FRAME_BAD: over a limit or malformed. */
FrameResult frame_decode(const char *bytes, size_t length, Frame *frame, size_t *used);

/* The same without making the frame: goes on where the last call with this measure stopped, so that a long frame that
 * arrives in pieces is measured once. bytes must start with the same bytes as before. */
FrameResult frame_measure(const char *bytes, size_t length, FrameMeasure *measure, size_t *used);

#endif
