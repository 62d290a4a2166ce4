/* Writing sheets. Each public function is one transaction. */
#include "store/following.h"
#include "store/law.h"
#include "store/sheet_rows.h"

#include "core/date.h"
#include "core/memory.h"
#include "core/unicode.h"
#include "store/items.h"

#include <stdlib.h>
#include <string.h>

#define NAME_BYTES 200
#define LINE_BYTES 500
#define REMARK_BYTES 8000
#define ENTRIES_MAX 5000

bool sheet_end_writing(Store *store, bool done, Error *error)
{
    done = done && store_commit(store, error);
    if (!done)
        store_rollback(store);
    return done;
}

bool sheet_check_text(const char *value, size_t limit, const char *what, Error *error)
{
    if (!value || (strlen(value) <= limit && utf8_is_valid(value, strlen(value), NULL)))
        return true;
    error_set(error, ERROR_USAGE, "%s has at most %zu bytes of text", what, limit);
    return false;
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

/* The state of a law today, so that a change can be told later; NULL for what is none. */
static bool state_of(Store *store, const char *id, char **state, Error *error)
{
    KindSet kinds = id_kinds(id);
    *state = NULL;
    if ((kinds & (KIND_BIT(KIND_INSTRUMENT) | KIND_BIT(KIND_PROVISION))) == 0)
        return true;
    char today[DATE_SIZE];
    date_today(today);
    Item *item = item_load(store, id, error);
    if (item)
        *state = law_state(store, item, today, error);
    bool done = item != NULL;
    item_free(item);
    return done;
}

static bool add_entry(Store *store, long long number, const char *id, Error *error)
{
    char today[DATE_SIZE], *state = NULL, *item = NULL;
    date_today(today);
    bool done = item_id_now(store, id, &item, error) && check_item(store, item, error) &&
                state_of(store, item, &state, error) &&
                store_run(store, error,
                          "INSERT OR IGNORE INTO sheet_entry(sheet, item, position, title, added, digest, state)"
                          " SELECT ?1, id, (SELECT coalesce(max(position), 0) + 1 FROM sheet_entry WHERE sheet = ?1),"
                          " title, ?3, digest, ?4 FROM item WHERE id = ?2 AND NOT EXISTS"
                          " (SELECT 1 FROM sheet_entry e WHERE e.sheet = ?1 AND " LEADS_TO("e", "?2") ")",
                          "nsss", number, item, today, state);
    free(item);
    free(state);
    return done;
}

static bool check_count(Store *store, long long number, const char *name, Error *error)
{
    long long count = 0;
    if (!store_number(store, error, &count, "SELECT count(*) FROM sheet_entry WHERE sheet = ?1", "n", number))
        return false;
    if (count > ENTRIES_MAX)
        error_set(error, ERROR_LIMIT, "the sheet \"%s\" would have more than %d items; make several of it", name,
                  ENTRIES_MAX);
    return count <= ENTRIES_MAX;
}

bool sheet_add_all(Store *store, const char *name, const StringList *items, Error *error)
{
    long long number;
    if (!store_begin(store, error))
        return false;
    bool done = sheet_find(store, name, &number, error);
    for (size_t i = 0; done && i < items->count; i++)
        done = add_entry(store, number, items->items[i], error);
    return sheet_end_writing(store, done && check_count(store, number, name, error), error);
}

bool sheet_add(Store *store, const char *name, const char *item, Error *error)
{
    char *one[] = {(char *)item};
    return sheet_add_all(store, name, &(StringList){.items = one, .count = 1}, error);
}

/* The id that an entry was put in by, of the first that leads to what item has become; the caller's. False with
 * ERROR_NOT_FOUND where the sheet has no such entry. */
static bool find_entry(Store *store, const char *name, const char *item, long long *number, char **stored, Error *error)
{
    Statement statement;
    char *now = NULL;
    *stored = NULL;
    if (!sheet_find(store, name, number, error) || !item_id_now(store, item, &now, error))
        return false;
    if (statement_open(store,
                       "SELECT e.item FROM sheet_entry e WHERE e.sheet = ?1 AND " LEADS_TO("e", "?2")
                       " ORDER BY e.position LIMIT 1",
                       &statement, error)) {
        statement_bind_number(&statement, 1, *number);
        statement_bind(&statement, 2, now);
        if (statement_step(&statement))
            *stored = statement_copy_word(&statement, 0);
    }
    bool done = statement_close(&statement);
    if (done && !*stored)
        error_set(error, ERROR_NOT_FOUND, "\"%s\" is not in the sheet \"%s\"", item, name);
    free(now);
    return done && *stored;
}

/* Of all entries that lead to what the one put in as stored leads to. */
#define SAME_ENTRIES                                                                                                   \
    "sheet = ?1 AND item IN (SELECT e.item FROM sheet_entry e WHERE e.sheet = ?1"                                      \
    " AND " LED_TO("e") " = coalesce((SELECT f.item FROM formerly f WHERE f.id = ?2), ?2))"

bool sheet_remove(Store *store, const char *name, const char *item, Error *error)
{
    long long number;
    char *stored = NULL;
    if (!store_begin(store, error))
        return false;
    bool done = find_entry(store, name, item, &number, &stored, error) &&
                store_run(store, error, "DELETE FROM sheet_entry WHERE " SAME_ENTRIES, "ns", number, stored);
    free(stored);
    return sheet_end_writing(store, done, error);
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
                         number, sheet->entries[i].stored, (long long)place + 1);
    }
    return done;
}

