#include "config.h"

#include "importers/read/serve.h"

#include "core/file.h"
#include "core/frame-stream.h"
#include "core/memory.h"
#include "importers/protocol.h"
#include "importers/read/front-matter.h"
#include "importers/read/native.h"
#include "importers/read/reader.h"
#include "importers/read/transform.h"
#include "importers/read/xml.h"

#include <stdlib.h>
#include <string.h>

/* Answers go out together, and at the end of each file. */
#define ANSWER_BYTES (256u * 1024)

/* Makes generic XML of a file. NULL in the table for native XML, which needs no stylesheet. */
typedef bool (*ReadFunction)(const ReadInput *input, Text *xml, Error *error);

static const struct {
    const char *name;
    ReadFunction read;
} readers[] = {
    {"native", NULL},
    {"front-matter", front_matter_read},
};

typedef struct Serving {
    int output;
    Error *error;
    bool failed; /* to write */
    Text answers;
    long long records; /* of the file */
    bool has_format;
    ReadFunction read;
    Transform *transform;
    Error unusable; /* why the stylesheet cannot be used */
} Serving;

static void send_answers(Serving *serving)
{
    if (!serving->failed && serving->answers.length > 0)
        serving->failed =
            !descriptor_write(serving->output, serving->answers.data, serving->answers.length, serving->error);
    text_reset(&serving->answers);
}

static void answer(Serving *serving, Frame *frame)
{
    frame_encode(frame, &serving->answers);
    frame_clear(frame);
    if (serving->answers.length > ANSWER_BYTES)
        send_answers(serving);
}

static void on_source(void *context, const ImportSource *source)
{
    Frame frame = {0};

    import_source_encode(source, &frame);
    answer(context, &frame);
}

static void on_record(void *context, const Record *record)
{
    Serving *serving = context;
    Frame frame = {0};

    record_encode(record, &frame);
    answer(serving, &frame);
    serving->records++;
}

static void on_refused(void *context, const char *file, long line, const char *record, const char *reason)
{
    Frame frame = {.type = FRAME_REFUSED};

    frame_add(&frame, file);
    frame_add_number(&frame, line);
    frame_add(&frame, record);
    frame_add(&frame, reason);
    answer(context, &frame);
}

static bool set_format(Serving *serving, const Frame *frame)
{
    const char *reader = frame_string(frame, 1), *name = frame_string(frame, 2), *bytes = frame_string(frame, 3);
    size_t i = 0;

    while (reader != NULL && i < sizeof(readers) / sizeof(readers[0]) && strcmp(readers[i].name, reader) != 0)
        i++;
    if (reader == NULL || i == sizeof(readers) / sizeof(readers[0]) || frame->count != 4 ||
        (readers[i].read != NULL && (name == NULL || bytes == NULL))) {
        error_set(serving->error, ERROR_INPUT, "a format without a reader or a stylesheet");
        return false;
    }
    transform_free(serving->transform);
    serving->transform = NULL;
    error_clear(&serving->unusable);
    serving->has_format = true;
    serving->read = readers[i].read;
    if (serving->read != NULL)
        serving->transform = transform_new(name, bytes, frame->lengths[3], &serving->unusable);
    return true;
}

/* Reads a file of another format than the native one. */
static void read_foreign(Serving *serving, const ReadInput *input, const ReadOutput *output)
{
    Text xml = {0}, native = {0};
    Error error = {0};

    if (serving->transform == NULL) {
        char *reason = error_text(&serving->unusable);

        on_refused(serving, input->file, 0, NULL, reason);
        free(reason);
    } else if (!serving->read(input, &xml, &error)) {
        on_refused(serving, input->file, error.line, NULL, error.message);
    } else if (!transform_apply(serving->transform, &xml, &native, &error)) {
        char *reason = error_text(&error);

        on_refused(serving, input->file, 0, NULL, reason);
        free(reason);
    } else {
        ReadInput made = {.file = input->file, .bytes = native.data, .length = native.length};

        native_read(&made, NATIVE_STYLESHEET, output);
    }
    error_clear(&error);
    text_free(&xml);
    text_free(&native);
}

static bool read_file(Serving *serving, const Frame *frame)
{
    ReadOutput output = {.source = on_source, .record = on_record, .refused = on_refused, .context = serving};
    ReadInput input = {.file = frame_string(frame, 0), .bytes = frame_string(frame, 1)};
    Frame done = {.type = FRAME_FILE_DONE};

    if (!serving->has_format || frame->count != 2 || input.file == NULL || input.bytes == NULL) {
        error_set(serving->error, ERROR_INPUT, "a file without a format, a name or bytes");
        return false;
    }
    input.length = frame->lengths[1];
    serving->records = 0;
    if (serving->read == NULL)
        native_read(&input, NATIVE_FILE, &output);
    else
        read_foreign(serving, &input, &output);
    frame_add(&done, input.file);
    frame_add_number(&done, serving->records);
    answer(serving, &done);
    send_answers(serving);
    return !serving->failed;
}

static bool serve(Serving *serving, FrameStream *stream)
{
    Frame frame = {0}, end = {.type = FRAME_END};
    bool received = false, good = true;

    while (good && (good = frame_stream_read(stream, &frame, &received, serving->error)) && received) {
        if (frame.type == FRAME_FORMAT) {
            good = set_format(serving, &frame);
        } else if (frame.type == FRAME_FILE) {
            good = read_file(serving, &frame);
        } else {
            error_set(serving->error, ERROR_INPUT, "an unknown message");
            good = false;
        }
    }
    frame_clear(&frame);
    if (!good)
        return false;
    answer(serving, &end);
    send_answers(serving);
    return !serving->failed;
}

bool read_run(int input, int output, Error *error)
{
    FrameStream stream = {.descriptor = input};
    Serving serving = {.output = output, .error = error};
    bool good;

    xml_harden();
    good = serve(&serving, &stream);
    transform_free(serving.transform);
    error_clear(&serving.unusable);
    text_free(&serving.answers);
    frame_stream_free(&stream);
    return good;
}
