/* The browsing view in lines, and as a call. */
#include "config.h"

#include "tui/browse.h"
#include "tui/scope.h"
#include "tui/table-of.h"

#include "core/memory.h"

#include <stdlib.h>
#include <string.h>

static void focus_items(void *context)
{
    BrowseView *browse = context;
    browse->focus = PANE_ITEMS;
    browse_follow_selection(browse);
}

static void focus_groups(void *context)
{
    BrowseView *browse = context;
    browse->focus = PANE_GROUPS;
    browse_follow_selection(browse);
}

static void focus_preview(void *context)
{
    ((BrowseView *)context)->focus = PANE_PREVIEW;
}

/* The visible rows that are in a group, or, where ids is NULL, those in none. */
static void add_group_rows(BrowseView *browse, const char *title, const StringList *ids, bool *told, Linear *linear)
{
    const List *items = &browse->items;
    bool headed = false;
    for (size_t i = 0; i < items->visible_count; i++) {
        if (ids == NULL ? told[i] : !string_list_contains(ids, browse->rows.rows[items->visible[i]].id)) {
            continue;
        }
        if (!headed) {
            linear_heading(linear, title);
        }
        headed = told[i] = true;
        list_linear_row(&browse->items, linear, i, focus_items);
    }
}

/* Each under the groups that it is in: a law with events in three years stands under each of them, with a number of its
 * own. */
static void add_under_groups(BrowseView *browse, Linear *linear)
{
    bool *told = memory_zeroed(browse->items.visible_count + 1, sizeof *told);
    for (size_t i = 1; i < browse->group_count; i++) { /* the first one is all of them */
        const BrowseGroup *group = &browse->group_rows[i];
        char *title = string_format("%s: %s; laws and provisions: %zu", browse->groups.columns[0].title, group->title,
                                    group->count);
        add_group_rows(browse, title, &group->ids, told, linear);
        free(title);
    }
    add_group_rows(browse, "In none of these", NULL, told, linear);
    free(told);
}

void browse_linear(View *view, Linear *linear)
{
    BrowseView *browse = (BrowseView *)view;
    size_t row;
    if (facet_pane_linear(&browse->facets, linear, browse->items.visible_count)) {
        return;
    }
    if (browse->focus == PANE_GROUPS && browse->group_count > 0) {
        list_linear(&browse->groups, linear, "Only those in", "", focus_groups);
        return;
    }
    if (browse->focus == PANE_PREVIEW) {
        pager_linear(&browse->preview.pager, linear, focus_preview, browse);
        return;
    }
    const char *group =
        browse->group_id != NULL && list_selected(&browse->groups, &row) ? browse->group_rows[row].title : NULL;
    char *heading = string_format("%s%s%s%s%s", browse->title, browse->is_law ? " " : "",
                                  browse->is_law ? browse_law_words(browse) : "", group == NULL ? "" : ": ",
                                  group == NULL ? "" : group);
    linear_heading(linear, heading);
    if (browse->group_count > 1) {
        linear_format(linear, "In %zu group%s: left lists them. facets narrows by more.", browse->group_count - 1,
                      plural_ending(browse->group_count - 1));
    }
    if (browse->is_law && browse->group_id == NULL && browse->group_count > 1 && browse->items.visible_count > 0) {
        add_under_groups(browse, linear);
    } else {
        list_linear(&browse->items, linear, "", "Nothing here.", focus_items);
    }
    free(heading);
}

void browse_command(const View *view, Text *text)
{
    const BrowseView *browse = (const BrowseView *)view;
    Query query = {0};
    size_t row;
    bool in_group = browse->group_id != NULL && list_selected(&browse->groups, &row);
    if (!browse_query(browse, in_group ? browse->group_rows[row].field : NULL, in_group ? browse->group_id : NULL,
                      &query, NULL)) {
        query_free(&query);
        return;
    }
    text_append(text, "gairo list");
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        if (browse->query.kinds == 0 || (browse->query.kinds & KIND_BIT(kind)) != 0) {
            view_append_argument(text, kind_definition((Kind)kind)->plural);
        }
    }
    view_append_query(text, &query);
    if (browse->items.filter != NULL) {
        StringList ids = {0};
        browse_ids(view, &ids);
        view_append_filter(text, view, &query, browse->items.filter, &ids);
        string_list_free(&ids);
    }
    query_free(&query);
    const char *sort = browse_sort_field(browse);
    if (sort != NULL) {
        text_append_format(text, " --sort %s%s", browse->items.descending ? "-" : "", sort);
    }
}

bool browse_rows(const View *view, ScreenTable *table)
{
    const BrowseView *browse = (const BrowseView *)view;
    size_t row;
    bool in_group = browse->group_id != NULL && list_selected(&browse->groups, &row);
    table_of_view(view, in_group ? browse->group_rows[row].title : NULL, &browse->facets, &browse->items, table);
    return true;
}

void browse_ids(const View *view, StringList *ids)
{
    list_ids(&((const BrowseView *)view)->items, ids);
}

void browse_command_note(const View *view, Text *text)
{
    const BrowseView *browse = (const BrowseView *)view;
    if (browse->is_law && browse->items.sort_column < 0) {
        text_append_format(text, "It keeps the data's order; the screen has them %s.", browse_law_words(browse));
    } else if (browse->items.sort_column >= 0 && browse_sort_field(browse) == NULL) {
        text_append(text, "It keeps the data's order.");
    }
}
