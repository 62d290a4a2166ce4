/* Dates as the data has them: YYYY, YYYY-MM or YYYY-MM-DD (ISO 8601 calendar dates of reduced precision). */
#ifndef GAIRO_CORE_DATE_H
#define GAIRO_CORE_DATE_H

#include <stdbool.h>

#define DATE_SIZE 11 /* "YYYY-MM-DD" and a NUL */

/* True for a date that exists, in one of the three forms, between 1900 and 2199. */
bool date_is_valid(const char *text);
/* Below, at or above zero as a is before, the same as or after b. A missing month or day counts as the first; what is
 * no valid date (NULL too) is before every date. */
int date_compare(const char *a, const char *b);
/* Today in UTC, or the day of GAIRO_TODAY (YYYY-MM-DD) where that is set and valid: a fixed clock for tests. */
void date_today(char result[DATE_SIZE]);
/* The latest day that it is anywhere now: ahead of UTC clocks are by up to 14 hours. With a fixed clock, whose hour is
 * not known, the day after. */
void date_today_anywhere(char result[DATE_SIZE]);

#endif
