/* Inside store/ only: reading marks. */
#ifndef GAIRO_STORE_REVIEW_H
#define GAIRO_STORE_REVIEW_H

#include "store/database.h"
#include "store/reviews.h"

/* Reads verdict, reviewer, date, note and whether the digests agree from five columns, the first of them first. */
void item_review_read(Statement *statement, int first, ItemReview *review);

#endif
