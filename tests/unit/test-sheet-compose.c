/* Sheet XML over a small store: what is in it, in which order, and that nothing hostile gets through. */
#include "sheets/compose/words.h"
#include "sheets/render/render.h"
#include "sheets/sheets.h"
#include "store/reviews.h"
#include "tests/unit/sheet-fixture.h"
#include "tests/unit/sheet-query.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static Text compose_as(const char *template_name, const char *const ids[])
{
    return sheet_of(fixture.store, template_name, ids);
}

static Text compose(const char *const ids[])
{
    return compose_as(NULL, ids);
}

static void test_groups(void **state)
{
    (void)state;
    Text xml = compose((const char *const[]){"area.safety", "model.one", "instrument.act", "mitigation.one", "opportunity.one",
                                             "risk.one", "risk.one", NULL});
    assert_query(&xml, "count(//s:item)", "6");
    assert_query(&xml, "string(/s:sheet/@items)", "6");
    static const char *const names[] = {"risks", "opportunities", "mitigations", "law", "models", "areas"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        char expression[64];
        snprintf(expression, sizeof expression, "string(/s:sheet/s:group[%zu]/@name)", i + 1);
        assert_query(&xml, expression, names[i]);
    }
    assert_query(&xml, "string(/s:sheet/s:title)",
                 "Open generative AI: risks, opportunities, mitigations, law, models and areas");
    assert_query(&xml, "string(/s:sheet/s:balance)", "This sheet holds 1 risk and 1 opportunity.");
    assert_query(&xml, "string(/s:sheet/@known-on-text)", "20 November 2026");
    text_free(&xml);
}

/* A list as it was shown keeps its order: where that is not the one by kind, under one heading. */
static void test_list_in_order(void **state)
{
    (void)state;
    static const char *const mixed[] = {"mitigation.one", "risk.one", "instrument.act", "risk.hostile"};
    static const char *const by_kind[] = {"risk.hostile", "risk.one", "mitigation.one"};
    StringList list = {0};
    SheetRequest request = {.ids = &list, .as_of = "2026-11-23", .in_order = true};
    Text xml = {0};
    Error error = {0};
    for (size_t i = 0; i < sizeof mixed / sizeof *mixed; i++)
        string_list_add(&list, mixed[i]);
    assert_true(sheet_compose(fixture.store, &request, &xml, &error));
    assert_query(&xml, "count(//s:group)", "1");
    assert_query(&xml, "string(//s:group/@title)", "As listed");
    for (size_t i = 0; i < sizeof mixed / sizeof *mixed; i++) {
        char expression[64];
        snprintf(expression, sizeof expression, "string(//s:item[%zu]/@id)", i + 1);
        assert_query(&xml, expression, mixed[i]);
    }
    text_free(&xml);
    string_list_free(&list);
    for (size_t i = 0; i < sizeof by_kind / sizeof *by_kind; i++)
        string_list_add(&list, by_kind[i]);
    assert_true(sheet_compose(fixture.store, &request, &xml, &error));
    assert_query(&xml, "string(//s:group[1]/@name)", "risks");
    assert_query(&xml, "string(//s:group[1]/s:item[1]/@id)", "risk.hostile");
    assert_query(&xml, "string(//s:group[2]/@name)", "mitigations");
    text_free(&xml);
    string_list_free(&list);
}

static void test_item(void **state)
{
    (void)state;
    Text xml = compose((const char *const[]){"risk.one", "mitigation.one", NULL});
    assert_query(&xml, "string(//s:item[1]/s:body/s:p[1])", "First paragraph, folded.");
    assert_query(&xml, "count(//s:item[1]/s:body/s:p)", "2");
    assert_query(&xml, "string(//s:field[@name='effect']/@title)", "Marginal effect of openness");
    assert_query(&xml, "string(//s:field[@name='effect']/s:entry/@value-title)", "raises this risk");
    assert_query(&xml, "string(//s:field[@name='effect']/s:entry/s:p)", "Because of the weights.");
    assert_query(&xml, "string(//s:field[@name='evidence']/@missing)", "yes");
    assert_query(&xml, "count(//s:field[@name='life-cycle']/s:entry)", "2");
    assert_query(&xml, "string(//s:item[1]/s:provenance/@unchecked)", "yes");
    assert_query(&xml, "string(//s:item[1]/s:provenance/s:cite/@locator)", "Section 4");
    assert_query(&xml, "string(//s:links[@relation='in']//s:cite/@own)", "");
    assert_query(&xml, "string(//s:links[@relation='supported-by']//s:cite/@own)", "yes");
    assert_query(&xml, "string(//s:links[@relation='reduces' and @direction='inverse']/@title)", "Reduced by");
    assert_query(&xml, "string(//s:links[@direction='inverse']/s:link/@anchor)", "mitigation.one");
    assert_query(&xml, "string(//s:links[@direction='inverse']/s:link//s:why)", "It helps.");
    assert_query(&xml, "string(//s:links[@relation='in']/s:link/@anchor)", "");
    assert_query(&xml, "string(//s:balance)", "This sheet holds 1 risk and no opportunities; it shows one side of the question.");
    text_free(&xml);
}

