/* Full-text search. */
#include "tests/unit/store_fixture.h"

#include "core/memory.h"
#include "core/unicode.h"
#include "store/search.h"
#include "store/sheets.h"

#include <stdlib.h>
#include <string.h>

static char *find(Store *store, const char *words, KindSet kinds)
{
    SearchHits hits = {0};
    Error error = {0};
    Text ids = {0};
    search(store, words, kinds, 0, &hits, &error);
    check_error(&error);
    for (size_t i = 0; i < hits.count; i++)
        text_append_format(&ids, "%s%s", i ? " " : "", hits.hits[i].id);
    search_hits_free(&hits);
    return text_take(&ids);
}

static void check(Store *store, const char *words, const char *expected)
{
    char *ids = find(store, words, 0);
    assert_string_equal(ids, expected);
    free(ids);
}

static void finds_while_typing(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    static const char word[] = "safeguards";
    for (size_t length = 5; length < sizeof word; length++) {
        char *part = string_copy_bytes(word, length);
        check(store, part, "risk.safeguards-stripped");
        free(part);
    }
    put_alone(store, "gairo", 0, make_record(KIND_TERM, "term.g", "Generative"));
    static const char generative[] = "generative";
    for (size_t length = 3; length < sizeof generative; length++) {
        char *part = string_copy_bytes(generative, length);
        char *ids = find(store, part, KIND_BIT(KIND_TERM));
        assert_string_equal(ids, "term.g");
        free(ids);
        free(part);
    }
}

static void finds_by_stem_and_accent(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    put_alone(store, "gairo", 0, make_record(KIND_TERM, "term.r", "Régulations d'été"));
    check(store, "regulating", "term.r");
    check(store, "REGULATION", "term.r");
    check(store, "ete regul", "term.r");
    check(store, "stripping safeguard", "risk.safeguards-stripped");
    check(store, "weights possible", "risk.safeguards-stripped"); /* a field's words */
    check(store, "recommendation.fund-tests", "recommendation.fund-tests");
    check(store, "job-loss", "risk.job-loss");
    check(store, "stripped nowhere", "");
    put_alone(store, "gairo", 0, make_record(KIND_TERM, "term.cited", "Tide Act, Art. 97: ebb"));
    put_alone(store, "gairo", 0, make_record(KIND_TERM, "term.named", "What Article 97 asks for"));
    check(store, "Article 97 ebb", "term.cited");
    check(store, "articles 97", "term.cited term.named");
    check(store, "art 97", "term.cited");
}

static void ranks(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    begin(store);
    Record *record = make_record(KIND_REFERENCE, "reference.z", "Zebras");
    put(store, "gairo", record);
    record = make_record(KIND_TERM, "term.z", "On zebras");
    put(store, "gairo", record);
    record = make_record(KIND_RISK, "risk.z", "A risk of zebras");
    put(store, "gairo", record);
    record = make_record(KIND_OPPORTUNITY, "opportunity.y", "Other");
    free(record->summary);
    record->summary = string_copy("About zebras.");
    put(store, "gairo", record);
    record = make_record(KIND_RISK, "risk.y", "Another");
    free(record->body);
    record->body = string_copy("They, the zebras, run.");
    put(store, "gairo", record);
    finish(store);
    /* A title that begins so, titles by their kinds, the summary, the text. */
    check(store, "zebra", "reference.z risk.z term.z opportunity.y risk.y");
    check(store, "risk.y", "risk.y");
}

static void check_within(Store *store, const char *words, const char *condition, const char *expected)
{
    SearchHits hits = {0};
    Error error = {0};
    Query query = {0};
    Text ids = {0};
    query_parse_condition(&query, condition, &error);
    check_error(&error);
    query.as_of = string_copy("2024-05-31");
    search_within(store, words, &query, 0, &hits, &error);
    check_error(&error);
    for (size_t i = 0; i < hits.count; i++)
        text_append_format(&ids, "%s%s", i ? " " : "", hits.hits[i].id);
    assert_string_equal(ids.data ? ids.data : "", expected);
    text_free(&ids);
    search_hits_free(&hits);
    query_free(&query);
}

static void narrows_by_conditions(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    check_within(store, "paragraph", "effect=unclear", "risk.job-loss");
    check_within(store, "paragraph", "area=safety-security", "risk.safeguards-stripped opportunity.independent-audit");
    check_within(store, "risk.job-loss", "effect=raises", "");
    check_within(store, "risk.job-loss", "effect=unclear", "risk.job-loss");
    check_within(store, "strip", "frame=paper", "");
    check_within(store, "strip", "frame=beyond", "risk.safeguards-stripped");
    /* The state of a law, on a day on which it was but proposed. */
    check_within(store, "artificial", "status=proposed", "instrument.ai-act");
    check_within(store, "artificial", "status=in force", "");
}

static void limits_and_kinds(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    SearchHits hits = {0};
    Error error = {0};
    char *ids = find(store, "safety", KIND_BIT(KIND_AREA) | KIND_BIT(KIND_STAGE));
    assert_string_equal(ids, "area.safety-security");
    free(ids);
    assert_true(search(store, "paragraph", 0, 3, &hits, &error));
    assert_int_equal(hits.count, 3);
    assert_true(hits.more);
    search_hits_free(&hits);
    assert_true(search(store, "paragraph", KIND_BIT(KIND_RISK), 2, &hits, &error));
    assert_int_equal(hits.count, 2);
    assert_false(hits.more);
    search_hits_free(&hits);
}

