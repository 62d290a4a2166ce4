/* Narrowing a list by facets: a pane with what the items differ by, how many there are of each, and what is chosen. */
#ifndef GAIRO_TUI_FACET_PANE_H
#define GAIRO_TUI_FACET_PANE_H

#include "store/facets.h"
#include "tui/explorer.h"
#include "tui/list.h"

#define FACET_PANE_COLUMNS 34

typedef struct FacetRow {
    size_t facet;
    size_t value; /* SIZE_MAX: the facet's heading */
} FacetRow;

/* Starts with facet_pane_start(). */
typedef struct FacetPane {
    Explorer *explorer; /* of the last loading; NULL before */
    bool is_open;
    bool focused;
    Query chosen; /* conditions on the facets' fields */
    Facets facets;
    FacetRow *rows;
    List list;
    char *words; /* what is chosen, for the status; NULL: nothing */
    Text id, scratch; /* of what was asked for last */
} FacetPane;

void facet_pane_start(FacetPane *pane);
void facet_pane_free(FacetPane *pane);
/* Adds what is chosen to a query. */
bool facet_pane_narrow(const FacetPane *pane, Query *query, Error *error);
/* Counts anew, for the items of query (which is not narrowed by what is chosen) in the explorer's scope. */
bool facet_pane_load(FacetPane *pane, Explorer *explorer, const Query *query, Error *error);
bool facet_pane_has_choice(const FacetPane *pane);
/* True where a value of that field is chosen. */
bool facet_pane_has_field(const FacetPane *pane, const char *field);
/* Chooses a value of a facet's field, before the first loading. */
bool facet_pane_choose(FacetPane *pane, const char *field, const char *value, Error *error);
/* FACETS opens it with the focus, closes it where it has the focus; FACETS_CLEAR takes all choices back; in an open pane
 * that has the focus Enter and Space choose, BACK closes it. VIEW_RECALCULATE where the choices changed. VIEW_IGNORED
 * for what is the view's. */
ViewFlags facet_pane_handle(FacetPane *pane, Explorer *explorer, Action action);
ViewFlags facet_pane_mouse(FacetPane *pane, Explorer *explorer, const Event *event);
/* Draws it. */
void facet_pane_draw(FacetPane *pane, const Canvas *canvas);
/* Takes the columns of an open pane from the left of canvas, and draws it there; all of them where there is no room for
 * both: the rest then has no columns. Where it is closed, the rest is all. */
Canvas facet_pane_split(FacetPane *pane, const Canvas *canvas);
/* Where it is open: its values, numbered, in place of the rows of the list (of which there are rows), and true. */
bool facet_pane_linear(FacetPane *pane, Linear *linear, size_t rows);
/* Appends what is chosen, with blanks behind. */
/* For the line of keys, while it has the focus; else NULL. */
const Action *facet_pane_keys(const FacetPane *pane);
const char *facet_pane_label(const FacetPane *pane, Action action);
void facet_pane_status(const FacetPane *pane, Text *text);
void facet_pane_save(const FacetPane *pane, State *state);
void facet_pane_restore(FacetPane *pane, const State *state);

#endif
