/* Tables, charts and the openness matrix on pages. */
#include "config.h"

#ifdef HAVE_PANGOCAIRO

#include "sheets/render/pages_state.h"

#include "core/memory.h"

#include <stdlib.h>
#include <string.h>

#define COLUMNS_MAX 16
#define PADDING 3.0
#define BAR_HEIGHT 12.0
#define MATRIX_HEAD 96.0
#define MATRIX_ROW 14.0
#define MATRIX_TOGETHER 3 /* so many models stand on a page at least */
#define SQUARE_SIDE 26.0
#define WIDE_SQUARE 96.0 /* on a slide */
#define SLIDE_ROW 11.5
#define SLIDE_HEAD_MIN 40.0
#define LEGEND_HEIGHT 14.0
#define HIGH_ROW 110.0       /* a higher row of a table may go on on the next page */
#define HIGH_ROW_BEGINS 60.0 /* with no less than this on the first one */

/* The columns of a table: where they begin and how wide they are. */
typedef struct Columns {
    size_t count;
    double at[COLUMNS_MAX], width[COLUMNS_MAX];
} Columns;

double pages_kept_height(const Pages *pages, xmlNode *element)
{
    double height = 0;
    if (pages_is(element, "chart"))
        height = (LEGEND_HEIGHT + (BAR_HEIGHT + 3) * (double)pages_count(element, "bar")) * pages->scale;
    else if (pages_is(element, "matrix"))
        height = (MATRIX_HEAD + MATRIX_ROW * (double)pages_count(element, "model")) * pages->scale;
    height = height > 0 ? height + 30 : 0; /* the caption, and names that take two lines */
    return height < (pages->bottom - pages->top) * 0.75 ? height : 0;
}

void pages_caption(Pages *pages, xmlNode *element)
{
    char *title = pages_attribute(element, "title"), *unit = pages_attribute(element, "unit");
    char *words = *unit != '\0' ? string_format("%s (%s)", title, unit) : string_copy(title);
    LaidText text = string_lay_out(pages, words, TEXT_CAPTION, pages->width);
    double kept = pages_kept_height(pages, element);
    pages_need(pages, kept > 0 ? kept : laid_text_height(&text) + 60);
    pages_tag(pages, "P");
    laid_text_flow(pages, &text, pages->left);
    pages_tag_end(pages);
    pages->y += 4;
    laid_text_free(&text);
    free(words);
    xmlFree(title);
    xmlFree(unit);
}

static Columns measure(Pages *pages, xmlNode *table)
{
    Columns columns = {0};
    double sum = 0, shares[COLUMNS_MAX];
    for (xmlNode *node = pages_next(table->children, "col"); node != NULL && columns.count < COLUMNS_MAX;
         node = pages_next(node->next, "col")) {
        char *share = pages_attribute(node, "share");
        double value = atoi(share) > 0 ? atoi(share) : 1;
        shares[columns.count++] = value;
        sum += value;
        xmlFree(share);
    }
    double x = pages->left;
    for (size_t i = 0; i < columns.count; i++) {
        columns.at[i] = x;
        columns.width[i] = pages->width * shares[i] / sum;
        x += columns.width[i];
    }
    return columns;
}

static void rule(Pages *pages, double y, double weight, const char *colour)
{
    pages_colour(pages, colour);
    cairo_set_line_width(pages->cairo, weight);
    cairo_move_to(pages->cairo, pages->left, y);
    cairo_line_to(pages->cairo, pages->left + pages->width, y);
    cairo_stroke(pages->cairo);
}

/* A row of cells laid out; their number, and the height of the highest. */
typedef struct Row {
    LaidText cells[COLUMNS_MAX];
    size_t count;
    double height;
} Row;

static Row lay_row(Pages *pages, xmlNode *first, const char *name, const Columns *columns, TextStyle style)
{
    Row row = {0};
    for (xmlNode *cell = pages_next(first, name); cell != NULL && row.count < columns->count;
         cell = pages_next(cell->next, name)) {
        row.cells[row.count] = text_lay_out(pages, cell, NULL, style, columns->width[row.count] - 2 * PADDING);
        double height = laid_text_height(&row.cells[row.count]);
        row.height = height > row.height ? height : row.height;
        row.count++;
    }
    return row;
}

