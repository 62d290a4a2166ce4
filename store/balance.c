#include "store/balance.h"

#include "core/memory.h"
#include "store/database.h"
#include "store/sheets.h"

#include <stdlib.h>
#include <string.h>

#define QUESTION (KIND_BIT(KIND_RISK) | KIND_BIT(KIND_OPPORTUNITY))
#define ONE_SIDED_TIMES 3
#define PAIRS_COMPARED_MAX 400 /* of each side; larger groups are paired in the data's order */

bool balance_is_one_sided(int risks, int opportunities)
{
    int more = risks > opportunities ? risks : opportunities, less = risks + opportunities - more;
    return risks + opportunities >= 2 && more >= ONE_SIDED_TIMES * less;
}

void balance_free(Balance *balance)
{
    for (size_t i = 0; i < balance->group_count; i++) {
        free(balance->groups[i].id);
        free(balance->groups[i].title);
        free(balance->groups[i].pairs);
    }
    free(balance->groups);
    item_rows_free(&balance->rows);
    *balance = (Balance){0};
}

/* The components that each listed item depends on: one set of bits for each row. */
typedef struct Components {
    unsigned *sets;
} Components;

static size_t find_row(const ItemRows *rows, const char *id)
{
    size_t row = 0;
    while (row < rows->count && strcmp(rows->rows[row].id, id) != 0)
        row++;
    return row;
}

/* Reads what items_list() selected: it is still in the temporary table. */
static bool load_components(Store *store, const ItemRows *rows, Components *components, Error *error)
{
    Statement statement;
    components->sets = memory_zeroed(rows->count + 1, sizeof *components->sets);
    if (statement_open(store,
                       "SELECT l.item, l.target FROM selection s CROSS JOIN link l ON l.item = s.item"
                       " AND l.relation = 'depends-on' ORDER BY l.item",
                       &statement, error)) {
        size_t row = 0;
        while (statement_step(&statement)) {
            const char *id = statement_word(&statement, 0);
            int component = component_index(statement_word(&statement, 1));
            if (row >= rows->count || strcmp(rows->rows[row].id, id) != 0)
                row = find_row(rows, id);
            if (row < rows->count && component >= 0)
                components->sets[row] |= 1u << component;
        }
    }
    return statement_close(&statement);
}

static bool is_in(const Balance *balance, const Components *components, size_t row, const BalanceGroup *group)
{
    if (balance->by == BALANCE_BY_AREA)
        return string_list_contains(&balance->rows.rows[row].area_ids, group->id);
    int component = component_index(group->id);
    return component >= 0 && (components->sets[row] & (1u << component)) != 0;
}

static int in_both(const StringList *a, const StringList *b)
{
    int count = 0;
    for (size_t i = 0; i < a->count; i++)
        count += string_list_contains(b, a->items[i]);
    return count;
}

static int shared_by(const Balance *balance, const Components *components, size_t a, size_t b)
{
    const ItemRow *left = &balance->rows.rows[a], *right = &balance->rows.rows[b];
    int count = in_both(&left->area_ids, &right->area_ids) + in_both(&left->stage_ids, &right->stage_ids);
    for (unsigned set = components->sets[a] & components->sets[b]; set != 0; set &= set - 1)
        count++;
    return count;
}

/* The rows of each side that are in a group, as indices; what is paired is set to none. */
typedef struct Sides {
    size_t *risks, *opportunities;
    size_t risk_count, opportunity_count;
} Sides;
#define NONE ((size_t)-1)

static void add_pair(Balance *balance, BalanceGroup *group, size_t *risk, size_t *opportunity, int shared)
{
    const ItemRow *rows = balance->rows.rows;
    group->pairs[group->pair_count++] = (BalancePair){
        .risk = risk ? &rows[*risk] : NULL, .opportunity = opportunity ? &rows[*opportunity] : NULL, .shared = shared};
    if (risk)
        *risk = NONE;
    if (opportunity)
        *opportunity = NONE;
}

/* Takes the two that share most, again and again; of equals the first in the data's order. */
static void pair_by_shared(Balance *balance, const Components *components, BalanceGroup *group, Sides *sides)
{
    size_t pairs = sides->risk_count < sides->opportunity_count ? sides->risk_count : sides->opportunity_count;
    if (sides->risk_count > PAIRS_COMPARED_MAX || sides->opportunity_count > PAIRS_COMPARED_MAX)
        pairs = 0;
    size_t width = sides->opportunity_count;
    int *scores = memory_zeroed(pairs > 0 ? sides->risk_count * width + 1 : 1, sizeof *scores);
    for (size_t r = 0; pairs > 0 && r < sides->risk_count; r++) {
        for (size_t o = 0; o < width; o++)
            scores[r * width + o] = shared_by(balance, components, sides->risks[r], sides->opportunities[o]);
    }
    for (size_t i = 0; i < pairs; i++) {
        size_t best_risk = 0, best = 0;
        int score = -1;
        for (size_t r = 0; r < sides->risk_count; r++) {
            for (size_t o = 0; sides->risks[r] != NONE && o < width; o++) {
                if (sides->opportunities[o] != NONE && scores[r * width + o] > score) {
                    score = scores[r * width + o];
                    best_risk = r;
                    best = o;
                }
            }
        }
        add_pair(balance, group, &sides->risks[best_risk], &sides->opportunities[best], score);
    }
    free(scores);
}

