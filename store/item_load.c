#include "store/condition.h"
#include "store/following.h"
#include "store/items.h"
#include "store/sheets.h"

#include "core/memory.h"

#include <stdlib.h>
#include <string.h>

/* One item on its way out of the database. */
typedef struct Loading {
    Store *store;
    Item *item;
    Error *error;
} Loading;

/* Makes room for one more; capacity is never kept: arrays grow at the powers of two. */
static void *grow(void *array, size_t count, size_t size)
{
    bool full = (count & (count - 1)) == 0;
    return full ? memory_resize(array, count ? 2 * count : 1, size) : array;
}

static Citation read_citation(Statement *statement, int column)
{
    return (Citation){.reference = statement_copy(statement, column),
                      .locator = statement_copy(statement, column + 1),
                      .basis = statement_copy(statement, column + 2)};
}

static bool load_head(Loading *loading, const char *id, bool *found)
{
    Statement statement;
    *found = false;
    if (statement_open(
            loading->store,
            "SELECT i.id, i.kind, i.title, i.summary, i.body, i.digest, " NOTE_OF("i.id") ", EXISTS (SELECT 1 FROM sheet h"
            " JOIN sheet_entry e ON e.sheet = h.number WHERE h.name = ?2 AND " LEADS_TO("e", "i.id") ")"
            " FROM item i WHERE i.id = coalesce((SELECT f.item FROM formerly f WHERE f.id = ?1), ?1)",
            &statement, loading->error)) {
        statement_bind(&statement, 1, id);
        statement_bind(&statement, 2, BASKET_NAME);
        if (statement_step(&statement)) {
            Item *item = loading->item;
            *found = true;
            item->id = statement_copy_word(&statement, 0);
            item->kind = store_kind(statement_text(&statement, 1));
            item->title = statement_copy_word(&statement, 2);
            item->summary = statement_copy(&statement, 3);
            item->body = statement_copy(&statement, 4);
            item->digest = statement_copy_word(&statement, 5);
            item->note = statement_copy(&statement, 6);
            item->in_basket = statement_number(&statement, 7) != 0;
        }
    }
    return statement_close(&statement);
}

/* An item that several sources hold takes its summary from the first that gives one; that may be another than the first of all. */
static bool load_summary_source(Loading *loading)
{
    Statement statement;
    if (statement_open(loading->store,
                       "SELECT s.title, s.rank, r.summary IS NOT NULL AND r.summary <> '' FROM record r JOIN source s ON s.id = r.source"
                       " WHERE r.id = ?1 ORDER BY s.rank, s.id",
                       &statement, loading->error)) {
        statement_bind(&statement, 1, loading->item->id);
        for (bool first = true; statement_step(&statement); first = false)
            if (statement_number(&statement, 2) != 0) {
                if (!first && statement_number(&statement, 1) > 0)
                    loading->item->summary_source = statement_copy(&statement, 0);
                break;
            }
    }
    return statement_close(&statement);
}

static bool load_citations(Loading *loading)
{
    Item *item = loading->item;
    Statement statement;
    if (statement_open(loading->store,
                       "SELECT c.reference, c.locator, c.basis, t.title, o.id FROM citation c"
                       " JOIN record r ON r.number = c.record JOIN source o ON o.id = r.source"
                       " LEFT JOIN item t ON t.id = c.reference WHERE c.item = ?1 ORDER BY o.rank, o.id, c.position",
                       &statement, loading->error)) {
        statement_bind(&statement, 1, item->id);
        while (statement_step(&statement)) {
            item->citations = grow(item->citations, item->citation_count, sizeof *item->citations);
            item->citations[item->citation_count++] = (ItemCitation){.citation = read_citation(&statement, 0),
                                                                     .reference_title = statement_copy(&statement, 3),
                                                                     .source = statement_copy_word(&statement, 4)};
        }
    }
    return statement_close(&statement);
}

