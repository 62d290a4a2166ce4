/* Marks as a file to be sent to a maintainer. */
#ifndef GAIRO_SHEETS_REVIEWS_H
#define GAIRO_SHEETS_REVIEWS_H

#include "core/text.h"
#include "store/reviews.h"

/* Appends the marks as XML, in their order: one review element each, its note between the tags (namespace urn:gairo:review:1;
 * docs/data-format.md). date: the day of writing; data: the version of the shipped data they were made on, or NULL. What
 * importers/reviews.h reads gives the same marks. */
void reviews_write(const Reviews *reviews, const char *date, const char *data, Text *xml);

#endif
