#include "store/records.h"
#include "store/database.h"

#include "core/memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static bool in_transaction(Store *store, Error *error)
{
    if (!sqlite3_get_autocommit(store->database))
        return true;
    error_set_at(error, ERROR_STORE, store->path, 0, "records can only be written in a transaction");
    return false;
}

static bool touch_source(Store *store, const char *source, Error *error)
{
    return store_run(store, error, "INSERT OR IGNORE INTO touched_source(source) VALUES (?1)", "s", source);
}

bool store_source_touch(Store *store, const char *source, Error *error)
{
    return in_transaction(store, error) && touch_source(store, source, error);
}

static bool touch_item(Store *store, const char *id, Error *error)
{
    return store_run(store, error, "INSERT OR IGNORE INTO touched(item) VALUES (?1)", "s", id);
}

bool store_source_put(Store *store, const SourceDescription *source, Error *error)
{
    long long rank = source->rank;
    return in_transaction(store, error) && touch_source(store, source->id, error) &&
           store_number(store, error, &rank, "SELECT rank FROM source WHERE id = ?1", "s", source->id) &&
           /* Another rank changes which title is shown. */
           (rank == source->rank || store_run(store, error,
                                              "INSERT OR IGNORE INTO touched(item)"
                                              " SELECT id FROM record WHERE source = ?1",
                                              "s", source->id)) &&
           store_run(store, error,
                     "INSERT INTO source(id, title, version, date, licence, url, cite, rank, imported)"
                     " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))"
                     " ON CONFLICT(id) DO UPDATE SET title = excluded.title, version = excluded.version,"
                     " date = excluded.date, licence = excluded.licence, url = excluded.url, cite = excluded.cite,"
                     " rank = excluded.rank, imported = excluded.imported",
                     "sssssssn", source->id, source->title, source->version, source->date, source->licence, source->url,
                     source->cite, (long long)source->rank);
}

/* One record on its way in. */
typedef struct Writing {
    Store *store;
    const Record *record;
    const char *source;
    const char *origin;
    char digest[DIGEST_SIZE];
    long long lines;  /* a hash of the lines of its parts: they may move while the digest stays */
    long long number; /* the row; 0 while there is none */
    Error *error;
} Writing;

static void hash_line(uint64_t *hash, long line)
{
    /* FNV-1a, a number at a time. */
    *hash = (*hash ^ (uint64_t)line) * 1099511628211u;
}

static long long hash_lines(const Record *record)
{
    uint64_t hash = 14695981039346656037u;
    for (size_t i = 0; i < record->citation_count; i++)
        hash_line(&hash, record->citations[i].line);
    for (size_t i = 0; i < record->field_count; i++)
        hash_line(&hash, record->fields[i].line);
    for (size_t i = 0; i < record->link_count; i++)
        hash_line(&hash, record->links[i].line);
    for (size_t i = 0; i < record->cell_count; i++)
        hash_line(&hash, record->cells[i].line);
    for (size_t i = 0; i < record->event_count; i++)
        hash_line(&hash, record->events[i].line);
    return (long long)(hash >> 1);
}

static bool write_citations(const Writing *writing)
{
    const Record *record = writing->record;
    bool done = true;
    for (size_t i = 0; done && i < record->citation_count; i++) {
        const Citation *citation = &record->citations[i];
        done = store_run(writing->store, writing->error,
                         "INSERT INTO citation(record, position, item, reference, locator, basis, line)"
                         " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                         "nnssssn", writing->number, (long long)i, record->id, citation->reference, citation->locator,
                         citation->basis, (long long)citation->line);
    }
    return done;
}

static bool write_fields(const Writing *writing)
{
    const Record *record = writing->record;
    bool done = true;
    for (size_t i = 0; done && i < record->field_count; i++) {
        const RecordField *field = &record->fields[i];
        done = store_run(writing->store, writing->error,
                         "INSERT INTO field(record, position, item, name, value, text, reference, locator, basis, line)"
                         " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
                         "nnsssssssn", writing->number, (long long)i, record->id, field->name, field->value,
                         field->text, field->citation.reference, field->citation.locator, field->citation.basis,
                         (long long)field->line);
    }
    return done;
}

