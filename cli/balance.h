/* Risks against opportunities by area, as check and stats tell it to people. */
#ifndef GAIRO_CLI_BALANCE_H
#define GAIRO_CLI_BALANCE_H

#include "cli/session.h"
#include "store/items.h"

void balance_write(Session *session, const AreaCounts *balance);

#endif
