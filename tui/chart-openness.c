/* Openness over time and by kind of organisation, and how each component is distributed over the levels. */
#include "config.h"

#include "core/memory.h"
#include "store/openness.h"
#include "tui/chart.h"
#include "tui/components.h"
#include "tui/explorer.h"
#include "tui/scope.h"

#include <stdlib.h>
#include <string.h>

#define PIPELINES 3

static const char *const pipelines[PIPELINES] = {"training", "evaluation", "deployment"};

static void paint_counts(const Canvas *canvas, const PipelineCounts *counts)
{
    chart_paint_parts(canvas, counts->closed, counts->semi_open, counts->open);
}

static int known(const PipelineCounts *counts)
{
    return counts->closed + counts->semi_open + counts->open;
}

static const char *words(ChartView *chart, const PipelineCounts *counts)
{
    text_reset(&chart->scratch);
    text_append_format(&chart->scratch, "%d closed, %d semi-open, %d open", counts->closed, counts->semi_open,
                       counts->open);
    return chart->scratch.data;
}

static const char *number(ChartView *chart, int value)
{
    text_reset(&chart->scratch);
    text_append_format(&chart->scratch, "%d", value);
    return chart->scratch.data;
}

static const char *percent(ChartView *chart, int share)
{
    text_reset(&chart->scratch);
    if (share < 0) {
        text_append(&chart->scratch, glyph(GLYPH_DASH));
    } else {
        text_append_format(&chart->scratch, "%d%%", share);
    }
    return chart->scratch.data;
}

static void draw_legend(const Canvas *canvas, const char *more)
{
    int at = canvas_format(canvas, 0, 0, STYLE_CLOSED, "%s ", glyph(GLYPH_BAR));
    at += canvas_text(canvas, 0, at, STYLE_QUIET, "closed   ");
    at += canvas_format(canvas, 0, at, STYLE_SEMI_OPEN, "%s ", glyph(GLYPH_BAR_MEDIUM));
    at += canvas_text(canvas, 0, at, STYLE_QUIET, "semi-open   ");
    at += canvas_format(canvas, 0, at, STYLE_OPEN, "%s ", glyph(GLYPH_BAR_LIGHT));
    at += canvas_text(canvas, 0, at, STYLE_QUIET, "open   ");
    canvas_text(canvas, 0, at, STYLE_QUIET, more);
}

/* Groups of models: by year, or by kind of organisation. */

typedef struct GroupData {
    Observations observations;
    StringList keys; /* of the table: group and pipeline */
} GroupData;

static bool load_observations(const ChartView *chart, Observations *observations, Error *error)
{
    Query query = {0};
    bool done = explorer_query_kinds(chart->view.explorer, KIND_BIT(KIND_MODEL), &query, error) &&
                openness_observations_of(explorer_store(chart->view.explorer), &query, NULL, observations, error);
    query_free(&query);
    return done;
}

static const OpennessGroups *groups_of(const ChartView *chart)
{
    const GroupData *data = chart->data;
    return chart->choice == 0 ? &data->observations.by_year : &data->observations.by_organisation_type;
}

static bool load_groups(ChartView *chart, void *memory, Error *error)
{
    GroupData *data = memory;
    if (!load_observations(chart, &data->observations, error)) {
        return false;
    }
    const OpennessGroups *groups =
        chart->choice == 0 ? &data->observations.by_year : &data->observations.by_organisation_type;
    for (size_t i = 0; i < groups->count; i++) {
        for (size_t pipeline = 0; pipeline < PIPELINES; pipeline++) {
            string_list_take(&data->keys, string_format("%s/%s", groups->groups[i].name, pipelines[pipeline]));
        }
    }
    return true;
}

static void unload_groups(void *memory)
{
    GroupData *data = memory;
    observations_free(&data->observations);
    string_list_free(&data->keys);
}

static size_t group_count(const ChartView *chart)
{
    return groups_of(chart)->count;
}

static const char *group_key(const ChartView *chart, size_t row)
{
    return groups_of(chart)->groups[row].name;
}

enum { GROUP_NAME, GROUP_MODELS, GROUP_FIRST_BAR };

