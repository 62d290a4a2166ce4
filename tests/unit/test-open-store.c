/* The database that is made from the shipped data set, and its upgrades. */
#include "tests/unit/test.h"

#include "core/file.h"
#include "core/memory.h"
#include "store/sheets.h"
#include "tests/unit/sandbox.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* How many entries the database's folder has; 0 where there is none. */
static size_t count_entries(const Sandbox *sandbox)
{
    char *path = sandbox_path(sandbox, "database");
    DIR *folder = opendir(path);
    size_t count = 0;

    while (folder != NULL && readdir(folder) != NULL)
        count++;
    if (folder != NULL)
        closedir(folder);
    free(path);
    return count > 2 ? count - 2 : 0;
}

static void check_not_made(Sandbox *sandbox, const ImportOptions *options, ErrorCode code)
{
    Error error = {0};

    assert_false(import_open_store(sandbox->database, options, &sandbox->store, &error));
    if (error.code != code)
        fail_msg("error %d: %s", error.code, error.message);
    assert_null(sandbox->store);
    assert_int_equal(count_entries(sandbox), 0);
    error_clear(&error);
}

static void test_a_new_database_has_the_shipped_data(void **state)
{
    Sandbox *sandbox = *state;
    bool newer = true;
    char *note;

    sandbox_open(sandbox);
    assert_true(has_item(sandbox, "reference.base"));
    assert_string_equal(store_path(sandbox->store), sandbox->database);
    note = store_note_get(sandbox->store, "shipped-version");
    assert_string_equal(note, "2024-01-01");
    free(note);
    assert_true(import_shipped_is_newer(sandbox->store, &newer, NULL));
    assert_false(newer);
    store_close(sandbox->store);
    sandbox->store = NULL;
    assert_int_equal(count_entries(sandbox), 1);
    sandbox_remember(sandbox);
    sandbox_open(sandbox);
    check_untouched(sandbox);
}

static void test_faulty_shipped_data_leaves_no_database(void **state)
{
    Sandbox *sandbox = *state;

    sandbox_write(sandbox, "resources/data/bad.xml", "<gairo xmlns=\"urn:gairo:data:1\" source=\"gairo\"><x/></gairo>");
    check_not_made(sandbox, NULL, ERROR_INPUT);
    sandbox_write(sandbox, "resources/data/bad.xml", NULL);
    sandbox_write(sandbox, "resources/data/VERSION", "\n");
    check_not_made(sandbox, NULL, ERROR_INPUT);
    sandbox_write(sandbox, "resources/data/VERSION", NULL);
    check_not_made(sandbox, NULL, ERROR_NOT_FOUND);
}

static bool stop(void *context, const ImportProgress *progress)
{
    (void)context;
    (void)progress;
    return false;
}

static void test_stopping_leaves_no_database(void **state)
{
    ImportOptions options = {.progress = stop};

    check_not_made(*state, &options, ERROR_CANCELLED);
}

static void test_a_folder_that_may_not_be_written_is_one_clear_line(void **state)
{
    Sandbox *sandbox = *state;
    char *folder = sandbox_path(sandbox, "database");

    if (geteuid() == 0) {
        free(folder);
        print_message("the superuser may write everywhere\n");
        skip();
    }
    assert_int_equal(mkdir(folder, 0500), 0);
    check_not_made(sandbox, NULL, ERROR_IO);
    free(folder);
}

static void test_a_file_in_the_folders_place_is_one_clear_line(void **state)
{
    Sandbox *sandbox = *state;

    sandbox_write(sandbox, "database", "a file");
    check_not_made(sandbox, NULL, ERROR_IO);
}

static void test_a_place_where_nothing_can_be_made_is_one_clear_line(void **state)
{
    Store *store = NULL;
    Error error = {0};

    (void)state;
    assert_false(import_open_store("/proc/no-folder/gairo.db", NULL, &store, &error));
    assert_int_equal(error.code, ERROR_IO);
    assert_non_null(strstr(error.file, "/proc/no-folder"));
    assert_null(store);
    error_clear(&error);
}

static void test_what_is_no_database_is_left_alone(void **state)
{
    Sandbox *sandbox = *state;
    Error error = {0};

    sandbox_write(sandbox, "database/gairo.db",
                  "This is a letter to my grandmother, and not a database at all. "
                  "It is long enough to be mistaken for one, by its length alone.");
    sandbox_remember(sandbox);
    assert_false(import_open_store(sandbox->database, NULL, &sandbox->store, &error));
    assert_int_equal(error.code, ERROR_INPUT);
    check_untouched(sandbox);
    error_clear(&error);
}

static void test_leftovers_of_a_killed_gairo_go(void **state)
{
    Sandbox *sandbox = *state;

    sandbox_write(sandbox, "database/.gairo-new-abcdef/gairo.db", "part");
    sandbox_write(sandbox, "database/.gairo-new-abcdef/gairo.db-journal", "part");
    /* A journal of a database that was deleted would be played back into the new one. */
    sandbox_write(sandbox, "database/gairo.db-journal", "stale");
    sandbox_write(sandbox, "database/gairo.db-wal", "stale");
    sandbox_open(sandbox);
    assert_true(has_item(sandbox, "stage.base"));
    store_close(sandbox->store);
    sandbox->store = NULL;
    assert_int_equal(count_entries(sandbox), 1);
}

static void test_two_at_once_make_one_database(void **state)
{
    Sandbox *sandbox = *state;
    pid_t children[4];
    int status;

    for (size_t i = 0; i < 4; i++) {
        children[i] = fork();
        assert_true(children[i] >= 0);
        if (children[i] == 0) {
            Store *store = NULL;
            bool good = import_open_store(sandbox->database, NULL, &store, NULL);

            store_close(store);
            _exit(good ? 0 : 1);
        }
    }
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(waitpid(children[i], &status, 0), children[i]);
        assert_int_equal(status, 0);
    }
    assert_int_equal(count_entries(sandbox), 1);
    sandbox_open(sandbox);
    assert_true(has_item(sandbox, "stage.base"));
}

