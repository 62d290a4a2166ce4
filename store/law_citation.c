#include "config.h"

#include "store/law_citation.h"

#include "core/memory.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

typedef enum Part { PART_NONE, PART_ARTICLE, PART_RECITAL, PART_ANNEX, PART_SECTION, PART_HEADING } Part;

#define NUMBER_BYTES 24u

/* A number met while reading: where it starts, and the words behind it that say which part of it is meant. */
typedef struct Named {
    Part part;
    char number[NUMBER_BYTES]; /* "5a", "4.6", "xiii" */
    long last;                 /* of a range of plain numbers; else 0 */
    const char *start, *end;
} Named;

typedef struct Reading {
    const char *at;
    Part part; /* what the next number is one of */
} Reading;

static Part part_of(const char *word, size_t length)
{
    static const struct {
        const char *word;
        Part part;
    } words[] = {{"art", PART_ARTICLE},     {"arts", PART_ARTICLE},     {"article", PART_ARTICLE}, {"articles", PART_ARTICLE},
                 {"recital", PART_RECITAL}, {"recitals", PART_RECITAL}, {"annex", PART_ANNEX},     {"annexes", PART_ANNEX},
                 {"sec", PART_SECTION},     {"secs", PART_SECTION},     {"section", PART_SECTION}, {"sections", PART_SECTION},
                 {"part", PART_HEADING},    {"parts", PART_HEADING}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strlen(words[i].word) == length && strncasecmp(words[i].word, word, length) == 0)
            return words[i].part;
    }
    return PART_NONE;
}

/* Words that stand between numbers of one kind. */
static bool is_joining(const char *word, size_t length)
{
    static const char *const words[] = {"and", "or", "with", "to", "amends"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strlen(words[i]) == length && strncmp(words[i], word, length) == 0)
            return true;
    }
    return false;
}

static bool is_roman(const char *word, size_t length)
{
    return length > 0 && strspn(word, "IVXLC") >= length;
}

static void skip_separators(const char **at)
{
    *at += strspn(*at, " \t\n,;");
}

/* "(1), (2), (4)" and "(a)-(g)" behind a number. */
static void read_details(Reading *reading, Named *named)
{
    const char *at = reading->at;
    for (;;) {
        if (*at == '-')
            at++;
        else
            skip_separators(&at);
        const char *close = *at == '(' ? strchr(at, ')') : NULL;
        if (!close)
            break;
        at = close + 1;
        named->end = reading->at = at;
    }
}

static void read_number(Reading *reading, Named *named)
{
    size_t length = 0;
    *named = (Named){.part = reading->part, .start = reading->at};
    while (isalnum((unsigned char)reading->at[length]) ||
           (reading->at[length] == '.' && isalnum((unsigned char)reading->at[length + 1])))
        length++;
    for (size_t i = 0; i < length && i + 1 < NUMBER_BYTES; i++)
        named->number[i] = (char)tolower((unsigned char)reading->at[i]);
    reading->at += length;
    named->end = reading->at;
    if (*reading->at == '-' && isdigit((unsigned char)reading->at[1])) {
        char *end;
        named->last = strtol(reading->at + 1, &end, 10);
        named->end = reading->at = end;
    }
    read_details(reading, named);
}

/* The next number of a known kind; false at the end. */
static bool next_named(Reading *reading, Named *named)
{
    for (skip_separators(&reading->at); *reading->at != '\0'; skip_separators(&reading->at)) {
        size_t length = 0;
        if (isdigit((unsigned char)*reading->at) && reading->part != PART_NONE) {
            read_number(reading, named);
            return true;
        }
        while (isalpha((unsigned char)reading->at[length]))
            length++;
        if (reading->part == PART_ANNEX && is_roman(reading->at, length)) {
            read_number(reading, named);
            return true;
        }
        if (length > 0 && !is_joining(reading->at, length))
            reading->part = part_of(reading->at, length);
        reading->at += length > 0 ? length : 1;
    }
    return false;
}

static bool covers(const Named *named, const Named *whole)
{
    size_t length = strlen(whole->number);
    if (named->part != whole->part || length == 0)
        return false;
    if (strncmp(named->number, whole->number, length) == 0 &&
        (named->number[length] == '\0' || named->number[length] == '.'))
        return true;
    long number = strtol(whole->number, NULL, 10);
    return named->last > 0 && number >= strtol(named->number, NULL, 10) && number <= named->last;
}

bool law_citation_names(const char *citation, const char *whole, Text *parts)
{
    Reading reading = {.at = citation}, of_whole = {.at = whole};
    Named named, wanted;
    bool found = false;
    if (!citation || !whole || !next_named(&of_whole, &wanted))
        return false;
    while (next_named(&reading, &named)) {
        if (!covers(&named, &wanted))
            continue;
        if (parts && !found)
            text_append_bytes(parts, whole, (size_t)(wanted.start - whole));
        else if (parts)
            text_append(parts, ", ");
        if (parts)
            text_append_bytes(parts, named.start, (size_t)(named.end - named.start));
        found = true;
    }
    return found;
}

/* "reg/2024/1689/oj" */
static char *key_of_eli(const char *at)
{
    const char *year = strchr(at, '/');
    size_t length = year ? strspn(year + 1, "0123456789") : 0;
    size_t number = length == 4 && year[5] == '/' ? strspn(year + 6, "0123456789") : 0;
    return number > 0 ? string_format("eu-%.4s-%.*s", year + 1, (int)number, year + 6) : NULL;
}

/* "32024R1689": the sector, the year, the kind, the number. */
static char *key_of_celex(const char *at)
{
    if (strspn(at, "0123456789") != 5 || *at != '3' || !strchr("RLD", at[5]) || at[5] == '\0' ||
        !isdigit((unsigned char)at[6]))
        return NULL;
    return string_format("eu-%.4s-%ld", at + 1, strtol(at + 6, NULL, 10));
}

/* "documents/2023/11/01/2023-24283/..." or "d/2023-24283": the first part that is a year and a number. */
static char *key_of_register(const char *at)
{
    for (; at && *at; at = strchr(at, '/')) {
        at += *at == '/';
        size_t year = strspn(at, "0123456789");
        size_t number = year == 4 && at[4] == '-' ? strspn(at + 5, "0123456789") : 0;
        if (number > 0)
            return string_format("us-fr-%.4s-%.*s", at, (int)number, at + 5);
    }
    return NULL;
}

char *law_key(const char *url)
{
    const char *eli = url ? strstr(url, "/eli/") : NULL, *celex = url ? strstr(url, "CELEX") : NULL;
    if (eli)
        return key_of_eli(eli + 5);
    if (celex) {
        celex += 5;
        celex += *celex == ':' ? 1 : strncasecmp(celex, "%3a", 3) == 0 ? 3 : 0;
        return key_of_celex(celex);
    }
    return url && strstr(url, "federalregister.gov/") ? key_of_register(strstr(url, "federalregister.gov/")) : NULL;
}
