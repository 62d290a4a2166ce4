/* The paper's observations, from the cells. */
#include "store/matrix.h"

#include "core/memory.h"

#include <stdlib.h>
#include <string.h>

static const char *const pipelines[3] = {"training", "evaluation", "deployment"};

void observations_free(Observations *observations)
{
    for (size_t i = 0; i < observations->open_model_count; i++) {
        free(observations->open_models[i].id);
        free(observations->open_models[i].title);
        free(observations->open_models[i].reason);
    }
    for (size_t i = 0; i < observations->disagreement_count; i++) {
        LicenceDisagreement *disagreement = &observations->disagreements[i];
        free(disagreement->model_id);
        free(disagreement->model_title);
        free(disagreement->component);
        free(disagreement->licence);
        free(disagreement->licence_id);
    }
    openness_groups_free(&observations->by_year);
    openness_groups_free(&observations->by_organisation_type);
    free(observations->open_models);
    free(observations->disagreements);
    *observations = (Observations){0};
}

const char *pipeline_name(size_t pipeline)
{
    return pipelines[pipeline];
}

size_t pipeline_of_component(size_t component)
{
    size_t pipeline = 0;
    while (pipeline < 2 && strncmp(component_ids[component], pipelines[pipeline], strlen(pipelines[pipeline])) != 0)
        pipeline++;
    return pipeline;
}

void pipeline_count(PipelineCounts *counts, const char *value)
{
    if (strcmp(value, "1") == 0)
        counts->closed++;
    else if (strcmp(value, "5") == 0)
        counts->open++;
    else if (strcmp(value, "unknown") == 0)
        counts->unknown++;
    else if (strcmp(value, "not-applicable") == 0)
        counts->not_applicable++;
    else
        counts->semi_open++;
}

static void count_row(Observations *observations, const MatrixRow *row)
{
    bool any = false;
    for (size_t i = 0; i < COMPONENT_COUNT; i++) {
        if (!row->cells[i].value)
            continue;
        any = true;
        pipeline_count(&observations->components[i], row->cells[i].value);
        pipeline_count(&observations->pipelines[pipeline_of_component(i)], row->cells[i].value);
    }
    observations->models += any;
    int year = any && row->released ? atoi(row->released) : 0;
    if (year && (!observations->first_year || year < observations->first_year))
        observations->first_year = year;
    if (year > observations->last_year)
        observations->last_year = year;
}

/* Why a fully open cell does not score 5 by the points of its licence; NULL where it does. The caller owns it. */
static char *why_not_by_points(const PointsTable *table, const char *component, const MatrixCell *cell)
{
    if (!cell->licence)
        return string_format("%s: no licence is named", component);
    if (!cell->licence_id)
        return string_format("%s: no licence is named (\"%s\")", component, cell->licence);
    LicencePoints points = points_table_find(table, cell->licence_id);
    if (points.points < 0)
        return string_format("%s: the points of \"%s\" are not clear", component, cell->licence);
    if (points.points < 5)
        return string_format("%s: \"%s\" has %d of the 5 points", component, cell->licence, points.points);
    return NULL;
}

/* The first reason why a model that is open as scored is not so by points. Unknown cells are named by no licence. */
static char *find_reason(const PointsTable *table, const MatrixRow *row)
{
    char *reason = NULL;
    for (size_t i = 0; !reason && i < COMPONENT_COUNT; i++) {
        const char *value = row->cells[i].value;
        if (value && strcmp(value, "5") == 0)
            reason = why_not_by_points(table, component_ids[i], &row->cells[i]);
    }
    for (size_t i = 0; !reason && i < COMPONENT_COUNT; i++) {
        const char *value = row->cells[i].value;
        if (value && strcmp(value, "unknown") == 0)
            reason = string_format("%s: unknown", component_ids[i]);
    }
    return reason;
}

static void add_open_model(Observations *observations, const PointsTable *table, const MatrixRow *row)
{
    int unknown = 0;
    for (size_t i = 0; i < COMPONENT_COUNT; i++)
        unknown += row->cells[i].value && strcmp(row->cells[i].value, "unknown") == 0;
    char *reason = find_reason(table, row);
    observations->open_models =
        memory_resize(observations->open_models, observations->open_model_count + 1, sizeof *observations->open_models);
    observations->open_models[observations->open_model_count++] = (OpenModel){.id = string_copy(row->id),
                                                                              .title = string_copy(row->title),
                                                                              .components = row->applicable,
                                                                              .unknown = unknown,
                                                                              .by_points = reason == NULL,
                                                                              .reason = reason};
}

