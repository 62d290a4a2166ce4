/* How the openness matrix looks: its columns, its groups, codes with shades, and the legend. */
#include "config.h"

#include "tui/models.h"

#include "core/memory.h"
#include "core/unicode.h"
#include "tui/explorer.h"
#include "tui/scope.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define MATRIX_COLUMNS 84 /* of the matrix where there is a preview beside it */
#define MATRIX_COLUMNS_GROUPED 98
#define ALL_CODES_FROM_COLUMNS 66 /* of the legend: what C and D are can wait for the whole of it */
#define GROUPS_FROM_COLUMNS 76
#define GROUPS_FROM_COLUMNS_GROUPED 94
#define WEIGHTS (COMPONENT_COUNT - 1) /* what decides about most: the last component */

/* Component columns share one width; from where they are shown depends on how much the pipeline's part matters:
 * deployment stays longest. */
#define COMPONENT_COLUMNS(evaluation_from) \
    {.title = "pre", .width = 3, .gap = 2, .from_width = 50}, \
    {.title = "fin", .width = 3, .gap = 1, .from_width = 50}, \
    {.title = "ali", .width = 3, .gap = 1, .from_width = 50}, \
    {.title = "pre", .width = 3, .gap = 1, .from_width = 50}, \
    {.title = "sft", .width = 3, .gap = 1, .from_width = 50}, \
    {.title = "ali", .width = 3, .gap = 1, .from_width = 50}, \
    {.title = "gen", .width = 3, .gap = 2, .from_width = evaluation_from}, \
    {.title = "saf", .width = 3, .gap = 1, .from_width = evaluation_from}, \
    {.title = "uti", .width = 3, .gap = 1, .from_width = evaluation_from}, \
    {.title = "saf", .width = 3, .gap = 1, .from_width = evaluation_from}, \
    {.title = "inf", .width = 3, .gap = 2}, \
    {.title = "wts", .width = 3, .gap = 1}, \
    {.title = "open", .width = 6, .right_aligned = true, .from_width = 76}

static const ListColumn columns[] = {
    {.title = "", .words = "group", .width = 1, .from_width = 100000},
    {.title = "model"},
    {.title = "organisation", .width = 24, .from_width = 108},
    {.title = "released", .width = 8, .from_width = 88},
    COMPONENT_COLUMNS(66),
};
/* Where they are grouped the group takes the room of what matters least. */
static const ListColumn grouped_columns[] = {
    {.title = "group", .width = 14, .from_width = 40},
    {.title = "model"},
    {.title = "organisation", .width = 20, .from_width = 130},
    {.title = "released", .width = 8, .from_width = 104},
    COMPONENT_COLUMNS(94),
};
#define COLUMN_COUNT (sizeof columns / sizeof *columns)

void models_set_columns(ModelsView *models)
{
    models->list.columns = models->grouping == GROUPED_NOT ? columns : grouped_columns;
    models->list.column_count = COLUMN_COUNT;
}

const char *models_grouping_words(ModelsGrouping grouping)
{
    static const char *const words[GROUPING_COUNT] = {NULL, "by organisation", "by year", "by level of the weights"};
    return words[grouping];
}

Style models_cell_style(const MatrixCell *cell)
{
    if (cell->level == NULL) {
        return STYLE_QUIET;
    }
    return cell->level[1] == '1' ? STYLE_CLOSED : cell->level[1] == '5' ? STYLE_OPEN : STYLE_SEMI_OPEN;
}

const char *models_cell_text(const MatrixCell *cell)
{
    if (cell->level != NULL) {
        return cell->level;
    }
    return cell->value != NULL && strcmp(cell->value, "not-applicable") == 0 ? glyph(GLYPH_DASH) : "?";
}

/* The first row of the screen, and each row whose group is another one than that of the row before, name it. */
static bool names_group(ModelsView *models, size_t row)
{
    if (models->names_all) {
        return true;
    }
    const List *list = &models->list;
    size_t rows = list->area.rows > 0 ? (size_t)list->area.rows : list->visible_count;
    for (size_t at = list->top; at < list->visible_count && at <= list->top + rows; at++) {
        if (list->visible[at] == row) {
            return at == list->top || models_compare_groups(models, list->visible[at - 1], row) != 0;
        }
    }
    return true;
}

