/* The digest of what a record asserts. The bytes that are hashed are every string behind its length, every list behind
 * its count, in a fixed order: two records give the same bytes only when they assert the same. */
#include "config.h"

#include "core/record.h"
#include "core/record_order.h"
#include "core/text.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Changes when the bytes below do, so that no digest of another shape can be taken for this one. */
#define SHAPE "gairo record 1"

static void add_number(Text *bytes, uint64_t number)
{
    for (int i = 0; i < 8; i++)
        text_append_character(bytes, (char)(unsigned char)(number >> (8 * i)));
}

/* No words and empty words assert the same. */
static void add_string(Text *bytes, const char *string)
{
    add_number(bytes, string ? strlen(string) : 0);
    text_append(bytes, string);
}

static void add_citation(Text *bytes, const Citation *citation)
{
    add_string(bytes, citation->reference);
    add_string(bytes, citation->locator);
    add_string(bytes, citation->basis);
}

static void add_citations(Text *bytes, const Record *record)
{
    const Citation **citations = citations_in_order(record);

    add_number(bytes, record->citation_count);
    for (size_t i = 0; i < record->citation_count; i++)
        add_citation(bytes, citations[i]);
    free(citations);
}

static void add_fields(Text *bytes, const Record *record)
{
    const RecordField **fields = fields_in_order(record);

    add_number(bytes, record->field_count);
    for (size_t i = 0; i < record->field_count; i++) {
        add_string(bytes, fields[i]->name);
        add_string(bytes, fields[i]->value);
        add_string(bytes, fields[i]->text);
        add_citation(bytes, &fields[i]->citation);
    }
    free(fields);
}

static void add_links(Text *bytes, const Record *record)
{
    const RecordLink **links = links_in_order(record);

    add_number(bytes, record->link_count);
    for (size_t i = 0; i < record->link_count; i++) {
        add_string(bytes, links[i]->relation);
        add_string(bytes, links[i]->to);
        add_string(bytes, links[i]->text);
        add_citation(bytes, &links[i]->citation);
    }
    free(links);
}

static void add_cells(Text *bytes, const Record *record)
{
    const RecordCell **cells = cells_in_order(record);

    add_number(bytes, record->cell_count);
    for (size_t i = 0; i < record->cell_count; i++) {
        add_string(bytes, cells[i]->component);
        add_string(bytes, cells[i]->value);
        add_string(bytes, cells[i]->licence);
        add_string(bytes, cells[i]->guess);
        add_string(bytes, cells[i]->text);
    }
    free(cells);
}

static void add_events(Text *bytes, const Record *record)
{
    const RecordEvent **events = events_in_order(record);

    add_number(bytes, record->event_count);
    for (size_t i = 0; i < record->event_count; i++) {
        add_string(bytes, events[i]->date);
        add_string(bytes, events[i]->type);
        add_string(bytes, events[i]->text);
    }
    free(events);
}

void record_digest(const Record *record, char result[DIGEST_SIZE])
{
    Text bytes = {0};

    add_string(&bytes, SHAPE);
    add_string(&bytes, kind_definition(record->kind)->name);
    add_string(&bytes, record->id);
    add_string(&bytes, record->title);
    add_string(&bytes, record->summary);
    add_string(&bytes, record->body);
    add_citations(&bytes, record);
    add_fields(&bytes, record);
    add_links(&bytes, record);
    add_cells(&bytes, record);
    add_events(&bytes, record);
    digest_bytes(bytes.data, bytes.length, result);
    text_free(&bytes);
}
