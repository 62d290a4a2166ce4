#include "config.h"

#include "core/frame-stream.h"

#include "core/file.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#define READ_BYTES (64u * 1024)

/* Moves what is not decoded yet to the front, but only where that costs less than what it frees. */
static void drop_used(FrameStream *stream)
{
    size_t left = stream->buffer.length - stream->used;

    if (stream->used == 0 || left > stream->used)
        return;
    memmove(stream->buffer.data, stream->buffer.data + stream->used, left);
    stream->buffer.length = left;
    stream->used = 0;
}

/* Appends what the descriptor has; *more is false at its end. */
static bool fill(FrameStream *stream, bool *more, Error *error)
{
    char bytes[READ_BYTES];
    ssize_t count;

    drop_used(stream);
    do
        count = read(stream->descriptor, bytes, sizeof(bytes));
    while (count < 0 && errno == EINTR);
    if (count < 0) {
        error_set(error, ERROR_IO, "cannot read from the pipe: %s", strerror(errno));
        return false;
    }
    text_append_bytes(&stream->buffer, bytes, (size_t)count);
    *more = count > 0;
    return true;
}

bool frame_stream_read(FrameStream *stream, Frame *frame, bool *received, Error *error)
{
    bool more = true;

    *received = false;
    for (;;) {
        size_t left = stream->buffer.length - stream->used;
        size_t used = 0;
        const char *bytes = left ? stream->buffer.data + stream->used : "";
        FrameResult result = frame_measure(bytes, left, &stream->measure, &used);

        if (result == FRAME_COMPLETE) {
            frame_decode(bytes, used, frame, &used);
            stream->used += used;
            stream->measure = (FrameMeasure){0};
            *received = true;
            return true;
        }
        if (result == FRAME_BAD || (!more && left > 0)) {
            error_set(error, ERROR_INPUT, "the other side of the pipe sent what is no message");
            return false;
        }
        if (!more)
            return true;
        if (!fill(stream, &more, error))
            return false;
    }
}

void frame_stream_free(FrameStream *stream)
{
    text_free(&stream->buffer);
    stream->used = 0;
}

bool frame_write(int descriptor, const Frame *frame, Error *error)
{
    Text bytes = {0};
    bool written;

    frame_encode(frame, &bytes);
    written = descriptor_write(descriptor, bytes.data, bytes.length, error);
    text_free(&bytes);
    return written;
}
