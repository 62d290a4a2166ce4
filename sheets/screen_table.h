/* A table as a screen shows it, to be written as a sheet of its own. */
#ifndef GAIRO_SHEETS_SCREEN_TABLE_H
#define GAIRO_SHEETS_SCREEN_TABLE_H

#include "core/text.h"

#include <stddef.h>

#define SCREEN_TABLE_COLUMNS_MAX 24

typedef struct ScreenTableCell {
    char *text; /* NULL: nothing there */
    char *item; /* the id of the item it says something of: where that is from is cited; NULL: of none */
} ScreenTableCell;

/* Starts zeroed. Owns its strings; row after row, each with a cell for every column. */
typedef struct ScreenTable {
    char *title;                                /* of the sheet: what the screen shows */
    char *remark;                               /* above the table: how it was narrowed and sorted; NULL: it was not */
    StringList columns;                         /* headings, "" where there is none */
    unsigned shares[SCREEN_TABLE_COLUMNS_MAX];  /* of the width, in parts of the sum */
    ScreenTableCell *cells;
    size_t cell_count, capacity;
} ScreenTable;

/* Adds a column, before the first cell; more than SCREEN_TABLE_COLUMNS_MAX are left out. heading is copied; NULL is "". */
void screen_table_column(ScreenTable *table, const char *heading, unsigned share);
/* Adds the next cell, row after row; text and item are copied, each may be NULL. */
void screen_table_cell(ScreenTable *table, const char *text, const char *item);
/* How many rows are complete. */
size_t screen_table_rows(const ScreenTable *table);
/* Takes out the columns without text in any row, and the second of two that have the same heading and texts. */
void screen_table_drop_empty(ScreenTable *table);
/* Leaves it zeroed. */
void screen_table_free(ScreenTable *table);

#endif
