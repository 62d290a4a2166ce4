/* A worker that fails, or that was taken over by what it read, and imports that the user stops. */
#include "tests/unit/test.h"

#include "core/file.h"
#include "core/memory.h"
#include "core/record.h"
#include "importers/protocol.h"
#include "importers/source.h"
#include "tests/unit/sandbox.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void write_input(Sandbox *sandbox)
{
    sandbox_write_data(sandbox, "in/a.xml", "fixture", RISK_ITEM("risk.a", "A"));
    sandbox_remember(sandbox);
}

/* The import with that script as the worker must fail with those words, and nothing must have changed. */
static void check_script(Sandbox *sandbox, const char *script, ErrorCode code, const char *words)
{
    sandbox_replace_worker(sandbox, script);
    assert_false(sandbox_import(sandbox, "in"));
    check_failure(sandbox, code, 0, words);
    check_untouched(sandbox);
}

static void test_a_worker_that_ends_badly_is_one_clear_line(void **state)
{
    Sandbox *sandbox = *state;

    write_input(sandbox);
    check_script(sandbox, "#!/bin/sh\nexit 3\n", ERROR_INPUT, "status 3");
    assert_non_null(strstr(sandbox->error.file, "in/a.xml"));
    check_script(sandbox, "#!/bin/sh\nkill -SEGV $$\n", ERROR_INPUT, "signal 11");
    check_script(sandbox, "#!/bin/sh\nkill -KILL $$\n", ERROR_LIMIT, "limit");
    check_script(sandbox, "#!/bin/sh\nkill -XCPU $$\n", ERROR_LIMIT, "limit");
    check_script(sandbox, "#!/bin/sh\ncat >/dev/null\n", ERROR_INPUT, "ended too early");
    check_script(sandbox, "not a program", ERROR_IO, "");
}

static void test_a_worker_that_sends_garbage_is_one_clear_line(void **state)
{
    Sandbox *sandbox = *state;

    write_input(sandbox);
    check_script(sandbox, "#!/bin/sh\necho garbage that is no message at all\n", ERROR_INPUT, "no message");
    check_script(sandbox, "#!/bin/sh\nprintf 'R\\001\\000'\n", ERROR_INPUT, "middle of a message");
    check_script(sandbox, "#!/bin/sh\nprintf 'E\\000\\000\\000\\000'\n", ERROR_INPUT, "makes no sense");
    check_script(sandbox, "#!/bin/sh\nprintf '?\\000\\000\\000\\000'\n", ERROR_INPUT, "makes no sense");
    check_script(sandbox, "#!/bin/sh\nprintf 'R\\000\\000\\000\\000'\n", ERROR_INPUT, "makes no sense");
    check_script(sandbox, "#!/bin/sh\nprintf 'X\\000\\000\\000\\000'\n", ERROR_INPUT, "makes no sense");
}

/* What a worker answers, made here frame by frame. */
typedef struct Answer {
    Sandbox *sandbox;
    char *file; /* of the input */
    Text bytes;
} Answer;

static void add_frame(Answer *answer, Frame *frame)
{
    frame_encode(frame, &answer->bytes);
    frame_clear(frame);
}

static void add_source(Answer *answer, const char *id)
{
    ImportSource source = {.id = id};
    Frame frame = {0};

    import_source_encode(&source, &frame);
    add_frame(answer, &frame);
}

static void add_record(Answer *answer, const char *file, const char *id, const char *title)
{
    Record *record = record_new();
    Citation *citation = record_add_citation(record);
    Frame frame = {0};

    record->kind = strncmp(id, "term.", 5) == 0 ? KIND_TERM : KIND_RISK;
    record->id = string_copy(id);
    record->title = string_copy(title);
    record->file = string_copy(file);
    record->line = 3;
    citation->reference = string_copy("reference.base");
    citation->basis = string_copy("law");
    record_encode(record, &frame);
    add_frame(answer, &frame);
    record_free(record);
}

static void add_done(Answer *answer, const char *file, long long records)
{
    Frame done = {.type = FRAME_FILE_DONE};

    frame_add(&done, file);
    frame_add_number(&done, records);
    add_frame(answer, &done);
}

static void add_end(Answer *answer)
{
    Frame end = {.type = FRAME_END};

    add_frame(answer, &end);
}

/* Has a worker give the answer, and starts a new one. */
static void give(Answer *answer)
{
    char *path = sandbox_path(answer->sandbox, "answer");
    char *script = string_format("#!/bin/sh\ncat '%s'\ncat >/dev/null\n", path);

    assert_true(file_write(path, answer->bytes.data, answer->bytes.length, NULL));
    sandbox_replace_worker(answer->sandbox, script);
    text_reset(&answer->bytes);
    free(script);
    free(path);
}

static void check_answer(Answer *answer)
{
    give(answer);
    assert_false(sandbox_import(answer->sandbox, "in"));
    check_failure(answer->sandbox, ERROR_INPUT, 0, "makes no sense");
    check_untouched(answer->sandbox);
}

