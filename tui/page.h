/* A view that is a page of text, made by a function: the base of About, and of Sources and data health. */
#ifndef GAIRO_TUI_PAGE_H
#define GAIRO_TUI_PAGE_H

#include "tui/document.h"
#include "tui/view.h"

/* title and command (NULL: none) are static; make adds the page to a document, asking the store as it needs to. */
View *page_view_new(Explorer *explorer, const char *title, const char *command,
                    bool (*make)(Explorer *explorer, Document *document, Error *error));
/* The same for a page a part of which takes long: it stands at once without that part, and complete() is called again and
 * again while no key waits, each time for a step, after which make() gives what is there. is_whole tells whether there is
 * nothing left to complete. Any key stops a step; it begins anew when that was handled. In lines it is whole from the first. */
View *page_view_new_in_two(Explorer *explorer, const char *title, const char *command,
                           bool (*make)(Explorer *explorer, Document *document, Error *error),
                           bool (*is_whole)(Explorer *explorer),
                           bool (*complete)(Explorer *explorer, Error *error));

/* Links whose target begins with word and has a blank lead to no item: follow() is called with the target, while the page
 * is recalculated, so that what it does in the store can be stopped. */
void page_view_set_follow(View *page, const char *word, bool (*follow)(View *page, const char *target, Error *error));
/* Follows such a target, as if the link had been chosen. */
void page_view_follow(View *page, const char *target);
/* The one followed last; NULL where there was none. */
const char *page_view_followed(const View *page);

#endif
