/* How the panes of the browsing view share the screen. */
#include "config.h"

#include "tui/browse.h"

#include "core/unicode.h"
#include "tui/scope.h"

#include <stdlib.h>

#define THREE_PANES_FROM 120
#define TWO_PANES_FROM 72
#define LEGEND_FROM_ROWS 10
#define BESIDE_FROM 150 /* the preview stands beside the items, not below them */
#define LIST_COLUMNS_MAX 160 /* beyond that titles stand too far from their columns */
#define STACKED_FROM_ROWS 15
#define STACKED_BESIDE_GROUPS_FROM_ROWS 24
#define GROUPS_COLUMNS_MIN 24
#define GROUPS_COLUMNS_MAX 50
#define BESIDE_TITLE 11 /* of a group: the mark before it, its count and blanks */
#define RULE 3 /* a rule between panes, with a blank on each side */

static int clamp(int value, int low, int high)
{
    return value < low ? low : value > high ? high : value;
}

/* One mark with its meaning; returns the column after it, or at where it does not fit. */
static int draw_mark(const Canvas *canvas, int at, const char *mark, Style style, const char *meaning)
{
    int width = 2 + text_width(meaning);
    if (at + width > canvas->columns) {
        return at;
    }
    canvas_text(canvas, canvas->rows - 1, at, style, mark);
    canvas_text(canvas, canvas->rows - 1, at + 2, STYLE_QUIET, meaning);
    return at + width + 2;
}

/* What the list's marks mean stands at its foot. */
static void draw_items(BrowseView *browse, const Canvas *canvas, bool focused)
{
    static const char unchecked[] = "not yet checked against the paper";
    bool marks = browse_has_marks(browse, canvas->columns), notes = browse_has_notes(browse);
    bool thin = browse_has_thin(browse, canvas->columns);
    bool legend = canvas->rows >= LEGEND_FROM_ROWS && (marks || notes || thin);
    Canvas rows = canvas_part(canvas, 0, 0, canvas->rows - (legend ? 2 : 0), clamp(canvas->columns, 1, LIST_COLUMNS_MAX));
    char *nothing = explorer_nothing(browse->view.explorer, browse->query.kinds, "Nothing here.");
    list_draw(&browse->items, &rows, focused, nothing);
    free(nothing);
    int at = 2;
    if (legend && notes) {
        at = draw_mark(canvas, at, "n", STYLE_FOCUS, "your note");
    }
    if (legend && thin) {
        at = draw_mark(canvas, at, "*", STYLE_QUIET, marks ? "thin evidence" : "thin evidence: fewer than two references support it");
    }
    if (legend && marks) {
        bool fits = at + 2 + text_width(unchecked) <= canvas->columns;
        at = draw_mark(canvas, at, "?", STYLE_WARNING, fits ? unchecked : "not yet checked");
        if (browse_has_wrong(browse)) {
            draw_mark(canvas, at, "!", STYLE_WARNING, "marked wrong");
        }
    }
}

static void draw_pane(BrowseView *browse, const Canvas *canvas, BrowsePane pane)
{
    bool focused = browse->focus == pane && !(browse->facets.is_open && browse->facets.focused);
    switch (pane) {
    case PANE_GROUPS:
        list_draw(&browse->groups, canvas, focused, "");
        break;
    case PANE_ITEMS:
        draw_items(browse, canvas, focused);
        break;
    case PANE_PREVIEW:
        pager_draw(&browse->preview.pager, canvas, focused);
        break;
    }
}

/* Panes that are not drawn must not be found by the mouse. */
static void forget_areas(BrowseView *browse)
{
    browse->groups.area = browse->items.area = browse->preview.pager.area = (Canvas){0};
}

static void draw_two(BrowseView *browse, const Canvas *canvas, BrowsePane left, int left_columns)
{
    Canvas first = canvas_part(canvas, 0, 0, canvas->rows, left_columns - 1);
    Canvas second =
        canvas_part(canvas, 0, left_columns + RULE - 1, canvas->rows, canvas->columns - left_columns - RULE);
    draw_pane(browse, &first, left);
    canvas_rule(canvas, left_columns);
    draw_pane(browse, &second, left + 1);
}

/* The preview below the items, so that their titles and columns are whole on a narrow screen. */
static void draw_stacked(BrowseView *browse, const Canvas *canvas)
{
    int below = canvas->rows * 2 / 5;
    Canvas first = canvas_part(canvas, 0, 0, canvas->rows - below - 1, canvas->columns);
    Canvas second = canvas_part(canvas, canvas->rows - below, 0, below, canvas->columns);
    draw_pane(browse, &first, PANE_ITEMS);
    canvas_repeat(canvas, canvas->rows - below - 1, 2, canvas->columns - 3, STYLE_QUIET, GLYPH_HORIZONTAL);
    draw_pane(browse, &second, PANE_PREVIEW);
}

