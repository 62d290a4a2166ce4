#include "store/reviews.h"
#include "store/condition.h"
#include "store/paper_words.h"
#include "store/review.h"

#include "core/memory.h"

#include <stdlib.h>
#include <string.h>

#define NOTE_REVIEWER "reviewer"

const char *review_state_name(ReviewState state)
{
    static const char *const names[REVIEW_STATE_COUNT] = {"unchecked", "checked", "wrong", "earlier"};
    return names[state];
}

void item_review_clear(ItemReview *review)
{
    free(review->reviewer);
    free(review->date);
    free(review->note);
    *review = (ItemReview){0};
}

void item_review_read(Statement *statement, int first, ItemReview *review)
{
    bool same = statement_number(statement, first + 4) != 0;
    /* What is no verdict can only come from damage: it must not pass for a check. */
    if (!verdict_parse(statement_text(statement, first), &review->verdict))
        review->verdict = VERDICT_WRONG;
    review->reviewer = statement_copy_word(statement, first + 1);
    review->date = statement_copy_word(statement, first + 2);
    review->note = statement_copy(statement, first + 3);
    review->state = !same ? REVIEW_EARLIER : review->verdict == VERDICT_CHECKED ? REVIEW_CHECKED : REVIEW_WRONG;
}

bool item_review_load(Store *store, const char *item, const char *digest, ItemReview *review, Error *error)
{
    Statement statement;
    if (statement_open(store,
                       "SELECT verdict, reviewer, date, note, digest = ?2 FROM review WHERE item = ?1"
                       " ORDER BY date DESC, number DESC LIMIT 1",
                       &statement, error)) {
        statement_bind(&statement, 1, item);
        statement_bind(&statement, 2, digest);
        if (statement_step(&statement))
            item_review_read(&statement, 0, review);
    }
    return statement_close(&statement);
}

char *review_words(const ItemReview *review, bool of_paper)
{
    const char *verdict = review->verdict == VERDICT_CHECKED ? "checked" : "marked wrong";
    if (review->state == REVIEW_NONE)
        return of_paper ? string_copy("not yet checked against the paper's text") : NULL;
    return string_format("%s%s by %s on %s", review->state == REVIEW_EARLIER ? "an earlier text was " : "", verdict,
                         review->reviewer, review->date);
}

void reviews_take(Reviews *reviews, Review *review)
{
    if (reviews->count == reviews->capacity) {
        reviews->capacity = reviews->capacity ? 2 * reviews->capacity : 16;
        reviews->reviews = memory_resize(reviews->reviews, reviews->capacity, sizeof *reviews->reviews);
    }
    reviews->reviews[reviews->count++] = *review;
    *review = (Review){0};
}

void reviews_free(Reviews *reviews)
{
    for (size_t i = 0; i < reviews->count; i++)
        review_free(&reviews->reviews[i]);
    free(reviews->reviews);
    *reviews = (Reviews){0};
}

static bool read_reviews(Statement *statement, Reviews *reviews, Error *error)
{
    while (statement_step(statement)) {
        Review review = {.item = statement_copy_word(statement, 0),
                         .reviewer = statement_copy_word(statement, 2),
                         .date = statement_copy_word(statement, 3),
                         .note = statement_copy(statement, 4),
                         .digest = statement_copy_word(statement, 5)};
        if (!verdict_parse(statement_text(statement, 1), &review.verdict)) {
            error_set_at(error, ERROR_INPUT, store_path(statement->store), 0,
                         "is damaged: a mark of \"%s\" has no verdict", review.item);
            review_free(&review);
            return false;
        }
        reviews_take(reviews, &review);
    }
    return true;
}

bool reviews_list(Store *store, const char *item, Reviews *reviews, Error *error)
{
    Statement statement;
    bool good = false;
    if (item && statement_open(store,
                               "SELECT item, verdict, reviewer, date, note, digest FROM review WHERE item = ?1"
                               " ORDER BY date DESC, number DESC",
                               &statement, error))
        statement_bind(&statement, 1, item);
    else if (!item)
        statement_open(store,
                       "SELECT item, verdict, reviewer, date, note, digest FROM review ORDER BY item, date, number",
                       &statement, error);
    good = read_reviews(&statement, reviews, error);
    return statement_close(&statement) && good;
}

/* Ends what store_begin() began: all of it, or nothing. */
static bool end_writing(Store *store, bool done, Error *error)
{
    done = done && store_commit(store, error);
    if (!done)
        store_rollback(store);
    return done;
}

/* The digest of an item's text, or NULL where there is no such item. The caller owns it. */
static bool read_digest(Store *store, const char *item, char **digest, Error *error)
{
    Statement statement;
    *digest = NULL;
    if (statement_open(store, "SELECT digest FROM item WHERE id = ?1", &statement, error)) {
        statement_bind(&statement, 1, item);
        if (statement_step(&statement))
            *digest = statement_copy_word(&statement, 0);
    }
    return statement_close(&statement);
}

