/* What one had open, kept in the database from one start to the next. */
#ifndef GAIRO_TUI_SESSION_H
#define GAIRO_TUI_SESSION_H

#include "tui/explorer.h"

/* Keeps the history of places and the scope. What cannot be kept (a database that may only be read) is let go. */
void session_save(Explorer *explorer);
/* For how long no key has come when session_keep() is called. */
#define SESSION_PAUSE_MILLISECONDS 1000
/* The same while it runs, so that a start after a crash or a power cut finds it too: writes only what changed since, waits for no
 * lock, and makes no view calculate again. Nothing while the database is lost, nor of a presentation. */
void session_keep(Explorer *explorer);
/* Opens what was kept above the home view, and sets the scope; says so where there was anything. What is broken is
 * ignored, with a line that says it; places and laws that are gone are left out. */
void session_restore(Explorer *explorer);

#endif
