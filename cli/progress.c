#include "cli/progress.h"

#include "cli/interrupt.h"
#include "cli/console.h"

#include <stdio.h>

#define SILENT_SECONDS 0.3 /* shorter work shows nothing */
#define REDRAW_SECONDS 0.1

static double seconds_between(const struct timespec *from, const struct timespec *to)
{
    return (double)(to->tv_sec - from->tv_sec) + (double)(to->tv_nsec - from->tv_nsec) / 1e9;
}

void progress_start(Progress *progress, const char *title, bool quiet)
{
    *progress = (Progress){.title = title, .shown = !quiet && console_has_errors()};
    (void)clock_gettime(CLOCK_MONOTONIC, &progress->started);
    progress->last = progress->started;
}

bool progress_step(void *context, const ImportProgress *state)
{
    Progress *progress = context;
    struct timespec now;

    if (interrupt_requested())
        return false;
    if (!progress->shown)
        return true;
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    if (seconds_between(&progress->started, &now) < SILENT_SECONDS ||
        (progress->drawn && seconds_between(&progress->last, &now) < REDRAW_SECONDS))
        return true;
    progress->last = now;
    progress->drawn = true;
    (void)fprintf(stderr, "\r\033[K%s: %zu of %zu file%s, %zu record%s", progress->title, state->files_done, state->files,
                  plural_ending(state->files), state->records, plural_ending(state->records));
    (void)fflush(stderr);
    return true;
}

void progress_end(Progress *progress)
{
    if (progress->drawn)
        (void)fputs("\r\033[K", stderr);
    progress->drawn = false;
}
