/* Inside store/ only: what incidents are evidence of. */
#ifndef GAIRO_STORE_SETTLE_EVIDENCE_H
#define GAIRO_STORE_SETTLE_EVIDENCE_H

#include "core/record.h"
#include "store/store.h"

/* At most so many links are added to a record. */
#define SETTLE_ADDED_MAX 100u

/* Adds to an incident, whose links are settled, links to the risks that the shipped data hangs on the entries that it is
 * evidence of, as our own word. Of the record id, kind, line and links are used. */
bool settle_evidence(Store *store, Record *record, Error *error);

#endif
