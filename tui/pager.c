#include "config.h"

#include "tui/pager.h"

#include "core/memory.h"
#include "core/unicode.h"

#include <stdlib.h>
#include <string.h>

#define GUTTER 2               /* the focus's mark and a blank */
#define NOT_FOUND ((size_t)-1) /* as a line */

void pager_start(Pager *pager)
{
    *pager = (Pager){.link = -1, .found = NOT_FOUND};
}

void pager_free(Pager *pager)
{
    document_clear(&pager->document);
    layout_free(&pager->layout);
    free(pager->words);
    free(pager->followed);
    *pager = (Pager){0};
}

void pager_changed(Pager *pager)
{
    /* At once, since the next key may come before the next drawing, and the lines of the old document are of no use. */
    pager->laid_out = pager->layout.columns > 0;
    if (pager->laid_out) {
        document_lay_out(&pager->document, pager->layout.columns, &pager->layout);
    }
    pager->found = NOT_FOUND;
    if (pager->link >= pager->document.link_count) {
        pager->link = pager->document.link_count - 1;
    }
}

void pager_reset(Pager *pager)
{
    pager->top = 0;
    pager->link = -1;
    pager->found = NOT_FOUND;
}

/* The block of a link; NULL where there is none. */
static const Block *link_block(const Pager *pager, int link)
{
    for (size_t i = 0; link >= 0 && i < pager->document.count; i++) {
        if (pager->document.blocks[i].link == link) {
            return &pager->document.blocks[i];
        }
    }
    return NULL;
}

/* The line that has the focus where no link is selected: the one that was found, else the first one shown. */
static size_t focused_line(const Pager *pager)
{
    return pager->found != NOT_FOUND ? pager->found : pager->top;
}

/* The link that has the focus: the selected one, else that of the focused line; -1: none. */
static int focused_link(const Pager *pager)
{
    size_t line = focused_line(pager);
    if (pager->link >= 0 || line >= pager->layout.count) {
        return pager->link;
    }
    return pager->document.blocks[pager->layout.lines[line].block].link;
}

bool pager_has_links(const Pager *pager)
{
    for (size_t i = 0; i < pager->document.count; i++) {
        if (pager->document.blocks[i].kind == BLOCK_LINK) {
            return true;
        }
    }
    return false;
}

const char *pager_target(const Pager *pager)
{
    const Block *block = link_block(pager, focused_link(pager));
    return block == NULL ? NULL : block->target;
}

/* The first line of a link, or of nothing: the number of lines. */
static size_t link_line(const Pager *pager, int link)
{
    const Block *block = link_block(pager, link);
    size_t line = 0;
    while (line < pager->layout.count &&
           (block == NULL || &pager->document.blocks[pager->layout.lines[line].block] != block)) {
        line++;
    }
    return line;
}

static size_t page_rows(const Pager *pager)
{
    return pager->area.rows > 0 ? (size_t)pager->area.rows : 1;
}

static size_t last_top(const Pager *pager)
{
    return pager->layout.count > page_rows(pager) ? pager->layout.count - page_rows(pager) : 0;
}

static bool on_screen(const Pager *pager, size_t line)
{
    return line >= pager->top && line < pager->top + page_rows(pager);
}

static void forget_unseen(Pager *pager)
{
    if (pager->found != NOT_FOUND && !on_screen(pager, pager->found)) {
        pager->found = NOT_FOUND;
    }
}

/* Selects a link and scrolls to it, with the line above it in sight. */
static ViewFlags select_link(Pager *pager, int link)
{
    if (link < 0 || link >= pager->document.link_count) {
        return VIEW_HANDLED;
    }
    pager->link = link;
    pager->found = NOT_FOUND;
    size_t line = link_line(pager, link);
    if (line < pager->top + 1) {
        pager->top = line > 0 ? line - 1 : 0;
    } else if (line + 1 >= pager->top + page_rows(pager)) {
        pager->top = line + 2 > page_rows(pager) ? line + 2 - page_rows(pager) : 0;
    }
    pager->top = pager->top > last_top(pager) ? last_top(pager) : pager->top;
    return VIEW_REDRAW;
}

