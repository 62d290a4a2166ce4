#include "config.h"

#include "core/process_spawn.h"

#include "core/memory.h"
#include "core/text.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* Descriptors are moved to here first, so that none lies where another must go. */
#define FIRST_FREE_DESCRIPTOR 10
/* Where the child reports why it could not start; closed by a successful exec. */
#define REPORT_DESCRIPTOR 3

extern char **environ;

/* All that the child needs between fork() and exec(), where only async-signal-safe calls are allowed. */
typedef struct Plan {
    const char *path;
    const char *const *arguments;
    char *const *environment;
    ProcessLimits limits;
    pid_t parent;
    int input, output, errors, report; /* the child's ends */
} Plan;

static bool is_passed_on(const char *variable)
{
    static const char *const prefixes[] = {
        "PATH=",         "LANG=",          "LANGUAGE=",     "LC_", "GAIRO_",
#ifdef GAIRO_SANITIZERS
        "ASAN_OPTIONS=", "UBSAN_OPTIONS=", "LSAN_OPTIONS=",
#endif
    };

    for (size_t i = 0; i < sizeof prefixes / sizeof prefixes[0]; i++)
        if (strncmp(variable, prefixes[i], strlen(prefixes[i])) == 0)
            return true;
    return false;
}

/* The variables the child gets; the caller releases the list. Its items end with a NULL. */
static void choose_environment(StringList *chosen)
{
    for (char **variable = environ; variable && *variable; variable++)
        if (is_passed_on(*variable))
            string_list_add(chosen, *variable);
    string_list_take(chosen, NULL);
}

static bool set_limit(int resource, rlim_t soft, rlim_t hard)
{
    struct rlimit before, limit = {soft, hard};

    /* A lower limit that we were started with stays. */
    if (getrlimit(resource, &before) != 0)
        return false;
    if (limit.rlim_max > before.rlim_max)
        limit.rlim_max = before.rlim_max;
    if (limit.rlim_cur > limit.rlim_max)
        limit.rlim_cur = limit.rlim_max;
    return setrlimit(resource, &limit) == 0;
}

static bool set_limits(const ProcessLimits *limits)
{
    /* The soft limit on time sends SIGXCPU; the hard one, a second later, SIGKILL. */
    if (!set_limit(RLIMIT_CPU, limits->cpu_seconds, (rlim_t)limits->cpu_seconds + 1) || !set_limit(RLIMIT_CORE, 0, 0) ||
        !set_limit(RLIMIT_FSIZE, 0, 0))
        return false;
#ifndef GAIRO_SANITIZERS /* AddressSanitizer reserves terabytes of addresses */
    if (!set_limit(RLIMIT_AS, limits->memory_bytes, limits->memory_bytes))
        return false;
#endif
    return true;
}

static void close_from(int first)
{
    if (close_range((unsigned)first, ~0u, 0) == 0)
        return;
    /* A kernel before 5.9. */
    long limit = sysconf(_SC_OPEN_MAX);
    for (int descriptor = first; descriptor < (limit > 0 && limit < 65536 ? limit : 65536); descriptor++)
        close(descriptor);
}

static void reset_signals(void)
{
    struct sigaction action = {.sa_handler = SIG_DFL};
    sigset_t none;

    for (int number = 1; number < NSIG; number++)
        sigaction(number, &action, NULL); /* refused for SIGKILL, SIGSTOP and the C library's own */
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
}

/* Never returns. */
static void become(const Plan *plan)
{
    setpgid(0, 0);
    reset_signals();
    bool good = dup2(plan->input, STDIN_FILENO) >= 0 && dup2(plan->output, STDOUT_FILENO) >= 0 &&
                dup2(plan->errors, STDERR_FILENO) >= 0 && dup3(plan->report, REPORT_DESCRIPTOR, O_CLOEXEC) >= 0;
    int report = good ? REPORT_DESCRIPTOR : plan->report;
    if (good)
        close_from(REPORT_DESCRIPTOR + 1);
    good = good && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 &&
           set_limits(&plan->limits);
    if (good && getppid() != plan->parent)
        _exit(127); /* the parent ended before the signal was asked for */
    if (good)
        execve(plan->path, (char *const *)plan->arguments, plan->environment);
    int cause = errno;
    ssize_t ignored = write(report, &cause, sizeof cause);
    (void)ignored;
    _exit(127);
}

