#include "config.h"

#include "tui/item-document.h"

#include "core/date.h"
#include "core/memory.h"
#include "store/law.h"
#include "store/openness.h"
#include "tui/canvas.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Ids of references without their kind: "eiras2024risks". */
static const char *short_id(const char *id)
{
    const char *dot = id == NULL ? NULL : strchr(id, '.');
    return dot == NULL ? id : dot + 1;
}

/* "paper, unchecked · eiras2024risks, Safety and security". The caller owns it. */
static char *citation_text(const Citation *citation)
{
    const BasisDefinition *basis = citation->basis == NULL ? NULL : basis_find(citation->basis);
    Text text = {0};
    text_append(&text, basis == NULL ? citation->basis : basis->title);
    if (citation->reference != NULL) {
        text_append_format(&text, " %s %s", glyph(GLYPH_DOT), short_id(citation->reference));
        if (citation->locator != NULL) {
            text_append_format(&text, ", %s", citation->locator);
        }
    }
    return text_take(&text);
}

static bool same_citation(const Citation *a, const Citation *b)
{
    return string_compare(a->reference, b->reference) == 0 && string_compare(a->locator, b->locator) == 0 &&
           string_compare(a->basis, b->basis) == 0;
}

/* The note for a statement: where it is from, unless that is where the whole item is from. */
static char *statement_note(const Item *item, const Citation *citation)
{
    if (item->citation_count > 0 && same_citation(&item->citations[0].citation, citation)) {
        return NULL;
    }
    return citation->basis == NULL ? NULL : citation_text(citation);
}

/* How we know, at the top of the page: each basis once, the references themselves at the end. */
static void add_basis(const Item *item, Document *document)
{
    Text line = {0};
    for (size_t i = 0; i < item->citation_count; i++) {
        const char *name = item->citations[i].citation.basis;
        const BasisDefinition *basis = name == NULL ? NULL : basis_find(name);
        const char *title = basis == NULL ? name : basis->title;
        if (title != NULL && (line.data == NULL || strstr(line.data, title) == NULL)) {
            text_append_format(&line, "%s%s", line.length > 0 ? "; " : "", title);
        }
    }
    document_paragraph(document, item_is_unchecked(item) ? STYLE_WARNING : STYLE_QUIET, line.data, NULL);
    text_free(&line);
}

/* Stage and area, on one line with the kind: "Risk · Near term, Mid term · Safety and security". */
static void add_heading(const Item *item, Document *document)
{
    Text line = {0};
    document_paragraph(document, STYLE_TITLE, item->title, NULL);
    text_append(&line, kind_definition(item->kind)->title);
    static const char *const relations[] = {"at", "in", "of", "part-of", "developed-by"};
    for (size_t r = 0; r < sizeof relations / sizeof *relations; r++) {
        bool first = true;
        for (size_t i = 0; i < item->link_count; i++) {
            const ItemLink *link = &item->links[i];
            if (link->forward && strcmp(link->relation, relations[r]) == 0) {
                text_append_format(&line, first ? " %s " : "%s", first ? glyph(GLYPH_DOT) : ", ");
                text_append(&line, link->title);
                first = false;
            }
        }
    }
    if (item->in_basket) {
        text_append_format(&line, " %s in the basket", glyph(GLYPH_DOT));
    }
    document_paragraph(document, STYLE_QUIET, line.data, NULL);
    text_free(&line);
    add_basis(item, document);
}

/* Choices and short values stand beside their label; longer words below it. */
static void add_field(const Item *item, const ItemField *field, Document *document)
{
    const FieldDefinition *definition = field_find(item->kind, field->name);
    const char *label = definition == NULL ? field->name : definition->title;
    char *note = statement_note(item, &field->citation);
    if (field->value != NULL) {
        document_field(document, label, STYLE_TITLE, field->value, field->text == NULL ? note : NULL);
        if (field->text != NULL) {
            document_field(document, "", STYLE_NORMAL, field->text, note);
        }
    } else if (field->text != NULL) {
        document_field(document, label, STYLE_NORMAL, field->text, note);
    }
    free(note);
}

