/* The states of what is listed, and the list's order. */
#include "store/list.h"

#include "core/date.h"
#include "core/memory.h"
#include "core/unicode.h"
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

/* The events of the row under way. */
typedef struct Events {
    ItemEvent *events;
    size_t count, own, capacity; /* its own come first */
    ListedRow *row;
    const char *as_of;
} Events;

static void end_row(Events *events)
{
    if (events->row && has_state(events->row))
        events->row->row.status =
            law_state_of_events(events->events, events->count, events->row->voluntary, events->as_of);
    for (size_t i = 0; i < events->count; i++) {
        free(events->events[i].date);
        free(events->events[i].type);
    }
    events->count = events->own = 0;
}

static void add_event(Events *events, ListedRow *row, const ItemEvent *event, bool own)
{
    if (row != events->row)
        end_row(events);
    events->row = row;
    if (!own && !law_event_counts(event, events->events, events->own, events->as_of))
        return;
    if (events->count == events->capacity) {
        events->capacity = events->capacity ? 2 * events->capacity : 8;
        events->events = memory_resize(events->events, events->capacity, sizeof *events->events);
    }
    events->events[events->count++] = (ItemEvent){.date = string_copy(event->date), .type = string_copy(event->type)};
    events->own += own ? 1 : 0;
}

/* From a row of position, date, type, and whether it is the item's own. */
static void add_listed_event(Events *events, ListedRow *row, Statement *statement)
{
    char *date = string_copy(statement_word(statement, 1)), *type = string_copy(statement_word(statement, 2));
    add_event(events, row, &(ItemEvent){.date = date, .type = type}, statement_number(statement, 3) == 1);
    free(date);
    free(type);
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

/* The events of its own; for a provision also those of its instrument that count for it. */
static bool compute_states(Store *store, const char *as_of, Listed *listed, Error *error)
{
    Events events = {.as_of = as_of};
    Statement statement;
    if (statement_open(
            store,
            "SELECT s.position, e.date, e.type, 1 AS own FROM selection s CROSS JOIN event e ON e.item = s.item"
            " UNION ALL"
            " SELECT s.position, e.date, e.type, 0 FROM selection s CROSS"
            " JOIN link p ON p.item = s.item AND p.relation = 'part-of' JOIN event e ON e.item = p.target"
            " ORDER BY 1, own DESC, 2",
            &statement, error)) {
        while (statement_step(&statement)) {
            ListedRow *row = listed_row(listed, &statement, 0);
            if (row)
                add_listed_event(&events, row, &statement);
        }
    }
    end_row(&events);
    free(events.events);
    if (!statement_close(&statement))
        return false;
    for (size_t i = 0; i < listed->count; i++) {
        ListedRow *row = &listed->rows[i];
        if (has_state(row) && !row->row.status)
            row->row.status = law_state_of_events(NULL, 0, row->voluntary, as_of);
    }
    return add_parts(store, as_of, listed, error) && mark_undated(store, listed, error);
}

bool list_states(Store *store, const Query *query, Listed *listed, Error *error)
{
    char today[DATE_SIZE];
    date_today(today);
    bool any = false;
    for (size_t i = 0; !any && i < listed->count; i++)
        any = has_state(&listed->rows[i]);
    return !any || (find_voluntary(store, listed, error) &&
                    compute_states(store, query->as_of ? query->as_of : today, listed, error));
}

/* What a column that lists show is sorted by; NULL where the field is none of these. */
static const char *column(const ListedRow *listed, const char *field, bool *known)
{
    const ItemRow *row = &listed->row;
    const struct {
        const char *name, *value;
    } columns[] = {{"title", row->title},        {"id", row->id},
                   {"stage", row->stages},       {"area", row->areas},
                   {"actor", row->actors},       {"jurisdiction", row->jurisdiction},
                   {"status", row->status},      {"organisation", row->organisation},
                   {"year", row->year},          {"basis", row->basis},
                   {"framework", row->framework}};
    *known = true;
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        if (strcmp(columns[i].name, field) == 0)
            return columns[i].value;
    }
    *known = false;
    return NULL;
}

static bool count_of(const ListedRow *listed, const char *field, long long *count)
{
    if (strcmp(field, "open") == 0)
        *count = listed->row.open;
    else if (strcmp(field, "links") == 0)
        *count = listed->row.links;
    else if (strcmp(field, "kind") == 0)
        *count = listed->row.kind;
    else
        return false;
    return true;
}

