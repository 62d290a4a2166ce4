#include "config.h"

#include "tui/looks.h"

#include <curses.h>
#include <string.h>

#define OWN .many = -1, .some = -1, .few = -1
#define BRIGHT(colour) ((colour) + 8)

/* Words to be read are in the terminal's own colour; colour is for marks, and for words that also say it. Risk and
 * opportunity differ for every kind of colour vision. tests/unit/test-comfort.c measures the contrast of every colour. */
static const ThemeDefinition themes[THEME_COUNT] = {
    /* No colour has a contrast of 4.5:1 on both a white and a near-black ground, so words are in the terminal's own, and
     * marks have 3:1 on both. Of 8 and 16 colours it takes the ones that terminals keep darkest on light and lightest on
     * dark. */
    [THEME_TERMINAL] =
        {.name = "terminal",
         .title = "The terminal's own ground, light or dark",
         .ground = 0xffffff,
         .other_ground = 0x101216,
         .words = 4.5,
         .marks = 3.0,
         .looks = {[STYLE_NORMAL] = {OWN},
                   [STYLE_TITLE] = {OWN, .bold = true},
                   [STYLE_QUIET] = {OWN},
                   [STYLE_FOCUS] = {OWN, .bold = true},
                   [STYLE_KEY] = {OWN, .bold = true},
                   [STYLE_LINK] = {OWN, .underlined = true},
                   [STYLE_MATCH] = {OWN, .bold = true, .underlined = true},
                   [STYLE_RISK] = {.many = 130, .some = COLOR_RED, .few = COLOR_RED},
                   [STYLE_OPPORTUNITY] = {.many = 31, .some = COLOR_CYAN, .few = COLOR_CYAN},
                   [STYLE_CLOSED] = {.many = 131, .some = COLOR_RED, .few = COLOR_RED},
                   [STYLE_SEMI_OPEN] = {.many = 136, .some = COLOR_MAGENTA, .few = COLOR_MAGENTA},
                   [STYLE_OPEN] = {.many = 65, .some = COLOR_GREEN, .few = COLOR_GREEN},
                   [STYLE_WARNING] = {OWN, .bold = true}}},
    /* The ground is lighter than most dark ones: black is easier. */
    [THEME_DARK] = {.name = "dark",
                    .title = "For a dark ground",
                    .ground = 0x303030,
                    .other_ground = 0x000000,
                    .words = 4.5,
                    .marks = 3.0,
                    .looks = {[STYLE_NORMAL] = {OWN},
                              [STYLE_TITLE] = {OWN, .bold = true},
                              [STYLE_QUIET] = {.many = 248, .some = -1, .few = -1},
                              [STYLE_FOCUS] = {OWN, .bold = true},
                              [STYLE_KEY] = {OWN, .bold = true},
                              [STYLE_LINK] = {.many = 75, .some = BRIGHT(COLOR_CYAN), .few = COLOR_CYAN},
                              [STYLE_MATCH] = {OWN, .bold = true, .underlined = true},
                              [STYLE_RISK] = {.many = 215, .some = BRIGHT(COLOR_YELLOW), .few = COLOR_YELLOW},
                              [STYLE_OPPORTUNITY] = {.many = 80, .some = BRIGHT(COLOR_CYAN), .few = COLOR_CYAN},
                              [STYLE_CLOSED] = {.many = 210, .some = BRIGHT(COLOR_YELLOW), .few = COLOR_YELLOW},
                              [STYLE_SEMI_OPEN] = {.many = 221, .some = COLOR_WHITE, .few = COLOR_WHITE},
                              [STYLE_OPEN] = {.many = 114, .some = BRIGHT(COLOR_GREEN), .few = COLOR_GREEN},
                              [STYLE_WARNING] = {.many = 215, .some = BRIGHT(COLOR_YELLOW), .few = COLOR_YELLOW}}},
    /* The ground is darker than most light ones: white is easier. */
    [THEME_LIGHT] = {.name = "light",
                     .title = "For a light ground",
                     .ground = 0xeeeeee,
                     .other_ground = 0xffffff,
                     .words = 4.5,
                     .marks = 3.0,
                     .looks = {[STYLE_NORMAL] = {OWN},
                               [STYLE_TITLE] = {OWN, .bold = true},
                               [STYLE_QUIET] = {.many = 240, .some = -1, .few = -1},
                               [STYLE_FOCUS] = {OWN, .bold = true},
                               [STYLE_KEY] = {OWN, .bold = true},
                               [STYLE_LINK] = {.many = 25, .some = COLOR_BLUE, .few = COLOR_BLUE},
                               [STYLE_MATCH] = {OWN, .bold = true, .underlined = true},
                               [STYLE_RISK] = {.many = 124, .some = COLOR_RED, .few = COLOR_RED},
                               [STYLE_OPPORTUNITY] = {.many = 25, .some = COLOR_BLUE, .few = COLOR_BLUE},
                               [STYLE_CLOSED] = {.many = 124, .some = COLOR_RED, .few = COLOR_RED},
                               [STYLE_SEMI_OPEN] = {.many = 94, .some = -1, .few = -1},
                               [STYLE_OPEN] = {.many = 22, .some = COLOR_BLUE, .few = COLOR_BLUE},
                               [STYLE_WARNING] = {.many = 124, .some = COLOR_RED, .few = COLOR_RED}}},
    [THEME_CONTRAST] = {.name = "contrast",
                        .title = "High contrast: white on black",
                        .ground = 0x000000,
                        .other_ground = 0x000000,
                        .paints = true,
                        .words = 7.0,
                        .marks = 7.0,
                        .looks = {[STYLE_NORMAL] = {.many = 231, .some = BRIGHT(COLOR_WHITE), .few = COLOR_WHITE},
                                  [STYLE_TITLE] = {231, BRIGHT(COLOR_WHITE), COLOR_WHITE, .bold = true},
                                  [STYLE_QUIET] = {252, COLOR_WHITE, COLOR_WHITE},
                                  [STYLE_FOCUS] = {231, BRIGHT(COLOR_WHITE), COLOR_WHITE, true, true},
                                  [STYLE_KEY] = {231, BRIGHT(COLOR_WHITE), COLOR_WHITE, .bold = true},
                                  [STYLE_LINK] = {117, BRIGHT(COLOR_CYAN), COLOR_CYAN, .underlined = true},
                                  [STYLE_MATCH] = {226, BRIGHT(COLOR_YELLOW), COLOR_YELLOW, true, true},
                                  [STYLE_RISK] = {221, BRIGHT(COLOR_YELLOW), COLOR_YELLOW},
                                  [STYLE_OPPORTUNITY] = {123, BRIGHT(COLOR_CYAN), COLOR_CYAN},
                                  [STYLE_CLOSED] = {217, BRIGHT(COLOR_YELLOW), COLOR_YELLOW},
                                  [STYLE_SEMI_OPEN] = {231, BRIGHT(COLOR_WHITE), COLOR_WHITE},
                                  [STYLE_OPEN] = {157, BRIGHT(COLOR_GREEN), COLOR_GREEN},
                                  [STYLE_WARNING] = {226, BRIGHT(COLOR_YELLOW), COLOR_YELLOW, .bold = true}}},
    [THEME_NONE] = {.name = "none",
                    .title = "No colour",
                    .ground = 0xffffff,
                    .other_ground = 0x000000,
                    .words = 4.5,
                    .marks = 3.0,
                    .looks = {[STYLE_NORMAL] = {OWN},
                              [STYLE_TITLE] = {OWN, .bold = true},
                              [STYLE_QUIET] = {OWN},
                              [STYLE_FOCUS] = {OWN, .bold = true},
                              [STYLE_KEY] = {OWN, .bold = true},
                              [STYLE_LINK] = {OWN, .underlined = true},
                              [STYLE_MATCH] = {OWN, .bold = true, .underlined = true},
                              [STYLE_RISK] = {OWN},
                              [STYLE_OPPORTUNITY] = {OWN},
                              [STYLE_CLOSED] = {OWN},
                              [STYLE_SEMI_OPEN] = {OWN},
                              [STYLE_OPEN] = {OWN},
                              [STYLE_WARNING] = {OWN}}},
};

const ThemeDefinition *theme_definition(Theme theme)
{
    return &themes[theme];
}

bool theme_parse(const char *name, Theme *theme)
{
    for (int i = 0; i < THEME_COUNT; i++) {
        if (strcmp(themes[i].name, name) == 0) {
            *theme = (Theme)i;
            return true;
        }
    }
    return false;
}

bool style_is_words(Style style)
{
    return style != STYLE_RISK && style != STYLE_OPPORTUNITY && style != STYLE_CLOSED && style != STYLE_SEMI_OPEN &&
           style != STYLE_OPEN;
}
