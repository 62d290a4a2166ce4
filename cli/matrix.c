#include "cli/command.h"
#include "cli/console.h"
#include "cli/prose.h"
#include "cli/session.h"
#include "core/memory.h"
#include "store/openness.h"

#include <stdlib.h>
#include <string.h>

/* Short heads for the twelve components, in their order; the first line of the table groups them. */
static const char *const component_heads[COMPONENT_COUNT] = {"pre", "ft",  "al",   "pre", "sft", "al",
                                                             "gen", "saf", "util", "saf", "inf", "wts"};
#define MODEL_COLUMNS 3 /* id, title, released */

/* A cell as the table shows it. */
static const char *cell_mark(const MatrixCell *cell, bool utf8)
{
    if (cell->level)
        return cell->level;
    if (!cell->value)
        return "";
    if (strcmp(cell->value, "not-applicable") == 0)
        return utf8 ? "–" : "-";
    return "?";
}

static json_t *cell_json(const MatrixCell *cell)
{
    json_t *object = json_object();

    json_put(object, "value", cell->value);
    json_put(object, "level", cell->level);
    json_put(object, "licence", cell->licence);
    json_put(object, "licence_id", cell->licence_id);
    json_put(object, "guess", cell->guess);
    return object;
}

static void write_json(Session *session, const Matrix *matrix)
{
    json_t *array = json_array();

    for (size_t row = 0; row < matrix->count; row++) {
        const MatrixRow *model = &matrix->rows[row];
        json_t *object = json_object(), *components = json_object();

        json_put(object, "id", model->id);
        json_put(object, "title", model->title);
        json_put(object, "released", model->released);
        for (size_t i = 0; i < COMPONENT_COUNT; i++)
            (void)json_object_set_new(components, component_ids[i], cell_json(&model->cells[i]));
        (void)json_object_set_new(object, "components", components);
        (void)json_array_append_new(array, object);
    }
    session_write_json(session, array);
}

static void write_legend(Session *session, bool utf8)
{
    output_write(&session->output, "\n");
    prose_write(
        session, 0,
        "The first six are training: code for pretraining, fine-tuning and alignment, then data for pretraining, "
        "fine-tuning (sft) and alignment. The next four are evaluation: code, general and safety, then data, utility "
        "and safety. The last two are deployment: inference code and weights.");
    prose_write(session, 0,
                utf8 ? "C1 to C5 for code, D1 to D5 for data: closed to open. ? is unknown, – does not apply."
                     : "C1 to C5 for code, D1 to D5 for data: closed to open. ? is unknown, - does not apply.");
}

/* For people: one short column for each component, and how many are open. */
static bool write_table(Session *session, const Matrix *matrix, Error *error)
{
    TableColumn columns[2 + COMPONENT_COUNT + 1] = {{"title", "Model", false, true},
                                                    {"released", "Released", false, false}};
    size_t count = 2 + COMPONENT_COUNT + 1;
    bool utf8 = console_is_utf8() && !session->plain;
    /* So many columns fit 80 only where they stand close. */
    TableLook look = {.columns = session->table_columns, .bold_titles = session->color, .titles = true, .gap = 1};
    Table table;

    for (size_t i = 0; i < COMPONENT_COUNT; i++)
        columns[2 + i] = (TableColumn){component_ids[i], component_heads[i], false, false};
    columns[count - 1] = (TableColumn){"open", "open", true, false};
    table_init(&table, columns, count);
    for (size_t row = 0; row < matrix->count; row++) {
        const MatrixRow *model = &matrix->rows[row];
        char *open = string_format("%d of %d", model->open, model->applicable);

        table_add_row(&table);
        table_set(&table, 0, model->title);
        table_set(&table, 1, model->released);
        for (size_t i = 0; i < COMPONENT_COUNT; i++)
            table_set(&table, 2 + i, cell_mark(&model->cells[i], utf8));
        table_set(&table, count - 1, open);
        free(open);
    }
    bool done = true;
    if (matrix->count == 0)
        done = session_write_table(session, &table, "No models.", error);
    else {
        table_write(&table, &look, &session->output);
        write_legend(session, utf8);
    }
    table_free(&table);
    return done;
}

/* For spreadsheets: four columns for each component. */
static bool write_delimited(Session *session, const Matrix *matrix, Error *error)
{
    static const char *const suffixes[] = {"", ".licence", ".licence_id", ".guess"};
    size_t count = MODEL_COLUMNS + 4 * COMPONENT_COUNT;
    TableColumn columns[MODEL_COLUMNS + 4 * COMPONENT_COUNT] = {
        {"id", "", false, false}, {"title", "", false, false}, {"released", "", false, false}};
    StringList names = {0};
    Table table;

    for (size_t i = 0; i < 4 * COMPONENT_COUNT; i++) {
        string_list_take(&names, string_format("%s%s", component_ids[i / 4], suffixes[i % 4]));
        columns[MODEL_COLUMNS + i] = (TableColumn){names.items[i], "", false, false};
    }
    table_init(&table, columns, count);
    for (size_t row = 0; row < matrix->count; row++) {
        const MatrixRow *model = &matrix->rows[row];

        table_add_row(&table);
        table_set(&table, 0, model->id);
        table_set(&table, 1, model->title);
        table_set(&table, 2, model->released);
        for (size_t i = 0; i < COMPONENT_COUNT; i++) {
            const MatrixCell *cell = &model->cells[i];

            table_set(&table, MODEL_COLUMNS + 4 * i, cell->level ? cell->level : cell->value);
            table_set(&table, MODEL_COLUMNS + 4 * i + 1, cell->licence);
            table_set(&table, MODEL_COLUMNS + 4 * i + 2, cell->licence_id);
            table_set(&table, MODEL_COLUMNS + 4 * i + 3, cell->guess);
        }
    }
    bool done = session_write_table(session, &table, "", error);
    table_free(&table);
    string_list_free(&names);
    return done;
}

bool command_matrix(Session *session, Error *error)
{
    const char *sort = invocation_value(session->invocation, OPTION_SORT);
    Query query = {0};
    Matrix matrix = {0};
    bool done = true;

    query.kinds = KIND_BIT(KIND_MODEL);
    if (!session_add_conditions(session, &query, error) || (sort && !query_set_sort(&query, sort, error)) ||
        !session_open_store(session, USE_READ, error) || !openness_matrix(session->store, &query, &matrix, error))
        done = false;
    else if (session->form == FORM_JSON)
        write_json(session, &matrix);
    else if (session->form == FORM_TABLE)
        done = write_table(session, &matrix, error);
    else
        done = write_delimited(session, &matrix, error);
    matrix_free(&matrix);
    query_free(&query);
    return done;
}
