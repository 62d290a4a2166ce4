/* What one source says about one item: the unit that a reader makes, the loader checks and the store keeps. */
#ifndef GAIRO_CORE_RECORD_H
#define GAIRO_CORE_RECORD_H

#include "core/digest.h"
#include "core/error.h"
#include "core/frame.h"
#include "core/vocabulary.h"

#include <stdbool.h>
#include <stddef.h>

/* Where a statement comes from. reference is the id of a reference or an instrument; locator a section, an article, a
 * file (NULL: the whole); basis a name of the basis table. */
typedef struct Citation {
    char *reference;
    char *locator;
    char *basis;
    long line; /* of a record's own citation; 0 in the others and where it is not known */
} Citation;

/* As string_compare(), over reference, locator and basis. */
int citation_compare(const Citation *a, const Citation *b);

typedef struct RecordField {
    char *name;
    char *value;       /* NULL for FIELD_TEXT */
    char *text;        /* the words; NULL where there are none; paragraphs are separated by an empty line */
    Citation citation; /* all NULL: the item's own */
    long line;
} RecordField;

typedef struct RecordLink {
    char *relation;
    char *to;
    char *text; /* why; may be NULL */
    Citation citation;
    long line;
} RecordLink;

typedef struct RecordCell {
    char *component;
    char *value;
    char *licence; /* as the source spells it; NULL where it names none */
    char *guess;   /* NULL where there is none */
    char *text;    /* a note; may be NULL */
    long line;
} RecordCell;

typedef struct RecordEvent {
    char *date;
    char *type;
    char *text; /* may be NULL */
    long line;
} RecordEvent;

/* Starts with record_new(). Owns everything in it. Arrays are in the order of the file. */
typedef struct Record {
    Kind kind;
    char *id;
    char *title;
    char *summary; /* NULL where there is none */
    char *body;    /* paragraphs separated by an empty line; NULL where there is none */
    char *file;    /* as the user named it */
    long line;
    Citation *citations;
    size_t citation_count;
    RecordField *fields;
    size_t field_count;
    RecordLink *links;
    size_t link_count;
    RecordCell *cells;
    size_t cell_count;
    RecordEvent *events;
    size_t event_count;
} Record;

Record *record_new(void);
void record_free(Record *record); /* NULL is allowed */

/* Each appends a zeroed entry and returns it, to be filled with strings that the record then owns. The pointer is valid
 * until the next entry of its array is added. */
Citation *record_add_citation(Record *record);
RecordField *record_add_field(Record *record);
RecordLink *record_add_link(Record *record);
RecordCell *record_add_cell(Record *record);
RecordEvent *record_add_event(Record *record);

/* Checks a record by the vocabulary: id, required parts (title; a citation; both ends' kinds where the id tells; every
 * link with reference and basis), choices, dates, levels, lengths, duplicates, valid UTF-8. The readers call it, and so
 * does the loader on what the worker sent. Fails with ERROR_INPUT at the file and line of the fault. */
bool record_check(const Record *record, Error *error);

/* The digest of what the record asserts: everything but file and lines; links, cells and citations in a fixed order. */
void record_digest(const Record *record, char result[DIGEST_SIZE]);

#define FRAME_RECORD 'R'

/* To and from a frame of type FRAME_RECORD. Decoding fails with ERROR_INPUT on anything malformed; the caller owns the
 * record. */
void record_encode(const Record *record, Frame *frame);
Record *record_decode(const Frame *frame, Error *error);

/* Limits that every reader and the loader hold to. */
#define RECORD_TITLE_BYTES 500u
#define RECORD_SUMMARY_BYTES 2000u
#define RECORD_TEXT_BYTES (256u * 1024)
#define RECORD_TOKEN_BYTES 300u   /* a token, a locator, a cell's licence and guess */
#define RECORD_ENTRIES_MAX 20000u /* citations, fields, links, cells and events together */

#endif
