/* Items side by side: what each has under the same name, and where they differ. */
#ifndef GAIRO_STORE_COMPARISON_H
#define GAIRO_STORE_COMPARISON_H

#include "store/items.h"

typedef enum ComparisonPart {
    COMPARES_TEXT,  /* title, kind, summary, the state of a law */
    COMPARES_FIELD, /* a field: its value, or its words where it has none */
    COMPARES_CELL,  /* a component's openness, with the licence */
    COMPARES_LINK,  /* one linked item: its title where the item has the link */
} ComparisonPart;

/* A line of the comparison. Owns its strings. */
typedef struct ComparisonRow {
    ComparisonPart part;
    char *name;    /* "effect", "training.data.sft", "Reduced by" */
    char *label;   /* the same as a heading on a page */
    char *target;  /* COMPARES_LINK: the linked item's id; else NULL */
    char **values; /* one for each item; NULL where it has nothing under that name */
    bool differs;  /* not the same in all of them */
} ComparisonRow;

typedef struct Comparison {
    Item **items;  /* in the order asked for */
    char **states; /* of laws on the day; NULL for other items */
    size_t count;
    ComparisonRow *rows;
    size_t row_count;
    size_t difference_count; /* rows that differ */
    size_t outside;          /* linked items that the conditions leave out */
} Comparison;

/* Compares the items with those ids. query: its conditions (as scope_set_load() takes them) leave linked items out, but
 * never those that are compared; as_of is the day for the state of laws (NULL: today). Fails with ERROR_NOT_FOUND where
 * one is unknown. To be released with comparison_free(). */
bool comparison_make(Store *store, const StringList *ids, const Query *query, Comparison *comparison, Error *error);
/* Leaves it zeroed. */
void comparison_free(Comparison *comparison);

#endif
