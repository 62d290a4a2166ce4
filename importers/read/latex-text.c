#include "config.h"

#include "importers/read/latex-text.h"

#include "importers/read/latex-words.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <uninorm.h>

/* What is read, from at to end. */
typedef struct Latex {
    const char *at, *end;
    Text *text;
    size_t depth;
    bool math;
} Latex;

static void append_some(Latex *latex);

static bool is_letter(char character)
{
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
}

static bool is_space(char character)
{
    return character == ' ' || character == '\t' || character == '\n' || character == '\r';
}

static void skip_spaces(Latex *latex)
{
    while (latex->at < latex->end && is_space(*latex->at))
        latex->at++;
}

/* The length of the UTF-8 character that begins here. */
static size_t character_length(const Latex *latex)
{
    size_t length = 1;

    while (latex->at + length < latex->end && ((unsigned char)latex->at[length] & 0xC0) == 0x80)
        length++;
    return length;
}

/* From behind "{" to behind its "}", or to the end. */
static void append_group(Latex *latex)
{
    bool math = latex->math;

    latex->depth++;
    while (latex->at < latex->end && *latex->at != '}')
        append_some(latex);
    if (latex->at < latex->end)
        latex->at++;
    latex->depth--;
    latex->math = math;
}

/* What a command takes: a group, a command, or one character. */
static void append_argument(Latex *latex)
{
    skip_spaces(latex);
    if (latex->at == latex->end || *latex->at == '}')
        return;
    if (*latex->at == '{' && latex->depth < LATEX_DEPTH_MAX) {
        latex->at++;
        append_group(latex);
    } else if (*latex->at == '\\') {
        append_some(latex);
    } else {
        size_t length = character_length(latex);

        text_append_bytes(latex->text, latex->at, length);
        latex->at += length;
    }
}

/* The accent goes behind the first character of what it stands over; an i under one has no dot to lose. */
static void append_accented(Latex *latex, const char *accent)
{
    Text letter = {0};
    Latex inner = *latex;
    size_t first = 0;

    inner.text = &letter;
    inner.depth++;
    append_argument(&inner);
    latex->at = inner.at;
    if (letter.length == 0)
        return;
    if (strncmp(letter.data, "ı", strlen("ı")) == 0 || strncmp(letter.data, "ȷ", strlen("ȷ")) == 0) {
        text_append_character(latex->text, strncmp(letter.data, "ı", strlen("ı")) == 0 ? 'i' : 'j');
        first = strlen("ı");
    } else {
        for (first = 1; first < letter.length && ((unsigned char)letter.data[first] & 0xC0) == 0x80; first++)
            ;
        text_append_bytes(latex->text, letter.data, first);
    }
    text_append(latex->text, accent);
    text_append_bytes(latex->text, letter.data + first, letter.length - first);
    text_free(&letter);
}