static void test_a_worker_is_not_believed(void **state)
{
    Answer answer = {.sandbox = *state};

    write_input(answer.sandbox);
    answer.file = sandbox_path(answer.sandbox, "in/a.xml");
    add_source(&answer, "../gairo"); /* no source's id */
    check_answer(&answer);
    add_source(&answer, "fixture");
    add_source(&answer, "another"); /* a second source in one file */
    check_answer(&answer);
    add_record(&answer, answer.file, "risk.a", "A"); /* no source before it */
    check_answer(&answer);
    add_source(&answer, "fixture");
    add_record(&answer, "/etc/passwd", "risk.a", "A"); /* another file */
    check_answer(&answer);
    add_source(&answer, "fixture");
    add_record(&answer, answer.file, "risk.A B", "A"); /* no id */
    check_answer(&answer);
    add_source(&answer, "fixture");
    add_record(&answer, answer.file, "risk.a", "\xff"); /* no UTF-8 */
    check_answer(&answer);
    add_source(&answer, "fixture");
    add_record(&answer, answer.file, "risk.a", "A");
    add_done(&answer, answer.file, 2); /* one was given */
    check_answer(&answer);
    add_done(&answer, answer.file, 0);
    add_done(&answer, answer.file, 0); /* there is one file */
    check_answer(&answer);
    add_done(&answer, answer.file, 0);
    add_end(&answer);
    add_end(&answer);
    check_answer(&answer);
    free(answer.file);
    text_free(&answer.bytes);
}

static void test_a_worker_without_end_is_stopped(void **state)
{
    Answer answer = {.sandbox = *state};
    char id[40];

    write_input(answer.sandbox);
    answer.file = sandbox_path(answer.sandbox, "in/a.xml");
    add_source(&answer, "fixture");
    for (int i = 0; i < 120000; i++) {
        snprintf(id, sizeof(id), "risk.r%d", i);
        add_record(&answer, answer.file, id, "A");
    }
    give(&answer);
    assert_false(sandbox_import(answer.sandbox, "in"));
    check_failure(answer.sandbox, ERROR_LIMIT, 0, "far more");
    check_untouched(answer.sandbox);
    free(answer.file);
    text_free(&answer.bytes);
}

static void test_a_worker_that_answers_well_is_believed(void **state)
{
    Answer answer = {.sandbox = *state};

    write_input(answer.sandbox);
    answer.file = sandbox_path(answer.sandbox, "in/a.xml");
    add_source(&answer, "fixture");
    add_record(&answer, answer.file, "term.from-the-worker", "A");
    add_done(&answer, answer.file, 1);
    add_end(&answer);
    give(&answer);
    assert_true(sandbox_import(answer.sandbox, "in"));
    check_counts(answer.sandbox, 1, 0, 0, 0, 0);
    assert_true(has_item(answer.sandbox, "term.from-the-worker"));
    free(answer.file);
    text_free(&answer.bytes);
}

static void test_what_a_worker_says_is_sanitised(void **state)
{
    Answer answer = {.sandbox = *state};
    Frame refused = {.type = FRAME_REFUSED};

    write_input(answer.sandbox);
    answer.file = sandbox_path(answer.sandbox, "in/a.xml");
    frame_add(&refused, answer.file);
    frame_add_number(&refused, 7);
    frame_add(&refused, "risk.\x1b[2J");
    frame_add(&refused, "two\nlines \x1b]0;title\x07");
    add_frame(&answer, &refused);
    add_done(&answer, answer.file, 0);
    add_end(&answer);
    give(&answer);
    assert_false(sandbox_import(answer.sandbox, "in"));
    check_failure(answer.sandbox, ERROR_INPUT, 7, "two lines");
    assert_null(strchr(answer.sandbox->error.message, '\x1b'));
    assert_null(strchr(answer.sandbox->report.refusals[0].record, '\x1b'));
    assert_null(strchr(answer.sandbox->report.refusals[0].reason, '\x1b'));
    check_untouched(answer.sandbox);
    free(answer.file);
    text_free(&answer.bytes);
}

static bool stop_at_once(void *context, const ImportProgress *progress)
{
    (void)context;
    (void)progress;
    return false;
}

static bool stop_when_read(void *context, const ImportProgress *progress)
{
    size_t *calls = context;

    (*calls)++;
    return progress->files_done < progress->files;
}

static void test_the_user_can_stop_an_import(void **state)
{
    Sandbox *sandbox = *state;
    size_t calls = 0;
    Text items = {0};

    for (int i = 0; i < 5000; i++)
        text_append_format(&items, RISK_ITEM("risk.r%d", "A risk"), i);
    sandbox_write_data(sandbox, "in/a.xml", "fixture", items.data);
    sandbox_remember(sandbox);
    sandbox->options.progress = stop_at_once;
    assert_false(sandbox_import(sandbox, "in"));
    check_failure(sandbox, ERROR_CANCELLED, 0, "");
    check_untouched(sandbox);
    sandbox->options.progress = stop_when_read;
    sandbox->options.context = &calls;
    assert_false(sandbox_import(sandbox, "in"));
    check_failure(sandbox, ERROR_CANCELLED, 0, "");
    assert_true(calls > 0);
    check_untouched(sandbox);
    /* The store is usable again. */
    sandbox->options.progress = NULL;
    assert_true(sandbox_import(sandbox, "in"));
    check_counts(sandbox, 5000, 0, 0, 0, 0);
    text_free(&items);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, sandbox_set_up_open, sandbox_tear_down)
    const struct CMUnitTest tests[] = {
        TEST(test_a_worker_that_ends_badly_is_one_clear_line),
        TEST(test_a_worker_that_sends_garbage_is_one_clear_line),
        TEST(test_a_worker_is_not_believed),
        TEST(test_a_worker_without_end_is_stopped),
        TEST(test_a_worker_that_answers_well_is_believed),
        TEST(test_what_a_worker_says_is_sanitised),
        TEST(test_the_user_can_stop_an_import),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
