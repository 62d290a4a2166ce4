/* The reader of BibTeX, and LaTeX as plain text. */
#include "tests/unit/test.h"

#include "importers/read/bibtex-xml.h"
#include "importers/read/latex-text.h"
#include "importers/read/xml.h"

#include <string.h>

typedef struct Given {
    Text xml;
    Text faults; /* "line: reason\n" */
} Given;

static bool take(void *context, const Text *xml)
{
    text_append_bytes(&((Given *)context)->xml, xml->data, xml->length);
    return true;
}

static void refused(void *context, long line, const char *reason)
{
    text_append_format(&((Given *)context)->faults, "%ld: %s\n", line, reason);
}

static bool read_bytes(const char *bytes, size_t length, Given *given, Error *error)
{
    static const ReadSettings plain;
    ReadInput input = {.file = "a.bib", .bytes = bytes, .length = length};
    ReadBatches batches = {.take = take, .refused = refused, .context = given};

    xml_harden();
    return bibtex_read(&input, &plain, &batches, error);
}

/* What must stand somewhere in the XML; faults as they must be, "" for none. */
static void check(const char *bytes, const char *expected, const char *faults)
{
    Given given = {0};
    Error error = {0};

    if (!read_bytes(bytes, strlen(bytes), &given, &error))
        fail_msg("%s", error.message);
    if (strstr(given.xml.data, expected) == NULL)
        fail_msg("%s", given.xml.data);
    assert_string_equal(given.faults.data == NULL ? "" : given.faults.data, faults);
    text_free(&given.xml);
    text_free(&given.faults);
}

static void entries_are_read(void **state)
{
    (void)state;
    check(
        "mail me@x.org\n@Article{Key:1,\r\n title = {A {B} \"c\"},\r\n year=2020,\r\n}\r\n",
        "<member line=\"2\"><entry key=\"@type\">article</entry><entry key=\"@key\">Key:1</entry>"
        "<entry key=\"title\" line=\"3\">A B &quot;c&quot;</entry><entry key=\"year\" line=\"4\">2020</entry></member>",
        "");
    check("\xEF\xBB\xBF@book(k, title = \"a{\"}b\" # { c} # 1)",
          "<entry key=\"title\" line=\"1\">a&quot;b c1</entry></member>", "");
    check("@misc{k}", "<entry key=\"@key\">k</entry></member>", "");
    check("@misc{, note={x}}", "<member line=\"1\"><entry key=\"@type\">misc</entry><entry key=\"note\"", "");
    check("@misc{k, % one\n title % two\n = {x}}", "<entry key=\"title\" line=\"2\">x</entry>", "");
    check("@misc{k, url={https://x.org/a\\_b--c{\\%}d\\textasciitilde{}e}, Title={a--b}}",
          "<entry key=\"url\" line=\"1\">https://x.org/a_b--c%d~e</entry><entry key=\"title\" line=\"1\">a–b</entry>",
          "");
    check("@misc{k, a={1}, A={2}}", "<entry key=\"a\" line=\"1\" repeated=\"1\">2</entry>", "");
}

static void macros_stand_for_text(void **state)
{
    (void)state;
    check(
        "@string{p = \"Press\"}\n@STRING(Q = p # { of } # nov)\n@preamble{ \"x\" # q }\n@book{k, publisher = q # { 1}}",
        "<entry key=\"publisher\" line=\"4\">Press of November 1</entry>", "");
    check("@string{p={a}} @string{p=p # p} @misc{k, x=p}", ">aa</entry>", "");
    check("@misc{k, journal = nothing # { x}}", " undefined=\"nothing\">nothing x</entry>", "");
    check("@comment{jabref: {x} @misc{no, title={n}}}\n@comment @misc{no}\n@misc{k}",
          "<document xmlns=\"urn:gairo:reader:1\" file=\"a.bib\" "
          "stem=\"a\"><member line=\"3\">",
          "");
    check("@inproceedings{a, crossref={B}, title={t}}\n@inproceedings{c, crossref={missing}}\n@proceedings{b, "
          "year=1999}\n",
          "<entry key=\"@parent\"><entry key=\"year\" line=\"3\">1999</entry></entry></member><member line=\"2\">", "");
}

static void names_are_parted(void **state)
{
    (void)state;
#define FULL(family, given)                                                                                            \
    "<member line=\"1\"><entry key=\"family\">" family "</entry><entry key=\"given\">" given "</entry></member>"
#define SOLE(name) "<member line=\"1\"><entry key=\"literal\">" name "</entry></member>"
    check("@misc{k, author={Ludwig van Beethoven and de la Cruz, Ana and King, Jr., Martin Luther}}",
          FULL("van Beethoven", "Ludwig") FULL("de la Cruz", "Ana") FULL("King", "Martin Luther Jr."), "");
    check("@misc{k, author={{Ministry of Trade and Fairs} and Plato and others}}",
          SOLE("Ministry of Trade and Fairs") SOLE("Plato") SOLE("et al."), "");
    check("@misc{k, author={M{\\\"u}ller, J{\\'e}r{\\^o}me\nAND Donald~E. Knuth}}",
          FULL("Müller", "Jérôme") FULL("Knuth", "Donald E."), "");
    check("@misc{k, editor={ and A and }}", "line=\"1\">" SOLE("A") "</entry>", "");
}

