#include "config.h"

#include "importers/load/load-state.h"

#include "core/file.h"
#include "core/memory.h"
#include "core/paths.h"
#include "importers/load/formats.h"
#include "importers/load/report.h"
#include "importers/protocol.h"
#include "store/joining.h"
#include "store/licences.h"

#include <stdlib.h>
#include <string.h>

/* So much may wait for the worker in memory before more is read. */
#define FEED_BYTES ((size_t)4 * 1024 * 1024)
#define STYLESHEET_BYTES ((size_t)1024 * 1024)
/* A worker answers at most so many bytes for each byte of a file, and some beside: one that does not come to an end
 * must not fill the disk. */
#define ANSWER_FACTOR 64u
#define ANSWER_BYTES ((size_t)16 * 1024 * 1024)

/* What the stylesheets' functions know of licences: what the database does. */
static bool send_licences(Load *load, Error *error)
{
    LicenceSpellings spellings;

    if (!licence_spellings_list(load->store, &spellings, error))
        return false;
    for (size_t i = 0; i < spellings.count; i++) {
        const LicenceSpelling *spelling = &spellings.spellings[i];
        Frame frame = {.type = FRAME_LICENCE};

        frame_add(&frame, spelling->spelling);
        frame_add(&frame, spelling->licence);
        frame_add(&frame, spelling->title);
        for (size_t k = 0; k < 2; k++) {
            int level = k == 0 ? spelling->points.code_level : spelling->points.data_level;

            if (level > 0)
                frame_add_number(&frame, level);
            else
                frame_add(&frame, NULL);
        }
        process_send(load->worker, &frame);
        frame_clear(&frame);
    }
    licence_spellings_free(&spellings);
    load->licences_sent = true;
    return true;
}

static bool send_format(Load *load, const ImportFormat *format, Error *error)
{
    Frame frame = {.type = FRAME_FORMAT};
    const Frame *manifest = format_manifest(format);
    const char *stylesheet = format_stylesheet(format);
    Text bytes = {0};
    bool good = true;

    if (manifest != NULL)
        good = file_read(stylesheet, STYLESHEET_BYTES, &bytes, error) &&
               (load->licences_sent || send_licences(load, error));
    if (good) {
        frame_add(&frame, format->name);
        frame_add(&frame, manifest == NULL ? "native" : frame_string(manifest, MANIFEST_READER));
        frame_add(&frame, stylesheet == NULL ? NULL : path_name(stylesheet));
        if (stylesheet == NULL)
            frame_add(&frame, NULL);
        else
            frame_add_bytes(&frame, bytes.data == NULL ? "" : bytes.data, bytes.length);
        frame_add(&frame, load->options->explain ? "1" : NULL);
        for (size_t i = 0; manifest != NULL && i < MANIFEST_RULES; i++)
            frame_add(&frame, frame_string(manifest, i));
        process_send(load->worker, &frame);
        load->format = format;
    }
    frame_clear(&frame);
    text_free(&bytes);
    return good;
}

/* Sends one file; one that cannot be read is refused. */
static bool send_file(Load *load, ImportFile *file, Error *error)
{
    Frame frame = {.type = FRAME_FILE};
    Error refusal = {0};
    Text bytes = {0};
    bool good = true;

    if (!file_read(file->name, IMPORT_FILE_BYTES, &bytes, &refusal)) {
        load_refuse(load, refusal.code, file->name, 0, NULL, refusal.message);
    } else {
        good = load->format == file->format || send_format(load, file->format, error);
        frame_add(&frame, file->name);
        frame_add_bytes(&frame, bytes.data == NULL ? "" : bytes.data, bytes.length);
        if (good)
            process_send(load->worker, &frame);
        file->sent = good;
        file->bytes = bytes.length;
        if (!load->kind->shipped)
            digest_bytes(bytes.data == NULL ? "" : bytes.data, bytes.length, file->digest);
        load->bytes_sent += bytes.length;
    }
    error_clear(&refusal);
    frame_clear(&frame);
    text_free(&bytes);
    return good;
}