static void marks_snippets(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    SearchHits hits = {0};
    Error error = {0};
    Record *record = make_record(KIND_TERM, "term.m", "Marks");
    free(record->body);
    record->body = string_copy("A \x02hidden\x03 quokka runs.");
    put_alone(store, "gairo", 0, record);
    assert_true(sheet_add(store, BASKET_NAME, "term.m", &error));
    assert_true(search(store, "quok", 0, 0, &hits, &error));
    assert_int_equal(hits.count, 1);
    assert_non_null(strstr(hits.hits[0].snippet, "\x02quokka\x03"));
    assert_null(strstr(hits.hits[0].snippet, "\x02hidden"));
    assert_true(hits.hits[0].in_basket);
    search_hits_free(&hits);
}

/* What a term leads to is an id, which nobody wrote as words of the term. */
static void does_not_find_ids_that_lead_on(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Record *record = make_record(KIND_TERM, "term.marked", "Numbat");
    RecordField *field = record_add_field(record);
    field->name = string_copy("see");
    field->value = string_copy("term.wallaby");
    put_alone(store, "gairo", 0, record);
    check(store, "numbat", "term.marked");
    check(store, "wallaby", "");
}

static void follows_changes(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    put_alone(store, "gairo", 0, make_record(KIND_TERM, "term.c", "Quagga"));
    check(store, "quagga", "term.c");
    put_alone(store, "gairo", 0, make_record(KIND_TERM, "term.c", "Okapi"));
    check(store, "quagga", "");
    check(store, "okapi", "term.c");
    Error error = {0};
    begin(store);
    assert_true(store_record_remove(store, "gairo", "term.c", &error));
    finish(store);
    check(store, "okapi", "");
}

static const char *const hostile[] = {
    "",
    " ",
    "\"",
    "\"\"",
    "*",
    "^",
    "(",
    ")",
    "()",
    "a AND",
    "AND",
    "OR OR OR",
    "NOT",
    "NEAR(a b, 2)",
    "title:x",
    "{title} : x",
    "-x",
    "+",
    "a + b",
    "col:\"",
    "';--",
    "\xff\xfe",
    "\xed\xa0\x80",
    "\xc0\x80 a",
    "\xe2\x80",
    "\x01\x02\x03",
    "\xcc\x81",
    "a\xcc\x81",
    "\xe2\x80\x8f",
    "…",
    "— —",
    "%_%",
    "\\",
    "\n\t",
    "日本語",
    "\xf4\x90\x80\x80",
    "ſ",
    "ß",
};

static void any_bytes_are_a_query(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    SearchHits hits = {0};
    Error error = {0};
    for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++) {
        assert_true(search(store, hostile[i], 0, 0, &hits, &error));
        search_hits_free(&hits);
    }
    for (int byte = 1; byte < 256; byte++) {
        char *words = string_format("safe%cguards %c", byte, byte);
        assert_true(search(store, words, 0, 0, &hits, &error));
        search_hits_free(&hits);
        free(words);
    }
    check(store, "(safeguards* AND", ""); /* "and" is a word like any other */
    check(store, "\"safeguards\" *", "risk.safeguards-stripped");
    Text many = {0};
    for (int i = 0; i < 3000; i++)
        text_append(&many, "word ");
    assert_true(search(store, many.data, 0, 0, &hits, &error));
    search_hits_free(&hits);
    text_reset(&many);
    for (int i = 0; i < 100000; i++)
        text_append(&many, "x");
    assert_true(search(store, many.data, 0, 0, &hits, &error));
    search_hits_free(&hits);
    text_free(&many);
}

/* Of many hits a screen shows few: the others' snippets are not read. */
static void reads_snippets_when_asked(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    SearchHits hits = {0};
    Error error = {0};
    begin(store);
    for (int i = 0; i < 9; i++) {
        char *id = string_format("term.zebra-%d", i);
        put(store, "gairo", make_record(KIND_TERM, id, "Zebra"));
        free(id);
    }
    finish(store);
    assert_true(search_titles(store, "zebra", NULL, 0, &hits, &error));
    assert_int_equal(hits.count, 9);
    assert_true(search_snippets(store, "zebra", &hits, 2, 3, &error));
    assert_true(search_snippets(store, "zebra", &hits, 4, 2, &error));
    for (size_t i = 0; i < hits.count; i++) {
        assert_string_equal(hits.hits[i].title, "Zebra");
        if (i < 2 || i > 5)
            assert_null(hits.hits[i].snippet);
        else
            assert_non_null(strstr(hits.hits[i].snippet, "Zebra"));
    }
    assert_true(search_snippets(store, "zebra", &hits, 0, 100, &error));
    assert_non_null(strstr(hits.hits[8].snippet, "Zebra"));
    assert_true(search_snippets(store, "zebra", &hits, 100, 1, &error));
    search_hits_free(&hits);
}

int main(void)
{
#define WITH_DATA(test) cmocka_unit_test_setup_teardown(test, fixture_set_up_data, fixture_tear_down)
    const struct CMUnitTest tests[] = {
        WITH_DATA(finds_while_typing),    WITH_DATA(finds_by_stem_and_accent), WITH_DATA(ranks), WITH_DATA(narrows_by_conditions),
        WITH_DATA(limits_and_kinds),      WITH_DATA(marks_snippets),           WITH_DATA(follows_changes),
        WITH_DATA(any_bytes_are_a_query), WITH_DATA(reads_snippets_when_asked), WITH_DATA(does_not_find_ids_that_lead_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
