/* Taking a source away from its page: what goes is shown first, and asked. */
#ifndef GAIRO_TUI_SOURCE_REMOVAL_H
#define GAIRO_TUI_SOURCE_REMOVAL_H

#include "tui/document.h"
#include "tui/view.h"

/* Adds the link that asks; page: made by page_view_new(), given to source_removal_start(). */
void source_removal_add(Document *document, const char *source);
/* Lets the links of the page ask and remove. */
void source_removal_start(View *page);

#endif
