/* Risks and opportunities by area and stage, as shades with their numbers. */
#include "config.h"

#include "core/memory.h"
#include "store/heatmap.h"
#include "tui/chart.h"
#include "tui/explorer.h"
#include "tui/scope.h"
#include "tui/views.h"

#include <stdlib.h>
#include <string.h>

#define STAGES_SHOWN 3  /* columns that there are, for wide screens and for narrow ones */
#define SHADES_FROM 72  /* columns of the list; below, each shade is one cell wide */
#define CELLS_FROM 36
#define BOTH_WORDS "risks + opportunities"
#define UNSEEN_WORDS "not seen in the paper"

typedef struct HeatData {
    Heatmap map;
    StringList keys; /* of the table: area and stage */
    int most[3];     /* the largest number, by what is counted */
    size_t rows;     /* of the table: areas by stages, those with nothing left out */
    size_t *cells;   /* area * stages + stage, of each */
} HeatData;

enum { COUNTS_BOTH, COUNTS_RISKS, COUNTS_OPPORTUNITIES };

static const HeatData *data_of(const ChartView *chart)
{
    return chart->data;
}

static int counted(const HeatCell *cell, size_t choice)
{
    return choice == COUNTS_RISKS           ? cell->risks
           : choice == COUNTS_OPPORTUNITIES ? cell->opportunities
                                            : cell->risks + cell->opportunities;
}

static bool load(ChartView *chart, void *data, Error *error)
{
    HeatData *heat = data;
    Query query = {0};
    bool done =
        explorer_query_kinds(chart->view.explorer, KIND_BIT(KIND_RISK) | KIND_BIT(KIND_OPPORTUNITY), &query, error) &&
        heatmap_make(explorer_store(chart->view.explorer), &query, &heat->map, error);
    query_free(&query);
    if (!done) {
        return false;
    }
    size_t all = heat->map.area_count * heat->map.stage_count;
    heat->cells = memory_zeroed(all + 1, sizeof *heat->cells);
    for (size_t i = 0; i < all; i++) {
        const HeatCell *cell = &heat->map.cells[i];
        for (size_t choice = 0; choice < 3; choice++) {
            heat->most[choice] =
                counted(cell, choice) > heat->most[choice] ? counted(cell, choice) : heat->most[choice];
        }
        if (cell->risks + cell->opportunities > 0) {
            heat->cells[heat->rows++] = i;
            string_list_take(&heat->keys, string_format("%s/%s", heat->map.areas[i / heat->map.stage_count].id,
                                                        heat->map.stages[i % heat->map.stage_count].id));
        }
    }
    return true;
}

static void unload(void *data)
{
    HeatData *heat = data;
    heatmap_free(&heat->map);
    string_list_free(&heat->keys);
    free(heat->cells);
}

static size_t chart_count(const ChartView *chart)
{
    return data_of(chart)->map.area_count;
}

static const char *chart_key(const ChartView *chart, size_t row)
{
    return data_of(chart)->map.areas[row].id;
}

static const char *numbers(ChartView *chart, const HeatCell *cell)
{
    text_reset(&chart->scratch);
    if (chart->choice == COUNTS_BOTH) {
        text_append_format(&chart->scratch, "%d + %d", cell->risks, cell->opportunities);
    } else {
        text_append_format(&chart->scratch, "%d", counted(cell, chart->choice));
    }
    return chart->scratch.data;
}

/* The stage that a column shows, from 1; 0: none. */
static size_t stage_of(const ChartView *chart, size_t column)
{
    size_t stage = column == 0 ? 0 : (column - 1) % STAGES_SHOWN + 1;
    return stage > data_of(chart)->map.stage_count ? 0 : stage;
}

