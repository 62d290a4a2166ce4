#include "store/database.h"

#include "core/memory.h"

#include <stdlib.h>

/* What sources assert. Each row below a record carries the item's id too, so that questions about items need no join.
 */
static const char assertions[] =
    "CREATE TABLE source ("
    " id TEXT PRIMARY KEY, title TEXT NOT NULL, version TEXT, date TEXT, licence TEXT, url TEXT, cite TEXT,"
    " rank INTEGER NOT NULL, imported TEXT NOT NULL) WITHOUT ROWID;"
    "CREATE TABLE record ("
    " number INTEGER PRIMARY KEY AUTOINCREMENT," /* the data's order */
    " source TEXT NOT NULL REFERENCES source(id), id TEXT NOT NULL, kind TEXT NOT NULL,"
    " digest TEXT NOT NULL, lines INTEGER NOT NULL,"
    " title TEXT NOT NULL, summary TEXT, body TEXT, file TEXT, line INTEGER NOT NULL, origin TEXT NOT NULL,"
    " UNIQUE (id, source));"
    "CREATE INDEX record_origin ON record(source, origin);"
    "CREATE TABLE field ("
    " record INTEGER NOT NULL REFERENCES record(number) ON DELETE CASCADE, position INTEGER NOT NULL,"
    " item TEXT NOT NULL, name TEXT NOT NULL, value TEXT, text TEXT,"
    " reference TEXT, locator TEXT, basis TEXT, line INTEGER NOT NULL,"
    " PRIMARY KEY (record, position)) WITHOUT ROWID;"
    "CREATE INDEX field_item ON field(item, name, value);"
    "CREATE INDEX field_value ON field(name, value, item);"
    "CREATE INDEX field_reference ON field(reference, item) WHERE reference IS NOT NULL;"
    "CREATE TABLE link ("
    " record INTEGER NOT NULL REFERENCES record(number) ON DELETE CASCADE, position INTEGER NOT NULL,"
    " item TEXT NOT NULL, relation TEXT NOT NULL, target TEXT NOT NULL, text TEXT,"
    " reference TEXT, locator TEXT, basis TEXT, line INTEGER NOT NULL,"
    " PRIMARY KEY (record, position)) WITHOUT ROWID;"
    "CREATE INDEX link_item ON link(item, relation, target);"
    "CREATE INDEX link_target ON link(target, relation, item);"
    "CREATE INDEX link_reference ON link(reference, item);"
    "CREATE TABLE cell ("
    " record INTEGER NOT NULL REFERENCES record(number) ON DELETE CASCADE, position INTEGER NOT NULL,"
    " item TEXT NOT NULL, component TEXT NOT NULL, value TEXT NOT NULL, licence TEXT, guess TEXT, text TEXT,"
    " line INTEGER NOT NULL, PRIMARY KEY (record, position)) WITHOUT ROWID;"
    "CREATE INDEX cell_item ON cell(item, component);"
    "CREATE INDEX cell_component ON cell(component, value, item);"
    "CREATE TABLE event ("
    " record INTEGER NOT NULL REFERENCES record(number) ON DELETE CASCADE, position INTEGER NOT NULL,"
    " item TEXT NOT NULL, date TEXT NOT NULL, type TEXT NOT NULL, text TEXT, line INTEGER NOT NULL,"
    " PRIMARY KEY (record, position)) WITHOUT ROWID;"
    "CREATE INDEX event_item ON event(item, date);"
    "CREATE TABLE citation ("
    " record INTEGER NOT NULL REFERENCES record(number) ON DELETE CASCADE, position INTEGER NOT NULL,"
    " item TEXT NOT NULL, reference TEXT NOT NULL, locator TEXT, basis TEXT NOT NULL, line INTEGER NOT NULL,"
    " PRIMARY KEY (record, position)) WITHOUT ROWID;"
    "CREATE INDEX citation_item ON citation(item, basis);"
    "CREATE INDEX citation_reference ON citation(reference, item);"
    "CREATE TABLE note (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;";

/* What the sources say together; made from the records, renewed at the end of each load. number orders items by the
 * weight of their kind, then by age: the search index has the same row ids and gives the weightiest first without
 * sorting. */
static const char merged[] =
    "CREATE TABLE item ("
    " number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, place INTEGER, sequence INTEGER NOT "
    "NULL,"
    " folded TEXT NOT NULL, title TEXT NOT NULL, summary TEXT, digest TEXT NOT NULL, body TEXT);"
    "CREATE INDEX item_kind ON item(kind);"
    "CREATE TABLE spelling (spelling TEXT PRIMARY KEY COLLATE NOCASE, licence TEXT NOT NULL) WITHOUT ROWID;"
    "CREATE INDEX spelling_licence ON spelling(licence);"
    "CREATE VIRTUAL TABLE search USING fts5 (title, summary, body, id,"
    " tokenize = 'gairo remove_diacritics 2', prefix = '1 2 3 4');"
    "INSERT INTO search(search, rank) VALUES ('hashsize', 16777216);";

