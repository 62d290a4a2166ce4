/* What every screen, and what follows links, can be narrowed to: a term, a law, the paper's frame. */
#ifndef GAIRO_STORE_SCOPE_H
#define GAIRO_STORE_SCOPE_H

#include "store/items.h"

/* The kinds that law is linked to: what touched-by can narrow. */
#define SCOPE_LAW_KINDS                                                                                                \
    (KIND_BIT(KIND_STAGE) | KIND_BIT(KIND_AREA) | KIND_BIT(KIND_RISK) | KIND_BIT(KIND_OPPORTUNITY) |                   \
     KIND_BIT(KIND_MITIGATION) | KIND_BIT(KIND_RECOMMENDATION) | KIND_BIT(KIND_ACTOR) | KIND_BIT(KIND_REGION) |        \
     KIND_BIT(KIND_JURISDICTION) | KIND_BIT(KIND_INSTRUMENT) | KIND_BIT(KIND_PROVISION) | KIND_BIT(KIND_COMPONENT) |   \
     KIND_BIT(KIND_INCIDENT))

/* What conditions select of the kinds they can narrow, to be asked about many items. Starts zeroed: everything. */
typedef struct ScopeSet {
    bool narrows;
    StringList ids; /* in the order of their bytes */
} ScopeSet;

/* Selects by the query's conditions, its kinds left out of account; without conditions (or NULL) everything is inside.
 * ERROR_USAGE where a condition is none that says what a screen is narrowed to: within, touched-by, frame. To be
 * released with scope_set_free(), after failure too. */
bool scope_set_load(Store *store, const Query *query, ScopeSet *set, Error *error);
/* Items of other kinds than SCOPE_LAW_KINDS are always inside. */
bool scope_set_has(const ScopeSet *set, const char *id, Kind kind);
/* Leaves it zeroed. */
void scope_set_free(ScopeSet *set);

#endif
