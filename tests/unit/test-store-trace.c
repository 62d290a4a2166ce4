/* What follows from an item, and where the chain ends. */
#include "tests/unit/store_fixture.h"

#include "core/memory.h"
#include "store/comparison.h"
#include "store/trace.h"

#include <stdlib.h>
#include <string.h>

static char day[] = "2024-09-01";
static const Query on_day = {.as_of = day};

static const TraceNode *child(const TraceNode *node, const char *id)
{
    for (size_t i = 0; i < node->child_count; i++) {
        if (!node->children[i].is_gap && strcmp(node->children[i].id, id) == 0)
            return &node->children[i];
    }
    fail_msg("%s is not below %s", id, node->id);
    return NULL;
}

static const TraceNode *gap(const TraceNode *node, Kind missing)
{
    for (size_t i = 0; i < node->child_count; i++) {
        if (node->children[i].is_gap && node->children[i].kind == missing)
            return &node->children[i];
    }
    return NULL;
}

static const TraceGap *gap_of(const Trace *trace, const char *id, Kind missing)
{
    for (size_t i = 0; i < trace->gap_count; i++) {
        if (trace->gaps[i].missing == missing && strcmp(trace->gaps[i].id, id) == 0)
            return &trace->gaps[i];
    }
    fail_msg("%s is no gap", id);
    return NULL;
}

static void make(Store *store, const char *id, Trace *trace)
{
    Error error = {0};
    bool done = trace_make(store, id, &on_day, trace, &error);
    check_error(&error);
    assert_true(done);
}

static void put_rule(Store *store)
{
    Record *record = make_record(KIND_PROVISION, "provision.ai-act-53", "Duties for general-purpose models");
    add_link(record, "part-of", "instrument.ai-act");
    add_link(record, "requires", "mitigation.tamper-resistance");
    add_event(record, "2025-08-02", "applies");
    put_alone(store, "gairo", 0, record);
}

static void a_risk_leads_to_who_acts_and_to_law(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Trace trace;
    make(store, "risk.safeguards-stripped", &trace);
    assert_string_equal(trace.root.effect, "raises");
    assert_string_equal(trace.root.evidence, "strong");
    const TraceNode *mitigation = child(&trace.root, "mitigation.tamper-resistance");
    assert_string_equal(mitigation->maturity, "early");
    assert_string_equal(mitigation->relation, "reduces");
    const TraceNode *recommendation = child(mitigation, "recommendation.fund-tests");
    assert_string_equal(recommendation->actors, "Funders");
    assert_string_equal(recommendation->horizon, "two-years");
    assert_int_equal(recommendation->child_count, 0); /* the law is on what it calls for, not on it */
    const TraceNode *none = gap(mitigation, KIND_PROVISION);
    assert_non_null(none);
    assert_string_equal(none->title, "no rule seen");
    assert_int_equal(trace.gap_count, 1);
    assert_string_equal(trace.gaps[0].id, "mitigation.tamper-resistance");
    assert_int_equal(trace.node_count, 3);
    trace_free(&trace);

    put_rule(store);
    make(store, "risk.safeguards-stripped", &trace);
    mitigation = child(&trace.root, "mitigation.tamper-resistance");
    assert_string_equal(child(mitigation, "provision.ai-act-53")->state, "applies from 2025-08-02");
    assert_null(gap(mitigation, KIND_PROVISION));
    assert_int_equal(trace.gap_count, 0);
    trace_free(&trace);
}

static bool has_child(const TraceNode *node, const char *id)
{
    for (size_t i = 0; i < node->child_count; i++) {
        if (strcmp(node->children[i].id, id) == 0)
            return true;
    }
    return false;
}

/* From a work to what it speaks for, against, or shows the need for. */
static void a_reference_leads_to_all_that_it_bears_on(void **state)
{
    static const char *const relations[] = {"supported-by", "disputed-by", "need-shown-by"};
    Store *store = ((Fixture *)*state)->store;
    Trace trace;
    put_alone(store, "gairo", 0, make_record(KIND_REFERENCE, "reference.work", "A work"));
    for (size_t i = 0; i < sizeof relations / sizeof *relations; i++) {
        char *id = string_format("mitigation.%s", relations[i]);
        Record *record = make_record(KIND_MITIGATION, id, relations[i]);
        add_link(record, relations[i], "reference.work");
        put_alone(store, "gairo", 0, record);
        free(id);
    }
    make(store, "reference.work", &trace);
    for (size_t i = 0; i < sizeof relations / sizeof *relations; i++) {
        char *id = string_format("mitigation.%s", relations[i]);
        assert_string_equal(child(&trace.root, id)->relation, relations[i]);
        free(id);
    }
    trace_free(&trace);
}

