/* An item in full, as text, JSON and rows. Used by show and compare. */
#ifndef GAIRO_CLI_ITEM_H
#define GAIRO_CLI_ITEM_H

#include "cli/session.h"
#include "store/consequences.h"
#include "store/items.h"
#include "store/law_text.h"
#include "store/ways.h"

/* An item and what is computed for it. Owns all but the item. */
typedef struct ShownItem {
    const Item *item;
    const char *as_of; /* the day that the law is looked at */
    char *state;          /* of a law, on the session's day; NULL */
    char *in_paper;       /* of a law, its state when the paper came out; NULL */
    char *known_on;       /* of a law, the day that it is known on; NULL */
    Consequences derived; /* with the states of laws */
    Ways ways;            /* of its links */
    LawText text;         /* which text of a law it is */
} ShownItem;

/* Computes it; what fails leaves shown zeroed. */
bool shown_item_load(Session *session, const Item *item, ShownItem *shown, Error *error);
void shown_item_free(ShownItem *shown);

/* {id, kind, title, summary, body, state, state_in_paper, known_on, fields, cells, events, links, derived, sources, note,
 * review}. The caller owns the object. */
json_t *item_json(const ShownItem *shown);
/* Readable text. */
void item_write_text(Session *session, const ShownItem *shown);
/* The part of it that tells the openness of a model; nothing where no source has cells of it. */
void item_write_cells(Session *session, const Item *item);

/* The columns of the long form: one row for each thing said of an item. */
extern const TableColumn item_columns[];
extern const size_t item_column_count;
void item_add_rows(Table *table, const ShownItem *shown);

#endif
