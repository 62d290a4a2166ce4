/* The states of the laws that are listed. */
#include "store/kept.h"
#include "store/list.h"

#include "core/date.h"
#include "core/memory.h"
#include "store/law.h"
#include "store/law_parts.h"

#include <stdlib.h>
#include <string.h>

static bool has_state(const ListedRow *listed)
{
    return listed->row.kind == KIND_INSTRUMENT || listed->row.kind == KIND_PROVISION;
}

/* A provision without a force of its own has its instrument's; of several sources the one of the lowest rank counts. The
 * second CROSS JOIN keeps SQLite from going through all that is selected once for each force that any law has. */
static bool find_voluntary(Store *store, Listed *listed, Error *error)
{
    Statement statement;
    if (statement_open(store,
                       "SELECT s.position, f.value, 0 AS inherited, o.rank AS rank, o.id AS source"
                       " FROM selection s CROSS JOIN field f ON f.item = s.item AND f.name = 'force'"
                       " JOIN record r ON r.number = f.record JOIN source o ON o.id = r.source"
                       " UNION ALL"
                       " SELECT s.position, f.value, 1, o.rank, o.id"
                       " FROM selection s CROSS JOIN link p ON p.item = s.item AND p.relation = 'part-of'"
                       " CROSS JOIN field f ON f.item = p.target AND f.name = 'force'"
                       " JOIN record r ON r.number = f.record JOIN source o ON o.id = r.source"
                       " ORDER BY inherited, rank, source",
                       &statement, error)) {
        while (statement_step(&statement)) {
            ListedRow *row = listed_row(listed, &statement, 0);
            if (!row || row->force_known)
                continue;
            row->force_known = true;
            row->voluntary = strcmp(statement_word(&statement, 1), "voluntary") == 0;
        }
    }
    return statement_close(&statement);
}

/* The events of one item among those of many. */
typedef struct Span {
    size_t first, count;
} Span;

/* The events of all items that a question is about, one after another, and where those of each begin. */
typedef struct EventTable {
    ItemEvent *events;
    size_t count, capacity;
    char **owners; /* of each span; as SQLite orders ids */
    Span *spans;
    size_t span_count, span_capacity;
} EventTable;

static void event_table_free(EventTable *table)
{
    for (size_t i = 0; i < table->count; i++) {
        free(table->events[i].date);
        free(table->events[i].type);
    }
    for (size_t i = 0; i < table->span_count; i++)
        free(table->owners[i]);
    free(table->events);
    free(table->owners);
    free(table->spans);
}

static Span *span_of_owner(EventTable *table, const char *owner)
{
    if (table->span_count > 0 && strcmp(table->owners[table->span_count - 1], owner) == 0)
        return &table->spans[table->span_count - 1];
    if (table->span_count == table->span_capacity) {
        table->span_capacity = table->span_capacity ? 2 * table->span_capacity : 64;
        table->owners = memory_resize(table->owners, table->span_capacity, sizeof *table->owners);
        table->spans = memory_resize(table->spans, table->span_capacity, sizeof *table->spans);
    }
    table->owners[table->span_count] = string_copy(owner);
    table->spans[table->span_count] = (Span){.first = table->count};
    return &table->spans[table->span_count++];
}

/* Reads rows of item, date, type, those of an item together. */
static void read_events(Statement *statement, EventTable *table)
{
    while (statement_step(statement)) {
        Span *span = span_of_owner(table, statement_word(statement, 0));
        if (table->count == table->capacity) {
            table->capacity = table->capacity ? 2 * table->capacity : 256;
            table->events = memory_resize(table->events, table->capacity, sizeof *table->events);
        }
        table->events[table->count++] =
            (ItemEvent){.date = statement_copy_word(statement, 1), .type = statement_copy_word(statement, 2)};
        span->count++;
    }
}

static int compare_owner(const void *id, const void *owner)
{
    return strcmp(id, *(char *const *)owner);
}

