/* The state of a law on a day, computed from its own dates. */
#ifndef GAIRO_STORE_LAW_H
#define GAIRO_STORE_LAW_H

#include "store/items.h"

/* The day the paper speaks of the law: May 2024. */
#define LAW_PAPER_DATE "2024-05-31"

/* The state on as_of (YYYY-MM-DD), as it was known then: "in force", "partly in force" (some parts apply, others
 * later), "applies from DATE", "proposed", "voluntary", "vetoed", "withdrawn", "lapsed", "superseded", "revoked",
 * "rescission announced", "stayed" (by a court, until the stay is lifted), "adopted" (and no date known from which it is in
 * force, as before an act's publication, or before an amendment that may have set it), "not adopted yet", or "no dates
 * known". The caller owns it. An item that is no instrument or provision gives NULL, without an error. An instrument is
 * partly in force by its own dates or by those of its provisions. A provision has the state
 * that its own dates give, and ends when its instrument does; one without dates has its instrument's, or "act partly in
 * force" where that tells nothing of the provision. */
char *law_state(Store *store, const Item *item, const char *as_of, Error *error);
/* The same of the item with that id. Fails with ERROR_NOT_FOUND where there is none such. */
char *law_state_by_id(Store *store, const char *id, const char *as_of, Error *error);
/* The same of many, by id, for far less work each: fills *states with rows of which id and status count. What is no law, or is
 * not there, is passed over. To be released with item_rows_free(), after failure too. */
bool law_states(Store *store, const StringList *ids, const char *as_of, ItemRows *states, Error *error);
/* The state of one of them, which states owns; NULL where it is none of them. */
const char *law_states_find(const ItemRows *states, const char *id);
/* The same from a list of events alone; voluntary: the instrument binds nobody. The caller owns it. */
char *law_state_of_events(const ItemEvent *events, size_t count, bool voluntary, const char *as_of);

/* How much a law of that state counts on the day, for lists that tell first what binds: 0 in force, also in part; 1 voluntary;
 * 2 neither yet, or stayed, or not known; LAW_RANK_ENDED. */
#define LAW_RANK_ENDED 3
int law_state_rank(const char *state);

/* Whether the event lies after the day; a day that was put off never comes. */
bool law_event_to_come(const ItemEvent *event, const char *as_of);
/* What an event is called on a page of that day: "amended", or "amended (to come)" where it lies after the day, so that
 * nobody reads as done what was not. The caller owns it. */
char *law_event_words(const ItemEvent *event, const char *as_of);

/* The day that the law is known on: the date of the shipped data set, NULL where none is loaded. The caller owns it. */
bool law_known_on(Store *store, char **date, Error *error);

#endif
