/* Changing a sheet: what it says of itself, and how its entries are shown. */
#include "config.h"

#include "core/memory.h"
#include "sheets/templates.h"
#include "tui/sheet.h"
#include "tui/views.h"

#include <stdlib.h>
#include <string.h>

static Store *store_of(const SheetView *sheet)
{
    return explorer_store(sheet->view.explorer);
}

static const SheetEntry *focused(const SheetView *sheet)
{
    size_t row;
    return list_selected(&sheet->list, &row) ? &sheet->sheet->entries[row] : NULL;
}

static void say_if_wrong(SheetView *sheet, Error *error)
{
    explorer_report(sheet->view.explorer, error);
}

static const char *const depth_words[DEPTH_COUNT] = {
    [DEPTH_FULL] = "all of it",
    [DEPTH_SUMMARY] = "summary, and what is said of it in a word",
    [DEPTH_TITLE] = "title only",
};

void sheet_entry_head(const SheetEntry *entry, Document *document)
{
    if (entry->depth != DEPTH_FULL) {
        document_field(document, "Shown", STYLE_NORMAL, depth_words[entry->depth], NULL);
    }
    document_field(document, "Heading", STYLE_NORMAL, entry->heading, NULL);
    document_field(document, "Your note", STYLE_NORMAL, entry->remark, "in this sheet");
    document_gap(document);
}

/* The next depth: all, summary, title, and all again. */
static ViewFlags cut(SheetView *sheet)
{
    const SheetEntry *entry = focused(sheet);
    Error error = {0};
    if (entry == NULL) {
        return VIEW_HANDLED;
    }
    SheetDepth depth = (SheetDepth)((entry->depth + 1) % DEPTH_COUNT);
    if (sheet_set_depth(store_of(sheet), sheet->name, entry->id, depth, &error)) {
        explorer_message(sheet->view.explorer, "Shown in the sheet: %s", depth_words[depth]);
    }
    say_if_wrong(sheet, &error);
    return VIEW_RECALCULATE;
}

static void note_accepted(void *context, const char *text)
{
    SheetView *sheet = context;
    const SheetEntry *entry = focused(sheet);
    Error error = {0};
    if (entry != NULL) {
        if (sheet_set_remark(store_of(sheet), sheet->name, entry->id, text, &error)) {
            explorer_message(sheet->view.explorer, *text == '\0' ? "It has no note in this sheet."
                                                   : sheet_notes(sheet->sheet) == NOTES_NONE
                                                       ? "Your note is in the sheet, and not printed."
                                                       : "Your note is in the sheet, and printed with it.");
        }
        say_if_wrong(sheet, &error);
    }
}

static ViewFlags ask_note(SheetView *sheet)
{
    const SheetEntry *entry = focused(sheet);
    if (entry != NULL) {
        explorer_prompt(sheet->view.explorer, &(Prompt){.label = sheet_notes(sheet->sheet) == NOTES_NONE ? "Note in this sheet (not printed)"
                                                                                                        : "Note in this sheet (printed)",
                                                        .text = entry->remark,
                                                        .accepted = note_accepted,
                                                        .context = sheet});
    }
    return VIEW_HANDLED;
}

static void heading_accepted(void *context, const char *text)
{
    SheetView *sheet = context;
    const SheetEntry *entry = focused(sheet);
    Error error = {0};
    if (entry != NULL) {
        if (sheet_set_heading(store_of(sheet), sheet->name, entry->id, text, &error)) {
            explorer_message(sheet->view.explorer, "It stands under: %s", *text == '\0' ? "the heading of its kind" : text);
        }
        say_if_wrong(sheet, &error);
    }
}

/* The heading of the entry, else that of the one above it, to be taken by Enter. */
static ViewFlags ask_heading(SheetView *sheet)
{
    size_t row;
    if (list_selected(&sheet->list, &row)) {
        const char *heading = sheet->sheet->entries[row].heading;
        if (heading == NULL && row > 0) {
            heading = sheet->sheet->entries[row - 1].heading;
        }
        explorer_prompt(sheet->view.explorer, &(Prompt){.label = "Heading (empty: that of its kind)",
                                                        .text = heading,
                                                        .accepted = heading_accepted,
                                                        .context = sheet});
    }
    return VIEW_HANDLED;
}

