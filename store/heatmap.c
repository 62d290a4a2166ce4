#include "store/heatmap.h"

#include "core/memory.h"

#include <stdlib.h>
#include <string.h>

static void free_sides(HeatSide *sides, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        free(sides[i].id);
        free(sides[i].title);
    }
    free(sides);
}

void heatmap_free(Heatmap *heatmap)
{
    free_sides(heatmap->areas, heatmap->area_count);
    free_sides(heatmap->stages, heatmap->stage_count);
    free(heatmap->cells);
    *heatmap = (Heatmap){0};
}

static bool load_sides(Store *store, Kind kind, HeatSide **sides, size_t *count, Error *error)
{
    ItemRows rows;
    if (!items_list(store, &(Query){.kinds = KIND_BIT(kind)}, &rows, error))
        return false;
    *sides = memory_zeroed(rows.count + 1, sizeof **sides);
    for (size_t i = 0; i < rows.count; i++)
        (*sides)[i] = (HeatSide){string_copy(rows.rows[i].id), string_copy(rows.rows[i].title)};
    *count = rows.count;
    item_rows_free(&rows);
    return true;
}

const HeatCell *heatmap_cell(const Heatmap *heatmap, size_t area, size_t stage)
{
    return &heatmap->cells[area * heatmap->stage_count + stage];
}

static void count(Heatmap *heatmap, const ItemRow *row)
{
    for (size_t area = 0; area < heatmap->area_count; area++) {
        if (!string_list_contains(&row->area_ids, heatmap->areas[area].id))
            continue;
        for (size_t stage = 0; stage < heatmap->stage_count; stage++) {
            HeatCell *cell = &heatmap->cells[area * heatmap->stage_count + stage];
            if (!string_list_contains(&row->stage_ids, heatmap->stages[stage].id))
                continue;
            cell->risks += row->kind == KIND_RISK;
            cell->opportunities += row->kind == KIND_OPPORTUNITY;
        }
    }
}

bool heatmap_make(Store *store, const Query *query, Heatmap *heatmap, Error *error)
{
    static const Query everything = {0};
    Query questions;
    ItemRows rows = {0};
    *heatmap = (Heatmap){0};
    query_copy(&questions, query ? query : &everything);
    questions.kinds = KIND_BIT(KIND_RISK) | KIND_BIT(KIND_OPPORTUNITY);
    bool done = load_sides(store, KIND_AREA, &heatmap->areas, &heatmap->area_count, error) &&
                load_sides(store, KIND_STAGE, &heatmap->stages, &heatmap->stage_count, error) &&
                items_list(store, &questions, &rows, error);
    heatmap->cells = memory_zeroed(heatmap->area_count * heatmap->stage_count + 1, sizeof *heatmap->cells);
    for (size_t i = 0; done && i < rows.count; i++)
        count(heatmap, &rows.rows[i]);
    item_rows_free(&rows);
    query_free(&questions);
    if (!done)
        heatmap_free(heatmap);
    return done;
}
