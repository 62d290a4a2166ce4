/* Records of several sources, and the items they make together. */
#include "tests/unit/store_fixture.h"

#include "core/memory.h"
#include "store/items.h"
#include "store/joining.h"
#include "store/sheets.h"

#include <stdlib.h>
#include <string.h>

static Item *load(Store *store, const char *id)
{
    Error error = {0};
    Item *item = item_load(store, id, &error);
    check_error(&error);
    return item;
}

typedef struct Dangling {
    size_t count;
    Text text;
} Dangling;

static void note_dangling(void *context, const char *file, long line, const char *id, const char *message)
{
    Dangling *dangling = context;
    dangling->count++;
    text_append_format(&dangling->text, "%s:%ld %s %s\n", file, line, id, message);
}

static void counts_changes(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    begin(store);
    describe_source(store, "gairo", 0);
    assert_int_equal(put(store, "gairo", make_record(KIND_TERM, "term.weights", "Weights")), RECORD_ADDED);
    assert_int_equal(put(store, "gairo", make_record(KIND_TERM, "term.weights", "Weights")), RECORD_UNCHANGED);
    assert_int_equal(put(store, "gairo", make_record(KIND_TERM, "term.weights", "The weights")), RECORD_CHANGED);
    finish(store);
    Item *item = load(store, "term.weights");
    assert_string_equal(item->title, "The weights");
    item_free(item);
}

static void renews_lines_of_unchanged(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Record *record = make_record(KIND_RISK, "risk.a", "A");
    add_link(record, "in", "area.none");
    put_alone(store, "gairo", 0, record);
    record = make_record(KIND_RISK, "risk.a", "A");
    add_link(record, "in", "area.none");
    record->links[0].line = 99;
    begin(store);
    describe_source(store, "gairo", 0);
    assert_int_equal(put(store, "gairo", record), RECORD_UNCHANGED);
    Dangling dangling = {0};
    Error error = {0};
    assert_true(store_records_finish(store, note_dangling, &dangling, &error));
    store_rollback(store);
    assert_non_null(strstr(dangling.text.data, "data/test.xml:99 risk.a the link"));
    text_free(&dangling.text);
}

static void merges_by_rank(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Record *other = make_record(KIND_MODEL, "model.a", "The other's title");
    add_field(other, "released", "2020-01", NULL);
    add_field(other, "url", "https://other.example/", NULL);
    put_alone(store, "other", 100, other);
    Record *own = make_record(KIND_MODEL, "model.a", "Our title");
    free(own->summary);
    own->summary = NULL;
    add_field(own, "released", "2021-01", NULL);
    put_alone(store, "gairo", 0, own);

    Item *item = load(store, "model.a");
    assert_string_equal(item->title, "Our title");
    assert_string_equal(item->summary, "The other's title in short.");
    assert_int_equal(item->field_count, 3);
    assert_string_equal(item_field(item, "released")->value, "2021-01");
    assert_string_equal(item_field(item, "released")->source, "gairo");
    assert_string_equal(item_field(item, "released")->citation.reference, "reference.test");
    assert_string_equal(item_field(item, "url")->source, "other");
    item_free(item);
}

static void changed_rank_changes_title(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    put_alone(store, "first", 10, make_record(KIND_TERM, "term.a", "First"));
    put_alone(store, "second", 20, make_record(KIND_TERM, "term.a", "Second"));
    begin(store);
    describe_source(store, "second", 5);
    finish(store);
    Item *item = load(store, "term.a");
    assert_string_equal(item->title, "Second");
    item_free(item);
}

static void removal_leaves_the_others(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    put_alone(store, "other", 100, make_record(KIND_MODEL, "model.a", "The other's title"));
    Item *before = load(store, "model.a");
    Record *own = make_record(KIND_MODEL, "model.a", "Our title");
    add_field(own, "released", "2021-01", NULL);
    add_cell(own, component_ids[0], "5", "MIT");
    put_alone(store, "gairo", 0, own);

    Error error = {0};
    begin(store);
    assert_true(store_record_remove(store, "gairo", "model.a", &error));
    finish(store);
    Item *after = load(store, "model.a");
    assert_string_equal(after->title, "The other's title");
    assert_string_equal(after->digest, before->digest);
    assert_int_equal(after->field_count, 0);
    assert_int_equal(after->cell_count, 0);
    assert_int_equal(after->citation_count, 1);
    item_free(before);
    item_free(after);

    begin(store);
    assert_true(store_record_remove(store, "other", "model.a", &error));
    finish(store);
    assert_null(item_load(store, "model.a", &error));
    assert_code(&error, ERROR_NOT_FOUND);
}

