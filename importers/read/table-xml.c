/* libcsv knows no lines: it is given one line of the file after the other, so that the row it is in is known. */
#include "config.h"

#include "importers/read/table-xml.h"

#ifdef HAVE_LIBCSV

#include "core/memory.h"
#include "core/record.h"
#include "importers/read/document.h"
#include "importers/read/input.h"
#include "importers/read/xml.h"

#include <stdlib.h>
#include <string.h>

#include <csv.h>

#define ROW_LINES_MAX 100000

typedef struct Table {
    const ReadInput *input;
    Document document;
    StringList columns;
    bool has_columns; /* the first row was read */
    Text row;         /* the entries of the row that is being read */
    size_t values;    /* in it */
    bool has_words;   /* one of them is not empty */
    char *fault;      /* of the row that is being read; NULL: none. Owned */
    long fault_line;
    bool has_rows;    /* one had words, be it refused or not */
    size_t row_at;    /* the byte that the row begins with */
    long line;        /* that it begins on */
    long value_line;  /* that its next value begins on */
    long current;     /* that is being read */
    Error *error;
    bool failed;
} Table;

static void fail(Table *table, ErrorCode code, long line, const char *reason)
{
    error_set_at(table->error, code, table->input->file, line, "%s", reason);
    table->failed = true;
}

/* What is wrong with a value is wrong with its row alone. */
static void fault_row(Table *table, long line, const char *reason)
{
    if (table->fault != NULL)
        return;
    table->fault = string_copy(reason);
    table->fault_line = line;
}

/* Where the next row begins is not known: what follows cannot be read. line: of the row in which that is so. */
static void leave_rest(Table *table, ErrorCode code, long line, const char *reason)
{
    if (!table->has_columns)
        error_set_at(table->error, code, table->input->file, line, "%s", reason);
    else if (table->document.settings->whole)
        error_set_at(table->error, code, table->input->file, line,
                     "%s; where the next record begins cannot be known, and nothing of the file was read", reason);
    else
        error_set_at(table->error, code, table->input->file, line,
                     "%s; where the next record begins cannot be known: from line %ld on the file was not read", reason,
                     table->line);
    table->failed = true;
}

static void take_column(Table *table, const char *bytes, size_t length)
{
    char *name;

    while (length > 0 && (bytes[0] == ' ' || bytes[0] == '\t')) {
        bytes++;
        length--;
    }
    while (length > 0 && (bytes[length - 1] == ' ' || bytes[length - 1] == '\t'))
        length--;
    name = string_copy_bytes(length == 0 ? "" : bytes, length);
    if (length == 0 || length > RECORD_TOKEN_BYTES) {
        fail(table, ERROR_INPUT, table->line, "a column without a name, or with one that is too long");
    } else if (string_list_contains(&table->columns, name)) {
        error_set_at(table->error, ERROR_INPUT, table->input->file, table->line, "the column \"%.80s\" is there twice",
                     name);
        table->failed = true;
    } else if (table->columns.count == TABLE_COLUMNS_MAX) {
        fail(table, ERROR_LIMIT, table->line, "more than 1000 columns");
    } else {
        string_list_add(&table->columns, name);
    }
    free(name);
}

static void on_value(void *bytes, size_t length, void *context)
{
    Table *table = context;
    const char *value = bytes == NULL ? "" : bytes;

    if (table->failed || table->document.stopped)
        return;
    if (table->line == 0)
        table->line = table->current;
    long line = table->value_line > 0 ? table->value_line : table->line;
    /* The separator behind the value, and so the next one, is on the line that is being read. */
    table->value_line = table->current;
    if (!table->has_columns) {
        take_column(table, value, length);
        return;
    }
    if (length > RECORD_TEXT_BYTES) {
        leave_rest(table, ERROR_LIMIT, line, "a value longer than 256 KiB; is a quote missing?");
        return;
    }
    if (table->values < table->columns.count) {
        const char *column = table->columns.items[table->values];

        text_append(&table->row, "<entry");
        if (!document_append_attribute(&table->row, "key", column, strlen(column))) {
            fail(table, ERROR_INPUT, line, "a control character in the name of a column");
            return;
        }
        text_append_format(&table->row, " line=\"%ld\">", line);
        if (!xml_append_escaped(&table->row, value, length))
            fault_row(table, line, "a control character that no text may hold");
        text_append(&table->row, "</entry>");
    }
    table->values++;
    table->has_words = table->has_words || length > 0;
}

