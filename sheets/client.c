#include "sheets/client.h"
#include "sheets/sheets.h"

#include "core/file.h"
#include "core/frame.h"
#include "core/paths.h"
#include "core/process.h"
#include "importers/protocol.h"

#include <stdlib.h>

#define STYLESHEET_BYTES_MAX (4u * 1024 * 1024)

static void send_frames(Process *process, const char *name, const Text *stylesheet, const Text *xml)
{
    Frame frame = {.type = FRAME_STYLESHEET};
    frame_add(&frame, name);
    frame_add_bytes(&frame, stylesheet->data, stylesheet->length);
    process_send(process, &frame);
    frame_clear(&frame);
    frame.type = FRAME_SHEET;
    frame_add_bytes(&frame, xml->data, xml->length);
    process_send(process, &frame);
    frame_clear(&frame);
    process_send_end(process);
}

/* Takes one frame of the answer. *rendered becomes true once the output is there, *ended with the last frame. */
static bool take_frame(const Frame *frame, Text *output, bool *rendered, bool *ended, Error *error)
{
    long long line = 0;
    switch (frame->type) {
    case FRAME_RENDERED:
        if (*rendered || frame_string(frame, 0) == NULL)
            break;
        text_append_bytes(output, frame->strings[0], frame->lengths[0]);
        *rendered = true;
        return true;
    case FRAME_REFUSED:
        if (frame_string(frame, 3) == NULL || !frame_number(frame, 1, &line))
            break;
        error_set_at(error, ERROR_INPUT, frame_string(frame, 0), (long)line, "%s", frame_string(frame, 3));
        return false;
    case FRAME_END:
        *ended = true;
        return true;
    default:
        break;
    }
    error_set(error, ERROR_INPUT, "the worker gave an answer that cannot be understood");
    return false;
}

bool client_render(const char *worker, const char *name, const Text *stylesheet, const Text *xml, Text *output,
                   Error *error)
{
    const char *const arguments[] = {"gairo-worker", "render", NULL};
    Process *process = NULL;
    Frame frame = {0};
    Text rendered = {0};
    bool ok = true, received = true, has_output = false, ended = false;
    if (!process_start(worker, arguments, &process_limits_default, &process, error))
        return false;
    send_frames(process, name, stylesheet, xml);
    while (ok && received && !ended) {
        ok = process_receive(process, &frame, &received, NULL, NULL, error);
        if (ok && received)
            ok = take_frame(&frame, &rendered, &has_output, &ended, error);
    }
    frame_clear(&frame);
    if (!ok)
        process_stop(process);
    ok = process_finish(process, ok ? error : NULL) && ok;
    if (ok && !(has_output && ended)) {
        error_set(error, ERROR_INPUT, "the worker ended without an answer");
        ok = false;
    }
    if (ok)
        text_append_bytes(output, rendered.data, rendered.length);
    text_free(&rendered);
    return ok;
}

bool sheet_render(const OutputFormat *format, const Text *xml, Text *output, Error *error)
{
    bool ok = false;
    Text stylesheet = {0};
    char *worker = worker_path(error);
    char *path = resource_path(format->stylesheet, error);
    if (worker != NULL && path != NULL && file_read(path, STYLESHEET_BYTES_MAX, &stylesheet, error))
        ok = client_render(worker, format->stylesheet, &stylesheet, xml, output, error);
    free(worker);
    free(path);
    text_free(&stylesheet);
    return ok;
}

bool sheet_export(Store *store, const SheetRequest *request, const OutputFormat *format, const char *path, Error *error)
{
    Text xml = {0}, output = {0};
    bool ok = sheet_compose(store, request, &xml, error) && sheet_render(format, &xml, &output, error) &&
              file_write(path, output.data != NULL ? output.data : "", output.length, error);
    text_free(&xml);
    text_free(&output);
    return ok;
}
