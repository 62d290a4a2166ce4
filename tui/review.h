/* Marking an item from the explorer: what was found, by whom, and a note. */
#ifndef GAIRO_TUI_REVIEW_H
#define GAIRO_TUI_REVIEW_H

#include "core/review.h"
#include "tui/explorer.h"

/* What was answered so far. Starts zeroed; owns its strings. */
typedef struct ReviewDialog {
    Explorer *explorer;
    Review review; /* with the digest of the text that was on the screen when it was asked */
} ReviewDialog;

/* Asks what was found of the item (an id, or NULL), under which name, with which note, and keeps it; or takes the last
 * mark back. Says what came of it. */
void review_start(ReviewDialog *dialog, Explorer *explorer, const char *item);
void review_dialog_free(ReviewDialog *dialog);

#endif
