/* What follows for a risk two links away. */
#include "tests/unit/store_fixture.h"

#include "store/ways.h"

#include "core/memory.h"

#include <stdlib.h>
#include <string.h>

static void put_linked(Store *store, const char *source, Kind kind, const char *id, const char *title,
                       const char *relation, const char *to)
{
    Record *record = make_record(kind, id, title);
    add_link(record, relation, to);
    put(store, source, record);
}

/* A risk that two mitigations reduce, one of them by the word of two sources. */
static void put_chain(Store *store)
{
    begin(store);
    describe_source(store, "gairo", 0);
    describe_source(store, "ours", 50);
    put(store, "gairo", make_record(KIND_RISK, "risk.far", "Far"));
    put_linked(store, "gairo", KIND_MITIGATION, "mitigation.first", "A first", "reduces", "risk.far");
    put_linked(store, "ours", KIND_MITIGATION, "mitigation.first", "A first", "reduces", "risk.far");
    put_linked(store, "gairo", KIND_MITIGATION, "mitigation.second", "B second", "reduces", "risk.far");
    Record *record = make_record(KIND_RECOMMENDATION, "recommendation.both", "Do both");
    add_link(record, "calls-for", "mitigation.first");
    add_link(record, "calls-for", "mitigation.second");
    put(store, "gairo", record);
    record = make_record(KIND_INSTRUMENT, "instrument.code", "A code");
    add_link(record, "encourages", "mitigation.second");
    put(store, "gairo", record);
    finish(store);
}

static void load(Store *store, const char *id, Consequences *consequences)
{
    Error error = {0};
    Item *item = item_load(store, id, &error);
    check_error(&error);
    assert_true(consequences_load(store, item, consequences, &error));
    check_error(&error);
    item_free(item);
}

static void follows_two_links(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Consequences found = {0};
    put_chain(store);
    load(store, "risk.far", &found);
    assert_int_equal(found.count, 2);
    const Consequence *advice = &found.entries[0], *law = &found.entries[1];
    assert_string_equal(consequence_relation_name(advice->relation), "recommendation");
    assert_string_equal(advice->id, "recommendation.both");
    assert_int_equal(advice->kind, KIND_RECOMMENDATION);
    assert_string_equal(advice->title, "Do both");
    assert_int_equal(advice->through_count, 2);
    assert_string_equal(advice->through[0].id, "mitigation.first");
    assert_string_equal(advice->through[1].id, "mitigation.second");
    assert_string_equal(advice->through[1].title, "B second");
    assert_string_equal(advice->through[1].relation, "calls-for");
    assert_string_equal(consequence_relation_name(law->relation), "provision");
    assert_string_equal(law->id, "instrument.code");
    assert_int_equal(law->kind, KIND_INSTRUMENT);
    assert_int_equal(law->through_count, 1);
    assert_string_equal(law->through[0].relation, "encourages");
    consequences_free(&found);
    assert_int_equal(found.count, 0);
}

static void finds_nothing_for_other_kinds(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Consequences found = {0};
    put_chain(store);
    load(store, "mitigation.first", &found);
    assert_int_equal(found.count, 0);
    consequences_free(&found);
}

static bool is_there(const Consequences *found, const char *id, size_t *through)
{
    for (size_t i = 0; i < found->count; i++) {
        if (strcmp(found->entries[i].id, id) == 0) {
            *through = found->entries[i].through_count;
            return true;
        }
    }
    return false;
}

/* A law that says which risks it addresses follows for these alone, also where it bears on nothing that reduces them. */
static void law_says_what_it_addresses(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Consequences found = {0};
    size_t through = 0;
    put_chain(store);
    begin(store);
    put(store, "gairo", make_record(KIND_RISK, "risk.near", "Near"));
    Record *record = make_record(KIND_MITIGATION, "mitigation.first", "A first");
    add_link(record, "reduces", "risk.far");
    add_link(record, "reduces", "risk.near");
    put(store, "gairo", record);
    record = make_record(KIND_PROVISION, "provision.meant", "Means the near");
    add_link(record, "requires", "mitigation.first");
    add_link(record, "addresses", "risk.near");
    put(store, "gairo", record);
    record = make_record(KIND_INSTRUMENT, "instrument.plain", "Means the near, and asks for nothing");
    add_link(record, "addresses", "risk.near");
    put(store, "gairo", record);
    finish(store);
    load(store, "risk.near", &found);
    assert_true(is_there(&found, "provision.meant", &through));
    assert_int_equal(through, 1);
    assert_true(is_there(&found, "instrument.plain", &through));
    assert_int_equal(through, 0);
    assert_false(is_there(&found, "instrument.code", &through));
    consequences_free(&found);
    load(store, "risk.far", &found);
    assert_false(is_there(&found, "provision.meant", &through));
    assert_false(is_there(&found, "instrument.plain", &through));
    assert_true(is_there(&found, "instrument.code", &through));
    consequences_free(&found);
}

