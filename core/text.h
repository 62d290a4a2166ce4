/* A growable string and a list of strings. */
#ifndef GAIRO_CORE_TEXT_H
#define GAIRO_CORE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

/* Starts zeroed ({0}). data is NULL while nothing was appended, else NUL-terminated (NULs inside are allowed). */
typedef struct Text {
    char *data;
    size_t length;   /* bytes, without the final NUL */
    size_t capacity; /* bytes allocated */
} Text;

void text_append(Text *text, const char *string); /* NULL appends nothing */
void text_append_bytes(Text *text, const char *bytes, size_t length);
void text_append_character(Text *text, char character);
void text_append_format(Text *text, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Empties it and keeps the memory. */
void text_reset(Text *text);
/* Hands the string to the caller (never NULL; "" when empty) and leaves text zeroed. */
char *text_take(Text *text);
void text_free(Text *text);

/* The ending of a noun behind a count: nothing for one, else "s". Static. */
const char *plural_ending(size_t count);

/* Starts zeroed. Owns its strings. */
typedef struct StringList {
    char **items;
    size_t count;
    size_t capacity;
} StringList;

void string_list_add(StringList *list, const char *string); /* copies */
void string_list_take(StringList *list, char *string);      /* takes ownership */
bool string_list_contains(const StringList *list, const char *string);
void string_list_sort(StringList *list); /* by bytes */
void string_list_free(StringList *list); /* leaves it zeroed */

#endif
