/* Control sequences that mean nothing here (reports that nobody asked for, keys of other protocols) are read to their
 * end and dropped, so that their letters never run as keys. */
#include "config.h"

#include "tui/terminal-curses.h"

#include <curses.h>

/* Longer gaps inside a sequence end it: nothing may wait for a rest that never comes. */
#define GAP_MILLISECONDS 100

#define BELL 0x07
#define CANCEL 0x18
#define SUBSTITUTE 0x1a
#define STRING_TERMINATOR 0x9c

/* Reads the next character of a sequence; false at its early end. What does not belong to it is given back. */
static bool read_inside(wint_t *character)
{
    int status = terminal_read_code(character, GAP_MILLISECONDS);
    if (status == KEY_CODE_YES || (status == OK && *character == KEY_ESCAPE)) {
        terminal_unread_code(status, *character);
        return false;
    }
    return status == OK;
}

/* Parameters and intermediate characters up to the final one (ECMA-48). */
static void skip_control_sequence(void)
{
    wint_t character;
    if (!read_inside(&character)) {
        return;
    }
    if (character == '[') { /* function keys of the Linux console */
        read_inside(&character);
        return;
    }
    while (character >= 0x20 && character < 0x40 && read_inside(&character)) {
    }
}

/* Up to BEL, or ST in either form. */
static void skip_string(void)
{
    wint_t character;
    while (read_inside(&character)) {
        if (character == BELL || character == STRING_TERMINATOR || character == CANCEL || character == SUBSTITUTE) {
            return;
        }
    }
    int status = terminal_read_code(&character, 0);
    if (status == OK && character == KEY_ESCAPE) {
        status = terminal_read_code(&character, GAP_MILLISECONDS);
        if (status == OK && character != '\\' && !terminal_skip_sequence(character)) {
            terminal_unread_code(status, character);
        }
    } else if (status != ERR) {
        terminal_unread_code(status, character);
    }
}

bool terminal_skip_sequence(wint_t introducer)
{
    wint_t next;
    int status;
    switch (introducer) {
    case '[':
    case 'O':
        skip_control_sequence();
        return true;
    case ']':
    case 'P':
    case '_':
    case '^':
    case 'X':
        status = terminal_read_code(&next, 0);
        if (status == ERR) {
            return false;
        }
        terminal_unread_code(status, next);
        skip_string();
        return true;
    default:
        return false;
    }
}
