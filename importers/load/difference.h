/* What differs between a record and a newer one, in words: for a dry run. */
#ifndef GAIRO_IMPORTERS_LOAD_DIFFERENCE_H
#define GAIRO_IMPORTERS_LOAD_DIFFERENCE_H

#include "core/record.h"

/* One line: `title: "Old" → "New"; field url: nothing → "https://…"; 2 links gone: "reduces risk.x", …`. Of each value so
 * much is shown as tells what differs, of parts that came or went the first three. Where nothing of that differs: "where a
 * field or a link is from". The caller owns it. */
char *record_difference(const Record *before, const Record *now);

#endif
