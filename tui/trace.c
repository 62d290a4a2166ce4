/* From a risk to what reduces it, to who is asked to act, to what law says: a tree, with what is missing named. */
#include "config.h"

#include "core/date.h"
#include "core/memory.h"
#include "tui/explorer.h"
#include "tui/scope.h"
#include "tui/trace.h"
#include "tui/views.h"

#include <stdlib.h>
#include <string.h>

#define PREVIEW_FROM_COLUMNS 150
#define LEGEND_FROM_ROWS 10
#define ROWS_UNFOLDED 120 /* a larger tree is shown with its lower levels folded at first */

enum { COLUMN_TITLE, COLUMN_KIND, COLUMN_DETAIL, COLUMN_DETAIL_WIDE, COLUMN_WHEN };

static const ListColumn columns[] = {
    {.title = "the chain"},
    {.title = "kind", .width = 14, .from_width = 56},
    {.title = "evidence, actor", .width = 16, .from_width = 76, .below_width = 100},
    {.title = "evidence, actor, state of law", .width = 30, .from_width = 100},
    {.title = "horizon", .width = 17, .from_width = 118},
};

static void free_rows(TraceRow *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        free(rows[i].key);
    }
    free(rows);
}

/* Adds a node and what is below it; true where there is a gap in it. */
static bool add_rows(TraceView *view, const TraceNode *node, size_t depth, const char *above)
{
    if (view->count == view->capacity) {
        view->capacity = view->capacity * 2 + 64;
        view->rows = memory_resize(view->rows, view->capacity, sizeof *view->rows);
    }
    size_t row = view->count++;
    const char *kind = node->is_gap ? kind_definition(node->kind)->name : NULL;
    Text path = {0};
    text_append(&path, above); /* thousands of rows: no format is read for each */
    text_append_character(&path, '/');
    text_append(&path, node->id);
    text_append(&path, node->is_gap ? "!" : NULL);
    text_append(&path, kind);
    char *key = text_take(&path);
    bool gap = node->is_gap;
    view->rows[row] = (TraceRow){.node = node, .depth = depth, .key = key};
    for (size_t i = 0; i < node->child_count; i++) {
        gap = add_rows(view, &node->children[i], depth + 1, key) || gap;
    }
    view->rows[row].gap = gap;
    return gap;
}

static size_t row_depth(void *context, size_t row)
{
    return ((TraceView *)context)->rows[row].depth;
}

static const char *row_key(void *context, size_t row)
{
    return ((TraceView *)context)->rows[row].key;
}

static const char *join(TraceView *view, const char *first, const char *second)
{
    text_reset(&view->scratch);
    text_append(&view->scratch, first);
    if (first != NULL && second != NULL) {
        text_append(&view->scratch, ", ");
    }
    text_append(&view->scratch, second);
    return view->scratch.data;
}

static const char *cell_of_component(TraceView *view, const TraceNode *node)
{
    int component = component_index(node->id);
    return component < 0 ? NULL : join(view, cell_level((size_t)component, node->value), NULL);
}

static ListCell detail(TraceView *view, const TraceNode *node)
{
    if (node->is_gap) {
        return (ListCell){"gap", STYLE_WARNING};
    }
    if (node->again) {
        return (ListCell){"as above", STYLE_QUIET};
    }
    switch (node->kind) {
    case KIND_RISK:
    case KIND_OPPORTUNITY:
        return (ListCell){join(view, node->effect, node->evidence), STYLE_QUIET};
    case KIND_MITIGATION:
        return (ListCell){choice_title(node->maturity), STYLE_QUIET};
    case KIND_RECOMMENDATION:
        return (ListCell){node->actors, STYLE_QUIET};
    case KIND_COMPONENT:
        return (ListCell){node->value == NULL ? NULL : cell_of_component(view, node), STYLE_QUIET};
    default:
        return (ListCell){node->state, STYLE_QUIET};
    }
}

