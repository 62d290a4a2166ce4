/* One item of a sheet: its texts, fields and links. */
#include "sheets/compose/composition.h"
#include "sheets/compose/table.h"
#include "sheets/compose/words.h"

#include "core/memory.h"
#include "store/thin.h"

#include <stdlib.h>
#include <string.h>

/* How many titles of what acts on an item a short one names. */
#define TITLES_OF_FIELD 4

/* Fields that serve the program and say nothing to a reader. */
static bool is_internal(const char *name)
{
    return strcmp(name, "order") == 0 || strcmp(name, "query") == 0 || strcmp(name, "text-version") == 0 ||
           strcmp(name, "text-date") == 0;
}

/* The fields of the paper's question: where a risk or an opportunity lacks one, the sheet says so. */
static bool is_expected(Kind kind, const char *name)
{
    return (kind == KIND_RISK || kind == KIND_OPPORTUNITY) &&
           (strcmp(name, "effect") == 0 || strcmp(name, "evidence") == 0 || strcmp(name, "affected") == 0);
}

static void write_field_entry(Composition *composition, const Item *item, const FieldDefinition *definition,
                              const ItemField *field, SheetDepth depth)
{
    XmlWriter *writer = &composition->writer;
    char *words = field->named != NULL ? string_copy(field->named) : value_words(item->kind, definition, field->value);
    const char *thin = strcmp(definition->name, "evidence") == 0 ? item_thin_evidence(item) : NULL;
    if (words != NULL && thin != NULL) {
        char *whole = string_format("%s (%s)", words, thin);
        free(words);
        words = whole;
    }
    xml_begin(writer, "entry");
    xml_attribute(writer, "value", field->value);
    xml_attribute(writer, "value-title", words);
    if (definition->type == FIELD_URL)
        write_href(writer, field->value);
    /* A summary keeps the value and leaves out its reason, but in a sheet that tells why. */
    if (depth == DEPTH_FULL || composition->telling_why || field->value == NULL)
        xml_paragraphs(writer, field->text);
    write_cite(composition, &field->citation, item, CITE_OF_FIELD);
    xml_end(writer);
    use_source(composition, field->source);
    free(words);
}

/* True where an earlier field of that name says the same. */
static bool is_repeated(const Item *item, size_t index)
{
    const ItemField *field = &item->fields[index];
    for (size_t i = 0; i < index; i++)
        if (strcmp(item->fields[i].name, field->name) == 0 && string_compare(item->fields[i].value, field->value) == 0 &&
            string_compare(item->fields[i].text, field->text) == 0)
            return true;
    return false;
}

static void write_field(Composition *composition, const Item *item, const FieldDefinition *definition, SheetDepth depth)
{
    XmlWriter *writer = &composition->writer;
    bool begun = false;
    for (size_t i = 0; i < item->field_count; i++) {
        if (strcmp(item->fields[i].name, definition->name) != 0 || is_repeated(item, i))
            continue;
        if (!begun) {
            xml_begin(writer, "field");
            xml_attribute(writer, "name", definition->name);
            xml_attribute(writer, "title", definition->title);
        }
        begun = true;
        write_field_entry(composition, item, definition, &item->fields[i], depth);
    }
    if (begun) {
        xml_end(writer);
    } else if (is_expected(item->kind, definition->name)) {
        xml_begin(writer, "field");
        xml_attribute(writer, "name", definition->name);
        xml_attribute(writer, "title", definition->title);
        xml_attribute_flag(writer, "missing", true);
        xml_end(writer);
    }
}

/* What a mapping leads to, so many and no evidence by themselves: for a screen, where each can be looked at. */
static bool is_left_out(const ItemLink *link)
{
    return !link->forward && (strcmp(link->relation, "may-be-evidence-of") == 0 || strcmp(link->relation, "related-evidence-of") == 0);
}

/* What a summary keeps: what is said in a word, and that nothing is known against a risk. */
static bool is_short(const FieldDefinition *definition)
{
    return definition->type == FIELD_CHOICE || strcmp(definition->name, "gap") == 0;
}

static void write_fields(Composition *composition, const Item *item, SheetDepth depth)
{
    for (size_t i = 0; i < field_count(); i++) {
        const FieldDefinition *definition = field_at(i);
        if ((definition->kinds & KIND_BIT(item->kind)) != 0 && !is_internal(definition->name) &&
            (depth == DEPTH_FULL || is_short(definition)))
            write_field(composition, item, definition, depth);
    }
}

