/* The event loop, and what views ask of it. */
#ifndef GAIRO_TUI_EXPLORER_H
#define GAIRO_TUI_EXPLORER_H

#include "store/store.h"
#include "tui/keymap.h"
#include "tui/settings.h"
#include "tui/tui.h"
#include "tui/view.h"

#include <stdbool.h>

Store *explorer_store(Explorer *explorer);
/* The database that was named in the call that opened it, or NULL. */
const char *explorer_database(const Explorer *explorer);
/* The day for the state of laws (YYYY-MM-DD), or NULL for today. */
const char *explorer_as_of(Explorer *explorer);

/* What the configuration says; the theme, borders and mouse as they are chosen now. */
const Settings *explorer_settings(Explorer *explorer);
/* Which keys do what. */
const KeyMap *explorer_keys(Explorer *explorer);

/* True in the plain mode: there is no screen, and nothing is drawn. */
bool explorer_is_plain(Explorer *explorer);

/* Shows view, on top of the current one in the history; takes it over. What could be gone forward to is freed. */
void explorer_open(Explorer *explorer, View *view);
/* The same for what is left at once again, as the help is: what could be gone forward to is kept. */
void explorer_open_beside(Explorer *explorer, View *view);
/* Goes back to the last view with these operations; false where there is none. What was opened since can be gone forward to. */
bool explorer_return_to(Explorer *explorer, const ViewOperations *operations);
/* True where gairo was started to present a sheet: it ends with that. */
bool explorer_only_presents(Explorer *explorer);
/* Opens the page of an item, or what a link's target leads to (tui/document.h). */
void explorer_open_item(Explorer *explorer, const char *id);
/* Does an action as if its key had been pressed, in the view that is current when the running handler is done. */
void explorer_run_later(Explorer *explorer, Action action);
/* Ends the explorer when the running handler is done. */
void explorer_quit(Explorer *explorer);

/* Shows one line above the keys until the next key. */
void explorer_message(Explorer *explorer, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Shows an error in the same place and clears it; nothing where there is none. */
void explorer_report(Explorer *explorer, Error *error);

/* A line to be edited, in the place of the keys. */
typedef struct Prompt {
    const char *label;                                 /* "filter"; copied */
    const char *text;                                  /* what is in it at first; copied; NULL: nothing */
    void (*changed)(void *context, const char *text);  /* after each change; NULL */
    void (*accepted)(void *context, const char *text); /* Enter; NULL */
    void (*cancelled)(void *context);                  /* Esc; NULL */
    void *context;                                     /* the view that asks */
} Prompt;
/* Keys that do not edit (up, down, pages) still reach the view. */
void explorer_prompt(Explorer *explorer, const Prompt *prompt);

/* A question with answers to choose from. */
typedef struct Question {
    const char *title;                           /* copied */
    const char *text;                            /* some lines; copied; NULL */
    const char *const *answers;                  /* copied; NULL-terminated, the safe one first */
    size_t selected;                             /* the answer that has the focus at first */
    Action again;                                /* what asked: once more, it takes the answer in focus; ACTION_NONE */
    bool call;                                   /* the text is to be typed: broken at blanks only */
    void (*answered)(void *context, int answer); /* -1: backed out */
    void *context;
} Question;
void explorer_ask(Explorer *explorer, const Question *question);

/* Puts the item into the basket or takes it out, and says so. */
void explorer_toggle_basket(Explorer *explorer, const char *id);

/* The ids of the items that the user picked to be compared; the explorer's. */
StringList *explorer_picks(Explorer *explorer);

/* For progress callbacks: shows how far the work is (total 0: unknown) and returns false where the user asked to stop
 * it. */
bool explorer_work(Explorer *explorer, size_t done, size_t total);

/* True where a key was typed that waits for its turn: what runs unasked gives way to it. Shows nothing. */
bool explorer_key_waits(Explorer *explorer);

/* While something long runs in the store: any_key true stops it at the first key (which is then handled), false at Esc
 * only. For recalculate(); falls back to false afterwards. */
void explorer_stop_at_any_key(Explorer *explorer, bool any_key);
/* The same for what nobody waits for: it stops at any key at once, Esc among them, and the key is then handled. */
void explorer_give_way(Explorer *explorer);
/* Milliseconds of a clock that only goes on. */
long long explorer_clock(void);

#endif
