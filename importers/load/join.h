/* One model in several sources: which item a record speaks of. Names decide, folded; the user's own word comes first.
 * A model or an organisation goes by its title, a licence by its SPDX identifier, a law by its number (law_key()). */
#ifndef GAIRO_IMPORTERS_LOAD_JOIN_H
#define GAIRO_IMPORTERS_LOAD_JOIN_H

#include "core/error.h"
#include "core/record.h"
#include "store/joining.h"

#include <stdbool.h>

/* Starts zeroed. */
typedef struct Join {
    bool loaded;
    Matches matches;
    void *names;   /* of a tsearch() tree: what is known of each folded name */
    void *aliases; /* of a tsearch() tree: source and given id to the item's id */
} Join;

/* What became of a record. */
typedef struct Joined {
    const char *item; /* the id that it is written under; NULL: its own. Valid until join_free() */
    char *how;        /* why, or why not though a name is the same; NULL: nothing to tell. The caller owns it */
} Joined;

/* Learns what is known of names, unless it has. join_by_slug() asks nobody. */
bool join_load(Join *join, Store *store, Error *error);
/* Looks what item the record of the source speaks of. taken(context, item) tells whether a record of the source has the
 * item already. Notes the record's name under the id that it gets. */
bool join_find(Join *join, Store *store, const char *source, const Record *record,
               bool (*taken)(void *context, const char *item), void *context, Joined *joined, Error *error);
/* The id of the item that source calls given; given itself where nothing else is known. */
const char *join_alias(const Join *join, const char *source, const char *given);
/* The one item of the kind that has the name that the slug of given spells; NULL where there is none, or several. For
 * links to a model by its name. */
const char *join_by_slug(const Join *join, Kind kind, const char *given);
void join_free(Join *join);

#endif
