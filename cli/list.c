#include "cli/command.h"
#include "cli/kinds.h"
#include "cli/session.h"
#include "core/memory.h"

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LAW (KIND_BIT(KIND_INSTRUMENT) | KIND_BIT(KIND_PROVISION))
#define QUESTION (KIND_BIT(KIND_RISK) | KIND_BIT(KIND_OPPORTUNITY))
#define EVERY ((1u << KIND_COUNT) - 1)

/* A list is the titles in tables, and an array of ids in JSON: titles have commas in them. */
typedef enum Shape { SHAPE_TEXT, SHAPE_NUMBER, SHAPE_KIND, SHAPE_LIST, SHAPE_FLAG } Shape;

/* What lists show of an item, and of which kinds. */
typedef struct ListColumn {
    TableColumn column;
    KindSet kinds;
    Shape shape;
    size_t offset; /* in ItemRow */
    size_t ids;    /* SHAPE_LIST: the offset of the ids */
    bool in_table; /* else only in JSON, CSV and TSV */
} ListColumn;

#define TEXT_COLUMN(field) SHAPE_TEXT, offsetof(ItemRow, field), 0
#define LIST_COLUMN(field, ids) SHAPE_LIST, offsetof(ItemRow, field), offsetof(ItemRow, ids)
#define FLAG_COLUMN(field) SHAPE_FLAG, offsetof(ItemRow, field), 0
#define NUMBER_COLUMN(field) SHAPE_NUMBER, offsetof(ItemRow, field), 0

static const ListColumn list_columns[] = {
    {{"id", "Id", false, false}, EVERY, TEXT_COLUMN(id), true},
    {{"kind", "Kind", false, false}, EVERY, SHAPE_KIND, offsetof(ItemRow, kind), 0, false},
    {{"title", "Title", false, true}, EVERY, TEXT_COLUMN(title), true},
    {{"short_name", "Short name", false, true}, KIND_BIT(KIND_INSTRUMENT), TEXT_COLUMN(short_name), false},
    {{"summary", "Summary", false, true}, EVERY, TEXT_COLUMN(summary), false},
    {{"effect", "Openness", false, false}, QUESTION, TEXT_COLUMN(effect), true},
    {{"evidence", "Evidence", false, false}, QUESTION, TEXT_COLUMN(evidence), true},
    {{"thin_evidence", "Thin evidence", false, false}, QUESTION, FLAG_COLUMN(thin_evidence), false},
    {{"areas", "Area", false, true}, QUESTION, LIST_COLUMN(areas, area_ids), true},
    {{"stages", "Stage", false, true}, QUESTION | KIND_BIT(KIND_AREA), LIST_COLUMN(stages, stage_ids), true},
    {{"maturity", "Maturity", false, false}, KIND_BIT(KIND_MITIGATION), TEXT_COLUMN(maturity), true},
    {{"horizon", "Horizon", false, false}, KIND_BIT(KIND_RECOMMENDATION), TEXT_COLUMN(horizon), true},
    {{"actors", "Addressed to", false, true}, KIND_BIT(KIND_RECOMMENDATION), LIST_COLUMN(actors, actor_ids), true},
    {{"jurisdiction", "Jurisdiction", false, true}, LAW, TEXT_COLUMN(jurisdiction), true},
    {{"status", "State", false, false}, LAW, TEXT_COLUMN(status), true},
    {{"treatment", "Open models", false, false}, LAW, TEXT_COLUMN(treatment), true},
    {{"released", "Released", false, false}, KIND_BIT(KIND_MODEL), TEXT_COLUMN(released), true},
    {{"organisation", "Organisation", false, true}, KIND_BIT(KIND_MODEL), TEXT_COLUMN(organisation), true},
    {{"open", "Open", true, false}, KIND_BIT(KIND_MODEL), NUMBER_COLUMN(open), true},
    {{"applicable", "of", true, false}, KIND_BIT(KIND_MODEL), NUMBER_COLUMN(applicable), true},
    {{"framework", "Framework", false, true}, KIND_BIT(KIND_FRAMEWORK_ENTRY), TEXT_COLUMN(framework), true},
    {{"year", "Year", false, false}, KIND_BIT(KIND_REFERENCE), TEXT_COLUMN(year), true},
    {{"links", "Links", true, false}, EVERY, NUMBER_COLUMN(links), false},
    {{"basis", "Basis", false, false}, EVERY, TEXT_COLUMN(basis), true},
    {{"review", "Review", false, true}, EVERY, TEXT_COLUMN(review), true},
};
#define LIST_COLUMN_COUNT (sizeof list_columns / sizeof list_columns[0])

static const char *row_text(const ItemRow *row, const ListColumn *column)
{
    if (column->shape == SHAPE_KIND)
        return kind_definition(row->kind)->name;
    return *(char *const *)((const char *)row + column->offset);
}

static int row_number(const ItemRow *row, const ListColumn *column)
{
    return *(const int *)((const char *)row + column->offset);
}

static bool row_flag(const ItemRow *row, const ListColumn *column)
{
    return *(const bool *)((const char *)row + column->offset);
}

static const StringList *row_list(const ItemRow *row, const ListColumn *column)
{
    return (const StringList *)((const char *)row + column->ids);
}

/* Choices as a reader is told them ("no rule seen"), where they are not for a program. */
static const char *row_words(const Session *session, const ItemRow *row, const ListColumn *column)
{
    const char *text = row_text(row, column);
    const FieldDefinition *field = session->form == FORM_TABLE ? field_find(row->kind, column->column.name) : NULL;

    return text && field && field->type == FIELD_CHOICE ? choice_title(text) : text;
}

