/* Records to and from frames. The strings stand in one fixed order: the record's own, the number of each kind of entry,
 * then the entries. */
#include "config.h"

#include "core/memory.h"
#include "core/record.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

static void add_citation(Frame *frame, const Citation *citation)
{
    frame_add(frame, citation->reference);
    frame_add(frame, citation->locator);
    frame_add(frame, citation->basis);
    frame_add_number(frame, citation->line);
}

static void add_head(Frame *frame, const Record *record)
{
    frame_add(frame, kind_definition(record->kind)->name);
    frame_add(frame, record->id);
    frame_add(frame, record->title);
    frame_add(frame, record->summary);
    frame_add(frame, record->body);
    frame_add(frame, record->file);
    frame_add_number(frame, record->line);
    frame_add_number(frame, (long long)record->citation_count);
    frame_add_number(frame, (long long)record->field_count);
    frame_add_number(frame, (long long)record->link_count);
    frame_add_number(frame, (long long)record->cell_count);
    frame_add_number(frame, (long long)record->event_count);
}

void record_encode(const Record *record, Frame *frame)
{
    frame_clear(frame);
    frame->type = FRAME_RECORD;
    add_head(frame, record);
    for (size_t i = 0; i < record->citation_count; i++)
        add_citation(frame, &record->citations[i]);
    for (size_t i = 0; i < record->field_count; i++) {
        frame_add(frame, record->fields[i].name);
        frame_add(frame, record->fields[i].value);
        frame_add(frame, record->fields[i].text);
        add_citation(frame, &record->fields[i].citation);
        frame_add_number(frame, record->fields[i].line);
    }
    for (size_t i = 0; i < record->link_count; i++) {
        frame_add(frame, record->links[i].relation);
        frame_add(frame, record->links[i].to);
        frame_add(frame, record->links[i].text);
        add_citation(frame, &record->links[i].citation);
        frame_add_number(frame, record->links[i].line);
    }
    for (size_t i = 0; i < record->cell_count; i++) {
        frame_add(frame, record->cells[i].component);
        frame_add(frame, record->cells[i].value);
        frame_add(frame, record->cells[i].licence);
        frame_add(frame, record->cells[i].guess);
        frame_add(frame, record->cells[i].text);
        frame_add_number(frame, record->cells[i].line);
    }
    for (size_t i = 0; i < record->event_count; i++) {
        frame_add(frame, record->events[i].date);
        frame_add(frame, record->events[i].type);
        frame_add(frame, record->events[i].text);
        frame_add_number(frame, record->events[i].line);
    }
}

/* Takes the strings of a frame one after another. */
typedef struct Reader {
    const Frame *frame;
    size_t next;
    bool bad;
} Reader;

static char *take(Reader *reader)
{
    size_t index = reader->next++;
    const char *string = frame_string(reader->frame, index);

    /* A NUL inside would hide what follows it. */
    if (index >= reader->frame->count || (string && strlen(string) != reader->frame->lengths[index])) {
        reader->bad = true;
        return NULL;
    }
    return string_copy(string);
}

static long take_number(Reader *reader, long limit)
{
    long long number = 0;

    if (!frame_number(reader->frame, reader->next++, &number) || number < 0 || number > limit)
        reader->bad = true;
    return reader->bad ? 0 : (long)number;
}

static void take_citation(Reader *reader, Citation *citation)
{
    citation->reference = take(reader);
    citation->locator = take(reader);
    citation->basis = take(reader);
    citation->line = take_number(reader, LONG_MAX);
}

static void take_field(Reader *reader, RecordField *field)
{
    field->name = take(reader);
    field->value = take(reader);
    field->text = take(reader);
    take_citation(reader, &field->citation);
    field->line = take_number(reader, LONG_MAX);
}

static void take_link(Reader *reader, RecordLink *link)
{
    link->relation = take(reader);
    link->to = take(reader);
    link->text = take(reader);
    take_citation(reader, &link->citation);
    link->line = take_number(reader, LONG_MAX);
}

static void take_cell(Reader *reader, RecordCell *cell)
{
    cell->component = take(reader);
    cell->value = take(reader);
    cell->licence = take(reader);
    cell->guess = take(reader);
    cell->text = take(reader);
    cell->line = take_number(reader, LONG_MAX);
}

static void take_event(Reader *reader, RecordEvent *event)
{
    event->date = take(reader);
    event->type = take(reader);
    event->text = take(reader);
    event->line = take_number(reader, LONG_MAX);
}

static void take_record(Reader *reader, Record *record)
{
    char *kind = take(reader);

    if (!kind_parse(kind, &record->kind))
        reader->bad = true;
    free(kind);
    record->id = take(reader);
    record->title = take(reader);
    record->summary = take(reader);
    record->body = take(reader);
    record->file = take(reader);
    record->line = take_number(reader, LONG_MAX);
    long citations = take_number(reader, RECORD_ENTRIES_MAX);
    long fields = take_number(reader, RECORD_ENTRIES_MAX);
    long links = take_number(reader, RECORD_ENTRIES_MAX);
    long cells = take_number(reader, RECORD_ENTRIES_MAX);
    long events = take_number(reader, RECORD_ENTRIES_MAX);
    for (long i = 0; !reader->bad && i < citations; i++)
        take_citation(reader, record_add_citation(record));
    for (long i = 0; !reader->bad && i < fields; i++)
        take_field(reader, record_add_field(record));
    for (long i = 0; !reader->bad && i < links; i++)
        take_link(reader, record_add_link(record));
    for (long i = 0; !reader->bad && i < cells; i++)
        take_cell(reader, record_add_cell(record));
    for (long i = 0; !reader->bad && i < events; i++)
        take_event(reader, record_add_event(record));
}

Record *record_decode(const Frame *frame, Error *error)
{
    Record *record = record_new();
    Reader reader = {.frame = frame, .bad = frame->type != FRAME_RECORD};

    take_record(&reader, record);
    if (reader.bad || reader.next != frame->count) {
        error_set(error, ERROR_INPUT, "the worker sent a malformed record");
        record_free(record);
        return NULL;
    }
    return record;
}
