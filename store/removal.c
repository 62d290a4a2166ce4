#include "store/removal.h"

#include "store/database.h"
#include "store/joining.h"
#include "store/records.h"
#include "store/settle.h"

#include "core/memory.h"

#include <stdlib.h>
#include <string.h>

/* The data that gairo comes with has the components, kinds of sources and the paper itself: nothing works without it. */
#define SOURCE_GAIRO "gairo"

#define NOTE_SHIPPED "shipped-source "

bool source_was_shipped(Store *store, const char *source)
{
    char *name = string_format(NOTE_SHIPPED "%s", source), *note = store_note_get(store, name);
    bool shipped = note != NULL;
    free(name);
    free(note);
    return shipped;
}

/* Whoever imports it again has it in its place. */
static bool remember_shipped(Store *store, const char *source, Error *error)
{
    char *name = string_format(NOTE_SHIPPED "%s", source);
    bool done = store_note_put(store, name, "removed", error);
    free(name);
    return done;
}

/* It may be removed; one that gairo comes with is remembered as such. */
static bool find_source(Store *store, const char *source, Error *error)
{
    long long rank = -1;
    if (!store_number(store, error, &rank, "SELECT rank FROM source WHERE id = ?1", "s", source))
        return false;
    if (rank < 0)
        error_set(error, ERROR_NOT_FOUND, "there is no source \"%s\"; gairo sources lists them", source);
    else if (strcmp(source, SOURCE_GAIRO) == 0)
        error_set(error, ERROR_USAGE, "\"%s\" is what gairo comes with, and stays: all that is asked here rests on it", source);
    if (rank < 0 || strcmp(source, SOURCE_GAIRO) == 0)
        return false;
    return rank > 0 || remember_shipped(store, source, error);
}

static bool remove_records(Store *store, const char *source, long *records, Error *error)
{
    StringList ids = {0};
    Statement statement;
    if (statement_open(store, "SELECT coalesce(given, id) FROM record WHERE source = ?1", &statement, error)) {
        statement_bind(&statement, 1, source);
        while (statement_step(&statement))
            string_list_add(&ids, statement_word(&statement, 0));
    }
    bool done = statement_close(&statement);
    for (size_t i = 0; done && i < ids.count; i++)
        done = store_record_remove(store, source, ids.items[i], error);
    *records = (long)ids.count;
    string_list_free(&ids);
    return done;
}

/* A link that leads nowhere, and the line that tells of it. */
typedef struct LeftOut {
    long long record;
    size_t position;
    char *line;
} LeftOut;

/* What one settling tells of. */
typedef struct Settled {
    LeftOut *links; /* by record and position: that is the order in which they are settled */
    size_t count, capacity;
    StringList joins;
} Settled;

static void settled_free(Settled *settled)
{
    for (size_t i = 0; i < settled->count; i++)
        free(settled->links[i].line);
    free(settled->links);
    string_list_free(&settled->joins);
}

static void on_left_out(void *context, const SettledLink *link)
{
    Settled *settled = context;
    if (settled->count == settled->capacity) {
        settled->capacity = settled->capacity ? 2 * settled->capacity : 64;
        settled->links = memory_resize(settled->links, settled->capacity, sizeof *settled->links);
    }
    settled->links[settled->count++] =
        (LeftOut){.record = link->record,
                  .position = link->position,
                  .line = string_format("%s:%ld: %s: the link \"%s\" to %s", link->file ? link->file : "", link->line,
                                        link->item, link->relation, link->target)};
}

static void on_record(void *context, const SettledRecord *record)
{
    Settled *settled = context;
    if (settled_moved(record))
        string_list_take(&settled->joins, settled_words(record));
}

static bool comes_before(const LeftOut *a, const LeftOut *b)
{
    return a->record < b->record || (a->record == b->record && a->position < b->position);
}

/* What led nowhere before is not lost by the removal, though its record may be another item now. */
static void keep_new(const Settled *before, const Settled *after, StringList *lost)
{
    for (size_t i = 0, at = 0; i < after->count; i++) {
        while (at < before->count && comes_before(&before->links[at], &after->links[i]))
            at++;
        if (at == before->count || comes_before(&after->links[i], &before->links[at]))
            string_list_add(lost, after->links[i].line);
    }
}

static bool settle(Store *store, Settled *settled, Error *error)
{
    const SettleListener listener = {
        .record = on_record, .link = on_left_out, .context = settled, .keeps_lost = true};
    return store_settle(store, &listener, error);
}

/* Links of others that led to what is gone are kept unseen, and lead there again when it comes back. */
static bool remove_and_settle(Store *store, const char *source, Removal *removal, Error *error)
{
    Settled before = {0}, after = {0};
    bool done = settle(store, &before, error) && remove_records(store, source, &removal->records, error) &&
                settle(store, &after, error);
    if (done) {
        keep_new(&before, &after, &removal->links);
        string_list_free(&removal->joins);
        removal->joins = after.joins;
        after.joins = (StringList){0};
    }
    settled_free(&before);
    settled_free(&after);
    return done;
}

/* What would dangle all the same. */
typedef struct Dangling {
    char *first;
    size_t count;
} Dangling;

static void on_dangling(void *context, const char *file, long line, const char *id, const char *message)
{
    Dangling *dangling = context;
    if (dangling->count++ == 0)
        dangling->first = string_format("%s:%ld: %s %s", file ? file : "", line, id ? id : "", message);
}

static bool finish(Store *store, const char *source, Error *error)
{
    Dangling dangling = {0};
    bool done = store_run(store, error, "INSERT OR IGNORE INTO touched_source(source) SELECT id FROM source", "") &&
                store_records_finish(store, on_dangling, &dangling, error);
    if (done && dangling.count > 0) {
        error_set(
            error, ERROR_INPUT,
            "other sources rest on \"%s\" in %zu place%s, such as %s; remove them first, or import them without it",
            source, dangling.count, plural_ending(dangling.count), dangling.first);
        done = false;
    }
    free(dangling.first);
    return done;
}

/* Where a quarter of the file or more holds nothing any more, the file is written anew without it. The removal is done by
 * then: where this fails, for want of room or because another program reads, the pages are used again later. */
static void give_back(Store *store)
{
    long long pages = 0, unused = 0;
    Error ignored = {0};
    if (store_number(store, &ignored, &pages, "PRAGMA page_count", "") &&
        store_number(store, &ignored, &unused, "PRAGMA freelist_count", "") && unused > 0 && unused * 4 >= pages) {
        sqlite3_exec(store->database, "INSERT INTO search(search) VALUES ('optimize')", NULL, NULL, NULL);
        sqlite3_exec(store->database, "VACUUM", NULL, NULL, NULL);
    }
    error_clear(&ignored);
}

bool source_remove(Store *store, const char *source, bool dry_run, Removal *removal, Error *error)
{
    if (!store_begin(store, error))
        return false;
    bool done = find_source(store, source, error) && remove_and_settle(store, source, removal, error) &&
                source_files_tidy(store, error) && finish(store, source, error) &&
                store_run(store, error, "DELETE FROM source WHERE id = ?1", "s", source) &&
                (dry_run || store_commit(store, error));
    if (!done || dry_run)
        store_rollback(store);
    else
        give_back(store);
    return done;
}

void removal_free(Removal *removal)
{
    string_list_free(&removal->links);
    string_list_free(&removal->joins);
    *removal = (Removal){0};
}
