/* Files of marks: what is read back is what was written, and what is no such file is refused whole. */
#include "config.h"

#include "core/digest.h"
#include "core/memory.h"
#include "importers/read/reviews.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define DIGEST "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
#define ROOT "<reviews xmlns='urn:gairo:review:1'>"
#define GIVEN(item, verdict, name, date, digest)                                                                       \
    "<review item='" item "' verdict='" verdict "' name='" name "' date='" date "' digest='" digest "'>"
#define GOOD GIVEN("risk.x", "checked", "Ada", "2026-11-20", DIGEST)

/* Keeps the last mark and counts. */
typedef struct Taken {
    size_t count;
    char *reviewer, *note;
    Verdict verdict;
} Taken;

static void take(void *context, const Review *review)
{
    Taken *taken = context;

    taken->count++;
    free(taken->reviewer);
    free(taken->note);
    taken->reviewer = string_copy(review->reviewer);
    taken->note = string_copy(review->note);
    taken->verdict = review->verdict;
}

static void taken_free(Taken *taken)
{
    free(taken->reviewer);
    free(taken->note);
    *taken = (Taken){0};
}

static bool parse(const char *bytes, size_t length, Taken *taken, Error *error)
{
    const ReadInput input = {.file = "marks.xml", .bytes = bytes, .length = length};

    return reviews_parse(&input, take, taken, error);
}

static void reads_marks(void **state)
{
    static const char file[] =
        "<?xml version='1.0' encoding='UTF-8'?>\n<reviews xmlns='urn:gairo:review:1' date='2026-11-26' data='2026-11-23'>\n"
        "<!-- by hand -->" GIVEN("risk.y", "wrong", "Zoe", "2026-11-19", DIGEST) "no</review>\n" GOOD "</review></reviews>";
    Taken taken = {0};
    Error error = {0};

    (void)state;
    assert_true(parse(file, sizeof file - 1, &taken, &error));
    assert_int_equal(taken.count, 2);
    assert_string_equal(taken.reviewer, "Ada");
    assert_null(taken.note);
    assert_int_equal(taken.verdict, VERDICT_CHECKED);
    taken_free(&taken);
}

static void reads_a_note(void **state)
{
    static const char file[] = ROOT GIVEN("risk.x", "wrong", "Ada &amp; Zo&#xEB;", "2026-11-20", DIGEST)
        " Not <![CDATA[<so>]]> &gt;\n  there.</review></reviews>";
    Taken taken = {0};
    Error error = {0};

    (void)state;
    assert_true(parse(file, sizeof file - 1, &taken, &error));
    assert_string_equal(taken.reviewer, "Ada & Zo\xC3\xAB");
    assert_string_equal(taken.note, "Not <so> > there.");
    assert_int_equal(taken.verdict, VERDICT_WRONG);
    taken_free(&taken);
}

static const struct {
    const char *file;
    long line; /* 0: of the whole file */
    const char *words;
} hostile[] = {
    {"", 0, "empty"},
    {"<gairo xmlns='urn:gairo:data:1'/>", 1, "no file of marks"},
    {"<reviews/>", 1, "no file of marks"},
    {"not xml", 1, "not well-formed"},
    {ROOT "\n" GOOD, 2, "not well-formed"},
    {"<!DOCTYPE reviews [<!ENTITY a 'b'>]>" ROOT "</reviews>", 1, "DOCTYPE"},
    {ROOT GIVEN("risk.x", "checked", "&a;", "2026-11-20", DIGEST) "</review></reviews>", 1, "not well-formed"},
    {ROOT "\n<p/></reviews>", 2, "review elements only"},
    {ROOT "\nwords</reviews>", 2, "review elements only"},
    {ROOT "\n\n" GOOD "<p/></review></reviews>", 3, "words only"},
    {"<reviews xmlns='urn:gairo:review:1' version='2'/>", 1, "no attribute version"},
    {ROOT "<review item='risk.x' verdict='checked' name='A' date='2026-11-20' digest='" DIGEST "' as='x'/></reviews>", 1,
     "no attribute as"},
    {ROOT "<review item='risk.x' verdict='checked' name='A' date='2026-11-20'/></reviews>", 1, "a digest is 64"},
    {ROOT "<review verdict='checked' name='A' date='2026-11-20' digest='" DIGEST "'/></reviews>", 1, "is no id"},
    {ROOT GIVEN("risk.x", "right", "Ada", "2026-11-20", DIGEST) "</review></reviews>", 1, "checked or wrong"},
    {ROOT GIVEN("risk x", "wrong", "Ada", "2026-11-20", DIGEST) "</review></reviews>", 1, "\"risk x\" is no id"},
    {ROOT GIVEN("risk.x", "wrong", "Ada", "2026-02-30", DIGEST) "</review></reviews>", 1, "a day as YYYY-MM-DD"},
    {ROOT GIVEN("risk.x", "wrong", "", "2026-11-20", DIGEST) "</review></reviews>", 1, "name is one line"},
    {ROOT GIVEN("risk.x", "wrong", "A&#x202E;", "2026-11-20", DIGEST) "</review></reviews>", 1, "control characters"},
    {ROOT GOOD "a&#x202E;b</review></reviews>", 1, "control characters"},
    {ROOT GOOD "\x1b[2J</review></reviews>", 1, "not well-formed"},
    {ROOT GOOD "\xff</review></reviews>", 1, "UTF-8"},
    {"<?xml version='1.0'?><?php x?>" ROOT "</reviews>", 1, "processing instruction"},
};

static void refuses_the_rest(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++) {
        Taken taken = {0};
        Error error = {0};

        if (parse(hostile[i].file, strlen(hostile[i].file), &taken, &error))
            fail_msg("not refused: %s", hostile[i].file);
        if (!error.message || !strstr(error.message, hostile[i].words) ||
            (hostile[i].line && error.line != hostile[i].line))
            fail_msg("%s: line %ld: %s", hostile[i].file, error.line, error.message);
        error_clear(&error);
        taken_free(&taken);
    }
}

static void is_quick_with_a_long_tag(void **state)
{
    Text file = {0};
    Taken taken = {0};
    Error error = {0};

    (void)state;
    text_append(&file, "<reviews xmlns='urn:gairo:review:1'");
    for (int i = 0; i < 100000; i++)
        text_append_format(&file, " a%d=''", i);
    text_append(&file, "/>");
    assert_false(parse(file.data, file.length, &taken, &error));
    assert_non_null(strstr(error.message, "tag"));
    error_clear(&error);
    text_free(&file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_marks),
        cmocka_unit_test(reads_a_note),
        cmocka_unit_test(refuses_the_rest),
        cmocka_unit_test(is_quick_with_a_long_tag),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