static void kinds_must_agree(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    put_alone(store, "first", 10, make_record(KIND_FRAMEWORK, "nist:1", "First"));
    begin(store);
    describe_source(store, "second", 20);
    Record *record = make_record(KIND_FRAMEWORK_ENTRY, "nist:1", "Second");
    Error error = {0};
    assert_false(store_record_put(store, "second", "/x", record, NULL, &error));
    assert_int_equal(error.line, 10);
    assert_code(&error, ERROR_INPUT);
    store_rollback(store);
    record_free(record);
}

static void rollback_undoes(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    begin(store);
    describe_source(store, "gairo", 0);
    put(store, "gairo", make_record(KIND_TERM, "term.a", "A"));
    Error error = {0};
    assert_true(store_records_finish(store, NULL, NULL, &error));
    store_rollback(store);
    assert_null(item_load(store, "term.a", &error));
    assert_code(&error, ERROR_NOT_FOUND);
    /* What was touched before is forgotten too. */
    put_alone(store, "gairo", 0, make_record(KIND_TERM, "term.b", "B"));
    assert_null(item_load(store, "term.a", &error));
    assert_code(&error, ERROR_NOT_FOUND);
}

static void needs_a_transaction(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Record *record = make_record(KIND_TERM, "term.a", "A");
    Error error = {0};
    assert_false(store_record_put(store, "gairo", "/x", record, NULL, &error));
    assert_code(&error, ERROR_STORE);
    record_free(record);
}

static void finds_by_origin(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    static const char *const origins[] = {"/data", "/data/a.xml", "/data/deep/b.xml", "/data0/c.xml", "/data.xml"};
    static const char *const ids[] = {"term.a", "term.b", "term.c", "term.d", "term.e"};
    begin(store);
    describe_source(store, "gairo", 0);
    Error error = {0};
    for (size_t i = 0; i < 5; i++) {
        Record *record = make_record(KIND_TERM, ids[i], "T");
        assert_true(store_record_put(store, "gairo", origins[i], record, NULL, &error));
        record_free(record);
    }
    finish(store);
    StringList found = {0};
    assert_true(store_records_of_origin(store, "gairo", "/data", &found, &error));
    assert_int_equal(found.count, 3);
    assert_string_equal(found.items[2], "term.c");
    string_list_free(&found);
    assert_true(store_records_of_origin(store, "other", "/data", &found, &error));
    assert_int_equal(found.count, 0);
}

static void reports_dangling(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    begin(store);
    describe_source(store, "gairo", 0);
    put(store, "gairo", make_record(KIND_REFERENCE, "reference.test", "Test"));
    put(store, "gairo", make_record(KIND_STAGE, "stage.near", "Near"));
    Record *record = make_record(KIND_RISK, "risk.a", "A");
    add_link(record, "in", "area.none");
    add_link(record, "in", "stage.near");
    add_link(record, "at", "stage.near");
    put(store, "gairo", record);
    record = make_record(KIND_MODEL, "model.a", "A");
    add_cell(record, component_ids[3], "5", NULL);
    put(store, "gairo", record);
    Dangling dangling = {0};
    Error error = {0};
    assert_true(store_records_finish(store, note_dangling, &dangling, &error));
    store_rollback(store);
    assert_int_equal(dangling.count, 3);
    assert_non_null(strstr(dangling.text.data, "data/test.xml:12 risk.a the link \"in\" points to \"area.none\""));
    assert_non_null(strstr(dangling.text.data, "\"stage.near\", which is of kind stage, not"));
    assert_non_null(
        strstr(dangling.text.data, "data/test.xml:13 model.a a cell is about \"training.data.pretraining\""));
    text_free(&dangling.text);
}

static void loads_links_both_ways(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Item *risk = load(store, "risk.safeguards-stripped");
    assert_int_equal(risk->link_count, 3);
    assert_string_equal(risk->links[0].relation, "in");
    assert_true(risk->links[0].forward);
    assert_string_equal(risk->links[2].relation, "reduces");
    assert_false(risk->links[2].forward);
    assert_string_equal(risk->links[2].id, "mitigation.tamper-resistance");
    assert_int_equal(risk->links[2].kind, KIND_MITIGATION);
    assert_string_equal(risk->links[2].citation.basis, "editorial");
    assert_string_equal(risk->citations[0].reference_title, "A test reference");
    assert_false(item_is_unchecked(risk));
    item_free(risk);
}

