/* The insides of the openness matrix, shared by models.c and models-draw.c only. */
#ifndef GAIRO_TUI_MODELS_H
#define GAIRO_TUI_MODELS_H

#include "store/openness.h"
#include "tui/components.h"
#include "tui/facet-pane.h"
#include "tui/list.h"
#include "tui/preview.h"

/* What stands together; the order is that of the key that switches. */
#define MODELS_PREVIEW_FROM_COLUMNS 132 /* of the screen */

typedef enum ModelsGrouping { GROUPED_NOT, GROUPED_BY_ORGANISATION, GROUPED_BY_YEAR, GROUPED_BY_LEVEL, GROUPING_COUNT } ModelsGrouping;

typedef struct ModelsView {
    View view;
    Matrix matrix;
    List list;
    Preview preview;
    FacetPane facets;
    bool preview_focused;
    bool legend; /* all of it is shown */
    bool names_all; /* each row names its group: it is written, and no other row stands above it */
    ModelsGrouping grouping;
    ComponentTitles components;
    ItemRows levels;  /* what the codes mean */
    char scratch[32]; /* holds the cell that was asked for last */
} ModelsView;

enum {
    COLUMN_GROUP,
    COLUMN_TITLE,
    COLUMN_ORGANISATION,
    COLUMN_RELEASED,
    COLUMN_FIRST_COMPONENT,
    COLUMN_OPEN = COLUMN_FIRST_COMPONENT + COMPONENT_COUNT
};

/* Gives the list the columns that go with the grouping. */
void models_set_columns(ModelsView *models);
/* The name of what a model stands in; NULL where it is not grouped. Valid until the next call. */
const char *models_group(ModelsView *models, size_t row);
/* Below, at or above 0 as the group of a comes before, is, or comes after that of b: organisations and levels by name,
 * the latest year first. */
int models_compare_groups(ModelsView *models, size_t a, size_t b);
/* "by organisation"; NULL where it is not grouped. */
const char *models_grouping_words(ModelsGrouping grouping);
/* A cell's code: "C3", "?", a dash. */
const char *models_cell_text(const MatrixCell *cell);
Style models_cell_style(const MatrixCell *cell);
/* Paints a component's cell: its code and a shade. False for other columns. */
bool models_paint(void *context, size_t row, size_t column, const Canvas *canvas);
void models_draw(View *view, const Canvas *canvas);
/* After the selection may have changed: the preview follows. */
void models_follow_selection(ModelsView *models);
/* models-linear.c: the matrix in lines, and a cell of it as it is heard. */
void models_linear(View *view, Linear *lines);
bool models_spoken(void *context, size_t row, size_t column, Text *text);

#endif
