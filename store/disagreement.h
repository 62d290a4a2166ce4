/* Where a cell's score is not what the points of its licence give, for the page of a model or of a licence. */
#ifndef GAIRO_STORE_DISAGREEMENT_H
#define GAIRO_STORE_DISAGREEMENT_H

#include "store/openness.h"

/* Starts zeroed; owns its entries, whose strings are those of LicenceDisagreement. */
typedef struct Disagreements {
    LicenceDisagreement *entries;
    size_t count;
} Disagreements;

/* Those of a model's cells, or of the cells that are under a licence, whichever source says so; none for other items. Cells
 * that no points could have given (closed, sold) are left out, and licences with an unclear point. */
bool disagreements_load(Store *store, const Item *item, Disagreements *disagreements, Error *error);
void disagreements_free(Disagreements *disagreements); /* leaves it zeroed */
/* "deployment.data.weights: scored D5; the five points of "Falcon-180B Data" give D3". of_licence: with the model's title in front.
 * The caller owns it. */
char *disagreement_words(const LicenceDisagreement *disagreement, bool of_licence);

#endif
