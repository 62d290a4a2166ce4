/* Hints for the first time: one quiet line where messages stand. A hint goes away for good once what it tells was done;
 * what was done is kept with the database. */
#ifndef GAIRO_TUI_HINTS_H
#define GAIRO_TUI_HINTS_H

#include "store/store.h"
#include "tui/keymap.h"

#include <stdbool.h>

#define HINTS_MAX 16

/* Starts zeroed: none was followed. */
typedef struct Hints {
    bool done[HINTS_MAX];
    bool changed; /* since they were loaded */
} Hints;

/* What was followed before. */
void hints_load(Hints *hints, Store *store);
/* Keeps it, where it changed; a database that may only be read, or is locked, forgets it. */
void hints_save(const Hints *hints, Store *store);
/* An action was done. */
void hints_follow(Hints *hints, Action action);
/* None is ever shown again. */
void hints_end(Hints *hints);
/* Appends the hint for now: the first one that was not followed and holds here; nothing where there is none. away: one
 * is not at home; item: an item has the focus; typing: letters are text, so that only keys are named that are none. */
void hints_text(const Hints *hints, const KeyMap *keys, bool typing, bool away, bool item, Text *text);

#endif
