/* The parts of record_check(). Internal to core. Each fails with ERROR_INPUT at the record's file and the entry's line.
 */
#ifndef GAIRO_CORE_RECORD_CHECK_H
#define GAIRO_CORE_RECORD_CHECK_H

#include "core/record.h"
#include "core/text.h"

typedef struct RecordCheck {
    const Record *record;
    Error *error;
} RecordCheck;

/* Sets the error at line (0: the record's own) and returns false. */
bool record_fault(const RecordCheck *check, long line, const char *format, ...) __attribute__((format(printf, 3, 4)));
/* For "%.*s" in a message: a value of any length, cut to what a message can bear. */
#define SHOWN(value) shown_length(value), ((value) ? (value) : "")
int shown_length(const char *value);
/* Appends one more name to a list "a, b, c". */
void append_name(Text *list, const char *name);
/* True where text is NULL or holds nothing but white space. */
bool is_blank(const char *text);

/* Checks length (bytes) and UTF-8 of a text, which may be NULL; what names it in the message. */
bool check_text(const RecordCheck *check, long line, const char *what, const char *text, size_t limit);
bool check_citation(const RecordCheck *check, long line, const char *what, const Citation *citation);
bool check_field(const RecordCheck *check, const RecordField *field);
bool check_link(const RecordCheck *check, const RecordLink *link);
bool check_cell(const RecordCheck *check, const RecordCell *cell);
bool check_event(const RecordCheck *check, const RecordEvent *event);
/* That no entry says what another one says already. */
bool check_duplicates(const RecordCheck *check);

#endif
