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

void kept_renew(Store *store)
{
    Kept *kept = &store->kept;
    long long generation = store_generation(store);
    if (kept->generation != generation || !may_keep(store)) {
        free(kept->selected);
        kept->selected = NULL;
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

void kept_free(Store *store)
{
    free(store->kept.selected);
    string_list_free(&store->kept.sets);
}