static void pair_rest(Balance *balance, BalanceGroup *group, Sides *sides)
{
    for (size_t r = 0; r < sides->risk_count; r++) {
        if (sides->risks[r] != NONE)
            add_pair(balance, group, &sides->risks[r], NULL, 0);
    }
    for (size_t o = 0; o < sides->opportunity_count; o++) {
        if (sides->opportunities[o] != NONE)
            add_pair(balance, group, NULL, &sides->opportunities[o], 0);
    }
}

static void fill_group(Balance *balance, const Components *components, const bool *kept, BalanceGroup *group)
{
    const ItemRows *rows = &balance->rows;
    Sides sides = {.risks = memory_zeroed(rows->count + 1, sizeof(size_t)),
                   .opportunities = memory_zeroed(rows->count + 1, sizeof(size_t))};
    for (size_t row = 0; row < rows->count; row++) {
        if (!kept[row] || !is_in(balance, components, row, group))
            continue;
        if (rows->rows[row].kind == KIND_RISK)
            sides.risks[sides.risk_count++] = row;
        else
            sides.opportunities[sides.opportunity_count++] = row;
    }
    group->risks = (int)sides.risk_count;
    group->opportunities = (int)sides.opportunity_count;
    group->pairs = memory_zeroed(sides.risk_count + sides.opportunity_count + 1, sizeof *group->pairs);
    pair_by_shared(balance, components, group, &sides);
    pair_rest(balance, group, &sides);
    free(sides.risks);
    free(sides.opportunities);
}

static bool fill_groups(Store *store, Balance *balance, const Components *components, const bool *kept, Error *error)
{
    ItemRows groups;
    Query query = {.kinds = KIND_BIT(balance->by == BALANCE_BY_AREA ? KIND_AREA : KIND_COMPONENT)};
    if (!items_list(store, &query, &groups, error))
        return false;
    balance->groups = memory_zeroed(groups.count + 1, sizeof *balance->groups);
    for (size_t i = 0; i < groups.count; i++) {
        BalanceGroup *group = &balance->groups[balance->group_count];
        *group = (BalanceGroup){.id = groups.rows[i].id, .title = groups.rows[i].title};
        fill_group(balance, components, kept, group);
        if (group->pair_count == 0) {
            free(group->pairs);
            continue;
        }
        groups.rows[i].id = groups.rows[i].title = NULL; /* the group's now */
        balance->group_count++;
    }
    item_rows_free(&groups);
    return true;
}

bool balance_make(Store *store, const Query *query, const StringList *ids, BalanceBy by, Balance *balance, Error *error)
{
    static const Query everything = {0};
    Query questions;
    Components components = {0};
    *balance = (Balance){.by = by};
    query_copy(&questions, query ? query : &everything);
    questions.kinds = QUESTION;
    bool done = items_list(store, &questions, &balance->rows, error) &&
                load_components(store, &balance->rows, &components, error);
    bool *kept = memory_zeroed(balance->rows.count + 1, sizeof *kept);
    for (size_t row = 0; done && row < balance->rows.count; row++) {
        kept[row] = !ids || string_list_contains(ids, balance->rows.rows[row].id);
        bool risk = balance->rows.rows[row].kind == KIND_RISK;
        balance->risks += kept[row] && risk;
        balance->opportunities += kept[row] && !risk;
    }
    balance->one_sided = balance_is_one_sided(balance->risks, balance->opportunities);
    done = done && fill_groups(store, balance, &components, kept, error);
    free(kept);
    free(components.sets);
    query_free(&questions);
    if (!done)
        balance_free(balance);
    return done;
}

bool balance_of_sheet(Store *store, const char *name, int *risks, int *opportunities, Error *error)
{
    Sheet *sheet = sheet_load(store, name, error);
    *risks = *opportunities = 0;
    for (size_t i = 0; sheet && i < sheet->entry_count; i++) {
        KindSet kinds = sheet->entries[i].gone ? 0 : id_kinds(sheet->entries[i].id);
        *risks += kinds == KIND_BIT(KIND_RISK);
        *opportunities += kinds == KIND_BIT(KIND_OPPORTUNITY);
    }
    bool done = sheet != NULL;
    sheet_free(sheet);
    return done;
}