/* A recommendation that says which risks it answers stands below these alone; once, where the chain leads to it too. */
static void advice_leads_to_what_it_answers(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Trace trace;
    put_alone(store, "gairo", 0, make_record(KIND_RISK, "risk.meant", "What it is about"));
    Record *record = make_record(KIND_RECOMMENDATION, "recommendation.fund-tests", "Fund tests");
    add_link(record, "calls-for", "mitigation.tamper-resistance");
    add_link(record, "answers", "risk.meant");
    add_link(record, "addressed-to", "actor.funders");
    put_alone(store, "gairo", 0, record);
    make(store, "risk.safeguards-stripped", &trace);
    const TraceNode *mitigation = child(&trace.root, "mitigation.tamper-resistance");
    assert_false(has_child(mitigation, "recommendation.fund-tests"));
    /* What calls for it answers another risk: for this one there is none, which is not the same as none at all. */
    assert_string_equal(gap(mitigation, KIND_RECOMMENDATION)->title, "no recommendation for this risk");
    const TraceGap *missing = gap_of(&trace, "mitigation.tamper-resistance", KIND_RECOMMENDATION);
    assert_string_equal(missing->risk, "risk.safeguards-stripped");
    assert_null(missing->text);
    assert_string_equal(gap(mitigation, KIND_PROVISION)->title, "no rule seen");
    assert_null(gap_of(&trace, "mitigation.tamper-resistance", KIND_PROVISION)->risk);
    assert_int_equal(trace.gap_count, 2);
    trace_free(&trace);
    make(store, "risk.meant", &trace);
    assert_string_equal(child(&trace.root, "recommendation.fund-tests")->relation, "answers");
    trace_free(&trace);
    make(store, "recommendation.fund-tests", &trace);
    assert_string_equal(child(&trace.root, "risk.meant")->relation, "answers");
    trace_free(&trace);
    Record *both = make_record(KIND_MITIGATION, "mitigation.tamper-resistance", "Tamper-resistant training");
    add_link(both, "reduces", "risk.safeguards-stripped");
    add_link(both, "reduces", "risk.meant");
    put_alone(store, "gairo", 0, both);
    make(store, "risk.meant", &trace);
    assert_false(has_child(&trace.root, "recommendation.fund-tests"));
    assert_true(has_child(child(&trace.root, "mitigation.tamper-resistance"), "recommendation.fund-tests"));
    trace_free(&trace);
}

/* A law that says which risks it addresses is followed to and from these alone. */
static void law_leads_to_what_it_addresses(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Trace trace;
    put_alone(store, "gairo", 0, make_record(KIND_RISK, "risk.meant", "What it is about"));
    Record *record = make_record(KIND_PROVISION, "provision.ai-act-53", "Duties for general-purpose models");
    add_link(record, "part-of", "instrument.ai-act");
    add_link(record, "requires", "mitigation.tamper-resistance");
    add_link(record, "addresses", "risk.meant");
    put_alone(store, "gairo", 0, record);
    make(store, "risk.safeguards-stripped", &trace);
    const TraceNode *mitigation = child(&trace.root, "mitigation.tamper-resistance");
    assert_false(has_child(mitigation, "provision.ai-act-53"));
    assert_string_equal(gap(mitigation, KIND_PROVISION)->title, "no rule seen for this risk");
    assert_string_equal(gap_of(&trace, "mitigation.tamper-resistance", KIND_PROVISION)->risk, "risk.safeguards-stripped");
    assert_int_equal(trace.gap_count, 1);
    trace_free(&trace);
    make(store, "risk.meant", &trace);
    assert_string_equal(child(&trace.root, "provision.ai-act-53")->relation, "addresses");
    trace_free(&trace);
    make(store, "provision.ai-act-53", &trace);
    child(&trace.root, "risk.meant");
    assert_false(has_child(child(&trace.root, "mitigation.tamper-resistance"), "risk.safeguards-stripped"));
    trace_free(&trace);
    make(store, "mitigation.tamper-resistance", &trace);
    assert_true(has_child(&trace.root, "provision.ai-act-53"));
    trace_free(&trace);
    /* Below another risk it is not "shown above": other law follows from it there. */
    Record *both = make_record(KIND_MITIGATION, "mitigation.tamper-resistance", "Tamper-resistant training");
    add_link(both, "reduces", "risk.safeguards-stripped");
    add_link(both, "reduces", "risk.meant");
    put_alone(store, "gairo", 0, both);
    both = make_record(KIND_RISK, "risk.meant", "What it is about");
    add_link(both, "in", "area.safety-security");
    put_alone(store, "gairo", 0, both);
    make(store, "area.safety-security", &trace);
    assert_false(has_child(child(child(&trace.root, "risk.safeguards-stripped"), "mitigation.tamper-resistance"),
                           "provision.ai-act-53"));
    assert_true(has_child(child(child(&trace.root, "risk.meant"), "mitigation.tamper-resistance"), "provision.ai-act-53"));
    trace_free(&trace);
}

