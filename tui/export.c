#include "config.h"

#include "tui/export.h"

#include "core/file.h"
#include "core/memory.h"
#include "sheets/sheets.h"
#include "store/items.h"
#include "store/sheets.h"
#include "tui/canvas.h"

#include <stdlib.h>
#include <string.h>

#define DEFAULT_NAME "sheet.html"

void export_free(ExportDialog *dialog)
{
    free(dialog->item);
    free(dialog->path);
    string_list_free(&dialog->listed);
    *dialog = (ExportDialog){0};
}

static bool write_sheet(ExportDialog *dialog, const OutputFormat *format, Error *error)
{
    Store *store = explorer_store(dialog->explorer);
    SheetRequest request = {.as_of = explorer_as_of(dialog->explorer)};
    StringList ids = {0};
    Sheet *sheet = NULL;
    bool done = false;
    bool listed = dialog->listed.count > 0;
    if (listed) {
        request.ids = &dialog->listed;
    } else if (dialog->item != NULL) {
        string_list_add(&ids, dialog->item);
        request.ids = &ids;
    } else {
        sheet = sheet_load(store, BASKET_NAME, error);
        request.sheet = sheet;
    }
    if (listed || dialog->item != NULL || sheet != NULL) {
        done = sheet_export(store, &request, format, dialog->path, error);
    }
    sheet_free(sheet);
    string_list_free(&ids);
    return done;
}

static void write_and_say(ExportDialog *dialog)
{
    Error error = {0};
    const OutputFormat *format = output_format_for_file(dialog->path);
    if (write_sheet(dialog, format, &error)) {
        explorer_message(dialog->explorer, "Written: %s", dialog->path);
    } else {
        explorer_report(dialog->explorer, &error);
    }
}

static void replace_answered(void *context, int answer)
{
    ExportDialog *dialog = context;
    if (answer == 1) {
        write_and_say(dialog);
    } else {
        explorer_message(dialog->explorer, "Nothing was written.");
    }
}

/* "~/sheet.html" is what people type. */
static char *expand_home(const char *path)
{
    const char *home = getenv("HOME");
    if (path[0] == '~' && path[1] == '/' && home != NULL && *home != '\0') {
        return path_join(home, path + 2);
    }
    return string_copy(path);
}

static void say_endings(Explorer *explorer)
{
    Text endings = {0};
    for (size_t i = 0; i < output_format_count(); i++) {
        text_append_format(&endings, "%s%s", i > 0 ? " " : "", output_format_at(i)->extensions);
    }
    explorer_message(explorer, "The name's ending says the format; it is one of %s", endings.data);
    text_free(&endings);
}

static void path_accepted(void *context, const char *text)
{
    ExportDialog *dialog = context;
    if (*text == '\0') {
        return;
    }
    if (output_format_for_file(text) == NULL) {
        say_endings(dialog->explorer);
        return;
    }
    free(dialog->path);
    dialog->path = expand_home(text);
    if (!file_exists(dialog->path)) {
        write_and_say(dialog);
        return;
    }
    explorer_ask(dialog->explorer, &(Question){.title = "Replace the file?",
                                               .text = dialog->path,
                                               .answers = (const char *const[]){"Keep it", "Replace it", NULL},
                                               .answered = replace_answered,
                                               .context = dialog});
}

static void ask_path(ExportDialog *dialog)
{
    explorer_prompt(dialog->explorer, &(Prompt){.label = "Write to (.html or .md)",
                                                .text = dialog->path == NULL ? DEFAULT_NAME : dialog->path,
                                                .accepted = path_accepted,
                                                .context = dialog});
}

static void what_answered(void *context, int answer)
{
    ExportDialog *dialog = context;
    if (answer == 0) {
        free(dialog->item);
        dialog->item = NULL;
    }
    if (answer >= 0) {
        ask_path(dialog);
    }
}

static void ask_what(ExportDialog *dialog, size_t count)
{
    Item *item = item_load(explorer_store(dialog->explorer), dialog->item, NULL);
    char *basket = string_format("The basket (%zu)", count);
    char *page = string_format("Only: %s", item == NULL ? dialog->item : item->title);
    explorer_ask(dialog->explorer, &(Question){.title = "What goes into the sheet?",
                                               .answers = (const char *const[]){basket, page, NULL},
                                               .answered = what_answered,
                                               .context = dialog});
    free(basket);
    free(page);
    item_free(item);
}

void export_start_list(ExportDialog *dialog, Explorer *explorer, const StringList *ids)
{
    string_list_free(&dialog->listed);
    for (size_t i = 0; i < ids->count; i++) {
        string_list_add(&dialog->listed, ids->items[i]);
    }
    dialog->explorer = explorer;
    ask_path(dialog);
    explorer_message(explorer, "%zu items, as they are listed.", ids->count);
}

void export_start(ExportDialog *dialog, Explorer *explorer, const char *item)
{
    string_list_free(&dialog->listed);
    Error error = {0};
    Sheet *sheet = sheet_load(explorer_store(explorer), BASKET_NAME, &error);
    bool in_basket = false;
    dialog->explorer = explorer;
    free(dialog->item);
    dialog->item = string_copy(item);
    for (size_t i = 0; sheet != NULL && item != NULL && i < sheet->entry_count; i++) {
        in_basket = in_basket || (sheet->entry_count == 1 && strcmp(sheet->entries[i].id, item) == 0);
    }
    if (sheet == NULL) {
        explorer_report(explorer, &error);
    } else if (sheet->entry_count == 0 && item == NULL) {
        explorer_message(explorer, "The basket is empty. Space puts the focused item in.");
    } else if (sheet->entry_count == 0) {
        ask_path(dialog);
    } else if (item == NULL || in_basket) {
        what_answered(dialog, 0);
    } else {
        ask_what(dialog, sheet->entry_count);
    }
    sheet_free(sheet);
}
