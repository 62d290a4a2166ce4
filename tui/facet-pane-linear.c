/* Facets in lines. */
#include "config.h"

#include "tui/facet-pane.h"

#include "core/memory.h"

#include <stdint.h>
#include <stdlib.h>

static void select_value(void *context, size_t index)
{
    FacetPane *pane = context;
    if (index < pane->list.visible_count) {
        pane->list.selected = index;
        list_keep_selected(&pane->list);
        pane->focused = true;
    }
}

bool facet_pane_linear(FacetPane *pane, Linear *linear, size_t rows)
{
    if (!pane->is_open) {
        return false;
    }
    linear->calm = true;
    linear_format(linear, "Narrow by; a number chooses, or takes back. Rows left: %zu. back lists them.", rows);
    for (size_t i = 0; i < pane->list.visible_count; i++) {
        const FacetRow *row = &pane->rows[pane->list.visible[i]];
        const Facet *facet = &pane->facets.facets[row->facet];
        if (row->value == SIZE_MAX) {
            linear_heading(linear, facet->title);
            continue;
        }
        const FacetValue *value = &facet->values[row->value];
        char *text = string_format("%s; items: %zu%s", value->title, value->count, value->chosen ? " (chosen)" : "");
        linear_choice(linear, select_value, pane, i, text);
        free(text);
    }
    if (pane->list.visible_count == 0) {
        linear_line(linear, "These items differ by nothing.");
    }
    return true;
}
