/* Charts: rows that are drawn, and the same numbers as a table, one key apart; side by side where there is room. A
 * chart is a table of functions (ChartDefinition) and a file that fills it; everything else is here. */
#ifndef GAIRO_TUI_CHART_H
#define GAIRO_TUI_CHART_H

#include "store/items.h"
#include "tui/list.h"

#define CHART_CHOICES_MAX 24

typedef struct ChartView ChartView;

/* The rows of the chart, or those of the table. */
typedef struct ChartSide {
    const ListColumn *columns;
    size_t column_count;
    size_t (*count)(const ChartView *chart);
    /* Unique, and the same when it is loaded anew. Points into the data. */
    const char *(*key)(const ChartView *chart, size_t row);
    ListCell (*cell)(ChartView *chart, size_t row, size_t column);
    /* Paints a cell on a canvas of its size and returns true; false: cell()'s text is shown. What is painted cell()
     * says in words. NULL: nothing is painted. */
    bool (*paint)(ChartView *chart, size_t row, size_t column, const Canvas *canvas);
    /* As in ListOperations. */
    bool (*spoken)(ChartView *chart, size_t row, size_t column, Text *text);
    /* The item that a row stands for; NULL where it is none. */
    const char *(*item)(const ChartView *chart, size_t row);
    bool (*marked)(const ChartView *chart, size_t row);                  /* NULL: none is in the basket */
    int (*compare)(ChartView *chart, size_t a, size_t b, size_t column); /* NULL: by the texts */
    const char *empty;                                                   /* said where there is no row */
} ChartSide;

typedef struct ChartDefinition {
    const char *title;
    ChartSide chart, table;
    size_t data_size;
    /* Loads the data, which are zeroed, for the chart's choice and zoom. On failure what was loaded is freed by unload.
     */
    bool (*load)(ChartView *chart, void *data, Error *error);
    void (*unload)(void *data);
    /* The key of the table's first row that a row of the chart stands for; NULL: opening opens its item. */
    const char *(*table_key)(const ChartView *chart, size_t row);
    /* Adds the names of the ways to show it (SWITCH goes through them, or asks where there are many). NULL: one way. */
    void (*choices)(const ChartView *chart, StringList *names);
    bool zooms;
    const char *start; /* the key of the row of the chart that has the focus at first; NULL: the first one */
    /* A line below: what the signs mean. */
    void (*legend)(const ChartView *chart, const Canvas *canvas);
    /* Appends what the legend says beyond signs and colours, for those who hear it. NULL: nothing. */
    void (*summary)(const ChartView *chart, Text *text);
    void (*command)(const ChartView *chart, Text *text);
    /* As in ViewOperations; NULL: nothing is to be said. */
    void (*command_note)(const ChartView *chart, Text *text);
    /* Appends to the command what narrows it to the visible rows of the list in focus, which was narrowed by what was
     * typed; false where no call gives just these: then the call gives all, and its note says so. NULL: none does. */
    bool (*narrow)(const ChartView *chart, Text *text);
    /* Adds the items of a row of the table to be written; NULL: the one it stands for. */
    void (*table_ids)(const ChartView *chart, size_t row, StringList *ids);
    bool (*lawless)(const ChartView *chart); /* as in ViewOperations */
    /* How many cells a row of the chart has that can have the focus, beside the row as a whole; NULL: none. */
    size_t (*cells)(const ChartView *chart);
    /* The column of the list that shows a cell (from 1) where the list is as wide as it was drawn last, and the cell that a
     * column shows; 0: the column shows none. */
    size_t (*column_of_cell)(const ChartView *chart, size_t cell);
    size_t (*cell_of_column)(const ChartView *chart, size_t column);
    /* Opens something for a row of the chart and returns true; NULL, or false: the item's page. */
    bool (*open)(ChartView *chart, size_t row);
    bool (*open_table)(ChartView *chart, size_t row); /* the same for a row of the table */
    /* Asks what of a row of the table goes into the basket, and returns true; NULL, or false: its item does. */
    bool (*take_table)(ChartView *chart, size_t row);
    int side_from;                                    /* columns from which both are shown; 0: 150 */
} ChartDefinition;

struct ChartView {
    View view;
    const ChartDefinition *definition;
    void *data; /* of the last load */
    List chart, table;
    bool in_table; /* the table has the focus */
    size_t choice;
    size_t cell;  /* of the chart's row that has the focus, from 1; 0: the row as a whole */
    bool cell_shown; /* the cell has the cursor */
    int zoom;     /* 0: years, 1: months */
    bool both;    /* both were drawn last */
    bool names_all; /* each row names its group: it is written, and no other row stands above it */
    bool restored; /* the focus is that of a former time */
    Text scratch; /* for cells */
};

/* The definition must outlive the view. */
View *chart_view_new(Explorer *explorer, const ChartDefinition *definition);
/* The view's .linear. */
void chart_linear(View *view, Linear *lines);
/* The list in focus: the chart's rows or those of the table. */
const List *chart_list(const ChartView *chart);
/* The name of the way it is shown. The caller owns it; NULL where there is one way. */
char *chart_choice(const ChartView *chart);

/* The functions of the chart's rows, or of the table's. */
const ChartSide *chart_side(const ChartView *chart, bool table);
/* As in ViewOperations, of the list in focus. */
void chart_command(const View *view, Text *text);
void chart_command_note(const View *view, Text *text);
void chart_ids(const View *view, StringList *all);
const Action *chart_keys_now(const View *view);
bool chart_table(const View *view, ScreenTable *table);

/* True where the chart has the focus and its cells were drawn. */
bool chart_has_cells(const ChartView *chart);
/* To the next cell (step 1), or the one before (-1, where the focus is on one). */
ViewFlags chart_move_cell(ChartView *chart, int step);
/* Goes to the cell that was pressed, in the row in focus; true where the focus was on it already. */
bool chart_press_cell(ChartView *chart, const Event *event);
/* Marks the cell in focus where the chart was drawn, and rests the cursor there; false where it was not drawn. */
bool chart_draw_cell(ChartView *chart);

/* For painting: a bar in three parts (closed, semi-open, open), and a shade for a value of maximum (0: blank). */
void chart_paint_parts(const Canvas *canvas, int closed, int semi_open, int open);
Glyph chart_shade(int value, int maximum);
/* A bar from the left, or from the right end. */
void chart_paint_bar(const Canvas *canvas, int value, int maximum, Style style, bool from_right);

View *heatmap_view_new(Explorer *explorer);
View *openness_view_new(Explorer *explorer);
View *distribution_view_new(Explorer *explorer);
View *timeline_view_new(Explorer *explorer);
View *balance_view_new(Explorer *explorer);

#endif
