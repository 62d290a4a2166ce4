#include "config.h"

#include "cli/table.h"

#include "core/memory.h"
#include "core/sanitise.h"

#include <stdlib.h>
#include <string.h>
#ifdef HAVE_LIBCSV
#include <csv.h>
#endif

/* The text of a cell, made harmless for a spreadsheet. */
static char *cell_text(const char *text)
{
    char *clean = sanitise_string(text, SANITISE_LINE);

    if (*clean == '\0' || !strchr("=+-@", *clean))
        return clean;
    char *guarded = string_format("'%s", clean);
    free(clean);
    return guarded;
}

typedef void (*WriteCell)(Output *output, const char *text);

static void write_rows(const Table *table, const char *delimiter, WriteCell write_cell, Output *output)
{
    for (size_t row = 0; row <= table->row_count; row++) {
        for (size_t column = 0; column < table->column_count; column++) {
            const char *text =
                row == 0 ? table->columns[column].name : table->cells[(row - 1) * table->column_count + column];
            char *cell = cell_text(text);

            if (column > 0)
                output_write(output, delimiter);
            write_cell(output, cell);
            free(cell);
        }
        output_write(output, "\n");
    }
}

void table_write_tsv(const Table *table, Output *output)
{
    write_rows(table, "\t", output_write, output);
}

#ifdef HAVE_LIBCSV
static void write_csv_cell(Output *output, const char *text)
{
    size_t length = strlen(text);

    if (!text[strcspn(text, ",\"\r\n")] && *text != ' ' && (length == 0 || text[length - 1] != ' ')) {
        output_write(output, text);
        return;
    }
    size_t size = 2 * length + 2; /* every character a quotation mark, and the two around it */
    char *quoted = memory_allocate(size);
    output_write_bytes(output, quoted, csv_write(quoted, size, text, length));
    free(quoted);
}

bool table_write_csv(const Table *table, Output *output, Error *error)
{
    (void)error;
    write_rows(table, ",", write_csv_cell, output);
    return true;
}
#else
bool table_write_csv(const Table *table, Output *output, Error *error)
{
    (void)table;
    (void)output;
    error_set(error, ERROR_UNSUPPORTED, "this gairo was built without libcsv; use --format tsv or --format json");
    return false;
}
#endif
