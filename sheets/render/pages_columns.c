/* Cells side by side on pages: two columns, read downwards, each cell whole. */
#include "config.h"

#ifdef HAVE_PANGOCAIRO

#include "sheets/render/pages_state.h"

#include "core/memory.h"

#include <stdlib.h>

#define COLUMN_GAP 18.0
#define ENDLESS 1e7

/* The cells that are still to be drawn, and how high each is. */
typedef struct Cells {
    xmlNode **nodes;
    double *heights, *first_heights; /* the latter where it is the first of its column */
    size_t count;
} Cells;

/* Where cells are put: the first left of them in the left column, the others up to count in the right one. */
typedef struct Split {
    size_t left, count;
    double height; /* of the higher column */
} Split;

/* first: of its column, so that nothing is left free above it. */
static void draw_cell(Pages *pages, xmlNode *cell, bool first)
{
    pages->start = first ? pages->y : -1;
    for (xmlNode *node = cell->children; node != NULL; node = node->next)
        if (node->type == XML_ELEMENT_NODE)
            pages_block(pages, node);
}

/* Draws the cell where nobody sees it, on a page without an end. */
static double measure_cell(const Pages *pages, xmlNode *cell, double width, bool first)
{
    Pages scratch = pages_scratch(pages);
    scratch.left = 0;
    scratch.width = width;
    draw_cell(&scratch, cell, first);
    pages_scratch_end(&scratch);
    return scratch.y;
}

static Cells measure_cells(const Pages *pages, xmlNode *columns, double width)
{
    Cells cells = {.count = pages_count(columns, "cell")};
    size_t index = 0;
    cells.nodes = memory_zeroed(cells.count + 1, sizeof *cells.nodes);
    cells.first_heights = memory_zeroed(cells.count + 1, sizeof *cells.first_heights);
    cells.heights = memory_zeroed(cells.count + 1, sizeof *cells.heights);
    for (xmlNode *node = pages_next(columns->children, "cell"); node != NULL; node = pages_next(node->next, "cell"), index++) {
        cells.nodes[index] = node;
        cells.heights[index] = measure_cell(pages, node, width, false);
        cells.first_heights[index] = measure_cell(pages, node, width, true);
    }
    return cells;
}

/* Of a column of the cells from from to before to. */
static double column_height(const Cells *cells, size_t from, size_t to)
{
    double height = 0;
    for (size_t i = from; i < to; i++)
        height += i == from ? cells->first_heights[i] : cells->heights[i];
    return height;
}

/* The cell behind the last that fits into a column of that height from first on. */
static size_t column_end(const Cells *cells, size_t first, double room)
{
    size_t end = first;
    while (end < cells->count && column_height(cells, first, end + 1) <= room)
        end++;
    return end;
}

/* As many cells as fit from the first on into columns of that height; where these are all, so that both columns are of like height. */
static Split split_cells(const Cells *cells, size_t first, double room)
{
    size_t middle = column_end(cells, first, room), end = column_end(cells, middle, room);
    Split split = {middle - first, end - first, room};
    if (end < cells->count)
        return split;
    for (size_t left = 1; left <= split.count; left++) {
        double one = column_height(cells, first, first + left), other = column_height(cells, first + left, end);
        double higher = one > other ? one : other;
        if (higher < split.height) {
            split.left = left;
            split.height = higher;
        }
    }
    return split;
}

static void draw_columns(Pages *pages, const Cells *cells, size_t first, const Split *split, double width)
{
    double left = pages->left, whole = pages->width, bottom = pages->bottom, top = pages->y;
    pages->width = width;
    pages->bottom = ENDLESS; /* it was measured to fit */
    for (size_t i = 0; i < split->count; i++) {
        if (i == split->left) {
            pages->y = top;
            pages->left = left + width + COLUMN_GAP;
        }
        draw_cell(pages, cells->nodes[first + i], i == 0 || i == split->left);
    }
    pages->left = left;
    pages->width = whole;
    pages->bottom = bottom;
    pages->y = top + split->height;
    pages->start = -1;
}

/* The space above columns that begin with a heading, which leaves none itself there. */
static double space_above(const Pages *pages, xmlNode *columns)
{
    xmlNode *cell = pages_next(columns->children, "cell");
    return cell != NULL && pages_next(cell->children, "h") != NULL && pages->y > pages->top ? 8 * pages->scale * pages->spacing : 0;
}

/* Tells an office, which would tear cells apart, with which of them the right column begins; only where both columns are on one page, as
 * far as is known here. */
static void mark_column(const Cells *cells, const Split *split)
{
    for (size_t i = 0; i < cells->count; i++)
        if (i == split->left && split->count == cells->count && i > 0)
            xmlSetProp(cells->nodes[i], (const xmlChar *)"begins-column", (const xmlChar *)"yes");
        else
            xmlUnsetProp(cells->nodes[i], (const xmlChar *)"begins-column");
}

void pages_columns(Pages *pages, xmlNode *columns)
{
    double width = pages_count(columns, "cell") > 1 ? (pages->width - COLUMN_GAP) / 2 : pages->width;
    Cells cells = measure_cells(pages, columns, width);
    pages->y += space_above(pages, columns);
    for (size_t first = 0; first < cells.count;) {
        Split split = split_cells(&cells, first, pages->bottom - pages->y);
        if (first == 0)
            mark_column(&cells, &split);
        if (split.count > 0) {
            draw_columns(pages, &cells, first, &split, width);
            first += split.count;
        } else if (pages->y <= pages->top) { /* higher than a page */
            draw_cell(pages, cells.nodes[first++], true);
        }
        if (first < cells.count && pages->y > pages->top)
            pages_break(pages);
    }
    free(cells.nodes);
    free(cells.heights);
    free(cells.first_heights);
}

#endif
