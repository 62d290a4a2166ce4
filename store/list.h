/* Inside store/ only: rows of a list while they are filled. */
#ifndef GAIRO_STORE_LIST_H
#define GAIRO_STORE_LIST_H

#include "store/condition.h"

typedef struct ListedRow {
    ItemRow row;
    long long place; /* the field "order"; LLONG_MAX where there is none */
    long long area_place; /* that of the first area it is in; LLONG_MAX where there is none */
    long long sequence;
    bool voluntary, force_known; /* a law binds nobody; a source says whether it does */
    char *key; /* what it is sorted by, where that is text; NULL: it comes last */
    long long key_number;
    bool has_number; /* it is sorted by key_number */
} ListedRow;

typedef struct Listed {
    ListedRow *rows; /* row i is the selection's position i + 1 */
    size_t count;
} Listed;

/* Puts the ids of the items that query's kinds and conditions select into the temporary table selection, those on status
 * too; its words and order are ignored. */
bool items_select(Store *store, const Query *query, Error *error);
/* As items_list(), for who asks for the states of laws only: of the columns, the rows have id, kind, title, summary and
 * status, and the query's order is that of one of these or none. */
bool items_list_states(Store *store, const Query *query, ItemRows *rows, Error *error);
/* Fill the columns of what is selected. */
bool list_columns(Store *store, const Query *query, Listed *listed, Error *error);
bool list_states(Store *store, const Query *query, Listed *listed, Error *error);
/* Puts the rows in the query's order; where that leaves a choice by kind, then the field "order", then in the order of
 * the areas that they are in, then the data's order. */
bool list_sort(Store *store, const Query *query, Listed *listed, Error *error);
void listed_row_free(ListedRow *row);
/* The row that a statement's column names by its position, or NULL. */
ListedRow *listed_row(Listed *listed, Statement *statement, int column);

#endif
