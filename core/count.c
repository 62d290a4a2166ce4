/* How long a text is, as a reader counts. */
#include "config.h"

#include "core/unicode.h"

#include "core/memory.h"
#include "core/sanitise.h"

#include <stdlib.h>
#include <string.h>
#include <unictype.h>
#include <unistr.h>
#include <uniwbrk.h>

/* A copy that is valid UTF-8. */
static char *valid_copy(const char *text)
{
    size_t length = text ? strlen(text) : 0;

    return utf8_is_valid(text ? text : "", length, NULL) ? string_copy_bytes(text ? text : "", length)
                                                         : sanitise(text, length, SANITISE_LINES);
}

size_t text_character_count(const char *text)
{
    char *copy = valid_copy(text);
    size_t count = 0;

    for (size_t at = 0, length; (length = grapheme_length(copy + at)) > 0; at += length)
        count++;
    free(copy);
    return count;
}

/* Whether what stands between two boundaries is a word: blanks and punctuation stand between boundaries too. */
static bool has_letter(const uint8_t *bytes, size_t length)
{
    ucs4_t character;

    for (size_t at = 0; at < length;) {
        at += (size_t)u8_mbtouc(&character, bytes + at, length - at);
        if (uc_is_alnum(character))
            return true;
    }
    return false;
}

size_t text_word_count(const char *text)
{
    char *copy = valid_copy(text);
    size_t length = strlen(copy), count = 0, start = 0;
    char *boundaries = memory_zeroed(length + 1, 1);

    u8_wordbreaks((const uint8_t *)copy, length, boundaries);
    for (size_t at = 1; at <= length; at++) {
        if (at < length && !boundaries[at])
            continue;
        count += has_letter((const uint8_t *)copy + start, at - start);
        start = at;
    }
    free(boundaries);
    free(copy);
    return count;
}
