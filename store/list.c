#include "store/list.h"

#include "core/memory.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

void listed_row_free(ListedRow *listed)
{
    ItemRow *row = &listed->row;
    free(row->id);
    free(row->title);
    free(row->summary);
    free(row->effect);
    free(row->evidence);
    free(row->maturity);
    free(row->horizon);
    free(row->stages);
    free(row->areas);
    free(row->actors);
    string_list_free(&row->stage_ids);
    string_list_free(&row->area_ids);
    string_list_free(&row->actor_ids);
    free(row->short_name);
    free(row->jurisdiction);
    free(row->status);
    free(row->treatment);
    free(row->released);
    free(row->organisation);
    free(row->framework);
    free(row->year);
    free(row->basis);
    free(row->review);
    free(listed->key);
    *listed = (ListedRow){0};
}

void item_rows_free(ItemRows *rows)
{
    for (size_t i = 0; i < rows->count; i++) {
        ListedRow listed = {.row = rows->rows[i]};
        listed_row_free(&listed);
    }
    free(rows->rows);
    *rows = (ItemRows){0};
}

ListedRow *listed_row(Listed *listed, Statement *statement, int column)
{
    long long position = statement_number(statement, column);
    return position >= 1 && (size_t)position <= listed->count ? &listed->rows[position - 1] : NULL;
}

static bool read_rows(Store *store, Listed *listed, Error *error)
{
    Statement statement;
    size_t capacity = 0;
    if (statement_open(store,
                       "SELECT i.id, i.kind, i.title, i.summary, i.place, i.sequence, i.place IS NULL"
                       " FROM selection s CROSS JOIN item i ON i.number = s.number ORDER BY s.position",
                       &statement, error)) {
        while (statement_step(&statement)) {
            if (listed->count == capacity) {
                capacity = capacity ? 2 * capacity : 64;
                listed->rows = memory_resize(listed->rows, capacity, sizeof *listed->rows);
            }
            listed->rows[listed->count++] =
                (ListedRow){.row = {.id = statement_copy_word(&statement, 0),
                                    .kind = store_kind(statement_text(&statement, 1)),
                                    .title = statement_copy_word(&statement, 2),
                                    .summary = statement_copy(&statement, 3)},
                            .place = statement_number(&statement, 6) ? LLONG_MAX : statement_number(&statement, 4),
                            .area_place = LLONG_MAX,
                            .sequence = statement_number(&statement, 5)};
        }
    }
    bool done = statement_close(&statement);
    for (size_t i = 0; done && i < listed->count; i++)
        done = store_check_kind(store, listed->rows[i].row.kind, listed->rows[i].row.id, error);
    return done;
}

/* True where there is no condition on status, or one of them holds. */
static bool status_holds(const Query *query, const ItemRow *row)
{
    bool asked = false;
    for (size_t i = 0; i < query->condition_count; i++) {
        if (strcmp(query->conditions[i].field, "status") != 0)
            continue;
        asked = true;
        if (condition_status_matches(query->conditions[i].value, row->status))
            return true;
    }
    return !asked;
}

static void drop_by_status(const Query *query, Listed *listed)
{
    size_t kept = 0;
    for (size_t i = 0; i < listed->count; i++) {
        if (status_holds(query, &listed->rows[i].row))
            listed->rows[kept++] = listed->rows[i];
        else
            listed_row_free(&listed->rows[i]);
    }
    listed->count = kept;
}

static void give_rows(Listed *listed, ItemRows *rows)
{
    rows->rows = listed->count ? memory_zeroed(listed->count, sizeof *rows->rows) : NULL;
    rows->count = listed->count;
    for (size_t i = 0; i < listed->count; i++) {
        rows->rows[i] = listed->rows[i].row;
        free(listed->rows[i].key);
    }
    free(listed->rows);
    *listed = (Listed){0};
}

static bool list_items(Store *store, const Query *query, bool with_columns, ItemRows *rows, Error *error)
{
    Listed listed = {0};
    *rows = (ItemRows){0};
    bool done = selection_make(store, query, 0, error) && read_rows(store, &listed, error) &&
                (!with_columns || list_columns(store, query, &listed, error)) &&
                list_states(store, query, &listed, error) && list_sort(store, query, &listed, error);
    if (done) {
        drop_by_status(query, &listed);
        give_rows(&listed, rows);
        return true;
    }
    for (size_t i = 0; i < listed.count; i++)
        listed_row_free(&listed.rows[i]);
    free(listed.rows);
    return false;
}

bool items_list(Store *store, const Query *query, ItemRows *rows, Error *error)
{
    static const Query everything = {0};
    return list_items(store, query ? query : &everything, true, rows, error);
}

bool items_list_states(Store *store, const Query *query, ItemRows *rows, Error *error)
{
    return list_items(store, query, false, rows, error);
}

bool items_select(Store *store, const Query *query, Error *error)
{
    Query asked = *query;
    ItemRows rows = {0};
    asked.words = NULL;
    asked.sort = NULL;
    if (!selection_asks_for_status(query))
        return selection_make(store, &asked, 0, error);
    /* A law's state is not for SQL to decide: the list says which items are meant. */
    bool done = items_list_states(store, &asked, &rows, error) && selection_make_of(store, &rows, error);
    item_rows_free(&rows);
    return done;
}