static ListCell chart_cell(ChartView *chart, size_t row, size_t column)
{
    const Heatmap *map = &data_of(chart)->map;
    size_t stage = stage_of(chart, column);
    if (column == 0) {
        return (ListCell){map->areas[row].title, STYLE_NORMAL};
    }
    return stage == 0 ? (ListCell){NULL, STYLE_NORMAL}
                      : (ListCell){numbers(chart, heatmap_cell(map, row, stage - 1)), STYLE_NORMAL};
}

static size_t cells(const ChartView *chart)
{
    size_t stages = data_of(chart)->map.stage_count;
    return stages > STAGES_SHOWN ? STAGES_SHOWN : stages;
}

static size_t column_of_cell(const ChartView *chart, size_t cell)
{
    return list_column_is_shown(&chart->chart.columns[cell], chart->chart.area.columns) ? cell : cell + STAGES_SHOWN;
}

static Style style_of(size_t choice)
{
    return choice == COUNTS_RISKS ? STYLE_RISK : choice == COUNTS_OPPORTUNITIES ? STYLE_OPPORTUNITY : STYLE_NORMAL;
}

/* The numbers behind the place of the focus's mark, and beside them a block of their shade where there is room. */
static bool chart_paint(ChartView *chart, size_t row, size_t column, const Canvas *canvas)
{
    const HeatData *heat = data_of(chart);
    size_t stage = stage_of(chart, column);
    if (stage == 0) {
        return false;
    }
    const HeatCell *cell = heatmap_cell(&heat->map, row, stage - 1);
    int value = counted(cell, chart->choice), number = chart->choice == COUNTS_BOTH ? 7 : 3;
    bool here = chart->cell_shown && stage == chart->cell && list_is_selected(&chart->chart, row);
    if (value == 0) {
        canvas_field(canvas, 0, 1, number, true, here ? STYLE_FOCUS : STYLE_QUIET, glyph(GLYPH_DASH));
        return true;
    }
    canvas_field(canvas, 0, 1, number, true, here ? STYLE_FOCUS : STYLE_NORMAL, numbers(chart, cell));
    int shade = canvas->columns < 10 ? number + 1 : number + 2;
    if (canvas->columns > shade) {
        canvas_repeat(canvas, 0, shade, canvas->columns - shade, style_of(chart->choice),
                      chart_shade(value, heat->most[chart->choice]));
    }
    return true;
}

/* Both numbers with what they count. */
static bool chart_spoken(ChartView *chart, size_t row, size_t column, Text *text)
{
    const Heatmap *map = &data_of(chart)->map;
    if (column == 0 || column > map->stage_count) {
        return column > 0;
    }
    const HeatCell *cell = heatmap_cell(map, row, column - 1);
    text_append_format(text, "%s: ", map->stages[column - 1].title);
    if (chart->choice != COUNTS_OPPORTUNITIES) {
        text_append_format(text, "%d %s", cell->risks, kind_noun(KIND_RISK, (size_t)cell->risks));
    }
    text_append(text, chart->choice == COUNTS_BOTH ? ", " : "");
    if (chart->choice != COUNTS_RISKS) {
        text_append_format(text, "%d %s", cell->opportunities, kind_noun(KIND_OPPORTUNITY, (size_t)cell->opportunities));
    }
    return true;
}

static size_t table_count(const ChartView *chart)
{
    return data_of(chart)->rows;
}

static const char *table_key(const ChartView *chart, size_t row)
{
    return data_of(chart)->keys.items[row];
}

static ListCell table_cell(ChartView *chart, size_t row, size_t column)
{
    const HeatData *heat = data_of(chart);
    size_t place = heat->cells[row];
    const HeatCell *cell = &heat->map.cells[place];
    if (column < 2) {
        return (ListCell){column == 0 ? heat->map.areas[place / heat->map.stage_count].title
                                      : heat->map.stages[place % heat->map.stage_count].title,
                          column == 0 ? STYLE_NORMAL : STYLE_QUIET};
    }
    text_reset(&chart->scratch);
    text_append_format(&chart->scratch, "%d",
                       column == 2   ? cell->risks
                       : column == 3 ? cell->opportunities
                                     : cell->risks + cell->opportunities);
    return (ListCell){chart->scratch.data, STYLE_NORMAL};
}

