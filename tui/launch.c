#include "config.h"

#include "tui/launch.h"

#include "core/file.h"
#include "core/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define INPUT_MILLISECONDS 2000

bool launch_finds(const char *program)
{
    const char *folders = getenv("PATH");
    char *copy = string_copy(folders == NULL ? "" : folders), *rest = copy;
    bool found = false;
    for (char *folder; !found && (folder = strsep(&rest, ":")) != NULL;) {
        char *path = *folder == '/' ? path_join(folder, program) : NULL;
        found = path != NULL && access(path, X_OK) == 0;
        free(path);
    }
    free(copy);
    return found;
}

static void reset_signals(void)
{
    static const int signals[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGPIPE, SIGWINCH, SIGCHLD};
    sigset_t none;
    sigemptyset(&none);
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
        signal(signals[i], SIG_DFL);
    }
    sigprocmask(SIG_SETMASK, &none, NULL);
}

/* Runs in the child: starts the program in a grandchild, which nobody has to wait for. problem takes errno where it
 * cannot be started; it closes by itself where it can. */
static void run_child(const char *const arguments[], int input, int problem)
{
    setsid();
    if (fork() != 0) {
        _exit(0);
    }
    reset_signals();
    int nowhere = open("/dev/null", O_RDWR);
    dup2(input, STDIN_FILENO);
    dup2(nowhere, STDOUT_FILENO);
    dup2(nowhere, STDERR_FILENO);
    for (int descriptor = 3; descriptor < 256; descriptor++) {
        if (descriptor != problem) {
            close(descriptor);
        }
    }
    execvp(arguments[0], (char *const *)arguments);
    int number = errno;
    if (write(problem, &number, sizeof number) < 0) {
        _exit(126);
    }
    _exit(127);
}

/* What stopped the program from starting; 0: it runs. */
static int read_problem(int descriptor)
{
    int number = 0;
    ssize_t got;
    do {
        got = read(descriptor, &number, sizeof number);
    } while (got < 0 && errno == EINTR);
    return got == (ssize_t)sizeof number ? number : 0;
}

static long long now_milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

static bool feed(int descriptor, const char *bytes, size_t length)
{
    long long end = now_milliseconds() + INPUT_MILLISECONDS, left;
    fcntl(descriptor, F_SETFL, O_NONBLOCK);
    while (length > 0 && (left = end - now_milliseconds()) > 0) {
        struct pollfd ready = {.fd = descriptor, .events = POLLOUT};
        if (poll(&ready, 1, (int)left) < 0 && errno != EINTR) {
            return false;
        }
        ssize_t written = descriptor_write_some(descriptor, bytes, length);
        if (written < 0 && errno != EAGAIN && errno != EINTR) {
            return false;
        }
        bytes += written > 0 ? written : 0;
        length -= written > 0 ? (size_t)written : 0;
    }
    return length == 0;
}

bool launch(const char *const arguments[], const char *input, size_t length, Error *error)
{
    int input_pipe[2], problem_pipe[2];
    if (pipe2(input_pipe, O_CLOEXEC) != 0) {
        error_set(error, ERROR_IO, "no pipe can be made: %s", strerror(errno));
        return false;
    }
    if (pipe2(problem_pipe, O_CLOEXEC) != 0) {
        error_set(error, ERROR_IO, "no pipe can be made: %s", strerror(errno));
        close(input_pipe[0]);
        close(input_pipe[1]);
        return false;
    }
    pid_t child = fork();
    if (child == 0) {
        run_child(arguments, input_pipe[0], problem_pipe[1]);
    }
    int problem = child < 0 ? errno : 0;
    close(input_pipe[0]);
    close(problem_pipe[1]);
    if (child > 0) {
        while (waitpid(child, NULL, 0) < 0 && errno == EINTR) {
        }
        problem = read_problem(problem_pipe[0]);
    }
    bool fed = problem == 0 && feed(input_pipe[1], input, length);
    close(input_pipe[1]);
    close(problem_pipe[0]);
    if (problem != 0) {
        error_set(error, ERROR_IO, "%s cannot be started: %s", arguments[0], strerror(problem));
    } else if (!fed) {
        error_set(error, ERROR_IO, "%s does not take what it is given", arguments[0]);
    }
    return fed;
}
