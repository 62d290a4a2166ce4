/* The openness matrix in lines: what each component is in words, then its code. */
#include "config.h"

#include "tui/models.h"

#include <string.h>

static void focus_list(void *context)
{
    ((ModelsView *)context)->preview_focused = false;
    models_follow_selection(context);
}

bool models_spoken(void *context, size_t row, size_t column, Text *text)
{
    ModelsView *models = context;
    const MatrixRow *model = &models->matrix.rows[row];
    if (column == COLUMN_OPEN) {
        text_append_format(text, "open components: %d of %d that apply and are known", model->open, model->applicable);
        return true;
    }
    if (column < COLUMN_FIRST_COMPONENT || column > COLUMN_OPEN) {
        return false;
    }
    const MatrixCell *cell = &model->cells[column - COLUMN_FIRST_COMPONENT];
    text_append_format(text, "%s: ", component_title(&models->components, column - COLUMN_FIRST_COMPONENT));
    if (cell->level != NULL) {
        text_append_format(text, "%s, %s", openness_word(cell->level + 1), cell->level);
    } else {
        text_append(text, cell->value != NULL && strcmp(cell->value, "not-applicable") == 0 ? "not applicable" : "not known");
    }
    return true;
}

void models_linear(View *view, Linear *lines)
{
    ModelsView *models = (ModelsView *)view;
    if (facet_pane_linear(&models->facets, lines, models->list.visible_count)) {
        return;
    }
    linear_heading(lines, "Openness of models");
    if (models->legend) {
        for (size_t i = 0; i < models->levels.count; i++) {
            linear_line(lines, models->levels.rows[i].title);
        }
    } else {
        linear_line(lines, "The codes: C is code, D is data; 1 is closed, 2 to 4 are semi-open, 5 is open. legend tells them all.");
    }
    list_linear(&models->list, lines, models->legend ? "Models" : NULL, "No model is known.", focus_list);
}
