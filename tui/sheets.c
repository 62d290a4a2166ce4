/* The user's sheets. */
#include "config.h"

#include "core/memory.h"
#include "store/sheets.h"
#include "tui/dialog.h"
#include "tui/explorer.h"
#include "tui/list.h"
#include "tui/views.h"

#include <stdlib.h>
#include <string.h>

typedef struct SheetsView {
    View view;
    StringList names;
    Sheet **sheets; /* by the same index */
    char **counts;  /* how many entries each has, in words */
    List list;
    char *deleted;  /* the name of the sheet that is asked about; NULL */
} SheetsView;

enum { COLUMN_NAME, COLUMN_TITLE, COLUMN_TEMPLATE, COLUMN_ITEMS };

static const ListColumn columns[] = {
    {.title = "sheet", .width = 22},
    {.title = "title"},
    {.title = "template", .width = 15, .from_width = 64},
    {.title = "items", .width = 6, .from_width = 40},
};

static const char *row_id(void *context, size_t row)
{
    return ((SheetsView *)context)->names.items[row];
}

static ListCell cell(void *context, size_t row, size_t column)
{
    const SheetsView *view = context;
    const Sheet *sheet = view->sheets[row];
    const char *text = column == COLUMN_NAME       ? sheet->name
                       : column == COLUMN_TITLE    ? sheet_property(sheet, SHEET_TITLE)
                       : column == COLUMN_TEMPLATE ? sheet_property(sheet, SHEET_TEMPLATE)
                                                   : view->counts[row];
    return (ListCell){text == NULL ? "" : text, column == COLUMN_NAME ? STYLE_NORMAL : STYLE_QUIET};
}

static const ListOperations list_operations = {.id = row_id, .cell = cell};

static void release(SheetsView *view)
{
    for (size_t i = 0; i < view->names.count; i++) {
        sheet_free(view->sheets[i]);
        free(view->counts[i]);
    }
    free(view->sheets);
    free(view->counts);
    string_list_free(&view->names);
    view->sheets = NULL;
    view->counts = NULL;
}

static bool recalculate(View *base, Error *error)
{
    SheetsView *view = (SheetsView *)base, loaded = {0};
    Store *store = explorer_store(base->explorer);
    bool done = sheet_names(store, &loaded.names, error);
    loaded.sheets = memory_zeroed(loaded.names.count + 1, sizeof *loaded.sheets);
    loaded.counts = memory_zeroed(loaded.names.count + 1, sizeof *loaded.counts);
    for (size_t i = 0; done && i < loaded.names.count; i++) {
        loaded.sheets[i] = sheet_load(store, loaded.names.items[i], error);
        done = loaded.sheets[i] != NULL;
        loaded.counts[i] = done ? string_format("%zu", loaded.sheets[i]->entry_count) : NULL;
    }
    if (!done) {
        release(&loaded);
        return false;
    }
    release(view);
    view->names = loaded.names;
    view->sheets = loaded.sheets;
    view->counts = loaded.counts;
    list_set_rows(&view->list, view->names.count);
    return true;
}

static void open_sheet(SheetsView *view)
{
    const char *name = list_selected_id(&view->list);
    if (name != NULL) {
        explorer_open(view->view.explorer, sheet_view_new(view->view.explorer, name));
    }
}

/* The focus goes to the sheet when the rows are loaded anew. */
static void focus_later(SheetsView *view, const char *name)
{
    list_set_filter(&view->list, NULL); /* it may not match */
    free(view->list.selected_id);
    view->list.selected_id = string_copy(name);
}

static void made(SheetsView *view, bool done, Error *error, const char *name)
{
    if (done) {
        focus_later(view, name);
        explorer_message(view->view.explorer, "Made: %s", name);
    }
    explorer_report(view->view.explorer, error);
}

static void new_accepted(void *context, const char *text)
{
    SheetsView *view = context;
    Error error = {0};
    made(view, sheet_create(explorer_store(view->view.explorer), text, NULL, &error), &error, text);
}

static void copy_accepted(void *context, const char *text)
{
    SheetsView *view = context;
    Error error = {0};
    const char *name = list_selected_id(&view->list);
    if (name != NULL) {
        made(view, sheet_copy(explorer_store(view->view.explorer), name, text, &error), &error, text);
    }
}

static void rename_accepted(void *context, const char *text)
{
    SheetsView *view = context;
    Error error = {0};
    const char *name = list_selected_id(&view->list);
    if (name != NULL && strcmp(name, text) != 0) {
        if (sheet_rename(explorer_store(view->view.explorer), name, text, &error)) {
            focus_later(view, text);
        }
        explorer_report(view->view.explorer, &error);
    }
}

static void delete_answered(void *context, int answer)
{
    SheetsView *view = context;
    Error error = {0};
    if (answer == 1 && view->deleted != NULL) {
        sheet_delete(explorer_store(view->view.explorer), view->deleted, &error);
        explorer_report(view->view.explorer, &error);
    }
    free(view->deleted);
    view->deleted = NULL;
}

