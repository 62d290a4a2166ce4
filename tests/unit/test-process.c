#include "tests/unit/test.h"

#include "core/file.h"
#include "core/memory.h"
#include "core/process.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static char *child_path;

static Process *start_with(const char *how, const ProcessLimits *limits)
{
    const char *const arguments[] = {"child", how, NULL};
    Process *process;
    Error error = {0};

    if (!process_start(child_path, arguments, limits, &process, &error))
        fail_msg("%s", error.message);
    return process;
}

static Process *start(const char *how)
{
    return start_with(how, &process_limits_default);
}

/* Receives until the end; returns the number of frames. The last one stays in frame. */
static size_t receive_all(Process *process, Frame *frame)
{
    size_t count = 0;
    bool received = true;
    Error error = {0};

    while (received) {
        Frame next = {0};
        if (!process_receive(process, &next, &received, NULL, NULL, &error))
            fail_msg("%s", error.message);
        if (!received)
            break;
        frame_clear(frame);
        *frame = next;
        count++;
    }
    return count;
}

static void receive_fails(Process *process, ErrorCode code)
{
    Frame frame = {0};
    Error error = {0};
    bool received = true;

    while (received && process_receive(process, &frame, &received, NULL, NULL, &error))
        ;
    assert_int_equal(error.code, code);
    error_clear(&error);
    frame_clear(&frame);
}

static void finish_fails(Process *process, ErrorCode code)
{
    Error error = {0};

    assert_false(process_finish(process, &error));
    assert_int_equal(error.code, code);
    assert_string_equal(error.file, child_path);
    error_clear(&error);
}

