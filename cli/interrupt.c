#include "cli/interrupt.h"

#include <signal.h>
#include <stddef.h>

static volatile sig_atomic_t received;
static const int watched[] = {SIGINT, SIGTERM, SIGHUP};
#define WATCHED_COUNT (sizeof watched / sizeof watched[0])

static void note_signal(int number)
{
    received = number;
}

void interrupt_ignore_pipes(void)
{
    struct sigaction action = {0};

    (void)sigemptyset(&action.sa_mask);
    action.sa_handler = SIG_IGN;
    (void)sigaction(SIGPIPE, &action, NULL);
    (void)sigaction(SIGXFSZ, &action, NULL); /* a limit on the size of files is told like a full disk */
}

void interrupt_watch(void)
{
    struct sigaction action = {0}, old;

    (void)sigemptyset(&action.sa_mask);
    action.sa_handler = note_signal;
    action.sa_flags = SA_RESTART;
    for (size_t i = 0; i < WATCHED_COUNT; i++) {
        /* What the caller has ignored (nohup, a background job) stays ignored. */
        if (sigaction(watched[i], NULL, &old) == 0 && old.sa_handler != SIG_IGN)
            (void)sigaction(watched[i], &action, NULL);
    }
}

void interrupt_unwatch(void)
{
    struct sigaction action = {0}, old;

    (void)sigemptyset(&action.sa_mask);
    action.sa_handler = SIG_DFL;
    for (size_t i = 0; i < WATCHED_COUNT; i++)
        if (sigaction(watched[i], NULL, &old) == 0 && old.sa_handler == note_signal)
            (void)sigaction(watched[i], &action, NULL);
}

bool interrupt_requested(void)
{
    return received != 0;
}

void interrupt_note(int number)
{
    received = number;
}

void interrupt_end(void)
{
    int number = received;

    if (number == 0)
        return;
    interrupt_unwatch();
    (void)raise(number);
}
