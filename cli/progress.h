/* The progress of an import, as one line on a terminal's standard error that is taken away again. */
#ifndef GAIRO_CLI_PROGRESS_H
#define GAIRO_CLI_PROGRESS_H

#include "importers/import.h"

#include <stdbool.h>
#include <time.h>

typedef struct Progress {
    const char *title; /* "Loading the shipped data" */
    bool shown;        /* standard error is a terminal and nobody asked for quiet */
    bool drawn;        /* a line stands on the terminal */
    struct timespec started, last;
} Progress;

void progress_start(Progress *progress, const char *title, bool quiet);
/* For ImportOptions: context is the Progress. False where the user wants to stop. */
bool progress_step(void *context, const ImportProgress *state);
/* Takes the line away. */
void progress_end(Progress *progress);

#endif
