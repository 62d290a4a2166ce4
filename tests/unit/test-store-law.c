/* The state of a law on a day. */
#include "tests/unit/store_fixture.h"

#include "core/memory.h"
#include "store/database.h"
#include "store/law.h"

#include <stdlib.h>
#include <string.h>

typedef struct Case {
    const char *events; /* "DATE type, DATE type" */
    bool voluntary;
    const char *as_of, *state;
} Case;

static size_t parse_events(const char *text, ItemEvent *events)
{
    char *copy = string_copy(text), *rest = NULL;
    size_t count = 0;
    for (char *part = strtok_r(copy, ", ", &rest); part; part = strtok_r(NULL, ", ", &rest)) {
        events[count].date = string_copy(part);
        events[count++].type = string_copy(strtok_r(NULL, ", ", &rest));
    }
    free(copy);
    return count;
}

#define ACT "2021-04-21 proposed, 2024-06-13 adopted, 2024-08-01 in-force, 2025-02-02 applies, 2026-08-02 applies"
#define PUBLISHED                                                                                                      \
    "2021-04 proposed, 2024-05-21 adopted, 2024-07-12 published, 2024-08-01 in-force, 2025-02-02 applies,"             \
    " 2026-08-02 applies"
#define ORDER "2023-10-30 adopted, 2023-10-30 in-force, 2025-01-20 revoked"
#define RULE "2025-01-15 published, 2025-05-13 rescission-announced"
#define NEVER "2025-01-15 published, 2025-05-13 rescission-announced, 2025-05-15 was-to-apply"
#define PUT_OFF "2024-05-17 adopted, 2025-08-28 amended, 2026-06-30 applies"
#define FIRST_DAY                                                                                                      \
    "2024-05-21 adopted, 2024-07-12 published, 2024-08-01 in-force, 2026-08-02 was-to-apply, 2026-07-27 amended,"      \
    " 2027-12-02 applies"
#define STAYED "2024-01-01 adopted, 2025-01-01 in-force, 2025-03-01 stayed, 2025-06-01 stay-lifted"

