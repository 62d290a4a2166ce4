/* What SQLite's own checks do not see: SQLite calls many files with flipped bytes intact, so records carry digests. */
#include "store/lint.h"

#include "core/memory.h"
#include "core/record.h"

#include <stdlib.h>
#include <string.h>

static bool check_pages(Lint *lint, Error *error)
{
    Statement statement;
    if (statement_open(lint->store, "PRAGMA integrity_check", &statement, error)) {
        while (statement_step(&statement)) {
            if (strcmp(statement_word(&statement, 0), "ok") != 0)
                lint_add(lint, NULL, 0, NULL, statement_text(&statement, 0));
        }
    }
    return statement_close(&statement);
}

static bool check_references(Lint *lint, Error *error)
{
    Statement statement;
    if (statement_open(lint->store, "PRAGMA foreign_key_check", &statement, error)) {
        while (statement_step(&statement)) {
            char *message = string_format("a row of the table %s belongs to a row of %s that is not there",
                                          statement_word(&statement, 0), statement_word(&statement, 2));
            lint_add(lint, NULL, 0, NULL, message);
            free(message);
        }
    }
    return statement_close(&statement);
}

/* Items and the search index are made from the records and must speak of the same things. */
static bool check_agreement(Lint *lint, Error *error)
{
    Statement statement;
    if (statement_open(
            lint->store,
            "SELECT id, 'is asserted by a source but is no item' FROM record"
            " WHERE id NOT IN (SELECT id FROM item)"
            " UNION SELECT id, 'is an item that no source asserts' FROM item WHERE id NOT IN (SELECT id FROM record)"
            " UNION SELECT id, 'is not in the search index' FROM item WHERE number NOT IN"
            " (SELECT rowid FROM search)",
            &statement, error)) {
        while (statement_step(&statement))
            lint_add(lint, NULL, 0, statement_word(&statement, 0), statement_word(&statement, 1));
    }
    return statement_close(&statement);
}

bool lint_integrity(Lint *lint, Error *error)
{
    return check_pages(lint, error) && check_references(lint, error) && check_agreement(lint, error);
}

/* The tables of a record's parts, read side by side in the records' order. */
enum { CITATIONS, FIELDS, LINKS, CELLS, EVENTS, PART_COUNT };

typedef struct Parts {
    Statement statements[PART_COUNT];
    bool has_row[PART_COUNT]; /* one is read that belongs to a record to come */
} Parts;

static const char *const part_sql[PART_COUNT] = {
    [CITATIONS] = "SELECT record, reference, locator, basis FROM citation ORDER BY record, position",
    [FIELDS] = "SELECT record, reference, locator, basis, name, value, text FROM field ORDER BY record, position",
    [LINKS] = "SELECT record, reference, locator, basis, relation, target, text FROM"
              " (SELECT * FROM given_link UNION ALL SELECT record, position, relation, target, text, reference, locator,"
              " basis, line FROM link WHERE record NOT IN (SELECT record FROM given_link)) ORDER BY record, position",
    [CELLS] = "SELECT record, component, value, licence, guess, text FROM cell ORDER BY record, position",
    [EVENTS] = "SELECT record, date, type, text FROM event ORDER BY record, position",
};

static Citation read_citation(Statement *row)
{
    return (Citation){
        .reference = statement_copy(row, 1), .locator = statement_copy(row, 2), .basis = statement_copy(row, 3)};
}

static void add_part(int part, Statement *row, Record *record)
{
    switch (part) {
    case CITATIONS:
        *record_add_citation(record) = read_citation(row);
        break;
    case FIELDS:
        *record_add_field(record) = (RecordField){.name = statement_copy_word(row, 4),
                                                  .value = statement_copy(row, 5),
                                                  .text = statement_copy(row, 6),
                                                  .citation = read_citation(row)};
        break;
    case LINKS:
        *record_add_link(record) = (RecordLink){.relation = statement_copy_word(row, 4),
                                                .to = statement_copy_word(row, 5),
                                                .text = statement_copy(row, 6),
                                                .citation = read_citation(row)};
        break;
    case CELLS:
        *record_add_cell(record) = (RecordCell){.component = statement_copy_word(row, 1),
                                                .value = statement_copy_word(row, 2),
                                                .licence = statement_copy(row, 3),
                                                .guess = statement_copy(row, 4),
                                                .text = statement_copy(row, 5)};
        break;
    default:
        *record_add_event(record) = (RecordEvent){
            .date = statement_copy_word(row, 1), .type = statement_copy_word(row, 2), .text = statement_copy(row, 3)};
    }
}

/* Takes the rows of record number; rows of records that are not there are passed over. */
static void take_parts(Parts *parts, long long number, Record *record)
{
    for (int part = 0; part < PART_COUNT; part++) {
        Statement *row = &parts->statements[part];
        while (parts->has_row[part] && statement_number(row, 0) <= number) {
            if (statement_number(row, 0) == number)
                add_part(part, row, record);
            parts->has_row[part] = statement_step(row);
        }
    }
}

static void check_record(Parts *parts, Statement *row, Lint *lint)
{
    Record *record = record_new();
    char digest[DIGEST_SIZE];
    record->id = statement_copy(row, 1);
    record->kind = store_kind(statement_text(row, 2));
    record->title = statement_copy(row, 3);
    record->summary = statement_copy(row, 4);
    record->body = statement_copy(row, 5);
    take_parts(parts, statement_number(row, 0), record);
    bool same = false;
    if (record->kind != KIND_COUNT && record->id && record->title) {
        record_digest(record, digest);
        same = string_compare(digest, statement_text(row, 6)) == 0;
    }
    if (!same)
        lint_add(lint, statement_text(row, 7), (long)statement_number(row, 8), record->id,
                 "is not what was imported: the database was damaged or changed by another program; import it again");
    record_free(record);
}

bool lint_record_digest(Lint *lint, Error *error)
{
    Parts parts = {0};
    Statement records;
    bool opened = statement_open(lint->store,
                                 "SELECT number, coalesce(given, id), kind, title, summary, body, digest, file, line FROM record"
                                 " ORDER BY number",
                                 &records, error);
    for (int part = 0; part < PART_COUNT; part++) {
        opened = statement_open(lint->store, part_sql[part], &parts.statements[part], error) && opened;
        parts.has_row[part] = statement_step(&parts.statements[part]);
    }
    bool goes_on = true;
    while (opened && (goes_on = store_goes_on(lint->store, error)) && statement_step(&records))
        check_record(&parts, &records, lint);
    bool done = statement_close(&records) && goes_on;
    for (int part = 0; part < PART_COUNT; part++)
        done = statement_close(&parts.statements[part]) && done;
    return done;
}