/* The events of an item; a span of none where it has none. */
static Span events_of(const EventTable *table, const char *id)
{
    char *const *found =
        table->span_count ? bsearch(id, table->owners, table->span_count, sizeof *table->owners, compare_owner) : NULL;
    return found ? table->spans[found - table->owners] : (Span){0};
}

/* Adds to a row's events under way those of an instrument that count for it. own: how many are its own. */
static void add_counting(const EventTable *table, Span span, size_t own, const char *as_of, ItemEvent *events,
                         size_t *count)
{
    for (size_t i = 0; i < span.count; i++) {
        const ItemEvent *event = &table->events[span.first + i];
        if (law_event_counts(event, events, own, as_of))
            events[(*count)++] = *event;
    }
}

/* What the provisions of one instrument tell. */
typedef struct ToldParts {
    char *law;
    LawParts parts;
} ToldParts;

/* By law, as SQLite orders ids. */
typedef struct Told {
    ToldParts *laws;
    size_t count, capacity;
} Told;

static void take_parts(void *context, const char *owner, const LawParts *parts)
{
    Told *told = context;
    if (told->count == told->capacity) {
        told->capacity = told->capacity ? 2 * told->capacity : 16;
        told->laws = memory_resize(told->laws, told->capacity, sizeof *told->laws);
    }
    told->laws[told->count++] = (ToldParts){.law = string_copy(owner), .parts = *parts};
}

static int compare_told(const void *law, const void *told)
{
    return strcmp(law, ((const ToldParts *)told)->law);
}

static void told_free(Told *told)
{
    for (size_t i = 0; i < told->count; i++)
        free(told->laws[i].law);
    free(told->laws);
}

/* The laws whose provisions tell of a row's state: the row itself or, without a date of its own, what it is part of. */
#define LAWS_OF_ROWS                                                                                                   \
    "SELECT position, item AS law FROM selection UNION ALL SELECT s.position, l.target"                                \
    " FROM selection s CROSS JOIN link l ON l.item = s.item AND l.relation = 'part-of'"                                \
    " WHERE NOT EXISTS (SELECT 1 FROM event x WHERE x.item = s.item)"

static bool apply_parts(Store *store, const Told *told, Listed *listed, Error *error)
{
    Statement statement;
    if (statement_open(store, LAWS_OF_ROWS, &statement, error)) {
        while (statement_step(&statement)) {
            ListedRow *row = listed_row(listed, &statement, 0);
            const char *law = statement_word(&statement, 1);
            const ToldParts *found = bsearch(law, told->laws, told->count, sizeof *told->laws, compare_told);
            if (row && found)
                row->row.status = law_state_with_parts(row->row.status, &found->parts);
        }
    }
    return statement_close(&statement);
}

/* What provisions tell of their instruments, and of the instruments of what has no dates of its own. Each instrument is
 * read once: hundreds of articles may depend on the same one. */
static bool add_parts(Store *store, const char *as_of, Listed *listed, Error *error)
{
    Told told = {0};
    Statement statement;
    if (statement_open(store,
                       LAW_PARTS("s.law",
                                 "(SELECT DISTINCT law FROM (" LAWS_OF_ROWS ")) s"
                                 " CROSS JOIN link p ON p.target = s.law",
                                 "1"),
                       &statement, error))
        law_parts_read(&statement, as_of, take_parts, &told);
    bool done = statement_close(&statement);
    if (done && told.count > 0)
        done = apply_parts(store, &told, listed, error);
    told_free(&told);
    return done;
}

static bool mark_undated(Store *store, Listed *listed, Error *error)
{
    Statement statement;
    if (statement_open(store,
                       "SELECT s.position FROM selection s CROSS JOIN item i ON i.id = s.item AND i.kind = 'provision'"
                       " WHERE NOT EXISTS (SELECT 1 FROM event x WHERE x.item = s.item)",
                       &statement, error)) {
        while (statement_step(&statement)) {
            ListedRow *row = listed_row(listed, &statement, 0);
            if (row)
                row->row.status = law_state_of_undated(row->row.status);
        }
    }
    return statement_close(&statement);
}

