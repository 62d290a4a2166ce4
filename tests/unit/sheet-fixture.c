#include "tests/unit/sheet-fixture.h"

#include "core/file.h"
#include "core/memory.h"
#include "store/records.h"
#include "tests/temporary.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static void cite(Citation *citation, const char *reference, const char *locator, const char *basis)
{
    citation->reference = string_copy(reference);
    citation->locator = string_copy(locator);
    citation->basis = string_copy(basis);
}

static Record *make(Kind kind, const char *id, const char *title, const char *reference, const char *basis)
{
    Record *record = record_new();
    record->kind = kind;
    record->id = string_copy(id);
    record->title = string_copy(title);
    record->file = string_copy("fixture.xml");
    record->line = 1;
    cite(record_add_citation(record), reference, "Section 4", basis);
    return record;
}

static void add_field(Record *record, const char *name, const char *value, const char *text)
{
    RecordField *field = record_add_field(record);
    field->name = string_copy(name);
    field->value = string_copy(value);
    field->text = string_copy(text);
}

static void add_link(Record *record, const char *relation, const char *to, const char *text, const char *reference,
                     const char *basis)
{
    RecordLink *link = record_add_link(record);
    link->relation = string_copy(relation);
    link->to = string_copy(to);
    link->text = string_copy(text);
    cite(&link->citation, reference, NULL, basis);
}

static void add_cell(Record *record, const char *component, const char *value, const char *licence, const char *guess)
{
    RecordCell *cell = record_add_cell(record);
    cell->component = string_copy(component);
    cell->value = string_copy(value);
    cell->licence = string_copy(licence);
    cell->guess = string_copy(guess);
}

static void add_event(Record *record, const char *date, const char *type, const char *text)
{
    RecordEvent *event = record_add_event(record);
    event->date = string_copy(date);
    event->type = string_copy(type);
    event->text = string_copy(text);
}

static void put(Store *store, Record *record)
{
    RecordChange change;
    Error error = {0};
    if (!store_record_put(store, "test", "fixture.xml", record, &change, &error))
        fail_msg("%s: %s", record->id, error.message);
    record_free(record);
}

static void put_references(Store *store)
{
    Record *paper = make(KIND_REFERENCE, "reference.paper", "The paper", "reference.paper", "literature");
    add_field(paper, "authors", "Eiras, F.; and others", NULL);
    add_field(paper, "year", "2024", NULL);
    add_field(paper, "identifier", "arXiv:2405.08597", NULL);
    add_field(paper, "url", "https://arxiv.org/abs/2405.08597", NULL);
    put(store, paper);
    Record *study = make(KIND_REFERENCE, "reference.study", "A study", "reference.study", "literature");
    add_field(study, "url", "javascript:alert(1)", NULL);
    put(store, study);
}

static void put_questions(Store *store)
{
    put(store, make(KIND_AREA, "area.safety", "Safety", "reference.paper", "paper"));
    Record *risk = make(KIND_RISK, "risk.one", "The first risk", "reference.paper", "paper");
    risk->summary = string_copy("What can go wrong.");
    risk->body = string_copy("First paragraph,\nfolded.\n\nSecond paragraph.");
    add_field(risk, "effect", "raises", "Because of the weights.");
    add_link(risk, "in", "area.safety", NULL, "reference.paper", "paper");
    add_link(risk, "supported-by", "reference.study", "It says so.", "reference.study", "literature");
    put(store, risk);
    Record *hostile = make(KIND_RISK, "risk.hostile", HOSTILE_TITLE, "reference.study", "literature");
    hostile->summary = string_copy("# heading\n- item | cell <img src=x>");
    put(store, hostile);
    put(store, make(KIND_OPPORTUNITY, "opportunity.one", "A gain", "reference.paper", "abstract"));
    Record *mitigation = make(KIND_MITIGATION, "mitigation.one", "A safeguard", "reference.study", "literature");
    add_field(mitigation, "life-cycle", "training", NULL);
    add_field(mitigation, "life-cycle", "release", NULL);
    add_link(mitigation, "reduces", "risk.one", "It helps.", "reference.study", "literature");
    put(store, mitigation);
    put(store, make(KIND_ACTOR, "actor.one", "Regulators", "reference.paper", "paper"));
    Record *recommendation = make(KIND_RECOMMENDATION, "recommendation.one", "A thing to do", "reference.paper", "paper");
    recommendation->summary = string_copy("Do it soon.");
    add_link(recommendation, "calls-for", "mitigation.one", NULL, "reference.study", "literature");
    add_link(recommendation, "addressed-to", "actor.one", NULL, "reference.paper", "paper");
    put(store, recommendation);
}

