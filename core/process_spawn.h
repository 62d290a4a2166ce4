/* Starting a confined child. Internal to core. */
#ifndef GAIRO_CORE_PROCESS_SPAWN_H
#define GAIRO_CORE_PROCESS_SPAWN_H

#include "core/process.h"

#include <sys/types.h>

typedef struct Spawned {
    pid_t pid; /* also the id of its process group */
    int input; /* our ends of its standard input and output: not blocking, closed on exec */
    int output;
} Spawned;

bool process_spawn(const char *path, const char *const arguments[], const ProcessLimits *limits, Spawned *spawned,
                   Error *error);

#endif