/* Moves an entry by offset, or where place is not 0 to that place. */
static bool move_entry(Store *store, const char *name, const char *item, int offset, size_t place, Error *error)
{
    long long number;
    char *stored = NULL;
    if (!find_entry(store, name, item, &number, &stored, error))
        return false;
    Sheet *sheet = sheet_load(store, name, error);
    if (!sheet) {
        free(stored);
        return false;
    }
    size_t from = 0;
    while (from + 1 < sheet->entry_count && strcmp(sheet->entries[from].stored, stored) != 0)
        from++;
    free(stored);
    long long last = (long long)sheet->entry_count - 1;
    long long to = place > sheet->entry_count ? last : place > 0 ? (long long)place - 1 : (long long)from + offset;
    to = to < 0 ? 0 : to > last ? last : to;
    bool done = write_places(store, number, sheet, from, (size_t)to, error);
    sheet_free(sheet);
    return done;
}

bool sheet_move(Store *store, const char *name, const char *item, int offset, Error *error)
{
    return store_begin(store, error) &&
           sheet_end_writing(store, move_entry(store, name, item, offset, 0, error), error);
}

bool sheet_place(Store *store, const char *name, const char *item, size_t place, Error *error)
{
    return store_begin(store, error) &&
           sheet_end_writing(store, move_entry(store, name, item, 0, place == 0 ? 1 : place, error), error);
}

bool sheet_clear(Store *store, const char *name, Error *error)
{
    long long number;
    if (!store_begin(store, error))
        return false;
    bool done = sheet_find(store, name, &number, error) &&
                store_run(store, error, "DELETE FROM sheet_entry WHERE sheet = ?1", "n", number);
    return sheet_end_writing(store, done, error);
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
    bool done = check_name(store, name, error) && sheet_check_text(title, LINE_BYTES, "a sheet's title", error) &&
                store_run(store, error, "INSERT INTO sheet(name, title) VALUES (?1, ?2)", "ss", name, title);
    return sheet_end_writing(store, done, error);
}

bool sheet_copy(Store *store, const char *name, const char *copy, Error *error)
{
    long long from, to;
    if (!store_begin(store, error))
        return false;
    bool done = sheet_find(store, name, &from, error) && check_name(store, copy, error) &&
                store_run(store, error,
                          "INSERT INTO sheet(name, title, audience, author, date, classification, template, notes)"
                          " SELECT ?2, title, audience, author, date, classification, template, notes FROM sheet"
                          " WHERE number = ?1",
                          "ns", from, copy) &&
                sheet_find(store, copy, &to, error) &&
                store_run(store, error,
                          "INSERT INTO sheet_entry(sheet, item, position, title, heading, depth, note, added, digest,"
                          " state) SELECT ?2, item, position, title, heading, depth, note, added, digest, state"
                          " FROM sheet_entry WHERE sheet = ?1",
                          "nn", from, to);
    return sheet_end_writing(store, done, error);
}

