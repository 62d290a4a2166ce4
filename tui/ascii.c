#include "config.h"

#include "tui/ascii.h"

#include "core/text.h"
#include "core/unicode.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <uninorm.h>

static const struct {
    const char *sign, *spelling;
} signs[] = {
    {"–", "-"},   {"—", "-"},   {"‑", "-"},  {"−", "-"},   {"‘", "'"},  {"’", "'"},  {"“", "\""},  {"”", "\""},
    {"„", "\""},  {"«", "<<"},  {"»", ">>"}, {"…", "..."}, {"·", "-"},  {"•", "*"},  {"›", ">"},   {"‹", "<"},
    {"→", "->"},  {"←", "<-"},  {"×", "x"},  {"≤", "<="},  {"≥", ">="}, {"≈", "~"},  {"€", "EUR"}, {"£", "GBP"},
    {"§", "s. "}, {"©", "(c)"}, {"ß", "ss"}, {"æ", "ae"},  {"Æ", "AE"}, {"ø", "o"},  {"Ø", "O"},   {"œ", "oe"},
    {"Œ", "OE"},  {"ł", "l"},   {"Ł", "L"},  {"đ", "d"},   {"ı", "i"},  {"þ", "th"}, {"ð", "d"},   {"°", " deg"},
};

/* Appends a grapheme that is no ASCII character. */
static void spell(Text *result, const char *grapheme, size_t length)
{
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        if (strlen(signs[i].sign) == length && memcmp(signs[i].sign, grapheme, length) == 0) {
            text_append(result, signs[i].spelling);
            return;
        }
    }
    size_t size = 0, kept = result->length;
    uint8_t *parts = u8_normalize(UNINORM_NFKD, (const uint8_t *)grapheme, length, NULL, &size);
    for (size_t i = 0; parts != NULL && i < size; i++) {
        if (parts[i] >= ' ' && parts[i] < 0x7f) {
            text_append_character(result, (char)parts[i]);
        }
    }
    if (result->length == kept) {
        text_append_character(result, '?');
    }
    free(parts);
}

char *ascii_spelling(const char *text)
{
    Text result = {0};
    while (*text != '\0') {
        size_t length = grapheme_length(text);
        length = length == 0 ? 1 : length;
        if (length == 1 && (unsigned char)*text < 0x80) {
            text_append_character(&result, *text);
        } else {
            spell(&result, text, length);
        }
        text += length;
    }
    return text_take(&result);
}
