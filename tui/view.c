#include "config.h"

#include "tui/view.h"

#include "core/memory.h"
#include "tui/explorer.h"

#include <stdlib.h>
#include <string.h>

void view_start(View *view, const ViewOperations *operations, Explorer *explorer)
{
    view->operations = operations;
    view->explorer = explorer;
    view->generation = view->kept = -1;
}

void view_free(View *view)
{
    if (view != NULL) {
        view->operations->free(view);
    }
}

const char *view_item(const View *view)
{
    return view->operations->item == NULL ? NULL : view->operations->item(view);
}

void view_append_argument(Text *text, const char *argument)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.,:=/@%+";
    text_append_character(text, ' ');
    if (*argument != '\0' && argument[strspn(argument, plain)] == '\0') {
        text_append(text, argument);
        return;
    }
    text_append_character(text, '\'');
    for (const char *at = argument; *at != '\0'; at++) {
        text_append_bytes(text, *at == '\'' ? "'\\''" : at, *at == '\'' ? 4 : 1);
    }
    text_append_character(text, '\'');
}

static void append_condition(Text *text, const char *field, const char *value)
{
    char *condition = string_format("%s=%s", field, value);
    text_append(text, " --where");
    view_append_argument(text, condition);
    free(condition);
}

void view_append_query(Text *text, const Query *query)
{
    for (size_t i = 0; i < query->condition_count; i++) {
        append_condition(text, query->conditions[i].field, query->conditions[i].value);
    }
    if (query->as_of != NULL) {
        text_append(text, " --as-of");
        view_append_argument(text, query->as_of);
    }
}

/* True where the words, as a condition beside the query's, select just these ids. */
static bool words_select(const View *view, const Query *query, const char *filter, const StringList *ids)
{
    Query narrowed;
    ItemRows rows = {0};
    query_copy(&narrowed, query);
    bool same = query_add_condition(&narrowed, "text", filter, NULL) &&
                items_list(explorer_store(view->explorer), &narrowed, &rows, NULL) && rows.count == ids->count;
    for (size_t i = 0; same && i < rows.count; i++) {
        same = string_list_contains(ids, rows.rows[i].id);
    }
    item_rows_free(&rows);
    query_free(&narrowed);
    return same;
}

void view_append_filter(Text *text, const View *view, const Query *query, const char *filter, const StringList *ids)
{
    if (words_select(view, query, filter, ids)) {
        append_condition(text, "text", filter);
        return;
    }
    for (size_t i = 0; i < ids->count; i++) {
        append_condition(text, "id", ids->items[i]);
    }
    if (ids->count == 0) {
        append_condition(text, "id", "-"); /* no item has that */
    }
}
