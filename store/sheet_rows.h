/* Inside store/ only: the rows of sheets. */
#ifndef GAIRO_STORE_SHEET_ROWS_H
#define GAIRO_STORE_SHEET_ROWS_H

#include "store/database.h"
#include "store/sheets.h"

/* The row of a sheet; false with ERROR_NOT_FOUND where there is none. */
bool sheet_find(Store *store, const char *name, long long *number, Error *error);
/* Ends what store_begin() began: all of it, or nothing. */
bool sheet_end_writing(Store *store, bool done, Error *error);
/* False with ERROR_USAGE where value is no text of at most limit bytes; what says what it is ("a sheet's name"). */
bool sheet_check_text(const char *value, size_t limit, const char *what, Error *error);

#endif
