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
    const char *item; /* the id that it is stored under */
    bool foreign;     /* record->id is what the source calls it */
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
                         "nnssssn", writing->number, (long long)i, writing->item, citation->reference, citation->locator,
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
                         "nnsssssssn", writing->number, (long long)i, writing->item, field->name, field->value,
                         field->text, field->citation.reference, field->citation.locator, field->citation.basis,
                         (long long)field->line);
    }
    return done;
}

#define LINK_COLUMNS "relation, target, text, reference, locator, basis, line"

bool store_links_put(Store *store, long long number, const Record *record, Error *error)
{
    bool done = true;
    for (size_t i = 0; done && i < record->link_count; i++) {
        const RecordLink *link = &record->links[i];
        done = store_run(store, error,
                         "INSERT INTO link(record, position, item, " LINK_COLUMNS
                         ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
                         "nnsssssssn", number, (long long)i, record->id, link->relation, link->to, link->text,
                         link->citation.reference, link->citation.locator, link->citation.basis, (long long)link->line);
    }
    return done;
}

/* Those of a foreign format are kept as given until it is known where they lead. */
static bool write_links(const Writing *writing)
{
    const Record *record = writing->record;
    bool done = true;
    if (!writing->foreign)
        return store_links_put(writing->store, writing->number, record, writing->error);
    for (size_t i = 0; done && i < record->link_count; i++) {
        const RecordLink *link = &record->links[i];
        done = store_run(writing->store, writing->error,
                         "INSERT INTO given_link(record, position, " LINK_COLUMNS
                         ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                         "nnssssssn", writing->number, (long long)i, link->relation, link->to, link->text,
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
                         "nnssssssn", writing->number, (long long)i, writing->item, cell->component, cell->value,
                         cell->licence, cell->guess, cell->text, (long long)cell->line);
    }
    for (size_t i = 0; done && i < record->event_count; i++) {
        const RecordEvent *event = &record->events[i];
        done = store_run(writing->store, writing->error,
                         "INSERT INTO event(record, position, item, date, type, text, line)"
                         " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                         "nnssssn", writing->number, (long long)i, writing->item, event->date, event->type, event->text,
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
           store_run(store, error, "DELETE FROM given_link WHERE record = ?1", "n", writing->number) &&
           store_run(store, error, "DELETE FROM cell WHERE record = ?1", "n", writing->number) &&
           store_run(store, error, "DELETE FROM event WHERE record = ?1", "n", writing->number);
}

static bool add(Writing *writing)
{
    const Record *record = writing->record;
    bool done =
        store_run(writing->store, writing->error,
                  "INSERT INTO record(source, id, kind, digest, lines, title, summary, body, file, line, origin, given)"
                  " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
                  "ssssnssssnss", writing->source, writing->item, kind_definition(record->kind)->name, writing->digest,
                  writing->lines, record->title, record->summary, record->body, record->file, (long long)record->line,
                  writing->origin, writing->foreign ? record->id : NULL);
    writing->number = sqlite3_last_insert_rowid(writing->store->database);
    return done && write_parts(writing) && touch_item(writing->store, writing->item, writing->error);
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
           remove_parts(writing) && write_parts(writing) && touch_item(writing->store, writing->item, writing->error);
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

/* What is there of the record. */
typedef struct Before {
    char *item, *origin; /* NULL where it is new */
    bool same, lines_moved, has_given_links;
} Before;

static void before_free(Before *before)
{
    free(before->item);
    free(before->origin);
}

#define BEFORE "SELECT number, digest, lines, id, origin, EXISTS (SELECT 1 FROM given_link WHERE record = number) FROM record"

static bool look_before(Writing *writing, Before *before)
{
    Statement statement;
    bool opened = writing->foreign
                      ? statement_open(writing->store, BEFORE " WHERE given = ?1 AND source = ?2", &statement, writing->error)
                      : statement_open(writing->store, BEFORE " WHERE id = ?1 AND source = ?2", &statement, writing->error);
    if (opened) {
        statement_bind(&statement, 1, writing->record->id);
        statement_bind(&statement, 2, writing->source);
        if (statement_step(&statement)) {
            writing->number = statement_number(&statement, 0);
            before->same = strcmp(statement_word(&statement, 1), writing->digest) == 0;
            before->lines_moved = statement_number(&statement, 2) != writing->lines;
            before->item = statement_copy_word(&statement, 3);
            before->origin = statement_copy_word(&statement, 4);
            before->has_given_links = statement_number(&statement, 5) != 0;
        }
    }
    return statement_close(&statement);
}

/* Another record of the source may have the id, joined with it: then a passing one will do until it is settled. */
static bool find_free_id(Writing *writing, char **passing)
{
    long long taken = 0;
    writing->item = writing->record->id;
    if (!writing->foreign)
        return true;
    if (!store_number(writing->store, writing->error, &taken,
                      "SELECT EXISTS (SELECT 1 FROM record WHERE id = ?1 AND source = ?2)", "ss", writing->item,
                      writing->source))
        return false;
    if (taken)
        writing->item = *passing = string_format("~%s", writing->record->id);
    return true;
}

static bool put(Writing *writing, const Before *before, RecordChange *change)
{
    bool same = before->same;
    if (change)
        *change = writing->number == 0 ? RECORD_ADDED : same ? RECORD_UNCHANGED : RECORD_CHANGED;
    if (writing->number == 0) {
        char *passing = NULL;
        bool done = find_free_id(writing, &passing) && add(writing);
        free(passing);
        return done;
    }
    writing->item = before->item;
    /* Of an author's record, links that were kept for want of their targets are links again. */
    return same ? renew_place(writing, before->lines_moved || (!writing->foreign && before->has_given_links))
                : change_all(writing);
}

static bool prepare(Writing *writing, Before *before)
{
    if (!in_transaction(writing->store, writing->error) || !touch_source(writing->store, writing->source, writing->error) ||
        !check_kind(writing))
        return false;
    record_digest(writing->record, writing->digest);
    return look_before(writing, before);
}

static Writing writing_of(Store *store, const char *source, const char *origin, const Record *record, Error *error)
{
    return (Writing){.store = store,
                     .record = record,
                     .source = source,
                     .origin = origin ? origin : "",
                     .lines = hash_lines(record),
                     .error = error};
}

bool store_record_put(Store *store, const char *source, const char *origin, const Record *record, RecordChange *change,
                      Error *error)
{
    Writing writing = writing_of(store, source, origin, record, error);
    Before before = {0};
    bool done = prepare(&writing, &before) && put(&writing, &before, change);
    before_free(&before);
    return done;
}

/* Whether the file that has the record lies in the same folder and comes first. */
static bool comes_first(const char *origin, const char *other)
{
    const char *end = strrchr(origin, '/'), *other_end = strrchr(other, '/');
    return end && other_end && end - origin == other_end - other &&
           strncmp(origin, other, (size_t)(end - origin)) == 0 && strcmp(origin, other) < 0;
}

static bool note_said_too(Store *store, const char *source, const char *given, const char *origin, Error *error)
{
    return store_run(store, error, "INSERT OR IGNORE INTO said_too(source, given, origin) VALUES (?1, ?2, ?3)", "sss",
                     source, given, origin);
}

bool store_given_also(Store *store, const char *source, const char *origin, const char *given, Error *error)
{
    char *first = NULL;
    Statement statement;
    if (statement_open(store, "SELECT origin FROM record WHERE given = ?1 AND source = ?2", &statement, error)) {
        statement_bind(&statement, 1, given);
        statement_bind(&statement, 2, source);
        if (statement_step(&statement))
            first = statement_copy(&statement, 0);
    }
    bool done = statement_close(&statement) &&
                (!first || !comes_first(first, origin) || note_said_too(store, source, given, origin, error));
    free(first);
    return done;
}

bool store_given_put(Store *store, const char *source, const char *origin, const Record *record, bool first_counts,
                     RecordChange *change, Error *error)
{
    Writing writing = writing_of(store, source, origin, record, error);
    Before before = {0};
    writing.foreign = true;
    bool done = prepare(&writing, &before);
    if (done && writing.number && (before.same || first_counts) && comes_first(before.origin, writing.origin)) {
        *change = RECORD_UNCHANGED;
        done = note_said_too(store, source, record->id, writing.origin, error);
    } else {
        if (done && writing.number && strcmp(before.origin, writing.origin) != 0 &&
            comes_first(writing.origin, before.origin))
            done = note_said_too(store, source, record->id, before.origin, error);
        done = done && put(&writing, &before, change);
    }
    before_free(&before);
    return done;
}

bool store_given_forget(Store *store, const char *source, const char *origin, Error *error)
{
    return store_run(store, error, "DELETE FROM said_too WHERE source = ?1 AND origin = ?2", "ss", source, origin);
}

bool store_given_hand_over(Store *store, const char *source, const char *given, bool *handed, Error *error)
{
    long long others = 0;
    bool done = store_number(store, error, &others,
                             "SELECT count(*) FROM said_too WHERE source = ?1 AND given = ?2", "ss", source, given) &&
                (others == 0 || (store_run(store, error,
                                           "UPDATE record SET origin = (SELECT min(origin) FROM said_too WHERE source = ?1"
                                           " AND given = ?2) WHERE source = ?1 AND given = ?2",
                                           "ss", source, given) &&
                                 store_run(store, error,
                                           "DELETE FROM said_too WHERE source = ?1 AND given = ?2 AND origin ="
                                           " (SELECT origin FROM record WHERE source = ?1 AND given = ?2)",
                                           "ss", source, given)));
    *handed = others > 0;
    return done;
}

/* The plus keeps SQLite from reading over all of the source's records. */
#define CALLED "+source = ?2 AND (given = ?1 OR (given IS NULL AND id = ?1))"

bool store_record_remove(Store *store, const char *source, const char *id, Error *error)
{
    return in_transaction(store, error) && touch_source(store, source, error) && touch_item(store, id, error) &&
           store_run(store, error, "INSERT OR IGNORE INTO touched(item) SELECT id FROM record WHERE " CALLED, "ss", id,
                     source) &&
           store_run(store, error, "DELETE FROM said_too WHERE given = ?1 AND source = ?2", "ss", id, source) &&
           store_run(store, error, "DELETE FROM record WHERE " CALLED, "ss", id, source);
}

bool store_records_of_origin(Store *store, const char *source, const char *origin, StringList *ids, Error *error)
{
    /* What lies in the folder sorts from "origin/" to before "origin0": "0" comes after "/". */
    char *first = string_format("%s/", origin), *after = string_format("%s0", origin);
    Statement statement;
    if (statement_open(store,
                       "SELECT coalesce(given, id) FROM record WHERE source = ?1 AND (origin = ?2 OR (origin >= ?3 AND origin < ?4))"
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

bool store_record_given(Store *store, const char *source, const char *item, char **given, Error *error)
{
    Statement statement;
    *given = NULL;
    if (statement_open(store, "SELECT coalesce(given, id) FROM record WHERE id = ?1 AND source = ?2", &statement, error)) {
        statement_bind(&statement, 1, item);
        statement_bind(&statement, 2, source);
        if (statement_step(&statement))
            *given = statement_copy(&statement, 0);
    }
    return statement_close(&statement);
}

bool store_given_kind(Store *store, const char *id, Kind *kind, bool *found, Error *error)
{
    Statement statement;
    *found = false;
    if (statement_open(store,
                       "SELECT kind FROM record WHERE id = ?1 UNION ALL SELECT kind FROM record WHERE given = ?1 LIMIT 1",
                       &statement, error)) {
        statement_bind(&statement, 1, id);
        if (statement_step(&statement)) {
            *kind = store_kind(statement_text(&statement, 0));
            *found = *kind != KIND_COUNT;
        }
    }
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
