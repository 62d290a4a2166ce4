/* How a slide stands on the screen: a centred block, the classification above it, a quiet line below it. */
#include "config.h"

#include "tui/present-state.h"

#include "core/memory.h"
#include "core/unicode.h"
#include "tui/terminal.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#define HEADER_FROM_ROWS 10 /* below that the classification stands in the line below */
#define FOOTER_GAP_FROM_ROWS 10
#define NEXT_FROM_COLUMNS 50
#define DETAILS_FROM_COLUMNS 110

char *present_clock_words(const Deck *deck, size_t slide, long minutes, long long started, bool details)
{
    long seconds = (long)((long long)time(NULL) - started);
    Pace pace = deck_pace(deck, slide, minutes, seconds < 0 ? 0 : seconds);
    if (minutes < 1) {
        return string_format("%ld min", pace.minutes);
    }
    Text text = {0};
    text_append_format(&text, "%ld of %ld min", pace.minutes, minutes);
    if (pace.late > 0) {
        text_append_format(&text, ", %ld late", pace.late);
    } else if (pace.late < 0) {
        text_append_format(&text, ", %ld early", -pace.late);
    }
    if (details) {
        text_append_format(&text, ", this section until %ld", pace.section_end);
    }
    return text_take(&text);
}

int present_clock_pause(long long started)
{
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    long long passed = (long long)now.tv_sec - started;
    int seconds = passed < 0 ? 60 : 60 - (int)(passed % 60);
    return seconds * 1000 - (int)(now.tv_nsec / 1000000) + 5;
}

/* The lines that a slide may have on a canvas. */
static Canvas slide_area(const PresentView *present, const Canvas *canvas)
{
    int above = canvas->rows >= HEADER_FROM_ROWS ? (present->deck.classification != NULL ? 2 : 1) : 0;
    int below = canvas->rows >= FOOTER_GAP_FROM_ROWS ? 2 : 1;
    return canvas_part(canvas, above, 0, canvas->rows - above - below, canvas->columns);
}

static void draw_centred(const Canvas *canvas, int row, Style style, const char *text)
{
    char *shown = display_text(text, SANITISE_LINE);
    int width = text_width(shown), column = width < canvas->columns ? (canvas->columns - width) / 2 : 0;
    canvas_text(canvas, row, column, style, shown);
    free(shown);
}

/* "Next: What to do          For official use only          3 of 12, page 1 of 2, 4 of 20 min" */
static void draw_footer(const PresentView *present, const Canvas *canvas)
{
    Canvas line = canvas_part(canvas, canvas->rows - 1, canvas->columns >= 30 ? 2 : 0, 1,
                              canvas->columns - (canvas->columns >= 30 ? 4 : 0));
    bool wide = canvas->columns >= NEXT_FROM_COLUMNS, header = canvas->rows >= HEADER_FROM_ROWS;
    size_t pages = present->layout.page_count;
    Text text = {0};
    text_append_format(&text, wide ? "%zu of %zu" : "%zu/%zu", present->slide + 1, present->deck.count);
    if (pages > 1) {
        text_append_format(&text, wide ? ", page %zu of %zu" : " p%zu/%zu", present->page + 1, pages);
    }
    if (canvas->columns >= 36) {
        char *clock = present_clock_words(&present->deck, present->slide, present->minutes, present->started,
                                          canvas->columns >= DETAILS_FROM_COLUMNS);
        text_append_format(&text, "   %s", clock);
        free(clock);
    }
    int width = text_width(text.data), room = line.columns - width - 3;
    canvas_field(&line, 0, line.columns - width, width, true, STYLE_QUIET, text.data);
    text_free(&text);
    if (!header && present->deck.classification != NULL) {
        canvas_field(&line, 0, 0, room, false, STYLE_WARNING, present->deck.classification);
    } else if (wide && present->slide + 1 < present->deck.count && room > 12) {
        char *next = string_format("Next: %s", present->deck.slides[present->slide + 1].title);
        canvas_field(&line, 0, 0, room, false, STYLE_QUIET, next);
        free(next);
    }
}

