/* Inside store/ only: what the provisions of an instrument tell of its state. */
#ifndef GAIRO_STORE_LAW_PARTS_H
#define GAIRO_STORE_LAW_PARTS_H

#include "store/database.h"
#include "store/items.h"

/* Starts zeroed. */
typedef struct LawParts {
    bool apply; /* there is one that applies */
    bool later; /* there is one that will apply later */
} LawParts;

/* The events of the provisions that bind: "SELECT owner, provision, date, type". @from must have link p, and @where
 * pick those that lead to the instruments meant; owner is what tells them apart. */
#define LAW_PARTS(owner, from, where)                                                                                  \
    "SELECT " owner ", e.item, e.date, e.type FROM " from " JOIN item v ON v.id = p.item AND v.kind = 'provision'"     \
    " JOIN event e ON e.item = p.item WHERE p.relation = 'part-of' AND " where                                         \
    " AND NOT EXISTS (SELECT 1 FROM field f WHERE f.item = p.item AND f.name = 'force' AND f.value = 'voluntary')"     \
    " ORDER BY 1, 2"

/* Called once for each owner that has such provisions. */
typedef void LawPartsTaker(void *context, const char *owner, const LawParts *parts);
/* Steps through a statement made with LAW_PARTS(), which stays the caller's to close. */
void law_parts_read(Statement *statement, const char *as_of, LawPartsTaker *take, void *context);

/* Takes up a provision with events of its own. */
void law_parts_take(LawParts *parts, const ItemEvent *events, size_t count, const char *as_of);
/* The state of an instrument whose own events give state, which is taken over; NULL gives NULL. The caller owns
 * what is returned. */
char *law_state_with_parts(char *state, const LawParts *parts);
/* Whether an event of its instrument counts for a provision with these own events: all where it has none; what ends the
 * instrument; its adoption and publication where nothing is said of the provision's; and a publication after as_of,
 * before which the days that follow from it were not known. */
bool law_event_counts(const ItemEvent *event, const ItemEvent *own, size_t own_count, const char *as_of);
/* The state of a provision without dates of its own, whose instrument has state, which is taken over; NULL gives NULL.
 * The caller owns what is returned. */
char *law_state_of_undated(char *state);

#endif
