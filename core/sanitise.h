/* The one sanitiser: every string that came from outside passes it before it reaches a terminal or a file. */
#ifndef GAIRO_CORE_SANITISE_H
#define GAIRO_CORE_SANITISE_H

#include <stddef.h>

typedef enum SanitiseMode {
    SANITISE_LINE,  /* one line: tabs and line ends become a blank */
    SANITISE_LINES, /* "\n" stays; tabs become a blank */
} SanitiseMode;

/* A copy of length bytes that is valid UTF-8 and holds no C0 or C1 control, DEL, bidirectional control
 * (U+061C, U+200E, U+200F, U+202A..202E, U+2066..2069), zero-width or line-breaking control (U+200B, U+2028, U+2029,
 * U+2060, U+FEFF), other character that shows as nothing (soft hyphen, fillers), tag character (U+E0000..E007F),
 * noncharacter, private-use or unassigned one: each becomes a visible placeholder ("<U+202E>"; an invalid byte "<FF>").
 * U+200D (joiner) and U+200C stay where they join two letters of a script that uses them, or two emoji; a variation
 * selector stays, once, behind a character that shows. "\r\n" is a line end, a "\r" alone is a control. Sanitising
 * twice gives the same as once. bytes NULL gives "". The caller owns the result. */
char *sanitise(const char *bytes, size_t length, SanitiseMode mode);
/* The same for a NUL-terminated string. */
char *sanitise_string(const char *text, SanitiseMode mode);

#endif
