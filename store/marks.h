/* The user's named marks: places to come back to. */
#ifndef GAIRO_STORE_MARKS_H
#define GAIRO_STORE_MARKS_H

#include "store/store.h"

#include <stddef.h>

#define MARK_NAME_BYTES 40
#define MARK_PLACE_BYTES 16384

typedef struct Mark {
    char *name;
    char *item;  /* the id of what had the focus; "" where nothing had */
    char *title; /* what the place was called when the mark was set */
    char *place; /* where it is, as the explorer writes it; NULL: the item's page */
} Mark;

typedef struct Marks {
    Mark *marks; /* by name */
    size_t count;
} Marks;

bool marks_list(Store *store, Marks *marks, Error *error);
void marks_free(Marks *marks);
/* Sets a mark, in place of one of the same name. item and place may be NULL, not both. Fails with ERROR_USAGE where the
 * name is empty, too long or no text. */
bool mark_put(Store *store, const Mark *mark, Error *error);
/* Takes it away; ERROR_NOT_FOUND where there is none. */
bool mark_remove(Store *store, const char *name, Error *error);

#endif
