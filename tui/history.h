/* The views one came through, whole: going back shows a view as it was left. */
#ifndef GAIRO_TUI_HISTORY_H
#define GAIRO_TUI_HISTORY_H

#include "tui/view.h"

#include <stdbool.h>
#include <stddef.h>

#define HISTORY_MAX 200

/* Starts zeroed. Owns its views; the first one stays for ever. */
typedef struct History {
    View *views[HISTORY_MAX];
    size_t count;
    size_t current;
} History;

/* The current view; NULL while there is none. */
View *history_current(const History *history);
/* Adds a view after the current one and goes there. Views after the current one are freed; where the history is full
 * the second oldest is. */
void history_push(History *history, View *view);
/* Puts view behind the current one and makes it current, keeping what can be gone forward to behind it: for what is left
 * again by history_remove(), as the help is. Takes it over. */
void history_insert(History *history, View *view);
/* Steps back (negative) or forward; false where there is nothing. */
bool history_step(History *history, int offset);
/* Takes the current view out, frees it and goes to the one before; false for the first view, which stays. */
bool history_drop(History *history);
/* Takes view out, wherever it is, and frees it; the first one stays. */
void history_remove(History *history, const View *view);
/* What the views show is to be asked for anew when they are next seen. */
void history_forget_generations(History *history);
void history_free(History *history);

#endif
