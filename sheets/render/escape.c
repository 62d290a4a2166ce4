#include "sheets/render/escape.h"

#include "core/memory.h"
#include "core/unicode.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static bool is_blank(char character)
{
    return character == ' ' || character == '\n' || character == '\t' || character == '\r';
}

/* The marks that begin a block where they come first: headings, lists, rules, underlines of headings, definitions. */
static bool begins_block(char character)
{
    return character != '\0' && strchr("#+-=:", character) != NULL;
}

/* The length of "12. " or "12) " at the start, which would begin an ordered list: up to its mark, or 0. */
static size_t list_number_length(const char *text)
{
    size_t digits = strspn(text, "0123456789");
    bool marked = digits > 0 && (text[digits] == '.' || text[digits] == ')');
    return marked && (text[digits + 1] == '\0' || is_blank(text[digits + 1])) ? digits : 0;
}

static void append_escaped(Text *result, const char *text)
{
    switch (*text) {
    case '&':
        text_append(result, "&amp;");
        return;
    case '<':
        text_append(result, "&lt;");
        return;
    case '>':
        text_append(result, "&gt;");
        return;
    default:
        break;
    }
    bool autolink = (strncmp(text, "://", 3) == 0);
    if (autolink || strchr("\\`*_[]|~$", *text) != NULL)
        text_append_character(result, '\\');
    text_append_character(result, *text);
}

void markdown_escape(Text *result, const char *string)
{
    while (is_blank(*string))
        string++;
    size_t number = list_number_length(string);
    if (number > 0) {
        text_append_bytes(result, string, number);
        text_append_character(result, '\\');
        text_append_character(result, string[number]);
        string += number + 1;
    } else if (begins_block(*string)) {
        text_append_character(result, '\\');
        text_append_character(result, *string++);
    }
    bool blank = false;
    for (; *string != '\0'; string++) {
        if (is_blank(*string)) {
            blank = true;
            continue;
        }
        if (blank)
            text_append_character(result, ' ');
        blank = false;
        if (strncmp(string, "www.", 4) == 0) {
            text_append(result, "www\\.");
            string += 3;
        } else {
            append_escaped(result, string);
        }
    }
}

void markdown_escape_url(Text *result, const char *url)
{
    for (; *url != '\0'; url++) {
        unsigned char byte = (unsigned char)*url;
        if (byte == '&')
            text_append(result, "&amp;");
        else if (byte <= ' ' || byte >= 0x7F || strchr("\\<>()[]\"`|^{}", byte) != NULL)
            text_append_format(result, "%%%02X", byte);
        else
            text_append_character(result, (char)byte);
    }
}

void css_escape(Text *result, const char *string)
{
    text_append_character(result, '"');
    for (; *string != '\0'; string++) {
        unsigned char byte = (unsigned char)*string;
        if (isalnum(byte) || byte == ' ' || byte >= 0x80)
            text_append_character(result, (char)byte);
        else
            text_append_format(result, "\\%x ", byte);
    }
    text_append_character(result, '"');
}

void csv_escape(Text *result, const char *string)
{
    text_append_character(result, '"');
    while (is_blank(*string))
        string++;
    if (*string != '\0' && strchr("=+-@", *string) != NULL)
        text_append_character(result, '\'');
    for (; *string != '\0'; string++) {
        if (*string == '"')
            text_append_character(result, '"');
        text_append_character(result, is_blank(*string) ? ' ' : *string);
    }
    text_append_character(result, '"');
}

void json_escape(Text *result, const char *string)
{
    text_append_character(result, '"');
    for (; *string != '\0'; string++) {
        unsigned char byte = (unsigned char)*string;
        if (byte == '"' || byte == '\\')
            text_append_format(result, "\\%c", byte);
        else if (byte < ' ')
            text_append_format(result, "\\u%04x", byte);
        else
            text_append_character(result, (char)byte);
    }
    text_append_character(result, '"');
}

static void append_tex(Text *result, char character)
{
    switch (character) {
    case '\\':
        text_append(result, "{\\textbackslash}");
        return;
    case '~':
        text_append(result, "{\\textasciitilde}");
        return;
    case '^':
        text_append(result, "{\\textasciicircum}");
        return;
    /* Braces that BibTeX would count are written as commands. */
    case '{':
        text_append(result, "{\\textbraceleft}");
        return;
    case '}':
        text_append(result, "{\\textbraceright}");
        return;
    case '"':
        text_append(result, "{\\textquotedbl}");
        return;
    default:
        break;
    }
    if (strchr("&%$#_", character) != NULL)
        text_append_character(result, '\\');
    text_append_character(result, is_blank(character) ? ' ' : character);
}

