/* What a list says of its items: columns and counts. */
#include "tests/unit/store_fixture.h"

#include "core/memory.h"
#include "store/database.h"
#include "store/items.h"
#include "store/sheets.h"

#include <stdlib.h>
#include <string.h>

/* The steps of SQLite's machine that all prepared statements took. */
static long steps_taken(Store *store)
{
    long steps = 0;
    for (size_t i = 0; i < store->prepared_count; i++)
        steps += sqlite3_stmt_status(store->prepared[i].handle, SQLITE_STMTSTATUS_VM_STEP, 1);
    return steps;
}

/* Puts a recommendation to so many actors that all have the title. */
static void put_linked(Store *store, const char *id, int count, const char *title)
{
    begin(store);
    Record *record = make_record(KIND_RECOMMENDATION, id, "To all");
    for (int i = 0; i < count; i++) {
        char *actor = string_format("actor.a%d", i);
        put(store, "gairo", make_record(KIND_ACTOR, actor, title));
        add_link(record, "addressed-to", actor);
        free(actor);
    }
    put(store, "gairo", record);
    finish(store);
}

/* Lists it alone; returns the steps that took. */
static long steps_of_list(Store *store, const char *id, size_t characters)
{
    Query query = {0};
    ItemRows rows = {0};
    Error error = {0};
    assert_true(query_add_condition(&query, "id", id, &error));
    steps_taken(store);
    assert_true(items_list(store, &query, &rows, &error));
    long steps = steps_taken(store);
    assert_int_equal(rows.count, 1);
    assert_int_equal(strlen(rows.rows[0].actors), characters);
    item_rows_free(&rows);
    query_free(&query);
    return steps;
}

/* The work for an item with thousands of links grows with their number, not with its square. */
static void lists_what_has_many_links(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    char title[491];
    memset(title, 'a', sizeof title - 1);
    title[sizeof title - 1] = '\0';
    const size_t each = sizeof title - 1;
    put_linked(store, "recommendation.to-some", 1000, title);
    put_linked(store, "recommendation.to-all", 4000, title);
    steps_of_list(store, "recommendation.to-some", 1000 * each + 999 * 2); /* prepares */
    long some = steps_of_list(store, "recommendation.to-some", 1000 * each + 999 * 2);
    long all = steps_of_list(store, "recommendation.to-all", 4000 * each + 3999 * 2);
    assert_in_range(all, some, 6 * some);
}

static ItemRow *find_row(ItemRows *rows, const char *id)
{
    for (size_t i = 0; i < rows->count; i++) {
        if (strcmp(rows->rows[i].id, id) == 0)
            return &rows->rows[i];
    }
    fail_msg("no row %s", id);
    return NULL;
}

/* What is said twice is one link, seen from either end. */
static void counts_a_link_once(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Error error = {0};
    ItemRows rows = {0};
    Query query = {.kinds = KIND_BIT(KIND_RECOMMENDATION) | KIND_BIT(KIND_ACTOR)};
    begin(store);
    put(store, "gairo", make_record(KIND_ACTOR, "actor.asked", "Who is asked"));
    Record *record = make_record(KIND_RECOMMENDATION, "recommendation.twice", "Said twice");
    add_link(record, "addressed-to", "actor.asked");
    add_link(record, "addressed-to", "actor.asked");
    put(store, "gairo", record);
    finish(store);
    assert_true(items_list(store, &query, &rows, &error));
    assert_int_equal(find_row(&rows, "recommendation.twice")->links, 1);
    assert_int_equal(find_row(&rows, "actor.asked")->links, 1);
    item_rows_free(&rows);
}

