/* The user's own things: the basket, sheets, notes, marks. No import touches them; entries keep the item's title, so
 * that they stay readable when the item is gone. Each writing call is a transaction of its own, and one step of undo. */
#ifndef GAIRO_STORE_SHEETS_H
#define GAIRO_STORE_SHEETS_H

#include "core/text.h"
#include "store/store.h"

#include <stddef.h>

/* The basket is the sheet of this name; it always exists. */
#define BASKET_NAME "basket"

/* How much of an entry is shown. */
typedef enum SheetDepth {
    DEPTH_FULL,    /* everything */
    DEPTH_SUMMARY, /* title, where it is from, summary, and what is said of it in a word: effect, evidence, state, horizon */
    DEPTH_TITLE,   /* its title and where it is from */
    DEPTH_COUNT
} SheetDepth;
const char *sheet_depth_name(SheetDepth depth); /* "full", "summary", "title" */
/* False where there is none of that name. */
bool sheet_depth_parse(const char *name, SheetDepth *depth);

/* What a sheet says of itself. */
typedef enum SheetProperty {
    SHEET_TITLE,
    SHEET_AUDIENCE,       /* whom it is for */
    SHEET_AUTHOR,
    SHEET_DATE,           /* YYYY-MM-DD, printed in place of today */
    SHEET_CLASSIFICATION, /* a line on every page: "For official use only" */
    SHEET_TEMPLATE,       /* a name of sheets/templates.h */
    SHEET_NOTES,          /* "yes", "no": whether the user's words are printed (sheet_notes()) */
    SHEET_PROPERTY_COUNT
} SheetProperty;
const char *sheet_property_name(SheetProperty property); /* "classification" */
/* False where there is none of that name. */
bool sheet_property_parse(const char *name, SheetProperty *property);

/* Which of the user's words leave the room with a document. */
typedef enum SheetNotes {
    NOTES_AS_SAID,     /* as the sheet says; where it says nothing, or there is no sheet: the annotations */
    NOTES_ANNOTATIONS, /* what was written in the sheet, for it (remarks of entries) */
    NOTES_ALL,         /* the user's notes on the items too, which are private otherwise */
    NOTES_NONE
} SheetNotes;

typedef struct SheetEntry {
    char *id;
    char *stored;  /* the id that it was put in by, which has become id since, or is it */
    char *title;   /* the item's, or as it was when added */
    char *note;    /* the user's own words on the item, in every sheet; NULL */
    char *remark;  /* the user's own words on it in this sheet; NULL */
    char *heading; /* that it stands under; NULL: that of its kind */
    SheetDepth depth;
    char *added;   /* the day it was put in, YYYY-MM-DD; NULL where that is not known (put in by an older gairo) */
    char *digest;  /* the item's on that day; NULL */
    char *state;   /* of a law: its state on that day (store/law.h), as it was known then; NULL */
    bool gone;     /* the item is no longer there */
} SheetEntry;

typedef struct Sheet {
    char *name;
    char *properties[SHEET_PROPERTY_COUNT]; /* each NULL where it was not given */
    SheetEntry *entries;                    /* in the user's order */
    size_t entry_count;
} Sheet;

/* NULL with ERROR_NOT_FOUND where there is none of that name (the message names the nearest). Owned by the caller. */
Sheet *sheet_load(Store *store, const char *name, Error *error);
void sheet_free(Sheet *sheet);
/* A property, or NULL. */
const char *sheet_property(const Sheet *sheet, SheetProperty property);
/* What the sheet says of the user's words; never NOTES_AS_SAID. NULL: no sheet. */
SheetNotes sheet_notes(const Sheet *sheet);
/* How many of its items the user wrote a note on (not: in the sheet). */
size_t sheet_note_count(const Sheet *sheet);
/* True where some entry stands under a heading of the user's. */
bool sheet_has_headings(const Sheet *sheet);
bool sheet_names(Store *store, StringList *names, Error *error);
/* Adds at the end; what is in it already stays where it is. Fails with ERROR_NOT_FOUND for an unknown item. */
bool sheet_add(Store *store, const char *name, const char *item, Error *error);
/* The same for several, all or none. */
bool sheet_add_all(Store *store, const char *name, const StringList *items, Error *error);
bool sheet_remove(Store *store, const char *name, const char *item, Error *error);
/* Moves an entry by offset places (negative: up), as far as it goes. */
bool sheet_move(Store *store, const char *name, const char *item, int offset, Error *error);
/* Moves an entry to a place, counted from 1; beyond the last one it becomes the last. */
bool sheet_place(Store *store, const char *name, const char *item, size_t place, Error *error);
bool sheet_clear(Store *store, const char *name, Error *error);
/* One of the things that a sheet says of itself, and what. */
typedef struct SheetSetting {
    SheetProperty property;
    const char *value; /* NULL or "": it is taken away */
} SheetSetting;
/* Makes an empty sheet; fails with ERROR_USAGE where the name is taken or empty. title may be NULL. */
bool sheet_create(Store *store, const char *name, const char *title, Error *error);
/* The same with settings, all or nothing. Fails as sheet_create() and sheet_set() do. */
bool sheet_create_with(Store *store, const char *name, const SheetSetting settings[], size_t count, Error *error);
/* Makes a sheet with the properties and the entries of another. */
bool sheet_copy(Store *store, const char *name, const char *copy, Error *error);
/* The basket can neither be renamed nor deleted (ERROR_USAGE). */
bool sheet_rename(Store *store, const char *name, const char *other, Error *error);
bool sheet_delete(Store *store, const char *name, Error *error);
/* NULL or "" takes the property away. Fails with ERROR_USAGE on a date that is none, a text of more than a line's length
 * (500 bytes), bytes that are no text, or for SHEET_NOTES another word than yes and no. A template's name is not checked here. */
bool sheet_set(Store *store, const char *name, SheetProperty property, const char *value, Error *error);
/* The same for several, all or none, in their order. */
bool sheet_set_all(Store *store, const char *name, const SheetSetting settings[], size_t count, Error *error);
/* Of an entry: what is said of it in this sheet (text of up to 8000 bytes), the heading it stands under (500 bytes), how much is
 * shown. NULL or "" takes it away. Fail with ERROR_NOT_FOUND where the sheet has no such entry. */
bool sheet_set_remark(Store *store, const char *name, const char *item, const char *text, Error *error);
bool sheet_set_heading(Store *store, const char *name, const char *item, const char *heading, Error *error);
bool sheet_set_depth(Store *store, const char *name, const char *item, SheetDepth depth, Error *error);
/* The same for several, all or none. */
bool sheet_set_depth_all(Store *store, const char *name, const StringList *items, SheetDepth depth, Error *error);

/* The user's note on an item; text NULL or "" takes it away. */
bool note_put(Store *store, const char *item, const char *text, Error *error);

#endif
