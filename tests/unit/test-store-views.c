/* What the screens draw: the timeline, the balance, the heat map, links as pages list them. */
#include "tests/unit/store_fixture.h"

#include "core/memory.h"
#include "store/balance.h"
#include "store/heatmap.h"
#include "store/link_entries.h"
#include "store/sheets.h"
#include "store/timeline.h"

#include <stdlib.h>
#include <string.h>

static void make_timeline(Store *store, KindSet kinds, const char *day, Timeline *timeline)
{
    Error error = {0};
    Query query = {.kinds = kinds, .as_of = string_copy(day)};
    bool done = timeline_make(store, &query, timeline, &error);
    check_error(&error);
    assert_true(done);
    query_free(&query);
}

static void events_and_releases_come_by_date(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Timeline timeline;
    make_timeline(store, 0, "2024-06-30", &timeline);
    assert_int_equal(timeline.count, 10); /* four of the act, two of its provision, four models */
    for (size_t i = 1; i < timeline.count; i++)
        assert_true(strcmp(timeline.entries[i - 1].date, timeline.entries[i].date) <= 0);
    assert_string_equal(timeline.entries[0].date, "2021-03");
    assert_string_equal(timeline.entries[0].type, "released");
    assert_string_equal(timeline.entries[0].place, "Example Lab");
    assert_int_equal(timeline.to_come, 7);
    assert_string_equal(timeline.entries[7].date, "2024-08-01");
    assert_string_equal(timeline.entries[7].place, "European Union");
    assert_string_equal(timeline.entries[7].state, "applies from 2026-08-02");
    assert_true(timeline.entries[7].to_come && !timeline.entries[6].to_come);
    timeline_free(&timeline);
    make_timeline(store, KIND_BIT(KIND_MODEL), "2024-06-30", &timeline);
    assert_int_equal(timeline.count, 4);
    assert_int_equal(timeline.to_come, 4);
    timeline_free(&timeline);
    make_timeline(store, KIND_BIT(KIND_RISK), "2024-06-30", &timeline); /* risks have no dates */
    assert_int_equal(timeline.count, 0);
    timeline_free(&timeline);
}

static void an_event_of_two_sources_is_there_once(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Timeline timeline;
    Record *record = make_record(KIND_INSTRUMENT, "instrument.ai-act", "The same act");
    add_event(record, "2024-08-01", "in-force");
    add_event(record, "2024-07-12", "published");
    put_alone(store, "others", 50, record);
    make_timeline(store, KIND_BIT(KIND_INSTRUMENT), "2024-06-30", &timeline);
    assert_int_equal(timeline.count, 5);
    timeline_free(&timeline);
}

static void conditions_hold_for_the_timeline(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Error error = {0};
    Query query = {.as_of = string_copy("2024-06-30")};
    Timeline timeline;
    assert_true(query_add_condition(&query, "region", "region.europe", &error));
    assert_true(timeline_make(store, &query, &timeline, &error));
    assert_int_equal(timeline.count, 6);
    for (size_t i = 0; i < timeline.count; i++)
        assert_int_not_equal(timeline.entries[i].kind, KIND_MODEL);
    timeline_free(&timeline);
    query_free(&query);
}

static void put_more_questions(Store *store)
{
    begin(store);
    Record *record = make_record(KIND_RISK, "risk.leak", "Data leak");
    add_link(record, "in", "area.safety-security");
    add_link(record, "at", "stage.near-term");
    add_link(record, "depends-on", "deployment.data.weights");
    put(store, "gairo", record);
    record = make_record(KIND_OPPORTUNITY, "opportunity.local", "Data stay local");
    add_link(record, "in", "area.safety-security");
    add_link(record, "at", "stage.near-term");
    add_link(record, "depends-on", "deployment.data.weights");
    put(store, "gairo", record);
    finish(store);
}

static void make_balance(Store *store, const StringList *ids, BalanceBy by, Balance *balance)
{
    Error error = {0};
    bool done = balance_make(store, NULL, ids, by, balance, &error);
    check_error(&error);
    assert_true(done);
}

static void what_shares_most_is_paired(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Balance balance;
    put_more_questions(store);
    make_balance(store, NULL, BALANCE_BY_AREA, &balance);
    assert_int_equal(balance.risks, 3);
    assert_int_equal(balance.opportunities, 2);
    assert_false(balance.one_sided);
    assert_int_equal(balance.group_count, 2);
    const BalanceGroup *group = &balance.groups[0];
    assert_string_equal(group->id, "area.safety-security");
    assert_int_equal(group->risks, 2);
    assert_int_equal(group->pair_count, 2);
    assert_string_equal(group->pairs[0].risk->id, "risk.leak"); /* they share the component too */
    assert_string_equal(group->pairs[0].opportunity->id, "opportunity.local");
    assert_int_equal(group->pairs[0].shared, 3);
    assert_string_equal(group->pairs[1].opportunity->id, "opportunity.independent-audit");
    group = &balance.groups[1];
    assert_string_equal(group->pairs[0].risk->id, "risk.job-loss");
    assert_null(group->pairs[0].opportunity);
    balance_free(&balance);

    make_balance(store, NULL, BALANCE_BY_COMPONENT, &balance);
    assert_int_equal(balance.group_count, 1);
    assert_string_equal(balance.groups[0].id, "deployment.data.weights");
    assert_int_equal(balance.groups[0].pair_count, 1);
    balance_free(&balance);
}