static bool write_links(const Writing *writing)
{
    const Record *record = writing->record;
    bool done = true;
    for (size_t i = 0; done && i < record->link_count; i++) {
        const RecordLink *link = &record->links[i];
        done = store_run(writing->store, writing->error,
                         "INSERT INTO link(record, position, item, relation, target, text, reference, locator, basis,"
                         " line) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
                         "nnsssssssn", writing->number, (long long)i, record->id, link->relation, link->to, link->text,
                         link->citation.reference, link->citation.locator, link->citation.basis, (long long)link->line);
    }
    return done;
}

static bool write_cells_and_events(const Writing *writing)
{
    const Record *record = writing->record;
    bool done = true;
    for (size_t i = 0; done && i < record->cell_count; i++) {
        const RecordCell *cell = &record->cells[i];
        done = store_run(writing->store, writing->error,
                         "INSERT INTO cell(record, position, item, component, value, licence, guess, text, line)"
                         " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                         "nnssssssn", writing->number, (long long)i, record->id, cell->component, cell->value,
                         cell->licence, cell->guess, cell->text, (long long)cell->line);
    }
    for (size_t i = 0; done && i < record->event_count; i++) {
        const RecordEvent *event = &record->events[i];
        done = store_run(writing->store, writing->error,
                         "INSERT INTO event(record, position, item, date, type, text, line)"
                         " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                         "nnssssn", writing->number, (long long)i, record->id, event->date, event->type, event->text,
                         (long long)event->line);
    }
    return done;
}

static bool write_parts(const Writing *writing)
{
    return write_citations(writing) && write_fields(writing) && write_links(writing) && write_cells_and_events(writing);
}

static bool remove_parts(const Writing *writing)
{
    Store *store = writing->store;
    Error *error = writing->error;
    return store_run(store, error, "DELETE FROM citation WHERE record = ?1", "n", writing->number) &&
           store_run(store, error, "DELETE FROM field WHERE record = ?1", "n", writing->number) &&
           store_run(store, error, "DELETE FROM link WHERE record = ?1", "n", writing->number) &&
           store_run(store, error, "DELETE FROM cell WHERE record = ?1", "n", writing->number) &&
           store_run(store, error, "DELETE FROM event WHERE record = ?1", "n", writing->number);
}

static bool add(Writing *writing)
{
    const Record *record = writing->record;
    bool done =
        store_run(writing->store, writing->error,
                  "INSERT INTO record(source, id, kind, digest, lines, title, summary, body, file, line, origin)"
                  " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
                  "ssssnssssns", writing->source, record->id, kind_definition(record->kind)->name, writing->digest,
                  writing->lines, record->title, record->summary, record->body, record->file, (long long)record->line,
                  writing->origin);
    writing->number = sqlite3_last_insert_rowid(writing->store->database);
    return done && write_parts(writing) && touch_item(writing->store, record->id, writing->error);
}

static bool change_all(Writing *writing)
{
    const Record *record = writing->record;
    return store_run(
               writing->store, writing->error,
               "UPDATE record SET kind = ?2, digest = ?3, lines = ?4, title = ?5, summary = ?6, body = ?7, file = ?8,"
               " line = ?9, origin = ?10 WHERE number = ?1",
               "nssnssssns", writing->number, kind_definition(record->kind)->name, writing->digest, writing->lines,
               record->title, record->summary, record->body, record->file, (long long)record->line, writing->origin) &&
           remove_parts(writing) && write_parts(writing) && touch_item(writing->store, record->id, writing->error);
}

/* Nothing that is asserted changed: only where it stands. */
static bool renew_place(Writing *writing, bool lines_moved)
{
    const Record *record = writing->record;
    if (!store_run(writing->store, writing->error,
                   "UPDATE record SET file = ?2, line = ?3, origin = ?4, lines = ?5 WHERE number = ?1"
                   " AND (file IS NOT ?2 OR line IS NOT ?3 OR origin IS NOT ?4 OR lines IS NOT ?5)",
                   "nsnsn", writing->number, record->file, (long long)record->line, writing->origin, writing->lines))
        return false;
    return !lines_moved || (remove_parts(writing) && write_parts(writing));
}

