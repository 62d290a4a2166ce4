/* Parts of an item's page, for item-document.c only. */
#ifndef GAIRO_TUI_ITEM_PARTS_H
#define GAIRO_TUI_ITEM_PARTS_H

#include "store/items.h"
#include "tui/document.h"

/* What an observation's query gives today; nothing for other kinds. */
void item_add_observation(Store *store, const Item *item, Document *document);
/* The openness of a model's components; nothing where no source has cells of it. Where several have, their values stand
 * side by side, a row for each component. */
void item_add_cells(Store *store, const Item *item, Document *document);

#endif
