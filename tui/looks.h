/* The themes: what styles look like. */
#ifndef GAIRO_TUI_LOOKS_H
#define GAIRO_TUI_LOOKS_H

#include "tui/style.h"

#include <stdbool.h>

typedef enum Theme {
    THEME_TERMINAL, /* for a ground that is not known: readable on light and on dark */
    THEME_DARK,
    THEME_LIGHT,
    THEME_CONTRAST, /* white on black, both painted */
    THEME_NONE,     /* no colour */
    THEME_COUNT
} Theme;

/* Colours of the palette; -1: the terminal's own, which its user reads well. */
typedef struct Look {
    short many; /* of 256 */
    short some; /* of 16 */
    short few;  /* of 8 */
    bool bold, underlined;
} Look;

typedef struct ThemeDefinition {
    const char *name;  /* in the configuration */
    const char *title; /* in Settings */
    /* The ground it is made for, as 0xRRGGBB: the hardest one it has to be read on. THEME_TERMINAL has a second one,
     * which the others repeat. */
    unsigned ground, other_ground;
    bool paints; /* the ground is painted, and not the terminal's */
    /* Contrast (WCAG 2.1) that every colour has to the ground at least: of words, and of marks beside words. */
    double words, marks;
    Look looks[STYLE_COUNT];
} ThemeDefinition;

const ThemeDefinition *theme_definition(Theme theme);
/* Finds a theme by its name; false where there is none. */
bool theme_parse(const char *name, Theme *theme);
/* True for styles that letters are drawn in which nothing else repeats; the others mark what is said in words too. */
bool style_is_words(Style style);

#endif
