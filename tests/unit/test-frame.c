#include "tests/unit/test.h"

#include "core/frame-stream.h"
#include "core/frame.h"
#include "core/memory.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void the_bytes_are_as_documented(void **state)
{
    (void)state;
    Frame frame = {.type = 'R'};
    Text bytes = {0};

    frame_add(&frame, "ab");
    frame_add(&frame, NULL);
    frame_add_bytes(&frame, "\0", 1);
    frame_encode(&frame, &bytes);
    assert_int_equal(bytes.length, 20);
    assert_memory_equal(bytes.data, "R\3\0\0\0\2\0\0\0ab\xff\xff\xff\xff\1\0\0\0\0", 20);
    text_free(&bytes);
    frame_clear(&frame);
}

static void what_is_encoded_is_decoded(void **state)
{
    (void)state;
    Frame frame = {.type = 'I'}, decoded = {0};
    Text bytes = {0};
    size_t used = 0;
    long long number = 0;

    frame_add(&frame, "bloom.md");
    frame_add(&frame, "");
    frame_add(&frame, NULL);
    frame_add_bytes(&frame, "a\0b", 3);
    frame_add_number(&frame, LLONG_MIN);
    frame_encode(&frame, &bytes);
    text_append(&bytes, "more");
    assert_int_equal(frame_decode(bytes.data, bytes.length, &decoded, &used), FRAME_COMPLETE);
    assert_int_equal(used, bytes.length - 4);
    assert_int_equal(decoded.type, 'I');
    assert_int_equal(decoded.count, 5);
    assert_string_equal(frame_string(&decoded, 0), "bloom.md");
    assert_string_equal(frame_string(&decoded, 1), "");
    assert_null(frame_string(&decoded, 2));
    assert_int_equal(decoded.lengths[3], 3);
    assert_memory_equal(frame_string(&decoded, 3), "a\0b", 4);
    assert_true(frame_number(&decoded, 4, &number));
    assert_true(number == LLONG_MIN);
    assert_null(frame_string(&decoded, 5));
    assert_false(frame_number(&decoded, 5, &number));
    text_free(&bytes);
    frame_clear(&frame);
    frame_clear(&decoded);
}

static void every_part_of_a_frame_wants_more(void **state)
{
    (void)state;
    Frame frame = {.type = 'I'}, decoded = {0};
    Text bytes = {0};
    size_t used;

    frame_add(&frame, "bloom");
    frame_add(&frame, NULL);
    frame_add(&frame, "");
    frame_encode(&frame, &bytes);
    FrameMeasure measure = {0};
    for (size_t length = 0; length < bytes.length; length++) {
        char *part = string_copy_bytes(bytes.data, length);
        assert_int_equal(frame_decode(part, length, &decoded, &used), FRAME_MORE);
        assert_int_equal(frame_measure(part, length, &measure, &used), FRAME_MORE);
        free(part);
    }
    assert_int_equal(frame_measure(bytes.data, bytes.length, &measure, &used), FRAME_COMPLETE);
    assert_int_equal(used, bytes.length);
    text_free(&bytes);
    frame_clear(&frame);
}

static void frames_over_a_limit_are_bad(void **state)
{
    (void)state;
    Frame frame = {0};
    size_t used;
    /* FRAME_STRINGS_MAX + 1 strings; a string of 0xFFFFFFFE bytes; two that are too long together. */
    assert_int_equal(frame_decode("R\x41\x0d\3\0", 5, &frame, &used), FRAME_BAD);
    assert_int_equal(frame_decode("R\x40\x0d\3\0", 5, &frame, &used), FRAME_MORE);
    assert_int_equal(frame_decode("R\1\0\0\0\xfe\xff\xff\xff", 9, &frame, &used), FRAME_BAD);
    assert_int_equal(frame_decode("R\1\0\0\0\0\0\0\x10", 9, &frame, &used), FRAME_BAD);
    assert_int_equal(frame_decode("R\1\0\0\0\0\0\0\x0f", 9, &frame, &used), FRAME_MORE);
    assert_int_equal(frame.count, 0);
    frame_clear(&frame);
}

static void numbers_are_plain(void **state)
{
    (void)state;
    const char *bad[] = {"", "-", "+1", " 1", "1 ", "0x1", "1.0", "--1", "9223372036854775808", "1e3"};
    Frame frame = {0};
    long long number = 42;

    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        frame_add(&frame, bad[i]);
    frame_add(&frame, NULL);
    frame_add_bytes(&frame, "1\0", 2);
    for (size_t i = 0; i < frame.count; i++)
        assert_false(frame_number(&frame, i, &number));
    assert_true(number == 42);
    frame_clear(&frame);
}

static void streams_end_between_frames(void **state)
{
    (void)state;
    int ends[2];
    Frame frame = {.type = 'S'}, got = {0};
    Error error = {0};
    bool received;

    assert_int_equal(pipe(ends), 0);
    frame_add(&frame, "first");
    assert_true(frame_write(ends[1], &frame, NULL));
    frame_add(&frame, "second");
    assert_true(frame_write(ends[1], &frame, NULL));
    close(ends[1]);
    FrameStream stream = {.descriptor = ends[0]};
    for (size_t i = 1; i <= 2; i++) {
        assert_true(frame_stream_read(&stream, &got, &received, &error));
        assert_true(received);
        assert_int_equal(got.count, i);
    }
    assert_true(frame_stream_read(&stream, &got, &received, &error));
    assert_false(received);
    close(ends[0]);
    frame_stream_free(&stream);
    frame_clear(&frame);
    frame_clear(&got);
}

static void streams_that_break_off_fail(void **state)
{
    (void)state;
    const struct {
        const char *bytes;
        size_t length;
    } cases[] = {{"R\1\0\0\0\5\0\0\0abc", 12}, {"R", 1}, {"R\xff\xff\xff\xff", 5}};

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int ends[2];
        Frame got = {0};
        Error error = {0};
        bool received;
        assert_int_equal(pipe(ends), 0);
        assert_int_equal(write(ends[1], cases[i].bytes, cases[i].length), (ssize_t)cases[i].length);
        close(ends[1]);
        FrameStream stream = {.descriptor = ends[0]};
        assert_false(frame_stream_read(&stream, &got, &received, &error));
        assert_int_equal(error.code, ERROR_INPUT);
        error_clear(&error);
        close(ends[0]);
        frame_stream_free(&stream);
        frame_clear(&got);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_bytes_are_as_documented),
        cmocka_unit_test(what_is_encoded_is_decoded),
        cmocka_unit_test(every_part_of_a_frame_wants_more),
        cmocka_unit_test(frames_over_a_limit_are_bad),
        cmocka_unit_test(numbers_are_plain),
        cmocka_unit_test(streams_end_between_frames),
        cmocka_unit_test(streams_that_break_off_fail),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
