/* What follows for a risk: what is recommended against what reduces it, and what law says of that, or of the risk itself. */
#ifndef GAIRO_STORE_CONSEQUENCES_H
#define GAIRO_STORE_CONSEQUENCES_H

#include "store/items.h"

typedef enum ConsequenceRelation {
    CONSEQUENCE_RECOMMENDATION, /* it says that it answers the risk; or it calls for a mitigation that reduces it, and says of no
                                   risk that it answers it */
    CONSEQUENCE_PROVISION,      /* a law (an instrument or a provision) requires, encourages or exempts such a one, and says
                                   of no risks, or of this one, that it addresses them; or it says that of this one alone */
    CONSEQUENCE_RELATION_COUNT,
} ConsequenceRelation;

/* A mitigation that a consequence is reached through. */
typedef struct ConsequenceStep {
    char *id, *title;
    char *relation; /* of the consequence to it: "calls-for", "requires", "exempts", "encourages" */
} ConsequenceStep;

typedef struct Consequence {
    ConsequenceRelation relation;
    char *id;
    Kind kind;
    char *title;
    char *state; /* of a law, once consequences_add_states() was called; else NULL */
    bool direct; /* it has a link to the risk itself, which is no derived statement */
    ConsequenceStep *through; /* in the data's order; each once, whichever sources say it; none: it is direct, and bears on
                                 nothing that reduces the risk */
    size_t through_count;
} Consequence;

/* Starts zeroed. Owns everything in it. */
typedef struct Consequences {
    Consequence *entries; /* the recommendations, then the law; each in the data's order, the law in that of its states once
                             these were added */
    size_t count;
} Consequences;

/* "recommendation" or "provision". Static. */
const char *consequence_relation_name(ConsequenceRelation relation);
/* Computes what follows for item; nothing for what is no risk. No source says these things: they are derived from its
 * links. Fails with ERROR_STORE and leaves consequences empty. */
bool consequences_load(Store *store, const Item *item, Consequences *consequences, Error *error);
/* Fills in the state of each law on a day (YYYY-MM-DD), and puts the laws in the order of law_state_rank(): what is in force first,
 * what has ended last. Fails with ERROR_STORE. */
bool consequences_add_states(Store *store, const char *as_of, Consequences *consequences, Error *error);
/* Adds a step in words, by its id or by its title: "Through: A; B"; of law, which may ask for one and exempt another,
 * "Requires: A; Exempts: B". before: the step that stands before it; NULL: none. */
void consequence_step_append(Text *text, const ConsequenceStep *step, const ConsequenceStep *before, bool ids);
/* All the steps that an entry is reached through, so; NULL where there are none. The caller owns it. */
char *consequence_words(const Consequence *consequence, bool ids);
void consequence_step_clear(ConsequenceStep *step); /* leaves it zeroed */
void consequences_free(Consequences *consequences); /* leaves it zeroed */

#endif
