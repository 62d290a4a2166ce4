/* Items side by side, with the differences marked: a table of wrapped cells that scrolls both ways. */
#include "config.h"

#include "tui/compare.h"

#include "core/memory.h"
#include "core/unicode.h"
#include "tui/explorer.h"
#include "tui/scope.h"
#include "tui/views.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool row_matches(const CompareView *compare, size_t row)
{
    const ComparisonRow *entry = &compare->comparison.rows[row];
    bool heads_columns = strcmp(entry->name, "title") == 0;
    if (heads_columns || (compare->differences_only && !entry->differs)) {
        return false;
    }
    if (compare->filter == NULL) {
        return true;
    }
    Text text = {0};
    text_append_format(&text, "%s ", entry->label);
    for (size_t i = 0; i < compare->comparison.count; i++) {
        text_append(&text, entry->values[i]);
        text_append_character(&text, ' ');
    }
    char *folded = text_fold(text.data), *words = text_fold(compare->filter);
    bool found = strstr(folded, words) != NULL;
    free(folded);
    free(words);
    text_free(&text);
    return found;
}

/* Makes the visible rows anew; the focus stays on its row where that is still seen. */
static void arrange(CompareView *compare)
{
    size_t focused = compare->selected < compare->visible_count ? compare->visible[compare->selected] : 0;
    compare->visible = memory_resize(compare->visible, compare->comparison.row_count + 1, sizeof *compare->visible);
    compare->visible_count = compare->selected = 0;
    for (size_t row = 0; row < compare->comparison.row_count; row++) {
        if (row_matches(compare, row)) {
            compare->selected = row <= focused ? compare->visible_count : compare->selected;
            compare->visible[compare->visible_count++] = row;
        }
    }
    compare->lines.columns = -1;
}

static bool recalculate(View *view, Error *error)
{
    CompareView *compare = (CompareView *)view;
    Comparison comparison;
    Query query;
    bool done = explorer_query_kinds(view->explorer, SCOPE_LAW_KINDS, &query, error) &&
                comparison_make(explorer_store(view->explorer), &compare->ids, &query, &comparison, error);
    query_free(&query);
    if (!done) {
        return false;
    }
    comparison_free(&compare->comparison);
    compare->comparison = comparison;
    arrange(compare);
    if (compare->first_row > 0) { /* as it was left */
        compare->selected = compare->first_row < compare->visible_count ? compare->first_row : 0;
        compare->first_row = 0;
    }
    return true;
}

static const ComparisonRow *focused_row(const CompareView *compare)
{
    return compare->selected < compare->visible_count ? &compare->comparison.rows[compare->visible[compare->selected]]
                                                      : NULL;
}

static ViewFlags move(CompareView *compare, long offset)
{
    size_t last = compare->visible_count == 0 ? 0 : compare->visible_count - 1;
    long to = (long)compare->selected + offset;
    compare->selected = to < 0 ? 0 : (size_t)to > last ? last : (size_t)to;
    return VIEW_REDRAW;
}

static ViewFlags move_column(CompareView *compare, int step)
{
    if ((step < 0 && compare->column == 0) || (step > 0 && compare->column + 1 >= compare->comparison.count)) {
        return step < 0 ? VIEW_IGNORED : VIEW_HANDLED;
    }
    compare->column = (size_t)((long)compare->column + step);
    return VIEW_REDRAW;
}

/* A linked item opens from where it stands; everywhere else the compared item does. */
static ViewFlags open_focused(CompareView *compare)
{
    const ComparisonRow *row = focused_row(compare);
    bool link = row != NULL && row->target != NULL && row->values[compare->column] != NULL;
    if (compare->column < compare->comparison.count) {
        explorer_open_item(compare->view.explorer, link ? row->target : compare->ids.items[compare->column]);
    }
    return VIEW_HANDLED;
}

static void filter_changed(void *context, const char *text)
{
    CompareView *compare = context;
    free(compare->filter);
    compare->filter = text == NULL || *text == '\0' ? NULL : string_copy(text);
    arrange(compare);
}

static void filter_cancelled(void *context)
{
    filter_changed(context, NULL);
}

