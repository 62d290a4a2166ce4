/* Citations of a law, its numbers in web addresses, and its paragraphs. */
#include "tests/unit/test.h"

#include "core/memory.h"
#include "core/paragraph.h"
#include "store/law_citation.h"

#include <stdlib.h>

#define EM PARAGRAPH_SPACE

/* parts NULL: the citation does not name whole. */
static void names(const char *citation, const char *whole, const char *parts)
{
    Text found = {0};
    assert_int_equal(law_citation_names(citation, whole, &found), parts != NULL);
    assert_string_equal(found.data ? found.data : "", parts ? parts : "");
    assert_int_equal(law_citation_names(citation, whole, NULL), parts != NULL);
    text_free(&found);
}

static void citations_name_articles(void **state)
{
    (void)state;
    const char *amending = "amends Art. 5(1)(ba)-(bb), 25(4), 111(4) and 113(c) AI Act";
    names(amending, "Art. 5", "Art. 5(1)(ba)-(bb)");
    names(amending, "Art. 25", "Art. 25(4)");
    names(amending, "Art. 113", "Art. 113(c)");
    names(amending, "Art. 11", NULL);
    names(amending, "Art. 1", NULL);
    names(amending, "Art. 4", NULL);
    names(amending, "Recital 5", NULL);
    names("Art. 53(1)(a)-(b) with 53(2)", "Art. 53", "Art. 53(1)(a)-(b), 53(2)");
    names("Art. 50(1), (2), (4)", "Art. 50", "Art. 50(1), (2), (4)");
    names("Art. 50(1), (2), (4)", "Art. 2", NULL);
    names("Art. 113 (as amended)", "Art. 113", "Art. 113 (as amended)");
    names("Recital 18 and Art. 64(10)(b)", "Art. 64", "Art. 64(10)(b)");
    names("Recital 18 and Art. 64(10)(b)", "Recital 18", "Recital 18");
    names("Recital 18 and Art. 64(10)(b)", "Art. 18", NULL);
    names("Annex XIII (a)-(g)", "Annex XIII", "Annex XIII (a)-(g)");
    names("Annex XIII (a)-(g)", "Annex III", NULL);
    names("Annexes XI and XII", "Annex XII", "Annex XII");
    names("Arts. 3, 20 and 73", "Art. 20", "Art. 20");
    names("Art. 5a", "Art. 5", NULL);
    names("Art. 5a", "Art. 5a", "Art. 5a");
}

static void citations_name_sections(void **state)
{
    (void)state;
    names("Sec. 4.6", "Sec. 4", "Sec. 4.6");
    names("Sec. 4.2(a)-(b)", "Sec. 4", "Sec. 4.2(a)-(b)");
    names("Sec. 3(k)", "Sec. 3", "Sec. 3(k)");
    names("Sec. 13", "Sec. 1", NULL);
    names("secs. 5-9, Appendix A", "Sec. 7", "Sec. 5-9");
    names("secs. 5-9, Appendix A", "Sec. 10", NULL);
}

static void others_name_nothing(void **state)
{
    (void)state;
    names("five principles", "Art. 5", NULL);
    names("2025 amendment", "Art. 2025", NULL);
    names("", "Art. 1", NULL);
    names("Art.", "Art. 1", NULL);
    names("Art. (", "Art. 1", NULL);
    names("Art. 1", "the first", NULL);
    assert_false(law_citation_names(NULL, "Art. 1", NULL));
    assert_false(law_citation_names("Art. 1", NULL, NULL));
    names("Art. 99999999999999999999999999999999999999999-1", "Art. 1", NULL);
}

static void key_is(const char *url, const char *key)
{
    char *found = law_key(url);
    if (key)
        assert_string_equal(found, key);
    else
        assert_null(found);
    free(found);
}

static void addresses_tell_numbers(void **state)
{
    (void)state;
    key_is("https://eur-lex.europa.eu/eli/reg/2024/1689/oj", "eu-2024-1689");
    key_is("http://data.europa.eu/eli/dir/2019/790/oj", "eu-2019-790");
    key_is("https://eur-lex.europa.eu/legal-content/EN/TXT/HTML/?uri=CELEX:32024L2853", "eu-2024-2853");
    key_is("https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX%3A32016R0679", "eu-2016-679");
    key_is("https://eur-lex.europa.eu/legal-content/EN/TXT/HTML/?uri=CELEX%3A52026DC0503", NULL);
    key_is("https://www.federalregister.gov/documents/2023/11/01/2023-24283/safe-secure", "us-fr-2023-24283");
    key_is("https://www.federalregister.gov/d/2023-24283", "us-fr-2023-24283");
    key_is("https://www.federalregister.gov/", NULL);
    key_is("https://example.org/2023-24283", NULL);
    key_is("https://example.org/eli/reg/24/1689", NULL);
    key_is("https://example.org/eli/", NULL);
    key_is("", NULL);
    key_is(NULL, NULL);
}

static void paragraph_is(const char *text, int level, const char *mark, const char *words)
{
    Paragraph paragraph = paragraph_read(text);
    assert_int_equal(paragraph.level, level);
    if (mark)
        assert_string_equal(paragraph.mark, mark);
    else
        assert_null(paragraph.mark);
    assert_string_equal(paragraph.words, words);
    free(paragraph.mark);
}

static void paragraphs_have_depth_and_number(void **state)
{
    (void)state;
    paragraph_is("Plain words.", 0, NULL, "Plain words.");
    paragraph_is("1." EM "First.", 0, "1.", "First.");
    paragraph_is(EM EM "(a)" EM "deeper", 2, "(a)", "deeper");
    paragraph_is(EM "no number", 1, NULL, "no number");
    paragraph_is("", 0, NULL, "");
    paragraph_is(EM, 1, NULL, "");
    paragraph_is("A sentence that is far too long to be the number" EM "of one", 0, NULL,
                 "A sentence that is far too long to be the number" EM "of one");
    paragraph_is(EM EM EM EM EM EM EM EM EM EM EM EM EM EM "x", PARAGRAPH_LEVELS_MAX, NULL, "x");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(citations_name_articles),  cmocka_unit_test(citations_name_sections),
        cmocka_unit_test(others_name_nothing),      cmocka_unit_test(addresses_tell_numbers),
        cmocka_unit_test(paragraphs_have_depth_and_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
