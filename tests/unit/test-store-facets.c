/* Facets: what a list's items differ by, counted under the choices of the other facets. */
#include "tests/unit/store_fixture.h"

#include "core/memory.h"
#include "store/facets.h"

#include <stdlib.h>
#include <string.h>

static const Facet *facet(const Facets *facets, const char *field)
{
    for (size_t i = 0; i < facets->count; i++) {
        if (strcmp(facets->facets[i].field, field) == 0)
            return &facets->facets[i];
    }
    return NULL;
}

/* The values of a facet as "value:count" ("*" behind chosen ones), joined with blanks; "-" where it is none. */
static void check(Store *store, KindSet kinds, const char *chosen_text, const char *field, const char *expected)
{
    Error error = {0};
    Query chosen = {0};
    Facets facets = {0};
    Text text = {0};
    char *copy = string_copy(chosen_text), *rest = NULL;
    for (char *word = strtok_r(copy, " ", &rest); word; word = strtok_r(NULL, " ", &rest))
        assert_true(query_parse_condition(&chosen, word, &error));
    assert_true(facets_load(store, &(Query){.kinds = kinds, .as_of = (char *)"2026-01-01"}, &chosen, &facets, &error));
    check_error(&error);
    const Facet *found = facet(&facets, field);
    for (size_t i = 0; found && i < found->count; i++)
        text_append_format(&text, "%s%s:%zu%s", i ? " " : "", found->values[i].value, found->values[i].count,
                           found->values[i].chosen ? "*" : "");
    char *joined = text_take(&text);
    assert_string_equal(found ? joined : "-", expected);
    free(joined);
    free(copy);
    facets_free(&facets);
    query_free(&chosen);
}

#define ARGUMENTS (KIND_BIT(KIND_RISK) | KIND_BIT(KIND_OPPORTUNITY))

static void counts_values(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    check(store, ARGUMENTS, "", "stage", "stage.near-term:2 stage.long:1");
    check(store, ARGUMENTS, "", "area", "area.safety-security:2 area.society:1");
    check(store, ARGUMENTS, "", "effect", "raises:2 unclear:1");
    check(store, ARGUMENTS, "", "kind", "risk:2 opportunity:1");
    /* all are of one basis, none has a year: nothing to choose */
    check(store, ARGUMENTS, "", "basis", "-");
    check(store, ARGUMENTS, "", "year", "-");
    check(store, ARGUMENTS, "", "actor", "-");
    check(store, KIND_BIT(KIND_MODEL), "", "year", "2024:1 2022:2 2021:1");
    check(store, KIND_BIT(KIND_MODEL), "", "level", "C1:1 C2:1 C5:3 D1:1 D3:1 D5:3");
}

/* Others narrow a facet's counts; its own choices do not. */
static void choices_combine(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    check(store, ARGUMENTS, "effect=raises", "effect", "raises:2* unclear:1");
    check(store, ARGUMENTS, "effect=raises", "stage", "-");
    check(store, ARGUMENTS, "effect=raises effect=unclear", "stage", "stage.near-term:2 stage.long:1");
    check(store, ARGUMENTS, "stage=stage.long", "effect", "-");
    check(store, ARGUMENTS, "stage=stage.long kind=risk", "kind", "risk:1*");
    /* what is chosen stays in sight where nothing has it any more */
    check(store, ARGUMENTS, "stage=stage.long effect=raises", "effect", "unclear:1 raises:0*");
}

static void law_has_states(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    const KindSet laws = KIND_BIT(KIND_INSTRUMENT) | KIND_BIT(KIND_PROVISION);
    begin(store);
    Record *record = make_record(KIND_INSTRUMENT, "instrument.draft", "Draft");
    add_link(record, "of", "jurisdiction.eu");
    add_event(record, "2023-01-01", "proposed");
    put(store, "gairo", record);
    finish(store);
    check(store, laws, "", "status", "partly in force:1 proposed:1 in force:1 act partly in force:1");
    check(store, laws, "status=proposed", "kind", "-"); /* one of each: nothing to choose */
    check(store, laws, "status=proposed", "status", "partly in force:1 proposed:1* in force:1 act partly in force:1");
}

static void toggles(void **state)
{
    (void)state;
    Error error = {0};
    Query chosen = {0};
    assert_true(facets_toggle(&chosen, "effect", "raises", &error));
    assert_true(facets_toggle(&chosen, "stage", "stage.long", &error));
    assert_int_equal(chosen.condition_count, 2);
    assert_true(facets_toggle(&chosen, "effect", "raises", &error));
    assert_int_equal(chosen.condition_count, 1);
    assert_string_equal(chosen.conditions[0].field, "stage");
    assert_false(facets_toggle(&chosen, "effect", "nonsense", &error));
    assert_code(&error, ERROR_USAGE);
    query_free(&chosen);
}

static void says_what_is_chosen(void **state)
{
    Store *store = ((Fixture *)*state)->store;
    Error error = {0};
    Query chosen = {0};
    Facets facets = {0};
    Text text = {0};
    assert_true(facets_toggle(&chosen, "effect", "raises", &error));
    assert_true(facets_toggle(&chosen, "stage", "stage.long", &error));
    assert_true(facets_toggle(&chosen, "stage", "stage.near-term", &error));
    assert_true(facets_load(store, &(Query){.kinds = ARGUMENTS}, &chosen, &facets, &error));
    facets_words(&facets, &text);
    assert_string_equal(text.data, "Near term or Long term; raises");
    text_free(&text);
    facets_free(&facets);
    query_free(&chosen);
}

int main(void)
{
#define WITH_DATA(test) cmocka_unit_test_setup_teardown(test, fixture_set_up_data, fixture_tear_down)
    const struct CMUnitTest tests[] = {
        WITH_DATA(counts_values),  WITH_DATA(choices_combine),     WITH_DATA(law_has_states),
        cmocka_unit_test(toggles), WITH_DATA(says_what_is_chosen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