static void draw_row(Pages *pages, Row *row, const Columns *columns, const char *tag)
{
    cairo_tag_begin(pages->cairo, "TR", NULL);
    for (size_t i = 0; i < row->count; i++) {
        cairo_tag_begin(pages->cairo, tag, NULL);
        laid_text_draw(pages, &row->cells[i], columns->at[i], pages->y + PADDING);
        cairo_tag_end(pages->cairo, tag);
    }
    cairo_tag_end(pages->cairo, "TR");
    pages->y += row->height + 2 * PADDING;
}

static void free_row(Row *row)
{
    for (size_t i = 0; i < row->count; i++)
        laid_text_free(&row->cells[i]);
}

/* The head does not stand alone at a page's end: below is the height of the row that follows. */
static void draw_head(Pages *pages, xmlNode *table, const Columns *columns, double below)
{
    Row head = lay_row(pages, table->children, "col", columns, TEXT_CELL_HEAD);
    pages_need(pages, head.height + 2 * PADDING + below);
    draw_row(pages, &head, columns, "TH");
    rule(pages, pages->y, 0.8, "1d2126");
    free_row(&head);
}

/* A high row goes on on the next pages, below the head. */
static void draw_high_row(Pages *pages, xmlNode *table, const Row *row, const Columns *columns)
{
    double done[COLUMNS_MAX] = {0};
    bool more = true;
    while (more) {
        double used = 0, room = pages->bottom - pages->y - 2 * PADDING;
        more = false;
        cairo_tag_begin(pages->cairo, "TR", NULL);
        for (size_t i = 0; i < row->count; i++) {
            cairo_tag_begin(pages->cairo, "TD", NULL);
            double end = laid_text_draw_part(pages, &row->cells[i], columns->at[i], pages->y + PADDING, done[i], room);
            cairo_tag_end(pages->cairo, "TD");
            used = end - done[i] > used ? end - done[i] : used;
            done[i] = end;
            more = more || end < laid_text_height(&row->cells[i]) - 0.01;
        }
        cairo_tag_end(pages->cairo, "TR");
        pages->y += used + 2 * PADDING;
        if (more && pages_need(pages, pages->bottom))
            draw_head(pages, table, columns, 0);
        else if (used <= 0)
            break;
    }
}

void pages_table(Pages *pages, xmlNode *table)
{
    const Columns columns = measure(pages, table);
    if (columns.count == 0)
        return;
    pages_caption(pages, table);
    pages_tag(pages, "Table");
    xmlNode *first = pages_next(table->children, "tr");
    Row measured = first != NULL ? lay_row(pages, first->children, "td", &columns, TEXT_CELL) : (Row){0};
    draw_head(pages, table, &columns, measured.height < HIGH_ROW_BEGINS ? measured.height : HIGH_ROW_BEGINS);
    free_row(&measured);
    for (xmlNode *node = pages_next(table->children, "tr"); node != NULL; node = pages_next(node->next, "tr")) {
        Row row = lay_row(pages, node->children, "td", &columns, TEXT_CELL);
        bool high = row.height > HIGH_ROW;
        if (pages_need(pages, high ? HIGH_ROW_BEGINS : row.height + 2 * PADDING))
            draw_head(pages, table, &columns, 0);
        if (high && pages->y + row.height + 2 * PADDING > pages->bottom)
            draw_high_row(pages, table, &row, &columns);
        else
            draw_row(pages, &row, &columns, "TD");
        rule(pages, pages->y, 0.4, "c4cad0");
        free_row(&row);
    }
    pages_tag_end(pages);
    pages->y += 8 * pages->scale;
}

static const char *const series_colours[] = {"1f6f8b", "c98b2b", "8a3324", "9aa3ab", "d9dde0"};
#define SERIES_COLOURS (sizeof series_colours / sizeof series_colours[0])

