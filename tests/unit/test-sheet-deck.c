/* The deck of slides over a small store: which slides there are, what they say, what is kept from the audience, and the pace. */
#include "sheets/deck.h"
#include "tests/unit/sheet-fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static Fixture fixture;

static Deck compose(const char *const ids[])
{
    StringList list = {0};
    for (size_t i = 0; ids[i] != NULL; i++)
        string_list_add(&list, ids[i]);
    const SheetRequest request = {.ids = &list, .as_of = "2026-11-23", .title = "A talk"};
    Deck deck = {0};
    Error error = {0};
    if (!deck_compose(fixture.store, &request, &deck, &error))
        fail_msg("%s", error.message);
    string_list_free(&list);
    return deck;
}

static const Slide *find(const Deck *deck, const char *id)
{
    for (size_t i = 0; i < deck->count; i++)
        if (deck->slides[i].id != NULL && strcmp(deck->slides[i].id, id) == 0)
            return &deck->slides[i];
    fail_msg("no slide of %s", id);
    return NULL;
}

static const char *point(const Slide *slide, const char *label)
{
    for (size_t i = 0; i < slide->point_count; i++)
        if (slide->points[i].label != NULL && strcmp(slide->points[i].label, label) == 0)
            return slide->points[i].text;
    return NULL;
}

static void test_slides(void **state)
{
    (void)state;
    Deck deck = compose((const char *const[]){"risk.one", "opportunity.one", "mitigation.one", "instrument.act", "model.one", NULL});
    assert_int_equal(deck.slides[0].kind, SLIDE_TITLE);
    assert_string_equal(deck.slides[0].title, "A talk");
    assert_int_equal(deck.slides[deck.count - 1].kind, SLIDE_SOURCES);
    assert_non_null(point(find(&deck, "risk.one"), "Effect of openness"));
    assert_non_null(point(find(&deck, "instrument.act"), "State"));
    assert_non_null(find(&deck, "risk.one")->source);
    size_t pictures = 0, headings = 0;
    for (size_t i = 0; i < deck.count; i++) {
        pictures += deck.slides[i].kind == SLIDE_PICTURE;
        headings += deck.slides[i].kind == SLIDE_HEADING;
        assert_true(deck.slides[i].section < deck.sections.count);
        assert_true(i == 0 || deck.slides[i].section >= deck.slides[i - 1].section);
    }
    assert_true(pictures >= 3);
    assert_int_equal(headings, 5);
    deck_free(&deck);
    deck = compose((const char *const[]){"risk.one", NULL}); /* one item needs no picture */
    for (size_t i = 0; i < deck.count; i++)
        assert_null(deck.slides[i].picture);
    deck_free(&deck);
}

static void test_sheet(void **state)
{
    (void)state;
    Error error = {0};
    Text xml = {0};
    assert_true(sheet_create(fixture.store, "talk", HOSTILE_TITLE, &error));
    assert_true(sheet_add(fixture.store, "talk", "risk.one", &error));
    assert_true(sheet_add(fixture.store, "talk", "opportunity.one", &error));
    assert_true(sheet_set_heading(fixture.store, "talk", "opportunity.one", "First of all", &error));
    assert_true(sheet_set_depth(fixture.store, "talk", "risk.one", DEPTH_TITLE, &error));
    assert_true(sheet_set_remark(fixture.store, "talk", "risk.one", "Only for me\n\n" HOSTILE_TITLE, &error));
    Sheet *sheet = sheet_load(fixture.store, "talk", &error);
    SheetRequest request = {.sheet = sheet, .as_of = "2026-11-23"};
    Deck deck = {0};
    assert_true(deck_compose(fixture.store, &request, &deck, &error));
    assert_true(find(&deck, "opportunity.one") < find(&deck, "risk.one")); /* the user's heading comes first */
    assert_string_equal(deck.sections.items[find(&deck, "opportunity.one")->section], "First of all");
    assert_int_equal(find(&deck, "risk.one")->point_count, 0);
    assert_null(find(&deck, "risk.one")->lead);
    assert_non_null(strstr(find(&deck, "risk.one")->notes, "Only for me"));
    deck_write_xml(&deck, false, &xml);
    assert_null(strstr(xml.data, "Only for me"));
    assert_null(strstr(xml.data, "<script>"));
    assert_null(strchr(xml.data, 27));
    text_free(&xml);
    deck_write_xml(&deck, true, &xml);
    assert_non_null(strstr(xml.data, "Only for me"));
    assert_null(strstr(xml.data, "<script>"));
    assert_null(strchr(xml.data, 27));
    text_free(&xml);
    deck_free(&deck);
    sheet_free(sheet);
    const SheetRequest empty = {.ids = &(StringList){0}};
    assert_false(deck_compose(fixture.store, &empty, &deck, &error));
    assert_int_equal(error.code, ERROR_USAGE);
    assert_int_equal(deck.count, 0);
    error_clear(&error);
}

static void test_pace(void **state)
{
    (void)state;
    Slide slides[10] = {{0}};
    for (size_t i = 4; i < 10; i++)
        slides[i].section = 1;
    const Deck deck = {.slides = slides, .count = 10};
    Pace pace = deck_pace(&deck, 3, 0, 130); /* no plan: the minutes alone */
    assert_int_equal(pace.minutes, 2);
    assert_int_equal(pace.section_end, 0);
    pace = deck_pace(&deck, 3, 20, 7 * 60); /* slide 4 of 10 has minutes 6 to 8 of 20 */
    assert_int_equal(pace.section_end, 8);
    assert_int_equal(pace.late, 0);
    pace = deck_pace(&deck, 3, 20, 10 * 60 + 30);
    assert_int_equal(pace.late, 2);
    pace = deck_pace(&deck, 3, 20, 3 * 60);
    assert_int_equal(pace.late, -3);
    pace = deck_pace(&deck, 4, 20, 9 * 60);
    assert_int_equal(pace.section_end, 20);
}

static int start(void **state)
{
    (void)state;
    fixture_open(&fixture);
    return 0;
}

static int end(void **state)
{
    (void)state;
    fixture_close(&fixture);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_slides), cmocka_unit_test(test_sheet), cmocka_unit_test(test_pace)};
    return cmocka_run_group_tests(tests, start, end);
}
