/* Inside store/ only: what was worked out once and holds until the database changes. */
#ifndef GAIRO_STORE_KEPT_H
#define GAIRO_STORE_KEPT_H

#include "store/database.h"

/* Forgets what an older state of the database led to. To be called before anything of it is used. */
void kept_renew(Store *store);

/* True where the temporary table selection still holds what composed stands for. */
bool kept_is_selected(const Store *store, const char *composed);
/* Says what the temporary table selection holds now; NULL: something that is not to be found again. To be called before
 * it is changed (NULL) and after that is done. */
void kept_set_selected(Store *store, const char *composed);

/* The number of a set of items in the temporary table kept, which is worked out where it is not there yet. sql is a literal
 * that puts it there: ?1 is value, ?2 the number. Sets stay at least until the next kept_renew(). */
bool kept_set(Store *store, const char *field, const char *value, const char *sql, size_t *number, Error *error);

/* The state of a law on as_of, as kept_add_state() was told since the database changed; NULL: not known. Valid until the next
 * call of either. */
const char *kept_state(Store *store, const char *as_of, const char *id);
/* Says what was worked out. States of another day are forgotten. */
void kept_add_state(Store *store, const char *as_of, const char *id, const char *state);

/* Releases what Kept holds, at the end. */
void kept_free(Store *store);

#endif
