#include "config.h"

#include "core/process.h"

#include "core/file.h"
#include "core/memory.h"
#include "core/process_spawn.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define READ_BYTES (64u * 1024)
#define ASK_MILLISECONDS 100
#define WORKS_PART 100 /* who works for this part of the time of silence is not stuck */
/* How long a child may take to end once it has said what it had to say, also on a machine under load. */
#define GRACE_MILLISECONDS 5000
/* What a child that is not listened to any more may still say; one that says more is at work. */
#define UNHEARD_BYTES READ_BYTES

const ProcessLimits process_limits_default = {
    .cpu_seconds = 60, .memory_bytes = (size_t)2 * 1024 * 1024 * 1024, .silence_seconds = 30};

struct Process {
    Spawned child;
    ProcessLimits limits;
    char *path;
    Text queue; /* to be written */
    size_t written;
    Text answer; /* read and not yet taken */
    size_t taken;
    FrameMeasure measure; /* of the frame at taken */
    bool ending;          /* no more will be queued */
    bool ended;           /* its output is at its end */
    bool killed;          /* by us */
};

static long long milliseconds_now(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (long long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

bool process_start(const char *path, const char *const arguments[], const ProcessLimits *limits, Process **process,
                   Error *error)
{
    Spawned child;

    *process = NULL;
    if (!process_spawn(path, arguments, limits, &child, error))
        return false;
    *process = memory_zeroed(1, sizeof **process);
    (*process)->child = child;
    (*process)->limits = *limits;
    (*process)->path = string_copy(path);
    return true;
}

static void close_input(Process *process)
{
    if (process->child.input >= 0)
        close(process->child.input);
    process->child.input = -1;
    text_free(&process->queue);
    process->written = 0;
}

/* Moves what is left to the front where at least half of the bytes are done with. */
static void drop_front(Text *text, size_t *done)
{
    if (*done == 0 || *done < text->length - *done)
        return;
    memmove(text->data, text->data + *done, text->length - *done);
    text->length -= *done;
    text->data[text->length] = '\0';
    *done = 0;
}

void process_send(Process *process, const Frame *frame)
{
    /* A child that has closed its input gets no more; what it answered tells why. */
    if (process->child.input >= 0 && !process->ending)
        frame_encode(frame, &process->queue);
}

size_t process_pending(const Process *process)
{
    return process->queue.length - process->written;
}

void process_send_end(Process *process)
{
    process->ending = true;
    if (process_pending(process) == 0)
        close_input(process);
}

/* Writes what the pipe takes. */
static bool write_some(Process *process, Error *error)
{
    while (process_pending(process) > 0) {
        ssize_t count = descriptor_write_some(process->child.input, process->queue.data + process->written,
                                              process_pending(process));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0 && errno == EAGAIN)
            break;
        if (count < 0 && errno == EPIPE) {
            close_input(process);
            return true;
        }
        if (count < 0) {
            error_set_at(error, ERROR_IO, process->path, 0, "cannot be written to: %s", strerror(errno));
            return false;
        }
        process->written += (size_t)count;
    }
    drop_front(&process->queue, &process->written);
    if (process->ending && process_pending(process) == 0)
        close_input(process);
    return true;
}

static bool read_some(Process *process, Error *error)
{
    char bytes[READ_BYTES];
    ssize_t count = read(process->child.output, bytes, sizeof bytes);

    if (count < 0 && (errno == EINTR || errno == EAGAIN))
        return true;
    if (count < 0) {
        error_set_at(error, ERROR_IO, process->path, 0, "cannot be read from: %s", strerror(errno));
        return false;
    }
    if (process->taken == process->answer.length) {
        text_reset(&process->answer);
        process->taken = 0;
    }
    drop_front(&process->answer, &process->taken);
    text_append_bytes(&process->answer, bytes, (size_t)count);
    process->ended = count == 0;
    return true;
}

void process_stop(Process *process)
{
    /* The id is ours as long as the child is not reaped, even when it is a zombie. */
    kill(-process->child.pid, SIGKILL);
    process->killed = true;
}

/* Waits at most so long for the child to end, and does not reap it. Returns whether it has. */
static bool wait_for_end(const Process *process, long long milliseconds, siginfo_t *info)
{
    long long until = milliseconds_now() + milliseconds;
    long pause = 100 * 1000; /* nanoseconds; grows, for most children end at once */

    for (;;) {
        info->si_pid = 0;
        int result = waitid(P_PID, (id_t)process->child.pid, info, WEXITED | WNOHANG | WNOWAIT);
        if (result == 0 && info->si_pid != 0)
            return true;
        if (result != 0 && errno != EINTR)
            return false;
        if (milliseconds_now() >= until)
            return false;
        nanosleep(&(struct timespec){.tv_nsec = pause}, NULL);
        if (pause < 10 * 1000 * 1000)
            pause *= 2;
    }
}

/* By the system, that is, and not by us. */
static bool was_stopped_by_limit(const Process *process, const siginfo_t *info)
{
    return info->si_code != CLD_EXITED &&
           (info->si_status == SIGXCPU || (info->si_status == SIGKILL && !process->killed));
}

static void set_limit_error(const Process *process, Error *error)
{
    error_set_at(error, ERROR_LIMIT, process->path, 0,
                 "was stopped: it met the limit of %u seconds of work or of memory", process->limits.cpu_seconds);
}

/* The end of the child's output: no fault, unless it was stopped or ended in the middle of a frame. */
static bool take_end(Process *process, Error *error)
{
    siginfo_t info = {0};

    if (wait_for_end(process, GRACE_MILLISECONDS, &info) && was_stopped_by_limit(process, &info)) {
        set_limit_error(process, error);
        return false;
    }
    if (process->taken < process->answer.length) {
        error_set_at(error, ERROR_INPUT, process->path, 0, "ended in the middle of a message");
        return false;
    }
    return true;
}

/* Takes a frame that is complete; *received tells whether one was. */
static bool take_frame(Process *process, Frame *frame, bool *received, Error *error)
{
    size_t length = process->answer.length - process->taken;
    const char *bytes = length ? process->answer.data + process->taken : "";
    size_t used = 0;
    FrameResult result = frame_measure(bytes, length, &process->measure, &used);

    if (result == FRAME_BAD) {
        error_set_at(error, ERROR_INPUT, process->path, 0, "sent what is no message");
        return false;
    }
    *received = result == FRAME_COMPLETE && frame_decode(bytes, used, frame, &used) == FRAME_COMPLETE;
    if (*received) {
        process->taken += used;
        process->measure = (FrameMeasure){0};
    }
    return true;
}

/* One wait of at most ASK_MILLISECONDS. *active tells whether the child read or wrote. */
static bool exchange(Process *process, bool *active, Error *error)
{
    struct pollfd ends[2] = {
        {.fd = process->child.output, .events = POLLIN},
        {.fd = process_pending(process) ? process->child.input : -1, .events = POLLOUT},
    };
    int ready = poll(ends, 2, ASK_MILLISECONDS);

    *active = ready > 0;
    if (ready < 0 && errno != EINTR) {
        error_set_at(error, ERROR_IO, process->path, 0, "cannot be waited for: %s", strerror(errno));
        return false;
    }
    if (ready <= 0)
        return true;
    if (ends[1].revents && !write_some(process, error))
        return false;
    return !ends[0].revents || read_some(process, error);
}

/* How long the child has worked; 0 where the system does not tell. */
static long long worked_milliseconds(const Process *process)
{
    clockid_t clock;
    struct timespec worked;

    if (clock_getcpuclockid(process->child.pid, &clock) != 0 || clock_gettime(clock, &worked) != 0)
        return 0;
    return (long long)worked.tv_sec * 1000 + worked.tv_nsec / 1000000;
}

/* As process_receive(), without what is done to the child on failure. */
static bool receive(Process *process, Frame *frame, bool *received, ProcessKeepGoing keep_going, void *context,
                    Error *error)
{
    const long long silence = (long long)process->limits.silence_seconds * 1000;
    long long last_active = milliseconds_now(), last_asked = last_active, worked = worked_milliseconds(process);
    bool active;

    for (;;) {
        if (!take_frame(process, frame, received, error))
            return false;
        if (*received)
            return true;
        if (process->ended)
            return take_end(process, error);
        if (!exchange(process, &active, error))
            return false;
        long long now = milliseconds_now();
        if (active)
            last_active = now;
        /* Where others work too, a child that works is slow and not stuck; its work has a limit of its own. */
        if (now - last_active >= silence && worked_milliseconds(process) - worked > silence / WORKS_PART) {
            worked = worked_milliseconds(process);
            last_active = now;
        }
        if (now - last_active >= silence) {
            error_set_at(error, ERROR_LIMIT, process->path, 0, "was stopped: it gave no answer for %u seconds",
                         process->limits.silence_seconds);
            return false;
        }
        if (keep_going && now - last_asked >= ASK_MILLISECONDS) {
            last_asked = now;
            if (!keep_going(context)) {
                error_set(error, ERROR_CANCELLED, "stopped");
                return false;
            }
        }
    }
}

bool process_receive(Process *process, Frame *frame, bool *received, ProcessKeepGoing keep_going, void *context,
                     Error *error)
{
    *received = false;
    if (receive(process, frame, received, keep_going, context, error))
        return true;
    process_stop(process);
    return false;
}

/* Turns how the child ended into a result. */
static bool judge_end(const Process *process, const siginfo_t *info, Error *error)
{
    if (info->si_code == CLD_EXITED && info->si_status == 0)
        return true;
    if (info->si_code == CLD_EXITED)
        error_set_at(error, ERROR_INPUT, process->path, 0, "ended with status %d", info->si_status);
    else if (was_stopped_by_limit(process, info))
        set_limit_error(process, error);
    else if (process->killed)
        error_set_at(error, ERROR_CANCELLED, process->path, 0, "was stopped before its end");
    else
        error_set_at(error, ERROR_INPUT, process->path, 0, "was ended by signal %d (%s)", info->si_status,
                     strsignal(info->si_status));
    return false;
}

/* Reads over the rest of the output of a child that was not read to its end. Returns whether it came to an end. */
static bool read_over_the_rest(Process *process)
{
    long long until = milliseconds_now() + GRACE_MILLISECONDS;
    size_t unheard = 0;

    while (!process->ended && unheard <= UNHEARD_BYTES && milliseconds_now() < until) {
        bool active;
        text_reset(&process->answer);
        process->taken = 0;
        if (!exchange(process, &active, NULL))
            return false;
        unheard += process->answer.length;
    }
    return process->ended;
}

bool process_finish(Process *process, Error *error)
{
    siginfo_t info = {0};

    if (!process)
        return true;
    close_input(process);
    if (!process->killed && !(read_over_the_rest(process) && wait_for_end(process, GRACE_MILLISECONDS, &info)))
        process->killed = true;
    /* Also whatever the child itself started. */
    kill(-process->child.pid, SIGKILL);
    while (waitid(P_PID, (id_t)process->child.pid, &info, WEXITED) != 0 && errno == EINTR)
        ;
    bool good = judge_end(process, &info, error);
    close(process->child.output);
    text_free(&process->answer);
    free(process->path);
    free(process);
    return good;
}
