/* The start: the picture of risks against opportunities, what the models show, and the places to go. */
#include "config.h"

#include "core/memory.h"
#include "core/unicode.h"
#include "store/items.h"
#include "store/openness.h"
#include "store/sources.h"
#include "tui/explorer.h"
#include "tui/home.h"
#include "tui/scope.h"
#include "tui/views.h"

#include <stdlib.h>
#include <string.h>

static void add_line(HomeColumn *column, HomeLineType type, size_t index)
{
    if (column->count < HOME_LINES_MAX) {
        column->lines[column->count++] = (HomeLine){type, index};
    }
}

static bool can_focus(HomeLineType type)
{
    return type == HOME_AREA || type == HOME_PLACE || type == HOME_PIPELINE;
}

/* The picture's rows: areas of the near and mid term, then those of the long term, each under its heading. */
static void add_areas(HomeView *home)
{
    HomeColumn *column = &home->columns[0];
    for (int long_term = 0; long_term <= 1; long_term++) {
        bool heading = false;
        for (size_t i = 0; i < home->areas.count && i < HOME_AREAS_MAX; i++) {
            if (home->areas.rows[i].long_term != (long_term == 1)) {
                continue;
            }
            if (!heading) {
                if (column->count > 0) {
                    add_line(column, HOME_BLANK, 0);
                }
                add_line(column, HOME_TERM, (size_t)long_term);
                heading = true;
            }
            add_line(column, HOME_AREA, i);
        }
    }
}

static void make_lines(HomeView *home)
{
    home->columns[0].count = home->columns[1].count = 0;
    add_areas(home);
    if (home->observations.models > 0) {
        add_line(&home->columns[0], HOME_BLANK, 0);
        add_line(&home->columns[0], HOME_MODELS, 0);
        for (size_t i = 0; i < 3; i++) {
            add_line(&home->columns[0], HOME_PIPELINE, i);
        }
        add_line(&home->columns[0], HOME_LEGEND, 0);
    }
    add_line(&home->columns[0], HOME_BLANK, 0);
    add_line(&home->columns[0], HOME_UNCHECKED, 0);
    add_line(&home->columns[0], HOME_DATE, 0);
    add_line(&home->columns[1], HOME_BLANK, 0);
    for (size_t i = 0; i < home_place_count; i++) {
        add_line(&home->columns[1], HOME_PLACE, i);
    }
}

/* Moves the focus to the first line from index on (in steps) that can have it; false where there is none. */
static bool focus_from(HomeView *home, size_t index, int step)
{
    const HomeColumn *column = &home->columns[home->column];
    for (; index < column->count; index += (size_t)step) {
        if (can_focus(column->lines[index].type)) {
            home->columns[home->column].focus = index;
            return true;
        }
    }
    return false;
}

/* Of what is in the scope. */
static bool count_unchecked(HomeView *home, Store *store, Error *error)
{
    Query query = {0};
    bool done = explorer_query(home->view.explorer, &query, error) &&
                paper_words_count(store, &query, &home->words, error);
    query_free(&query);
    return done;
}

static bool find_date(HomeView *home, Store *store, Error *error)
{
    SourceInfos sources = {0};
    if (!sources_list(store, &sources, error)) {
        return false;
    }
    free(home->date);
    home->date = sources.count > 0 ? string_copy(sources.sources[0].date) : NULL;
    source_infos_free(&sources);
    return true;
}

/* The picture and the counts, of what is in the scope. Models are counted by their own query: no law is linked to them.
 */
static bool count_items(HomeView *home, Store *store, AreaCounts *areas, Error *error)
{
    Query linked, others;
    size_t counts[KIND_COUNT];
    bool done = explorer_query_kinds(home->view.explorer, SCOPE_LAW_KINDS, &linked, error);
    done = explorer_query_kinds(home->view.explorer, (KIND_BIT(KIND_COUNT) - 1) & ~SCOPE_LAW_KINDS, &others, error) &&
           done && area_counts(store, &linked, areas, error) && items_count(store, &linked, home->counts, error) &&
           items_count(store, &others, counts, error);
    for (int kind = 0; done && kind < KIND_COUNT; kind++) {
        home->counts[kind] += counts[kind];
    }
    query_free(&linked);
    query_free(&others);
    return done;
}

/* What the models in the scope show. */
static bool observe_models(HomeView *home, Store *store, Observations *observations, Error *error)
{
    Query query;
    bool done = explorer_query_kinds(home->view.explorer, KIND_BIT(KIND_MODEL), &query, error) &&
                openness_observations_of(store, &query, NULL, observations, error);
    query_free(&query);
    return done;
}

