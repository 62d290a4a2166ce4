/* The palette: what styles look like. */
#ifndef GAIRO_TUI_LOOKS_H
#define GAIRO_TUI_LOOKS_H

#include "tui/style.h"

#include <stdbool.h>

typedef struct Look {
    short many, few; /* colours of 256 and of 8; -1: the terminal's own, which its user reads well */
    bool bold, underlined;
} Look;

extern const Look looks[STYLE_COUNT];

#endif