/* The kind; of a law how it bears on what is above it. */
static const char *kind_words(const TraceNode *node)
{
    const RelationDefinition *relation = node->state == NULL ? NULL : relation_find(node->relation);
    if (node->is_gap && node->kind == KIND_PROVISION) {
        return "law";
    }
    if (relation != NULL && (relation->to & KIND_BIT(KIND_MITIGATION)) != 0) {
        return relation->inverse;
    }
    return kind_definition(node->kind)->title;
}

static ListCell cell(void *context, size_t row, size_t column)
{
    TraceView *view = context;
    const TraceNode *node = view->rows[row].node;
    switch (column) {
    case COLUMN_TITLE:
        return (ListCell){node->title, node->is_gap ? STYLE_WARNING : STYLE_NORMAL};
    case COLUMN_KIND:
        return (ListCell){kind_words(node), STYLE_QUIET};
    case COLUMN_DETAIL:
    case COLUMN_DETAIL_WIDE:
        return detail(view, node);
    default:
        return (ListCell){choice_title(node->horizon), STYLE_QUIET};
    }
}

/* The details are of another sort for each kind. */
static bool spoken(void *context, size_t row, size_t column, Text *text)
{
    TraceView *view = context;
    const TraceNode *node = view->rows[row].node;
    const char *words = detail(view, node).text;
    if (column != COLUMN_DETAIL_WIDE || node->is_gap || node->again || words == NULL) {
        if (column == COLUMN_DETAIL_WIDE) {
            text_append(text, words);
        }
        return column == COLUMN_DETAIL_WIDE;
    }
    switch (node->kind) {
    case KIND_RISK:
    case KIND_OPPORTUNITY:
        text_append_format(text, "effect of openness and evidence: %s", words);
        break;
    case KIND_MITIGATION:
        text_append_format(text, "maturity: %s", words);
        break;
    case KIND_RECOMMENDATION:
        text_append_format(text, "addressed to: %s", words);
        break;
    case KIND_COMPONENT:
        text_append_format(text, "level: %s", words);
        break;
    default:
        text_append_format(text, "state: %s", words);
    }
    return true;
}

static void row_text(void *context, size_t row, Text *text)
{
    const TraceNode *node = ((TraceView *)context)->rows[row].node;
    const char *parts[] = {node->title, kind_words(node), node->is_gap ? "gap" : node->id, node->state, node->actors};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        text_append(text, parts[i]);
        text_append_character(text, ' ');
    }
}

static bool row_marked(void *context, size_t row)
{
    const TraceNode *node = ((TraceView *)context)->rows[row].node;
    return !node->is_gap && node->in_basket;
}

static bool row_shown(void *context, size_t row)
{
    TraceView *view = context;
    return !view->gaps_only || view->rows[row].gap;
}

static const char *focused_id(const TraceView *view)
{
    size_t row;
    return tree_selected(&view->tree, &row) ? view->rows[row].node->id : NULL;
}

static void follow_selection(TraceView *view)
{
    Error error = {0};
    preview_show(&view->preview, view->view.explorer, focused_id(view), false, &error);
    explorer_report(view->view.explorer, &error);
}

static void narrowed(void *context)
{
    follow_selection(context);
}

static const TreeOperations tree_operations = {.depth = row_depth,
                                               .key = row_key,
                                               .cell = cell,
                                               .spoken = spoken,
                                               .text = row_text,
                                               .marked = row_marked,
                                               .shown = row_shown,
                                               .narrowed = narrowed};

const char *trace_day(const TraceView *view, char today[DATE_SIZE])
{
    date_today(today);
    return explorer_as_of(view->view.explorer) == NULL ? today : explorer_as_of(view->view.explorer);
}

