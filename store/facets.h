/* Facets: by what the items of a list differ, and how many there are of each. */
#ifndef GAIRO_STORE_FACETS_H
#define GAIRO_STORE_FACETS_H

#include "store/items.h"

typedef struct FacetValue {
    char *value; /* as in a condition on the facet's field */
    char *title; /* as a person reads it */
    size_t count;
    bool chosen;
} FacetValue;

typedef struct Facet {
    const char *field;  /* of the conditions: "stage"; static */
    const char *title;  /* "Term"; static */
    FacetValue *values; /* in the data's order, or the vocabulary's, else the largest first; none with count 0 but those
                           that are chosen */
    size_t count;
} Facet;

typedef struct Facets {
    Facet *facets; /* only those by which the items differ, or of which one is chosen */
    size_t count;
} Facets;

/* The facets of what query selects, narrowed by the conditions in chosen (NULL: none), which are facets' fields: values
 * of one field are joined by or, fields by and. Each facet is counted under the choices of the others, not its own, so
 * that a count tells what choosing it as well would add. The most frequent FACET_VALUES_MAX values are given, and those
 * that are chosen. To be released with facets_free(), after failure too. */
#define FACET_VALUES_MAX 40
bool facets_load(Store *store, const Query *query, const Query *chosen, Facets *facets, Error *error);
/* The same of one facet, by its field, for much less work; also where it has one value alone, none where it has none. */
bool facets_load_one(Store *store, const Query *query, const Query *chosen, const char *field, Facets *facets, Error *error);
void facets_free(Facets *facets);
/* Adds the conditions of chosen to query. */
bool facets_narrow(Query *query, const Query *chosen, Error *error);
/* Takes a value in, or out where it is in. */
bool facets_toggle(Query *chosen, const char *field, const char *value, Error *error);
/* What is chosen, in words: "near term or mid term; raises". */
void facets_words(const Facets *facets, Text *text);

#endif
