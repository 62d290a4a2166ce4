/* Folders for what a test makes: in $TMPDIR, so that a run can have them in memory, where nothing waits for a disk. */
#ifndef GAIRO_TESTS_TEMPORARY_H
#define GAIRO_TESTS_TEMPORARY_H

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

/* Makes a folder for a test called name and writes its path to folder, which has size bytes; in /tmp where TMPDIR is not set or
 * too long for that. False where it cannot be made. */
static inline bool make_temporary_folder(char *folder, size_t size, const char *name)
{
    const char *parent = getenv("TMPDIR");
    int length = snprintf(folder, size, "%s/gairo-%s-XXXXXX", parent != NULL && *parent == '/' ? parent : "/tmp", name);
    if (length < 0 || (size_t)length >= size) {
        snprintf(folder, size, "/tmp/gairo-%s-XXXXXX", name);
    }
    return mkdtemp(folder) != NULL;
}

#endif
