/* A sheet in the user's order: the basket, or one with a name. */
#include "config.h"

#include "core/memory.h"
#include "store/balance.h"
#include "store/items.h"
#include "tui/places.h"
#include "tui/sheet.h"
#include "tui/views.h"

#include <stdlib.h>
#include <string.h>

#define PREVIEW_FROM_COLUMNS 80
#define ADVICE_FROM_COLUMNS 64

enum { COLUMN_TITLE, COLUMN_HEADING, COLUMN_DEPTH, COLUMN_KIND };

static const ListColumn columns[] = {
    {.title = "in the sheet"},
    {.title = "heading", .width = 20, .from_width = 70},
    {.title = "shown", .width = 8, .from_width = 44},
    {.title = "kind", .width = 14, .from_width = 52},
};
static const ListColumn basket_columns[] = {
    {.title = "in the basket"},
    {.title = "heading", .width = 20, .from_width = 90},
    {.title = "shown", .width = 8, .from_width = 64},
    {.title = "kind", .width = 14, .from_width = 52},
};

static bool is_basket(const SheetView *sheet)
{
    return strcmp(sheet->name, BASKET_NAME) == 0;
}

static const char *row_id(void *context, size_t row)
{
    return ((SheetView *)context)->sheet->entries[row].id;
}

static ListCell cell(void *context, size_t row, size_t column)
{
    const SheetView *basket = context;
    const SheetEntry *entry = &basket->sheet->entries[row];
    switch (column) {
    case COLUMN_TITLE:
        return (ListCell){entry->title, entry->gone ? STYLE_QUIET : STYLE_NORMAL};
    case COLUMN_HEADING:
        return (ListCell){entry->heading == NULL ? "" : entry->heading, STYLE_QUIET};
    case COLUMN_DEPTH:
        return (ListCell){entry->depth == DEPTH_FULL ? "all" : sheet_depth_name(entry->depth), STYLE_QUIET};
    default:
        return (ListCell){basket->kinds[row], entry->gone ? STYLE_WARNING : STYLE_QUIET};
    }
}

static void free_kinds(char **kinds, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        free(kinds[i]);
    }
    free(kinds);
}

static char *kind_of(Store *store, const SheetEntry *entry)
{
    Item *item = entry->gone ? NULL : item_load(store, entry->id, NULL);
    char *kind = string_copy(item == NULL ? "gone" : kind_definition(item->kind)->title);
    item_free(item);
    return kind;
}

static bool show_preview(SheetView *basket, bool anew, Error *error)
{
    size_t row;
    bool there = list_selected(&basket->list, &row) && !basket->sheet->entries[row].gone;
    return preview_show(&basket->preview, basket->view.explorer, there ? basket->sheet->entries[row].id : NULL, anew,
                        error);
}

static bool recalculate(View *view, Error *error)
{
    SheetView *basket = (SheetView *)view;
    Store *store = explorer_store(view->explorer);
    Sheet *sheet = sheet_load(store, basket->name, error);
    if (sheet == NULL) {
        return false;
    }
    char **kinds = memory_zeroed(sheet->entry_count + 1, sizeof *kinds);
    for (size_t i = 0; i < sheet->entry_count; i++) {
        kinds[i] = kind_of(store, &sheet->entries[i]);
    }
    Sheet *old = basket->sheet;
    free_kinds(basket->kinds, old == NULL ? 0 : old->entry_count);
    basket->sheet = sheet;
    basket->kinds = kinds;
    list_set_rows(&basket->list, sheet->entry_count);
    sheet_free(old);
    free(basket->fit);
    basket->fit = NULL;
    if (!balance_of_sheet(store, basket->name, &basket->balance[0], &basket->balance[1], error)) {
        return false;
    }
    basket->is_counted = is_basket(basket);
    if (!basket->is_counted && explorer_is_plain(view->explorer)) {
        sheet_fit(basket);
    }
    return show_preview(basket, true, error);
}

