/* The page of the item that is focused in a list, in a pane beside it. */
#ifndef GAIRO_TUI_PREVIEW_H
#define GAIRO_TUI_PREVIEW_H

#include "tui/pager.h"

#include <stdbool.h>

#define PREVIEW_PERCENT 42 /* of the columns that a list and its preview share: most titles are whole then */

typedef struct Preview {
    Pager pager;
    char *id; /* of the item shown; NULL: none */
    int from_columns; /* of the screen: on a narrower one the owner draws no preview, and none is made. 0: always */
    bool is_made;     /* the document is that of the item */
    /* Puts what the list's owner says of the item above its page; set by the owner after preview_start(). NULL: nothing. */
    void (*head)(void *context, Document *document);
    void *head_context;
} Preview;

void preview_start(Preview *preview);
void preview_free(Preview *preview);
/* Shows an item (NULL: nothing). Does nothing where it is shown already, unless anew, or where the screen is too narrow; when
 * the screen's size changes all views are asked for anew. Fails as item_load() does; the
 * pane is empty then. */
bool preview_show(Preview *preview, Explorer *explorer, const char *id, bool anew, Error *error);

/* Shows a page that is made by the caller in place of an item's: takes over document. name tells it from others. */
void preview_show_page(Preview *preview, const char *name, Document *document);
/* Moving about in a preview that has the focus, and following its links, which opens the item. Enter is ignored where no
 * link has the focus. */
ViewFlags preview_handle(Preview *preview, Explorer *explorer, Action action, Key key);
/* The mouse over a preview; ignored beside it. */
ViewFlags preview_mouse(Preview *preview, Explorer *explorer, const Event *event);

#endif
