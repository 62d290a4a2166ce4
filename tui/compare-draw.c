#include "config.h"

#include "core/memory.h"
#include "tui/compare.h"

#include <stdlib.h>
#include <string.h>

#define LABEL_COLUMNS 24
#define LABEL_COLUMNS_NARROW 14
#define NARROW_BELOW 90
#define WITHOUT_LABELS_BELOW 36 /* what a line is about stands before its words then */
#define CELL_COLUMNS_MIN 16
#define CELL_COLUMNS_MAX 46 /* lines are no longer: they would be hard to read */
#define GUTTER 4            /* the mark of a difference, and blanks */
#define GAP 3               /* between items; the focus's mark stands in it */
#define CELL_LINES_MAX 12u  /* of a long text; the item's page has all of it */
#define HEAD_LINES_MAX 2u   /* of a title, above the rule */

void compare_lines_free(CompareLines *lines)
{
    for (size_t i = 0; i < lines->rows * lines->cell_count; i++) {
        wrapped_text_free(&lines->cells[i]);
    }
    free(lines->cells);
    free(lines->starts);
    *lines = (CompareLines){.columns = -1};
}

static WrappedText wrap(const char *text, int columns)
{
    char *shown = display_text(text, SANITISE_LINE);
    WrappedText wrapped = text_wrap(shown, columns);
    free(shown);
    return wrapped;
}

/* "one", "two-years": values as people read them. */
const char *compare_value(const ComparisonRow *row, size_t item)
{
    const char *value = row->values[item];
    if (value == NULL) {
        return glyph(GLYPH_DASH);
    }
    return row->part == COMPARES_FIELD || row->part == COMPARES_CELL ? choice_title(value) : value;
}

static size_t height(const WrappedText *cells, size_t count)
{
    size_t most = 1;
    for (size_t i = 0; i < count; i++) {
        most = cells[i].count > most ? cells[i].count : most;
    }
    return most > CELL_LINES_MAX ? CELL_LINES_MAX : most;
}

/* A relation's name stands beside the first of its links only. */
static const char *shown_label(const CompareView *compare, size_t index)
{
    const ComparisonRow *row = &compare->comparison.rows[compare->visible[index]];
    if (index > 0 && row->part == COMPARES_LINK) {
        const ComparisonRow *before = &compare->comparison.rows[compare->visible[index - 1]];
        if (before->part == COMPARES_LINK && strcmp(before->label, row->label) == 0) {
            return "";
        }
    }
    return row->label;
}

static void lay_out(CompareView *compare, int columns)
{
    CompareLines *lines = &compare->lines;
    const Comparison *comparison = &compare->comparison;
    if (lines->columns == columns) {
        return;
    }
    compare_lines_free(lines);
    int label = columns < WITHOUT_LABELS_BELOW ? 0 : columns < NARROW_BELOW ? LABEL_COLUMNS_NARROW : LABEL_COLUMNS;
    int room = columns - GUTTER - label, shown = (int)comparison->count;
    while (shown > 1 && room / shown - GAP < CELL_COLUMNS_MIN) {
        shown--;
    }
    int cell = shown > 0 ? room / shown - GAP : 1;
    cell = cell > CELL_COLUMNS_MAX ? CELL_COLUMNS_MAX : cell < 1 ? 1 : cell;
    compare->shown = (size_t)shown;
    *lines = (CompareLines){.columns = columns,
                            .label_columns = label,
                            .cell_columns = cell,
                            .rows = compare->visible_count,
                            .cell_count = comparison->count + 1};
    lines->cells = memory_zeroed(lines->rows * lines->cell_count + 1, sizeof *lines->cells);
    lines->starts = memory_zeroed(lines->rows + 1, sizeof *lines->starts);
    for (size_t row = 0; row < lines->rows; row++) {
        WrappedText *cells = &lines->cells[row * lines->cell_count];
        const ComparisonRow *entry = &comparison->rows[compare->visible[row]];
        cells[0] = wrap(label > 0 ? shown_label(compare, row) : "", label > 0 ? label : 1);
        for (size_t i = 0; i < comparison->count; i++) {
            char *labelled = string_format("%s: %s", entry->label, compare_value(entry, i));
            cells[i + 1] = wrap(label > 0 ? compare_value(entry, i) : labelled, cell);
            free(labelled);
        }
        lines->starts[row + 1] = lines->starts[row] + height(cells, lines->cell_count);
    }
}

