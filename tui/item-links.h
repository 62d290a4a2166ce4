/* The links of an item's page. */
#ifndef GAIRO_TUI_ITEM_LINKS_H
#define GAIRO_TUI_ITEM_LINKS_H

#include "store/items.h"
#include "tui/document.h"

/* The item's links, grouped by relation and direction; its stages and areas, which stand in the page's second line
 * already, last. whole: a risk also shows what is two steps away, the recommendations that call for the mitigations
 * that reduce it and the laws that speak of those. Laws stand with their state on as_of (NULL: today). What cannot be
 * loaded is left out. */
void item_links(Store *store, const Item *item, const char *as_of, bool whole, Document *document);
/* The references it is from. */
void item_sources(const Item *item, Document *document);

#endif
