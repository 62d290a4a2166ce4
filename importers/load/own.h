/* What a source of the user's own (a manifest and a stylesheet in the configuration folder) may not say. */
#ifndef GAIRO_IMPORTERS_LOAD_OWN_H
#define GAIRO_IMPORTERS_LOAD_OWN_H

#include "importers/load/load-state.h"

/* Why the record of the current file, of a format of the user's own, is refused: it says what the paper or the shipped
 * data says, or calls what it speaks of as another source calls it. NULL, without an error, where nothing is wrong, or the format is not the user's own. The caller owns
 * it. *line gets the faulty line, 0: the record's. */
char *own_fault(Load *load, const Record *record, long *line, Error *error);

#endif