/* The user's own. No load touches these tables, and none of them refers to an item: what is gone stays readable. */
static const char own[] =
    "CREATE TABLE sheet ("
    " number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, title TEXT);"
    "INSERT INTO sheet(name) VALUES ('basket');"
    "CREATE TABLE sheet_entry ("
    " sheet INTEGER NOT NULL REFERENCES sheet(number) ON DELETE CASCADE, item TEXT NOT NULL,"
    " position INTEGER NOT NULL, title TEXT NOT NULL, PRIMARY KEY (sheet, item)) WITHOUT ROWID;"
    "CREATE INDEX sheet_entry_item ON sheet_entry(item);"
    "CREATE TABLE item_note (item TEXT PRIMARY KEY, text TEXT NOT NULL, changed TEXT NOT NULL) WITHOUT ROWID;"
    "CREATE TABLE mark (name TEXT PRIMARY KEY, item TEXT NOT NULL) WITHOUT ROWID;"
    "CREATE TABLE review ("
    " item TEXT NOT NULL, reviewer TEXT NOT NULL, date TEXT NOT NULL, digest TEXT NOT NULL,"
    " PRIMARY KEY (item, reviewer)) WITHOUT ROWID;";

/* All marks of an item are kept; the last one counts. What the table before it held is taken over. */
static const char reviews[] =
    "ALTER TABLE review RENAME TO review_before;"
    "CREATE TABLE review ("
    " number INTEGER PRIMARY KEY, item TEXT NOT NULL, verdict TEXT NOT NULL, reviewer TEXT NOT NULL,"
    " date TEXT NOT NULL, note TEXT, digest TEXT NOT NULL);"
    "CREATE INDEX review_item ON review(item, date);"
    "INSERT INTO review(item, verdict, reviewer, date, digest)"
    " SELECT item, 'checked', reviewer, date, digest FROM review_before ORDER BY date, reviewer;"
    "DROP TABLE review_before;";

/* What a sheet says of itself, and of each entry: under which heading it stands, how much of it is shown, the user's
 * words, and how the item was on the day it was put in (so that a later change can be told). */
static const char sheets[] =
    "ALTER TABLE sheet ADD COLUMN audience TEXT;"
    "ALTER TABLE sheet ADD COLUMN author TEXT;"
    "ALTER TABLE sheet ADD COLUMN date TEXT;"
    "ALTER TABLE sheet ADD COLUMN classification TEXT;"
    "ALTER TABLE sheet ADD COLUMN template TEXT;"
    "ALTER TABLE sheet_entry ADD COLUMN heading TEXT;"
    "ALTER TABLE sheet_entry ADD COLUMN depth TEXT NOT NULL DEFAULT 'full';"
    "ALTER TABLE sheet_entry ADD COLUMN note TEXT;"
    "ALTER TABLE sheet_entry ADD COLUMN added TEXT;"
    "ALTER TABLE sheet_entry ADD COLUMN digest TEXT;"
    "ALTER TABLE sheet_entry ADD COLUMN state TEXT;";

/* What an import read and how it joined; and the user's own word on what is the same. */
static const char joining[] =
    "CREATE TABLE source_file ("
    " source TEXT NOT NULL REFERENCES source(id) ON DELETE CASCADE, origin TEXT NOT NULL, name TEXT NOT NULL,"
    " format TEXT NOT NULL, digest TEXT NOT NULL, bytes INTEGER NOT NULL, imported TEXT NOT NULL,"
    " PRIMARY KEY (source, origin)) WITHOUT ROWID;"
    "CREATE TABLE joined ("
    " source TEXT NOT NULL REFERENCES source(id) ON DELETE CASCADE, given TEXT NOT NULL, item TEXT NOT NULL,"
    " how TEXT NOT NULL, PRIMARY KEY (source, given)) WITHOUT ROWID;"
    "CREATE TABLE match (given TEXT PRIMARY KEY, item TEXT, changed TEXT NOT NULL) WITHOUT ROWID;";

/* A mark keeps where it leads and what that place was called. */
static const char marks[] =
    "ALTER TABLE mark ADD COLUMN title TEXT;"
    "ALTER TABLE mark ADD COLUMN place TEXT;";

/* What changed the user's own, so that it can be undone (store/undo.c). */
static const char steps[] = "CREATE TABLE undo_step ("
                            " number INTEGER PRIMARY KEY, changeset BLOB NOT NULL, undone INTEGER NOT NULL,"
                            " version INTEGER NOT NULL);"
                            "CREATE INDEX undo_step_last ON undo_step(undone, number);";

/* What files give, apart from what is made of it: what a source calls a record (given; NULL: an id that stays), and the
 * links of such records, which lead elsewhere when names are joined, or nowhere. A record's digest is of what is given.
 * What was imported before is taken as it stands. said_too: other files of a source that say a record that one of them
 * has. */
