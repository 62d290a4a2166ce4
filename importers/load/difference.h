/* What differs between a record and a newer one, in words: for a dry run. */
#ifndef GAIRO_IMPORTERS_LOAD_DIFFERENCE_H
#define GAIRO_IMPORTERS_LOAD_DIFFERENCE_H

#include "core/record.h"

/* "title, field url, 2 links more, 1 cell other". Where nothing of that differs: "where it is from". The caller owns
 * it. */
char *record_difference(const Record *before, const Record *now);

#endif
