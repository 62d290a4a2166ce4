/* A table that a screen shows, as a sheet: the table, the references of what stands in it, where all is from. */
#include "sheets/screen_table.h"

#include "core/memory.h"
#include "sheets/compose/table.h"

#include <stdlib.h>
#include <string.h>

void screen_table_column(ScreenTable *table, const char *heading, unsigned share)
{
    if (table->columns.count == SCREEN_TABLE_COLUMNS_MAX)
        return;
    table->shares[table->columns.count] = share;
    string_list_add(&table->columns, heading != NULL ? heading : "");
}

void screen_table_cell(ScreenTable *table, const char *text, const char *item)
{
    if (table->cell_count == table->capacity) {
        table->capacity = table->capacity * 2 + 64;
        table->cells = memory_resize(table->cells, table->capacity, sizeof *table->cells);
    }
    table->cells[table->cell_count++] = (ScreenTableCell){string_copy(text), string_copy(item)};
}

size_t screen_table_rows(const ScreenTable *table)
{
    return table->columns.count == 0 ? 0 : table->cell_count / table->columns.count;
}

static const char *text_at(const ScreenTable *table, size_t row, size_t column)
{
    const char *text = table->cells[row * table->columns.count + column].text;
    return text != NULL ? text : "";
}

static bool is_empty(const ScreenTable *table, size_t column)
{
    for (size_t row = 0; row < screen_table_rows(table); row++)
        if (*text_at(table, row, column) != '\0')
            return false;
    return true;
}

/* True where an earlier column says the same under the same heading. */
static bool is_repeated(const ScreenTable *table, size_t column)
{
    for (size_t other = 0; other < column; other++) {
        bool same = strcmp(table->columns.items[other], table->columns.items[column]) == 0;
        for (size_t row = 0; same && row < screen_table_rows(table); row++)
            same = strcmp(text_at(table, row, other), text_at(table, row, column)) == 0;
        if (same)
            return true;
    }
    return false;
}

static void copy_rows(const ScreenTable *from, const bool *dropped, ScreenTable *to)
{
    for (size_t i = 0; i < screen_table_rows(from) * from->columns.count; i++)
        if (!dropped[i % from->columns.count])
            screen_table_cell(to, from->cells[i].text, from->cells[i].item);
}

void screen_table_drop_empty(ScreenTable *table)
{
    ScreenTable kept = {.title = table->title, .remark = table->remark};
    bool dropped[SCREEN_TABLE_COLUMNS_MAX] = {false};
    for (size_t column = 0; column < table->columns.count; column++) {
        dropped[column] = is_empty(table, column) || is_repeated(table, column);
        if (!dropped[column])
            screen_table_column(&kept, table->columns.items[column], table->shares[column]);
    }
    copy_rows(table, dropped, &kept);
    table->title = table->remark = NULL;
    screen_table_free(table);
    *table = kept;
}

void screen_table_free(ScreenTable *table)
{
    for (size_t i = 0; i < table->cell_count; i++) {
        free(table->cells[i].text);
        free(table->cells[i].item);
    }
    free(table->cells);
    free(table->title);
    free(table->remark);
    string_list_free(&table->columns);
    *table = (ScreenTable){0};
}

static bool write_cell(Composition *composition, const ScreenTableCell *cell, Error *error)
{
    Item *item = cell->item == NULL ? NULL : item_load(composition->store, cell->item, error);
    if (cell->item != NULL && item == NULL)
        return false;
    value_begin(composition, cell->text);
    if (item != NULL)
        write_item_cites(composition, item);
    xml_end(&composition->writer);
    item_free(item);
    return true;
}

/* The item that a row is about; NULL where it is about several, or none. */
static const char *row_item(const ScreenTable *table, size_t row)
{
    const char *found = NULL;
    for (size_t i = row * table->columns.count; i < (row + 1) * table->columns.count; i++) {
        if (found != NULL && table->cells[i].item != NULL)
            return NULL;
        found = table->cells[i].item != NULL ? table->cells[i].item : found;
    }
    return found;
}

bool section_screen_table(Composition *composition, const ScreenTable *table, Error *error)
{
    TableColumnText columns[SCREEN_TABLE_COLUMNS_MAX];
    size_t count = table->columns.count;
    bool ok = true;
    for (size_t i = 0; i < count; i++)
        columns[i] = (TableColumnText){table->columns.items[i], table->shares[i]};
    section_begin(composition, "screen", "What the screen showed");
    table_begin(composition, table->remark != NULL ? table->remark : table->title, columns, count);
    for (size_t row = 0; ok && row < screen_table_rows(table); row++) {
        row_begin(composition, row_item(table, row));
        for (size_t column = 0; ok && column < count; column++)
            ok = write_cell(composition, &table->cells[row * count + column], error);
        xml_end(&composition->writer);
    }
    xml_end(&composition->writer);
    xml_end(&composition->writer);
    return ok;
}