static void ask_to_delete(SheetsView *view, const char *name)
{
    char *title = string_format("Delete the sheet \"%s\"?", name);
    free(view->deleted);
    view->deleted = string_copy(name);
    explorer_ask(view->view.explorer, &(Question){.title = title,
                                                  .text = "What is in it stays in the data.",
                                                  .answers = (const char *const[]){"Keep it", "Delete it", NULL},
                                                  .answered = delete_answered,
                                                  .context = view});
    free(title);
}

static void ask_name(SheetsView *view, const char *label, const char *text, void (*accepted)(void *, const char *))
{
    explorer_prompt(view->view.explorer,
                    &(Prompt){.label = label, .text = text, .accepted = accepted, .context = view});
}

static void menu_answered(void *context, int answer)
{
    SheetsView *view = context;
    const char *name = list_selected_id(&view->list);
    if (answer == 0) {
        ask_name(view, "Name of the new sheet", NULL, new_accepted);
    } else if (answer == 1) {
        ask_name(view, "Name of the copy", NULL, copy_accepted);
    } else if (answer == 2) {
        ask_name(view, "Its new name", name, rename_accepted);
    } else if (answer == 3 && name != NULL) {
        ask_to_delete(view, name);
    }
}

static ViewFlags ask_menu(SheetsView *view)
{
    const char *name = list_selected_id(&view->list);
    bool own = name != NULL && strcmp(name, BASKET_NAME) != 0;
    explorer_ask(view->view.explorer,
                 &(Question){.title = "Sheets",
                             .answers = own ? (const char *const[]){"New sheet", "Copy it", "Rename it", "Delete it", NULL}
                                            : (const char *const[]){"New sheet", "Copy it", NULL},
                             .answered = menu_answered,
                             .context = view});
    return VIEW_HANDLED;
}

static ViewFlags handle(View *base, Action action, Key key)
{
    SheetsView *view = (SheetsView *)base;
    (void)key;
    switch (action) {
    case ACTION_OPEN:
    case ACTION_RIGHT:
        open_sheet(view);
        return VIEW_HANDLED;
    case ACTION_SHEET_MENU:
        return ask_menu(view);
    case ACTION_SHEET_CHECK:
        if (list_selected_id(&view->list) != NULL) {
            explorer_open(base->explorer, sheet_check_view_new(base->explorer, list_selected_id(&view->list)));
        }
        return VIEW_HANDLED;
    case ACTION_FILTER:
        list_prompt_filter(&view->list, base->explorer);
        return VIEW_HANDLED;
    default:
        return list_handle(&view->list, action);
    }
}

static ViewFlags mouse(View *base, const Event *event)
{
    bool open = false;
    ViewFlags flags = list_mouse(&((SheetsView *)base)->list, event, &open);
    if (open) {
        open_sheet((SheetsView *)base);
    }
    return flags;
}

static void draw(View *base, const Canvas *canvas)
{
    list_draw(&((SheetsView *)base)->list, canvas, true, "No sheets.");
}

static void title(const View *base, Text *text)
{
    (void)base;
    text_append(text, "Sheets");
}

static void status(const View *base, Text *text)
{
    list_status(&((const SheetsView *)base)->list, text);
}

static const char *sheet_of(const View *base)
{
    const SheetsView *view = (const SheetsView *)base;
    return view->sheets == NULL ? NULL : list_selected_id(&view->list);
}

static void command(const View *base, Text *text)
{
    (void)base;
    text_append(text, "gairo sheet list");
}

static void linear(View *base, Linear *lines)
{
    list_linear(&((SheetsView *)base)->list, lines, "Sheets", "No sheets.", NULL);
}

static void sheets_free(View *base)
{
    SheetsView *view = (SheetsView *)base;
    list_free(&view->list);
    release(view);
    free(view->deleted);
    free(view);
}

static void save(const View *view, State *state)
{
    list_save(&((const SheetsView *)view)->list, "", state);
}

static void restore(View *view, const State *state)
{
    list_restore(&((SheetsView *)view)->list, "", state);
}

static const ViewOperations operations = {
    .title = title,
    .status = status,
    .recalculate = recalculate,
    .draw = draw,
    .handle = handle,
    .mouse = mouse,
    .sheet = sheet_of,
    .command = command,
    .linear = linear,
    .save = save,
    .restore = restore,
    .free = sheets_free,
    .keys = (const Action[]){ACTION_OPEN, ACTION_SHEET_MENU, ACTION_SHEET_CHECK, ACTION_EXPORT, ACTION_FILTER, ACTION_NONE},
};

View *sheets_view_new(Explorer *explorer)
{
    SheetsView *view = memory_zeroed(1, sizeof *view);
    view_start(&view->view, &operations, explorer);
    list_start(&view->list, &list_operations, view, columns, sizeof columns / sizeof *columns);
    return &view->view;
}
