/* The explorer's insides, shared by explorer.c, scope.c, chrome.c and places.c only. */
#ifndef GAIRO_TUI_EXPLORER_STATE_H
#define GAIRO_TUI_EXPLORER_STATE_H

#include "tui/dialog.h"
#include "tui/export.h"
#include "tui/explorer.h"
#include "tui/history.h"
#include "tui/prompt.h"
#include "tui/review.h"
#include "tui/scope.h"

#include <stddef.h>

/* The smallest screen that something useful fits on. */
#define SCREEN_ROWS_MIN 5
#define SCREEN_COLUMNS_MIN 20

struct Explorer {
    Store *store;
    const ExplorerOptions *options;
    History history;
    Scope scope;
    PromptLine prompt;
    Dialog dialog;
    ExportDialog export;
    ReviewDialog review;
    char *message; /* above the keys; NULL */
    StringList picks; /* ids of items to be compared */
    Key pending[KEY_SEQUENCE_MAX];
    size_t pending_count; /* keys of a sequence that is not complete */
    Action later;         /* to be done after the running handler */
    bool quitting;
    bool back_at_home; /* q was pressed at home: once more leaves */
    bool redraw;
    long basket_count;
    long long basket_generation;
    bool stop_at_any_key;
    long long work_started; /* milliseconds; of the running recalculation */
    bool work_shown;
};

/* Draws the title line, the view, the message and the line of keys, and what is open over them. */
void chrome_draw(Explorer *explorer);
/* The line that says that work is under way, and how far it is where total is above 0. */
void chrome_draw_work(size_t done, size_t total);
/* Opens the place that an action stands for; false where it stands for none. */
bool places_open(Explorer *explorer, Action action);

#endif
