/* Which items a list holds, and in which order: conditions, words, sorting. */
#include "tests/unit/store_fixture.h"

#include "core/memory.h"
#include "store/items.h"

#include <stdlib.h>
#include <string.h>

/* The ids of a list, joined with blanks: "KINDS" is a kind's name or NULL; conditions and order as on the command line.
 */
static char *list(Store *store, const char *kind_name, const char *order, const char *const conditions[])
{
    Query query = {0};
    Error error = {0};
    ItemRows rows = {0};
    Kind kind;
    Text ids = {0};
    if (kind_name) {
        assert_true(kind_parse(kind_name, &kind));
        query.kinds = KIND_BIT(kind);
    }
    for (size_t i = 0; conditions && conditions[i]; i++)
        query_parse_condition(&query, conditions[i], &error);
    if (order)
        query_set_sort(&query, order, &error);
    check_error(&error);
    items_list(store, &query, &rows, &error);
    check_error(&error);
    for (size_t i = 0; i < rows.count; i++)
        text_append_format(&ids, "%s%s", i ? " " : "", rows.rows[i].id);
    item_rows_free(&rows);
    query_free(&query);
    return text_take(&ids);
}

static void check(Store *store, const char *kind, const char *condition, const char *expected)
{
    const char *const conditions[] = {condition, NULL};
    char *ids = list(store, kind, NULL, condition ? conditions : NULL);
    assert_string_equal(ids, expected);
    free(ids);
}

/* All words, in any case, as beginnings and middles of words too; twice: either. */
static void selects_by_text(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    check(store, "risk", "text=SAFEGUARDS strip", "risk.safeguards-stripped");
    check(store, "risk", "text=guards-str", "risk.safeguards-stripped");
    check(store, "risk", "text=safeguards nowhere", "");
    check(store, "risk", "text= ", "risk.safeguards-stripped risk.job-loss");
    const char *const either[] = {"text=safeguards can", "text=jobs", NULL};
    char *ids = list(store, "risk", NULL, either);
    assert_string_equal(ids, "risk.safeguards-stripped risk.job-loss");
    free(ids);
    const char *const hostile[] = {"text=') OR 1=1 --", NULL};
    ids = list(store, "risk", NULL, hostile);
    assert_string_equal(ids, "");
    free(ids);
}

static void selects_by_links(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    check(store, NULL, "stage=near-term",
          "area.safety-security risk.safeguards-stripped opportunity.independent-audit");
    check(store, "risk", "stage=stage.near-term", "risk.safeguards-stripped");
    check(store, "risk", "stage=Near Term", "risk.safeguards-stripped");
    check(store, "risk", "area=SAFETY-SECURITY", "risk.safeguards-stripped");
    check(store, "risk", "area=Society at large", "risk.job-loss");
    begin(store);
    Record *record = make_record(KIND_AREA, "area.twin", "Society at Large");
    put(store, "gairo", record);
    record = make_record(KIND_RISK, "risk.twin", "Twin");
    add_link(record, "in", "area.twin");
    put(store, "gairo", record);
    finish(store);
    check(store, "risk", "area=Society at large", "risk.job-loss risk.twin"); /* two areas of that title */
    check(store, NULL, "actor=funders", "recommendation.fund-tests");
    check(store, NULL, "organisation=Example Lab", "model.wide");
    check(store, NULL, "jurisdiction=eu", "instrument.ai-act provision.ai-act-53 provision.ai-act-plain");
    check(store, NULL, "region=europe", "jurisdiction.eu instrument.ai-act provision.ai-act-53 provision.ai-act-plain");
}