/* The names of the series, each with its colour. */
static void draw_legend(Pages *pages, xmlNode *chart)
{
    double x = pages->left, scale = pages->scale;
    size_t number = 0;
    for (xmlNode *node = pages_next(chart->children, "series"); node != NULL; node = pages_next(node->next, "series")) {
        LaidText text = text_lay_out(pages, node, NULL, TEXT_CELL, 0);
        int width;
        pango_layout_get_size(text.layout, &width, NULL);
        double wide = (double)width / PANGO_SCALE;
        if (x > pages->left && x + wide + 14 * scale > pages->left + pages->width) {
            x = pages->left;
            pages->y += 12 * scale;
        }
        pages_colour(pages, series_colours[number++ % SERIES_COLOURS]);
        cairo_rectangle(pages->cairo, x, pages->y + 1.5 * scale, 7 * scale, 7 * scale);
        cairo_fill(pages->cairo);
        laid_text_draw(pages, &text, x + 10 * scale, pages->y);
        x += wide + 22 * scale;
        laid_text_free(&text);
    }
    pages->y += LEGEND_HEIGHT * scale;
}

static double amount_of(xmlNode *node)
{
    char *value = pages_attribute(node, "value");
    double amount = strtod(value, NULL);
    xmlFree(value);
    return amount > 0 && amount < 1e9 ? amount : 0;
}

static double bar_sum(xmlNode *bar)
{
    double sum = 0;
    for (xmlNode *node = pages_next(bar->children, "amount"); node != NULL; node = pages_next(node->next, "amount"))
        sum += amount_of(node);
    return sum;
}

/* One bar: its name, a piece for each amount with the amount in it; amounts too small for that stand behind it. */
static void draw_bar(Pages *pages, xmlNode *bar, double most, double label)
{
    double room = pages->width - label, x = pages->left + label, bar_height = BAR_HEIGHT * pages->scale;
    char *title = pages_attribute(bar, "title");
    LaidText name = string_lay_out(pages, title, TEXT_CELL, label - 8);
    double height = laid_text_height(&name) > bar_height ? laid_text_height(&name) : bar_height;
    size_t number = 0;
    if (pages_need(pages, height + 4 * pages->scale))
        draw_legend(pages, bar->parent);
    laid_text_draw(pages, &name, pages->left, pages->y);
    for (xmlNode *node = pages_next(bar->children, "amount"); node != NULL; node = pages_next(node->next, "amount")) {
        double amount = amount_of(node), width = most > 0 ? room * amount / most : 0;
        size_t colour = number++ % SERIES_COLOURS;
        char *value = pages_attribute(node, "value");
        LaidText text = string_lay_out(pages, value, TEXT_CELL, 0);
        PangoRectangle area;
        pango_layout_get_pixel_extents(text.layout, NULL, &area);
        if (width > 0) {
            pages_colour(pages, series_colours[colour]);
            cairo_rectangle(pages->cairo, x, pages->y, width, bar_height - 1);
            cairo_fill(pages->cairo);
        }
        if (amount > 0) {
            pages_colour(pages, "ffffff");
            cairo_rectangle(pages->cairo, x + width / 2 - area.width / 2.0 - 1.5, pages->y + 1.5, area.width + 3, bar_height - 4);
            cairo_fill(pages->cairo);
            laid_text_draw(pages, &text, x + width / 2 - area.width / 2.0, pages->y + (bar_height - 1 - laid_text_height(&text)) / 2);
        }
        x += width;
        laid_text_free(&text);
        xmlFree(value);
    }
    pages->y += height + 3 * pages->scale;
    laid_text_free(&name);
    xmlFree(title);
}

/* The width of the widest name among elements of that name within parent, with some space; at most that share of the page's width. */
static double widest_name(Pages *pages, xmlNode *parent, const char *name, double share)
{
    double widest = 0;
    for (xmlNode *node = pages_next(parent->children, name); node != NULL; node = pages_next(node->next, name)) {
        char *title = pages_attribute(node, "title");
        LaidText text = string_lay_out(pages, title, TEXT_CELL, 0);
        int width;
        pango_layout_get_size(text.layout, &width, NULL);
        widest = (double)width / PANGO_SCALE > widest ? (double)width / PANGO_SCALE : widest;
        laid_text_free(&text);
        xmlFree(title);
    }
    widest += 10;
    return widest < pages->width * share ? widest : pages->width * share;
}