/* An id means one thing: two sources must agree what kind of thing it is. */
static bool check_kind(const Writing *writing)
{
    Statement statement;
    bool agrees = true;
    if (statement_open(writing->store, "SELECT source, kind FROM record WHERE id = ?1 AND source <> ?2 AND kind <> ?3",
                       &statement, writing->error)) {
        statement_bind(&statement, 1, writing->record->id);
        statement_bind(&statement, 2, writing->source);
        statement_bind(&statement, 3, kind_definition(writing->record->kind)->name);
        if (statement_step(&statement)) {
            error_set_at(writing->error, ERROR_INPUT, writing->record->file, writing->record->line,
                         "\"%s\" is of kind %s in the source \"%s\" and cannot be of kind %s here", writing->record->id,
                         statement_text(&statement, 1), statement_text(&statement, 0),
                         kind_definition(writing->record->kind)->name);
            agrees = false;
        }
    }
    return statement_close(&statement) && agrees;
}

bool store_record_put(Store *store, const char *source, const char *origin, const Record *record, RecordChange *change,
                      Error *error)
{
    Writing writing = {.store = store,
                       .record = record,
                       .source = source,
                       .origin = origin ? origin : "",
                       .lines = hash_lines(record),
                       .error = error};
    if (!in_transaction(store, error) || !touch_source(store, source, error) || !check_kind(&writing))
        return false;
    record_digest(record, writing.digest);
    bool same = false, lines_moved = false;
    Statement statement;
    if (statement_open(store, "SELECT number, digest, lines FROM record WHERE id = ?1 AND source = ?2", &statement,
                       error)) {
        statement_bind(&statement, 1, record->id);
        statement_bind(&statement, 2, source);
        if (statement_step(&statement)) {
            writing.number = statement_number(&statement, 0);
            same = strcmp(statement_word(&statement, 1), writing.digest) == 0;
            lines_moved = statement_number(&statement, 2) != writing.lines;
        }
    }
    if (!statement_close(&statement))
        return false;
    if (change)
        *change = writing.number == 0 ? RECORD_ADDED : same ? RECORD_UNCHANGED : RECORD_CHANGED;
    if (writing.number == 0)
        return add(&writing);
    return same ? renew_place(&writing, lines_moved) : change_all(&writing);
}

bool store_record_remove(Store *store, const char *source, const char *id, Error *error)
{
    return in_transaction(store, error) && touch_source(store, source, error) && touch_item(store, id, error) &&
           store_run(store, error, "DELETE FROM record WHERE id = ?1 AND source = ?2", "ss", id, source);
}

bool store_records_of_origin(Store *store, const char *source, const char *origin, StringList *ids, Error *error)
{
    /* What lies in the folder sorts from "origin/" to before "origin0": "0" comes after "/". */
    char *first = string_format("%s/", origin), *after = string_format("%s0", origin);
    Statement statement;
    if (statement_open(store,
                       "SELECT id FROM record WHERE source = ?1 AND (origin = ?2 OR (origin >= ?3 AND origin < ?4))"
                       " ORDER BY number",
                       &statement, error)) {
        statement_bind(&statement, 1, source);
        statement_bind(&statement, 2, origin);
        statement_bind(&statement, 3, first);
        statement_bind(&statement, 4, after);
        while (statement_step(&statement))
            string_list_add(ids, statement_text(&statement, 0));
    }
    free(first);
    free(after);
    return statement_close(&statement);
}

bool store_item_kind(Store *store, const char *id, Kind *kind, bool *found, Error *error)
{
    Statement statement;
    *found = false;
    /* The records, not the items: in the middle of a load these know more. */
    if (statement_open(store, "SELECT kind FROM record WHERE id = ?1 LIMIT 1", &statement, error)) {
        statement_bind(&statement, 1, id);
        if (statement_step(&statement)) {
            *kind = store_kind(statement_text(&statement, 0));
            *found = *kind != KIND_COUNT;
        }
    }
    return statement_close(&statement);
}
