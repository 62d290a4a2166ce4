/* What was imported, as a table with totals, and what is known of the selected source; the health of all data is its first
 * row. The rows are read once, and anew when the data changed; the health is looked for in steps while no key waits. */
#include "config.h"

#include "core/memory.h"
#include "tui/explorer.h"
#include "tui/health.h"
#include "tui/list.h"
#include "tui/preview.h"
#include "tui/source-document.h"
#include "tui/source-removal.h"
#include "tui/source-rows.h"
#include "tui/views.h"

#include <stdlib.h>
#include <string.h>

#define HEALTH " health" /* the id of the first row: no source has a blank */
#define HEAD_ROWS 3      /* the totals and the health in words, above the table */
#define HEAD_FROM 9      /* rows: with fewer, they are left out */
#define BESIDE_FROM 150  /* columns: narrower, the details stand below the table */
#define BELOW_FROM 12    /* rows: with fewer, what has the focus stands alone */
#define PAUSE_MILLISECONDS 60 /* without a key, before the health is looked for */

typedef struct SourcesView {
    View view;
    SourceRows rows;
    char *health, *health_word; /* as a sentence, and as short as a column */
    long long loaded; /* the generation of the store that the rows are of */
    List list;
    Preview details;
    bool in_details; /* they have the focus */
    bool looking;    /* for what is wrong, when it is recalculated next */
    bool failed;     /* looking did: that is not tried again and again */
    SourceRemoval removal;
} SourcesView;

enum {
    COLUMN_SOURCE,
    COLUMN_WIDE_SOURCE,
    COLUMN_TITLE,
    COLUMN_VERSION,
    COLUMN_WIDE_VERSION,
    COLUMN_RECORDS,
    COLUMN_IMPORTED,
    COLUMN_LICENCE,
    COLUMN_STATE
};

static const ListColumn columns[] = {
    {.title = "source", .width = 18, .below_width = 100},
    {.title = "source", .width = 28, .from_width = 100, .names = true},
    {.title = "title", .width = 36, .from_width = 136},
    {.title = "version", .width = 10, .from_width = 60, .below_width = 100},
    {.title = "version", .width = 20, .from_width = 100},
    {.title = "records", .width = 7, .right_aligned = true, .from_width = 40},
    {.title = "imported", .width = 10, .from_width = 50},
    {.title = "licence"},
    {.title = "state", .width = 10, .from_width = 70},
};

static const SourceInfo *source_at(const SourcesView *view, size_t row)
{
    return row == 0 ? NULL : &view->rows.sources.sources[row - 1];
}

static const char *row_id(void *context, size_t row)
{
    const SourceInfo *source = source_at(context, row);
    return source == NULL ? HEALTH : source->id;
}

/* Of the health its name and what is known of it. */
static ListCell health_cell(const SourcesView *view, size_t column)
{
    bool name = column == COLUMN_SOURCE || column == COLUMN_WIDE_SOURCE;
    const char *text = name ? "Data health" : column == COLUMN_STATE ? view->health_word : "";
    return (ListCell){text, name ? STYLE_NORMAL : STYLE_QUIET};
}

static ListCell cell(void *context, size_t row, size_t column)
{
    const SourcesView *view = context;
    const SourceInfo *source = source_at(view, row);
    if (source == NULL) {
        return health_cell(view, column);
    }
    bool name = column == COLUMN_SOURCE || column == COLUMN_WIDE_SOURCE;
    const char *texts[] = {[COLUMN_SOURCE] = source->id,
                           [COLUMN_WIDE_SOURCE] = source->id,
                           [COLUMN_TITLE] = source->title,
                           [COLUMN_VERSION] = source_version_words(source),
                           [COLUMN_WIDE_VERSION] = source_version_words(source),
                           [COLUMN_RECORDS] = view->rows.counts[row - 1],
                           [COLUMN_IMPORTED] = view->rows.days[row - 1],
                           [COLUMN_LICENCE] = source->licence,
                           [COLUMN_STATE] = view->rows.states[row - 1]};
    return (ListCell){texts[column] == NULL ? "" : texts[column], name ? STYLE_NORMAL : STYLE_QUIET};
}

/* The health is no source: it comes last where they are sorted. */
static int compare(void *context, size_t a, size_t b, size_t column)
{
    const SourcesView *view = context;
    const SourceInfo *one = source_at(view, a), *other = source_at(view, b);
    if (one == NULL || other == NULL) {
        return one == other ? 0 : one == NULL ? LIST_LAST : -LIST_LAST;
    }
    if (column == COLUMN_RECORDS) {
        return (one->records > other->records) - (one->records < other->records);
    }
    if (column == COLUMN_IMPORTED) {
        return string_compare(one->imported, other->imported);
    }
    char *first = string_copy(cell(context, a, column).text);
    int result = string_compare(first, cell(context, b, column).text);
    free(first);
    return result;
}