static bool recalculate(View *base, Error *error)
{
    TraceView *view = (TraceView *)base;
    Trace trace;
    Query query;
    bool done = explorer_query_kinds(base->explorer, SCOPE_LAW_KINDS, &query, error) &&
                trace_make(explorer_store(base->explorer), view->id, &query, &trace, error);
    query_free(&query);
    if (!done) {
        return false;
    }
    Trace old = view->trace;
    TraceRow *old_rows = view->rows;
    size_t old_count = view->count;
    view->trace = trace;
    view->rows = NULL;
    view->count = view->capacity = 0;
    free(view->name);
    view->name = string_copy(trace.root.title);
    add_rows(view, &view->trace.root, 0, "");
    tree_set_rows(&view->tree, view->count);
    if (!view->loaded && view->count > ROWS_UNFOLDED) {
        tree_fold_from(&view->tree, 1);
    }
    view->loaded = true;
    free_rows(old_rows, old_count);
    trace_free(&old);
    return preview_show(&view->preview, base->explorer, focused_id(view), true, error);
}

static ViewFlags switch_gaps(TraceView *view)
{
    if (view->trace.gap_count == 0) {
        explorer_message(view->view.explorer, "No gap: every chain ends in law.");
        return VIEW_HANDLED;
    }
    view->gaps_only = !view->gaps_only;
    tree_rearrange(&view->tree);
    return VIEW_REDRAW;
}

static ViewFlags handle(View *base, Action action, Key key)
{
    TraceView *view = (TraceView *)base;
    (void)key;
    ViewFlags flags = VIEW_IGNORED;
    if (action == ACTION_SWITCH) {
        flags = switch_gaps(view);
    } else if (action == ACTION_FILTER) {
        tree_prompt_filter(&view->tree, base->explorer);
        return VIEW_HANDLED;
    } else if (action == ACTION_BACK && view->tree.filter == NULL && view->gaps_only) {
        flags = switch_gaps(view);
    } else {
        flags = tree_handle(&view->tree, action);
    }
    follow_selection(view);
    return flags;
}

static ViewFlags mouse(View *base, const Event *event)
{
    TraceView *view = (TraceView *)base;
    bool open = false;
    ViewFlags flags = preview_mouse(&view->preview, base->explorer, event);
    if (flags != VIEW_IGNORED) {
        return flags;
    }
    flags = tree_mouse(&view->tree, event, &open);
    follow_selection(view);
    if (open && focused_id(view) != NULL) {
        explorer_open_item(base->explorer, focused_id(view));
    }
    return flags;
}

static void draw_summary(const TraceView *view, const Canvas *canvas)
{
    char today[DATE_SIZE];
    int at = 2;
    if (view->trace.gap_count > 0) {
        at += canvas_format(canvas, 0, at, STYLE_WARNING, "%zu gap%s", view->trace.gap_count,
                            plural_ending(view->trace.gap_count));
        at += canvas_text(canvas, 0, at, STYLE_QUIET, view->gaps_only ? ", and what leads to them" : "");
    } else {
        at += canvas_text(canvas, 0, at, STYLE_QUIET, "no gaps");
    }
    at += canvas_format(canvas, 0, at, STYLE_QUIET, " %s law as of %s", glyph(GLYPH_DOT), trace_day(view, today));
    if (view->trace.outside > 0) {
        at += canvas_format(canvas, 0, at, STYLE_WARNING, " %s %zu step%s outside the scope", glyph(GLYPH_DOT),
                            view->trace.outside, plural_ending(view->trace.outside));
    }
    if (view->trace.cut) {
        canvas_format(canvas, 0, at, STYLE_WARNING, " %s only the first %u steps", glyph(GLYPH_DOT), TRACE_NODES_MAX);
    }
}

static void draw(View *base, const Canvas *canvas)
{
    TraceView *view = (TraceView *)base;
    bool preview = canvas->columns >= PREVIEW_FROM_COLUMNS;
    int width = preview ? canvas->columns - canvas->columns * PREVIEW_PERCENT / 100 - 3 : canvas->columns;
    int below = canvas->rows >= LEGEND_FROM_ROWS ? 2 : 0;
    Canvas left = canvas_part(canvas, 0, 0, canvas->rows - below, width - 1);
    view->preview.pager.area = (Canvas){0};
    tree_draw(&view->tree, &left, true, "Nothing follows from it.");
    if (below > 0) {
        Canvas line = canvas_part(canvas, canvas->rows - 1, 0, 1, width - 1);
        draw_summary(view, &line);
    }
    if (preview) {
        Canvas right = canvas_part(canvas, 0, width + 2, canvas->rows, canvas->columns - width - 3);
        canvas_rule(canvas, width);
        pager_draw(&view->preview.pager, &right, false);
    }
}

