/* What a source of the user's own (a manifest and a stylesheet in the configuration folder) may not say. */
#ifndef GAIRO_IMPORTERS_LOAD_OWN_H
#define GAIRO_IMPORTERS_LOAD_OWN_H

#include "importers/load/load-state.h"

/* Why the record of the current file, of a format of the user's own, is refused: it says what the paper or the shipped
 * data says, or speaks of an item that is another source's without having been joined with it (given: the id that its
 * stylesheet gave it). NULL, without an error, where nothing is wrong, or the format is not the user's own. The caller owns
 * it. *line gets the faulty line, 0: the record's. */
char *own_fault(Load *load, const Record *record, const char *given, long *line, Error *error);

#endif
