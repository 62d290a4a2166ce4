/* Offering the shipped data set when it is newer than the database's. */
#ifndef GAIRO_TUI_UPGRADE_H
#define GAIRO_TUI_UPGRADE_H

#include "tui/explorer.h"

/* Asks whether to load it now; loads it, all or nothing, where the user says so (Esc stops it). What is the user's own
 * stays. */
void upgrade_offer(Explorer *explorer);

#endif
