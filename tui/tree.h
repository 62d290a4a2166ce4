/* A tree of rows in columns: unfolding, narrowing as one types, moving. Built on the list (tui/list.h): what is
 * unfolded is a list's rows. The owner gives all rows in the order of reading, each below its parent, by index. */
#ifndef GAIRO_TUI_TREE_H
#define GAIRO_TUI_TREE_H

#include "tui/list.h"

#include <stdbool.h>
#include <stddef.h>

/* context is what tree_start() was given. */
typedef struct TreeOperations {
    /* How deep a row stands: 0 at the top, at most one more than the row before it. */
    size_t (*depth)(void *context, size_t row);
    /* Unique in the tree and the same when it is made anew: keeps the place and what is folded. */
    const char *(*key)(void *context, size_t row);
    /* The first column has the branches before it. */
    ListCell (*cell)(void *context, size_t row, size_t column);
    /* As in ListOperations, for all columns but the first. NULL: none. */
    bool (*spoken)(void *context, size_t row, size_t column, Text *text);
    /* Appends what narrowing looks into. NULL: all the cells. */
    void (*text)(void *context, size_t row, Text *text);
    /* True for rows in the basket. NULL: none is. */
    bool (*marked)(void *context, size_t row);
    /* False for rows to be left out, unless one below them is shown. NULL: all are shown. */
    bool (*shown)(void *context, size_t row);
    /* Called when the user narrowed the tree in the prompt. NULL: nothing depends on it. */
    void (*narrowed)(void *context);
} TreeOperations;

typedef struct Tree {
    const TreeOperations *operations;
    void *context;
    List list;
    size_t count;                  /* rows in all */
    size_t *rows;                  /* those of the list, by the owner's index */
    size_t *depths;                /* of all rows, as they are drawn */
    StringList folded;             /* keys of the rows whose children are not shown; sorted */
    char *filter;                  /* as typed; NULL: none. Nothing is folded then */
    void (*chosen)(void *context); /* what tree_linear() was given */
    Text scratch;                  /* holds the cell that was asked for last */
} Tree;

void tree_start(Tree *tree, const TreeOperations *operations, void *context, const ListColumn *columns,
                size_t column_count);
void tree_free(Tree *tree);
/* The rows changed: there are count of them now. Keeps what is folded, the filter and the selected row by its key. */
void tree_set_rows(Tree *tree, size_t count);
/* What shown() says changed. */
void tree_rearrange(Tree *tree);
/* Folds every row at that depth and below, or unfolds all where depth is SIZE_MAX. */
void tree_fold_from(Tree *tree, size_t depth);
/* Shows only rows that have all words in them, and what leads to them; NULL or "" takes that off. */
void tree_set_filter(Tree *tree, const char *filter);
/* The selected row; false where there is none. */
bool tree_selected(const Tree *tree, size_t *row);
/* Selects the row with that key; false where it is not shown. */
bool tree_select(Tree *tree, const char *key);
/* Moving, folding: left folds or goes to the parent, right unfolds or goes to the first child. Ignores the rest. */
ViewFlags tree_handle(Tree *tree, Action action);
/* As list_mouse(); a click on the mark before a row folds or unfolds it. */
ViewFlags tree_mouse(Tree *tree, const Event *event, bool *open);
void tree_draw(Tree *tree, const Canvas *canvas, bool focused, const char *empty);
/* Appends "3 of 45", with what narrows it. */
void tree_status(const Tree *tree, Text *text);
/* Its rows as numbered lines, as list_linear() gives them, each with its level in words. */
void tree_linear(Tree *tree, Linear *linear, const char *heading, const char *empty, void (*selected)(void *context));
/* Puts filter, order, focus and what is folded into state, and takes them from there before the first rows are set. Too
 * much that is folded is left out. */
void tree_save(const Tree *tree, State *state);
void tree_restore(Tree *tree, const State *state);
/* Lets the user narrow the tree in the prompt line. */
void tree_prompt_filter(Tree *tree, Explorer *explorer);

#endif
