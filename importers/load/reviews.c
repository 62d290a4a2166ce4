#include "config.h"

#include "importers/reviews.h"

#include "core/file.h"
#include "core/paths.h"
#include "core/process.h"
#include "importers/protocol.h"

#include <stdlib.h>

static void send_file(Process *process, const char *path, const Text *bytes)
{
    Frame frame = {.type = FRAME_FILE};

    frame_add(&frame, path);
    frame_add_bytes(&frame, bytes->data == NULL ? "" : bytes->data, bytes->length);
    process_send(process, &frame);
    process_send_end(process);
    frame_clear(&frame);
}

/* Takes one frame of the answer; *ended becomes true with the last one. */
static bool take_frame(const Frame *frame, const char *path, Reviews *reviews, bool *ended, Error *error)
{
    Review review;
    long long line = 0;

    if (frame->type == FRAME_REVIEW && review_decode(frame, &review)) {
        reviews_take(reviews, &review);
        return true;
    }
    if (frame->type == FRAME_END) {
        *ended = true;
        return true;
    }
    if (frame->type == FRAME_REFUSED && frame_string(frame, 3) != NULL && frame_number(frame, 1, &line) && line >= 0)
        error_set_at(error, ERROR_INPUT, path, (long)line, "%s", frame_string(frame, 3));
    else
        error_set(error, ERROR_INPUT, "the worker gave an answer that cannot be understood");
    return false;
}

static bool ask_worker(const char *worker, const char *path, const Text *bytes, Reviews *reviews, Error *error)
{
    const char *const arguments[] = {"gairo-worker", "reviews", NULL};
    Process *process = NULL;
    Frame frame = {0};
    bool good = true, received = true, ended = false;

    if (!process_start(worker, arguments, &process_limits_default, &process, error))
        return false;
    send_file(process, path, bytes);
    while (good && received && !ended) {
        good = process_receive(process, &frame, &received, NULL, NULL, error);
        if (good && received)
            good = take_frame(&frame, path, reviews, &ended, error);
    }
    frame_clear(&frame);
    if (!good)
        process_stop(process);
    good = process_finish(process, good ? error : NULL) && good;
    if (good && !ended) {
        error_set(error, ERROR_INPUT, "the worker ended without an answer");
        good = false;
    }
    return good;
}

bool reviews_read(const char *path, Reviews *reviews, Error *error)
{
    Text bytes = {0};
    Reviews read = {0};
    char *worker = worker_path(error);
    bool good = worker != NULL && file_read(path, REVIEWS_FILE_BYTES, &bytes, error) &&
                ask_worker(worker, path, &bytes, &read, error);

    for (size_t i = 0; good && i < read.count; i++)
        reviews_take(reviews, &read.reviews[i]);
    reviews_free(&read);
    text_free(&bytes);
    free(worker);
    return good;
}
