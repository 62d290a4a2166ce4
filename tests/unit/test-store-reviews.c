/* Marks on items: which counts, which text it was, and that no load touches them. */
#include "tests/unit/store_fixture.h"

#include "core/memory.h"
#include "store/database.h"
#include "store/items.h"
#include "store/paper_words.h"
#include "store/review_walk.h"

#include <stdlib.h>
#include <string.h>

#define RISK "risk.job-loss"
#define OTHER_DIGEST "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

static bool mark(Store *store, const char *item, Verdict verdict, const char *reviewer, const char *date,
                 const char *note)
{
    Review review = {.item = string_copy(item),
                     .verdict = verdict,
                     .reviewer = string_copy(reviewer),
                     .date = string_copy(date),
                     .note = string_copy(note)};
    Error error = {0};
    bool added = false;
    review_put(store, &review, &added, &error);
    check_error(&error);
    review_free(&review);
    return added;
}

/* What a reader is told of the item. */
static void check_words(Store *store, const char *item, const char *expected)
{
    Error error = {0};
    Item *loaded = item_load(store, item, &error);
    check_error(&error);
    char *words = review_words(&loaded->review, item_is_unchecked(loaded));
    if (expected)
        assert_string_equal(words, expected);
    else
        assert_null(words);
    free(words);
    item_free(loaded);
}

/* A risk in our words for the paper's, with a field, from a source of its own. */
static Record *paper_risk(const char *summary, const char *reason)
{
    Record *record = make_record(KIND_RISK, "risk.of-paper", "A risk of the paper");
    free(record->summary);
    record->summary = string_copy(summary);
    free(record->citations[0].basis);
    record->citations[0].basis = string_copy("paper");
    add_field(record, "effect", "raises", reason);
    return record;
}

static void tells_the_latest(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    /* Only what is said to be the paper's is marked. */
    assert_true(store_run(store, NULL, "UPDATE citation SET basis = 'abstract' WHERE item = ?1", "s", RISK));
    check_words(store, RISK, NULL);
    assert_true(mark(store, RISK, VERDICT_WRONG, "Ada", "2026-03-01", "The second sentence  is not\nin it"));
    check_words(store, RISK, "marked wrong by Ada on 2026-03-01");
    assert_true(mark(store, RISK, VERDICT_CHECKED, "Bo", "2026-04-01", NULL));
    check_words(store, RISK, "checked by Bo on 2026-04-01");
    /* An older one, merged later, changes nothing; the same one again is no other. */
    assert_true(mark(store, RISK, VERDICT_WRONG, "Cy", "2026-02-01", NULL));
    assert_false(mark(store, RISK, VERDICT_WRONG, "Cy", "2026-02-01", NULL));
    check_words(store, RISK, "checked by Bo on 2026-04-01");
    assert_true(mark(store, RISK, VERDICT_WRONG, "Bo", "2026-04-01", NULL));
    check_words(store, RISK, "marked wrong by Bo on 2026-04-01");
    Reviews reviews = {0};
    Error error = {0};
    assert_true(reviews_list(store, RISK, &reviews, &error));
    assert_int_equal(reviews.count, 4);
    assert_string_equal(reviews.reviews[2].reviewer, "Ada");
    assert_string_equal(reviews.reviews[2].note, "The second sentence is not in it");
    char *name = reviewer_name(store);
    assert_string_equal(name, "Bo");
    free(name);
    reviews_free(&reviews);
}

static void takes_back(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Error error = {0};
    Review review = {0};
    /* Only what is said to be the paper's is marked. */
    assert_true(store_run(store, NULL, "UPDATE citation SET basis = 'abstract' WHERE item = ?1", "s", RISK));
    mark(store, RISK, VERDICT_CHECKED, "Ada", "2026-03-01", NULL);
    mark(store, RISK, VERDICT_WRONG, "Bo", "2026-04-01", NULL);
    assert_true(review_remove(store, RISK, &review, &error));
    assert_string_equal(review.reviewer, "Bo");
    assert_int_equal(review.verdict, VERDICT_WRONG);
    review_free(&review);
    check_words(store, RISK, "checked by Ada on 2026-03-01");
    assert_true(review_remove(store, RISK, NULL, &error));
    check_words(store, RISK, NULL);
    assert_false(review_remove(store, RISK, NULL, &error));
    assert_code(&error, ERROR_NOT_FOUND);
}

