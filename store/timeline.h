/* The law's events and the releases of models, by date. */
#ifndef GAIRO_STORE_TIMELINE_H
#define GAIRO_STORE_TIMELINE_H

#include "store/items.h"

/* Something that happened, or will. Owns its strings. */
typedef struct TimelineEntry {
    char *date; /* YYYY, YYYY-MM or YYYY-MM-DD */
    Kind kind;  /* KIND_INSTRUMENT, KIND_PROVISION or KIND_MODEL */
    char *id, *title;
    char *type;   /* an event's type ("in-force"), or "released" */
    char *text;   /* what the source says of it; NULL */
    char *place;  /* of a law its jurisdiction, of a model who developed it: title; NULL */
    char *state;  /* of a law: on the day; NULL */
    bool to_come; /* it lies after the day */
    bool in_basket;
} TimelineEntry;

/* Starts zeroed. */
typedef struct Timeline {
    TimelineEntry *entries; /* by date; of one date law before models, then in the data's order */
    size_t count;
    size_t to_come; /* index of the first entry after the day; count where there is none */
} Timeline;

/* All events of the instruments and provisions, and the releases of the models, that query selects; of its kinds only
 * these three are taken, and none given means all three. query->as_of is the day (NULL: today). An event that several
 * sources state with the same date is there once. To be released with timeline_free(). */
bool timeline_make(Store *store, const Query *query, Timeline *timeline, Error *error);
/* The same of the laws among rows, which items_list() gave for query. */
bool timeline_of_rows(Store *store, const Query *query, const ItemRows *rows, Timeline *timeline, Error *error);
/* Leaves it zeroed. */
void timeline_free(Timeline *timeline);

#endif
