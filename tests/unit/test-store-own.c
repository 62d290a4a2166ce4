/* The user's own things, the sources, and what is found wrong. */
#include "tests/unit/store_fixture.h"

#include "core/memory.h"
#include "store/database.h"
#include "store/following.h"
#include "store/items.h"
#include "store/marks.h"
#include "store/sheets.h"
#include "store/sources.h"

#include <stdlib.h>
#include <string.h>

static void check_sheet(Store *store, const char *name, const char *expected)
{
    Error error = {0};
    Text ids = {0};
    Sheet *sheet = sheet_load(store, name, &error);
    check_error(&error);
    for (size_t i = 0; i < sheet->entry_count; i++)
        text_append_format(&ids, "%s%s%s", i ? " " : "", sheet->entries[i].id, sheet->entries[i].gone ? "(gone)" : "");
    assert_string_equal(ids.data ? ids.data : "", expected);
    text_free(&ids);
    sheet_free(sheet);
}

static void keeps_the_order(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Error error = {0};
    static const char *const ids[] = {"stage.near-term", "stage.long", "actor.funders", "stage.near-term"};
    check_sheet(store, BASKET_NAME, "");
    for (size_t i = 0; i < 4; i++)
        assert_true(sheet_add(store, BASKET_NAME, ids[i], &error));
    check_sheet(store, BASKET_NAME, "stage.near-term stage.long actor.funders");
    assert_true(sheet_move(store, BASKET_NAME, "actor.funders", -1, &error));
    check_sheet(store, BASKET_NAME, "stage.near-term actor.funders stage.long");
    assert_true(sheet_move(store, BASKET_NAME, "stage.near-term", 100, &error));
    check_sheet(store, BASKET_NAME, "actor.funders stage.long stage.near-term");
    assert_true(sheet_move(store, BASKET_NAME, "stage.near-term", -100, &error));
    check_sheet(store, BASKET_NAME, "stage.near-term actor.funders stage.long");
    assert_true(sheet_remove(store, BASKET_NAME, "actor.funders", &error));
    check_sheet(store, BASKET_NAME, "stage.near-term stage.long");
    assert_true(sheet_clear(store, BASKET_NAME, &error));
    check_sheet(store, BASKET_NAME, "");
}

static void refuses_what_is_not_there(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Error error = {0};
    assert_false(sheet_add(store, BASKET_NAME, "risk.none", &error));
    assert_code(&error, ERROR_NOT_FOUND);
    assert_false(sheet_add(store, "none", "risk.job-loss", &error));
    assert_code(&error, ERROR_NOT_FOUND);
    assert_false(sheet_remove(store, BASKET_NAME, "risk.job-loss", &error));
    assert_code(&error, ERROR_NOT_FOUND);
    assert_null(sheet_load(store, "none", &error));
    assert_code(&error, ERROR_NOT_FOUND);
    assert_true(sheet_create(store, "mine", "My sheet", &error));
    assert_false(sheet_create(store, "mine", NULL, &error));
    assert_code(&error, ERROR_USAGE);
    assert_false(sheet_create(store, "", NULL, &error));
    assert_code(&error, ERROR_USAGE);
    assert_false(sheet_create(store, "\xff", NULL, &error));
    assert_code(&error, ERROR_USAGE);
    assert_false(note_put(store, "risk.none", "words", &error));
    assert_code(&error, ERROR_NOT_FOUND);
    StringList names = {0};
    assert_true(sheet_names(store, &names, &error));
    assert_int_equal(names.count, 2);
    assert_string_equal(names.items[0], BASKET_NAME);
    string_list_free(&names);
}

