#include "config.h"

#include "tui/export.h"

#include "core/file.h"
#include "core/memory.h"
#include "sheets/check.h"
#include "store/items.h"
#include "store/sheets.h"
#include "tui/canvas.h"
#include "tui/dialog.h"

#include <stdlib.h>
#include <string.h>

#define DEFAULT_NAME "sheet"

/* What a screen listed or showed. */
static void forget_what(ExportDialog *dialog)
{
    string_list_free(&dialog->listed);
    screen_table_free(&dialog->table);
    dialog->template_name = NULL;
}

void export_free(ExportDialog *dialog)
{
    free(dialog->item);
    free(dialog->sheet);
    free(dialog->format);
    free(dialog->path);
    forget_what(dialog);
    own_outputs_free(&dialog->own);
    *dialog = (ExportDialog){0};
}

static const char *sheet_name(const ExportDialog *dialog)
{
    return dialog->sheet == NULL ? BASKET_NAME : dialog->sheet;
}

/* The output for the file: the one that was chosen where its files end so, else what the ending says. NULL where neither tells. */
static const OutputFormat *format_of(const ExportDialog *dialog, const char *path)
{
    const OutputFormat *chosen = dialog->format == NULL ? NULL : output_format_choose(&dialog->own, dialog->format, NULL);
    return chosen != NULL && output_format_fits(chosen, path) ? chosen : output_format_choose(&dialog->own, NULL, path);
}

/* True where what is written is a table of what the screen showed: it showed one, or a list, and the output has rows. */
static bool writes_table(const ExportDialog *dialog, const OutputFormat *format)
{
    return dialog->table.cell_count > 0 && (dialog->listed.count == 0 || strcmp(format->name, "csv") == 0);
}

static bool write_sheet(ExportDialog *dialog, const OutputFormat *format, Error *error)
{
    Store *store = explorer_store(dialog->explorer);
    SheetRequest request = {.as_of = explorer_as_of(dialog->explorer)};
    StringList ids = {0};
    Sheet *sheet = NULL;
    if (writes_table(dialog, format)) {
        request.table = &dialog->table;
    } else if (dialog->listed.count > 0) {
        request.ids = &dialog->listed;
        request.in_order = true;
        request.narrowing = dialog->table.remark;
        request.template_name = dialog->template_name;
    } else if (dialog->item != NULL) {
        string_list_add(&ids, dialog->item);
        request.ids = &ids;
    } else {
        request.sheet = sheet = sheet_load(store, sheet_name(dialog), error);
    }
    bool done = (request.table != NULL || request.ids != NULL || request.sheet != NULL) &&
                sheet_export(store, &request, format, dialog->path, error);
    sheet_free(sheet);
    string_list_free(&ids);
    return done;
}