static void ask_property(SheetView *sheet, const char *text);

/* What cannot be taken is asked for once more, as it was typed. */
static void property_accepted(void *context, const char *text)
{
    SheetView *sheet = context;
    Error error = {0};
    if (!sheet_set(store_of(sheet), sheet->name, sheet->property, text, &error) && error.code == ERROR_USAGE) {
        ask_property(sheet, text);
    }
    say_if_wrong(sheet, &error);
}

static void template_answered(void *context, int answer)
{
    SheetView *sheet = context;
    Error error = {0};
    if (answer >= 0) {
        sheet_set(store_of(sheet), sheet->name, SHEET_TEMPLATE, sheet_template_at((size_t)answer)->name, &error);
        say_if_wrong(sheet, &error);
    }
}

static void ask_template(SheetView *sheet)
{
    const char *answers[32] = {NULL}, *now = sheet_property(sheet->sheet, SHEET_TEMPLATE);
    StringList titles = {0};
    size_t selected = 0;
    for (size_t i = 0; i < sheet_template_count() && i < 31; i++) {
        const SheetTemplate *template = sheet_template_at(i);
        string_list_take(&titles, string_format("%s: %s", template->name, template->explanation));
        selected = now != NULL && strcmp(now, template->name) == 0 ? i : selected;
    }
    for (size_t i = 0; i < titles.count; i++) {
        answers[i] = titles.items[i];
    }
    explorer_ask(sheet->view.explorer, &(Question){.title = "What is the sheet made as?",
                                                   .answers = answers,
                                                   .selected = selected,
                                                   .answered = template_answered,
                                                   .context = sheet});
    string_list_free(&titles);
}

/* The choices of how much of the user's words is printed, in the order of the question. */
static const struct {
    const char *value, *words;
} notes_choices[] = {
    {"", "annotations of this sheet"},
    {"yes", "annotations, and your notes on items"},
    {"no", "none of your words"},
};
#define NOTES_CHOICES (sizeof notes_choices / sizeof *notes_choices)

static size_t notes_chosen(const SheetView *sheet)
{
    SheetNotes notes = sheet_notes(sheet->sheet);
    return notes == NOTES_ALL ? 1 : notes == NOTES_NONE ? 2 : 0;
}

static void notes_answered(void *context, int answer)
{
    SheetView *sheet = context;
    Error error = {0};
    if (answer >= 0 && (size_t)answer < NOTES_CHOICES) {
        if (sheet_set(store_of(sheet), sheet->name, SHEET_NOTES, notes_choices[answer].value, &error)) {
            explorer_message(sheet->view.explorer, "Printed with it: %s", notes_choices[answer].words);
        }
        say_if_wrong(sheet, &error);
    }
}

static void ask_notes(SheetView *sheet)
{
    const char *answers[NOTES_CHOICES + 1] = {NULL};
    for (size_t i = 0; i < NOTES_CHOICES; i++) {
        answers[i] = notes_choices[i].words;
    }
    explorer_ask(sheet->view.explorer, &(Question){.title = "What is printed of your words?",
                                                   .answers = answers,
                                                   .selected = notes_chosen(sheet),
                                                   .answered = notes_answered,
                                                   .context = sheet});
}

static const char *const property_labels[SHEET_PROPERTY_COUNT] = {
    [SHEET_TITLE] = "Title",
    [SHEET_AUDIENCE] = "For whom",
    [SHEET_AUTHOR] = "Author",
    [SHEET_DATE] = "Date (YYYY-MM-DD)",
    [SHEET_CLASSIFICATION] = "Classification line",
    [SHEET_TEMPLATE] = "Template",
    [SHEET_NOTES] = "Printed of your words",
};

static void ask_property(SheetView *sheet, const char *text)
{
    explorer_prompt(sheet->view.explorer, &(Prompt){.label = property_labels[sheet->property],
                                                    .text = text,
                                                    .accepted = property_accepted,
                                                    .context = sheet});
}

/* The answers of the menu behind the properties. */
enum { MENU_BASKET = SHEET_PROPERTY_COUNT, MENU_CHECK, MENU_FIT, MENU_COUNT };

