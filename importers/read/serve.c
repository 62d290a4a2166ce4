#include "config.h"

#include "importers/read/serve.h"

#include "core/file.h"
#include "core/frame-stream.h"
#include "core/memory.h"
#include "importers/protocol.h"
#include "importers/read/functions.h"
#include "importers/read/native.h"
#include "importers/read/reader.h"
#include "importers/read/readers.h"
#include "importers/read/transform.h"
#include "importers/read/xml.h"

#include <stdlib.h>
#include <string.h>

#include <libexslt/exslt.h>

/* Answers go out together, and at the end of each file. */
#define ANSWER_BYTES (256u * 1024)

typedef struct Serving {
    int output;
    Error *error;
    bool failed; /* to write */
    Text answers;
    long long records; /* of the file */
    bool has_format;
    Frame format;      /* as it was told */
    ReadFunction read; /* NULL: native */
    ReadSettings settings;
    bool explain;
    ImportSource source; /* the manifest's; strings in format */
    bool has_source;     /* id is set */
    LicenceTable licences;
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

/* The strings of the format's frame before its manifest's. */
enum { FORMAT_NAME, FORMAT_READER, FORMAT_STYLESHEET, FORMAT_BYTES, FORMAT_EXPLAIN, FORMAT_STRINGS };

static const char *manifest_string(const Serving *serving, int place)
{
    return frame_string(&serving->format, FORMAT_STRINGS + (size_t)place);
}

static void set_source(Serving *serving)
{
    serving->source = (ImportSource){
        .id = manifest_string(serving, MANIFEST_SOURCE),
        .title = manifest_string(serving, MANIFEST_SOURCE_TITLE),
        .version = manifest_string(serving, MANIFEST_SOURCE_VERSION),
        .date = manifest_string(serving, MANIFEST_SOURCE_DATE),
        .licence = manifest_string(serving, MANIFEST_SOURCE_LICENCE),
        .url = manifest_string(serving, MANIFEST_SOURCE_URL),
        .cite = manifest_string(serving, MANIFEST_SOURCE_CITE),
    };
    serving->has_source = serving->source.id != NULL;
    serving->settings = (ReadSettings){.whole = manifest_string(serving, MANIFEST_WHOLE) != NULL,
                                       .short_rows = manifest_string(serving, MANIFEST_SHORT) != NULL,
                                       .comments = manifest_string(serving, MANIFEST_COMMENTS),
                                       .records = manifest_string(serving, MANIFEST_RECORDS),
                                       .single = serving->explain};
}

static void make_transform(Serving *serving)
{
    const char *select = manifest_string(serving, MANIFEST_SELECT), *known = manifest_string(serving, MANIFEST_KNOWN);

    serving->transform = transform_new(frame_string(&serving->format, FORMAT_STYLESHEET),
                                       frame_string(&serving->format, FORMAT_BYTES),
                                       serving->format.lengths[FORMAT_BYTES], &serving->unusable);
    if (serving->transform == NULL)
        return;
    transform_set_licences(serving->transform, &serving->licences);
    if (select != NULL && known != NULL &&
        !transform_set_versions(serving->transform, select, known, &serving->unusable)) {
        transform_free(serving->transform);
        serving->transform = NULL;
    }
}

static void forget_format(Serving *serving)
{
    transform_free(serving->transform);
    serving->transform = NULL;
    error_clear(&serving->unusable);
    frame_clear(&serving->format);
    serving->has_format = false;
}

/* Takes the frame's strings. */
static bool set_format(Serving *serving, Frame *frame)
{
    const char *reader = frame_string(frame, FORMAT_READER);
    ReadFunction read = reader_find(reader);
    bool native = reader != NULL && strcmp(reader, "native") == 0;
    bool counts = frame->count == FORMAT_STRINGS || frame->count == FORMAT_STRINGS + MANIFEST_RULES;

    if (!counts || (read == NULL && !native) ||
        (read != NULL && (frame_string(frame, FORMAT_STYLESHEET) == NULL || frame_string(frame, FORMAT_BYTES) == NULL))) {
        error_set(serving->error, ERROR_INPUT, "a format without a reader or a stylesheet");
        return false;
    }
    forget_format(serving);
    serving->format = *frame;
    *frame = (Frame){0};
    serving->has_format = true;
    serving->read = read;
    serving->explain = frame_string(&serving->format, FORMAT_EXPLAIN) != NULL;
    set_source(serving);
    if (read != NULL)
        make_transform(serving);
    return true;
}

/* --- one file of another format than the native one --- */

typedef struct Foreign {
    Serving *serving;
    const ReadInput *input;
    char *source; /* that its documents name; NULL before the first */
    size_t refusals;
    bool stopped;
} Foreign;

static void refuse_foreign(Foreign *foreign, long line, const char *record, const char *reason)
{
    on_refused(foreign->serving, foreign->input->file, line, record, reason);
    if (++foreign->refusals >= READ_REFUSALS_MAX)
        foreign->stopped = true;
}

static void on_foreign_source(void *context, const ImportSource *source)
{
    Foreign *foreign = context;

    if (foreign->source == NULL) {
        foreign->source = string_copy(source->id);
        on_source(foreign->serving, source);
    } else if (strcmp(foreign->source, source->id) != 0) {
        refuse_foreign(foreign, source->line, NULL, "the stylesheet names two sources for one file");
        foreign->stopped = true;
    }
}

static void on_foreign_record(void *context, const Record *record)
{
    Foreign *foreign = context;

    if (!foreign->stopped)
        on_record(foreign->serving, record);
}

static void on_foreign_refused(void *context, const char *file, long line, const char *record, const char *reason)
{
    (void)file;
    refuse_foreign(context, line, record, reason);
}

static void on_foreign_remark(void *context, const char *file, long line, const char *text)
{
    const Foreign *foreign = context;
    Frame frame = {.type = FRAME_REMARK};

    frame_add(&frame, file);
    frame_add_number(&frame, line);
    frame_add(&frame, text);
    answer(foreign->serving, &frame);
}

static void on_reader_refused(void *context, long line, const char *reason)
{
    refuse_foreign(context, line, NULL, reason);
}

static void on_reader_remark(void *context, long line, const char *text)
{
    const Foreign *foreign = context;

    on_foreign_remark(context, foreign->input->file, line, text);
}

static void explain(const Foreign *foreign, const Text *xml, const Text *native)
{
    Frame frame = {.type = FRAME_EXPLAINED};

    frame_add(&frame, foreign->input->file);
    frame_add_bytes(&frame, xml->data, xml->length);
    frame_add(&frame, native->data);
    answer(foreign->serving, &frame);
}

static bool take_document(void *context, const Text *xml)
{
    Foreign *foreign = context;
    Serving *serving = foreign->serving;
    ReadOutput output = {.source = on_foreign_source,
                         .record = on_foreign_record,
                         .refused = on_foreign_refused,
                         .remark = on_foreign_remark,
                         .context = foreign};
    Text native = {0};
    Error error = {0};
    bool applied = transform_apply(serving->transform, xml, &native, &error);

    if (serving->explain)
        explain(foreign, xml, &native);
    if (applied) {
        ReadInput made = {.file = foreign->input->file,
                          .bytes = native.data == NULL ? "" : native.data,
                          .length = native.length,
                          .source = serving->has_source ? &serving->source : NULL};

        native_read(&made, NATIVE_STYLESHEET, &output);
    } else {
        char *reason = error_text(&error);

        refuse_foreign(foreign, 0, NULL, reason);
        foreign->stopped = true;
        free(reason);
    }
    error_clear(&error);
    text_free(&native);
    return !foreign->stopped && !serving->failed;
}

static void read_foreign(Serving *serving, const ReadInput *input)
{
    Foreign foreign = {.serving = serving, .input = input};
    ReadBatches batches = {.take = take_document, .refused = on_reader_refused, .remark = on_reader_remark, .context = &foreign};
    Error error = {0};

    if (serving->transform == NULL) {
        char *reason = error_text(&serving->unusable);

        refuse_foreign(&foreign, 0, NULL, reason);
        free(reason);
    } else if (!serving->read(input, &serving->settings, &batches, &error)) {
        refuse_foreign(&foreign, error.line, NULL, error.message);
    }
    error_clear(&error);
    free(foreign.source);
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
        read_foreign(serving, &input);
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
        } else if (frame.type == FRAME_LICENCE) {
            good = licence_table_add(&serving->licences, &frame);
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
    exsltCommonRegister();
    exsltSetsRegister();
    exsltStrRegister();
    good = serve(&serving, &stream);
    forget_format(&serving);
    licence_table_free(&serving.licences);
    text_free(&serving.answers);
    frame_stream_free(&stream);
    return good;
}