static ListCell group_cell(ChartView *chart, size_t row, size_t column)
{
    const OpennessGroup *group = &groups_of(chart)->groups[row];
    if (column == GROUP_NAME) {
        return (ListCell){choice_title(group->name), STYLE_NORMAL};
    }
    if (column == GROUP_MODELS) {
        return (ListCell){number(chart, group->models), STYLE_QUIET};
    }
    size_t pipeline = (column - GROUP_FIRST_BAR) / 2;
    bool bar = (column - GROUP_FIRST_BAR) % 2 == 0;
    return bar ? (ListCell){words(chart, &group->pipelines[pipeline]), STYLE_NORMAL}
               : (ListCell){percent(chart, openness_share(group, pipeline)), STYLE_NORMAL};
}

static bool group_paint(ChartView *chart, size_t row, size_t column, const Canvas *canvas)
{
    const OpennessGroup *group = &groups_of(chart)->groups[row];
    if (column < GROUP_FIRST_BAR || (column - GROUP_FIRST_BAR) % 2 != 0) {
        return false;
    }
    paint_counts(canvas, &group->pipelines[(column - GROUP_FIRST_BAR) / 2]);
    return true;
}

/* Why there is no share. */
static bool few_models(size_t pipeline, const OpennessGroup *group, const char *part, Text *text)
{
    if (openness_share(group, pipeline) >= 0) {
        return false;
    }
    text_append_format(text, "share that is open%s%s: none given, there are fewer than %d models",
                       part == NULL ? "" : " in ", part == NULL ? "" : part, OPENNESS_FEW_MODELS);
    return true;
}

static bool group_spoken(ChartView *chart, size_t row, size_t column, Text *text)
{
    size_t pipeline = (column - GROUP_FIRST_BAR) / 2;
    return column > GROUP_FIRST_BAR && (column - GROUP_FIRST_BAR) % 2 == 1 &&
           few_models(pipeline, &groups_of(chart)->groups[row], pipelines[pipeline], text);
}

static bool group_table_spoken(ChartView *chart, size_t row, size_t column, Text *text)
{
    return column == 8 && few_models(row % PIPELINES, &groups_of(chart)->groups[row / PIPELINES], NULL, text);
}

static size_t group_table_count(const ChartView *chart)
{
    return groups_of(chart)->count * PIPELINES;
}

static const char *group_table_key(const ChartView *chart, size_t row)
{
    return ((const GroupData *)chart->data)->keys.items[row];
}

static ListCell group_table_cell(ChartView *chart, size_t row, size_t column)
{
    const OpennessGroup *group = &groups_of(chart)->groups[row / PIPELINES];
    const PipelineCounts *counts = &group->pipelines[row % PIPELINES];
    switch (column) {
    case 0:
        return (ListCell){choice_title(group->name), STYLE_NORMAL};
    case 1:
        return (ListCell){pipelines[row % PIPELINES], STYLE_QUIET};
    case 8:
        return (ListCell){percent(chart, openness_share(group, row % PIPELINES)), STYLE_NORMAL};
    default:
        break;
    }
    int values[] = {group->models, counts->closed,         counts->semi_open,
                    counts->open,  counts->not_applicable, counts->unknown};
    return (ListCell){number(chart, values[column - 2]), column == 2 ? STYLE_QUIET : STYLE_NORMAL};
}

static const char *key_of_group(const ChartView *chart, size_t row)
{
    return group_table_key(chart, row * PIPELINES);
}

static void group_choices(const ChartView *chart, StringList *names)
{
    (void)chart;
    string_list_add(names, "by year");
    string_list_add(names, "by kind of organisation");
}

static void group_legend(const ChartView *chart, const Canvas *canvas)
{
    (void)chart;
    char *more = string_format("%% open; %s fewer than %d models", glyph(GLYPH_DASH), OPENNESS_FEW_MODELS);
    draw_legend(canvas, more);
    free(more);
}

static void stats_command(const ChartView *chart, Text *text)
{
    text_append(text, "gairo stats");
    explorer_append_scope(chart->view.explorer, KIND_BIT(KIND_MODEL), text);
}

/* A call is narrowed by years, and by no kind of organisation; of each year all that there is of it must be shown. */
static bool narrow_groups(const ChartView *chart, Text *text)
{
    const List *list = chart_list(chart);
    size_t rows = chart->in_table ? PIPELINES : 1;
    bool whole = chart->choice == 0 && list->visible_count > 0;
    for (size_t group = 0; whole && group < group_count(chart); group++) {
        size_t shown = 0;
        for (size_t i = 0; i < list->visible_count; i++) {
            shown += list->visible[i] / rows == group;
        }
        const char *year = groups_of(chart)->groups[group].name;
        whole = shown == 0 || (shown == rows && strspn(year, "0123456789") == strlen(year));
        if (shown > 0) {
            text_append_format(text, " --where year=%s", year);
        }
    }
    return whole;
}

