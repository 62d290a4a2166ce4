/* A view that is a page of text, made by a function: the base of About. */
#ifndef GAIRO_TUI_PAGE_H
#define GAIRO_TUI_PAGE_H

#include "tui/document.h"
#include "tui/view.h"

/* title and command (NULL: none) are static; make adds the page to a document, asking the store as it needs to. */
View *page_view_new(Explorer *explorer, const char *title, const char *command,
                    bool (*make)(Explorer *explorer, Document *document, Error *error));

#endif