static void mark_risk(Verdict verdict, const char *digest)
{
    Review review = {.item = strdup("risk.one"),
                     .verdict = verdict,
                     .reviewer = strdup("Ada <Example>"),
                     .date = strdup("2026-11-20"),
                     .digest = digest != NULL ? strdup(digest) : NULL};
    assert_true(review_put(fixture.store, &review, NULL, NULL));
    review_free(&review);
}

/* What a reader is told of marks; links stay as they are. */
static void test_review(void **state)
{
    (void)state;
    mark_risk(VERDICT_CHECKED, NULL);
    Text xml = compose((const char *const[]){"risk.one", NULL});
    assert_query(&xml, "count(//s:item/s:provenance/@unchecked)", "0");
    assert_query(&xml, "string(//s:item/s:provenance/@review)", "checked");
    assert_query(&xml, "string(//s:item/s:provenance/@review-text)", "checked by Ada <Example> on 2026-11-20");
    assert_query(&xml, "string(//s:item/s:provenance/s:cite/@basis-title)", "paper");
    assert_query(&xml, "count(//s:item/s:provenance/s:cite/@unchecked)", "0");
    assert_query(&xml, "count(//s:sheet/s:unchecked)", "0");
    assert_query(&xml, "string(//s:links[@relation='in']//s:cite/@unchecked)", "yes");
    assert_query(&xml, "string(//s:links[@relation='in']//s:cite/@own)", "yes");
    text_free(&xml);
    mark_risk(VERDICT_WRONG, NULL);
    xml = compose((const char *const[]){"risk.one", NULL});
    assert_query(&xml, "string(//s:item/s:provenance/@review)", "wrong");
    assert_query(&xml, "string(//s:item/s:provenance/@review-text)", "marked wrong by Ada <Example> on 2026-11-20");
    text_free(&xml);
    mark_risk(VERDICT_CHECKED, "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef");
    xml = compose((const char *const[]){"risk.one", NULL});
    assert_query(&xml, "string(//s:item/s:provenance/@unchecked)", "yes");
    assert_query(&xml, "string(//s:item/s:provenance/@review)", "earlier");
    assert_query(&xml, "string(//s:item/s:provenance/@review-text)",
                 "an earlier text was checked by Ada <Example> on 2026-11-20");
    text_free(&xml);
    while (review_remove(fixture.store, "risk.one", NULL, NULL))
        ;
    xml = compose((const char *const[]){"risk.one", NULL});
    assert_query(&xml, "count(//s:item/s:provenance/@review)", "0");
    text_free(&xml);
}

/* A sheet of a risk alone says what to do about it, and that this follows from links and is nobody's statement. */
static void test_consequences(void **state)
{
    (void)state;
    Text xml = compose((const char *const[]){"risk.one", NULL});
    assert_query(&xml, "string(//s:links[@derived]/@title)", "What to do (follows from what reduces it)");
    assert_query(&xml, "string(//s:links[@derived]/s:link/s:title)", "A thing to do");
    assert_query(&xml, "string(//s:links[@derived]/s:link/s:statement/s:why)",
                 "Do it soon. To: Regulators. Calls for: A safeguard.");
    assert_query(&xml, "count(//s:links[@derived]//s:cite)", "0");
    assert_query(&xml, "string(//s:links[@derived]/preceding-sibling::s:links[1]/@relation)", "reduces");
    text_free(&xml);
    xml = compose((const char *const[]){"opportunity.one", NULL});
    assert_query(&xml, "count(//s:links[@derived])", "0");
    text_free(&xml);
}

