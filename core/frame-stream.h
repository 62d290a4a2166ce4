/* Frames over a descriptor that blocks: the worker's side of its pipes. gairo's side is core/process.h. */
#ifndef GAIRO_CORE_FRAME_STREAM_H
#define GAIRO_CORE_FRAME_STREAM_H

#include "core/error.h"
#include "core/frame.h"
#include "core/text.h"

#include <stdbool.h>
#include <stddef.h>

/* Starts zeroed but for descriptor, which it does not own. */
typedef struct FrameStream {
    int descriptor;
    Text buffer;          /* what was read and is not all decoded */
    size_t used;          /* bytes at its start that are decoded */
    FrameMeasure measure; /* of the frame that follows them */
} FrameStream;

/* Waits for the next frame. *received is false at the end of the input. Fails with ERROR_IO, or with ERROR_INPUT where
 * the bytes are no frame or end in the middle of one. */
bool frame_stream_read(FrameStream *stream, Frame *frame, bool *received, Error *error);
/* Releases the buffer. */
void frame_stream_free(FrameStream *stream);
/* Writes a frame whole. Fails as descriptor_write(). */
bool frame_write(int descriptor, const Frame *frame, Error *error);

#endif