/* Scrolls by lines; what leaves the screen is selected no more. */
static ViewFlags scroll_by(Pager *pager, long lines)
{
    size_t old = pager->top;
    if (lines < 0) {
        pager->top = (size_t)-lines > pager->top ? 0 : pager->top - (size_t)-lines;
    } else {
        pager->top = pager->top + (size_t)lines > last_top(pager) ? last_top(pager) : pager->top + (size_t)lines;
    }
    if (pager->link >= 0 && !on_screen(pager, link_line(pager, pager->link))) {
        pager->link = -1;
    }
    forget_unseen(pager);
    return pager->top == old ? VIEW_HANDLED : VIEW_REDRAW;
}

/* The link before (step -1) or after (step 1) the focus; past the ends where there is none. */
static int neighbour(const Pager *pager, int step)
{
    int focused = focused_link(pager);
    if (focused >= 0) {
        return focused + step;
    }
    int next = 0;
    while (next < pager->document.link_count && link_line(pager, next) < focused_line(pager)) {
        next++;
    }
    return step > 0 ? next : next - 1;
}

/* The neighbour where it is on the screen, or just beside it; else -1. */
static int link_in_sight(const Pager *pager, int step)
{
    int next = neighbour(pager, step);
    if (next < 0 || next >= pager->document.link_count) {
        return -1;
    }
    size_t line = link_line(pager, next);
    size_t low = pager->top > 0 ? pager->top - 1 : 0;
    return line >= low && line <= pager->top + page_rows(pager) ? next : -1;
}

/* One step down or up: to the next link where it is near, else a line on. */
static ViewFlags step(Pager *pager, int direction)
{
    int next = link_in_sight(pager, direction);
    if (next >= 0) {
        return select_link(pager, next);
    }
    if (direction < 0 && pager->top == 0 && pager->link >= 0) {
        pager->link = -1;
        return VIEW_REDRAW;
    }
    return scroll_by(pager, direction);
}

static const char *follow(Pager *pager, int link)
{
    const Block *block = link_block(pager, link);
    if (block == NULL) {
        return NULL;
    }
    pager->link = link;
    free(pager->followed);
    pager->followed = string_copy(block->target);
    return pager->followed;
}

ViewFlags pager_handle(Pager *pager, Action action, Key key, const char **target)
{
    long page = (long)page_rows(pager);
    int next;
    *target = NULL;
    switch (action) {
    case ACTION_UP:
        return step(pager, -1);
    case ACTION_DOWN:
        return step(pager, 1);
    case ACTION_PAGE_UP:
        return scroll_by(pager, page > 2 ? 2 - page : -1);
    case ACTION_PAGE_DOWN:
        return scroll_by(pager, page > 2 ? page - 2 : 1);
    case ACTION_FIRST:
        pager_reset(pager);
        return VIEW_REDRAW;
    case ACTION_LAST:
        pager_reset(pager);
        pager->top = last_top(pager);
        return VIEW_REDRAW;
    case ACTION_NEXT_PANE:
        next = neighbour(pager, 1);
        return select_link(pager, next < pager->document.link_count ? next : 0);
    case ACTION_PREVIOUS_PANE:
        next = neighbour(pager, -1);
        return select_link(pager, next >= 0 ? next : pager->document.link_count - 1);
    case ACTION_OPEN:
    case ACTION_RIGHT:
        *target = follow(pager, focused_link(pager));
        return VIEW_HANDLED;
    case ACTION_FOLLOW:
        *target = follow(pager, key - '1');
        return VIEW_REDRAW;
    default:
        return VIEW_IGNORED;
    }
}

ViewFlags pager_mouse(Pager *pager, const Event *event, const char **target)
{
    *target = NULL;
    if (!canvas_contains(&pager->area, event->row, event->column)) {
        return VIEW_IGNORED;
    }
    if (event->button == MOUSE_WHEEL_UP || event->button == MOUSE_WHEEL_DOWN) {
        return scroll_by(pager, event->button == MOUSE_WHEEL_UP ? -3 : 3);
    }
    size_t line = pager->top + (size_t)(event->row - pager->area.row);
    if (event->button != MOUSE_LEFT || line >= pager->layout.count) {
        return VIEW_IGNORED;
    }
    int link = pager->document.blocks[pager->layout.lines[line].block].link;
    if (link >= 0 && link == pager->link) {
        *target = follow(pager, link);
    } else if (link >= 0) {
        pager->link = link;
        pager->found = NOT_FOUND;
    }
    return VIEW_REDRAW;
}