/* Scrolls so that the focused item is seen. */
static void scroll_across(CompareView *compare)
{
    if (compare->column < compare->first) {
        compare->first = compare->column;
    } else if (compare->shown > 0 && compare->column >= compare->first + compare->shown) {
        compare->first = compare->column - compare->shown + 1;
    }
    if (compare->first + compare->shown > compare->comparison.count) {
        compare->first = compare->comparison.count - compare->shown;
    }
}

/* Scrolls so that the focused row is seen. */
static void scroll_down(CompareView *compare, size_t rows)
{
    const CompareLines *lines = &compare->lines;
    if (compare->selected >= lines->rows) {
        compare->top = 0;
        return;
    }
    size_t start = lines->starts[compare->selected], end = lines->starts[compare->selected + 1];
    if (end > compare->top + rows) {
        compare->top = end - rows;
    }
    if (start < compare->top) {
        compare->top = start;
    }
    size_t all = lines->starts[lines->rows];
    if (compare->top + rows > all) {
        compare->top = all > rows ? all - rows : 0;
        compare->top = compare->top > start ? start : compare->top;
    }
}

static int cell_start(const CompareLines *lines, size_t place)
{
    return GUTTER + lines->label_columns + GAP - 1 + (int)place * (lines->cell_columns + GAP);
}

static void draw_cell(const Canvas *canvas, int row, int start, int columns, Style style, const WrappedText *cell,
                      size_t line, size_t most)
{
    bool cut = line == most - 1 && cell->count > most;
    if (line < cell->count) {
        canvas_field(canvas, row, start, columns - (cut ? 1 : 0), false, style, cell->lines[line]);
    }
    if (cut) {
        canvas_text(canvas, row, start + columns - 1, STYLE_QUIET, glyph(GLYPH_ELLIPSIS));
    }
}

/* Where there is room for little else: which item it is, on one line. */
static int draw_one_head(const CompareView *compare, const Canvas *canvas)
{
    size_t first = compare->first, count = compare->comparison.count;
    if (count > 0) {
        canvas_format(canvas, 0, 2, STYLE_TITLE, "%s%zu/%zu%s %s", first > 0 ? glyph(GLYPH_LESS) : "", first + 1, count,
                      first + compare->shown < count ? glyph(GLYPH_MORE) : "", compare->comparison.items[first]->title);
    }
    return 1;
}

/* The titles of the items, and that there are more beside them. Returns the rows that they take with their rule. */
static int draw_heads(const CompareView *compare, const Canvas *canvas)
{
    if (compare->lines.label_columns == 0) {
        return draw_one_head(compare, canvas);
    }
    const CompareLines *lines = &compare->lines;
    size_t rows = 1, first = compare->first, last = first + compare->shown, count = compare->comparison.count;
    for (size_t item = first; item < last; item++) {
        int start = cell_start(lines, item - first);
        WrappedText name = wrap(compare->comparison.items[item]->title, lines->cell_columns);
        for (size_t line = 0; line < name.count && line < HEAD_LINES_MAX; line++) {
            draw_cell(canvas, (int)line, start, lines->cell_columns, STYLE_TITLE, &name, line, HEAD_LINES_MAX);
            rows = line + 1 > rows ? line + 1 : rows;
        }
        wrapped_text_free(&name);
    }
    for (size_t item = first; item < last; item++) {
        canvas_repeat(canvas, (int)rows, cell_start(lines, item - first), lines->cell_columns, STYLE_QUIET,
                      GLYPH_HORIZONTAL);
    }
    if (compare->shown < count) {
        const char *before = first > 0 ? glyph(GLYPH_LESS) : "", *after = last < count ? glyph(GLYPH_MORE) : "";
        if (last == first + 1) {
            canvas_format(canvas, 0, 2, STYLE_QUIET, "%s%zu of %zu%s", before, last, count, after);
        } else {
            canvas_format(canvas, 0, 2, STYLE_QUIET, "%s%zu-%zu of %zu%s", before, first + 1, last, count, after);
        }
    }
    return (int)rows + 1;
}

