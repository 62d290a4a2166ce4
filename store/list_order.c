/* A list's order. */
#include "store/list.h"

#include "core/memory.h"
#include "core/unicode.h"

#include <stdlib.h>
#include <string.h>

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
