#include "config.h"

#include "importers/read/bibtex-names.h"

#include "importers/read/latex-text.h"
#include "importers/read/xml.h"

#include <string.h>
#include <strings.h>

#define WORDS_MAX 60u
#define PARTS_MAX 3u

typedef struct Piece {
    const char *at;
    size_t length;
} Piece;

static bool is_space(char character)
{
    return character == ' ' || character == '\t' || character == '\n' || character == '\r' || character == '~';
}

static Piece trim(Piece piece)
{
    while (piece.length > 0 && is_space(piece.at[0])) {
        piece.at++;
        piece.length--;
    }
    while (piece.length > 0 && is_space(piece.at[piece.length - 1]))
        piece.length--;
    return piece;
}

/* The words of a name; what is in braces is part of a word. What is beyond the limit belongs to the last. */
static size_t split_words(Piece name, Piece *list)
{
    size_t count = 0, depth = 0;
    bool inside = false;

    for (size_t i = 0; i < name.length; i++) {
        char character = name.at[i];

        if (depth == 0 && is_space(character)) {
            inside = false;
            continue;
        }
        depth += character == '{';
        depth -= character == '}' && depth > 0;
        if (!inside && count < WORDS_MAX)
            list[count++] = (Piece){.at = name.at + i};
        inside = true;
        list[count - 1].length = (size_t)(name.at + i - list[count - 1].at) + 1;
    }
    return count;
}

/* The parts between commas, outside braces. */
static size_t split_commas(Piece name, Piece *parts)
{
    size_t count = 0, depth = 0, start = 0;

    for (size_t i = 0; i <= name.length; i++) {
        bool is_end = i == name.length || (name.at[i] == ',' && depth == 0 && count + 1 < PARTS_MAX);

        if (is_end) {
            parts[count++] = trim((Piece){.at = name.at + start, .length = i - start});
            start = i + 1;
        } else {
            depth += name.at[i] == '{';
            depth -= name.at[i] == '}' && depth > 0;
        }
    }
    return count;
}

/* Whether a word is one of the small words before a family's name. What is in braces counts as a capital. */
static bool is_small(Piece word)
{
    return word.length > 0 && ((word.at[0] >= 'a' && word.at[0] <= 'z') ||
                               (word.length > 1 && word.at[0] == '\\' && word.at[1] >= 'a' && word.at[1] <= 'z'));
}

static bool append_entry(Text *xml, const char *key, Piece first, Piece second)
{
    Text plain = {0};
    bool good;

    latex_append_text(&plain, first.at, first.length);
    if (second.length > 0) {
        text_append_character(&plain, ' ');
        latex_append_text(&plain, second.at, second.length);
    }
    text_append_format(xml, "<entry key=\"%s\">", key);
    good = plain.length == 0 || xml_append_escaped(xml, plain.data, plain.length);
    text_append(xml, "</entry>");
    text_free(&plain);
    return good;
}

/* From the first to the last of the words. */
static Piece join(const Piece *list, size_t from, size_t to)
{
    if (from >= to)
        return (Piece){.at = list[0].at};
    return (Piece){.at = list[from].at, .length = (size_t)(list[to - 1].at - list[from].at) + list[to - 1].length};
}

static bool append_name(Text *xml, Piece name)
{
    static const Piece none = {.at = ""}, others = {.at = "et al.", .length = sizeof("et al.") - 1};
    Piece list[WORDS_MAX], parts[PARTS_MAX];
    size_t commas = split_commas(name, parts), count = split_words(name, list), family;

    if (name.length == strlen("others") && strncasecmp(name.at, "others", name.length) == 0)
        return append_entry(xml, "literal", others, none);
    if (commas > 1)
        return append_entry(xml, "family", parts[0], none) &&
               (parts[commas - 1].length == 0 ||
                append_entry(xml, "given", parts[commas - 1], commas == PARTS_MAX ? parts[1] : none));
    if (count == 1)
        return append_entry(xml, "literal", name, none);
    for (family = 1; family + 1 < count && !is_small(list[family]); family++)
        ;
    return append_entry(xml, "family", join(list, family, count), none) &&
           append_entry(xml, "given", join(list, 0, family), none);
}

/* The offset of the "and" that ends the name which begins at start; length where it is the last. */
static size_t find_and(const char *bytes, size_t start, size_t length)
{
    size_t depth = 0;

    for (size_t i = start; i < length; i++) {
        depth += bytes[i] == '{';
        depth -= bytes[i] == '}' && depth > 0;
        if (depth == 0 && (i == start || is_space(bytes[i])) && length - i > 4 &&
            strncasecmp(bytes + i + (is_space(bytes[i]) ? 1 : 0), "and", 3) == 0 &&
            is_space(bytes[i + 3 + (is_space(bytes[i]) ? 1 : 0)]))
            return i;
    }
    return length;
}

bool bibtex_append_names(Text *xml, const char *bytes, size_t length, long line)
{
    size_t names = 0;

    for (size_t start = 0; start < length && names < BIBTEX_NAMES_MAX;) {
        size_t end = find_and(bytes, start, length);
        Piece name = trim((Piece){.at = bytes + start, .length = end - start});

        if (name.length > 0) {
            names++;
            text_append_format(xml, "<member line=\"%ld\">", line);
            if (!append_name(xml, name))
                return false;
            text_append(xml, "</member>");
        }
        start = end == length ? length : end + strlen("and") + (is_space(bytes[end]) ? 1 : 0);
    }
    return true;
}