void pages_chart(Pages *pages, xmlNode *chart)
{
    double most = 0;
    for (xmlNode *bar = pages_next(chart->children, "bar"); bar != NULL; bar = pages_next(bar->next, "bar"))
        most = bar_sum(bar) > most ? bar_sum(bar) : most;
    pages_caption(pages, chart);
    pages_tag(pages, "Figure");
    draw_legend(pages, chart);
    const double label = widest_name(pages, chart, "bar", 0.36);
    for (xmlNode *bar = pages_next(chart->children, "bar"); bar != NULL; bar = pages_next(bar->next, "bar"))
        draw_bar(pages, bar, most, label);
    pages_tag_end(pages);
    pages->y += 8 * pages->scale;
}

/* How a matrix stands on the page. */
typedef struct Grid {
    double label, side; /* how wide the models' names and a square are */
    double head;        /* how high the components' names are */
    bool upright;       /* these are written upwards */
    double wrap;        /* how long a line of them is then at most */
} Grid;

/* How high the names are where they are set in a width, and whether a line of one is wider than that. */
static double names_height(Pages *pages, xmlNode *matrix, double width, bool *too_wide, double *longest)
{
    double highest = 0;
    *longest = 0;
    for (xmlNode *node = pages_next(matrix->children, "component"); node != NULL; node = pages_next(node->next, "component")) {
        LaidText text = text_lay_out(pages, node, NULL, TEXT_CELL, width);
        int words;
        pango_layout_set_wrap(text.layout, PANGO_WRAP_WORD);
        pango_layout_get_size(text.layout, &words, NULL);
        *longest = (double)words / PANGO_SCALE > *longest ? (double)words / PANGO_SCALE : *longest;
        highest = laid_text_height(&text) > highest ? laid_text_height(&text) : highest;
        laid_text_free(&text);
    }
    *too_wide = *longest > width;
    return highest;
}

/* The components' names: in the width of a square where all fit into it, else upwards; on a slide these are wrapped to be less high. */
static void measure_head(Pages *pages, xmlNode *matrix, Grid *grid)
{
    const double line = 9.5 * pages->scale;
    bool too_wide;
    double longest, flat = names_height(pages, matrix, grid->side - 5, &too_wide, &longest);
    grid->upright = too_wide || flat > 3.5 * line;
    grid->head = flat + 8;
    if (!grid->upright)
        return;
    grid->wrap = MATRIX_HEAD * pages->scale;
    for (double wrap = SLIDE_HEAD_MIN * pages->scale; pages->slides && wrap < grid->wrap; wrap += 4)
        if (names_height(pages, matrix, wrap, &too_wide, &longest) <= grid->side - 2 && !too_wide)
            grid->wrap = wrap;
    names_height(pages, matrix, grid->wrap, &too_wide, &longest);
    grid->head = longest + 8;
}

static Grid measure_grid(Pages *pages, xmlNode *matrix)
{
    const double count = (double)pages_count(matrix, "component");
    Grid grid = {.label = widest_name(pages, matrix, "model", 0.42)};
    grid.side = (pages->width - grid.label) / count;
    if (!pages->slides && grid.side > SQUARE_SIDE)
        grid.side = SQUARE_SIDE;
    if (grid.side > WIDE_SQUARE * pages->scale)
        grid.side = WIDE_SQUARE * pages->scale;
    measure_head(pages, matrix, &grid);
    return grid;
}

static void draw_matrix_head(Pages *pages, xmlNode *matrix, const Grid *grid)
{
    double x = pages->left + grid->label;
    for (xmlNode *node = pages_next(matrix->children, "component"); node != NULL; node = pages_next(node->next, "component")) {
        LaidText text = text_lay_out(pages, node, NULL, TEXT_CELL, grid->upright ? grid->wrap : grid->side - 5);
        if (grid->upright) {
            cairo_save(pages->cairo);
            cairo_translate(pages->cairo, x + (grid->side - laid_text_height(&text)) / 2, pages->y + grid->head - 4);
            cairo_rotate(pages->cairo, -G_PI / 2);
            laid_text_draw(pages, &text, 0, 0);
            cairo_restore(pages->cairo);
        } else {
            pango_layout_set_alignment(text.layout, PANGO_ALIGN_CENTER);
            laid_text_draw(pages, &text, x + 2.5, pages->y + grid->head - 4 - laid_text_height(&text));
        }
        x += grid->side;
        laid_text_free(&text);
    }
    pages->y += grid->head;
}

