#include "store/sheets.h"
#include "store/condition.h"
#include "store/following.h"
#include "store/sheet_rows.h"

#include "core/memory.h"

#include <stdlib.h>
#include <string.h>

static const char *const depth_names[DEPTH_COUNT] = {"full", "summary", "title"};
static const char *const property_names[SHEET_PROPERTY_COUNT] = {"title",          "audience", "author", "date",
                                                                 "classification", "template", "notes"};

/* The place of a name among count names; count where it is none of them. */
static size_t find_name(const char *const names[], size_t count, const char *name)
{
    size_t place = 0;
    while (place < count && (!name || strcmp(names[place], name) != 0))
        place++;
    return place;
}

const char *sheet_depth_name(SheetDepth depth)
{
    return depth_names[depth];
}

bool sheet_depth_parse(const char *name, SheetDepth *depth)
{
    size_t place = find_name(depth_names, DEPTH_COUNT, name);
    if (place < DEPTH_COUNT)
        *depth = (SheetDepth)place;
    return place < DEPTH_COUNT;
}

const char *sheet_property_name(SheetProperty property)
{
    return property_names[property];
}

bool sheet_property_parse(const char *name, SheetProperty *property)
{
    size_t place = find_name(property_names, SHEET_PROPERTY_COUNT, name);
    if (place < SHEET_PROPERTY_COUNT)
        *property = (SheetProperty)place;
    return place < SHEET_PROPERTY_COUNT;
}

const char *sheet_property(const Sheet *sheet, SheetProperty property)
{
    return sheet->properties[property];
}

SheetNotes sheet_notes(const Sheet *sheet)
{
    const char *said = sheet ? sheet_property(sheet, SHEET_NOTES) : NULL;
    if (!said)
        return NOTES_ANNOTATIONS;
    return strcmp(said, "yes") == 0 ? NOTES_ALL : NOTES_NONE;
}

size_t sheet_note_count(const Sheet *sheet)
{
    size_t count = 0;
    for (size_t i = 0; i < sheet->entry_count; i++)
        count += sheet->entries[i].note != NULL;
    return count;
}

bool sheet_has_headings(const Sheet *sheet)
{
    for (size_t i = 0; i < sheet->entry_count; i++)
        if (sheet->entries[i].heading)
            return true;
    return false;
}

void sheet_free(Sheet *sheet)
{
    if (!sheet)
        return;
    for (size_t i = 0; i < sheet->entry_count; i++) {
        free(sheet->entries[i].id);
        free(sheet->entries[i].stored);
        free(sheet->entries[i].title);
        free(sheet->entries[i].note);
        free(sheet->entries[i].remark);
        free(sheet->entries[i].heading);
        free(sheet->entries[i].added);
        free(sheet->entries[i].digest);
        free(sheet->entries[i].state);
    }
    free(sheet->entries);
    free(sheet->name);
    for (size_t i = 0; i < SHEET_PROPERTY_COUNT; i++)
        free(sheet->properties[i]);
    free(sheet);
}

bool sheet_find(Store *store, const char *name, long long *number, Error *error)
{
    *number = 0;
    if (!store_number(store, error, number, "SELECT number FROM sheet WHERE name = ?1", "s", name))
        return false;
    if (*number != 0)
        return true;
    StringList names = {0};
    if (sheet_names(store, &names, error)) {
        char *hint = nearest_name_text(name, &names);
        error_set(error, ERROR_NOT_FOUND, "there is no sheet \"%s\"%s", name, hint);
        free(hint);
    }
    string_list_free(&names);
    return false;
}

/* Of an item that was put in under two ids before they became one: it stands once, with what was said of each. */
static bool take_again(Sheet *sheet, Statement *statement)
{
    for (size_t i = 0; i < sheet->entry_count; i++) {
        SheetEntry *entry = &sheet->entries[i];
        const char *remark = statement_text(statement, 4);
        if (strcmp(entry->id, statement_word(statement, 0)) != 0)
            continue;
        if (remark) {
            char *both = string_format("%s%s%s", entry->remark ? entry->remark : "", entry->remark ? "\n\n" : "", remark);
            free(entry->remark);
            entry->remark = both;
        }
        return true;
    }
    return false;
}

static bool read_entries(Store *store, long long number, Sheet *sheet, Error *error)
{
    Statement statement;
    size_t capacity = 0;
    if (statement_open(store,
                       "SELECT e.now, coalesce(i.title, e.title), " NOTE_OF("e.now") ", i.id IS NULL,"
                       " e.note, e.heading, e.depth, e.added, e.digest, e.state, e.item"
                       " FROM (SELECT *, " LED_TO("sheet_entry") " AS now FROM sheet_entry WHERE sheet = ?1) e"
                       " LEFT JOIN item i ON i.id = e.now ORDER BY e.position",
                       &statement, error)) {
        statement_bind_number(&statement, 1, number);
        while (statement_step(&statement)) {
            if (sheet->entry_count == capacity) {
                capacity = capacity ? 2 * capacity : 16;
                sheet->entries = memory_resize(sheet->entries, capacity, sizeof *sheet->entries);
            }
            if (take_again(sheet, &statement))
                continue;
            SheetEntry *entry = &sheet->entries[sheet->entry_count++];
            *entry = (SheetEntry){.id = statement_copy_word(&statement, 0),
                                  .title = statement_copy_word(&statement, 1),
                                  .note = statement_copy(&statement, 2),
                                  .gone = statement_number(&statement, 3) != 0,
                                  .remark = statement_copy(&statement, 4),
                                  .heading = statement_copy(&statement, 5),
                                  .depth = DEPTH_FULL,
                                  .added = statement_copy(&statement, 7),
                                  .digest = statement_copy(&statement, 8),
                                  .state = statement_copy(&statement, 9),
                                  .stored = statement_copy_word(&statement, 10)};
            (void)sheet_depth_parse(statement_word(&statement, 6), &entry->depth);
        }
    }
    return statement_close(&statement);
}

static bool read_properties(Store *store, long long number, Sheet *sheet, Error *error)
{
    Statement statement;
    if (statement_open(store, "SELECT title, audience, author, date, classification, template, notes FROM sheet WHERE number = ?1", &statement, error)) {
        statement_bind_number(&statement, 1, number);
        if (statement_step(&statement))
            for (int i = 0; i < SHEET_PROPERTY_COUNT; i++)
                sheet->properties[i] = statement_copy(&statement, i);
    }
    return statement_close(&statement);
}

Sheet *sheet_load(Store *store, const char *name, Error *error)
{
    long long number;
    if (!sheet_find(store, name, &number, error))
        return NULL;
    Sheet *sheet = memory_zeroed(1, sizeof *sheet);
    sheet->name = string_copy(name);
    if (read_properties(store, number, sheet, error) && read_entries(store, number, sheet, error))
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