static void notices_another_text(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    put_alone(store, "papers", 50, paper_risk("What the paper says.", "Because."));
    check_words(store, "risk.of-paper", "not yet checked against the paper's text");
    mark(store, "risk.of-paper", VERDICT_CHECKED, "Ada", "2026-03-01", NULL);
    check_words(store, "risk.of-paper", "checked by Ada on 2026-03-01");
    Record *moved = paper_risk("What the paper says.", "Because.");
    moved->line += 100;
    moved->fields[0].line += 100;
    put_alone(store, "papers", 50, moved);
    check_words(store, "risk.of-paper", "checked by Ada on 2026-03-01");
    put_alone(store, "papers", 50, paper_risk("What the paper says.", "For another reason."));
    check_words(store, "risk.of-paper", "an earlier text was checked by Ada on 2026-03-01");
    put_alone(store, "papers", 50, paper_risk("What it does not say.", "Because."));
    check_words(store, "risk.of-paper", "an earlier text was checked by Ada on 2026-03-01");
    /* The text of then is checked still. */
    put_alone(store, "papers", 50, paper_risk("What the paper says.", "Because."));
    check_words(store, "risk.of-paper", "checked by Ada on 2026-03-01");
    begin(store);
    Error error = {0};
    assert_true(store_record_remove(store, "papers", "risk.of-paper", &error));
    finish(store);
    Reviews reviews = {0};
    assert_true(reviews_list(store, NULL, &reviews, &error));
    assert_int_equal(reviews.count, 1);
    reviews_free(&reviews);
}

/* One definition of what is to be checked: item, list, walk and counts agree, also where only a field or a link of an item is
 * the paper's. */
static void counts_what_is_of_the_paper(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Error error = {0};
    PaperWords before, words;
    ReviewWalk walk = {0};
    Query query = {0};
    assert_true(paper_words_count(store, NULL, &before, &error));
    begin(store);
    Record *record = make_record(KIND_TERM, "term.of-paper", "Of the paper");
    free(record->citations[0].basis);
    record->citations[0].basis = string_copy("paper");
    put(store, "gairo", record);
    record = make_record(KIND_TERM, "term.own", "Our own");
    put(store, "gairo", record);
    record = make_record(KIND_INSTRUMENT, "instrument.covered", "A law that the paper covers");
    add_field(record, "as-in-the-paper", NULL, "Covered.");
    RecordField *field = &record->fields[record->field_count - 1];
    field->citation.reference = string_copy(record->citations[0].reference);
    field->citation.basis = string_copy("paper");
    put(store, "gairo", record);
    record = make_record(KIND_RISK, "risk.linked", "A risk of ours in an area of the paper");
    add_link(record, "in", "area.society");
    free(record->links[record->link_count - 1].citation.basis);
    record->links[record->link_count - 1].citation.basis = string_copy("paper");
    put(store, "gairo", record);
    finish(store);
    assert_true(paper_words_count(store, NULL, &words, &error));
    assert_int_equal(words.items, before.items + 3);
    assert_int_equal(paper_words_unchecked(&words), paper_words_unchecked(&before) + 3);
    static const char *const ids[] = {"term.of-paper", "term.own", "instrument.covered", "risk.linked"};
    assert_true(review_walk_load(store, &query, NULL, &walk, &error));
    assert_int_equal(walk.ids.count, words.items);
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
        Item *item = item_load(store, ids[i], &error);
        assert_int_equal(item_is_unchecked(item), i != 1);
        assert_int_equal(string_list_contains(&walk.ids, ids[i]), i != 1);
        item_free(item);
    }
    review_walk_free(&walk);
    assert_true(mark(store, "instrument.covered", VERDICT_CHECKED, "Ada Example", "2026-11-20", NULL));
    assert_true(paper_words_count(store, NULL, &words, &error));
    assert_int_equal(words.items, before.items + 3);
    assert_int_equal(words.states[REVIEW_CHECKED], before.states[REVIEW_CHECKED] + 1);
    assert_int_equal(paper_words_unchecked(&words), paper_words_unchecked(&before) + 2);
    assert_true(query_parse_condition(&query, "kind=instrument", &error));
    assert_true(paper_words_count(store, &query, &words, &error));
    char *text = paper_words_text(&words);
    assert_string_equal(text, "1 item in our words for the paper: 0 unchecked");
    free(text);
    query_free(&query);
}

