#include "config.h"

#include "tui/sheet-add.h"

#include "core/memory.h"
#include "store/sheets.h"
#include "store/store.h"
#include "tui/dialog.h"

#include <stdlib.h>
#include <string.h>

#define NOTE_LAST_SHEET "sheet-added-to" /* the name of the sheet that something was put into last */

void sheet_adding_free(SheetAdding *adding)
{
    free(adding->item);
    string_list_free(&adding->names);
    *adding = (SheetAdding){0};
}

static void add_to(SheetAdding *adding, const char *name, bool make)
{
    Store *store = explorer_store(adding->explorer);
    Error error = {0};
    if ((!make || sheet_create(store, name, NULL, &error)) && sheet_add(store, name, adding->item, &error)) {
        explorer_message(adding->explorer, "It is in the sheet \"%s\" (gs shows your sheets).", name);
        store_note_put_unseen(store, NOTE_LAST_SHEET, name, &error);
    }
    explorer_report(adding->explorer, &error);
}

static void name_accepted(void *context, const char *text)
{
    add_to(context, text, true);
}

static void answered(void *context, int answer)
{
    SheetAdding *adding = context;
    if (answer >= 0 && (size_t)answer < adding->names.count) {
        add_to(adding, adding->names.items[answer], false);
    } else if (answer >= 0) {
        explorer_prompt(adding->explorer,
                        &(Prompt){.label = "Name of the new sheet", .accepted = name_accepted, .context = adding});
    }
}

/* The sheet that something was put into last, where there still is one of that name; else the first after the basket. */
static size_t proposed(const SheetAdding *adding)
{
    size_t found = adding->names.count > 1 ? 1 : 0;
    char *last = store_note_get(explorer_store(adding->explorer), NOTE_LAST_SHEET);
    for (size_t i = 0; last != NULL && i < adding->names.count; i++) {
        found = strcmp(adding->names.items[i], last) == 0 ? i : found;
    }
    free(last);
    return found;
}

void sheet_adding_start(SheetAdding *adding, Explorer *explorer, const char *item)
{
    const char *answers[DIALOG_ANSWERS_MAX + 1] = {NULL};
    Error error = {0};
    if (item == NULL) {
        explorer_message(explorer, "No item is in the focus.");
        return;
    }
    sheet_adding_free(adding);
    adding->explorer = explorer;
    adding->item = string_copy(item);
    if (!sheet_names(explorer_store(explorer), &adding->names, &error)) {
        explorer_report(explorer, &error);
        return;
    }
    while (adding->names.count > DIALOG_ANSWERS_MAX - 1) {
        free(adding->names.items[--adding->names.count]);
    }
    for (size_t i = 0; i < adding->names.count; i++) {
        answers[i] = adding->names.items[i];
    }
    answers[adding->names.count] = "A new sheet";
    explorer_ask(explorer, &(Question){.title = "Into which sheet?",
                                       .answers = answers,
                                       .selected = proposed(adding),
                                       .answered = answered,
                                       .context = adding});
}
