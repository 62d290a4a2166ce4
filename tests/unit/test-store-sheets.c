/* The user's sheets: what they hold and say, and the check before they go out. */
#include "tests/unit/store_fixture.h"

#include "core/memory.h"
#include "store/items.h"
#include "store/sheet_check.h"
#include "store/sheets.h"

#include <stdlib.h>
#include <string.h>

static char *ids_of(Store *store, const char *name)
{
    Error error = {0};
    Text ids = {0};
    Sheet *sheet = sheet_load(store, name, &error);
    check_error(&error);
    for (size_t i = 0; i < sheet->entry_count; i++)
        text_append_format(&ids, "%s%s", i ? " " : "", sheet->entries[i].id);
    sheet_free(sheet);
    return text_take(&ids);
}

static void assert_ids(Store *store, const char *name, const char *expected)
{
    char *ids = ids_of(store, name);
    assert_string_equal(ids, expected);
    free(ids);
}

static void make_sheet(Store *store, const char *name)
{
    Error error = {0};
    sheet_create(store, name, NULL, &error);
    check_error(&error);
}

static void keeps_what_is_said(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Error error = {0};
    make_sheet(store, "mine");
    assert_true(sheet_set(store, "mine", SHEET_AUDIENCE, "The minister", &error));
    assert_true(sheet_set(store, "mine", SHEET_DATE, "2026-11-26", &error));
    assert_true(sheet_set(store, "mine", SHEET_CLASSIFICATION, "For official use", &error));
    assert_true(sheet_add(store, "mine", "risk.job-loss", &error));
    assert_true(sheet_set_depth(store, "mine", "risk.job-loss", DEPTH_SUMMARY, &error));
    assert_true(sheet_set_heading(store, "mine", "risk.job-loss", "What is at stake", &error));
    assert_true(sheet_set_remark(store, "mine", "risk.job-loss", "two\nlines", &error));
    Sheet *sheet = sheet_load(store, "mine", &error);
    check_error(&error);
    assert_string_equal(sheet_property(sheet, SHEET_AUDIENCE), "The minister");
    assert_string_equal(sheet_property(sheet, SHEET_DATE), "2026-11-26");
    assert_string_equal(sheet_property(sheet, SHEET_CLASSIFICATION), "For official use");
    assert_null(sheet_property(sheet, SHEET_AUTHOR));
    assert_int_equal(sheet->entries[0].depth, DEPTH_SUMMARY);
    assert_string_equal(sheet->entries[0].heading, "What is at stake");
    assert_string_equal(sheet->entries[0].remark, "two\nlines");
    assert_true(sheet_has_headings(sheet));
    sheet_free(sheet);
    assert_true(sheet_set(store, "mine", SHEET_AUDIENCE, "", &error));
    assert_true(sheet_set_heading(store, "mine", "risk.job-loss", NULL, &error));
    sheet = sheet_load(store, "mine", &error);
    assert_null(sheet_property(sheet, SHEET_AUDIENCE));
    assert_false(sheet_has_headings(sheet));
    sheet_free(sheet);
}

static void refuses(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Error error = {0};
    make_sheet(store, "mine");
    assert_false(sheet_set(store, "mine", SHEET_DATE, "2026-13-01", &error));
    assert_code(&error, ERROR_USAGE);
    assert_false(sheet_set(store, "mine", SHEET_DATE, "2026", &error));
    assert_code(&error, ERROR_USAGE);
    assert_false(sheet_set(store, "mine", SHEET_TITLE, "\xff", &error));
    assert_code(&error, ERROR_USAGE);
    assert_false(sheet_set(store, "none", SHEET_TITLE, "x", &error));
    assert_code(&error, ERROR_NOT_FOUND);
    assert_false(sheet_set_depth(store, "mine", "risk.job-loss", DEPTH_TITLE, &error));
    assert_code(&error, ERROR_NOT_FOUND);
    assert_false(sheet_delete(store, BASKET_NAME, &error));
    assert_code(&error, ERROR_USAGE);
    assert_false(sheet_rename(store, BASKET_NAME, "other", &error));
    assert_code(&error, ERROR_USAGE);
    assert_false(sheet_rename(store, "mine", BASKET_NAME, &error));
    assert_code(&error, ERROR_USAGE);
    assert_false(sheet_load(store, "mime", &error));
    assert_non_null(strstr(error.message, "\"mine\""));
    error_clear(&error);
    char job[] = "risk.job-loss", none[] = "risk.none", *ids[] = {job, none};
    assert_false(sheet_add_all(store, "mine", &(StringList){.items = ids, .count = 2}, &error));
    assert_code(&error, ERROR_NOT_FOUND);
    assert_ids(store, "mine", ""); /* all or none */
}