static void selects_below_areas(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    begin(store);
    Record *record = make_record(KIND_AREA, "area.weapons", "Weapons");
    add_link(record, "in", "area.safety-security");
    put(store, "gairo", record);
    record = make_record(KIND_RISK, "risk.weapons", "Weapons");
    add_link(record, "in", "area.weapons");
    put(store, "gairo", record);
    finish(store);
    check(store, "risk", "area=safety-security", "risk.safeguards-stripped risk.weapons");
    check(store, "risk", "area=weapons", "risk.weapons");
    Error error = {0};
    AreaCounts counts = {0};
    assert_true(area_counts(store, NULL, &counts, &error));
    assert_int_equal(counts.count, 2);
    assert_int_equal(counts.rows[0].risks, 2);
    area_counts_free(&counts);
}

static void selects_by_fields(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    check(store, "risk", "effect=raises", "risk.safeguards-stripped");
    check(store, NULL, "evidence=contested", "risk.job-loss");
    check(store, NULL, "treatment=partly-exempt", "provision.ai-act-53");
    check(store, NULL, "maturity=early", "mitigation.tamper-resistance");
    check(store, "model", "year=2022", "model.unnamed model.partly");
    check(store, "instrument", "year=2021", "instrument.ai-act");
    check(store, "stage", "basis=editorial", "stage.near-term stage.long");
    check(store, "stage", "basis=law", "");
    check(store, NULL, "kind=opportunities", "opportunity.independent-audit");
}

static void put_of_basis(Store *store, Kind kind, const char *id, const char *basis)
{
    Record *record = make_record(kind, id, id);
    free(record->citations[0].basis);
    record->citations[0].basis = string_copy(basis);
    put(store, "gairo", record);
}

static void selects_by_frame(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Error error = {0};
    size_t counts[KIND_COUNT];
    AreaCounts areas = {0};
    Query query = {0};
    begin(store);
    put_of_basis(store, KIND_RISK, "risk.of-abstract", "abstract");
    put_of_basis(store, KIND_RISK, "risk.of-paper", "paper");
    put_of_basis(store, KIND_AREA, "area.of-companion", "companion");
    put_of_basis(store, KIND_RISK, "risk.of-literature", "literature");
    finish(store);
    check(store, "risk", "frame=paper", "risk.of-abstract risk.of-paper");
    check(store, "risk", "frame=beyond", "risk.safeguards-stripped risk.job-loss risk.of-literature");
    check(store, "area", "frame=Paper", "area.of-companion");
    /* Facts go beyond nothing. */
    check(store, "instrument", "frame=paper", "instrument.ai-act");
    check(store, "model", "frame=beyond", "");
    assert_true(query_parse_condition(&query, "frame=paper", &error));
    assert_true(items_count(store, &query, counts, &error));
    assert_int_equal(counts[KIND_RISK], 2);
    assert_int_equal(counts[KIND_OPPORTUNITY], 0);
    assert_int_equal(counts[KIND_MODEL], 4);
    assert_true(area_counts(store, &query, &areas, &error));
    /* The other areas, which cite no paper, are hidden too. */
    assert_int_equal(areas.count, 1);
    assert_int_equal(areas.rows[0].risks, 0);
    area_counts_free(&areas);
    assert_false(query_parse_condition(&query, "frame=own", &error));
    assert_non_null(strstr(error.message, "paper, beyond"));
    error_clear(&error);
    query_free(&query);
}

static void selects_by_source(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    check(store, NULL, "source=openness", "model.wide model.unnamed model.partly model.shut");
    check(store, "model", "source=gairo", "model.wide");
    check(store, "actor", "source=test", "actor.funders");
    check(store, "actor", "source=reference.test", "actor.funders");
}

static void selects_by_cells(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    check(store, NULL, "deployment.data.weights=5", "model.wide model.unnamed model.partly");
    check(store, NULL, "deployment.data.weights=D3", "model.shut");
    check(store, NULL, "training.data.pretraining=unknown", "model.partly");
    check(store, NULL, "level=c2", "model.shut");
    check(store, NULL, "level=level.d2", "");
    check(store, NULL, "licence=alike", "model.unnamed");
    check(store, NULL, "licence=licence.alike", "model.unnamed");
    check(store, NULL, "licence=publicly AVAILABLE", "model.unnamed");
    check(store, NULL, "licence=narrow", "model.shut");
}

