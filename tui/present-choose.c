/* Which sheet is presented. */
#include "config.h"

#include "tui/present-state.h"

#include "store/sheets.h"
#include "tui/dialog.h"
#include "tui/explorer-state.h"
#include "tui/views.h"

#include <string.h>

/* The names of the sheets that have something in them. */
static bool filled_sheets(Store *store, StringList *filled, Error *error)
{
    StringList names = {0};
    bool ok = sheet_names(store, &names, error);
    for (size_t i = 0; ok && i < names.count; i++) {
        Sheet *sheet = sheet_load(store, names.items[i], error);
        ok = sheet != NULL;
        if (ok && sheet->entry_count > 0) {
            string_list_add(filled, names.items[i]);
        }
        sheet_free(sheet);
    }
    string_list_free(&names);
    return ok;
}

static void sheet_answered(void *context, int answer)
{
    Explorer *explorer = context;
    StringList names = {0};
    Error error = {0};
    if (answer >= 0 && filled_sheets(explorer_store(explorer), &names, &error) && (size_t)answer < names.count) {
        explorer_open(explorer, present_view_new(explorer, names.items[answer], 0));
    }
    explorer_report(explorer, &error);
    string_list_free(&names);
}

/* The sheet that the current view shows or has in focus, into which the view points; NULL: none. */
static const char *sheet_in_focus(const Explorer *explorer)
{
    const View *view = history_current(&explorer->history);
    if (view == NULL) {
        return NULL;
    }
    if (view->operations->basket) {
        return BASKET_NAME;
    }
    return view->operations->sheet != NULL ? view->operations->sheet(view) : NULL;
}

/* Presents that sheet, or says that there is nothing in it. */
static void open_sheet(Explorer *explorer, const char *name)
{
    Error error = {0};
    Sheet *sheet = sheet_load(explorer_store(explorer), name, &error);
    if (sheet != NULL && sheet->entry_count > 0) {
        explorer_open(explorer, present_view_new(explorer, sheet->name, 0));
    } else if (sheet != NULL && strcmp(name, BASKET_NAME) == 0) {
        explorer_message(explorer, "The basket is empty: there is nothing in it to present.");
    } else if (sheet != NULL) {
        explorer_message(explorer, "Nothing is in the sheet \"%s\" yet, so there is nothing to present.", sheet->name);
    }
    sheet_free(sheet);
    explorer_report(explorer, &error);
}

void present_open(Explorer *explorer)
{
    StringList names = {0};
    Error error = {0};
    if (present_return(explorer)) {
        return;
    }
    const char *meant = sheet_in_focus(explorer);
    if (meant != NULL) {
        open_sheet(explorer, meant);
        return;
    }
    if (filled_sheets(explorer_store(explorer), &names, &error)) {
        if (names.count == 0) {
            explorer_message(explorer, "There is nothing to present: the basket is empty, and so is every sheet.");
        } else if (names.count == 1) {
            explorer_open(explorer, present_view_new(explorer, names.items[0], 0));
        } else {
            const char *answers[DIALOG_ANSWERS_MAX + 1] = {NULL};
            for (size_t i = 0; i < names.count && i < DIALOG_ANSWERS_MAX; i++) {
                answers[i] = names.items[i];
            }
            explorer_ask(explorer, &(Question){.title = "Which sheet is presented?",
                                               .answers = answers,
                                               .answered = sheet_answered,
                                               .context = explorer});
        }
    }
    explorer_report(explorer, &error);
    string_list_free(&names);
}