/* No law names a model. */
static bool lawless(const ChartView *chart)
{
    (void)chart;
    return true;
}

/* Of several tables it has this one. */
static void group_command_note(const ChartView *chart, Text *text)
{
    text_append_format(text, "Among other counts it gives this one, headed %s.",
                       chart->choice == 0 ? "Openness over time" : "Openness by kind of organisation");
}

static const ListColumn group_columns[] = {
    {.title = "", .words = "group"},
    {.title = "models", .width = 6, .right_aligned = true, .from_width = 60},
    {.title = "training", .width = 11, .from_width = 40},
    {.title = "", .words = "open in training", .width = 4, .gap = 1, .right_aligned = true, .from_width = 74},
    {.title = "evaluation", .width = 11, .from_width = 40},
    {.title = "", .words = "open in evaluation", .width = 4, .gap = 1, .right_aligned = true, .from_width = 74},
    {.title = "deployment", .width = 11},
    {.title = "", .words = "open in deployment", .width = 4, .gap = 1, .right_aligned = true, .from_width = 40},
};
static const ListColumn group_table_columns[] = {
    {.title = "", .words = "group"},
    {.title = "part", .width = 10},
    {.title = "models", .width = 6, .right_aligned = true, .from_width = 74},
    {.title = "closed", .width = 6, .right_aligned = true, .from_width = 50},
    {.title = "semi", .words = "semi-open", .width = 4, .right_aligned = true, .from_width = 50},
    {.title = "open", .width = 4, .right_aligned = true},
    {.title = "n/a", .words = "not applicable", .width = 4, .right_aligned = true, .from_width = 70},
    {.title = "?", .words = "not known", .width = 3, .right_aligned = true, .from_width = 70},
    {.title = "% open", .words = "share that is open", .width = 6, .right_aligned = true, .from_width = 60},
};

static const ChartDefinition groups_definition = {
    .title = "Openness over time",
    .chart = {group_columns, 8, group_count, group_key, group_cell, group_paint, group_spoken, .empty = "No model is known."},
    .table = {group_table_columns, 9, group_table_count, group_table_key, group_table_cell, .spoken = group_table_spoken,
              .empty = "No model is known."},
    .data_size = sizeof(GroupData),
    .load = load_groups,
    .unload = unload_groups,
    .table_key = key_of_group,
    .choices = group_choices,
    .legend = group_legend,
    .command = stats_command,
    .command_note = group_command_note,
    .narrow = narrow_groups,
    .lawless = lawless,
};

View *openness_view_new(Explorer *explorer)
{
    return chart_view_new(explorer, &groups_definition);
}

/* Components over the levels. */

#define LEVELS 7 /* 1 to 5, not applicable, unknown */

typedef struct LevelData {
    int counts[COMPONENT_COUNT][LEVELS];
    ComponentTitles titles;
} LevelData;

static bool load_levels(ChartView *chart, void *memory, Error *error)
{
    LevelData *data = memory;
    Query query = {0};
    Matrix matrix = {0};
    Store *store = explorer_store(chart->view.explorer);
    bool done = component_titles_load(store, &data->titles, error) &&
                explorer_query_kinds(chart->view.explorer, KIND_BIT(KIND_MODEL), &query, error) &&
                openness_matrix(store, &query, &matrix, error);
    for (size_t row = 0; done && row < matrix.count; row++) {
        for (size_t component = 0; component < COMPONENT_COUNT; component++) {
            const char *value = matrix.rows[row].cells[component].value;
            if (value != NULL) {
                bool level = value[0] >= '1' && value[0] <= '5' && value[1] == '\0';
                data->counts[component][level ? value[0] - '1' : strcmp(value, "unknown") == 0 ? 6 : 5]++;
            }
        }
    }
    matrix_free(&matrix);
    query_free(&query);
    return done;
}

static void unload_levels(void *memory)
{
    component_titles_free(&((LevelData *)memory)->titles);
}

static const LevelData *levels_of(const ChartView *chart)
{
    return chart->data;
}

static size_t component_count(const ChartView *chart)
{
    (void)chart;
    return COMPONENT_COUNT;
}

static const char *component_key(const ChartView *chart, size_t row)
{
    (void)chart;
    return component_ids[row];
}

static PipelineCounts counts_of(const ChartView *chart, size_t row)
{
    const int *counts = levels_of(chart)->counts[row];
    return (PipelineCounts){.closed = counts[0], .semi_open = counts[1] + counts[2] + counts[3], .open = counts[4]};
}

