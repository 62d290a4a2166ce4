#include "config.h"

#ifdef HAVE_SQLITE_SESSION
/* The header declares sessions only where these say that the library has them. */
#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#endif

#include "store/undo.h"
#include "store/database.h"
#include "store/journal.h"

#include "core/memory.h"

#include <stdlib.h>
#include <string.h>

#ifdef HAVE_SQLITE_SESSION

/* What one transaction changed. Kept in the table undo_step, in the transaction that changed it: what was done with
 * undone 0, what was undone, turned round, with 1; of each the highest number is the last one. */
typedef struct Step {
    long long number;
    void *changeset; /* sqlite3_malloc()ed */
    int size;
} Step;

struct Journal {
    sqlite3_session *session; /* of the transaction under way; NULL outside */
    bool applying;            /* a step is being undone: it is kept already */
};

static bool put_step(Store *store, const void *changeset, int size, bool undone, Error *error)
{
    Statement statement;
    if (statement_open(store, "INSERT INTO undo_step(changeset, undone, version) VALUES (?1, ?2, ?3)", &statement,
                       error)) {
        sqlite3_bind_blob(statement.handle, 1, changeset, size, SQLITE_TRANSIENT);
        statement_bind_number(&statement, 2, undone);
        statement_bind_number(&statement, 3, schema_version());
        statement_step(&statement);
    }
    return statement_close(&statement);
}

/* The last one that was done, or undone; a changeset of NULL where there is none. Steps of an older schema would change
 * other columns: they are none. */
static bool last_step(Store *store, bool undone, Step *step, Error *error)
{
    Statement statement;
    *step = (Step){0};
    if (statement_open(store,
                       "SELECT number, changeset FROM undo_step WHERE undone = ?1 AND version = ?2"
                       " ORDER BY number DESC LIMIT 1",
                       &statement, error)) {
        statement_bind_number(&statement, 1, undone);
        statement_bind_number(&statement, 2, schema_version());
        if (statement_step(&statement)) {
            const void *bytes = sqlite3_column_blob(statement.handle, 1);
            step->number = statement_number(&statement, 0);
            step->size = sqlite3_column_bytes(statement.handle, 1);
            step->changeset = bytes ? sqlite3_malloc(step->size) : NULL;
            if (step->changeset)
                memcpy(step->changeset, bytes, (size_t)step->size);
        }
    }
    return statement_close(&statement);
}

static bool drop_step(Store *store, long long number, Error *error)
{
    return store_run(store, error, "DELETE FROM undo_step WHERE number = ?1", "n", number);
}

static bool is_own_table(const char *table)
{
    return strncmp(table, "sheet", 5) == 0 || strcmp(table, "item_note") == 0 || strcmp(table, "mark") == 0 ||
           strcmp(table, "review") == 0;
}

static int watches(void *context, const char *table)
{
    (void)context;
    return is_own_table(table);
}

static void end_session(Journal *journal)
{
    if (journal->session)
        sqlite3session_delete(journal->session);
    journal->session = NULL;
}

void journal_begin(Store *store)
{
    Journal *journal = store->journal;
    if (!journal || journal->applying)
        return;
    end_session(journal);
    if (sqlite3session_create(store->database, "main", &journal->session) != SQLITE_OK) {
        journal->session = NULL;
        return;
    }
    sqlite3session_table_filter(journal->session, watches, NULL);
    if (sqlite3session_attach(journal->session, NULL) != SQLITE_OK)
        end_session(journal);
}

bool journal_commit(Store *store, Error *error)
{
    Journal *journal = store->journal;
    void *changeset = NULL;
    int size = 0;
    if (!journal || !journal->session)
        return true;
    bool done = true;
    if (sqlite3session_changeset(journal->session, &size, &changeset) == SQLITE_OK && size > 0)
        done = put_step(store, changeset, size, false, error) &&
               store_run(store, error,
                         "DELETE FROM undo_step WHERE undone = 1 OR version <> ?1"
                         " OR number <= (SELECT max(number) FROM undo_step) - ?2",
                         "nn", (long long)schema_version(), (long long)UNDO_STEPS_MAX);
    sqlite3_free(changeset);
    end_session(journal);
    return done;
}

void journal_rollback(Store *store)
{
    if (store->journal)
        end_session(store->journal);
}

void journal_free(Store *store)
{
    if (!store->journal)
        return;
    end_session(store->journal);
    free(store->journal);
    store->journal = NULL;
}

bool undo_start(Store *store, Error *error)
{
    (void)error;
    if (!store->journal)
        store->journal = memory_zeroed(1, sizeof *store->journal);
    return true;
}

/* Another program changed it meanwhile: its change stays. */
static int refuse_conflict(void *context, int conflict, sqlite3_changeset_iter *iterator)
{
    (void)iterator;
    *(int *)context = conflict;
    return SQLITE_CHANGESET_ABORT;
}

