/* The conditions that follow links over several steps: what a law touches, what a stage concerns. */
#include "tests/unit/store_fixture.h"

#include "core/memory.h"
#include "store/items.h"

#include <stdlib.h>
#include <string.h>

/* Two laws: a provision of the Act requires the mitigation of the first risk, an ordinance in another region names
 * weights, which the second risk depends on. */
static int set_up(void **state)
{
    if (fixture_set_up_data(state) != 0)
        return -1;
    Store *store = ((Fixture *)*state)->store;
    begin(store);
    Record *record = make_record(KIND_PROVISION, "provision.ai-act-55", "Tests are a duty");
    add_link(record, "part-of", "instrument.ai-act");
    add_link(record, "requires", "mitigation.tamper-resistance");
    put(store, "gairo", record);
    put(store, "gairo", make_record(KIND_REGION, "region.elsewhere", "Elsewhere"));
    record = make_record(KIND_JURISDICTION, "jurisdiction.town", "Town");
    add_link(record, "in", "region.elsewhere");
    put(store, "gairo", record);
    record = make_record(KIND_INSTRUMENT, "instrument.ordinance", "Ordinance");
    add_link(record, "of", "jurisdiction.town");
    add_link(record, "encourages", "deployment.data.weights");
    put(store, "gairo", record);
    record = make_record(KIND_RISK, "risk.spread", "Copies spread");
    add_link(record, "in", "area.society");
    add_link(record, "at", "stage.near-term");
    add_link(record, "at", "stage.long");
    add_link(record, "depends-on", "deployment.data.weights");
    put(store, "gairo", record);
    record = make_record(KIND_MITIGATION, "mitigation.none", "Reduces nothing known");
    add_link(record, "has-cost", "opportunity.independent-audit");
    put(store, "gairo", record);
    record = make_record(KIND_INCIDENT, "incident.one", "It happened");
    add_link(record, "evidence-of", "risk.safeguards-stripped");
    put(store, "gairo", record);
    assert_int_equal(finish(store), 0);
    return 0;
}

/* The ids of a kind that conditions select, in the order of their bytes, joined with blanks. */
static void check(Store *store, Kind kind, const char *conditions, const char *expected)
{
    Error error = {0};
    Query query = {.kinds = KIND_BIT(kind)};
    char *copy = string_copy(conditions), *rest = NULL;
    for (char *word = strtok_r(copy, " ", &rest); word; word = strtok_r(NULL, " ", &rest))
        assert_true(query_parse_condition(&query, word, &error));
    StringList ids = {0};
    items_selected(store, &query, &ids, &error);
    check_error(&error);
    Text text = {0};
    for (size_t i = 0; i < ids.count; i++)
        text_append_format(&text, "%s%s", i ? " " : "", ids.items[i]);
    char *joined = text_take(&text);
    assert_string_equal(joined, expected);
    free(joined);
    free(copy);
    string_list_free(&ids);
    query_free(&query);
}

static void law_touches(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    const char *by_act = "touched-by=instrument.ai-act";
    check(store, KIND_INSTRUMENT, by_act, "instrument.ai-act");
    check(store, KIND_PROVISION, by_act, "provision.ai-act-53 provision.ai-act-55 provision.ai-act-plain");
    check(store, KIND_MITIGATION, by_act, "mitigation.tamper-resistance");
    check(store, KIND_RISK, by_act, "risk.safeguards-stripped");
    check(store, KIND_RECOMMENDATION, by_act, "recommendation.fund-tests");
    check(store, KIND_ACTOR, by_act, "actor.funders");
    check(store, KIND_AREA, by_act, "area.safety-security");
    check(store, KIND_STAGE, by_act, "stage.near-term");
    check(store, KIND_INCIDENT, by_act, "incident.one");
    check(store, KIND_JURISDICTION, by_act, "jurisdiction.eu");
    check(store, KIND_REGION, by_act, "region.europe");
    check(store, KIND_MODEL, by_act, "");
    check(store, KIND_RISK, "touched-by=region.europe", "risk.safeguards-stripped");
    check(store, KIND_RISK, "touched-by=jurisdiction.eu", "risk.safeguards-stripped");
}