static void what_is_missing_is_named(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Trace trace;
    make(store, "risk.job-loss", &trace);
    assert_string_equal(gap(&trace.root, KIND_MITIGATION)->title, "no mitigation known");
    trace_free(&trace);
    make(store, "opportunity.independent-audit", &trace);
    assert_non_null(gap(&trace.root, KIND_RECOMMENDATION));
    trace_free(&trace);

    begin(store);
    Record *record = make_record(KIND_RECOMMENDATION, "recommendation.to-nobody", "Somebody should");
    add_link(record, "strengthens", "opportunity.independent-audit");
    put(store, "gairo", record);
    record = make_record(KIND_RISK, "risk.job-loss", "Jobs are lost");
    add_field(record, "gap", NULL, "Nothing is known that would.");
    put(store, "gairo", record);
    record = make_record(KIND_MITIGATION, "mitigation.unasked", "Nobody asks for it");
    add_link(record, "reduces", "risk.safeguards-stripped");
    put(store, "gairo", record);
    finish(store);
    make(store, "opportunity.independent-audit", &trace);
    assert_non_null(gap(child(&trace.root, "recommendation.to-nobody"), KIND_ACTOR));
    assert_int_equal(trace.gaps[0].missing, KIND_ACTOR);
    trace_free(&trace);
    make(store, "risk.job-loss", &trace);
    assert_string_equal(trace.gaps[0].text, "Nothing is known that would.");
    assert_string_equal(gap(&trace.root, KIND_MITIGATION)->text, "Nothing is known that would.");
    trace_free(&trace);
    make(store, "risk.safeguards-stripped", &trace);
    const TraceNode *unasked = child(&trace.root, "mitigation.unasked");
    assert_non_null(gap(unasked, KIND_RECOMMENDATION));
    assert_non_null(gap(unasked, KIND_PROVISION));
    trace_free(&trace);
}

static void other_kinds_lead_there_too(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Trace trace;
    Error error = {0};
    put_rule(store);
    make(store, "region.europe", &trace);
    const TraceNode *act = child(child(&trace.root, "jurisdiction.eu"), "instrument.ai-act");
    const TraceNode *rule = child(act, "provision.ai-act-53");
    child(child(rule, "mitigation.tamper-resistance"), "risk.safeguards-stripped");
    trace_free(&trace);
    make(store, "mitigation.tamper-resistance", &trace);
    assert_int_equal(child(&trace.root, "risk.safeguards-stripped")->child_count, 0);
    child(&trace.root, "recommendation.fund-tests");
    child(&trace.root, "provision.ai-act-53");
    trace_free(&trace);
    make(store, "actor.funders", &trace);
    child(child(child(&trace.root, "recommendation.fund-tests"), "mitigation.tamper-resistance"),
          "provision.ai-act-53");
    trace_free(&trace);
    make(store, "area.safety-security", &trace);
    child(&trace.root, "risk.safeguards-stripped");
    child(&trace.root, "opportunity.independent-audit");
    trace_free(&trace);
    make(store, "model.shut", &trace);
    assert_string_equal(child(&trace.root, "deployment.data.weights")->value, "3");
    assert_int_equal(trace.root.child_count, 2); /* what is closed is left out */
    trace_free(&trace);
    assert_false(trace_make(store, "licence.free", &on_day, &trace, &error));
    assert_code(&error, ERROR_USAGE);
    assert_false(trace_make(store, "risk.nope", &on_day, &trace, &error));
    assert_code(&error, ERROR_NOT_FOUND);
    assert_false(trace_starts_from(KIND_TERM));
    assert_true(trace_starts_from(KIND_STAGE));
}

