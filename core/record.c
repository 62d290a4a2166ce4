#include "config.h"

#include "core/record.h"

#include "core/memory.h"

#include <stdint.h>
#include <stdlib.h>

Record *record_new(void)
{
    return memory_zeroed(1, sizeof(Record));
}

static void citation_free(Citation *citation)
{
    free(citation->reference);
    free(citation->locator);
    free(citation->basis);
}

static void fields_free(Record *record)
{
    for (size_t i = 0; i < record->field_count; i++) {
        free(record->fields[i].name);
        free(record->fields[i].value);
        free(record->fields[i].text);
        citation_free(&record->fields[i].citation);
    }
    free(record->fields);
}

static void links_free(Record *record)
{
    for (size_t i = 0; i < record->link_count; i++) {
        free(record->links[i].relation);
        free(record->links[i].to);
        free(record->links[i].text);
        citation_free(&record->links[i].citation);
    }
    free(record->links);
}

static void cells_free(Record *record)
{
    for (size_t i = 0; i < record->cell_count; i++) {
        free(record->cells[i].component);
        free(record->cells[i].value);
        free(record->cells[i].licence);
        free(record->cells[i].guess);
        free(record->cells[i].text);
    }
    free(record->cells);
}

static void events_free(Record *record)
{
    for (size_t i = 0; i < record->event_count; i++) {
        free(record->events[i].date);
        free(record->events[i].type);
        free(record->events[i].text);
    }
    free(record->events);
}

void record_free(Record *record)
{
    if (!record)
        return;
    for (size_t i = 0; i < record->citation_count; i++)
        citation_free(&record->citations[i]);
    free(record->citations);
    fields_free(record);
    links_free(record);
    cells_free(record);
    events_free(record);
    free(record->id);
    free(record->title);
    free(record->summary);
    free(record->body);
    free(record->file);
    free(record);
}

/* Makes room for one more entry. The record holds no capacities: the array is full whenever count is 0 or a power of
 * two. */
static void *grown(void *entries, size_t count, size_t size)
{
    if ((count & (count - 1)) != 0)
        return entries;
    return memory_resize(entries, count ? count * 2 : 1, size);
}

Citation *record_add_citation(Record *record)
{
    record->citations = grown(record->citations, record->citation_count, sizeof(Citation));
    record->citations[record->citation_count] = (Citation){0};
    return &record->citations[record->citation_count++];
}

RecordField *record_add_field(Record *record)
{
    record->fields = grown(record->fields, record->field_count, sizeof(RecordField));
    record->fields[record->field_count] = (RecordField){0};
    return &record->fields[record->field_count++];
}

RecordLink *record_add_link(Record *record)
{
    record->links = grown(record->links, record->link_count, sizeof(RecordLink));
    record->links[record->link_count] = (RecordLink){0};
    return &record->links[record->link_count++];
}

RecordCell *record_add_cell(Record *record)
{
    record->cells = grown(record->cells, record->cell_count, sizeof(RecordCell));
    record->cells[record->cell_count] = (RecordCell){0};
    return &record->cells[record->cell_count++];
}

RecordEvent *record_add_event(Record *record)
{
    record->events = grown(record->events, record->event_count, sizeof(RecordEvent));
    record->events[record->event_count] = (RecordEvent){0};
    return &record->events[record->event_count++];
}