/* What is no source has none of the columns. */
static bool spoken(void *context, size_t row, size_t column, Text *text)
{
    const SourceInfo *source = source_at(context, row);
    if (source != NULL && column == COLUMN_WIDE_VERSION) { /* it has no name of its own, so that one sorts by the other */
        text_append_format(text, "version: %s", source_version_words(source));
    } else if (source != NULL || column == COLUMN_WIDE_SOURCE) {
        return false;
    } else if (column == COLUMN_STATE) {
        text_append(text, ((const SourcesView *)context)->health_word);
    }
    return true;
}

/* The rows, where they are of another state of the data. */
static bool load(SourcesView *view, Error *error)
{
    SourceRows loaded;
    long long generation = store_generation(explorer_store(view->view.explorer));
    if (view->loaded == generation) {
        return true;
    }
    if (!source_rows_load(&loaded, explorer_store(view->view.explorer), error)) {
        return false;
    }
    source_rows_free(&view->rows);
    view->rows = loaded;
    view->loaded = generation;
    list_set_rows(&view->list, loaded.sources.count + 1);
    return true;
}

static bool is_looked_for(const SourcesView *view)
{
    return view->failed || health_known(view->view.explorer) != NULL;
}

/* A step; in lines all of them. Where a key stopped one, it begins anew later. */
static bool look(SourcesView *view, Error *error)
{
    bool done = true;
    view->looking = false;
    while (done && !is_looked_for(view)) {
        done = health_go_on(view->view.explorer, error);
        if (!explorer_is_plain(view->view.explorer)) {
            break;
        }
    }
    view->failed = !done && error->code != ERROR_CANCELLED;
    if (!done && !view->failed) {
        error_clear(error);
    }
    return !view->failed;
}

static void say_health(SourcesView *view)
{
    free(view->health);
    free(view->health_word);
    view->health = health_sentence(view->view.explorer, view->failed);
    view->health_word = health_word(view->view.explorer, view->failed);
}

/* The details of the selected row, made when another is selected or the data changed; anew: in any case. */
static bool show_details(SourcesView *view, bool anew, Error *error)
{
    size_t row;
    Document document = {0};
    const char *id = list_selected_id(&view->list);
    if (!anew && view->details.is_made && string_compare(id, view->details.id) == 0) {
        return true;
    }
    bool done = true;
    if (list_selected(&view->list, &row) && row > 0) {
        done = source_document(&document, explorer_store(view->view.explorer), source_at(view, row), error);
    } else if (id != NULL) {
        health_document(&document, view->view.explorer);
    }
    if (done) {
        preview_show_page(&view->details, id, &document);
    }
    document_clear(&document);
    view->in_details = view->in_details && id != NULL;
    return done;
}

static bool recalculate(View *base, Error *error)
{
    SourcesView *view = (SourcesView *)base;
    source_removal_go_on(&view->removal);
    bool looks = view->looking || explorer_is_plain(base->explorer);
    bool changed = view->loaded != store_generation(explorer_store(base->explorer));
    if (!load(view, error) || (looks && !look(view, error))) {
        return false;
    }
    say_health(view);
    return show_details(view, changed || string_compare(list_selected_id(&view->list), HEALTH) == 0, error);
}

static void report_details(void *context)
{
    Error error = {0};
    show_details(context, false, &error);
    explorer_report(((SourcesView *)context)->view.explorer, &error);
}

/* What has two widths is offered once to sort by. */
static const char *column_name(void *context, size_t column)
{
    (void)context;
    return column == COLUMN_WIDE_SOURCE || column == COLUMN_WIDE_VERSION ? "" : columns[column].title;
}

static const ListOperations list_operations = {.id = row_id, .cell = cell, .compare = compare, .spoken = spoken, .column_name = column_name, .narrowed = report_details};

