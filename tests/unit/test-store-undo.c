/* Undoing and doing again, and the marks. */
#include "config.h"

#include "tests/unit/store_fixture.h"

#include "core/memory.h"
#include "store/database.h"
#include "store/items.h"
#include "store/marks.h"
#include "store/sheets.h"
#include "store/undo.h"

#include <stdlib.h>
#include <string.h>

#define RISK "risk.safeguards-stripped"

static int set_up(void **state)
{
    if (fixture_set_up_data(state) != 0)
        return -1;
    Error error = {0};
    bool started = undo_start(((Fixture *)*state)->store, &error);
#ifdef HAVE_SQLITE_SESSION
    assert_true(started);
#else
    assert_false(started);
    assert_code(&error, ERROR_UNSUPPORTED);
#endif
    error_clear(&error);
    return 0;
}

/* The entries of a sheet, joined. The caller owns it. */
static char *entries(Store *store, const char *name)
{
    Text text = {0};
    Sheet *sheet = sheet_load(store, name, NULL);
    for (size_t i = 0; sheet && i < sheet->entry_count; i++)
        text_append_format(&text, "%s%s", i ? " " : "", sheet->entries[i].id);
    sheet_free(sheet);
    return text_take(&text);
}

static void expect_basket(Store *store, const char *expected)
{
    char *found = entries(store, BASKET_NAME);
    assert_string_equal(found, expected);
    free(found);
}

static void expect_words(Store *store, bool again, const char *expected)
{
    Error error = {0};
    char *words = NULL;
    assert_true(again ? redo_step(store, &words, &error) : undo_step(store, &words, &error));
    check_error(&error);
    if (expected)
        assert_string_equal(words, expected);
    else
        assert_null(words);
    free(words);
}

static void each_call_is_a_step(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Error error = {0};
    expect_words(store, false, NULL);
    assert_true(sheet_add(store, BASKET_NAME, RISK, &error));
    assert_true(sheet_add(store, BASKET_NAME, "risk.job-loss", &error));
    assert_true(sheet_move(store, BASKET_NAME, "risk.job-loss", -1, &error));
    expect_basket(store, "risk.job-loss " RISK);
    long long before = store_generation(store);
    expect_words(store, false, "entries of the basket were moved or changed");
    assert_true(store_generation(store) > before);
    expect_basket(store, RISK " risk.job-loss");
    expect_words(store, false, "“Jobs are lost” was put into the basket");
    expect_basket(store, RISK);
    expect_words(store, true, "“Jobs are lost” was put into the basket");
    expect_words(store, true, "entries of the basket were moved or changed");
    expect_words(store, true, NULL);
    expect_basket(store, "risk.job-loss " RISK);
    assert_true(sheet_clear(store, BASKET_NAME, &error));
    expect_basket(store, "");
    expect_words(store, false, "2 entries were taken out of the basket");
    expect_basket(store, "risk.job-loss " RISK);
    /* something new: what was undone can no more be done again */
    assert_true(sheet_remove(store, BASKET_NAME, RISK, &error));
    expect_words(store, true, NULL);
    expect_words(store, false, "“Safeguards can be stripped” was taken out of the basket");
}

static char *note_on(Store *store, const char *id)
{
    Item *item = item_load(store, id, NULL);
    char *note = string_copy(item->note);
    item_free(item);
    return note;
}

static void notes(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Error error = {0};
    assert_true(note_put(store, RISK, "First words", &error));
    assert_true(note_put(store, RISK, "Other words", &error));
    assert_true(note_put(store, RISK, NULL, &error));
    expect_words(store, false, "the note on “Safeguards can be stripped” was taken away");
    char *note = note_on(store, RISK);
    assert_string_equal(note, "Other words");
    free(note);
    expect_words(store, false, "the note on “Safeguards can be stripped” was changed");
    note = note_on(store, RISK);
    assert_string_equal(note, "First words");
    free(note);
    expect_words(store, false, "the note on “Safeguards can be stripped” was written");
    assert_null(note_on(store, RISK));
    expect_words(store, true, "the note on “Safeguards can be stripped” was written");
    note = note_on(store, RISK);
    assert_string_equal(note, "First words");
    free(note);
}

