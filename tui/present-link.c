#include "config.h"

#include "tui/present-link.h"

#include "core/digest.h"
#include "core/file.h"
#include "core/memory.h"
#include "core/paths.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>

#define LINK_BYTES_MAX 400
#define LINK_FORM "gairo-presentation 1 %zu %zu %zu %zu %lld %ld %d %ld\n"
#define COUNT_MAX 1000000

char *present_link_path(Store *store, const char *name, Error *error)
{
    char *folder = runtime_path(), *database = realpath(store_path(store), NULL);
    char digest[DIGEST_SIZE];
    char *key = string_format("%s\n%s", database != NULL ? database : store_path(store), name);
    digest_bytes(key, strlen(key), digest);
    free(key);
    free(database);
    char *path = NULL;
    if (folder == NULL) {
        error_set(error, ERROR_IO, "no home folder is known");
    } else if (folder_make(folder, error)) {
        path = string_format("%s/present-%.24s", folder, digest);
    }
    free(folder);
    return path;
}

bool present_link_write(const char *path, const PresentPlace *place, Error *error)
{
    char *text = string_format(LINK_FORM, place->slide, place->step, place->steps, place->count, place->started,
                               place->minutes, place->black ? 1 : 0, place->process);
    bool done = file_write(path, text, strlen(text), error);
    free(text);
    return done;
}

bool present_link_read(const char *path, PresentPlace *place)
{
    Text text = {0};
    int black = 0;
    *place = (PresentPlace){0};
    bool done = file_read(path, LINK_BYTES_MAX, &text, NULL) && text.data != NULL &&
                sscanf(text.data, LINK_FORM, &place->slide, &place->step, &place->steps, &place->count, &place->started,
                       &place->minutes, &black, &place->process) == 8;
    text_free(&text);
    place->black = black != 0;
    done = done && place->count > 0 && place->count <= COUNT_MAX && place->slide < place->count && place->process > 0 &&
           place->minutes >= 0 && place->minutes <= COUNT_MAX;
    return done && (kill((pid_t)place->process, 0) == 0 || errno == EPERM);
}