static void draw_line(const Pager *pager, const Canvas *canvas, int row, size_t number, bool focused)
{
    const DocumentLine *line = &pager->layout.lines[number];
    const Block *block = &pager->document.blocks[line->block];
    if (line->first && block->kind == BLOCK_LINK && block->link < 9) {
        canvas_format(canvas, row, GUTTER, STYLE_QUIET, "%d", block->link + 1);
    }
    if (line->first && block->kind == BLOCK_FIELD && pager->layout.label_columns > 0) {
        canvas_field(canvas, row, GUTTER, pager->layout.label_columns - 2, false, STYLE_QUIET, block->label);
    }
    bool strong = focused && block->link >= 0 && block->link == focused_link(pager) && line->style == STYLE_LINK;
    Style style = number == pager->found ? STYLE_MATCH : strong ? STYLE_FOCUS : line->style;
    canvas_text(canvas, row, GUTTER + line->column, style, line->text);
    canvas_text(canvas, row, GUTTER + line->note_column, STYLE_QUIET, line->note);
}

void pager_draw(Pager *pager, const Canvas *canvas, bool focused)
{
    int columns = canvas_text_columns(canvas) - GUTTER;
    if (!pager->laid_out || pager->layout.columns != columns) {
        document_lay_out(&pager->document, columns, &pager->layout);
        pager->laid_out = true;
        pager->found = NOT_FOUND; /* lines have other numbers now */
    }
    pager->area = *canvas;
    pager->top = pager->top > last_top(pager) ? last_top(pager) : pager->top;
    forget_unseen(pager);
    size_t selected = pager->link >= 0 ? link_line(pager, pager->link) : focused_line(pager);
    if (pager->link >= 0 && !on_screen(pager, selected)) {
        select_link(pager, pager->link);
    }
    for (int row = 0; row < canvas->rows && pager->top + (size_t)row < pager->layout.count; row++) {
        draw_line(pager, canvas, row, pager->top + (size_t)row, focused);
    }
    if (focused) {
        int row = (int)(selected - pager->top);
        canvas_text(canvas, row, 0, STYLE_FOCUS, ">");
        canvas_cursor(canvas, row, 0);
    }
}

void pager_status(const Pager *pager, Text *text)
{
    size_t last = last_top(pager);
    if (last > 0 && pager->area.rows > 0) { /* in lines there is no place of a screen */
        text_append_format(text, "%zu%%", pager->top * 100 / last);
    }
}

/* Where looking goes on from: the place that was found, else what has the focus. */
static size_t search_start(const Pager *pager)
{
    return pager->link >= 0 ? link_line(pager, pager->link) : focused_line(pager);
}

bool pager_find(Pager *pager, const char *words, bool backwards)
{
    size_t count = pager->layout.count, start = search_start(pager);
    size_t first = words == NULL || pager->found != NOT_FOUND ? 1 : 0; /* what was found already is not looked for */
    if (words != NULL) {
        free(pager->words);
        pager->words = text_fold(words);
    }
    for (size_t i = first; pager->words != NULL && i < count + first; i++) {
        size_t line = (start + (backwards ? count - i : i)) % count;
        char *folded = text_fold(pager->layout.lines[line].text);
        bool is_found = strstr(folded, pager->words) != NULL;
        free(folded);
        if (is_found) {
            pager->link = -1;
            pager->found = line;
            if (!on_screen(pager, line)) {
                pager->top = line > last_top(pager) ? last_top(pager) : line;
            }
            return true;
        }
    }
    return false;
}

void pager_save(const Pager *pager, State *state)
{
    if (pager->top > 0) {
        state_put_number(state, "page-top", (long)pager->top);
    }
    if (pager->link >= 0) {
        state_put_number(state, "page-link", pager->link);
    }
}

void pager_restore(Pager *pager, const State *state)
{
    long top = state_number(state, "page-top", 0), link = state_number(state, "page-link", -1);
    pager->top = top > 0 ? (size_t)top : 0; /* drawing brings both in reach of the page */
    pager->link = link >= 0 && link < 100000 ? (int)link : -1;
}