static void draw_line(const Canvas *canvas, int row, int left, const PresentLine *line)
{
    for (size_t i = 0; i < line->count; i++) {
        const PresentPiece *piece = &line->pieces[i];
        if (piece->text != NULL) {
            canvas_text(canvas, row, left + piece->column, piece->style, piece->text);
        } else {
            canvas_repeat(canvas, row, left + piece->column, piece->repeat, piece->style, piece->glyph);
        }
    }
}

/* The lines of the page, those of later steps left blank; the cursor rests on what came last. */
static void draw_page(const PresentView *present, const Canvas *area)
{
    const PresentLayout *layout = &present->layout;
    size_t first = layout->pages[present->page], end = present_page_end(layout, present->page), newest = first;
    int left = (area->columns - layout->measure) / 2;
    int free_rows = area->rows - (int)(end - first);
    int top = layout->page_count > 1 || free_rows < 0 ? 0 : free_rows * 2 / 5;
    for (size_t i = first; i < end; i++) {
        const PresentLine *line = &layout->lines[i];
        if (line->step > present->step) {
            continue;
        }
        draw_line(area, top + (int)(i - first), left, line);
        if (!line->gap && line->step == present->step && present->step > 0 && layout->lines[newest].step != line->step) {
            newest = i;
        }
    }
    canvas_cursor(area, top + (int)(newest - first), left > 0 ? left - 1 : 0);
}

static void draw_jump(PresentView *present, const Canvas *canvas)
{
    Canvas rows = canvas_part(canvas, 2, 0, canvas->rows - 3, canvas->columns);
    if (canvas->rows < 9) {
        rows = *canvas;
    } else {
        canvas_text(canvas, 0, 2, STYLE_TITLE, "Go to a slide");
        canvas_field(canvas, canvas->rows - 1, 2, canvas->columns - 4, false, STYLE_QUIET,
                     "Enter goes there   / narrows   Esc back to the slide");
    }
    list_draw(&present->jump, &rows, true, "No slide has these words in its title.");
}

/* Keeps the place when the size changes: the page of what was at the top. */
static void fit(PresentView *present, const Canvas *area)
{
    if (present->laid_out && present->area.rows == area->rows && present->area.columns == area->columns) {
        present->area = *area;
        return;
    }
    size_t block = 0;
    bool moved = present->laid_out && present->page > 0 && present->page < present->layout.page_count;
    if (moved) {
        block = present->layout.lines[present->layout.pages[present->page]].block;
    }
    size_t old_blocks = present->layout.count > 0 ? present->layout.lines[present->layout.count - 1].block + 1 : 1;
    present->area = *area;
    present_renew_layout(present);
    size_t blocks = present->layout.count > 0 ? present->layout.lines[present->layout.count - 1].block + 1 : 1;
    /* Gaps are blocks too, and there are more of them with more air: the place is kept in proportion. */
    present->page = moved ? present_page_of_block(&present->layout, block * blocks / old_blocks) : 0;
    size_t newest = present_page_of_step(&present->layout, present->step, false);
    if (present->step > 0 && present->page < newest) {
        present->page = newest;
    }
}

void present_draw(View *view, const Canvas *canvas)
{
    PresentView *present = (PresentView *)view;
    canvas_cursor(canvas, 0, 0);
    if (present->jumping) {
        draw_jump(present, canvas);
        return;
    }
    if (present->black) { /* a light that blinks is all that would be seen of it */
        terminal_hide_cursor();
        return;
    }
    Canvas area = slide_area(present, canvas);
    if (present_slide(present) == NULL) {
        canvas_text(canvas, canvas->rows / 3, 2, STYLE_NORMAL, "There is nothing to present.");
        return;
    }
    fit(present, &area);
    if (present->deck.classification != NULL && canvas->rows >= HEADER_FROM_ROWS) {
        draw_centred(canvas, 0, STYLE_WARNING, present->deck.classification);
    }
    draw_page(present, &area);
    draw_footer(present, canvas);
}