static bool check_not_basket(const char *name, const char *done, Error *error)
{
    if (strcmp(name, BASKET_NAME) != 0)
        return true;
    error_set(error, ERROR_USAGE, "the basket is always there and is not %s; copy it to a sheet of your own", done);
    return false;
}

bool sheet_rename(Store *store, const char *name, const char *other, Error *error)
{
    long long number;
    if (!check_not_basket(name, "renamed", error) || !store_begin(store, error))
        return false;
    bool done = sheet_find(store, name, &number, error) && check_name(store, other, error) &&
                store_run(store, error, "UPDATE sheet SET name = ?2 WHERE number = ?1", "ns", number, other);
    return sheet_end_writing(store, done, error);
}

bool sheet_delete(Store *store, const char *name, Error *error)
{
    long long number;
    if (!check_not_basket(name, "deleted", error) || !store_begin(store, error))
        return false;
    bool done = sheet_find(store, name, &number, error) &&
                store_run(store, error, "DELETE FROM sheet_entry WHERE sheet = ?1", "n", number) &&
                store_run(store, error, "DELETE FROM sheet WHERE number = ?1", "n", number);
    return sheet_end_writing(store, done, error);
}

static const char *or_null(const char *text)
{
    return text && *text ? text : NULL;
}

static bool check_property(SheetProperty property, const char *value, Error *error)
{
    if (!sheet_check_text(value, LINE_BYTES, "what a sheet says of itself", error))
        return false;
    bool date_is_wrong = property == SHEET_DATE && value && (strlen(value) != DATE_SIZE - 1 || !date_is_valid(value));
    bool notes_are_wrong = property == SHEET_NOTES && value && strcmp(value, "yes") != 0 && strcmp(value, "no") != 0;
    if (date_is_wrong)
        error_set(error, ERROR_USAGE, "'%s' is no date; write it as YYYY-MM-DD", value);
    else if (notes_are_wrong)
        error_set(error, ERROR_USAGE, "'%s' does not say whether notes are printed; it is yes or no, or nothing for annotations alone",
                  value);
    return !date_is_wrong && !notes_are_wrong;
}

static bool put_setting(Store *store, long long number, const SheetSetting *setting, Error *error)
{
    static const char *const updates[SHEET_PROPERTY_COUNT] = {"UPDATE sheet SET title = ?2 WHERE number = ?1",
                                                              "UPDATE sheet SET audience = ?2 WHERE number = ?1",
                                                              "UPDATE sheet SET author = ?2 WHERE number = ?1",
                                                              "UPDATE sheet SET date = ?2 WHERE number = ?1",
                                                              "UPDATE sheet SET classification = ?2 WHERE number = ?1",
                                                              "UPDATE sheet SET template = ?2 WHERE number = ?1",
                                                              "UPDATE sheet SET notes = ?2 WHERE number = ?1"};
    const char *value = or_null(setting->value);
    return check_property(setting->property, value, error) &&
           store_run(store, error, updates[setting->property], "ns", number, value);
}

/* In a transaction. */
static bool put_settings(Store *store, const char *name, const SheetSetting settings[], size_t count, Error *error)
{
    long long number;
    bool done = sheet_find(store, name, &number, error);
    for (size_t i = 0; done && i < count; i++)
        done = put_setting(store, number, &settings[i], error);
    return done;
}

bool sheet_set_all(Store *store, const char *name, const SheetSetting settings[], size_t count, Error *error)
{
    return store_begin(store, error) && sheet_end_writing(store, put_settings(store, name, settings, count, error), error);
}

bool sheet_set(Store *store, const char *name, SheetProperty property, const char *value, Error *error)
{
    return sheet_set_all(store, name, &(SheetSetting){property, value}, 1, error);
}

