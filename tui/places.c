/* The places that actions stand for. A new view gets its line here. */
#include "config.h"

#include "tui/places.h"

#include "store/sheets.h"
#include "tui/chart.h"
#include "tui/explorer-state.h"
#include "tui/views.h"

#include <string.h>

StringList *explorer_picks(Explorer *explorer)
{
    return &explorer->picks;
}

bool explorer_only_presents(Explorer *explorer)
{
    return explorer->options->presented != NULL;
}

static View *open_areas(Explorer *explorer)
{
    return areas_view_new(explorer, NULL);
}

static View *open_kinds(Explorer *explorer, const char *title, KindSet kinds)
{
    return browse_view_new(explorer, title, &(Query){.kinds = kinds});
}

static View *open_risks(Explorer *explorer)
{
    return open_kinds(explorer, "Risks", KIND_BIT(KIND_RISK));
}

static View *open_opportunities(Explorer *explorer)
{
    return open_kinds(explorer, "Opportunities", KIND_BIT(KIND_OPPORTUNITY));
}

static View *open_mitigations(Explorer *explorer)
{
    return open_kinds(explorer, "Mitigations", KIND_BIT(KIND_MITIGATION));
}

static View *open_recommendations(Explorer *explorer)
{
    return open_kinds(explorer, "Recommendations", KIND_BIT(KIND_RECOMMENDATION));
}

static View *open_law(Explorer *explorer)
{
    return open_kinds(explorer, "Law", KIND_BIT(KIND_INSTRUMENT) | KIND_BIT(KIND_PROVISION));
}

static View *open_others(Explorer *explorer)
{
    KindSet elsewhere = KIND_BIT(KIND_RISK) | KIND_BIT(KIND_OPPORTUNITY) | KIND_BIT(KIND_MITIGATION) |
                        KIND_BIT(KIND_RECOMMENDATION) | KIND_BIT(KIND_INSTRUMENT) | KIND_BIT(KIND_PROVISION) |
                        KIND_BIT(KIND_MODEL) | KIND_BIT(KIND_REFERENCE);
    return open_kinds(explorer, "Everything else", (KIND_BIT(KIND_COUNT) - 1) & ~elsewhere);
}

static View *open_references(Explorer *explorer)
{
    return open_kinds(explorer, "References", KIND_BIT(KIND_REFERENCE));
}

void places_open_incidents(Explorer *explorer, const char *id)
{
    Query query = {.kinds = KIND_BIT(KIND_INCIDENT)};
    Error error = {0};
    if (query_add_condition(&query, "linked", id, &error)) {
        explorer_open(explorer, browse_view_new(explorer, "Incidents", &query));
    } else {
        explorer_message(explorer, "%s", error.message);
    }
    error_clear(&error);
    query_free(&query);
}

static const struct {
    Action action;
    View *(*open)(Explorer *explorer);
} places[] = {
    {ACTION_GO_AREAS, open_areas},
    {ACTION_GO_RISKS, open_risks},
    {ACTION_GO_OPPORTUNITIES, open_opportunities},
    {ACTION_GO_MITIGATIONS, open_mitigations},
    {ACTION_GO_RECOMMENDATIONS, open_recommendations},
    {ACTION_GO_LAW, open_law},
    {ACTION_GO_MODELS, models_view_new},
    {ACTION_GO_BALANCE, balance_view_new},
    {ACTION_GO_TIMELINE, timeline_view_new},
    {ACTION_GO_HEATMAP, heatmap_view_new},
    {ACTION_GO_OPENNESS, openness_view_new},
    {ACTION_GO_DISTRIBUTION, distribution_view_new},
    {ACTION_GO_OTHERS, open_others},
    {ACTION_GO_REFERENCES, open_references},
    {ACTION_GO_BASKET, basket_view_new},
    {ACTION_GO_SHEETS, sheets_view_new},
    {ACTION_GO_REVIEW, review_walk_view_new},
    {ACTION_GO_SOURCES, sources_view_new},
    {ACTION_GO_SETTINGS, settings_view_new},
    {ACTION_GO_ABOUT, about_view_new},
    {ACTION_SEARCH, search_view_new},
    {ACTION_HELP, help_view_new},
    {ACTION_PALETTE, palette_view_new},
};

#define PLACE_COUNT (sizeof places / sizeof *places)

/* The page of an item is opened by no action. */
#define ITEM_PLACE "item"

bool explorer_return_to(Explorer *explorer, const ViewOperations *operations)
{
    const History *history = &explorer->history;
    for (size_t i = history->current + 1; i-- > 0;) {
        if (history->views[i]->operations == operations) {
            return i == history->current || explorer_step(explorer, (int)i - (int)history->current);
        }
    }
    return false;
}

bool places_open(Explorer *explorer, Action action)
{
    if (action == ACTION_PRESENT) {
        present_open(explorer);
        return true;
    }
    if (action_definition(action)->group == GROUP_PRESENTING) {
        char key[24];
        action_key(explorer_keys(explorer), ACTION_PRESENT, false, key, sizeof key);
        explorer_message(explorer, "That is for a presentation; %s begins one.", key);
        return true;
    }
    for (size_t i = 0; i < PLACE_COUNT; i++) {
        if (places[i].action == action && history_current(&explorer->history)->place == action) {
            explorer_message(explorer, "This is where you are.");
            return true;
        }
        if (places[i].action == action) {
            View *view = places[i].open(explorer);
            view->place = action;
            if (action == ACTION_HELP || action == ACTION_PALETTE) {
                explorer_open_beside(explorer, view);
            } else {
                explorer_open(explorer, view);
            }
            return true;
        }
    }
    return false;
}

void place_of(const View *view, State *state)
{
    *state = (State){0};
    if (view->place != ACTION_NONE) {
        state_set_place(state, action_definition(view->place)->name);
    } else if (view->operations->home) {
        state_set_place(state, action_definition(ACTION_GO_HOME)->name);
    }
    if (view->operations->save != NULL) {
        view->operations->save(view, state);
    }
}

static bool sheet_is_there(Explorer *explorer, const char *name)
{
    Sheet *sheet = name == NULL ? NULL : sheet_load(explorer_store(explorer), name, NULL);
    bool there = sheet != NULL;
    sheet_free(sheet);
    return there;
}

View *place_view(Explorer *explorer, const State *state)
{
    View *view = NULL;
    const char *item = state_get(state, "id");
    if (strcmp(state->place, ITEM_PLACE) == 0 && item != NULL) {
        view = item_view_new(explorer, item);
    } else if (strcmp(state->place, action_definition(ACTION_TRACE)->name) == 0 && item != NULL) {
        view = trace_view_new(explorer, item);
    } else if (strcmp(state->place, action_definition(ACTION_COMPARE)->name) == 0) {
        view = compare_view_of_state(explorer, state);
    } else if (strcmp(state->place, SHEET_PLACE) == 0 && sheet_is_there(explorer, state_get(state, "name"))) {
        view = sheet_view_new(explorer, state_get(state, "name"));
    }
    for (size_t i = 0; view == NULL && i < PLACE_COUNT; i++) {
        if (strcmp(state->place, action_definition(places[i].action)->name) == 0) {
            view = places[i].open(explorer);
            view->place = places[i].action;
        }
    }
    if (view != NULL && view->operations->restore != NULL) {
        view->operations->restore(view, state);
    }
    return view;
}
