/* What a screen shows, as a table to be written (sheets/screen_table.h). */
#ifndef GAIRO_TUI_TABLE_OF_H
#define GAIRO_TUI_TABLE_OF_H

#include "sheets/screen_table.h"
#include "tui/facet-pane.h"
#include "tui/list.h"

/* Adds the columns that a list shows where it has room for all, and its visible rows in their order: what is painted in
 * words. item gives the id of what a row stands for, or NULL. */
void table_of_list(const List *list, const char *(*item)(void *context, size_t row), ScreenTable *table);
/* The same for a view that lists items: with its title, and as the remark what it was narrowed to (first, NULL: to nothing but what
 * facets and list tell). Its columns have their names in full. */
void table_of_view(const View *view, const char *first, const FacetPane *facets, const List *list, ScreenTable *table);
/* Whether a list's column is in it: not what only narrow lists show. */
bool table_has_column(const ListColumn *column);
/* The share of the width that a list's column gets on paper. */
unsigned table_share(const ListColumn *column);
/* Appends how a list is narrowed and sorted, in words; nothing where it is not. */
void table_remark_of_list(const List *list, Text *text);

#endif