const char *models_group(ModelsView *models, size_t row)
{
    const MatrixRow *model = &models->matrix.rows[row];
    if (models->grouping == GROUPED_NOT || !names_group(models, row)) {
        return NULL;
    }
    switch (models->grouping) {
    case GROUPED_BY_ORGANISATION:
        return model->organisation == NULL ? "by nobody known" : model->organisation;
    case GROUPED_BY_YEAR:
        snprintf(models->scratch, sizeof models->scratch, "%.4s", model->released == NULL ? "no date" : model->released);
        return models->scratch;
    default:
        snprintf(models->scratch, sizeof models->scratch, "weights %s", models_cell_text(&model->cells[WEIGHTS]));
        return models->scratch;
    }
}

int models_compare_groups(ModelsView *models, size_t a, size_t b)
{
    const MatrixRow *left = &models->matrix.rows[a], *right = &models->matrix.rows[b];
    switch (models->grouping) {
    case GROUPED_BY_ORGANISATION:
        return left->organisation == NULL || right->organisation == NULL
                   ? (left->organisation == NULL) - (right->organisation == NULL)
                   : strcasecmp(left->organisation, right->organisation);
    case GROUPED_BY_YEAR:
        return left->released == NULL || right->released == NULL ? (left->released == NULL) - (right->released == NULL)
                                                                 : strncmp(right->released, left->released, 4);
    case GROUPED_BY_LEVEL: /* what is open first; what is unknown or does not apply last */
        return strcmp(models_cell_text(&right->cells[WEIGHTS]), models_cell_text(&left->cells[WEIGHTS]));
    default:
        return 0;
    }
}

/* As in all pictures of openness: the fuller, the more closed. */
static Glyph shade(const MatrixCell *cell)
{
    return cell->level[1] == '1' ? GLYPH_BAR : cell->level[1] == '5' ? GLYPH_BAR_LIGHT : GLYPH_BAR_MEDIUM;
}

bool models_paint(void *context, size_t row, size_t column, const Canvas *canvas)
{
    ModelsView *models = context;
    if (column < COLUMN_FIRST_COMPONENT || column >= COLUMN_OPEN) {
        return false;
    }
    const MatrixCell *cell = &models->matrix.rows[row].cells[column - COLUMN_FIRST_COMPONENT];
    Style style = models_cell_style(cell);
    int at = canvas_text(canvas, 0, 0, style, models_cell_text(cell));
    if (cell->level != NULL) {
        canvas_repeat(canvas, 0, at, 1, style, shade(cell));
    }
    return true;
}

/* Above the components: which part of the pipeline they are. The columns are right-most and of fixed widths, so that
 * their places follow from the right edge. */
static void draw_groups(const Canvas *canvas)
{
    int end = canvas->columns - 8; /* before "open" and its gap */
    canvas_text(canvas, 0, end - 7, STYLE_QUIET, "deploy");
    canvas_text(canvas, 0, end - 7 - 2 - 15, STYLE_QUIET, "evaluation");
    canvas_text(canvas, 0, end - 7 - 2 - 15 - 2 - 23, STYLE_QUIET, "training");
    canvas_text(canvas, 1, end - 7, STYLE_QUIET, "cod dat");
    canvas_text(canvas, 1, end - 7 - 2 - 15, STYLE_QUIET, "code    data");
    canvas_text(canvas, 1, end - 7 - 2 - 15 - 2 - 23, STYLE_QUIET, "code        data");
}

static void draw_legend(const Canvas *canvas)
{
    static const struct {
        Style style;
        const char *text;
    } parts[] = {
        {STYLE_QUIET, "C code  D data  "}, {STYLE_CLOSED, "1"}, {STYLE_QUIET, " closed  "}, {STYLE_SEMI_OPEN, "2-4"},
        {STYLE_QUIET, " semi-open  "},     {STYLE_OPEN, "5"},   {STYLE_QUIET, " open  "},
    };
    static const Glyph shades[] = {[1] = GLYPH_BAR, [3] = GLYPH_BAR_MEDIUM, [5] = GLYPH_BAR_LIGHT};
    int at = 2;
    for (size_t i = canvas->columns < ALL_CODES_FROM_COLUMNS; i < sizeof parts / sizeof *parts; i++) {
        at += canvas_text(canvas, 0, at, parts[i].style, parts[i].text);
        at += i % 2 == 1 ? canvas_text(canvas, 0, at, parts[i].style, glyph(shades[i])) : 0;
    }
    bool wide = at + text_width("- not applicable  ? unknown") <= canvas->columns;
    canvas_format(canvas, 0, at, STYLE_QUIET, "%s %s  ? unknown", glyph(GLYPH_DASH), wide ? "not applicable" : "n/a");
}

