/* The browsing view in lines, and as a call. */
#include "config.h"

#include "tui/browse.h"

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

void browse_linear(View *view, Linear *linear)
{
    BrowseView *browse = (BrowseView *)view;
    size_t row;
    const char *group =
        browse->group_id != NULL && list_selected(&browse->groups, &row) ? browse->group_rows[row].title : NULL;
    char *heading = group == NULL ? string_copy(browse->title) : string_format("%s: %s", browse->title, group);
    list_linear(&browse->items, linear, heading, "Nothing here.", focus_items);
    if (browse->group_count > 0) {
        list_linear(&browse->groups, linear, "Only those in:", "", focus_groups);
    }
    free(heading);
}

static void append_condition(Text *text, const char *field, const char *value)
{
    char *condition = string_format("%s=%s", field, value);
    text_append(text, " --where");
    view_append_argument(text, condition);
    free(condition);
}

/* Where the list is narrowed by what was typed, only the ids tell exactly what it holds. */
static void append_filtered(const BrowseView *browse, Text *text)
{
    for (size_t i = 0; i < browse->items.visible_count; i++) {
        append_condition(text, "id", browse->rows.rows[browse->items.visible[i]].id);
    }
}

void browse_command(const View *view, Text *text)
{
    const BrowseView *browse = (const BrowseView *)view;
    size_t row;
    if (browse->items.filter != NULL && browse->items.visible_count == 0) {
        return;
    }
    text_append(text, "gairo list");
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        if (browse->query.kinds == 0 || (browse->query.kinds & KIND_BIT(kind)) != 0) {
            view_append_argument(text, kind_definition((Kind)kind)->plural);
        }
    }
    for (size_t i = 0; i < browse->query.condition_count; i++) {
        append_condition(text, browse->query.conditions[i].field, browse->query.conditions[i].value);
    }
    if (browse->group_id != NULL && list_selected(&browse->groups, &row)) {
        append_condition(text, browse->group_rows[row].field, browse->group_id);
    }
    if (browse->items.filter != NULL) {
        append_filtered(browse, text);
    }
    const char *sort = browse_sort_field(browse);
    if (sort != NULL) {
        char *order = string_format("%s%s", browse->items.descending ? "-" : "", sort);
        text_append(text, " --sort");
        view_append_argument(text, order);
        free(order);
    }
}