static void a_fault_costs_one_entry(void **state)
{
    static const char after[] = "<entry key=\"@key\">after</entry>";

    (void)state;
    check("@misc{a title={x}}\n@misc{after}", after,
          "1: a comma is missing before a field, or a brace at the entry's end\n");
    check("\n@misc{a, title={x}\n\n  @misc{after}", after,
          "2: a comma is missing before a field, or a brace at the entry's end\n");
    check("@misc{a, title={x\n@misc{after}", after, "1: a brace in the entry that begins here is not closed\n");
    check("@misc{a, title=\"x\n@misc{after}", after,
          "1: a quotation mark in the entry that begins here is not closed\n");
    check("@misc{a, title=\"x}\"}\n@misc{after}", after, "1: a } within quotation marks that no { opens\n");
    check("@misc{a, title}\n@misc{after}", after,
          "1: a field must be NAME = VALUE, and a comma must stand before the next\n");
    check("@misc{a, title=}\n@misc{after}", after,
          "1: a value is missing: text in braces or quotation marks, a number, or the name of a @string\n");
    check("@misc{a, title={\x01}}\n@misc{after}", after, "1: a control character that no text may hold\n");
    check("@string{a}\n@misc{after}", after, "1: a @string must be NAME = VALUE\n");
    check("@misc{a, x={{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{\n@misc{after}", after,
          "1: braces nested deeper than 32 levels\n");
}

static void check_limit(Text *bytes, const char *words)
{
    Given given = {0};
    Error error = {0};

    assert_false(read_bytes(bytes->data, bytes->length, &given, &error));
    assert_non_null(strstr(error.message, words));
    error_clear(&error);
    text_free(&given.xml);
    text_free(&given.faults);
    text_free(bytes);
}

static void append_many(Text *text, const char *what, int times)
{
    for (int i = 0; i < times; i++)
        text_append(text, what);
}

static void limits_hold(void **state)
{
    Text bytes = {0};

    (void)state;
    append_many(&bytes, "@misc{a, b\n", 1001);
    check_limit(&bytes, "more than 1,000 faults");
    text_append(&bytes, "@string{a={");
    append_many(&bytes, "0123456789", 20000);
    text_append(&bytes, "}}");
    append_many(&bytes, "@misc{k, x=a}", 50);
    check_limit(&bytes, "that stand for more than a file may hold");
    text_append(&bytes, "@book{p, x={");
    append_many(&bytes, "0123456789", 20000);
    text_append(&bytes, "}}");
    append_many(&bytes, "@misc{k, crossref=p}", 50);
    check_limit(&bytes, "that stand for more than a file may hold");
    append_many(&bytes, "@misc{k}", 100001);
    check_limit(&bytes, "more than 100,000 entries");
    text_append(&bytes, "no entry, but a@b.org");
    check_limit(&bytes, "there is no entry");
    text_append(&bytes, "@misc{k,\n x={caf\xE9}}");
    check_limit(&bytes, "not valid UTF-8");
    text_append(&bytes, "\xFF\xFE@");
    check_limit(&bytes, "UTF-16");
    text_append_bytes(&bytes, "@misc{\0}", 8);
    check_limit(&bytes, "a NUL byte");
}

static void check_text(const char *latex, const char *expected)
{
    Text text = {0};

    latex_append_text(&text, latex, strlen(latex));
    assert_string_equal(text.data == NULL ? "" : text.data, expected);
    text_free(&text);
}

static void latex_becomes_text(void **state)
{
    Text deep = {0}, text = {0};

    (void)state;
    check_text("{\\\"o}\\\"{o}\\\"o \\'e\\`{a}\\^{\\i}\\~n {\\c c}\\c{c} \\v{s}\\H{o}\\u{g}\\.I\\=a\\k{a}\\r{u}",
               "ööö éàîñ çç šőğİāąů");
    check_text("stra{\\ss}e \\O re {\\L}\\'od\\'z \\AA\\ae\\oe", "straße Øre Łódź Åæœ");
    check_text("  a~b\n\n c\\,d\\\\e ", "a b c d e");
    check_text("``x'' --- y -- z `q' \\& \\% \\$ \\# \\_ \\{\\}", "“x” — y – z ‘q' & % $ # _ {}");
    check_text("\\emph{a} {\\em b} \\textbf{\\textit{c}} \\LaTeX{} \\TeX", "a b c LaTeX TeX");
    check_text("$10^{25}$ $2^3$ CO$_2$ $x^{n}$ $a^{b+c}$ 10\\textsuperscript{26} \\textsuperscript{th}",
               "10²⁵ 2³ CO₂ x^n a^(b+c) 10²⁶ ^(th)");
    check_text("$\\alpha \\leq \\beta$", "α≤β");
    check_text("\\unknown{kept} \\unknown alone", "kept \\unknown alone");
    check_text("e\u0301 \\'", "é");
    check_text("a}b{c", "abc");
    check_text("\\", "");
    append_many(&deep, "\\'{\\\"", 50000);
    latex_append_text(&text, deep.data, deep.length);
    text_reset(&text);
    text_reset(&deep);
    append_many(&deep, "$^{_{", 50000);
    latex_append_text(&text, deep.data, deep.length);
    text_free(&text);
    text_free(&deep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(entries_are_read), cmocka_unit_test(macros_stand_for_text),
        cmocka_unit_test(names_are_parted), cmocka_unit_test(a_fault_costs_one_entry),
        cmocka_unit_test(limits_hold),      cmocka_unit_test(latex_becomes_text),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
