/* Text for terminals that know ASCII only. */
#ifndef GAIRO_TUI_ASCII_H
#define GAIRO_TUI_ASCII_H

/* Spells valid UTF-8 in ASCII: accents go, usual signs get their usual stand-ins ("..." for an ellipsis), every other
 * grapheme becomes
 * "?". Line ends stay. The caller owns it. */
char *ascii_spelling(const char *text);

#endif
