/* Allocation that never returns NULL: running out of memory is the one failure gairo does not survive. */
#ifndef GAIRO_CORE_MEMORY_H
#define GAIRO_CORE_MEMORY_H

#include <stddef.h>

/* Each of these behaves as its standard namesake, and prints one line and aborts when memory is out.
 * The caller owns what is returned and releases it with free(). */
void *memory_allocate(size_t size);
void *memory_zeroed(size_t count, size_t size);
/* Resizes to count elements of size bytes; aborts also when count * size overflows. */
void *memory_resize(void *old, size_t count, size_t size);

/* Copies a string; NULL gives NULL. */
char *string_copy(const char *text);
/* Copies length bytes and adds a NUL. */
char *string_copy_bytes(const char *bytes, size_t length);
/* Formats into a fresh string. */
char *string_format(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* As strcmp, where NULL sorts before everything and equals NULL. */
int string_compare(const char *a, const char *b);

#endif
