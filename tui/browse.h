/* The insides of the browsing view, shared by browse.c, browse-columns.c and browse-draw.c only. */
#ifndef GAIRO_TUI_BROWSE_H
#define GAIRO_TUI_BROWSE_H

#include "store/items.h"
#include "tui/facet-pane.h"
#include "tui/list.h"
#include "tui/preview.h"

typedef enum BrowsePane { PANE_GROUPS, PANE_ITEMS, PANE_PREVIEW } BrowsePane;

/* What a column of the items shows. */
enum {
    SHOWS_TITLE,
    SHOWS_KIND,
    SHOWS_EFFECT,
    SHOWS_EVIDENCE,
    SHOWS_AREAS,
    SHOWS_MATURITY,
    SHOWS_HORIZON,
    SHOWS_ACTORS,
    SHOWS_JURISDICTION,
    SHOWS_STATUS,
    SHOWS_STATUS_SHORT, /* "from" in place of "applies from" */
    SHOWS_TREATMENT,
    SHOWS_YEAR,
    SHOWS_UNCHECKED,
    SHOWS_BASIS,
    SHOWS_GROUP,       /* of laws: what they are grouped by */
    SHOWS_GROUP_SHORT, /* of a date and its event the date */
};

/* Where laws stand in what they are grouped by, and in which words: of each row. Starts zeroed; owns its strings. */
typedef struct LawOrder {
    char **words;
    size_t *ranks;
    size_t count;
} LawOrder;

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
    LawOrder law_order;  /* of rows */
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
/* Whether a list of that width marks items of thin evidence likewise. */
bool browse_has_thin(const BrowseView *browse, int columns);
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
/* "by region". */
const char *browse_law_words(const BrowseView *browse);
/* The columns of both lists for what laws are grouped by. */
void browse_set_law_columns(BrowseView *browse);
/* Puts rows, the items of a group (of; NULL: all), in the order of what laws are grouped by, and says in order where each stands; both stay as they are on failure.
 * Does nothing where no laws are listed. */
bool browse_order_law(BrowseView *browse, const BrowseGroup *of, ItemRows *rows, LawOrder *order, Error *error);
void law_order_free(LawOrder *order);
/* The words of a row's group, a title where its group begins; below, with or above 0 as a row's group comes before another's. */
ListCell browse_law_cell(BrowseView *browse, size_t row, bool brief);
int browse_compare_law(const BrowseView *browse, size_t a, size_t b);
void browse_law_save(const BrowseView *browse, State *state);
void browse_law_restore(BrowseView *browse, const State *state);
/* Adds a group of items that a condition on a field selects (id NULL: all), and returns it. */
BrowseGroup *browse_add_group(BrowseView *browse, const char *id, const char *title, const char *field);
void browse_linear(View *view, Linear *linear);
void browse_ids(const View *view, StringList *ids);
bool browse_rows(const View *view, ScreenTable *table);
void browse_command(const View *view, Text *text);
void browse_command_note(const View *view, Text *text);
/* The field that the items are sorted by, as --sort takes it; NULL: the data's order. */
const char *browse_sort_field(const BrowseView *browse);
const Action *browse_keys_now(const View *view);
const char *browse_label(const View *view, Action action);
void browse_draw(View *view, const Canvas *canvas);
/* The pane at a place on the screen; false where there is none. */
bool browse_pane_at(const BrowseView *browse, int row, int column, BrowsePane *pane);

#endif
