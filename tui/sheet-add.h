/* Putting an item into one of the user's sheets, or into a new one. */
#ifndef GAIRO_TUI_SHEET_ADD_H
#define GAIRO_TUI_SHEET_ADD_H

#include "core/text.h"
#include "tui/explorer.h"

/* What is put into a sheet, until it is answered into which. Starts zeroed; owns its strings. */
typedef struct SheetAdding {
    Explorer *explorer;
    char *item;
    StringList names; /* of the sheets offered */
} SheetAdding;

/* Asks into which sheet the item (an id; NULL: none is focused) is put, puts it there, and says what came of it. */
void sheet_adding_start(SheetAdding *adding, Explorer *explorer, const char *item);
void sheet_adding_free(SheetAdding *adding);

#endif
