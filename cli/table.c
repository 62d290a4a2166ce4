#include "cli/table.h"

#include "cli/console.h"
#include "core/memory.h"
#include "core/unicode.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define GAP 2           /* blanks between columns */
#define COLUMN_LEAST 12 /* what a column that shrinks keeps */

void table_init(Table *table, const TableColumn *columns, size_t column_count)
{
    *table = (Table){.columns = columns, .column_count = column_count};
}

void table_add_row(Table *table)
{
    size_t old = table->row_count * table->column_count;

    table->cells = memory_resize(table->cells, old + table->column_count, sizeof *table->cells);
    for (size_t i = 0; i < table->column_count; i++)
        table->cells[old + i] = NULL;
    table->row_count++;
}

void table_set(Table *table, size_t column, const char *text)
{
    char **cell = &table->cells[(table->row_count - 1) * table->column_count + column];

    free(*cell);
    *cell = string_copy(text);
}

void table_set_number(Table *table, size_t column, long number)
{
    char digits[24];

    (void)snprintf(digits, sizeof digits, "%ld", number);
    table_set(table, column, digits);
}

void table_free(Table *table)
{
    for (size_t i = 0; i < table->row_count * table->column_count; i++)
        free(table->cells[i]);
    free(table->cells);
    *table = (Table){0};
}

/* Takes columns away from the widest that shrinks, one by one, until the table fits or none can give more. */
static void shrink_columns(const Table *table, int *widths, int gap, int available)
{
    int total = gap * ((int)table->column_count - 1);

    for (size_t i = 0; i < table->column_count; i++)
        total += widths[i];
    while (total > available) {
        size_t widest = table->column_count;

        for (size_t i = 0; i < table->column_count; i++)
            if (table->columns[i].shrinks && widths[i] > COLUMN_LEAST &&
                (widest == table->column_count || widths[i] > widths[widest]))
                widest = i;
        if (widest == table->column_count)
            return;
        widths[widest]--;
        total--;
    }
}

/* Writes one line of cells. */
static void write_line(const Table *table, char *const *cells, const int *widths, const TableLook *look, bool bold,
                       Output *output)
{
    Text line = {0};

    for (size_t i = 0; i < table->column_count; i++) {
        char *padded = text_pad(cells[i], widths[i], table->columns[i].numeric);

        if (i > 0)
            text_append_format(&line, "%*s", look->gap ? look->gap : GAP, "");
        text_append(&line, padded);
        free(padded);
    }
    while (line.length > 0 && line.data[line.length - 1] == ' ')
        line.data[--line.length] = '\0';
    char *fitted = look->columns > 0 ? text_fit(line.data ? line.data : "", look->columns - look->indent) : NULL;
    output_format(output, "%*s%s%s%s\n", look->indent, "", bold ? "\033[1m" : "",
                  fitted      ? fitted
                  : line.data ? line.data
                              : "",
                  bold ? "\033[0m" : "");
    free(fitted);
    text_free(&line);
}

void table_write(const Table *table, const TableLook *look, Output *output)
{
    size_t columns = table->column_count, count = (table->row_count + 1) * columns;
    char **shown = memory_zeroed(count, sizeof *shown);
    int *widths = memory_zeroed(columns, sizeof *widths);
    size_t first = look->titles ? 0 : columns;

    if (table->row_count > 0) {
        for (size_t i = 0; i < count; i++) {
            const char *text = i < columns ? table->columns[i].title : table->cells[i - columns];

            shown[i] = console_text(text, SANITISE_LINE);
            if (i >= first && text_width(shown[i]) > widths[i % columns])
                widths[i % columns] = text_width(shown[i]);
        }
        if (look->columns > 0)
            shrink_columns(table, widths, look->gap ? look->gap : GAP, look->columns - look->indent);
        for (size_t i = first; i < count; i += columns)
            write_line(table, shown + i, widths, look, i == 0 && look->bold_titles, output);
    }
    for (size_t i = 0; i < count; i++)
        free(shown[i]);
    free(shown);
    free(widths);
}
