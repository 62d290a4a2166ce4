/* The end of a load: which items its records speak of, where their links lead, and what is told of that. */
#ifndef GAIRO_IMPORTERS_LOAD_SETTLING_H
#define GAIRO_IMPORTERS_LOAD_SETTLING_H

#include "importers/load/load-state.h"

/* For --explain: the last explanation is of what the current source calls given. */
void settling_told(Load *load, const char *given);
/* Settles the store (store/settle.h); what concerns the load's own files goes into the report, once. */
bool settling_run(Load *load, Error *error);
void settling_free(Load *load);

#endif
