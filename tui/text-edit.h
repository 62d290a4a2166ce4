/* Lines of text that are edited in place: wrapped at words, with its own undo. */
#ifndef GAIRO_TUI_TEXT_EDIT_H
#define GAIRO_TUI_TEXT_EDIT_H

#include "core/text.h"
#include "tui/canvas.h"
#include "tui/keys.h"
#include "tui/line-edit.h"

#include <stdbool.h>
#include <stddef.h>

#define TEXT_EDIT_BYTES_MAX 65536u
#define TEXT_EDIT_STEPS_MAX 200

/* A text as it was, to be put back. */
typedef struct TextStep {
    char *text;
    size_t cursor;
} TextStep;

/* Starts zeroed. */
typedef struct TextEdit {
    Text text;     /* valid UTF-8, lines ended by "\n"; data may be NULL while it is empty */
    size_t cursor; /* byte offset, at a grapheme's start */
    TextStep done[TEXT_EDIT_STEPS_MAX], undone[TEXT_EDIT_STEPS_MAX];
    size_t done_count, undone_count;
    bool typing;    /* the last change typed a character of the word under way: it needs no step of its own */
    size_t *starts; /* byte offsets of the wrapped lines, made when it is drawn */
    size_t line_count;
    size_t top;  /* the first line shown */
    int columns; /* it was wrapped at; 0: not yet */
} TextEdit;

/* Replaces the text, puts the cursor at its end and forgets all steps. NULL empties it. */
void text_edit_set(TextEdit *edit, const char *text);
/* The text; never NULL, valid until the next change. */
const char *text_edit_text(const TextEdit *edit);
/* Characters, Enter, Backspace, Del, arrows, Home, End, PgUp, PgDn, C-a, C-e, C-k (to the line's end), C-w (the word
 * before); Alt with u undoes, Alt with r does again. */
EditResult text_edit_key(TextEdit *edit, Key key);
/* Draws it, scrolled so that the cursor is seen, and rests the real cursor there. */
void text_edit_draw(TextEdit *edit, const Canvas *canvas);
/* Puts the cursor at a place of the canvas it was last drawn on (row and column from its corner). */
void text_edit_point(TextEdit *edit, int row, int column);
void text_edit_free(TextEdit *edit);

#endif
