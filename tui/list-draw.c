#include "config.h"

#include "tui/list.h"

#include "core/memory.h"
#include "core/unicode.h"
#include "tui/explorer.h"

#include <stdlib.h>
#include <string.h>

#define GUTTER 2         /* the focus's mark and a blank */
#define GAP 2            /* between columns */
#define TWO_LINES_FROM_ROWS 8
#define SORT_STEPS_MAX 6 /* columns that are gone through one by one */

bool list_column_is_shown(const ListColumn *column, int width)
{
    return column->from_width <= width && (column->below_width == 0 || width < column->below_width);
}

/* Blanks before a column: none before the first one, which stands behind the gutter. */
static int gap_before(const ListColumn *column, int at)
{
    return at == GUTTER ? 0 : column->gap > 0 ? column->gap : GAP;
}

/* The width of the column that takes what is left. */
static int flexible_width(const List *list, const Canvas *canvas)
{
    int width = canvas->columns, left = canvas_text_columns(canvas), at = GUTTER;
    for (size_t i = 0; i < list->column_count; i++) {
        const ListColumn *column = &list->columns[i];
        if (list_column_is_shown(column, width)) {
            at += gap_before(column, at) + (column->width == 0 ? 1 : column->width);
        }
    }
    left -= at - 1;
    return left < 1 ? 1 : left;
}

static void draw_titles(const List *list, const Canvas *canvas, int flexible)
{
    int at = GUTTER;
    for (size_t i = 0; i < list->column_count; i++) {
        const ListColumn *column = &list->columns[i];
        if (!list_column_is_shown(column, canvas->columns)) {
            continue;
        }
        int width = column->width == 0 ? flexible : column->width;
        at += gap_before(column, at);
        Text title = {0};
        text_append(&title, column->title);
        bool sorted = list->sort_column == (int)i;
        /* In a narrow column the order is told by the strong title, and by the status in words. */
        if (sorted && text_width(column->title) + 2 <= width) {
            text_append_format(&title, "%s%s", title.length > 0 ? " " : "",
                               glyph(list->descending ? GLYPH_DOWN : GLYPH_UP));
        }
        canvas_field(canvas, 0, at, width, column->right_aligned, sorted ? STYLE_TITLE : STYLE_QUIET, title.data);
        text_free(&title);
        at += width;
    }
}

static void draw_row(const List *list, const Canvas *canvas, int line, size_t index, int flexible, bool focused)
{
    size_t row = list->visible[index];
    bool selected = index == list->selected;
    int at = GUTTER;
    if (selected) {
        canvas_text(canvas, line, 0, focused ? STYLE_FOCUS : STYLE_QUIET, focused ? ">" : glyph(GLYPH_DOT));
    }
    bool marked = list->operations->marked != NULL && list->operations->marked(list->context, row);
    if (list->operations->noted != NULL && list->operations->noted(list->context, row)) {
        canvas_text(canvas, line, 1, STYLE_FOCUS, marked ? "N" : "n");
    } else if (marked) {
        canvas_text(canvas, line, 1, STYLE_FOCUS, glyph(GLYPH_BASKET));
    }
    for (size_t i = 0; i < list->column_count; i++) {
        const ListColumn *column = &list->columns[i];
        if (!list_column_is_shown(column, canvas->columns)) {
            continue;
        }
        int width = column->width == 0 ? flexible : column->width;
        at += gap_before(column, at);
        Canvas field = canvas_part(canvas, line, at, 1, width);
        if (list->operations->paint == NULL || !list->operations->paint(list->context, row, i, &field)) {
            ListCell cell = list->operations->cell(list->context, row, i);
            bool strong = selected && cell.style == STYLE_NORMAL;
            canvas_field(canvas, line, at, width, column->right_aligned, strong ? STYLE_FOCUS : cell.style, cell.text);
        }
        at += width;
    }
}

/* Scrolls as little as brings the selected row onto rows lines. */
static void scroll(List *list, size_t rows)
{
    if (list->selected < list->top) {
        list->top = list->selected;
    } else if (rows > 0 && list->selected >= list->top + rows) {
        list->top = list->selected - rows + 1;
    }
    if (list->top + rows > list->visible_count) {
        list->top = list->visible_count > rows ? list->visible_count - rows : 0;
    }
}

static bool has_titles(const List *list)
{
    for (size_t i = 0; i < list->column_count; i++) {
        if (list->columns[i].title != NULL && *list->columns[i].title != '\0') {
            return true;
        }
    }
    return false;
}

bool list_contains(const List *list, int screen_row, int screen_column)
{
    Canvas all = list->area;
    all.row -= list->has_titles;
    all.rows += list->has_titles;
    return canvas_contains(&all, screen_row, screen_column);
}

bool list_shows_column(const List *list, size_t column)
{
    return list->area.columns == 0 || list_column_is_shown(&list->columns[column], list->area.columns);
}

/* The first column of the screen that a column was drawn on, and the one behind its last. */
static bool find_column(const List *list, size_t column, int *start, int *end)
{
    int flexible = flexible_width(list, &list->area), at = GUTTER;
    for (size_t i = 0; i <= column; i++) {
        const ListColumn *one = &list->columns[i];
        if (list_column_is_shown(one, list->area.columns)) {
            *start = at + gap_before(one, at);
            at = *start + (one->width == 0 ? flexible : one->width);
        }
    }
    *start += list->area.column;
    *end = list->area.column + at;
    return list->area.columns > 0 && list_column_is_shown(&list->columns[column], list->area.columns);
}