static bool recalculate(View *view, Error *error)
{
    HomeView *home = (HomeView *)view;
    Store *store = explorer_store(view->explorer);
    AreaCounts areas = {0};
    Observations observations = {0};
    if (!count_items(home, store, &areas, error) || !observe_models(home, store, &observations, error) ||
        !count_unchecked(home, store, error) || !find_date(home, store, error)) {
        area_counts_free(&areas);
        observations_free(&observations);
        return false;
    }
    area_counts_free(&home->areas);
    observations_free(&home->observations);
    home->areas = areas;
    home->observations = observations;
    make_lines(home);
    for (home->column = 1; home->column >= 0; home->column--) {
        if (!focus_from(home, home->columns[home->column].focus, 1)) {
            focus_from(home, 0, 1);
        }
    }
    home->column = home->started ? home->last_column : 0;
    home->started = true;
    return home_show_preview(home, true, error);
}

static void open_focused(HomeView *home)
{
    const HomeColumn *column = &home->columns[home->column];
    if (column->focus >= column->count) {
        return;
    }
    HomeLine line = column->lines[column->focus];
    if (line.type == HOME_AREA) {
        explorer_open(home->view.explorer, areas_view_new(home->view.explorer, home->areas.rows[line.index].area_id));
    } else if (line.type == HOME_PLACE) {
        explorer_run_later(home->view.explorer, home_places[line.index].action);
    } else if (line.type == HOME_PIPELINE) {
        explorer_run_later(home->view.explorer, ACTION_GO_MODELS);
    }
}

static ViewFlags go_to_column(HomeView *home, int column)
{
    home->column = home->last_column = column;
    home->in_preview = false;
    return VIEW_REDRAW;
}

static bool has_preview(const HomeView *home)
{
    return home->preview.pager.area.columns > 0;
}

/* Round the panes: the picture, the places and, where it is drawn, the preview. */
static ViewFlags go_round(HomeView *home, int step)
{
    int count = has_preview(home) ? 3 : 2;
    int pane = ((home->in_preview ? 2 : home->column) + step + count) % count;
    if (pane < 2) {
        return go_to_column(home, pane);
    }
    home->in_preview = true;
    return VIEW_REDRAW;
}

static ViewFlags handle_preview(HomeView *home, Action action, Key key)
{
    switch (action) {
    case ACTION_LEFT:
    case ACTION_PREVIOUS_PANE:
        return go_round(home, -1);
    case ACTION_NEXT_PANE:
        return go_round(home, 1);
    default:
        return preview_handle(&home->preview, home->view.explorer, action, key);
    }
}

static void follow_focus(HomeView *home)
{
    Error error = {0};
    home_show_preview(home, false, &error);
    explorer_report(home->view.explorer, &error);
}

/* Down from the last line of the first column goes on in the second, so that arrows alone reach everything. */
static ViewFlags move(HomeView *home, int step)
{
    if (focus_from(home, home->columns[home->column].focus + (size_t)step, step)) {
        return VIEW_REDRAW;
    }
    if (step > 0 && home->column == 0) {
        go_to_column(home, 1);
        focus_from(home, 0, 1);
    } else if (step < 0 && home->column == 1) {
        go_to_column(home, 0);
        focus_from(home, home->columns[0].count - 1, -1);
    }
    return VIEW_REDRAW;
}

static ViewFlags handle_lines(HomeView *home, Action action, Key key)
{
    switch (action) {
    case ACTION_UP:
        return move(home, -1);
    case ACTION_DOWN:
        return move(home, 1);
    case ACTION_NEXT_PANE:
    case ACTION_PREVIOUS_PANE:
        return go_round(home, action == ACTION_NEXT_PANE ? 1 : -1);
    case ACTION_RIGHT:
        return home->column == 1 && !has_preview(home) ? VIEW_REDRAW : go_round(home, 1);
    case ACTION_LEFT:
        return go_to_column(home, 0);
    case ACTION_FIRST:
    case ACTION_PAGE_UP:
        go_to_column(home, 0);
        focus_from(home, 0, 1);
        return VIEW_REDRAW;
    case ACTION_LAST:
    case ACTION_PAGE_DOWN:
        go_to_column(home, 1);
        focus_from(home, home->columns[1].count - 1, -1);
        return VIEW_REDRAW;
    case ACTION_OPEN:
        open_focused(home);
        return VIEW_HANDLED;
    case ACTION_FOLLOW:
        return has_preview(home) ? preview_handle(&home->preview, home->view.explorer, action, key) : VIEW_IGNORED;
    default:
        return VIEW_IGNORED;
    }
}

