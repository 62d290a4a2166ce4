/* What the observations of a sheet recompute from the cells (store/openness.h): a table for each. */
#include "sheets/compose/table.h"

#include "core/memory.h"
#include "store/openness.h"

#include <stdlib.h>
#include <string.h>

/* A cell with a number; less than 0: nothing. */
static void number_value(Composition *composition, int number)
{
    char *text = number >= 0 ? string_format("%d", number) : NULL;
    row_value(composition, text);
    free(text);
}

/* The first cell of a row; that of the first row says what was counted, whatever the observation itself rests on. */
static void first_value(Composition *composition, const char *text, bool cites)
{
    static char reference[] = "reference.companion", locator[] = "the models' cells, counted by gairo",
                basis[] = "companion";
    const Citation citation = {.reference = reference, .locator = locator, .basis = basis};
    value_begin(composition, text);
    if (cites)
        write_cite(composition, &citation, NULL, CITE_OF_OTHER);
    xml_end(&composition->writer);
}

static void write_pipelines(Composition *composition, const Item *item, const Observations *observations)
{
    static const TableColumnText columns[] = {
        {"Part of the pipeline", 30}, {"closed", 14}, {"semi-open", 14}, {"open", 14},
        {"does not apply", 14},       {"unknown", 14}};
    table_begin(composition, "Openness by part of the pipeline, in cells", columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < 3; i++) {
        const PipelineCounts *counts = &observations->pipelines[i];
        row_begin(composition, item->id);
        first_value(composition, counts->pipeline, i == 0);
        number_value(composition, counts->closed);
        number_value(composition, counts->semi_open);
        number_value(composition, counts->open);
        number_value(composition, counts->not_applicable);
        number_value(composition, counts->unknown);
        xml_end(&composition->writer);
    }
    xml_end(&composition->writer);
}

static void write_group_row(Composition *composition, const Item *item, const OpennessGroup *group, size_t pipeline,
                            bool cites)
{
    const PipelineCounts *counts = &group->pipelines[pipeline];
    char *name = string_format("%s (%d)", group->name, group->models);
    row_begin(composition, item->id);
    first_value(composition, name, cites);
    row_value(composition, counts->pipeline);
    number_value(composition, counts->closed);
    number_value(composition, counts->semi_open);
    number_value(composition, counts->open);
    number_value(composition, openness_share(group, pipeline));
    number_value(composition, counts->not_applicable);
    number_value(composition, counts->unknown);
    xml_end(&composition->writer);
    free(name);
}

static void write_group_rows(Composition *composition, const Item *item, const OpennessGroups *groups, const char *by)
{
    static const TableColumnText columns[] = {{"Group (models)", 20}, {"Part", 14},   {"closed", 11},
                                              {"semi-open", 11},      {"open", 11},   {"open %", 11},
                                              {"does not apply", 11}, {"unknown", 11}};
    char *title =
        string_format("Openness by %s, in cells; open %% is of those that apply and are known, for %d models or more",
                      by, OPENNESS_FEW_MODELS);
    table_begin(composition, title, columns, sizeof columns / sizeof *columns);
    free(title);
    for (size_t i = 0; i < groups->count; i++)
        for (size_t pipeline = 0; pipeline < 3; pipeline++)
            write_group_row(composition, item, &groups->groups[i], pipeline, i == 0 && pipeline == 0);
    xml_end(&composition->writer);
}

static void write_open_models(Composition *composition, const Observations *observations)
{
    static const TableColumnText columns[] = {{"Model", 24},
                                              {"Components that apply and are known", 16},
                                              {"Unknown", 12},
                                              {"Also by the five points", 14},
                                              {"Why not", 34}};
    table_begin(composition, "Open wherever a component applies, as scored", columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < observations->open_model_count; i++) {
        const OpenModel *model = &observations->open_models[i];
        row_begin(composition, model->id);
        first_value(composition, model->title, i == 0);
        number_value(composition, model->components);
        number_value(composition, model->unknown);
        row_value(composition, model->by_points ? "yes" : "no");
        row_value(composition, model->by_points ? NULL : model->reason);
        xml_end(&composition->writer);
    }
    xml_end(&composition->writer);
}

/* What is recomputed for it, the value of its field "query"; NULL: it is no observation, or nothing is. */
static const char *query_of(const Item *item)
{
    const ItemField *query = item != NULL && item->kind == KIND_OBSERVATION ? item_field(item, "query") : NULL;
    return query == NULL || query->value == NULL || strcmp(query->value, "capability") == 0 ? NULL : query->value;
}

static void write_observation(Composition *composition, const Item *item, const Observations *observations)
{
    const char *query = query_of(item);
    if (query == NULL)
        return;
    if (strcmp(query, "openness-by-pipeline") == 0)
        write_pipelines(composition, item, observations);
    else if (strcmp(query, "openness-over-time") == 0)
        write_group_rows(composition, item, &observations->by_year, "year of release");
    else if (strcmp(query, "openness-by-organisation-type") == 0)
        write_group_rows(composition, item, &observations->by_organisation_type, "kind of organisation");
    else if (strcmp(query, "open-wherever-applicable") == 0)
        write_open_models(composition, observations);
}

bool section_observations(Composition *composition, Error *error)
{
    Observations observations = {0};
    bool any = false;
    for (size_t i = 0; i < composition->entry_count; i++)
        any = any || query_of(composition->entries[i].item) != NULL;
    if (!any)
        return true;
    bool ok = openness_observations(composition->store, NULL, &observations, error);
    if (ok && observations.models > 0) {
        section_begin(composition, "observations", "Recomputed from the cells of the models");
        for (size_t i = 0; i < composition->entry_count; i++)
            write_observation(composition, composition->entries[i].item, &observations);
        xml_end(&composition->writer);
        use_source(composition, "openness");
    }
    observations_free(&observations);
    return ok;
}
