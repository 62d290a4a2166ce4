/* Settings: what the configuration says, and choosing otherwise until gairo ends. */
#include "config.h"

#include "core/memory.h"
#include "tui/explorer-state.h"
#include "tui/list.h"
#include "tui/terminal.h"
#include "tui/views.h"

#include <stdlib.h>
#include <string.h>

typedef struct SettingsView {
    View view;
    List list;
    Text scratch; /* holds the cell that was asked for last */
} SettingsView;

enum { COLUMN_NAME, COLUMN_VALUE, COLUMN_HELP };

static const ListColumn columns[] = {
    {.title = "setting", .width = 10},
    {.title = "value", .width = 16},
    {.title = "what it is"},
};

static const char *row_id(void *context, size_t row)
{
    (void)context;
    return setting_at(row)->name;
}

static ListCell cell(void *context, size_t row, size_t column)
{
    SettingsView *settings = context;
    switch (column) {
    case COLUMN_NAME:
        return (ListCell){setting_at(row)->name, STYLE_NORMAL};
    case COLUMN_VALUE:
        text_reset(&settings->scratch);
        setting_value(explorer_settings(settings->view.explorer), row, &settings->scratch);
        return (ListCell){settings->scratch.data, STYLE_TITLE};
    default:
        return (ListCell){setting_at(row)->help, STYLE_QUIET};
    }
}

static const ListOperations list_operations = {.id = row_id, .cell = cell};

/* What was chosen holds at once. */
static void use(Explorer *explorer)
{
    const Settings *now = &explorer->settings;
    if (!explorer->plain) {
        terminal_set_ascii(now->ascii);
        terminal_set_mouse(now->mouse);
        terminal_set_theme(now->theme);
    }
    for (size_t i = 0; i < explorer->history.count; i++) {
        explorer->history.views[i]->generation = -1; /* the day of the law may be another one */
    }
}

static void accepted(void *context, const char *text)
{
    SettingsView *settings = context;
    Explorer *explorer = settings->view.explorer;
    size_t row;
    if (!list_selected(&settings->list, &row)) {
        return;
    }
    if (!setting_set(&explorer->settings, row, text)) {
        explorer_message(explorer, "%s takes %s.", setting_at(row)->name, setting_at(row)->values);
        return;
    }
    use(explorer);
    explorer_message(explorer, "Until gairo ends. To keep it: %s = %s in %s", setting_at(row)->name, text,
                     explorer->settings.path == NULL ? "the configuration file" : explorer->settings.path);
}

static void answered(void *context, int answer)
{
    SettingsView *settings = context;
    size_t row;
    if (answer >= 0 && list_selected(&settings->list, &row)) {
        accepted(context, setting_at(row)->choices[answer]);
    }
}

/* The choices where they are few, else a line to type. */
static ViewFlags change(SettingsView *settings)
{
    Explorer *explorer = settings->view.explorer;
    size_t row, selected = 0;
    if (!list_selected(&settings->list, &row)) {
        return VIEW_HANDLED;
    }
    const SettingDefinition *setting = setting_at(row);
    Text value = {0};
    setting_value(&explorer->settings, row, &value);
    for (size_t i = 0; setting->choices != NULL && setting->choices[i] != NULL; i++) {
        selected = strcmp(setting->choices[i], value.data) == 0 ? i : selected;
    }
    if (setting->choices == NULL) {
        char *label = string_format("%s (%s)", setting->name, setting->values);
        explorer_prompt(explorer, &(Prompt){.label = label, .text = value.data, .accepted = accepted, .context = settings});
        free(label);
    } else {
        explorer_ask(explorer, &(Question){.title = setting->help,
                                           .answers = setting->choices,
                                           .selected = selected,
                                           .answered = answered,
                                           .context = settings});
    }
    text_free(&value);
    return VIEW_REDRAW;
}

static ViewFlags handle(View *view, Action action, Key key)
{
    SettingsView *settings = (SettingsView *)view;
    (void)key;
    if (action == ACTION_OPEN || action == ACTION_RIGHT) {
        return change(settings);
    }
    if (action == ACTION_FILTER) {
        list_prompt_filter(&settings->list, view->explorer);
        return VIEW_HANDLED;
    }
    if (action == ACTION_BACK && settings->list.filter != NULL) {
        list_set_filter(&settings->list, NULL);
        return VIEW_REDRAW;
    }
    return list_handle(&settings->list, action);
}

static ViewFlags mouse(View *view, const Event *event)
{
    SettingsView *settings = (SettingsView *)view;
    bool open;
    ViewFlags flags = list_mouse(&settings->list, event, &open);
    return open ? change(settings) : flags;
}

/* Below the list: where it can be set for good. */
static void draw(View *view, const Canvas *canvas)
{
    SettingsView *settings = (SettingsView *)view;
    const Settings *now = explorer_settings(view->explorer);
    int below = canvas->rows >= 8 ? 2 : 0;
    Canvas rows = canvas_part(canvas, 0, 0, canvas->rows - below, canvas->columns);
    list_draw(&settings->list, &rows, true, "");
    if (below > 0) {
        canvas_format(canvas, canvas->rows - 1, 2, STYLE_QUIET, "For good: %s%s",
                      now->path == NULL ? "no home folder is known" : now->path, now->found ? "" : " (not there yet)");
    }
}

static void title(const View *view, Text *text)
{
    (void)view;
    text_append(text, "Settings");
}

static void status(const View *view, Text *text)
{
    list_status(&((const SettingsView *)view)->list, text);
}

static void command(const View *view, Text *text)
{
    (void)view;
    text_append(text, "gairo config");
}

static void linear(View *view, Linear *lines)
{
    const Settings *now = explorer_settings(view->explorer);
    list_linear(&((SettingsView *)view)->list, lines, "Settings", "", NULL);
    linear_field(lines, "For good", now->path == NULL ? "no home folder is known" : now->path, NULL);
}

static void settings_view_free(View *view)
{
    SettingsView *settings = (SettingsView *)view;
    list_free(&settings->list);
    text_free(&settings->scratch);
    free(settings);
}

static const char *label(const View *view, Action action)
{
    (void)view;
    return action == ACTION_OPEN ? "change" : NULL;
}

static const ViewOperations operations = {
    .title = title,
    .status = status,
    .draw = draw,
    .handle = handle,
    .mouse = mouse,
    .command = command,
    .linear = linear,
    .free = settings_view_free,
    .label = label,
    .keys = (const Action[]){ACTION_OPEN, ACTION_FILTER, ACTION_NONE},
};

View *settings_view_new(Explorer *explorer)
{
    SettingsView *settings = memory_zeroed(1, sizeof *settings);
    view_start(&settings->view, &operations, explorer);
    list_start(&settings->list, &list_operations, settings, columns, sizeof columns / sizeof *columns);
    list_set_rows(&settings->list, setting_count());
    return &settings->view;
}
