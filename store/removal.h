/* Taking a source away. */
#ifndef GAIRO_STORE_REMOVAL_H
#define GAIRO_STORE_REMOVAL_H

#include "core/text.h"
#include "store/store.h"

/* Starts zeroed. */
typedef struct Removal {
    long records;     /* of the source, that go */
    StringList links; /* "FILE:LINE: ID: the link …" of other sources, that led to what goes and go with it */
    StringList joins; /* "SOURCE: "TITLE" (GIVEN) is ITEM: …": records of other sources that become another item by it */
} Removal;

/* Removes what a source asserts, all of it; what is another's or the user's own stays, but links of others that led to an
 * item that no source speaks of any more: they are left out, as an import leaves them out, and come back
 * with it. Where much of the file holds nothing afterwards, it is made smaller. One transaction; with dry_run it is looked at what would go, and nothing changes.
 *
 * Fails with ERROR_NOT_FOUND where there is no such source, ERROR_USAGE for gairo's own data, and ERROR_INPUT
 * where another source cites what would go: a citation cannot be left out. */
bool source_remove(Store *store, const char *source, bool dry_run, Removal *removal, Error *error);
/* Whether it came with gairo and was removed: imported again, it comes before others' once more. */
bool source_was_shipped(Store *store, const char *source);
void removal_free(Removal *removal);

#endif
