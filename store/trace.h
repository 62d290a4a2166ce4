/* The chain from a risk to what reduces it, to who is asked to act and to what the law says of that, and where it ends.
 * The same for the command line and the screens. */
#ifndef GAIRO_STORE_TRACE_H
#define GAIRO_STORE_TRACE_H

#include "store/items.h"

/* A trace holds no more nodes than this; what lies beyond is left out, and trace.cut says so. */
#define TRACE_NODES_MAX 20000u

/* An item in the tree, or (is_gap) the place of what is missing below its parent. Owns its strings and children. */
typedef struct TraceNode {
    char *id;       /* of a gap: its parent's */
    Kind kind;      /* of a gap: the kind of what is missing */
    char *title;    /* of a gap: what is missing, in words */
    char *relation; /* that leads here from the parent; NULL at the root, and for a model's components */
    bool is_gap;
    bool again;              /* the item is in the tree before this, and what follows from it stands there */
    char *text;              /* of a gap: the sentence of the data that says so; NULL */
    char *effect, *evidence; /* risks, opportunities; NULL */
    char *maturity;          /* mitigations; NULL */
    char *horizon, *actors;  /* recommendations; actors: titles, joined with ", "; NULL */
    char *state;             /* laws: on the day; NULL */
    char *value;             /* a model's components: the cell's value; NULL */
    bool in_basket;
    struct TraceNode *children;
    size_t child_count;
} TraceNode;

/* Something that ends the chain. Each has one node in the tree: where the item comes again, that is said (again). */
typedef struct TraceGap {
    char *id;     /* of the item below which it is missing */
    char *text;   /* as in the node; NULL */
    char *risk;   /* there are some, and they answer or address other risks than this one, below which the item stands; NULL
                     where there are none at all, and for other kinds than recommendations and law */
    Kind missing; /* KIND_MITIGATION, KIND_RECOMMENDATION, KIND_ACTOR (nobody is addressed) or KIND_PROVISION (no rule
                     was seen) */
} TraceGap;

typedef struct Trace {
    TraceNode root;
    TraceGap *gaps; /* in the order of the tree */
    size_t gap_count;
    size_t node_count; /* with the root, without gaps */
    size_t outside;    /* links that were not followed, since they lead to what the conditions leave out */
    bool cut;          /* there is more than TRACE_NODES_MAX */
} Trace;

/* Follows the links from an item: a risk to its mitigations, these to the recommendations that call for them and to the
 * law that bears on them (which says nothing of the recommendations), both only where they speak of that risk, and where
 * all that there are speak of others, that is a gap too; an opportunity to its recommendations; a law to
 * the mitigations that it bears on and the risks these reduce; areas, stages, components, actors, places, incidents,
 * models, frameworks and references to such items. query: its conditions (as scope_set_load() takes them) leave items
 * out, but never the first one, and what is left out is no gap; as_of is the day for the state of laws (NULL: today).
 * Fails with ERROR_NOT_FOUND, and with ERROR_USAGE from an item of a kind that leads nowhere. To be released with
 * trace_free(). */
bool trace_make(Store *store, const char *id, const Query *query, Trace *trace, Error *error);
/* True for the kinds that a trace can start from. */
bool trace_starts_from(Kind kind);
/* Leaves it zeroed. */
void trace_free(Trace *trace);

#endif