bool sheet_create_with(Store *store, const char *name, const SheetSetting settings[], size_t count, Error *error)
{
    if (!store_begin(store, error))
        return false;
    bool done = check_name(store, name, error) &&
                store_run(store, error, "INSERT INTO sheet(name) VALUES (?1)", "s", name) &&
                put_settings(store, name, settings, count, error);
    return sheet_end_writing(store, done, error);
}

/* Runs one of the updates of an entry. */
static bool update_entry(Store *store, const char *name, const char *item, const char *literal, const char *value,
                         Error *error)
{
    long long number;
    char *stored = NULL;
    if (!store_begin(store, error))
        return false;
    bool done = find_entry(store, name, item, &number, &stored, error) &&
                store_run(store, error, literal, "nss", number, stored, or_null(value));
    free(stored);
    return sheet_end_writing(store, done, error);
}

bool sheet_set_remark(Store *store, const char *name, const char *item, const char *text, Error *error)
{
    return sheet_check_text(text, REMARK_BYTES, "a note", error) &&
           update_entry(store, name, item,
                        "UPDATE sheet_entry SET note = CASE WHEN item = ?2 THEN ?3 END WHERE " SAME_ENTRIES, text, error);
}

bool sheet_set_heading(Store *store, const char *name, const char *item, const char *heading, Error *error)
{
    return sheet_check_text(heading, LINE_BYTES, "a heading", error) &&
           update_entry(store, name, item, "UPDATE sheet_entry SET heading = ?3 WHERE sheet = ?1 AND item = ?2",
                        heading, error);
}

bool sheet_set_depth(Store *store, const char *name, const char *item, SheetDepth depth, Error *error)
{
    return update_entry(store, name, item, "UPDATE sheet_entry SET depth = ?3 WHERE sheet = ?1 AND item = ?2",
                        sheet_depth_name(depth), error);
}

bool sheet_set_depth_all(Store *store, const char *name, const StringList *items, SheetDepth depth, Error *error)
{
    long long number;
    if (!store_begin(store, error))
        return false;
    bool done = true;
    for (size_t i = 0; done && i < items->count; i++) {
        char *stored = NULL;
        done = find_entry(store, name, items->items[i], &number, &stored, error) &&
               store_run(store, error, "UPDATE sheet_entry SET depth = ?3 WHERE sheet = ?1 AND item = ?2", "nss", number,
                         stored, sheet_depth_name(depth));
        free(stored);
    }
    return sheet_end_writing(store, done, error);
}

/* What is gone from the data but in a sheet, or has a note already, can still be written about. */
static bool check_notable(Store *store, const char *item, Error *error)
{
    long long known = 0;
    if (!store_number(store, error, &known,
                      "SELECT EXISTS (SELECT 1 FROM sheet_entry e WHERE " LEADS_TO("e", "?1") ")"
                      " OR EXISTS (SELECT 1 FROM item_note n WHERE " LEADS_TO("n", "?1") ")",
                      "s", item))
        return false;
    return known || check_item(store, item, error);
}

/* Words that were written under what has become the item are in what is written now, and go. */
bool note_put(Store *store, const char *id, const char *text, Error *error)
{
    char *item = NULL;
    if (!store_begin(store, error))
        return false;
    bool done = item_id_now(store, id, &item, error) && check_notable(store, item, error) &&
                store_run(store, error,
                          "DELETE FROM item_note WHERE item IN (SELECT f.id FROM formerly f WHERE f.item = ?1)", "s", item);
    if (done && text && *text)
        done = store_run(
            store, error,
            "INSERT INTO item_note(item, text, changed) VALUES (?1, ?2, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))"
            " ON CONFLICT(item) DO UPDATE SET text = excluded.text, changed = excluded.changed",
            "ss", item, text);
    else if (done)
        done = store_run(store, error, "DELETE FROM item_note WHERE item = ?1", "s", item);
    free(item);
    return sheet_end_writing(store, done, error);
}
