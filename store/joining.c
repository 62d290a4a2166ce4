#include "store/joining.h"
#include "store/database.h"

#include "core/memory.h"

#include <stdlib.h>
#include <string.h>

/* The next row of an array that grows by one; zeroed. */
#define NEXT(array, count)                                                                                             \
    ((array) = memory_resize((array), (count) + 1, sizeof *(array)), memset(&(array)[count], 0, sizeof *(array)),      \
     &(array)[(count)++])

bool matches_list(Store *store, Matches *matches, Error *error)
{
    Statement statement;
    *matches = (Matches){0};
    if (statement_open(store, "SELECT given, item FROM match ORDER BY given", &statement, error)) {
        while (statement_step(&statement)) {
            Match *match = NEXT(matches->matches, matches->count);
            match->given = statement_copy_word(&statement, 0);
            match->item = statement_copy(&statement, 1);
        }
    }
    if (statement_close(&statement))
        return true;
    matches_free(matches);
    return false;
}

void matches_free(Matches *matches)
{
    for (size_t i = 0; i < matches->count; i++) {
        free(matches->matches[i].given);
        free(matches->matches[i].item);
    }
    free(matches->matches);
    *matches = (Matches){0};
}

bool source_kinds(Store *store, const char *source, long counts[KIND_COUNT], Error *error)
{
    Statement statement;
    memset(counts, 0, KIND_COUNT * sizeof *counts);
    if (statement_open(store, "SELECT kind, count(*) FROM record WHERE source = ?1 GROUP BY kind", &statement, error)) {
        statement_bind(&statement, 1, source);
        while (statement_step(&statement)) {
            Kind kind = store_kind(statement_text(&statement, 0));
            if (kind != KIND_COUNT)
                counts[kind] = (long)statement_number(&statement, 1);
        }
    }
    return statement_close(&statement);
}

bool joined_list(Store *store, JoinedRows *joined, Error *error)
{
    Statement statement;
    *joined = (JoinedRows){0};
    if (statement_open(store,
                       "SELECT j.source, j.given, j.item, i.title, j.how FROM joined j"
                       " LEFT JOIN item i ON i.id = j.item ORDER BY j.item, j.source, j.given",
                       &statement, error)) {
        while (statement_step(&statement)) {
            JoinedRow *row = NEXT(joined->rows, joined->count);
            row->source = statement_copy_word(&statement, 0);
            row->given = statement_copy_word(&statement, 1);
            row->item = statement_copy_word(&statement, 2);
            row->title = statement_copy(&statement, 3);
            row->how = statement_copy_word(&statement, 4);
        }
    }
    if (statement_close(&statement))
        return true;
    joined_rows_free(joined);
    return false;
}

void joined_rows_free(JoinedRows *joined)
{
    for (size_t i = 0; i < joined->count; i++) {
        free(joined->rows[i].source);
        free(joined->rows[i].given);
        free(joined->rows[i].item);
        free(joined->rows[i].title);
        free(joined->rows[i].how);
    }
    free(joined->rows);
    *joined = (JoinedRows){0};
}

bool joined_put(Store *store, const char *source, const char *given, const char *item, const char *how, Error *error)
{
    return store_run(store, error, "INSERT OR REPLACE INTO joined(source, given, item, how) VALUES (?1, ?2, ?3, ?4)",
                     "ssss", source, given, item, how);
}

bool record_places_list(Store *store, RecordPlaces *places, Error *error)
{
    Statement statement;
    size_t capacity = 0;
    *places = (RecordPlaces){0};
    if (statement_open(store,
                       "SELECT r.source, coalesce(r.given, r.id), r.origin, r.kind FROM record r"
                       " JOIN source s ON s.id = r.source WHERE s.rank <> 0 ORDER BY r.source, r.origin, r.number",
                       &statement, error)) {
        while (statement_step(&statement)) {
            if (places->count == capacity) {
                capacity = capacity ? 2 * capacity : 256;
                places->rows = memory_resize(places->rows, capacity, sizeof *places->rows);
            }
            places->rows[places->count++] = (RecordPlace){.source = statement_copy_word(&statement, 0),
                                                          .id = statement_copy_word(&statement, 1),
                                                          .origin = statement_copy_word(&statement, 2),
                                                          .kind = store_kind(statement_text(&statement, 3))};
        }
    }
    if (statement_close(&statement))
        return true;
    record_places_free(places);
    return false;
}

void record_places_free(RecordPlaces *places)
{
    for (size_t i = 0; i < places->count; i++) {
        free(places->rows[i].source);
        free(places->rows[i].id);
        free(places->rows[i].origin);
    }
    free(places->rows);
    *places = (RecordPlaces){0};
}

bool source_files_tidy(Store *store, Error *error)
{
    return store_run(store, error,
                     "DELETE FROM source_file WHERE NOT EXISTS (SELECT 1 FROM record r WHERE"
                     " r.source = source_file.source AND r.origin = source_file.origin)",
                     "");
}