static void find_open_models(Observations *observations, const PointsTable *table, const Matrix *matrix,
                             bool with_unknown)
{
    for (size_t i = 0; i < matrix->count; i++) {
        const MatrixRow *row = &matrix->rows[i];
        bool unknown = false;
        for (size_t c = 0; c < COMPONENT_COUNT; c++)
            unknown = unknown || (row->cells[c].value && strcmp(row->cells[c].value, "unknown") == 0);
        if (unknown == with_unknown && row->applicable > 0 && row->open == row->applicable)
            add_open_model(observations, table, row);
    }
}

int score_by_licence(size_t component, const char *value)
{
    int score = value && cell_level(component, value) ? atoi(value) : 0;
    return score == 1 || (score == 2 && component_letter(component) == 'D') ? 0 : score;
}

static void compare_cell(Observations *observations, const PointsTable *table, const MatrixRow *row, size_t component)
{
    const MatrixCell *cell = &row->cells[component];
    int scored = score_by_licence(component, cell->value);
    LicencePoints points = points_table_find(table, cell->licence_id);
    int by_points = component_letter(component) == 'C' ? points.code_level : points.data_level;
    if (scored == 0 || by_points == 0 || scored == by_points)
        return;
    size_t count = observations->disagreement_count++;
    observations->disagreements = memory_resize(observations->disagreements, count + 1, sizeof(LicenceDisagreement));
    observations->disagreements[count] = (LicenceDisagreement){.model_id = string_copy(row->id),
                                                               .model_title = string_copy(row->title),
                                                               .component = string_copy(component_ids[component]),
                                                               .licence = string_copy(cell->licence),
                                                               .licence_id = string_copy(cell->licence_id),
                                                               .scored = scored,
                                                               .by_points = by_points};
}

static void observe(Observations *observations, const PointsTable *table, const Matrix *matrix)
{
    for (size_t i = 0; i < 3; i++)
        observations->pipelines[i].pipeline = pipelines[i];
    for (size_t i = 0; i < COMPONENT_COUNT; i++)
        observations->components[i].pipeline = component_ids[i];
    for (size_t i = 0; i < matrix->count; i++) {
        count_row(observations, &matrix->rows[i]);
        for (size_t c = 0; c < COMPONENT_COUNT; c++)
            compare_cell(observations, table, &matrix->rows[i], c);
    }
    find_open_models(observations, table, matrix, false);
    find_open_models(observations, table, matrix, true);
}

/* Models of which the source says nothing count nowhere: they are left out at once, where there are many of them. A query
 * that names sources itself chooses among them already. */
static bool only_of_source(Store *store, const char *source, Query *query, Error *error)
{
    long long known = 0;
    for (size_t i = 0; i < query->condition_count; i++) {
        if (strcmp(query->conditions[i].field, "source") == 0)
            return true;
    }
    return store_number(store, error, &known, "SELECT 1 FROM source WHERE id = ?1", "s", source) &&
           (!known || query_add_condition(query, "source", source, error));
}

bool openness_observations_of(Store *store, const Query *query, const char *source, Observations *observations,
                              Error *error)
{
    static const Query everything = {0};
    Query models;
    StringList sources = {0};
    Matrix matrix = {0};
    PointsTable table = {0};
    *observations = (Observations){0};
    string_list_add(&sources, source ? source : "openness");
    query_copy(&models, query ? query : &everything);
    bool done = only_of_source(store, sources.items[0], &models, error) &&
                matrix_make(store, &models, &sources, &matrix, error) && points_table_load(store, &table, error);
    if (done)
        observe(observations, &table, &matrix);
    done = done && openness_group(store, &matrix, observations, error);
    if (!done)
        observations_free(observations);
    points_table_free(&table);
    matrix_free(&matrix);
    query_free(&models);
    string_list_free(&sources);
    return done;
}

bool openness_observations(Store *store, const char *source, Observations *observations, Error *error)
{
    return openness_observations_of(store, NULL, source, observations, error);
}
