#include "store/tracer.h"

#include "core/memory.h"
#include "store/database.h"
#include "store/following.h"
#include "store/sheets.h"

#include <stdlib.h>
#include <string.h>

/* All that is under way. */
typedef struct Loading {
    Store *store;
    TraceItems *items;
    bool *forward, *backward; /* by relation as the vocabulary has them: whether a chain asks for it that way */
    Error *error;
} Loading;

static void *grow(void *array, size_t count, size_t *capacity, size_t size)
{
    if (count < *capacity)
        return array;
    *capacity = *capacity ? 2 * *capacity : 64;
    return memory_resize(array, *capacity, size);
}

static bool read_items(Loading *loading, Kind kind)
{
    TraceItems *items = loading->items;
    Statement statement;
    if (statement_open(loading->store,
                       "SELECT id, title, place, place IS NULL FROM item WHERE kind = ?1", &statement, loading->error)) {
        statement_bind(&statement, 1, kind_definition(kind)->name);
        while (statement_step(&statement)) {
            Item *item = memory_zeroed(1, sizeof *item);
            item->id = statement_copy_word(&statement, 0);
            item->kind = kind;
            item->title = statement_copy_word(&statement, 1);
            items->items = grow(items->items, items->count, &items->capacity, sizeof *items->items);
            items->items[items->count++] = (TraceItem){.item = item,
                                                       .place = statement_number(&statement, 2),
                                                       .unplaced = statement_number(&statement, 3) != 0};
        }
    }
    return statement_close(&statement);
}

static int compare_ids(const void *a, const void *b)
{
    return strcmp(((const TraceItem *)a)->item->id, ((const TraceItem *)b)->item->id);
}

static int compare_places(const void *a, const void *b)
{
    const TraceItem *first = *(TraceItem *const *)a, *second = *(TraceItem *const *)b;
    if (first->unplaced != second->unplaced)
        return first->unplaced - second->unplaced;
    if (first->place != second->place)
        return first->place < second->place ? -1 : 1;
    int order = sqlite3_stricmp(first->item->title, second->item->title);
    return order ? order : strcmp(first->item->id, second->item->id);
}

/* Sorts by id, and notes where each stands by the data's order, its title and its id. */
static void put_in_order(TraceItems *items)
{
    TraceItem **ordered = memory_zeroed(items->count + 1, sizeof *ordered);
    if (items->count > 1)
        qsort(items->items, items->count, sizeof *items->items, compare_ids);
    for (size_t i = 0; i < items->count; i++)
        ordered[i] = &items->items[i];
    if (items->count > 1)
        qsort(ordered, items->count, sizeof *ordered, compare_places);
    for (size_t i = 0; i < items->count; i++)
        ordered[i]->order = i;
    free(ordered);
}

