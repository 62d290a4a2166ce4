/* Law in the browsing view: by region, by place, by the years of its events, by how it treats open models, by state. */
#include "config.h"

#include "tui/browse.h"

#include "core/memory.h"

#include <stdlib.h>
#include <string.h>

#define COUNT {.title = "", .words = "laws and provisions", .width = 4, .right_aligned = true}

static const struct {
    const char *field; /* of the facet, and of the condition */
    const char *words;
    ListColumn columns[2];
} groupings[] = {
    {"region", "by region", {{.title = "region"}, COUNT}},
    {"year", "by date", {{.title = "something happens in"}, COUNT}},
    {"treatment", "by treatment of open models", {{.title = "open models"}, COUNT}},
    {"status", "by state", {{.title = "state"}, COUNT}},
    {"jurisdiction", "by place", {{.title = "place"}, COUNT}},
};
#define GROUPING_COUNT (sizeof groupings / sizeof *groupings)

/* In lines what is in a group stands below its title. */
static bool load_ids(const BrowseView *browse, BrowseGroup *group, Error *error)
{
    Query query;
    bool done = !explorer_is_plain(browse->view.explorer) ||
                (browse_query(browse, group->field, group->id, &query, error) &&
                 items_selected(explorer_store(browse->view.explorer), &query, &group->ids, error));
    if (explorer_is_plain(browse->view.explorer)) {
        query_free(&query);
    }
    return done;
}

bool browse_add_law_groups(BrowseView *browse, Error *error)
{
    Facets facets = {0};
    Query query;
    const char *field = groupings[browse->law_grouping].field;
    bool done = browse_query(browse, NULL, NULL, &query, error) &&
                facets_load_one(explorer_store(browse->view.explorer), &query, NULL, field, &facets, error);
    for (size_t i = 0; done && i < facets.count; i++) {
        const Facet *facet = &facets.facets[i];
        for (size_t value = 0; done && value < facet->count; value++) {
            BrowseGroup *group =
                browse_add_group(browse, facet->values[value].value, facet->values[value].title, field);
            group->count = facet->values[value].count;
            done = load_ids(browse, group, error);
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
