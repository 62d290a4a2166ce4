/* The insides of the browsing view, shared by browse.c, browse-columns.c and browse-draw.c only. */
#ifndef GAIRO_TUI_BROWSE_H
#define GAIRO_TUI_BROWSE_H

#include "store/items.h"
#include "tui/facet-pane.h"
#include "tui/list.h"
#include "tui/preview.h"

typedef enum BrowsePane { PANE_GROUPS, PANE_ITEMS, PANE_PREVIEW } BrowsePane;

/* A group that the items can be narrowed to: a stage, an area, an actor, a jurisdiction. The first one is all of them.
 */
typedef struct BrowseGroup {
    char *id; /* NULL: all */
    char *title;
    const char *field; /* of the condition */
    size_t count;      /* items in it */
    StringList ids;    /* of these, where laws are told under their groups: in the plain mode */
} BrowseGroup;

typedef struct BrowseView {
    View view;
    char *title;
    Query query; /* without the group */
    BrowseGroup *group_rows;
    size_t group_count; /* 0: the view has no pane of groups */
    bool by_kind;       /* the groups are kinds: items of many are listed */
    bool is_law;        /* laws and their provisions, grouped by one of their facets */
    size_t law_grouping; /* which (browse-law.c) */
    List groups;
    ItemRows rows;
    List items;
    Preview preview;
    FacetPane facets; /* takes the place of the groups while it is open */
    char *group_id; /* of the group whose items are loaded; NULL: all */
    BrowsePane focus;
    const int *columns; /* what the list's columns show (browse-columns.c) */
    Text scratch;       /* holds the cell that was asked for last */
} BrowseView;

extern const ListOperations browse_group_operations, browse_item_operations;

/* Chooses the items' columns for the kinds that are listed, and starts both lists. */
void browse_start_lists(BrowseView *browse);
/* Whether a list of that width marks items as unchecked with a sign that has to be explained. */
bool browse_has_marks(const BrowseView *browse, int columns);
/* True where one of the items was marked wrong. */
bool browse_has_wrong(const BrowseView *browse);
/* True where the user wrote a note on one of the items. */
bool browse_has_notes(const BrowseView *browse);
/* The query of what is listed: of a group (id NULL: of all), as the facets and the scope narrow it. To be freed, after
 * failure too. */
bool browse_query(const BrowseView *browse, const char *field, const char *id, Query *query, Error *error);
/* After the selection may have changed: what depends on it follows. */
void browse_follow_selection(BrowseView *browse);
/* Lists of laws: adds a group for each value of the facet they are grouped by. */
bool browse_add_law_groups(BrowseView *browse, Error *error);
/* Groups them by the next facet. */
ViewFlags browse_switch_law(BrowseView *browse);
/* "by region", and what heads the pane of groups. */
const char *browse_law_words(const BrowseView *browse);
const ListColumn *browse_law_columns(const BrowseView *browse);
void browse_law_save(const BrowseView *browse, State *state);
void browse_law_restore(BrowseView *browse, const State *state);
/* Adds a group of items that a condition on a field selects (id NULL: all), and returns it. */
BrowseGroup *browse_add_group(BrowseView *browse, const char *id, const char *title, const char *field);
void browse_linear(View *view, Linear *linear);
void browse_ids(const View *view, StringList *ids);
void browse_command(const View *view, Text *text);
/* The field that the items are sorted by, as --sort takes it; NULL: the data's order. */
const char *browse_sort_field(const BrowseView *browse);
void browse_draw(View *view, const Canvas *canvas);
/* The pane at a place on the screen; false where there is none. */
bool browse_pane_at(const BrowseView *browse, int row, int column, BrowsePane *pane);

#endif
