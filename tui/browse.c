/* Browsing items in panes: groups, the items of the focused group, a preview of the focused item. */
#include "config.h"

#include "tui/browse.h"

#include "core/memory.h"
#include "tui/explorer.h"
#include "tui/scope.h"
#include "tui/views.h"

#include <stdlib.h>
#include <string.h>

/* The kinds of items that items of some kinds are grouped by, and the field of the condition. */
static const struct {
    KindSet items;
    Kind group;
    const char *field;
} groupings[] = {
    {KIND_BIT(KIND_RISK) | KIND_BIT(KIND_OPPORTUNITY), KIND_STAGE, "stage"},
    {KIND_BIT(KIND_RISK) | KIND_BIT(KIND_OPPORTUNITY), KIND_AREA, "area"},
    {KIND_BIT(KIND_RECOMMENDATION), KIND_ACTOR, "actor"},
};

#define LAW_KINDS (KIND_BIT(KIND_INSTRUMENT) | KIND_BIT(KIND_PROVISION))

static void free_groups(BrowseView *browse)
{
    for (size_t i = 0; i < browse->group_count; i++) {
        free(browse->group_rows[i].id);
        free(browse->group_rows[i].title);
        string_list_free(&browse->group_rows[i].ids);
    }
    free(browse->group_rows);
    browse->group_rows = NULL;
    browse->group_count = 0;
}

BrowseGroup *browse_add_group(BrowseView *browse, const char *id, const char *title, const char *field)
{
    browse->group_rows = memory_resize(browse->group_rows, browse->group_count + 1, sizeof *browse->group_rows);
    BrowseGroup *group = &browse->group_rows[browse->group_count++];
    *group = (BrowseGroup){.id = string_copy(id), .title = string_copy(title), .field = field};
    return group;
}

/* A choice among the facets takes the place of a group of the same field: both would be joined by or. */
bool browse_query(const BrowseView *browse, const char *field, const char *id, Query *query, Error *error)
{
    query_copy(query, &browse->query);
    bool grouped = id != NULL && !facet_pane_has_field(&browse->facets, field);
    return (!grouped || query_add_condition(query, field, id, error)) &&
           facet_pane_narrow(&browse->facets, query, error) && explorer_query(browse->view.explorer, query, error);
}

/* The items of a group (id NULL: of all). */
static bool load_rows(BrowseView *browse, const char *field, const char *id, ItemRows *rows, Error *error)
{
    Query query;
    bool done = browse_query(browse, field, id, &query, error) &&
                items_list(explorer_store(browse->view.explorer), &query, rows, error);
    query_free(&query);
    return done;
}

static bool is_in_group(const ItemRow *row, const ItemRow *group)
{
    switch (group->kind) {
    case KIND_STAGE:
        return string_list_contains(&row->stage_ids, group->id);
    case KIND_AREA:
        return string_list_contains(&row->area_ids, group->id);
    case KIND_ACTOR:
        return string_list_contains(&row->actor_ids, group->id);
    default:
        return false;
    }
}

static bool load_groups_of(BrowseView *browse, Kind kind, const char *field, const ItemRows *all, Error *error)
{
    ItemRows groups = {0};
    if (!items_list(explorer_store(browse->view.explorer), &(Query){.kinds = KIND_BIT(kind)}, &groups, error)) {
        return false;
    }
    for (size_t i = 0; i < groups.count; i++) {
        size_t count = 0;
        for (size_t row = 0; row < all->count; row++) {
            count += is_in_group(&all->rows[row], &groups.rows[i]);
        }
        if (count > 0) {
            browse_add_group(browse, groups.rows[i].id, groups.rows[i].title, field)->count = count;
        }
    }
    item_rows_free(&groups);
    return true;
}

/* Lists of many kinds are grouped by these. */
static void load_kinds(BrowseView *browse, const ItemRows *all)
{
    size_t counts[KIND_COUNT] = {0};
    for (size_t i = 0; i < all->count; i++) {
        counts[all->rows[i].kind]++;
    }
    for (Kind kind = 0; kind < KIND_COUNT; kind++) {
        if (counts[kind] > 0) {
            const KindDefinition *definition = kind_definition(kind);
            browse_add_group(browse, definition->name, definition->title_plural, "kind")->count = counts[kind];
        }
    }
}

static bool load_groups(BrowseView *browse, const ItemRows *all, Error *error)
{
    bool done = true;
    free_groups(browse);
    if (browse->by_kind) {
        browse_add_group(browse, NULL, "All", NULL)->count = all->count;
        load_kinds(browse, all);
    }
    if (browse->is_law) {
        browse_add_group(browse, NULL, "All", NULL)->count = all->count;
        done = browse_add_law_groups(browse, error);
    }
    for (size_t i = 0; done && i < sizeof groupings / sizeof *groupings; i++) {
        if (browse->query.kinds == 0 || (browse->query.kinds & ~groupings[i].items) != 0) {
            continue;
        }
        if (browse->group_count == 0) {
            browse_add_group(browse, NULL, "All", NULL)->count = all->count;
        }
        done = load_groups_of(browse, groupings[i].group, groupings[i].field, all, error);
    }
    list_set_rows(&browse->groups, browse->group_count);
    return done;
}

