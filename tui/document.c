#include "config.h"

#include "tui/document.h"

#include "core/memory.h"
#include "core/paragraph.h"
#include "core/unicode.h"
#include "tui/canvas.h"

#include <stdlib.h>
#include <string.h>

#define LINK_INDENT 3 /* the number and a blank */
#define LABEL_COLUMNS_MAX 30
#define LABEL_COLUMNS_WIDE 40 /* where labels of that width leave FIELD_COLUMNS_WIDE for what stands beside them */
#define FIELD_COLUMNS_WIDE 60
#define FIELD_COLUMNS_MIN 34 /* beside labels; where less is left labels have lines of their own */

static Block *add(Document *document, BlockKind kind, Style style, const char *text, const char *note)
{
    if (document->count == document->capacity) {
        document->capacity = document->capacity == 0 ? 32 : document->capacity * 2;
        document->blocks = memory_resize(document->blocks, document->capacity, sizeof *document->blocks);
    }
    Block *block = &document->blocks[document->count++];
    *block = (Block){.kind = kind, .style = style, .link = -1};
    block->text = display_text(text, SANITISE_LINES);
    block->note = note == NULL || *note == '\0' ? NULL : display_text(note, SANITISE_LINE);
    return block;
}

void document_paragraph(Document *document, Style style, const char *text, const char *note)
{
    if (text != NULL) {
        add(document, BLOCK_PARAGRAPH, style, text, note);
    }
}

void document_body(Document *document, const char *text)
{
    while (text != NULL && *text != '\0') {
        const char *end = strstr(text, "\n\n");
        size_t length = end == NULL ? strlen(text) : (size_t)(end - text);
        char *paragraph = string_copy_bytes(text, length);
        Paragraph read = paragraph_read(paragraph);
        document_gap(document);
        Block *block = add(document, BLOCK_PARAGRAPH, STYLE_NORMAL, read.words, NULL);
        block->level = read.level;
        block->mark = read.mark == NULL ? NULL : display_text(read.mark, SANITISE_LINE);
        free(read.mark);
        free(paragraph);
        text += length;
        text += strspn(text, "\n");
    }
}

void document_heading(Document *document, const char *text, const char *note)
{
    document_gap(document);
    add(document, BLOCK_HEADING, STYLE_TITLE, text, note);
}

void document_field(Document *document, const char *label, Style style, const char *text, const char *note)
{
    if (text != NULL) {
        Block *block = add(document, BLOCK_FIELD, style, text, note);
        block->label = display_text(label, SANITISE_LINE);
    }
}

void document_link(Document *document, const char *text, const char *note, const char *reason, const char *target)
{
    Block *block = add(document, BLOCK_LINK, STYLE_LINK, text, note);
    block->reason = reason == NULL || *reason == '\0' ? NULL : display_text(reason, SANITISE_LINES);
    block->target = string_copy(target);
    block->link = document->link_count++;
}

void document_say(Document *document, const char *words)
{
    if (document->count > 0) {
        Block *block = &document->blocks[document->count - 1];
        free(block->spoken);
        block->spoken = display_text(words, SANITISE_LINE);
    }
}

void document_gap(Document *document)
{
    if (document->count > 0 && document->blocks[document->count - 1].kind != BLOCK_GAP) {
        add(document, BLOCK_GAP, STYLE_NORMAL, "", NULL);
    }
}

void document_clear(Document *document)
{
    for (size_t i = 0; i < document->count; i++) {
        Block *block = &document->blocks[i];
        free(block->label);
        free(block->text);
        free(block->note);
        free(block->mark);
        free(block->reason);
        free(block->spoken);
        free(block->target);
    }
    free(document->blocks);
    *document = (Document){0};
}

static DocumentLine *add_line(Layout *layout, size_t block, int column, Style style, const char *text)
{
    if (layout->count == layout->capacity) {
        layout->capacity = layout->capacity == 0 ? 64 : layout->capacity * 2;
        layout->lines = memory_resize(layout->lines, layout->capacity, sizeof *layout->lines);
    }
    DocumentLine *line = &layout->lines[layout->count++];
    *line = (DocumentLine){.block = block, .column = column, .style = style, .text = string_copy(text)};
    return line;
}

