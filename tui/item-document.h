/* An item as a page of text: what the item view shows whole and the preview panes show beside a list. */
#ifndef GAIRO_TUI_ITEM_DOCUMENT_H
#define GAIRO_TUI_ITEM_DOCUMENT_H

#include "store/items.h"
#include "tui/document.h"

/* Adds to document, at whose end it begins. as_of: the day for the state of laws, or NULL for today. whole: with what is
 * two links away, which takes longer. What cannot be computed from the store is left out. */
void item_document(Store *store, const Item *item, const char *as_of, bool whole, Document *document);

#endif
