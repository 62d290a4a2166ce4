#include "cli/item.h"

#include "core/memory.h"

#include <stdlib.h>

const TableColumn item_columns[] = {
    {"id", "Id", false, false},
    {"part", "Part", false, false},
    {"name", "Name", false, false},
    {"value", "Value", false, true},
    {"title", "Title", false, true},
    {"text", "Text", false, true},
    {"reference", "Source", false, false},
    {"locator", "Where", false, true},
    {"basis", "Basis", false, false},
};
const size_t item_column_count = sizeof item_columns / sizeof item_columns[0];

/* What one row says; NULL for what it lacks. */
typedef struct Statement {
    const char *part, *name, *value, *title, *text;
    const Citation *citation;
} Statement;

static void add_statement(Table *table, const Item *item, const Statement *statement)
{
    table_add_row(table);
    table_set(table, 0, item->id);
    table_set(table, 1, statement->part);
    table_set(table, 2, statement->name);
    table_set(table, 3, statement->value);
    table_set(table, 4, statement->title);
    table_set(table, 5, statement->text);
    if (statement->citation) {
        table_set(table, 6, statement->citation->reference);
        table_set(table, 7, statement->citation->locator);
        table_set(table, 8, statement->citation->basis);
    }
}

static void add_texts(Table *table, const ShownItem *shown)
{
    const Item *item = shown->item;
    char *review = review_words(&item->review, false);
    const Statement statements[] = {
        {"item", "kind", kind_definition(item->kind)->name, NULL, NULL, NULL},
        {"item", "title", NULL, item->title, NULL, NULL},
        {"item", "summary", NULL, NULL, item->summary, NULL},
        {"item", "body", NULL, NULL, item->body, NULL},
        {"item", "state", shown->state, NULL, NULL, NULL},
        {"item", "state-in-paper", shown->in_paper, NULL, NULL, NULL},
        {"item", "known-on", shown->known_on, NULL, NULL, NULL},
        {"item", "note", NULL, NULL, item->note, NULL},
        {"item", "review", item->review.state == REVIEW_NONE ? NULL : review_state_name(item->review.state), NULL,
         review, NULL},
    };

    for (size_t i = 0; i < sizeof statements / sizeof statements[0]; i++)
        if (statements[i].value || statements[i].title || statements[i].text)
            add_statement(table, item, &statements[i]);
    free(review);
}

static void add_cell(Table *table, const Item *item, const ItemCell *cell)
{
    const char *component = component_ids[cell->component], *level = cell_level(cell->component, cell->value);

    add_statement(table, item, &(Statement){"cell", component, level ? level : cell->value, NULL, cell->text, NULL});
    if (cell->licence)
        add_statement(table, item, &(Statement){"licence", component, cell->licence_id, cell->licence, NULL, NULL});
    if (cell->guess)
        add_statement(table, item, &(Statement){"guess", component, cell->guess, NULL, NULL, NULL});
}

static void add_derived(Table *table, const Item *item, const Consequence *entry)
{
    char *through = consequence_words(entry, true);

    add_statement(table, item,
                  &(Statement){"derived", consequence_relation_name(entry->relation), entry->id, entry->title,
                               through, NULL});
    free(through);
}

/* Adds a part of one of several that say the same; each has its place, also where it is empty. */
static void join(Text *text, const char *part, bool first)
{
    text_append(text, first ? NULL : "; ");
    text_append(text, part);
}

/* What is linked once, with all that say so, and their words. Returns how many do. */
static size_t add_link(Table *table, const Item *item, size_t first)
{
    const ItemLink *link = &item->links[first];
    Text words = {0}, reference = {0}, locator = {0}, basis = {0};
    size_t end = first + 1;

    while (end < item->link_count && item_link_is_repeated(item, end))
        end++;
    if (end == first + 1) {
        add_statement(table, item,
                      &(Statement){link->forward ? "link to" : "link from", link->relation, link->id, link->title,
                                   link->text, &link->citation});
        return 1;
    }
    for (size_t i = first; i < end; i++) {
        const ItemLink *said = &item->links[i];

        if (said->text)
            join(&words, said->text, words.length == 0);
        join(&reference, said->citation.reference, i == first);
        join(&locator, said->citation.locator, i == first);
        join(&basis, said->citation.basis, i == first);
    }
    add_statement(table, item,
                  &(Statement){link->forward ? "link to" : "link from", link->relation, link->id, link->title, words.data,
                               &(Citation){.reference = reference.data, .locator = locator.data, .basis = basis.data}});
    text_free(&words);
    text_free(&reference);
    text_free(&locator);
    text_free(&basis);
    return end - first;
}

/* What a link leads over, which no source says of it. */
static void add_ways(Table *table, const ShownItem *shown, const ItemLink *link)
{
    char *words = ways_words(&shown->ways, link, true);

    if (words)
        add_statement(table, shown->item,
                      &(Statement){"way", link->relation, link->id, link->title, words, NULL});
    free(words);
}

void item_add_rows(Table *table, const ShownItem *shown)
{
    const Item *item = shown->item;

    add_texts(table, shown);
    for (size_t i = 0; i < item->field_count; i++) {
        const ItemField *field = &item->fields[i];

        add_statement(table, item,
                      &(Statement){"field", field->name, field->value, NULL, field->text, &field->citation});
    }
    for (size_t i = 0; i < item->cell_count; i++)
        add_cell(table, item, &item->cells[i]);
    for (size_t i = 0; i < item->event_count; i++) {
        const ItemEvent *event = &item->events[i];

        add_statement(table, item, &(Statement){"event", event->type, event->date, NULL, event->text, NULL});
    }
    for (size_t i = 0; i < item->link_count;) {
        const ItemLink *link = &item->links[i];

        i += add_link(table, item, i);
        add_ways(table, shown, link);
    }
    for (size_t i = 0; i < shown->derived.count; i++)
        if (!shown->derived.entries[i].direct) /* a link of its own says it */
            add_derived(table, item, &shown->derived.entries[i]);
    for (size_t i = 0; i < item->citation_count; i++) {
        const ItemCitation *citation = &item->citations[i];

        add_statement(
            table, item,
            &(Statement){"source", citation->source, NULL, citation->reference_title, NULL, &citation->citation});
    }
}
