/* The explorer. */
#ifndef GAIRO_TUI_TUI_H
#define GAIRO_TUI_TUI_H

#include "core/error.h"
#include "store/store.h"
#include "tui/settings.h"

typedef struct ExplorerOptions {
    const char *as_of;      /* NULL: today */
    const char *database;   /* the file that was named in the call that opened it; NULL: none, and a further call needs no name either */
    bool color;             /* false: none (--color never, NO_COLOR) */
    bool newer_data;        /* the shipped data is newer: offer it at the start */
    const Settings *settings; /* the user's configuration; copied but for its keys and strings, which must stay */
    bool fresh;             /* start at home, not where one was when it last ended */
    const char *start_item; /* an id to open on its page, above home; NULL */
    const char *presented;  /* the name of a sheet: it is presented, and gairo ends with the presentation; NULL */
    bool presents_notes;    /* the speaker's notes of a presentation in another terminal, in its place */
    long minutes;           /* planned for the presentation; 0: not given */
} ExplorerOptions;

/* Opens the explorer on the terminal (standard input and output) and returns when the user quits, or a signal ends it,
 * with the terminal as it was. *end_signal is that signal, which the caller should raise again when its work is put
 * away, or 0. Fails with ERROR_UNSUPPORTED where TERM is unknown or the terminal cannot place its cursor, ERROR_IO
 * where standard input is closed or the terminal is lost. */
bool explorer_run(Store *store, const ExplorerOptions *options, int *end_signal, Error *error);
/* The same in lines, for screen readers and pipes: the views as labelled lines with numbered choices on standard output,
 * what to do from standard input, a line at a time, until it ends. Colours and panes of the options mean nothing here.
 * Fails with ERROR_IO where the output cannot be written. */
bool explorer_run_plain(Store *store, const ExplorerOptions *options, Error *error);

#endif
