#include "config.h"

#include "core/frame.h"

#include "core/memory.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define HEADER_BYTES 5u /* type, number of strings */
#define NULL_LENGTH UINT32_MAX

static void add(Frame *frame, char *string, size_t length)
{
    if (frame->count == frame->capacity) {
        frame->capacity = frame->capacity ? frame->capacity * 2 : 8;
        frame->strings = memory_resize(frame->strings, frame->capacity, sizeof *frame->strings);
        frame->lengths = memory_resize(frame->lengths, frame->capacity, sizeof *frame->lengths);
    }
    frame->strings[frame->count] = string;
    frame->lengths[frame->count++] = length;
}

void frame_add(Frame *frame, const char *string)
{
    add(frame, string_copy(string), string ? strlen(string) : 0);
}

void frame_add_bytes(Frame *frame, const char *bytes, size_t length)
{
    add(frame, string_copy_bytes(bytes, length), length);
}

void frame_add_number(Frame *frame, long long number)
{
    char *string = string_format("%lld", number);

    add(frame, string, strlen(string));
}

const char *frame_string(const Frame *frame, size_t index)
{
    return index < frame->count ? frame->strings[index] : NULL;
}

bool frame_number(const Frame *frame, size_t index, long long *number)
{
    const char *string = frame_string(frame, index);
    const char *digits = string && *string == '-' ? string + 1 : string;

    /* strtoll() would take blanks, a plus and what follows the digits. */
    if (!digits || !*digits || strspn(digits, "0123456789") != strlen(digits) ||
        strlen(string) != frame->lengths[index])
        return false;
    errno = 0;
    long long value = strtoll(string, NULL, 10);
    if (errno != 0)
        return false;
    *number = value;
    return true;
}

void frame_clear(Frame *frame)
{
    for (size_t i = 0; i < frame->count; i++)
        free(frame->strings[i]);
    free(frame->strings);
    free(frame->lengths);
    *frame = (Frame){0};
}

static void append_number(Text *bytes, uint32_t number)
{
    char little[4];

    for (int i = 0; i < 4; i++)
        little[i] = (char)(unsigned char)(number >> (8 * i));
    text_append_bytes(bytes, little, sizeof little);
}

static uint32_t number_at(const char *bytes)
{
    uint32_t number = 0;

    for (int i = 0; i < 4; i++)
        number |= (uint32_t)(unsigned char)bytes[i] << (8 * i);
    return number;
}

void frame_encode(const Frame *frame, Text *bytes)
{
    text_append_character(bytes, frame->type);
    append_number(bytes, (uint32_t)frame->count);
    for (size_t i = 0; i < frame->count; i++) {
        append_number(bytes, frame->strings[i] ? (uint32_t)frame->lengths[i] : NULL_LENGTH);
        if (frame->strings[i])
            text_append_bytes(bytes, frame->strings[i], frame->lengths[i]);
    }
}

FrameResult frame_measure(const char *bytes, size_t length, FrameMeasure *measure, size_t *used)
{
    if (measure->offset == 0) {
        if (length < HEADER_BYTES)
            return FRAME_MORE;
        measure->strings = number_at(bytes + 1);
        if (measure->strings > FRAME_STRINGS_MAX)
            return FRAME_BAD;
        measure->offset = HEADER_BYTES;
    }
    /* offset may lie past length: then that much of a string is still to come. */
    while (measure->strings > 0) {
        if (measure->offset > length || length - measure->offset < 4)
            return FRAME_MORE;
        uint32_t string_length = number_at(bytes + measure->offset);
        measure->offset += 4 + (string_length == NULL_LENGTH ? 0 : (size_t)string_length);
        if (measure->offset > FRAME_BYTES_MAX)
            return FRAME_BAD;
        measure->strings--;
    }
    if (measure->offset > length)
        return FRAME_MORE;
    *used = measure->offset;
    return FRAME_COMPLETE;
}

FrameResult frame_decode(const char *bytes, size_t length, Frame *frame, size_t *used)
{
    FrameMeasure measure = {0};
    FrameResult result = frame_measure(bytes, length, &measure, used);

    frame_clear(frame);
    if (result != FRAME_COMPLETE)
        return result;
    frame->type = bytes[0];
    for (size_t at = HEADER_BYTES; at < *used;) {
        uint32_t string_length = number_at(bytes + at);
        at += 4;
        if (string_length == NULL_LENGTH) {
            frame_add(frame, NULL);
        } else {
            frame_add_bytes(frame, bytes + at, string_length);
            at += string_length;
        }
    }
    return FRAME_COMPLETE;
}