bool source_files_list(Store *store, const char *source, SourceFiles *files, Error *error)
{
    Statement statement;
    *files = (SourceFiles){0};
    if (statement_open(store,
                       "SELECT source, origin, name, format, digest, imported, bytes, date FROM source_file"
                       " WHERE source = ?1 ORDER BY name, origin",
                       &statement, error)) {
        statement_bind(&statement, 1, source);
        while (statement_step(&statement)) {
            SourceFile *file = NEXT(files->files, files->count);
            file->source = statement_copy_word(&statement, 0);
            file->origin = statement_copy_word(&statement, 1);
            file->name = statement_copy_word(&statement, 2);
            file->format = statement_copy_word(&statement, 3);
            file->digest = statement_copy_word(&statement, 4);
            file->imported = statement_copy_word(&statement, 5);
            file->bytes = (long)statement_number(&statement, 6);
            file->date = statement_copy(&statement, 7);
        }
    }
    if (statement_close(&statement))
        return true;
    source_files_free(files);
    return false;
}

void source_files_free(SourceFiles *files)
{
    for (size_t i = 0; i < files->count; i++) {
        SourceFile *file = &files->files[i];
        free(file->source);
        free(file->origin);
        free(file->name);
        free(file->format);
        free(file->digest);
        free(file->imported);
        free(file->date);
    }
    free(files->files);
    *files = (SourceFiles){0};
}

bool source_file_format(Store *store, const char *origin, char **format, Error *error)
{
    Statement statement;
    *format = NULL;
    if (statement_open(store, "SELECT format FROM source_file WHERE origin = ?1 ORDER BY source LIMIT 1", &statement,
                       error)) {
        statement_bind(&statement, 1, origin);
        if (statement_step(&statement))
            *format = statement_copy_word(&statement, 0);
    }
    return statement_close(&statement);
}

bool source_title_of_first(Store *store, const char *source, const char *origin, char **title, Error *error)
{
    Statement statement;
    *title = NULL;
    if (statement_open(store,
                       "SELECT title FROM source WHERE id = ?1 AND EXISTS (SELECT 1 FROM source_file f"
                       " WHERE f.source = ?1 AND f.origin < ?2)",
                       &statement, error)) {
        statement_bind(&statement, 1, source);
        statement_bind(&statement, 2, origin);
        if (statement_step(&statement))
            *title = statement_copy(&statement, 0);
    }
    return statement_close(&statement);
}

bool source_file_put(Store *store, const SourceFile *file, Error *error)
{
    return store_run(store, error,
                     "INSERT INTO source_file(source, origin, name, format, digest, bytes, date, imported)"
                     " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))"
                     " ON CONFLICT(source, origin) DO UPDATE SET name = excluded.name, format = excluded.format,"
                     " digest = excluded.digest, bytes = excluded.bytes, date = excluded.date, imported = excluded.imported",
                     "sssssns", file->source, file->origin, file->name, file->format, file->digest,
                     (long long)file->bytes, file->date) &&
           store_run(store, error,
                     "UPDATE source SET date = coalesce((SELECT max(f.date) FROM source_file f WHERE f.source = ?1), date)"
                     " WHERE id = ?1",
                     "s", file->source);
}

bool crosswalk_risks(Store *store, const char *entry, CrosswalkRows *rows, Error *error)
{
    Statement statement;
    *rows = (CrosswalkRows){0};
    if (statement_open(store,
                       "SELECT l.item, l.relation, l.text, min(instr('same-as broader narrower related', l.relation))"
                       " FROM link l JOIN record r ON r.number = l.record JOIN source s ON s.id = r.source"
                       " WHERE l.target = ?1 AND r.kind = 'risk' AND s.rank = 0"
                       " AND l.relation IN ('same-as', 'broader', 'narrower', 'related') GROUP BY l.item ORDER BY 1",
                       &statement, error)) {
        statement_bind(&statement, 1, entry);
        while (statement_step(&statement)) {
            CrosswalkRow *row = NEXT(rows->rows, rows->count);
            row->risk = statement_copy_word(&statement, 0);
            row->relation = statement_copy_word(&statement, 1);
            row->why = statement_copy(&statement, 2);
        }
    }
    if (statement_close(&statement))
        return true;
    crosswalk_rows_free(rows);
    return false;
}

bool source_of_record(Store *store, const char *id, const char *but, char **owner, Error *error)
{
    Statement statement;

    *owner = NULL;
    if (statement_open(store,
                       "SELECT s.id FROM record r JOIN source s ON s.id = r.source"
                       " WHERE (r.given = ?1 OR (r.given IS NULL AND r.id = ?1)) AND s.id <> ?2"
                       " ORDER BY s.rank, s.id LIMIT 1",
                       &statement, error)) {
        statement_bind(&statement, 1, id);
        statement_bind(&statement, 2, but);
        if (statement_step(&statement))
            *owner = statement_copy_word(&statement, 0);
    }
    return statement_close(&statement);
}

char *title_of_records(Store *store, const char *id, Error *error)
{
    Statement statement;
    char *title = NULL;

    if (statement_open(store,
                       "SELECT r.title FROM record r JOIN source s ON s.id = r.source WHERE r.id = ?1"
                       " ORDER BY s.rank, s.id LIMIT 1",
                       &statement, error)) {
        statement_bind(&statement, 1, id);
        if (statement_step(&statement))
            title = statement_copy(&statement, 0);
    }
    if (statement_close(&statement))
        return title;
    free(title);
    return NULL;
}

void crosswalk_rows_free(CrosswalkRows *rows)
{
    for (size_t i = 0; i < rows->count; i++) {
        free(rows->rows[i].risk);
        free(rows->rows[i].relation);
        free(rows->rows[i].why);
    }
    free(rows->rows);
    *rows = (CrosswalkRows){0};
}