/* One cell. What is thin says so where a reader looks for the evidence; a program has a column for it. */
static void set_cell(const Session *session, Table *table, size_t index, const ItemRow *row, const ListColumn *column)
{
    const bool evidence = column->shape == SHAPE_TEXT && column->offset == offsetof(ItemRow, evidence);

    if (column->shape == SHAPE_NUMBER) {
        table_set_number(table, index, row_number(row, column));
    } else if (column->shape == SHAPE_FLAG) {
        table_set(table, index, row_flag(row, column) ? "true" : "false");
    } else if (evidence && session->form == FORM_TABLE && row->thin_evidence && row->evidence) {
        char *words = string_format("%s (thin)", row_words(session, row, column));
        table_set(table, index, words);
        free(words);
    } else {
        table_set(table, index, row_words(session, row, column));
    }
}

static json_t *row_json(const ItemRow *row)
{
    json_t *object = json_object();

    for (size_t i = 0; i < LIST_COLUMN_COUNT; i++) {
        const ListColumn *column = &list_columns[i];

        if (!(column->kinds & KIND_BIT(row->kind)))
            continue;
        if (column->shape == SHAPE_NUMBER)
            json_put_number(object, column->column.name, row_number(row, column));
        else if (column->shape == SHAPE_FLAG)
            (void)json_object_set_new(object, column->column.name, json_boolean(row_flag(row, column)));
        else if (column->shape == SHAPE_LIST)
            json_put_list(object, column->column.name, row_list(row, column));
        else
            json_put(object, column->column.name, row_text(row, column));
    }
    return object;
}

static void write_json(Session *session, const ItemRows *rows)
{
    json_t *array = json_array();

    for (size_t i = 0; i < rows->count; i++)
        (void)json_array_append_new(array, row_json(&rows->rows[i]));
    session_write_json(session, array);
}

/* True where some row has something in this column; in a table, columns that are empty throughout only take room. */
static bool column_is_used(const ListColumn *column, const ItemRows *rows)
{
    if (column->shape != SHAPE_TEXT && column->shape != SHAPE_LIST)
        return true;
    for (size_t i = 0; i < rows->count; i++)
        if (row_text(&rows->rows[i], column))
            return true;
    return false;
}

static char *no_items(KindSet kinds)
{
    Kind kind = 0;

    while (!(kinds & KIND_BIT(kind)))
        kind++;
    return string_format("No %s.", kind_definition(kind)->plural);
}

/* True where risks or opportunities of a field of the paper's frame are asked for, an area or a stage, and nothing else
 * narrows them but the frame itself. */
static bool is_field_of_frame(const Query *query)
{
    const KindSet argued = KIND_BIT(KIND_RISK) | KIND_BIT(KIND_OPPORTUNITY);
    bool field = false, other = query->kinds == 0 || (query->kinds & ~argued) != 0;

    for (size_t i = 0; i < query->condition_count; i++) {
        const Condition *condition = &query->conditions[i];
        bool place = strcmp(condition->field, "area") == 0 || strcmp(condition->field, "stage") == 0;

        field = field || place;
        other = other || !(place || strcmp(condition->field, "frame") == 0) || strcmp(condition->value, "beyond") == 0;
    }
    return field && !other;
}

static bool write_table(Session *session, KindSet kinds, bool in_frame, const ItemRows *rows, Error *error)
{
    bool several = (kinds & (kinds - 1)) != 0;
    const ListColumn *used[LIST_COLUMN_COUNT];
    TableColumn columns[LIST_COLUMN_COUNT];
    size_t count = 0;
    Table table;

    for (size_t i = 0; i < LIST_COLUMN_COUNT; i++) {
        const ListColumn *column = &list_columns[i];

        bool in_table = column->in_table || (several && column->shape == SHAPE_KIND);

        if (!(column->kinds & kinds))
            continue;
        if (session->form == FORM_TABLE && (!in_table || !column_is_used(column, rows)))
            continue;
        used[count] = column;
        columns[count++] = column->column;
    }
    table_init(&table, columns, count);
    for (size_t row = 0; row < rows->count; row++) {
        table_add_row(&table);
        for (size_t i = 0; i < count; i++) {
            if (!(used[i]->kinds & KIND_BIT(rows->rows[row].kind)))
                continue;
            set_cell(session, &table, i, &rows->rows[row], used[i]);
        }
    }
    char *nothing = in_frame ? string_copy("Not seen in the paper.") : several ? string_copy("Nothing.") : no_items(kinds);
    bool done = session_write_table(session, &table, nothing, error);
    free(nothing);
    table_free(&table);
    return done;
}

bool command_list(Session *session, Error *error)
{
    const Invocation *invocation = session->invocation;
    const char *sort = invocation_value(invocation, OPTION_SORT);
    Query query = {0};
    ItemRows rows = {0};
    bool done = false;

    for (size_t i = 0; i < invocation->arguments.count; i++) {
        Kind kind;

        if (!kind_of_user(invocation->arguments.items[i], &kind, error))
            return false;
        query.kinds |= KIND_BIT(kind);
    }
    if (!session_add_conditions(session, &query, error) || (sort && !query_set_sort(&query, sort, error)))
        goto cleanup;
    if (!session_open_store(session, USE_READ, error) || !items_list(session->store, &query, &rows, error))
        goto cleanup;
    if (session->form == FORM_JSON) {
        write_json(session, &rows);
        done = true;
    } else {
        done = write_table(session, query.kinds, is_field_of_frame(&query), &rows, error);
    }
cleanup:
    item_rows_free(&rows);
    query_free(&query);
    return done;
}