/* What law asks for is told with its state, what is in force first: a revoked order asks for nothing. Who is named twice is told once. */
static void test_consequences_of_law(void **state)
{
    (void)state;
    Text xml = compose((const char *const[]){"risk.two", NULL});
    assert_query(&xml, "string(//s:links[@relation='provision']/s:link[1]/s:title)", "The Statute");
    assert_query(&xml, "string(//s:links[@relation='provision']/s:link[2]/s:title)", "The Order");
    assert_query(&xml, "string(//s:links[@relation='provision']/s:link[2]/s:statement/s:why)",
                 "State on 23 November 2026: revoked. It asked for reports. Requires: A report.");
    assert_query(&xml, "string(//s:links[@relation='recommendation']/s:link/s:statement/s:why)",
                 "To: Regulators. Calls for: A report.");
    text_free(&xml);
}

/* What is said of the risk itself keeps its reason, and tells by which way it gets there and what became of the law. */
static void test_ways(void **state)
{
    (void)state;
    Text xml = compose((const char *const[]){"risk.three", NULL});
    assert_query(&xml, "count(//s:links[@derived])", "0");
    assert_query(&xml, "string(//s:links[@relation='answers']/s:link/s:statement[s:cite]/s:why)", "One can tell.");
    assert_query(&xml, "string(//s:links[@relation='answers']/s:link/s:statement[not(s:cite)]/s:why)",
                 "Through: A label.");
    assert_query(&xml, "string(//s:links[@relation='addresses']/s:link/s:statement[2]/s:why)",
                 "State on 23 November 2026: revoked. Requires: A label.");
    assert_query(&xml, "count(//s:links[@relation='reduces']//s:statement)", "1");
    text_free(&xml);
    xml = compose((const char *const[]){"recommendation.three", NULL});
    assert_query(&xml, "string(//s:links[@relation='answers']/s:link/s:statement[2]/s:why)", "Through: A label.");
    text_free(&xml);
}

/* A brief tells why and what reduces it; a recommendation sheet does not. In both, what binds stands before what has ended. */
static void test_brief(void **state)
{
    (void)state;
    const char *const ids[] = {"risk.one", "risk.two", NULL};
    Text xml = compose_as("brief", ids);
    assert_query(&xml, "string(//s:item[1]/s:field[@name='effect']/s:entry/s:p)", "Because of the weights.");
    assert_query(&xml, "string(//s:item[1]/s:field[@name='reduces']/@title)", "Reduced by");
    assert_query(&xml, "string(//s:item[1]/s:field[@name='reduces']/s:entry/s:p)", "A safeguard");
    assert_query(&xml, "count(//s:item[1]/s:body)", "0");
    assert_query(&xml, "string(//s:section[@name='actions']//s:row[1]/s:value[1]/s:text)", "A thing to do");
    assert_query(&xml, "string(//s:section[@name='state-of-the-law']//s:row[1]/s:value[1]/s:text)", "The Statute");
    assert_query(&xml, "string(//s:section[@name='state-of-the-law']//s:row[2]/s:value[1]/s:text)", "The Order");
    text_free(&xml);
    xml = compose_as("recommendation", ids);
    assert_query(&xml, "count(//s:item[1]/s:field[@name='effect']/s:entry)", "1");
    assert_query(&xml, "count(//s:item[1]/s:field[@name='effect']/s:entry/s:p)", "0");
    assert_query(&xml, "count(//s:field[@name='reduces'])", "0");
    text_free(&xml);
    xml = compose_as("register", ids);
    assert_query(&xml, "string(//s:section[@name='register']//s:row[2]/s:value[7]/s:text)",
                 "The Statute, in force; The Order, revoked");
    text_free(&xml);
}

static void assert_authors(const char *authors, const char *expected)
{
    char *words = short_authors(authors);
    assert_string_equal(words, expected);
    free(words);
}

static void test_short_authors(void **state)
{
    (void)state;
    assert_authors("Kapoor, Sayash", "Kapoor");
    assert_authors("Kapoor, Sayash and 24 others", "Kapoor et al.");
    assert_authors("Eiras, F.; and others", "Eiras et al.");
    assert_authors("Rombach, Robin and Esser, Patrick", "Rombach and Esser");
    assert_authors("Rombach, Robin and Esser, Patrick and Ommer, Björn", "Rombach et al.");
    assert_authors("European Parliament and Council", "European Parliament and Council");
    assert_authors("OpenAI", "OpenAI");
    assert_authors("", "");
}

