/* The tables of a sheet's templates: what has room, what their captions say, and what stands where nothing is known. */
#include "tests/unit/sheet-fixture.h"
#include "tests/unit/sheet-query.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static Text compose_as(const char *template_name, const char *const ids[])
{
    return sheet_of(fixture.store, template_name, ids);
}

#define LAW_ROWS "//s:section[@name='state-of-the-law']/s:table/s:row"
#define LAW_CAPTION "string(//s:section[@name='state-of-the-law']/s:table/@title)"

/* Where few laws have room, one that has ended gives way to any that has not, however much it bore on. */
static void test_ended_law_gives_way(void **state)
{
    (void)state;
    Text xml = compose_as("recommendation", (const char *const[]){"risk.many", NULL});
    assert_query(&xml, "count(" LAW_ROWS ")", "4");
    assert_query(&xml, "count(" LAW_ROWS "[@id='instrument.ended'])", "0");
    assert_query(&xml, "string(" LAW_ROWS "[1]/@id)", "instrument.law-a"); /* what binds first */
    assert_query(&xml, "string(" LAW_ROWS "[3]/@id)", "instrument.law-c");
    assert_query(&xml, "string(" LAW_ROWS "[4]/@id)", "instrument.draft"); /* it bears on most */
    assert_query(&xml, LAW_CAPTION, "Laws that bear on the risks in this sheet: the 4 of 6 that concern most of what reduces them");
    text_free(&xml);
    xml = compose_as("law", (const char *const[]){"risk.many", NULL});
    assert_query(&xml, "count(" LAW_ROWS ")", "6");
    assert_query(&xml, "string(" LAW_ROWS "[6]/@id)", "instrument.ended");
    text_free(&xml);
}

/* A caption says whose rows these are: those put in, those that follow for its risks, or both. */
static void test_captions(void **state)
{
    (void)state;
    static const struct {
        const char *template_name, *ids[3], *law, *actions;
    } cases[] = {
        {"recommendation", {"instrument.act", "recommendation.one", NULL}, "Laws selected for this sheet", "Recommendations selected for this sheet"},
        {"recommendation", {"risk.two", "recommendation.one", NULL}, "Laws that bear on the risks in this sheet", "Recommendations selected for this sheet"},
        {"recommendation", {"risk.two", NULL}, "Laws that bear on the risks in this sheet", "Recommendations that answer the risks in this sheet"},
        {"report", {"risk.two", "instrument.act", NULL}, "Laws selected for this sheet, and others that bear on its risks",
         "Recommendations that answer the risks in this sheet"},
        {"report", {"risk.two", "recommendation.one", NULL}, "Laws that bear on the risks in this sheet",
         "Recommendations selected for this sheet, and others that answer its risks"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Text xml = compose_as(cases[i].template_name, cases[i].ids);
        assert_query(&xml, LAW_CAPTION, cases[i].law);
        assert_query(&xml, "string(//s:section[@name='actions']/s:table/@title)", cases[i].actions);
        text_free(&xml);
    }
}

#define REGISTER_ROW "//s:section[@name='register']/s:table/s:row"

/* A cell that nothing is known for says so, and the caption what that means. */
static void test_register_gaps(void **state)
{
    (void)state;
    Text xml = compose_as("register", (const char *const[]){"risk.one", "risk.two", NULL});
    assert_query(&xml, "string(" REGISTER_ROW "[1]/s:value[7]/s:text)", "no rule seen");
    assert_query(&xml, "string(" REGISTER_ROW "[2]/s:value[7]/s:text)", "The Statute, in force; The Order, revoked");
    assert_query(&xml, "string(//s:section[@name='register']/s:table/@title)",
                 "Risks in this sheet, in its order; no rule seen: nothing was found in what was read, which is no proof that there is none");
    text_free(&xml);
    xml = compose_as("register", (const char *const[]){"risk.hostile", NULL});
    assert_query(&xml, "string(" REGISTER_ROW "/s:value[6]/s:text)", "no recommendation");
    text_free(&xml);
    xml = compose_as("register", (const char *const[]){"risk.two", NULL});
    assert_query(&xml, "string(//s:section[@name='register']/s:table/@title)", "Risks in this sheet, in its order");
    text_free(&xml);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ended_law_gives_way),
        cmocka_unit_test(test_captions),
        cmocka_unit_test(test_register_gaps),
    };
    return cmocka_run_group_tests(tests, sheet_query_open, sheet_query_close);
}