/* The state of each row by the events of its own; of a provision also by those of its instruments that count for it. */
static bool states_of_rows(Store *store, const EventTable *table, const char *as_of, Listed *listed, Error *error)
{
    ItemEvent *events = memory_zeroed(2 * table->count + 1, sizeof *events); /* its own, and those of others, each once */
    Statement statement;
    bool more = statement_open(store,
                               "SELECT DISTINCT s.position, p.target FROM selection s CROSS JOIN link p"
                               " ON p.item = s.item AND p.relation = 'part-of' ORDER BY 1",
                               &statement, error) &&
                statement_step(&statement);
    for (size_t i = 0; i < listed->count; i++) {
        ListedRow *row = &listed->rows[i];
        Span own = events_of(table, row->row.id);
        size_t count = own.count;
        for (size_t e = 0; e < own.count; e++)
            events[e] = table->events[own.first + e];
        for (; more && listed_row(listed, &statement, 0) == row; more = statement_step(&statement))
            add_counting(table, events_of(table, statement_word(&statement, 1)), own.count, as_of, events, &count);
        if (has_state(row))
            row->row.status = law_state_of_events(events, count, row->voluntary, as_of);
    }
    free(events);
    return statement_close(&statement);
}

/* Each item's events are read once: hundreds of articles may be part of one instrument. */
static bool compute_states(Store *store, const char *as_of, Listed *listed, Error *error)
{
    EventTable table = {0};
    Statement statement;
    if (statement_open(store,
                       "SELECT e.item, e.date, e.type FROM (SELECT item AS id FROM selection UNION SELECT p.target"
                       " FROM selection s CROSS JOIN link p ON p.item = s.item AND p.relation = 'part-of') x"
                       " CROSS JOIN event e ON e.item = x.id ORDER BY 1, 2",
                       &statement, error))
        read_events(&statement, &table);
    bool done = statement_close(&statement) && states_of_rows(store, &table, as_of, listed, error) &&
                add_parts(store, as_of, listed, error) && mark_undated(store, listed, error);
    event_table_free(&table);
    return done;
}

static bool compute(Store *store, const char *as_of, Listed *listed, Error *error)
{
    bool *is_new = memory_zeroed(listed->count + 1, sizeof *is_new);
    bool done = find_voluntary(store, listed, error) && compute_states(store, as_of, listed, error);
    for (size_t i = 0; done && i < listed->count; i++)
        is_new[i] = has_state(&listed->rows[i]) && !kept_state(store, as_of, listed->rows[i].row.id);
    for (size_t i = 0; done && i < listed->count; i++) {
        if (is_new[i])
            kept_add_state(store, as_of, listed->rows[i].row.id, listed->rows[i].row.status);
    }
    free(is_new);
    return done;
}

/* From what earlier questions led to; false where one of the states is not known yet. */
static bool recall(Store *store, const char *as_of, Listed *listed)
{
    bool known = true;
    for (size_t i = 0; known && i < listed->count; i++)
        known = !has_state(&listed->rows[i]) || kept_state(store, as_of, listed->rows[i].row.id);
    for (size_t i = 0; known && i < listed->count; i++) {
        ItemRow *row = &listed->rows[i].row;
        row->status = has_state(&listed->rows[i]) ? string_copy(kept_state(store, as_of, row->id)) : NULL;
    }
    return known;
}

bool list_states(Store *store, const Query *query, Listed *listed, Error *error)
{
    char today[DATE_SIZE];
    date_today(today);
    const char *as_of = query->as_of ? query->as_of : today;
    return recall(store, as_of, listed) || compute(store, as_of, listed, error);
}