static void put_law(Store *store)
{
    Record *instrument = make(KIND_INSTRUMENT, "instrument.act", "The Act", "instrument.act", "law");
    add_field(instrument, "force", "binding", NULL);
    add_field(instrument, "treatment", "silent", NULL);
    add_event(instrument, "2024-06-13", "adopted", "signed");
    add_event(instrument, "2024-08-01", "in-force", NULL);
    put(store, instrument);
}

/* What an order that is revoked asked for, and a recommendation that two sources address to the same actor. */
static void put_revoked(Store *store)
{
    Record *risk = make(KIND_RISK, "risk.two", "The second risk", "reference.study", "literature");
    put(store, risk);
    Record *mitigation = make(KIND_MITIGATION, "mitigation.two", "A report", "reference.study", "literature");
    add_link(mitigation, "reduces", "risk.two", NULL, "reference.study", "literature");
    put(store, mitigation);
    Record *order = make(KIND_INSTRUMENT, "instrument.order", "The Order", "instrument.order", "law");
    order->summary = string_copy("It asked for reports.");
    add_event(order, "2023-10-30", "in-force", NULL);
    add_event(order, "2025-01-20", "revoked", NULL);
    add_link(order, "requires", "mitigation.two", NULL, "instrument.order", "law");
    put(store, order);
    Record *statute = make(KIND_INSTRUMENT, "instrument.statute", "The Statute", "instrument.statute", "law");
    statute->summary = string_copy("It asks for reports.");
    add_event(statute, "2025-03-01", "in-force", NULL);
    add_link(statute, "requires", "mitigation.two", NULL, "instrument.statute", "law");
    put(store, statute);
    Record *recommendation = make(KIND_RECOMMENDATION, "recommendation.two", "Report", "reference.paper", "paper");
    add_link(recommendation, "calls-for", "mitigation.two", NULL, "reference.study", "literature");
    add_link(recommendation, "addressed-to", "actor.one", NULL, "reference.paper", "paper");
    add_link(recommendation, "addressed-to", "actor.one", NULL, "reference.study", "literature");
    put(store, recommendation);
}

/* A risk that a recommendation answers and a law, revoked since, addresses, both by way of the same safeguard. */
static void put_direct(Store *store)
{
    put(store, make(KIND_RISK, "risk.three", "The third risk", "reference.study", "literature"));
    Record *mitigation = make(KIND_MITIGATION, "mitigation.three", "A label", "reference.study", "literature");
    add_link(mitigation, "reduces", "risk.three", NULL, "reference.study", "literature");
    put(store, mitigation);
    Record *recommendation = make(KIND_RECOMMENDATION, "recommendation.three", "Label it", "reference.study", "literature");
    add_link(recommendation, "calls-for", "mitigation.three", NULL, "reference.study", "literature");
    add_link(recommendation, "answers", "risk.three", "One can tell.", "reference.study", "literature");
    put(store, recommendation);
    Record *law = make(KIND_INSTRUMENT, "instrument.labels", "The Label Order", "instrument.labels", "law");
    add_event(law, "2023-10-30", "in-force", NULL);
    add_event(law, "2025-01-20", "revoked", NULL);
    add_link(law, "requires", "mitigation.three", NULL, "instrument.labels", "law");
    add_link(law, "addresses", "risk.three", "It was about that.", "instrument.labels", "law");
    put(store, law);
}

/* A law of a day with what happened to it, which asks for the first of two reports, or for both. */
static void put_law_of_reports(Store *store, const char *id, const char *event, const char *end, bool both)
{
    Record *law = make(KIND_INSTRUMENT, id, id, id, "law");
    add_event(law, "2024-01-01", event, NULL);
    if (end != NULL)
        add_event(law, "2025-01-20", end, NULL);
    add_link(law, "requires", "mitigation.monthly", NULL, id, "law");
    if (both)
        add_link(law, "requires", "mitigation.yearly", NULL, id, "law");
    put(store, law);
}

