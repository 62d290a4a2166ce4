#include "tests/unit/test.h"

#include "core/memory.h"
#include "core/record.h"
#include "core/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static Record *new_record(Kind kind, const char *id)
{
    Record *record = record_new();

    record->kind = kind;
    record->id = string_copy(id);
    record->title = string_copy("Title");
    record->file = string_copy("items.xml");
    record->line = 3;
    *record_add_citation(record) = (Citation){string_copy("reference.eiras2024risks"), NULL, string_copy("paper"), 4};
    return record;
}

static void add_field(Record *record, const char *name, const char *value, const char *text, long line)
{
    *record_add_field(record) =
        (RecordField){.name = string_copy(name), .value = string_copy(value), .text = string_copy(text), .line = line};
}

static void add_link(Record *record, const char *relation, const char *to, long line)
{
    *record_add_link(record) =
        (RecordLink){.relation = string_copy(relation),
                     .to = string_copy(to),
                     .line = line,
                     .citation = {string_copy("reference.x"), NULL, string_copy("literature"), 0}};
}

static void add_cell(Record *record, const char *component, const char *value, long line)
{
    *record_add_cell(record) =
        (RecordCell){.component = string_copy(component), .value = string_copy(value), .line = line};
}

static void add_event(Record *record, const char *date, const char *type, long line)
{
    *record_add_event(record) = (RecordEvent){string_copy(date), string_copy(type), NULL, line};
}

static void replace(char **place, const char *text)
{
    free(*place);
    *place = string_copy(text);
}

/* Checks, and releases the record. */
static void passes(Record *record)
{
    Error error = {0};

    if (!record_check(record, &error))
        fail_msg("line %ld: %s", error.line, error.message);
    record_free(record);
}

static void fails(Record *record, long line, const char *message)
{
    Error error = {0};

    assert_false(record_check(record, &error));
    assert_int_equal(error.code, ERROR_INPUT);
    assert_string_equal(error.file, "items.xml");
    assert_string_equal(error.message, message);
    assert_int_equal(error.line, line);
    error_clear(&error);
    assert_false(record_check(record, NULL));
    record_free(record);
}

static void good_records_pass(void **state)
{
    (void)state;
    Record *risk = new_record(KIND_RISK, "risk.safeguards-stripped");
    add_field(risk, "effect", "raises", "Weights in hand are what makes it possible.", 5);
    add_field(risk, "affected", NULL, "Everybody.", 6);
    risk->fields[1].citation =
        (Citation){string_copy("instrument.eu-ai-act"), string_copy("Art. 3"), string_copy("law"), 0};
    add_link(risk, "in", "area.safety-security", 7);
    add_link(risk, "depends-on", "deployment.data.weights", 8);
    add_link(risk, "related", "owasp-llm:LLM01", 9);
    add_link(risk, "supported-by", "reference.qi2023finetuning", 10);
    passes(risk);
    Record *model = new_record(KIND_MODEL, "model.bloom");
    add_cell(model, "training.code.pretraining", "5", 5);
    add_cell(model, "training.data.sft", "not-applicable", 6);
    add_field(model, "released", "2022-07", NULL, 7);
    add_field(model, "url", "https://example.org/a?b=1#c", NULL, 8);
    passes(model);
    Record *term = new_record(KIND_TERM, "term.weights");
    add_field(term, "see", "term.model", NULL, 5);
    add_field(term, "see", "term.licence", NULL, 6);
    passes(term);
    Record *bill = new_record(KIND_INSTRUMENT, "instrument.bill");
    add_event(bill, "2024-02", "proposed", 5);
    add_event(bill, "2024-02", "published", 6);
    passes(bill);
    passes(new_record(KIND_COMPONENT, "deployment.data.weights"));
    passes(new_record(KIND_FRAMEWORK_ENTRY, "mit-risks:1.2"));
    Record *place = new_record(KIND_JURISDICTION, "jurisdiction.ke");
    add_link(place, "in", "region.africa", 5);
    passes(place);
}

static void the_head(void **state)
{
    (void)state;
    fails(new_record(KIND_RISK, "risk.Big"), 3,
          "id \"risk.Big\" is not of the form risk.NAME, where NAME is made of a-z 0-9 . + - _");
    fails(new_record(KIND_FRAMEWORK_ENTRY, "x"), 3,
          "id \"x\" is not of the form framework-entry.NAME, where NAME is made of a-z 0-9 . + - _, nor of the form "
          "source:number");
    fails(new_record(KIND_COMPONENT, "component.x"), 3,
          "id \"component.x\" is none of the twelve components, such as training.code.pretraining");
    fails(new_record(KIND_RISK, NULL), 3, "a risk has no id");
    Record *record = new_record(KIND_RISK, "risk.a");
    replace(&record->title, " \n");
    fails(record, 3, "risk.a has no title");
    record = new_record(KIND_RISK, "risk.a");
    replace(&record->title, "a\xff");
    fails(record, 3, "title is not valid UTF-8 (at byte 2)");
    record = new_record(KIND_RISK, "risk.a");
    free(record->title);
    record->title = string_format("%0501d", 0);
    fails(record, 3, "title has 501 bytes; at most 500 are allowed");
    record = new_record(KIND_RISK, "risk.a");
    record->summary = string_format("%02001d", 0);
    fails(record, 3, "summary has 2001 bytes; at most 2000 are allowed");
    record = new_record(KIND_RISK, "risk.a");
    record->kind = (Kind)99;
    fails(record, 3, "the record is of no known kind");
}