static void test_references(void **state)
{
    (void)state;
    Text xml = compose((const char *const[]){"mitigation.one", "risk.one", "opportunity.one", NULL});
    assert_query(&xml, "count(//s:reference)", "2");
    /* The risk comes first in the sheet, whatever the order of the request. */
    assert_query(&xml, "string(//s:reference[1]/@id)", "reference.paper");
    assert_query(&xml, "string(//s:reference[1]/@number)", "1");
    assert_query(&xml, "string(//s:reference[2]/@id)", "reference.study");
    assert_query(&xml, "string(//s:link[@id='reference.study']/@number)", "2");
    assert_query(&xml, "count(//s:cite[@reference='reference.study' and @number!=2])", "0");
    assert_query(&xml, "string(//s:reference[1]/s:authors)", "Eiras, F.; and others");
    assert_query(&xml, "string(//s:reference[1]/s:year)", "2024");
    assert_query(&xml, "string(//s:reference[1]/s:url/@href)", "https://arxiv.org/abs/2405.08597");
    assert_query(&xml, "count(//s:reference[2]/s:url/@href)", "0");
    assert_query(&xml, "count(/s:sheet/s:provenance/s:basis)", "3");
    assert_query(&xml, "string(/s:sheet/s:provenance/s:source/@licence)", "CC BY 4.0");
    assert_query(&xml, "string(/s:sheet/s:provenance/s:source/@date-text)", "20 November 2026");
    text_free(&xml);
    xml = compose((const char *const[]){"mitigation.one", NULL});
    assert_query(&xml, "string(//s:reference[1]/@id)", "reference.study");
    assert_query(&xml, "string(/s:sheet/s:title)", "A safeguard");
    text_free(&xml);
}

static void test_law(void **state)
{
    (void)state;
    Text xml = compose((const char *const[]){"instrument.act", NULL});
    assert_query(&xml, "string(//s:state[1])", "in force");
    assert_query(&xml, "string(//s:state[1]/@on-text)", "23 November 2026");
    assert_query(&xml, "string(//s:state[2]/@in-the-paper)", "yes");
    assert_query(&xml, "string(//s:event[1]/@date-text)", "13 June 2024");
    assert_query(&xml, "string(//s:event[1])", "signed");
    assert_query(&xml, "string(//s:field[@name='treatment']/s:entry/@value-title)", "no rule seen");
    assert_query(&xml, "string(//s:reference/@kind)", "instrument");
    assert_query(&xml, "string(//s:reference/s:year)", "2024");
    assert_query(&xml, "count(//s:balance)", "0");
    text_free(&xml);
}

static void test_model(void **state)
{
    (void)state;
    Text xml = compose((const char *const[]){"model.one", NULL});
    assert_query(&xml, "count(//s:cell)", "12");
    assert_query(&xml, "string(//s:cell[12]/@title)", "Weights");
    assert_query(&xml, "string(//s:cell[12]/@level)", "D4");
    assert_query(&xml, "string(//s:cell[12]/@openness)", "semi-open");
    assert_query(&xml, "string(//s:cell[12]/@licence)", "RAIL");
    assert_query(&xml, "string(//s:cell[@guess]/@component)", "training.data.pretraining");
    assert_query(&xml, "count(//s:cell[@guess]/@licence)", "0");
    assert_query(&xml, "string(//s:cell[@value='not-applicable'][1]/@value-title)", "not applicable");
    assert_query(&xml, "string(//s:scale/s:level/@code)", "D4");
    assert_query(&xml, "string(//s:field[@name='released']/s:entry/@value-title)", "May 2022");
    text_free(&xml);
}

static void test_hostile_text(void **state)
{
    (void)state;
    Text xml = compose((const char *const[]){"risk.hostile", NULL});
    assert_query(&xml, "string(//s:item/s:title)",
                 "<script>alert(1)</script> & \"quoted\" <U+202E>olleh<U+001B>[31m *stars* ]]>");
    assert_query(&xml, "count(//*[local-name()='script'])", "0");
    assert_null(strchr(xml.data, '\x1B'));
    assert_null(strstr(xml.data, "\xE2\x80\xAE"));
    static const char *const stylesheets[] = {"sheets/render/html.xsl", "sheets/render/markdown.xsl"};
    for (size_t i = 0; i < 2; i++) {
        Text stylesheet = fixture_source(stylesheets[i]), output = {0};
        Error error = {0};
        if (!render_document(stylesheets[i], &stylesheet, &xml, &output, &error))
            fail_msg("%s", error.message);
        assert_null(strstr(output.data, "<script"));
        assert_null(strstr(output.data, "<img"));
        assert_non_null(strstr(output.data, "&lt;script&gt;alert(1)"));
        assert_non_null(strstr(output.data, "&lt;U+202E&gt;olleh"));
        text_free(&stylesheet);
        text_free(&output);
    }
    text_free(&xml);
}

