/* A folder of a test's own: its configuration, and what it writes. */
#ifndef GAIRO_TESTS_SCREEN_FOLDER_H
#define GAIRO_TESTS_SCREEN_FOLDER_H

#include "tests/screen/harness.h"

typedef struct Folder {
    char path[64];
    char environment[128]; /* "XDG_CONFIG_HOME=…" */
} Folder;

/* Makes a folder with that configuration in it. To be removed with remove_folder(). */
void make_folder(Folder *folder, const char *configuration);
void remove_folder(const Folder *folder);
/* Starts gairo with the folder's configuration (database NULL: a fresh one). */
Screen *start_with(const Folder *folder, const char *database);

#endif