static ViewFlags handle(View *view, Action action, Key key)
{
    HomeView *home = (HomeView *)view;
    if (home->in_preview && has_preview(home)) {
        return handle_preview(home, action, key);
    }
    ViewFlags flags = handle_lines(home, action, key);
    follow_focus(home);
    return flags;
}

static ViewFlags mouse(View *view, const Event *event)
{
    HomeView *home = (HomeView *)view;
    ViewFlags flags = preview_mouse(&home->preview, view->explorer, event);
    if (flags != VIEW_IGNORED) {
        home->in_preview = home->in_preview || event->button == MOUSE_LEFT;
        return flags | VIEW_REDRAW;
    }
    if (event->button == MOUSE_WHEEL_UP || event->button == MOUSE_WHEEL_DOWN) {
        flags = move(home, event->button == MOUSE_WHEEL_UP ? -1 : 1);
        follow_focus(home);
        return flags;
    }
    for (int i = 1; i >= 0 && event->button == MOUSE_LEFT; i--) {
        HomeColumn *column = &home->columns[i];
        size_t index = column->top + (size_t)(event->row - column->area.row);
        if (!canvas_contains(&column->area, event->row, event->column) || index >= column->count ||
            !can_focus(column->lines[index].type)) {
            continue;
        }
        if (home->column == i && column->focus == index) {
            open_focused(home);
            return VIEW_HANDLED;
        }
        column->focus = index;
        go_to_column(home, i);
        follow_focus(home);
        return VIEW_REDRAW;
    }
    return VIEW_IGNORED;
}

static const char *item(const View *view)
{
    const HomeView *home = (const HomeView *)view;
    const HomeColumn *column = &home->columns[home->column];
    if (home->in_preview) {
        return pager_target(&home->preview.pager);
    }
    if (column->focus >= column->count || column->lines[column->focus].type != HOME_AREA) {
        return NULL;
    }
    return home->areas.rows[column->lines[column->focus].index].area_id;
}

static void title(const View *view, Text *text)
{
    (void)view;
    text_append(text, "gairo");
}

static void status(const View *view, Text *text)
{
    (void)view;
    text_append(text, "Risks and opportunities of open generative AI");
}

static void command(const View *view, Text *text)
{
    text_append(text, "gairo stats");
    explorer_append_scope(view->explorer, SCOPE_LAW_KINDS, text);
}

/* The call takes its conditions for all that it counts. */
static void command_note(const View *view, Text *text)
{
    if (explorer_has_lens(view->explorer)) {
        text_append(text, "It counts no models then, as no law names one; the screen shows them whole.");
    }
}

static void save(const View *view, State *state)
{
    const HomeView *home = (const HomeView *)view;
    state_put_number(state, "column", home->column);
    state_put_number(state, "left", (long)home->columns[0].focus);
    state_put_number(state, "right", (long)home->columns[1].focus);
}

static void restore(View *view, const State *state)
{
    HomeView *home = (HomeView *)view;
    long left = state_number(state, "left", 0), right = state_number(state, "right", 0);
    home->column = home->last_column = state_number(state, "column", 0) == 1;
    home->columns[0].focus = left > 0 && left < HOME_LINES_MAX ? (size_t)left : 0;
    home->columns[1].focus = right > 0 && right < HOME_LINES_MAX ? (size_t)right : 0;
    home->started = true;
}

static void home_free(View *view)
{
    HomeView *home = (HomeView *)view;
    area_counts_free(&home->areas);
    observations_free(&home->observations);
    preview_free(&home->preview);
    free(home->date);
    free(home);
}

static const ViewOperations operations = {
    .title = title,
    .status = status,
    .recalculate = recalculate,
    .draw = home_draw,
    .handle = handle,
    .mouse = mouse,
    .item = item,
    .command = command,
    .command_note = command_note,
    .linear = home_linear,
    .save = save,
    .restore = restore,
    .free = home_free,
    .keys = (const Action[]){ACTION_OPEN, ACTION_SEARCH, ACTION_PALETTE, ACTION_NEXT_PANE, ACTION_NONE},
    .home = true,
};

View *home_view_new(Explorer *explorer)
{
    HomeView *home = memory_zeroed(1, sizeof *home);
    view_start(&home->view, &operations, explorer);
    preview_start(&home->preview);
    return &home->view;
}
