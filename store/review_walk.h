/* Going from item to item over what awaits a check against the paper's text. */
#ifndef GAIRO_STORE_REVIEW_WALK_H
#define GAIRO_STORE_REVIEW_WALK_H

#include "store/items.h"

/* Starts zeroed; owns its ids. */
typedef struct ReviewWalk {
    StringList ids;      /* of all items asked for, in the data's order */
    ReviewState *states; /* as many */
    size_t counts[REVIEW_STATE_COUNT];
    size_t position; /* of the item one is at; ids.count where there is none */
} ReviewWalk;

/* True for what awaits a look: never marked, or changed since. */
bool review_awaits(ReviewState state);
/* The items that query selects, of those with our words for the paper's (store/paper_words.h) where it asks for no basis.
 * Stands at the item with the id from, whatever its
 * state; from NULL: at the item that was shown last where it still awaits a look, else at the next one that does, from there
 * on and round. */
bool review_walk_load(Store *store, const Query *query, const char *from, ReviewWalk *walk, Error *error);
void review_walk_free(ReviewWalk *walk); /* leaves it zeroed */
/* The id one is at, or NULL. */
const char *review_walk_id(const ReviewWalk *walk);
/* How many await a look. */
size_t review_walk_left(const ReviewWalk *walk);
/* To the next item that awaits a look, or the one before; round at the ends. False, and it stays where it is, where no other
 * does. */
bool review_walk_step(ReviewWalk *walk, bool backwards);
/* To any item of them by its id; false where it is not among them. */
bool review_walk_go(ReviewWalk *walk, const char *id);
/* Keeps where one is, so that one can leave and resume. */
bool review_walk_keep(Store *store, const ReviewWalk *walk, Error *error);
/* For a reader: "12 of 76 checked, 2 marked wrong, 62 to go". The caller owns it. */
char *review_walk_words(const ReviewWalk *walk);

#endif
