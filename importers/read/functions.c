/* The functions themselves, apart from XPath: functions-xpath.c makes them known. */
#include "config.h"

#include "importers/read/functions.h"

#include "core/date.h"
#include "core/memory.h"
#include "core/unicode.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define SLUG_BYTES 120u

/* The character at a place of well-formed UTF-8, and its bytes. */
static unsigned long character_at(const char *at, size_t *length)
{
    unsigned char first = (unsigned char)*at;
    unsigned long character = first < 0x80 ? first : first < 0xE0 ? first & 0x1Fu : first < 0xF0 ? first & 0x0Fu : first & 7u;

    *length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    for (size_t i = 1; i < *length; i++)
        character = character << 6 | ((unsigned char)at[i] & 0x3Fu);
    return character;
}

/* Whether a character beyond ASCII belongs to a word: what Unicode keeps for marks, signs and pictures does not. */
static bool is_foreign_letter(unsigned long character)
{
    static const unsigned long others[][2] = {
        {0x80, 0xBF},     {0xD7, 0xD7},     {0xF7, 0xF7},     {0x2000, 0x2BFF},   {0x2E00, 0x2E7F},
        {0x3000, 0x3004}, {0x3008, 0x3020}, {0x3030, 0x3030}, {0xE000, 0xF8FF},   {0xFE00, 0xFE6F},
        {0xFF00, 0xFF0F}, {0xFF1A, 0xFF20}, {0xFFE0, 0xFFFF}, {0x1F000, 0x1FAFF}, {0xE0000, 0x10FFFF}};

    for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
        if (character >= others[i][0] && character <= others[i][1])
            return false;
    return character >= 0x80;
}

/* a-z 0-9 . + are kept, and - where anything else was; no accents, no capitals. A letter of another script is "u" and its
 * number in hexadecimal digits: names that differ must not have the same id, or none. */
void function_slug(Text *result, const char *string)
{
    char *folded = text_fold(string);
    size_t start = result->length, length;
    bool gap = false;

    for (const char *at = folded; *at != '\0' && result->length - start < SLUG_BYTES; at += length) {
        unsigned long character = character_at(at, &length);
        bool kept = (*at >= 'a' && *at <= 'z') || (*at >= '0' && *at <= '9') || *at == '+' ||
                    (*at == '.' && isdigit((unsigned char)at[1]) && at > folded && isdigit((unsigned char)at[-1]));
        bool foreign = is_foreign_letter(character);

        if (gap && (kept || foreign) && result->length > start)
            text_append_character(result, '-');
        gap = !kept && !foreign;
        if (kept)
            text_append_character(result, *at);
        else if (foreign)
            text_append_format(result, "u%lx", character);
    }
    free(folded);
}

static int month_of(const char *word, size_t length)
{
    static const char *const months[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                         "jul", "aug", "sep", "oct", "nov", "dec"};

    for (int i = 0; length >= 3 && i < 12; i++)
        if (strncasecmp(word, months[i], 3) == 0)
            return i + 1;
    return 0;
}

/* A date in words: "10 February 2025", "Feb 10, 2025", "April 2024". */
static void append_written_date(Text *result, const char *string)
{
    long year = 0, month = 0, day = 0;

    for (const char *at = string; *at != '\0';) {
        size_t length = strcspn(at, " ,./\t\n");
        char *end;
        long number = strtol(at, &end, 10);

        if (length > 0 && isdigit((unsigned char)*at) && end <= at + length) {
            if (end - at == 4 && year == 0)
                year = number;
            else if (number >= 1 && number <= 31 && day == 0)
                day = number;
            else
                return;
        } else if (length > 0) {
            if (month != 0 || (month = month_of(at, length)) == 0)
                return;
        }
        at += length;
        at += strspn(at, " ,./\t\n");
    }
    if (year == 0 || (day != 0 && month == 0))
        return;
    text_append_format(result, "%04ld", year);
    if (month != 0)
        text_append_format(result, "-%02ld", month);
    if (day != 0)
        text_append_format(result, "-%02ld", day);
}

void function_date(Text *result, const char *string)
{
    Text date = {0};
    int year = 0, month = 0, day = 0, length = 0;

    string += strspn(string, " \t\r\n");
    if (sscanf(string, "%4d-%2d-%2d%n", &year, &month, &day, &length) == 3 &&
        (string[length] == '\0' || strchr(" T", string[length]) != NULL))
        text_append_format(&date, "%04d-%02d-%02d", year, month, day);
    else if (length = 0, (sscanf(string, "%4d/%2d/%2d%n", &year, &month, &day, &length) == 3 ||
                          sscanf(string, "%4d.%2d.%2d%n", &year, &month, &day, &length) == 3) &&
                             year > 31 && string[length] == '\0')
        text_append_format(&date, "%04d-%02d-%02d", year, month, day);
    else if (length = 0, sscanf(string, "%4d-%2d%n", &year, &month, &length) == 2 && string[length] == '\0')
        text_append_format(&date, "%04d-%02d", year, month);
    else
        append_written_date(&date, string);
    if (date.data != NULL && date_is_valid(date.data))
        text_append(result, date.data);
    text_free(&date);
}

/* What ASCII does not have is percent-encoded; nothing where it is no web address. */
void function_url(Text *result, const char *string)
{
    size_t length;
    const char *host;

    string += strspn(string, " \t\r\n");
    length = strlen(string);
    while (length > 0 && isspace((unsigned char)string[length - 1]))
        length--;
    if (strncmp(string, "http://", 7) != 0 && strncmp(string, "https://", 8) != 0)
        return;
    host = strstr(string, "://") + 3;
    if (host >= string + length || (!isalnum((unsigned char)*host) && *host != '['))
        return;
    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)string[i];

        if (byte <= ' ' || byte >= 0x7F || strchr("\"<>\\", byte) != NULL)
            text_append_format(result, "%%%02X", byte);
        else
            text_append_character(result, (char)byte);
    }
}

/* White space folded, and cut after a word so that it has at most bytes bytes, "…" included. */
void function_cut(Text *result, const char *string, size_t bytes)
{
    static const char mark[] = "…";
    Text folded = {0};
    size_t length;

    for (const char *at = string; *at != '\0'; at++) {
        bool blank = strchr(" \t\r\n", *at) != NULL;

        if (!blank)
            text_append_character(&folded, *at);
        else if (folded.length > 0 && folded.data[folded.length - 1] != ' ')
            text_append_character(&folded, ' ');
    }
    while (folded.length > 0 && folded.data[folded.length - 1] == ' ')
        folded.length--;
    if (folded.length <= bytes) {
        text_append_bytes(result, folded.length == 0 ? "" : folded.data, folded.length);
    } else if (bytes > strlen(mark)) {
        length = bytes - strlen(mark);
        while (length > 0 && ((unsigned char)folded.data[length] & 0xC0) == 0x80)
            length--;
        for (size_t word = length; word > length / 2; word--)
            if (folded.data[word] == ' ') {
                length = word;
                break;
            }
        while (length > 0 && strchr(" ,;:.", folded.data[length - 1]) != NULL)
            length--;
        text_append_bytes(result, folded.data, length);
        text_append(result, mark);
    }
    text_free(&folded);
}