static void reviews(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Error error = {0};
    Review review = {
        .item = (char *)RISK, .verdict = VERDICT_CHECKED, .reviewer = (char *)"Ada", .date = (char *)"2026-11-20"};
    /* Only what is said to be the paper's is marked. */
    assert_true(store_run(store, NULL, "UPDATE citation SET basis = 'abstract' WHERE item = ?1", "s", RISK));
    assert_true(review_put(store, &review, NULL, &error));
    check_error(&error);
    expect_words(store, false, "“Safeguards can be stripped” was reviewed");
    Reviews all = {0};
    assert_true(reviews_list(store, RISK, &all, &error));
    assert_int_equal(all.count, 0);
    reviews_free(&all);
    expect_words(store, true, "“Safeguards can be stripped” was reviewed");
    assert_true(reviews_list(store, RISK, &all, &error));
    assert_int_equal(all.count, 1);
    reviews_free(&all);
}

static void sheets_whole(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Error error = {0};
    assert_true(sheet_create(store, "brief", NULL, &error));
    assert_true(sheet_add(store, "brief", RISK, &error));
    expect_words(store, false, "“Safeguards can be stripped” was put into the sheet “brief”");
    expect_words(store, false, "the sheet “brief” was made");
    assert_null(sheet_load(store, "brief", NULL));
    expect_words(store, true, "the sheet “brief” was made");
    expect_words(store, true, "“Safeguards can be stripped” was put into the sheet “brief”");
    char *found = entries(store, "brief");
    assert_string_equal(found, RISK);
    free(found);
}

/* What another program did to the same thing stays; the step is forgotten, and those before it still serve. */
static void refuses_what_others_changed(void **state)
{
    Fixture *fixture = *state;
    Error error = {0};
    Store *other = NULL;
    char *words = NULL;
    assert_true(sheet_add(fixture->store, BASKET_NAME, "risk.job-loss", &error));
    assert_true(note_put(fixture->store, RISK, "Mine", &error));
    assert_true(store_open(fixture->path, STORE_WRITE, &other, &error));
    assert_true(note_put(other, RISK, "Theirs", &error));
    store_close(other);
    assert_false(undo_step(fixture->store, &words, &error));
    assert_null(words);
    assert_non_null(strstr(error.message, "changed by another program"));
    assert_code(&error, ERROR_INPUT);
    char *note = note_on(fixture->store, RISK);
    assert_string_equal(note, "Theirs");
    free(note);
    expect_words(fixture->store, false, "“Jobs are lost” was put into the basket");
}

/* While another program has the lock nothing is lost: the step can be undone later. */
static void waits_for_the_lock(void **state)
{
    Fixture *fixture = *state;
    Error error = {0};
    Store *other = NULL;
    char *words = NULL;
    assert_true(sheet_add(fixture->store, BASKET_NAME, RISK, &error));
    assert_true(store_open(fixture->path, STORE_WRITE, &other, &error));
    begin(other);
    assert_false(undo_step(fixture->store, &words, &error));
    assert_code(&error, ERROR_BUSY);
    store_rollback(other);
    store_close(other);
    expect_words(fixture->store, false, "“Safeguards can be stripped” was put into the basket");
    expect_basket(fixture->store, "");
}

/* What was done before the program ended can be undone after the next start, and done again. */
static void outlives_the_program(void **state)
{
    Fixture *fixture = *state;
    Error error = {0};
    assert_true(sheet_add(fixture->store, BASKET_NAME, RISK, &error));
    assert_true(sheet_add(fixture->store, BASKET_NAME, "risk.job-loss", &error));
    expect_words(fixture->store, false, "“Jobs are lost” was put into the basket");
    for (int start = 0; start < 2; start++) {
        store_close(fixture->store);
        assert_true(store_open(fixture->path, STORE_WRITE, &fixture->store, &error));
        assert_true(undo_start(fixture->store, &error));
        if (start == 0) {
            expect_words(fixture->store, true, "“Jobs are lost” was put into the basket");
            expect_basket(fixture->store, RISK " risk.job-loss");
        }
    }
    expect_words(fixture->store, false, "“Jobs are lost” was put into the basket");
    expect_words(fixture->store, false, "“Safeguards can be stripped” was put into the basket");
    expect_words(fixture->store, false, NULL);
    expect_basket(fixture->store, "");
}

