#include "config.h"

#include "tui/line-edit.h"

#include "core/memory.h"
#include "core/unicode.h"

#include <stdlib.h>
#include <string.h>

#define CONTROL(letter) ((letter)&0x1f)

void line_edit_set(LineEdit *edit, const char *text)
{
    text_reset(&edit->text);
    if (text != NULL && utf8_is_valid(text, strlen(text), NULL)) {
        text_append(&edit->text, text);
    }
    edit->cursor = edit->text.length;
}

const char *line_edit_text(const LineEdit *edit)
{
    return edit->text.data == NULL ? "" : edit->text.data;
}

/* The start of the grapheme before offset. */
static size_t before(const char *text, size_t offset)
{
    size_t start = 0, at = 0;
    while (at < offset) {
        start = at;
        size_t length = grapheme_length(text + at);
        at += length == 0 ? 1 : length;
    }
    return start;
}

static size_t after(const char *text, size_t offset)
{
    return offset + grapheme_length(text + offset);
}

/* Replaces the bytes from start to end by inserted. */
static void replace(LineEdit *edit, size_t start, size_t end, const char *inserted)
{
    char *tail = string_copy(line_edit_text(edit) + end);
    char *head = string_copy_bytes(line_edit_text(edit), start);
    text_reset(&edit->text);
    text_append(&edit->text, head);
    text_append(&edit->text, inserted);
    edit->cursor = edit->text.length;
    text_append(&edit->text, tail);
    free(head);
    free(tail);
}

static EditResult erase(LineEdit *edit, size_t start, size_t end)
{
    if (start == end) {
        return EDIT_MOVED;
    }
    replace(edit, start, end, "");
    return EDIT_CHANGED;
}

/* The start of the word before the cursor. */
static size_t word_before(const char *text, size_t offset)
{
    while (offset > 0 && text[offset - 1] == ' ') {
        offset--;
    }
    while (offset > 0 && text[offset - 1] != ' ') {
        offset--;
    }
    return offset;
}

static EditResult move(LineEdit *edit, size_t offset)
{
    edit->cursor = offset;
    return EDIT_MOVED;
}

EditResult line_edit_key(LineEdit *edit, Key key)
{
    const char *text = line_edit_text(edit);
    size_t length = edit->text.length, cursor = edit->cursor;
    if (key_is_text(key)) {
        char bytes[5];
        if (length + key_to_utf8(key, bytes) > LINE_EDIT_BYTES_MAX) {
            return EDIT_MOVED;
        }
        replace(edit, cursor, cursor, bytes);
        return EDIT_CHANGED;
    }
    switch (key) {
    case INPUT_BACKSPACE:
        return erase(edit, before(text, cursor), cursor);
    case INPUT_DELETE:
        return erase(edit, cursor, after(text, cursor));
    case CONTROL('u'):
        return erase(edit, 0, cursor);
    case CONTROL('k'):
        return erase(edit, cursor, length);
    case CONTROL('w'):
    case INPUT_BACKSPACE | KEY_WITH_ALT:
        return erase(edit, word_before(text, cursor), cursor);
    case INPUT_LEFT:
        return move(edit, before(text, cursor));
    case INPUT_RIGHT:
        return move(edit, after(text, cursor));
    case INPUT_HOME:
    case CONTROL('a'):
        return move(edit, 0);
    case INPUT_END:
    case CONTROL('e'):
        return move(edit, length);
    default:
        return EDIT_IGNORED;
    }
}

void line_edit_draw(const LineEdit *edit, const Canvas *canvas, int row, int column)
{
    Canvas field = canvas_part(canvas, row, column, 1, canvas->columns - column);
    char *head_bytes = string_copy_bytes(line_edit_text(edit), edit->cursor);
    char *head = display_text(head_bytes, SANITISE_LINE);
    char *shown = display_text(line_edit_text(edit), SANITISE_LINE);
    const char *start = shown;
    int position = text_width(head);
    /* Scroll by graphemes until the cursor's column is inside. */
    while (position >= field.columns && *start != '\0') {
        size_t length = grapheme_length(start);
        position -= grapheme_width(start, length);
        start += length == 0 ? 1 : length;
    }
    canvas_text(&field, 0, 0, STYLE_NORMAL, start);
    canvas_cursor(&field, 0, position);
    free(shown);
    free(head);
    free(head_bytes);
}

void line_edit_free(LineEdit *edit)
{
    text_free(&edit->text);
    edit->cursor = 0;
}