static bool insert(Store *store, const Review *review, bool *added, Error *error)
{
    long long known = 0;
    const char *verdict = verdict_name(review->verdict);
    if (!store_number(store, error, &known,
                      "SELECT 1 FROM review WHERE item = ?1 AND verdict = ?2 AND reviewer = ?3 AND date = ?4"
                      " AND note IS ?5 AND digest = ?6",
                      "ssssss", review->item, verdict, review->reviewer, review->date, review->note, review->digest))
        return false;
    *added = !known;
    return known || store_run(store, error,
                              "INSERT INTO review(item, verdict, reviewer, date, note, digest)"
                              " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                              "ssssss", review->item, verdict, review->reviewer, review->date, review->note,
                              review->digest);
}

static void refuse_item(Store *store, const char *item, Error *error)
{
    char *nearest = nearest_text(store, item, 0);
    error_set(error, ERROR_NOT_FOUND, "there is nothing with the id \"%s\"%s", item, nearest);
    free(nearest);
}

/* In a transaction. */
static bool put(Store *store, const Review *review, bool *added, Error *error)
{
    Review whole = *review;
    char *digest = NULL;
    if (!read_digest(store, review->item, &digest, error))
        return false;
    if (!digest)
        refuse_item(store, review->item, error);
    if (!whole.digest)
        whole.digest = digest;
    whole.reviewer = review_text(review->reviewer);
    whole.note = review_text(review->note);
    bool done = digest && review_check(&whole, ERROR_USAGE, error) && insert(store, &whole, added, error) &&
                store_note_put(store, NOTE_REVIEWER, whole.reviewer, error);
    free(whole.reviewer);
    free(whole.note);
    free(digest);
    return done;
}

char *reviewer_name(Store *store)
{
    return store_note_get(store, NOTE_REVIEWER);
}

/* A mark says that the text was held against the paper's: there must be something of the paper's in it. An item that is
 * not there is put()'s to refuse. */
static bool speaks_of_paper(Store *store, const char *id, Error *error)
{
    long long foreign = 0;
    if (!store_number(store, error, &foreign,
                      "SELECT NOT EXISTS (SELECT 1 FROM (SELECT item, basis FROM citation UNION ALL"
                      " SELECT item, basis FROM field UNION ALL SELECT item, basis FROM link) b"
                      " WHERE b.item = ?1 AND b.basis IN ('" PAPER_WORDS_BASIS "', 'abstract', 'companion'))"
                      " FROM item WHERE id = ?1",
                      "s", id))
        return false;
    if (foreign)
        error_set(error, ERROR_USAGE,
                  "nothing in %s is said to be the paper's, so there is nothing to hold against its text", id);
    return !foreign;
}

bool review_put(Store *store, const Review *review, bool *added, Error *error)
{
    bool ignored;
    return speaks_of_paper(store, review->item, error) && store_begin(store, error) &&
           end_writing(store, put(store, review, added ? added : &ignored, error), error);
}

static bool remove_latest(Store *store, const char *item, Review *review, Error *error)
{
    Reviews reviews = {0};
    bool done = reviews_list(store, item, &reviews, error);
    if (done && reviews.count == 0) {
        error_set(error, ERROR_NOT_FOUND, "\"%s\" has no mark to take back", item);
        done = false;
    }
    done = done && store_run(store, error,
                             "DELETE FROM review WHERE number = (SELECT number FROM review WHERE item = ?1"
                             " ORDER BY date DESC, number DESC LIMIT 1)",
                             "s", item);
    if (done && review) {
        *review = reviews.reviews[0];
        reviews.reviews[0] = (Review){0};
    }
    reviews_free(&reviews);
    return done;
}

bool review_remove(Store *store, const char *item, Review *review, Error *error)
{
    return store_begin(store, error) && end_writing(store, remove_latest(store, item, review, error), error);
}

static bool merge_one(Store *store, const Review *review, ReviewMerge *merge, Error *error)
{
    char *digest = NULL;
    bool added = false;
    bool done = read_digest(store, review->item, &digest, error);
    if (done && !digest && !string_list_contains(&merge->unknown, review->item))
        string_list_add(&merge->unknown, review->item);
    if (done && digest) {
        done = insert(store, review, &added, error);
        merge->added += added;
        merge->known += !added;
        merge->earlier += added && strcmp(digest, review->digest) != 0;
    }
    free(digest);
    return done;
}

bool reviews_merge(Store *store, const Reviews *reviews, bool dry_run, ReviewMerge *merge, Error *error)
{
    bool done = true;
    if (!store_begin(store, error))
        return false;
    for (size_t i = 0; done && i < reviews->count; i++)
        done = review_check(&reviews->reviews[i], ERROR_INPUT, error) &&
               merge_one(store, &reviews->reviews[i], merge, error);
    if (dry_run && done) {
        store_rollback(store);
        return true;
    }
    return end_writing(store, done, error);
}

void review_merge_free(ReviewMerge *merge)
{
    string_list_free(&merge->unknown);
    *merge = (ReviewMerge){0};
}
