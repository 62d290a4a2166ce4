/* A child for test-process: its first argument says how it behaves. */
#include "config.h"

#include "core/frame-stream.h"
#include "core/frame.h"
#include "core/memory.h"

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

static int echo(void)
{
    FrameStream stream = {.descriptor = STDIN_FILENO};
    Frame frame = {0};
    bool received = true, good = true;

    while (good && (good = frame_stream_read(&stream, &frame, &received, NULL)) && received)
        good = frame_write(STDOUT_FILENO, &frame, NULL);
    frame_stream_free(&stream);
    frame_clear(&frame);
    return good ? 0 : 9;
}

static int answer(Frame *frame)
{
    bool good = frame_write(STDOUT_FILENO, frame, NULL);

    frame_clear(frame);
    return good ? 0 : 9;
}

static int flood(int frames)
{
    Frame frame = {.type = 'F'};
    char bytes[1000];

    memset(bytes, 'x', sizeof bytes);
    frame_add_bytes(&frame, bytes, sizeof bytes);
    for (int i = 0; i < frames; i++)
        if (!frame_write(STDOUT_FILENO, &frame, NULL))
            return 9;
    frame_clear(&frame);
    return 0;
}

static int tell_environment(void)
{
    Frame frame = {.type = 'E'};

    for (char **variable = environ; *variable; variable++)
        frame_add(&frame, *variable);
    return answer(&frame);
}

/* The numbers of the open descriptors but the one of the folder that is read. */
static int tell_descriptors(void)
{
    Frame frame = {.type = 'D'};
    DIR *folder = opendir("/proc/self/fd");
    const struct dirent *entry;

    while (folder && (entry = readdir(folder)) != NULL)
        if (entry->d_name[0] != '.' && atoi(entry->d_name) != dirfd(folder))
            frame_add(&frame, entry->d_name);
    if (folder)
        closedir(folder);
    return answer(&frame);
}

static int tell_limits(void)
{
    const int resources[] = {RLIMIT_CPU, RLIMIT_AS, RLIMIT_CORE, RLIMIT_FSIZE};
    Frame frame = {.type = 'L'};
    struct rlimit limit;
    struct sigaction action;
    int signal_of_parent = 0;

    for (size_t i = 0; i < sizeof resources / sizeof *resources; i++) {
        getrlimit(resources[i], &limit);
        frame_add_number(&frame, limit.rlim_cur == RLIM_INFINITY ? -1 : (long long)limit.rlim_cur);
    }
    frame_add_number(&frame, getpgrp() == getpid());
    sigaction(SIGPIPE, NULL, &action);
    frame_add_number(&frame, action.sa_handler == SIG_DFL);
    frame_add_number(&frame, prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0));
    prctl(PR_GET_PDEATHSIG, &signal_of_parent);
    frame_add_number(&frame, signal_of_parent);
    return answer(&frame);
}

/* Leaves a process behind that does not end by itself, and tells its id. */
static int leave_one_behind(void)
{
    Frame frame = {.type = 'G'};
    pid_t child = fork();

    if (child == 0) {
        close(STDOUT_FILENO);
        for (;;)
            pause();
    }
    frame_add_number(&frame, child);
    return answer(&frame);
}

/* Takes its time to end. */
static int end_late(void)
{
    Frame frame = {.type = 'L'};
    int status = answer(&frame);

    nanosleep(&(struct timespec){.tv_nsec = 700 * 1000 * 1000}, NULL);
    return status;
}

/* Works for longer than some wait, and only then answers. */
static int work(void)
{
    Frame frame = {.type = 'W'};

    while (clock() < 3 * CLOCKS_PER_SEC)
        ;
    return answer(&frame);
}

static int spin(void)
{
    for (volatile unsigned long i = 0;; i++)
        ;
    return 0;
}

static int hoard(void)
{
    for (;;)
        memset(memory_allocate(1 << 20), 1, 1 << 20);
    return 0;
}

static int write_raw(const char *bytes, size_t length, int status)
{
    return write(STDOUT_FILENO, bytes, length) == (ssize_t)length ? status : 9;
}

int main(int count, char **arguments)
{
    const char *how = count > 1 ? arguments[1] : "";

    if (strcmp(how, "echo") == 0)
        return echo();
    if (strcmp(how, "flood") == 0)
        return flood(2000);
    if (strcmp(how, "environment") == 0)
        return tell_environment();
    if (strcmp(how, "descriptors") == 0)
        return tell_descriptors();
    if (strcmp(how, "limits") == 0)
        return tell_limits();
    if (strcmp(how, "leave") == 0)
        return leave_one_behind();
    if (strcmp(how, "late") == 0)
        return end_late();
    if (strcmp(how, "work") == 0)
        return work();
    if (strcmp(how, "spin") == 0)
        return spin();
    if (strcmp(how, "hoard") == 0)
        return hoard();
    if (strcmp(how, "status") == 0)
        return 3;
    if (strcmp(how, "garbage") == 0)
        return write_raw("\xff\xff\xff\xff\xff\xff", 6, 0);
    if (strcmp(how, "half") == 0)
        return write_raw("R\1\0\0\0\5\0\0\0ab", 11, 0);
    if (strcmp(how, "crash") == 0)
        raise(SIGSEGV);
    if (strcmp(how, "abort") == 0)
        abort();
    if (strcmp(how, "silent") == 0)
        for (;;)
            pause();
    return 0;
}
