#include "config.h"

#include "tui/item-document.h"

#include "core/date.h"
#include "core/memory.h"
#include "store/disagreement.h"
#include "store/law.h"
#include "store/law_text.h"
#include "store/thin.h"
#include "tui/citation-text.h"
#include "tui/components.h"
#include "tui/item-links.h"
#include "tui/item-parts.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* "paper, unchecked", but for words that somebody looked at as they are now. */
static const char *basis_of_item(const Item *item, const char *name)
{
    return name != NULL && strcmp(name, "paper") == 0 && item_is_reviewed(item) ? "paper" : basis_title(name);
}

/* What a person who looked at it found; nothing where nobody did. */
static void add_review(const Item *item, Document *document)
{
    Style style = item->review.state == REVIEW_CHECKED ? STYLE_QUIET : STYLE_WARNING;
    char *words = review_words(&item->review, false);
    if (words != NULL) {
        *words = (char)toupper((unsigned char)*words);
    }
    document_paragraph(document, style, words, NULL);
    if (item->review.note != NULL) {
        char *note = string_format("The reviewer's note: %s", item->review.note);
        document_paragraph(document, style, note, NULL);
        free(note);
    }
    free(words);
}

/* What is told by its place on the screen is heard behind a label. */
static void say_labelled(Document *document, const char *label, const char *text)
{
    char *words = string_format("%s: %s", label, text);
    document_say(document, words);
    free(words);
}

/* How we know, at the top of the page: each basis once, the references themselves at the end. */
static void add_basis(const Item *item, Document *document)
{
    Text line = {0};
    for (size_t i = 0; i < item->citation_count; i++) {
        const char *name = item->citations[i].citation.basis;
        const char *title = basis_of_item(item, name);
        if (title != NULL && (line.data == NULL || strstr(line.data, title) == NULL)) {
            text_append_format(&line, "%s%s", line.length > 0 ? "; " : "", title);
        }
    }
    document_paragraph(document, item_is_unchecked(item) ? STYLE_WARNING : STYLE_QUIET, line.data, NULL);
    if (line.data != NULL) {
        say_labelled(document, "Basis", line.data);
    }
    text_free(&line);
    add_review(item, document);
}

