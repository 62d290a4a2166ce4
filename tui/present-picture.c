/* Pictures of a slide, drawn with glyphs; each amount stands beside its bar too, and where there is no room for bars it is said in
 * words. */
#include "config.h"

#include "tui/present-layout.h"

#include "core/memory.h"
#include "core/unicode.h"
#include "tui/canvas.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DRAWN_FROM 44 /* columns */
#define TITLE_COLUMNS_MAX 30
#define SQUARE_COLUMNS 5     /* "C3" and two of the glyph */
#define SQUARE_COLUMNS_MIN 4 /* "C3" and one */
#define GRID_TITLE_COLUMNS 14

typedef struct Tone {
    Style style;
    Glyph glyph;
} Tone;

static const Tone tones[TONE_COUNT] = {
    [TONE_NONE] = {STYLE_QUIET, GLYPH_DOT},
    [TONE_RISK] = {STYLE_RISK, GLYPH_BAR},
    [TONE_OPPORTUNITY] = {STYLE_OPPORTUNITY, GLYPH_BAR_MEDIUM},
    [TONE_CLOSED] = {STYLE_CLOSED, GLYPH_BAR_LIGHT},
    [TONE_SEMI_OPEN] = {STYLE_SEMI_OPEN, GLYPH_BAR_MEDIUM},
    [TONE_OPEN] = {STYLE_OPEN, GLYPH_BAR},
    [TONE_LIGHT] = {STYLE_NORMAL, GLYPH_SHADE_1},
    [TONE_MEDIUM] = {STYLE_NORMAL, GLYPH_SHADE_2},
    [TONE_FULL] = {STYLE_NORMAL, GLYPH_BAR},
    [TONE_UNKNOWN] = {STYLE_QUIET, GLYPH_QUESTION},
};

/* The columns of the longest row title, within bounds. */
static int title_columns(const Picture *picture, int columns)
{
    int most = 4, limit = columns / 3 < TITLE_COLUMNS_MAX ? columns / 3 : TITLE_COLUMNS_MAX;
    for (size_t i = 0; i < picture->row_count; i++) {
        char *shown = display_text(picture->rows[i].title, SANITISE_LINE);
        int width = text_width(shown);
        most = width > most ? width : most;
        free(shown);
    }
    return most < limit ? most : limit;
}

/* Writes a row's title, wrapped, and leaves the last line at its first for what stands beside it: returns that line. */
static size_t begin_row(PresentLayout *layout, const char *title, int columns)
{
    size_t first = layout->count;
    present_text(layout, 0, columns, STYLE_NORMAL, 0, title);
    return first;
}

/* Pieces go to the last line; this puts a line there for a while. */
static void swap_to_end(PresentLayout *layout, size_t line)
{
    PresentLine kept = layout->lines[line];
    layout->lines[line] = layout->lines[layout->count - 1];
    layout->lines[layout->count - 1] = kept;
}

static size_t most_in_a_row(const Picture *picture)
{
    size_t most = 1;
    for (size_t i = 0; i < picture->row_count; i++) {
        size_t sum = 0;
        for (size_t j = 0; j < picture->column_count; j++) {
            sum += picture->rows[i].amounts[j];
        }
        most = sum > most ? sum : most;
    }
    return most;
}

static void draw_bar(PresentLayout *layout, const Picture *picture, const PictureRow *row, int column, int columns, size_t most)
{
    int lengths[PICTURE_COLUMNS_MAX], parts[PICTURE_COLUMNS_MAX], sum = 0, at = column;
    for (size_t j = 0; j < picture->column_count; j++) {
        parts[j] = (int)(row->amounts[j] > 1000000 ? 1000000 : row->amounts[j]);
        sum += parts[j];
    }
    bar_split(parts, (int)picture->column_count, bar_length(sum, (int)most, columns), lengths);
    for (size_t j = 0; j < picture->column_count; j++) {
        const Tone *tone = &tones[picture->tones[j]];
        if (lengths[j] > 0) {
            present_bar(layout, at, tone->style, tone->glyph, lengths[j]);
        }
        at += lengths[j];
    }
}

