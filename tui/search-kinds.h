/* What a search found, by kind. */
#ifndef GAIRO_TUI_SEARCH_KINDS_H
#define GAIRO_TUI_SEARCH_KINDS_H

#include "core/text.h"
#include "core/vocabulary.h"
#include "tui/canvas.h"

/* Draws "12 risks, 5 mitigations, 1 term" from the second row on, in as many lines as the screen has room for; returns how
 * many those are, at least 1. */
int search_kinds_draw(const size_t counts[KIND_COUNT], const Canvas *canvas);
/* Appends the same with names before numbers, "Risks: 12; Mitigations: 5", for a mode in lines. */
void search_kinds_append(const size_t counts[KIND_COUNT], Text *text);

#endif