/* Only so many are kept, and none of an older schema. */
static void old_steps_are_forgotten(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Error error = {0};
    long long count = 0;
    assert_true(note_put(store, RISK, "One", &error));
    assert_int_equal(sqlite3_exec(store->database, "UPDATE undo_step SET version = version - 1", NULL, NULL, NULL),
                     SQLITE_OK);
    expect_words(store, false, NULL);
    assert_true(note_put(store, RISK, "Two", &error));
    assert_true(store_number(store, &error, &count, "SELECT count(*) FROM undo_step", ""));
    assert_int_equal(count, 1);
    assert_int_equal(sqlite3_exec(store->database, "UPDATE undo_step SET changeset = x'00ff'", NULL, NULL, NULL),
                     SQLITE_OK);
    char *words = NULL;
    assert_false(undo_step(store, &words, &error));
    error_clear(&error);
    expect_words(store, false, NULL);
    for (int i = 0; i < UNDO_STEPS_MAX + 10; i++)
        assert_true(note_put(store, RISK, i % 2 ? "Odd" : "Even", &error));
    assert_true(store_number(store, &error, &count, "SELECT count(*) FROM undo_step", ""));
    assert_int_equal(count, UNDO_STEPS_MAX);
}

/* Loading data is no step of the user's. */
static void loads_are_no_steps(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    put_alone(store, "gairo", 0, make_record(KIND_TERM, "term.one", "One"));
    expect_words(store, false, NULL);
}

static void marks(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Error error = {0};
    Marks all = {0};
    assert_true(
        mark_put(store, &(Mark){.name = (char *)"b", .place = (char *)"risks?at=x", .title = (char *)"Risks"}, &error));
    assert_true(mark_put(store, &(Mark){.name = (char *)"a", .item = (char *)RISK}, &error));
    assert_true(
        mark_put(store, &(Mark){.name = (char *)"b", .place = (char *)"models", .title = (char *)"Models"}, &error));
    assert_true(marks_list(store, &all, &error));
    assert_int_equal(all.count, 2);
    assert_string_equal(all.marks[0].name, "a");
    assert_string_equal(all.marks[0].title, "Safeguards can be stripped");
    assert_string_equal(all.marks[1].place, "models");
    marks_free(&all);
    assert_false(mark_put(store, &(Mark){.name = (char *)"", .item = (char *)RISK}, &error));
    assert_code(&error, ERROR_USAGE);
    assert_false(mark_put(store, &(Mark){.name = (char *)"\xff", .item = (char *)RISK}, &error));
    assert_code(&error, ERROR_USAGE);
    assert_false(mark_remove(store, "z", &error));
    assert_code(&error, ERROR_NOT_FOUND);
    assert_true(mark_remove(store, "b", &error));
#ifdef HAVE_SQLITE_SESSION
    expect_words(store, false, "the mark “b” was taken away");
    expect_words(store, false, "the mark “b” was set anew");
    assert_true(marks_list(store, &all, &error));
    assert_string_equal(all.marks[1].place, "risks?at=x");
    marks_free(&all);
#endif
}

int main(void)
{
#define WITH_UNDO(test) cmocka_unit_test_setup_teardown(test, set_up, fixture_tear_down)
    const struct CMUnitTest tests[] = {
#ifdef HAVE_SQLITE_SESSION
        WITH_UNDO(each_call_is_a_step),
        WITH_UNDO(notes),
        WITH_UNDO(reviews),
        WITH_UNDO(sheets_whole),
        WITH_UNDO(waits_for_the_lock),
        WITH_UNDO(refuses_what_others_changed),
        WITH_UNDO(loads_are_no_steps),
        WITH_UNDO(outlives_the_program),
        WITH_UNDO(old_steps_are_forgotten),
#endif
        WITH_UNDO(marks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
