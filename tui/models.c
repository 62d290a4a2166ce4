/* The openness matrix: models by components, in the paper's order, with its codes. */
#include "config.h"

#include "core/memory.h"
#include "store/openness.h"
#include "tui/components.h"
#include "tui/explorer.h"
#include "tui/facet-pane.h"
#include "tui/list.h"
#include "tui/preview.h"
#include "tui/scope.h"
#include "tui/views.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define PREVIEW_FROM_COLUMNS 132
#define MATRIX_COLUMNS 84 /* of the matrix where there is a preview beside it */
#define GROUPS_FROM_COLUMNS 76

typedef struct ModelsView {
    View view;
    Matrix matrix;
    List list;
    Preview preview;
    FacetPane facets;
    bool preview_focused;
    ComponentTitles components;
    char scratch[32]; /* holds the cell that was asked for last */
} ModelsView;

enum {
    COLUMN_TITLE,
    COLUMN_ORGANISATION,
    COLUMN_RELEASED,
    COLUMN_FIRST_COMPONENT,
    COLUMN_OPEN = COLUMN_FIRST_COMPONENT + COMPONENT_COUNT
};

/* Component columns share one width; from where they are shown depends on how much the pipeline's part matters:
 * deployment stays longest. */
static const ListColumn columns[] = {
    {.title = "model"},
    {.title = "organisation", .width = 24, .from_width = 108},
    {.title = "released", .width = 8, .from_width = 88},
    {.title = "pre", .width = 3, .gap = 2, .from_width = 50},
    {.title = "fin", .width = 3, .gap = 1, .from_width = 50},
    {.title = "ali", .width = 3, .gap = 1, .from_width = 50},
    {.title = "pre", .width = 3, .gap = 1, .from_width = 50},
    {.title = "sft", .width = 3, .gap = 1, .from_width = 50},
    {.title = "ali", .width = 3, .gap = 1, .from_width = 50},
    {.title = "gen", .width = 3, .gap = 2, .from_width = 66},
    {.title = "saf", .width = 3, .gap = 1, .from_width = 66},
    {.title = "uti", .width = 3, .gap = 1, .from_width = 66},
    {.title = "saf", .width = 3, .gap = 1, .from_width = 66},
    {.title = "inf", .width = 3, .gap = 2},
    {.title = "wts", .width = 3, .gap = 1},
    {.title = "open", .width = 6, .right_aligned = true, .from_width = 76},
};

static const char *row_id(void *context, size_t row)
{
    return ((ModelsView *)context)->matrix.rows[row].id;
}

static Style cell_style(const MatrixCell *cell)
{
    if (cell->level == NULL) {
        return STYLE_QUIET;
    }
    return cell->level[1] == '1' ? STYLE_CLOSED : cell->level[1] == '5' ? STYLE_OPEN : STYLE_SEMI_OPEN;
}

static const char *cell_text(const MatrixCell *cell)
{
    if (cell->level != NULL) {
        return cell->level;
    }
    return cell->value != NULL && strcmp(cell->value, "not-applicable") == 0 ? glyph(GLYPH_DASH) : "?";
}

static ListCell cell(void *context, size_t row, size_t column)
{
    ModelsView *models = context;
    const MatrixRow *model = &models->matrix.rows[row];
    switch (column) {
    case COLUMN_TITLE:
        return (ListCell){model->title, STYLE_NORMAL};
    case COLUMN_ORGANISATION:
        return (ListCell){model->organisation, STYLE_QUIET};
    case COLUMN_RELEASED:
        return (ListCell){model->released, STYLE_QUIET};
    case COLUMN_OPEN:
        snprintf(models->scratch, sizeof models->scratch, "%d/%d", model->open, model->applicable);
        return (ListCell){models->scratch, STYLE_NORMAL};
    default:
        return (ListCell){cell_text(&model->cells[column - COLUMN_FIRST_COMPONENT]),
                          cell_style(&model->cells[column - COLUMN_FIRST_COMPONENT])};
    }
}