/* A superscript or a subscript: the argument that comes next. */
static void append_raised(Latex *latex, bool is_above)
{
    static const char *const above[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    static const char *const below[] = {"₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉"};
    const char *const *digits = is_above ? above : below;
    char mark = is_above ? '^' : '_';
    Text raised = {0};
    Latex inner = *latex;

    inner.text = &raised;
    inner.depth++;
    append_argument(&inner);
    latex->at = inner.at;
    if (raised.length > 0 && strspn(raised.data, "0123456789-+") == raised.length) {
        for (size_t i = 0; i < raised.length; i++)
            text_append(latex->text, raised.data[i] == '-'   ? (is_above ? "⁻" : "₋")
                                     : raised.data[i] == '+' ? (is_above ? "⁺" : "₊")
                                                             : digits[raised.data[i] - '0']);
    } else if (raised.length == 1) {
        text_append_format(latex->text, "%c%c", mark, raised.data[0]);
    } else if (raised.length > 0) {
        text_append_format(latex->text, "%c(%s)", mark, raised.data);
    }
    text_free(&raised);
}

static bool is_command(const char *name, size_t length, const char *word)
{
    return strlen(word) == length && memcmp(name, word, length) == 0;
}

static void append_command(Latex *latex)
{
    const char *start = latex->at, *name = start + 1, *word;
    size_t length = 0;

    latex->at++;
    if (latex->at == latex->end)
        return;
    while (name + length < latex->end && is_letter(name[length]))
        length++;
    latex->at += length == 0 ? 1 : length;
    if ((word = latex_accent(name, length == 0 ? 1 : length)) != NULL && latex->depth < LATEX_DEPTH_MAX) {
        append_accented(latex, word);
    } else if (is_command(name, length, "textsuperscript") || is_command(name, length, "textsubscript")) {
        append_raised(latex, is_command(name, length, "textsuperscript"));
    } else if (length == 0) {
        /* \, \; \: \! and a line's end are blanks of some width; any other sign is meant as it is. */
        if (strchr(",;:\\ \n\t/", *name) != NULL)
            text_append(latex->text, *name == '/' ? "" : " ");
        else if (*name != '!' && *name != '-' && *name != '(' && *name != ')' && *name != '[' && *name != ']') {
            latex->at--;
            length = character_length(latex);
            text_append_bytes(latex->text, latex->at, length);
            latex->at += length;
        }
    } else if ((word = latex_word(name, length)) != NULL) {
        text_append(latex->text, word);
        skip_spaces(latex);
    } else if (latex->at == latex->end || *latex->at != '{') {
        text_append_bytes(latex->text, start, (size_t)(latex->at - start));
    }
}

static bool starts_with(const Latex *latex, const char *marks)
{
    size_t length = strlen(marks);

    return (size_t)(latex->end - latex->at) >= length && memcmp(latex->at, marks, length) == 0;
}

/* Signs that stand for others. */
static bool append_sign(Latex *latex)
{
    static const struct {
        const char *marks, *text;
    } signs[] = {{"---", "—"}, {"--", "–"}, {"``", "“"}, {"''", "”"}, {"`", "‘"}, {"~", " "}};

    for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
        if (starts_with(latex, signs[i].marks)) {
            text_append(latex->text, signs[i].text);
            latex->at += strlen(signs[i].marks);
            return true;
        }
    return false;
}

/* Moves on by one piece at least; at is before end. */
static void append_some(Latex *latex)
{
    if (latex->depth < LATEX_DEPTH_MAX && *latex->at == '{') {
        latex->at++;
        append_group(latex);
    } else if (latex->depth < LATEX_DEPTH_MAX && *latex->at == '\\') {
        append_command(latex);
    } else if (*latex->at == '$') {
        latex->math = !latex->math;
        latex->at++;
    } else if (latex->math && latex->depth < LATEX_DEPTH_MAX && (*latex->at == '^' || *latex->at == '_')) {
        latex->at++;
        append_raised(latex, latex->at[-1] == '^');
    } else if (!append_sign(latex)) {
        size_t length = character_length(latex);

        text_append_bytes(latex->text, latex->at, length);
        latex->at += length;
    }
}

/* Composes, and folds white space. */
static void append_clean(Text *text, const Text *raw)
{
    size_t length = 0;
    uint8_t *composed =
        u8_normalize(UNINORM_NFC, (const uint8_t *)(raw->data == NULL ? "" : raw->data), raw->length, NULL, &length);
    bool gap = false, any = false;

    if (composed == NULL && raw->length > 0)
        abort();
    for (size_t i = 0; i < length; i++) {
        if (is_space((char)composed[i])) {
            gap = any;
            continue;
        }
        if (gap)
            text_append_character(text, ' ');
        gap = false;
        any = true;
        text_append_character(text, (char)composed[i]);
    }
    free(composed);
}

void latex_append_text(Text *text, const char *bytes, size_t length)
{
    Text raw = {0};
    Latex latex = {.at = bytes, .end = bytes + length, .text = &raw};

    while (latex.at < latex.end) {
        if (*latex.at == '}')
            latex.at++;
        else
            append_some(&latex);
    }
    append_clean(text, &raw);
    text_free(&raw);
}

void latex_append_verbatim(Text *text, const char *bytes, size_t length)
{
    static const char url[] = "\\url", tilde[] = "\\textasciitilde";

    for (size_t i = 0; i < length; i++) {
        if (length - i >= strlen(url) && memcmp(bytes + i, url, strlen(url)) == 0) {
            i += strlen(url) - 1;
        } else if (length - i >= strlen(tilde) && memcmp(bytes + i, tilde, strlen(tilde)) == 0) {
            text_append_character(text, '~');
            i += strlen(tilde) - 1;
        } else if (bytes[i] == '\\' && i + 1 < length && strchr("_&%#$~{}", bytes[i + 1]) != NULL) {
            text_append_character(text, bytes[++i]);
        } else if (bytes[i] != '{' && bytes[i] != '}' && !is_space(bytes[i])) {
            text_append_character(text, bytes[i]);
        }
    }
}
