/* A trace handed on: as a call, as a table. */
#include "config.h"

#include "tui/trace.h"

#include "core/memory.h"
#include "tui/explorer.h"
#include "tui/scope.h"
#include "tui/table-of.h"

#include <stdlib.h>

#define DEPTH_NUMBERED 12 /* levels that a row's number tells; what is deeper counts on in the last of them */
#define NUMBER_SHARE 8

void trace_command(const View *base, Text *text)
{
    text_append(text, "gairo trace");
    view_append_argument(text, ((const TraceView *)base)->id);
    explorer_append_scope(base->explorer, SCOPE_LAW_KINDS, text);
}

void trace_command_note(const View *base, Text *text)
{
    const TraceView *view = (const TraceView *)base;
    if (view->gaps_only) {
        text_append(text, "It gives the whole tree, and lists the gaps below it; the screen shows only these and what leads to them.");
    }
    if (view->tree.filter != NULL) {
        text_append_format(text, "%sIt gives every step; the screen only those with \"%s\", and what leads to them.",
                           text->length > 0 ? " " : "", view->tree.filter);
    }
}

static char *remark(const TraceView *view)
{
    Text text = {0};
    char today[DATE_SIZE];
    text_append_format(&text, "%zu gap%s; law as of %s", view->trace.gap_count, plural_ending(view->trace.gap_count),
                       trace_day(view, today));
    if (view->trace.outside > 0) {
        text_append_format(&text, "; %zu outside the scope", view->trace.outside);
    }
    if (view->gaps_only) {
        text_append(&text, "; gaps only, and what leads to them");
    }
    if (view->tree.filter != NULL) {
        text_append_format(&text, "; narrowed to \"%s\", and what leads to it", view->tree.filter);
    }
    if (view->tree.filter == NULL && !view->gaps_only && view->tree.list.count < view->tree.count) {
        text_append_format(&text, "; %zu of %zu steps, the others are folded", view->tree.list.count, view->tree.count);
    }
    return text_take(&text);
}

/* "2.1.3": where a row stands in the tree, as no indentation survives in a table. The root has none. The caller owns it. */
static char *number_of(size_t counts[DEPTH_NUMBERED + 1], size_t depth)
{
    Text text = {0};
    depth = depth > DEPTH_NUMBERED ? DEPTH_NUMBERED : depth;
    counts[depth]++;
    for (size_t level = depth + 1; level <= DEPTH_NUMBERED; level++) {
        counts[level] = 0;
    }
    for (size_t level = 1; level <= depth; level++) {
        text_append_format(&text, "%s%zu", level > 1 ? "." : "", counts[level]);
    }
    return text_take(&text);
}

bool trace_table(const View *base, ScreenTable *table)
{
    const TraceView *view = (const TraceView *)base;
    const Tree *tree = &view->tree;
    size_t counts[DEPTH_NUMBERED + 1] = {0};
    table->title = string_format("Trace of %s", view->name);
    table->remark = remark(view);
    screen_table_column(table, "step", NUMBER_SHARE);
    for (size_t column = 0; column < tree->list.column_count; column++) {
        if (table_has_column(&tree->list.columns[column])) {
            screen_table_column(table, tree->list.columns[column].title, table_share(&tree->list.columns[column]));
        }
    }
    for (size_t i = 0; i < tree->list.visible_count; i++) {
        size_t row = tree->rows[tree->list.visible[i]];
        const TraceNode *node = view->rows[row].node;
        char *number = number_of(counts, tree->depths[row]);
        screen_table_cell(table, number, NULL);
        free(number);
        for (size_t column = 0; column < tree->list.column_count; column++) {
            if (table_has_column(&tree->list.columns[column])) {
                screen_table_cell(table, tree->operations->cell(tree->context, row, column).text,
                                  column == 0 && !node->is_gap ? node->id : NULL);
            }
        }
    }
    return tree->list.visible_count > 0;
}
