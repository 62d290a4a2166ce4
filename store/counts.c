#include "store/list.h"

#include "core/memory.h"

#include <stdlib.h>
#include <string.h>

/* The stage that the paper sets apart from the near and the mid term. */
#define LONG_TERM_STAGE "stage.long"

/* The kinds of rows of (kind, count). */
static bool read_kinds(Statement *statement, size_t counts[KIND_COUNT])
{
    while (statement_step(statement)) {
        Kind kind = store_kind(statement_word(statement, 0));
        if (kind != KIND_COUNT)
            counts[kind] = (size_t)statement_number(statement, 1);
    }
    return statement_close(statement);
}

bool items_count(Store *store, const Query *query, size_t counts[KIND_COUNT], Error *error)
{
    Statement statement;
    for (int kind = 0; kind < KIND_COUNT; kind++)
        counts[kind] = 0;
    if (!query || (!selection_asks_for_status(query) && !selection_is_made(store, query))) {
        static const Query everything = {0};
        return selection_ask(store, query ? query : &everything, "SELECT i.kind, count(*) FROM item i", " GROUP BY 1", &statement,
                             error) &&
               read_kinds(&statement, counts);
    }
    if (!items_select(store, query, error))
        return false;
    statement_open(store, "SELECT kind, count(*) FROM selection GROUP BY kind", &statement, error);
    return read_kinds(&statement, counts);
}

bool items_selected(Store *store, const Query *query, StringList *ids, Error *error)
{
    Statement statement;
    if (!selection_make(store, query, 0, error))
        return false;
    if (statement_open(store, "SELECT item FROM selection ORDER BY item", &statement, error)) {
        while (statement_step(&statement))
            string_list_add(ids, statement_word(&statement, 0));
    }
    return statement_close(&statement);
}

void area_counts_free(AreaCounts *counts)
{
    for (size_t i = 0; i < counts->count; i++) {
        free(counts->rows[i].area_id);
        free(counts->rows[i].area_title);
        string_list_free(&counts->rows[i].stages);
    }
    free(counts->rows);
    *counts = (AreaCounts){0};
}

/* Areas that are in no other; what is in an area below counts for the one at the top. Only what was selected counts. */
static bool count_areas(Store *store, AreaCounts *counts, Error *error)
{
    Statement statement;
    if (statement_open(
            store,
            "WITH RECURSIVE top(id, title, place, sequence) AS ("
            "  SELECT id, title, place, sequence FROM item WHERE kind = 'area' AND id IN (SELECT item FROM selection)"
            "  AND NOT EXISTS ("
            "   SELECT 1 FROM link l JOIN item a ON a.id = l.target AND a.kind = 'area'"
            "   WHERE l.item = item.id AND l.relation = 'in' AND l.target <> item.id)),"
            " below(top, id) AS (SELECT id, id FROM top UNION SELECT b.top, a.id FROM below b"
            "  JOIN link l ON l.target = b.id AND l.relation = 'in' JOIN item a ON a.id = l.item AND a.kind = 'area')"
            " SELECT t.id, t.title, count(DISTINCT CASE WHEN i.kind = 'risk' THEN i.id END),"
            " count(DISTINCT CASE WHEN i.kind = 'opportunity' THEN i.id END)"
            " FROM top t JOIN below b ON b.top = t.id"
            " LEFT JOIN link l ON l.target = b.id AND l.relation = 'in'"
            " LEFT JOIN item i ON i.id = l.item AND i.id IN (SELECT item FROM selection)"
            " GROUP BY t.id ORDER BY t.place IS NULL, t.place, t.sequence",
            &statement, error)) {
        while (statement_step(&statement)) {
            counts->rows = memory_resize(counts->rows, counts->count + 1, sizeof *counts->rows);
            counts->rows[counts->count++] = (AreaCount){.area_id = statement_copy_word(&statement, 0),
                                                        .area_title = statement_copy_word(&statement, 1),
                                                        .risks = (int)statement_number(&statement, 2),
                                                        .opportunities = (int)statement_number(&statement, 3)};
        }
    }
    return statement_close(&statement);
}

static bool add_stages(Store *store, AreaCount *row, Error *error)
{
    Statement statement;
    bool others = false;
    if (statement_open(store,
                       "SELECT DISTINCT t.id FROM link l JOIN item t ON t.id = l.target"
                       " WHERE l.item = ?1 AND l.relation = 'at' ORDER BY t.place IS NULL, t.place, t.sequence",
                       &statement, error)) {
        statement_bind(&statement, 1, row->area_id);
        while (statement_step(&statement)) {
            string_list_add(&row->stages, statement_word(&statement, 0));
            if (strcmp(statement_word(&statement, 0), LONG_TERM_STAGE) == 0)
                row->long_term = true;
            else
                others = true;
        }
    }
    row->long_term = row->long_term && !others;
    return statement_close(&statement);
}

bool area_counts(Store *store, const Query *query, AreaCounts *counts, Error *error)
{
    const KindSet kinds = KIND_BIT(KIND_AREA) | KIND_BIT(KIND_RISK) | KIND_BIT(KIND_OPPORTUNITY);
    *counts = (AreaCounts){0};
    bool done = selection_make(store, query, kinds, error) && count_areas(store, counts, error);
    for (size_t i = 0; done && i < counts->count; i++)
        done = add_stages(store, &counts->rows[i], error);
    if (!done)
        area_counts_free(counts);
    return done;
}
