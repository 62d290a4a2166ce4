/* What a program that runs has stored, asked of the database itself. */
#ifndef GAIRO_TESTS_SCREEN_STORED_H
#define GAIRO_TESTS_SCREEN_STORED_H

/* The first column of the first row of an answer; "" where there is none. Static storage. */
const char *stored(const char *database, const char *sql);
/* Waits for that answer, and fails the test where it does not come. */
void assert_stored_at(const char *database, const char *expected, const char *sql, const char *file, int line);
#define assert_stored(database, expected, sql) assert_stored_at(database, expected, sql, __FILE__, __LINE__)

#endif