/* Imports, changes and removals touch nothing of the user's. */
static void survives_loads(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Error error = {0};
    assert_true(sheet_add(store, BASKET_NAME, "risk.job-loss", &error));
    assert_true(note_put(store, "risk.job-loss", "ask the union", &error));
    put_alone(store, "gairo", 0, make_record(KIND_RISK, "risk.job-loss", "Work changes"));
    Item *item = item_load(store, "risk.job-loss", &error);
    assert_string_equal(item->title, "Work changes");
    assert_string_equal(item->note, "ask the union");
    assert_true(item->in_basket);
    item_free(item);
    begin(store);
    assert_true(store_record_remove(store, "gairo", "risk.job-loss", &error));
    finish(store);
    check_sheet(store, BASKET_NAME, "risk.job-loss(gone)");
    Sheet *sheet = sheet_load(store, BASKET_NAME, &error);
    assert_string_equal(sheet->entries[0].title, "Jobs are lost");
    assert_string_equal(sheet->entries[0].note, "ask the union");
    sheet_free(sheet);
    assert_true(note_put(store, "risk.job-loss", "gone, but noted", &error));
    put_alone(store, "gairo", 0, make_record(KIND_RISK, "risk.job-loss", "Back again"));
    check_sheet(store, BASKET_NAME, "risk.job-loss");
    assert_true(note_put(store, "risk.job-loss", "", &error));
    item = item_load(store, "risk.job-loss", &error);
    assert_null(item->note);
    item_free(item);
}

static void lists_sources(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    SourceInfos sources = {0};
    Error error = {0};
    assert_true(sources_list(store, &sources, &error));
    assert_int_equal(sources.count, 2);
    assert_string_equal(sources.sources[0].id, "gairo");
    assert_string_equal(sources.sources[1].id, "openness");
    assert_int_equal(sources.sources[1].records, 4);
    assert_int_equal(strlen(sources.sources[0].imported), strlen("2024-01-01T00:00:00Z"));
    source_infos_free(&sources);
}

/* The fixture is too small for the rules about fields, lengths and sources; tests/data/check-rules is about those.
 */
static bool is_of_interest(const char *rule)
{
    static const char *const others[] = {"missing-field",  "missing-reason", "missing-link",
                                         "summary-length", "body-length",    "empty-field",
                                         "thin-evidence",  "near-duplicate", "cell-without-source",
                                         "no-crosswalk",   "undisputed"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        if (strcmp(others[i], rule) == 0)
            return false;
    }
    return true;
}

/* The findings as "rule id" lines. */
static char *find(Store *store)
{
    Findings findings = {0};
    Error error = {0};
    Text text = {0};
    findings_collect(store, &findings, &error);
    check_error(&error);
    for (size_t i = 0; i < findings.count; i++) {
        const Finding *finding = &findings.findings[i];
        if (is_of_interest(finding->rule->name))
            text_append_format(&text, "%s %s\n", finding->rule->name, finding->id ? finding->id : "-");
    }
    findings_free(&findings);
    return text_take(&text);
}

static void check_findings(Store *store, const char *expected)
{
    char *found = find(store);
    assert_string_equal(found, expected);
    free(found);
}

static void finds_gaps_in_the_data(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    check_findings(store, "no-mitigation risk.job-loss\n");
    Record *record = make_record(KIND_RISK, "risk.job-loss", "Jobs are lost");
    add_link(record, "in", "area.society");
    add_field(record, "gap", NULL, "None is known.");
    put_alone(store, "gairo", 0, record);
    check_findings(store, "");

    begin(store);
    record = make_record(KIND_RECOMMENDATION, "recommendation.r", "R");
    free(record->summary);
    free(record->body);
    record->summary = record->body = NULL;
    put(store, "gairo", record);
    put(store, "gairo", make_record(KIND_REFERENCE, "reference.unused", "U"));
    put(store, "gairo", make_record(KIND_AREA, "area.empty", "E"));
    record = make_record(KIND_MODEL, "model.m", "M");
    add_cell(record, component_ids[0], "5", NULL);
    add_cell(record, component_ids[1], "5", NULL);
    add_link(record, "developed-by", "organisation.none");
    put(store, "gairo", record);
    record = make_record(KIND_TERM, "term.unsourced", "T");
    free(record->citations[0].reference);
    free(record->citations[0].basis);
    record->citation_count = 0;
    put(store, "gairo", record);
    finish(store);
    check_findings(store, "dangling-link model.m\nno-source term.unsourced\nmissing-summary "
                          "recommendation.r\nmissing-body recommendation.r\n"
                          "recommendation-without-actor recommendation.r\nunused-reference reference.unused\n"
                          "empty-area area.empty\nincomplete-matrix model.m\n");
}

