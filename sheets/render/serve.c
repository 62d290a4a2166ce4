/* The worker's side of a rendering. */
#include "sheets/render/render.h"

#include "core/file.h"
#include "core/frame.h"
#include "importers/protocol.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

static bool read_all(int descriptor, Text *bytes, Error *error)
{
    char buffer[64 * 1024];
    for (;;) {
        ssize_t length = read(descriptor, buffer, sizeof buffer);
        if (length == 0)
            return true;
        if (length < 0 && errno == EINTR)
            continue;
        if (length < 0) {
            error_set(error, ERROR_IO, "cannot read what is to be rendered: %s", strerror(errno));
            return false;
        }
        if (bytes->length + (size_t)length > FRAME_BYTES_MAX) {
            error_set(error, ERROR_LIMIT, "a sheet and its stylesheet may have at most %u bytes", FRAME_BYTES_MAX);
            return false;
        }
        text_append_bytes(bytes, buffer, (size_t)length);
    }
}

/* Reads the next frame, which must be of that type with that many strings, none of them missing. */
static bool next_frame(const Text *bytes, size_t *offset, char type, size_t strings, Frame *frame)
{
    size_t used = 0;
    if (bytes->length == *offset ||
        frame_decode(bytes->data + *offset, bytes->length - *offset, frame, &used) != FRAME_COMPLETE)
        return false;
    *offset += used;
    if (frame->type != type || frame->count != strings)
        return false;
    for (size_t i = 0; i < strings; i++)
        if (frame->strings[i] == NULL)
            return false;
    return true;
}

static void add_answer(Frame *answer, bool rendered, const Text *output, DrawnPages pages, const Error *failure)
{
    if (rendered) {
        answer->type = FRAME_RENDERED;
        frame_add_bytes(answer, output->data != NULL ? output->data : "", output->length);
        frame_add_number(answer, (long long)pages.count);
        frame_add_number(answer, pages.letters);
        return;
    }
    answer->type = FRAME_REFUSED;
    frame_add(answer, failure->file);
    frame_add_number(answer, failure->line);
    frame_add(answer, failure->code == ERROR_UNSUPPORTED ? "unsupported" : NULL);
    frame_add(answer, failure->message);
}

/* What one rendering is given: frames, and views of what is in them. */
typedef struct Order {
    Frame form, sheet, frames[STYLESHEETS_MAX];
    Stylesheet stylesheets[STYLESHEETS_MAX];
    size_t count;
} Order;

static void order_clear(Order *order)
{
    frame_clear(&order->form);
    frame_clear(&order->sheet);
    for (size_t i = 0; i < STYLESHEETS_MAX; i++)
        frame_clear(&order->frames[i]);
}

static bool read_order(const Text *bytes, Order *order)
{
    size_t offset = 0;
    long long count = 0;
    if (!next_frame(bytes, &offset, FRAME_FORM, 2, &order->form) || !frame_number(&order->form, 1, &count) || count < 1 ||
        count > STYLESHEETS_MAX)
        return false;
    for (; order->count < (size_t)count; order->count++) {
        Frame *frame = &order->frames[order->count];
        if (!next_frame(bytes, &offset, FRAME_STYLESHEET, 2, frame))
            return false;
        order->stylesheets[order->count] =
            (Stylesheet){.name = frame->strings[0],
                         .bytes = {.data = frame->strings[1], .length = frame->lengths[1]}};
    }
    return next_frame(bytes, &offset, FRAME_SHEET, 1, &order->sheet) && offset == bytes->length;
}

bool render_run(int input, int output, Error *error)
{
    bool ok = false;
    Text bytes = {0}, rendered = {0}, encoded = {0};
    Order order = {0};
    Frame answer = {0}, end = {.type = FRAME_END};
    Error failure = {0};
    DrawnPages pages = {0};
    if (!read_all(input, &bytes, error))
        goto cleanup;
    if (!read_order(&bytes, &order)) {
        error_set(error, ERROR_INPUT, "a rendering takes a form, stylesheets and one sheet");
        goto cleanup;
    }
    const Text sheet = {.data = order.sheet.strings[0], .length = order.sheet.lengths[0]};
    bool done = render_chain(order.form.strings[0], order.stylesheets, order.count, &sheet, &rendered, &pages, &failure);
    add_answer(&answer, done, &rendered, pages, &failure);
    frame_encode(&answer, &encoded);
    frame_encode(&end, &encoded);
    ok = descriptor_write(output, encoded.data, encoded.length, error);
cleanup:
    order_clear(&order);
    frame_clear(&answer);
    frame_clear(&end);
    text_free(&bytes);
    text_free(&rendered);
    text_free(&encoded);
    error_clear(&failure);
    return ok;
}
