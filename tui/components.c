#include "config.h"

#include "tui/components.h"

#include "core/memory.h"
#include "store/items.h"

#include <stdlib.h>

bool component_titles_load(Store *store, ComponentTitles *titles, Error *error)
{
    ItemRows rows = {0};
    component_titles_free(titles);
    if (!items_list(store, &(Query){.kinds = KIND_BIT(KIND_COMPONENT)}, &rows, error)) {
        return false;
    }
    for (size_t i = 0; i < rows.count; i++) {
        int component = component_index(rows.rows[i].id);
        if (component >= 0) {
            titles->titles[component] = string_copy(rows.rows[i].title);
        }
    }
    item_rows_free(&rows);
    return true;
}

const char *component_title(const ComponentTitles *titles, size_t component)
{
    return titles->titles[component] != NULL ? titles->titles[component] : component_ids[component];
}

void component_titles_free(ComponentTitles *titles)
{
    for (size_t i = 0; i < COMPONENT_COUNT; i++) {
        free(titles->titles[i]);
    }
    *titles = (ComponentTitles){0};
}

const char *openness_word(const char *value)
{
    return value[0] == '1' ? "closed" : value[0] == '5' ? "open" : "semi-open";
}