static void computes_states(void **state)
{
    (void)state;
    static const Case cases[] = {
        {ACT, false, "2021-01-01", "not adopted yet"},
        {ACT, false, LAW_PAPER_DATE, "proposed"},
        {ACT, false, "2024-07-01", "applies from 2025-02-02"},
        {ACT, false, "2024-08-01", "applies from 2025-02-02"},
        {ACT, false, "2025-02-02", "partly in force"},
        {ACT, false, "2026-08-01", "partly in force"},
        {ACT, false, "2026-08-02", "in force"},
        {ACT ", 2026-09-01 revoked", false, "2026-09-01", "revoked"},
        /* What follows from its publication is known from then on only. */
        {PUBLISHED, false, "2024-05-14", "proposed"},
        {PUBLISHED, false, LAW_PAPER_DATE, "adopted"},
        {PUBLISHED, false, "2024-07-11", "adopted"},
        {PUBLISHED, false, "2024-07-12", "applies from 2025-02-02"},
        {PUBLISHED, false, "2025-02-02", "partly in force"},
        {"2024-05-17 adopted, 2025-08-28 amended", false, LAW_PAPER_DATE, "adopted"},
        /* A day that an amendment may have set is not known before it; one that lies before the amendment is. */
        {PUT_OFF, false, LAW_PAPER_DATE, "adopted"},
        {PUT_OFF, false, "2025-08-27", "adopted"},
        {PUT_OFF, false, "2025-08-28", "applies from 2026-06-30"},
        {PUT_OFF, false, "2026-06-30", "in force"},
        {PUT_OFF ", 2026-05-14 superseded", false, "2026-06-30", "superseded"},
        {"2024-05-17 adopted, 2025-02-02 applies, 2026-07-27 amended", false, LAW_PAPER_DATE,
         "applies from 2025-02-02"},
        /* The day that was set first is known too: it counts until it was put off. */
        {FIRST_DAY, false, "2024-05-20", "not adopted yet"},
        {FIRST_DAY, false, LAW_PAPER_DATE, "adopted"},
        {FIRST_DAY, false, "2024-07-12", "applies from 2026-08-02"},
        {FIRST_DAY, false, "2026-07-26", "applies from 2026-08-02"},
        {FIRST_DAY, false, "2026-07-27", "applies from 2027-12-02"},
        {FIRST_DAY, false, "2026-08-02", "applies from 2027-12-02"},
        {FIRST_DAY, false, "2027-12-02", "in force"},
        {FIRST_DAY ", 2025-01-01 amended", false, "2025-06-01", "applies from 2026-08-02"},
        {FIRST_DAY ", 2025-02-02 applies", false, "2025-06-01", "partly in force"},
        {FIRST_DAY ", 2026-07-01 revoked", false, "2026-07-01", "revoked"},
        {"2025-01-21 published, 2026-01-20 amended, 2026-01-22 in-force", false, "2025-09-01",
         "applies from 2026-01-22"},
        {"2023-10-30 adopted, 2023-10-30 in-force, 2023-11-01 published", false, "2023-10-31", "in force"},
        {"2025-06-04 in-force, 2025-09-01 applies", false, "2025-07-01", "applies from 2025-09-01"},
        {"2025-06-04 applies, 2025-09-01 applies", true, "2025-07-01", "voluntary"},
        {ORDER, false, "2023-10-29", "not adopted yet"},
        {ORDER, false, LAW_PAPER_DATE, "in force"},
        {ORDER, false, "2025-01-19", "in force"},
        {ORDER, false, "2025-01-20", "revoked"},
        {RULE, false, "2025-05-12", "adopted"},
        {RULE, false, "2025-05-13", "rescission announced"},
        {NEVER, false, "2025-05-12", "applies from 2025-05-15"},
        {NEVER, false, "2025-05-13", "rescission announced"},
        {NEVER, false, "2025-06-01", "rescission announced"},
        {RULE ", 2025-09-01 revoked", false, "2025-08-31", "rescission announced"},
        {RULE ", 2025-09-01 revoked", false, "2025-09-01", "revoked"},
        /* A court's stay holds until it is lifted, and ends with the law. */
        {STAYED, false, "2025-02-28", "in force"},
        {STAYED, false, "2025-03-01", "stayed"},
        {STAYED, false, "2025-05-31", "stayed"},
        {STAYED, false, "2025-06-01", "in force"},
        {STAYED ", 2025-09-01 stayed", false, "2025-09-01", "stayed"},
        {STAYED ", 2025-04-01 revoked", false, "2025-04-01", "revoked"},
        {"2024-05-17 adopted, 2026-01-01 applies, 2025-04-27 stayed", false, "2026-01-01", "stayed"},
        {"2024 adopted, 2025-01-01 stayed, 2025-02-01 revoked, 2025-03-01 adopted", false, "2025-03-01", "adopted"},
        {"2023-07-26 published", true, "2023-07-25", "not adopted yet"},
        {"2023-07-26 published", true, "2023-07-26", "voluntary"},
        /* A standard that binds nobody is issued before the day from which it is to be used. */
        {"2025-04-25 published, 2025-11-01 applies", true, "2025-04-24", "not adopted yet"},
        {"2025-04-25 published, 2025-11-01 applies", true, "2025-09-01", "applies from 2025-11-01"},
        {"2025-04-25 published, 2025-11-01 applies", true, "2025-11-01", "voluntary"},
        {"2025-04-25 published, 2025-07-01 in-force", true, "2025-06-30", "applies from 2025-07-01"},
        {"2025-04-25 published, 2025-07-01 applies, 2026-07-01 applies", true, "2025-09-01", "voluntary"},
        {"2023-07-26 published, 2024-01-01 withdrawn", true, "2024-01-01", "withdrawn"},
        {"", true, "2024-01-01", "voluntary"},
        {"", false, "2024-01-01", "no dates known"},
        {"2024-02-07 proposed, 2024-09-29 vetoed", false, "2024-09-01", "proposed"},
        {"2024-02-07 proposed, 2024-09-29 vetoed", false, "2024-09-29", "vetoed"},
        {"2024-02-07 proposed, 2024-09-29 vetoed, 2024-11-01 adopted, 2025-01-01 in-force", false, "2025-01-01",
         "in force"},
        {"2022-06 proposed, 2025-01-06 lapsed", false, "2025-02-01", "lapsed"},
        {"2022 in-force, 2025-01 superseded", false, "2025-01-01", "superseded"},
        {"2022 in-force, 2025-01 superseded", false, "2024-12-31", "in force"},
        {"2024-08-01 in-force", false, "2024-07-31", "applies from 2024-08-01"},
        {"2027-01-01 applies, 2025-01-01 adopted", false, "2026-01-01", "applies from 2027-01-01"},
        {"2025-01-20 revoked", false, "2025-01-19", "no dates known"},
        {"2025-01-20 revoked", false, "2025-01-20", "revoked"},
        /* A second life begins anew: what it was in its first counts no more. */
        {"2020 adopted, 2020 in-force, 2023-01-01 lapsed, 2024-01-01 proposed", false, "2025-01-01", "proposed"},
        {"2020 in-force, 2022-01-01 revoked, 2024-01-01 adopted, 2026-01-01 in-force", false, "2025-01-01",
         "applies from 2026-01-01"},
        {"2020 in-force, 2022-01-01 revoked, 2024-01-01 adopted, 2026-01-01 in-force", false, "2026-01-01", "in force"},
        {"2020 in-force, 2022-01-01 revoked, 2024-01-01 adopted, 2025-01-01 revoked", false, "2025-01-01", "revoked"},
        /* Of two ends on one day the same one counts, whichever is told first. */
        {"2022 in-force, 2025-01-01 superseded, 2025-01-01 revoked", false, "2025-01-01", "revoked"},
        {"2022 in-force, 2025-01-01 revoked, 2025-01-01 superseded", false, "2025-01-01", "revoked"},
        /* What is revoked does not come back because it should have applied later. */
        {"2024-01-01 adopted, 2024-06-01 revoked, 2025-01-01 applies", false, "2025-06-01", "revoked"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ItemEvent events[8] = {0};
        size_t count = parse_events(cases[i].events, events);
        char *got = law_state_of_events(events, count, cases[i].voluntary, cases[i].as_of);
        if (strcmp(got, cases[i].state) != 0)
            fail_msg("%s on %s: %s, not %s", cases[i].events, cases[i].as_of, got, cases[i].state);
        free(got);
        for (size_t e = 0; e < count; e++) {
            free(events[e].date);
            free(events[e].type);
        }
    }
}

static void check(Store *store, const char *id, const char *as_of, const char *expected)
{
    Error error = {0};
    Item *item = item_load(store, id, &error);
    check_error(&error);
    char *state = law_state(store, item, as_of, &error);
    check_error(&error);
    if (expected)
        assert_string_equal(state, expected);
    else
        assert_null(state);
    /* Lists say the same. */
    ItemRows rows = {0};
    Query query = {.kinds = KIND_BIT(item->kind), .as_of = string_copy(as_of)};
    assert_true(items_list(store, &query, &rows, &error));
    for (size_t i = 0; i < rows.count; i++) {
        if (strcmp(rows.rows[i].id, id) == 0 && expected)
            assert_string_equal(rows.rows[i].status, expected);
    }
    item_rows_free(&rows);
    query_free(&query);
    /* So does asking for many at once. */
    StringList ids = {0};
    string_list_add(&ids, "model.wide");
    string_list_add(&ids, id);
    assert_true(law_states(store, &ids, as_of, &rows, &error));
    assert_int_equal(rows.count, expected ? 1 : 0);
    const char *found = law_states_find(&rows, id);
    assert_true(expected ? found != NULL && strcmp(found, expected) == 0 : found == NULL);
    assert_null(law_states_find(&rows, "model.wide"));
    item_rows_free(&rows);
    string_list_free(&ids);
    free(state);
    item_free(item);
}

static void provisions_follow_their_instrument(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    check(store, "provision.ai-act-plain", "2024-09-01", "applies from 2026-08-02");
    check(store, "provision.ai-act-plain", "2026-08-02", "in force");
    check(store, "provision.ai-act-plain", "2025-09-01", "act partly in force");
    check(store, "instrument.ai-act", "2024-09-01", "applies from 2026-08-02");
    check(store, "instrument.ai-act", "2025-08-01", "applies from 2026-08-02");
    check(store, "instrument.ai-act", "2025-08-02", "partly in force");
    check(store, "instrument.ai-act", "2026-08-02", "in force");
    check(store, "provision.ai-act-53", "2024-09-01", "applies from 2025-08-02");
    check(store, "provision.ai-act-53", "2025-08-02", "in force");
    check(store, "risk.job-loss", "2025-08-02", NULL);

    begin(store);
    Record *record = make_record(KIND_INSTRUMENT, "instrument.order", "An order");
    add_event(record, "2023-10-30", "in-force");
    add_event(record, "2025-01-20", "revoked");
    put(store, "gairo", record);
    record = make_record(KIND_PROVISION, "provision.order-1", "A part of it");
    add_link(record, "part-of", "instrument.order");
    add_event(record, "2024-01-01", "applies");
    put(store, "gairo", record);
    record = make_record(KIND_INSTRUMENT, "instrument.code", "A code");
    add_field(record, "force", "voluntary", NULL);
    add_event(record, "2024-01-01", "published");
    put(store, "gairo", record);
    record = make_record(KIND_PROVISION, "provision.code-1", "A part of it");
    add_link(record, "part-of", "instrument.code");
    put(store, "gairo", record);
    finish(store);
    check(store, "provision.order-1", "2024-06-01", "in force");
    check(store, "provision.order-1", "2025-06-01", "revoked");
    check(store, "provision.code-1", "2024-06-01", "voluntary");
    check(store, "instrument.code", "2024-06-01", "voluntary");
}

/* Nobody knew the days of a provision before its act was published, or that it would be one before it was adopted. */
static void provisions_are_not_known_before_their_act(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    begin(store);
    Record *record = make_record(KIND_INSTRUMENT, "instrument.published", "An act");
    add_event(record, "2024-05-21", "adopted");
    add_event(record, "2024-07-12", "published");
    add_event(record, "2025-02-02", "applies");
    put(store, "gairo", record);
    record = make_record(KIND_PROVISION, "provision.published-1", "With its adoption");
    add_link(record, "part-of", "instrument.published");
    add_event(record, "2024-05-21", "adopted");
    add_event(record, "2025-02-02", "applies");
    put(store, "gairo", record);
    record = make_record(KIND_PROVISION, "provision.published-2", "With the day on which it applies only");
    add_link(record, "part-of", "instrument.published");
    add_event(record, "2025-08-02", "applies");
    put(store, "gairo", record);
    record = make_record(KIND_PROVISION, "provision.published-3", "Of no day");
    add_link(record, "part-of", "instrument.published");
    put(store, "gairo", record);
    record = make_record(KIND_PROVISION, "provision.published-4", "Put in by a later act");
    add_link(record, "part-of", "instrument.published");
    add_event(record, "2026-06-29", "adopted");
    add_event(record, "2026-12-02", "applies");
    put(store, "gairo", record);
    finish(store);
    check(store, "instrument.published", "2024-05-14", "not adopted yet");
    check(store, "provision.published-2", "2024-05-14", "not adopted yet");
    check(store, "instrument.published", LAW_PAPER_DATE, "adopted");
    for (char n = '1'; n <= '4'; n++) {
        char id[] = "provision.published-1";
        id[sizeof id - 2] = n;
        check(store, id, LAW_PAPER_DATE, n == '4' ? "not adopted yet" : "adopted");
    }
    check(store, "provision.published-1", "2024-07-12", "applies from 2025-02-02");
    check(store, "provision.published-2", "2024-07-12", "applies from 2025-08-02");
    check(store, "provision.published-3", "2024-07-12", "applies from 2025-02-02");
    check(store, "provision.published-4", "2026-06-28", "not adopted yet");
    check(store, "provision.published-4", "2026-07-01", "applies from 2026-12-02");
}

/* An act says that only parts of it apply where its provisions' dates say so, whichever way its own dates are written.
 */
static void acts_are_in_force_by_parts(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    begin(store);
    Record *record = make_record(KIND_INSTRUMENT, "instrument.act", "An act");
    add_event(record, "2024-01-01", "in-force");
    add_event(record, "2030-01-01", "revoked");
    put(store, "gairo", record);
    record = make_record(KIND_PROVISION, "provision.act-1", "Of the first day");
    add_link(record, "part-of", "instrument.act");
    add_event(record, "2024-01-01", "in-force");
    put(store, "gairo", record);
    record = make_record(KIND_PROVISION, "provision.act-2", "Of a later day");
    add_link(record, "part-of", "instrument.act");
    add_event(record, "2024-01-01", "in-force");
    add_event(record, "2026-01-01", "applies");
    put(store, "gairo", record);
    record = make_record(KIND_PROVISION, "provision.act-3", "Of no day");
    add_link(record, "part-of", "instrument.act");
    put(store, "gairo", record);
    record = make_record(KIND_INSTRUMENT, "instrument.late", "An act that applies later");
    add_event(record, "2024-01-01", "adopted");
    add_event(record, "2027-01-01", "applies");
    put(store, "gairo", record);
    record = make_record(KIND_PROVISION, "provision.late-1", "A recital that is in force with it");
    add_link(record, "part-of", "instrument.late");
    add_event(record, "2024-02-01", "in-force");
    put(store, "gairo", record);
    record = make_record(KIND_PROVISION, "provision.late-2", "What asks and does not bind");
    add_link(record, "part-of", "instrument.late");
    add_field(record, "force", "voluntary", NULL);
    add_event(record, "2024-02-01", "applies");
    put(store, "gairo", record);
    finish(store);
    check(store, "instrument.act", "2023-12-31", "applies from 2024-01-01");
    check(store, "instrument.act", "2025-12-31", "partly in force");
    check(store, "provision.act-1", "2025-12-31", "in force");
    check(store, "provision.act-2", "2025-12-31", "applies from 2026-01-01");
    check(store, "provision.act-3", "2025-12-31", "act partly in force");
    check(store, "instrument.act", "2026-01-01", "in force");
    check(store, "provision.act-3", "2026-01-01", "in force");
    check(store, "instrument.act", "2030-01-01", "revoked");
    check(store, "provision.act-2", "2030-01-01", "revoked");
    check(store, "instrument.late", "2026-01-01", "applies from 2027-01-01");
}

/* Where two sources disagree about what binds, the one of the lower rank is shown, in a list as on the page. */
static void force_is_that_of_the_first_source(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    begin(store);
    Record *record = make_record(KIND_INSTRUMENT, "instrument.act", "An act");
    add_field(record, "force", "binding", NULL);
    add_event(record, "2024-01-01", "in-force");
    put(store, "gairo", record);
    record = make_record(KIND_PROVISION, "provision.act-1", "A part of it");
    add_link(record, "part-of", "instrument.act");
    put(store, "gairo", record);
    finish(store);
    begin(store);
    describe_source(store, "others", 100);
    record = make_record(KIND_INSTRUMENT, "instrument.act", "An act");
    add_field(record, "force", "voluntary", NULL);
    put(store, "others", record);
    finish(store);
    check(store, "instrument.act", "2024-06-01", "in force");
    check(store, "provision.act-1", "2024-06-01", "in force");
}

/* Counts the questions about events that are asked. */
static int count_questions(unsigned type, void *count, void *statement, void *sql)
{
    (void)type;
    (void)statement;
    *(int *)count += strstr(sql, "JOIN event") != NULL;
    return 0;
}

static char *state_in_list(Store *store, const char *id, const char *as_of)
{
    StringList ids = {0};
    ItemRows rows = {0};
    Error error = {0};
    string_list_add(&ids, id);
    assert_true(law_states(store, &ids, as_of, &rows, &error));
    char *found = string_copy(law_states_find(&rows, id));
    item_rows_free(&rows);
    string_list_free(&ids);
    return found;
}

static void check_state(Store *store, const char *id, const char *as_of, const char *expected)
{
    char *found = state_in_list(store, id, as_of);
    assert_string_equal(found, expected);
    free(found);
}

/* The states that a list led to answer what is asked of one of them next, until the day or the data is another. */
static void asks_once(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Query laws = {.kinds = KIND_BIT(KIND_INSTRUMENT) | KIND_BIT(KIND_PROVISION), .as_of = (char *)"2024-07-01"};
    ItemRows rows = {0};
    Error error = {0};
    int questions = 0;
    Record *law = make_record(KIND_INSTRUMENT, "instrument.kept", "Kept");
    add_event(law, "2024-01-01", "in-force");
    put_alone(store, "gairo", 0, law);
    sqlite3_trace_v2(store->database, SQLITE_TRACE_STMT, count_questions, &questions);
    check_state(store, "instrument.kept", "2024-07-01", "in force");
    assert_int_not_equal(questions, 0);
    assert_true(items_list(store, &laws, &rows, &error));
    item_rows_free(&rows);
    questions = 0;
    check_state(store, "instrument.kept", "2024-07-01", "in force");
    assert_int_equal(questions, 0);
    check_state(store, "instrument.kept", "2023-07-01", "applies from 2024-01-01");
    assert_int_not_equal(questions, 0);
    law = make_record(KIND_INSTRUMENT, "instrument.kept", "Kept");
    add_event(law, "2024-01-01", "in-force");
    add_event(law, "2024-02-01", "revoked");
    put_alone(store, "gairo", 0, law);
    check_state(store, "instrument.kept", "2024-07-01", "revoked");
    check_state(store, "instrument.kept", "2023-07-01", "applies from 2024-01-01");
    sqlite3_trace_v2(store->database, 0, NULL, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(computes_states),
        cmocka_unit_test_setup_teardown(provisions_follow_their_instrument, fixture_set_up_data, fixture_tear_down),
        cmocka_unit_test_setup_teardown(provisions_are_not_known_before_their_act, fixture_set_up_data,
                                        fixture_tear_down),
        cmocka_unit_test_setup_teardown(acts_are_in_force_by_parts, fixture_set_up_data, fixture_tear_down),
        cmocka_unit_test_setup_teardown(force_is_that_of_the_first_source, fixture_set_up_data, fixture_tear_down),
        cmocka_unit_test_setup_teardown(asks_once, fixture_set_up_data, fixture_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
