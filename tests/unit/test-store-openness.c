/* The matrix, the licences' points and the observations. */
#include "tests/unit/store_fixture.h"

#include "core/memory.h"
#include "store/openness.h"
#include "store/opinions.h"

#include <stdlib.h>
#include <string.h>

static const MatrixRow *find_row(const Matrix *matrix, const char *id)
{
    for (size_t i = 0; i < matrix->count; i++) {
        if (strcmp(matrix->rows[i].id, id) == 0)
            return &matrix->rows[i];
    }
    fail_msg("no row %s", id);
    return NULL;
}

#define WORD(text) ((char[]){text})

/* Three sources, of which the second speaks of the last component only. */
static void sets_opinions_side_by_side(void **state)
{
    (void)state;
    ItemCell cells[] = {
        {.component = 0, .value = WORD("5"), .licence = WORD("Apache 2.0"), .licence_id = WORD("licence.wide"), .source = WORD("first")},
        {.component = 0, .value = WORD("unknown"), .text = WORD("Not listed."), .source = WORD("third")},
        {.component = 2, .value = WORD("unknown"), .text = WORD("Not listed."), .source = WORD("third")},
        {.component = 11, .value = WORD("4"), .licence = WORD("RAIL"), .source = WORD("first")},
        {.component = 11, .value = WORD("2"), .text = WORD("By its interface."), .source = WORD("second")},
        {.component = 11, .value = WORD("5"), .licence = WORD("Apache-2.0"), .licence_id = WORD("licence.wide"), .source = WORD("third")},
    };
    Item item = {.cells = cells, .cell_count = sizeof cells / sizeof *cells};
    Opinions opinions = opinions_of(&item);
    assert_int_equal(opinions.source_count, 3);
    assert_string_equal(opinions.sources[0], "first");
    assert_string_equal(opinions.sources[1], "second");
    assert_string_equal(opinions.sources[2], "third");
    assert_ptr_equal(opinions.cells[0], &cells[0]);
    assert_null(opinions.cells[1]);
    assert_ptr_equal(opinions.cells[11 * 3 + 1], &cells[4]);
    assert_true(opinions.spoken[2]);
    assert_false(opinions.spoken[1]);
    assert_int_equal(opinions.remark_count, 2);
    assert_true(opinions.remarks[0].components[0] && opinions.remarks[0].components[2] &&
                !opinions.remarks[0].components[11]);
    assert_int_equal(opinions.licence_count, 1);
    assert_int_equal(opinions.licences[0].spellings.count, 2);
    opinions_free(&opinions);
    Item empty = {0};
    opinions = opinions_of(&empty);
    assert_int_equal(opinions.source_count, 0);
    opinions_free(&opinions);
}

static void makes_matrix(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Matrix matrix = {0};
    Error error = {0};
    assert_true(openness_matrix(store, NULL, &matrix, &error));
    assert_int_equal(matrix.count, 4);
    assert_string_equal(matrix.rows[0].id, "model.wide");
    assert_string_equal(matrix.rows[3].id, "model.shut");
    const MatrixRow *shut = find_row(&matrix, "model.shut");
    assert_string_equal(shut->cells[11].value, "3");
    assert_string_equal(shut->cells[11].level, "D3");
    assert_string_equal(shut->cells[11].licence, "Narrow");
    assert_string_equal(shut->cells[11].licence_id, "licence.narrow");
    assert_string_equal(shut->cells[10].level, "C2");
    assert_string_equal(shut->cells[7].value, "unknown");
    assert_null(shut->cells[7].level);
    assert_string_equal(shut->cells[8].value, "not-applicable");
    assert_int_equal(shut->applicable, 10);
    assert_int_equal(shut->open, 0);
    assert_string_equal(find_row(&matrix, "model.wide")->organisation, "Example Lab");
    matrix_free(&matrix);
}

