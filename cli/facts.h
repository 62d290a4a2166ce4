/* What stats and the overview both tell: counts, sources, observations. */
#ifndef GAIRO_CLI_FACTS_H
#define GAIRO_CLI_FACTS_H

#include "cli/session.h"
#include "store/heatmap.h"
#include "store/items.h"
#include "store/openness.h"
#include "store/sources.h"
#include "store/thin.h"

/* Starts zeroed; owns what it holds. */
typedef struct Facts {
    size_t counts[KIND_COUNT];
    AreaCounts areas;
    Heatmap heatmap;
    SourceInfos sources;
    Observations observations;
    ThinCount thin[THIN_COUNT];
} Facts;

/* Reads all of it: of what query's conditions select (NULL: of everything), the observations from the cells of
 * cell_source (NULL: the companion's). */
bool facts_load(Store *store, const Query *query, const char *cell_source, Facts *facts, Error *error);
void facts_free(Facts *facts);
/* The models open wherever a component applies, counted: those of which all is known, how many of these stay so by the
 * five points of their licences, and those that are open in all that is known of them. */
typedef struct OpenCounts {
    size_t as_scored, by_points, with_unknown;
} OpenCounts;
OpenCounts facts_open_counts(const Observations *observations);

/* {id, title, version, date, licence, url, cite, imported, records}. The caller owns it. */
json_t *source_info_json(const SourceInfo *source);
/* {counts, sources, observations, areas, thin, stage_area}. The caller owns it. */
json_t *facts_json(const Facts *facts);

#endif
