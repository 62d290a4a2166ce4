#include "config.h"

#include "core/text.h"

#include "core/memory.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Makes room for length more bytes and the NUL. */
static void text_reserve(Text *text, size_t length)
{
    size_t needed;

    if (__builtin_add_overflow(text->length, length, &needed) || needed >= SIZE_MAX / 2)
        needed = SIZE_MAX; /* refused by memory_resize() */
    if (text->data && needed < text->capacity)
        return;
    size_t capacity = text->capacity ? text->capacity : 32;
    while (capacity <= needed && capacity < SIZE_MAX / 2)
        capacity *= 2;
    if (capacity <= needed)
        capacity = SIZE_MAX;
    text->data = memory_resize(text->data, capacity, 1);
    text->capacity = capacity;
}

void text_append(Text *text, const char *string)
{
    if (string)
        text_append_bytes(text, string, strlen(string));
}

void text_append_bytes(Text *text, const char *bytes, size_t length)
{
    text_reserve(text, length);
    if (length)
        memcpy(text->data + text->length, bytes, length);
    text->length += length;
    text->data[text->length] = '\0';
}

void text_append_character(Text *text, char character)
{
    text_append_bytes(text, &character, 1);
}

void text_append_format(Text *text, const char *format, ...)
{
    va_list arguments, again;

    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length >= 0) {
        text_reserve(text, (size_t)length);
        vsnprintf(text->data + text->length, (size_t)length + 1, format, again);
        text->length += (size_t)length;
    }
    va_end(again);
}

void text_reset(Text *text)
{
    text->length = 0;
    if (text->data)
        text->data[0] = '\0';
}

char *text_take(Text *text)
{
    char *data = text->data ? text->data : string_copy("");

    *text = (Text){0};
    return data;
}

void text_free(Text *text)
{
    free(text->data);
    *text = (Text){0};
}

const char *plural_ending(size_t count)
{
    return count == 1 ? "" : "s";
}

void string_list_add(StringList *list, const char *string)
{
    string_list_take(list, string_copy(string));
}

void string_list_take(StringList *list, char *string)
{
    if (list->count == list->capacity) {
        list->capacity = list->capacity ? list->capacity * 2 : 8;
        list->items = memory_resize(list->items, list->capacity, sizeof *list->items);
    }
    list->items[list->count++] = string;
}

bool string_list_contains(const StringList *list, const char *string)
{
    for (size_t i = 0; i < list->count; i++)
        if (string_compare(list->items[i], string) == 0)
            return true;
    return false;
}

static int compare_items(const void *a, const void *b)
{
    return string_compare(*(char *const *)a, *(char *const *)b);
}

void string_list_sort(StringList *list)
{
    if (list->count > 1)
        qsort(list->items, list->count, sizeof *list->items, compare_items);
}

void string_list_free(StringList *list)
{
    for (size_t i = 0; i < list->count; i++)
        free(list->items[i]);
    free(list->items);
    *list = (StringList){0};
}
