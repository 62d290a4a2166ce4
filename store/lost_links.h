/* Which links led to what a load takes away. Used by importers/load inside its transaction. */
#ifndef GAIRO_STORE_LOST_LINKS_H
#define GAIRO_STORE_LOST_LINKS_H

#include "store/store.h"

#include <stddef.h>

typedef struct LostLink {
    char *source, *target;
    char *line; /* "FILE:LINE: ID to TARGET" */
} LostLink;
typedef struct LostLinks {
    LostLink *links; /* by source, file and line */
    size_t count, capacity;
} LostLinks;

/* Lists the links to items of which the transaction removed records, and of which no record is there now. To be asked before
 * names are settled anew (store_settle()): links of foreign formats that lead nowhere are gone then. Fails with ERROR_STORE. */
bool lost_links_list(Store *store, LostLinks *links, Error *error);
void lost_links_free(LostLinks *links); /* leaves it zeroed */

#endif