/* Puts all of the basket into the sheet. */
static void take_basket(SheetView *sheet)
{
    Error error = {0};
    StringList ids = {0};
    Sheet *basket = sheet_load(store_of(sheet), BASKET_NAME, &error);
    for (size_t i = 0; basket != NULL && i < basket->entry_count; i++) {
        if (!basket->entries[i].gone) {
            string_list_add(&ids, basket->entries[i].id);
        }
    }
    if (basket != NULL && ids.count == 0) {
        explorer_message(sheet->view.explorer, "The basket is empty. Space puts the focused item in.");
    } else if (basket != NULL && sheet_add_all(store_of(sheet), sheet->name, &ids, &error)) {
        explorer_message(sheet->view.explorer, "%zu of the basket: in \"%s\"", ids.count, sheet->name);
    }
    say_if_wrong(sheet, &error);
    string_list_free(&ids);
    sheet_free(basket);
}

static void menu_answered(void *context, int answer)
{
    SheetView *sheet = context;
    if (answer == SHEET_TEMPLATE) {
        ask_template(sheet);
    } else if (answer == SHEET_NOTES) {
        ask_notes(sheet);
    } else if (answer >= 0 && answer < SHEET_PROPERTY_COUNT) {
        sheet->property = (SheetProperty)answer;
        ask_property(sheet, sheet_property(sheet->sheet, sheet->property));
    } else if (answer == MENU_BASKET) {
        take_basket(sheet);
    } else if (answer == MENU_CHECK) {
        explorer_run_later(sheet->view.explorer, ACTION_SHEET_CHECK);
    } else if (answer == MENU_FIT) {
        explorer_run_later(sheet->view.explorer, ACTION_SHEET_FIT);
    }
}

/* The form: what the sheet says, each line to be chosen and changed. */
static ViewFlags ask_menu(SheetView *sheet)
{
    const char *answers[MENU_COUNT + 1] = {NULL};
    StringList lines = {0};
    for (int i = 0; i < SHEET_PROPERTY_COUNT; i++) {
        const char *value = sheet_property(sheet->sheet, (SheetProperty)i);
        const char *otherwise = i == SHEET_TEMPLATE ? sheet_template_default()->name : "nothing yet";
        if (i == SHEET_NOTES) {
            value = notes_choices[notes_chosen(sheet)].words;
        }
        string_list_take(&lines, string_format("%s: %s", property_labels[i], value == NULL ? otherwise : value));
    }
    string_list_add(&lines, "Put all of the basket in");
    string_list_add(&lines, "Check it before it goes out");
    string_list_add(&lines, "Count its pages in print");
    for (size_t i = 0; i < lines.count; i++) {
        answers[i] = lines.items[i];
    }
    explorer_ask(sheet->view.explorer, &(Question){.title = "What the sheet says",
                                                   .answers = answers,
                                                   .answered = menu_answered,
                                                   .context = sheet});
    string_list_free(&lines);
    return VIEW_HANDLED;
}

/* In a sheet with a name, Space takes out of that sheet. */
static ViewFlags take_out(SheetView *sheet)
{
    const SheetEntry *entry = focused(sheet);
    Error error = {0};
    if (strcmp(sheet->name, BASKET_NAME) == 0) {
        return VIEW_IGNORED;
    }
    if (entry == NULL) {
        return VIEW_HANDLED;
    }
    char *title = string_copy(entry->title);
    if (sheet_remove(store_of(sheet), sheet->name, entry->id, &error)) {
        explorer_message(sheet->view.explorer, "Taken out: %s", title);
    }
    say_if_wrong(sheet, &error);
    free(title);
    return VIEW_RECALCULATE;
}

ViewFlags sheet_edit_handle(SheetView *sheet, Action action)
{
    switch (action) {
    case ACTION_SHEET_CUT:
        return cut(sheet);
    case ACTION_SHEET_NOTE:
        return ask_note(sheet);
    case ACTION_SHEET_HEADING:
        return ask_heading(sheet);
    case ACTION_SHEET_MENU:
        return ask_menu(sheet);
    case ACTION_SHEET_CHECK:
        explorer_open(sheet->view.explorer, sheet_check_view_new(sheet->view.explorer, sheet->name));
        return VIEW_HANDLED;
    case ACTION_SHEET_FIT:
        sheet_fit_ask(sheet);
        return VIEW_REDRAW;
    case ACTION_BASKET_TOGGLE:
        return take_out(sheet);
    default:
        return VIEW_IGNORED;
    }
}
