#include "config.h"

#include "core/review.h"

#include "core/date.h"
#include "core/digest.h"
#include "core/memory.h"
#include "core/sanitise.h"
#include "core/text.h"
#include "core/vocabulary.h"

#include <stdlib.h>
#include <string.h>

static const char *const verdicts[VERDICT_COUNT] = {"checked", "wrong"};

const char *verdict_name(Verdict verdict)
{
    return verdicts[verdict];
}

bool verdict_parse(const char *name, Verdict *verdict)
{
    for (int i = 0; name && i < VERDICT_COUNT; i++) {
        if (strcmp(verdicts[i], name) == 0) {
            *verdict = (Verdict)i;
            return true;
        }
    }
    return false;
}

void review_free(Review *review)
{
    free(review->item);
    free(review->reviewer);
    free(review->date);
    free(review->note);
    free(review->digest);
    *review = (Review){0};
}

char *review_text(const char *text)
{
    Text folded = {0};
    for (const char *c = text ? text : ""; *c; c++) {
        bool blank = strchr(" \t\r\n", *c) != NULL;
        if (!blank)
            text_append_character(&folded, *c);
        else if (folded.length > 0 && folded.data[folded.length - 1] != ' ')
            text_append_character(&folded, ' ');
    }
    if (folded.length > 0 && folded.data[folded.length - 1] == ' ')
        folded.data[--folded.length] = '\0';
    if (folded.length > 0)
        return text_take(&folded);
    text_free(&folded);
    return NULL;
}

/* What goes out into a file and comes in again must be the same mark: only text that neither folding nor the sanitiser
 * changes. */
static bool is_text(const char *text, size_t limit)
{
    char *folded = review_text(text), *clean = sanitise_string(text, SANITISE_LINE);
    bool good = folded && strlen(text) <= limit && strcmp(text, folded) == 0 && strcmp(text, clean) == 0;
    free(folded);
    free(clean);
    return good;
}

bool review_check_reviewer(const char *reviewer, ErrorCode code, Error *error)
{
    if (reviewer && is_text(reviewer, REVIEW_NAME_BYTES))
        return true;
    error_set(error, code, "a reviewer's name is one line of 1 to %u bytes of UTF-8 text, without control characters", REVIEW_NAME_BYTES);
    return false;
}

bool review_check_date(const char *date, ErrorCode code, Error *error)
{
    char latest[DATE_SIZE], today[DATE_SIZE];

    if (!date || strlen(date) != DATE_SIZE - 1 || !date_is_valid(date)) {
        error_set(error, code, "a review has a day as YYYY-MM-DD, not \"%s\"", date ? date : "");
        return false;
    }
    /* The latest mark counts: one of a day to come would outdo all that are still made. */
    date_today_anywhere(latest);
    if (date_compare(date, latest) <= 0)
        return true;
    date_today(today);
    error_set(error, code, "a review is not of a day to come: %s is after today, %s", date, today);
    return false;
}

bool review_check_note(const char *note, ErrorCode code, Error *error)
{
    if (!note || is_text(note, REVIEW_NOTE_BYTES))
        return true;
    error_set(error, code, "a note is one line of at most %u bytes of UTF-8 text, without control characters", REVIEW_NOTE_BYTES);
    return false;
}

static bool is_digest(const char *digest)
{
    return digest && strlen(digest) == DIGEST_SIZE - 1 && strspn(digest, "0123456789abcdef") == DIGEST_SIZE - 1;
}

bool review_check(const Review *review, ErrorCode code, Error *error)
{
    if (!id_kinds(review->item)) {
        error_set(error, code, "\"%s\" is no id", review->item ? review->item : "");
        return false;
    }
    if (!is_digest(review->digest)) {
        error_set(error, code, "a digest is 64 lower-case hexadecimal digits");
        return false;
    }
    return review_check_reviewer(review->reviewer, code, error) && review_check_date(review->date, code, error) &&
           review_check_note(review->note, code, error);
}

void review_encode(const Review *review, Frame *frame)
{
    frame_clear(frame);
    frame->type = FRAME_REVIEW;
    frame_add(frame, review->item);
    frame_add(frame, verdict_name(review->verdict));
    frame_add(frame, review->reviewer);
    frame_add(frame, review->date);
    frame_add(frame, review->note);
    frame_add(frame, review->digest);
}

/* A string with a NUL inside is cut to what is before it, and judged as that. */
bool review_decode(const Frame *frame, Review *review)
{
    *review = (Review){0};
    if (frame->type != FRAME_REVIEW || frame->count != 6 || !verdict_parse(frame_string(frame, 1), &review->verdict))
        return false;
    review->item = string_copy(frame_string(frame, 0));
    review->reviewer = string_copy(frame_string(frame, 2));
    review->date = string_copy(frame_string(frame, 3));
    review->note = string_copy(frame_string(frame, 4));
    review->digest = string_copy(frame_string(frame, 5));
    if (review_check(review, ERROR_INPUT, NULL))
        return true;
    review_free(review);
    return false;
}
