/* Inside store/ only: which record speaks of which item. */
#ifndef GAIRO_STORE_SETTLE_NAMES_H
#define GAIRO_STORE_SETTLE_NAMES_H

#include "store/joining.h"
#include "store/settle.h"

/* A record of a model, an organisation, a licence or an instrument, by one of its names. */
typedef struct Naming {
    long long number; /* of the record */
    char *item;       /* its id now */
    char *given;      /* what its source calls it; NULL: an id that stays */
    char *source, *title;
    char *key;  /* its kind and folded name; NULL: it has none */
    Kind kind;
    bool fixed; /* its id stays: it is an author's, or is so named there */
    bool bears; /* of those of its name, the first that has its id */
    bool said;  /* the user said what it is, or that it stays apart */
    const char *final; /* the id that it is to have */
    char *how;
} Naming;

typedef struct Namings {
    Naming *rows; /* by rank and id of the source, then by given */
    size_t count;
    size_t *by_key, *by_given, *by_item; /* orders of rows */
    Matches matches;
} Namings;

/* Reads them all and decides. The caller frees it. */
bool namings_load(Store *store, Namings *namings, Error *error);
void namings_free(Namings *namings);
/* Decides over the loaded rows which item each is; fills final and how. */
void namings_decide(Namings *namings);
/* The item that source calls given; the one that any source calls so; else NULL. */
const char *namings_item(const Namings *namings, const char *source, const char *given);
/* The one item of the kind that has the name that the slug of given spells; NULL where there is none, or several. */
const char *namings_by_slug(const Namings *namings, Kind kind, const char *given);

#endif
