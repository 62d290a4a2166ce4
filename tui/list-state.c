/* What a list keeps of itself. */
#include "config.h"

#include "core/memory.h"
#include "tui/list.h"

#include <stdlib.h>

static void put(State *state, const char *prefix, const char *name, const char *value)
{
    char *whole = string_format("%s%s", prefix, name);
    state_put(state, whole, value);
    free(whole);
}

static void put_number(State *state, const char *prefix, const char *name, long value)
{
    char *whole = string_format("%s%s", prefix, name);
    state_put_number(state, whole, value);
    free(whole);
}

static const char *get(const State *state, const char *prefix, const char *name)
{
    char *whole = string_format("%s%s", prefix, name);
    const char *value = state_get(state, whole);
    free(whole);
    return value;
}

static long get_number(const State *state, const char *prefix, const char *name, long fallback)
{
    char *whole = string_format("%s%s", prefix, name);
    long value = state_number(state, whole, fallback);
    free(whole);
    return value;
}

void list_save(const List *list, const char *prefix, State *state)
{
    put(state, prefix, "filter", list->filter);
    if (list->sort_column >= 0) {
        put_number(state, prefix, "sort", list->sort_column);
    }
    if (list->descending) {
        put_number(state, prefix, "down", 1);
    }
    put(state, prefix, "at", list_selected_id(list));
    if (list->top > 0) {
        put_number(state, prefix, "top", (long)list->top);
    }
}

void list_restore(List *list, const char *prefix, const State *state)
{
    const char *filter = get(state, prefix, "filter"), *selected = get(state, prefix, "at");
    long sort = get_number(state, prefix, "sort", -1), top = get_number(state, prefix, "top", 0);
    free(list->filter);
    list->filter = filter == NULL || *filter == '\0' ? NULL : string_copy(filter);
    list->sort_column = sort >= 0 && sort < (long)list->column_count ? (int)sort : -1;
    list->descending = get_number(state, prefix, "down", 0) == 1;
    list->top = top > 0 ? (size_t)top : 0; /* drawing brings it in reach of the selected row */
    free(list->selected_id);
    list->selected_id = string_copy(selected);
}
