#include "store/sheets.h"
#include "store/database.h"

#include "core/memory.h"
#include "core/unicode.h"

#include <stdlib.h>
#include <string.h>

#define NAME_BYTES 200

void sheet_free(Sheet *sheet)
{
    if (!sheet)
        return;
    for (size_t i = 0; i < sheet->entry_count; i++) {
        free(sheet->entries[i].id);
        free(sheet->entries[i].title);
        free(sheet->entries[i].note);
    }
    free(sheet->entries);
    free(sheet->name);
    free(sheet->title);
    free(sheet);
}

/* The row of a sheet; false with ERROR_NOT_FOUND where there is none. */
static bool find_sheet(Store *store, const char *name, long long *number, Error *error)
{
    *number = 0;
    if (!store_number(store, error, number, "SELECT number FROM sheet WHERE name = ?1", "s", name))
        return false;
    if (*number == 0)
        error_set(error, ERROR_NOT_FOUND, "there is no sheet \"%s\"", name);
    return *number != 0;
}

/* Ends what store_begin() began: all of it, or nothing. */
static bool end_writing(Store *store, bool done, Error *error)
{
    done = done && store_commit(store, error);
    if (!done)
        store_rollback(store);
    return done;
}

static bool read_entries(Store *store, long long number, Sheet *sheet, Error *error)
{
    Statement statement;
    size_t capacity = 0;
    if (statement_open(store,
                       "SELECT e.item, coalesce(i.title, e.title), n.text, i.id IS NULL FROM sheet_entry e"
                       " LEFT JOIN item i ON i.id = e.item LEFT JOIN item_note n ON n.item = e.item"
                       " WHERE e.sheet = ?1 ORDER BY e.position",
                       &statement, error)) {
        statement_bind_number(&statement, 1, number);
        while (statement_step(&statement)) {
            if (sheet->entry_count == capacity) {
                capacity = capacity ? 2 * capacity : 16;
                sheet->entries = memory_resize(sheet->entries, capacity, sizeof *sheet->entries);
            }
            sheet->entries[sheet->entry_count++] = (SheetEntry){.id = statement_copy_word(&statement, 0),
                                                                .title = statement_copy_word(&statement, 1),
                                                                .note = statement_copy(&statement, 2),
                                                                .gone = statement_number(&statement, 3) != 0};
        }
    }
    return statement_close(&statement);
}

static bool read_title(Store *store, long long number, Sheet *sheet, Error *error)
{
    Statement statement;
    if (statement_open(store, "SELECT title FROM sheet WHERE number = ?1", &statement, error)) {
        statement_bind_number(&statement, 1, number);
        if (statement_step(&statement))
            sheet->title = statement_copy(&statement, 0);
    }
    return statement_close(&statement);
}

Sheet *sheet_load(Store *store, const char *name, Error *error)
{
    long long number;
    if (!find_sheet(store, name, &number, error))
        return NULL;
    Sheet *sheet = memory_zeroed(1, sizeof *sheet);
    sheet->name = string_copy(name);
    if (read_title(store, number, sheet, error) && read_entries(store, number, sheet, error))
        return sheet;
    sheet_free(sheet);
    return NULL;
}

bool sheet_names(Store *store, StringList *names, Error *error)
{
    Statement statement;
    /* The basket first, then as they were made. */
    if (statement_open(store, "SELECT name FROM sheet ORDER BY name <> ?1, number", &statement, error)) {
        statement_bind(&statement, 1, BASKET_NAME);
        while (statement_step(&statement))
            string_list_add(names, statement_word(&statement, 0));
    }
    return statement_close(&statement);
}

static bool check_item(Store *store, const char *item, Error *error)
{
    long long found = 0;
    if (!store_number(store, error, &found, "SELECT 1 FROM item WHERE id = ?1", "s", item))
        return false;
    if (!found)
        error_set(error, ERROR_NOT_FOUND, "there is nothing with the id \"%s\"", item);
    return found != 0;
}

bool sheet_add(Store *store, const char *name, const char *item, Error *error)
{
    long long number;
    if (!store_begin(store, error))
        return false;
    bool done =
        find_sheet(store, name, &number, error) && check_item(store, item, error) &&
        store_run(store, error,
                  "INSERT OR IGNORE INTO sheet_entry(sheet, item, position, title)"
                  " SELECT ?1, id, (SELECT coalesce(max(position), 0) + 1 FROM sheet_entry WHERE sheet = ?1), title"
                  " FROM item WHERE id = ?2",
                  "ns", number, item);
    return end_writing(store, done, error);
}

