#include "config.h"

#include "tui/present-layout.h"

#include "core/memory.h"
#include "core/unicode.h"
#include "tui/canvas.h"

#include <stdlib.h>
#include <string.h>

#define MEASURE 64         /* columns of running text: what the eye takes in at once */
#define PICTURE_MEASURE 96
#define LABELS_FROM 48     /* columns from which labels stand beside their text */
#define LABEL_COLUMNS_MAX 22
#define AIR_MAX 3

static void clear_lines(PresentLayout *layout)
{
    for (size_t i = 0; i < layout->count; i++) {
        for (size_t j = 0; j < layout->lines[i].count; j++) {
            free(layout->lines[i].pieces[j].text);
        }
        free(layout->lines[i].pieces);
    }
    layout->count = 0;
    layout->block = 0;
}

void present_layout_free(PresentLayout *layout)
{
    clear_lines(layout);
    free(layout->lines);
    free(layout->pages);
    *layout = (PresentLayout){0};
}

void present_line(PresentLayout *layout, size_t step)
{
    if (layout->count == layout->capacity) {
        layout->capacity = layout->capacity == 0 ? 32 : layout->capacity * 2;
        layout->lines = memory_resize(layout->lines, layout->capacity, sizeof *layout->lines);
    }
    layout->lines[layout->count++] = (PresentLine){.block = layout->block, .step = step};
}

static PresentPiece *add_piece(PresentLayout *layout, int column, Style style)
{
    PresentLine *line = &layout->lines[layout->count - 1];
    line->pieces = memory_resize(line->pieces, line->count + 1, sizeof *line->pieces);
    line->pieces[line->count] = (PresentPiece){.column = column, .style = style};
    return &line->pieces[line->count++];
}

void present_piece_take(PresentLayout *layout, int column, Style style, char *text)
{
    add_piece(layout, column, style)->text = text;
}

void present_bar(PresentLayout *layout, int column, Style style, Glyph glyph, int repeat)
{
    PresentPiece *piece = add_piece(layout, column, style);
    piece->glyph = glyph;
    piece->repeat = repeat;
}

void present_text(PresentLayout *layout, int column, int columns, Style style, size_t step, const char *text)
{
    char *shown = display_text(text, SANITISE_LINE);
    WrappedText lines = text_wrap(shown, columns);
    for (size_t i = 0; i < lines.count; i++) {
        present_line(layout, step);
        present_piece_take(layout, column, style, string_copy(lines.lines[i]));
    }
    wrapped_text_free(&lines);
    free(shown);
}

/* Ends a block, with empty lines below it. */
static void end_block(PresentLayout *layout, int gaps, size_t step)
{
    layout->block++;
    for (int i = 0; i < gaps; i++) {
        present_line(layout, step);
        layout->lines[layout->count - 1].gap = true;
    }
    layout->block += gaps > 0;
}

static Style kicker_style(const Slide *slide)
{
    if (slide->id != NULL && strncmp(slide->id, "risk.", 5) == 0) {
        return STYLE_RISK;
    }
    return slide->id != NULL && strncmp(slide->id, "opportunity.", 12) == 0 ? STYLE_OPPORTUNITY : STYLE_QUIET;
}

/* The columns that the labels of the points take; 0: they have lines of their own, or there are none. */
static int label_columns(const Slide *slide, int measure)
{
    int most = 0;
    for (size_t i = 0; i < slide->point_count; i++) {
        char *shown = display_text(slide->points[i].label, SANITISE_LINE);
        int width = text_width(shown);
        most = width > most ? width : most;
        free(shown);
    }
    return measure < LABELS_FROM || most == 0 || most > LABEL_COLUMNS_MAX ? 0 : most + 3;
}

static void lay_out_point(PresentLayout *layout, const SlidePoint *point, int labels, int measure, size_t step)
{
    if (point->label == NULL) {
        bool has_mark = measure >= 16;
        size_t first = layout->count;
        present_text(layout, has_mark ? 2 : 0, measure - (has_mark ? 2 : 0), STYLE_NORMAL, step, point->text);
        if (has_mark) {
            PresentLine *line = &layout->lines[first];
            line->pieces = memory_resize(line->pieces, line->count + 1, sizeof *line->pieces);
            line->pieces[line->count++] = (PresentPiece){.style = STYLE_QUIET, .glyph = GLYPH_DOT, .repeat = 1};
        }
        return;
    }
    if (labels == 0) {
        present_text(layout, 0, measure, STYLE_QUIET, step, point->label);
        present_text(layout, measure >= 30 ? 2 : 0, measure - (measure >= 30 ? 2 : 0), STYLE_NORMAL, step, point->text);
        return;
    }
    size_t first = layout->count;
    present_text(layout, labels, measure - labels, STYLE_NORMAL, step, point->text);
    PresentLine *line = &layout->lines[first];
    line->pieces = memory_resize(line->pieces, line->count + 1, sizeof *line->pieces);
    line->pieces[line->count++] = (PresentPiece){.style = STYLE_QUIET, .text = display_text(point->label, SANITISE_LINE)};
}