/* "open 4, semi-open 1": a row in words; empty parts of a bar are left out. The caller owns it. */
static char *row_words(const Picture *picture, const PictureRow *row)
{
    Text text = {0};
    for (size_t j = 0; j < picture->column_count; j++) {
        if (picture->kind == PICTURE_BARS && row->amounts[j] == 0) {
            continue;
        }
        text_append_format(&text, "%s%s ", text.length > 0 ? ", " : "", picture->columns[j]);
        if (picture->kind == PICTURE_BARS) {
            text_append_format(&text, "%zu", row->amounts[j]);
        } else {
            text_append(&text, row->marks[j]);
        }
    }
    return text.length > 0 ? text_take(&text) : string_copy("none");
}

/* Which glyph stands for what, with its name. */
static void draw_legend(PresentLayout *layout, const Picture *picture, int columns)
{
    int at = 0;
    present_line(layout, 0);
    for (size_t j = 0; j < picture->column_count; j++) {
        char *name = display_text(picture->columns[j], SANITISE_LINE);
        int width = text_width(name) + 4;
        if (at > 0 && at + width > columns) {
            present_line(layout, 0);
            at = 0;
        }
        present_bar(layout, at, tones[picture->tones[j]].style, tones[picture->tones[j]].glyph, 2);
        present_piece_take(layout, at + 3, STYLE_QUIET, name);
        at += width + 2;
    }
}

static void draw_bars(PresentLayout *layout, const Picture *picture, int columns, int air)
{
    int titles = title_columns(picture, columns);
    size_t most = most_in_a_row(picture);
    for (size_t i = 0; i < picture->row_count; i++) {
        size_t first = begin_row(layout, picture->rows[i].title, titles);
        swap_to_end(layout, first);
        draw_bar(layout, picture, &picture->rows[i], titles + 2, columns - titles - 2, most);
        swap_to_end(layout, first);
        char *words = row_words(picture, &picture->rows[i]);
        present_text(layout, titles + 2, columns - titles - 2, STYLE_QUIET, 0, words);
        free(words);
        layout->block++;
        if (air > 1) {
            present_line(layout, 0);
            layout->lines[layout->count - 1].gap = true;
            layout->block++;
        }
    }
    draw_legend(layout, picture, columns);
}

/* How a grid stands: the columns of its row titles and of a square, and what stands above the squares. */
typedef enum Heads { HEADS_NAMES, HEADS_SHORT, HEADS_NUMBERS } Heads;

typedef struct Grid {
    int titles, square;
    Heads heads;
} Grid;

static Grid measure_grid(const Picture *picture, int columns)
{
    int count = (int)picture->column_count, widest = 0, most = title_columns(picture, 3 * columns);
    for (size_t j = 0; j < picture->column_count; j++) {
        char *name = display_text(picture->columns[j], SANITISE_LINE);
        widest = text_width(name) > widest ? text_width(name) : widest;
        free(name);
    }
    Grid grid = {.heads = picture->shorts[0] != NULL ? HEADS_SHORT : HEADS_NUMBERS};
    int named = widest + 2 > SQUARE_COLUMNS ? widest + 2 : SQUARE_COLUMNS;
    int least = most < GRID_TITLE_COLUMNS ? most : GRID_TITLE_COLUMNS;
    if (count * named + least + 2 <= columns) {
        grid.heads = HEADS_NAMES;
        grid.square = named;
    } else {
        grid.square = columns >= count * SQUARE_COLUMNS + GRID_TITLE_COLUMNS ? SQUARE_COLUMNS : SQUARE_COLUMNS_MIN;
    }
    grid.titles = columns - count * grid.square - 2;
    grid.titles = grid.titles > most ? most : grid.titles;
    return grid;
}

