/* The limit for a command that reads: SQLite opens the database and reads the titles of a kind. */
#include <sqlite3.h>

#include <stddef.h>

int main(int count, char **arguments)
{
    sqlite3 *database = NULL;
    sqlite3_stmt *statement = NULL;
    int rows = 0;
    if (count != 2 || sqlite3_open_v2(arguments[1], &database, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK ||
        sqlite3_prepare_v2(database, "SELECT id, title FROM item WHERE id LIKE 'risk.%'", -1, &statement, NULL) != SQLITE_OK) {
        return 1;
    }
    while (sqlite3_step(statement) == SQLITE_ROW) {
        rows++;
    }
    sqlite3_finalize(statement);
    sqlite3_close(database);
    return rows == 0;
}