/* A statement without a citation of its own has the first one of its source for the item. */
static void fill_citation(const Item *item, ItemField *field)
{
    for (size_t i = 0; !field->citation.reference && i < item->citation_count; i++) {
        const ItemCitation *from = &item->citations[i];
        if (strcmp(from->source, field->source) != 0)
            continue;
        free(field->citation.locator);
        free(field->citation.basis);
        field->citation = (Citation){.reference = string_copy(from->citation.reference),
                                     .locator = string_copy(from->citation.locator),
                                     .basis = string_copy(from->citation.basis)};
    }
}

static bool load_fields(Loading *loading)
{
    Item *item = loading->item;
    Statement statement;
    if (statement_open(loading->store,
                       "SELECT f.name, f.value, f.text, f.reference, f.locator, f.basis, o.id, t.title FROM field f"
                       " JOIN record r ON r.number = f.record JOIN source o ON o.id = r.source"
                       " LEFT JOIN item t ON f.name = 'see' AND t.id = f.value"
                       " WHERE f.item = ?1 ORDER BY o.rank, o.id, f.position",
                       &statement, loading->error)) {
        statement_bind(&statement, 1, item->id);
        while (statement_step(&statement)) {
            item->fields = grow(item->fields, item->field_count, sizeof *item->fields);
            ItemField *field = &item->fields[item->field_count++];
            *field = (ItemField){.name = statement_copy_word(&statement, 0),
                                 .value = statement_copy(&statement, 1),
                                 .text = statement_copy(&statement, 2),
                                 .citation = read_citation(&statement, 3),
                                 .source = statement_copy_word(&statement, 6),
                                 .named = statement_copy(&statement, 7)};
            fill_citation(item, field);
        }
    }
    return statement_close(&statement);
}

static void add_link(Item *item, Statement *statement)
{
    if (store_kind(statement_text(statement, 3)) == KIND_COUNT)
        return;
    item->links = grow(item->links, item->link_count, sizeof *item->links);
    item->links[item->link_count++] = (ItemLink){.relation = statement_copy_word(statement, 0),
                                                 .forward = statement_number(statement, 1) != 0,
                                                 .id = statement_copy_word(statement, 2),
                                                 .kind = store_kind(statement_text(statement, 3)),
                                                 .title = statement_copy_word(statement, 4),
                                                 .summary = statement_copy(statement, 5),
                                                 .text = statement_copy(statement, 6),
                                                 .citation = read_citation(statement, 7),
                                                 .source = statement_copy_word(statement, 10)};
}

static size_t relation_place(const char *name)
{
    size_t place = 0;
    while (place < relation_count() && strcmp(relation_at(place)->name, name) != 0)
        place++;
    return place;
}

/* A link and the place that the question gave it. */
typedef struct PlacedLink {
    ItemLink link;
    size_t relation;
    size_t place;
} PlacedLink;

static int compare_links(const void *a, const void *b)
{
    const PlacedLink *first = a, *second = b;
    if (first->relation != second->relation)
        return first->relation < second->relation ? -1 : 1;
    return (first->place > second->place) - (first->place < second->place);
}

/* Orders by relation as the vocabulary has them; the rest of the order is the question's. */
static void sort_links(Item *item)
{
    PlacedLink *placed = memory_zeroed(item->link_count + 1, sizeof *placed);
    for (size_t i = 0; i < item->link_count; i++)
        placed[i] = (PlacedLink){item->links[i], relation_place(item->links[i].relation), i};
    qsort(placed, item->link_count, sizeof *placed, compare_links);
    for (size_t i = 0; i < item->link_count; i++)
        item->links[i] = placed[i].link;
    free(placed);
}

