#include "tests/unit/store_fixture.h"

#include "core/memory.h"
#include "tests/temporary.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define REFERENCE "reference.test"

void check_error(const Error *error)
{
    if (error_is_set(error))
        fail_msg("%s", error->message);
}

void assert_code(Error *error, ErrorCode code)
{
    if (error->code != code)
        fail_msg("error %d (%s), not %d", error->code, error->message ? error->message : "none", code);
    error_clear(error);
}

int fixture_set_up(void **state)
{
    Fixture *fixture = memory_zeroed(1, sizeof *fixture);
    Error error = {0};
    if (!make_temporary_folder(fixture->folder, sizeof fixture->folder, "store"))
        return -1;
    fixture->path = string_format("%s/gairo.db", fixture->folder);
    *state = fixture;
    return store_open(fixture->path, STORE_CREATE, &fixture->store, &error) ? 0 : -1;
}

int fixture_set_up_data(void **state)
{
    if (fixture_set_up(state) != 0)
        return -1;
    load_small_data(((Fixture *)*state)->store);
    return 0;
}

int fixture_tear_down(void **state)
{
    Fixture *fixture = *state;
    store_close(fixture->store);
    chmod(fixture->folder, 0700);
    DIR *folder = opendir(fixture->folder);
    for (struct dirent *entry = readdir(folder); entry; entry = readdir(folder)) {
        char *path = string_format("%s/%s", fixture->folder, entry->d_name);
        if (entry->d_name[0] != '.')
            unlink(path);
        free(path);
    }
    closedir(folder);
    rmdir(fixture->folder);
    free(fixture->path);
    free(fixture);
    return 0;
}

Record *make_record(Kind kind, const char *id, const char *title)
{
    Record *record = record_new();
    record->kind = kind;
    record->id = string_copy(id);
    record->title = string_copy(title);
    record->summary = string_format("%s in short.", title);
    record->body = string_copy("A paragraph of words.");
    record->file = string_copy("data/test.xml");
    record->line = 10;
    Citation *citation = record_add_citation(record);
    citation->reference = string_copy(REFERENCE);
    citation->basis = string_copy("editorial");
    return record;
}

void add_field(Record *record, const char *name, const char *value, const char *text)
{
    RecordField *field = record_add_field(record);
    field->name = string_copy(name);
    field->value = string_copy(value);
    field->text = string_copy(text);
    field->line = 11;
}

void add_link(Record *record, const char *relation, const char *to)
{
    RecordLink *link = record_add_link(record);
    link->relation = string_copy(relation);
    link->to = string_copy(to);
    link->citation.reference = string_copy(REFERENCE);
    link->citation.basis = string_copy("editorial");
    link->line = 12;
}

void add_cell(Record *record, const char *component, const char *value, const char *licence)
{
    RecordCell *cell = record_add_cell(record);
    cell->component = string_copy(component);
    cell->value = string_copy(value);
    cell->licence = string_copy(licence);
    cell->line = 13;
}

void add_event(Record *record, const char *date, const char *type)
{
    RecordEvent *event = record_add_event(record);
    event->date = string_copy(date);
    event->type = string_copy(type);
    event->line = 14;
}

RecordChange put(Store *store, const char *source, Record *record)
{
    Error error = {0};
    RecordChange change = RECORD_UNCHANGED;
    store_record_put(store, source, "/data/test.xml", record, &change, &error);
    check_error(&error);
    record_free(record);
    return change;
}

void begin(Store *store)
{
    Error error = {0};
    store_begin(store, &error);
    check_error(&error);
}

void describe_source(Store *store, const char *id, int rank)
{
    Error error = {0};
    const SourceDescription source = {.id = id, .title = id, .version = "1", .rank = rank};
    store_source_put(store, &source, &error);
    check_error(&error);
}

static void count_dangling(void *context, const char *file, long line, const char *id, const char *message)
{
    (void)file, (void)line, (void)id, (void)message;
    ++*(size_t *)context;
}

