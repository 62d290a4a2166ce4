/* A person's word on an item's text: it was checked against its source, or it is wrong. */
#ifndef GAIRO_CORE_REVIEW_H
#define GAIRO_CORE_REVIEW_H

#include "core/error.h"
#include "core/frame.h"

#include <stdbool.h>
#include <stddef.h>

typedef enum Verdict { VERDICT_CHECKED, VERDICT_WRONG, VERDICT_COUNT } Verdict;

/* "checked", "wrong". */
const char *verdict_name(Verdict verdict);
/* False where there is none of that name; NULL gives false. */
bool verdict_parse(const char *name, Verdict *verdict);

/* Starts zeroed. Owns its strings. */
typedef struct Review {
    char *item; /* an id */
    Verdict verdict;
    char *reviewer; /* a name, one line */
    char *date;     /* YYYY-MM-DD */
    char *note;     /* NULL where there is none */
    char *digest;   /* of the text that was looked at: Item's digest at that time */
} Review;

void review_free(Review *review); /* leaves it zeroed */

/* A name or a note as it is kept: white space folded to single blanks, none at either end; NULL where nothing is left.
 * The caller owns it. */
char *review_text(const char *text);
/* Checks all of it: id, name, day, note, digest, lengths, valid UTF-8, no control characters. Fails with code
 * (ERROR_USAGE where a user gave it, ERROR_INPUT where a file did), saying what would be right. */
bool review_check(const Review *review, ErrorCode code, Error *error);
/* Its parts, for asking them one by one. */
bool review_check_reviewer(const char *reviewer, ErrorCode code, Error *error);
bool review_check_date(const char *date, ErrorCode code, Error *error);
bool review_check_note(const char *note, ErrorCode code, Error *error); /* NULL is good */

#define FRAME_REVIEW 'V'

/* To and from a frame of type FRAME_REVIEW. Decoding fails on what is malformed, and leaves review zeroed. */
void review_encode(const Review *review, Frame *frame);
bool review_decode(const Frame *frame, Review *review);

/* Limits, in bytes. */
#define REVIEW_NAME_BYTES 200u
#define REVIEW_NOTE_BYTES 8000u

#endif