static size_t count_nodes(const TraceNode *node, bool gaps)
{
    size_t count = node->is_gap == gaps;
    for (size_t i = 0; i < node->child_count; i++)
        count += count_nodes(&node->children[i], gaps);
    return count;
}

/* What comes again is followed once, so that the rows that say "gap" are as many as the gaps. */
static void each_gap_is_said_once(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Trace trace;
    begin(store);
    Record *record = make_record(KIND_RISK, "risk.another", "Another risk");
    add_link(record, "in", "area.safety-security");
    put(store, "gairo", record);
    record = make_record(KIND_MITIGATION, "mitigation.twice", "Reduces both");
    add_link(record, "reduces", "risk.safeguards-stripped");
    add_link(record, "reduces", "risk.another");
    put(store, "gairo", record);
    finish(store);
    make(store, "area.safety-security", &trace);
    const TraceNode *first = child(child(&trace.root, "risk.safeguards-stripped"), "mitigation.twice");
    const TraceNode *second = child(child(&trace.root, "risk.another"), "mitigation.twice");
    assert_true(first->again != second->again);
    assert_int_equal((first->again ? first : second)->child_count, 0);
    assert_non_null(gap(first->again ? second : first, KIND_PROVISION));
    assert_int_equal(count_nodes(&trace.root, true), trace.gap_count);
    assert_int_equal(count_nodes(&trace.root, false), trace.node_count);
    trace_free(&trace);
}

/* What a mitigation lacks for one risk and for another are two gaps; what is there but outside the conditions is none. */
static void each_risk_has_its_own_gap(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Trace trace;
    Error error = {0};
    begin(store);
    Record *record = make_record(KIND_RISK, "risk.another", "Another risk");
    add_link(record, "in", "area.safety-security");
    put(store, "gairo", record);
    put(store, "gairo", make_record(KIND_RISK, "risk.meant", "What it is about"));
    record = make_record(KIND_MITIGATION, "mitigation.tamper-resistance", "Tamper-resistant training");
    add_link(record, "reduces", "risk.safeguards-stripped");
    add_link(record, "reduces", "risk.another");
    add_link(record, "reduces", "risk.meant");
    put(store, "gairo", record);
    record = make_record(KIND_RECOMMENDATION, "recommendation.fund-tests", "Fund tests");
    add_link(record, "calls-for", "mitigation.tamper-resistance");
    add_link(record, "answers", "risk.meant");
    add_link(record, "addressed-to", "actor.funders");
    put(store, "gairo", record);
    finish(store);
    make(store, "area.safety-security", &trace);
    const char *risks[] = {"risk.safeguards-stripped", "risk.another"};
    for (size_t i = 0; i < 2; i++) {
        const TraceNode *mitigation = child(child(&trace.root, risks[i]), "mitigation.tamper-resistance");
        assert_string_equal(gap(mitigation, KIND_RECOMMENDATION)->title, "no recommendation for this risk");
    }
    assert_int_equal(count_nodes(&trace.root, true), trace.gap_count);
    assert_int_equal(count_nodes(&trace.root, false), trace.node_count);
    trace_free(&trace);

    put_rule(store);
    begin(store);
    record = make_record(KIND_RECOMMENDATION, "recommendation.fund-tests", "Fund tests");
    add_link(record, "calls-for", "mitigation.tamper-resistance");
    add_link(record, "answers", "risk.safeguards-stripped");
    put(store, "gairo", record);
    record = make_record(KIND_INSTRUMENT, "instrument.elsewhere", "Another law");
    add_link(record, "encourages", "mitigation.tamper-resistance");
    put(store, "gairo", record);
    finish(store);
    Query query = {.as_of = string_copy(day)};
    assert_true(query_add_condition(&query, "touched-by", "instrument.ai-act", &error));
    assert_true(trace_make(store, "risk.safeguards-stripped", &query, &trace, &error));
    assert_null(gap(child(&trace.root, "mitigation.tamper-resistance"), KIND_RECOMMENDATION));
    assert_null(gap(child(&trace.root, "mitigation.tamper-resistance"), KIND_PROVISION));
    assert_true(trace.outside > 0);
    trace_free(&trace);
    query_free(&query);
}

