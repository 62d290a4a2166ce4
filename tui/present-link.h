/* How two terminals of one user stand together: the presentation writes where it is to a small file, the speaker's notes read it.
 * Nothing is sent; there is no socket. */
#ifndef GAIRO_TUI_PRESENT_LINK_H
#define GAIRO_TUI_PRESENT_LINK_H

#include "core/error.h"
#include "store/store.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct PresentPlace {
    size_t slide, step, steps; /* slide from 0; step of steps shown */
    size_t count;              /* of slides */
    long long started;         /* seconds since 1970 (UTC) */
    long minutes;              /* planned; 0: not given */
    bool black;
    long process;
} PresentPlace;

/* The file for a sheet of a database: in runtime_path(), which is made; its name is a digest of both names. NULL where there is no
 * place for it. The caller owns it. */
char *present_link_path(Store *store, const char *name, Error *error);
bool present_link_write(const char *path, const PresentPlace *place, Error *error);
/* False where nobody presents: there is no file, it is not understood, or the program that wrote it is gone. */
bool present_link_read(const char *path, PresentPlace *place);

#endif
