#include "config.h"

#include "tui/text-edit.h"

#include "core/memory.h"
#include "core/unicode.h"

#include <stdlib.h>
#include <string.h>

#define CONTROL(letter) ((letter)&0x1f)
#define PAGE_LINES 10

const char *text_edit_text(const TextEdit *edit)
{
    return edit->text.data == NULL ? "" : edit->text.data;
}

static void drop_steps(TextStep *steps, size_t *count)
{
    while (*count > 0) {
        free(steps[--*count].text);
    }
}

static void push_step(TextEdit *edit, TextStep *steps, size_t *count)
{
    if (*count == TEXT_EDIT_STEPS_MAX) {
        free(steps[0].text);
        memmove(&steps[0], &steps[1], --*count * sizeof *steps);
    }
    steps[(*count)++] = (TextStep){string_copy(text_edit_text(edit)), edit->cursor};
}

static void replace_all(TextEdit *edit, const char *text, size_t cursor)
{
    text_reset(&edit->text);
    text_append(&edit->text, text == NULL ? "" : text);
    edit->cursor = cursor > edit->text.length ? edit->text.length : cursor;
    edit->columns = 0;
}

void text_edit_set(TextEdit *edit, const char *text)
{
    replace_all(edit, text, text == NULL ? 0 : strlen(text));
    drop_steps(edit->done, &edit->done_count);
    drop_steps(edit->undone, &edit->undone_count);
    edit->typing = false;
}

/* Keeps what is about to change. */
static void before_change(TextEdit *edit)
{
    push_step(edit, edit->done, &edit->done_count);
    drop_steps(edit->undone, &edit->undone_count);
}

/* Takes the bytes from start to end out and puts others there. */
static void splice(TextEdit *edit, size_t start, size_t end, const char *bytes, size_t length)
{
    const char *old = text_edit_text(edit);
    Text text = {0};
    text_append_bytes(&text, old, start);
    text_append_bytes(&text, bytes, length);
    text_append(&text, old + end);
    text_free(&edit->text);
    edit->text = text;
    edit->cursor = start + length;
    edit->columns = 0;
}

static EditResult insert(TextEdit *edit, const char *bytes, size_t length, bool in_word)
{
    if (edit->text.length + length > TEXT_EDIT_BYTES_MAX) {
        return EDIT_MOVED;
    }
    if (!in_word || !edit->typing) {
        before_change(edit);
    }
    edit->typing = in_word;
    splice(edit, edit->cursor, edit->cursor, bytes, length);
    return EDIT_CHANGED;
}

static size_t before(const TextEdit *edit, size_t cursor)
{
    const char *text = text_edit_text(edit);
    size_t at = 0, last = 0;
    const char *line = text + cursor;
    /* Graphemes do not cross line ends: from the line's start is enough. */
    while (line > text && line[-1] != '\n') {
        line--;
    }
    if (line == text + cursor) {
        return cursor > 0 ? cursor - 1 : 0;
    }
    for (at = (size_t)(line - text); at < cursor; at += grapheme_length(text + at)) {
        last = at;
    }
    return last;
}

static size_t after(const TextEdit *edit, size_t cursor)
{
    return cursor < edit->text.length ? cursor + grapheme_length(text_edit_text(edit) + cursor) : cursor;
}

static EditResult delete_range(TextEdit *edit, size_t start, size_t end)
{
    if (start == end) {
        return EDIT_MOVED;
    }
    before_change(edit);
    edit->typing = false;
    splice(edit, start, end, "", 0);
    return EDIT_CHANGED;
}

static EditResult step_back(TextEdit *edit, bool again)
{
    TextStep *from = again ? edit->undone : edit->done, *to = again ? edit->done : edit->undone;
    size_t *count = again ? &edit->undone_count : &edit->done_count;
    size_t *other = again ? &edit->done_count : &edit->undone_count;
    if (*count == 0) {
        return EDIT_MOVED;
    }
    push_step(edit, to, other);
    TextStep step = from[--*count];
    replace_all(edit, step.text, step.cursor);
    free(step.text);
    edit->typing = false;
    return EDIT_CHANGED;
}

/* The end of the line that starts at start, wrapped at columns: after its last blank that fits. */
static size_t wrap_line(const char *text, size_t start, int columns)
{
    size_t at = start, blank = 0;
    int width = 0;
    while (text[at] != '\0' && text[at] != '\n') {
        size_t length = grapheme_length(text + at);
        width += grapheme_width(text + at, length);
        if (width > columns && at > start) {
            return text[at] == ' ' ? at + 1 : blank > 0 ? blank : at;
        }
        at += length;
        blank = text[at - 1] == ' ' ? at : blank;
    }
    return text[at] == '\n' ? at + 1 : at;
}

static void wrap(TextEdit *edit, int columns)
{
    const char *text = text_edit_text(edit);
    size_t at = 0, capacity = 0;
    columns = columns < 1 ? 1 : columns;
    if (edit->columns == columns) {
        return;
    }
    edit->line_count = 0;
    do {
        if (edit->line_count + 2 > capacity) {
            capacity = capacity == 0 ? 64 : 2 * capacity;
            edit->starts = memory_resize(edit->starts, capacity, sizeof *edit->starts);
        }
        edit->starts[edit->line_count++] = at;
        at = wrap_line(text, at, columns);
    } while (text[at] != '\0');
    if (at > edit->starts[edit->line_count - 1] && text[at - 1] == '\n') {
        edit->starts[edit->line_count++] = at; /* the empty line after the last end */
    }
    edit->columns = columns;
}

static size_t line_of(const TextEdit *edit, size_t cursor)
{
    size_t line = 0;
    while (line + 1 < edit->line_count && edit->starts[line + 1] <= cursor) {
        line++;
    }
    return line;
}

