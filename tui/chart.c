#include "config.h"

#include "tui/chart.h"

#include "core/memory.h"
#include "tui/explorer.h"

#include <stdlib.h>
#include <string.h>

#define SIDE_FROM_COLUMNS 150
#define LEGEND_FROM_ROWS 9
#define CHOICES_STEPPED 4 /* more than these are chosen from a list */

const ChartSide *chart_side(const ChartView *chart, bool table)
{
    return table ? &chart->definition->table : &chart->definition->chart;
}

const List *chart_list(const ChartView *chart)
{
    return chart->in_table ? &chart->table : &chart->chart;
}

static List *focused_list(ChartView *chart)
{
    return chart->in_table ? &chart->table : &chart->chart;
}

static bool is_number(const char *text)
{
    return text != NULL && *text != '\0' && strspn(text, "0123456789") == strlen(text);
}

/* By the owner's order, else numbers as numbers and the rest by their letters. */
static int compare_rows(ChartView *chart, bool table, size_t a, size_t b, size_t column)
{
    const ChartSide *functions = chart_side(chart, table);
    if (functions->compare != NULL) {
        return functions->compare(chart, a, b, column);
    }
    char *left = string_copy(functions->cell(chart, a, column).text);
    const char *right = functions->cell(chart, b, column).text;
    int order = is_number(left) && is_number(right) ? (atol(left) > atol(right)) - (atol(left) < atol(right))
                                                    : string_compare(left, right);
    free(left);
    return order;
}

/* The two lists have the same context; each has its own functions. */
#define SIDE_FUNCTIONS(name, is_table)                                                                                 \
    static const char *name##_key(void *context, size_t row)                                                           \
    {                                                                                                                  \
        return chart_side(context, is_table)->key(context, row);                                                             \
    }                                                                                                                  \
    static ListCell name##_cell(void *context, size_t row, size_t column)                                              \
    {                                                                                                                  \
        return chart_side(context, is_table)->cell(context, row, column);                                                    \
    }                                                                                                                  \
    static bool name##_paint(void *context, size_t row, size_t column, const Canvas *canvas)                           \
    {                                                                                                                  \
        const ChartSide *functions = chart_side(context, is_table);                                                          \
        return functions->paint != NULL && functions->paint(context, row, column, canvas);                             \
    }                                                                                                                  \
    static bool name##_marked(void *context, size_t row)                                                               \
    {                                                                                                                  \
        const ChartSide *functions = chart_side(context, is_table);                                                          \
        return functions->marked != NULL && functions->marked(context, row);                                           \
    }                                                                                                                  \
    static bool name##_spoken(void *context, size_t row, size_t column, Text *text)                                    \
    {                                                                                                                  \
        const ChartSide *functions = chart_side(context, is_table);                                                    \
        return functions->spoken != NULL && functions->spoken(context, row, column, text);                             \
    }                                                                                                                  \
    static int name##_compare(void *context, size_t a, size_t b, size_t column)                                        \
    {                                                                                                                  \
        return compare_rows(context, is_table, a, b, column);                                                          \
    }                                                                                                                  \
    static const ListOperations name##_operations = {.id = name##_key,                                                 \
                                                     .cell = name##_cell,                                              \
                                                     .paint = name##_paint,                                            \
                                                     .spoken = name##_spoken,                                          \
                                                     .marked = name##_marked,                                          \
                                                     .compare = name##_compare};

SIDE_FUNCTIONS(chart, false)
SIDE_FUNCTIONS(table, true)

static void check_choice(ChartView *chart);

static bool recalculate(View *view, Error *error)
{
    ChartView *chart = (ChartView *)view;
    void *data = memory_zeroed(1, chart->definition->data_size);
    if (!chart->definition->load(chart, data, error)) {
        chart->definition->unload(data);
        free(data);
        return false;
    }
    void *old = chart->data;
    chart->data = data;
    list_set_rows(&chart->chart, chart->definition->chart.count(chart));
    list_set_rows(&chart->table, chart->definition->table.count(chart));
    if (old == NULL && chart->definition->start != NULL && !chart->restored) {
        list_select(&chart->chart, chart->definition->start);
    }
    if (old != NULL) {
        chart->definition->unload(old);
        free(old);
    }
    size_t cells = chart->definition->cells == NULL ? 0 : chart->definition->cells(chart);
    chart->cell = chart->cell > cells ? cells : chart->cell;
    check_choice(chart);
    return true;
}