static void test_sheet_with_notes_and_gone_entries(void **state)
{
    (void)state;
    SheetEntry entries[] = {
        {.id = (char *)"risk.one", .title = (char *)"The first risk", .note = (char *)"Ask\n\nagain <b>"},
        {.id = (char *)"risk.old", .title = (char *)"An old risk", .note = (char *)"Was there", .gone = true},
    };
    const Sheet sheet = {.name = (char *)"winter", .properties[SHEET_TITLE] = (char *)"Winter sheet", .entries = entries, .entry_count = 2};
    SheetRequest request = {.sheet = &sheet};
    Text xml = {0};
    Error error = {0};
    assert_true(sheet_compose(fixture.store, &request, &xml, &error));
    assert_query(&xml, "count(//s:note)", "0"); /* the user's own, of an item or of one that is gone, stays private */
    text_free(&xml);
    request.notes = NOTES_ALL;
    assert_true(sheet_compose(fixture.store, &request, &xml, &error));
    assert_query(&xml, "string(/s:sheet/s:title)", "Winter sheet");
    assert_query(&xml, "count(//s:item)", "1");
    assert_query(&xml, "string(//s:item/s:note/s:p[2])", "again <b>");
    assert_query(&xml, "string(//s:gone/s:entry/@id)", "risk.old");
    assert_query(&xml, "string(//s:gone/s:entry/s:title)", "An old risk");
    assert_query(&xml, "string(//s:gone/s:entry/s:note/s:p)", "Was there");
    text_free(&xml);
}

static void test_refused_requests(void **state)
{
    (void)state;
    const SheetRequest nothing = {0};
    StringList unknown = {0};
    string_list_add(&unknown, "risk.one");
    string_list_add(&unknown, "risk.no-such");
    const SheetRequest missing = {.ids = &unknown};
    Text xml = {0};
    Error error = {0};
    assert_false(sheet_compose(fixture.store, &nothing, &xml, &error));
    assert_int_equal(error.code, ERROR_USAGE);
    error_clear(&error);
    assert_false(sheet_compose(fixture.store, &missing, &xml, &error));
    assert_int_equal(error.code, ERROR_NOT_FOUND);
    assert_non_null(strstr(error.message, "risk.no-such"));
    error_clear(&error);
    assert_int_equal(xml.length, 0);
    string_list_free(&unknown);
}

static void test_words(void **state)
{
    (void)state;
    static const char *const dates[][2] = {{"2026-11-03", "3 November 2026"}, {"2026-01", "January 2026"},
                                           {"2026", "2026"}, {"2026-13", "2026-13"}, {"soon", "soon"}};
    for (size_t i = 0; i < sizeof dates / sizeof dates[0]; i++) {
        char *words = date_words(dates[i][0]);
        assert_string_equal(words, dates[i][1]);
        free(words);
    }
    assert_null(date_words(NULL));
    char *anchor = anchor_name("source:Ab_c/d\"");
    assert_string_equal(anchor, "source_3AAb_5Fc_2Fd_22");
    free(anchor);
    static const char *const links[][2] = {
        {"HTTPS://example.org/?a=b&c#d", "HTTPS://example.org/?a=b&c#d"},
        {"https://example.org/a|b?c={x}^1", "https://example.org/a%7Cb?c=%7Bx%7D%5E1"},
        {"https://example.org/100%?x=%20%C3%A9%2", "https://example.org/100%25?x=%20%C3%A9%252"},
        {"javascript:alert(1)", NULL}, {"https://example.org/\" onclick=\"x", NULL}, {"https://example.org/\n", NULL}, {NULL, NULL}};
    for (size_t i = 0; i < sizeof links / sizeof links[0]; i++) {
        char *link = url_link(links[i][0]);
        if (links[i][1] == NULL)
            assert_null(link);
        else
            assert_string_equal(link, links[i][1]);
        free(link);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_groups),
        cmocka_unit_test(test_list_in_order),
        cmocka_unit_test(test_item),
        cmocka_unit_test(test_review),
        cmocka_unit_test(test_consequences),
        cmocka_unit_test(test_consequences_of_law),
        cmocka_unit_test(test_ways),
        cmocka_unit_test(test_brief),
        cmocka_unit_test(test_short_authors),
        cmocka_unit_test(test_references),
        cmocka_unit_test(test_law),
        cmocka_unit_test(test_model),
        cmocka_unit_test(test_hostile_text),
        cmocka_unit_test(test_sheet_with_notes_and_gone_entries),
        cmocka_unit_test(test_refused_requests),
        cmocka_unit_test(test_words),
    };
    return cmocka_run_group_tests(tests, sheet_query_open, sheet_query_close);
}