size_t finish(Store *store)
{
    Error error = {0};
    size_t dangling = 0;
    store_records_finish(store, count_dangling, &dangling, &error);
    check_error(&error);
    store_commit(store, &error);
    check_error(&error);
    return dangling;
}

void put_alone(Store *store, const char *source, int rank, Record *record)
{
    begin(store);
    describe_source(store, source, rank);
    put(store, source, record);
    finish(store);
}

static void put_frame(Store *store)
{
    put(store, "gairo", make_record(KIND_REFERENCE, REFERENCE, "A test reference"));
    Record *record = make_record(KIND_STAGE, "stage.near-term", "Near term");
    add_field(record, "order", "1", NULL);
    put(store, "gairo", record);
    record = make_record(KIND_STAGE, "stage.long", "Long term");
    add_field(record, "order", "2", NULL);
    put(store, "gairo", record);
    record = make_record(KIND_AREA, "area.society", "Society at large");
    add_field(record, "order", "2", NULL);
    add_link(record, "at", "stage.long");
    put(store, "gairo", record);
    record = make_record(KIND_AREA, "area.safety-security", "Safety and security");
    add_field(record, "order", "1", NULL);
    add_link(record, "at", "stage.near-term");
    put(store, "gairo", record);
    put(store, "gairo", make_record(KIND_ACTOR, "actor.funders", "Funders"));
}

static void put_questions(Store *store)
{
    Record *record = make_record(KIND_RISK, "risk.safeguards-stripped", "Safeguards can be stripped");
    add_field(record, "effect", "raises", "Weights in hand are what makes it possible.");
    add_field(record, "evidence", "strong", NULL);
    add_link(record, "in", "area.safety-security");
    add_link(record, "at", "stage.near-term");
    put(store, "gairo", record);
    record = make_record(KIND_RISK, "risk.job-loss", "Jobs are lost");
    add_field(record, "effect", "unclear", NULL);
    add_field(record, "evidence", "contested", NULL);
    add_link(record, "in", "area.society");
    add_link(record, "at", "stage.long");
    put(store, "gairo", record);
    record = make_record(KIND_OPPORTUNITY, "opportunity.independent-audit", "Independent audits of safety");
    add_field(record, "effect", "raises", NULL);
    add_link(record, "in", "area.safety-security");
    add_link(record, "at", "stage.near-term");
    put(store, "gairo", record);
    record = make_record(KIND_MITIGATION, "mitigation.tamper-resistance", "Tamper-resistant training");
    add_field(record, "maturity", "early", NULL);
    add_link(record, "reduces", "risk.safeguards-stripped");
    put(store, "gairo", record);
    record = make_record(KIND_RECOMMENDATION, "recommendation.fund-tests", "Fund independent tests");
    add_field(record, "horizon", "two-years", NULL);
    add_link(record, "calls-for", "mitigation.tamper-resistance");
    add_link(record, "addressed-to", "actor.funders");
    put(store, "gairo", record);
}

static void put_law(Store *store)
{
    put(store, "gairo", make_record(KIND_REGION, "region.europe", "Europe"));
    Record *record = make_record(KIND_JURISDICTION, "jurisdiction.eu", "European Union");
    add_link(record, "in", "region.europe");
    put(store, "gairo", record);
    record = make_record(KIND_INSTRUMENT, "instrument.ai-act", "Artificial Intelligence Act");
    add_field(record, "force", "binding", NULL);
    add_link(record, "of", "jurisdiction.eu");
    add_event(record, "2021-04-21", "proposed");
    add_event(record, "2024-06-13", "adopted");
    add_event(record, "2024-08-01", "in-force");
    add_event(record, "2026-08-02", "applies");
    put(store, "gairo", record);
    record = make_record(KIND_PROVISION, "provision.ai-act-53", "Duties for general-purpose models");
    add_field(record, "treatment", "partly-exempt", NULL);
    add_link(record, "part-of", "instrument.ai-act");
    add_event(record, "2024-06-13", "adopted");
    add_event(record, "2025-08-02", "applies");
    put(store, "gairo", record);
    record = make_record(KIND_PROVISION, "provision.ai-act-plain", "A rule without dates of its own");
    add_link(record, "part-of", "instrument.ai-act");
    put(store, "gairo", record);
}

