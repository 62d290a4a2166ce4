/* The health of the data, found once and kept until the data changes: finding it takes longer than a screen may. */
#ifndef GAIRO_TUI_HEALTH_H
#define GAIRO_TUI_HEALTH_H

#include "store/sources.h"
#include "tui/explorer.h"

#include <stdbool.h>

/* What was found, valid until the next call of either; NULL where that is not known of the data as they are now. */
const Findings *health_known(Explorer *explorer);
/* Finds it. Fails with ERROR_CANCELLED where the user stopped it. */
bool health_find(Explorer *explorer, Error *error);

#endif