int list_column_start(const List *list, size_t column)
{
    int start = 0, end;
    return find_column(list, column, &start, &end) ? start : -1;
}

int list_column_at(const List *list, int screen_column)
{
    for (size_t i = 0; i < list->column_count; i++) {
        int start = 0, end;
        if (find_column(list, i, &start, &end) && screen_column >= start && screen_column < end) {
            return (int)i;
        }
    }
    return -1;
}

static void draw_empty(const Canvas *canvas, const char *text)
{
    char *shown = display_text(text, SANITISE_LINE);
    WrappedText lines = text_wrap(shown, canvas->columns > GUTTER + 1 ? canvas_text_columns(canvas) - GUTTER : 1);
    for (size_t i = 0; i < lines.count; i++) {
        canvas_text(canvas, (int)i, GUTTER, STYLE_QUIET, lines.lines[i]);
    }
    wrapped_text_free(&lines);
    free(shown);
}

void list_draw(List *list, const Canvas *canvas, bool focused, const char *empty)
{
    int heading = has_titles(list) && canvas->rows > 3 ? 1 : 0;
    int flexible = flexible_width(list, canvas);
    list->has_titles = heading > 0;
    if (heading > 0) {
        draw_titles(list, canvas, flexible);
    }
    list->area = canvas_part(canvas, heading, 0, canvas->rows - heading, canvas->columns);
    list->row_lines = list->operations->below != NULL && list->area.rows >= TWO_LINES_FROM_ROWS ? 2 : 1;
    int rows = list->area.rows / list->row_lines;
    scroll(list, (size_t)rows);
    for (int i = 0; i < rows && list->top + (size_t)i < list->visible_count; i++) {
        int line = i * list->row_lines;
        draw_row(list, &list->area, line, list->top + (size_t)i, flexible, focused);
        if (list->row_lines > 1) {
            Canvas below = canvas_part(&list->area, line + 1, GUTTER, 1, list->area.columns - 2 * GUTTER);
            list->operations->below(list->context, list->visible[list->top + (size_t)i], &below);
        }
    }
    if (list->visible_count == 0) {
        canvas_text(&list->area, 0, 0, STYLE_FOCUS, focused ? ">" : " ");
        draw_empty(&list->area, list->filter != NULL ? "Nothing matches." : empty);
    }
    if (focused) {
        canvas_cursor(&list->area, (int)(list->selected - list->top) * list->row_lines, 0);
    }
}

void list_status(const List *list, Text *text)
{
    if (list->filter != NULL) {
        text_append_format(text, "\"%s\" ", list->filter);
    }
    text_append_format(text, "%zu of %zu", list->visible_count == 0 ? 0 : list->selected + 1, list->visible_count);
    if (list->filter != NULL) {
        text_append_format(text, " (%zu in all)", list->count);
    }
    if (list->sort_column >= 0 && (size_t)list->sort_column < list->column_count) {
        text_append_format(text, ", by %s", list_column_name(list, (size_t)list->sort_column));
    }
    if (list->descending) {
        text_append(text, ", reversed");
    }
}

static void filter_changed(void *context, const char *text)
{
    List *list = context;
    list_set_filter(list, text);
    if (list->operations->narrowed != NULL) {
        list->operations->narrowed(list->context);
    }
}

static void filter_cancelled(void *context)
{
    filter_changed(context, NULL);
}

static void filter_accepted(void *context, const char *text)
{
    (void)text;
    list_keep_selected(context);
}

void list_prompt_filter(List *list, Explorer *explorer)
{
    explorer_prompt(explorer, &(Prompt){.label = "Narrow to",
                                        .text = list->filter,
                                        .changed = filter_changed,
                                        .accepted = filter_accepted,
                                        .cancelled = filter_cancelled,
                                        .context = list});
}

static bool is_offered(const List *list, size_t column)
{
    const char *name =
        list->operations->column_name == NULL ? NULL : list->operations->column_name(list->context, column);
    return name == NULL || *name != '\0';
}

/* The answers are the owner's order and then the columns that are offered. */
static void sort_answered(void *context, int answer)
{
    List *list = context;
    int column = -1;
    for (int left = answer; left > 0 && column + 1 < (int)list->column_count;) {
        left -= is_offered(list, (size_t)++column);
    }
    if (answer >= 0) {
        /* The same column once more turns it round. */
        list_sort_by(list, column, column >= 0 && column == list->sort_column && !list->descending);
    }
}

ViewFlags list_prompt_sort(List *list, Explorer *explorer)
{
    if (list->column_count <= SORT_STEPS_MAX) {
        return list_handle(list, ACTION_SORT);
    }
    const char **answers = memory_zeroed(list->column_count + 2, sizeof *answers);
    answers[0] = "the order of the data";
    size_t count = 1, selected = 0;
    for (size_t i = 0; i < list->column_count; i++) {
        if (is_offered(list, i)) {
            selected = (int)i == list->sort_column ? count : selected;
            answers[count++] = list_column_name(list, i);
        }
    }
    explorer_ask(explorer, &(Question){.title = "Sort by",
                                       .answers = answers,
                                       .selected = selected,
                                       .again = ACTION_SORT,
                                       .answered = sort_answered,
                                       .context = list});
    free(answers);
    return VIEW_REDRAW;
}