/* The last place on a line where the cursor can stand and still be on it. */
static size_t line_end(const TextEdit *edit, size_t line)
{
    if (line + 1 >= edit->line_count) {
        return edit->text.length;
    }
    return before(edit, edit->starts[line + 1]);
}

static int column_of(const TextEdit *edit, size_t line, size_t cursor)
{
    const char *text = text_edit_text(edit);
    int column = 0;
    for (size_t at = edit->starts[line]; at < cursor; at += grapheme_length(text + at)) {
        column += grapheme_width(text + at, grapheme_length(text + at));
    }
    return column;
}

/* The place on a line that is nearest to a column. */
static size_t place_at(const TextEdit *edit, size_t line, int column)
{
    const char *text = text_edit_text(edit);
    size_t end = line_end(edit, line), at = edit->starts[line];
    int width = 0;
    while (at < end) {
        size_t length = grapheme_length(text + at);
        width += grapheme_width(text + at, length);
        if (width > column) {
            break;
        }
        at += length;
    }
    return at;
}

static EditResult move_lines(TextEdit *edit, long lines)
{
    wrap(edit, edit->columns > 0 ? edit->columns : 76);
    long line = (long)line_of(edit, edit->cursor), last = (long)edit->line_count - 1;
    int column = column_of(edit, (size_t)line, edit->cursor);
    line += lines;
    line = line < 0 ? 0 : line > last ? last : line;
    edit->cursor = place_at(edit, (size_t)line, column);
    edit->typing = false;
    return EDIT_MOVED;
}

static EditResult move_to(TextEdit *edit, size_t cursor)
{
    edit->cursor = cursor;
    edit->typing = false;
    return EDIT_MOVED;
}

static size_t word_start(const TextEdit *edit)
{
    const char *text = text_edit_text(edit);
    size_t at = edit->cursor;
    while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\n')) {
        at--;
    }
    while (at > 0 && text[at - 1] != ' ' && text[at - 1] != '\n') {
        at--;
    }
    return at;
}

static size_t newline_after(const TextEdit *edit)
{
    return edit->cursor + strcspn(text_edit_text(edit) + edit->cursor, "\n");
}

EditResult text_edit_key(TextEdit *edit, Key key)
{
    int columns = edit->columns > 0 ? edit->columns : 76;
    char bytes[5];
    if (key_is_text(key)) {
        return insert(edit, bytes, key_to_utf8(key, bytes), key != ' ');
    }
    wrap(edit, columns);
    size_t line = line_of(edit, edit->cursor);
    switch (key) {
    case KEY_RETURN:
        return insert(edit, "\n", 1, false);
    case INPUT_BACKSPACE:
        return delete_range(edit, before(edit, edit->cursor), edit->cursor);
    case INPUT_DELETE:
        return delete_range(edit, edit->cursor, after(edit, edit->cursor));
    case CONTROL('w'):
        return delete_range(edit, word_start(edit), edit->cursor);
    case CONTROL('k'):
        return delete_range(edit, edit->cursor,
                            newline_after(edit) == edit->cursor ? after(edit, edit->cursor) : newline_after(edit));
    case INPUT_LEFT:
        return move_to(edit, before(edit, edit->cursor));
    case INPUT_RIGHT:
        return move_to(edit, after(edit, edit->cursor));
    case INPUT_HOME:
    case CONTROL('a'):
        return move_to(edit, edit->starts[line]);
    case INPUT_END:
    case CONTROL('e'):
        return move_to(edit, line_end(edit, line));
    case INPUT_UP:
        return move_lines(edit, -1);
    case INPUT_DOWN:
        return move_lines(edit, 1);
    case INPUT_PAGE_UP:
        return move_lines(edit, -PAGE_LINES);
    case INPUT_PAGE_DOWN:
        return move_lines(edit, PAGE_LINES);
    case KEY_WITH_ALT + 'u':
        return step_back(edit, false);
    case KEY_WITH_ALT + 'r':
        return step_back(edit, true);
    default:
        return EDIT_IGNORED;
    }
}

void text_edit_draw(TextEdit *edit, const Canvas *canvas)
{
    wrap(edit, canvas->columns - 1); /* the cursor stands after the last character, too */
    size_t line = line_of(edit, edit->cursor), rows = canvas->rows > 0 ? (size_t)canvas->rows : 1;
    if (line < edit->top) {
        edit->top = line;
    } else if (line >= edit->top + rows) {
        edit->top = line - rows + 1;
    }
    for (size_t row = 0; row < rows && edit->top + row < edit->line_count; row++) {
        size_t start = edit->starts[edit->top + row];
        size_t end = edit->top + row + 1 < edit->line_count ? edit->starts[edit->top + row + 1] : edit->text.length;
        while (end > start && text_edit_text(edit)[end - 1] == '\n') {
            end--;
        }
        char *shown = string_copy_bytes(text_edit_text(edit) + start, end - start);
        canvas_text(canvas, (int)row, 0, STYLE_NORMAL, shown);
        free(shown);
    }
    canvas_cursor(canvas, (int)(line - edit->top), column_of(edit, line, edit->cursor));
}

void text_edit_point(TextEdit *edit, int row, int column)
{
    size_t line = edit->top + (size_t)(row < 0 ? 0 : row);
    if (edit->line_count > 0) {
        move_to(edit, place_at(edit, line < edit->line_count ? line : edit->line_count - 1, column));
    }
}

void text_edit_free(TextEdit *edit)
{
    drop_steps(edit->done, &edit->done_count);
    drop_steps(edit->undone, &edit->undone_count);
    text_free(&edit->text);
    free(edit->starts);
    *edit = (TextEdit){0};
}
