/* A list of rows in columns: selection, scrolling, sorting by column, narrowing as one types. It knows rows only by
 * their index and asks its owner for the rest. */
#ifndef GAIRO_TUI_LIST_H
#define GAIRO_TUI_LIST_H

#include "tui/linear.h"
#include "tui/view.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct ListColumn {
    const char *title;
    int width; /* columns; 0: what is left (one column of a list has this) */
    bool right_aligned;
    int gap;         /* blanks before it; 0: two */
    int from_width;  /* shown where the list has at least so many columns; 0: always */
    int below_width; /* and where it has fewer than so many; 0: always */
    bool names;      /* it says what a row is, where the column that takes what is left does not */
    const char *words; /* what it is called where it is heard, or chosen to sort by; NULL: the title. "": its cells say
                          themselves what they are */
} ListColumn;

#define LIST_LAST 1000000

typedef struct ListCell {
    const char *text; /* NULL: nothing; valid until the next call */
    Style style;
} ListCell;

/* context is what list_start() was given. */
typedef struct ListOperations {
    const char *(*id)(void *context, size_t row);
    ListCell (*cell)(void *context, size_t row, size_t column);
    /* Paints a cell on a canvas of its size and returns true; false: its text is shown. What is painted the text says too,
     * for those who hear it. NULL: nothing is painted. */
    bool (*paint)(void *context, size_t row, size_t column, const Canvas *canvas);
    /* Below, at or above 0 as a sorts before, with or after b; LIST_LAST, or its negative, where a, or b, has nothing to
     * sort by: such rows come last whatever the direction. NULL: by the cells' texts. */
    int (*compare)(void *context, size_t a, size_t b, size_t column);
    /* Paints a second line under the row, where the list has room for two lines each. NULL: rows have one. */
    void (*below)(void *context, size_t row, const Canvas *line);
    /* Appends what narrowing looks into. NULL: all the cells. */
    void (*text)(void *context, size_t row, Text *text);
    /* Appends a cell as it is heard, with what it is: "for: Funders"; where nothing is appended, nothing is heard of it.
     * False, and NULL: the column's name and the cell's text. */
    bool (*spoken)(void *context, size_t row, size_t column, Text *text);
    /* True for rows in the basket. NULL: none is. */
    bool (*marked)(void *context, size_t row);
    /* True for rows with a note of the user's. NULL: none has. */
    bool (*noted)(void *context, size_t row);
    /* Called when the user narrowed the list in the prompt, so that what depends on the selected row follows. NULL:
     * nothing does. */
    void (*narrowed)(void *context);
    /* A column in words, where its title is short; "": it is not offered to sort by. NULL: the titles. */
    const char *(*column_name)(void *context, size_t column);
} ListOperations;

typedef struct List {
    const ListOperations *operations;
    void *context;
    const ListColumn *columns;
    size_t column_count;
    size_t count;    /* rows in all */
    size_t *visible; /* those that match, in order */
    size_t visible_count;
    size_t selected;   /* index into visible */
    size_t top;        /* the first one on the screen */
    char *selected_id; /* keeps the place when the rows change */
    char **folded;     /* what narrowing looks into, made when first needed */
    char *filter;      /* as typed; NULL: none */
    int sort_column;   /* -1: the owner's order */
    bool descending;
    Canvas area;     /* of the rows, when last drawn */
    int row_lines;   /* that each row took then; 0: not drawn yet */
    bool has_titles; /* in the row above it */
    void (*linear_selected)(void *context); /* what list_linear() was given */
} List;

void list_start(List *list, const ListOperations *operations, void *context, const ListColumn *columns,
                size_t column_count);
void list_free(List *list);
/* The rows changed: there are count of them now. Keeps filter, order, and the selected row by its id (else by its
 * place). */
void list_set_rows(List *list, size_t count);
/* Narrows to the rows that have all words of filter in them, case and accents folded; NULL or "" shows all. */
void list_set_filter(List *list, const char *filter);
/* Selects the row with that id; false where it is not shown. */
bool list_select(List *list, const char *id);
/* Keeps the selected row as the one to be found again when the rows or what narrows them change. */
void list_keep_selected(List *list);
/* The selected row; false where the list is empty. */
bool list_selected(const List *list, size_t *row);
/* True for the selected row. */
bool list_is_selected(const List *list, size_t row);
/* The id of the selected row, or NULL. */
const char *list_selected_id(const List *list);
/* Sorts by a column (-1: the owner's order). */
void list_sort_by(List *list, int column, bool descending);
/* A column in words. */
const char *list_column_name(const List *list, size_t column);
/* Adds the ids of the rows that are shown, in order. */
void list_ids(const List *list, StringList *ids);
/* Moving and sorting; ignores the rest. */
ViewFlags list_handle(List *list, Action action);
/* A click selects, a click on the selected row sets *open, one on a title sorts by it (once more: reverses), the wheel
 * moves. Ignores what is beside the list. */
ViewFlags list_mouse(List *list, const Event *event, bool *open);
/* Whether a list of that width shows the column. */
bool list_column_is_shown(const ListColumn *column, int width);
/* True for a place on the rows or on the titles, by where they were last drawn. */
bool list_contains(const List *list, int screen_row, int screen_column);
/* True where there was room for the column when the list was last drawn, or it was not drawn yet. */
bool list_shows_column(const List *list, size_t column);
/* The first screen column of a column, by where it was last drawn; -1: it was not shown. */
int list_column_start(const List *list, size_t column);
/* The column at a place on the screen, by where it was last drawn; -1: none. */
int list_column_at(const List *list, int screen_column);
/* Draws titles and rows; focused: with the mark and the real cursor on the selected row. empty is said where there are
 * no rows. */
void list_draw(List *list, const Canvas *canvas, bool focused, const char *empty);
/* Puts filter, order, selected row and scroll into state, each name behind prefix; and takes them from there, before the
 * first rows are set. */
void list_save(const List *list, const char *prefix, State *state);
void list_restore(List *list, const char *prefix, const State *state);
/* Appends "3 of 45", with what narrows and sorts it. */
void list_status(const List *list, Text *text);
/* One of its visible rows as a numbered line, as below. */
void list_linear_row(List *list, Linear *linear, size_t index, void (*selected)(void *context));
/* Its rows as numbered lines under heading (NULL: none; "": an empty line), each with its columns by name. empty is said where there are
 * none. selected is called, with the list's context, after the choice of a row, so that the view gives the list the
 * focus and what depends on the row follows; NULL: nothing does. */
void list_linear(List *list, Linear *linear, const char *heading, const char *empty, void (*selected)(void *context));
/* Lets the user choose the column to sort by; where there are few, takes the next one. */
ViewFlags list_prompt_sort(List *list, Explorer *explorer);
/* Lets the user narrow the list in the prompt line. */
void list_prompt_filter(List *list, Explorer *explorer);

#endif
