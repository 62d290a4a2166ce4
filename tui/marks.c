/* The user's marks: a letter goes to one at once, arrows and Enter choose one. */
#include "config.h"

#include "core/memory.h"
#include "store/items.h"
#include "store/marks.h"
#include "tui/explorer.h"
#include "tui/list.h"
#include "tui/places.h"
#include "tui/views.h"

#include <stdlib.h>
#include <string.h>

typedef struct MarksView {
    View view;
    Marks marks;
    List list;
} MarksView;

static const ListColumn columns[] = {
    {.title = "mark", .width = 6},
    {.title = "place"},
};

static const char *row_id(void *context, size_t row)
{
    return ((MarksView *)context)->marks.marks[row].name;
}

static ListCell cell(void *context, size_t row, size_t column)
{
    const Mark *mark = &((MarksView *)context)->marks.marks[row];
    return column == 0 ? (ListCell){mark->name, STYLE_KEY} : (ListCell){mark->title, STYLE_NORMAL};
}

static const ListOperations list_operations = {.id = row_id, .cell = cell};

static bool recalculate(View *view, Error *error)
{
    MarksView *found = (MarksView *)view;
    Marks marks = {0};
    if (!marks_list(explorer_store(view->explorer), &marks, error)) {
        marks_free(&marks);
        return false;
    }
    Marks old = found->marks;
    found->marks = marks;
    list_set_rows(&found->list, marks.count);
    marks_free(&old);
    return true;
}

/* Goes to a mark: the new place takes that of this list in the history. */
static ViewFlags go_to(MarksView *view, const Mark *mark)
{
    State state;
    View *place = NULL;
    if (mark->place == NULL || !state_read(mark->place, &state)) {
        state = (State){0};
        state_set_place(&state, "item");
        state_put(&state, "id", mark->item);
    }
    if (strcmp(state.place, "home") == 0) {
        explorer_run_later(view->view.explorer, ACTION_GO_HOME);
        state_free(&state);
        return VIEW_LEAVE;
    }
    place = place_view(view->view.explorer, &state);
    state_free(&state);
    if (place == NULL) {
        explorer_message(view->view.explorer, "The mark “%s” leads nowhere any more.", mark->name);
        return VIEW_HANDLED;
    }
    explorer_open(view->view.explorer, place);
    return VIEW_LEAVE;
}

static ViewFlags go_to_selected(MarksView *view)
{
    size_t row;
    return list_selected(&view->list, &row) ? go_to(view, &view->marks.marks[row]) : VIEW_HANDLED;
}

static ViewFlags key(View *view, Key pressed)
{
    MarksView *found = (MarksView *)view;
    char name[5];
    if (pressed == KEY_RETURN) {
        return go_to_selected(found);
    }
    if (pressed == KEY_ESCAPE || pressed == INPUT_BACKSPACE) {
        return VIEW_LEAVE;
    }
    if (pressed == INPUT_DELETE && list_selected_id(&found->list) != NULL) {
        Error error = {0};
        if (mark_remove(explorer_store(view->explorer), list_selected_id(&found->list), &error)) {
            explorer_message(view->explorer, "The mark is taken away; u brings it back, outside this list.");
        }
        explorer_report(view->explorer, &error);
        return VIEW_RECALCULATE;
    }
    if (!key_is_text(pressed)) {
        return VIEW_IGNORED;
    }
    key_to_utf8(pressed, name);
    for (size_t i = 0; i < found->marks.count; i++) {
        if (strcmp(found->marks.marks[i].name, name) == 0) {
            return go_to(found, &found->marks.marks[i]);
        }
    }
    explorer_message(view->explorer, "There is no mark “%s”.", name);
    return VIEW_HANDLED;
}

static ViewFlags handle(View *view, Action action, Key pressed)
{
    (void)pressed;
    return list_handle(&((MarksView *)view)->list, action);
}

static ViewFlags mouse(View *view, const Event *event)
{
    MarksView *found = (MarksView *)view;
    bool open;
    ViewFlags flags = list_mouse(&found->list, event, &open);
    return event->button == MOUSE_RIGHT ? VIEW_LEAVE : open ? go_to_selected(found) : flags;
}

static void draw(View *view, const Canvas *canvas)
{
    MarksView *found = (MarksView *)view;
    int below = canvas->rows > 6 ? 2 : 0;
    Canvas rows = canvas_part(canvas, 0, 0, canvas->rows - below, canvas->columns);
    list_draw(&found->list, &rows, true, "No marks yet. m and a letter marks a list or a page.");
    if (below > 0) {
        canvas_text(canvas, canvas->rows - 1, 2, STYLE_QUIET, "A letter goes there at once; Del takes a mark away.");
    }
}

static void title(const View *view, Text *text)
{
    (void)view;
    text_append(text, "Marks");
}

static void status(const View *view, Text *text)
{
    list_status(&((const MarksView *)view)->list, text);
}

static void linear(View *view, Linear *out)
{
    list_linear(&((MarksView *)view)->list, out, "Marks", "No marks yet.", NULL);
}

static void marks_view_free(View *view)
{
    MarksView *found = (MarksView *)view;
    list_free(&found->list);
    marks_free(&found->marks);
    free(found);
}

static const Action *keys_now(const View *view)
{
    static const Action nothing[] = {ACTION_NONE};
    return ((const MarksView *)view)->list.visible_count == 0 ? nothing : NULL;
}

static const ViewOperations operations = {
    .title = title,
    .status = status,
    .recalculate = recalculate,
    .draw = draw,
    .key = key,
    .handle = handle,
    .mouse = mouse,
    .linear = linear,
    .free = marks_view_free,
    .keys_now = keys_now,
    .keys = (const Action[]){ACTION_OPEN, ACTION_NONE},
    .chooses = true,
    .chosen_by_letter = true,
};

View *marks_view_new(Explorer *explorer)
{
    MarksView *found = memory_zeroed(1, sizeof *found);
    view_start(&found->view, &operations, explorer);
    list_start(&found->list, &list_operations, found, columns, sizeof columns / sizeof *columns);
    return &found->view;
}
