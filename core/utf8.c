/* Well-formedness and grapheme clusters. */
#include "config.h"

#include "core/unicode.h"

#include "core/memory.h"

#include <stdlib.h>
#include <string.h>
#include <unigbrk.h>
#include <unistr.h>

#define WINDOW_BYTES 16u

bool utf8_is_valid(const char *bytes, size_t length, size_t *bad_offset)
{
    if (length == 0)
        return true;
    const uint8_t *bad = u8_check((const uint8_t *)bytes, length);
    if (bad && bad_offset)
        *bad_offset = (size_t)(bad - (const uint8_t *)bytes);
    return !bad;
}

/* Printable ASCII joins with nothing before it, and with nothing behind it but what is not ASCII. */
static bool is_plain(char byte)
{
    return byte >= ' ' && byte <= '~';
}

/* The end of the first cluster among length bytes, which end between characters; length where it reaches that far.
 * u8_grapheme_next() would do but for emoji sequences and flags: it looks at two characters at a time. */
static size_t first_break(const char *text, size_t length)
{
    char small[WINDOW_BYTES];
    char *breaks = length <= sizeof small ? small : memory_allocate(length);
    size_t end = 1;

    u8_grapheme_breaks((const uint8_t *)text, length, breaks);
    while (end < length && !breaks[end])
        end++;
    if (breaks != small)
        free(breaks);
    return end;
}

size_t grapheme_length(const char *text)
{
    if (*text == '\0')
        return 0;
    if (is_plain(text[0]) && (text[1] == '\0' || is_plain(text[1])))
        return 1;
    /* The library wants the end of the text; looking for it each time would make a walk over a long text quadratic. So
     * it sees a window that ends between characters, and a larger one where the cluster reaches the end of that. */
    for (size_t window = WINDOW_BYTES;; window *= 2) {
        size_t length = strnlen(text, window);
        bool is_all = length < window;
        while (!is_all && length > 1 && ((unsigned char)text[length] & 0xC0) == 0x80)
            length--;
        size_t used = first_break(text, length);
        if (used < length || is_all)
            return used;
    }
}