/* Undoes what the step did and keeps its inverse as undone or done, in one transaction; false, with nothing changed,
 * where that fails. */
static bool apply(Store *store, const Step *step, bool undone, Step *inverse, Error *error)
{
    int conflict = 0;
    if (sqlite3changeset_invert(step->size, step->changeset, &inverse->size, &inverse->changeset) != SQLITE_OK) {
        error_set(error, ERROR_INPUT, "the step is damaged, and is left out");
        return false;
    }
    if (!store_begin(store, error))
        return false;
    int code =
        sqlite3changeset_apply(store->database, inverse->size, inverse->changeset, NULL, refuse_conflict, &conflict);
    if (code != SQLITE_OK && conflict)
        error_set(error, ERROR_INPUT, "it was changed by another program since, and is left as it is");
    else if (code != SQLITE_OK)
        store_fail(store, code, error);
    bool done = code == SQLITE_OK && drop_step(store, step->number, error) &&
                put_step(store, inverse->changeset, inverse->size, undone, error) && store_commit(store, error);
    if (!done)
        store_rollback(store);
    return done;
}

/* What can never be undone must not stand before what can. */
static void forget(Store *store, const Step *step)
{
    if (!store_begin(store, NULL))
        return;
    if (!drop_step(store, step->number, NULL) || !store_commit(store, NULL))
        store_rollback(store);
}

/* Takes the last step that was done back, or the last that was taken back. */
static bool take_back(Store *store, bool again, char **words, Error *error)
{
    Journal *journal = store->journal;
    Step step, inverse = {0};
    Error reason = {0};
    if (!journal || !last_step(store, again, &step, error))
        return !journal;
    if (!step.changeset)
        return true;
    journal->applying = true;
    /* Titles are as they are while the rows are there. */
    char *before = journal_words(store, step.changeset, step.size);
    bool done = apply(store, &step, !again, &inverse, &reason);
    if (done)
        *words = again ? journal_words(store, inverse.changeset, inverse.size) : string_copy(before);
    else if (reason.code == ERROR_INPUT)
        forget(store, &step);
    journal->applying = false;
    if (!done)
        error_set_at(error, reason.code, reason.file, reason.line, "%s: %s", before, reason.message);
    sqlite3_free(inverse.changeset);
    sqlite3_free(step.changeset);
    error_clear(&reason);
    free(before);
    return done;
}

bool undo_step(Store *store, char **words, Error *error)
{
    *words = NULL;
    return take_back(store, false, words, error);
}

bool redo_step(Store *store, char **words, Error *error)
{
    *words = NULL;
    return take_back(store, true, words, error);
}

/* What a changeset did to one table. */
typedef struct Change {
    char *table, *title, *name; /* of the first row: an item's title, and the sheet or the mark */
    int inserted, deleted, updated;
} Change;

/* The value of a column of the row that is looked at, as it was or, of new rows, as it is. The caller owns it. */
static char *row_text(sqlite3_changeset_iter *iterator, int operation, int column)
{
    sqlite3_value *value = NULL;
    int code = operation == SQLITE_INSERT ? sqlite3changeset_new(iterator, column, &value)
                                          : sqlite3changeset_old(iterator, column, &value);
    const unsigned char *text = code == SQLITE_OK && value ? sqlite3_value_text(value) : NULL;
    return string_copy((const char *)text);
}

/* One text that a query of one text gives; fallback where there is none. The caller owns it. */
static char *look_up(Store *store, const char *literal, const char *key, const char *fallback)
{
    Statement statement;
    char *text = NULL;
    if (key && statement_open(store, literal, &statement, NULL)) {
        statement_bind(&statement, 1, key);
        if (statement_step(&statement))
            text = statement_copy(&statement, 0);
        statement_close(&statement);
    }
    return text ? text : string_copy(fallback);
}

static void describe_row(Store *store, sqlite3_changeset_iter *iterator, int operation, Change *change)
{
    const bool entry = strcmp(change->table, "sheet_entry") == 0;
    const int title_column = entry || strcmp(change->table, "review") == 0 ? 1 : 0;
    char *item = row_text(iterator, operation, title_column);
    if (strcmp(change->table, "sheet") == 0 || strcmp(change->table, "mark") == 0) {
        char *name = row_text(iterator, operation, strcmp(change->table, "sheet") == 0 ? 1 : 0);
        change->name = name ? name : string_copy("");
        free(item);
        if (!*change->name && strcmp(change->table, "sheet") == 0) {
            char *number = row_text(iterator, operation, 0);
            free(change->name);
            change->name = look_up(store, "SELECT name FROM sheet WHERE number = ?1", number, "");
            free(number);
        }
        return;
    }
    change->title = look_up(store, "SELECT title FROM item WHERE id = ?1", item, item ? item : "");
    if (entry) {
        char *number = row_text(iterator, operation, 0);
        change->name = look_up(store, "SELECT name FROM sheet WHERE number = ?1", number, "");
        free(number);
    }
    free(item);
}

