/* The view of one sheet: the basket, or a sheet with a name. Shared by its files only. */
#ifndef GAIRO_TUI_SHEET_H
#define GAIRO_TUI_SHEET_H

#include "store/sheets.h"
#include "tui/explorer.h"
#include "tui/list.h"
#include "tui/preview.h"

/* The pages of a sheet are counted when no key has come for so long. */
#define COUNTED_AFTER_MILLISECONDS 150

typedef struct SheetView {
    View view;
    char *name;
    Sheet *sheet;
    char **kinds; /* of the entries, by their index; "gone" where the item is no more */
    List list;
    Preview preview;
    int balance[2];         /* how many risks, and opportunities, are in it */
    char *fit;              /* how many pages it takes, in a few words; NULL: not known */
    bool is_counted;        /* the pages are, or cannot be; always of the basket, whose pages are counted on demand only */
    StringList cut;         /* what the question about the fit would cut */
    SheetProperty property; /* that the prompt asks for */
} SheetView;

/* What the actions of a sheet do (tui/sheet-edit.c). VIEW_IGNORED for the other actions. */
ViewFlags sheet_edit_handle(SheetView *sheet, Action action);
/* Adds what the sheet says of an entry: how much is shown, heading, note. Nothing where that is as usual. */
void sheet_entry_head(const SheetEntry *entry, Document *document);
/* Counts the pages as they will be printed and keeps that in words (tui/sheet-fit.c). The next key stops it: then it is not counted. */
void sheet_fit(SheetView *sheet);
/* The same, and where they are too many asks whether to cut what would make it fit. */
void sheet_fit_ask(SheetView *sheet);

#endif