/* Blanks around a spelling are no other spelling, here as in the matrix. */
static void selects_by_licence_with_blanks(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Record *record = make_record(KIND_MODEL, "model.blanks", "Blanks");
    add_cell(record, "deployment.data.weights", "4", " alike ");
    put_alone(store, "openness", 100, record);
    check(store, NULL, "licence=alike", "model.unnamed model.blanks");
    check(store, NULL, "licence=licence.alike", "model.unnamed model.blanks");
}

static void selects_by_component(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Record *record = make_record(KIND_RISK, "risk.b", "B");
    add_link(record, "depends-on", "deployment.data.weights");
    begin(store);
    put(store, "gairo", record);
    finish(store);
    check(store, NULL, "component=deployment.data.weights", "risk.b");
}

static void selects_by_status(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    static const struct {
        const char *as_of, *condition, *expected;
    } cases[] = {
        {"2024-05-31", "status=proposed", "instrument.ai-act provision.ai-act-plain"},
        {"2024-05-31", "status=not-adopted-yet", "provision.ai-act-53"},
        {"2025-01-01", "status=applies from", "instrument.ai-act provision.ai-act-53 provision.ai-act-plain"},
        {"2025-01-01", "status=applies-from-2025-08-02", "provision.ai-act-53"},
        {"2025-08-02", "status=in-force", "provision.ai-act-53"},
        {"2025-08-02", "status=partly in force", "instrument.ai-act"},
        {"2025-08-02", "status=act-partly-in-force", "provision.ai-act-plain"},
        {"2026-08-02", "status=in force", "instrument.ai-act provision.ai-act-53 provision.ai-act-plain"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Query query = {.as_of = string_copy(cases[i].as_of)};
        Error error = {0};
        ItemRows rows = {0};
        Text ids = {0};
        assert_true(query_parse_condition(&query, cases[i].condition, &error));
        assert_true(items_list(store, &query, &rows, &error));
        for (size_t r = 0; r < rows.count; r++)
            text_append_format(&ids, "%s%s", r ? " " : "", rows.rows[r].id);
        assert_string_equal(ids.data ? ids.data : "", cases[i].expected);
        text_free(&ids);
        item_rows_free(&rows);
        query_free(&query);
    }
}

static void same_field_is_or_others_and(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    static const char *const either[] = {"area=society", "area=safety-security", NULL};
    char *ids = list(store, "risk", NULL, either);
    assert_string_equal(ids, "risk.safeguards-stripped risk.job-loss");
    free(ids);
    static const char *const both[] = {"area=society", "effect=unclear", "area=safety-security", "stage=long", NULL};
    ids = list(store, "risk", NULL, both);
    assert_string_equal(ids, "risk.job-loss");
    free(ids);
}

static void refuses_unknown(void **state)
{
    static const char *const wrong[] = {"colour=red",
                                        "effect=great",
                                        "basis=hearsay",
                                        "component=deployment",
                                        "level=C7",
                                        "year=24",
                                        "status=fine",
                                        "kind=rumour",
                                        "deployment.data.weights=D7",
                                        "deployment.data.weights=C3",
                                        "area=",
                                        "=area",
                                        "area",
                                        ""};
    Store *store = ((Fixture *)*state)->store;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        Query query = {0};
        Error error = {0};
        assert_false(query_parse_condition(&query, wrong[i], &error));
        assert_int_equal(query.condition_count, 0);
        assert_code(&error, ERROR_USAGE);
        query_free(&query);
    }
    Query query = {0};
    Error error = {0};
    ItemRows rows = {0};
    assert_false(query_parse_condition(&query, "colour=red", &error));
    assert_non_null(strstr(error.message, "stage, area, actor"));
    assert_code(&error, ERROR_USAGE);
    assert_false(query_set_sort(&query, "-colour", &error));
    assert_code(&error, ERROR_USAGE);
    assert_true(query_parse_condition(&query, "area=safety-securty", &error));
    assert_false(items_list(store, &query, &rows, &error));
    assert_non_null(strstr(error.message, "area.safety-security"));
    assert_code(&error, ERROR_NOT_FOUND);
    query_free(&query);
}

