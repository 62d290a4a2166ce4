/* The user's own things: the basket, sheets, notes, marks. No import touches them; entries keep the item's title, so
 * that they stay readable when the item is gone. Each writing call is a transaction of its own. */
#ifndef GAIRO_STORE_SHEETS_H
#define GAIRO_STORE_SHEETS_H

#include "core/text.h"
#include "store/store.h"

#include <stddef.h>

/* The basket is the sheet of this name; it always exists. */
#define BASKET_NAME "basket"

typedef struct SheetEntry {
    char *id;
    char *title; /* the item's, or as it was when added */
    char *note;  /* the user's own words; NULL */
    bool gone;   /* the item is no longer there */
} SheetEntry;

typedef struct Sheet {
    char *name;
    char *title;         /* NULL: none given */
    SheetEntry *entries; /* in the user's order */
    size_t entry_count;
} Sheet;

/* NULL with ERROR_NOT_FOUND where there is none of that name. Owned by the caller. */
Sheet *sheet_load(Store *store, const char *name, Error *error);
void sheet_free(Sheet *sheet);
bool sheet_names(Store *store, StringList *names, Error *error);
/* Adds at the end; what is in it already stays where it is. Fails with ERROR_NOT_FOUND for an unknown item. */
bool sheet_add(Store *store, const char *name, const char *item, Error *error);
bool sheet_remove(Store *store, const char *name, const char *item, Error *error);
/* Moves an entry by offset places (negative: up), as far as it goes. */
bool sheet_move(Store *store, const char *name, const char *item, int offset, Error *error);
bool sheet_clear(Store *store, const char *name, Error *error);
/* Makes an empty sheet; fails with ERROR_USAGE where the name is taken or empty. */
bool sheet_create(Store *store, const char *name, const char *title, Error *error);

/* The user's note on an item; text NULL or "" takes it away. */
bool note_put(Store *store, const char *item, const char *text, Error *error);

#endif
