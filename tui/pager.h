/* Shows a document: scrolling, links that can be selected and followed, finding. */
#ifndef GAIRO_TUI_PAGER_H
#define GAIRO_TUI_PAGER_H

#include "tui/document.h"
#include "tui/linear.h"
#include "tui/view.h"

#include <stdbool.h>
#include <stddef.h>

/* Starts zeroed. Owns its document. */
typedef struct Pager {
    Document document;
    Layout layout;
    bool laid_out;
    size_t top;     /* the first line on the screen */
    size_t found;   /* the line where the words were found, while it is on the screen; (size_t)-1: none */
    int link;       /* the selected link; -1: none, the focus is the found line or the first one shown */
    char *words;    /* that are looked for; NULL */
    Canvas area;    /* when last drawn */
    void (*linear_selected)(void *context); /* what pager_linear() was given */
    void *linear_context;
    char *followed; /* keeps the target last handed out by pager_handle() */
} Pager;

void pager_start(Pager *pager);
void pager_free(Pager *pager);
/* The document was made anew: lays it out as the old one was and keeps the place as far as it can. */
void pager_changed(Pager *pager);
/* Back to the top, nothing selected. */
void pager_reset(Pager *pager);
/* Moving, selecting and following; *target is then the id to open (valid until the next call), else NULL. Up and down
 * go to the next link where one is on the screen, and scroll where none is. */
ViewFlags pager_handle(Pager *pager, Action action, Key key, const char **target);
/* A click selects a link, a click on the selected one follows it. */
ViewFlags pager_mouse(Pager *pager, const Event *event, const char **target);
/* Puts the place on the page into state, and takes it from there before the page is first laid out. */
void pager_save(const Pager *pager, State *state);
void pager_restore(Pager *pager, const State *state);
/* Draws it; focused: with the mark and the real cursor. */
void pager_draw(Pager *pager, const Canvas *canvas, bool focused);
/* True where there is a link to be selected. */
bool pager_has_links(const Pager *pager);
/* The target of the selected link; NULL where none is selected. */
const char *pager_target(const Pager *pager);
/* Appends how far down one is ("40%"), where not all is seen. */
void pager_status(const Pager *pager, Text *text);
/* The whole document as lines; its links are the choices. selected is called with context after the choice of one, so
 * that the view gives the pager the focus; NULL: nothing does. */
void pager_linear(Pager *pager, Linear *linear, void (*selected)(void *context), void *context);
/* Looks for words (case and accents folded) from the focus on, and gives the line they are in the focus; NULL: the words
 * looked for last, from the line after it. False where they are not in it. */
bool pager_find(Pager *pager, const char *words, bool backwards);

#endif
