/* The health of the data, found once and kept until the data changes: finding it takes longer than a screen may, so it is
 * found in steps. */
#ifndef GAIRO_TUI_HEALTH_H
#define GAIRO_TUI_HEALTH_H

#include "store/sources.h"
#include "tui/explorer.h"

#include <stdbool.h>

/* What was found, valid until the next call of health_go_on(); NULL where that is not yet known of the data as they are now. */
const Findings *health_known(Explorer *explorer);
/* What is known of it in a sentence, and in a word for a column; failed: it could not be looked for. The caller frees them. */
char *health_sentence(Explorer *explorer, bool failed);
char *health_word(Explorer *explorer, bool failed);
/* How many of the rules were tried on the data as they are now. */
void health_progress(Explorer *explorer, size_t *done, size_t *total);
/* Tries some more, for about as long as half a screen may take. Fails with ERROR_CANCELLED where the user stopped it; what
 * was found before that is kept. */
bool health_go_on(Explorer *explorer, Error *error);

#endif
