/* A damaged database gives errors or findings, and never brings the program down. The damage is pseudo-random with a
 * fixed seed, so that a failure can be repeated. */
#include "tests/unit/store_fixture.h"

#include "core/file.h"
#include "core/memory.h"
#include "store/items.h"
#include "store/law.h"
#include "store/openness.h"
#include "store/search.h"
#include "store/sheets.h"
#include "store/sources.h"

#include <stdlib.h>
#include <string.h>

#define ROUNDS 60

static unsigned next_number(unsigned *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static void load_items(Store *store, const ItemRows *rows)
{
    for (size_t i = 0; i < rows->count; i++) {
        Error error = {0};
        Item *item = item_load(store, rows->rows[i].id, &error);
        if (item)
            free(law_state(store, item, LAW_PAPER_DATE, &error));
        item_free(item);
        error_clear(&error);
    }
}

static void read_lists(Store *store)
{
    Error error = {0};
    ItemRows rows = {0};
    AreaCounts areas = {0};
    size_t counts[KIND_COUNT];
    items_count(store, NULL, counts, &error);
    error_clear(&error);
    if (items_list(store, NULL, &rows, &error))
        load_items(store, &rows);
    item_rows_free(&rows);
    error_clear(&error);
    area_counts(store, NULL, &areas, &error);
    area_counts_free(&areas);
    error_clear(&error);
}

static void read_the_rest(Store *store)
{
    static const char *const words[] = {"s", "safe", "paragraph words", "model"};
    Error error = {0};
    SearchHits hits = {0};
    Observations observations = {0};
    SourceInfos sources = {0};
    for (size_t i = 0; i < 4; i++) {
        search(store, words[i], 0, 0, &hits, &error);
        search_hits_free(&hits);
        error_clear(&error);
    }
    openness_observations(store, NULL, &observations, &error);
    observations_free(&observations);
    error_clear(&error);
    sources_list(store, &sources, &error);
    source_infos_free(&sources);
    error_clear(&error);
    sheet_free(sheet_load(store, BASKET_NAME, &error));
    error_clear(&error);
}

/* True where the damage was noticed: by an error on the way, or by a finding. */
static bool notices(const char *path)
{
    Error error = {0};
    Store *store = NULL;
    Findings findings = {0};
    if (!store_open(path, STORE_READ, &store, &error)) {
        error_clear(&error);
        return true;
    }
    read_lists(store);
    read_the_rest(store);
    bool noticed = !findings_collect(store, &findings, &error) || findings.count > 0;
    error_clear(&error);
    findings_free(&findings);
    store_close(store);
    return noticed;
}

static void write_damaged(const char *path, const Text *intact, unsigned *seed)
{
    Error error = {0};
    char *bytes = string_copy_bytes(intact->data, intact->length);
    for (int i = 0; i < 40; i++)
        bytes[next_number(seed) % intact->length] = (char)next_number(seed);
    file_write(path, bytes, intact->length, &error);
    check_error(&error);
    free(bytes);
}

static void survives_damage(void **state)
{
    Fixture *fixture = *state;
    Text intact = {0};
    Error error = {0};
    unsigned seed = 20240531;
    int noticed = 0;
    store_close(fixture->store);
    fixture->store = NULL;
    assert_true(file_read(fixture->path, 1u << 26, &intact, &error));
    for (int round = 0; round < ROUNDS; round++) {
        write_damaged(fixture->path, &intact, &seed);
        noticed += notices(fixture->path);
    }
    /* Bytes that hold nothing may change unnoticed; most damage must not. */
    assert_true(noticed > ROUNDS / 2);
    text_free(&intact);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(survives_damage, fixture_set_up_data, fixture_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