/* The columns of the pane of groups: what its longest title takes, but no more than most. */
static int groups_width(const BrowseView *browse, int most)
{
    int widest = 0;
    for (size_t i = 0; i < browse->group_count; i++) {
        int width = text_width(browse->group_rows[i].title);
        widest = width > widest ? width : widest;
    }
    return clamp(widest + BESIDE_TITLE, GROUPS_COLUMNS_MIN, most < GROUPS_COLUMNS_MAX ? most : GROUPS_COLUMNS_MAX);
}

/* The panes of groups, items and preview on what is left of the screen. */
static void draw_panes(BrowseView *browse, const Canvas *canvas, bool has_groups)
{
    int columns = canvas->columns;
    if (columns < TWO_PANES_FROM) {
        draw_pane(browse, canvas, browse->focus);
        return;
    }
    int groups = groups_width(browse, columns * 2 / 5);
    if (has_groups && columns >= THREE_PANES_FROM) {
        Canvas first = canvas_part(canvas, 0, 0, canvas->rows, groups - 1);
        Canvas rest = canvas_part(canvas, 0, groups + RULE - 1, canvas->rows, columns - groups - RULE + 1);
        draw_pane(browse, &first, PANE_GROUPS);
        canvas_rule(canvas, groups);
        if (columns < BESIDE_FROM && canvas->rows >= STACKED_BESIDE_GROUPS_FROM_ROWS) {
            draw_stacked(browse, &rest);
        } else {
            draw_two(browse, &rest, PANE_ITEMS,
                     rest.columns - clamp(rest.columns * PREVIEW_PERCENT / 100, 34, 82) - RULE);
        }
    } else if (has_groups && browse->focus == PANE_GROUPS) {
        draw_two(browse, canvas, PANE_GROUPS, groups_width(browse, columns * 3 / 5));
    } else if (columns < THREE_PANES_FROM && canvas->rows >= STACKED_FROM_ROWS) {
        draw_stacked(browse, canvas);
    } else {
        draw_two(browse, canvas, PANE_ITEMS, columns - clamp(columns * PREVIEW_PERCENT / 100, 24, 82) - RULE);
    }
}

void browse_draw(View *view, const Canvas *canvas)
{
    BrowseView *browse = (BrowseView *)view;
    forget_areas(browse);
    Canvas rest = facet_pane_split(&browse->facets, canvas);
    if (rest.columns > 0) {
        draw_panes(browse, &rest, browse->group_count > 0 && !browse->facets.is_open);
    }
}

bool browse_pane_at(const BrowseView *browse, int row, int column, BrowsePane *pane)
{
    if (list_contains(&browse->groups, row, column)) {
        *pane = PANE_GROUPS;
    } else if (list_contains(&browse->items, row, column)) {
        *pane = PANE_ITEMS;
    } else if (canvas_contains(&browse->preview.pager.area, row, column)) {
        *pane = PANE_PREVIEW;
    } else {
        return false;
    }
    return true;
}

/* Digits follow the links of a preview that is in sight. */
const Action *browse_keys_now(const View *view)
{
    static const Action without_preview[] = {ACTION_OPEN, ACTION_BASKET_TOGGLE, ACTION_FILTER, ACTION_FACETS,
                                             ACTION_SORT, ACTION_NEXT_PANE, ACTION_NONE};
    static const Action of_groups[] = {ACTION_OPEN, ACTION_FILTER, ACTION_FACETS, ACTION_NEXT_PANE, ACTION_NONE};
    const BrowseView *browse = (const BrowseView *)view;
    const Action *facets = facet_pane_keys(&browse->facets);
    if (facets != NULL) {
        return facets;
    }
    static const Action of_preview[] = {ACTION_OPEN, ACTION_FOLLOW, ACTION_BASKET_TOGGLE, ACTION_NEXT_PANE, ACTION_NONE};
    static const Action of_preview_without_links[] = {ACTION_OPEN, ACTION_BASKET_TOGGLE, ACTION_NEXT_PANE, ACTION_NONE};
    if (browse->focus == PANE_PREVIEW) {
        return pager_has_links(&browse->preview.pager) ? of_preview : of_preview_without_links;
    }
    bool seen = browse->preview.pager.area.columns > 0 && pager_has_links(&browse->preview.pager);
    return browse->is_law ? NULL : browse->focus == PANE_GROUPS ? of_groups : seen ? NULL : without_preview;
}

const char *browse_label(const View *view, Action action)
{
    return facet_pane_label(&((const BrowseView *)view)->facets, action);
}