static int limit(int columns, int column)
{
    int width = columns - column;
    width = width > DOCUMENT_TEXT_COLUMNS_MAX ? DOCUMENT_TEXT_COLUMNS_MAX : width;
    return width < 1 ? 1 : width;
}

static void add_wrapped(Layout *layout, size_t block, int column, Style style, const char *text)
{
    WrappedText wrapped = text_wrap(text, limit(layout->columns, column));
    for (size_t i = 0; i < wrapped.count; i++) {
        add_line(layout, block, column, style, wrapped.lines[i])->first = false;
    }
    wrapped_text_free(&wrapped);
}

/* The note goes behind the text where it fits, else on lines of its own. */
static void add_note(Layout *layout, size_t block, int column, const char *note)
{
    DocumentLine *last = &layout->lines[layout->count - 1];
    int at = last->column + text_width(last->text) + 2;
    if (at + text_width(note) <= layout->columns) {
        last->note = string_copy(note);
        last->note_column = at;
    } else {
        add_wrapped(layout, block, column, STYLE_QUIET, note);
    }
}

/* A paragraph that stands deeper, its number beside it. Where little room is left, depth is given up first. */
static void lay_out_law(const Block *block, size_t index, Layout *layout)
{
    size_t first = layout->count;
    int column = block->level * PARAGRAPH_LEVEL_COLUMNS, most = layout->columns / 3;
    int beside = column = column > most ? most : column;
    if (block->mark != NULL) {
        int wide = text_width(block->mark) + 1;
        beside += wide < PARAGRAPH_LEVEL_COLUMNS ? PARAGRAPH_LEVEL_COLUMNS : wide;
    }
    add_wrapped(layout, index, beside, block->style, block->text);
    if (block->mark != NULL && layout->count > first) {
        DocumentLine *line = &layout->lines[first];
        char *text = string_format("%s%*s%s", block->mark, beside - column - text_width(block->mark), "", line->text);
        free(line->text);
        line->text = text;
        line->column = column;
    }
}

static void lay_out_block(const Block *block, size_t index, Layout *layout)
{
    size_t first = layout->count;
    int column = 0;
    if (block->kind == BLOCK_LINK) {
        column = LINK_INDENT;
    } else if (block->kind == BLOCK_FIELD) {
        column = layout->label_columns > 0 ? layout->label_columns : 2;
        if (layout->label_columns == 0 && *block->label != '\0') {
            add_line(layout, index, 0, STYLE_QUIET, block->label);
        }
    }
    if (block->level > 0 || block->mark != NULL) {
        lay_out_law(block, index, layout);
    } else {
        add_wrapped(layout, index, column, block->style, block->text);
    }
    if (layout->count == first) {
        add_line(layout, index, column, block->style, "");
    }
    if (block->note != NULL) {
        add_note(layout, index, column, block->note);
    }
    if (block->reason != NULL) {
        add_wrapped(layout, index, column, STYLE_NORMAL, block->reason);
    }
    layout->lines[first].first = true;
}

/* Wide enough for the longest label, or 0 where the page is too narrow for labels beside the text. */
static int label_columns(const Document *document, int columns)
{
    int longest = 0;
    for (size_t i = 0; i < document->count; i++) {
        int width = document->blocks[i].kind == BLOCK_FIELD ? text_width(document->blocks[i].label) + 2 : 0;
        longest = width > longest ? width : longest;
    }
    int most = columns >= LABEL_COLUMNS_WIDE + FIELD_COLUMNS_WIDE ? LABEL_COLUMNS_WIDE : LABEL_COLUMNS_MAX;
    if (longest > most && most == LABEL_COLUMNS_MAX) {
        return 0; /* rather a line of its own than a label that is cut */
    }
    longest = longest > most ? most : longest;
    return columns >= longest + FIELD_COLUMNS_MIN ? longest : 0;
}

void document_lay_out(const Document *document, int columns, Layout *layout)
{
    layout_free(layout);
    layout->columns = columns;
    layout->label_columns = label_columns(document, columns);
    for (size_t i = 0; i < document->count; i++) {
        lay_out_block(&document->blocks[i], i, layout);
    }
}

void layout_free(Layout *layout)
{
    for (size_t i = 0; i < layout->count; i++) {
        free(layout->lines[i].text);
        free(layout->lines[i].note);
    }
    free(layout->lines);
    *layout = (Layout){0};
}