static void sources(void **state)
{
    (void)state;
    Record *record = new_record(KIND_RISK, "risk.a");
    replace(&record->citations[0].reference, "risk.b");
    fails(record, 4, "ref \"risk.b\" is neither a reference's id (reference.KEY) nor an instrument's");
    record = new_record(KIND_RISK, "risk.a");
    replace(&record->citations[0].basis, "hearsay");
    fails(record, 4,
          "unknown basis \"hearsay\"; known: abstract, companion, paper, law, law-secondary, literature, framework, "
          "editorial");
    record = new_record(KIND_RISK, "risk.a");
    replace(&record->citations[0].reference, NULL);
    fails(record, 4, "source has no ref; it names the reference or the instrument that says so");
    record = new_record(KIND_RISK, "risk.a");
    *record_add_citation(record) = (Citation){string_copy("reference.eiras2024risks"), NULL, string_copy("paper"), 9};
    fails(record, 9, "the source \"reference.eiras2024risks\" is there twice, with the same locator");
    record = new_record(KIND_RISK, "risk.a");
    free(record->citations[0].reference);
    free(record->citations[0].basis);
    record->citation_count = 0;
    fails(record, 3, "risk.a has no source; it needs at least one");
    record = new_record(KIND_RISK, "risk.a");
    add_field(record, "gap", NULL, "None is known.", 8);
    record->fields[0].citation.locator = string_copy("Section 4");
    fails(record, 8, "field has no ref; it names the reference or the instrument that says so");
}

static void field_fails(Kind kind, const char *id, const char *name, const char *value, const char *text,
                        const char *message)
{
    Record *record = new_record(kind, id);

    add_field(record, name, value, text, 7);
    fails(record, 7, message);
}

static void fields(void **state)
{
    (void)state;
    field_fails(KIND_RISK, "risk.a", "efect", "raises", NULL,
                "a risk has no field \"efect\"; it has: effect, evidence, affected, gap, crosswalk-gap");
    field_fails(KIND_JURISDICTION, "jurisdiction.a", "order", "1", NULL,
                "a jurisdiction has no field \"order\"; it has none");
    field_fails(KIND_RISK, "risk.a", NULL, NULL, NULL,
                "a risk has no field \"\"; it has: effect, evidence, affected, gap, crosswalk-gap");
    field_fails(KIND_RISK, "risk.a", "effect", "raise", NULL,
                "field \"effect\" value \"raise\" is not one of raises, lowers, mixed, unclear");
    field_fails(KIND_RISK, "risk.a", "effect", NULL, "why", "field \"effect\" has no value");
    field_fails(KIND_RISK, "risk.a", "gap", "x", "words", "field \"gap\" takes words between its tags and no value");
    field_fails(KIND_RISK, "risk.a", "gap", NULL, " ", "field \"gap\" is empty");
    field_fails(KIND_LEVEL, "level.c7", "code", "C7", NULL,
                "a level such as \"C7\" does not exist; they are C1..C5 and D1..D5");
    field_fails(KIND_LEVEL, "level.c7", "code", "C", NULL,
                "a level such as \"C\" does not exist; they are C1..C5 and D1..D5");
    field_fails(KIND_MODEL, "model.a", "released", "2022", NULL,
                "field \"released\" value \"2022\" is not a month (YYYY-MM, from 1900 to 2199)");
    field_fails(KIND_INCIDENT, "incident.a", "year", "2022-01", NULL,
                "field \"year\" value \"2022-01\" is not a year (YYYY, from 1900 to 2199)");
    field_fails(KIND_AREA, "area.a", "order", "-1", NULL,
                "field \"order\" value \"-1\" is not a whole number from 0 to 999999");
    field_fails(KIND_AREA, "area.a", "order", "1000000", NULL,
                "field \"order\" value \"1000000\" is not a whole number from 0 to 999999");
    field_fails(KIND_TERM, "term.a", "see", "risk.b", NULL,
                "field \"see\" value \"risk.b\" is not a term's id (term.NAME)");
    field_fails(KIND_LICENCE, "licence.a", "spdx", "", NULL, "field \"spdx\" has an empty value");
    field_fails(KIND_LICENCE, "licence.a", "spdx", "a\x1b", NULL,
                "field \"spdx\" has a control character in its value");
    field_fails(KIND_LICENCE, "licence.a", "spdx", "a\xff", NULL, "a field's value is not valid UTF-8 (at byte 2)");
}

