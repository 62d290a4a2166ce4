/* Undoing what was changed of the user's own things: the basket and sheets, notes, marks, reviews. Each transaction
 * that changed any of them, while undo_start() held, is one step. Steps are kept in the database, so that the next start
 * can undo them too; a migration forgets them. What is changed otherwise is no step: it stays, and a step that would
 * overwrite it is refused. Uses SQLite's session extension (changesets):
 * https://www.sqlite.org/sessionintro.html */
#ifndef GAIRO_STORE_UNDO_H
#define GAIRO_STORE_UNDO_H

#include "store/store.h"

#define UNDO_STEPS_MAX 1000 /* older steps are forgotten */

/* From now on steps are kept. False with ERROR_UNSUPPORTED where SQLite was built without sessions. */
bool undo_start(Store *store, Error *error);
/* Undoes the last step, or does the last one undone again, in a transaction of its own. *words then says what that step
 * had done ("“Safeguards can be stripped” was put into the basket"), and the caller owns it; NULL, without an error,
 * where there is no step. Fails, changing nothing, with ERROR_INPUT where what it changed was changed since by another
 * program (the step is forgotten), with ERROR_BUSY and so on as every write, with ERROR_UNSUPPORTED as undo_start(). */
bool undo_step(Store *store, char **words, Error *error);
bool redo_step(Store *store, char **words, Error *error);

#endif
