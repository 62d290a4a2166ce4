/* Ids that became others: the name that a source gives decides which item its record is, and that may change with every
 * import. The user's own things keep the id that they were given, and are found under the one that it has become. */
#ifndef GAIRO_STORE_FOLLOWING_H
#define GAIRO_STORE_FOLLOWING_H

#include "store/database.h"

/* The id that the item of a row of a user's table leads to. */
#define LED_TO(row) "coalesce((SELECT f.item FROM formerly f WHERE f.id = " row ".item), " row ".item)"
/* True of a row of a user's table that leads to an id. */
#define LEADS_TO(row, id) "(" row ".item = " id " OR " row ".item IN (SELECT f.id FROM formerly f WHERE f.item = " id "))"
/* The user's words on an id, before those that were written under what has become it. */
#define NOTES_BEFORE(id)                                                                                               \
    "(SELECT group_concat(n.text, char(10) || char(10)) FROM item_note n"                                              \
    " WHERE n.item IN (SELECT f.id FROM formerly f WHERE f.item = " id "))"
#define NOTE_OF(id)                                                                                                    \
    "coalesce((SELECT n.text FROM item_note n WHERE n.item = " id ") || coalesce(char(10) || char(10) || "              \
    NOTES_BEFORE(id) ", ''), " NOTES_BEFORE(id) ")"

/* Notes that what was the item from is the item to now; both are copied. In a transaction. */
bool following_note(Store *store, const char *from, const char *to, Error *error);
/* Takes out ids that items have (again), of those that the load touched; and those that lead nobody any more: no source
 * calls anything so, and nothing of the user's own was written under it. In a transaction. */
bool following_tidy(Store *store, Error *error);

#endif