static void choices_of(const ChartView *chart, StringList *names)
{
    if (chart->definition->choices != NULL) {
        chart->definition->choices(chart, names);
    }
}

char *chart_choice(const ChartView *chart)
{
    StringList names = {0};
    choices_of(chart, &names);
    char *name = chart->choice < names.count ? string_copy(names.items[chart->choice]) : NULL;
    string_list_free(&names);
    return name;
}

static void choice_answered(void *context, int answer)
{
    ChartView *chart = context;
    if (answer >= 0) {
        chart->choice = (size_t)answer;
        chart->view.generation = -1;
    }
}

static ViewFlags switch_choice(ChartView *chart)
{
    StringList names = {0};
    ViewFlags flags = VIEW_HANDLED;
    choices_of(chart, &names);
    if (names.count > CHOICES_STEPPED) {
        const char *answers[CHART_CHOICES_MAX + 1] = {0};
        for (size_t i = 0; i < names.count && i < CHART_CHOICES_MAX; i++) {
            answers[i] = names.items[i];
        }
        explorer_ask(chart->view.explorer, &(Question){.title = "Show",
                                                       .answers = answers,
                                                       .selected = chart->choice,
                                                       .answered = choice_answered,
                                                       .context = chart});
    } else if (names.count > 1) {
        chart->choice = (chart->choice + 1) % names.count;
        flags = VIEW_RECALCULATE;
    }
    string_list_free(&names);
    return flags;
}

static const char *focused_item(const ChartView *chart)
{
    size_t row;
    const List *list = chart_list(chart);
    const ChartSide *functions = chart_side(chart, chart->in_table);
    return chart->data != NULL && functions->item != NULL && list_selected(list, &row) ? functions->item(chart, row)
                                                                                       : NULL;
}

/* From a row of the chart to what it stands for. */
static ViewFlags open_row(ChartView *chart)
{
    size_t row;
    if (chart->data == NULL || !list_selected(focused_list(chart), &row)) {
        return VIEW_IGNORED;
    }
    if (chart->in_table) {
        bool opened = chart->definition->open_table != NULL && chart->definition->open_table(chart, row);
        return opened ? VIEW_HANDLED : VIEW_IGNORED;
    }
    if (chart->definition->open != NULL && chart->definition->open(chart, row)) {
        return VIEW_HANDLED;
    }
    if (chart->definition->table_key == NULL) {
        return VIEW_IGNORED;
    }
    const char *key = chart->definition->table_key(chart, row);
    if (key == NULL) {
        return VIEW_HANDLED;
    }
    list_set_filter(&chart->table, NULL);
    list_select(&chart->table, key);
    chart->in_table = true;
    return VIEW_REDRAW;
}

static ViewFlags zoom(ChartView *chart, int level)
{
    if (!chart->definition->zooms || chart->zoom == level) {
        return VIEW_HANDLED;
    }
    chart->zoom = level;
    return VIEW_RECALCULATE;
}

static ViewFlags take_row(ChartView *chart)
{
    size_t row;
    return chart->data != NULL && chart->in_table && chart->definition->take_table != NULL &&
                   list_selected(&chart->table, &row) && chart->definition->take_table(chart, row)
               ? VIEW_HANDLED
               : VIEW_IGNORED;
}

