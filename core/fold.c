/* Folding for matches. */
#include "config.h"

#include "core/unicode.h"

#include "core/memory.h"
#include "core/sanitise.h"
#include "core/text.h"

#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <uninorm.h>
#include <unictype.h>
#include <unistr.h>

/* Letters that carry their stroke as part of themselves, which decomposition leaves as they are. */
static const struct {
    ucs4_t letter;
    const char *plain;
} strokes[] = {
    {0x00E6, "ae"}, {0x00F0, "d"}, {0x00F8, "o"}, {0x00FE, "th"}, {0x0111, "d"},
    {0x0127, "h"},  {0x0131, "i"}, {0x0142, "l"}, {0x0153, "oe"}, {0x0167, "t"},
};

static const char *without_stroke(ucs4_t letter)
{
    for (size_t i = 0; i < sizeof strokes / sizeof strokes[0]; i++)
        if (strokes[i].letter == letter)
            return strokes[i].plain;
    return NULL;
}

/* Accents and points above and below a letter. Marks that are part of a script's spelling (virama, nukta, kana voicing
 * and vowel signs of class 0) stay. */
static bool is_accent(ucs4_t character)
{
    int class = uc_combining_class(character);

    return class != UC_CCC_NR && class != UC_CCC_NK && class != UC_CCC_KV && class != UC_CCC_VR;
}

/* Folds what has no ASCII in it. */
static void append_folded(Text *folded, const char *text, size_t length)
{
    size_t count = 0;
    uint8_t *bytes = u8_casefold((const uint8_t *)text, length, NULL, UNINORM_NFKD, NULL, &count);
    ucs4_t character;

    /* The library fails only for want of memory here, for the text is valid. */
    if (!bytes && count == 0) {
        text_append_bytes(folded, text, length);
        return;
    }
    for (size_t at = 0, used; at < count; at += used) {
        used = (size_t)u8_mbtouc(&character, bytes + at, count - at);
        const char *plain = without_stroke(character);
        if (plain)
            text_append(folded, plain);
        else if (!is_accent(character))
            text_append_bytes(folded, (const char *)bytes + at, used);
    }
    free(bytes);
}

/* ASCII, which is most of most texts, needs no library: its characters fold one by one, and since each of them begins
 * anew in the decomposed form, what stands around them folds apart. */
static char *fold_valid(const char *text, size_t length)
{
    Text folded = {0};

    for (size_t at = 0; at < length;) {
        size_t start = at;
        while (at < length && (unsigned char)text[at] < 0x80)
            at++;
        text_append_bytes(&folded, text + start, at - start);
        for (size_t i = folded.length - (at - start); i < folded.length; i++)
            if (folded.data[i] >= 'A' && folded.data[i] <= 'Z')
                folded.data[i] = (char)(folded.data[i] - 'A' + 'a');
        start = at;
        while (at < length && (unsigned char)text[at] >= 0x80)
            at++;
        if (at > start)
            append_folded(&folded, text + start, at - start);
    }
    return text_take(&folded);
}

char *text_fold(const char *text)
{
    size_t length = text ? strlen(text) : 0;

    if (length == 0)
        return string_copy("");
    if (utf8_is_valid(text, length, NULL))
        return fold_valid(text, length);
    char *valid = sanitise(text, length, SANITISE_LINES);
    char *folded = fold_valid(valid, strlen(valid));
    free(valid);
    return folded;
}
