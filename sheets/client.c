#include "sheets/client.h"
#include "sheets/sheets.h"

#include "core/file.h"
#include "core/frame.h"
#include "core/memory.h"
#include "core/paths.h"
#include "core/process.h"
#include "importers/protocol.h"

#include <stdlib.h>

#define STYLESHEET_BYTES_MAX (4u * 1024 * 1024)

static void send_frames(Process *process, const OutputFormat *format, const Text stylesheets[], const Text *xml)
{
    size_t count = 0;
    while (format->stylesheets[count] != NULL)
        count++;
    Frame frame = {.type = FRAME_FORM};
    frame_add(&frame, format->form);
    frame_add_number(&frame, (long long)count);
    process_send(process, &frame);
    frame_clear(&frame);
    for (size_t i = 0; i < count; i++) {
        frame.type = FRAME_STYLESHEET;
        frame_add(&frame, format->stylesheets[i]);
        frame_add_bytes(&frame, stylesheets[i].data, stylesheets[i].length);
        process_send(process, &frame);
        frame_clear(&frame);
    }
    frame.type = FRAME_SHEET;
    frame_add_bytes(&frame, xml->data, xml->length);
    process_send(process, &frame);
    frame_clear(&frame);
    process_send_end(process);
}

/* What was answered so far. */
typedef struct Answer {
    Text output;
    long long pages, letters;
    bool rendered, ended;
} Answer;

/* Takes one frame of the answer. */
static bool take_frame(const Frame *frame, Answer *answer, Error *error)
{
    long long line = 0;
    switch (frame->type) {
    case FRAME_RENDERED:
        if (answer->rendered || frame_string(frame, 0) == NULL || !frame_number(frame, 1, &answer->pages) ||
            !frame_number(frame, 2, &answer->letters))
            break;
        text_append_bytes(&answer->output, frame->strings[0], frame->lengths[0]);
        answer->rendered = true;
        return true;
    case FRAME_REFUSED:
        if (frame_string(frame, 3) == NULL || !frame_number(frame, 1, &line))
            break;
        error_set_at(error, frame_string(frame, 2) != NULL ? ERROR_UNSUPPORTED : ERROR_INPUT, frame_string(frame, 0), (long)line, "%s", frame_string(frame, 3));
        return false;
    case FRAME_END:
        answer->ended = true;
        return true;
    default:
        break;
    }
    error_set(error, ERROR_INPUT, "the worker gave an answer that cannot be understood");
    return false;
}

bool client_render(const char *worker, const OutputFormat *format, const Text stylesheets[], const Text *xml, Text *output,
                   DrawnPages *pages, RenderKeepGoing keep_going, void *context, Error *error)
{
    const char *const arguments[] = {"gairo-worker", "render", NULL};
    Process *process = NULL;
    Frame frame = {0};
    Answer answer = {0};
    bool ok = true, received = true;
    if (!process_start(worker, arguments, &process_limits_default, &process, error))
        return false;
    send_frames(process, format, stylesheets, xml);
    while (ok && received && !answer.ended) {
        ok = process_receive(process, &frame, &received, keep_going, context, error);
        if (ok && received)
            ok = take_frame(&frame, &answer, error);
    }
    frame_clear(&frame);
    if (!ok)
        process_stop(process);
    ok = process_finish(process, ok ? error : NULL) && ok;
    if (ok && !(answer.rendered && answer.ended)) {
        error_set(error, ERROR_INPUT, "the worker ended without an answer");
        ok = false;
    }
    if (ok)
        text_append_bytes(output, answer.output.data, answer.output.length);
    if (ok && pages != NULL)
        *pages = (DrawnPages){answer.pages > 0 ? (size_t)answer.pages : 0, answer.letters > 0 ? (unsigned)answer.letters : 0};
    text_free(&answer.output);
    return ok;
}

/* The bytes of a stylesheet, shipped or the user's own. */
static bool read_stylesheet(const char *name, Text *bytes, Error *error)
{
    char *path = name[0] == '/' ? string_copy(name) : resource_path(name, error);
    bool ok = path != NULL && file_read(path, STYLESHEET_BYTES_MAX, bytes, error);
    free(path);
    return ok;
}

bool sheet_render_pages(const OutputFormat *format, const Text *xml, Text *output, DrawnPages *pages,
                        RenderKeepGoing keep_going, void *context, Error *error)
{
    Text stylesheets[OUTPUT_STYLESHEETS_MAX] = {{0}};
    if (format->lacking != NULL) {
        error_set(error, ERROR_UNSUPPORTED, "no %s can be made: %s", format->name, format->lacking);
        return false;
    }
    char *worker = worker_path(error);
    bool ok = worker != NULL;
    for (size_t i = 0; ok && format->stylesheets[i] != NULL; i++)
        ok = read_stylesheet(format->stylesheets[i], &stylesheets[i], error);
    ok = ok && client_render(worker, format, stylesheets, xml, output, pages, keep_going, context, error);
    for (size_t i = 0; i < OUTPUT_STYLESHEETS_MAX; i++)
        text_free(&stylesheets[i]);
    free(worker);
    return ok;
}

bool sheet_render(const OutputFormat *format, const Text *xml, Text *output, Error *error)
{
    return sheet_render_pages(format, xml, output, NULL, NULL, NULL, error);
}

bool sheet_export(Store *store, const SheetRequest *request, const OutputFormat *format, const char *path, Error *error)
{
    Text xml = {0}, output = {0};
    bool ok = output_compose(format, store, request, &xml, error) && sheet_render(format, &xml, &output, error) &&
              file_write(path, output.data != NULL ? output.data : "", output.length, error);
    text_free(&xml);
    text_free(&output);
    return ok;
}