static void write_and_say(ExportDialog *dialog)
{
    Error error = {0};
    const OutputFormat *format = format_of(dialog, dialog->path);
    if (write_sheet(dialog, format, &error)) {
        char *whole = realpath(dialog->path, NULL); /* a name alone does not say where it went */
        explorer_message(dialog->explorer, "Written: %s", whole == NULL ? dialog->path : whole);
        free(whole);
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

static void append_endings(Text *text)
{
    for (size_t i = 0; i < output_format_count(); i++) {
        const char *extensions = output_format_at(i)->extensions; /* the first one is enough */
        if (output_format_at(i)->compose != NULL) { /* slides end as pages do */
            continue;
        }
        int length = (int)strcspn(extensions, " ");
        if (length > 1) { /* without the dot: a line may end behind one */
            text_append_format(text, "%s%.*s", text->length > 0 ? ", " : "", length - 1, extensions + 1);
        }
    }
}

static void say_endings(Explorer *explorer)
{
    Text endings = {0};
    append_endings(&endings);
    explorer_message(explorer, "The name's ending says the format; it is one of %s", endings.data);
    text_free(&endings);
}

static void path_accepted(void *context, const char *text)
{
    ExportDialog *dialog = context;
    if (*text == '\0') {
        return;
    }
    if (format_of(dialog, text) == NULL) {
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

/* The name that is proposed: the last one, or the sheet's, with the ending of the output that was chosen. */
static char *propose(const ExportDialog *dialog)
{
    const OutputFormat *format = output_format_choose(&dialog->own, dialog->format, NULL);
    const char *extensions = format == NULL ? ".html" : format->extensions;
    int ending = (int)strcspn(extensions, " ");
    if (dialog->path != NULL && format_of(dialog, dialog->path) == format) {
        return string_copy(dialog->path);
    }
    if (dialog->path != NULL) {
        const char *dot = strrchr(path_name(dialog->path), '.');
        int length = (int)(dot == NULL ? strlen(dialog->path) : (size_t)(dot - dialog->path));
        return string_format("%.*s%.*s", length, dialog->path, ending, extensions);
    }
    bool named = dialog->sheet != NULL && strcmp(dialog->sheet, BASKET_NAME) != 0 && strchr(dialog->sheet, '/') == NULL;
    return string_format("%s%.*s", named ? dialog->sheet : DEFAULT_NAME, ending, extensions);
}

static void ask_path(ExportDialog *dialog)
{
    char *proposal = propose(dialog);
    explorer_prompt(dialog->explorer,
                    &(Prompt){.label = "Write to", .text = proposal, .accepted = path_accepted, .context = dialog});
    free(proposal);
}

/* Slides are made of items. */
static bool can_be_made(const ExportDialog *dialog, const OutputFormat *format)
{
    bool items = dialog->listed.count > 0 || dialog->table.cell_count == 0;
    return format->lacking == NULL && (items || format->compose == NULL);
}

/* The outputs that can be made, one after another; NULL behind the last. */
static const OutputFormat *offered(const ExportDialog *dialog, size_t index)
{
    for (size_t i = 0; i < output_choice_count(&dialog->own); i++) {
        const OutputFormat *format = output_choice_at(&dialog->own, i);
        if (can_be_made(dialog, format) && index-- == 0) {
            return format;
        }
    }
    return NULL;
}

static void format_answered(void *context, int answer)
{
    ExportDialog *dialog = context;
    const OutputFormat *format = answer < 0 ? NULL : offered(dialog, (size_t)answer);
    if (format == NULL) {
        return;
    }
    free(dialog->format);
    dialog->format = string_copy(format->name);
    ask_path(dialog);
}

/* How many of the items each rule is about, where several are in it. */
static void count_remarks(const SheetRemarks *remarks, Text *words)
{
    static const struct {
        const char *rule, *words;
    } rules[] = {
        {"law-changed", "with another state of the law than when put in"},
        {"wrong", "marked wrong"},
        {"changed", "with another text than when they were put in, or checked"},
        {"gone", "no longer in the data"},
        {"disputed", "disputed, and cut so that this is not shown"},
        {"no-source", "with no source but our own synthesis"},
        {"unchecked", "not yet checked against the paper's text"},
    };
    for (size_t r = 0; r < sizeof rules / sizeof *rules; r++) {
        size_t count = 0;
        for (size_t i = 0; i < remarks->count; i++) {
            count += remarks->remarks[i].id != NULL && strcmp(remarks->remarks[i].rule, rules[r].rule) == 0;
        }
        if (count > 0) {
            text_append_format(words, "%s%zu %s", words->length > 0 ? "; " : "", count, rules[r].words);
        }
    }
}

/* What is to be known before it goes out, in a few lines: of the sheet as a whole first. */
static char *check_words(ExportDialog *dialog, Error *error)
{
    SheetEntry one = {.id = dialog->item, .title = dialog->item};
    Sheet of_one = {.name = dialog->item, .entries = &one, .entry_count = 1}, *loaded = NULL;
    SheetRemarks remarks = {0};
    Store *store = explorer_store(dialog->explorer);
    Text words = {0};
    if (dialog->item == NULL && (loaded = sheet_load(store, sheet_name(dialog), error)) == NULL) {
        return NULL;
    }
    const SheetRequest request = {.as_of = explorer_as_of(dialog->explorer), .sheet = loaded == NULL ? &of_one : loaded};
    bool done = sheet_check_contents(store, &request, &remarks, error);
    for (size_t i = 0; done && i < remarks.count; i++) {
        const SheetRemark *remark = &remarks.remarks[i];
        if (remark->id == NULL || loaded == NULL) {
            text_append_format(&words, "%s%s", words.length > 0 ? "; " : "", remark->message);
        }
    }
    if (done && loaded != NULL) {
        count_remarks(&remarks, &words);
    }
    if (words.length > 0) {
        char *all = text_take(&words);
        text_append_format(&words, "To be known: %s%s", all, loaded != NULL ? ". In the sheet C shows which." : "");
        free(all);
    }
    sheet_remarks_free(&remarks);
    sheet_free(loaded);
    return done ? text_take(&words) : NULL;
}

/* words stand above the outputs; "": nothing does. */
static void ask_output(ExportDialog *dialog, const char *words)
{
    const char *answers[DIALOG_ANSWERS_MAX + 1] = {NULL};
    StringList titles = {0};
    size_t selected = 0, count = 0;
    const OutputFormat *before =
        dialog->path != NULL ? format_of(dialog, dialog->path) : output_format_find("html"), *format;
    for (; count < DIALOG_ANSWERS_MAX && (format = offered(dialog, count)) != NULL; count++) {
        string_list_take(&titles, string_format("%s: %s", format->name, format->title));
        selected = format == before ? count : selected;
    }
    for (size_t i = 0; i < count; i++) {
        answers[i] = titles.items[i];
    }
    explorer_ask(dialog->explorer, &(Question){.title = "Write it as",
                                               .text = *words == '\0' ? NULL : words,
                                               .answers = answers,
                                               .selected = selected,
                                               .answered = format_answered,
                                               .context = dialog});
    string_list_free(&titles);
}

static void ask_format(ExportDialog *dialog)
{
    Error error = {0};
    char *words = check_words(dialog, &error);
    if (words == NULL) {
        explorer_report(dialog->explorer, &error);
        return;
    }
    ask_output(dialog, words);
    free(words);
}

static void what_answered(void *context, int answer)
{
    ExportDialog *dialog = context;
    if (answer == 0) {
        free(dialog->item);
        dialog->item = NULL;
    }
    if (answer >= 0) {
        ask_format(dialog);
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

/* "12 rows, as they are shown": what is written of a screen, and as what. */
static void ask_screen(ExportDialog *dialog, const char *one, const char *many, size_t count)
{
    Error error = {0};
    own_outputs_free(&dialog->own);
    if (!own_outputs_load(&dialog->own, &error)) {
        explorer_report(dialog->explorer, &error);
        return;
    }
    Text words = {0};
    if (count == 1) {
        text_append(&words, one);
    } else {
        text_append_format(&words, "%zu %s", count, many);
    }
    if (dialog->table.remark != NULL) {
        text_append_format(&words, ": %s", dialog->table.remark);
    }
    ask_output(dialog, words.data);
    text_free(&words);
}

/* Leaves table zeroed. */
static void take_table(ExportDialog *dialog, ScreenTable *table)
{
    screen_table_drop_empty(table);
    dialog->table = *table;
    *table = (ScreenTable){0};
}

void export_start_table(ExportDialog *dialog, Explorer *explorer, ScreenTable *table)
{
    forget_what(dialog);
    take_table(dialog, table);
    dialog->explorer = explorer;
    ask_screen(dialog, "1 row, as it is shown", "rows, as they are shown", screen_table_rows(&dialog->table));
}

void export_start_list(ExportDialog *dialog, Explorer *explorer, const StringList *ids, ScreenTable *table,
                       const char *template_name)
{
    forget_what(dialog);
    for (size_t i = 0; i < ids->count; i++) {
        string_list_add(&dialog->listed, ids->items[i]);
    }
    take_table(dialog, table);
    dialog->template_name = template_name;
    dialog->explorer = explorer;
    ask_screen(dialog, "1 item, as it is listed", "items, as they are listed", ids->count);
}

void export_start(ExportDialog *dialog, Explorer *explorer, const char *item, const char *name)
{
    forget_what(dialog);
    Error error = {0};
    Sheet *sheet = sheet_load(explorer_store(explorer), name == NULL ? BASKET_NAME : name, &error);
    bool in_basket = false;
    dialog->explorer = explorer;
    free(dialog->item);
    free(dialog->sheet);
    dialog->item = name == NULL ? string_copy(item) : NULL;
    dialog->sheet = string_copy(name);
    own_outputs_free(&dialog->own);
    for (size_t i = 0; sheet != NULL && item != NULL && i < sheet->entry_count; i++) {
        in_basket = in_basket || (sheet->entry_count == 1 && strcmp(sheet->entries[i].id, item) == 0);
    }
    if (sheet == NULL || !own_outputs_load(&dialog->own, &error)) {
        explorer_report(explorer, &error);
    } else if (sheet->entry_count == 0 && dialog->item == NULL) {
        explorer_message(explorer, name == NULL ? "The basket is empty. Space puts the focused item in."
                                                : "The sheet is empty. S puts the focused item into a sheet.");
    } else if (sheet->entry_count == 0) {
        ask_format(dialog);
    } else if (dialog->item == NULL || in_basket) {
        what_answered(dialog, 0);
    } else {
        ask_what(dialog, sheet->entry_count);
    }
    sheet_free(sheet);
}
