/* The licences by how sources spell them, with the levels that their points give. */
#ifndef GAIRO_STORE_LICENCES_H
#define GAIRO_STORE_LICENCES_H

#include "store/openness.h"
#include "store/store.h"

#include <stddef.h>

typedef struct LicenceSpelling {
    char *spelling, *licence; /* licence: its id */
    char *title;
    LicencePoints points;
} LicenceSpelling;
typedef struct LicenceSpellings {
    LicenceSpelling *spellings; /* those of the data first, then SPDX identifiers and titles; not each once */
    size_t count;
} LicenceSpellings;
bool licence_spellings_list(Store *store, LicenceSpellings *spellings, Error *error);
void licence_spellings_free(LicenceSpellings *spellings);

#endif
