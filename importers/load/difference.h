/* What differs between a record and a newer one, in words: for a dry run. */
#ifndef GAIRO_IMPORTERS_LOAD_DIFFERENCE_H
#define GAIRO_IMPORTERS_LOAD_DIFFERENCE_H

#include "core/record.h"

/* The version of a source that its records name in their sources, before and now. NULL or "": it had none. */
typedef struct DifferenceVersions {
    const char *before, *now;
} DifferenceVersions;

/* One line: `title: "Old" → "New"; field url: nothing → "https://…"; 2 links gone: "reduces risk.x", …`. Of each value so
 * much is shown as tells what differs, of parts that came or went the first three. That a record names another version of
 * its source is not told, since all of a release do. Where nothing else differs: NULL if it is that, otherwise "where a field
 * or a link is from". The caller owns it. */
char *record_difference(const Record *before, const Record *now, const DifferenceVersions *versions);

#endif
