#include "config.h"

#include "tests/screen/stored.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#define STORED_MILLISECONDS 20000 /* as long as something stored is waited for */

const char *stored(const char *database, const char *sql)
{
    static char answer[4096];
    sqlite3 *connection = NULL;
    sqlite3_stmt *statement = NULL;
    assert_int_equal(sqlite3_open_v2(database, &connection, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
    sqlite3_busy_timeout(connection, STORED_MILLISECONDS);
    assert_int_equal(sqlite3_prepare_v2(connection, sql, -1, &statement, NULL), SQLITE_OK);
    int step = sqlite3_step(statement);
    assert_true(step == SQLITE_ROW || step == SQLITE_DONE);
    const char *text = step == SQLITE_ROW ? (const char *)sqlite3_column_text(statement, 0) : NULL;
    snprintf(answer, sizeof answer, "%s", text == NULL ? "" : text);
    sqlite3_finalize(statement);
    assert_int_equal(sqlite3_close(connection), SQLITE_OK);
    return answer;
}

/* Under load a program may look at rest and not be: so the answer is waited for. */
void assert_stored_at(const char *database, const char *expected, const char *sql, const char *file, int line)
{
    const struct timespec pause = {.tv_nsec = 20000000};
    const char *found = stored(database, sql);
    for (int waited = 0; strcmp(found, expected) != 0 && waited < STORED_MILLISECONDS; waited += 20) {
        nanosleep(&pause, NULL);
        found = stored(database, sql);
    }
    _assert_string_equal(found, expected, file, line);
}
