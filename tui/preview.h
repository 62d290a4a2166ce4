/* The page of the item that is focused in a list, in a pane beside it. */
#ifndef GAIRO_TUI_PREVIEW_H
#define GAIRO_TUI_PREVIEW_H

#include "tui/pager.h"

#include <stdbool.h>

#define PREVIEW_PERCENT 42 /* of the columns that a list and its preview share: most titles are whole then */

typedef struct Preview {
    Pager pager;
    char *id; /* of the item shown; NULL: none */
    /* Puts what the list's owner says of the item above its page; set by the owner after preview_start(). NULL: nothing. */
    void (*head)(void *context, Document *document);
    void *head_context;
} Preview;

void preview_start(Preview *preview);
void preview_free(Preview *preview);
/* Shows an item (NULL: nothing). Does nothing where it is shown already, unless anew. Fails as item_load() does; the
 * pane is empty then. */
bool preview_show(Preview *preview, Explorer *explorer, const char *id, bool anew, Error *error);

#endif
