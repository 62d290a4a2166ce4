/* Constructors of the views. Each returns a view that explorer_open() takes over. */
#ifndef GAIRO_TUI_VIEWS_H
#define GAIRO_TUI_VIEWS_H

#include "store/items.h"
#include "tui/view.h"

/* The start: counts, the picture of risks against opportunities, what the models show. */
View *home_view_new(Explorer *explorer);
/* The page of an item. id is copied. */
View *item_view_new(Explorer *explorer, const char *id);
/* A list of items with a preview of the focused one. query is copied; title names it ("Risks"). */
View *browse_view_new(Explorer *explorer, const char *title, const Query *query);
/* Areas, with the risks and the opportunities of the focused one. area: the id to focus, or NULL. */
View *areas_view_new(Explorer *explorer, const char *area);
/* The risks, the opportunities, or both (kinds) of an area at a stage: the list of that kind, narrowed to both. */
View *area_stage_view_new(Explorer *explorer, KindSet kinds, const char *area, const char *stage);
/* Search over everything as one types. */
View *search_view_new(Explorer *explorer);
/* The openness matrix. */
View *models_view_new(Explorer *explorer);
/* Chooses the law that every screen is narrowed to. */
View *lens_view_new(Explorer *explorer);
/* Opens the tree of what follows from an item; says so where nothing can (id NULL: no item is focused). */
void trace_open(Explorer *explorer, const char *id);
/* Opens items side by side, from a view: the rows of its list that are in the basket, where there are two or more
 * and the focused one is among them (else it is asked which); the basket's from the focused one on where it shows the
 * basket, or has no focused item; else those picked so far and the focused one, which is picked where it is the first. */
void compare_from(Explorer *explorer, View *view);
/* From item to item over what is not yet checked against the paper. */
View *review_walk_view_new(Explorer *explorer);
/* The marks: places to go back to. */
View *marks_view_new(Explorer *explorer);
/* Opens the pane to write the note on an item in; outside: the user's own editor instead. item NULL is told. */
void note_start(Explorer *explorer, const char *item, bool outside);
/* The slides of a sheet; minutes: planned for all of them, 0: not given. name is copied. */
View *present_view_new(Explorer *explorer, const char *name, long minutes);
/* What the speaker says to the slide that another gairo shows of that sheet. */
View *present_notes_view_new(Explorer *explorer, const char *name);
/* Back to the presentation that is under way; where there is none, presents the sheet that is shown or has the focus, else the only one
 * with something in it, or asks which. */
void present_open(Explorer *explorer);
/* Items side by side; ids are copied, the first four of them. */
View *compare_view_new(Explorer *explorer, const StringList *ids);
/* The basket. */
View *basket_view_new(Explorer *explorer);
/* What was imported, when and under which licence; what is wrong with the data and the database. */
View *sources_view_new(Explorer *explorer);
/* The settings, for as long as gairo runs. */
View *settings_view_new(Explorer *explorer);
View *about_view_new(Explorer *explorer);
/* The user's sheets. */
View *sheets_view_new(Explorer *explorer);
/* One of them, to be put in order. name is copied. */
View *sheet_view_new(Explorer *explorer, const char *name);
/* What to know before the sheet goes out. name is copied. */
View *sheet_check_view_new(Explorer *explorer, const char *name);
/* All actions by group, narrowed as one types; Enter runs one. */
View *help_view_new(Explorer *explorer);
/* The actions by name, the best match first; Enter runs it. */
View *palette_view_new(Explorer *explorer);

/* The tree of what follows from an item, not yet opened. */
View *trace_view_new(Explorer *explorer, const char *id);
/* What save() of the comparing view put; NULL where fewer than two of the items are there. */
View *compare_view_of_state(Explorer *explorer, const State *state);

#endif