/* A risk on which more laws bear than a page has room for: those that bear on most of it are one that has ended and one that is not
 * adopted yet. */
static void put_many_laws(Store *store)
{
    put(store, make(KIND_RISK, "risk.many", "A risk of many laws", "reference.study", "literature"));
    static const char *const reports[] = {"mitigation.monthly", "mitigation.yearly"};
    for (size_t i = 0; i < 2; i++) {
        Record *mitigation = make(KIND_MITIGATION, reports[i], "A report", "reference.study", "literature");
        add_link(mitigation, "reduces", "risk.many", NULL, "reference.study", "literature");
        put(store, mitigation);
    }
    put_law_of_reports(store, "instrument.ended", "in-force", "revoked", true);
    put_law_of_reports(store, "instrument.law-a", "in-force", NULL, false);
    put_law_of_reports(store, "instrument.law-b", "in-force", NULL, false);
    put_law_of_reports(store, "instrument.law-c", "in-force", NULL, false);
    put_law_of_reports(store, "instrument.law-d", "in-force", NULL, false);
    put_law_of_reports(store, "instrument.draft", "proposed", NULL, true);
}

static void put_models(Store *store)
{
    put(store, make(KIND_COMPONENT, "deployment.data.weights", "Weights", "reference.paper", "paper"));
    Record *level = make(KIND_LEVEL, "level.d4", "Slightly restricted data", "reference.paper", "paper");
    add_field(level, "code", "D4", NULL);
    add_field(level, "openness", "semi-open", NULL);
    put(store, level);
    Record *model = make(KIND_MODEL, "model.one", "Model One", "reference.paper", "companion");
    add_field(model, "released", "2022-05", NULL);
    for (size_t i = 0; i < COMPONENT_COUNT; i++) {
        bool weights = strcmp(component_ids[i], "deployment.data.weights") == 0;
        bool guessed = strcmp(component_ids[i], "training.data.pretraining") == 0;
        add_cell(model, component_ids[i], weights ? "4" : guessed ? "unknown" : "not-applicable", weights ? "RAIL" : NULL,
                 guessed ? "D3 or D4" : NULL);
    }
    put(store, model);
}

void fixture_open(Fixture *fixture)
{
    static const SourceDescription source = {.id = "test", .title = "Test data", .version = "7", .date = "2026-11-20",
                                             .licence = "CC BY 4.0", .url = "https://example.org/data"};
    Error error = {0};
    assert_true(make_temporary_folder(fixture->folder, sizeof fixture->folder, "sheets"));
    fixture->path = path_join(fixture->folder, "test.db");
    if (!store_open(fixture->path, STORE_CREATE, &fixture->store, &error) || !store_begin(fixture->store, &error) ||
        !store_source_put(fixture->store, &source, &error))
        fail_msg("%s", error.message);
    put_references(fixture->store);
    put_questions(fixture->store);
    put_law(fixture->store);
    put_revoked(fixture->store);
    put_direct(fixture->store);
    put_many_laws(fixture->store);
    put_models(fixture->store);
    if (!store_records_finish(fixture->store, NULL, NULL, &error) || !store_commit(fixture->store, &error))
        fail_msg("%s", error.message);
}

void fixture_close(Fixture *fixture)
{
    StringList files = {0};
    store_close(fixture->store);
    if (folder_files(fixture->folder, 100, &files, NULL))
        for (size_t i = 0; i < files.count; i++)
            unlink(files.items[i]);
    rmdir(fixture->folder);
    string_list_free(&files);
    free(fixture->path);
}

Text fixture_source(const char *relative)
{
    const char *folder = getenv("srcdir");
    char *path = path_join(folder != NULL ? folder : ".", relative);
    Text content = {0};
    Error error = {0};
    if (!file_read(path, 1024 * 1024, &content, &error))
        fail_msg("%s", error.message);
    free(path);
    return content;
}
