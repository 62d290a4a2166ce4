/* An item in full, as text, JSON and rows. Used by show and compare. */
#ifndef GAIRO_CLI_ITEM_H
#define GAIRO_CLI_ITEM_H

#include "cli/session.h"
#include "store/consequences.h"
#include "store/items.h"

/* An item and what is computed for it. Does not own them. */
typedef struct ShownItem {
    const Item *item;
    const char *state; /* of a law, on the session's day; NULL */
    const Consequences *derived;
} ShownItem;

/* {id, kind, title, summary, body, state, fields, cells, events, links, derived, sources, note,
 * review}. The caller owns the object. */
json_t *item_json(const ShownItem *shown);
/* Readable text. */
void item_write_text(Session *session, const ShownItem *shown);

/* The columns of the long form: one row for each thing said of an item. */
extern const TableColumn item_columns[];
extern const size_t item_column_count;
void item_add_rows(Table *table, const ShownItem *shown);

#endif
