/* An item in full, as text, JSON and rows. Used by show and compare. */
#ifndef GAIRO_CLI_ITEM_H
#define GAIRO_CLI_ITEM_H

#include "cli/session.h"
#include "store/items.h"

/* {id, kind, title, summary, body, state, fields, cells, events, links, sources, note, review}. state (of a law, on the
 * session's day) may be NULL. The caller owns the object. */
json_t *item_json(const Item *item, const char *state);
/* Readable text. */
void item_write_text(Session *session, const Item *item, const char *state);

/* The columns of the long form: one row for each thing said of an item. */
extern const TableColumn item_columns[];
extern const size_t item_column_count;
void item_add_rows(Table *table, const Item *item, const char *state);

#endif
