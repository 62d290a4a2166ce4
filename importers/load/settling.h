/* The end of a load: which items its records speak of, where their links lead, and what is told of that. */
#ifndef GAIRO_IMPORTERS_LOAD_SETTLING_H
#define GAIRO_IMPORTERS_LOAD_SETTLING_H

#include "importers/load/load-state.h"

/* For --explain: the last explanation is of what the current source calls given. */
void settling_told(Load *load, const char *given);
/* Notes what each record is before anything is written, so that it can be told which are another item afterwards. */
bool settling_note(Load *load, Error *error);
/* Settles the store (store/settle.h); what concerns the load's own files goes into the report, once, and so does each
 * record of another source that became another item. */
bool settling_run(Load *load, Error *error);
void settling_free(Load *load);

#endif