/* Shows the focused item in the preview, where it is not there already. */
/* anew: the rows were read again. The page of an item stays where its data and the scope are as they were, however the rows
 * are put now. */
static bool load_preview(BrowseView *browse, bool anew, Error *error)
{
    long long kept = browse->view.kept;
    anew = anew && (kept < 0 || kept != store_generation(explorer_store(browse->view.explorer)));
    return preview_show(&browse->preview, browse->view.explorer, list_selected_id(&browse->items), anew, error);
}

/* Shows rows, which it takes over with their order, as the items of group (NULL: of all). */
static void show_rows(BrowseView *browse, const char *group, const ItemRows *rows, const LawOrder *order)
{
    char *id = string_copy(group);
    free(browse->group_id);
    browse->group_id = id;
    ItemRows old = browse->rows;
    browse->rows = *rows;
    law_order_free(&browse->law_order);
    browse->law_order = *order;
    list_set_rows(&browse->items, rows->count);
    item_rows_free(&old);
}

/* Counts what the items of a group (NULL: all) differ by. */
static bool load_facets(BrowseView *browse, const BrowseGroup *group, Error *error)
{
    Query query;
    query_copy(&query, &browse->query);
    bool done = (group == NULL || group->id == NULL || facet_pane_has_field(&browse->facets, group->field) ||
                 query_add_condition(&query, group->field, group->id, error)) &&
                facet_pane_load(&browse->facets, browse->view.explorer, &query, error);
    query_free(&query);
    return done;
}

/* Loads the items of the focused group. */
static bool load_items(BrowseView *browse, Error *error)
{
    size_t row;
    const BrowseGroup *group = list_selected(&browse->groups, &row) ? &browse->group_rows[row] : NULL;
    ItemRows rows = {0};
    if (!load_facets(browse, group, error)) {
        return false;
    }
    LawOrder order = {0};
    if (!load_rows(browse, group == NULL ? NULL : group->field, group == NULL ? NULL : group->id, &rows, error) ||
        !browse_order_law(browse, group, &rows, &order, error)) {
        item_rows_free(&rows);
        return false;
    }
    show_rows(browse, group == NULL ? NULL : group->id, &rows, &order);
    return load_preview(browse, true, error);
}

static bool recalculate(View *view, Error *error)
{
    BrowseView *browse = (BrowseView *)view;
    ItemRows all = {0};
    if (!load_rows(browse, NULL, NULL, &all, error)) {
        return false;
    }
    char *group = string_copy(browse->group_id);
    bool done = load_groups(browse, &all, error);
    bool narrowed = done && group != NULL && list_select(&browse->groups, group);
    free(group);
    if (narrowed) {
        item_rows_free(&all);
        return load_items(browse, error);
    }
    LawOrder order = {0};
    done = done && browse_order_law(browse, NULL, &all, &order, error);
    show_rows(browse, NULL, &all, &order);
    return load_facets(browse, NULL, error) && load_preview(browse, true, error) && done;
}

void browse_follow_selection(BrowseView *browse)
{
    Error error = {0};
    size_t row;
    const char *group = list_selected(&browse->groups, &row) ? browse->group_rows[row].id : NULL;
    if (string_compare(group, browse->group_id) != 0) {
        load_items(browse, &error);
    } else {
        load_preview(browse, false, &error);
    }
    explorer_report(browse->view.explorer, &error);
}

static ViewFlags focus_pane(BrowseView *browse, BrowsePane pane)
{
    browse->focus = pane;
    return VIEW_REDRAW;
}

/* Tab goes round the panes. */
static ViewFlags next_pane(BrowseView *browse, int step)
{
    int first = browse->group_count > 0 && !browse->facets.is_open ? PANE_GROUPS : PANE_ITEMS;
    int pane = (int)browse->focus + step;
    return focus_pane(browse, (BrowsePane)(pane < first ? PANE_PREVIEW : pane > PANE_PREVIEW ? first : pane));
}

static ViewFlags handle_preview(BrowseView *browse, Action action, Key key)
{
    if (action == ACTION_LEFT) {
        return focus_pane(browse, PANE_ITEMS);
    }
    if (action == ACTION_NEXT_PANE || action == ACTION_PREVIOUS_PANE) {
        return next_pane(browse, action == ACTION_NEXT_PANE ? 1 : -1);
    }
    return preview_handle(&browse->preview, browse->view.explorer, action, key);
}