/* The table above or at the left, what is selected below or at the right; what has no room is not there. */
static void draw(View *base, const Canvas *canvas)
{
    SourcesView *view = (SourcesView *)base;
    int head = canvas->rows >= HEAD_FROM ? HEAD_ROWS : 0;
    Canvas rest = canvas_part(canvas, head, 0, canvas->rows - head, canvas->columns), table = rest, details = {0};
    int lines = (int)view->list.visible_count + 1;
    if (canvas->columns >= BESIDE_FROM) {
        table.columns = canvas->columns - DOCUMENT_TEXT_COLUMNS_MAX - 8;
        details = canvas_part(&rest, 0, table.columns + 2, rest.rows, canvas->columns - table.columns - 3);
        canvas_rule(&rest, table.columns);
    } else if (rest.rows >= BELOW_FROM) {
        table.rows = lines < rest.rows / 2 ? lines : rest.rows / 2;
        canvas_repeat(&rest, table.rows, 2, canvas->columns - 4, STYLE_QUIET, GLYPH_HORIZONTAL);
        details = canvas_part(&rest, table.rows + 1, 0, rest.rows - table.rows - 1, canvas->columns);
    } else if (view->in_details) {
        details = rest;
        table.rows = 0;
    }
    if (head > 0) {
        canvas_text(canvas, 0, 2, STYLE_NORMAL, view->rows.totals);
        canvas_text(canvas, 1, 2, STYLE_QUIET, view->health);
    }
    view->list.area = view->details.pager.area = (Canvas){0};
    if (table.rows > 0) {
        list_draw(&view->list, &table, !view->in_details, "No sources.");
    }
    if (details.rows > 0) {
        pager_draw(&view->details.pager, &details, view->in_details);
    }
}

static void focus_details(SourcesView *view, Action towards)
{
    const char *target;
    view->in_details = true;
    view->details.pager.link = -1;
    if (pager_has_links(&view->details.pager)) {
        pager_handle(&view->details.pager, towards, KEY_NONE, &target);
    }
}

static void open_target(SourcesView *view, const char *target)
{
    if (source_removal_is(target)) {
        source_removal_choose(&view->removal, &view->view, target);
    } else if (target != NULL) {
        explorer_open_item(view->view.explorer, target);
    }
}

/* From link to link, and behind the last back to the table. */
static ViewFlags handle_details(SourcesView *view, Action action, Key key)
{
    const char *target;
    Pager *pager = &view->details.pager;
    bool last = action == ACTION_NEXT_PANE && pager->link + 1 >= pager->document.link_count;
    if (last || action == ACTION_LEFT || (action == ACTION_PREVIOUS_PANE && pager->link <= 0)) {
        view->in_details = false;
        pager->link = -1;
        return VIEW_REDRAW;
    }
    ViewFlags flags = pager_handle(pager, action, key, &target);
    open_target(view, target);
    return flags;
}

static ViewFlags handle(View *base, Action action, Key key)
{
    SourcesView *view = (SourcesView *)base;
    if (action == ACTION_FILTER) {
        view->in_details = false;
        list_prompt_filter(&view->list, base->explorer);
        return VIEW_HANDLED;
    }
    if (view->in_details) {
        return handle_details(view, action, key);
    }
    switch (action) {
    case ACTION_OPEN:
    case ACTION_RIGHT:
    case ACTION_NEXT_PANE:
    case ACTION_PREVIOUS_PANE:
        if (list_selected_id(&view->list) != NULL) {
            focus_details(view, action == ACTION_PREVIOUS_PANE ? action : ACTION_NEXT_PANE);
        }
        return VIEW_REDRAW;
    case ACTION_SORT:
        return list_prompt_sort(&view->list, base->explorer);
    default: {
        ViewFlags flags = list_handle(&view->list, action);
        report_details(view);
        return flags;
    }
    }
}

static ViewFlags mouse(View *base, const Event *event)
{
    SourcesView *view = (SourcesView *)base;
    const char *target;
    bool open = false;
    if (canvas_contains(&view->details.pager.area, event->row, event->column)) {
        ViewFlags flags = pager_mouse(&view->details.pager, event, &target);
        view->in_details = view->in_details || event->button == MOUSE_LEFT;
        open_target(view, target);
        return flags | VIEW_REDRAW;
    }
    ViewFlags flags = list_mouse(&view->list, event, &open);
    if (flags != VIEW_IGNORED) {
        view->in_details = false;
        report_details(view);
    }
    if (open) {
        focus_details(view, ACTION_NEXT_PANE);
    }
    return flags;
}

static int pause_before_looking(const View *base)
{
    const SourcesView *view = (const SourcesView *)base;
    size_t tried, total;
    health_progress(base->explorer, &tried, &total);
    return is_looked_for(view) ? -1 : tried == 0 ? PAUSE_MILLISECONDS : 0;
}

static ViewFlags begin_looking(View *base)
{
    ((SourcesView *)base)->looking = true;
    explorer_give_way(base->explorer);
    return VIEW_RECALCULATE;
}