/* In the order of their areas, and not in which they came; who is in none comes last. */
static void keeps_the_order_of_areas(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    static const struct {
        const char *id, *area;
    } risks[] = {{"risk.nowhere", NULL}, {"risk.later", "area.second"}, {"risk.sooner", "area.first"}};
    Error error = {0};
    ItemRows rows = {0};
    Query query = {.kinds = KIND_BIT(KIND_RISK)};
    begin(store);
    for (size_t i = 0; i < 2; i++) {
        Record *area = make_record(KIND_AREA, i == 0 ? "area.second" : "area.first", i == 0 ? "Second" : "First");
        add_field(area, "order", i == 0 ? "2" : "1", NULL);
        put(store, "gairo", area);
    }
    for (size_t i = 0; i < sizeof risks / sizeof *risks; i++) {
        Record *record = make_record(KIND_RISK, risks[i].id, risks[i].id);
        if (risks[i].area)
            add_link(record, "in", risks[i].area);
        put(store, "gairo", record);
    }
    finish(store);
    assert_true(items_list(store, &query, &rows, &error));
    assert_true(find_row(&rows, "risk.sooner") < find_row(&rows, "risk.later"));
    assert_true(find_row(&rows, "risk.later") < find_row(&rows, "risk.nowhere"));
    item_rows_free(&rows);
}

static void fills_columns(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Error error = {0};
    ItemRows rows = {0};
    Query query = {.as_of = string_copy("2025-09-01")};
    assert_true(sheet_add(store, BASKET_NAME, "model.wide", &error));
    assert_true(items_list(store, &query, &rows, &error));
    const ItemRow *risk = find_row(&rows, "risk.safeguards-stripped");
    assert_string_equal(risk->effect, "raises");
    assert_string_equal(risk->evidence, "strong");
    assert_string_equal(risk->stages, "Near term");
    assert_string_equal(risk->areas, "Safety and security");
    assert_string_equal(risk->basis, "editorial");
    assert_int_equal(risk->links, 3);
    assert_null(risk->status);
    const ItemRow *provision = find_row(&rows, "provision.ai-act-53");
    assert_string_equal(provision->jurisdiction, "European Union");
    assert_string_equal(provision->status, "in force");
    assert_string_equal(provision->treatment, "partly-exempt");
    const ItemRow *model = find_row(&rows, "model.wide");
    assert_string_equal(model->title, "Wide Open, by Example");
    assert_string_equal(model->organisation, "Example Lab");
    assert_string_equal(model->released, "2021-03");
    assert_string_equal(model->year, "2021");
    assert_int_equal(model->open, 5);
    assert_int_equal(model->applicable, 5);
    assert_true(model->in_basket);
    assert_false(risk->in_basket);
    assert_string_equal(find_row(&rows, "recommendation.fund-tests")->actors, "Funders");
    item_rows_free(&rows);
    query_free(&query);
}

static void counts(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Error error = {0};
    size_t kinds[KIND_COUNT];
    AreaCounts areas = {0};
    assert_true(items_count(store, NULL, kinds, &error));
    assert_int_equal(kinds[KIND_RISK], 2);
    assert_int_equal(kinds[KIND_COMPONENT], 12);
    assert_int_equal(kinds[KIND_INCIDENT], 0);
    assert_true(area_counts(store, NULL, &areas, &error));
    assert_int_equal(areas.count, 2);
    assert_string_equal(areas.rows[0].area_id, "area.safety-security");
    assert_int_equal(areas.rows[0].stages.count, 1);
    assert_string_equal(areas.rows[0].stages.items[0], "stage.near-term");
    assert_false(areas.rows[0].long_term);
    assert_int_equal(areas.rows[0].risks, 1);
    assert_int_equal(areas.rows[0].opportunities, 1);
    assert_true(areas.rows[1].long_term);
    assert_int_equal(areas.rows[1].opportunities, 0);
    area_counts_free(&areas);
}

int main(void)
{
#define WITH_DATA(test) cmocka_unit_test_setup_teardown(test, fixture_set_up_data, fixture_tear_down)
    const struct CMUnitTest tests[] = {
        WITH_DATA(lists_what_has_many_links),
        WITH_DATA(counts_a_link_once),
        WITH_DATA(keeps_the_order_of_areas),
        WITH_DATA(fills_columns),
        WITH_DATA(counts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
