/* Cells of a chart's row, each of which can have the focus. */
#include "config.h"

#include "tui/chart.h"

bool chart_has_cells(const ChartView *chart)
{
    const ChartDefinition *definition = chart->definition;
    return definition->cells != NULL && chart->data != NULL && !chart->in_table && definition->cells(chart) > 0 &&
           list_column_start(&chart->chart, definition->column_of_cell(chart, 1)) >= 0;
}

ViewFlags chart_move_cell(ChartView *chart, int step)
{
    size_t last = chart->definition->cells(chart);
    if (step > 0 && chart->cell >= last) {
        return VIEW_HANDLED;
    }
    chart->cell = (size_t)((long)chart->cell + step);
    return VIEW_REDRAW;
}

bool chart_press_cell(ChartView *chart, const Event *event)
{
    int column = list_column_at(&chart->chart, event->column);
    size_t cell = column < 0 ? 0 : chart->definition->cell_of_column(chart, (size_t)column);
    bool same = cell == chart->cell;
    chart->cell = cell;
    return same;
}

bool chart_draw_cell(ChartView *chart)
{
    const List *list = &chart->chart;
    int start = list_column_start(list, chart->definition->column_of_cell(chart, chart->cell));
    int row = (int)(list->selected - list->top) * (list->row_lines > 1 ? list->row_lines : 1);
    if (start < 0 || list->selected >= list->visible_count || row >= list->area.rows) {
        return false;
    }
    canvas_text(&list->area, row, start - list->area.column, STYLE_FOCUS, ">");
    canvas_cursor(&list->area, row, start - list->area.column);
    return true;
}
