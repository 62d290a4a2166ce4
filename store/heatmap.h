/* Risks and opportunities counted by stage and area: the heat map. */
#ifndef GAIRO_STORE_HEATMAP_H
#define GAIRO_STORE_HEATMAP_H

#include "store/items.h"

typedef struct HeatCell {
    int risks, opportunities;
} HeatCell;

/* A row or a column. Owns its strings. */
typedef struct HeatSide {
    char *id, *title;
} HeatSide;

typedef struct Heatmap {
    HeatSide *areas, *stages; /* in the data's order */
    size_t area_count, stage_count;
    HeatCell *cells; /* heatmap_cell() finds one */
} Heatmap;

/* Counts what query selects of the risks and opportunities (its kinds are ignored; NULL: all). An item at several
 * stages counts at each of them. To be released with heatmap_free(). */
bool heatmap_make(Store *store, const Query *query, Heatmap *heatmap, Error *error);
const HeatCell *heatmap_cell(const Heatmap *heatmap, size_t area, size_t stage);
/* Leaves it zeroed. */
void heatmap_free(Heatmap *heatmap);

#endif