/* A recommendation that says which risks it answers follows for these alone, whatever else its mitigations reduce. */
static void advice_says_what_it_answers(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Consequences found = {0};
    put_chain(store);
    begin(store);
    put(store, "gairo", make_record(KIND_RISK, "risk.near", "Near"));
    Record *record = make_record(KIND_MITIGATION, "mitigation.second", "B second");
    add_link(record, "reduces", "risk.far");
    add_link(record, "reduces", "risk.near");
    put(store, "gairo", record);
    record = make_record(KIND_RECOMMENDATION, "recommendation.meant", "Meant for the near");
    add_link(record, "calls-for", "mitigation.second");
    add_link(record, "answers", "risk.near");
    put(store, "gairo", record);
    finish(store);
    load(store, "risk.near", &found);
    assert_int_equal(found.count, 3);
    assert_string_equal(found.entries[0].id, "recommendation.both");
    assert_false(found.entries[0].direct);
    assert_string_equal(found.entries[1].id, "recommendation.meant");
    assert_int_equal(found.entries[1].relation, CONSEQUENCE_RECOMMENDATION);
    assert_true(found.entries[1].direct);
    assert_int_equal(found.entries[1].through_count, 1);
    assert_string_equal(found.entries[2].id, "instrument.code");
    consequences_free(&found);
    load(store, "risk.far", &found);
    assert_int_equal(found.count, 2);
    assert_string_equal(found.entries[0].id, "recommendation.both");
    assert_string_equal(found.entries[1].id, "instrument.code");
    consequences_free(&found);
}

static const ItemLink *link_of(const Item *item, const char *relation, const char *other)
{
    for (size_t i = 0; i < item->link_count; i++) {
        const ItemLink *link = &item->links[i];
        if (strcmp(link->relation, relation) == 0 && strcmp(link->id, other) == 0)
            return link;
    }
    fail_msg("%s has no link %s with %s", item->id, relation, other);
    return NULL;
}

static void check_way(Store *store, const char *id, const char *relation, const char *other, bool ids, const char *words)
{
    Error error = {0};
    Ways ways = {0};
    Item *item = item_load(store, id, &error);
    check_error(&error);
    assert_true(ways_load(store, item, &ways, &error));
    check_error(&error);
    char *found = ways_words(&ways, link_of(item, relation, other), ids);
    assert_int_equal(string_compare(found, words), 0);
    free(found);
    ways_free(&ways);
    assert_int_equal(ways.count, 0);
    item_free(item);
}

/* An answer tells by which of the mitigations that it calls for it reaches the risk, seen from either end; each once. */
static void answers_tell_their_ways(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    put_chain(store);
    begin(store);
    put(store, "gairo", make_record(KIND_RISK, "risk.near", "Near"));
    put_linked(store, "gairo", KIND_MITIGATION, "mitigation.third", "C third", "reduces", "risk.near");
    Record *record = make_record(KIND_RECOMMENDATION, "recommendation.both", "Do both");
    add_link(record, "calls-for", "mitigation.first");
    add_link(record, "calls-for", "mitigation.second");
    add_link(record, "calls-for", "mitigation.third");
    add_link(record, "answers", "risk.far");
    put(store, "gairo", record);
    put_linked(store, "ours", KIND_RECOMMENDATION, "recommendation.both", "Do both", "answers", "risk.far");
    record = make_record(KIND_INSTRUMENT, "instrument.code", "A code");
    add_link(record, "encourages", "mitigation.second");
    add_link(record, "exempts", "mitigation.first");
    add_link(record, "addresses", "risk.far");
    add_link(record, "addresses", "risk.near");
    put(store, "gairo", record);
    finish(store);
    check_way(store, "risk.far", "answers", "recommendation.both", false, "Through: A first; B second");
    check_way(store, "recommendation.both", "answers", "risk.far", true, "Through: mitigation.first; mitigation.second");
    check_way(store, "recommendation.both", "calls-for", "mitigation.third", true, NULL);
    check_way(store, "risk.far", "addresses", "instrument.code", false, "Encourages: B second; Exempts: A first");
    check_way(store, "instrument.code", "addresses", "risk.near", false, NULL); /* nothing of it reduces that one */
    check_way(store, "risk.far", "reduces", "mitigation.first", false, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(follows_two_links, fixture_set_up_data, fixture_tear_down),
        cmocka_unit_test_setup_teardown(law_says_what_it_addresses, fixture_set_up_data, fixture_tear_down),
        cmocka_unit_test_setup_teardown(advice_says_what_it_answers, fixture_set_up_data, fixture_tear_down),
        cmocka_unit_test_setup_teardown(answers_tell_their_ways, fixture_set_up_data, fixture_tear_down),
        cmocka_unit_test_setup_teardown(finds_nothing_for_other_kinds, fixture_set_up_data, fixture_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