/* The lines of a slide with so much air between its parts. */
static void make_lines(const Slide *slide, bool stepwise, int air, PresentLayout *layout)
{
    int measure = layout->measure, labels = label_columns(slide, measure);
    int text_measure = measure > MEASURE ? MEASURE : measure, gap = air > 0 ? 1 : 0;
    clear_lines(layout);
    if (slide->kicker != NULL) {
        present_text(layout, 0, text_measure, kicker_style(slide), 0, slide->kicker);
        end_block(layout, air > 2, 0);
    }
    present_text(layout, 0, text_measure, STYLE_TITLE, 0, slide->title != NULL ? slide->title : "");
    if (air > 1) {
        present_line(layout, 0);
        present_bar(layout, 0, STYLE_QUIET, GLYPH_HORIZONTAL, text_measure < 12 ? text_measure : 12);
    }
    end_block(layout, air > 2 ? 2 : gap, 0);
    if (slide->lead != NULL) {
        present_text(layout, 0, text_measure, STYLE_NORMAL, 0, slide->lead);
        end_block(layout, air > 2 ? 2 : gap, 0);
    }
    for (size_t i = 0; i < slide->point_count; i++) {
        size_t step = stepwise ? i + 1 : 0;
        bool close = slide->points[i].label == NULL || slide->kind == SLIDE_TITLE || slide->kind == SLIDE_DATES;
        lay_out_point(layout, &slide->points[i], labels, text_measure, step);
        end_block(layout, i + 1 < slide->point_count ? (close ? air > 2 : air > 1) : gap, step);
    }
    if (slide->picture != NULL) {
        present_picture(layout, slide->picture, measure, air);
        end_block(layout, gap, 0);
    }
    if (slide->source != NULL) {
        char *text = string_format("%s%s", slide->kind == SLIDE_ITEM ? "Source: " : "", slide->source);
        present_text(layout, 0, text_measure, STYLE_QUIET, 0, text);
        end_block(layout, 0, 0);
        free(text);
    }
    while (layout->count > 0 && layout->lines[layout->count - 1].gap) {
        layout->count--;
    }
}

/* The line that a page which begins at first ends before: where a block would be torn it ends before that, unless the block is
 * longer than a page. */
static size_t find_end(const PresentLayout *layout, size_t first)
{
    size_t rows = layout->rows > 0 ? (size_t)layout->rows : 1, end = first + rows;
    if (end >= layout->count) {
        return layout->count;
    }
    size_t begin = end;
    while (begin > first && layout->lines[begin].block == layout->lines[begin - 1].block) {
        begin--;
    }
    return begin > first ? begin : end;
}

static void make_pages(PresentLayout *layout)
{
    layout->page_count = 0;
    size_t line = 0;
    do {
        while (line < layout->count && layout->lines[line].gap) {
            line++;
        }
        layout->pages = memory_resize(layout->pages, layout->page_count + 1, sizeof *layout->pages);
        layout->pages[layout->page_count++] = line;
        line = find_end(layout, line);
        while (line < layout->count && layout->lines[line].gap) {
            line++;
        }
    } while (line < layout->count);
}

void present_lay_out(const Slide *slide, bool stepwise, int rows, int columns, PresentLayout *layout)
{
    int margin = columns >= 100 ? 10 : columns >= 60 ? 4 : columns >= 30 ? 2 : 0;
    int most = slide->picture != NULL ? PICTURE_MEASURE : MEASURE;
    layout->rows = rows;
    layout->columns = columns;
    layout->measure = columns - 2 * margin > most ? most : columns - 2 * margin;
    layout->measure = layout->measure < 1 ? 1 : layout->measure;
    layout->steps = stepwise ? slide->point_count : 0;
    int air = AIR_MAX;
    make_lines(slide, stepwise, air, layout);
    while (air > 0 && layout->count > (size_t)(rows > 0 ? rows : 1)) {
        make_lines(slide, stepwise, --air, layout);
    }
    if (layout->count > (size_t)(rows > 0 ? rows : 1) && rows >= 8) { /* on several pages it need not be dense */
        make_lines(slide, stepwise, rows >= 14 ? 2 : 1, layout);
    }
    make_pages(layout);
}

size_t present_page_end(const PresentLayout *layout, size_t page)
{
    return page + 1 < layout->page_count ? layout->pages[page + 1] : layout->count;
}

static size_t page_of_line(const PresentLayout *layout, size_t line)
{
    size_t page = 0;
    while (page + 1 < layout->page_count && layout->pages[page + 1] <= line) {
        page++;
    }
    return page;
}

size_t present_page_of_block(const PresentLayout *layout, size_t block)
{
    size_t line = 0;
    while (line + 1 < layout->count && layout->lines[line].block < block) {
        line++;
    }
    return page_of_line(layout, line);
}

size_t present_page_of_step(const PresentLayout *layout, size_t step, bool last)
{
    size_t found = 0;
    bool any = false;
    for (size_t i = 0; i < layout->count; i++) {
        if (layout->lines[i].gap || layout->lines[i].step != step || (any && !last)) {
            continue;
        }
        /* What is always shown ends, for the steps, where the first point begins; the source comes with the last. */
        if (step == 0 && layout->steps > 0 && i > 0 && layout->lines[i - 1].step > 0) {
            break;
        }
        found = i;
        any = true;
    }
    if (last && step == layout->steps && layout->count > 0) {
        found = layout->count - 1;
    }
    return page_of_line(layout, found);
}
