/* The openness matrix: models by components, in the paper's order, with its codes. */
#include "config.h"

#include "tui/models.h"

#include "core/memory.h"
#include "tui/explorer.h"
#include "tui/scope.h"
#include "tui/table-of.h"
#include "tui/views.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const char *row_id(void *context, size_t row)
{
    return ((ModelsView *)context)->matrix.rows[row].id;
}

static ListCell cell(void *context, size_t row, size_t column)
{
    ModelsView *models = context;
    const MatrixRow *model = &models->matrix.rows[row];
    switch (column) {
    case COLUMN_GROUP:
        return (ListCell){models_group(models, row), STYLE_TITLE};
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
        return (ListCell){models_cell_text(&model->cells[column - COLUMN_FIRST_COMPONENT]),
                          models_cell_style(&model->cells[column - COLUMN_FIRST_COMPONENT])};
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

static int compare_column(void *context, size_t a, size_t b, size_t column)
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

/* Within the groups, which keep their order. */
static int compare(void *context, size_t a, size_t b, size_t column)
{
    ModelsView *models = context;
    int order = models_compare_groups(models, a, b);
    if (order != 0) {
        return models->list.descending ? -order : order;
    }
    return column == COLUMN_GROUP ? 0 : compare_column(context, a, b, column);
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

/* What the codes mean, for the legend; once. */
static bool load_levels(ModelsView *models, Error *error)
{
    return models->levels.rows != NULL || items_list(explorer_store(models->view.explorer),
                                                     &(Query){.kinds = KIND_BIT(KIND_LEVEL)}, &models->levels, error);
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
           load_levels(models, error) && openness_matrix(explorer_store(view->explorer), &query, &matrix, error);
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

void models_follow_selection(ModelsView *models)
{
    Error error = {0};
    show_preview(models, false, &error);
    explorer_report(models->view.explorer, &error);
}

static void narrowed(void *context)
{
    models_follow_selection(context);
}

/* The columns in words: their titles are short. */
static const char *column_name(void *context, size_t column)
{
    ModelsView *models = context;
    if (column == COLUMN_GROUP) {
        return ""; /* rows are grouped by its own key */
    }
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
                                               .paint = models_paint,
                                               .spoken = models_spoken,
                                               .narrowed = narrowed,
                                               .column_name = column_name};

static bool has_preview(const ModelsView *models)
{
    return models->preview.pager.area.columns > 0;
}

static ViewFlags handle_preview(ModelsView *models, Action action, Key key)
{
    if (action == ACTION_LEFT || action == ACTION_NEXT_PANE || action == ACTION_PREVIOUS_PANE) {
        models->preview_focused = false;
        return VIEW_REDRAW;
    }
    return preview_handle(&models->preview, models->view.explorer, action, key);
}

/* Grouped rows are always in an order: that of the groups, then that of the releases or of a column. */
static ViewFlags group(ModelsView *models, ModelsGrouping grouping)
{
    bool by_group = models->list.sort_column == COLUMN_GROUP;
    models->grouping = grouping;
    models_set_columns(models);
    list_sort_by(&models->list, grouping != GROUPED_NOT && models->list.sort_column < 0 ? COLUMN_GROUP
                                : grouping == GROUPED_NOT && by_group                   ? -1
                                                                                        : models->list.sort_column,
                 models->list.descending);
    return VIEW_REDRAW;
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
    case ACTION_SWITCH:
        return group(models, (models->grouping + 1) % GROUPING_COUNT);
    case ACTION_LEGEND:
        models->legend = !models->legend;
        return VIEW_REDRAW;
    case ACTION_SORT:
        return list_prompt_sort(&models->list, view->explorer);
    case ACTION_FILTER:
        list_prompt_filter(&models->list, view->explorer);
        return VIEW_HANDLED;
    case ACTION_BACK:
        if (models->list.filter != NULL) {
            list_set_filter(&models->list, NULL);
            models_follow_selection(models);
            return VIEW_REDRAW;
        }
        return VIEW_IGNORED;
    default:
        break;
    }
    ViewFlags flags = list_handle(&models->list, action);
    models_follow_selection(models);
    return flags;
}

static ViewFlags mouse(View *view, const Event *event)
{
    ModelsView *models = (ModelsView *)view;
    bool open = false;
    ViewFlags chosen = facet_pane_mouse(&models->facets, view->explorer, event);
    if (chosen != VIEW_IGNORED) {
        return chosen;
    }
    chosen = preview_mouse(&models->preview, view->explorer, event);
    if (chosen != VIEW_IGNORED) {
        models->preview_focused = event->button == MOUSE_LEFT || models->preview_focused;
        return chosen | VIEW_REDRAW;
    }
    ViewFlags flags = list_mouse(&models->list, event, &open);
    if (open) {
        explorer_open_item(view->explorer, list_selected_id(&models->list));
    }
    models->preview_focused = false;
    models_follow_selection(models);
    return flags;
}

static const char *item(const View *view)
{
    return list_selected_id(&((const ModelsView *)view)->list);
}

static void title(const View *view, Text *text)
{
    const char *words = models_grouping_words(((const ModelsView *)view)->grouping);
    text_append_format(text, "Openness of models%s%s", words == NULL ? "" : " ", words == NULL ? "" : words);
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

static bool rows(const View *view, ScreenTable *table)
{
    ModelsView *models = ((const ModelsView *)view)->list.context;
    models->names_all = true;
    table_of_view(view, NULL, &models->facets, &models->list, table);
    models->names_all = false;
    for (size_t i = 0; i < table->cell_count; i++) { /* "2/6" is a date to a spreadsheet */
        const char *text = table->cells[i].text;
        size_t digits = text == NULL ? 0 : strspn(text, "0123456789");
        if (digits > 0 && text[digits] == '/') {
            char *words = string_format("%.*s of %s", (int)digits, text, text + digits + 1);
            free(table->cells[i].text);
            table->cells[i].text = words;
        }
    }
    return true;
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
    static const char *const group_fields[] = {NULL, "organisation", "-released", "-deployment.data.weights"};
    const ModelsGrouping grouping = ((const ModelsView *)view)->grouping;
    if (list->sort_column == COLUMN_GROUP && grouping != GROUPED_NOT) {
        text_append_format(text, " --sort %s", group_fields[grouping]);
    } else if (list->sort_column > COLUMN_GROUP) {
        static const char *const fields[] = {NULL, "title", "organisation", "released"};
        size_t column = (size_t)list->sort_column;
        text_append_format(text, " --sort %s%s", list->descending ? "-" : "",
                           column < COLUMN_FIRST_COMPONENT ? fields[column]
                           : column == COLUMN_OPEN         ? "open"
                                                           : component_ids[column - COLUMN_FIRST_COMPONENT]);
    }
}

static void models_free(View *view)
{
    ModelsView *models = (ModelsView *)view;
    list_free(&models->list);
    matrix_free(&models->matrix);
    preview_free(&models->preview);
    facet_pane_free(&models->facets);
    component_titles_free(&models->components);
    item_rows_free(&models->levels);
    free(models);
}

static void save(const View *view, State *state)
{
    list_save(&((const ModelsView *)view)->list, "", state);
    state_put_number(state, "grouping", ((const ModelsView *)view)->grouping);
    state_put_number(state, "legend", ((const ModelsView *)view)->legend);
    facet_pane_save(&((const ModelsView *)view)->facets, state);
}

static void restore(View *view, const State *state)
{
    ModelsView *models = (ModelsView *)view;
    long grouping = state_number(state, "grouping", GROUPED_NOT);
    models->grouping = grouping > GROUPED_NOT && grouping < GROUPING_COUNT ? (ModelsGrouping)grouping : GROUPED_NOT;
    models->legend = state_number(state, "legend", 0) == 1;
    models_set_columns(models);
    list_restore(&models->list, "", state);
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

/* No law names a model. */
static bool lawless(const View *view)
{
    (void)view;
    return true;
}

static const ViewOperations operations = {
    .title = title,
    .status = status,
    .recalculate = recalculate,
    .draw = models_draw,
    .handle = handle,
    .mouse = mouse,
    .item = item,
    .ids = ids,
    .rows = rows,
    .list_template = "models",
    .command = command,
    .linear = models_linear,
    .lawless = lawless,
    .save = save,
    .restore = restore,
    .free = models_free,
    .keys_now = keys_now,
    .label = label,
    .keys = (const Action[]){ACTION_OPEN, ACTION_SORT, ACTION_SORT_REVERSE, ACTION_FILTER, ACTION_FACETS,
                             ACTION_SWITCH, ACTION_LEGEND, ACTION_BASKET_TOGGLE, ACTION_NONE},
};

View *models_view_new(Explorer *explorer)
{
    ModelsView *models = memory_zeroed(1, sizeof *models);
    view_start(&models->view, &operations, explorer);
    list_start(&models->list, &list_operations, models, NULL, 0);
    models_set_columns(models);
    preview_start(&models->preview);
    models->preview.from_columns = MODELS_PREVIEW_FROM_COLUMNS;
    facet_pane_start(&models->facets);
    return &models->view;
}