/* Each provision speaks for itself; its instrument is shown with it. */
static void provisions_touch_for_themselves(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    check(store, KIND_RISK, "touched-by=provision.ai-act-53", "");
    check(store, KIND_RISK, "touched-by=provision.ai-act-55", "risk.safeguards-stripped");
    check(store, KIND_PROVISION, "touched-by=provision.ai-act-55", "provision.ai-act-55");
    check(store, KIND_INSTRUMENT, "touched-by=provision.ai-act-55", "instrument.ai-act");
    check(store, KIND_JURISDICTION, "touched-by=provision.ai-act-55", "jurisdiction.eu");
}

/* Where a law says which risks it addresses, these are touched and not what else its mitigations reduce. */
static void law_touches_what_it_addresses(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    begin(store);
    Record *record = make_record(KIND_PROVISION, "provision.ai-act-55", "Tests are a duty");
    add_link(record, "part-of", "instrument.ai-act");
    add_link(record, "requires", "mitigation.tamper-resistance");
    add_link(record, "addresses", "risk.spread");
    put(store, "gairo", record);
    assert_int_equal(finish(store), 0);
    check(store, KIND_RISK, "touched-by=instrument.ai-act", "risk.spread");
    check(store, KIND_MITIGATION, "touched-by=instrument.ai-act", "mitigation.tamper-resistance");
    check(store, KIND_AREA, "touched-by=provision.ai-act-55", "area.society");
    check(store, KIND_PROVISION, "within=long", "provision.ai-act-53 provision.ai-act-55 provision.ai-act-plain");
}

/* A law that names a component does not touch all that depends on its release. */
static void components_pass_nothing_on(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    check(store, KIND_COMPONENT, "touched-by=region.elsewhere", "deployment.data.weights");
    check(store, KIND_RISK, "touched-by=region.elsewhere", "");
    check(store, KIND_RISK, "touched-by=region.elsewhere touched-by=region.europe", "risk.safeguards-stripped");
}

static void stages_concern(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    check(store, KIND_RISK, "within=near-term", "risk.safeguards-stripped risk.spread");
    check(store, KIND_RISK, "within=long", "risk.job-loss risk.spread");
    check(store, KIND_MITIGATION, "within=near-term", "mitigation.none mitigation.tamper-resistance");
    /* what is tied to no stage is of every one */
    check(store, KIND_MITIGATION, "within=long", "mitigation.none");
    check(store, KIND_RECOMMENDATION, "within=near-term", "recommendation.fund-tests");
    check(store, KIND_RECOMMENDATION, "within=long", "");
    check(store, KIND_ACTOR, "within=long", "");
    check(store, KIND_PROVISION, "within=long", "provision.ai-act-53 provision.ai-act-plain");
    check(store, KIND_INSTRUMENT, "within=long", "instrument.ordinance");
    check(store, KIND_STAGE, "within=long", "stage.long");
    check(store, KIND_INCIDENT, "within=long", "");
    check(store, KIND_MODEL, "within=long", "model.partly model.shut model.unnamed model.wide");
    check(store, KIND_RISK, "within=long touched-by=region.europe", "");
}

/* Where a recommendation says which risks it answers, it is of their stages, and not of those of the risks that what it
 * calls for reduces; so are those whom it asks. */
static void advice_concerns_the_stages_of_what_it_answers(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    begin(store);
    Record *record = make_record(KIND_RECOMMENDATION, "recommendation.fund-tests", "Fund tests");
    add_link(record, "calls-for", "mitigation.tamper-resistance");
    add_link(record, "answers", "risk.job-loss");
    add_link(record, "addressed-to", "actor.funders");
    put(store, "gairo", record);
    assert_int_equal(finish(store), 0);
    check(store, KIND_RECOMMENDATION, "within=long", "recommendation.fund-tests");
    check(store, KIND_RECOMMENDATION, "within=near-term", "");
    check(store, KIND_ACTOR, "within=long", "actor.funders");
    check(store, KIND_ACTOR, "within=near-term", "");
    check(store, KIND_MITIGATION, "within=near-term", "mitigation.none mitigation.tamper-resistance");
    begin(store); /* what it strengthens counts too */
    record = make_record(KIND_RECOMMENDATION, "recommendation.fund-tests", "Fund tests");
    add_link(record, "calls-for", "mitigation.tamper-resistance");
    add_link(record, "answers", "risk.job-loss");
    add_link(record, "strengthens", "opportunity.independent-audit");
    put(store, "gairo", record);
    assert_int_equal(finish(store), 0);
    check(store, KIND_RECOMMENDATION, "within=near-term", "recommendation.fund-tests");
    check(store, KIND_RECOMMENDATION, "within=long", "recommendation.fund-tests");
}

