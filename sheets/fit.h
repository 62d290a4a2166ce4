/* How many pages a sheet takes in print, and what to cut where these are more than it is meant for. */
#ifndef GAIRO_SHEETS_FIT_H
#define GAIRO_SHEETS_FIT_H

#include "sheets/drawn.h"
#include "sheets/sheets.h"
#include "sheets/templates.h"

typedef struct SheetFit {
    const SheetTemplate *template;
    size_t pages;
    unsigned letters; /* the size as printed, in tenths of a point, half of the letters are no bigger; 0 where the pages are estimated */
    bool estimated;  /* this machine draws no pages: from the number of words */
    StringList cut;  /* ids of what to cut down to the titles so that it fits, what takes most room first; empty: nothing helps, or need be */
    size_t cut_pages; /* that it takes with as much as can be cut to titles; 0 where nobody asked, or it fits as it is */
} SheetFit;

/* What request->sheet is made as: what the request says, else the sheet, else the default; that too where there is none of the name. */
const SheetTemplate *sheet_fit_template(const SheetRequest *request);
/* Counts the pages of request->sheet as a PDF, which is how it is printed. Letters are set smaller already where that makes it fit
 * (sheets/render/pages.h). advise: also tries what has to be cut. keep_going as in sheet_render_pages(). fit starts zeroed; ended with
 * sheet_fit_free(). Fails as sheet_compose() and sheet_render_pages(). */
bool sheet_fit_measure(Store *store, const SheetRequest *request, bool advise, RenderKeepGoing keep_going, void *context,
                       SheetFit *fit, Error *error);
/* True where it takes more pages than its template is meant for. */
bool sheet_fit_exceeds(const SheetFit *fit);
/* True where its letters were made smaller than SHEET_LETTERS_LEAST, for it to take the pages that it is meant for. */
bool sheet_fit_is_small(const SheetFit *fit);
/* "2 pages at 8.1 pt": how it is printed; of what is meant for no number of pages, and so not set smaller, without the size. Owned by the caller. */
char *sheet_fit_size(const SheetFit *fit);
/* "2 pages at 8.1 pt; a recommendation sheet is meant for 1": one line, owned by the caller. */
char *sheet_fit_words(const SheetFit *fit);
/* What to do about letters that are too small, as a sentence without its full stop; NULL where they are not. Owned by the caller. */
char *sheet_fit_small_words(const SheetFit *fit);
/* The same as a whole sentence. */
char *sheet_fit_small_advice(const SheetFit *fit);
/* What to do about pages that are too many, as a sentence with the titles of the sheet; NULL where it fits or nobody asked. Owned by the caller. */
char *sheet_fit_advice(const SheetFit *fit, const Sheet *sheet);
void sheet_fit_free(SheetFit *fit); /* leaves it zeroed */

#endif