static void resolves_licences(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Item *model = load(store, "model.unnamed");
    assert_int_equal(model->cell_count, COMPONENT_COUNT);
    assert_string_equal(model->cells[0].licence_id, "licence.free");
    assert_string_equal(model->cells[3].licence, "Publicly available");
    assert_null(model->cells[3].licence_id);
    assert_string_equal(model->cells[11].licence_id, "licence.alike");
    item_free(model);
    /* A licence that goes takes its spellings along. */
    Error error = {0};
    begin(store);
    assert_true(store_record_remove(store, "gairo", "licence.alike", &error));
    finish(store);
    model = load(store, "model.unnamed");
    assert_null(model->cells[11].licence_id);
    item_free(model);
}

static void offers_nearest_ids(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Error error = {0};
    assert_null(item_load(store, "risk.safegards-striped", &error));
    assert_non_null(strstr(error.message, "risk.safeguards-stripped"));
    assert_code(&error, ERROR_NOT_FOUND);
    assert_null(item_load(store, "safeguards-stripped", &error));
    assert_non_null(strstr(error.message, "risk.safeguards-stripped"));
    assert_code(&error, ERROR_NOT_FOUND);
    assert_null(item_load(store, "", &error));
    assert_code(&error, ERROR_NOT_FOUND);
}

static void knows_kinds(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Kind kind;
    bool found;
    Error error = {0};
    assert_true(store_item_kind(store, "area.society", &kind, &found, &error));
    assert_true(found);
    assert_int_equal(kind, KIND_AREA);
    assert_true(store_item_kind(store, "area.none", &kind, &found, &error));
    assert_false(found);
}

/* Counts what the database works, in parts of about a millisecond. */
static bool count_work(void *context)
{
    ++*(int *)context;
    return false;
}

#define MANY 4000
#define FEW 200

/* A source of many records must not be read over for each of them. */
static void works_on_one_record_of_many(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Error error = {0};
    Record *found = NULL;
    int work = 0;
    begin(store);
    describe_source(store, "test", 0);
    for (int i = 0; i < MANY; i++) {
        char *id = string_format("term.t%d", i);
        put(store, "test", make_record(KIND_TERM, id, "A term"));
        free(id);
    }
    store_set_stop(store, count_work, &work);
    for (int i = 0; i < FEW; i++) {
        char *id = string_format("term.t%d", i);
        found = record_of_source(store, "test", id, &error);
        assert_non_null(found);
        record_free(found);
        assert_true(store_record_remove(store, "test", id, &error));
        free(id);
    }
    store_set_stop(store, NULL, NULL);
    assert_in_range(work, 0, FEW / 2);
    store_rollback(store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(works_on_one_record_of_many, fixture_set_up, fixture_tear_down),
        cmocka_unit_test_setup_teardown(counts_changes, fixture_set_up, fixture_tear_down),
        cmocka_unit_test_setup_teardown(renews_lines_of_unchanged, fixture_set_up, fixture_tear_down),
        cmocka_unit_test_setup_teardown(merges_by_rank, fixture_set_up, fixture_tear_down),
        cmocka_unit_test_setup_teardown(changed_rank_changes_title, fixture_set_up, fixture_tear_down),
        cmocka_unit_test_setup_teardown(removal_leaves_the_others, fixture_set_up, fixture_tear_down),
        cmocka_unit_test_setup_teardown(kinds_must_agree, fixture_set_up, fixture_tear_down),
        cmocka_unit_test_setup_teardown(rollback_undoes, fixture_set_up, fixture_tear_down),
        cmocka_unit_test_setup_teardown(needs_a_transaction, fixture_set_up, fixture_tear_down),
        cmocka_unit_test_setup_teardown(finds_by_origin, fixture_set_up, fixture_tear_down),
        cmocka_unit_test_setup_teardown(reports_dangling, fixture_set_up, fixture_tear_down),
        cmocka_unit_test_setup_teardown(loads_links_both_ways, fixture_set_up_data, fixture_tear_down),
        cmocka_unit_test_setup_teardown(resolves_licences, fixture_set_up_data, fixture_tear_down),
        cmocka_unit_test_setup_teardown(offers_nearest_ids, fixture_set_up_data, fixture_tear_down),
        cmocka_unit_test_setup_teardown(knows_kinds, fixture_set_up_data, fixture_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