static ViewFlags handle_list(BrowseView *browse, Action action, Key key)
{
    List *list = browse->focus == PANE_GROUPS ? &browse->groups : &browse->items;
    switch (action) {
    case ACTION_NEXT_PANE:
    case ACTION_PREVIOUS_PANE:
        return next_pane(browse, action == ACTION_NEXT_PANE ? 1 : -1);
    case ACTION_LEFT:
        return browse->focus == PANE_ITEMS && browse->group_count > 0 && !browse->facets.is_open
                   ? focus_pane(browse, PANE_GROUPS)
                   : VIEW_IGNORED;
    case ACTION_RIGHT:
    case ACTION_OPEN:
        return browse->focus == PANE_GROUPS ? focus_pane(browse, PANE_ITEMS) : VIEW_IGNORED;
    case ACTION_FILTER:
        list_prompt_filter(list, browse->view.explorer);
        return VIEW_HANDLED;
    case ACTION_FOLLOW:
        return preview_handle(&browse->preview, browse->view.explorer, action, key) | VIEW_REDRAW;
    case ACTION_BACK:
        if (list->filter != NULL) {
            list_set_filter(list, NULL);
            return VIEW_REDRAW;
        }
        return VIEW_IGNORED;
    default:
        return list_handle(list, action);
    }
}

/* From the panes of items back to that of facets, where it is open. */
static bool goes_to_facets(const BrowseView *browse, Action action)
{
    return browse->facets.is_open && ((browse->focus == PANE_ITEMS && action == ACTION_LEFT) ||
                                      (browse->focus == PANE_ITEMS && action == ACTION_PREVIOUS_PANE) ||
                                      (browse->focus == PANE_PREVIEW && action == ACTION_NEXT_PANE));
}

static ViewFlags handle(View *view, Action action, Key key)
{
    BrowseView *browse = (BrowseView *)view;
    ViewFlags flags = facet_pane_handle(&browse->facets, view->explorer, action);
    if (browse->facets.is_open && browse->focus == PANE_GROUPS) {
        browse->focus = PANE_ITEMS;
    }
    if (flags != VIEW_IGNORED) {
        return flags;
    }
    if (action == ACTION_SWITCH && browse->is_law) {
        return browse_switch_law(browse);
    }
    if (goes_to_facets(browse, action)) {
        browse->facets.focused = true;
        browse->focus = PANE_ITEMS;
        return VIEW_REDRAW;
    }
    flags = browse->focus == PANE_PREVIEW ? handle_preview(browse, action, key) : handle_list(browse, action, key);
    browse_follow_selection(browse);
    return flags;
}

static ViewFlags mouse(View *view, const Event *event)
{
    BrowseView *browse = (BrowseView *)view;
    BrowsePane pane;
    bool open = false;
    ViewFlags chosen = facet_pane_mouse(&browse->facets, view->explorer, event);
    if (chosen != VIEW_IGNORED) {
        return chosen;
    }
    if (!browse_pane_at(browse, event->row, event->column, &pane)) {
        return VIEW_IGNORED;
    }
    bool was_focused = pane == browse->focus;
    ViewFlags flags = pane == PANE_PREVIEW
                          ? preview_mouse(&browse->preview, view->explorer, event)
                          : list_mouse(pane == PANE_GROUPS ? &browse->groups : &browse->items, event, &open);
    if (event->button == MOUSE_LEFT) {
        browse->focus = pane;
        flags |= VIEW_REDRAW;
    }
    browse_follow_selection(browse);
    if (open && was_focused && pane == PANE_GROUPS) {
        focus_pane(browse, PANE_ITEMS);
    } else if (open && was_focused && list_selected_id(&browse->items) != NULL) {
        explorer_open_item(view->explorer, list_selected_id(&browse->items));
    }
    return flags;
}

static const char *item(const View *view)
{
    const BrowseView *browse = (const BrowseView *)view;
    return browse->focus == PANE_GROUPS ? NULL : list_selected_id(&browse->items);
}

static void title(const View *view, Text *text)
{
    const BrowseView *browse = (const BrowseView *)view;
    text_append(text, browse->title);
    if (browse->is_law) {
        text_append_format(text, " %s", browse_law_words(browse));
    }
}

static void status(const View *view, Text *text)
{
    const BrowseView *browse = (const BrowseView *)view;
    const char *day = browse->is_law ? explorer_as_of(view->explorer) : NULL;
    size_t row;
    if (day != NULL) { /* the states are not today's */
        text_append_format(text, "as of %s   ", day);
    }
    facet_pane_status(&browse->facets, text);
    if (browse->group_id != NULL && list_selected(&browse->groups, &row)) {
        text_append_format(text, "%s   ", browse->group_rows[row].title);
    }
    list_status(&browse->items, text);
}