static void follow_selection(SheetView *basket)
{
    Error error = {0};
    show_preview(basket, false, &error);
    explorer_report(basket->view.explorer, &error);
}

static void narrowed(void *context)
{
    follow_selection(context);
}

static bool noted(void *context, size_t row)
{
    return ((SheetView *)context)->sheet->entries[row].remark != NULL;
}

static const ListOperations list_operations = {.id = row_id, .cell = cell, .narrowed = narrowed, .noted = noted};

/* What the sheet says of the entry, above its page. */
static void preview_head(void *context, Document *document)
{
    const SheetView *sheet = context;
    size_t row;
    if (list_selected(&sheet->list, &row)) {
        sheet_entry_head(&sheet->sheet->entries[row], document);
    }
}

/* The pages are counted when the rest was drawn and nothing is typed. */
static int pause_before_counting(const View *view)
{
    return ((const SheetView *)view)->is_counted ? -1 : COUNTED_AFTER_MILLISECONDS;
}

static ViewFlags count_pages(View *view)
{
    sheet_fit((SheetView *)view);
    return VIEW_REDRAW;
}

static ViewFlags move(SheetView *basket, int offset)
{
    Error error = {0};
    const char *id = list_selected_id(&basket->list);
    if (id == NULL || basket->list.filter != NULL || basket->list.sort_column >= 0) {
        explorer_message(basket->view.explorer,
                         "Entries move in the sheet's own order: take filter and sorting off first.");
        return VIEW_HANDLED;
    }
    sheet_move(explorer_store(basket->view.explorer), basket->name, id, offset, &error);
    explorer_report(basket->view.explorer, &error);
    return VIEW_RECALCULATE;
}

static void empty_answered(void *context, int answer)
{
    SheetView *basket = context;
    Error error = {0};
    if (answer == 1) {
        sheet_clear(explorer_store(basket->view.explorer), basket->name, &error);
        explorer_report(basket->view.explorer, &error);
    }
}

static ViewFlags ask_to_empty(SheetView *basket)
{
    if (basket->sheet->entry_count > 0) {
        explorer_ask(basket->view.explorer, &(Question){.title = is_basket(basket) ? "Empty the basket?" : "Empty the sheet?",
                                                        .text = "Everything is taken out of it. u brings it back.",
                                                        .answers = (const char *const[]){"Keep it", "Empty it", NULL},
                                                        .answered = empty_answered,
                                                        .context = basket});
    }
    return VIEW_HANDLED;
}

static ViewFlags handle(View *view, Action action, Key key)
{
    SheetView *basket = (SheetView *)view;
    (void)key;
    if (basket->sheet == NULL) {
        return VIEW_IGNORED;
    }
    switch (action) {
    case ACTION_SHEET_CUT:
    case ACTION_SHEET_NOTE:
    case ACTION_SHEET_HEADING:
    case ACTION_SHEET_MENU:
    case ACTION_SHEET_CHECK:
    case ACTION_SHEET_FIT:
    case ACTION_BASKET_TOGGLE:
        return sheet_edit_handle(basket, action);
    case ACTION_MOVE_UP:
        return move(basket, -1);
    case ACTION_MOVE_DOWN:
        return move(basket, 1);
    case ACTION_BASKET_EMPTY:
        return ask_to_empty(basket);
    case ACTION_FILTER:
        list_prompt_filter(&basket->list, view->explorer);
        return VIEW_HANDLED;
    case ACTION_BACK:
        if (basket->list.filter != NULL) {
            list_set_filter(&basket->list, NULL);
            follow_selection(basket);
            return VIEW_REDRAW;
        }
        return VIEW_IGNORED;
    default:
        break;
    }
    ViewFlags flags = list_handle(&basket->list, action);
    follow_selection(basket);
    return flags;
}

