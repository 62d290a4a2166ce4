/* Which sheet is presented. */
#include "config.h"

#include "tui/present-state.h"

#include "store/sheets.h"
#include "tui/dialog.h"
#include "tui/views.h"

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

void present_open(Explorer *explorer)
{
    StringList names = {0};
    Error error = {0};
    if (present_return(explorer)) {
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