static void draw_line(const CompareView *compare, const Canvas *canvas, int row, size_t index, size_t line)
{
    const CompareLines *lines = &compare->lines;
    const ComparisonRow *entry = &compare->comparison.rows[compare->visible[index]];
    const WrappedText *cells = &lines->cells[index * lines->cell_count];
    bool focused = index == compare->selected;
    if (line == 0 && entry->differs) {
        canvas_text(canvas, row, 2, STYLE_FOCUS, glyph(GLYPH_DIFFERS));
    }
    draw_cell(canvas, row, GUTTER, lines->label_columns, focused ? STYLE_FOCUS : STYLE_QUIET, &cells[0], line,
              CELL_LINES_MAX);
    for (size_t place = 0; place < compare->shown; place++) {
        size_t item = compare->first + place;
        int start = cell_start(lines, place);
        bool here = focused && item == compare->column;
        Style style = here ? STYLE_FOCUS : entry->values[item] == NULL ? STYLE_QUIET : STYLE_NORMAL;
        draw_cell(canvas, row, start, lines->cell_columns, style, &cells[item + 1], line, CELL_LINES_MAX);
        if (here && line == 0) {
            canvas_text(canvas, row, start - 2, STYLE_FOCUS, ">");
            canvas_cursor(canvas, row, start - 2);
        }
    }
}

/* The row that a line belongs to. */
static size_t row_of_line(const CompareLines *lines, size_t line)
{
    size_t row = 0;
    while (row + 1 < lines->rows && lines->starts[row + 1] <= line) {
        row++;
    }
    return row;
}

void compare_draw(View *view, const Canvas *canvas)
{
    CompareView *compare = (CompareView *)view;
    int below = canvas->rows >= 12 ? 2 : 0;
    lay_out(compare, canvas->columns - 1);
    scroll_across(compare);
    int head = draw_heads(compare, canvas);
    compare->area = canvas_part(canvas, head, 0, canvas->rows - head - below, canvas->columns);
    size_t rows = (size_t)compare->area.rows, all = compare->lines.starts[compare->lines.rows];
    scroll_down(compare, rows);
    if (compare->visible_count == 0) {
        canvas_text(&compare->area, 0, 0, STYLE_FOCUS, ">");
        canvas_text(&compare->area, 0, GUTTER, STYLE_QUIET,
                    compare->filter != NULL ? "Nothing matches." : "They are the same in everything.");
        canvas_cursor(&compare->area, 0, 0);
    }
    for (size_t i = 0; i < rows && compare->top + i < all; i++) {
        size_t line = compare->top + i, row = row_of_line(&compare->lines, line);
        draw_line(compare, &compare->area, (int)i, row, line - compare->lines.starts[row]);
    }
    if (below > 0) {
        canvas_format(canvas, canvas->rows - 1, 2, STYLE_QUIET, "%s not the same in all   %s nothing there",
                      glyph(GLYPH_DIFFERS), glyph(GLYPH_DASH));
    }
}

bool compare_at(const CompareView *compare, int screen_row, int screen_column, size_t *index, size_t *column)
{
    const CompareLines *lines = &compare->lines;
    if (!canvas_contains(&compare->area, screen_row, screen_column) || lines->rows == 0) {
        return false;
    }
    size_t line = compare->top + (size_t)(screen_row - compare->area.row);
    if (line >= lines->starts[lines->rows]) {
        return false;
    }
    *index = row_of_line(lines, line);
    *column = compare->column;
    for (size_t place = 0; place < compare->shown; place++) {
        int start = compare->area.column + cell_start(lines, place);
        if (screen_column >= start - 2 && screen_column < start + lines->cell_columns) {
            *column = compare->first + place;
        }
    }
    return true;
}
