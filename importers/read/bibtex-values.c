#include "config.h"

#include "importers/read/bibtex-state.h"

#include "core/record.h"

#include <string.h>

static bool is_space(char character)
{
    return character == ' ' || character == '\t' || character == '\n' || character == '\r';
}

bool bibtex_is_name_character(char character)
{
    return (unsigned char)character > ' ' && character != '\x7F' && strchr("\"#%'(),={}@", character) == NULL;
}

char bibtex_character_at(const Bibtex *bibtex)
{
    return bibtex->at < bibtex->input->length ? bibtex->input->bytes[bibtex->at] : '\0';
}

void bibtex_move_to(Bibtex *bibtex, size_t to)
{
    for (; bibtex->at < to; bibtex->at++)
        bibtex->line += bibtex->input->bytes[bibtex->at] == '\n';
}

void bibtex_skip_line(Bibtex *bibtex)
{
    const char *start = bibtex->input->bytes + bibtex->at;
    const char *end = memchr(start, '\n', bibtex->input->length - bibtex->at);

    bibtex_move_to(bibtex, end == NULL ? bibtex->input->length : bibtex->at + (size_t)(end - start) + 1);
}

char bibtex_next(Bibtex *bibtex)
{
    for (;;) {
        while (bibtex->at < bibtex->input->length && is_space(bibtex_character_at(bibtex)))
            bibtex_move_to(bibtex, bibtex->at + 1);
        if (bibtex_character_at(bibtex) != '%')
            return bibtex_character_at(bibtex);
        bibtex_skip_line(bibtex);
    }
}

bool bibtex_fail(Bibtex *bibtex, const char *fault)
{
    bibtex->fault = fault;
    return false;
}

bool bibtex_take_name(Bibtex *bibtex, Text *name, bool small)
{
    text_reset(name);
    bibtex_next(bibtex);
    while (bibtex_is_name_character(bibtex_character_at(bibtex))) {
        char character = bibtex_character_at(bibtex);

        text_append_character(name, small && character >= 'A' && character <= 'Z' ? (char)(character + 'a' - 'A')
                                                                                  : character);
        bibtex->at++;
        if (name->length > BIBTEX_NAME_BYTES)
            return bibtex_fail(bibtex, "a name longer than 200 bytes");
    }
    return name->length > 0;
}

bool bibtex_take_quoted(Bibtex *bibtex, char end)
{
    size_t start = bibtex->at + 1, at = start, depth = 0;

    for (; at < bibtex->input->length; at++) {
        char character = bibtex->input->bytes[at];

        if (depth == 0 && character == end)
            break;
        depth += character == '{';
        if (character == '}' && depth-- == 0)
            return bibtex_fail(bibtex, "a } within quotation marks that no { opens");
        if (depth > BIBTEX_NESTING_MAX)
            return bibtex_fail(bibtex, "braces nested deeper than 32 levels");
        if (at - start > RECORD_TEXT_BYTES)
            return bibtex_fail(bibtex, "a value longer than 256 KiB; is a brace missing?");
    }
    if (at == bibtex->input->length)
        return bibtex_fail(bibtex, end == '"' ? "a quotation mark in the entry that begins here is not closed"
                                              : "a brace in the entry that begins here is not closed");
    text_append_bytes(&bibtex->value, bibtex->input->bytes + start, at - start);
    bibtex_move_to(bibtex, at + 1);
    return true;
}

static bool take_macro(Bibtex *bibtex)
{
    Text name = {0};
    size_t before = bibtex->value.length;
    bool good = bibtex_take_name(bibtex, &name, true);

    if (!good && bibtex->fault == NULL)
        bibtex_fail(bibtex,
                    "a value is missing: text in braces or quotation marks, a number, or the name of a @string");
    if (good && name.data[strspn(name.data, "0123456789")] == '\0') {
        text_append(&bibtex->value, name.data);
    } else if (good && bibtex_macros_append(&bibtex->macros, name.data, &bibtex->value)) {
        bibtex->expanded += bibtex->value.length - before;
        if (bibtex->expanded > BIBTEX_EXPANDED_BYTES)
            good = bibtex_fail(bibtex, "macros that stand for too much");
    } else if (good) {
        text_append(&bibtex->value, name.data);
        string_list_add(&bibtex->undefined, name.data);
    }
    text_free(&name);
    return good;
}

bool bibtex_take_value(Bibtex *bibtex)
{
    text_reset(&bibtex->value);
    string_list_free(&bibtex->undefined);
    for (;;) {
        char mark = bibtex_next(bibtex);
        bool good = mark == '{'   ? bibtex_take_quoted(bibtex, '}')
                    : mark == '"' ? bibtex_take_quoted(bibtex, '"')
                                  : take_macro(bibtex);

        if (!good)
            return false;
        if (bibtex->value.length > RECORD_TEXT_BYTES)
            return bibtex_fail(bibtex, "a value longer than 256 KiB; is a brace missing?");
        if (bibtex_next(bibtex) != '#')
            return true;
        bibtex->at++;
    }
}