static const char *item(const View *base)
{
    const SourcesView *view = (const SourcesView *)base;
    const char *target = view->in_details ? pager_target(&view->details.pager) : NULL;
    return source_removal_is(target) ? NULL : target;
}

static void title(const View *base, Text *text)
{
    (void)base;
    text_append(text, "Sources and data health");
}

static void status(const View *base, Text *text)
{
    list_status(&((const SourcesView *)base)->list, text);
}

static void command(const View *base, Text *text)
{
    (void)base;
    text_append(text, "gairo sources");
}

static void command_note(const View *base, Text *text)
{
    (void)base;
    text_append(text, "What is wrong in the data is told by gairo check --notices.");
}

/* Exporting the screen writes the sources, as they are sorted and narrowed. */
static bool table(const View *base, ScreenTable *table)
{
    static const int shown[] = {COLUMN_SOURCE, COLUMN_TITLE, COLUMN_VERSION, COLUMN_RECORDS, COLUMN_IMPORTED, COLUMN_LICENCE, COLUMN_STATE};
    SourcesView *view = (SourcesView *)base;
    table->title = string_copy("Sources");
    for (size_t i = 0; i < sizeof shown / sizeof *shown; i++) {
        screen_table_column(table, columns[shown[i]].title, shown[i] == COLUMN_TITLE ? 3 : 2);
    }
    for (size_t i = 0; i < view->list.visible_count; i++) {
        for (size_t k = 0; view->list.visible[i] > 0 && k < sizeof shown / sizeof *shown; k++) {
            screen_table_cell(table, cell(view, view->list.visible[i], (size_t)shown[k]).text, NULL);
        }
    }
    return true;
}

static void choose_row(void *context)
{
    ((SourcesView *)context)->in_details = false;
    report_details(context);
}

static void choose_link(void *context)
{
    ((SourcesView *)context)->in_details = true;
}

static void linear(View *base, Linear *lines)
{
    SourcesView *view = (SourcesView *)base;
    linear_line(lines, view->rows.totals);
    linear_line(lines, view->health);
    list_linear(&view->list, lines, "Sources", "No sources.", choose_row);
    pager_linear(&view->details.pager, lines, choose_link, view);
}

static void save(const View *base, State *state)
{
    const SourcesView *view = (const SourcesView *)base;
    list_save(&view->list, "", state);
    state_put_number(state, "details", view->in_details);
    pager_save(&view->details.pager, state);
}

static void restore(View *base, const State *state)
{
    SourcesView *view = (SourcesView *)base;
    list_restore(&view->list, "", state);
    view->in_details = state_number(state, "details", 0) == 1;
    pager_restore(&view->details.pager, state);
}

static void sources_free(View *base)
{
    SourcesView *view = (SourcesView *)base;
    source_rows_free(&view->rows);
    free(view->health);
    free(view->health_word);
    list_free(&view->list);
    preview_free(&view->details);
    source_removal_free(&view->removal);
    free(view);
}

static const Action *keys_now(const View *base)
{
    static const Action on_link[] = {ACTION_OPEN, ACTION_NEXT_PANE, ACTION_FILTER, ACTION_NONE};
    static const Action on_text[] = {ACTION_NEXT_PANE, ACTION_FILTER, ACTION_NONE};
    const SourcesView *view = (const SourcesView *)base;
    return !view->in_details ? NULL : view->details.pager.link >= 0 ? on_link : on_text;
}

static const char *label(const View *base, Action action)
{
    return action == ACTION_OPEN && !((const SourcesView *)base)->in_details ? "details" : NULL;
}

static const ViewOperations operations = {
    .title = title, .status = status, .recalculate = recalculate, .draw = draw, .handle = handle, .mouse = mouse, .item = item,
    .table = table, .command = command, .command_note = command_note, .linear = linear, .save = save, .restore = restore,
    .free = sources_free, .pause = pause_before_looking, .tick = begin_looking, .keys_now = keys_now, .label = label,
    .keys = (const Action[]){ACTION_OPEN, ACTION_NEXT_PANE, ACTION_FILTER, ACTION_SORT, ACTION_EXPORT, ACTION_NONE},
};

View *sources_view_new(Explorer *explorer)
{
    SourcesView *view = memory_zeroed(1, sizeof *view);
    view_start(&view->view, &operations, explorer);
    list_start(&view->list, &list_operations, view, columns, sizeof columns / sizeof *columns);
    preview_start(&view->details);
    view->loaded = -1;
    return &view->view;
}