static size_t count(Store *store, const char *condition, bool *unchecked, char **words)
{
    Query query = {.kinds = KIND_BIT(KIND_RISK)};
    ItemRows rows = {0};
    Error error = {0};
    assert_true(query_parse_condition(&query, condition, &error));
    assert_true(query_parse_condition(&query, "basis=paper", &error));
    assert_true(items_list(store, &query, &rows, &error));
    size_t found = rows.count;
    if (found > 0) {
        *unchecked = rows.rows[0].unchecked;
        *words = string_copy(rows.rows[0].review);
    }
    item_rows_free(&rows);
    query_free(&query);
    return found;
}

static void selects(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    bool unchecked = false;
    char *words = NULL;
    put_alone(store, "papers", 50, paper_risk("What the paper says.", "Because."));
    assert_int_equal(count(store, "review=unchecked", &unchecked, &words), 1);
    assert_true(unchecked);
    assert_null(words);
    mark(store, "risk.of-paper", VERDICT_WRONG, "Ada", "2026-03-01", NULL);
    assert_int_equal(count(store, "review=unchecked", &unchecked, &words), 0);
    assert_int_equal(count(store, "review=wrong", &unchecked, &words), 1);
    assert_false(unchecked);
    assert_string_equal(words, "marked wrong by Ada on 2026-03-01");
    free(words);
    mark(store, "risk.of-paper", VERDICT_CHECKED, "Bo", "2026-03-01", NULL);
    assert_int_equal(count(store, "review=checked", &unchecked, &words), 1);
    assert_false(unchecked);
    assert_string_equal(words, "checked by Bo on 2026-03-01");
    free(words);
    put_alone(store, "papers", 50, paper_risk("What else it says.", "Because."));
    assert_int_equal(count(store, "review=checked", &unchecked, &words), 0);
    assert_int_equal(count(store, "review=earlier", &unchecked, &words), 1);
    assert_true(unchecked);
    free(words);
    Query query = {0};
    Error error = {0};
    assert_false(query_parse_condition(&query, "review=none", &error));
    assert_code(&error, ERROR_USAGE);
    query_free(&query);
}

static void refuse(Store *store, const char *item, const char *reviewer, const char *date, const char *note,
                   ErrorCode code)
{
    Review review = {.item = string_copy(item),
                     .reviewer = string_copy(reviewer),
                     .date = string_copy(date),
                     .note = string_copy(note)};
    Error error = {0};
    assert_false(review_put(store, &review, NULL, &error));
    assert_code(&error, code);
    review_free(&review);
}

static void refuses(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    char *name = memory_zeroed(REVIEW_NAME_BYTES + 2, 1), *note = memory_zeroed(REVIEW_NOTE_BYTES + 2, 1);
    memset(name, 'n', REVIEW_NAME_BYTES + 1);
    memset(note, 'n', REVIEW_NOTE_BYTES + 1);
    refuse(store, RISK, "Ada", "2026-03-01", NULL, ERROR_USAGE);
    assert_true(store_run(store, NULL, "UPDATE citation SET basis = 'abstract' WHERE item = ?1", "s", RISK));
    refuse(store, "risk.none", "Ada", "2026-03-01", NULL, ERROR_NOT_FOUND);
    refuse(store, RISK, " \t", "2026-03-01", NULL, ERROR_USAGE);
    refuse(store, RISK, NULL, "2026-03-01", NULL, ERROR_USAGE);
    refuse(store, RISK, name, "2026-03-01", NULL, ERROR_USAGE);
    refuse(store, RISK, "A\033[31mda", "2026-03-01", NULL, ERROR_USAGE);
    refuse(store, RISK, "Ada\xff", "2026-03-01", NULL, ERROR_USAGE);
    refuse(store, RISK, "Ada", "2026-02-30", NULL, ERROR_USAGE);
    refuse(store, RISK, "Ada", "2026-02", NULL, ERROR_USAGE);
    refuse(store, RISK, "Ada", NULL, NULL, ERROR_USAGE);
    refuse(store, RISK, "Ada", "2026-03-01", note, ERROR_USAGE);
    refuse(store, RISK, "Ada", "2026-03-01", "hidden \xe2\x80\xae", ERROR_USAGE);
    check_words(store, RISK, NULL);
    free(name);
    free(note);
}

static void collect(Reviews *reviews, const char *item, const char *digest)
{
    Review review = {.item = string_copy(item),
                     .reviewer = string_copy("Ada"),
                     .date = string_copy("2026-03-01"),
                     .digest = string_copy(digest)};
    reviews_take(reviews, &review);
}