/* The levels in order; unknown and not applicable come after all of them. */
static int cell_rank(const MatrixCell *cell)
{
    if (cell->level != NULL) {
        return cell->level[1] - '0';
    }
    return cell->value != NULL && strcmp(cell->value, "unknown") == 0 ? 6 : 7;
}

static int compare(void *context, size_t a, size_t b, size_t column)
{
    const MatrixRow *left = &((ModelsView *)context)->matrix.rows[a];
    const MatrixRow *right = &((ModelsView *)context)->matrix.rows[b];
    switch (column) {
    case COLUMN_TITLE:
        return strcasecmp(left->title, right->title);
    case COLUMN_ORGANISATION:
        return string_compare(left->organisation, right->organisation);
    case COLUMN_RELEASED:
        return string_compare(left->released, right->released);
    case COLUMN_OPEN:
        return left->open != right->open ? left->open - right->open : right->applicable - left->applicable;
    default:
        return cell_rank(&left->cells[column - COLUMN_FIRST_COMPONENT]) -
               cell_rank(&right->cells[column - COLUMN_FIRST_COMPONENT]);
    }
}

static bool marked(void *context, size_t row)
{
    return ((ModelsView *)context)->matrix.rows[row].in_basket;
}

static void row_text(void *context, size_t row, Text *text)
{
    const MatrixRow *model = &((ModelsView *)context)->matrix.rows[row];
    text_append_format(text, "%s %s %s", model->title, model->released == NULL ? "" : model->released,
                       model->organisation == NULL ? "" : model->organisation);
}

static bool show_preview(ModelsView *models, bool anew, Error *error)
{
    return preview_show(&models->preview, models->view.explorer, list_selected_id(&models->list), anew, error);
}

static bool recalculate(View *view, Error *error)
{
    ModelsView *models = (ModelsView *)view;
    Matrix matrix = {0};
    Query query;
    bool done = facet_pane_load(&models->facets, view->explorer, &(Query){.kinds = KIND_BIT(KIND_MODEL)}, error);
    done = explorer_query_kinds(view->explorer, KIND_BIT(KIND_MODEL), &query, error) && done &&
           facet_pane_narrow(&models->facets, &query, error) &&
           component_titles_load(explorer_store(view->explorer), &models->components, error) &&
           openness_matrix(explorer_store(view->explorer), &query, &matrix, error);
    query_free(&query);
    if (!done) {
        return false;
    }
    Matrix old = models->matrix;
    models->matrix = matrix;
    list_set_rows(&models->list, matrix.count);
    matrix_free(&old);
    return show_preview(models, true, error);
}

static void follow_selection(ModelsView *models)
{
    Error error = {0};
    show_preview(models, false, &error);
    explorer_report(models->view.explorer, &error);
}

static void narrowed(void *context)
{
    follow_selection(context);
}

/* The columns in words: their titles are short. */
static const char *column_name(void *context, size_t column)
{
    ModelsView *models = context;
    if (column == COLUMN_OPEN) {
        return "how many are open";
    }
    return column < COLUMN_FIRST_COMPONENT ? NULL
                                           : component_title(&models->components, column - COLUMN_FIRST_COMPONENT);
}

static const ListOperations list_operations = {.id = row_id,
                                               .cell = cell,
                                               .compare = compare,
                                               .text = row_text,
                                               .marked = marked,
                                               .narrowed = narrowed,
                                               .column_name = column_name};

static bool has_preview(const ModelsView *models)
{
    return models->preview.pager.area.columns > 0;
}

static ViewFlags handle_preview(ModelsView *models, Action action, Key key)
{
    const char *target;
    if (action == ACTION_LEFT || action == ACTION_NEXT_PANE || action == ACTION_PREVIOUS_PANE) {
        models->preview_focused = false;
        return VIEW_REDRAW;
    }
    if (action == ACTION_OPEN && pager_target(&models->preview.pager) == NULL) {
        return VIEW_IGNORED;
    }
    ViewFlags flags = pager_handle(&models->preview.pager, action, key, &target);
    if (target != NULL) {
        explorer_open_item(models->view.explorer, target);
    }
    return flags;
}