/* Whether a link before says the same: an organisation that two sources name is one. */
static bool is_said_before(const Item *item, size_t number)
{
    const ItemLink *link = &item->links[number];
    for (size_t i = 0; i < number; i++) {
        const ItemLink *before = &item->links[i];
        if (before->forward == link->forward && strcmp(before->relation, link->relation) == 0 &&
            strcmp(before->title, link->title) == 0) {
            return true;
        }
    }
    return false;
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
            if (link->forward && strcmp(link->relation, relations[r]) == 0 && !is_said_before(item, i)) {
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
    say_labelled(document, "Kind", line.data);
    text_free(&line);
    add_basis(item, document);
}

/* Where it is from: by each source that says the same. The caller owns it; NULL where nothing need be said. */
static char *field_note(const Item *item, const ItemField *field)
{
    Text note = {0};
    for (const ItemField *other = field; other < item->fields + item->field_count; other++) {
        char *words = item_fields_say_same(other, field) ? citation_note(item, &other->citation) : NULL;
        if (words != NULL && (note.data == NULL || strstr(note.data, words) == NULL)) {
            text_append_format(&note, "%s%s", note.length > 0 ? "; " : "", words);
        }
        free(words);
    }
    return note.length > 0 ? text_take(&note) : NULL;
}

/* Choices and short values stand beside their label; longer words below it. */
static void add_field(const Item *item, const ItemField *field, Document *document)
{
    const FieldDefinition *definition = field_find(item->kind, field->name);
    const char *label = definition == NULL ? field->name : definition->title;
    char *note = field_note(item, field);
    if (field->value != NULL) {
        bool choice = definition != NULL && definition->type == FIELD_CHOICE;
        const char *thin = strcmp(field->name, "evidence") == 0 ? item_thin_evidence(item) : NULL;
        char *value = string_format("%s%s%s%s", choice ? choice_title(field->value) : field->value, thin == NULL ? "" : " (",
                                    thin == NULL ? "" : thin, thin == NULL ? "" : ")");
        document_field(document, label, STYLE_TITLE, value, field->text == NULL ? note : NULL);
        free(value);
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
    return strcmp(field->name, "order") == 0 || strcmp(field->name, "text-version") == 0 ||
           strcmp(field->name, "text-date") == 0;
}

static bool is_shown(const Item *item, size_t index)
{
    return index < item->field_count && !is_hidden(&item->fields[index]) && item->fields[index].named == NULL &&
           !item_field_is_repeated(item, index);
}

/* Whether it is one more choice of the field before it, from the same place: both are told on one line. */
static bool goes_on(const Item *item, const ItemField *before, const ItemField *field)
{
    const FieldDefinition *definition = field_find(item->kind, field->name);
    if (definition == NULL || definition->type != FIELD_CHOICE || strcmp(before->name, field->name) != 0 ||
        before->value == NULL || field->value == NULL || before->text != NULL || field->text != NULL) {
        return false;
    }
    char *note = field_note(item, field), *note_before = field_note(item, before);
    bool same = string_compare(note, note_before) == 0;
    free(note);
    free(note_before);
    return same;
}

/* Adds the field at index with all that goes on from it; returns how many these are. */
static size_t add_fields_from(const Item *item, size_t index, Document *document)
{
    const ItemField *first = &item->fields[index];
    size_t count = 1;
    while (is_shown(item, index + count) && goes_on(item, first, &item->fields[index + count])) {
        count++;
    }
    if (count == 1) {
        add_field(item, first, document);
        return 1;
    }
    Text values = {0};
    char *note = field_note(item, first);
    for (size_t i = index; i < index + count; i++) {
        text_append_format(&values, "%s%s", i > index ? ", " : "", choice_title(item->fields[i].value));
    }
    document_field(document, field_find(item->kind, first->name)->title, STYLE_TITLE, values.data, note);
    free(note);
    text_free(&values);
    return count;
}

/* Fields that name other items lead there. */
static void add_named(const Item *item, Document *document)
{
    const char *heading = NULL;
    for (size_t i = 0; i < item->field_count; i++) {
        const ItemField *field = &item->fields[i];
        const FieldDefinition *definition = field_find(item->kind, field->name);
        if (field->named == NULL) {
            continue;
        }
        if (heading == NULL || strcmp(heading, field->name) != 0) {
            document_heading(document, definition == NULL ? field->name : definition->title, NULL);
        }
        heading = field->name;
        document_link(document, field->named, NULL, field->text, field->value);
    }
}

static void add_fields(const Item *item, Document *document)
{
    document_gap(document);
    for (size_t i = 0; i < item->field_count;) {
        i += is_shown(item, i) ? add_fields_from(item, i, document) : 1;
    }
    add_named(item, document);
}

/* "as known on 2026-11-20". The caller owns it; NULL where there is no such day. */
static char *known_on(Store *store)
{
    char *date = NULL;
    char *text = law_known_on(store, &date, NULL) && date != NULL ? string_format("as known on %s", date) : NULL;
    free(date);
    return text;
}

static void add_law(Store *store, const Item *item, const char *as_of, Document *document)
{
    char today[DATE_SIZE];
    if (as_of == NULL) {
        date_today(today);
        as_of = today;
    }
    char *now = law_state(store, item, as_of, NULL);
    if (now != NULL) {
        char *then = law_state(store, item, LAW_PAPER_DATE, NULL);
        char *known = known_on(store);
        /* The law's own text has no dates by itself. */
        if (item->kind == KIND_PROVISION && item->event_count == 0) {
            char *whole = string_format("the law as a whole%s%s", known == NULL ? "" : ", ", known == NULL ? "" : known);
            free(known);
            known = whole;
        }
        char *label = string_format("State on %s", as_of);
        document_gap(document);
        document_field(document, label, STYLE_TITLE, now, known);
        document_field(document, "When the paper came out", STYLE_NORMAL, then, "May 2024");
        free(label);
        free(known);
        free(then);
    }
    for (size_t i = 0; i < item->event_count; i++) {
        const ItemEvent *event = &item->events[i];
        char *words = law_event_words(event, as_of);
        document_field(document, event->date, STYLE_NORMAL, words, event->text);
        free(words);
    }
    free(now);
}

/* How many of its five points a licence has, and what they give. */
static void add_points(Store *store, const Item *item, Document *document)
{
    LicencePoints points;
    if (item->kind != KIND_LICENCE || !licence_points(store, item->id, &points, NULL)) {
        return;
    }
    char *text = points.points < 0 ? string_copy("a point is unclear, so that no level is given")
                                   : string_format("%d of 5: C%d for code, D%d for data", points.points,
                                                   points.code_level, points.data_level);
    document_gap(document);
    document_field(document, "By its points", STYLE_TITLE, text, NULL);
    free(text);
}

/* Cells that are scored otherwise than the points of their licence give. */
static void add_disagreements(Store *store, const Item *item, Document *document)
{
    Disagreements disagreements;
    if (!disagreements_load(store, item, &disagreements, NULL) || disagreements.count == 0) {
        return;
    }
    bool licence = item->kind == KIND_LICENCE;
    document_heading(document, "Scored otherwise than by points", "the source's scores stay as they are");
    for (size_t i = 0; i < disagreements.count; i++) {
        char *words = disagreement_words(&disagreements.entries[i], licence);
        document_link(document, words, NULL, NULL,
                      licence ? disagreements.entries[i].model_id : disagreements.entries[i].licence_id);
        free(words);
    }
    disagreements_free(&disagreements);
}

/* A side of an area that nothing is in. */
static void add_empty_sides(const Item *item, Document *document)
{
    static const Kind sides[] = {KIND_RISK, KIND_OPPORTUNITY};
    for (size_t side = 0; item->kind == KIND_AREA && side < 2; side++) {
        bool any = false;
        for (size_t i = 0; i < item->link_count; i++) {
            any = any || (!item->links[i].forward && item->links[i].kind == sides[side]);
        }
        if (!any) {
            document_field(document, kind_definition(sides[side])->title_plural, STYLE_QUIET, "not seen in the paper",
                           NULL);
        }
    }
}

/* Which text of the law this is, and what was amended since. */
static void add_law_text(Store *store, const Item *item, const char *as_of, Document *document)
{
    LawText text;
    if (law_text_of(store, item, as_of, &text, NULL)) {
        document_paragraph(document, STYLE_QUIET, text.version, NULL);
        document_paragraph(document, STYLE_WARNING, text.amended, NULL);
        law_text_free(&text);
    }
}

void item_document(Store *store, const Item *item, const char *as_of, bool whole, Document *document)
{
    add_heading(item, document);
    add_law_text(store, item, as_of, document);
    document_gap(document);
    if (!item_summary_is_in_body(item)) {
        document_paragraph(document, STYLE_NORMAL, item->summary, NULL);
    }
    if (item->summary_source != NULL) {
        char *words = string_format("In the words of: %s", item->summary_source);
        document_paragraph(document, STYLE_QUIET, words, NULL);
        free(words);
    }
    char *own = item_own_part(item);
    document_paragraph(document, STYLE_QUIET, item->body != NULL ? own : NULL, NULL);
    free(own);
    document_body(document, item->body);
    if (item->note != NULL) {
        document_heading(document, "Your note", NULL);
        document_body(document, item->note);
    }
    add_law(store, item, as_of, document); /* first, since it is what the rest of a law stands under */
    add_fields(item, document);
    add_points(store, item, document);
    item_add_cells(store, item, document);
    add_disagreements(store, item, document);
    add_empty_sides(item, document);
    item_add_observation(store, item, document);
    item_links(store, item, as_of, whole, document);
    item_sources(item, document);
}
