/* What a reader of a sheet should know before it goes out: the check before export. */
#ifndef GAIRO_STORE_SHEET_CHECK_H
#define GAIRO_STORE_SHEET_CHECK_H

#include "store/sheets.h"

typedef struct SheetRemark {
    const char *rule; /* "one-sided"; static */
    char *id;         /* of the item it is about; NULL: the sheet as a whole */
    char *message;    /* a sentence without its full stop */
} SheetRemark;

/* Starts zeroed. Owns its remarks. */
typedef struct SheetRemarks {
    SheetRemark *remarks;
    size_t count, capacity;
} SheetRemarks;

/* Looks at a sheet with the law as of that day (NULL: today):
 *   empty        there is nothing in it
 *   one-sided    risks without opportunities, or the other way round, or three times as many of the one (store/balance.h)
 *   gone         an item is no longer in the data
 *   unchecked    an item's words were not yet checked against the paper's text
 *   wrong        somebody marked an item's text wrong
 *   changed      an item's text changed since it was put in, or since it was checked
 *   law-changed  the state of a law is not what it was on the day it, or the risk it bears on, was put in
 *   no-source    an item rests on our own synthesis alone, and no publication supports it
 *   notes        the user's notes on items, which are private otherwise, are printed with it
 *   annotated    what was written in it of its items is printed
 *   disputed     a reference disputes an item, and it is cut so far that this is not shown
 * Each remark is to be weighed; none of them hinders an export. Fails with ERROR_STORE. */
bool sheet_check(Store *store, const Sheet *sheet, const char *as_of, SheetRemarks *remarks, Error *error);
/* Adds a remark; takes over the message. id NULL: of the sheet as a whole. */
void sheet_remarks_take(SheetRemarks *remarks, const char *rule, const char *id, char *message);
void sheet_remarks_free(SheetRemarks *remarks); /* leaves it zeroed */

#endif