static void prompt_filter(CompareView *compare)
{
    explorer_prompt(compare->view.explorer, &(Prompt){.label = "Narrow to",
                                                      .text = compare->filter,
                                                      .changed = filter_changed,
                                                      .cancelled = filter_cancelled,
                                                      .context = compare});
}

/* What is compared stays picked, so that another item can be added to it. */
static ViewFlags add_more(CompareView *compare)
{
    StringList *picks = explorer_picks(compare->view.explorer);
    if (compare->ids.count >= COMPARED_MAX) {
        explorer_message(compare->view.explorer, "Up to %d items stand side by side.", COMPARED_MAX);
        return VIEW_HANDLED;
    }
    string_list_free(picks);
    for (size_t i = 0; i < compare->ids.count; i++) {
        string_list_add(picks, compare->ids.items[i]);
    }
    explorer_message(compare->view.explorer, explorer_is_plain(compare->view.explorer) ? "Go to the item to be added; compare there adds it."
                                                                          : "Go to the item to be added and press c there.");
    return VIEW_HANDLED;
}

static ViewFlags handle(View *view, Action action, Key key)
{
    CompareView *compare = (CompareView *)view;
    long page = compare->area.rows > 2 ? (compare->area.rows - 2) / 2 : 1;
    (void)key;
    switch (action) {
    case ACTION_UP:
        return move(compare, -1);
    case ACTION_DOWN:
        return move(compare, 1);
    case ACTION_PAGE_UP:
        return move(compare, -page);
    case ACTION_PAGE_DOWN:
        return move(compare, page);
    case ACTION_FIRST:
        return move(compare, -(long)compare->selected);
    case ACTION_LAST:
        return move(compare, (long)compare->visible_count);
    case ACTION_LEFT:
    case ACTION_PREVIOUS_PANE:
        return move_column(compare, -1);
    case ACTION_RIGHT:
    case ACTION_NEXT_PANE:
        return move_column(compare, 1);
    case ACTION_OPEN:
        return open_focused(compare);
    case ACTION_SWITCH:
        compare->differences_only = !compare->differences_only;
        arrange(compare);
        return VIEW_REDRAW;
    case ACTION_COMPARE:
        return add_more(compare);
    case ACTION_FILTER:
        prompt_filter(compare);
        return VIEW_HANDLED;
    case ACTION_BACK:
        if (compare->filter != NULL) {
            filter_changed(compare, NULL);
            return VIEW_REDRAW;
        }
        return VIEW_IGNORED;
    default:
        return VIEW_IGNORED;
    }
}

static ViewFlags mouse(View *view, const Event *event)
{
    CompareView *compare = (CompareView *)view;
    if (event->button == MOUSE_WHEEL_UP || event->button == MOUSE_WHEEL_DOWN) {
        return move(compare, event->button == MOUSE_WHEEL_UP ? -1 : 1);
    }
    size_t index, column;
    if (event->button != MOUSE_LEFT || !compare_at(compare, event->row, event->column, &index, &column)) {
        return VIEW_IGNORED;
    }
    if (index == compare->selected && column == compare->column) {
        return open_focused(compare);
    }
    compare->selected = index;
    compare->column = column;
    return VIEW_REDRAW;
}

static const char *item(const View *view)
{
    const CompareView *compare = (const CompareView *)view;
    return compare->column < compare->ids.count ? compare->ids.items[compare->column] : NULL;
}

static void title(const View *view, Text *text)
{
    (void)view;
    text_append(text, "Compare");
}

static void status(const View *view, Text *text)
{
    const CompareView *compare = (const CompareView *)view;
    if (compare->filter != NULL) {
        text_append_format(text, "\"%s\" ", compare->filter);
    }
    text_append_format(text, "%zu of %zu lines%s%s", compare->comparison.difference_count,
                       compare->comparison.row_count, compare->comparison.difference_count == 1 ? " differs" : " differ", compare->differences_only ? ", only those" : "");
    if (compare->comparison.outside > 0) {
        text_append_format(text, ", %zu link%s outside", compare->comparison.outside,
                           plural_ending(compare->comparison.outside));
    }
}

static void choose_item(void *context, size_t index)
{
    ((CompareView *)context)->column = index;
}

static void choose_row(void *context, size_t index)
{
    ((CompareView *)context)->selected = index;
}

