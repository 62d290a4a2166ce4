#include "config.h"

#include "core/date.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#define YEAR_FIRST 1900
#define YEAR_LAST 2199

typedef struct Date {
    int year, month, day; /* month and day are 1 where the text leaves them out */
} Date;

/* Reads count digits; -1 where one is none. */
static int digits(const char *text, int count)
{
    int number = 0;

    for (int i = 0; i < count; i++) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        number = number * 10 + (text[i] - '0');
    }
    return number;
}

static int days_in_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

    return days[month - 1] + (month == 2 && leap);
}

static bool date_parse(const char *text, Date *date)
{
    size_t length = text ? strlen(text) : 0;

    if (length != 4 && length != 7 && length != 10)
        return false;
    *date = (Date){.year = digits(text, 4), .month = 1, .day = 1};
    if (date->year < YEAR_FIRST || date->year > YEAR_LAST)
        return false;
    if (length >= 7) {
        date->month = digits(text + 5, 2);
        if (text[4] != '-' || date->month < 1 || date->month > 12)
            return false;
    }
    if (length == 10) {
        date->day = digits(text + 8, 2);
        if (text[7] != '-' || date->day < 1 || date->day > days_in_month(date->year, date->month))
            return false;
    }
    return true;
}

bool date_is_valid(const char *text)
{
    Date date;

    return date_parse(text, &date);
}

int date_compare(const char *a, const char *b)
{
    Date first = {0}, second = {0};

    if (!date_parse(a, &first))
        first = (Date){0};
    if (!date_parse(b, &second))
        second = (Date){0};
    if (first.year != second.year)
        return first.year < second.year ? -1 : 1;
    if (first.month != second.month)
        return first.month < second.month ? -1 : 1;
    return (first.day > second.day) - (first.day < second.day);
}

static void write_day(time_t moment, char result[DATE_SIZE])
{
    struct tm day;

    gmtime_r(&moment, &day);
    strftime(result, DATE_SIZE, "%Y-%m-%d", &day);
}

/* The day of GAIRO_TODAY, or NULL. */
static const char *fixed_day(void)
{
    const char *fixed = getenv("GAIRO_TODAY");

    return fixed && strlen(fixed) == DATE_SIZE - 1 && date_is_valid(fixed) ? fixed : NULL;
}

void date_today(char result[DATE_SIZE])
{
    const char *fixed = fixed_day();

    if (fixed)
        memcpy(result, fixed, DATE_SIZE);
    else
        write_day(time(NULL), result);
}

#define HOUR 3600
#define HOURS_AHEAD 14

void date_today_anywhere(char result[DATE_SIZE])
{
    const char *fixed = fixed_day();
    Date day = {0};

    if (fixed && date_parse(fixed, &day)) {
        struct tm next = {.tm_year = day.year - 1900, .tm_mon = day.month - 1, .tm_mday = day.day + 1};

        write_day(timegm(&next), result);
    } else {
        write_day(time(NULL) + HOURS_AHEAD * HOUR, result);
    }
}
