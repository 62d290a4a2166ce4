/* Drawing on a rectangle of the screen. Every string passes display_text() here, whatever it holds; what does not fit
 * is cut. */
#ifndef GAIRO_TUI_CANVAS_H
#define GAIRO_TUI_CANVAS_H

#include "core/sanitise.h"
#include "tui/style.h"

#include <stdbool.h>

typedef struct Canvas {
    int row, column;   /* of its top left corner, on the screen */
    int rows, columns; /* its size; may be 0 */
} Canvas;

/* The whole screen. */
Canvas canvas_screen(void);
/* A part of a canvas, cut to what lies inside it. Rows and columns count from the canvas's own corner. */
Canvas canvas_part(const Canvas *canvas, int row, int column, int rows, int columns);
/* The columns that text takes: one less than the canvas has where that reaches the screen's right edge. */
int canvas_text_columns(const Canvas *canvas);
bool canvas_contains(const Canvas *canvas, int screen_row, int screen_column);

/* A string as the terminal can show it: sanitised and, where the locale is not UTF-8, spelt in ASCII. Measure and wrap
 * only such strings. NULL gives "". The caller owns it. */
char *display_text(const char *text, SanitiseMode mode);

/* Writes text at a place, cut at the canvas's edge. Returns the columns it took. NULL writes nothing. */
int canvas_text(const Canvas *canvas, int row, int column, Style style, const char *text);
int canvas_format(const Canvas *canvas, int row, int column, Style style, const char *format, ...)
    __attribute__((format(printf, 5, 6)));
/* Writes text into a field of columns: cut to it, and at its right end where right_aligned. */
void canvas_field(const Canvas *canvas, int row, int column, int columns, bool right_aligned, Style style,
                  const char *text);
/* Repeats a glyph to the right. */
void canvas_repeat(const Canvas *canvas, int row, int column, int count, Style style, Glyph name);
/* A rule down the whole canvas. */
void canvas_rule(const Canvas *canvas, int column);
/* Rests the real cursor there: on the focused row's mark, or where text is typed. */
void canvas_cursor(const Canvas *canvas, int row, int column);

/* The length of a bar: value of maximum on columns, at least 1 where value is above 0. */
int bar_length(int value, int maximum, int columns);
/* Splits columns between parts in proportion; the lengths add up to columns where a part is above 0, and no part above
 * 0 vanishes as long as there are columns. */
void bar_split(const int *parts, int count, int columns, int *lengths);

#endif
