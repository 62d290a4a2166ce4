/* A slide as lines at a size, and as pages of them: it fits everywhere, on as many pages as it takes. */
#ifndef GAIRO_TUI_PRESENT_LAYOUT_H
#define GAIRO_TUI_PRESENT_LAYOUT_H

#include "sheets/deck.h"
#include "tui/style.h"

#include <stdbool.h>
#include <stddef.h>

/* A piece of a line: a text, or a glyph repeated. */
typedef struct PresentPiece {
    int column;
    Style style;
    char *text;  /* as it can be shown; NULL: glyph */
    Glyph glyph;
    int repeat;
} PresentPiece;

typedef struct PresentLine {
    PresentPiece *pieces;
    size_t count;
    size_t block; /* lines of a block are kept on one page where they can be */
    size_t step;  /* shown from this step on; 0: always */
    bool gap;     /* an empty line between blocks: not shown at the top of a page */
} PresentLine;

/* Starts zeroed. Owns its lines. */
typedef struct PresentLayout {
    PresentLine *lines;
    size_t count, capacity;
    size_t *pages; /* the first line of each; at least one */
    size_t page_count;
    int rows, columns; /* that it was made for */
    int measure;       /* the widest line */
    size_t block;      /* that is being made */
    size_t steps;      /* after so many all is shown */
} PresentLayout;

/* Lays a slide out on rows and columns; stepwise: its points come one by one. */
void present_lay_out(const Slide *slide, bool stepwise, int rows, int columns, PresentLayout *layout);
void present_layout_free(PresentLayout *layout); /* leaves it zeroed */
/* The page that a block begins on, and the last block of which anything is shown at a step. */
size_t present_page_of_block(const PresentLayout *layout, size_t block);
/* The page of the first, or the last, line that appears at a step (0: of what is always shown before the first). */
size_t present_page_of_step(const PresentLayout *layout, size_t step, bool last);
/* The end of a page: the line after its last. */
size_t present_page_end(const PresentLayout *layout, size_t page);

/* For the parts of the layout: a new line of the current block; a piece on the last line, which takes text over. */
void present_line(PresentLayout *layout, size_t step);
void present_piece_take(PresentLayout *layout, int column, Style style, char *text);
void present_bar(PresentLayout *layout, int column, Style style, Glyph glyph, int repeat);
/* Text wrapped to columns, from column on. */
void present_text(PresentLayout *layout, int column, int columns, Style style, size_t step, const char *text);
/* A picture on columns: drawn where there is room, else in words. */
void present_picture(PresentLayout *layout, const Picture *picture, int columns, int air);

#endif