static ViewFlags mouse(View *view, const Event *event)
{
    SheetView *basket = (SheetView *)view;
    bool open = false;
    ViewFlags flags = preview_mouse(&basket->preview, view->explorer, event);
    if (flags != VIEW_IGNORED) {
        return flags;
    }
    flags = list_mouse(&basket->list, event, &open);
    if (open) {
        explorer_open_item(view->explorer, list_selected_id(&basket->list));
    }
    follow_selection(basket);
    return flags;
}

static void draw(View *view, const Canvas *canvas)
{
    SheetView *basket = (SheetView *)view;
    bool preview = canvas->columns >= PREVIEW_FROM_COLUMNS && basket->list.count > 0;
    int width = preview ? canvas->columns - canvas->columns * PREVIEW_PERCENT / 100 - 3 : canvas->columns;
    bool warns = basket->balance[0] + basket->balance[1] > 0 && canvas->rows >= 6 &&
                 balance_is_one_sided(basket->balance[0], basket->balance[1]);
    Canvas left = canvas_part(canvas, 0, 0, canvas->rows - (warns ? 2 : 0), width);
    basket->preview.pager.area = (Canvas){0};
    if (warns) {
        Canvas below = canvas_part(canvas, 0, 0, canvas->rows, width);
        canvas_format(&below, below.rows - 1, 2, STYLE_QUIET, "%d %s, %d %s: one-sided%s",
                      basket->balance[0], kind_noun(KIND_RISK, (size_t)basket->balance[0]), basket->balance[1],
                      kind_noun(KIND_OPPORTUNITY, (size_t)basket->balance[1]),
                      width < ADVICE_FROM_COLUMNS               ? ""
                      : basket->balance[0] > basket->balance[1] ? ", look at the opportunities too"
                                                                : ", look at the risks too");
    }
    list_draw(&basket->list, &left, true,
              is_basket(basket)
                  ? "Nothing yet. Wherever an item has the focus, Space puts it into the basket, and takes it out again."
                  : "Nothing yet. S puts the focused item into a sheet; M puts all of the basket in.");
    if (preview) {
        Canvas right = canvas_part(canvas, 0, width + 2, canvas->rows, canvas->columns - width - 3);
        canvas_rule(canvas, width);
        pager_draw(&basket->preview.pager, &right, false);
    }
}

static const char *item(const View *view)
{
    const SheetView *basket = (const SheetView *)view;
    return basket->sheet == NULL ? NULL : list_selected_id(&basket->list);
}

static void title(const View *view, Text *text)
{
    const SheetView *sheet = (const SheetView *)view;
    text_append_format(text, "%s%s", is_basket(sheet) ? "" : "Sheet ", is_basket(sheet) ? "Basket" : sheet->name);
}

static void status(const View *view, Text *text)
{
    const SheetView *sheet = (const SheetView *)view;
    if (sheet->fit != NULL) {
        text_append_format(text, "%s; ", sheet->fit);
    }
    list_status(&sheet->list, text);
}

static const char *sheet_of(const View *view)
{
    return ((const SheetView *)view)->name;
}

static void ids(const View *view, StringList *all)
{
    list_ids(&((const SheetView *)view)->list, all);
}

static void command(const View *view, Text *text)
{
    const SheetView *basket = (const SheetView *)view;
    if (!is_basket(basket)) {
        text_append(text, "gairo sheet show");
        view_append_argument(text, basket->name);
    } else if (basket->sheet != NULL && basket->list.visible_count > 0) {
        text_append(text, "gairo show");
        for (size_t i = 0; i < basket->list.visible_count; i++) {
            view_append_argument(text, basket->sheet->entries[basket->list.visible[i]].id);
        }
    }
}

static void selected(void *context)
{
    follow_selection(context);
}

static void linear(View *view, Linear *lines)
{
    SheetView *sheet = (SheetView *)view;
    linear_heading(lines, is_basket(sheet) ? "Basket" : sheet->name);
    if (sheet->list.count > 0) {
        linear_format(lines, "Risks: %d; opportunities: %d%s", sheet->balance[0], sheet->balance[1],
                      balance_is_one_sided(sheet->balance[0], sheet->balance[1]) ? "; one-sided: balance shows both sides"
                                                                                : "");
    }
    list_linear(&sheet->list, lines, "", "Nothing yet.", selected);
}