static const char *item(const View *base)
{
    return focused_id((const TraceView *)base);
}

static void title(const View *base, Text *text)
{
    text_append_format(text, "Trace of %s", ((const TraceView *)base)->name);
}

static void status(const View *base, Text *text)
{
    tree_status(&((const TraceView *)base)->tree, text);
}

static void linear(View *base, Linear *lines)
{
    TraceView *view = (TraceView *)base;
    char today[DATE_SIZE];
    char *heading = string_format("Trace of %s", view->name);
    linear_heading(lines, heading);
    linear_line(lines, "right or left with a number unfolds or folds what is below it; fold does it for all; switch tells the gaps only.");
    tree_linear(&view->tree, lines, "", "Nothing follows from it.", narrowed);
    linear_format(lines, "Gaps: %zu. Outside the scope: %zu. Law as of %s.", view->trace.gap_count, view->trace.outside,
                  trace_day(view, today));
    free(heading);
}

static void save(const View *base, State *state)
{
    const TraceView *view = (const TraceView *)base;
    state_set_place(state, "trace");
    state_put(state, "id", view->id);
    state_put_number(state, "gaps", view->gaps_only);
    tree_save(&view->tree, state);
}

static void restore(View *base, const State *state)
{
    TraceView *view = (TraceView *)base;
    view->gaps_only = state_number(state, "gaps", 0) == 1;
    view->loaded = state_get(state, "folded") != NULL;
    tree_restore(&view->tree, state);
}

static void view_free_trace(View *base)
{
    TraceView *view = (TraceView *)base;
    tree_free(&view->tree);
    preview_free(&view->preview);
    free_rows(view->rows, view->count);
    trace_free(&view->trace);
    text_free(&view->scratch);
    free(view->id);
    free(view->name);
    free(view);
}

static const ViewOperations operations = {
    .title = title,
    .status = status,
    .recalculate = recalculate,
    .draw = draw,
    .handle = handle,
    .mouse = mouse,
    .item = item,
    .table = trace_table,
    .command = trace_command,
    .command_note = trace_command_note,
    .linear = linear,
    .save = save,
    .restore = restore,
    .free = view_free_trace,
    .keys = (const Action[]){ACTION_OPEN, ACTION_SWITCH, ACTION_FOLD, ACTION_BASKET_TOGGLE, ACTION_FILTER, ACTION_NONE},
};

static bool can_start_from(KindSet kinds)
{
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        if ((kinds & KIND_BIT(kind)) != 0 && trace_starts_from((Kind)kind)) {
            return true;
        }
    }
    return false;
}

View *trace_view_new(Explorer *explorer, const char *id)
{
    TraceView *view = memory_zeroed(1, sizeof *view);
    view_start(&view->view, &operations, explorer);
    view->id = string_copy(id);
    view->name = string_copy(id);
    tree_start(&view->tree, &tree_operations, view, columns, sizeof columns / sizeof *columns);
    preview_start(&view->preview);
    view->preview.from_columns = PREVIEW_FROM_COLUMNS;
    return &view->view;
}

void trace_open(Explorer *explorer, const char *id)
{
    if (id == NULL) {
        explorer_message(explorer, "Nothing to trace: no item is focused here.");
    } else if (!can_start_from(id_kinds(id))) {
        explorer_message(explorer,
                         "Nothing follows from an item of this kind; trace a risk, what reduces it, or a law.");
    } else {
        explorer_open(explorer, trace_view_new(explorer, id));
    }
}