static const char *square_colour(const char *openness)
{
    static const struct {
        const char *openness, *colour;
    } colours[] = {{"open", "cfe6da"}, {"semi-open", "f3e2b8"}, {"closed", "efcfc8"}, {"unknown", "eceef0"},
                 {"light", "e6eef6"}, {"medium", "bcd3e8"}, {"full", "8fb4d6"}};
    for (size_t i = 0; i < sizeof colours / sizeof colours[0]; i++)
        if (strcmp(openness, colours[i].openness) == 0)
            return colours[i].colour;
    return "ffffff";
}

static void draw_square(Pages *pages, xmlNode *square, double x, double side, double height)
{
    char *openness = pages_attribute(square, "openness");
    LaidText text = text_lay_out(pages, square, NULL, TEXT_CELL, side);
    pango_layout_set_alignment(text.layout, PANGO_ALIGN_CENTER);
    pages_colour(pages, square_colour(openness));
    cairo_rectangle(pages->cairo, x + 0.6, pages->y + 0.6, side - 1.2, height - 1.2);
    cairo_fill(pages->cairo);
    laid_text_draw(pages, &text, x, pages->y + (height - laid_text_height(&text)) / 2);
    laid_text_free(&text);
    xmlFree(openness);
}

/* A model's name, and how high its row is. */
static LaidText lay_model(Pages *pages, xmlNode *model, const Grid *grid, double *height)
{
    const double row = (pages->slides ? SLIDE_ROW : MATRIX_ROW) * pages->scale;
    char *title = pages_attribute(model, "title");
    LaidText name = string_lay_out(pages, title, TEXT_CELL, grid->label - 6);
    double high = laid_text_height(&name) + 3;
    *height = high > row ? high : row;
    xmlFree(title);
    return name;
}

/* How high the rows of the models from this one on are, where they are the last of the matrix that stand together; else 0. */
static double last_height(Pages *pages, xmlNode *model, const Grid *grid)
{
    double sum = 0, height;
    size_t count = 0;
    for (xmlNode *node = model; node != NULL; node = pages_next(node->next, "model")) {
        if (++count > MATRIX_TOGETHER)
            return 0;
        LaidText name = lay_model(pages, node, grid, &height);
        sum += height;
        laid_text_free(&name);
    }
    return count == MATRIX_TOGETHER ? sum : 0;
}

void pages_matrix(Pages *pages, xmlNode *matrix)
{
    if (pages_count(matrix, "component") == 0)
        return;
    if (xmlHasProp(matrix, (const xmlChar *)"title") != NULL)
        pages_caption(pages, matrix);
    const Grid grid = measure_grid(pages, matrix);
    pages_need(pages, grid.head + MATRIX_TOGETHER * MATRIX_ROW * pages->scale);
    pages_tag(pages, "Figure");
    draw_matrix_head(pages, matrix, &grid);
    for (xmlNode *model = pages_next(matrix->children, "model"); model != NULL; model = pages_next(model->next, "model")) {
        double height, together = last_height(pages, model, &grid), x = pages->left + grid.label;
        LaidText name = lay_model(pages, model, &grid, &height);
        if (pages_need(pages, together > height ? together : height))
            draw_matrix_head(pages, matrix, &grid);
        laid_text_draw(pages, &name, pages->left, pages->y + (height - laid_text_height(&name)) / 2);
        for (xmlNode *square = pages_next(model->children, "square"); square != NULL;
             square = pages_next(square->next, "square"), x += grid.side)
            draw_square(pages, square, x, grid.side, height);
        pages->y += height;
        laid_text_free(&name);
    }
    pages_tag_end(pages);
    pages->y += 8 * pages->scale;
}

#endif
