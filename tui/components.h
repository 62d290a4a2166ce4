/* The components' titles, and what their levels mean. */
#ifndef GAIRO_TUI_COMPONENTS_H
#define GAIRO_TUI_COMPONENTS_H

#include "core/error.h"
#include "core/vocabulary.h"
#include "store/store.h"

#include <stdbool.h>

/* Starts zeroed; to be released with component_titles_free(). */
typedef struct ComponentTitles {
    char *titles[COMPONENT_COUNT]; /* NULL where the store has no such item */
} ComponentTitles;

/* Loads them from the store, in place of those that were there; on failure none is there. */
bool component_titles_load(Store *store, ComponentTitles *titles, Error *error);
/* A title, or the component's id where there is none. Points into titles or is static. */
const char *component_title(const ComponentTitles *titles, size_t component);
void component_titles_free(ComponentTitles *titles);

/* What the level of a cell's value ("1" to "5") means: "closed", "semi-open", "open". Static storage. */
const char *openness_word(const char *value);

#endif
