/* By which mitigations a recommendation or a law reaches a risk that it says it answers or addresses. */
#ifndef GAIRO_STORE_WAYS_H
#define GAIRO_STORE_WAYS_H

#include "store/consequences.h"

/* A link of an item, with a mitigation that reduces the risk at one end of it, and that the other end bears on. */
typedef struct Way {
    char *other; /* the other end's id */
    ConsequenceStep step;
} Way;

/* Starts zeroed. Owns everything in it. */
typedef struct Ways {
    Way *ways; /* by the other end's id, then in the data's order; each once, whichever sources say it */
    size_t count;
} Ways;

/* Finds the ways of an item's links "answers" and "addresses", from either end; none for an item that has no such links.
 * No source says that one leads over the other: it is derived from the links. Fails with ERROR_STORE and leaves ways
 * empty. */
bool ways_load(Store *store, const Item *item, Ways *ways, Error *error);
/* Whether link is of the relations that have ways, and so may lack them. */
bool ways_may_have(const ItemLink *link);
/* The ways of a link of the item, one behind the other; *count is 0 where there are none. They stay the ways'. */
const Way *ways_of(const Ways *ways, const ItemLink *link, size_t *count);
/* The ways of a link in words, as consequence_words(); NULL where there are none. The caller owns it. */
char *ways_words(const Ways *ways, const ItemLink *link, bool ids);
void ways_free(Ways *ways); /* leaves it zeroed */

#endif
