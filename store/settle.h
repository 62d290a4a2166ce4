/* What the records of other sources lead to, worked out anew from all that was ever imported: which item each record speaks
 * of, and which links lead where. The result is a function of what the files say and of the user's own word on matches: in
 * which order they came makes no difference. */
#ifndef GAIRO_STORE_SETTLE_H
#define GAIRO_STORE_SETTLE_H

#include "core/text.h"
#include "core/vocabulary.h"
#include "store/store.h"

/* A record that speaks of an item that another source knows by the same name, or might. The strings are valid during the
 * call. item NULL: it stays apart. */
typedef struct SettledRecord {
    const char *source, *given, *title, *item, *how;
} SettledRecord;

/* A link that leads nowhere and was left out. */
typedef struct SettledLink {
    const char *source, *origin, *file, *item, *relation, *target;
    long line;
} SettledLink;

/* What is told of; either function may be NULL. */
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