static void put_licence(Store *store, const char *id, const char *title, const char *spelling, const char *points)
{
    static const char *const names[] = {"point-research", "point-commercial", "point-modify", "point-copyright",
                                        "point-relicense"};
    Record *record = make_record(KIND_LICENCE, id, title);
    add_field(record, "spelling", spelling, NULL);
    for (size_t i = 0; i < 5; i++)
        add_field(record, names[i], points[i] == 'y' ? "yes" : points[i] == 'n' ? "no" : "unclear", NULL);
    put(store, "gairo", record);
}

static void put_model(Store *store, const char *stem, const char *title, const char *released,
                      const char *const cells[])
{
    char *id = string_format("model.%s", stem);
    Record *record = make_record(KIND_MODEL, id, title);
    add_field(record, "released", released, NULL);
    for (size_t i = 0; i < COMPONENT_COUNT; i++) {
        char *value = string_copy(cells[i]), *licence = strchr(value, ' ');
        if (licence)
            *licence++ = '\0';
        add_cell(record, component_ids[i],
                 value[0] == '-'   ? "not-applicable"
                 : value[0] == '?' ? "unknown"
                                   : value,
                 licence);
        free(value);
    }
    put(store, "openness", record);
    free(id);
}

static void put_models(Store *store)
{
    for (size_t i = 0; i < COMPONENT_COUNT; i++)
        put(store, "gairo", make_record(KIND_COMPONENT, component_ids[i], component_ids[i]));
    put_licence(store, "licence.free", "Free Licence", "Free 1.0", "yyyyy");
    put_licence(store, "licence.alike", "Share Alike Licence", "Alike", "yyyyn");
    put_licence(store, "licence.narrow", "Narrow Licence", "Narrow", "ynnnn");
    put_licence(store, "licence.unclear", "Unclear Licence", "Who knows", "yyuyy");
    static const char *const open[] = {"5 Free 1.0", "-", "-", "5 free 1.0", "-",          "-",
                                       "5 Free 1.0", "-", "-", "-",          "5 Free 1.0", "5 Free 1.0"};
    static const char *const unnamed[] = {"5 Free 1.0", "-", "-", "5 Publicly available", "-",      "-", "-",
                                          "-",          "-", "-", "5 Free 1.0",           "5 Alike"};
    static const char *const partly[] = {"5 Free 1.0", "-", "-", "?", "-",          "-",
                                         "-",          "-", "-", "-", "5 Free 1.0", "5 Free 1.0"};
    static const char *const closed[] = {"1", "1", "1", "1", "1", "1", "1", "?", "-", "1", "2 Narrow", "3 Narrow"};
    put_model(store, "wide", "Wide Open", "2021-03", open);
    put_model(store, "unnamed", "Unnamed Data", "2022-05", unnamed);
    put_model(store, "partly", "Partly Known", "2022-01", partly);
    put_model(store, "shut", "Shut", "2024-02", closed);
}

void load_small_data(Store *store)
{
    begin(store);
    describe_source(store, "gairo", 0);
    describe_source(store, "openness", 100);
    put_frame(store);
    put_questions(store);
    put_law(store);
    put_models(store);
    Record *record = make_record(KIND_ORGANISATION, "organisation.example", "Example Lab");
    put(store, "gairo", record);
    record = make_record(KIND_MODEL, "model.wide", "Wide Open, by Example");
    add_link(record, "developed-by", "organisation.example");
    put(store, "gairo", record);
    assert_int_equal(finish(store), 0);
}
