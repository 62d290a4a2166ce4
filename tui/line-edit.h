/* A line of text that is edited in place. */
#ifndef GAIRO_TUI_LINE_EDIT_H
#define GAIRO_TUI_LINE_EDIT_H

#include "core/text.h"
#include "tui/canvas.h"
#include "tui/keys.h"

#include <stdbool.h>
#include <stddef.h>

/* Starts zeroed. */
typedef struct LineEdit {
    Text text;     /* valid UTF-8; data may be NULL while it is empty */
    size_t cursor; /* byte offset, at a grapheme's start */
} LineEdit;

#define LINE_EDIT_BYTES_MAX 1000u

typedef enum EditResult { EDIT_IGNORED, EDIT_MOVED, EDIT_CHANGED } EditResult;

/* Replaces the text and puts the cursor at its end. NULL empties it. */
void line_edit_set(LineEdit *edit, const char *text);
/* The text; never NULL, valid until the next change. */
const char *line_edit_text(const LineEdit *edit);
/* Characters, Backspace, Del, Left, Right, Home, End, C-a, C-e, C-u, C-k, C-w (or Alt with Backspace). */
EditResult line_edit_key(LineEdit *edit, Key key);
/* Draws it in one row from column to the canvas's edge, scrolled so that the cursor is seen, and rests the real cursor
 * there. */
void line_edit_draw(const LineEdit *edit, const Canvas *canvas, int row, int column);
void line_edit_free(LineEdit *edit);

#endif
