/* A child process that is fed frames and answers with frames, under limits. */
#ifndef GAIRO_CORE_PROCESS_H
#define GAIRO_CORE_PROCESS_H

#include "core/error.h"
#include "core/frame.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct ProcessLimits {
    unsigned cpu_seconds;     /* RLIMIT_CPU */
    size_t memory_bytes;      /* RLIMIT_AS; ignored in a build with AddressSanitizer */
    unsigned silence_seconds; /* killed when it neither reads, answers nor works for so long while it is waited for */
} ProcessLimits;

extern const ProcessLimits process_limits_default; /* 60 s of CPU, 2 GiB, 30 s of silence */

typedef struct Process Process;

/* The program must not ignore SIGCHLD, or the child's end is lost.
 * Starts path with arguments (NULL-terminated, arguments[0] included): no shell, a minimal environment (PATH, locale,
 * GAIRO_*), all descriptors closed but standard input and output (pipes to us) and standard error (to /dev/null),
 * RLIMIT_CORE and RLIMIT_FSIZE 0, no new privileges, its own process group; it is killed when the thread that started
 * it ends. Sets *process, to be ended with process_finish(). Fails with ERROR_IO. */
bool process_start(const char *path, const char *const arguments[], const ProcessLimits *limits, Process **process,
                   Error *error);
/* Queues a frame for the child; it is written as the child reads, during process_receive(), so that neither side can
 * block the other. The bytes queued are in memory: feed large inputs as process_pending() falls. */
void process_send(Process *process, const Frame *frame);
/* Bytes queued and not yet written. */
size_t process_pending(const Process *process);
/* No more will be sent: the child sees the end of its input once the queue is out. */
void process_send_end(Process *process);
/* Called about ten times a second while waiting; returning false stops the child (ERROR_CANCELLED). May be NULL. */
typedef bool (*ProcessKeepGoing)(void *context);
/* Waits for the next frame. *received is false at the end of the child's output. Fails with ERROR_LIMIT where it was
 * silent too long or met a limit on time, ERROR_INPUT where it sent what is no frame; the child is killed then. A child
 * that closes its input early is no fault: what is queued is dropped. */
bool process_receive(Process *process, Frame *frame, bool *received, ProcessKeepGoing keep_going, void *context,
                     Error *error);
/* Kills the child at once, where it is of no more use; process_finish() is still to be called. */
void process_stop(Process *process);
/* Ends the child if it still runs, reaps it and releases process (NULL is allowed). A child that has little left to say
 * has five seconds to end by itself; one that goes on with its work is killed. Returns false, with an error, where it
 * ended by a signal or with a status other than 0: ERROR_CANCELLED where it was killed by us, ERROR_LIMIT for SIGXCPU
 * and SIGKILL, ERROR_INPUT else. */
bool process_finish(Process *process, Error *error);

#endif
