/* The database is lost, replaced, locked or broken while gairo runs: it is said, and nothing waits for it. */
#include "config.h"

#include "tests/screen/harness.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static long long now_milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

static void run_sql(const char *path, const char *sql)
{
    sqlite3 *database = NULL;
    assert_int_equal(sqlite3_open(path, &database), SQLITE_OK);
    assert_int_equal(sqlite3_exec(database, sql, NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_close(database), SQLITE_OK);
}

static sqlite3 *hold(const char *path, const char *sql)
{
    sqlite3 *database = NULL;
    assert_int_equal(sqlite3_open(path, &database), SQLITE_OK);
    assert_int_equal(sqlite3_exec(database, sql, NULL, NULL, NULL), SQLITE_OK);
    return database;
}

static void release(sqlite3 *database)
{
    assert_int_equal(sqlite3_exec(database, "ROLLBACK", NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_close(database), SQLITE_OK);
}

static void other_name(const char *database, char *other, size_t size)
{
    snprintf(other, size, "%s-away", database);
}

/* Moved away: reading goes on, nothing is kept, SQLite's own words are not shown; moved back, all goes on by itself. */
static void test_moved_away_and_back(void **state)
{
    (void)state;
    const char *database = screen_database();
    char away[256];
    other_name(database, away, sizeof away);
    Screen *screen = screen_start(&(ScreenOptions){.database = database});
    assert_int_equal(rename(database, away), 0);
    screen_type(screen, "r");
    screen_expect(screen, "The database is gone");
    screen_expect(screen, "was moved or deleted while gairo runs");
    screen_check(screen, true);
    screen_type(screen, "Enter");
    screen_expect(screen, "database gone");
    screen_expect(screen, "1 of ");
    screen_type(screen, "Space");
    screen_expect_not(screen, "readonly");
    screen_expect(screen, "The database is gone");
    screen_type(screen, "Esc j");
    screen_expect_not(screen, "basket 1");
    screen_expect(screen, "2 of ");
    assert_int_equal(rename(away, database), 0);
    screen_wait_for(screen, "The database is back.");
    screen_expect_not(screen, "database gone");
    screen_type(screen, "Space");
    screen_expect(screen, "basket 1");
    screen_stop(screen);
}

/* Deleted: what gairo still has open is written to where it was, whole. */
static void test_deleted_and_written_back(void **state)
{
    (void)state;
    const char *database = screen_database();
    Screen *screen = screen_start(&(ScreenOptions){.database = database, .rows = 20, .columns = 60});
    screen_type(screen, "r Space");
    screen_expect(screen, "basket 1");
    assert_int_equal(unlink(database), 0);
    screen_type(screen, "j");
    screen_expect(screen, "The database is gone");
    screen_type(screen, "2");
    screen_expect(screen, "The database is where it was");
    screen_type(screen, "Space");
    screen_expect(screen, "basket 2");
    screen_type(screen, "u u");
    screen_expect_not(screen, "basket 1");
    screen_type(screen, "C-r Q");
    assert_int_equal(screen_wait_for_end(screen), 0);
    screen_stop(screen);
    screen_run(database, (const char *const[]){"check", NULL});
    screen = screen_start(&(ScreenOptions){.database = database});
    screen_expect(screen, "basket 1");
    screen_stop(screen);
}

/* Another one takes its place, as when a copy is restored: the user says which one is meant, and none is lost. */
static void test_replaced(void **state)
{
    (void)state;
    const char *database = screen_database(), *other = screen_database();
    char before[256];
    snprintf(before, sizeof before, "%s.before", database);
    screen_run(other, (const char *const[]){"sheet", "new", "Restored", NULL});
    Screen *screen = screen_start(&(ScreenOptions){.database = database, .rows = 40, .columns = 120});
    assert_int_equal(rename(other, database), 0);
    screen_type(screen, "gs");
    screen_expect(screen, "Another file took the database's place");
    screen_type(screen, "3");
    screen_expect(screen, ".before");
    assert_int_equal(access(before, F_OK), 0);
    screen_expect(screen, "database replaced");
    screen_type(screen, "j gr Space");
    screen_expect(screen, "Another file took the database's place");
    screen_type(screen, "2");
    screen_expect(screen, "Opened the database that is there now.");
    screen_expect_not(screen, "database replaced");
    screen_type(screen, "Space");
    screen_expect(screen, "basket 1");
    screen_type(screen, "gs");
    screen_expect(screen, "Restored");
    screen_check(screen, true);
    screen_stop(screen);
    screen_run(before, (const char *const[]){"list", "stage", NULL});
    unlink(before);
}

static void test_emptied(void **state)
{
    (void)state;
    const char *database = screen_database();
    Screen *screen = screen_start(&(ScreenOptions){.database = database});
    screen_type(screen, "r");
    assert_int_equal(truncate(database, 0), 0);
    screen_type(screen, "Space");
    screen_expect(screen, "The database was emptied");
    screen_type(screen, "Enter");
    screen_expect(screen, "database emptied");
    screen_expect_not(screen, "basket 1");
    screen_check(screen, true);
    screen_stop(screen);
}

/* Locked by another program for long: each key is answered at once, and the screen that could not be asked for comes
 * when the lock is gone. */
static void test_locked_for_long(void **state)
{
    (void)state;
    const char *database = screen_database();
    Screen *screen = screen_start(&(ScreenOptions){.database = database});
    sqlite3 *other = hold(database, "BEGIN EXCLUSIVE");
    screen_send(screen, "r");
    screen_wait_for(screen, "database locked");
    screen_expect(screen, "is locked by another program");
    screen_expect(screen, "This cannot be read now"); /* and not that nothing is there */
    screen_expect_not(screen, "Nothing here");
    long long start = now_milliseconds();
    screen_send(screen, "gh");
    screen_wait_for(screen, "Near and mid term");
    screen_send(screen, "a");
    screen_wait_for(screen, "› Areas");
    screen_send(screen, "gr Space");
    screen_wait_for(screen, "› Risks");
    assert_true(now_milliseconds() - start < 1500);
    screen_check(screen, true);
    release(other);
    screen_wait_for(screen, "The database can be used again.");
    screen_expect_not(screen, "database locked");
    screen_expect(screen, "1 of ");
    screen_type(screen, "Space");
    screen_expect(screen, "basket 1");
    screen_stop(screen);
}

/* Another program writes: reading goes on; what was to be kept is said not to be, once a key or two seconds end the
 * waiting. */
static void test_locked_for_writing(void **state)
{
    (void)state;
    const char *database = screen_database();
    Screen *screen = screen_start(&(ScreenOptions){.database = database});
    sqlite3 *other = hold(database, "BEGIN IMMEDIATE");
    screen_type(screen, "r");
    screen_expect(screen, "1 of ");
    screen_send(screen, "Space");
    screen_wait_for(screen, "Waiting for another program");
    long long start = now_milliseconds();
    screen_send(screen, "Down");
    screen_wait_for(screen, "2 of ");
    assert_true(now_milliseconds() - start < 1000);
    screen_send(screen, "Space");
    screen_wait_for(screen, "is locked by another program");
    screen_expect_not(screen, "basket 1");
    release(other);
    screen_type(screen, "Space");
    screen_expect(screen, "basket 1");
    screen_check(screen, true);
    screen_stop(screen);
}

/* A short lock is waited for, and nobody notices. */
static void test_locked_for_short(void **state)
{
    (void)state;
    const char *database = screen_database();
    Screen *screen = screen_start(&(ScreenOptions){.database = database});
    screen_type(screen, "r");
    sqlite3 *other = hold(database, "BEGIN IMMEDIATE");
    screen_send(screen, "Space");
    screen_wait_for(screen, "Waiting for another program");
    release(other);
    screen_wait_for(screen, "Put into the basket.");
    screen_stop(screen);
}

static void test_locked_at_the_start(void **state)
{
    (void)state;
    const char *database = screen_database();
    sqlite3 *other = hold(database, "BEGIN EXCLUSIVE");
    long long start = now_milliseconds();
    Screen *screen = screen_start(&(ScreenOptions){.database = database});
    int status = screen_wait_for_end(screen);
    assert_true(now_milliseconds() - start < 1500);
    assert_int_equal(WEXITSTATUS(status), 1);
    screen_expect(screen, "locked by another program");
    assert_false(screen_is_taken(screen));
    screen_stop(screen);
    release(other);
}

/* A folder that may only be read. Whoever may do everything may write there too. */
static void test_read_only(void **state)
{
    (void)state;
    if (getuid() == 0) {
        print_message("skipped: root may write to folders that may only be read\n");
        skip();
    }
    const char *database = screen_database();
    char *folder = strdup(database);
    *strrchr(folder, '/') = '\0';
    Screen *screen = screen_start(&(ScreenOptions){.database = database});
    screen_type(screen, "r");
    assert_int_equal(chmod(folder, 0500), 0);
    screen_type(screen, "Space");
    assert_int_equal(chmod(folder, 0700), 0);
    screen_expect(screen, "nothing was written");
    screen_expect_not(screen, "basket 1");
    screen_type(screen, "Space");
    screen_expect(screen, "basket 1");
    screen_stop(screen);
    assert_int_equal(chmod(database, 0400), 0);
    screen = screen_start(&(ScreenOptions){.database = database});
    screen_expect(screen, "may only be read");
    screen_type(screen, "gr j Space");
    screen_expect(screen, "nothing was written");
    screen_stop(screen);
    free(folder);
}

/* What was open last is broken in the database: the start is shown, and it is said once. */
static void test_broken_session(void **state)
{
    (void)state;
    static const char *const broken[] = {"no session", "gairo session 1\nscope\n0\n%%%\n", "gairo session 1",
                                         "gairo session 1\nscope\n99999999999\nhome\n"};
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        const char *database = screen_database();
        Screen *screen = screen_start(&(ScreenOptions){.database = database});
        screen_type(screen, "r Q");
        assert_int_equal(screen_wait_for_end(screen), 0);
        screen_stop(screen);
        char *sql = sqlite3_mprintf("UPDATE note SET value = %Q WHERE name = 'explorer-session'", broken[i]);
        run_sql(database, sql);
        sqlite3_free(sql);
        screen = screen_start(&(ScreenOptions){.database = database});
        screen_expect(screen, "What was open last cannot be read, and is left out.");
        screen_expect(screen, "Near and mid term");
        screen_check(screen, true);
        screen_type(screen, "Q");
        assert_int_equal(screen_wait_for_end(screen), 0);
        screen_stop(screen);
        screen = screen_start(&(ScreenOptions){.database = database});
        screen_expect_not(screen, "cannot be read");
        screen_stop(screen);
    }
}

/* A source is taken away from its page: what goes is shown, the safe answer comes first, and another's stays. */
static void test_source_removed(void **state)
{
    (void)state;
    const char *database = screen_database();
    char path[256];
    snprintf(path, sizeof path, "%s-harbour.xml", database);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs("<gairo xmlns=\"urn:gairo:data:1\" source=\"harbour\" title=\"Harbour words\">\n"
          "<term id=\"term.harbour\"><title>Harbour</title><summary>Where ships rest.</summary>"
          "<source ref=\"reference.gairo\" basis=\"editorial\"/></term></gairo>\n", file);
    fclose(file);
    screen_run(database, (const char *const[]){"import", path, NULL});
    Screen *screen = screen_start(&(ScreenOptions){.database = database});
    screen_type(screen, "gd /harbour Enter");
    screen_wait_for(screen, "Harbour words");
    screen_type(screen, "Tab Enter");
    screen_wait_for(screen, "Remove the source harbour?");
    screen_expect(screen, "What goes: 1 record of it.");
    screen_expect(screen, "It cannot be undone");
    screen_type(screen, "Enter");
    screen_expect(screen, "Nothing was removed.");
    screen_expect(screen, "Remove harbour");
    screen_run(database, (const char *const[]){"show", "term.harbour", NULL});
    screen_type(screen, "Enter");
    screen_wait_for(screen, "Remove the source harbour?");
    screen_type(screen, "Down Enter");
    screen_wait_for(screen, "harbour: 1 record removed.");
    screen_type(screen, "/ C-u Enter");
    int row, column;
    assert_false(screen_find(screen, "Harbour words", &row, &column));
    assert_false(screen_find(screen, "harbour  ", &row, &column));
    assert_false(screen_find(screen, "Remove harbour", &row, &column));
    screen_stop(screen);
    assert_int_equal(unlink(path), 0);
}

#define PATH_BYTES 256

static void write_beside(const char *database, const char *name, const char *text, char path[PATH_BYTES])
{
    snprintf(path, PATH_BYTES, "%s-%s", database, name);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

/* Before a source is taken away the question tells which records of others become another item by it. */
static void test_joins_told(void **state)
{
    (void)state;
    const char *database = screen_database();
    char mot[PATH_BYTES], graph[PATH_BYTES];
    write_beside(database, "Pier-7B.yml",
                 "framework:\n  name: 'Model Openness Framework'\n  version: '1.0'\n"
                 "release:\n  name: Pier-7B\n  producer: 'Pier Labs'\n  components:\n  - name: 'Training code'\n", mot);
    write_beside(database, "assets.yaml",
                 "- type: model\n  name: Pier 7B\n  organization: Harbour\n  created_date: 2024-01-01\n"
                 "  access: open\n  dependencies: []\n", graph);
    screen_run(database, (const char *const[]){"import", mot, graph, NULL});
    Screen *screen = screen_start(&(ScreenOptions){.database = database});
    screen_type(screen, "gd");
    screen_type(screen, "/Model Space Openness Space Tool Enter");
    screen_type(screen, "Tab Enter");
    screen_wait_for(screen, "Remove the source mot?");
    screen_expect(screen, "Another item by it: ecosystem: \"Pier 7B\"");
    screen_expect(screen, "Remove it");
    screen_type(screen, "Enter");
    screen_expect(screen, "Nothing was removed.");
    screen_stop(screen);
    assert_int_equal(unlink(mot), 0);
    assert_int_equal(unlink(graph), 0);
}

#define TIDE(version)                                                                                                  \
    "<gairo xmlns=\"urn:gairo:data:1\" source=\"tide\" title=\"Tide words\" version=\"" version "\" licence=\"CC0-1.0\">\n"     \
    "<term id=\"term.tide\"><title>Tide</title><summary>What comes and goes.</summary>"                                \
    "<source ref=\"reference.gairo\" basis=\"editorial\"/></term></gairo>\n"

/* The first of each comes above the first of the next. */
static void expect_below(Screen *screen, const char *const *texts)
{
    int above = -1, row, column;
    for (size_t i = 0; texts[i] != NULL; i++, above = row) {
        screen_expect(screen, texts[i]);
        assert_true(screen_find(screen, texts[i], &row, &column));
        assert_in_range(row, above + 1, 1000);
    }
}

/* The table of sources says of each what it is, with totals and the health of the data; what is selected is told beside or
 * below it, and nothing moves when the health is known. */
static void test_sources_are_a_table(void **state)
{
    (void)state;
    const char *database = screen_database();
    char path[PATH_BYTES];
    write_beside(database, "tide.xml", TIDE("7.5"), path);
    screen_run(database, (const char *const[]){"import", path, NULL});
    static const int sizes[][2] = {{24, 80}, {40, 120}, {50, 200}, {16, 60}};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        Screen *screen = screen_start(
            &(ScreenOptions){.database = database, .rows = sizes[i][0], .columns = sizes[i][1], .arguments = (const char *const[]){"--fresh", NULL}});
        int row, column;
        screen_type(screen, "gd");
        screen_expect(screen, "3 sources, ");
        screen_wait_for(screen, "Nothing is wrong in the data");
        screen_type(screen, "/tide Enter");
        assert_true(screen_find(screen, "tide  ", &row, &column));
        char *line = screen_row(screen, row);
        assert_non_null(strstr(line, " 1  20"));
        if (sizes[i][1] >= 80) {
            assert_non_null(strstr(line, "7.5"));
            assert_non_null(strstr(line, "CC0-1.0"));
            assert_non_null(strstr(line, "unchanged"));
            screen_expect(screen, "Tide words");
        }
        free(line);
        screen_type(screen, "Tab");
        screen_expect(screen, "Remove tide");
        screen_type(screen, "Left / C-u Enter s 5");
        screen_expect(screen, "by records");
        expect_below(screen, (const char *const[]){"records ", "tide  ", "openness  ", "gairo  ", "Data health", NULL});
        screen_stop(screen);
    }
    assert_int_equal(unlink(path), 0);
}

/* What a source's files have become since, and what another program imports meanwhile, is seen without leaving. */
static void test_sources_change(void **state)
{
    (void)state;
    const char *database = screen_database();
    char path[PATH_BYTES];
    write_beside(database, "tide.xml", TIDE("7.5"), path);
    screen_run(database, (const char *const[]){"import", path, NULL});
    Screen *screen = screen_start(&(ScreenOptions){.database = database, .rows = 30});
    screen_type(screen, "gd / t i d e Enter");
    screen_expect(screen, "Version   7.5");
    write_beside(database, "tide.xml", TIDE("8.0"), path);
    screen_run(database, (const char *const[]){"import", path, NULL});
    screen_type(screen, "Down Home");
    screen_expect(screen, "Version   8.0");
    screen_expect_not(screen, "7.5");
    screen_stop(screen);
    const struct timespec later[2] = {{.tv_sec = time(NULL) + 3600}, {.tv_sec = time(NULL) + 3600}};
    assert_int_equal(utimensat(AT_FDCWD, path, later, 0), 0);
    screen = screen_start(&(ScreenOptions){.database = database, .arguments = (const char *const[]){"--fresh", NULL}});
    screen_type(screen, "gd / t i d e Enter");
    screen_expect(screen, "file newer");
    screen_stop(screen);
    assert_int_equal(unlink(path), 0);
    screen = screen_start(&(ScreenOptions){.database = database, .arguments = (const char *const[]){"--fresh", NULL}});
    screen_type(screen, "gd / t i d e Enter");
    screen_expect(screen, "file gone");
    screen_stop(screen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_moved_away_and_back), cmocka_unit_test(test_deleted_and_written_back),
        cmocka_unit_test(test_replaced),            cmocka_unit_test(test_emptied),
        cmocka_unit_test(test_locked_for_long),     cmocka_unit_test(test_locked_for_writing),
        cmocka_unit_test(test_locked_for_short),    cmocka_unit_test(test_locked_at_the_start),
        cmocka_unit_test(test_read_only),           cmocka_unit_test(test_broken_session),
        cmocka_unit_test(test_source_removed),      cmocka_unit_test(test_joins_told),
        cmocka_unit_test(test_sources_are_a_table), cmocka_unit_test(test_sources_change),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
