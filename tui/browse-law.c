/* Law in the browsing view: by region, by place, by the years of its events, by how it treats open models, by state. */
#include "config.h"

#include "tui/browse.h"

#include "core/memory.h"

#include <stdlib.h>
#include <string.h>

static const struct {
    const char *field; /* of the facet, and of the condition */
    const char *words;
    ListColumn columns[2];
} groupings[] = {
    {"region", "by region", {{.title = "region"}, {.title = "", .width = 4, .right_aligned = true}}},
    {"year", "by date", {{.title = "something happens in"}, {.title = "", .width = 4, .right_aligned = true}}},
    {"treatment", "by treatment of open models", {{.title = "open models"}, {.title = "", .width = 4, .right_aligned = true}}},
    {"status", "by state", {{.title = "state"}, {.title = "", .width = 4, .right_aligned = true}}},
    {"jurisdiction", "by place", {{.title = "place"}, {.title = "", .width = 4, .right_aligned = true}}},
};
#define GROUPING_COUNT (sizeof groupings / sizeof *groupings)

bool browse_add_law_groups(BrowseView *browse, Error *error)
{
    Facets facets = {0};
    Query query;
    const char *field = groupings[browse->law_grouping].field;
    bool done = browse_query(browse, NULL, NULL, &query, error) &&
                facets_load_one(explorer_store(browse->view.explorer), &query, NULL, field, &facets, error);
    for (size_t i = 0; done && i < facets.count; i++) {
        const Facet *facet = &facets.facets[i];
        for (size_t value = 0; value < facet->count; value++) {
            browse_add_group(browse, facet->values[value].value, facet->values[value].title, field)->count =
                facet->values[value].count;
        }
    }
    facets_free(&facets);
    query_free(&query);
    return done;
}

const char *browse_law_words(const BrowseView *browse)
{
    return groupings[browse->law_grouping].words;
}

const ListColumn *browse_law_columns(const BrowseView *browse)
{
    return groupings[browse->law_grouping].columns;
}

ViewFlags browse_switch_law(BrowseView *browse)
{
    browse->law_grouping = (browse->law_grouping + 1) % GROUPING_COUNT;
    browse->groups.columns = browse_law_columns(browse);
    free(browse->group_id);
    browse->group_id = NULL;
    list_set_filter(&browse->groups, NULL);
    list_handle(&browse->groups, ACTION_FIRST);
    return VIEW_RECALCULATE;
}

void browse_law_save(const BrowseView *browse, State *state)
{
    if (browse->is_law) {
        state_put(state, "by", groupings[browse->law_grouping].field);
    }
}

void browse_law_restore(BrowseView *browse, const State *state)
{
    const char *by = state_get(state, "by");
    for (size_t i = 0; browse->is_law && by != NULL && i < GROUPING_COUNT; i++) {
        if (strcmp(groupings[i].field, by) == 0) {
            browse->law_grouping = i;
            browse->groups.columns = browse_law_columns(browse);
        }
    }
}