static ListCell level_cell(ChartView *chart, size_t row, size_t column)
{
    PipelineCounts counts = counts_of(chart, row);
    int all = known(&counts);
    switch (column) {
    case 0:
    case 1:
        return (ListCell){component_title(&levels_of(chart)->titles, row), STYLE_NORMAL};
    case 2:
        return (ListCell){words(chart, &counts), STYLE_NORMAL};
    case 3:
        return (ListCell){percent(chart, all == 0 ? -1 : (counts.open * 200 + all) / (2 * all)), STYLE_NORMAL};
    default:
        text_reset(&chart->scratch);
        text_append_format(&chart->scratch, "of %d", all);
        return (ListCell){chart->scratch.data, STYLE_QUIET};
    }
}

static bool level_spoken(ChartView *chart, size_t row, size_t column, Text *text)
{
    PipelineCounts counts = counts_of(chart, row);
    if (column == 3 && known(&counts) == 0) {
        text_append(text, "share that is open: none, it is known of no model");
        return true;
    }
    if (column < 4) {
        return false;
    }
    text_append_format(text, "models that it applies to and that are known: %d", known(&counts));
    return true;
}

static bool level_paint(ChartView *chart, size_t row, size_t column, const Canvas *canvas)
{
    PipelineCounts counts = counts_of(chart, row);
    if (column != 2) {
        return false;
    }
    paint_counts(canvas, &counts);
    return true;
}

static ListCell level_table_cell(ChartView *chart, size_t row, size_t column)
{
    if (column == 0) {
        return (ListCell){component_title(&levels_of(chart)->titles, row), STYLE_NORMAL};
    }
    int value = levels_of(chart)->counts[row][column - 1];
    return value == 0 ? (ListCell){glyph(GLYPH_DASH), STYLE_QUIET} : (ListCell){number(chart, value), STYLE_NORMAL};
}

/* What there is none of is counted too. */
static bool level_table_spoken(ChartView *chart, size_t row, size_t column, Text *text)
{
    if (column == 0 || levels_of(chart)->counts[row][column - 1] != 0) {
        return false;
    }
    text_append_format(text, "%s: 0", list_column_name(&chart->table, column));
    return true;
}

static void level_legend(const ChartView *chart, const Canvas *canvas)
{
    (void)chart;
    draw_legend(canvas, "% open of those that apply and are known");
}

static void level_command_note(const ChartView *chart, Text *text)
{
    (void)chart;
    text_append(text, "Among other counts it gives this one, by component; of levels 2 to 4 the sum, as semi-open.");
}

static const ListColumn level_columns[] = {
    {.title = "component", .width = 24, .below_width = 70},
    {.title = "component", .width = 36, .from_width = 70},
    {.title = "", .words = "models"},
    {.title = "open", .words = "share that is open", .width = 4, .right_aligned = true},
    {.title = "", .words = "", .width = 6, .gap = 1, .right_aligned = true, .from_width = 60},
};
static const ListColumn level_table_columns[] = {
    {.title = "component"},
    {.title = "1", .words = "level 1, closed", .width = 3, .right_aligned = true},
    {.title = "2", .words = "level 2, semi-open", .width = 3, .gap = 1, .right_aligned = true},
    {.title = "3", .words = "level 3, semi-open", .width = 3, .gap = 1, .right_aligned = true},
    {.title = "4", .words = "level 4, semi-open", .width = 3, .gap = 1, .right_aligned = true},
    {.title = "5", .words = "level 5, open", .width = 3, .gap = 1, .right_aligned = true},
    {.title = "n/a", .words = "not applicable", .width = 4, .right_aligned = true, .from_width = 50},
    {.title = "?", .words = "not known", .width = 3, .right_aligned = true, .from_width = 50},
};

static const ChartDefinition levels_definition = {
    .title = "Openness by component",
    .chart = {level_columns, 5, component_count, component_key, level_cell, level_paint, level_spoken, component_key,
              .empty = "No model is known."},
    .table = {level_table_columns, 8, component_count, component_key, level_table_cell, NULL, level_table_spoken, component_key,
              .empty = "No model is known."},
    .data_size = sizeof(LevelData),
    .load = load_levels,
    .unload = unload_levels,
    .legend = level_legend,
    .command = stats_command,
    .command_note = level_command_note,
    .lawless = lawless,
};

View *distribution_view_new(Explorer *explorer)
{
    return chart_view_new(explorer, &levels_definition);
}