static void run_sql(Store *store, const char *sql)
{
    assert_int_equal(sqlite3_exec(store->database, sql, NULL, NULL, NULL), SQLITE_OK);
}

static void finds_damage(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    char *before = find(store);
    run_sql(store, "UPDATE record SET body = 'A paragraph of wards.' WHERE id = 'actor.funders'");
    run_sql(store, "UPDATE cell SET value = '4' WHERE item = 'model.shut' AND value = '3'");
    run_sql(store, "DELETE FROM event WHERE item = 'provision.ai-act-53' AND type = 'applies'");
    char *after = find(store);
    assert_non_null(strstr(after, "record-digest actor.funders\n"));
    assert_non_null(strstr(after, "record-digest model.shut\n"));
    assert_non_null(strstr(after, "record-digest provision.ai-act-53\n"));
    assert_null(strstr(before, "record-digest"));
    free(before);
    free(after);
    run_sql(store, "DELETE FROM search WHERE rowid = (SELECT number FROM item WHERE id = 'stage.long')");
    run_sql(store, "PRAGMA foreign_keys = OFF; DELETE FROM source WHERE id = 'openness'; PRAGMA foreign_keys = ON");
    after = find(store);
    assert_non_null(strstr(after, "integrity stage.long\n"));
    assert_non_null(strstr(after, "integrity -\n"));
    free(after);
}

static void note(Store *store, const char *from, const char *to)
{
    Error error = {0};
    assert_true(store_begin(store, &error) && following_note(store, from, to, &error) && store_commit(store, &error));
    check_error(&error);
}

/* A mark on an id that became another leads there, whichever way it came. */
static void follows_ids(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Error error = {0};
    Marks marks = {0};
    char *now = NULL;
    assert_true(mark_put(store, &(Mark){.name = (char *)"a", .item = (char *)"risk.before"}, &error));
    note(store, "risk.before", "risk.between");
    note(store, "risk.between", "risk.job-loss");
    assert_true(marks_list(store, &marks, &error));
    assert_string_equal(marks.marks[0].item, "risk.job-loss");
    marks_free(&marks);
    assert_true(item_id_now(store, "risk.between", &now, &error));
    assert_string_equal(now, "risk.job-loss");
    free(now);
    Item *item = item_load(store, "risk.before", &error);
    assert_non_null(item);
    assert_string_equal(item->id, "risk.job-loss");
    item_free(item);
    /* Back again: none leads in a circle. */
    note(store, "risk.job-loss", "risk.before");
    assert_true(item_id_now(store, "risk.between", &now, &error));
    assert_string_equal(now, "risk.before");
    free(now);
    assert_true(item_id_now(store, "risk.before", &now, &error));
    assert_string_equal(now, "risk.before");
    free(now);
}

static bool is_in_body(const char *summary, const char *body)
{
    char words[64], text[64];
    assert_true(strlen(summary) < sizeof words && strlen(body) < sizeof text);
    strcpy(words, summary);
    strcpy(text, body);
    Item item = {.summary = words, .body = text};
    return item_summary_is_in_body(&item);
}

static void tells_a_summary_that_the_body_has(void **state)
{
    (void)state;
    assert_true(is_in_body("The sea rises.", "Statement\n\nThe sea\nrises. It falls."));
    assert_true(is_in_body("The sea rises. It…", "The sea rises. It falls."));
    assert_false(is_in_body("The sea falls.", "The sea rises. It falls."));
    assert_false(is_in_body("…", "The sea rises."));
    Item item = {0};
    assert_false(item_summary_is_in_body(&item));
}

int main(void)
{
#define WITH_DATA(test) cmocka_unit_test_setup_teardown(test, fixture_set_up_data, fixture_tear_down)
    const struct CMUnitTest tests[] = {
        WITH_DATA(keeps_the_order), WITH_DATA(refuses_what_is_not_there), WITH_DATA(survives_loads),
        WITH_DATA(follows_ids), cmocka_unit_test(tells_a_summary_that_the_body_has), WITH_DATA(lists_sources),   WITH_DATA(finds_gaps_in_the_data),    WITH_DATA(finds_damage),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