static ViewFlags handle(View *view, Action action, Key key)
{
    ModelsView *models = (ModelsView *)view;
    ViewFlags chosen = facet_pane_handle(&models->facets, view->explorer, action);
    if (chosen != VIEW_IGNORED) {
        return chosen;
    }
    if (models->facets.is_open && (action == ACTION_LEFT || action == ACTION_PREVIOUS_PANE) &&
        !models->preview_focused) {
        models->facets.focused = true;
        return VIEW_REDRAW;
    }
    if (models->preview_focused && has_preview(models)) {
        return handle_preview(models, action, key);
    }
    switch (action) {
    case ACTION_NEXT_PANE:
    case ACTION_PREVIOUS_PANE:
        models->preview_focused = has_preview(models);
        return VIEW_REDRAW;
    case ACTION_SORT:
        return list_prompt_sort(&models->list, view->explorer);
    case ACTION_FILTER:
        list_prompt_filter(&models->list, view->explorer);
        return VIEW_HANDLED;
    case ACTION_BACK:
        if (models->list.filter != NULL) {
            list_set_filter(&models->list, NULL);
            follow_selection(models);
            return VIEW_REDRAW;
        }
        return VIEW_IGNORED;
    default:
        break;
    }
    ViewFlags flags = list_handle(&models->list, action);
    follow_selection(models);
    return flags;
}

static ViewFlags mouse(View *view, const Event *event)
{
    ModelsView *models = (ModelsView *)view;
    const char *target = NULL;
    bool open = false;
    ViewFlags chosen = facet_pane_mouse(&models->facets, view->explorer, event);
    if (chosen != VIEW_IGNORED) {
        return chosen;
    }
    if (has_preview(models) && canvas_contains(&models->preview.pager.area, event->row, event->column)) {
        models->preview_focused = event->button == MOUSE_LEFT || models->preview_focused;
        ViewFlags flags = pager_mouse(&models->preview.pager, event, &target);
        if (target != NULL) {
            explorer_open_item(view->explorer, target);
        }
        return flags | VIEW_REDRAW;
    }
    ViewFlags flags = list_mouse(&models->list, event, &open);
    if (open) {
        explorer_open_item(view->explorer, list_selected_id(&models->list));
    }
    models->preview_focused = false;
    follow_selection(models);
    return flags;
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
    int at = 2;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        at += canvas_text(canvas, 0, at, parts[i].style, parts[i].text);
    }
    canvas_format(canvas, 0, at, STYLE_QUIET, "%s not applicable  ? unknown", glyph(GLYPH_DASH));
}

static void draw(View *view, const Canvas *whole)
{
    ModelsView *models = (ModelsView *)view;
    Canvas rest = facet_pane_split(&models->facets, whole);
    const Canvas *canvas = &rest;
    if (rest.columns == 0) {
        models->list.area = models->preview.pager.area = (Canvas){0};
        return;
    }
    bool preview = canvas->columns >= PREVIEW_FROM_COLUMNS;
    int width = preview ? MATRIX_COLUMNS : canvas->columns - 1;
    int above = width >= GROUPS_FROM_COLUMNS && canvas->rows >= 10 ? 2 : 0;
    int below = canvas->rows >= 10 ? 2 : 0;
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
        Canvas legend = canvas_part(canvas, canvas->rows - 1, 0, 1, width);
        draw_legend(&legend);
    }
    if (preview) {
        Canvas right = canvas_part(canvas, 0, width + 2, canvas->rows, canvas->columns - width - 3);
        canvas_rule(canvas, width);
        pager_draw(&models->preview.pager, &right, models->preview_focused);
    }
}

static const char *item(const View *view)
{
    return list_selected_id(&((const ModelsView *)view)->list);
}

