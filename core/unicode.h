/* UTF-8, display width and wrapping. Segmentation is libunistring's (UAX #29, UAX #14); width is what curses will
 * advance by, that is wcwidth() of the current locale, summed over a grapheme's characters. curses does not know
 * graphemes: an emoji joined of three is 6 columns to it, and so it is here, even where a terminal draws it in 2.
 * Counting 2 would put everything behind it in the wrong column. A character that the locale cannot show counts as 1.
 */
#ifndef GAIRO_CORE_UNICODE_H
#define GAIRO_CORE_UNICODE_H

#include <stdbool.h>
#include <stddef.h>

/* True when the bytes are well-formed UTF-8 (RFC 3629: no overlong forms, no surrogates). Where not and bad_offset is
 * not NULL, it gets the offset of the first bad byte. NUL bytes count as well-formed. */
bool utf8_is_valid(const char *bytes, size_t length, size_t *bad_offset);
/* What bytes that are no UTF-8 are instead, by the first of them: "UTF-16", "UTF-16 without a byte order mark" (of letters
 * that are mostly ASCII, every second byte is NUL), "UTF-32"; NULL where that cannot be told. Static. */
const char *encoding_guess(const char *bytes, size_t length);
/* The number of bytes of the grapheme cluster that starts at text (0 at the end). text must be valid UTF-8. */
size_t grapheme_length(const char *text);
/* Columns one grapheme of length bytes takes: mostly 0, 1 or 2, more for joined emoji and conjuncts. */
int grapheme_width(const char *grapheme, size_t length);
/* Columns a sanitised string takes. NULL gives 0. */
int text_width(const char *text);
/* What stands for text that was cut: "…", or "~" outside UTF-8 locales; one column. Static. */
const char *text_ellipsis(void);
/* A copy cut at a grapheme so that it takes at most columns; where something was cut the last column is the
 * ellipsis. NULL gives "". The caller owns it. */
char *text_fit(const char *text, int columns);
/* As text_fit, then padded with blanks to exactly columns; to the left where right_aligned. */
char *text_pad(const char *text, int columns, bool right_aligned);

typedef struct WrappedText {
    char **lines; /* each at most the asked number of columns, without trailing blanks */
    size_t count;
} WrappedText;
/* Breaks text into lines at UAX #14 opportunities; a word longer than a line is cut at a grapheme. "\n" ends a line, an
 * empty line stays one, and a "\n" at the very end starts none. A grapheme wider than columns becomes an ellipsis.
 * columns below 1 counts as 1. "" gives one empty line, NULL none. */
WrappedText text_wrap(const char *text, int columns);
/* The same, broken at blanks only: for what is to be typed as it stands. */
WrappedText text_wrap_at_blanks(const char *text, int columns);
void wrapped_text_free(WrappedText *wrapped);

/* What a reader counts: grapheme clusters, and words after UAX #29 that have a letter or a digit ("open-source" is two).
 * Invalid bytes count as the placeholders that would be shown for them. NULL gives 0. */
size_t text_character_count(const char *text);
size_t text_word_count(const char *text);

/* Case-folded, accent-stripped copy, for matching as one types ("Łódź" gives "lodz"). NULL gives "". The caller owns
 * it. */
char *text_fold(const char *text);

#endif
