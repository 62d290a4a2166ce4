/* Writing a sheet from the explorer: what goes into it, under which name, and over what. */
#ifndef GAIRO_TUI_EXPORT_H
#define GAIRO_TUI_EXPORT_H

#include "sheets/sheets.h"
#include "tui/explorer.h"

/* What was answered so far. Starts zeroed; owns its strings. */
typedef struct ExportDialog {
    Explorer *explorer;
    char *item;   /* the one item that is written; NULL: a sheet */
    char *sheet;  /* the name of that sheet; NULL: the basket */
    char *format; /* the output that was chosen, by name; NULL: none yet */
    StringList listed; /* what a screen lists; empty: item, or the sheet */
    ScreenTable table; /* what a screen shows, or the rows of what it lists; without cells: there is no table of it */
    const char *template_name; /* of what is listed; NULL: the default one */
    char *path;
    OwnOutputs own;
} ExportDialog;

/* Asks what to write (where there is a choice between the basket and item, an id or NULL; a sheet's name leaves none), shows what
 * is to be known before it goes out, asks for the output and where to, and writes it. Says what came of it. */
void export_start(ExportDialog *dialog, Explorer *explorer, const char *item, const char *sheet);
/* The same for the items that a screen lists, in that order. table, which is taken over and left zeroed, is the same list as rows: it is
 * written where the output is itself a table, and its remark says what narrowed the list. template_name as in SheetRequest. */
void export_start_list(ExportDialog *dialog, Explorer *explorer, const StringList *ids, ScreenTable *table,
                       const char *template_name);
/* The same for what a screen shows as a table, which is taken over and left zeroed. */
void export_start_table(ExportDialog *dialog, Explorer *explorer, ScreenTable *table);
void export_free(ExportDialog *dialog);

#endif
