/* What charts are painted with. */
#include "config.h"

#include "tui/chart.h"

void chart_paint_parts(const Canvas *canvas, int closed, int semi_open, int open)
{
    static const Style styles[3] = {STYLE_CLOSED, STYLE_SEMI_OPEN, STYLE_OPEN};
    static const Glyph glyphs[3] = {GLYPH_BAR, GLYPH_BAR_MEDIUM, GLYPH_BAR_LIGHT};
    int parts[3] = {closed, semi_open, open}, lengths[3], at = 0;
    bar_split(parts, 3, canvas->columns, lengths);
    for (int i = 0; i < 3; i++) {
        canvas_repeat(canvas, 0, at, lengths[i], styles[i], glyphs[i]);
        at += lengths[i];
    }
}

Glyph chart_shade(int value, int maximum)
{
    static const Glyph shades[] = {GLYPH_SHADE_1, GLYPH_SHADE_2, GLYPH_SHADE_3, GLYPH_SHADE_4};
    int level = maximum > 0 ? (value * 4 - 1) / maximum : 0;
    return shades[level < 0 ? 0 : level > 3 ? 3 : level];
}

void chart_paint_bar(const Canvas *canvas, int value, int maximum, Style style, bool from_right)
{
    int length = bar_length(value, maximum, canvas->columns);
    canvas_repeat(canvas, 0, from_right ? canvas->columns - length : 0, length, style, GLYPH_BAR);
}
