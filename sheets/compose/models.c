/* The models of a sheet side by side: a table, a chart, and the openness matrix. */
#include "sheets/compose/table.h"
#include "sheets/compose/words.h"

#include "core/memory.h"

#include <stdlib.h>
#include <string.h>

static const char *const openness_titles[OPENNESS_COUNT] = {"open", "semi-open", "closed", "unknown", "does not apply"};

const ItemCell *cell_of(const Item *item, size_t component)
{
    for (size_t i = 0; i < item->cell_count; i++)
        if (item->cells[i].component == component)
            return &item->cells[i];
    return NULL;
}

Openness openness_of_cell(const ItemCell *cell)
{
    if (cell == NULL || strcmp(cell->value, "unknown") == 0)
        return UNKNOWN;
    if (strcmp(cell->value, "not-applicable") == 0)
        return NOT_APPLICABLE;
    return strcmp(cell->value, "5") == 0 ? OPEN : strcmp(cell->value, "1") == 0 ? CLOSED : SEMI_OPEN;
}

static void count_cells(const Item *item, size_t amounts[OPENNESS_COUNT])
{
    for (size_t i = 0; i < COMPONENT_COUNT; i++)
        amounts[openness_of_cell(cell_of(item, i))]++;
}

/* Calls write for each model of the sheet. */
static void each_model(Composition *composition, void (*write)(Composition *composition, const Item *item))
{
    for (size_t i = 0; i < composition->entry_count; i++) {
        const Item *item = composition->entries[i].item;
        if (item != NULL && item->kind == KIND_MODEL)
            write(composition, item);
    }
}

static bool has_models(const Composition *composition)
{
    return composition_count(composition, KIND_BIT(KIND_MODEL)) > 0;
}

static void write_model_row(Composition *composition, const Item *item)
{
    size_t amounts[OPENNESS_COUNT] = {0};
    const ItemField *released = item_field(item, "released");
    const ItemCell *weights = cell_of(item, COMPONENT_COUNT - 1);
    char *date = date_words(released != NULL ? released->value : NULL), *makers = link_titles(item, "developed-by", true, 0);
    count_cells(item, amounts);
    size_t applicable = amounts[OPEN] + amounts[SEMI_OPEN] + amounts[CLOSED];
    char *open = string_format("%zu of %zu", amounts[OPEN], applicable);
    row_begin(composition, item->id);
    value_begin(composition, item->title);
    write_item_cites(composition, item);
    xml_end(&composition->writer);
    row_value(composition, makers);
    row_value(composition, date);
    row_value(composition, open);
    row_value(composition, weights != NULL ? weights->licence : NULL);
    xml_end(&composition->writer);
    free(date);
    free(makers);
    free(open);
}

bool section_models(Composition *composition, Error *error)
{
    static const TableColumnText columns[] = {{"Model", 26},
                                              {"Developed by", 24},
                                              {"Released", 14},
                                              {"Fully open components, of those that apply and are known", 18},
                                              {"Licence of the weights, as spelt", 18}};
    (void)error;
    if (!has_models(composition))
        return true;
    section_begin(composition, "models-side-by-side", "Models side by side");
    table_begin(composition, "Models in this sheet", columns, sizeof columns / sizeof *columns);
    each_model(composition, write_model_row);
    xml_end(&composition->writer);
    xml_end(&composition->writer);
    return true;
}

static void write_model_bar(Composition *composition, const Item *item)
{
    size_t amounts[OPENNESS_COUNT] = {0};
    count_cells(item, amounts);
    chart_bar(composition, item->title, amounts, OPENNESS_COUNT);
}

bool section_openness(Composition *composition, Error *error)
{
    (void)error;
    if (!has_models(composition))
        return true;
    section_begin(composition, "openness", "How open they are");
    chart_begin(composition, "The twelve components of each model", "components", openness_titles, OPENNESS_COUNT);
    each_model(composition, write_model_bar);
    xml_end(&composition->writer);
    xml_end(&composition->writer);
    return true;
}

static void write_matrix_model(Composition *composition, const Item *item)
{
    XmlWriter *writer = &composition->writer;
    xml_begin(writer, "model");
    xml_attribute(writer, "id", item->id);
    xml_attribute(writer, "title", item->title);
    for (size_t i = 0; i < COMPONENT_COUNT; i++) {
        const ItemCell *cell = cell_of(item, i);
        Openness openness = openness_of_cell(cell);
        const char *level = cell != NULL ? cell_level(i, cell->value) : NULL;
        xml_begin(writer, "square");
        xml_attribute(writer, "openness", openness_titles[openness]);
        xml_text(writer, level != NULL ? level : openness == UNKNOWN ? "?" : "–");
        xml_end(writer);
        use_source(composition, cell != NULL ? cell->source : NULL);
    }
    xml_end(writer);
}

bool section_matrix(Composition *composition, Error *error)
{
    XmlWriter *writer = &composition->writer;
    if (!has_models(composition))
        return true;
    if (!load_component_titles(composition, error))
        return false;
    section_begin(composition, "matrix", "Openness of each component");
    xml_begin(writer, "matrix");
    xml_attribute(writer, "title", "Models by components; ? is unknown, a dash does not apply");
    for (size_t i = 0; i < COMPONENT_COUNT; i++) {
        char *pipeline = string_copy_bytes(component_ids[i], strcspn(component_ids[i], "."));
        xml_begin(writer, "component");
        xml_attribute(writer, "id", component_ids[i]);
        xml_attribute(writer, "pipeline", pipeline);
        xml_text(writer, composition->component_titles[i]);
        xml_end(writer);
        free(pipeline);
    }
    each_model(composition, write_matrix_model);
    xml_end(writer);
    xml_end(writer);
    composition->has_cells = true;
    return true;
}
