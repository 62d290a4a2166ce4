/* The parts of gairo stats that count openness in groups of models. */
#ifndef GAIRO_CLI_STATS_GROUPS_H
#define GAIRO_CLI_STATS_GROUPS_H

#include "cli/session.h"
#include "store/openness.h"

/* For people: openness over time and by kind of organisation, with what the small numbers do not tell. */
void stats_write_groups(Session *session, const Observations *observations);
/* For spreadsheets: rows of group, name, what, value. */
void stats_add_groups(Table *table, const Observations *observations);

#endif