/* What two sources say is one step of the chain. */
static void what_two_sources_say_is_one_step(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Trace trace;
    begin(store);
    describe_source(store, "ours", 50);
    Record *record = make_record(KIND_MITIGATION, "mitigation.tamper-resistance", "Tamper-resistant training");
    add_link(record, "reduces", "risk.safeguards-stripped");
    put(store, "ours", record);
    record = make_record(KIND_RECOMMENDATION, "recommendation.fund-tests", "Fund tests");
    add_link(record, "calls-for", "mitigation.tamper-resistance");
    add_link(record, "addressed-to", "actor.funders");
    put(store, "ours", record);
    finish(store);
    make(store, "risk.safeguards-stripped", &trace);
    assert_int_equal(trace.root.child_count, 1);
    const TraceNode *mitigation = child(&trace.root, "mitigation.tamper-resistance");
    assert_false(mitigation->again);
    assert_string_equal(child(mitigation, "recommendation.fund-tests")->actors, "Funders");
    assert_int_equal(trace.node_count, 3);
    trace_free(&trace);
}

/* Conditions leave out what is outside of them; that is counted, and no gap. */
static void conditions_leave_steps_out(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Trace trace;
    Error error = {0};
    Query query = {.as_of = string_copy(day)};
    put_rule(store);
    begin(store);
    Record *record = make_record(KIND_MITIGATION, "mitigation.lawless", "No law asks for it");
    add_link(record, "reduces", "risk.safeguards-stripped");
    put(store, "gairo", record);
    finish(store);
    assert_true(query_add_condition(&query, "touched-by", "instrument.ai-act", &error));
    assert_true(trace_make(store, "risk.safeguards-stripped", &query, &trace, &error));
    child(child(&trace.root, "mitigation.tamper-resistance"), "provision.ai-act-53");
    assert_int_equal(trace.root.child_count, 1);
    assert_int_equal(trace.outside, 1);
    assert_int_equal(trace.gap_count, 0);
    trace_free(&trace);
    Comparison comparison;
    StringList ids = {0};
    string_list_add(&ids, "risk.safeguards-stripped");
    string_list_add(&ids, "risk.job-loss");
    assert_true(comparison_make(store, &ids, &query, &comparison, &error));
    assert_true(comparison.outside > 0);
    for (size_t i = 0; i < comparison.row_count; i++)
        assert_true(string_compare(comparison.rows[i].target, "mitigation.lawless") != 0);
    comparison_free(&comparison);
    string_list_free(&ids);
    assert_true(query_add_condition(&query, "effect", "raises", &error));
    assert_false(trace_make(store, "risk.safeguards-stripped", &query, &trace, &error));
    assert_code(&error, ERROR_USAGE);
    query_free(&query);
}

/* Areas that lie in each other, which only bad data has, come to an end. */
static void circles_end(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Trace trace;
    begin(store);
    Record *record = make_record(KIND_AREA, "area.a", "A");
    add_link(record, "in", "area.b");
    put(store, "gairo", record);
    record = make_record(KIND_AREA, "area.b", "B");
    add_link(record, "in", "area.a");
    put(store, "gairo", record);
    finish(store);
    make(store, "area.a", &trace);
    assert_true(child(child(&trace.root, "area.b"), "area.a")->again);
    assert_int_equal(trace.node_count, 3);
    trace_free(&trace);
}

int main(void)
{
#define WITH_DATA(test) cmocka_unit_test_setup_teardown(test, fixture_set_up_data, fixture_tear_down)
    const struct CMUnitTest tests[] = {
        WITH_DATA(a_reference_leads_to_all_that_it_bears_on),
        WITH_DATA(a_risk_leads_to_who_acts_and_to_law),
        WITH_DATA(law_leads_to_what_it_addresses),
        WITH_DATA(advice_leads_to_what_it_answers),
        WITH_DATA(what_is_missing_is_named),
        WITH_DATA(other_kinds_lead_there_too),
        WITH_DATA(each_gap_is_said_once),
        WITH_DATA(each_risk_has_its_own_gap),
        WITH_DATA(what_two_sources_say_is_one_step),
        WITH_DATA(conditions_leave_steps_out),
        WITH_DATA(circles_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
