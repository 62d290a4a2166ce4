/* Opening: versions, foreign files, places that may only be read, locks. */
#include "tests/unit/store_fixture.h"

#include "core/digest.h"
#include "core/file.h"
#include "core/memory.h"
#include "store/database.h"
#include "store/items.h"
#include "store/sheets.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static void digest_file(const char *path, char digest[DIGEST_SIZE])
{
    Text content = {0};
    Error error = {0};
    file_read(path, 1u << 28, &content, &error);
    check_error(&error);
    digest_bytes(content.data ? content.data : "", content.length, digest);
    text_free(&content);
}

/* Opening must fail with code and leave the file as it was, in every mode. */
static void assert_refused(const char *path, ErrorCode code)
{
    char before[DIGEST_SIZE], after[DIGEST_SIZE];
    digest_file(path, before);
    for (StoreMode mode = STORE_READ; mode <= STORE_CREATE; mode++) {
        Store *store = NULL;
        Error error = {0};
        assert_false(store_open(path, mode, &store, &error));
        assert_null(store);
        assert_string_equal(error.file, path);
        assert_code(&error, code);
    }
    digest_file(path, after);
    assert_string_equal(before, after);
}

static void run_sql(const char *path, const char *sql)
{
    sqlite3 *database = NULL;
    assert_int_equal(sqlite3_open(path, &database), SQLITE_OK);
    assert_int_equal(sqlite3_exec(database, sql, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(database);
}

static long long read_number(const char *path, const char *sql)
{
    sqlite3 *database = NULL;
    sqlite3_stmt *statement = NULL;
    assert_int_equal(sqlite3_open(path, &database), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(database, sql, -1, &statement, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
    long long number = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    sqlite3_close(database);
    return number;
}

static void write_bytes(const char *path, const char *bytes, size_t length)
{
    Error error = {0};
    file_write(path, bytes, length, &error);
    check_error(&error);
}

static void reopen(Fixture *fixture, StoreMode mode)
{
    Error error = {0};
    store_close(fixture->store);
    store_open(fixture->path, mode, &fixture->store, &error);
    check_error(&error);
}

static void creates_and_versions(void **state)
{
    Fixture *fixture = *state;
    reopen(fixture, STORE_WRITE);
    assert_int_equal(read_number(fixture->path, "PRAGMA user_version"), schema_version());
    assert_int_equal(read_number(fixture->path, "PRAGMA application_id"), SCHEMA_APPLICATION);
    assert_string_equal(store_path(fixture->store), fixture->path);
}

static void migrates_from_each_version(void **state)
{
    Fixture *fixture = *state;
    for (int version = 0; version < schema_version(); version++) {
        char *path = string_format("%s/old-%d.db", fixture->folder, version);
        /* What an older gairo left: only its migrations. */
        Store older = {.path = path, .mode = STORE_CREATE};
        Error error = {0};
        assert_int_equal(sqlite3_open(path, &older.database), SQLITE_OK);
        assert_true(tokenizer_register(&older, &error));
        assert_true(schema_migrate_to(&older, 0, version, &error));
        for (size_t i = 0; i < older.prepared_count; i++)
            sqlite3_finalize(older.prepared[i].handle);
        free(older.prepared);
        sqlite3_close(older.database);
        Store *store = NULL;
        if (version > 0) {
            assert_int_equal(read_number(path, "PRAGMA user_version"), version);
            assert_false(store_open(path, STORE_READ, &store, &error));
            assert_code(&error, ERROR_INPUT);
        }
        store_open(path, version ? STORE_WRITE : STORE_CREATE, &store, &error);
        check_error(&error);
        load_small_data(store);
        Item *item = item_load(store, "risk.job-loss", &error);
        assert_non_null(item);
        item_free(item);
        store_close(store);
        assert_int_equal(read_number(path, "PRAGMA user_version"), schema_version());
        free(path);
    }
}

/* Two gairos open an older database at once: the second finds it brought up to date once it has the lock. */
static void migrates_once(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Error error = {0};
    assert_true(schema_migrate_to(store, schema_version() - 1, schema_version(), &error));
    check_error(&error);
    assert_true(schema_migrate_to(store, 0, schema_version(), &error));
    check_error(&error);
}

/* What a database that somebody else made could make SQLite do is switched off. */
static void trusts_no_schema(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    const int off[] = {SQLITE_DBCONFIG_ENABLE_TRIGGER, SQLITE_DBCONFIG_ENABLE_VIEW, SQLITE_DBCONFIG_TRUSTED_SCHEMA,
                       SQLITE_DBCONFIG_DQS_DML, SQLITE_DBCONFIG_DQS_DDL};
    int value = -1;
    for (size_t i = 0; i < sizeof off / sizeof *off; i++) {
        assert_int_equal(sqlite3_db_config(store->database, off[i], -1, &value), SQLITE_OK);
        assert_int_equal(value, 0);
    }
    assert_int_equal(sqlite3_db_config(store->database, SQLITE_DBCONFIG_DEFENSIVE, -1, &value), SQLITE_OK);
    assert_int_equal(value, 1);
}

static void refuses_newer(void **state)
{
    Fixture *fixture = *state;
    char *sql = string_format("PRAGMA user_version = %d", schema_version() + 1);
    store_close(fixture->store);
    fixture->store = NULL;
    run_sql(fixture->path, sql);
    assert_refused(fixture->path, ERROR_NEWER);
    free(sql);
}

static void refuses_foreign_files(void **state)
{
    Fixture *fixture = *state;
    char *path = string_format("%s/foreign", fixture->folder);
    run_sql(path, "CREATE TABLE people (name); PRAGMA user_version = 2");
    assert_refused(path, ERROR_INPUT);
    static const char words[] = "Not a database, but long enough that it could have a header of a hundred bytes: "
                                "so here are some more words to fill it.";
    write_bytes(path, words, sizeof words - 1);
    assert_refused(path, ERROR_INPUT);
    write_bytes(path, "short", 5);
    assert_refused(path, ERROR_INPUT);
    write_bytes(path, "SQLite format 3", 16);
    assert_refused(path, ERROR_INPUT);
    free(path);
}

/* The header is gairo's and what follows is not there. */
static void refuses_cut_off(void **state)
{
    Fixture *fixture = *state;
    store_close(fixture->store);
    fixture->store = NULL;
    assert_int_equal(truncate(fixture->path, 4096), 0);
    assert_refused(fixture->path, ERROR_INPUT);
    assert_int_equal(truncate(fixture->path, 200), 0);
    assert_refused(fixture->path, ERROR_INPUT);
}

static void refuses_what_is_no_file(void **state)
{
    Fixture *fixture = *state;
    Store *store = NULL;
    Error error = {0};
    assert_false(store_open(fixture->folder, STORE_CREATE, &store, &error));
    assert_code(&error, ERROR_IO);
    assert_false(store_open("", STORE_CREATE, &store, &error));
    assert_code(&error, ERROR_USAGE);
    char *missing = string_format("%s/none.db", fixture->folder);
    assert_false(store_open(missing, STORE_READ, &store, &error));
    assert_code(&error, ERROR_NOT_FOUND);
    assert_false(store_open(missing, STORE_WRITE, &store, &error));
    assert_code(&error, ERROR_NOT_FOUND);
    assert_false(file_exists(missing));
    char *pipe = string_format("%s/pipe", fixture->folder);
    assert_int_equal(mkfifo(pipe, 0600), 0);
    assert_false(store_open(pipe, STORE_CREATE, &store, &error));
    assert_code(&error, ERROR_IO);
    write_bytes(missing, "", 0);
    assert_false(store_open(missing, STORE_WRITE, &store, &error));
    assert_code(&error, ERROR_INPUT);
    free(missing);
    free(pipe);
}

/* SQLite takes some names for more than a file's. */
static void takes_any_name(void **state)
{
    Fixture *fixture = *state;
    Store *store = NULL;
    Error error = {0};
    char here[4096];
    assert_non_null(getcwd(here, sizeof here));
    assert_int_equal(chdir(fixture->folder), 0);
    bool opened = store_open(":memory:", STORE_CREATE, &store, &error);
    bool exists = file_exists(":memory:");
    store_close(store);
    assert_int_equal(chdir(here), 0);
    assert_true(opened);
    assert_true(exists);
}

/* As somebody who may only read file and folder; root may do everything, so it becomes nobody. */
static int read_as_reader(const char *path)
{
    if (geteuid() == 0 && setuid(65534) != 0)
        return 10;
    Store *store = NULL;
    Error error = {0};
    ItemRows rows = {0};
    if (store_open(path, STORE_WRITE, &store, &error) || error.code != ERROR_IO)
        return 11;
    error_clear(&error);
    if (!store_open(path, STORE_READ, &store, &error))
        return 12;
    if (!items_list(store, NULL, &rows, &error) || rows.count < 10)
        return 13;
    item_rows_free(&rows);
    if (sheet_add(store, BASKET_NAME, "risk.job-loss", &error) || error.code != ERROR_IO)
        return 14;
    error_clear(&error);
    store_close(store);
    return 0;
}

/* The mode of the file, in a folder that may only be read. */
static void read_with_mode(void **state, mode_t mode)
{
    Fixture *fixture = *state;
    char before[DIGEST_SIZE], after[DIGEST_SIZE];
    store_close(fixture->store);
    fixture->store = NULL;
    digest_file(fixture->path, before);
    assert_int_equal(chmod(fixture->path, mode), 0);
    assert_int_equal(chmod(fixture->folder, 0555), 0);
    pid_t child = fork();
    if (child == 0)
        _exit(read_as_reader(fixture->path));
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
    digest_file(fixture->path, after);
    assert_string_equal(before, after);
}

static void reads_where_it_may_not_write(void **state)
{
    read_with_mode(state, 0444);
}

static void reads_where_there_can_be_no_journal(void **state)
{
    read_with_mode(state, 0666);
}

static void says_when_locked(void **state)
{
    Fixture *fixture = *state;
    sqlite3 *other = NULL;
    Error error = {0};
    assert_int_equal(sqlite3_open(fixture->path, &other), SQLITE_OK);
    assert_int_equal(sqlite3_exec(other, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
    struct timespec start, end;
    clock_gettime(CLOCK_MONOTONIC, &start);
    assert_false(store_begin(fixture->store, &error));
    clock_gettime(CLOCK_MONOTONIC, &end);
    assert_code(&error, ERROR_BUSY);
    assert_true(end.tv_sec - start.tv_sec >= 1);
    assert_int_equal(sqlite3_exec(other, "COMMIT; BEGIN EXCLUSIVE", NULL, NULL, NULL), SQLITE_OK);
    Store *store = NULL;
    assert_false(store_open(fixture->path, STORE_READ, &store, &error));
    assert_code(&error, ERROR_BUSY);
    sqlite3_close(other);
    assert_true(store_begin(fixture->store, &error));
    store_rollback(fixture->store);
}

static void leaves_no_litter(void **state)
{
    Fixture *fixture = *state;
    StringList files = {0};
    Error error = {0};
    store_close(fixture->store);
    fixture->store = NULL;
    assert_true(folder_files(fixture->folder, 10, &files, &error));
    assert_int_equal(files.count, 1);
    string_list_free(&files);
}

static void keeps_notes(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Error error = {0};
    assert_null(store_note_get(store, "version"));
    assert_true(store_note_put(store, "version", "1", &error));
    assert_true(store_note_put(store, "version", "2", &error));
    char *value = store_note_get(store, "version");
    assert_string_equal(value, "2");
    free(value);
    begin(store);
    assert_true(store_note_put(store, "version", "3", &error));
    store_rollback(store);
    value = store_note_get(store, "version");
    assert_string_equal(value, "2");
    free(value);
}

static void counts_generations(void **state)
{
    Fixture *fixture = *state;
    Error error = {0};
    long long first = store_generation(fixture->store);
    assert_true(store_generation(fixture->store) == first);
    assert_true(sheet_create(fixture->store, "mine", NULL, &error));
    long long second = store_generation(fixture->store);
    assert_true(second > first);
    Store *other = NULL;
    assert_true(store_open(fixture->path, STORE_WRITE, &other, &error));
    assert_true(sheet_create(other, "theirs", NULL, &error));
    store_close(other);
    assert_true(store_generation(fixture->store) > second);
}

static bool stop_now(void *context)
{
    ++*(int *)context;
    return true;
}

static void stops_when_asked(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Error error = {0};
    ItemRows rows = {0};
    int asked = 0;
    begin(store);
    describe_source(store, "gairo", 0);
    for (int i = 0; i < 3000; i++) {
        char *id = string_format("term.t%d", i);
        put(store, "gairo", make_record(KIND_TERM, id, "A term"));
        free(id);
    }
    finish(store);
    store_set_stop(store, stop_now, &asked);
    assert_false(items_list(store, NULL, &rows, &error));
    assert_code(&error, ERROR_CANCELLED);
    assert_true(asked > 0);
    store_set_stop(store, NULL, NULL);
    assert_true(items_list(store, NULL, &rows, &error));
    assert_true(rows.count >= 3000);
    item_rows_free(&rows);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(creates_and_versions, fixture_set_up, fixture_tear_down),
        cmocka_unit_test_setup_teardown(migrates_from_each_version, fixture_set_up, fixture_tear_down),
        cmocka_unit_test_setup_teardown(migrates_once, fixture_set_up, fixture_tear_down),
        cmocka_unit_test_setup_teardown(trusts_no_schema, fixture_set_up, fixture_tear_down),
        cmocka_unit_test_setup_teardown(refuses_newer, fixture_set_up, fixture_tear_down),
        cmocka_unit_test_setup_teardown(refuses_foreign_files, fixture_set_up, fixture_tear_down),
        cmocka_unit_test_setup_teardown(refuses_cut_off, fixture_set_up_data, fixture_tear_down),
        cmocka_unit_test_setup_teardown(refuses_what_is_no_file, fixture_set_up, fixture_tear_down),
        cmocka_unit_test_setup_teardown(takes_any_name, fixture_set_up, fixture_tear_down),
        cmocka_unit_test_setup_teardown(reads_where_it_may_not_write, fixture_set_up_data, fixture_tear_down),
        cmocka_unit_test_setup_teardown(reads_where_there_can_be_no_journal, fixture_set_up_data, fixture_tear_down),
        cmocka_unit_test_setup_teardown(says_when_locked, fixture_set_up, fixture_tear_down),
        cmocka_unit_test_setup_teardown(leaves_no_litter, fixture_set_up_data, fixture_tear_down),
        cmocka_unit_test_setup_teardown(keeps_notes, fixture_set_up, fixture_tear_down),
        cmocka_unit_test_setup_teardown(counts_generations, fixture_set_up, fixture_tear_down),
        cmocka_unit_test_setup_teardown(stops_when_asked, fixture_set_up, fixture_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