static void refuses_what_is_no_law(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Error error = {0};
    Query query = {0};
    StringList ids = {0};
    assert_true(query_add_condition(&query, "touched-by", "risk.job-loss", &error));
    assert_false(items_selected(store, &query, &ids, &error));
    assert_code(&error, ERROR_NOT_FOUND);
    string_list_free(&ids);
    query_free(&query);
}

static void counts_in_scope(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Error error = {0};
    Query query = {0};
    size_t counts[KIND_COUNT];
    AreaCounts areas = {0};
    assert_true(query_add_condition(&query, "within", "near-term", &error));
    assert_true(items_count(store, &query, counts, &error));
    assert_int_equal(counts[KIND_RISK], 2);
    assert_int_equal(counts[KIND_MODEL], 4);
    assert_true(area_counts(store, &query, &areas, &error));
    /* Society is at the long term alone */
    assert_int_equal(areas.count, 1);
    assert_string_equal(areas.rows[0].area_id, "area.safety-security");
    assert_int_equal(areas.rows[0].risks, 1);
    area_counts_free(&areas);
    query_free(&query);
}

/* What a law touches is worked out once, but anew after each change, of one's own or of another program's. */
static void what_is_kept_follows_the_database(void **state)
{
    Store *store = ((Fixture *)*state)->store, *other = NULL;
    Error error = {0};
    assert_true(store_open(((Fixture *)*state)->path, STORE_READ, &other, &error));
    const char *by_act = "touched-by=instrument.ai-act";
    for (int round = 0; round < 2; round++) {
        check(store, KIND_RISK, by_act, "risk.safeguards-stripped");
        check(other, KIND_RISK, by_act, "risk.safeguards-stripped");
        check(other, KIND_RISK, "touched-by=region.elsewhere", "");
        check(other, KIND_INSTRUMENT, by_act, "instrument.ai-act");
    }
    begin(store);
    check(store, KIND_RISK, by_act, "risk.safeguards-stripped");
    Record *record = make_record(KIND_INSTRUMENT, "instrument.ordinance", "Ordinance");
    add_link(record, "of", "jurisdiction.town");
    add_link(record, "addresses", "risk.spread");
    put(store, "gairo", record);
    assert_int_equal(finish(store), 0);
    check(store, KIND_RISK, "touched-by=region.elsewhere", "risk.spread");
    check(other, KIND_RISK, "touched-by=region.elsewhere", "risk.spread");
    check(other, KIND_RISK, "touched-by=region.elsewhere touched-by=region.europe", "risk.safeguards-stripped risk.spread");
    store_close(other);
}

int main(void)
{
#define WITH_LAWS(test) cmocka_unit_test_setup_teardown(test, set_up, fixture_tear_down)
    const struct CMUnitTest tests[] = {
        WITH_LAWS(law_touches),    WITH_LAWS(provisions_touch_for_themselves), WITH_LAWS(components_pass_nothing_on),
        WITH_LAWS(law_touches_what_it_addresses), WITH_LAWS(what_is_kept_follows_the_database),
        WITH_LAWS(stages_concern), WITH_LAWS(refuses_what_is_no_law),          WITH_LAWS(counts_in_scope),
        WITH_LAWS(advice_concerns_the_stages_of_what_it_answers), WITH_LAWS(refuses_what_is_no_law),          WITH_LAWS(counts_in_scope),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