static void save(const View *view, State *state)
{
    const SheetView *sheet = (const SheetView *)view;
    if (!is_basket(sheet)) {
        state_set_place(state, SHEET_PLACE);
        state_put(state, "name", sheet->name);
    }
    list_save(&sheet->list, "", state);
}

static void restore(View *view, const State *state)
{
    list_restore(&((SheetView *)view)->list, "", state);
}

static void basket_free(View *view)
{
    SheetView *basket = (SheetView *)view;
    list_free(&basket->list);
    preview_free(&basket->preview);
    free_kinds(basket->kinds, basket->sheet == NULL ? 0 : basket->sheet->entry_count);
    sheet_free(basket->sheet);
    free(basket->fit);
    string_list_free(&basket->cut);
    free(basket->name);
    free(basket);
}

/* In an empty one there is nothing to do but to go back; a single entry has nowhere to move to. */
static const Action *keys_now(const View *view)
{
    static const Action nothing[] = {ACTION_NONE};
    static const Action single[] = {ACTION_EXPORT, ACTION_OPEN, ACTION_BASKET_TOGGLE, ACTION_BASKET_EMPTY, ACTION_NONE};
    const SheetView *basket = (const SheetView *)view;
    size_t count = basket->sheet == NULL ? 0 : basket->sheet->entry_count;
    return count == 0 ? nothing : count == 1 ? single : NULL;
}

static const ViewOperations operations = {
    .title = title,
    .status = status,
    .recalculate = recalculate,
    .draw = draw,
    .handle = handle,
    .mouse = mouse,
    .item = item,
    .ids = ids,
    .command = command,
    .linear = linear,
    .save = save,
    .restore = restore,
    .free = basket_free,
    .keys_now = keys_now,
    .keys = (const Action[]){ACTION_EXPORT, ACTION_OPEN, ACTION_BASKET_TOGGLE, ACTION_MOVE_DOWN, ACTION_MOVE_UP,
                             ACTION_BASKET_EMPTY, ACTION_NONE},
    .basket = true,
};

static const ViewOperations sheet_operations = {
    .title = title,
    .status = status,
    .recalculate = recalculate,
    .draw = draw,
    .handle = handle,
    .mouse = mouse,
    .item = item,
    .sheet = sheet_of,
    .ids = ids,
    .command = command,
    .linear = linear,
    .save = save,
    .restore = restore,
    .pause = pause_before_counting,
    .tick = count_pages,
    .free = basket_free,
    .keys = (const Action[]){ACTION_SHEET_MENU, ACTION_SHEET_CUT, ACTION_SHEET_HEADING, ACTION_SHEET_NOTE,
                             ACTION_SHEET_CHECK, ACTION_EXPORT, ACTION_MOVE_DOWN, ACTION_MOVE_UP, ACTION_NONE},
};

static View *start(Explorer *explorer, const char *name, const ViewOperations *ops, const ListColumn *titles)
{
    SheetView *sheet = memory_zeroed(1, sizeof *sheet);
    view_start(&sheet->view, ops, explorer);
    sheet->name = string_copy(name);
    list_start(&sheet->list, &list_operations, sheet, titles, sizeof columns / sizeof *columns);
    preview_start(&sheet->preview);
    sheet->preview.head = preview_head;
    sheet->preview.head_context = sheet;
    return &sheet->view;
}

View *basket_view_new(Explorer *explorer)
{
    return start(explorer, BASKET_NAME, &operations, basket_columns);
}

View *sheet_view_new(Explorer *explorer, const char *name)
{
    return strcmp(name, BASKET_NAME) == 0 ? basket_view_new(explorer)
                                          : start(explorer, name, &sheet_operations, columns);
}