static const char settling[] =
    "ALTER TABLE record ADD COLUMN given TEXT;"
    "CREATE INDEX record_given ON record(given, source) WHERE given IS NOT NULL;"
    "CREATE TABLE given_link ("
    " record INTEGER NOT NULL REFERENCES record(number) ON DELETE CASCADE, position INTEGER NOT NULL,"
    " relation TEXT NOT NULL, target TEXT NOT NULL, text TEXT, reference TEXT, locator TEXT, basis TEXT,"
    " line INTEGER NOT NULL, PRIMARY KEY (record, position)) WITHOUT ROWID;"
    "CREATE TABLE said_too ("
    " source TEXT NOT NULL REFERENCES source(id) ON DELETE CASCADE, given TEXT NOT NULL, origin TEXT NOT NULL,"
    " PRIMARY KEY (source, given, origin)) WITHOUT ROWID;"
    "CREATE INDEX said_too_origin ON said_too(origin);"
    "UPDATE record SET given = coalesce((SELECT given FROM joined j WHERE j.source = record.source AND j.item = record.id), id)"
    " WHERE (source, origin) IN (SELECT source, origin FROM source_file WHERE format <> 'gairo')"
    " AND source NOT IN (SELECT id FROM source WHERE rank = 0);"
    "INSERT INTO given_link(record, position, relation, target, text, reference, locator, basis, line)"
    " SELECT l.record, l.position, l.relation, l.target, l.text, l.reference, l.locator, l.basis, l.line"
    " FROM link l JOIN record r ON r.number = l.record WHERE r.given IS NOT NULL;";

/* What an id that items had before they were joined, or came apart, has become: the user's own things keep the id that
 * they were given, and are found under the one that it leads to. No id of an item is in it. */
static const char following[] =
    "CREATE TABLE formerly (id TEXT PRIMARY KEY, item TEXT NOT NULL) WITHOUT ROWID;"
    "CREATE INDEX formerly_item ON formerly(item);"
    "INSERT INTO formerly(id, item) SELECT j.given, min(j.item) FROM joined j"
    " WHERE NOT EXISTS (SELECT 1 FROM item i WHERE i.id = j.given) GROUP BY j.given;";

/* The day that a file says it is of: a source has the latest of its files'. */
static const char dates[] = "ALTER TABLE source_file ADD COLUMN date TEXT;";

/* Whether the user's words are printed: 'yes' with the notes on items, 'no' not at all. */
static const char printing[] = "ALTER TABLE sheet ADD COLUMN notes TEXT;";

/* What is in our words for the paper's is little, asked for on many screens, and found without going through all. */
static const char paper_words[] = "CREATE INDEX citation_paper ON citation(item, basis) WHERE basis = 'paper';"
                                  "CREATE INDEX field_paper ON field(item, basis) WHERE basis = 'paper';"
                                  "CREATE INDEX link_paper ON link(item, basis) WHERE basis = 'paper';";

/* In order; a released one is never changed. The index + 1 is the version that it leads to. */
static const char *const migrations[] = {assertions, merged, own,       reviews, sheets,   joining,    marks,
                                         steps,      settling, following, dates,   printing, paper_words};

int schema_version(void)
{
    return (int)(sizeof migrations / sizeof *migrations);
}

static bool execute(Store *store, const char *sql, Error *error)
{
    int code = sqlite3_exec(store->database, sql, NULL, NULL, NULL);
    if (code != SQLITE_OK)
        store_fail(store, code, error);
    return code == SQLITE_OK;
}

static bool migrate_one(Store *store, int to, Error *error)
{
    long long version = 0;
    if (!store_number(store, error, &version, "PRAGMA user_version", ""))
        return false;
    /* Another gairo may have done it while this one waited for the lock. */
    if (version >= to)
        return true;
    /* The version is written last, in the same transaction: an interrupted migration leaves the older database. */
    char *last = string_format("PRAGMA application_id = %d; PRAGMA user_version = %d", SCHEMA_APPLICATION, to);
    bool done = execute(store, migrations[to - 1], error) && execute(store, last, error);
    free(last);
    return done;
}

bool schema_migrate_to(Store *store, int from, int version, Error *error)
{
    for (int to = from + 1; to <= version; to++) {
        if (!store_begin(store, error))
            return false;
        if (!migrate_one(store, to, error) || !store_commit(store, error)) {
            store_rollback(store);
            return false;
        }
    }
    return true;
}

bool schema_prepare(Store *store, Error *error)
{
    return execute(store,
                   "CREATE TEMP TABLE touched (item TEXT PRIMARY KEY) WITHOUT ROWID;"
                   "CREATE TEMP TABLE touched_source (source TEXT PRIMARY KEY) WITHOUT ROWID;"
                   "CREATE TEMP TABLE selection (position INTEGER PRIMARY KEY, item TEXT NOT NULL UNIQUE, kind TEXT,"
                   " number INTEGER);"
                   "CREATE TEMP TABLE kept (number INTEGER, item TEXT, PRIMARY KEY (number, item)) WITHOUT ROWID;"
                   "CREATE TEMP TABLE found (place INTEGER PRIMARY KEY, number INTEGER NOT NULL UNIQUE);",
                   error);
}