static bool is_hidden(const ItemField *field)
{
    return strcmp(field->name, "order") == 0;
}

static void add_fields(const Item *item, Document *document)
{
    document_gap(document);
    for (size_t i = 0; i < item->field_count; i++) {
        if (!is_hidden(&item->fields[i])) {
            add_field(item, &item->fields[i], document);
        }
    }
}

static void add_law(Store *store, const Item *item, const char *as_of, Document *document)
{
    char today[DATE_SIZE];
    if (as_of == NULL) {
        date_today(today);
        as_of = today;
    }
    char *now = law_state(store, item, as_of, NULL);
    char *then = now == NULL ? NULL : law_state(store, item, LAW_PAPER_DATE, NULL);
    if (now != NULL) {
        char label[32];
        document_gap(document);
        snprintf(label, sizeof label, "On %s", as_of);
        document_field(document, label, STYLE_TITLE, now, NULL);
        document_field(document, "In the paper's May 2024", STYLE_NORMAL, then, NULL);
    }
    for (size_t i = 0; i < item->event_count; i++) {
        document_field(document, item->events[i].date, STYLE_NORMAL, item->events[i].type, item->events[i].text);
    }
    free(now);
    free(then);
}

static void add_cells(const Item *item, Document *document)
{
    if (item->cell_count > 0) {
        document_heading(document, "Openness of its components", NULL);
    }
    for (size_t i = 0; i < item->cell_count; i++) {
        const ItemCell *cell = &item->cells[i];
        const char *level = cell_level(cell->component, cell->value);
        Text text = {0}, note = {0};
        text_append_format(&text, "%-15s %s", level == NULL ? cell->value : level, component_ids[cell->component]);
        text_append(&note, cell->licence);
        if (cell->guess != NULL) {
            text_append_format(&note, "%sa guess: %s", note.length > 0 ? "; " : "", cell->guess);
        }
        if (cell->text != NULL) {
            text_append_format(&note, "%s%s", note.length > 0 ? "; " : "", cell->text);
        }
        document_link(document, text.data, note.data, NULL,
                      cell->licence_id != NULL ? cell->licence_id : component_ids[cell->component]);
        text_free(&text);
        text_free(&note);
    }
}

/* Links of one relation and direction stand together under its heading. */
static void add_links(const Item *item, Document *document)
{
    for (size_t i = 0; i < item->link_count; i++) {
        const ItemLink *link = &item->links[i];
        const ItemLink *before = i > 0 ? &item->links[i - 1] : NULL;
        if (before == NULL || strcmp(before->relation, link->relation) != 0 || before->forward != link->forward) {
            const RelationDefinition *relation = relation_find(link->relation);
            document_heading(document,
                             relation == NULL ? link->relation : link->forward ? relation->forward : relation->inverse, NULL);
        }
        char *note = statement_note(item, &link->citation);
        document_link(document, link->title, note, link->text, link->id);
        free(note);
    }
}

static void add_sources(const Item *item, Document *document)
{
    if (item->citation_count > 0) {
        document_heading(document, "From", NULL);
    }
    for (size_t i = 0; i < item->citation_count; i++) {
        const ItemCitation *citation = &item->citations[i];
        const BasisDefinition *basis = citation->citation.basis == NULL ? NULL : basis_find(citation->citation.basis);
        if (citation->citation.reference != NULL) {
            document_link(document,
                          citation->reference_title != NULL ? citation->reference_title : citation->citation.reference,
                          citation->citation.locator, basis == NULL ? NULL : basis->explanation,
                          citation->citation.reference);
        }
    }
    document_gap(document);
    document_paragraph(document, STYLE_QUIET, item->id, NULL);
}

void item_document(Store *store, const Item *item, const char *as_of, Document *document)
{
    add_heading(item, document);
    document_gap(document);
    document_paragraph(document, STYLE_NORMAL, item->summary, NULL);
    document_body(document, item->body);
    if (item->note != NULL) {
        document_heading(document, "Your note", NULL);
        document_body(document, item->note);
    }
    add_fields(item, document);
    add_law(store, item, as_of, document);
    add_cells(item, document);
    add_links(item, document);
    add_sources(item, document);
}