static void merges(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Error error = {0};
    Item *item = item_load(store, RISK, &error);
    Reviews reviews = {0};
    ReviewMerge merge = {0};
    collect(&reviews, RISK, item->digest);
    collect(&reviews, RISK, item->digest);
    collect(&reviews, "risk.none", OTHER_DIGEST);
    collect(&reviews, "risk.none", OTHER_DIGEST);
    collect(&reviews, "stage.near-term", OTHER_DIGEST);
    assert_true(reviews_merge(store, &reviews, true, &merge, &error));
    check_words(store, RISK, NULL);
    review_merge_free(&merge);
    assert_true(reviews_merge(store, &reviews, false, &merge, &error));
    assert_int_equal(merge.added, 2);
    assert_int_equal(merge.known, 1);
    assert_int_equal(merge.earlier, 1);
    assert_int_equal(merge.unknown.count, 1);
    assert_string_equal(merge.unknown.items[0], "risk.none");
    check_words(store, RISK, "checked by Ada on 2026-03-01");
    check_words(store, "stage.near-term", "an earlier text was checked by Ada on 2026-03-01");
    review_merge_free(&merge);
    /* All or nothing. */
    reviews_free(&reviews);
    collect(&reviews, "stage.long", OTHER_DIGEST);
    collect(&reviews, "stage.long", "no digest");
    assert_false(reviews_merge(store, &reviews, false, &merge, &error));
    assert_code(&error, ERROR_INPUT);
    check_words(store, "stage.long", NULL);
    review_merge_free(&merge);
    reviews_free(&reviews);
    item_free(item);
}

/* What the table before held is kept. */
static void migrates(void **state)
{
    Fixture *fixture = *state;
    char *path = string_format("%s/old-reviews.db", fixture->folder);
    Store older = {.path = path, .mode = STORE_CREATE};
    Error error = {0};
    assert_int_equal(sqlite3_open(path, &older.database), SQLITE_OK);
    assert_true(tokenizer_register(&older, &error));
    assert_true(schema_migrate_to(&older, 0, 3, &error));
    assert_int_equal(sqlite3_exec(older.database,
                                  "INSERT INTO review VALUES ('risk.job-loss', 'Ada', '2026-03-01', '" OTHER_DIGEST
                                  "')",
                                  NULL, NULL, NULL),
                     SQLITE_OK);
    for (size_t i = 0; i < older.prepared_count; i++)
        sqlite3_finalize(older.prepared[i].handle);
    free(older.prepared);
    sqlite3_close(older.database);
    Store *store = NULL;
    store_open(path, STORE_WRITE, &store, &error);
    check_error(&error);
    load_small_data(store);
    check_words(store, RISK, "an earlier text was checked by Ada on 2026-03-01");
    store_close(store);
    free(path);
}

static void travels_in_a_frame(void **state)
{
    (void)state;
    Review review = {.item = string_copy(RISK),
                     .verdict = VERDICT_WRONG,
                     .reviewer = string_copy("Ada"),
                     .date = string_copy("2026-03-01"),
                     .digest = string_copy(OTHER_DIGEST)};
    Review read = {0};
    Frame frame = {0};
    review_encode(&review, &frame);
    assert_true(review_decode(&frame, &read));
    assert_string_equal(read.item, RISK);
    assert_int_equal(read.verdict, VERDICT_WRONG);
    assert_null(read.note);
    review_free(&read);
    free(frame.strings[1]);
    frame.strings[1] = string_copy("right");
    assert_false(review_decode(&frame, &read));
    free(frame.strings[1]);
    frame.strings[1] = NULL;
    assert_false(review_decode(&frame, &read));
    frame_clear(&frame);
    free(review.digest);
    review.digest = string_copy("0123");
    review_encode(&review, &frame);
    assert_false(review_decode(&frame, &read));
    frame_clear(&frame);
    review_free(&review);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(tells_the_latest, fixture_set_up_data, fixture_tear_down),
        cmocka_unit_test_setup_teardown(takes_back, fixture_set_up_data, fixture_tear_down),
        cmocka_unit_test_setup_teardown(notices_another_text, fixture_set_up_data, fixture_tear_down),
        cmocka_unit_test_setup_teardown(counts_what_is_of_the_paper, fixture_set_up_data, fixture_tear_down),
        cmocka_unit_test_setup_teardown(selects, fixture_set_up_data, fixture_tear_down),
        cmocka_unit_test_setup_teardown(refuses, fixture_set_up_data, fixture_tear_down),
        cmocka_unit_test_setup_teardown(merges, fixture_set_up_data, fixture_tear_down),
        cmocka_unit_test_setup_teardown(migrates, fixture_set_up, fixture_tear_down),
        cmocka_unit_test(travels_in_a_frame),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