static void says_what_there_is(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Query query = {0};
    Error error = {0};
    ItemRows rows = {0};
    assert_true(query_parse_condition(&query, "stage=tomorrow", &error));
    assert_false(items_list(store, &query, &rows, &error));
    assert_string_equal(error.message, "there is no stage \"tomorrow\"; there are \"stage.near-term\", \"stage.long\"");
    assert_code(&error, ERROR_NOT_FOUND);
    query_free(&query);
}

static void values_are_data(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    check(store, NULL, "licence=x') OR 1=1 --", "");
    check(store, NULL, "licence=@value", "");
    Query query = {0};
    Error error = {0};
    ItemRows rows = {0};
    assert_true(query_add_condition(&query, "stage", "'; DROP TABLE item; --", &error));
    assert_false(items_list(store, &query, &rows, &error));
    assert_code(&error, ERROR_NOT_FOUND);
    query_free(&query);
    check(store, "actor", NULL, "actor.funders");
}

static void sorts(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    static const struct {
        const char *kind, *order, *expected;
    } cases[] = {
        {"area", NULL, "area.safety-security area.society"},
        {"area", "-order", "area.society area.safety-security"},
        {"model", "released", "model.wide model.partly model.unnamed model.shut"},
        {"model", "-released", "model.shut model.unnamed model.partly model.wide"},
        {"model", "title", "model.partly model.shut model.unnamed model.wide"},
        {"model", "-open", "model.wide model.unnamed model.partly model.shut"},
        {"model", "organisation", "model.wide model.unnamed model.partly model.shut"},
        {"model", "training.data.pretraining", "model.shut model.wide model.unnamed model.partly"},
        {"model", "-training.data.pretraining", "model.wide model.unnamed model.shut model.partly"},
        {"risk", "-evidence", "risk.job-loss risk.safeguards-stripped"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *ids = list(store, cases[i].kind, cases[i].order, NULL);
        assert_string_equal(ids, cases[i].expected);
        free(ids);
    }
}

static void narrows_by_words(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    static const struct {
        const char *words, *expected;
    } cases[] = {{"STRIPPED safeg", "risk.safeguards-stripped"},
                 {"strïpped", "risk.safeguards-stripped"},
                 {"risk.job", "risk.job-loss"},
                 {"nowhere", ""},
                 {"%", ""}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Query query = {.kinds = KIND_BIT(KIND_RISK), .words = string_copy(cases[i].words)};
        Query copy;
        Error error = {0};
        ItemRows rows = {0};
        query_copy(&copy, &query);
        query_free(&query);
        assert_true(items_list(store, &copy, &rows, &error));
        assert_int_equal(rows.count, *cases[i].expected ? 1 : 0);
        if (rows.count)
            assert_string_equal(rows.rows[0].id, cases[i].expected);
        item_rows_free(&rows);
        query_free(&copy);
    }
}

int main(void)
{
#define WITH_DATA(test) cmocka_unit_test_setup_teardown(test, fixture_set_up_data, fixture_tear_down)
    const struct CMUnitTest tests[] = {
        WITH_DATA(selects_by_links),
        WITH_DATA(selects_by_text),
        WITH_DATA(selects_below_areas),
        WITH_DATA(selects_by_fields),
        WITH_DATA(selects_by_frame), WITH_DATA(selects_by_source),
        WITH_DATA(selects_by_cells),
        WITH_DATA(selects_by_licence_with_blanks),
        WITH_DATA(selects_by_component),
        WITH_DATA(selects_by_status),
        WITH_DATA(same_field_is_or_others_and),
        WITH_DATA(refuses_unknown),
        WITH_DATA(says_what_there_is),
        WITH_DATA(values_are_data),
        WITH_DATA(sorts),
        WITH_DATA(narrows_by_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