static void refuse_row(Table *table)
{
    bool one_column = table->columns.count == 1;
    char *reason = string_format("the row has %zu value%s where there %s %zu column%s; is a quote or a comma wrong?",
                                 table->values, plural_ending(table->values), one_column ? "is" : "are",
                                 table->columns.count, one_column ? "" : "s");

    table->document.batches->refused(table->document.batches->context, table->line, reason);
    free(reason);
}

static void take_row(Table *table)
{
    bool fits = table->values == table->columns.count ||
                (table->values < table->columns.count && table->document.settings->short_rows);

    if (!table->has_words)
        return;
    table->has_rows = true;
    if (table->fault != NULL) {
        table->document.batches->refused(table->document.batches->context, table->fault_line, table->fault);
        return;
    }
    if (!fits) {
        refuse_row(table);
        return;
    }
    text_append_format(&table->document.xml, "<member line=\"%ld\">", table->line);
    text_append_bytes(&table->document.xml, table->row.data, table->row.length);
    text_append(&table->document.xml, "</member>");
    document_end_record(&table->document);
}

static void forget_row(Table *table)
{
    text_reset(&table->row);
    table->values = 0;
    table->has_words = false;
    free(table->fault);
    table->fault = NULL;
    table->line = table->value_line = 0;
}

static void on_row(int end, void *context)
{
    Table *table = context;

    (void)end;
    if (table->failed || table->document.stopped)
        return;
    if (table->has_columns)
        take_row(table);
    else
        table->has_columns = true;
    forget_row(table);
}

/* Blanks are part of a value; a stylesheet folds them. */
static int is_space(unsigned char character)
{
    (void)character;
    return 0;
}

static size_t line_length(const Table *table, size_t at)
{
    const char *end = memchr(table->input->bytes + at, '\n', table->input->length - at);

    return end == NULL ? table->input->length - at : (size_t)(end - table->input->bytes) - at + 1;
}

/* The comments before the first row; *at moves behind them. */
static bool read_comments(Table *table, size_t *at)
{
    const char *mark = table->document.settings->comments;

    while (mark != NULL && table->input->length - *at >= strlen(mark) &&
           memcmp(table->input->bytes + *at, mark, strlen(mark)) == 0) {
        size_t length = line_length(table, *at), end = length;

        while (end > 0 && (table->input->bytes[*at + end - 1] == '\n' || table->input->bytes[*at + end - 1] == '\r'))
            end--;
        text_append_format(&table->document.xml, "<comment line=\"%ld\">", table->current);
        if (!xml_append_escaped(&table->document.xml, table->input->bytes + *at + strlen(mark), end - strlen(mark))) {
            fail(table, ERROR_INPUT, table->current, "a control character that no text may hold");
            return false;
        }
        text_append(&table->document.xml, "</comment>");
        *at += length;
        table->current++;
    }
    document_end_head(&table->document);
    return true;
}