/* The first titles at the other end of a relation, as a field: for a sheet whose items are short and tell what acts on them. */
static void write_linked(Composition *composition, const Item *item, const char *relation)
{
    const RelationDefinition *definition = relation_find(relation);
    XmlWriter *writer = &composition->writer;
    char *titles = link_titles(item, relation, false, TITLES_OF_FIELD);
    if (titles != NULL && definition != NULL) {
        xml_begin(writer, "field");
        xml_attribute(writer, "name", relation);
        xml_attribute(writer, "title", definition->inverse);
        xml_begin(writer, "entry");
        xml_element(writer, "p", titles);
        xml_end(writer);
        xml_end(writer);
    }
    free(titles);
}

void begin_link(Composition *composition, const char *id, Kind kind, const char *title)
{
    XmlWriter *writer = &composition->writer;
    xml_begin(writer, "link");
    xml_attribute(writer, "id", id);
    xml_attribute(writer, "kind", kind_definition(kind)->name);
    xml_attribute(writer, "kind-title", kind_definition(kind)->title);
    if (composition_item(composition, id) != NULL) {
        char *anchor = anchor_name(id);
        xml_attribute(writer, "anchor", anchor);
        free(anchor);
    }
    if (kind == KIND_REFERENCE) {
        xml_attribute_number(writer, "number", reference_number(composition, id));
        write_work(composition, id);
    }
    xml_element(writer, "title", title != NULL ? title : id);
}

static void write_statement(Composition *composition, const Item *item, const ItemLink *link)
{
    XmlWriter *writer = &composition->writer;
    xml_begin(writer, "statement");
    xml_element(writer, "why", link->text);
    write_cite(composition, &link->citation, item, CITE_OF_OTHER);
    xml_end(writer);
    use_source(composition, link->source);
}

static bool same_group(const ItemLink *a, const ItemLink *b)
{
    return a->forward == b->forward && strcmp(a->relation, b->relation) == 0;
}

/* True where an earlier link of the group goes to the same item: then its statements stand there. */
static bool is_told(const ItemLink *links, size_t first, size_t index)
{
    for (size_t i = first; i < index; i++)
        if (strcmp(links[i].id, links[index].id) == 0)
            return true;
    return false;
}

/* Writes the links from first to before last, which are of one relation and one direction. */
static bool write_group(Composition *composition, const Item *item, const Ways *ways, size_t first, size_t last,
                        Error *error)
{
    bool ok = true;
    XmlWriter *writer = &composition->writer;
    const ItemLink *links = item->links;
    const RelationDefinition *relation = relation_find(links[first].relation);
    xml_begin(writer, "links");
    xml_attribute(writer, "relation", links[first].relation);
    xml_attribute(writer, "direction", links[first].forward ? "forward" : "inverse");
    if (relation != NULL)
        xml_attribute(writer, "title", links[first].forward ? relation->forward : relation->inverse);
    for (size_t i = first; ok && i < last; i++) {
        if (is_told(links, first, i))
            continue;
        begin_link(composition, links[i].id, links[i].kind, links[i].title);
        for (size_t j = i; j < last; j++)
            if (strcmp(links[j].id, links[i].id) == 0)
                write_statement(composition, item, &links[j]);
        ok = write_way(composition, ways, &links[i], error);
        xml_end(writer);
    }
    xml_end(writer);
    return ok;
}

/* What a summary keeps: whom it is for, whose it is, and what disputes it. */
static bool is_short_link(const ItemLink *link)
{
    static const char *const kept[] = {"addressed-to", "of", "developed-by", "disputed-by"};
    for (size_t i = 0; i < sizeof kept / sizeof kept[0]; i++)
        if (link->forward && strcmp(link->relation, kept[i]) == 0)
            return true;
    return false;
}

/* What to do stands right behind what reduces a risk, since it follows from that. */
static bool write_links(Composition *composition, const Item *item, SheetDepth depth, Error *error)
{
    Ways ways;
    bool ok = ways_load(composition->store, item, &ways, error);
    for (size_t first = 0, last; ok && first < item->link_count; first = last) {
        for (last = first + 1; last < item->link_count && same_group(&item->links[first], &item->links[last]);)
            last++;
        if (is_left_out(&item->links[first]) || (depth != DEPTH_FULL && !is_short_link(&item->links[first])))
            continue;
        ok = write_group(composition, item, &ways, first, last, error);
        if (ok && !item->links[first].forward && strcmp(item->links[first].relation, "reduces") == 0)
            ok = write_consequences(composition, item, error);
    }
    ways_free(&ways);
    return ok;
}

/* True where pages are few, so that the place in a work is left out, and the same work was named on the same basis before. */
static bool is_named_already(const Composition *composition, const Item *item, size_t index)
{
    const Citation *citation = &item->citations[index].citation;
    for (size_t i = 0; composition->template->pages > 0 && i < index; i++) {
        const Citation *before = &item->citations[i].citation;
        if (string_compare(before->reference, citation->reference) == 0 && string_compare(before->basis, citation->basis) == 0)
            return true;
    }
    return false;
}