static const char *table_item(const ChartView *chart, size_t row)
{
    const HeatData *heat = data_of(chart);
    return heat->map.areas[heat->cells[row] / heat->map.stage_count].id;
}

static void choices(const ChartView *chart, StringList *names)
{
    string_list_add(names, explorer_is_plain(chart->view.explorer) ? "risks and opportunities" : BOTH_WORDS);
    string_list_add(names, "risks");
    string_list_add(names, "opportunities");
}

/* Whether there are dashes, and they stand for what was not seen in the paper. */
static bool has_unseen(const ChartView *chart)
{
    const Heatmap *map = &data_of(chart)->map;
    bool empty = false;
    for (size_t i = 0; i < map->area_count * map->stage_count; i++) {
        empty = empty || counted(&map->cells[i], chart->choice) == 0;
    }
    return empty && !explorer_narrows_frame(chart->view.explorer);
}

static void legend(const ChartView *chart, const Canvas *canvas)
{
    int most = data_of(chart)->most[chart->choice], at = 0;
    for (int level = 1; level <= 4 && most > 0; level++) {
        int from = (most * (level - 1)) / 4 + 1, to = most * level / 4;
        if (to < from) {
            continue;
        }
        canvas_repeat(canvas, 0, at, 2, style_of(chart->choice), chart_shade(to, most));
        at += 3 + canvas_format(canvas, 0, at + 3, STYLE_QUIET, from == to ? "%d   " : "%d-%d   ", from, to);
    }
    int unseen = 2 + (int)strlen(UNSEEN_WORDS);
    if (has_unseen(chart) && at + unseen <= canvas->columns) {
        canvas_format(canvas, 0, at, STYLE_QUIET, "%s %s", glyph(GLYPH_DASH), UNSEEN_WORDS);
        at += unseen + 3;
    }
    if (chart->choice == COUNTS_BOTH && at + (int)strlen(BOTH_WORDS) <= canvas->columns) {
        canvas_text(canvas, 0, at, STYLE_QUIET, BOTH_WORDS);
    }
}

static KindSet counted_kinds(const ChartView *chart)
{
    return (chart->choice != COUNTS_OPPORTUNITIES ? KIND_BIT(KIND_RISK) : 0) |
           (chart->choice != COUNTS_RISKS ? KIND_BIT(KIND_OPPORTUNITY) : 0);
}

/* The row as a whole opens its area, a cell what is counted in it. */
static bool open_area(ChartView *chart, size_t row)
{
    const Heatmap *map = &data_of(chart)->map;
    if (chart->cell_shown) {
        const HeatCell *cell = heatmap_cell(map, row, chart->cell - 1);
        KindSet kinds = counted_kinds(chart);
        if (counted(cell, chart->choice) == 0) {
            explorer_message(chart->view.explorer, explorer_narrows_frame(chart->view.explorer)
                                                       ? "There is nothing in it."
                                                       : "Not seen in the paper.");
        } else {
            explorer_open(chart->view.explorer, area_stage_view_new(chart->view.explorer, kinds, map->areas[row].id,
                                                                    map->stages[chart->cell - 1].id));
        }
        return true;
    }
    explorer_open(chart->view.explorer, areas_view_new(chart->view.explorer, data_of(chart)->map.areas[row].id));
    return true;
}

/* In lines, where no cell of the picture can have the focus, a row of the table leads to what is counted in it. */
static bool open_cell(ChartView *chart, size_t row)
{
    const HeatData *heat = data_of(chart);
    size_t place = heat->cells[row];
    if (explorer_is_plain(chart->view.explorer)) {
        explorer_open(chart->view.explorer, area_stage_view_new(chart->view.explorer, counted_kinds(chart),
                                                                heat->map.areas[place / heat->map.stage_count].id,
                                                                heat->map.stages[place % heat->map.stage_count].id));
    }
    return explorer_is_plain(chart->view.explorer);
}

