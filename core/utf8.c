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

static bool begins_with(const char *bytes, size_t length, const char *mark, size_t mark_length)
{
    return length >= mark_length && memcmp(bytes, mark, mark_length) == 0;
}

#define GUESS_BYTES 4096u

const char *encoding_guess(const char *bytes, size_t length)
{
    size_t seen = length < GUESS_BYTES ? length : GUESS_BYTES, nuls[4] = {0};

    if (begins_with(bytes, length, "\xFF\xFE\0\0", 4) || begins_with(bytes, length, "\0\0\xFE\xFF", 4))
        return "UTF-32";
    if (begins_with(bytes, length, "\xFF\xFE", 2) || begins_with(bytes, length, "\xFE\xFF", 2))
        return "UTF-16";
    for (size_t i = 0; i < seen; i++)
        nuls[i % 4] += bytes[i] == '\0';
    size_t even = nuls[0] + nuls[2], odd = nuls[1] + nuls[3];
    /* Most letters of UTF-32 have three. */
    if (even + odd > seen / 2)
        return seen >= 4 ? "UTF-32" : NULL;
    /* In Greek or Chinese the separators and line ends alone have one. */
    if (even + odd < 2 || even + odd < seen / 64 || (even > 0 && odd > 0))
        return NULL;
    return "UTF-16 without a byte order mark";
}