static void start_parser(struct csv_parser *parser, char separator)
{
    if (csv_init(parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
        abort();
    csv_set_delim(parser, (unsigned char)separator);
    csv_set_space_func(parser, is_space);
}

/* Whether nothing can be left open at the end, whichever quote of the row is the wrong one: they are even in number, and no
 * other row is in these lines (libcsv ends one at a bare carriage return too). */
static bool ends_with_line(const char *bytes, size_t length)
{
    size_t quotes = 0;

    for (size_t i = 0; i < length; i++) {
        quotes += bytes[i] == '"';
        if (bytes[i] == '\r' && i + 1 < length && bytes[i + 1] != '\n')
            return false;
    }
    return quotes % 2 == 0;
}

/* A quote that may not be there, in the line that ends before end. Where the next line begins a row all the same, only this
 * row is refused. */
static void refuse_quote(Table *table, struct csv_parser *parser, size_t end)
{
    static const char reason[] = "a quote stands where none may; one within a quoted value is written twice";
    char separator = (char)csv_get_delim(parser);

    if (!table->has_columns || !ends_with_line(table->input->bytes + table->row_at, end - table->row_at)) {
        leave_rest(table, ERROR_INPUT, table->current, reason);
        return;
    }
    table->has_rows = true;
    table->document.batches->refused(table->document.batches->context, table->current, reason);
    forget_row(table);
    csv_free(parser);
    start_parser(parser, separator);
}

static void read_rows(Table *table, struct csv_parser *parser, size_t at)
{
    while (at < table->input->length && !table->failed && !table->document.stopped) {
        size_t length = line_length(table, at);

        /* No row begins on an empty line. */
        if (table->line == 0 && table->input->bytes[at] != '\n' && table->input->bytes[at] != '\r') {
            table->line = table->current;
            table->row_at = at;
        }
        if (csv_parse(parser, table->input->bytes + at, length, on_value, on_row, table) != length && !table->failed)
            refuse_quote(table, parser, at + length);
        if (!table->failed && table->line > 0 && table->current - table->line > ROW_LINES_MAX)
            leave_rest(table, ERROR_LIMIT, table->line, "the row that begins here does not end; is a quote missing?");
        at += length;
        table->current++;
    }
    if (!table->failed && !table->document.stopped && csv_fini(parser, on_value, on_row, table) != 0 && !table->failed)
        leave_rest(table, ERROR_INPUT, table->line, "a quoted value in the row that begins here is not closed");
}

/* Hands on the last records, also those before a fault; a table without any says so. */
static void finish(Table *table)
{
    const ReadBatches *batches = table->document.batches;

    if (table->document.records > 0 && !(table->failed && table->document.settings->whole))
        document_finish(&table->document);
    if (!table->failed && !table->has_rows && !table->document.stopped && batches->remark != NULL)
        batches->remark(batches->context, 0, "no records: the file has only its header");
}

static bool read_table(const ReadInput *input, const ReadSettings *settings, const ReadBatches *batches, char separator,
                       Error *error)
{
    Table table = {.input = input, .current = 1, .error = error};
    struct csv_parser parser;
    size_t at = input->length >= 3 && memcmp(input->bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;

    if (!input_check_text(input, error) || !document_start(&table.document, input, settings, batches, error))
        return false;
    start_parser(&parser, separator);
    if (read_comments(&table, &at))
        read_rows(&table, &parser, at);
    csv_free(&parser);
    if (!table.failed && !table.has_columns)
        fail(&table, ERROR_INPUT, table.current, "there is no row that names the columns");
    finish(&table);
    document_free(&table.document);
    string_list_free(&table.columns);
    text_free(&table.row);
    free(table.fault);
    return !table.failed;
}

#else

static bool read_table(const ReadInput *input, const ReadSettings *settings, const ReadBatches *batches, char separator,
                       Error *error)
{
    (void)settings;
    (void)batches;
    (void)separator;
    error_set_at(error, ERROR_UNSUPPORTED, input->file, 0,
                 "this build of gairo reads no CSV and no TSV; it was made without libcsv");
    return false;
}

#endif

bool csv_read(const ReadInput *input, const ReadSettings *settings, const ReadBatches *batches, Error *error)
{
    return read_table(input, settings, batches, ',', error);
}

bool tsv_read(const ReadInput *input, const ReadSettings *settings, const ReadBatches *batches, Error *error)
{
    return read_table(input, settings, batches, '\t', error);
}