static void copies_renames_and_deletes(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Error error = {0};
    make_sheet(store, "mine");
    assert_true(sheet_add(store, "mine", "stage.long", &error));
    assert_true(sheet_add(store, "mine", "risk.job-loss", &error));
    assert_true(sheet_set_remark(store, "mine", "risk.job-loss", "ask", &error));
    assert_true(sheet_copy(store, "mine", "other", &error));
    assert_true(sheet_place(store, "other", "risk.job-loss", 1, &error));
    assert_ids(store, "other", "risk.job-loss stage.long");
    assert_true(sheet_place(store, "other", "risk.job-loss", 99, &error));
    assert_ids(store, "other", "stage.long risk.job-loss");
    assert_true(sheet_rename(store, "other", "third", &error));
    assert_true(sheet_delete(store, "mine", &error));
    assert_null(sheet_load(store, "mine", &error));
    assert_code(&error, ERROR_NOT_FOUND);
    Sheet *sheet = sheet_load(store, "third", &error);
    check_error(&error);
    assert_string_equal(sheet->entries[1].remark, "ask");
    sheet_free(sheet);
}

/* The rules that the check finds for a sheet, each once, in order. */
static char *rules_of(Store *store, const char *name, const char *as_of)
{
    Error error = {0};
    SheetRemarks remarks = {0};
    Text rules = {0};
    Sheet *sheet = sheet_load(store, name, &error);
    check_error(&error);
    sheet_check(store, sheet, as_of, &remarks, &error);
    check_error(&error);
    for (size_t i = 0; i < remarks.count; i++)
        text_append_format(&rules, "%s%s:%s", i ? " " : "", remarks.remarks[i].rule,
                           remarks.remarks[i].id ? remarks.remarks[i].id : "");
    sheet_remarks_free(&remarks);
    sheet_free(sheet);
    return text_take(&rules);
}

static void assert_rules(Store *store, const char *as_of, const char *expected)
{
    char *rules = rules_of(store, "mine", as_of);
    assert_string_equal(rules, expected);
    free(rules);
}

static void put_changed(Store *store, const char *title)
{
    Record *record = make_record(KIND_RISK, "risk.changing", title);
    put_alone(store, "other", 5, record);
}

static void checks_before_export(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Error error = {0};
    make_sheet(store, "mine");
    assert_rules(store, NULL, "empty:");
    put_changed(store, "As it was");
    assert_true(sheet_add(store, "mine", "risk.changing", &error));
    /* The fixture's records rest on our own synthesis. */
    assert_rules(store, NULL, "no-source:risk.changing one-sided:");
    put_changed(store, "As it is");
    assert_rules(store, NULL, "changed:risk.changing no-source:risk.changing one-sided:");
}

static void put_law(Store *store, const char *event, const char *date)
{
    Record *record = make_record(KIND_INSTRUMENT, "instrument.changing", "An act");
    add_event(record, "2020-01-01", "adopted");
    if (event)
        add_event(record, date, event);
    put_alone(store, "other", 5, record);
}

static void notices_changed_law(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Error error = {0};
    make_sheet(store, "mine");
    setenv("GAIRO_TODAY", "2026-01-01", 1);
    put_law(store, "in-force", "2024-01-01");
    assert_true(sheet_add(store, "mine", "instrument.changing", &error));
    assert_rules(store, NULL, "no-source:instrument.changing");
    put_law(store, "revoked", "2025-06-01");
    assert_rules(store, NULL, "no-source:instrument.changing law-changed:instrument.changing");
    unsetenv("GAIRO_TODAY");
}

static void tells_what_is_gone(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Error error = {0};
    make_sheet(store, "mine");
    put_changed(store, "As it was");
    assert_true(sheet_add(store, "mine", "risk.changing", &error));
    begin(store);
    assert_true(store_record_remove(store, "other", "risk.changing", &error));
    finish(store);
    assert_rules(store, NULL, "gone:risk.changing");
    assert_true(sheet_set_depth(store, "mine", "risk.changing", DEPTH_TITLE, &error));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(keeps_what_is_said, fixture_set_up_data, fixture_tear_down),
        cmocka_unit_test_setup_teardown(refuses, fixture_set_up_data, fixture_tear_down),
        cmocka_unit_test_setup_teardown(copies_renames_and_deletes, fixture_set_up_data, fixture_tear_down),
        cmocka_unit_test_setup_teardown(checks_before_export, fixture_set_up_data, fixture_tear_down),
        cmocka_unit_test_setup_teardown(notices_changed_law, fixture_set_up_data, fixture_tear_down),
        cmocka_unit_test_setup_teardown(tells_what_is_gone, fixture_set_up_data, fixture_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
