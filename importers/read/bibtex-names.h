/* The names in a field of authors. */
#ifndef GAIRO_IMPORTERS_READ_BIBTEX_NAMES_H
#define GAIRO_IMPORTERS_READ_BIBTEX_NAMES_H

#include "core/text.h"

#include <stdbool.h>
#include <stddef.h>

#define BIBTEX_NAMES_MAX 1000u

/* Appends a <member> for each name that "and" parts from the next, outside braces: <entry key="family"> and <entry
 * key="given"> of "First von Last", "von Last, First" or "von Last, Jr, First"; <entry key="literal"> where the name is
 * one word or stands in braces, and for "others" (et al.). line is the field's. Names after the limit are left out.
 * False where there is a control character that XML does not allow. */
bool bibtex_append_names(Text *xml, const char *bytes, size_t length, long line);

#endif
