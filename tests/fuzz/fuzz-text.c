/* Fuzz target: the sanitiser, and all that measures, cuts, wraps and folds text. How to run it with libFuzzer: fuzz.h.
 */
#include "tests/fuzz/fuzz.h"

#include "core/memory.h"
#include "core/sanitise.h"
#include "core/unicode.h"

#include <string.h>

static const FuzzPiece text_pieces[] = {
    PIECE("weights "),
    PIECE("fine-tuning"),
    PIECE("\n"),
    PIECE("\r\n"),
    PIECE("\r"),
    PIECE("\t"),
    PIECE("\0"),
    PIECE(" "),
    PIECE("\x1b[31m"),
    PIECE("\x1b]0;title\x07"),
    PIECE("\xc2\x9b"),
    PIECE("\x7f"),
    PIECE("\u202E"),
    PIECE("\u2066"),
    PIECE("\u200D"),
    PIECE("\u200C"),
    PIECE("\u200B"),
    PIECE("\uFEFF"),
    PIECE("\u2028"),
    PIECE("\u00AD"),
    PIECE("\U000E0041"),
    PIECE("\U000E0100"),
    PIECE("\uFE0F"),
    PIECE("\uFFFF"),
    PIECE("\uE000"),
    PIECE("\U0010FFFF"),
    PIECE("👩"),
    PIECE("👍🏽"),
    PIECE("🏳"),
    PIECE("🌈"),
    PIECE("🇨"),
    PIECE("🇭"),
    PIECE("❤"),
    PIECE("日本"),
    PIECE("가"),
    PIECE("\u1100"),
    PIECE("\u1161"),
    PIECE("क"),
    PIECE("्"),
    PIECE("ष"),
    PIECE("م"),
    PIECE("é"),
    PIECE("e\u0301"),
    PIECE("\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301"),
    PIECE("ß"),
    PIECE("İ"),
    PIECE("ǆ"),
    PIECE("ﬁ"),
    PIECE("ΐ"),
    PIECE("\xff"),
    PIECE("\xc0\xaf"),
    PIECE("\xed\xa0\x80"),
    PIECE("\xf4\x90\x80\x80"),
    PIECE("\xe2\x82"),
    PIECE("<U+202E>"),
};

size_t fuzz_pieces(const FuzzPiece **pieces)
{
    *pieces = text_pieces;
    return sizeof text_pieces / sizeof *text_pieces;
}

static bool has_control(const char *text, bool lines)
{
    for (const unsigned char *at = (const unsigned char *)text; *at; at++) {
        if ((*at < ' ' && !(lines && *at == '\n')) || *at == 0x7F)
            return true;
        if (*at == 0xC2 && at[1] >= 0x80 && at[1] <= 0x9F)
            return true;
    }
    return strstr(text, "\u202E") || strstr(text, "\u2066") || strstr(text, "\u200B") || strstr(text, "\uFEFF") ||
           strstr(text, "\u2028") || strstr(text, "\U000E0041");
}

static void check_sanitised(const char *clean, SanitiseMode mode)
{
    char *again = sanitise_string(clean, mode);

    MUST(utf8_is_valid(clean, strlen(clean), NULL));
    MUST(!has_control(clean, mode == SANITISE_LINES));
    MUST(strcmp(clean, again) == 0);
    free(again);
}

static void check_graphemes(const char *text)
{
    size_t total = 0;
    int width = 0;

    for (size_t length; (length = grapheme_length(text + total)) > 0; total += length) {
        MUST(length <= strlen(text + total));
        MUST(utf8_is_valid(text + total, length, NULL));
        width += grapheme_width(text + total, length);
    }
    MUST(total == strlen(text));
    MUST(width == text_width(text));
}

static void check_fit(const char *text, int columns)
{
    char *fitted = text_fit(text, columns);
    char *padded = text_pad(text, columns, (columns & 1) != 0);

    MUST(utf8_is_valid(fitted, strlen(fitted), NULL));
    MUST(text_width(fitted) <= columns);
    MUST(text_width(padded) == columns);
    MUST(text_width(text) > columns || strcmp(text, fitted) == 0);
    free(fitted);
    free(padded);
}

/* What the lines hold is the text but for blanks, line ends, and graphemes too wide for a line. */
static void check_wrap(const char *text, int columns)
{
    WrappedText wrapped = text_wrap(text, columns);
    const char *rest = text;
    bool all_fit = true;

    for (size_t at = 0, length; (length = grapheme_length(text + at)) > 0; at += length)
        all_fit = all_fit && grapheme_width(text + at, length) <= columns;
    for (size_t i = 0; i < wrapped.count; i++) {
        size_t length = strlen(wrapped.lines[i]);
        MUST(text_width(wrapped.lines[i]) <= columns);
        MUST(length == 0 || wrapped.lines[i][length - 1] != ' ');
        if (!all_fit)
            continue;
        size_t indent = strspn(wrapped.lines[i], " ");
        rest += strspn(rest, " \n");
        MUST(strncmp(rest, wrapped.lines[i] + indent, length - indent) == 0);
        rest += length - indent;
    }
    MUST(!all_fit || rest[strspn(rest, " \n")] == '\0');
    wrapped_text_free(&wrapped);
}

static void check_mode(const char *bytes, size_t length, SanitiseMode mode)
{
    char *clean = sanitise(bytes, length, mode);

    check_sanitised(clean, mode);
    check_graphemes(clean);
    if (mode == SANITISE_LINE)
        check_fit(clean, (int)(length % 30));
    else
        check_wrap(clean, 1 + (int)(length % 30));
    char *folded = text_fold(clean);
    MUST(utf8_is_valid(folded, strlen(folded), NULL));
    free(folded);
    free(clean);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    const char *text = (const char *)bytes;
    size_t bad = length;

    if (!utf8_is_valid(text, length, &bad)) {
        MUST(bad < length);
        MUST(utf8_is_valid(text, bad, NULL));
    }
    check_mode(text, length, SANITISE_LINE);
    check_mode(text, length, SANITISE_LINES);
    /* What is not valid must still be safe. */
    char *string = string_copy_bytes(text, length);
    free(text_fold(string));
    free(text_fit(string, 20));
    WrappedText wrapped = text_wrap(string, 20);
    wrapped_text_free(&wrapped);
    free(string);
    return 0;
}
