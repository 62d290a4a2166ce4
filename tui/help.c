/* Help and palette: the table of actions as a list that is narrowed as one types; Enter runs the focused one. */
#include "config.h"

#include "core/memory.h"
#include "tui/explorer.h"
#include "tui/line-edit.h"
#include "tui/list.h"
#include "tui/views.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct HelpView {
    View view;
    List list;
    LineEdit edit;
    bool palette;
    Text scratch; /* holds the cell that was asked for last */
} HelpView;

enum { COLUMN_GROUP, COLUMN_NAME, COLUMN_KEYS, COLUMN_HELP };

/* Help is read by group; commands are typed by name. */
static const ListColumn help_columns[] = {
    {.title = "", .words = "group", .width = 8, .from_width = 50},
    {.title = "command", .width = 17, .from_width = 110},
    {.title = "keys", .width = 17, .from_width = 36},
    {.title = "what it does"},
};
static const ListColumn palette_columns[] = {
    {.title = "", .words = "group", .width = 8, .from_width = 110},
    {.title = "command", .width = 17, .from_width = 50},
    {.title = "keys", .width = 17, .from_width = 36},
    {.title = "what it does"},
};

static Action action_of(size_t row)
{
    return (Action)(row + 1);
}

static const char *row_id(void *context, size_t row)
{
    (void)context;
    return action_definition(action_of(row))->name;
}

/* The group's title stands at its first row that is shown. */
static const char *group_title(const HelpView *help, size_t row)
{
    const List *list = &help->list;
    size_t at = 0;
    while (at < list->visible_count && list->visible[at] != row) {
        at++;
    }
    ActionGroup group = action_definition(action_of(row))->group;
    bool first = at <= list->top || at >= list->visible_count ||
                 action_definition(action_of(list->visible[at - 1]))->group != group;
    return first ? action_group_title(group) : NULL;
}

static void append_keys(const HelpView *help, Action action, Text *text)
{
    const KeyMap *map = explorer_keys(help->view.explorer);
    const char *keys = key_map_keys(map, action, false), *home_keys = key_map_keys(map, action, true);
    text_append(text, action == ACTION_FOLLOW && strcmp(keys, action_definition(action)->keys) == 0 ? "1 to 9" : keys);
    if (*home_keys != '\0') {
        text_append_format(text, "%sat home %s", *keys == '\0' ? "" : "   ", home_keys);
    }
}

static ListCell cell(void *context, size_t row, size_t column)
{
    HelpView *help = context;
    const ActionDefinition *action = action_definition(action_of(row));
    switch (column) {
    case COLUMN_NAME:
        return (ListCell){action->name, STYLE_NORMAL};
    case COLUMN_KEYS:
        text_reset(&help->scratch);
        append_keys(help, action_of(row), &help->scratch);
        return (ListCell){help->scratch.data, STYLE_KEY};
    case COLUMN_GROUP:
        return (ListCell){group_title(help, row), STYLE_TITLE};
    default:
        return (ListCell){action->help, STYLE_NORMAL};
    }
}

/* How well an action fits what was typed: its name is that, begins with it, has it, or only its help does. */
static int rank(const HelpView *help, size_t row)
{
    const char *name = action_definition(action_of(row))->name, *typed = line_edit_text(&help->edit);
    const char *found = strstr(name, typed);
    return strcmp(name, typed) == 0 ? -1 : found == name ? 0 : found != NULL ? 1 : 2;
}

static int compare(void *context, size_t a, size_t b, size_t column)
{
    (void)column;
    return rank(context, a) - rank(context, b);
}

static void row_text(void *context, size_t row, Text *text)
{
    const ActionDefinition *action = action_definition(action_of(row));
    text_append_format(text, "%s %s %s ", action->name, action->help, action_group_title(action->group));
    append_keys(context, action_of(row), text);
}

static const ListOperations list_operations = {.id = row_id, .cell = cell, .compare = compare, .text = row_text};

static void help_title(const View *view, Text *text)
{
    text_append(text, ((const HelpView *)view)->palette ? "Commands" : "Help");
}