static long long milliseconds(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (long long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void neither_side_blocks_the_other(void **state)
{
    (void)state;
    Process *process = start("echo");
    Frame frame = {.type = 'I'}, last = {0};
    char *large = memory_zeroed(4 * 1024 * 1024, 1);

    for (int i = 0; i < 3000; i++) {
        frame_clear(&frame);
        frame.type = 'I';
        frame_add_number(&frame, i);
        frame_add_bytes(&frame, large, 1000);
        process_send(process, &frame);
    }
    frame_add_bytes(&frame, large, 4 * 1024 * 1024);
    process_send(process, &frame);
    assert_true(process_pending(process) > 7 * 1000 * 1000);
    process_send_end(process);
    assert_int_equal(receive_all(process, &last), 3001);
    assert_int_equal(process_pending(process), 0);
    assert_int_equal(last.count, 3);
    assert_int_equal(last.lengths[2], 4 * 1024 * 1024);
    assert_true(process_finish(process, NULL));
    free(large);
    frame_clear(&frame);
    frame_clear(&last);
}

static void questions_and_answers(void **state)
{
    (void)state;
    Process *process = start("echo");
    bool received;

    for (int i = 0; i < 50; i++) {
        Frame frame = {.type = 'I'}, answer = {0};
        long long number = -1;
        frame_add_number(&frame, i);
        process_send(process, &frame);
        assert_true(process_receive(process, &answer, &received, NULL, NULL, NULL));
        assert_true(received);
        assert_true(frame_number(&answer, 0, &number));
        assert_int_equal(number, i);
        frame_clear(&frame);
        frame_clear(&answer);
    }
    process_send_end(process);
    Frame none = {0};
    assert_int_equal(receive_all(process, &none), 0);
    assert_true(process_finish(process, NULL));
}

static void a_child_that_does_not_listen(void **state)
{
    (void)state;
    struct sigaction before, after;
    Process *process = start("flood");
    Frame frame = {.type = 'I'}, last = {0};
    char *large = memory_zeroed(1024 * 1024, 1);

    sigaction(SIGPIPE, NULL, &before);
    frame_add_bytes(&frame, large, 1024 * 1024);
    process_send(process, &frame); /* more than the pipe holds: it ends with SIGPIPE or EPIPE */
    assert_int_equal(receive_all(process, &last), 2000);
    assert_true(process_finish(process, NULL));
    sigaction(SIGPIPE, NULL, &after);
    assert_true(before.sa_handler == after.sa_handler);
    free(large);
    frame_clear(&frame);
    frame_clear(&last);
}

static void the_environment_is_minimal(void **state)
{
    (void)state;
    Frame frame = {0};
    bool today = false;

    setenv("GAIRO_TODAY", "2024-05-31", 1);
    setenv("SECRET_TOKEN", "x", 1);
    Process *process = start("environment");
    assert_int_equal(receive_all(process, &frame), 1);
    for (size_t i = 0; i < frame.count; i++) {
        const char *variable = frame_string(&frame, i);
        today = today || strcmp(variable, "GAIRO_TODAY=2024-05-31") == 0;
        assert_true(strncmp(variable, "PATH=", 5) == 0 || strncmp(variable, "L", 1) == 0 ||
                    strncmp(variable, "GAIRO_", 6) == 0 || strstr(variable, "SAN_OPTIONS="));
        assert_null(strstr(variable, "LD_PRELOAD"));
    }
    assert_true(today);
    assert_true(process_finish(process, NULL));
    frame_clear(&frame);
}

static void descriptors_are_closed(void **state)
{
    (void)state;
    Frame frame = {0};
    int leaked = dup(STDOUT_FILENO), high = fcntl(STDOUT_FILENO, F_DUPFD, 200);

    assert_true(leaked >= 0 && high >= 200);
    Process *process = start("descriptors");
    assert_int_equal(receive_all(process, &frame), 1);
    assert_int_equal(frame.count, 3);
    assert_true(process_finish(process, NULL));
    close(leaked);
    close(high);
    frame_clear(&frame);
}

static void limits_are_set(void **state)
{
    (void)state;
    const ProcessLimits limits = {.cpu_seconds = 7, .memory_bytes = 512u * 1024 * 1024, .silence_seconds = 5};
    Process *process = start_with("limits", &limits);
    Frame frame = {0};
    long long number[8];

    assert_int_equal(receive_all(process, &frame), 1);
    for (size_t i = 0; i < 8; i++)
        assert_true(frame_number(&frame, i, &number[i]));
    assert_int_equal(number[0], 7);
#ifndef GAIRO_SANITIZERS
    assert_int_equal(number[1], 512 * 1024 * 1024);
#endif
    assert_int_equal(number[2], 0);
    assert_int_equal(number[3], 0);
    assert_int_equal(number[4], 1); /* its own process group */
    assert_int_equal(number[5], 1); /* SIGPIPE as usual, though this program may ignore it */
    assert_int_equal(number[6], 1); /* no new privileges */
    assert_int_equal(number[7], SIGKILL); /* it does not outlive us */
    assert_true(process_finish(process, NULL));
    frame_clear(&frame);
}

static void too_much_work_is_stopped(void **state)
{
    (void)state;
    const ProcessLimits limits = {.cpu_seconds = 1, .memory_bytes = (size_t)1 << 30, .silence_seconds = 60};
    Process *process = start_with("spin", &limits);

    receive_fails(process, ERROR_LIMIT);
    finish_fails(process, ERROR_LIMIT);
}

static void too_much_memory_ends_it(void **state)
{
    (void)state;
#ifdef GAIRO_SANITIZERS
    skip();
#endif
    const ProcessLimits limits = {.cpu_seconds = 60, .memory_bytes = (size_t)64 << 20, .silence_seconds = 60};
    Process *process = start_with("hoard", &limits);
    Frame none = {0};

    assert_int_equal(receive_all(process, &none), 0);
    finish_fails(process, ERROR_INPUT);
}

static void silence_is_stopped(void **state)
{
    (void)state;
    const ProcessLimits limits = {.cpu_seconds = 60, .memory_bytes = (size_t)1 << 30, .silence_seconds = 1};
    Process *process = start_with("silent", &limits);
    long long before = milliseconds();

    receive_fails(process, ERROR_LIMIT);
    assert_true(milliseconds() - before >= 1000);
    assert_true(milliseconds() - before < 20000);
    finish_fails(process, ERROR_CANCELLED);
}

static void who_works_in_silence_is_waited_for(void **state)
{
    (void)state;
    const ProcessLimits limits = {.cpu_seconds = 60, .memory_bytes = (size_t)1 << 30, .silence_seconds = 1};
    Process *process = start_with("work", &limits);
    Frame none = {0};

    assert_int_equal(receive_all(process, &none), 1);
    assert_true(process_finish(process, NULL));
    frame_clear(&none);
}

static bool stop_at_third(void *context)
{
    return ++*(int *)context < 3;
}

static void the_user_can_stop_it(void **state)
{
    (void)state;
    Process *process = start("silent");
    Frame frame = {0};
    Error error = {0};
    bool received;
    int asked = 0;

    assert_false(process_receive(process, &frame, &received, stop_at_third, &asked, &error));
    assert_int_equal(error.code, ERROR_CANCELLED);
    assert_int_equal(asked, 3);
    assert_false(process_finish(process, &error));
    error_clear(&error);
}

static void what_is_no_message_is_refused(void **state)
{
    (void)state;
    Process *process = start("garbage");

    receive_fails(process, ERROR_INPUT);
    process_finish(process, NULL);
    process = start("half");
    receive_fails(process, ERROR_INPUT);
    process_finish(process, NULL);
}

static void how_it_ended_is_told(void **state)
{
    (void)state;
    const char *hows[] = {"status", "crash", "abort"};
    Frame none = {0};

    for (size_t i = 0; i < sizeof hows / sizeof *hows; i++) {
        Process *process = start(hows[i]);
        assert_int_equal(receive_all(process, &none), 0);
        finish_fails(process, ERROR_INPUT);
    }
}

static void nothing_is_left_behind(void **state)
{
    (void)state;
    Process *process = start("leave");
    Frame frame = {0};
    long long grandchild = 0;
    bool received;

    assert_true(process_receive(process, &frame, &received, NULL, NULL, NULL));
    assert_true(frame_number(&frame, 0, &grandchild));
    assert_int_equal(kill((pid_t)grandchild, 0), 0);
    assert_true(process_finish(process, NULL));
    /* Killed, but reaped by whoever adopts it: a zombie is as good as gone. */
    char *path = string_format("/proc/%lld/stat", grandchild);
    char state_letter = 'R';
    for (int i = 0; i < 200 && state_letter != 'Z' && state_letter != 'X'; i++) {
        Text content = {0};
        if (!file_read(path, 4096, &content, NULL))
            state_letter = 'X';
        else
            state_letter = strrchr(content.data, ')')[2];
        text_free(&content);
        nanosleep(&(struct timespec){.tv_nsec = 10 * 1000 * 1000}, NULL);
    }
    assert_true(state_letter == 'Z' || state_letter == 'X');
    free(path);
    frame_clear(&frame);
}

static void stopping_it_is_quick(void **state)
{
    (void)state;
    Process *process = start("silent");
    long long before = milliseconds();

    process_stop(process);
    finish_fails(process, ERROR_CANCELLED);
    assert_true(milliseconds() - before < 3000);
    assert_true(process_finish(NULL, NULL));
}

static void the_last_words_need_not_be_heard(void **state)
{
    (void)state;
    Process *process = start("echo");
    Frame frame = {.type = 'I'}, answer = {0};
    bool received;

    frame_add(&frame, "x");
    process_send(process, &frame);
    process_send(process, &frame);
    assert_true(process_receive(process, &answer, &received, NULL, NULL, NULL));
    assert_true(process_finish(process, NULL)); /* the second answer is still to come, and the end */
    /* But one that has much to say is at work. */
    process = start("flood");
    assert_true(process_receive(process, &answer, &received, NULL, NULL, NULL));
    finish_fails(process, ERROR_CANCELLED);
    process = start("late");
    assert_true(process_receive(process, &answer, &received, NULL, NULL, NULL));
    assert_true(process_finish(process, NULL));
    frame_clear(&frame);
    frame_clear(&answer);
}

static void what_is_no_program_does_not_start(void **state)
{
    (void)state;
    const char *const arguments[] = {"none", NULL};
    Process *process;
    Error error = {0};

    assert_false(process_start("/nowhere/none", arguments, &process_limits_default, &process, &error));
    assert_null(process);
    assert_int_equal(error.code, ERROR_IO);
    assert_non_null(strstr(error.message, "No such file"));
    error_clear(&error);
    assert_false(process_start("/", arguments, &process_limits_default, &process, &error));
    assert_int_equal(error.code, ERROR_IO);
    error_clear(&error);
}

static void it_starts_without_standard_descriptors(void **state)
{
    (void)state;
    int saved = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 100);
    Frame frame = {.type = 'I'}, last = {0};

    /* A pipe of ours then gets the number 0. */
    close(STDIN_FILENO);
    Process *process = start("echo");
    frame_add(&frame, "x");
    process_send(process, &frame);
    process_send_end(process);
    assert_int_equal(receive_all(process, &last), 1);
    assert_true(process_finish(process, NULL));
    if (saved >= 0) {
        dup2(saved, STDIN_FILENO);
        close(saved);
    }
    frame_clear(&frame);
    frame_clear(&last);
}

int main(int count, char **arguments)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(neither_side_blocks_the_other),
        cmocka_unit_test(questions_and_answers),
        cmocka_unit_test(a_child_that_does_not_listen),
        cmocka_unit_test(the_environment_is_minimal),
        cmocka_unit_test(descriptors_are_closed),
        cmocka_unit_test(limits_are_set),
        cmocka_unit_test(too_much_work_is_stopped),
        cmocka_unit_test(too_much_memory_ends_it),
        cmocka_unit_test(silence_is_stopped),
        cmocka_unit_test(who_works_in_silence_is_waited_for),
        cmocka_unit_test(the_user_can_stop_it),
        cmocka_unit_test(what_is_no_message_is_refused),
        cmocka_unit_test(how_it_ended_is_told),
        cmocka_unit_test(nothing_is_left_behind),
        cmocka_unit_test(stopping_it_is_quick),
        cmocka_unit_test(the_last_words_need_not_be_heard),
        cmocka_unit_test(what_is_no_program_does_not_start),
        cmocka_unit_test(it_starts_without_standard_descriptors),
    };
    const char *name = count > 0 ? path_name(arguments[0]) : "";

    child_path = string_format("%.*schild", (int)(name - arguments[0]), arguments[0]);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    free(child_path);
    return failed;
}
