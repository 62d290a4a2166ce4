/* Keys and their names. */
#ifndef GAIRO_TUI_KEYS_H
#define GAIRO_TUI_KEYS_H

#include <stdbool.h>
#include <stddef.h>

/* A Unicode character (control characters included: C-r is 18), or one of the constants below; with KEY_WITH_ALT added
 * where Alt was held. */
typedef int Key;

#define KEY_NONE 0
#define KEY_TAB '\t'
#define KEY_RETURN '\r'
#define KEY_ESCAPE 27
#define KEY_WITH_ALT 0x1000000
#define KEY_NAMED_FIRST 0x110000

enum {
    INPUT_UP = KEY_NAMED_FIRST,
    INPUT_DOWN,
    INPUT_LEFT,
    INPUT_RIGHT,
    INPUT_PAGE_UP,
    INPUT_PAGE_DOWN,
    INPUT_HOME,
    INPUT_END,
    INPUT_BACKSPACE,
    INPUT_DELETE,
    INPUT_INSERT,
    INPUT_BACK_TAB,
    INPUT_F1, /* the others follow it */
    INPUT_F12 = INPUT_F1 + 11,
    INPUT_LAST = INPUT_F12
};

/* True for a character that is typed into a text: no control, no named key, no Alt. */
bool key_is_text(Key key);
/* Writes the UTF-8 form of a text key; returns its bytes (without the NUL that follows). */
size_t key_to_utf8(Key key, char bytes[5]);

#define KEY_SEQUENCE_MAX 2

typedef struct KeySequence {
    Key keys[KEY_SEQUENCE_MAX];
    size_t count;
} KeySequence;

/* Reads one token of a binding: a name ("Down", "PgUp", "F4", "Space", "C-r", "M-x", "M-Left"), else its characters one
 * after the other ("j", "gg", "g/"). False where it is neither. */
bool key_sequence_parse(const char *token, size_t length, KeySequence *sequence);

#endif
