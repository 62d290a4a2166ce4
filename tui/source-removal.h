/* Taking a source away from where it is described: what goes is shown first, and asked. */
#ifndef GAIRO_TUI_SOURCE_REMOVAL_H
#define GAIRO_TUI_SOURCE_REMOVAL_H

#include "tui/document.h"
#include "tui/view.h"

/* Starts zeroed; part of the view that it belongs to. */
typedef struct SourceRemoval {
    View *view;
    char *source;  /* that is asked about; NULL: none yet. Owned */
    bool answered; /* with yes */
    bool due;      /* to be gone on with when the view is recalculated next, so that what the store does can be stopped */
} SourceRemoval;

/* Adds the link that asks. */
void source_removal_add(Document *document, const char *source);
/* True for the target of such a link; it leads to no item. NULL is none. */
bool source_removal_is(const char *target);
/* The link was followed: the view is recalculated, and asks then. */
void source_removal_choose(SourceRemoval *removal, View *view, const char *target);
/* Called by the view's recalculate(), first of all. What fails is told. */
void source_removal_go_on(SourceRemoval *removal);
void source_removal_free(SourceRemoval *removal);

#endif