/* What the short titles stand for, then the levels one a line; as many lines as the canvas has. */
static void draw_whole_legend(const ModelsView *models, const Canvas *canvas)
{
    static const char *const titles[] = {
        "training: pre pretraining, fin fine-tuning, sft its data, ali alignment",
        "evaluation: gen general, uti utility, saf safety   deployment: inf inference, wts weights",
    };
    draw_legend(canvas);
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
        canvas_text(canvas, (int)i + 1, 2, STYLE_QUIET, titles[i]);
    }
    for (size_t i = 0; i < models->levels.count; i++) {
        canvas_text(canvas, (int)i + 3, 2, STYLE_QUIET, models->levels.rows[i].title);
    }
}

/* Where not all components fit: how many do, and where the others are. */
static void draw_hidden(const ModelsView *models, const Canvas *rows, const Canvas *line)
{
    int shown = 0;
    for (size_t i = 0; i < COMPONENT_COUNT; i++) {
        shown += list_column_is_shown(&models->list.columns[COLUMN_FIRST_COMPONENT + i], rows->columns);
    }
    if (shown < COMPONENT_COUNT) {
        canvas_format(line, 0, 2, STYLE_QUIET, "%d of %d components fit; a page has all", shown, COMPONENT_COUNT);
    }
}

static int legend_rows(const ModelsView *models, const Canvas *canvas)
{
    int all = (int)models->levels.count + 3;
    if (canvas->rows < 10) {
        return 0;
    }
    return !models->legend ? 1 : all > canvas->rows / 2 ? canvas->rows / 2 : all;
}

void models_draw(View *view, const Canvas *whole)
{
    ModelsView *models = (ModelsView *)view;
    Canvas rest = facet_pane_split(&models->facets, whole);
    const Canvas *canvas = &rest;
    if (rest.columns == 0) {
        models->list.area = models->preview.pager.area = (Canvas){0};
        return;
    }
    bool preview = canvas->columns >= MODELS_PREVIEW_FROM_COLUMNS;
    bool grouped = models->grouping != GROUPED_NOT;
    int width = !preview ? canvas->columns - 1 : grouped ? MATRIX_COLUMNS_GROUPED : MATRIX_COLUMNS;
    int above = width >= (grouped ? GROUPS_FROM_COLUMNS_GROUPED : GROUPS_FROM_COLUMNS) && canvas->rows >= 10 ? 2 : 0;
    int legend_at = legend_rows(models, canvas), below = legend_at > 0 ? legend_at + 1 : 0;
    models->preview.pager.area = (Canvas){0};
    models->preview_focused = models->preview_focused && preview;
    if (above > 0) {
        Canvas groups = canvas_part(canvas, 0, 0, above, width);
        draw_groups(&groups);
    }
    Canvas rows = canvas_part(canvas, above, 0, canvas->rows - above - below, width);
    char *nothing = explorer_nothing(view->explorer, KIND_BIT(KIND_MODEL), "No model is known.");
    list_draw(&models->list, &rows, !models->preview_focused && !(models->facets.is_open && models->facets.focused),
              nothing);
    free(nothing);
    if (below > 0) {
        Canvas legend = canvas_part(canvas, canvas->rows - legend_at, 0, legend_at, width);
        draw_whole_legend(models, &legend);
        Canvas line = canvas_part(canvas, canvas->rows - below, 0, 1, width);
        draw_hidden(models, &rows, &line);
    }
    if (preview) {
        Canvas right = canvas_part(canvas, 0, width + 2, canvas->rows, canvas->columns - width - 3);
        canvas_rule(canvas, width);
        pager_draw(&models->preview.pager, &right, models->preview_focused);
    }
}