void tex_escape(Text *result, const char *string)
{
    for (; *string != '\0'; string++)
        append_tex(result, *string);
}

/* One name, without the blanks around it. A name without a comma is an organisation's, and stays in one piece. */
static void append_name(Text *result, const char *name, size_t length)
{
    char *copy = string_copy_bytes(name, length);
    bool others = strcmp(copy, "others") == 0, person = strchr(copy, ',') != NULL && strstr(copy, " and ") == NULL;
    if (result->length > 0)
        text_append(result, " and ");
    if (!others && !person)
        text_append_character(result, '{');
    tex_escape(result, copy);
    if (!others && !person)
        text_append_character(result, '}');
    free(copy);
}

/* The length of a name without "and others", "and 24 others" or "et al." at its end, which BibTeX has a word of its own for. */
static size_t without_others(const char *name, size_t length)
{
    static const char *const endings[] = {"others", "et al.", "et al"};
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
        size_t ending = strlen(endings[i]), place = length - ending;
        if (length <= ending || memcmp(name + place, endings[i], ending) != 0)
            continue;
        while (place > 0 && (is_blank(name[place - 1]) || isdigit((unsigned char)name[place - 1])))
            place--;
        if (i > 0)
            return place > 0 && name[place - 1] == ',' ? place - 1 : place;
        if (place <= 3 || memcmp(name + place - 3, "and", 3) != 0 || !is_blank(name[place - 4]))
            return length;
        for (place -= 3; place > 0 && (is_blank(name[place - 1]) || name[place - 1] == ',');)
            place--;
        return place;
    }
    return length;
}

void tex_names_escape(Text *result, const char *names)
{
    while (*names != '\0') {
        size_t length = strcspn(names, ";"), used = length;
        const char *name = names;
        while (used > 0 && is_blank(*name)) {
            name++;
            used--;
        }
        if (strncmp(name, "and ", 4) == 0 && used > 4) {
            name += 4;
            used -= 4;
        }
        while (used > 0 && is_blank(name[used - 1]))
            used--;
        size_t named = without_others(name, used);
        if (named > 0)
            append_name(result, name, named);
        if (named > 0 && named < used)
            append_name(result, "others", strlen("others"));
        names += length + (names[length] == ';');
    }
}

void tex_key_escape(Text *result, const char *id)
{
    static const char prefix[] = "reference.";
    if (strncmp(id, prefix, strlen(prefix)) == 0)
        id += strlen(prefix);
    for (; *id != '\0'; id++)
        text_append_character(result, isalnum((unsigned char)*id) || strchr(".:-_", *id) != NULL ? *id : '-');
}

void tex_url_escape(Text *result, const char *url)
{
    for (; *url != '\0'; url++) {
        unsigned char byte = (unsigned char)*url;
        if (byte <= ' ' || byte >= 0x7F || strchr("\\{}$\"^`|<>", byte) != NULL)
            text_append_format(result, "%%%02X", byte);
        else
            text_append_character(result, (char)byte);
    }
}

/* Folds white space to single blanks and trims. The caller owns it. */
static char *folded(const char *string)
{
    Text text = {0};
    for (bool blank = false; *string != '\0'; string++) {
        if (is_blank(*string)) {
            blank = text.length > 0;
            continue;
        }
        if (blank)
            text_append_character(&text, ' ');
        blank = false;
        text_append_character(&text, *string);
    }
    return text_take(&text);
}

void text_paragraph(Text *result, const char *string, const char *first, const char *rest)
{
    char *text = folded(string);
    WrappedText wrapped = text_wrap(text, TEXT_COLUMNS - text_width(rest));
    for (size_t i = 0; i < wrapped.count; i++)
        text_append_format(result, "%s%s\n", i == 0 ? first : rest, wrapped.lines[i]);
    wrapped_text_free(&wrapped);
    free(text);
}

void text_underline(Text *result, const char *lines, const char *mark)
{
    size_t bytes = 1; /* of its first letter */
    while (mark[0] != '\0' && ((unsigned char)mark[bytes] & 0xc0) == 0x80)
        bytes++;
    char *letter = string_copy_bytes(mark, bytes);
    int columns = text_width(letter);
    int widest = 0;
    while (*lines != '\0') {
        size_t length = strcspn(lines, "\n");
        char *line = string_copy_bytes(lines, length);
        int width = text_width(line);
        widest = width > widest ? width : widest;
        free(line);
        lines += length + (lines[length] == '\n');
    }
    for (int i = 0; columns > 0 && i < widest; i += columns)
        text_append(result, letter);
    text_append_character(result, '\n');
    free(letter);
}
