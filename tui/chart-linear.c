/* Charts in lines: the rows of the picture, or the same numbers, whichever has the focus. */
#include "config.h"

#include "core/memory.h"
#include "tui/chart.h"

#include <stdlib.h>

static void focus_chart(void *context)
{
    ((ChartView *)context)->in_table = false;
}

static void focus_table(void *context)
{
    ((ChartView *)context)->in_table = true;
}

void chart_linear(View *view, Linear *lines)
{
    ChartView *chart = (ChartView *)view;
    const ChartDefinition *definition = chart->definition;
    const ChartSide *side = chart->in_table ? &definition->table : &definition->chart;
    char *choice = chart_choice(chart);
    char *heading = string_format("%s%s%s, %s", definition->title, choice == NULL ? "" : ": ",
                                  choice == NULL ? "" : choice, chart->in_table ? "as a table" : "as a picture");
    linear_heading(lines, heading);
    if (chart->data != NULL && definition->summary != NULL) {
        Text text = {0};
        definition->summary(chart, &text);
        linear_line(lines, text.data);
        text_free(&text);
    }
    linear_line(lines, chart->in_table ? "chart-table, or back, leads to the picture."
                                       : "chart-table leads to the table of the numbers.");
    list_linear(chart->in_table ? &chart->table : &chart->chart, lines, "", side->empty,
                chart->in_table ? focus_table : focus_chart);
    free(heading);
    free(choice);
}
