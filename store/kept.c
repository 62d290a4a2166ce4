#include "store/kept.h"

#include "core/memory.h"

#include <stdlib.h>
#include <string.h>

#define SETS_MAX 16 /* more than one goes back and forth between */

/* Within a transaction of its own, what is there may change without a new generation. */
static bool may_keep(const Store *store)
{
    return sqlite3_get_autocommit(store->database) != 0;
}

static void forget_states(Kept *kept)
{
    for (size_t i = 0; i < kept->state_count; i++) {
        free(kept->states[i].id);
        free(kept->states[i].state);
    }
    free(kept->states);
    free(kept->states_as_of);
    kept->states = NULL;
    kept->states_as_of = NULL;
    kept->state_count = kept->state_capacity = kept->sorted_count = 0;
}

void kept_renew(Store *store)
{
    Kept *kept = &store->kept;
    long long generation = store_generation(store);
    if (kept->generation != generation || !may_keep(store)) {
        free(kept->selected);
        kept->selected = NULL;
        forget_states(kept);
    } else if (kept->sets.count < SETS_MAX) {
        return;
    }
    string_list_free(&kept->sets);
    kept->generation = generation;
}

bool kept_is_selected(const Store *store, const char *composed)
{
    return store->kept.selected && strcmp(store->kept.selected, composed) == 0;
}

void kept_set_selected(Store *store, const char *composed)
{
    char *copy = may_keep(store) ? string_copy(composed) : NULL;
    free(store->kept.selected);
    store->kept.selected = copy;
}

bool kept_set(Store *store, const char *field, const char *value, const char *sql, size_t *number, Error *error)
{
    Kept *kept = &store->kept;
    char *name = string_format("%s=%s", field, value);
    bool done = true;
    *number = 0;
    while (*number < kept->sets.count && strcmp(kept->sets.items[*number], name) != 0)
        (*number)++;
    if (*number == kept->sets.count) {
        done = store_run(store, error, "DELETE FROM kept WHERE number = ?1", "n", (long long)*number) &&
               store_run(store, error, sql, "sn", value, (long long)*number);
        if (done)
            string_list_add(&kept->sets, name);
    }
    free(name);
    return done;
}

static int compare_states(const void *a, const void *b)
{
    return strcmp(((const KeptState *)a)->id, ((const KeptState *)b)->id);
}

const char *kept_state(Store *store, const char *as_of, const char *id)
{
    Kept *kept = &store->kept;
    if (kept->state_count == 0 || strcmp(kept->states_as_of, as_of) != 0)
        return NULL;
    if (kept->sorted_count < kept->state_count)
        qsort(kept->states, kept->state_count, sizeof *kept->states, compare_states);
    kept->sorted_count = kept->state_count;
    const KeptState *found = bsearch(&(KeptState){.id = (char *)id}, kept->states, kept->state_count,
                                     sizeof *kept->states, compare_states);
    return found ? found->state : NULL;
}

void kept_add_state(Store *store, const char *as_of, const char *id, const char *state)
{
    Kept *kept = &store->kept;
    if (!may_keep(store))
        return;
    if (!kept->states_as_of || strcmp(kept->states_as_of, as_of) != 0) {
        forget_states(kept);
        kept->states_as_of = string_copy(as_of);
    }
    if (kept->state_count == kept->state_capacity) {
        kept->state_capacity = kept->state_capacity ? 2 * kept->state_capacity : 64;
        kept->states = memory_resize(kept->states, kept->state_capacity, sizeof *kept->states);
    }
    kept->states[kept->state_count++] = (KeptState){string_copy(id), string_copy(state)};
}

void kept_free(Store *store)
{
    forget_states(&store->kept);
    free(store->kept.selected);
    string_list_free(&store->kept.sets);
}
