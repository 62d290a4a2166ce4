/* The items that a trace comes by, each loaded once. */
#include "store/tracer.h"

#include "core/memory.h"
#include "store/list.h"

#include <stdlib.h>
#include <string.h>

static int compare_rows(const void *a, const void *b)
{
    return strcmp(((const ItemRow *)a)->id, ((const ItemRow *)b)->id);
}

/* The state of a law on the day, NULL for other items; false on failure. All laws are asked for at once: a chain comes by
 * hundreds of them. */
static bool find_state(Tracer *tracer, Item *item, char **state)
{
    *state = NULL;
    if ((KIND_BIT(item->kind) & TRACE_LAW) == 0)
        return true;
    if (!tracer->laws.rows) {
        Query query = {.kinds = TRACE_LAW, .as_of = string_copy(tracer->as_of)};
        bool done = items_list_states(tracer->store, &query, &tracer->laws, tracer->error);
        query_free(&query);
        if (!done)
            return false;
        qsort(tracer->laws.rows, tracer->laws.count, sizeof *tracer->laws.rows, compare_rows);
    }
    const ItemRow like = {.id = item->id};
    const ItemRow *found =
        bsearch(&like, tracer->laws.rows, tracer->laws.count, sizeof *tracer->laws.rows, compare_rows);
    *state = string_copy(found ? found->status : NULL);
    return true;
}

Met *tracer_meet(Tracer *tracer, const char *id)
{
    size_t low = 0, high = tracer->met_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = strcmp(tracer->met[middle]->item->id, id);
        if (order == 0)
            return tracer->met[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    const TraceItem *known = trace_items_find(&tracer->items, id);
    Item *item = known ? known->item : item_load(tracer->store, id, tracer->error);
    char *state;
    if (!item || !find_state(tracer, item, &state)) {
        if (!known)
            item_free(item);
        return NULL;
    }
    tracer->met = memory_resize(tracer->met, tracer->met_count + 1, sizeof *tracer->met);
    memmove(&tracer->met[low + 1], &tracer->met[low], (tracer->met_count - low) * sizeof *tracer->met);
    tracer->met[low] = memory_zeroed(1, sizeof **tracer->met);
    *tracer->met[low] = (Met){.item = item, .owned = !known, .state = state};
    tracer->met_count++;
    return tracer->met[low];
}

void tracer_free(Tracer *tracer)
{
    for (size_t i = 0; i < tracer->met_count; i++) {
        if (tracer->met[i]->owned)
            item_free(tracer->met[i]->item);
        free(tracer->met[i]->state);
        free(tracer->met[i]);
    }
    free(tracer->met);
    trace_items_free(&tracer->items);
    item_rows_free(&tracer->laws);
    scope_set_free(&tracer->scope);
}