static void a_one_sided_basket_is_told(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Error error = {0};
    StringList ids = {0};
    Balance balance;
    int risks, opportunities;
    assert_false(balance_is_one_sided(0, 0));
    assert_false(balance_is_one_sided(1, 0));
    assert_true(balance_is_one_sided(2, 0));
    assert_true(balance_is_one_sided(0, 3));
    assert_false(balance_is_one_sided(2, 1));
    assert_true(balance_is_one_sided(3, 1));
    assert_false(balance_is_one_sided(5, 2));
    assert_true(balance_is_one_sided(2, 6));
    assert_true(sheet_add(store, BASKET_NAME, "risk.job-loss", &error));
    assert_true(sheet_add(store, BASKET_NAME, "risk.safeguards-stripped", &error));
    assert_true(sheet_add(store, BASKET_NAME, "mitigation.tamper-resistance", &error));
    assert_true(balance_of_sheet(store, BASKET_NAME, &risks, &opportunities, &error));
    assert_int_equal(risks, 2);
    assert_int_equal(opportunities, 0);
    assert_false(balance_of_sheet(store, "no such sheet", &risks, &opportunities, &error));
    assert_code(&error, ERROR_NOT_FOUND);
    string_list_add(&ids, "risk.job-loss");
    string_list_add(&ids, "risk.safeguards-stripped");
    make_balance(store, &ids, BALANCE_BY_AREA, &balance);
    assert_int_equal(balance.opportunities, 0);
    assert_true(balance.one_sided);
    balance_free(&balance);
    string_list_free(&ids);
}

static void stages_and_areas_are_counted(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Error error = {0};
    Heatmap heatmap;
    put_more_questions(store);
    assert_true(heatmap_make(store, NULL, &heatmap, &error));
    assert_int_equal(heatmap.area_count, 2);
    assert_int_equal(heatmap.stage_count, 2);
    assert_string_equal(heatmap.areas[0].id, "area.safety-security");
    assert_int_equal(heatmap_cell(&heatmap, 0, 0)->risks, 2);
    assert_int_equal(heatmap_cell(&heatmap, 0, 0)->opportunities, 2);
    assert_int_equal(heatmap_cell(&heatmap, 0, 1)->risks, 0);
    assert_int_equal(heatmap_cell(&heatmap, 1, 1)->risks, 1);
    heatmap_free(&heatmap);
    Query query = {0};
    assert_true(query_add_condition(&query, "effect", "unclear", &error));
    assert_true(heatmap_make(store, &query, &heatmap, &error));
    assert_int_equal(heatmap_cell(&heatmap, 0, 0)->risks, 0);
    assert_int_equal(heatmap_cell(&heatmap, 1, 1)->risks, 1);
    heatmap_free(&heatmap);
    query_free(&query);
}

static void what_several_say_is_listed_once(void **state)
{
    (void)state;
    static char same[] = "Through x.", own[] = "In its own words.", by[] = "by", with[] = "with";
    ItemLink links[] = {
        {.id = (char[]){"a"}, .text = same, .citation.basis = by},  {.id = (char[]){"b"}, .citation.basis = by},
        {.id = (char[]){"c"}, .text = same, .citation.basis = by},  {.id = (char[]){"d"}, .text = own, .citation.basis = by},
        {.id = (char[]){"b"}, .text = own, .citation.basis = with}, {.id = (char[]){"e"}, .text = same, .citation.basis = by},
        {.id = (char[]){"f"}, .text = same, .citation.basis = with}, {.id = (char[]){"b"}, .text = own, .citation.basis = with},
    };
    LinkEntries entries = link_entries(links, sizeof links / sizeof *links);
    const char *const ids[] = {"b", "d", "f", "a", "c", "e"};
    assert_int_equal(entries.count, 6);
    for (size_t i = 0; i < entries.count; i++) {
        assert_string_equal(entries.entries[i].links[0]->id, ids[i]);
        assert_int_equal(entries.entries[i].count, i == 0 ? 3 : 1);
        assert_int_equal(entries.entries[i].common > 0, i >= 3);
    }
    assert_false(link_entries_have_one_citation(&entries));
    char *words = link_entry_words(&entries.entries[0]);
    assert_string_equal(words, own);
    free(words);
    link_entries_free(&entries);
    entries = link_entries(links, 4); /* two that say the same are no list */
    assert_int_equal(entries.entries[3].common, 0);
    assert_true(link_entries_have_one_citation(&entries));
    assert_null(link_entry_words(&entries.entries[1]));
    link_entries_free(&entries);
}

int main(void)
{
#define WITH_DATA(test) cmocka_unit_test_setup_teardown(test, fixture_set_up_data, fixture_tear_down)
    const struct CMUnitTest tests[] = {
        WITH_DATA(events_and_releases_come_by_date), WITH_DATA(an_event_of_two_sources_is_there_once),
        WITH_DATA(conditions_hold_for_the_timeline), WITH_DATA(what_shares_most_is_paired),
        WITH_DATA(a_one_sided_basket_is_told),       WITH_DATA(stages_and_areas_are_counted),
        cmocka_unit_test(what_several_say_is_listed_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
