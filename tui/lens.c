/* Choosing a law to look through: regions, places, laws and provisions, narrowed as one types. */
#include "config.h"

#include "core/memory.h"
#include "core/unicode.h"
#include "store/items.h"
#include "tui/explorer.h"
#include "tui/line-edit.h"
#include "tui/list.h"
#include "tui/scope.h"
#include "tui/views.h"

#include <stdlib.h>

typedef struct LensView {
    View view;
    LineEdit edit;
    ItemRows rows;
    List list;
    Canvas line; /* of what is typed, when last drawn */
} LensView;

enum { COLUMN_TITLE, COLUMN_KIND, COLUMN_PLACE, COLUMN_STATE };

static const ListColumn columns[] = {
    {.title = "show only what this touches"},
    {.title = "kind", .width = 12, .from_width = 44},
    {.title = "place", .width = 20, .from_width = 76},
    {.title = "state", .width = 14, .from_width = 92},
};

static const char *row_id(void *context, size_t row)
{
    return ((LensView *)context)->rows.rows[row].id;
}

static ListCell cell(void *context, size_t row, size_t column)
{
    const ItemRow *item = &((LensView *)context)->rows.rows[row];
    switch (column) {
    case COLUMN_TITLE:
        return (ListCell){item->short_name != NULL ? item->short_name : item->title, STYLE_NORMAL};
    case COLUMN_KIND:
        return (ListCell){kind_definition(item->kind)->name, STYLE_QUIET};
    case COLUMN_PLACE:
        return (ListCell){item->jurisdiction, STYLE_QUIET};
    default:
        return (ListCell){choice_title(item->status), STYLE_QUIET};
    }
}

static void row_text(void *context, size_t row, Text *text)
{
    const ItemRow *item = &((LensView *)context)->rows.rows[row];
    const char *parts[] = {item->title, item->short_name, item->jurisdiction, item->id};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        text_append(text, parts[i]);
        text_append_character(text, ' ');
    }
}

static const ListOperations list_operations = {.id = row_id, .cell = cell, .text = row_text};

/* All of them: who changes the lens looks past the one that is set. */
static bool recalculate(View *view, Error *error)
{
    LensView *lens = (LensView *)view;
    Query query = {.kinds = KIND_BIT(KIND_REGION) | KIND_BIT(KIND_JURISDICTION) | KIND_BIT(KIND_INSTRUMENT) |
                            KIND_BIT(KIND_PROVISION),
                   .as_of = string_copy(explorer_as_of(view->explorer))};
    ItemRows rows = {0};
    bool done = items_list(explorer_store(view->explorer), &query, &rows, error);
    query_free(&query);
    if (done) {
        ItemRows old = lens->rows;
        lens->rows = rows;
        list_set_rows(&lens->list, rows.count);
        item_rows_free(&old);
    }
    return done;
}

static ViewFlags choose(LensView *lens)
{
    Error error = {0};
    if (list_selected_id(&lens->list) == NULL) {
        return VIEW_HANDLED;
    }
    explorer_set_law(lens->view.explorer, list_selected_id(&lens->list), &error);
    explorer_report(lens->view.explorer, &error);
    return VIEW_LEAVE;
}

static ViewFlags key(View *view, Key pressed)
{
    LensView *lens = (LensView *)view;
    if (pressed == KEY_RETURN) {
        return choose(lens);
    }
    if (pressed == KEY_ESCAPE || (pressed == INPUT_BACKSPACE && lens->edit.text.length == 0)) {
        return VIEW_LEAVE;
    }
    switch (line_edit_key(&lens->edit, pressed)) {
    case EDIT_CHANGED:
        list_set_filter(&lens->list, line_edit_text(&lens->edit));
        list_handle(&lens->list, ACTION_FIRST);
        return VIEW_REDRAW;
    case EDIT_MOVED:
        return VIEW_REDRAW;
    case EDIT_IGNORED:
        break;
    }
    return VIEW_IGNORED;
}

static ViewFlags handle(View *view, Action action, Key pressed)
{
    (void)pressed;
    return list_handle(&((LensView *)view)->list, action);
}

static ViewFlags mouse(View *view, const Event *event)
{
    LensView *lens = (LensView *)view;
    bool open;
    if (event->button == MOUSE_RIGHT) {
        return VIEW_LEAVE;
    }
    ViewFlags flags = list_mouse(&lens->list, event, &open);
    return open ? choose(lens) : flags;
}

static void draw(View *view, const Canvas *canvas)
{
    LensView *lens = (LensView *)view;
    Canvas rows = canvas_part(canvas, 2, 0, canvas->rows - 2, canvas->columns);
    lens->line = canvas_part(canvas, 0, 0, 1, canvas->columns);
    list_draw(&lens->list, &rows, true, "No law, place or region has all of these words.");
    int width = canvas_text(&lens->line, 0, 2, STYLE_QUIET, "Type to narrow, Enter takes it: ");
    /* The cursor stays on the focused row; the end of what was typed is seen in the line itself. */
    canvas_text(&lens->line, 0, 2 + width, STYLE_TITLE, line_edit_text(&lens->edit));
    canvas_cursor(&lens->list.area, (int)(lens->list.selected - lens->list.top), 0);
}

static const char *item(const View *view)
{
    return list_selected_id(&((const LensView *)view)->list);
}

static void title(const View *view, Text *text)
{
    (void)view;
    text_append(text, "Law lens");
}

static void status(const View *view, Text *text)
{
    const LensView *lens = (const LensView *)view;
    text_append_format(text, "%zu of %zu", lens->list.visible_count, lens->list.count);
}

static void linear(View *view, Linear *lines)
{
    LensView *lens = (LensView *)view;
    linear_field(lines, "Typed", line_edit_text(&lens->edit), NULL);
    list_linear(&lens->list, lines, "Show only what this touches", "Nothing is found.", NULL);
}

static void lens_free(View *view)
{
    LensView *lens = (LensView *)view;
    list_free(&lens->list);
    line_edit_free(&lens->edit);
    item_rows_free(&lens->rows);
    free(lens);
}

static const ViewOperations operations = {
    .title = title,
    .status = status,
    .recalculate = recalculate,
    .draw = draw,
    .key = key,
    .handle = handle,
    .mouse = mouse,
    .item = item,
    .linear = linear,
    .free = lens_free,
    .keys = (const Action[]){ACTION_OPEN, ACTION_NONE},
    .chooses = true,
};

View *lens_view_new(Explorer *explorer)
{
    LensView *lens = memory_zeroed(1, sizeof *lens);
    view_start(&lens->view, &operations, explorer);
    list_start(&lens->list, &list_operations, lens, columns, sizeof columns / sizeof *columns);
    return &lens->view;
}
