/* The openness of a model's components on its page. */
#include "config.h"

#include "tui/item-parts.h"

#include "core/memory.h"
#include "core/unicode.h"
#include "store/opinions.h"
#include "tui/canvas.h"
#include "tui/components.h"

#include <stdlib.h>
#include <string.h>

#define GAP 2
#define LINK_COLUMN 3 /* where the text of a link begins */

static void append_spoken_level(const ItemCell *cell, Text *text)
{
    const char *level = cell_level(cell->component, cell->value);
    if (level == NULL) {
        text_append(text, choice_title(cell->value));
    } else {
        text_append_format(text, "%s, %s", openness_word(cell->value), level);
    }
}

/* "Apache 2.0; a guess: D3 or D4", and what else the source says where with_text; NULL where there is nothing. */
static char *cell_note(const ItemCell *cell, bool with_text)
{
    const char *const parts[] = {cell->licence, cell->guess, with_text ? cell->text : NULL};
    Text note = {0};
    for (size_t i = 0; i < 3; i++) {
        if (parts[i] != NULL) {
            text_append_format(&note, "%s%s%s", note.length > 0 ? "; " : "", i == 1 ? "a guess: " : "", parts[i]);
        }
    }
    return note.length > 0 ? text_take(&note) : NULL;
}

/* "C5, open", or why there is no level. As it is heard, the word comes before the code. */
static void add_cell(const ItemCell *cell, const char *component, Document *document)
{
    Text level = {0}, text = {0}, spoken = {0};
    const char *code = cell_level(cell->component, cell->value);
    char *note = cell_note(cell, true);
    text_append_format(&level, "%s%s%s", code == NULL ? choice_title(cell->value) : code, code == NULL ? "" : ", ",
                       code == NULL ? "" : openness_word(cell->value));
    text_append_format(&text, "%-15s %s", level.data, component);
    text_append_format(&spoken, "%s: ", component);
    append_spoken_level(cell, &spoken);
    document_link(document, text.data, note, NULL,
                  cell->licence_id != NULL ? cell->licence_id : component_ids[cell->component]);
    document_say(document, spoken.data);
    text_free(&level);
    text_free(&text);
    text_free(&spoken);
    free(note);
}

static const char *shown_level(const ItemCell *cell)
{
    const char *level = cell == NULL ? NULL : cell_level(cell->component, cell->value);
    return cell == NULL ? "" : level == NULL ? choice_title(cell->value) : level;
}

static const ItemCell *cell_at(const Opinions *opinions, size_t component, size_t source)
{
    return opinions->cells[component * opinions->source_count + source];
}

/* The columns of a source: of its name, or of the longest of its values. */
static int source_columns(const Opinions *opinions, size_t source)
{
    int widest = text_width(opinions->sources[source]);
    for (size_t component = 0; component < COMPONENT_COUNT; component++) {
        int width = text_width(shown_level(cell_at(opinions, component, source)));
        widest = width > widest ? width : widest;
    }
    return widest + GAP;
}

static void append_column(Text *text, const Opinions *opinions, size_t source, const char *words)
{
    char *padded = text_pad(words, source_columns(opinions, source), false);
    text_append(text, padded);
    free(padded);
}

/* The component, what each source says of it in the source's column, and below the licences as each spells them. */
static void add_row(const Opinions *opinions, size_t component, const char *title, Document *document)
{
    Text text = {0}, spoken = {0}, note = {0};
    text_append_format(&spoken, "%s: ", title);
    for (size_t i = 0, said = 0; i < opinions->source_count; i++) {
        const ItemCell *cell = cell_at(opinions, component, i);
        append_column(&text, opinions, i, shown_level(cell));
        char *words = cell == NULL ? NULL : cell_note(cell, false);
        if (words != NULL) {
            text_append_format(&note, "%s%s: %s", note.length > 0 ? "; " : "", opinions->sources[i], words);
        }
        if (cell != NULL) {
            text_append_format(&spoken, "%s%s says ", said++ > 0 ? "; " : "", opinions->sources[i]);
            append_spoken_level(cell, &spoken);
        }
        free(words);
    }
    text_append(&text, title);
    document_link(document, text.data, note.data, NULL, component_ids[component]);
    document_say(document, spoken.data);
    text_free(&text);
    text_free(&spoken);
    text_free(&note);
}

/* What a source says in the same words of several components stands once, behind all of them. */
static void add_remarks(const Opinions *opinions, const ComponentTitles *titles, Document *document)
{
    document_gap(document);
    for (size_t i = 0; i < opinions->remark_count; i++) {
        const OpinionRemark *remark = &opinions->remarks[i];
        Text text = {0};
        text_append_format(&text, "%s: %s (", remark->source, remark->text);
        for (size_t component = 0, count = 0; component < COMPONENT_COUNT; component++) {
            if (remark->components[component]) {
                text_append_format(&text, "%s%s", count++ > 0 ? ", " : "", component_title(titles, component));
            }
        }
        text_append(&text, ")");
        document_paragraph(document, STYLE_NORMAL, text.data, NULL);
        text_free(&text);
    }
}

static void add_licences(const Opinions *opinions, Document *document)
{
    document_gap(document);
    for (size_t i = 0; i < opinions->licence_count; i++) {
        const OpinionLicence *licence = &opinions->licences[i];
        Text text = {0};
        for (size_t k = 0; k < licence->spellings.count; k++) {
            text_append_format(&text, "%s%s", k > 0 ? "; " : "", licence->spellings.items[k]);
        }
        document_link(document, text.data, licence->id, NULL, licence->id);
        text_free(&text);
    }
}

static void add_side_by_side(const Opinions *opinions, const ComponentTitles *titles, Document *document)
{
    Text head = {0}, spoken = {0};
    document_heading(document, "Openness of its components", "who says what");
    text_append_format(&head, "%*s", LINK_COLUMN, "");
    text_append(&spoken, "By source: ");
    for (size_t i = 0; i < opinions->source_count; i++) {
        append_column(&head, opinions, i, opinions->sources[i]);
        text_append_format(&spoken, "%s%s", i > 0 ? ", " : "", opinions->sources[i]);
    }
    document_paragraph(document, STYLE_QUIET, head.data, NULL);
    document_say(document, spoken.data);
    text_free(&spoken);
    text_free(&head);
    for (size_t component = 0; component < COMPONENT_COUNT; component++) {
        if (opinions->spoken[component]) {
            add_row(opinions, component, component_title(titles, component), document);
        }
    }
    add_remarks(opinions, titles, document);
    add_licences(opinions, document);
}

void item_add_cells(Store *store, const Item *item, Document *document)
{
    ComponentTitles titles = {0};
    Opinions opinions = opinions_of(item);
    if (item->cell_count > 0) {
        component_titles_load(store, &titles, NULL);
    }
    if (opinions.source_count > 1) {
        add_side_by_side(&opinions, &titles, document);
    } else if (item->cell_count > 0) {
        document_heading(document, "Openness of its components", NULL);
        for (size_t i = 0; i < item->cell_count; i++) {
            add_cell(&item->cells[i], component_title(&titles, item->cells[i].component), document);
        }
    }
    component_titles_free(&titles);
    opinions_free(&opinions);
}