static ViewFlags handle(View *view, Action action, Key key)
{
    ChartView *chart = (ChartView *)view;
    List *list = focused_list(chart);
    (void)key;
    switch (action) {
    case ACTION_CHART_TABLE:
        chart->in_table = !chart->in_table;
        return VIEW_REDRAW;
    case ACTION_NEXT_PANE:
    case ACTION_PREVIOUS_PANE:
        chart->in_table = chart->both ? !chart->in_table : chart->in_table;
        return VIEW_REDRAW;
    case ACTION_SWITCH:
        return switch_choice(chart);
    case ACTION_ZOOM_IN:
        return zoom(chart, 1);
    case ACTION_ZOOM_OUT:
        return zoom(chart, 0);
    case ACTION_BASKET_TOGGLE:
        return take_row(chart);
    case ACTION_FILTER:
        list_prompt_filter(list, view->explorer);
        return VIEW_HANDLED;
    case ACTION_SORT:
        return list_prompt_sort(list, view->explorer);
    case ACTION_OPEN:
        return open_row(chart);
    case ACTION_RIGHT:
        return chart_has_cells(chart) ? chart_move_cell(chart, 1) : open_row(chart);
    case ACTION_LEFT:
        if (chart_has_cells(chart) && chart->cell > 0) {
            return chart_move_cell(chart, -1);
        }
        /* fall through */
    case ACTION_BACK:
        if (action == ACTION_BACK && list->filter != NULL) {
            list_set_filter(list, NULL);
            return VIEW_REDRAW;
        }
        if (chart->in_table) {
            chart->in_table = false;
            return VIEW_REDRAW;
        }
        return VIEW_IGNORED;
    default:
        return list_handle(list, action);
    }
}

static ViewFlags mouse(View *view, const Event *event)
{
    ChartView *chart = (ChartView *)view;
    bool in_chart = list_contains(&chart->chart, event->row, event->column);
    if (!in_chart && !list_contains(&chart->table, event->row, event->column)) {
        return VIEW_IGNORED;
    }
    bool open = false, was_here = chart->in_table == !in_chart;
    ViewFlags flags = list_mouse(in_chart ? &chart->chart : &chart->table, event, &open);
    if (event->button == MOUSE_LEFT) {
        chart->in_table = !in_chart;
        flags |= VIEW_REDRAW;
        if (chart_has_cells(chart) && canvas_contains(&chart->chart.area, event->row, event->column)) {
            was_here = chart_press_cell(chart, event) && was_here;
        }
    }
    if (open && was_here && open_row(chart) == VIEW_IGNORED && focused_item(chart) != NULL) {
        explorer_open_item(view->explorer, focused_item(chart));
    }
    return flags;
}

static void draw_side(ChartView *chart, bool table, const Canvas *canvas)
{
    bool focused = chart->in_table == table;
    bool cell = focused && !table && chart->cell > 0;
    chart->cell_shown = table ? chart->cell_shown : cell;
    list_draw(table ? &chart->table : &chart->chart, canvas, focused && !cell, chart_side(chart, table)->empty);
    if (cell && !chart_draw_cell(chart)) { /* no room for cells, or no row */
        chart->cell_shown = false;
        list_draw(&chart->chart, canvas, true, chart_side(chart, false)->empty);
    }
}

static void draw(View *view, const Canvas *canvas)
{
    ChartView *chart = (ChartView *)view;
    int from = chart->definition->side_from == 0 ? SIDE_FROM_COLUMNS : chart->definition->side_from;
    int below = canvas->rows >= LEGEND_FROM_ROWS && chart->definition->legend != NULL ? 2 : 0;
    Canvas all = canvas_part(canvas, 0, 0, canvas->rows - below, canvas->columns - 1);
    chart->both = canvas->columns >= from;
    chart->chart.area = chart->table.area = (Canvas){0};
    if (chart->data == NULL) {
        canvas_text(canvas, 0, 0, STYLE_FOCUS, ">");
        canvas_cursor(canvas, 0, 0);
    } else if (chart->both) {
        int half = canvas->columns / 2 - 2;
        Canvas left = canvas_part(&all, 0, 0, all.rows, half), right = canvas_part(&all, 0, half + 3, all.rows, half);
        canvas_rule(&all, half + 1);
        draw_side(chart, chart->in_table, chart->in_table ? &right : &left);
        draw_side(chart, !chart->in_table, chart->in_table ? &left : &right);
    } else {
        draw_side(chart, chart->in_table, &all);
    }
    if (below > 0 && chart->data != NULL) {
        Canvas line = canvas_part(canvas, canvas->rows - 1, 2, 1, canvas->columns - 4);
        chart->definition->legend(chart, &line);
    }
}

