/* Inside store/ only: the items that a trace can come by, all loaded at once. One question for each kind costs less than
 * three for each of hundreds of items, and no kind is among them that grows with what is imported of models. */
#ifndef GAIRO_STORE_TRACE_ITEMS_H
#define GAIRO_STORE_TRACE_ITEMS_H

#include "store/items.h"

typedef struct TraceItem {
    Item *item;
    long long place; /* the field "order"; 0 where it is unplaced */
    bool unplaced;
    size_t order; /* among all by place, title and id: that of links of one relation */
} TraceItem;

/* Owns everything in it. Starts zeroed. */
typedef struct TraceItems {
    TraceItem *items; /* by id */
    size_t count, capacity;
} TraceItems;

/* Loads into *items, which is zeroed, the items of those kinds with what a trace shows and follows: of their texts
 * the title; the fields effect, evidence, maturity, horizon, gap and text-version without their citations; the links among them that trace_follows() names,
 * with the other end's id, kind and title, in the order of item_load(); in_basket. The rest stays zeroed. */
bool trace_items_load(Store *store, KindSet kinds, TraceItems *items, Error *error);
/* The item with that id, or NULL where it is none of those kinds. */
TraceItem *trace_items_find(const TraceItems *items, const char *id);
/* Leaves it zeroed. */
void trace_items_free(TraceItems *items);

#endif