static bool lawless(const View *view)
{
    KindSet kinds = ((const BrowseView *)view)->query.kinds;
    return kinds != 0 && (kinds & SCOPE_LAW_KINDS) == 0;
}

static void browse_free(View *view)
{
    BrowseView *browse = (BrowseView *)view;
    list_free(&browse->groups);
    list_free(&browse->items);
    preview_free(&browse->preview);
    facet_pane_free(&browse->facets);
    free_groups(browse);
    item_rows_free(&browse->rows);
    law_order_free(&browse->law_order);
    query_free(&browse->query);
    text_free(&browse->scratch);
    free(browse->group_id);
    free(browse->title);
    free(browse);
}

static void save(const View *view, State *state)
{
    const BrowseView *browse = (const BrowseView *)view;
    state_put(state, "group", browse->group_id);
    state_put_number(state, "pane", browse->focus);
    browse_law_save(browse, state);
    list_save(&browse->items, "", state);
    facet_pane_save(&browse->facets, state);
}

static void restore(View *view, const State *state)
{
    BrowseView *browse = (BrowseView *)view;
    long pane = state_number(state, "pane", PANE_ITEMS);
    browse->focus = pane >= PANE_GROUPS && pane <= PANE_PREVIEW ? (BrowsePane)pane : PANE_ITEMS;
    free(browse->group_id);
    browse->group_id = string_copy(state_get(state, "group"));
    browse_law_restore(browse, state);
    list_restore(&browse->items, "", state);
    facet_pane_restore(&browse->facets, state);
}

#define SHARED_OPERATIONS                                                                                              \
    .title = title, .status = status, .recalculate = recalculate, .draw = browse_draw, .handle = handle,               \
    .mouse = mouse, .item = item, .ids = browse_ids, .rows = browse_rows, .command = browse_command, .command_note = browse_command_note, .linear = browse_linear,               \
    .lawless = lawless, .save = save, .restore = restore, .free = browse_free, .keys_now = browse_keys_now,     \
    .label = browse_label

static const ViewOperations law_operations = {
    SHARED_OPERATIONS,
    .keys = (const Action[]){ACTION_OPEN, ACTION_SWITCH, ACTION_BASKET_TOGGLE, ACTION_FILTER, ACTION_FACETS,
                             ACTION_SORT, ACTION_NEXT_PANE, ACTION_NONE},
};

static const ViewOperations operations = {
    SHARED_OPERATIONS,
    .keys = (const Action[]){ACTION_OPEN, ACTION_FOLLOW, ACTION_BASKET_TOGGLE, ACTION_FILTER, ACTION_FACETS,
                             ACTION_SORT, ACTION_NEXT_PANE, ACTION_NONE},
};

static int kinds_in(KindSet kinds)
{
    int count = 0;
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        count += (kinds & KIND_BIT(kind)) != 0;
    }
    return count;
}

static BrowseView *make(Explorer *explorer, const char *name, const Query *query)
{
    BrowseView *browse = memory_zeroed(1, sizeof *browse);
    view_start(&browse->view, &operations, explorer);
    browse->title = string_copy(name);
    if (query->kinds == LAW_KINDS) {
        browse->is_law = true;
        browse->view.operations = &law_operations;
    }
    query_copy(&browse->query, query);
    browse->focus = PANE_ITEMS;
    browse->by_kind = kinds_in(query->kinds) > 2;
    browse_start_lists(browse);
    preview_start(&browse->preview);
    facet_pane_start(&browse->facets);
    return browse;
}

View *browse_view_new(Explorer *explorer, const char *name, const Query *query)
{
    return &make(explorer, name, query)->view;
}

View *areas_view_new(Explorer *explorer, const char *area)
{
    BrowseView *browse = make(explorer, "Areas", &(Query){.kinds = KIND_BIT(KIND_RISK) | KIND_BIT(KIND_OPPORTUNITY)});
    browse->group_id = string_copy(area);
    browse->focus = area == NULL ? PANE_GROUPS : PANE_ITEMS;
    browse->view.place = ACTION_GO_AREAS;
    return &browse->view;
}

View *area_stage_view_new(Explorer *explorer, KindSet kinds, const char *area, const char *stage)
{
    bool risks = kinds == KIND_BIT(KIND_RISK), opportunities = kinds == KIND_BIT(KIND_OPPORTUNITY);
    BrowseView *browse =
        make(explorer, risks ? "Risks" : opportunities ? "Opportunities" : "Areas", &(Query){.kinds = kinds});
    Error error = {0};
    browse->group_id = string_copy(area);
    browse->view.place = risks ? ACTION_GO_RISKS : opportunities ? ACTION_GO_OPPORTUNITIES : ACTION_GO_AREAS;
    facet_pane_choose(&browse->facets, "stage", stage, &error);
    explorer_report(explorer, &error);
    return &browse->view;
}
