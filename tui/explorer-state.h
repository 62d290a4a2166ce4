/* The explorer's insides, shared by the explorer's own files only: explorer*.c, chrome*.c, loss.c, scope.c, session.c, own.c,
 * note.c, health.c, places.c, plain*.c. */
#ifndef GAIRO_TUI_EXPLORER_STATE_H
#define GAIRO_TUI_EXPLORER_STATE_H

#include "store/sources.h"
#include "tui/dialog.h"
#include "tui/export.h"
#include "tui/explorer.h"
#include "tui/hints.h"
#include "tui/history.h"
#include "tui/loss.h"
#include "tui/menu.h"
#include "tui/prompt.h"
#include "tui/review.h"
#include "tui/scope.h"
#include "tui/sharing.h"
#include "tui/sheet-add.h"

#include <stddef.h>

/* The smallest screen that something useful fits on. */
#define SCREEN_ROWS_MIN 5
#define SCREEN_COLUMNS_MIN 20

#define CLICKABLE_MAX 64

/* A part of the title line or of the line of keys that the mouse can press. */
typedef struct Clickable {
    int row, column, columns;
    Action action; /* ACTION_NONE: a part of where one is */
    size_t index;  /* of the view it leads to in the history */
    Key key;       /* that the view itself takes; KEY_NONE: none */
} Clickable;

/* Some lines of text that are asked for where there is no pane to write them in. Starts zeroed. */
typedef struct Writing {
    bool is_open;
    char *title; /* "Your note on …" */
    char *item;  /* whose note it is */
    char *text;  /* that the lines are added to */
} Writing;

struct Explorer {
    Store *store;
    const ExplorerOptions *options;
    Settings settings; /* as they are now; keys and strings are the options' own */
    History history;
    Scope scope;
    LossWatch lost;
    PromptLine prompt;
    Dialog dialog;
    Writing writing; /* in the plain mode only */
    ExportDialog export;
    ReviewDialog review;
    SheetAdding adding;
    Menu menu;
    Hints hints;
    Sharing sharing;
    Clickable clickable[CLICKABLE_MAX]; /* of the title line and the line of keys, when last drawn */
    size_t clickable_count;
    char *message; /* above the keys; NULL */
    StringList picks; /* ids of items to be compared */
    Key pending[KEY_SEQUENCE_MAX];
    size_t pending_count; /* keys of a sequence that is not complete */
    Action later;         /* to be done after the running handler */
    bool quitting;
    bool plain; /* in lines: there is no screen */
    bool back_at_home; /* q was pressed at home: once more leaves */
    bool redraw;
    bool session_due; /* a key came since the session was kept */
    Findings health; /* tui/health.h: what the rules have found so far that were tried */
    size_t health_rules;
    long long health_generation; /* of the store, when the first was tried */
    long basket_count;
    long long basket_generation;
    bool stop_at_any_key;
    bool gives_way; /* and at once */
    long long work_started; /* milliseconds; of the running recalculation */
    bool work_shown;
    long long asked_next; /* milliseconds; when the terminal is asked for keys again while work is under way */
};

/* Starts it with home, the place of the configuration, and what is to be told or asked at first. */
void explorer_start(Explorer *explorer, Store *store, const ExplorerOptions *options);
void explorer_free(Explorer *explorer);
/* Brings the current view up to date with the store. */
void explorer_recalculate(Explorer *explorer, bool force);
/* Does an action in the current view: what the view ignores, the explorer does itself. */
void explorer_run_action(Explorer *explorer, Action action, Key key);
/* Does what explorer_run_later() was given. */
void explorer_do_later(Explorer *explorer);
/* Does what a handler's flags ask for. */
void explorer_apply(Explorer *explorer, View *view, ViewFlags flags);
/* Goes back or forward; false where there is nothing. */
bool explorer_step(Explorer *explorer, int offset);
/* Steps back. q at home does not leave by accident: it takes Q, or q once more. */
void explorer_back_out(Explorer *explorer, Key key);

/* Draws the title line, the view, the message and the line of keys, and what is open over them. */
void chrome_draw(Explorer *explorer);
/* The line that says that work is under way, and how far it is where total is above 0. */
void chrome_draw_work(size_t done, size_t total);
/* Keeps what was written (NULL: leaves the note as it is), and closes the asking. */
void writing_done(Explorer *explorer, const char *text);
/* The line that says that another program is waited for. */
void chrome_draw_waiting(void);
/* Opens the place that an action stands for; false where it stands for none. */
bool places_open(Explorer *explorer, Action action);

/* What the store asks while it works (store_set_stop()): true where a key that stops the work has come. context is the Explorer. */
bool explorer_should_stop(void *context);

#endif