static void count_row(Store *store, sqlite3_changeset_iter *iterator, Change *changes, size_t *count)
{
    const char *table;
    int columns, operation, indirect;
    if (sqlite3changeset_op(iterator, &table, &columns, &operation, &indirect) != SQLITE_OK)
        return;
    size_t at = 0;
    while (at < *count && strcmp(changes[at].table, table) != 0)
        at++;
    if (at == 8)
        return;
    Change *change = &changes[at];
    if (at == *count) {
        ++*count;
        *change = (Change){.table = string_copy(table)};
        describe_row(store, iterator, operation, change);
    }
    change->inserted += operation == SQLITE_INSERT;
    change->deleted += operation == SQLITE_DELETE;
    change->updated += operation == SQLITE_UPDATE;
}

/* "“Title”", or "3 entries" where there are more. */
static void append_entries(const Change *change, int count, Text *text)
{
    if (count == 1)
        text_append_format(text, "“%s”", change->title);
    else
        text_append_format(text, "%d entries", count);
}

static void append_sheet(const Change *change, Text *text)
{
    if (!change->name || strcmp(change->name, "basket") == 0 || !*change->name)
        text_append(text, "the basket");
    else
        text_append_format(text, "the sheet “%s”", change->name);
}

static void append_entry_change(const Change *change, Text *text)
{
    int count = change->inserted ? change->inserted : change->deleted ? change->deleted : change->updated;
    if (change->updated && !change->inserted && !change->deleted) {
        text_append(text, "entries of ");
        append_sheet(change, text);
        text_append(text, " were moved or changed");
        return;
    }
    append_entries(change, count, text);
    text_append_format(text, " %s %s ", count == 1 ? "was" : "were", change->inserted ? "put into" : "taken out of");
    append_sheet(change, text);
}

static void append_change(const Change *change, Text *text)
{
    const char *done = change->inserted ? "written" : change->deleted ? "taken away" : "changed";
    text_append(text, text->length ? "; " : "");
    if (strcmp(change->table, "sheet_entry") == 0)
        append_entry_change(change, text);
    else if (strcmp(change->table, "sheet") == 0)
        text_append_format(text, "the sheet “%s” was %s", change->name,
                           change->inserted  ? "made"
                           : change->deleted ? "deleted"
                                             : "changed");
    else if (strcmp(change->table, "mark") == 0)
        text_append_format(text, "the mark “%s” was %s", change->name,
                           change->inserted  ? "set"
                           : change->deleted ? "taken away"
                                             : "set anew");
    else if (strcmp(change->table, "item_note") == 0)
        text_append_format(text, "the note on “%s” was %s", change->title, done);
    else if (strcmp(change->table, "review") == 0)
        text_append_format(text, "“%s” was %s", change->title,
                           change->inserted  ? "reviewed"
                           : change->deleted ? "freed of a review"
                                             : "reviewed anew");
    else
        text_append_format(text, "the sheets were %s", done);
}

char *journal_words(Store *store, void *changeset, int size)
{
    sqlite3_changeset_iter *iterator = NULL;
    Change changes[8] = {0};
    size_t count = 0;
    Text text = {0};
    if (sqlite3changeset_start(&iterator, size, changeset) == SQLITE_OK) {
        while (sqlite3changeset_next(iterator) == SQLITE_ROW)
            count_row(store, iterator, changes, &count);
        sqlite3changeset_finalize(iterator);
    }
    for (size_t i = 0; i < count; i++) {
        append_change(&changes[i], &text);
        free(changes[i].table);
        free(changes[i].title);
        free(changes[i].name);
    }
    return text_take(&text);
}

#else /* no sessions */

void journal_begin(Store *store)
{
    (void)store;
}

bool journal_commit(Store *store, Error *error)
{
    (void)store;
    (void)error;
    return true;
}

void journal_rollback(Store *store)
{
    (void)store;
}

void journal_free(Store *store)
{
    (void)store;
}

static bool refuse(Error *error)
{
    error_set(error, ERROR_UNSUPPORTED, "nothing can be undone: SQLite was built without its session extension");
    return false;
}

bool undo_start(Store *store, Error *error)
{
    (void)store;
    return refuse(error);
}

bool undo_step(Store *store, char **words, Error *error)
{
    (void)store;
    *words = NULL;
    return refuse(error);
}

bool redo_step(Store *store, char **words, Error *error)
{
    (void)store;
    *words = NULL;
    return refuse(error);
}

#endif
