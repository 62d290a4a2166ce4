#include "config.h"

#include "tui/keys.h"

#include <string.h>
#include <unistr.h>

static const struct {
    const char *name;
    Key key;
} names[] = {
    {"Up", INPUT_UP},        {"Down", INPUT_DOWN},
    {"Left", INPUT_LEFT},    {"Right", INPUT_RIGHT},
    {"PgUp", INPUT_PAGE_UP}, {"PgDn", INPUT_PAGE_DOWN},
    {"Home", INPUT_HOME},    {"End", INPUT_END},
    {"Enter", KEY_RETURN},   {"Esc", KEY_ESCAPE},
    {"Tab", KEY_TAB},        {"BackTab", INPUT_BACK_TAB},
    {"Space", ' '},          {"Backspace", INPUT_BACKSPACE},
    {"Del", INPUT_DELETE},   {"Ins", INPUT_INSERT},
    {"F1", INPUT_F1},        {"F2", INPUT_F1 + 1},
    {"F3", INPUT_F1 + 2},    {"F4", INPUT_F1 + 3},
    {"F5", INPUT_F1 + 4},    {"F6", INPUT_F1 + 5},
    {"F7", INPUT_F1 + 6},    {"F8", INPUT_F1 + 7},
    {"F9", INPUT_F1 + 8},    {"F10", INPUT_F1 + 9},
    {"F11", INPUT_F1 + 10},  {"F12", INPUT_F12},
};

bool key_is_text(Key key)
{
    return (key >= ' ' && key < 0x7f) || (key >= 0xa0 && key < KEY_NAMED_FIRST);
}

size_t key_to_utf8(Key key, char bytes[5])
{
    size_t count = 0;
    if (key < 0x80) {
        bytes[count++] = (char)key;
    } else if (key < 0x800) {
        bytes[count++] = (char)(0xc0 | key >> 6);
        bytes[count++] = (char)(0x80 | (key & 0x3f));
    } else if (key < 0x10000) {
        bytes[count++] = (char)(0xe0 | key >> 12);
        bytes[count++] = (char)(0x80 | (key >> 6 & 0x3f));
        bytes[count++] = (char)(0x80 | (key & 0x3f));
    } else {
        bytes[count++] = (char)(0xf0 | key >> 18);
        bytes[count++] = (char)(0x80 | (key >> 12 & 0x3f));
        bytes[count++] = (char)(0x80 | (key >> 6 & 0x3f));
        bytes[count++] = (char)(0x80 | (key & 0x3f));
    }
    bytes[count] = '\0';
    return count;
}

/* A key's name without modifiers; KEY_NONE where it is none. */
static Key named(const char *token, size_t length)
{
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strlen(names[i].name) == length && memcmp(names[i].name, token, length) == 0) {
            return names[i].key;
        }
    }
    return KEY_NONE;
}

bool key_sequence_parse(const char *token, size_t length, KeySequence *sequence)
{
    *sequence = (KeySequence){0};
    Key key = named(token, length);
    if (key == KEY_NONE && length == 3 && token[0] == 'C' && token[1] == '-') {
        key = token[2] & 0x1f;
    } else if (key == KEY_NONE && length > 2 && token[0] == 'M' && token[1] == '-') {
        Key base = length == 3 ? token[2] : named(token + 2, length - 2);
        key = base == KEY_NONE ? KEY_NONE : base | KEY_WITH_ALT;
    }
    if (key != KEY_NONE) {
        sequence->keys[sequence->count++] = key;
        return true;
    }
    for (size_t at = 0; at < length;) {
        ucs4_t character;
        int bytes = u8_mbtoucr(&character, (const uint8_t *)token + at, length - at);
        if (bytes <= 0 || !key_is_text((Key)character) || sequence->count == KEY_SEQUENCE_MAX) {
            return false;
        }
        sequence->keys[sequence->count++] = (Key)character;
        at += (size_t)bytes;
    }
    return sequence->count > 0;
}
