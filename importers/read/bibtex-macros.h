/* What @string defines in a file of BibTeX. */
#ifndef GAIRO_IMPORTERS_READ_BIBTEX_MACROS_H
#define GAIRO_IMPORTERS_READ_BIBTEX_MACROS_H

#include "core/text.h"

#include <stdbool.h>
#include <stddef.h>

/* Starts zeroed. */
typedef struct BibtexMacros {
    void *root;
    size_t count;
} BibtexMacros;

/* Defines name (in small letters; copied), or defines it anew. False where there are as many as may be. */
bool bibtex_macros_set(BibtexMacros *macros, const char *name, const Text *value);
/* Appends what name stands for; "jan" to "dec" are the months in English. False, and nothing appended, where nothing
 * defines it. */
bool bibtex_macros_append(const BibtexMacros *macros, const char *name, Text *text);
void bibtex_macros_free(BibtexMacros *macros);

#endif
