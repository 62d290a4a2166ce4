/* Where each string was met first: ids of a load, paths of a list. */
#ifndef GAIRO_IMPORTERS_LOAD_PLACES_H
#define GAIRO_IMPORTERS_LOAD_PLACES_H

#include "core/digest.h"
#include "core/vocabulary.h"
#include "store/records.h"

#include <stdbool.h>

typedef struct Place {
    char *key;
    const char *file; /* not owned */
    long line;
    char digest[DIGEST_SIZE]; /* of what was said there; "" where nobody noted it */
    bool counted;             /* a record was written: of this kind, with this change */
    Kind kind;
    RecordChange change;
} Place;

/* Starts zeroed. */
typedef struct Places {
    void *root; /* of a tsearch() tree of Place */
} Places;

/* Adds the string qualifier + key. Where it is there already returns the place it was met first, else NULL. file must
 * outlive places. qualifier may be NULL. */
Place *places_add(Places *places, const char *qualifier, const char *key, const char *file, long line);
/* The place, or NULL. */
Place *places_find(const Places *places, const char *qualifier, const char *key);
bool places_contain(const Places *places, const char *qualifier, const char *key);
void places_free(Places *places);

#endif
