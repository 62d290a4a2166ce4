/* The insides of the view that compares, shared by compare.c, compare-draw.c and compare-share.c only. */
#ifndef GAIRO_TUI_COMPARE_H
#define GAIRO_TUI_COMPARE_H

#include "core/unicode.h"
#include "store/comparison.h"
#include "tui/view.h"

#define COMPARED_MAX 4 /* items side by side */

/* The visible rows laid out on a width: each is as high as its highest cell. */
typedef struct CompareLines {
    WrappedText *cells; /* of each visible row: its label, then one for each item */
    size_t *starts;     /* the first line of each visible row; one more for the end */
    size_t rows;        /* how many rows these are for */
    size_t cell_count;  /* of a row */
    int columns;        /* it was made for; -1: none */
    int label_columns, cell_columns;
} CompareLines;

typedef struct CompareView {
    View view;
    StringList ids;
    Comparison comparison;
    size_t *visible; /* rows of the comparison that are shown */
    size_t visible_count;
    size_t selected; /* index into visible */
    size_t column;   /* the focused item */
    size_t first;    /* the first item shown */
    size_t shown;    /* how many items the width holds */
    size_t top;      /* the first line shown */
    size_t first_row; /* to be focused after the first loading; 0: the first */
    bool differences_only;
    char *filter; /* NULL: none */
    CompareLines lines;
    Canvas area; /* of the rows, when last drawn */
} CompareView;

void compare_draw(View *view, const Canvas *canvas);
/* The row (index into visible) and the item at a place of the screen; false where there is none. */
bool compare_at(const CompareView *compare, int screen_row, int screen_column, size_t *index, size_t *column);
/* What an item has in a row as people read it; a dash where it has nothing. Points into the row. */
const char *compare_value(const ComparisonRow *row, size_t item);
/* As in ViewOperations. */
void compare_command(const View *view, Text *text);
void compare_command_note(const View *view, Text *text);
bool compare_table(const View *view, ScreenTable *table);
void compare_lines_free(CompareLines *lines);

#endif