static void keeps_sources_apart(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Record *record = make_record(KIND_MODEL, "model.wide", "Wide");
    add_cell(record, "deployment.data.weights", "1", NULL);
    put_alone(store, "index", 100, record);
    Matrix matrix = {0};
    Query query = {0};
    Error error = {0};
    assert_true(openness_matrix(store, NULL, &matrix, &error));
    assert_string_equal(find_row(&matrix, "model.wide")->cells[11].value, "5");
    matrix_free(&matrix);
    assert_true(query_parse_condition(&query, "source=index", &error));
    assert_true(openness_matrix(store, &query, &matrix, &error));
    assert_int_equal(matrix.count, 1);
    assert_string_equal(matrix.rows[0].cells[11].value, "1");
    assert_null(matrix.rows[0].cells[0].value);
    matrix_free(&matrix);
    query_free(&query);
    Observations observations = {0};
    assert_true(openness_observations(store, "index", &observations, &error));
    assert_int_equal(observations.models, 1);
    assert_int_equal(observations.pipelines[2].closed, 1);
    observations_free(&observations);
}

static void scores_licences(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    static const struct {
        const char *id;
        int points, code, data;
    } cases[] = {{"licence.free", 5, 5, 5},
                 {"licence.alike", 4, 4, 4},
                 {"licence.narrow", 1, 2, 3},
                 {"licence.unclear", -1, 0, 0},
                 {"licence.none", -1, 0, 0}};
    Error error = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        LicencePoints points;
        assert_true(licence_points(store, cases[i].id, &points, &error));
        assert_int_equal(points.points, cases[i].points);
        assert_int_equal(points.code_level, cases[i].code);
        assert_int_equal(points.data_level, cases[i].data);
    }
}

static void counts_pipelines(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Observations observations = {0};
    Error error = {0};
    assert_true(openness_observations(store, NULL, &observations, &error));
    const PipelineCounts *training = &observations.pipelines[0], *deployment = &observations.pipelines[2];
    assert_string_equal(training->pipeline, "training");
    assert_int_equal(training->closed, 6);
    assert_int_equal(training->open, 5);
    assert_int_equal(training->semi_open, 0);
    assert_int_equal(training->not_applicable, 12);
    assert_int_equal(training->unknown, 1);
    assert_int_equal(deployment->open, 6);
    assert_int_equal(deployment->semi_open, 2);
    assert_int_equal(observations.components[6].closed, 1);
    assert_string_equal(observations.components[6].pipeline, "evaluation.code.general");
    assert_int_equal(observations.models, 4);
    assert_int_equal(observations.first_year, 2021);
    assert_int_equal(observations.last_year, 2024);
    observations_free(&observations);
}

static void put_developer(Store *store, const char *organisation, const char *type, const char *model)
{
    Record *record = make_record(KIND_ORGANISATION, organisation, organisation);
    if (type)
        add_field(record, "organisation-type", type, NULL);
    put(store, "gairo", record);
    record = make_record(KIND_MODEL, model, model);
    add_link(record, "developed-by", organisation);
    put(store, "gairo", record);
}

static void groups_models(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Observations observations = {0};
    Query query = {0};
    Error error = {0};
    begin(store);
    put_developer(store, "organisation.firm", "company", "model.shut");
    put_developer(store, "organisation.school", "academic", "model.partly");
    Record *record = make_record(KIND_MODEL, "model.unnamed", "Unnamed Data");
    add_link(record, "developed-by", "organisation.firm");
    add_link(record, "developed-by", "organisation.school");
    put(store, "gairo", record);
    finish(store);
    assert_true(openness_observations(store, NULL, &observations, &error));
    const OpennessGroups *years = &observations.by_year, *types = &observations.by_organisation_type;
    assert_int_equal(years->count, 3);
    assert_string_equal(years->groups[1].name, "2022");
    assert_int_equal(years->groups[1].models, 2);
    assert_int_equal(years->groups[1].pipelines[0].open, 3);
    assert_int_equal(years->groups[1].pipelines[0].unknown, 1);
    assert_int_equal(years->groups[2].pipelines[2].semi_open, 2);
    assert_int_equal(types->count, 4);
    assert_string_equal(types->groups[0].name, "company");
    assert_int_equal(types->groups[0].pipelines[0].closed, 6);
    assert_string_equal(types->groups[1].name, "academic");
    assert_string_equal(types->groups[2].name, "several");
    assert_int_equal(types->groups[2].models, 1);
    assert_string_equal(types->groups[3].name, "unknown"); /* its developer's kind is not said */
    observations_free(&observations);
    assert_true(query_parse_condition(&query, "year=2022", &error));
    assert_true(openness_observations_of(store, &query, NULL, &observations, &error));
    assert_int_equal(observations.models, 2);
    assert_int_equal(observations.by_year.count, 1);
    observations_free(&observations);
    query_free(&query);
}

