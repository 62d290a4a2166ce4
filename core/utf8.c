/* Well-formedness and grapheme clusters. */
#include "config.h"

#include "core/unicode.h"

#include <string.h>
#include <unigbrk.h>
#include <unistr.h>

#define WINDOW_BYTES 64u

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

size_t grapheme_length(const char *text)
{
    if (*text == '\0')
        return 0;
    if (is_plain(text[0]) && (text[1] == '\0' || is_plain(text[1])))
        return 1;
    /* The library wants the end of the text; looking for it each time would make a walk over a long text quadratic. So it
     * sees a window that ends between characters, and a larger one where the cluster reaches the end of that. */
    for (size_t window = WINDOW_BYTES;; window *= 2) {
        size_t length = strnlen(text, window);
        bool is_all = length < window;
        while (!is_all && length > 1 && ((unsigned char)text[length] & 0xC0) == 0x80)
            length--;
        const uint8_t *start = (const uint8_t *)text;
        const uint8_t *next = u8_grapheme_next(start, start + length);
        size_t used = next ? (size_t)(next - start) : length;
        if (used < length || is_all)
            return used;
    }
}