static void write_item_provenance(Composition *composition, const Item *item)
{
    char *words = review_words(&item->review, false);
    xml_begin(&composition->writer, "provenance");
    xml_attribute_flag(&composition->writer, "unchecked", item_is_unchecked(item));
    if (words != NULL)
        xml_attribute(&composition->writer, "review", review_state_name(item->review.state));
    xml_attribute(&composition->writer, "review-text", words);
    free(words);
    for (size_t i = 0; i < item->citation_count; i++) {
        if (!is_named_already(composition, item, i))
            write_cite(composition, &item->citations[i].citation, item, CITE_OF_ITEM);
        use_source(composition, item->citations[i].source);
    }
    xml_end(&composition->writer);
}

static void write_note(Composition *composition, const char *note)
{
    if (note == NULL || *note == '\0')
        return;
    xml_begin(&composition->writer, "note");
    xml_lines(&composition->writer, note);
    xml_end(&composition->writer);
}

void write_notes(Composition *composition, const Entry *entry)
{
    write_note(composition, entry->remark);
    write_note(composition, entry->note);
    composition->entries[entry - composition->entries].noted = true;
}

bool entry_has_note(const Entry *entry)
{
    return entry->remark != NULL || entry->note != NULL;
}

char *entry_note(const Entry *entry)
{
    if (entry->remark == NULL || entry->note == NULL)
        return string_copy(entry->remark != NULL ? entry->remark : entry->note);
    return string_format("%s – %s", entry->remark, entry->note);
}

bool section_notes(Composition *composition, Error *error)
{
    static const TableColumnText columns[] = {{"Item", 35}, {"Note by the author of this sheet", 65}};
    bool begun = false;
    (void)error;
    for (size_t i = 0; i < composition->entry_count; i++) {
        const Entry *entry = &composition->entries[i];
        if (entry->item == NULL || entry->noted || !entry_has_note(entry))
            continue;
        if (!begun) {
            section_begin(composition, "notes", "Notes");
            table_begin(composition, "Notes on what stands in the tables", columns, sizeof columns / sizeof *columns);
            begun = true;
        }
        row_begin(composition, entry->item->id);
        row_value(composition, entry->item->title);
        take_value(composition, entry_note(entry));
        xml_end(&composition->writer);
    }
    if (begun) {
        xml_end(&composition->writer);
        xml_end(&composition->writer);
    }
    return true;
}

/* All that is said of an item but its summary, as far as the depth goes. */
static bool write_details(Composition *composition, const Item *item, SheetDepth depth, Error *error)
{
    XmlWriter *writer = &composition->writer;
    if (depth == DEPTH_FULL && item->body != NULL) {
        xml_begin(writer, "body");
        xml_paragraphs(writer, item->body);
        xml_end(writer);
    }
    bool ok = write_state(composition, item, error);
    if (depth == DEPTH_FULL)
        write_events(composition, item);
    ok = ok && write_law_text(composition, item, error);
    write_fields(composition, item, depth);
    if (composition->telling_why) {
        write_linked(composition, item, "reduces");
        write_linked(composition, item, "strengthens");
    }
    if (depth == DEPTH_FULL)
        ok = ok && write_cells(composition, item, error);
    return ok && write_links(composition, item, depth, error);
}

bool write_item(Composition *composition, const Entry *entry, Error *error)
{
    XmlWriter *writer = &composition->writer;
    const Item *item = entry->item;
    SheetDepth depth = entry->depth > composition->depth ? entry->depth : composition->depth;
    char *anchor = anchor_name(item->id);
    composition->telling_why = composition->reasons && entry->depth == DEPTH_FULL;
    xml_begin(writer, "item");
    xml_attribute(writer, "id", item->id);
    xml_attribute(writer, "anchor", anchor);
    xml_attribute(writer, "kind", kind_definition(item->kind)->name);
    xml_attribute(writer, "kind-title", kind_definition(item->kind)->title);
    if (depth != DEPTH_FULL)
        xml_attribute(writer, "depth", sheet_depth_name(depth));
    free(anchor);
    xml_element(writer, "title", item->title);
    write_item_provenance(composition, item);
    bool ok = true;
    if (depth != DEPTH_TITLE) {
        xml_element(writer, "summary", item->summary);
        ok = write_details(composition, item, depth, error);
        write_attribution(composition, item);
    }
    write_notes(composition, entry);
    xml_end(writer);
    composition->telling_why = false;
    return ok;
}