TraceItem *trace_items_find(const TraceItems *items, const char *id)
{
    size_t low = 0, high = items->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = strcmp(items->items[middle].item->id, id);
        if (order == 0)
            return &items->items[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

static bool mark_basket(Loading *loading)
{
    Statement statement;
    if (statement_open(loading->store,
                       "SELECT " LED_TO("e") " FROM sheet h JOIN sheet_entry e ON e.sheet = h.number WHERE h.name = ?1",
                       &statement, loading->error)) {
        statement_bind(&statement, 1, BASKET_NAME);
        while (statement_step(&statement)) {
            TraceItem *marked = trace_items_find(loading->items, statement_word(&statement, 0));
            if (marked)
                marked->item->in_basket = true;
        }
    }
    return statement_close(&statement);
}

/* Makes room for one more of what an item has: its arrays grow at the powers of two. */
static void *grow_part(void *array, size_t count, size_t size)
{
    bool full = (count & (count - 1)) == 0;
    return full ? memory_resize(array, count ? 2 * count : 1, size) : array;
}

/* Those of all items: few others have them, and to ask for them by item takes six times as many look-ups. */
static bool read_fields(Loading *loading)
{
    Statement statement;
    if (statement_open(loading->store,
                       "SELECT f.item, f.name, f.value, f.text, o.id FROM field f CROSS JOIN record r ON r.number = f.record"
                       " CROSS JOIN source o ON o.id = r.source"
                       " WHERE f.name IN ('effect', 'evidence', 'maturity', 'horizon', 'gap', 'text-version')"
                       " ORDER BY o.rank, o.id, f.record, f.position",
                       &statement, loading->error)) {
        while (statement_step(&statement)) {
            const TraceItem *owner = trace_items_find(loading->items, statement_word(&statement, 0));
            if (!owner)
                continue;
            Item *item = owner->item;
            item->fields = grow_part(item->fields, item->field_count, sizeof *item->fields);
            item->fields[item->field_count++] = (ItemField){.name = statement_copy_word(&statement, 1),
                                                            .value = statement_copy(&statement, 2),
                                                            .text = statement_copy(&statement, 3),
                                                            .source = statement_copy_word(&statement, 4)};
        }
    }
    return statement_close(&statement);
}

/* A link while it waits for its place. */
typedef struct WaitingLink {
    Item *from;
    const TraceItem *to;
    const RelationDefinition *relation;
    bool forward;
} WaitingLink;

typedef struct WaitingLinks {
    WaitingLink *links;
    size_t count, capacity;
} WaitingLinks;

static void add_link(WaitingLinks *waiting, const TraceItem *from, const TraceItem *to, const RelationDefinition *relation,
                     bool forward)
{
    waiting->links = grow(waiting->links, waiting->count, &waiting->capacity, sizeof *waiting->links);
    waiting->links[waiting->count++] = (WaitingLink){from->item, to, relation, forward};
}

/* Those that items of a kind have, at both ends, as far as a chain asks for them. Rows of one item and of one relation come
 * together. */
static bool read_links(Loading *loading, Kind kind, WaitingLinks *waiting)
{
    Statement statement;
    const TraceItem *from = NULL;
    const RelationDefinition *relation = NULL;
    bool forward = false, backward = false;
    if (statement_open(loading->store,
                       "SELECT l.item, l.relation, l.target FROM item i CROSS JOIN link l ON l.item = i.id"
                       " WHERE i.kind = ?1",
                       &statement, loading->error)) {
        statement_bind(&statement, 1, kind_definition(kind)->name);
        while (statement_step(&statement)) {
            const char *name = statement_word(&statement, 1), *item = statement_word(&statement, 0);
            if (!relation || strcmp(relation->name, name) != 0) {
                relation = relation_find(name);
                forward = relation && loading->forward[relation - relation_at(0)];
                backward = relation && loading->backward[relation - relation_at(0)];
            }
            if (!relation || (!forward && !backward))
                continue;
            if (!from || strcmp(from->item->id, item) != 0)
                from = trace_items_find(loading->items, item);
            const TraceItem *to = from ? trace_items_find(loading->items, statement_word(&statement, 2)) : NULL;
            if (to && forward)
                add_link(waiting, from, to, relation, true);
            if (to && backward)
                add_link(waiting, to, from, relation, false);
        }
    }
    return statement_close(&statement);
}

/* By relation as the vocabulary has them, those that the item has before those to it, then by the other end. */
static int compare_links(const void *a, const void *b)
{
    const WaitingLink *first = a, *second = b;
    if (first->relation != second->relation)
        return first->relation < second->relation ? -1 : 1;
    if (first->forward != second->forward)
        return first->forward ? -1 : 1;
    return (first->to->order > second->to->order) - (first->to->order < second->to->order);
}

static void give_links(WaitingLinks *waiting)
{
    if (waiting->count > 1)
        qsort(waiting->links, waiting->count, sizeof *waiting->links, compare_links);
    for (size_t i = 0; i < waiting->count; i++) {
        const WaitingLink *link = &waiting->links[i];
        Item *item = link->from, *other = link->to->item;
        item->links = grow_part(item->links, item->link_count, sizeof *item->links);
        item->links[item->link_count++] = (ItemLink){.relation = string_copy(link->relation->name),
                                                     .forward = link->forward,
                                                     .id = string_copy(other->id),
                                                     .kind = other->kind,
                                                     .title = string_copy(other->title)};
    }
    free(waiting->links);
    *waiting = (WaitingLinks){0};
}

bool trace_items_load(Store *store, KindSet kinds, TraceItems *items, Error *error)
{
    Loading loading = {.store = store,
                       .items = items,
                       .forward = memory_zeroed(relation_count(), sizeof *loading.forward),
                       .backward = memory_zeroed(relation_count(), sizeof *loading.backward),
                       .error = error};
    WaitingLinks waiting = {0};
    bool done = true;
    for (int kind = 0; done && kind < KIND_COUNT; kind++)
        done = !(kinds & KIND_BIT(kind)) || read_items(&loading, (Kind)kind);
    for (size_t i = 0; i < relation_count(); i++)
        trace_follows(relation_at(i)->name, &loading.forward[i], &loading.backward[i]);
    put_in_order(items);
    done = done && mark_basket(&loading) && read_fields(&loading);
    for (int kind = 0; done && kind < KIND_COUNT; kind++)
        done = !(kinds & KIND_BIT(kind)) || read_links(&loading, (Kind)kind, &waiting);
    give_links(&waiting);
    free(loading.forward);
    free(loading.backward);
    if (!done)
        trace_items_free(items);
    return done;
}

void trace_items_free(TraceItems *items)
{
    for (size_t i = 0; i < items->count; i++)
        item_free(items->items[i].item);
    free(items->items);
    *items = (TraceItems){0};
}
