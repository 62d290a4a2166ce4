/* The user's own marks on items: checked, or wrong, by whom, when, and which text it was. No import of items touches
 * them. All marks of an item are kept; the latest counts (by day, then by age). Each writing call is a transaction of
 * its own. */
#ifndef GAIRO_STORE_REVIEWS_H
#define GAIRO_STORE_REVIEWS_H

#include "core/review.h"
#include "core/text.h"
#include "store/store.h"

#include <stddef.h>

/* How an item's text, as it is now, stands to its latest mark. */
typedef enum ReviewState {
    REVIEW_NONE,    /* nobody marked it */
    REVIEW_CHECKED, /* this very text was checked */
    REVIEW_WRONG,   /* this very text was marked wrong */
    REVIEW_EARLIER, /* another text than this was marked */
    REVIEW_STATE_COUNT
} ReviewState;

/* As in --where review=…: "unchecked", "checked", "wrong", "earlier". */
const char *review_state_name(ReviewState state);

/* The latest mark of an item. Owns its strings, which are NULL with REVIEW_NONE. */
typedef struct ItemReview {
    ReviewState state;
    Verdict verdict; /* of the text that was marked */
    char *reviewer;
    char *date;
    char *note; /* NULL where there is none */
} ItemReview;

void item_review_clear(ItemReview *review); /* leaves it zeroed */
/* digest: of the item's text now. */
bool item_review_load(Store *store, const char *item, const char *digest, ItemReview *review, Error *error);
/* For a reader: "checked by NAME on DATE", "marked wrong by NAME on DATE", "an earlier text was checked by NAME on DATE";
 * where nobody marked it "not yet checked against the paper's text" if of_paper, else NULL. The caller owns it. */
char *review_words(const ItemReview *review, bool of_paper);

/* Starts zeroed. Owns its reviews. */
typedef struct Reviews {
    Review *reviews;
    size_t count;
    size_t capacity;
} Reviews;

/* Takes over the strings of review. */
void reviews_take(Reviews *reviews, Review *review);
void reviews_free(Reviews *reviews); /* leaves it zeroed */
/* The marks of an item, the latest first; item NULL: all, by item, then the oldest first. */
bool reviews_list(Store *store, const char *item, Reviews *reviews, Error *error);

/* The name that the last mark was set under here; NULL where there is none. The caller owns it. */
char *reviewer_name(Store *store);
/* Marks an item and remembers the reviewer's name; white space in name and note is folded. digest NULL takes the digest of its text now. *added (may be NULL) is false where that very mark is
 * there already. Fails with ERROR_NOT_FOUND for an unknown item, ERROR_USAGE on a part that is not as it must be. */
bool review_put(Store *store, const Review *review, bool *added, Error *error);
/* Takes back the latest mark of an item, which *review (may be NULL) then holds. Fails with ERROR_NOT_FOUND where it has
 * none. */
bool review_remove(Store *store, const char *item, Review *review, Error *error);

/* What a merge did. Starts zeroed. */
typedef struct ReviewMerge {
    size_t added, known; /* new marks, and those that were there already */
    size_t earlier;      /* of the new ones: on another text than the item has now */
    StringList unknown;  /* ids of items that are not there, each once; their marks are left out */
} ReviewMerge;
/* Adds marks, all or nothing, or with dry_run only counts. */
bool reviews_merge(Store *store, const Reviews *reviews, bool dry_run, ReviewMerge *merge, Error *error);
void review_merge_free(ReviewMerge *merge);

#endif
