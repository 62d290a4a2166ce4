/* What a reader of a sheet should know before it goes out, with what only its template and its pages tell. */
#ifndef GAIRO_SHEETS_CHECK_H
#define GAIRO_SHEETS_CHECK_H

#include "sheets/sheets.h"
#include "store/sheet_check.h"

/* sheet_check() of request->sheet, and:
 *   template     what its template is made of is not in it: a model comparison of no models
 * Fails as sheet_check(). */
bool sheet_check_contents(Store *store, const SheetRequest *request, SheetRemarks *remarks, Error *error);
/* Draws it as it will be printed, where its template is meant for some pages and there is something in it, and adds:
 *   too-long     it takes more pages than that
 *   small        its letters were made so small for it that they are hard to read (sheets/fit.h)
 * Takes up to seconds; keep_going as in sheet_render_pages(). Fails as sheet_fit_measure(). */
bool sheet_check_pages(Store *store, const SheetRequest *request, RenderKeepGoing keep_going, void *context,
                       SheetRemarks *remarks, Error *error);

#endif