static bool feed(Load *load, Error *error)
{
    if (load->next == load->files.count)
        return true;
    while (load->next < load->files.count && process_pending(load->worker) < FEED_BYTES)
        if (!send_file(load, &load->files.files[load->next++], error))
            return false;
    if (load->next == load->files.count)
        process_send_end(load->worker);
    return true;
}

/* The file that the worker answers for; NULL where it has answered for all it was sent. */
static const ImportFile *current_file(Load *load)
{
    while (load->current < load->next && !load->files.files[load->current].sent)
        load->current++;
    return load->current < load->next ? &load->files.files[load->current] : NULL;
}

static bool is_about(const ImportFile *file, const char *name)
{
    return file != NULL && name != NULL && strcmp(file->name, name) == 0;
}

static bool take_source(Load *load, const Frame *frame)
{
    ImportSource source;

    if (current_file(load) == NULL || load->source != NULL || !import_source_decode(frame, &source) ||
        !import_source_check(&source, NULL, 0, NULL))
        return false;
    load_take_source(load, &source);
    return true;
}

static bool take_record(Load *load, const Frame *frame, Error *error)
{
    const ImportFile *file = current_file(load);
    Record *record = file != NULL && load->source != NULL ? record_decode(frame, NULL) : NULL;
    bool good = record != NULL && is_about(file, record->file) && record_check(record, NULL) &&
                load_write_record(load, record, error);

    load->records++;
    load->progress.records++;
    record_free(record);
    return good;
}

static bool take_refused(Load *load, const Frame *frame)
{
    const ImportFile *file = current_file(load);
    long long line = 0;

    if (frame->count != 4 || !is_about(file, frame_string(frame, 0)) || !frame_number(frame, 1, &line) || line < 0 ||
        frame_string(frame, 3) == NULL)
        return false;
    load_refuse(load, ERROR_INPUT, file->name, (long)line, frame_string(frame, 2), frame_string(frame, 3));
    return true;
}

static bool take_remark(Load *load, const Frame *frame)
{
    const ImportFile *file = current_file(load);
    long long line = 0;
    char *place;

    if (frame->count != 3 || !is_about(file, frame_string(frame, 0)) || !frame_number(frame, 1, &line) || line < 0 ||
        frame_string(frame, 2) == NULL)
        return false;
    place = line == 0 ? string_copy(file->name) : string_format("%s:%lld", file->name, line);
    report_remark(load->report, place, frame_string(frame, 2));
    free(place);
    return true;
}

/* How a record became what it is; told with what became of it. */
static bool take_explained(Load *load, const Frame *frame)
{
    const ImportFile *file = current_file(load);

    if (frame->count != 3 || !is_about(file, frame_string(frame, 0)) || frame_string(frame, 1) == NULL ||
        !load->options->explain)
        return false;
    report_explanation(load->report, file->name, frame_string(frame, 1), frame_string(frame, 2));
    return true;
}

/* A file without a single record is told of. Where it had some, another's was broken rather than emptied: it is refused,
 * and they stay. Of gairo's own XML it is what the author says. */
static bool tell_empty(Load *load, Error *error)
{
    const ImportFile *file = &load->files.files[load->current];
    char *before = NULL;

    if (!source_file_format(load->store, file->origin, &before, error))
        return false;
    if (before != NULL && !format_is_native(file->format))
        load_refuse(load, ERROR_INPUT, file->name, 0, NULL,
                    "holds no items any more; what was imported from it stays. Mend the file, or take its source away "
                    "with gairo sources remove");
    else if (load->source != NULL)
        report_remark(load->report, file->name, "holds no items; nothing was imported from it");
    free(before);
    return true;
}

static bool take_file_done(Load *load, const Frame *frame, Error *error)
{
    long long records = 0;

    if (frame->count != 2 || !is_about(current_file(load), frame_string(frame, 0)) ||
        !frame_number(frame, 1, &records) || records != load->records)
        return false;
    if (load->records == 0 && load->report->total.refused == load->refused && !tell_empty(load, error))
        return false;
    free(load->source);
    load->source = NULL;
    load->records = 0;
    load->refused = load->report->total.refused;
    load->current++;
    load->progress.files_done++;
    return true;
}