/* What stands above the column; the caller owns it. */
static char *head_of(const Picture *picture, const Grid *grid, size_t column)
{
    return grid->heads == HEADS_NAMES   ? display_text(picture->columns[column], SANITISE_LINE)
           : grid->heads == HEADS_SHORT ? string_copy(picture->shorts[column])
                                        : string_format("%2zu", column + 1);
}

static void draw_heads(PresentLayout *layout, const Picture *picture, const Grid *grid)
{
    if (grid->heads == HEADS_SHORT) {
        present_line(layout, 0);
        for (size_t j = 0; j < picture->column_count; j++) {
            if (picture->groups[j] != NULL) {
                present_piece_take(layout, grid->titles + 2 + (int)j * grid->square, STYLE_QUIET, string_copy(picture->groups[j]));
            }
        }
    }
    present_line(layout, 0);
    for (size_t j = 0; j < picture->column_count; j++) {
        present_piece_take(layout, grid->titles + 2 + (int)j * grid->square, STYLE_QUIET, head_of(picture, grid, j));
    }
}

static void draw_squares(PresentLayout *layout, const Picture *picture, const PictureRow *row, const Grid *grid)
{
    size_t first = begin_row(layout, row->title, grid->titles);
    swap_to_end(layout, first);
    for (size_t j = 0; j < picture->column_count; j++) {
        const Tone *tone = &tones[row->tones[j]];
        int at = grid->titles + 2 + (int)j * grid->square;
        if (row->tones[j] != TONE_NONE) {
            present_bar(layout, at + 2, tone->style, tone->glyph, grid->square - 3);
        }
        present_piece_take(layout, at, tone->style, display_text(row->marks[j], SANITISE_LINE));
    }
    swap_to_end(layout, first);
    layout->block++;
}

/* The columns' names above the squares; where there is room for short ones or numbers only, these are explained below. */
static void draw_grid(PresentLayout *layout, const Picture *picture, int columns)
{
    const Grid grid = measure_grid(picture, columns);
    draw_heads(layout, picture, &grid);
    for (size_t i = 0; i < picture->row_count; i++) {
        draw_squares(layout, picture, &picture->rows[i], &grid);
    }
    present_line(layout, 0);
    layout->lines[layout->count - 1].gap = true;
    layout->block++;
    if (grid.heads == HEADS_NAMES) {
        return;
    }
    Text names = {0};
    for (size_t j = 0; j < picture->column_count; j++) {
        char *head = head_of(picture, &grid, j);
        text_append_format(&names, "%s%s %s", j > 0 ? "; " : "", head + strspn(head, " "), picture->columns[j]);
        free(head);
    }
    present_text(layout, 0, columns, STYLE_QUIET, 0, names.data);
    text_free(&names);
    layout->block++;
}

/* Row by row in words. */
static void say_rows(PresentLayout *layout, const Picture *picture, int columns)
{
    for (size_t i = 0; i < picture->row_count; i++) {
        const PictureRow *row = &picture->rows[i];
        int indent = columns > 20 ? 2 : 0;
        char *words = row_words(picture, row);
        present_text(layout, 0, columns, STYLE_NORMAL, 0, row->title);
        present_text(layout, indent, columns - indent, STYLE_QUIET, 0, words);
        free(words);
        layout->block++;
    }
}

void present_picture(PresentLayout *layout, const Picture *picture, int columns, int air)
{
    bool fits = picture->kind == PICTURE_BARS ? columns >= DRAWN_FROM
                                              : columns >= (int)picture->column_count * SQUARE_COLUMNS_MIN + GRID_TITLE_COLUMNS;
    if (!fits) {
        say_rows(layout, picture, columns);
    } else if (picture->kind == PICTURE_BARS) {
        draw_bars(layout, picture, columns, air);
    } else {
        draw_grid(layout, picture, columns);
    }
    layout->block++;
    if (picture->scale != NULL) {
        present_text(layout, 0, columns, STYLE_QUIET, 0, picture->scale);
    }
}
