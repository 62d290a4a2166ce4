#include "config.h"

#include "tui/looks.h"

#include <curses.h>

/* Words to be read are in the terminal's own colour; colour is for marks, and for words that also say it. No colour
 * has a contrast of 4.5:1 on both a white and a near-black ground, so those for words come as close to it on both as
 * one can, and marks have 3:1 (tests/unit/test-tui.c computes it). Risk and opportunity differ for every kind of
 * colour vision. */
const Look looks[STYLE_COUNT] = {
    [STYLE_NORMAL] = {.many = -1, .few = -1},
    [STYLE_TITLE] = {.many = -1, .few = -1, .bold = true},
    [STYLE_QUIET] = {.many = 243, .few = -1},
    [STYLE_FOCUS] = {.many = -1, .few = -1, .bold = true},
    [STYLE_KEY] = {.many = -1, .few = -1, .bold = true},
    [STYLE_LINK] = {.many = 31, .few = COLOR_CYAN},
    [STYLE_MATCH] = {.many = -1, .few = -1, .bold = true, .underlined = true},
    [STYLE_RISK] = {.many = 130, .few = COLOR_RED},
    [STYLE_OPPORTUNITY] = {.many = 31, .few = COLOR_CYAN},
    [STYLE_CLOSED] = {.many = 131, .few = COLOR_RED},
    [STYLE_SEMI_OPEN] = {.many = 136, .few = COLOR_MAGENTA},
    [STYLE_OPEN] = {.many = 65, .few = COLOR_GREEN},
    [STYLE_WARNING] = {.many = 130, .few = COLOR_RED},
};
