/* From what each source asserts to the items that are shown. */
#include "store/dangling.h"
#include "store/database.h"
#include "store/following.h"
#include "store/records.h"
#include "store/search.h"
#include "store/weight.h"

#include "core/digest.h"
#include "core/memory.h"
#include "core/unicode.h"

#include <stdlib.h>
#include <string.h>

typedef struct Merged {
    const char *id;
    Kind kind;
    long long sequence; /* 0: no source speaks of it any more */
    char *title, *summary, *body;
    char *place; /* the field "order" */
    Text search; /* the body and whatever else is worth finding */
    long long rank;                           /* of its own source: the first; 0 is the shipped data */
    char *own_title, *own_summary, *own_body; /* what its own source says; NULL: nothing */
    Text digest; /* what the digest is made of: what others add to the item does not make its text another */
} Merged;

static void merged_free(Merged *merged)
{
    free(merged->title);
    free(merged->summary);
    free(merged->body);
    free(merged->place);
    free(merged->own_title);
    free(merged->own_summary);
    free(merged->own_body);
    text_free(&merged->search);
    text_free(&merged->digest);
}

static void take_first(char **slot, const char *value)
{
    if (!*slot && value && *value)
        *slot = string_copy(value);
}

static bool merge_records(Store *store, Merged *merged, Error *error)
{
    Statement statement;
    if (statement_open(
            store,
            "SELECT r.number, r.kind, r.title, r.summary, r.body, s.rank FROM record r JOIN source s ON s.id = r.source"
            " WHERE r.id = ?1 ORDER BY s.rank, s.id",
            &statement, error)) {
        statement_bind(&statement, 1, merged->id);
        while (statement_step(&statement)) {
            long long number = statement_number(&statement, 0), rank = statement_number(&statement, 5);
            if (merged->sequence == 0) {
                merged->kind = store_kind(statement_text(&statement, 1));
                merged->rank = rank;
            }
            if (rank == merged->rank) {
                take_first(&merged->own_title, statement_text(&statement, 2));
                take_first(&merged->own_summary, statement_text(&statement, 3));
                take_first(&merged->own_body, statement_text(&statement, 4));
            }
            /* The oldest: what another source adds does not move an item in the data's order. */
            if (merged->sequence == 0 || number < merged->sequence)
                merged->sequence = number;
            take_first(&merged->title, statement_text(&statement, 2));
            take_first(&merged->summary, statement_text(&statement, 3));
            take_first(&merged->body, statement_text(&statement, 4));
        }
    }
    return statement_close(&statement);
}

static void add_line(Text *text, const char *line)
{
    if (!line || !*line)
        return;
    text_append(text, line);
    text_append_character(text, '\n');
}

/* Parts of the digest are kept apart by bytes that no text has. */
static void add_part(Text *text, const char *part)
{
    text_append(text, part ? part : "\x01");
    text_append_character(text, '\0');
}

/* Choices and numbers are looked for by conditions, not by words; what a term leads to is an id, and no words of its own. */
static bool value_is_words(Kind kind, const char *name)
{
    const FieldDefinition *field = field_find(kind, name);
    bool leads = kind == KIND_TERM && strcmp(name, "see") == 0;
    return field && !leads && field->type != FIELD_CHOICE && field->type != FIELD_NUMBER;
}

static bool merge_fields(Store *store, Merged *merged, Error *error)
{
    Statement statement;
    if (statement_open(store,
                       "SELECT f.name, f.value, f.text, s.rank FROM field f JOIN record r ON r.number = f.record"
                       " JOIN source s ON s.id = r.source WHERE f.item = ?1 ORDER BY s.rank, s.id, f.position",
                       &statement, error)) {
        statement_bind(&statement, 1, merged->id);
        while (statement_step(&statement)) {
            const char *name = statement_word(&statement, 0), *value = statement_text(&statement, 1);
            if (strcmp(name, "order") == 0)
                take_first(&merged->place, value);
            if (value_is_words(merged->kind, name))
                add_line(&merged->search, value);
            add_line(&merged->search, statement_text(&statement, 2));
            if (statement_number(&statement, 3) != merged->rank)
                continue;
            add_part(&merged->digest, name);
            add_part(&merged->digest, value);
            add_part(&merged->digest, statement_text(&statement, 2));
        }
    }
    return statement_close(&statement);
}

/* The words of links, cells and events can be searched too. */
static bool merge_notes(Store *store, Merged *merged, Error *error)
{
    Statement statement;
    if (statement_open(
            store,
            "SELECT text FROM link WHERE item = ?1 AND text IS NOT NULL"
            " UNION ALL SELECT text FROM event WHERE item = ?1 AND text IS NOT NULL"
            " UNION ALL SELECT text FROM cell WHERE item = ?1 AND text IS NOT NULL"
            " UNION ALL SELECT * FROM (SELECT DISTINCT licence FROM cell WHERE item = ?1 AND licence IS NOT NULL)",
            &statement, error)) {
        statement_bind(&statement, 1, merged->id);
        while (statement_step(&statement))
            add_line(&merged->search, statement_text(&statement, 0));
    }
    return statement_close(&statement);
}

static bool remove_item(Store *store, const char *id, Error *error)
{
    long long number = 0;
    return store_number(store, error, &number, "SELECT number FROM item WHERE id = ?1", "s", id) &&
           (number == 0 || (store_run(store, error, "DELETE FROM search WHERE rowid = ?1", "n", number) &&
                            store_run(store, error, "DELETE FROM item WHERE number = ?1", "n", number)));
}