static void only_plain_web_addresses(void **state)
{
    (void)state;
    const char *bad[] = {"ftp://example.org/", "javascript:alert(1)", "https://",           "https:///x",
                         "http//example.org",  "https://a b",         "https://a\nb",       "https://a\x1b[m",
                         "https://a/\"x",      "https://a/<x>",       "HTTP://example.org", "https://é.org",
                         " https://a",         "file:///etc/passwd",  "https://a\x7f",      "https://\\\\a"};

    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        Record *record = new_record(KIND_MODEL, "model.a");
        Error error = {0};
        add_field(record, "url", bad[i], NULL, 7);
        assert_false(record_check(record, &error));
        assert_int_equal(error.line, 7);
        assert_non_null(strstr(error.message, "is not a web address"));
        error_clear(&error);
        record_free(record);
    }
    Record *record = new_record(KIND_MODEL, "model.a");
    add_field(record, "url", "http://[::1]:80/%C3%A9~(x)", NULL, 7);
    passes(record);
}

static void fields_are_there_once(void **state)
{
    (void)state;
    Record *record = new_record(KIND_RISK, "risk.a");
    add_field(record, "effect", "raises", NULL, 5);
    add_field(record, "evidence", "some", NULL, 6);
    add_field(record, "effect", "lowers", NULL, 7);
    fails(record, 7, "field \"effect\" is there twice; a risk has it once");
    record = new_record(KIND_MITIGATION, "mitigation.a");
    add_field(record, "life-cycle", "use", NULL, 5);
    add_field(record, "life-cycle", "data", NULL, 6);
    add_field(record, "life-cycle", "use", NULL, 7);
    fails(record, 7, "field \"life-cycle\" has the value \"use\" twice");
}

static void link_fails(Kind kind, const char *id, const char *relation, const char *to, const char *message)
{
    Record *record = new_record(kind, id);

    add_link(record, relation, to, 8);
    fails(record, 8, message);
}

static void links(void **state)
{
    (void)state;
    link_fails(
        KIND_MITIGATION, "mitigation.a", "reduce", "risk.b",
        "unknown relation \"reduce\"; known: in, at, reduces, has-cost, calls-for, answers, strengthens, addressed-to, "
        "part-of, text-of, of, requires, exempts, encourages, addresses, depends-on, applies-at, same-as, broader, narrower, related, "
        "evidence-of, may-be-evidence-of, related-evidence-of, supported-by, need-shown-by, disputed-by, developed-by, built-on, amends, revokes");
    link_fails(KIND_RISK, "risk.a", "reduces", "risk.b", "relation \"reduces\" goes from mitigation, not from risk");
    link_fails(KIND_MITIGATION, "mitigation.a", "reduces", "area.b",
               "relation \"reduces\" goes from mitigation to risk or framework-entry, not to \"area.b\"");
    link_fails(KIND_MITIGATION, "mitigation.a", "reduces", "stripped safeguards",
               "\"stripped safeguards\" is of no id's form; relation \"reduces\" goes to risk or framework-entry");
    link_fails(KIND_MITIGATION, "mitigation.a", "reduces", NULL,
               "a link \"reduces\" has no to; it names an id of risk or framework-entry");
    link_fails(KIND_RISK, "risk.a", "in", "region.b", "relation \"in\" goes from risk to area, not to \"region.b\"");
    link_fails(KIND_FRAMEWORK_ENTRY, "list:1", "part-of", "instrument.b",
               "relation \"part-of\" goes from framework-entry to framework or framework-entry, not to \"instrument.b\"");
    link_fails(KIND_JURISDICTION, "jurisdiction.a", "in", "area.b",
               "relation \"in\" goes from jurisdiction to region, not to \"area.b\"");
    link_fails(KIND_PROVISION, "provision.a", "requires", "risk.b",
               "relation \"requires\" goes from provision to mitigation or component, not to \"risk.b\"");
    link_fails(KIND_REFERENCE, "reference.a", "related", "owasp:1",
               "relation \"related\" goes from anything but reference, not from reference");
    link_fails(KIND_RISK, "risk.a", "depends-on", "training.code.none",
               "\"training.code.none\" is of no id's form; relation \"depends-on\" goes to component");
    link_fails(KIND_AREA, "area.a", "in", "area.a", "area.a has a link \"in\" to itself");
    Record *record = new_record(KIND_RISK, "risk.a");
    add_link(record, "in", "area.b", 5);
    add_link(record, "at", "stage.c", 6);
    add_link(record, "in", "area.b", 7);
    fails(record, 7, "the link \"in\" to \"area.b\" is there twice, with the same source");
    record = new_record(KIND_RISK, "risk.a");
    add_link(record, "in", "area.b", 5);
    replace(&record->links[0].citation.basis, NULL);
    fails(record, 5,
          "link has no basis; known: abstract, companion, paper, law, law-secondary, literature, framework, editorial");
    record = new_record(KIND_RISK, "risk.a");
    add_link(record, "in", "area.b", 5);
    add_link(record, "in", "area.b", 6);
    replace(&record->links[1].citation.reference, "reference.y");
    passes(record); /* two sources may say the same */
}

