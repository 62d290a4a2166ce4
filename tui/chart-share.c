/* Charts handed on: as a call, as items, as a table. */
#include "config.h"

#include "tui/chart.h"

#include "core/memory.h"
#include "tui/explorer.h"
#include "tui/table-of.h"

#include <stdlib.h>

/* Appends the call; false where it gives more than the rows that are shown, since no call gives just these. */
static bool append_call(const ChartView *chart, Text *text)
{
    const ChartDefinition *definition = chart->definition;
    Text narrowing = {0};
    bool narrowed = chart_list(chart)->filter == NULL ||
                    (definition->narrow != NULL && chart->data != NULL && definition->narrow(chart, &narrowing));
    definition->command(chart, text);
    text_append(text, narrowed ? narrowing.data : NULL);
    text_free(&narrowing);
    return narrowed;
}

void chart_command(const View *view, Text *text)
{
    const ChartView *chart = (const ChartView *)view;
    if (chart->definition->command != NULL) {
        append_call(chart, text);
    }
}

/* Of the visible rows of the list in focus; each item once. */
void chart_ids(const View *view, StringList *all)
{
    const ChartView *chart = (const ChartView *)view;
    const List *list = chart_list(chart);
    const ChartSide *functions = chart_side(chart, chart->in_table);
    StringList found = {0};
    for (size_t i = 0; chart->data != NULL && i < list->visible_count; i++) {
        size_t row = list->visible[i];
        if (chart->in_table && chart->definition->table_ids != NULL) {
            chart->definition->table_ids(chart, row, &found);
        } else if (functions->item != NULL && functions->item(chart, row) != NULL) {
            string_list_add(&found, functions->item(chart, row));
        }
    }
    for (size_t i = 0; i < found.count; i++) {
        if (!string_list_contains(all, found.items[i])) {
            string_list_add(all, found.items[i]);
        }
    }
    string_list_free(&found);
}

/* A row cites the item that it stands for. */
static const char *item_of_row(void *context, size_t row)
{
    const ChartView *chart = context;
    const ChartSide *functions = chart_side(chart, chart->in_table);
    return functions->item == NULL ? NULL : functions->item(chart, row);
}

bool chart_table(const View *view, ScreenTable *table)
{
    ChartView *chart = chart_list((const ChartView *)view)->context;
    Text remark = {0};
    if (chart->data == NULL) {
        return false;
    }
    char *choice = chart_choice(chart);
    text_append(&remark, choice);
    free(choice);
    table->title = string_copy(chart->definition->title);
    table_remark_of_list(chart_list(chart), &remark);
    table->remark = remark.length > 0 ? text_take(&remark) : NULL;
    text_free(&remark);
    chart->names_all = true;
    table_of_list(chart_list(chart), item_of_row, table);
    chart->names_all = false;
    return true;
}

void chart_command_note(const View *view, Text *text)
{
    const ChartView *chart = (const ChartView *)view;
    Text call = {0};
    if (chart->definition->command_note != NULL) {
        chart->definition->command_note(chart, text);
    }
    if (!append_call(chart, &call)) {
        text_append_format(text, "%sIt gives every row: no call narrows it to \"%s\".", text->length > 0 ? " " : "",
                           chart_list(chart)->filter);
    }
    text_free(&call);
    if (chart_list(chart)->sort_column >= 0) {
        text_append_format(text, "%sIt keeps its own order.", text->length > 0 ? " " : "");
    }
}

/* Rows of a table that stand for nothing cannot be opened. */
const Action *chart_keys_now(const View *view)
{
    static const Action unopened[] = {ACTION_CHART_TABLE, ACTION_SWITCH, ACTION_FILTER, ACTION_SORT, ACTION_NONE};
    static const Action one_way[] = {ACTION_OPEN, ACTION_CHART_TABLE, ACTION_FILTER, ACTION_SORT, ACTION_NONE};
    const ChartView *chart = (const ChartView *)view;
    static const Action in_years[] = {ACTION_OPEN, ACTION_CHART_TABLE, ACTION_SWITCH, ACTION_ZOOM_IN, ACTION_FILTER,
                                      ACTION_NONE};
    static const Action in_months[] = {ACTION_OPEN, ACTION_CHART_TABLE, ACTION_SWITCH, ACTION_ZOOM_OUT, ACTION_FILTER,
                                       ACTION_NONE};
    const ChartDefinition *definition = chart->definition;
    if (definition->zooms && !chart->in_table) { /* the table has each event by its day */
        return chart->zoom == 0 ? in_years : in_months;
    }
    if (chart->in_table && definition->open_table == NULL && definition->table.item == NULL) {
        return unopened;
    }
    return definition->choices == NULL ? one_way : NULL;
}