static void help_status(const View *view, Text *text)
{
    text_append_format(text, "%zu of %d commands", ((const HelpView *)view)->list.visible_count, ACTION_COUNT - 1);
}

static ViewFlags run(HelpView *help)
{
    size_t row;
    if (!list_selected(&help->list, &row)) {
        return VIEW_HANDLED;
    }
    explorer_run_later(help->view.explorer, action_of(row));
    return VIEW_LEAVE;
}

static ViewFlags help_key(View *view, Key key)
{
    HelpView *help = (HelpView *)view;
    if (key == KEY_RETURN) {
        return run(help);
    }
    if (key == KEY_ESCAPE) {
        return VIEW_LEAVE;
    }
    if (key == INPUT_BACKSPACE && help->edit.text.length == 0) {
        return VIEW_LEAVE;
    }
    switch (line_edit_key(&help->edit, key)) {
    case EDIT_CHANGED:
        /* The best first: an order of its own, that is no column's. */
        help->list.sort_column = help->edit.text.length > 0 ? (int)help->list.column_count : -1;
        list_set_filter(&help->list, line_edit_text(&help->edit));
        list_handle(&help->list, ACTION_FIRST);
        return VIEW_REDRAW;
    case EDIT_MOVED:
        return VIEW_REDRAW;
    case EDIT_IGNORED:
        break;
    }
    return VIEW_IGNORED;
}

static ViewFlags help_handle(View *view, Action action, Key key)
{
    HelpView *help = (HelpView *)view;
    (void)key;
    if (action == ACTION_HELP || action == ACTION_PALETTE) {
        return VIEW_LEAVE;
    }
    return list_handle(&help->list, action);
}

static ViewFlags help_mouse(View *view, const Event *event)
{
    HelpView *help = (HelpView *)view;
    bool open;
    ViewFlags flags = list_mouse(&help->list, event, &open);
    if (event->button == MOUSE_RIGHT) {
        return VIEW_LEAVE;
    }
    return open ? run(help) : flags;
}

static void help_draw(View *view, const Canvas *canvas)
{
    HelpView *help = (HelpView *)view;
    Canvas rows = canvas_part(canvas, 2, 0, canvas->rows - 2, canvas->columns);
    list_draw(&help->list, &rows, true, "");
    int width = canvas_text(canvas, 0, 2, STYLE_QUIET, help->palette ? "Do " : "Type to narrow, Enter runs: ");
    /* The cursor stays on the focused row; the end of what was typed is seen in the line itself. */
    canvas_text(canvas, 0, 2 + width, STYLE_TITLE, line_edit_text(&help->edit));
    canvas_cursor(&help->list.area, (int)(help->list.selected - help->list.top), 0);
}

static void help_linear(View *view, Linear *linear)
{
    list_linear(&((HelpView *)view)->list, linear, "Commands", "", NULL);
}

static void help_free(View *view)
{
    HelpView *help = (HelpView *)view;
    list_free(&help->list);
    line_edit_free(&help->edit);
    text_free(&help->scratch);
    free(help);
}

static const ViewOperations operations = {
    .title = help_title,
    .status = help_status,
    .draw = help_draw,
    .key = help_key,
    .handle = help_handle,
    .mouse = help_mouse,
    .linear = help_linear,
    .free = help_free,
    .keys = (const Action[]){ACTION_OPEN, ACTION_NONE},
};

static View *make(Explorer *explorer, bool palette)
{
    HelpView *help = memory_zeroed(1, sizeof *help);
    view_start(&help->view, &operations, explorer);
    help->palette = palette;
    list_start(&help->list, &list_operations, help, palette ? palette_columns : help_columns,
               sizeof help_columns / sizeof *help_columns);
    list_set_rows(&help->list, ACTION_COUNT - 1);
    return &help->view;
}

View *help_view_new(Explorer *explorer)
{
    return make(explorer, false);
}

View *palette_view_new(Explorer *explorer)
{
    return make(explorer, true);
}