/* False with ERROR_NOT_FOUND where the sheet has no such entry. */
static bool check_entry(Store *store, long long number, const char *name, const char *item, Error *error)
{
    long long found = 0;
    if (!store_number(store, error, &found, "SELECT 1 FROM sheet_entry WHERE sheet = ?1 AND item = ?2", "ns", number,
                      item))
        return false;
    if (!found)
        error_set(error, ERROR_NOT_FOUND, "\"%s\" is not in the sheet \"%s\"", item, name);
    return found != 0;
}

bool sheet_remove(Store *store, const char *name, const char *item, Error *error)
{
    long long number;
    if (!store_begin(store, error))
        return false;
    bool done = find_sheet(store, name, &number, error) && check_entry(store, number, name, item, error) &&
                store_run(store, error, "DELETE FROM sheet_entry WHERE sheet = ?1 AND item = ?2", "ns", number, item);
    return end_writing(store, done, error);
}

/* Writes the places of entries anew, with the one at from moved to to. */
static bool write_places(Store *store, long long number, const Sheet *sheet, size_t from, size_t to, Error *error)
{
    bool done = true;
    for (size_t i = 0; done && i < sheet->entry_count; i++) {
        size_t place = i;
        if (i == from)
            place = to;
        else if (i > from && i <= to)
            place = i - 1;
        else if (i < from && i >= to)
            place = i + 1;
        done = store_run(store, error, "UPDATE sheet_entry SET position = ?3 WHERE sheet = ?1 AND item = ?2", "nsn",
                         number, sheet->entries[i].id, (long long)place + 1);
    }
    return done;
}

static bool move_entry(Store *store, const char *name, const char *item, int offset, Error *error)
{
    long long number;
    if (!find_sheet(store, name, &number, error) || !check_entry(store, number, name, item, error))
        return false;
    Sheet *sheet = sheet_load(store, name, error);
    if (!sheet)
        return false;
    size_t from = 0;
    while (from + 1 < sheet->entry_count && strcmp(sheet->entries[from].id, item) != 0)
        from++;
    long long to = (long long)from + offset, last = (long long)sheet->entry_count - 1;
    to = to < 0 ? 0 : to > last ? last : to;
    bool done = write_places(store, number, sheet, from, (size_t)to, error);
    sheet_free(sheet);
    return done;
}

bool sheet_move(Store *store, const char *name, const char *item, int offset, Error *error)
{
    return store_begin(store, error) && end_writing(store, move_entry(store, name, item, offset, error), error);
}

bool sheet_clear(Store *store, const char *name, Error *error)
{
    long long number;
    if (!store_begin(store, error))
        return false;
    bool done = find_sheet(store, name, &number, error) &&
                store_run(store, error, "DELETE FROM sheet_entry WHERE sheet = ?1", "n", number);
    return end_writing(store, done, error);
}

static bool check_name(Store *store, const char *name, Error *error)
{
    long long taken = 0;
    if (!name || !*name || strlen(name) > NAME_BYTES || !utf8_is_valid(name, strlen(name), NULL)) {
        error_set(error, ERROR_USAGE, "a sheet's name has 1 to %d bytes of text", NAME_BYTES);
        return false;
    }
    if (!store_number(store, error, &taken, "SELECT 1 FROM sheet WHERE name = ?1", "s", name))
        return false;
    if (taken)
        error_set(error, ERROR_USAGE, "there is a sheet \"%s\" already; take another name", name);
    return !taken;
}

bool sheet_create(Store *store, const char *name, const char *title, Error *error)
{
    if (!store_begin(store, error))
        return false;
    bool done = check_name(store, name, error) &&
                store_run(store, error, "INSERT INTO sheet(name, title) VALUES (?1, ?2)", "ss", name, title);
    return end_writing(store, done, error);
}

/* What is gone from the data but in a sheet, or has a note already, can still be written about. */
static bool check_notable(Store *store, const char *item, Error *error)
{
    long long known = 0;
    if (!store_number(store, error, &known,
                      "SELECT EXISTS (SELECT 1 FROM sheet_entry WHERE item = ?1)"
                      " OR EXISTS (SELECT 1 FROM item_note WHERE item = ?1)",
                      "s", item))
        return false;
    return known || check_item(store, item, error);
}

bool note_put(Store *store, const char *item, const char *text, Error *error)
{
    if (!store_begin(store, error))
        return false;
    bool done = check_notable(store, item, error);
    if (done && text && *text)
        done = store_run(
            store, error,
            "INSERT INTO item_note(item, text, changed) VALUES (?1, ?2, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))"
            " ON CONFLICT(item) DO UPDATE SET text = excluded.text, changed = excluded.changed",
            "ss", item, text);
    else if (done)
        done = store_run(store, error, "DELETE FROM item_note WHERE item = ?1", "s", item);
    return end_writing(store, done, error);
}