/* A pipe whose ends are closed on exec and lie above those that the child arranges. */
static bool make_pipe(int ends[2])
{
    int low[2];

    if (pipe2(low, O_CLOEXEC) != 0)
        return false;
    ends[0] = fcntl(low[0], F_DUPFD_CLOEXEC, FIRST_FREE_DESCRIPTOR);
    ends[1] = fcntl(low[1], F_DUPFD_CLOEXEC, FIRST_FREE_DESCRIPTOR);
    int cause = errno;
    close(low[0]);
    close(low[1]);
    errno = cause;
    return ends[0] >= 0 && ends[1] >= 0;
}

static void close_if_open(int *descriptor)
{
    if (*descriptor >= 0)
        close(*descriptor);
    *descriptor = -1;
}

static int open_null(void)
{
    int low = open("/dev/null", O_WRONLY | O_CLOEXEC);
    int high = low < 0 ? -1 : fcntl(low, F_DUPFD_CLOEXEC, FIRST_FREE_DESCRIPTOR);
    int cause = errno;

    close_if_open(&low);
    errno = cause;
    return high;
}

/* Waits until the child runs the program. Returns 0, or the errno it could not start with. */
static int wait_for_exec(int report)
{
    int cause = 0;
    ssize_t count;

    do
        count = read(report, &cause, sizeof cause);
    while (count < 0 && errno == EINTR);
    return count == sizeof cause ? cause : 0;
}

static pid_t fork_and_become(const Plan *plan)
{
    sigset_t all, before;

    /* No handler of ours may run in the child: it shares our descriptors. */
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, &before);
    pid_t pid = fork();
    if (pid == 0)
        become(plan);
    int cause = errno;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    if (pid > 0)
        setpgid(pid, pid); /* as in the child: whoever comes first */
    errno = cause;
    return pid;
}

bool process_spawn(const char *path, const char *const arguments[], const ProcessLimits *limits, Spawned *spawned,
                   Error *error)
{
    StringList environment = {0};
    int to_child[2] = {-1, -1}, from_child[2] = {-1, -1}, report[2] = {-1, -1};
    int null = -1;
    int cause = 0;

    choose_environment(&environment);
    *spawned = (Spawned){.pid = -1, .input = -1, .output = -1};
    if (!make_pipe(to_child) || !make_pipe(from_child) || !make_pipe(report) || (null = open_null()) < 0 ||
        fcntl(to_child[1], F_SETFL, O_NONBLOCK) != 0 || fcntl(from_child[0], F_SETFL, O_NONBLOCK) != 0) {
        cause = errno;
        goto cleanup;
    }
    const Plan plan = {path,          arguments, environment.items, *limits, getpid(), to_child[0],
                       from_child[1], null,      report[1]};
    spawned->pid = fork_and_become(&plan);
    if (spawned->pid < 0) {
        cause = errno;
        goto cleanup;
    }
    close_if_open(&report[1]);
    cause = wait_for_exec(report[0]);
    if (cause != 0) {
        while (waitpid(spawned->pid, NULL, 0) < 0 && errno == EINTR)
            ;
        goto cleanup;
    }
    spawned->input = to_child[1];
    spawned->output = from_child[0];
    to_child[1] = from_child[0] = -1;

cleanup:
    if (cause != 0)
        error_set_at(error, ERROR_IO, path, 0, "cannot start: %s", strerror(cause));
    for (int i = 0; i < 2; i++) {
        close_if_open(&to_child[i]);
        close_if_open(&from_child[i]);
        close_if_open(&report[i]);
    }
    close_if_open(&null);
    string_list_free(&environment);
    return cause == 0;
}
