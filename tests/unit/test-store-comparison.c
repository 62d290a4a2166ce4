/* Items side by side. */
#include "tests/unit/store_fixture.h"

#include "core/memory.h"
#include "store/comparison.h"

#include <string.h>

static char day[] = "2024-09-01";
static const Query on_day = {.as_of = day};

static const ComparisonRow *line(const Comparison *comparison, const char *name, const char *target)
{
    for (size_t i = 0; i < comparison->row_count; i++) {
        const ComparisonRow *row = &comparison->rows[i];
        if (strcmp(row->name, name) == 0 && (!target || string_compare(row->target, target) == 0))
            return row;
    }
    return NULL;
}

static void compared(Store *store, const char *a, const char *b, Comparison *comparison)
{
    StringList ids = {0};
    Error error = {0};
    string_list_add(&ids, a);
    string_list_add(&ids, b);
    bool done = comparison_make(store, &ids, &on_day, comparison, &error);
    check_error(&error);
    assert_true(done);
    string_list_free(&ids);
}

static void items_stand_side_by_side(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Comparison comparison;
    compared(store, "model.wide", "model.shut", &comparison);
    const ComparisonRow *row = line(&comparison, "deployment.data.weights", NULL);
    assert_string_equal(row->values[0], "D5 Free 1.0");
    assert_string_equal(row->values[1], "D3 Narrow");
    assert_true(row->differs);
    assert_int_equal(row->part, COMPARES_CELL);
    row = line(&comparison, "Developed by", "organisation.example");
    assert_string_equal(row->values[0], "Example Lab");
    assert_null(row->values[1]);
    assert_false(line(&comparison, "kind", NULL)->differs);
    assert_null(line(&comparison, "effect", NULL));
    assert_true(comparison.difference_count > 0 && comparison.difference_count < comparison.row_count);
    comparison_free(&comparison);

    compared(store, "risk.safeguards-stripped", "opportunity.independent-audit", &comparison);
    row = line(&comparison, "In", "area.safety-security");
    assert_false(row->differs); /* the same area, on one line */
    assert_string_equal(row->values[1], "Safety and security");
    assert_true(line(&comparison, "Reduced by", "mitigation.tamper-resistance")->differs);
    comparison_free(&comparison);

    compared(store, "provision.ai-act-53", "instrument.ai-act", &comparison);
    assert_string_equal(line(&comparison, "state", NULL)->values[0], "applies from 2025-08-02");
    comparison_free(&comparison);
}

static void an_unknown_item_is_told(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Comparison comparison;
    StringList ids = {0};
    Error error = {0};
    string_list_add(&ids, "model.wide");
    string_list_add(&ids, "model.none");
    assert_false(comparison_make(store, &ids, &on_day, &comparison, &error));
    assert_code(&error, ERROR_NOT_FOUND);
    assert_int_equal(comparison.count, 0);
    string_list_free(&ids);
}

int main(void)
{
#define WITH_DATA(test) cmocka_unit_test_setup_teardown(test, fixture_set_up_data, fixture_tear_down)
    const struct CMUnitTest tests[] = {
        WITH_DATA(items_stand_side_by_side),
        WITH_DATA(an_unknown_item_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
