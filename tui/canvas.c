#include "config.h"

#include "tui/canvas.h"

#include "core/memory.h"
#include "core/unicode.h"
#include "tui/ascii.h"
#include "tui/terminal.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

Canvas canvas_screen(void)
{
    Canvas canvas = {0};
    terminal_size(&canvas.rows, &canvas.columns);
    return canvas;
}

int canvas_text_columns(const Canvas *canvas)
{
    return canvas->columns - (canvas->column + canvas->columns >= canvas_screen().columns ? 1 : 0);
}

static int clamp(int value, int low, int high)
{
    return value < low ? low : value > high ? high : value;
}

Canvas canvas_part(const Canvas *canvas, int row, int column, int rows, int columns)
{
    int top = clamp(row, 0, canvas->rows), left = clamp(column, 0, canvas->columns);
    int bottom = clamp(row + rows, top, canvas->rows), right = clamp(column + columns, left, canvas->columns);
    return (Canvas){canvas->row + top, canvas->column + left, bottom - top, right - left};
}

bool canvas_contains(const Canvas *canvas, int screen_row, int screen_column)
{
    return screen_row >= canvas->row && screen_row < canvas->row + canvas->rows && screen_column >= canvas->column &&
           screen_column < canvas->column + canvas->columns;
}

char *display_text(const char *text, SanitiseMode mode)
{
    char *clean = sanitise_string(text, mode);
    if (terminal_is_utf8()) {
        return clean;
    }
    char *ascii = ascii_spelling(clean);
    free(clean);
    return ascii;
}

int canvas_text(const Canvas *canvas, int row, int column, Style style, const char *text)
{
    if (text == NULL || row < 0 || row >= canvas->rows || column < 0 || column >= canvas->columns) {
        return 0;
    }
    char *shown = display_text(text, SANITISE_LINE);
    char *fitted = text_fit(shown, canvas->columns - column);
    int width = text_width(fitted);
    terminal_put(canvas->row + row, canvas->column + column, fitted, style);
    free(fitted);
    free(shown);
    return width;
}

int canvas_format(const Canvas *canvas, int row, int column, Style style, const char *format, ...)
{
    char buffer[512];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(buffer, sizeof buffer, format, arguments);
    va_end(arguments);
    return canvas_text(canvas, row, column, style, buffer);
}

void canvas_field(const Canvas *canvas, int row, int column, int columns, bool right_aligned, Style style,
                  const char *text)
{
    Canvas field = canvas_part(canvas, row, column, 1, columns);
    if (text == NULL || field.rows == 0 || field.columns == 0) {
        return;
    }
    char *shown = display_text(text, SANITISE_LINE);
    int width = text_width(shown);
    canvas_text(&field, 0, right_aligned && width < field.columns ? field.columns - width : 0, style, shown);
    free(shown);
}

void canvas_repeat(const Canvas *canvas, int row, int column, int count, Style style, Glyph name)
{
    for (int i = 0; i < count && column + i < canvas->columns; i++) {
        if (row >= 0 && row < canvas->rows && column + i >= 0) {
            terminal_put(canvas->row + row, canvas->column + column + i, glyph(name), style);
        }
    }
}

void canvas_rule(const Canvas *canvas, int column)
{
    for (int row = 0; row < canvas->rows; row++) {
        canvas_repeat(canvas, row, column, 1, STYLE_QUIET, GLYPH_VERTICAL);
    }
}

void canvas_cursor(const Canvas *canvas, int row, int column)
{
    terminal_place_cursor(canvas->row + clamp(row, 0, canvas->rows > 0 ? canvas->rows - 1 : 0),
                          canvas->column + clamp(column, 0, canvas->columns > 0 ? canvas->columns - 1 : 0));
}

int bar_length(int value, int maximum, int columns)
{
    if (value <= 0 || maximum <= 0 || columns <= 0) {
        return 0;
    }
    int length = (int)(((long long)value * columns * 2 + maximum) / (2LL * maximum));
    return clamp(length, 1, columns);
}

void bar_split(const int *parts, int count, int columns, int *lengths)
{
    long long total = 0, before = 0;
    int used = 0;
    for (int i = 0; i < count; i++) {
        total += parts[i];
    }
    for (int i = 0; i < count; i++) {
        before += parts[i];
        int end = total > 0 ? (int)((before * columns * 2 + total) / (2 * total)) : 0;
        lengths[i] = end - used;
        used = end;
    }
    /* A part that rounding swallowed takes a column from the longest. */
    for (int i = 0; i < count; i++) {
        int longest = 0;
        for (int j = 1; j < count; j++) {
            longest = lengths[j] > lengths[longest] ? j : longest;
        }
        if (parts[i] > 0 && lengths[i] == 0 && lengths[longest] > 1) {
            lengths[i]++;
            lengths[longest]--;
        }
    }
}