static const char *item(const View *view)
{
    return focused_item((const ChartView *)view);
}

static void title(const View *view, Text *text)
{
    text_append(text, ((const ChartView *)view)->definition->title);
}

static void status(const View *view, Text *text)
{
    const ChartView *chart = (const ChartView *)view;
    char *choice = chart_choice(chart);
    if (choice != NULL) {
        text_append_format(text, "%s   ", choice);
    }
    free(choice);
    list_status(chart_list(chart), text);
}

static bool lawless(const View *view)
{
    const ChartView *chart = (const ChartView *)view;
    return chart->definition->lawless != NULL && chart->definition->lawless(chart);
}

static void save(const View *view, State *state)
{
    const ChartView *chart = (const ChartView *)view;
    state_put_number(state, "choice", (long)chart->choice);
    state_put_number(state, "cell", (long)chart->cell);
    state_put_number(state, "zoom", chart->zoom);
    state_put_number(state, "table", chart->in_table);
    list_save(&chart->chart, "c-", state);
    list_save(&chart->table, "t-", state);
}

static void restore(View *view, const State *state)
{
    ChartView *chart = (ChartView *)view;
    StringList names = {0};
    choices_of(chart, &names);
    long choice = state_number(state, "choice", 0);
    /* Which choices there are may depend on data that is not loaded yet; load() takes what is none for all. */
    chart->choice = choice >= 0 && choice < CHART_CHOICES_MAX && names.count > 0 ? (size_t)choice : 0;
    long cell = state_number(state, "cell", 0);
    chart->cell = chart->definition->cells != NULL && cell > 0 && cell < CHART_CHOICES_MAX ? (size_t)cell : 0;
    chart->zoom = chart->definition->zooms && state_number(state, "zoom", 0) == 1;
    chart->in_table = state_number(state, "table", 0) == 1;
    chart->restored = true;
    list_restore(&chart->chart, "c-", state);
    list_restore(&chart->table, "t-", state);
    string_list_free(&names);
}

/* A choice that came from outside and is none is the first one. */
static void check_choice(ChartView *chart)
{
    StringList names = {0};
    choices_of(chart, &names);
    if (chart->choice >= names.count && chart->choice != 0) {
        chart->choice = 0;
        chart->view.generation = -1;
    }
    string_list_free(&names);
}

static void chart_free(View *view)
{
    ChartView *chart = (ChartView *)view;
    list_free(&chart->chart);
    list_free(&chart->table);
    if (chart->data != NULL) {
        chart->definition->unload(chart->data);
    }
    free(chart->data);
    text_free(&chart->scratch);
    free(chart);
}

static const ViewOperations operations = {
    .title = title,
    .status = status,
    .recalculate = recalculate,
    .draw = draw,
    .handle = handle,
    .mouse = mouse,
    .item = item,
    .ids = chart_ids,
    .table = chart_table,
    .command = chart_command,
    .command_note = chart_command_note,
    .lawless = lawless,
    .linear = chart_linear,
    .save = save,
    .restore = restore,
    .free = chart_free,
    .keys_now = chart_keys_now,
    .keys = (const Action[]){ACTION_OPEN, ACTION_CHART_TABLE, ACTION_SWITCH, ACTION_FILTER, ACTION_SORT, ACTION_NONE},
};

View *chart_view_new(Explorer *explorer, const ChartDefinition *definition)
{
    ChartView *chart = memory_zeroed(1, sizeof *chart);
    view_start(&chart->view, &operations, explorer);
    chart->definition = definition;
    list_start(&chart->chart, &chart_operations, chart, definition->chart.columns, definition->chart.column_count);
    list_start(&chart->table, &table_operations, chart, definition->table.columns, definition->table.column_count);
    return &chart->view;
}