static void gives_no_share_of_few(void **state)
{
    (void)state;
    OpennessGroup group = {.models = OPENNESS_FEW_MODELS, .pipelines = {{.closed = 5, .open = 3, .unknown = 9}}};
    assert_int_equal(openness_share(&group, 0), 38); /* 37.5 */
    assert_int_equal(openness_share(&group, 1), -1); /* nothing applies */
    group.models--;
    assert_int_equal(openness_share(&group, 0), -1);
}

static void finds_open_models(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Observations observations = {0};
    Error error = {0};
    assert_true(openness_observations(store, NULL, &observations, &error));
    assert_int_equal(observations.open_model_count, 3);
    assert_string_equal(observations.open_models[0].id, "model.wide");
    assert_true(observations.open_models[0].by_points);
    assert_null(observations.open_models[0].reason);
    assert_int_equal(observations.open_models[0].components, 5);
    assert_string_equal(observations.open_models[1].id, "model.unnamed");
    assert_false(observations.open_models[1].by_points);
    assert_string_equal(observations.open_models[1].reason,
                        "training.data.pretraining: no licence is named (\"Publicly available\")");
    assert_string_equal(observations.open_models[2].id, "model.partly");
    assert_int_equal(observations.open_models[2].unknown, 1);
    assert_false(observations.open_models[2].by_points);
    observations_free(&observations);
}

static void finds_disagreements(void **state)
{
    /* What is sold is D2 whatever its licence: no matter of points, and so no disagreement. */
    Record *sold = make_record(KIND_MODEL, "model.sold", "Sold");
    add_cell(sold, "deployment.data.weights", "2", "Narrow");
    put_alone(((Fixture *)*state)->store, "openness", 100, sold);
    Store *store = ((Fixture *)*state)->store;
    Observations observations = {0};
    Error error = {0};
    assert_true(openness_observations(store, NULL, &observations, &error));
    /* Narrow gives C2 and D3, which is what the model has. */
    assert_int_equal(observations.disagreement_count, 1);
    const LicenceDisagreement *disagreement = &observations.disagreements[0];
    assert_string_equal(disagreement->model_id, "model.unnamed");
    assert_string_equal(disagreement->component, "deployment.data.weights");
    assert_string_equal(disagreement->licence_id, "licence.alike");
    assert_int_equal(disagreement->scored, 5);
    assert_int_equal(disagreement->by_points, 4);
    observations_free(&observations);
}

static void stays_calm_without_data(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Observations observations = {0};
    Matrix matrix = {0};
    Error error = {0};
    assert_true(openness_observations(store, NULL, &observations, &error));
    assert_int_equal(observations.models, 0);
    assert_int_equal(observations.first_year, 0);
    observations_free(&observations);
    assert_true(openness_matrix(store, NULL, &matrix, &error));
    assert_int_equal(matrix.count, 0);
    matrix_free(&matrix);
}

int main(void)
{
#define WITH_DATA(test) cmocka_unit_test_setup_teardown(test, fixture_set_up_data, fixture_tear_down)
    const struct CMUnitTest tests[] = {
        WITH_DATA(makes_matrix),
        WITH_DATA(keeps_sources_apart),
        WITH_DATA(scores_licences),
        WITH_DATA(counts_pipelines),
        WITH_DATA(groups_models),
        cmocka_unit_test(sets_opinions_side_by_side),
        cmocka_unit_test(gives_no_share_of_few),
        WITH_DATA(finds_open_models),
        WITH_DATA(finds_disagreements),
        cmocka_unit_test_setup_teardown(stays_calm_without_data, fixture_set_up, fixture_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