static bool is_too_much(Load *load, const Frame *frame)
{
    for (size_t i = 0; i < frame->count; i++)
        load->bytes_answered += frame->lengths[i] + sizeof(frame->lengths[i]);
    return load->bytes_answered > ANSWER_BYTES + ANSWER_FACTOR * load->bytes_sent;
}

/* Takes one answer. What the worker may not say is an error: it may have been taken over by what it read. */
static bool take(Load *load, const Frame *frame, Error *error)
{
    const ImportFile *file = current_file(load);
    bool good = false;

    if (is_too_much(load, frame)) {
        error_set_at(error, ERROR_LIMIT, file == NULL ? NULL : file->name, 0,
                     "the reader makes far more of the file than is in it; nothing was imported");
        return false;
    }
    switch (frame->type) {
    case FRAME_SOURCE:
        good = take_source(load, frame);
        break;
    case FRAME_RECORD:
        good = take_record(load, frame, error);
        break;
    case FRAME_REFUSED:
        good = take_refused(load, frame);
        break;
    case FRAME_REMARK:
        good = take_remark(load, frame);
        break;
    case FRAME_EXPLAINED:
        good = take_explained(load, frame);
        break;
    case FRAME_FILE_DONE:
        good = take_file_done(load, frame, error);
        break;
    case FRAME_END:
        good = load->ended = file == NULL && load->next == load->files.count && !load->ended;
        break;
    default:
        break;
    }
    if (!good && !error_is_set(error))
        error_set_at(error, ERROR_INPUT, file == NULL ? NULL : file->name, 0,
                     "the reader gave an answer that makes no sense; nothing was imported");
    return good;
}

static bool keep_going(void *context)
{
    return load_goes_on(context);
}

static bool converse(Load *load, Error *error)
{
    Frame frame = {0};
    bool received = true, good = true;

    while (good && received) {
        good = feed(load, error) && process_receive(load->worker, &frame, &received, keep_going, load, error);
        if (good && received)
            good = take(load, &frame, error);
        if (good && !load_goes_on(load)) {
            error_set(error, ERROR_CANCELLED, "stopped; nothing was imported");
            good = false;
        }
    }
    frame_clear(&frame);
    return good;
}

/* Says of the file that was being read what ended the worker; cause may be unset. */
static void blame_file(Load *load, const Error *cause, Error *error)
{
    const ImportFile *file = current_file(load);
    bool known = error_is_set(cause);

    error_set_at(error, known ? cause->code : ERROR_INPUT, file == NULL ? NULL : file->name, 0,
                 "the file cannot be read: the reader %s; nothing was imported",
                 known ? cause->message : "ended too early");
}

/* What went wrong between gairo and the worker at path, as the user is to see it. */
static void report_failure(Load *load, const char *path, const Error *conversation, const Error *ending, Error *error)
{
    bool of_user = error_is_set(conversation) && string_compare(conversation->file, path) != 0;

    if (of_user)
        error_set_at(error, conversation->code, conversation->file, conversation->line, "%s", conversation->message);
    else
        blame_file(load, error_is_set(conversation) ? conversation : ending, error);
}

bool load_read(Load *load, Error *error)
{
    static const char *const arguments[] = {"gairo-worker", "import", NULL};
    char *path = worker_path(error);
    Error conversation = {0}, ending = {0};
    bool good = path != NULL && process_start(path, arguments, &process_limits_default, &load->worker, error);

    if (good) {
        good = converse(load, &conversation);
        if (!good)
            process_stop(load->worker);
        good = process_finish(load->worker, &ending) && good && load->ended;
        load->worker = NULL;
        if (!good)
            report_failure(load, path, &conversation, &ending, error);
    }
    error_clear(&conversation);
    error_clear(&ending);
    free(path);
    return good;
}
