#include "config.h"

#include "core/record_order.h"

#include "core/memory.h"

#include <stdlib.h>

/* The comparisons get pointers to pointers. Where all is the same the place in the array decides: qsort() is not
 * stable. */
#define ENTRY(type, pointer) (*(const type *const *)(pointer))
#define BY_PLACE(a, b) (((a) > (b)) - ((a) < (b)))

int citation_compare(const Citation *a, const Citation *b)
{
    int order = string_compare(a->reference, b->reference);

    if (order == 0)
        order = string_compare(a->locator, b->locator);
    return order ? order : string_compare(a->basis, b->basis);
}

static int compare_citations(const void *a, const void *b)
{
    int order = citation_compare(ENTRY(Citation, a), ENTRY(Citation, b));

    return order ? order : BY_PLACE(ENTRY(Citation, a), ENTRY(Citation, b));
}

static int compare_fields(const void *a, const void *b)
{
    const RecordField *first = ENTRY(RecordField, a), *second = ENTRY(RecordField, b);
    int order = string_compare(first->name, second->name);

    return order ? order : BY_PLACE(first, second);
}

static int compare_links(const void *a, const void *b)
{
    const RecordLink *first = ENTRY(RecordLink, a), *second = ENTRY(RecordLink, b);
    int order = string_compare(first->relation, second->relation);

    if (order == 0)
        order = string_compare(first->to, second->to);
    if (order == 0)
        order = citation_compare(&first->citation, &second->citation);
    if (order == 0)
        order = string_compare(first->text, second->text);
    return order ? order : BY_PLACE(first, second);
}

static int compare_cells(const void *a, const void *b)
{
    const RecordCell *first = ENTRY(RecordCell, a), *second = ENTRY(RecordCell, b);
    int order = string_compare(first->component, second->component);

    return order ? order : BY_PLACE(first, second);
}

static int compare_events(const void *a, const void *b)
{
    const RecordEvent *first = ENTRY(RecordEvent, a), *second = ENTRY(RecordEvent, b);
    int order = string_compare(first->date, second->date);

    if (order == 0)
        order = string_compare(first->type, second->type);
    if (order == 0)
        order = string_compare(first->text, second->text);
    return order ? order : BY_PLACE(first, second);
}

#define IN_ORDER(type, entries, count, comparison)                                                                     \
    const type **order = memory_zeroed(count, sizeof *order);                                                          \
    for (size_t i = 0; i < (count); i++)                                                                               \
        order[i] = &(entries)[i];                                                                                      \
    qsort(order, count, sizeof *order, comparison);                                                                    \
    return order

const Citation **citations_in_order(const Record *record)
{
    IN_ORDER(Citation, record->citations, record->citation_count, compare_citations);
}

const RecordField **fields_in_order(const Record *record)
{
    IN_ORDER(RecordField, record->fields, record->field_count, compare_fields);
}

const RecordLink **links_in_order(const Record *record)
{
    IN_ORDER(RecordLink, record->links, record->link_count, compare_links);
}

const RecordCell **cells_in_order(const Record *record)
{
    IN_ORDER(RecordCell, record->cells, record->cell_count, compare_cells);
}

const RecordEvent **events_in_order(const Record *record)
{
    IN_ORDER(RecordEvent, record->events, record->event_count, compare_events);
}