static void cells(void **state)
{
    (void)state;
    Record *record = new_record(KIND_MODEL, "model.a");
    add_cell(record, "training.code.pretraining", "7", 9);
    fails(record, 9, "cell value \"7\" is not one of 1..5, unknown, not-applicable");
    record = new_record(KIND_MODEL, "model.a");
    add_cell(record, "training.code", "1", 9);
    fails(record, 9,
          "unknown component \"training.code\"; the twelve are such as training.code.pretraining, "
          "deployment.data.weights");
    record = new_record(KIND_RISK, "risk.a");
    add_cell(record, "training.code.pretraining", "1", 9);
    fails(record, 9, "only a model has cells, not a risk");
    record = new_record(KIND_MODEL, "model.a");
    add_cell(record, "training.code.pretraining", "1", 9);
    add_cell(record, "training.code.finetuning", "1", 10);
    add_cell(record, "training.code.pretraining", "2", 11);
    fails(record, 11, "the component \"training.code.pretraining\" has two cells");
    record = new_record(KIND_MODEL, "model.a");
    add_cell(record, "training.code.pretraining", "1", 9);
    record->cells[0].licence = string_format("%0301d", 0);
    fails(record, 9, "a cell's licence has 301 bytes; at most 300 are allowed");
}

static void events(void **state)
{
    (void)state;
    Record *record = new_record(KIND_INSTRUMENT, "instrument.a");
    add_event(record, "2024-02-30", "adopted", 9);
    fails(record, 9, "event date \"2024-02-30\" is not a date (YYYY, YYYY-MM or YYYY-MM-DD)");
    record = new_record(KIND_INSTRUMENT, "instrument.a");
    add_event(record, "2024", "in force", 9);
    fails(record, 9,
          "unknown event \"in force\"; known: proposed, adopted, published, in-force, applies, amended, vetoed, "
          "withdrawn, lapsed, superseded, revoked, rescission-announced, stayed, stay-lifted, was-to-apply");
    record = new_record(KIND_RISK, "risk.a");
    add_event(record, "2024", "adopted", 9);
    fails(record, 9, "only an instrument or a provision has events, not a risk");
    record = new_record(KIND_PROVISION, "provision.a");
    add_event(record, "2024", "amended", 9);
    add_event(record, "2024", "amended", 10);
    fails(record, 10, "the event \"amended\" of 2024 is there twice");
}

static void too_many_entries(void **state)
{
    (void)state;
    Record *record = new_record(KIND_LICENCE, "licence.a");
    char spelling[20];

    for (unsigned i = 1; i < RECORD_ENTRIES_MAX; i++) {
        snprintf(spelling, sizeof spelling, "%u", i);
        add_field(record, "spelling", spelling, NULL, 5);
    }
    assert_true(record_check(record, NULL));
    add_field(record, "spelling", "one more", NULL, 5);
    fails(record, 3, "licence.a has more than 20000 entries");
}

static void long_values_are_cut_in_messages(void **state)
{
    (void)state;
    Record *record = new_record(KIND_MITIGATION, "mitigation.a");
    Text name = {0};
    Error error = {0};

    for (int i = 0; i < 1000; i++)
        text_append(&name, "日");
    add_field(record, name.data, "x", NULL, 5);
    assert_false(record_check(record, &error));
    assert_true(strlen(error.message) < 250);
    assert_null(strstr(error.message, "<E6>")); /* not cut inside a character */
    assert_null(strchr(error.message, '\n'));
    error_clear(&error);
    text_free(&name);
    record_free(record);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(good_records_pass),
        cmocka_unit_test(the_head),
        cmocka_unit_test(sources),
        cmocka_unit_test(fields),
        cmocka_unit_test(only_plain_web_addresses),
        cmocka_unit_test(fields_are_there_once),
        cmocka_unit_test(links),
        cmocka_unit_test(cells),
        cmocka_unit_test(events),
        cmocka_unit_test(too_many_entries),
        cmocka_unit_test(long_values_are_cut_in_messages),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