static bool load_shipped(Sandbox *sandbox)
{
    import_report_free(&sandbox->report);
    error_clear(&sandbox->error);
    return import_shipped(sandbox->store, &sandbox->options, &sandbox->report, &sandbox->error);
}

/* Another program makes a database at the place while ours is made. */
static bool make_another(void *context, const ImportProgress *progress)
{
    const Sandbox *sandbox = context;
    Store *store = NULL;
    Error error = {0};

    (void)progress;
    if (file_exists(sandbox->database))
        return true;
    if (!store_open(sandbox->database, STORE_CREATE, &store, &error) || !store_note_put(store, "mine", "yes", &error))
        fail_msg("%s", error.message);
    store_close(store);
    return true;
}

static void test_a_database_that_appears_meanwhile_is_not_replaced(void **state)
{
    Sandbox *sandbox = *state;
    ImportOptions options = {.progress = make_another, .context = sandbox};
    Error error = {0};
    char *note;

    if (!import_open_store(sandbox->database, &options, &sandbox->store, &error))
        fail_msg("%s", error.message);
    note = store_note_get(sandbox->store, "mine");
    assert_non_null(note);
    free(note);
    store_close(sandbox->store);
    sandbox->store = NULL;
    assert_int_equal(count_entries(sandbox), 1);
}

static void test_a_newer_data_set_is_loaded_and_the_users_own_stays(void **state)
{
    Sandbox *sandbox = *state;
    bool newer = false;
    Sheet *sheet;

    sandbox_open(sandbox);
    sandbox_write_data(sandbox, "in/a.xml", "fixture", RISK_ITEM("risk.own", "Own"));
    assert_true(sandbox_import(sandbox, "in"));
    assert_true(sheet_add(sandbox->store, BASKET_NAME, "stage.base", NULL));
    sandbox_write(sandbox, "resources/data/VERSION", "2024-01-10\n");
    sandbox_write_data(sandbox, "resources/data/base.xml", "gairo", ITEM("reference", "reference.base", "New title"));
    sandbox_write_data(sandbox, "resources/data/more.xml", "gairo", ITEM("term", "term.new", "New"));
    assert_true(import_shipped_is_newer(sandbox->store, &newer, NULL));
    assert_true(newer);
    assert_true(load_shipped(sandbox));
    check_counts(sandbox, 1, 1, 0, 1, 0);
    assert_true(has_item(sandbox, "risk.own"));
    assert_true(has_item(sandbox, "term.new"));
    assert_false(has_item(sandbox, "stage.base"));
    sheet = sheet_load(sandbox->store, BASKET_NAME, NULL);
    assert_int_equal(sheet->entry_count, 1);
    assert_true(sheet->entries[0].gone);
    sheet_free(sheet);
    assert_true(import_shipped_is_newer(sandbox->store, &newer, NULL));
    assert_false(newer);
}

static void test_a_faulty_newer_data_set_changes_nothing(void **state)
{
    Sandbox *sandbox = *state;
    bool newer = false;

    sandbox_open(sandbox);
    sandbox_write(sandbox, "resources/data/VERSION", "2024-01-10\n");
    sandbox_write_data(sandbox, "resources/data/base.xml", "gairo", ITEM("reference", "reference.base", "New"));
    sandbox_write_data(sandbox, "resources/data/more.xml", "gairo", "<danger/>");
    sandbox_remember(sandbox);
    assert_false(load_shipped(sandbox));
    check_failure(sandbox, ERROR_INPUT, 3, "danger");
    check_untouched(sandbox);
    assert_true(import_shipped_is_newer(sandbox->store, &newer, NULL));
    assert_true(newer);
}

static void test_what_was_imported_from_elsewhere_survives_the_shipped_set(void **state)
{
    Sandbox *sandbox = *state;

    sandbox_open(sandbox);
    sandbox_write_data(sandbox, "in/base.xml", "fixture", ITEM("stage", "stage.base", "Stage"));
    assert_true(sandbox_import(sandbox, "in"));
    check_counts(sandbox, 1, 0, 0, 0, 0);
    sandbox_write(sandbox, "resources/data/VERSION", "2024-02-01\n");
    sandbox_write_data(sandbox, "resources/data/base.xml", "gairo", ITEM("reference", "reference.base", "Base"));
    assert_true(load_shipped(sandbox));
    check_counts(sandbox, 0, 0, 1, 1, 0);
    assert_true(has_item(sandbox, "stage.base"));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, sandbox_set_up, sandbox_tear_down)
    const struct CMUnitTest tests[] = {
        TEST(test_a_new_database_has_the_shipped_data),
        TEST(test_faulty_shipped_data_leaves_no_database),
        TEST(test_stopping_leaves_no_database),
        TEST(test_a_folder_that_may_not_be_written_is_one_clear_line),
        TEST(test_a_file_in_the_folders_place_is_one_clear_line),
        TEST(test_a_place_where_nothing_can_be_made_is_one_clear_line),
        TEST(test_what_is_no_database_is_left_alone),
        TEST(test_leftovers_of_a_killed_gairo_go),
        TEST(test_two_at_once_make_one_database),
        TEST(test_a_database_that_appears_meanwhile_is_not_replaced),
        TEST(test_a_newer_data_set_is_loaded_and_the_users_own_stays),
        TEST(test_a_faulty_newer_data_set_changes_nothing),
        TEST(test_what_was_imported_from_elsewhere_survives_the_shipped_set),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
