/* The user's word on what a source's record is. */
#ifndef GAIRO_STORE_MATCHING_H
#define GAIRO_STORE_MATCHING_H

#include "core/text.h"
#include "store/store.h"

/* Says that what others call given is item (NULL: no other source's), and works out all joins and links anew. One
 * transaction: what cannot be fails, and nothing changes. Fails with ERROR_NOT_FOUND where no source of others speaks of given,
 * or nobody of item; with ERROR_INPUT where another record of the same source is the item, or given is the id that the
 * item has here too. lines gets "SOURCE: "TITLE" (GIVEN) is ITEM: as you said" for each source, and such a line for each other record that became
 * another item by it. With dry_run nothing is changed after all. */
bool match_say(Store *store, const char *given, const char *item, bool dry_run, StringList *lines, Error *error);
/* Takes it back: names decide again, and all is as it would be had nothing been said. Fails with ERROR_NOT_FOUND where
 * nothing was. */
bool match_forget(Store *store, const char *given, bool dry_run, StringList *lines, Error *error);

#endif