/* Choices are ordered as the vocabulary has them: "strong" before "some". */
static void set_field_key(ListedRow *listed, const char *name, const char *value)
{
    const FieldDefinition *field = field_find(listed->row.kind, name);
    if (listed->key || listed->has_number || !field)
        return;
    if (field->type == FIELD_NUMBER) {
        listed->key_number = strtoll(value, NULL, 10);
        listed->has_number = true;
    } else if (field->type == FIELD_CHOICE) {
        while (field->choices[listed->key_number] && strcmp(field->choices[listed->key_number], value) != 0)
            listed->key_number++;
        listed->has_number = true;
    } else {
        listed->key = text_fold(value);
    }
}

static bool keys_from_fields(Store *store, const char *name, Listed *listed, Error *error)
{
    Statement statement;
    if (statement_open(
            store,
            "SELECT s.position, f.value FROM selection s CROSS JOIN field f ON f.item = s.item AND f.name = ?1"
            " JOIN record r ON r.number = f.record JOIN source o ON o.id = r.source"
            " WHERE f.value IS NOT NULL ORDER BY o.rank, o.id, f.record, f.position",
            &statement, error)) {
        statement_bind(&statement, 1, name);
        while (statement_step(&statement)) {
            ListedRow *row = listed_row(listed, &statement, 0);
            if (row)
                set_field_key(row, name, statement_word(&statement, 1));
        }
    }
    return statement_close(&statement);
}

/* A component's cells: by level; unknown and not applicable come last. */
static bool keys_from_cells(Store *store, const Query *query, Listed *listed, Error *error)
{
    StringList sources = {0};
    Text sql = {0};
    Statement statement;
    if (!selection_sources(store, query, &sources, error))
        return false;
    text_append(&sql,
                "SELECT s.position, c.value FROM selection s CROSS JOIN cell c ON c.item = s.item AND c.component = ?1"
                " JOIN record r ON r.number = c.record JOIN source o ON o.id = r.source WHERE o.id IN (");
    selection_parameters(&sql, 2, sources.count);
    text_append(&sql, ") AND c.value NOT IN ('unknown', 'not-applicable') ORDER BY o.rank, o.id");
    if (statement_open_once(store, sql.data, &statement, error)) {
        statement_bind(&statement, 1, query->sort);
        for (size_t i = 0; i < sources.count; i++)
            statement_bind(&statement, (int)i + 2, sources.items[i]);
        while (statement_step(&statement)) {
            ListedRow *row = listed_row(listed, &statement, 0);
            if (!row || row->has_number)
                continue;
            row->key_number = statement_number(&statement, 1);
            row->has_number = true;
        }
    }
    text_free(&sql);
    string_list_free(&sources);
    return statement_close(&statement);
}

static bool make_keys(Store *store, const Query *query, Listed *listed, Error *error)
{
    for (size_t i = 0; i < listed->count; i++) {
        ListedRow *row = &listed->rows[i];
        bool known;
        const char *text = column(row, query->sort, &known);
        row->has_number = count_of(row, query->sort, &row->key_number);
        if (text)
            row->key = text_fold(text);
        if (!known && !row->has_number)
            return component_index(query->sort) >= 0 ? keys_from_cells(store, query, listed, error)
                                                     : keys_from_fields(store, query->sort, listed, error);
    }
    return true;
}

static int compare_numbers(long long a, long long b)
{
    return (a > b) - (a < b);
}

static int compare_place(const ListedRow *a, const ListedRow *b)
{
    int order = compare_numbers(a->row.kind, b->row.kind);
    if (order == 0)
        order = compare_numbers(a->place, b->place);
    if (order == 0)
        order = compare_numbers(a->area_place, b->area_place);
    return order ? order : compare_numbers(a->sequence, b->sequence);
}

static int compare_keys(const ListedRow *a, const ListedRow *b, int direction)
{
    bool a_missing = !a->key && !a->has_number, b_missing = !b->key && !b->has_number;
    if (a_missing || b_missing)
        return a_missing && b_missing ? compare_place(a, b) : a_missing - b_missing;
    int order =
        a->has_number && b->has_number ? compare_numbers(a->key_number, b->key_number) : string_compare(a->key, b->key);
    return order ? direction * order : compare_place(a, b);
}

static int compare_rising(const void *a, const void *b)
{
    return compare_keys(a, b, 1);
}

static int compare_falling(const void *a, const void *b)
{
    return compare_keys(a, b, -1);
}

bool list_sort(Store *store, const Query *query, Listed *listed, Error *error)
{
    if (query->sort && !make_keys(store, query, listed, error))
        return false;
    if (listed->count > 1)
        qsort(listed->rows, listed->count, sizeof *listed->rows, query->descending ? compare_falling : compare_rising);
    return true;
}