/* The marks of a snippet must be the search's own. */
static char *without_marks(const char *text)
{
    char *copy = string_copy(text);
    for (char *c = copy; c && *c; c++) {
        if (*c == SEARCH_MARK_BEGIN || *c == SEARCH_MARK_END)
            *c = ' ';
    }
    return copy;
}

static bool insert_search(Store *store, long long number, const Merged *merged, Error *error)
{
    char *title = without_marks(merged->title), *summary = without_marks(merged->summary);
    char *body = without_marks(merged->search.data);
    bool done =
        store_run(store, error, "INSERT INTO search(rowid, title, summary, body, id) VALUES (?1, ?2, ?3, ?4, ?5)",
                  "nssss", number, title, summary, body, merged->id);
    free(title);
    free(summary);
    free(body);
    return done;
}

static bool insert_item(Store *store, const Merged *merged, Error *error)
{
    char digest[DIGEST_SIZE];
    digest_bytes(merged->digest.data ? merged->digest.data : "", merged->digest.length, digest);
    char *letters = string_format("%s\n%s\n%s", merged->title, merged->summary ? merged->summary : "", merged->id);
    char *folded = text_fold(letters);
    bool last = merged->rank != 0 && kind_is_imported_text(merged->kind);
    long long weight = kind_weight(merged->kind) + (last ? WEIGHT_IMPORTED : 0);
    long long number = (weight << WEIGHT_SHIFT) + merged->sequence;
    bool done = store_run(store, error,
                          "INSERT INTO item(number, id, kind, title, summary, body, digest, folded, place, sequence)"
                          " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, CAST(?9 AS INTEGER), ?10)",
                          "nssssssssn", number, merged->id, kind_definition(merged->kind)->name, merged->title,
                          merged->summary, merged->body, digest, folded, merged->place, merged->sequence) &&
                insert_search(store, number, merged, error);
    free(letters);
    free(folded);
    return done;
}

static bool merge_item(Store *store, const char *id, Error *error)
{
    Merged merged = {.id = id, .kind = KIND_COUNT};
    bool done = merge_records(store, &merged, error);
    if (done && merged.sequence != 0 && merged.kind != KIND_COUNT) {
        take_first(&merged.title, id);
        add_part(&merged.digest, merged.own_title ? merged.own_title : id);
        add_part(&merged.digest, merged.own_summary);
        add_part(&merged.digest, merged.own_body);
        add_line(&merged.search, merged.body);
        done = merge_fields(store, &merged, error) && merge_notes(store, &merged, error) &&
               insert_item(store, &merged, error);
    }
    merged_free(&merged);
    return done;
}

static bool for_each_touched(Store *store, bool (*function)(Store *store, const char *id, Error *error), Error *error)
{
    Statement statement;
    bool done = true;
    if (statement_open(store, "SELECT item FROM touched", &statement, error)) {
        while (done && statement_step(&statement))
            done = function(store, statement_word(&statement, 0), error);
    }
    return statement_close(&statement) && done;
}

/* All go before the first comes back: a record that speaks of another item now takes its number with it. */
static bool merge_touched(Store *store, Error *error)
{
    return for_each_touched(store, remove_item, error) && for_each_touched(store, merge_item, error);
}

/* Where two licences have one spelling, the lower rank's counts. */
static bool renew_spellings(Store *store, Error *error)
{
    long long touched = 0;
    if (!store_number(store, error, &touched,
                      "SELECT count(*) FROM touched WHERE item IN (SELECT id FROM item WHERE kind = 'licence')"
                      " OR item IN (SELECT licence FROM spelling)",
                      ""))
        return false;
    return touched == 0 ||
           (store_run(store, error, "DELETE FROM spelling", "") &&
            store_run(store, error,
                      "INSERT OR IGNORE INTO spelling(spelling, licence)"
                      " SELECT trim(f.value), f.item FROM field f JOIN record r ON r.number = f.record"
                      " JOIN source s ON s.id = r.source"
                      " WHERE f.name = 'spelling' AND f.value IS NOT NULL ORDER BY s.rank, s.id, f.record, f.position",
                      "") &&
            /* Its SPDX identifier is a name for it too, where nothing else is spelt so. */
            store_run(store, error,
                      "INSERT OR IGNORE INTO spelling(spelling, licence)"
                      " SELECT trim(f.value), f.item FROM field f JOIN record r ON r.number = f.record"
                      " JOIN source s ON s.id = r.source"
                      " WHERE f.name = 'spdx' AND f.value IS NOT NULL ORDER BY s.rank, s.id, f.record, f.position",
                      ""));
}

typedef struct Forwarding {
    DanglingFound found;
    void *context;
} Forwarding;

static void forward(void *context, const char *rule, const char *file, long line, const char *id, const char *message)
{
    (void)rule;
    Forwarding *forwarding = context;
    forwarding->found(forwarding->context, file, line, id, message);
}

bool store_records_finish(Store *store, DanglingFound found, void *context, Error *error)
{
    Forwarding forwarding = {found, context};
    return merge_touched(store, error) && following_tidy(store, error) && renew_spellings(store, error) &&
           (!found || dangling_find(store, forward, &forwarding, error)) &&
           store_run(store, error, "DELETE FROM touched", "") &&
           store_run(store, error, "DELETE FROM touched_source", "");
}
