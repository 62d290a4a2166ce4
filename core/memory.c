#include "config.h"

#include "core/memory.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* fputs() may allocate a buffer; standard error has none. */
static void *checked(void *memory)
{
    if (!memory) {
        fputs("gairo: memory is out\n", stderr);
        abort();
    }
    return memory;
}

void *memory_allocate(size_t size)
{
    return checked(malloc(size ? size : 1));
}

void *memory_zeroed(size_t count, size_t size)
{
    return checked(calloc(count ? count : 1, size ? size : 1));
}

void *memory_resize(void *old, size_t count, size_t size)
{
    size_t total;

    if (__builtin_mul_overflow(count, size, &total))
        return checked(NULL);
    return checked(realloc(old, total ? total : 1));
}

char *string_copy(const char *text)
{
    return text ? string_copy_bytes(text, strlen(text)) : NULL;
}

char *string_copy_bytes(const char *bytes, size_t length)
{
    char *copy = length < SIZE_MAX ? memory_allocate(length + 1) : checked(NULL);

    if (length)
        memcpy(copy, bytes, length);
    copy[length] = '\0';
    return copy;
}

char *string_format(const char *format, ...)
{
    va_list arguments;
    char *result = NULL;

    va_start(arguments, format);
    if (vasprintf(&result, format, arguments) < 0)
        result = NULL;
    va_end(arguments);
    return checked(result);
}

int string_compare(const char *a, const char *b)
{
    if (!a || !b)
        return (a != NULL) - (b != NULL);
    return strcmp(a, b);
}
