#include "store/scope.h"

#include <stdlib.h>
#include <string.h>

static bool is_of_scope(const char *field)
{
    return strcmp(field, "within") == 0 || strcmp(field, "touched-by") == 0 || strcmp(field, "frame") == 0;
}

bool scope_set_load(Store *store, const Query *query, ScopeSet *set, Error *error)
{
    Query narrowed = {0};
    *set = (ScopeSet){0};
    if (!query || query->condition_count == 0)
        return true;
    for (size_t i = 0; i < query->condition_count; i++) {
        if (!is_of_scope(query->conditions[i].field)) {
            error_set(error, ERROR_USAGE, "links are followed within, touched-by and in the frame that --where names, "
                                          "not by %s",
                      query->conditions[i].field);
            return false;
        }
    }
    query_copy(&narrowed, query);
    narrowed.kinds = SCOPE_LAW_KINDS;
    set->narrows = true;
    bool done = items_selected(store, &narrowed, &set->ids, error);
    query_free(&narrowed);
    return done;
}

static int compare_words(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

bool scope_set_has(const ScopeSet *set, const char *id, Kind kind)
{
    if (!set->narrows || (KIND_BIT(kind) & SCOPE_LAW_KINDS) == 0)
        return true;
    return set->ids.count > 0 && bsearch(&id, set->ids.items, set->ids.count, sizeof *set->ids.items, compare_words);
}

void scope_set_free(ScopeSet *set)
{
    string_list_free(&set->ids);
    *set = (ScopeSet){0};
}
