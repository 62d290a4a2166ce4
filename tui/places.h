/* Places that one can come back to: what a view saves of itself, and the view made of that again. */
#ifndef GAIRO_TUI_PLACES_H
#define GAIRO_TUI_PLACES_H

#include "tui/explorer.h"
#include "tui/state.h"

/* Fills state with where view is; no place where it is none that one can come back to. To be freed. */
void place_of(const View *view, State *state);
/* Opens the list of the incidents that are linked with an item. */
void places_open_incidents(Explorer *explorer, const char *id);
/* The view of a state, which explorer_open() takes over; NULL where its place is not known. */
View *place_view(Explorer *explorer, const State *state);

/* The place of one of the user's sheets in a state, beside its "name". */
#define SHEET_PLACE "sheet-of-user"

#endif
