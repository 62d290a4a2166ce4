/* What the records of other sources lead to, worked out anew from all that was ever imported: which item each record speaks
 * of, and which links lead where. The result is a function of what the files say and of the user's own word on matches: in
 * which order they came makes no difference. */
#ifndef GAIRO_STORE_SETTLE_H
#define GAIRO_STORE_SETTLE_H

#include "core/text.h"
#include "core/vocabulary.h"
#include "store/store.h"

/* A record of a foreign format. The strings are valid during the call. item NULL: it is what its source calls it. how: why
 * it is the item, or stays apart from others of its name; NULL: nothing is to be told. before: the item that it was; NULL:
 * the one that it is, or it is new. */
typedef struct SettledRecord {
    const char *source, *given, *title, *item, *how, *before;
} SettledRecord;
/* One line: `SOURCE: "TITLE" (GIVEN) is ITEM: WHY; it was OTHER before`. The caller owns it. */
char *settled_words(const SettledRecord *record);
/* Whether it is another item than it was. */
bool settled_moved(const SettledRecord *record);

/* A link that leads nowhere and was left out. */
typedef struct SettledLink {
    const char *source, *origin, *file, *item, *relation, *target;
    long line;
    long long record; /* whose it is, and which of its links: the same whatever item the record is */
    size_t position;
} SettledLink;

/* What is told of, each record of a foreign format once; either function may be NULL. */
typedef struct SettleListener {
    void (*record)(void *context, const SettledRecord *record);
    void (*link)(void *context, const SettledLink *link);
    void *context;
    bool keeps_lost; /* authors' links to what is gone are kept unseen, until it is back; else they are found to dangle */
} SettleListener;

/* Inside a transaction, before store_records_finish(): gives each record of a foreign format the item that it speaks of,
 * and all records the links that lead somewhere. What is left out is kept, and comes back when its target does. */
bool store_settle(Store *store, const SettleListener *listener, Error *error);

#endif
