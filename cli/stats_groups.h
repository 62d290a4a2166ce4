/* The observations recomputed, as stats and show tell them to people. */
#ifndef GAIRO_CLI_STATS_GROUPS_H
#define GAIRO_CLI_STATS_GROUPS_H

#include "cli/session.h"
#include "store/openness.h"

/* The cells of parts of the pipeline, or of components; title names them. */
void stats_write_pipelines(Session *session, const PipelineCounts *counts, size_t count, const char *title);
/* The models that are open wherever a component applies. */
void stats_write_open_models(Session *session, const Observations *observations);
/* What is recomputed for an observation, by the value of its field "query"; nothing for one that nothing is recomputed for. */
void stats_write_observation(Session *session, const Observations *observations, const char *query);
/* For people: openness over time and by kind of organisation, with what the small numbers do not tell. */
void stats_write_groups(Session *session, const Observations *observations);
/* One of them: by_year over time, else by kind of organisation, with its note. */
void stats_write_group(Session *session, const Observations *observations, bool by_year);
/* For spreadsheets: rows of group, name, what, value. */
void stats_add_groups(Table *table, const Observations *observations);

#endif
