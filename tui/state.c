#include "config.h"

#include "tui/state.h"

#include "core/memory.h"
#include "core/text.h"
#include "core/unicode.h"

#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

void state_set_place(State *state, const char *place)
{
    char *copy = string_copy(place);
    free(state->place);
    state->place = copy;
}

void state_put(State *state, const char *name, const char *value)
{
    if (value != NULL && state->count < STATE_ENTRIES_MAX) {
        state->names[state->count] = string_copy(name);
        state->values[state->count++] = string_copy(value);
    }
}

void state_put_number(State *state, const char *name, long number)
{
    char *text = string_format("%ld", number);
    state_put(state, name, text);
    free(text);
}

const char *state_get(const State *state, const char *name)
{
    for (size_t i = 0; i < state->count; i++) {
        if (strcmp(state->names[i], name) == 0) {
            return state->values[i];
        }
    }
    return NULL;
}

long state_number(const State *state, const char *name, long fallback)
{
    const char *text = state_get(state, name);
    char *end;
    if (text == NULL || *text == '\0') {
        return fallback;
    }
    errno = 0;
    long number = strtol(text, &end, 10);
    return *end == '\0' && errno == 0 ? number : fallback;
}

/* Letters, digits and - . _ stand for themselves, all other bytes as %XX. */
static void append_encoded(Text *text, const char *value)
{
    for (const char *c = value; *c != '\0'; c++) {
        if (isalnum((unsigned char)*c) || strchr("-._", *c) != NULL) {
            text_append_character(text, *c);
        } else {
            text_append_format(text, "%%%02X", (unsigned char)*c);
        }
    }
}

char *state_text(const State *state)
{
    Text text = {0};
    if (state->place == NULL) {
        return NULL;
    }
    append_encoded(&text, state->place);
    for (size_t i = 0; i < state->count; i++) {
        text_append_character(&text, i == 0 ? '?' : '&');
        append_encoded(&text, state->names[i]);
        text_append_character(&text, '=');
        append_encoded(&text, state->values[i]);
    }
    return text_take(&text);
}

static int hex_digit(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* The bytes behind an encoded part, or NULL where it is none, or no UTF-8. The caller owns it. */
static char *decode(const char *part, size_t length)
{
    Text text = {0};
    bool good = true;
    for (size_t i = 0; good && i < length; i++) {
        if (part[i] == '%') {
            int high = i + 2 < length ? hex_digit(part[i + 1]) : -1, low = i + 2 < length ? hex_digit(part[i + 2]) : -1;
            good = high >= 0 && low >= 0 && (high | low) != 0;
            text_append_character(&text, (char)(good ? high * 16 + low : '?'));
            i += 2;
        } else {
            good = isalnum((unsigned char)part[i]) || strchr("-._", part[i]) != NULL;
            text_append_character(&text, part[i]);
        }
    }
    char *bytes = text_take(&text);
    if (good && utf8_is_valid(bytes, strlen(bytes), NULL)) {
        return bytes;
    }
    free(bytes);
    return NULL;
}

/* Reads "name=value" up to the next "&"; false where it is none. */
static bool read_entry(State *state, const char **rest)
{
    size_t length = strcspn(*rest, "&"), name_length = strcspn(*rest, "=&");
    if (name_length == 0 || name_length >= length || state->count == STATE_ENTRIES_MAX) {
        return false;
    }
    char *name = decode(*rest, name_length), *value = decode(*rest + name_length + 1, length - name_length - 1);
    *rest += length + ((*rest)[length] == '&');
    if (name != NULL && value != NULL) {
        state->names[state->count] = name;
        state->values[state->count++] = value;
        return true;
    }
    free(name);
    free(value);
    return false;
}

bool state_read(const char *text, State *state)
{
    *state = (State){0};
    size_t length = strcspn(text, "?");
    if (strlen(text) > STATE_BYTES_MAX || length == 0) {
        return false;
    }
    state->place = decode(text, length);
    bool good = state->place != NULL;
    for (const char *rest = text + length + (text[length] == '?'); good && *rest != '\0';) {
        good = read_entry(state, &rest);
    }
    if (!good) {
        state_free(state);
    }
    return good;
}

void state_free(State *state)
{
    free(state->place);
    for (size_t i = 0; i < state->count; i++) {
        free(state->names[i]);
        free(state->values[i]);
    }
    *state = (State){0};
}
