/* The overview as text: what gairo prints where there is no terminal for the explorer. */
#ifndef GAIRO_CLI_OVERVIEW_H
#define GAIRO_CLI_OVERVIEW_H

#include "cli/facts.h"

void overview_write(Session *session, const Facts *facts);

#endif
