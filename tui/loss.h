/* When the database is lost or locked while the explorer runs: it is said, nothing waits longer than a key, and all goes
 * on by itself when the database can be used again. */
#ifndef GAIRO_TUI_LOSS_H
#define GAIRO_TUI_LOSS_H

#include "store/loss.h"
#include "tui/explorer.h"

typedef struct LossWatch {
    StoreLoss loss; /* at the last look */
    bool told;      /* the user was asked what to do about it */
    bool asking;    /* that question is open */
    bool locked;    /* another program kept the current view from being asked for */
} LossWatch;

/* Says at the start where nothing can be kept. */
void loss_start(Explorer *explorer);
/* A look at the file; asks what to do where it is not what was opened, and says it when it is back. */
void loss_watch(Explorer *explorer);
/* For store_set_wait(): how long the explorer waits for a lock. A key ends it, and so do two seconds. */
bool loss_wait(void *context, long waited);
/* The same when it ends and there is no terminal any more. */
bool loss_wait_at_end(void *context, long waited);
/* What asking for the current view came to: remembers a lock and says it once, and that it is over. True where the view
 * must be asked for again. */
bool loss_follow(Explorer *explorer, Error *error);
/* A call that a key asked for failed: what depends on it is asked for again, and what to do about a lost database too. */
void loss_failed(Explorer *explorer, const Error *error);
/* How long to wait for an event: not for ever while something is wrong. */
int loss_pause(const Explorer *explorer, int pause);
/* Draws, or adds, what is to be said in place of a view that was never asked for as a lock keeps it from being read; false where the
 * view is to be shown. */
bool loss_draw(const Explorer *explorer, const View *view, const Canvas *canvas);
bool loss_linear(const Explorer *explorer, const View *view, Linear *linear);
/* Appends what is wrong, for the title line. */
void loss_status(const Explorer *explorer, Text *text);

#endif