static void command(const ChartView *chart, Text *text)
{
    text_append(text, "gairo stats");
    explorer_append_scope(chart->view.explorer, KIND_BIT(KIND_RISK) | KIND_BIT(KIND_OPPORTUNITY), text);
}

/* A call is narrowed by areas: of each, all that there is of it must be shown. */
static bool narrow(const ChartView *chart, Text *text)
{
    const HeatData *heat = data_of(chart);
    const List *list = chart_list(chart);
    size_t *left = memory_zeroed(heat->map.area_count + 1, sizeof *left), rows = chart->in_table ? heat->keys.count : 0;
    bool *named = memory_zeroed(heat->map.area_count + 1, sizeof *named), whole = list->visible_count > 0;
    for (size_t i = 0; i < rows; i++) {
        left[heat->cells[i] / heat->map.stage_count]++;
    }
    for (size_t i = 0; i < list->visible_count; i++) {
        size_t area = chart->in_table ? heat->cells[list->visible[i]] / heat->map.stage_count : list->visible[i];
        left[area] -= chart->in_table ? 1 : 0;
        named[area] = true;
    }
    for (size_t area = 0; area < heat->map.area_count; area++) {
        if (named[area]) {
            char *condition = string_format("area=%s", heat->map.areas[area].id);
            text_append(text, " --where");
            view_append_argument(text, condition);
            free(condition);
            whole = whole && left[area] == 0;
        }
    }
    free(named);
    free(left);
    return whole;
}

/* Of several tables it has this one. */
static void command_note(const ChartView *chart, Text *text)
{
    text_append(text, "Among other counts it gives this one, headed Risks + opportunities by area and stage.");
    if (chart->choice != COUNTS_BOTH) {
        text_append_format(text, " It gives both; the screen shows the %s only.",
                           chart->choice == COUNTS_RISKS ? "risks" : "opportunities");
    }
}

static const ListColumn chart_columns[] = {
    {.title = "area"},
    {.title = "near term", .width = 13, .gap = 1, .from_width = SHADES_FROM},
    {.title = "mid term", .width = 13, .gap = 1, .from_width = SHADES_FROM},
    {.title = "long term", .width = 13, .gap = 1, .from_width = SHADES_FROM},
    {.title = "near term", .width = 9, .gap = 1, .from_width = CELLS_FROM, .below_width = SHADES_FROM},
    {.title = "mid term", .width = 9, .gap = 1, .from_width = CELLS_FROM, .below_width = SHADES_FROM},
    {.title = "long term", .width = 9, .gap = 1, .from_width = CELLS_FROM, .below_width = SHADES_FROM},
};
static const ListColumn table_columns[] = {{.title = "area"},
                                           {.title = "stage", .width = 10, .from_width = 40},
                                           {.title = "risks", .width = 7, .right_aligned = true},
                                           {.title = "opportunities", .width = 13, .right_aligned = true},
                                           {.title = "both", .width = 5, .right_aligned = true, .from_width = 50}};

static const ChartDefinition definition = {
    .title = "Areas and stages",
    .chart = {chart_columns, 7, chart_count, chart_key, chart_cell, chart_paint, chart_spoken, chart_key,
              .empty = "No area is known."},
    .table = {table_columns, 5, table_count, table_key, table_cell, .item = table_item, .empty = "Nothing to count."},
    .data_size = sizeof(HeatData),
    .load = load,
    .unload = unload,
    .choices = choices,
    .legend = legend,
    .command = command,
    .command_note = command_note,
    .narrow = narrow,
    .open = open_area,
    .open_table = open_cell,
    .cells = cells,
    .column_of_cell = column_of_cell,
    .cell_of_column = stage_of,
};

View *heatmap_view_new(Explorer *explorer)
{
    return chart_view_new(explorer, &definition);
}
