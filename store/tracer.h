/* Inside store/ only: the tree of a trace while it grows. */
#ifndef GAIRO_STORE_TRACER_H
#define GAIRO_STORE_TRACER_H

#include "store/scope.h"
#include "store/trace.h"
#include "store/trace_items.h"

#define TRACE_LAW (KIND_BIT(KIND_INSTRUMENT) | KIND_BIT(KIND_PROVISION))

/* An item that the chain came by; the same one is met often. */
typedef struct Met {
    Item *item;
    bool owned;        /* it is none of the tracer's items */
    char *state;
    unsigned followed; /* the ways on which something followed from it */
    const Item *above; /* below which risk or law; what law follows from a mitigation depends on that */
} Met;

typedef struct Tracer {
    Store *store;
    const char *as_of;
    ScopeSet scope;
    Trace *trace;
    TraceItems items; /* all that the chain can come to */
    Met **met;        /* by id */
    size_t met_count;
    ItemRows laws; /* by id, for their states; loaded with the first one that is met */
    const Item *above; /* the risk or the law that the chain is below, the nearest; NULL */
    Error *error;
} Tracer;

/* The item with that id, loaded where it is none of tracer->items, and if it is a law its state on the day. The tracer owns it. NULL on
 * failure, with tracer->error set. */
Met *tracer_meet(Tracer *tracer, const char *id);
/* Releases all that the tracer owns, and not the trace. */
void tracer_free(Tracer *tracer);

/* Whether a chain follows links of that relation from the item that has it, and from the one at its other end, or names what
 * is there. */
void trace_follows(const char *relation, bool *forward, bool *backward);

/* A node without children that stands for the item. relation leads to it; NULL at the root. The caller owns it. */
TraceNode trace_node_of(const Met *met, const char *relation);
/* Takes child over and returns where it stands, until the next one is added below node. */
TraceNode *trace_add_child(TraceNode *node, TraceNode child);
/* Says below the item's node that something is missing, in the tree and among the gaps of the trace; where that is said of
 * the item already, that it comes again. risk: the one that none is for, where there are some that are for others; NULL
 * where there are none at all. */
void trace_add_gap(Trace *trace, const Item *item, TraceNode *node, Kind missing, const char *risk);

#endif
