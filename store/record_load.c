/* A record as it is stored, made a record again: to compare it with a newer one, or to know its digest. */
#include "store/joining.h"
#include "store/database.h"

#include "core/memory.h"

static Citation read_citation(Statement *row, int column)
{
    return (Citation){.reference = statement_copy(row, column),
                      .locator = statement_copy(row, column + 1),
                      .basis = statement_copy(row, column + 2)};
}

static bool load_head(Store *store, const char *source, const char *id, Record **record, long long *number,
                      Error *error)
{
    Statement statement;
    /* The plus keeps SQLite from reading over all of the source's records. */
    if (statement_open(store, "SELECT number, kind, title, summary, body FROM record WHERE +source = ?2"
                       " AND (given = ?1 OR (given IS NULL AND id = ?1))",
                       &statement, error)) {
        statement_bind(&statement, 1, id);
        statement_bind(&statement, 2, source);
        if (statement_step(&statement)) {
            *record = record_new();
            *number = statement_number(&statement, 0);
            (*record)->id = string_copy(id);
            (*record)->kind = store_kind(statement_text(&statement, 1));
            (*record)->title = statement_copy(&statement, 2);
            (*record)->summary = statement_copy(&statement, 3);
            (*record)->body = statement_copy(&statement, 4);
        }
    }
    return statement_close(&statement);
}

static bool load_fields(Store *store, long long number, Record *record, Error *error)
{
    Statement statement;
    if (statement_open(
            store, "SELECT name, value, text, reference, locator, basis FROM field WHERE record = ?1 ORDER BY position",
            &statement, error)) {
        statement_bind_number(&statement, 1, number);
        while (statement_step(&statement))
            *record_add_field(record) = (RecordField){.name = statement_copy_word(&statement, 0),
                                                      .value = statement_copy(&statement, 1),
                                                      .text = statement_copy(&statement, 2),
                                                      .citation = read_citation(&statement, 3)};
    }
    return statement_close(&statement);
}

static bool load_links(Store *store, long long number, Record *record, Error *error)
{
    Statement statement;
    if (statement_open(
            store,
            "SELECT relation, target, text, reference, locator, basis FROM (SELECT * FROM given_link WHERE record = ?1"
            " UNION ALL SELECT record, position, relation, target, text, reference, locator, basis, line FROM link"
            " WHERE record = ?1 AND NOT EXISTS (SELECT 1 FROM given_link WHERE record = ?1)) ORDER BY position",
            &statement, error)) {
        statement_bind_number(&statement, 1, number);
        while (statement_step(&statement))
            *record_add_link(record) = (RecordLink){.relation = statement_copy_word(&statement, 0),
                                                    .to = statement_copy_word(&statement, 1),
                                                    .text = statement_copy(&statement, 2),
                                                    .citation = read_citation(&statement, 3)};
    }
    return statement_close(&statement);
}

static bool load_citations(Store *store, long long number, Record *record, Error *error)
{
    Statement statement;
    if (statement_open(store, "SELECT reference, locator, basis FROM citation WHERE record = ?1 ORDER BY position",
                       &statement, error)) {
        statement_bind_number(&statement, 1, number);
        while (statement_step(&statement))
            *record_add_citation(record) = read_citation(&statement, 0);
    }
    return statement_close(&statement);
}

static bool load_events(Store *store, long long number, Record *record, Error *error)
{
    Statement statement;
    if (statement_open(store, "SELECT date, type, text FROM event WHERE record = ?1 ORDER BY position", &statement,
                       error)) {
        statement_bind_number(&statement, 1, number);
        while (statement_step(&statement))
            *record_add_event(record) = (RecordEvent){.date = statement_copy_word(&statement, 0),
                                                      .type = statement_copy_word(&statement, 1),
                                                      .text = statement_copy(&statement, 2)};
    }
    return statement_close(&statement);
}

static bool load_cells(Store *store, long long number, Record *record, Error *error)
{
    Statement statement;
    if (statement_open(store,
                       "SELECT component, value, licence, guess, text FROM cell WHERE record = ?1 ORDER BY position",
                       &statement, error)) {
        statement_bind_number(&statement, 1, number);
        while (statement_step(&statement))
            *record_add_cell(record) = (RecordCell){.component = statement_copy_word(&statement, 0),
                                                    .value = statement_copy_word(&statement, 1),
                                                    .licence = statement_copy(&statement, 2),
                                                    .guess = statement_copy(&statement, 3),
                                                    .text = statement_copy(&statement, 4)};
    }
    return statement_close(&statement);
}

Record *record_of_source(Store *store, const char *source, const char *id, Error *error)
{
    Record *record = NULL;
    long long number = 0;
    if (!load_head(store, source, id, &record, &number, error))
        return NULL;
    if (record && !(load_fields(store, number, record, error) && load_links(store, number, record, error) &&
                    load_cells(store, number, record, error) && load_citations(store, number, record, error) &&
                    load_events(store, number, record, error))) {
        record_free(record);
        return NULL;
    }
    return record;
}
