/* What the data is thin in, counted: what a reader should know before relying on it, and an author what to do next. */
#ifndef GAIRO_STORE_THIN_H
#define GAIRO_STORE_THIN_H

#include "store/items.h"

typedef struct ThinCount {
    const char *name;  /* "evidence"; static */
    const char *title; /* "risks and opportunities that fewer than two references support"; static */
    long long items, of;
} ThinCount;

#define THIN_COUNT 7

/* Counts among the items that query's conditions select (NULL: all): evidence, undisputed (risks and opportunities without
 * a reference that disputes them), gap (risks that no mitigation reduces), unaddressed (risks that no
 * recommendation leads to), synthesis (mitigations and recommendations that we alone say: neither a reference nor a source
 * of another's speaks for them), unread-law (law of which no official text was read), unchecked (what stands in our words for the
 * paper's and was not checked as it is now). */
bool thin_counts(Store *store, const Query *query, ThinCount counts[THIN_COUNT], Error *error);

/* Of a risk or an opportunity that fewer than two references support, "thin evidence: one reference supports it" or "thin evidence: no
 * reference supports it", static; NULL: of all else. */
const char *item_thin_evidence(const Item *item);

#endif
