/* Columns. */
#include "config.h"

#include "core/unicode.h"

#include "core/memory.h"
#include "core/text.h"

#include <langinfo.h>
#include <stdlib.h>
#include <string.h>
#include <unistr.h>
#include <wchar.h>

/* What curses advances by for one character. One that the locale cannot show stands as one "?" or the like. */
static int character_width(ucs4_t character)
{
    int width = wcwidth((wchar_t)character);

    return width < 0 ? 1 : width;
}

int grapheme_width(const char *grapheme, size_t length)
{
    int width = 0;
    ucs4_t character;

    if (length == 1)
        return 1;
    for (size_t at = 0; at < length;) {
        at += (size_t)u8_mbtouc(&character, (const uint8_t *)grapheme + at, length - at);
        width += character_width(character);
    }
    return width;
}

int text_width(const char *text)
{
    int width = 0;

    for (size_t length; text && (length = grapheme_length(text)) > 0; text += length)
        width += grapheme_width(text, length);
    return width;
}

const char *text_ellipsis(void)
{
    return strcmp(nl_langinfo(CODESET), "UTF-8") == 0 ? "…" : "~";
}

/* The bytes at the start of text that take at most columns; sets the columns they take. */
static size_t fitting_length(const char *text, int columns, int *width)
{
    size_t fitting = 0;

    *width = 0;
    for (size_t length; (length = grapheme_length(text + fitting)) > 0; fitting += length) {
        int more = grapheme_width(text + fitting, length);
        if (more > columns - *width)
            break;
        *width += more;
    }
    return fitting;
}

/* As text_fit(), and sets the columns that the result takes. */
static char *fit(const char *text, int columns, int *width)
{
    Text fitted = {0};
    size_t length = text ? fitting_length(text, columns, width) : 0;

    if (!text || text[length] == '\0') {
        *width = text ? *width : 0;
        return string_copy(text ? text : "");
    }
    if (columns < 1) {
        *width = 0;
        return string_copy("");
    }
    length = fitting_length(text, columns - 1, width);
    text_append_bytes(&fitted, text, length);
    text_append(&fitted, text_ellipsis());
    *width += 1;
    return text_take(&fitted);
}

char *text_fit(const char *text, int columns)
{
    int width;

    return fit(text, columns, &width);
}

char *text_pad(const char *text, int columns, bool right_aligned)
{
    int width;
    char *fitted = fit(text, columns, &width);
    int blanks = columns > width ? columns - width : 0;
    char *padded =
        right_aligned ? string_format("%*s%s", blanks, "", fitted) : string_format("%s%*s", fitted, blanks, "");

    free(fitted);
    return padded;
}