static void title(const View *view, Text *text)
{
    (void)view;
    text_append(text, "Openness of models");
}

static void status(const View *view, Text *text)
{
    facet_pane_status(&((const ModelsView *)view)->facets, text);
    list_status(&((const ModelsView *)view)->list, text);
}

static void ids(const View *view, StringList *all)
{
    list_ids(&((const ModelsView *)view)->list, all);
}

static void command(const View *view, Text *text)
{
    const List *list = &((const ModelsView *)view)->list;
    Query query;
    StringList shown = {0};
    if (explorer_query_kinds(view->explorer, KIND_BIT(KIND_MODEL), &query, NULL) &&
        facet_pane_narrow(&((const ModelsView *)view)->facets, &query, NULL)) {
        text_append(text, "gairo matrix");
        view_append_query(text, &query);
    }
    if (list->filter != NULL) {
        list_ids(list, &shown);
        view_append_filter(text, view, &query, list->filter, &shown);
    }
    string_list_free(&shown);
    query_free(&query);
    if (list->sort_column >= 0) {
        static const char *const fields[] = {"title", "organisation", "released"};
        size_t column = (size_t)list->sort_column;
        text_append_format(text, " --sort %s%s", list->descending ? "-" : "",
                           column < COLUMN_FIRST_COMPONENT ? fields[column]
                           : column == COLUMN_OPEN         ? "open"
                                                           : component_ids[column - COLUMN_FIRST_COMPONENT]);
    }
}

static void focus_list(void *context)
{
    ((ModelsView *)context)->preview_focused = false;
    follow_selection(context);
}

static void linear(View *view, Linear *lines)
{
    ModelsView *models = (ModelsView *)view;
    if (facet_pane_linear(&models->facets, lines, models->list.visible_count)) {
        return;
    }
    list_linear(&models->list, lines, "Openness of models", "No model is known.", focus_list);
    linear_line(lines, "C is code and D is data; 1 is closed, 2 to 4 semi-open, 5 open; a dash does not apply, "
                       "a question mark is unknown.");
}

static void models_free(View *view)
{
    ModelsView *models = (ModelsView *)view;
    list_free(&models->list);
    matrix_free(&models->matrix);
    preview_free(&models->preview);
    facet_pane_free(&models->facets);
    component_titles_free(&models->components);
    free(models);
}

static void save(const View *view, State *state)
{
    list_save(&((const ModelsView *)view)->list, "", state);
    facet_pane_save(&((const ModelsView *)view)->facets, state);
}

static void restore(View *view, const State *state)
{
    list_restore(&((ModelsView *)view)->list, "", state);
    facet_pane_restore(&((ModelsView *)view)->facets, state);
}

static const Action *keys_now(const View *view)
{
    return facet_pane_keys(&((const ModelsView *)view)->facets);
}

static const char *label(const View *view, Action action)
{
    return facet_pane_label(&((const ModelsView *)view)->facets, action);
}

static const ViewOperations operations = {
    .title = title,
    .status = status,
    .recalculate = recalculate,
    .draw = draw,
    .handle = handle,
    .mouse = mouse,
    .item = item,
    .ids = ids,
    .command = command,
    .linear = linear,
    .save = save,
    .restore = restore,
    .free = models_free,
    .keys_now = keys_now,
    .label = label,
    .keys = (const Action[]){ACTION_OPEN, ACTION_SORT, ACTION_SORT_REVERSE, ACTION_FILTER, ACTION_FACETS,
                             ACTION_BASKET_TOGGLE, ACTION_NONE},
};

View *models_view_new(Explorer *explorer)
{
    ModelsView *models = memory_zeroed(1, sizeof *models);
    view_start(&models->view, &operations, explorer);
    list_start(&models->list, &list_operations, models, columns, sizeof columns / sizeof *columns);
    preview_start(&models->preview);
    facet_pane_start(&models->facets);
    return &models->view;
}
