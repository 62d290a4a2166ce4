#include "store/matrix.h"

#include "core/memory.h"

#include <stdlib.h>
#include <string.h>

void matrix_free(Matrix *matrix)
{
    for (size_t i = 0; i < matrix->count; i++) {
        MatrixRow *row = &matrix->rows[i];
        free(row->id);
        free(row->title);
        free(row->released);
        free(row->organisation);
        for (size_t c = 0; c < COMPONENT_COUNT; c++) {
            free(row->cells[c].value);
            free(row->cells[c].licence);
            free(row->cells[c].licence_id);
            free(row->cells[c].guess);
        }
    }
    free(matrix->rows);
    *matrix = (Matrix){0};
}

static void take_rows(ItemRows *items, Matrix *matrix)
{
    matrix->count = items->count;
    matrix->rows = memory_zeroed(items->count + 1, sizeof *matrix->rows);
    for (size_t i = 0; i < items->count; i++) {
        ItemRow *item = &items->rows[i];
        matrix->rows[i] = (MatrixRow){.id = string_copy(item->id),
                                      .title = string_copy(item->title),
                                      .released = string_copy(item->released),
                                      .organisation = string_copy(item->organisation),
                                      .in_basket = item->in_basket};
    }
}

static int compare_ids(const void *a, const void *b)
{
    return strcmp((*(MatrixRow *const *)a)->id, (*(MatrixRow *const *)b)->id);
}

/* The rows by id, to be searched. The caller owns the array. */
static MatrixRow **index_rows(const Matrix *matrix)
{
    MatrixRow **by_id = memory_zeroed(matrix->count + 1, sizeof(MatrixRow *));
    for (size_t i = 0; i < matrix->count; i++)
        by_id[i] = &matrix->rows[i];
    qsort(by_id, matrix->count, sizeof(MatrixRow *), compare_ids);
    return by_id;
}

static MatrixRow *find_row(MatrixRow **by_id, size_t count, char *id)
{
    MatrixRow wanted = {.id = id}, *key = &wanted;
    MatrixRow **found = bsearch(&key, by_id, count, sizeof(MatrixRow *), compare_ids);
    return found ? *found : NULL;
}

static void set_cell(MatrixRow *row, int component, Statement *statement)
{
    MatrixCell *cell = component >= 0 ? &row->cells[component] : NULL;
    if (!cell || cell->value)
        return;
    *cell = (MatrixCell){.value = statement_copy_word(statement, 2),
                         .licence = statement_copy(statement, 3),
                         .licence_id = statement_copy(statement, 4),
                         .guess = statement_copy(statement, 5)};
    cell->level = cell_level((size_t)component, cell->value);
    row->applicable += cell->level != NULL;
    row->open += strcmp(cell->value, "5") == 0;
}

static bool fill_cells(Store *store, const StringList *sources, Matrix *matrix, Error *error)
{
    Text sql = {0};
    Statement statement;
    MatrixRow **by_id = index_rows(matrix);
    text_append(&sql, "SELECT c.item, c.component, c.value, c.licence, p.licence, c.guess FROM selection s CROSS"
                      " JOIN cell c ON c.item = s.item JOIN record r ON r.number = c.record"
                      " JOIN source o ON o.id = r.source LEFT JOIN spelling p ON p.spelling = trim(c.licence)"
                      " WHERE o.id IN (");
    selection_parameters(&sql, 1, sources->count);
    text_append(&sql, ") ORDER BY o.rank, o.id");
    if (statement_open_once(store, sql.data, &statement, error)) {
        for (size_t i = 0; i < sources->count; i++)
            statement_bind(&statement, (int)i + 1, sources->items[i]);
        while (statement_step(&statement)) {
            char *id = statement_copy_word(&statement, 0);
            MatrixRow *row = find_row(by_id, matrix->count, id);
            if (row)
                set_cell(row, component_index(statement_word(&statement, 1)), &statement);
            free(id);
        }
    }
    free(by_id);
    text_free(&sql);
    return statement_close(&statement);
}

bool matrix_make(Store *store, const Query *query, const StringList *sources, Matrix *matrix, Error *error)
{
    static const Query nothing = {0};
    ItemRows items;
    Query models;
    *matrix = (Matrix){0};
    query_copy(&models, query ? query : &nothing);
    models.kinds = KIND_BIT(KIND_MODEL);
    if (!models.sort)
        models.sort = string_copy("released");
    bool done = items_list(store, &models, &items, error);
    if (done) {
        take_rows(&items, matrix);
        item_rows_free(&items);
        /* What items_list() selected is still in the temporary table. */
        done = fill_cells(store, sources, matrix, error);
    }
    if (!done)
        matrix_free(matrix);
    query_free(&models);
    return done;
}

bool openness_matrix(Store *store, const Query *query, Matrix *matrix, Error *error)
{
    StringList sources = {0};
    *matrix = (Matrix){0};
    bool done = selection_sources(store, query, &sources, error) && matrix_make(store, query, &sources, matrix, error);
    string_list_free(&sources);
    return done;
}
