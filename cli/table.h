/* Rows and columns of text, and how they are written: aligned for people, or as CSV or TSV for spreadsheets. */
#ifndef GAIRO_CLI_TABLE_H
#define GAIRO_CLI_TABLE_H

#include "cli/output.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct TableColumn {
    const char *name;  /* the head of a column in CSV and TSV: "licence_id" */
    const char *title; /* over the column of a table: "Licence" */
    bool numeric;      /* aligned to the right */
    bool shrinks;      /* gives way where the table is wider than the terminal */
} TableColumn;

/* Starts with table_new(). Owns the texts of its cells; columns are the caller's and stay valid. */
typedef struct Table {
    const TableColumn *columns;
    size_t column_count;
    char **cells; /* row by row */
    size_t row_count;
} Table;

typedef struct TableLook {
    int columns;      /* the width to keep to; 0: as wide as it gets */
    bool bold_titles; /* by escape sequences */
    bool titles;      /* a line of titles over the rows, left out where there is no row */
    int gap;          /* blanks between columns; 0: two */
    int indent;       /* blanks before each line */
} TableLook;

void table_init(Table *table, const TableColumn *columns, size_t column_count);
/* Starts a row of empty cells. */
void table_add_row(Table *table);
/* Sets a cell of the last row to a copy of text (NULL: empty). */
void table_set(Table *table, size_t column, const char *text);
void table_set_number(Table *table, size_t column, long number);
void table_free(Table *table); /* leaves it empty */

/* Aligned by display width, no trailing blanks. Cells are sanitised to one line. */
void table_write(const Table *table, const TableLook *look, Output *output);

/* With a line of names first. Cells are sanitised to one line; one that a spreadsheet would take for a formula (it
 * begins with = + - or @) gets an apostrophe in front, as spreadsheets write such text themselves. */
void table_write_tsv(const Table *table, Output *output);
/* As table_write_tsv, quoted after RFC 4180, lines ending in a line feed. Fails with ERROR_UNSUPPORTED in a build
 * without libcsv. */
bool table_write_csv(const Table *table, Output *output, Error *error);

#endif