static bool load_links(Loading *loading)
{
    Statement statement;
    if (statement_open(
            loading->store,
            "SELECT l.relation, 1, t.id, t.kind, t.title, t.summary, l.text, l.reference, l.locator, l.basis, o.id,"
            " t.place IS NULL AS unplaced, t.place AS place, t.title AS name, o.rank AS rank"
            " FROM link l JOIN item t ON t.id = l.target"
            " JOIN record r ON r.number = l.record JOIN source o ON o.id = r.source WHERE l.item = ?1"
            " UNION ALL"
            " SELECT l.relation, 0, t.id, t.kind, t.title, t.summary, l.text, l.reference, l.locator, l.basis, o.id,"
            " t.place IS NULL, t.place, t.title, o.rank"
            " FROM link l JOIN item t ON t.id = l.item"
            " JOIN record r ON r.number = l.record JOIN source o ON o.id = r.source WHERE l.target = ?1"
            " ORDER BY 1, 2 DESC, unplaced, place, name COLLATE NOCASE, 3, rank, 11",
            &statement, loading->error)) {
        statement_bind(&statement, 1, loading->item->id);
        while (statement_step(&statement))
            add_link(loading->item, &statement);
    }
    sort_links(loading->item);
    return statement_close(&statement);
}

static bool load_cells(Loading *loading)
{
    Item *item = loading->item;
    Statement statement;
    if (item->kind != KIND_MODEL) /* nothing else has any */
        return true;
    for (size_t component = 0; component < COMPONENT_COUNT; component++) {
        if (statement_open(loading->store,
                           "SELECT c.value, c.licence, p.licence, c.guess, c.text, o.id FROM cell c"
                           " JOIN record r ON r.number = c.record JOIN source o ON o.id = r.source"
                           " LEFT JOIN spelling p ON p.spelling = trim(c.licence)"
                           " WHERE c.item = ?1 AND c.component = ?2 ORDER BY o.rank, o.id",
                           &statement, loading->error)) {
            statement_bind(&statement, 1, item->id);
            statement_bind(&statement, 2, component_ids[component]);
            while (statement_step(&statement)) {
                item->cells = grow(item->cells, item->cell_count, sizeof *item->cells);
                item->cells[item->cell_count++] = (ItemCell){.component = component,
                                                             .value = statement_copy_word(&statement, 0),
                                                             .licence = statement_copy(&statement, 1),
                                                             .licence_id = statement_copy(&statement, 2),
                                                             .guess = statement_copy(&statement, 3),
                                                             .text = statement_copy(&statement, 4),
                                                             .source = statement_copy_word(&statement, 5)};
            }
        }
        if (!statement_close(&statement))
            return false;
    }
    return true;
}

static bool load_events(Loading *loading)
{
    Item *item = loading->item;
    Statement statement;
    if (statement_open(loading->store,
                       "SELECT e.date, e.type, e.text, o.id FROM event e JOIN record r ON r.number = e.record"
                       " JOIN source o ON o.id = r.source WHERE e.item = ?1 ORDER BY e.date, o.rank, o.id, e.position",
                       &statement, loading->error)) {
        statement_bind(&statement, 1, item->id);
        while (statement_step(&statement)) {
            item->events = grow(item->events, item->event_count, sizeof *item->events);
            item->events[item->event_count++] = (ItemEvent){.date = statement_copy_word(&statement, 0),
                                                            .type = statement_copy_word(&statement, 1),
                                                            .text = statement_copy(&statement, 2),
                                                            .source = statement_copy_word(&statement, 3)};
        }
    }
    return statement_close(&statement);
}

static void refuse_id(Store *store, const char *id, Error *error)
{
    char *nearest = nearest_text(store, id, 0);
    error_set(error, ERROR_NOT_FOUND, "there is nothing with the id \"%s\"%s", id, nearest);
    free(nearest);
}

Item *item_load(Store *store, const char *id, Error *error)
{
    Loading loading = {store, memory_zeroed(1, sizeof(Item)), error};
    bool found = false;
    if (!load_head(&loading, id, &found)) {
        item_free(loading.item);
        return NULL;
    }
    if (found && store_check_kind(store, loading.item->kind, id, error) && load_summary_source(&loading) && load_citations(&loading) &&
        load_fields(&loading) && load_links(&loading) && load_cells(&loading) && load_events(&loading) &&
        item_review_load(store, loading.item->id, loading.item->digest, &loading.item->review, error))
        return loading.item;
    if (!found)
        refuse_id(store, id, error);
    item_free(loading.item);
    return NULL;
}
