/* The sources, as a table shows them. */
#ifndef GAIRO_TUI_SOURCE_ROWS_H
#define GAIRO_TUI_SOURCE_ROWS_H

#include "store/sources.h"

/* Starts zeroed. Owns what it points to. */
typedef struct SourceRows {
    SourceInfos sources;
    char **states; /* by the same index, as the next: whether its files are as they were when they were imported */
    char **days;   /* on which it was imported; NULL where that is not known */
    char **counts; /* of its records */
    char *totals;  /* of all, in a line */
} SourceRows;

/* Asks the store, and when each file was written last; reads none of them. Fails as the store does; rows are zeroed then. */
bool source_rows_load(SourceRows *rows, Store *store, Error *error);
void source_rows_free(SourceRows *rows); /* leaves it zeroed */

#endif
