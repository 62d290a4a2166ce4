/* A document in lines. */
#include "config.h"

#include "tui/linear.h"
#include "tui/pager.h"

#include "core/memory.h"

#include <stdlib.h>
#include <string.h>

#define LINEAR_COLUMNS 80 /* of the lines that words are found in: where there is no screen, one is as good as another */

static void select_link(void *context, size_t index)
{
    Pager *pager = context;
    pager->link = (int)index;
    if (pager->linear_selected != NULL) {
        pager->linear_selected(pager->linear_context);
    }
}

/* The dot between the parts of a quiet line is not heard. The caller owns what is returned; NULL for NULL. */
static char *without_dots(const char *text)
{
    Text words = {0};
    char *dot = string_format(" %s ", glyph(GLYPH_DOT));
    const char *next;
    if (text == NULL) {
        free(dot);
        return NULL;
    }
    for (; (next = strstr(text, dot)) != NULL; text = next + strlen(dot)) {
        char *part = string_copy_bytes(text, (size_t)(next - text));
        text_append_format(&words, "%s; ", part);
        free(part);
    }
    text_append(&words, text);
    free(dot);
    return words.data == NULL ? string_copy("") : text_take(&words);
}

/* What a block says, and the note behind it. The caller owns both. */
static char *words_of(const Block *block, char **note)
{
    *note = without_dots(block->note);
    const char *words = block->spoken != NULL ? block->spoken : block->text;
    return block->style == STYLE_QUIET ? without_dots(words) : string_copy(words);
}

static void add_link(Pager *pager, const Block *block, Linear *linear)
{
    char *note, *words = words_of(block, &note);
    char *text = note == NULL ? string_copy(words) : string_format("%s (%s)", words, note);
    free(words);
    free(note);
    linear_choice(linear, select_link, pager, (size_t)block->link, text);
    if (block->link == pager->link) {
        linear_append(linear, " (selected)");
    }
    linear_line(linear, block->reason);
    free(text);
}

/* A law's paragraph is read with its number. */
static void add_paragraph(Linear *linear, const Block *block)
{
    char *note, *words = words_of(block, &note);
    char *text = block->mark == NULL ? string_copy(words) : string_format("%s %s", block->mark, words);
    linear_field(linear, NULL, text, note);
    free(words);
    free(note);
    free(text);
}

/* The block where the words were found; no block's number where they were not. */
static size_t found_block(const Pager *pager)
{
    return pager->found < pager->layout.count ? pager->layout.lines[pager->found].block : pager->document.count;
}

void pager_linear(Pager *pager, Linear *linear, void (*selected)(void *context), void *context)
{
    pager->linear_selected = selected;
    pager->linear_context = context;
    linear->is_page = true;
    if (pager->layout.columns == 0) { /* finding goes by lines */
        document_lay_out(&pager->document, LINEAR_COLUMNS, &pager->layout);
    }
    for (size_t i = 0; i < pager->document.count; i++) {
        const Block *block = &pager->document.blocks[i];
        char *note = without_dots(block->note);
        switch (block->kind) {
        case BLOCK_HEADING:
            linear_heading(linear, "");
            linear_field(linear, NULL, block->text, note);
            break;
        case BLOCK_PARAGRAPH:
            add_paragraph(linear, block);
            break;
        case BLOCK_FIELD:
            linear_field(linear, block->label, block->text, note);
            break;
        case BLOCK_LINK:
            add_link(pager, block, linear);
            break;
        case BLOCK_GAP:
            break;
        }
        free(note);
        if (i == found_block(pager)) {
            linear_append(linear, " (found)");
        }
    }
}