static void linear(View *view, Linear *lines)
{
    CompareView *compare = (CompareView *)view;
    linear_heading(lines, "Compared");
    for (size_t i = 0; i < compare->comparison.count; i++) {
        linear_choice(lines, choose_item, compare, i, compare->comparison.items[i]->title);
        linear_append(lines, i == compare->column ? " (the one in focus)" : "");
    }
    linear_heading(lines, compare->differences_only ? "Where they differ" : "What they have");
    for (size_t i = 0; i < compare->visible_count; i++) {
        const ComparisonRow *row = &compare->comparison.rows[compare->visible[i]];
        Text text = {0};
        text_append_format(&text, "%s%s", row->label, row->differs ? " (differs)" : "");
        for (size_t item = 0; item < compare->comparison.count; item++) {
            text_append(&text, item == 0 ? ": " : "; ");
            text_append_format(&text, "%s: ", compare->comparison.items[item]->title);
            text_append(&text, row->values[item] == NULL ? "nothing" : choice_title(row->values[item]));
        }
        if (i == compare->selected) {
            text_append_format(&text, " (selected, %zu of %zu)", i + 1, compare->visible_count);
        }
        linear_choice(lines, choose_row, compare, i, text.data);
        text_free(&text);
    }
}

static void save(const View *view, State *state)
{
    const CompareView *compare = (const CompareView *)view;
    state_set_place(state, "compare");
    for (size_t i = 0; i < compare->ids.count; i++) {
        char name[16];
        snprintf(name, sizeof name, i == 0 ? "id" : "id%zu", i);
        state_put(state, name, compare->ids.items[i]);
    }
    state_put_number(state, "column", (long)compare->column);
    state_put_number(state, "row", (long)compare->selected);
    state_put_number(state, "differences", compare->differences_only);
    state_put(state, "filter", compare->filter);
}

static void restore(View *view, const State *state)
{
    CompareView *compare = (CompareView *)view;
    long column = state_number(state, "column", 0), row = state_number(state, "row", 0);
    compare->column = column >= 0 && (size_t)column < compare->ids.count ? (size_t)column : 0;
    compare->first_row = row > 0 ? (size_t)row : 0;
    compare->differences_only = state_number(state, "differences", 0) == 1;
    compare->filter = string_copy(state_get(state, "filter"));
}

View *compare_view_of_state(Explorer *explorer, const State *state)
{
    StringList ids = {0};
    for (size_t i = 0; i < COMPARED_MAX; i++) {
        char name[16];
        snprintf(name, sizeof name, i == 0 ? "id" : "id%zu", i);
        Item *there = state_get(state, name) == NULL
                          ? NULL
                          : item_load(explorer_store(explorer), state_get(state, name), NULL);
        if (there != NULL) {
            string_list_add(&ids, there->id);
        }
        item_free(there);
    }
    View *view = ids.count < 2 ? NULL : compare_view_new(explorer, &ids);
    string_list_free(&ids);
    return view;
}

static void compare_free(View *view)
{
    CompareView *compare = (CompareView *)view;
    comparison_free(&compare->comparison);
    compare_lines_free(&compare->lines);
    string_list_free(&compare->ids);
    free(compare->visible);
    free(compare->filter);
    free(compare);
}

static const ViewOperations operations = {
    .title = title,
    .status = status,
    .recalculate = recalculate,
    .draw = compare_draw,
    .handle = handle,
    .mouse = mouse,
    .item = item,
    .table = compare_table,
    .command = compare_command,
    .command_note = compare_command_note,
    .linear = linear,
    .save = save,
    .restore = restore,
    .free = compare_free,
    .keys = (const Action[]){ACTION_OPEN, ACTION_NEXT_PANE, ACTION_SWITCH, ACTION_COMPARE, ACTION_FILTER,
                             ACTION_BASKET_TOGGLE, ACTION_NONE},
};

View *compare_view_new(Explorer *explorer, const StringList *ids)
{
    CompareView *compare = memory_zeroed(1, sizeof *compare);
    view_start(&compare->view, &operations, explorer);
    compare->lines.columns = -1;
    for (size_t i = 0; i < ids->count && i < COMPARED_MAX; i++) {
        string_list_add(&compare->ids, ids->items[i]);
    }
    return &compare->view;
}
