/* Risks against opportunities of the same area or component, and the pairs by name. */
#include "config.h"

#include "core/memory.h"
#include "store/balance.h"
#include "store/sheets.h"
#include "tui/chart-balance.h"
#include "tui/explorer.h"
#include "tui/scope.h"
#include "tui/views.h"

#include <stdlib.h>
#include <string.h>

static void gather_pairs(BalanceData *data)
{
    const Balance *balance = &data->balance;
    for (size_t g = 0; g < balance->group_count; g++) {
        data->pair_count += balance->groups[g].pair_count;
    }
    data->pairs = memory_zeroed(data->pair_count + 1, sizeof *data->pairs);
    data->groups = memory_zeroed(data->pair_count + 1, sizeof *data->groups);
    size_t count = 0;
    for (size_t g = 0; g < balance->group_count; g++) {
        const BalanceGroup *group = &balance->groups[g];
        data->most = group->risks > data->most ? group->risks : data->most;
        data->most = group->opportunities > data->most ? group->opportunities : data->most;
        for (size_t i = 0; i < group->pair_count; i++) {
            const BalancePair *pair = &group->pairs[i];
            data->pairs[count] = pair;
            data->groups[count++] = group;
            string_list_take(&data->keys, string_format("%s/%s", group->id,
                                                        pair->risk != NULL ? pair->risk->id : pair->opportunity->id));
        }
    }
}

/* Makes the balance of what is in the scope; field not NULL: narrowed to its values. */
static bool make(const ChartView *chart, const char *field, const StringList *values, Balance *balance, Error *error)
{
    Query query = {0};
    StringList ids = {0};
    Store *store = explorer_store(chart->view.explorer);
    Sheet *sheet = balance_of_basket(chart) ? sheet_load(store, BASKET_NAME, error) : NULL;
    for (size_t i = 0; sheet != NULL && i < sheet->entry_count; i++) {
        string_list_add(&ids, sheet->entries[i].id);
    }
    bool by_area = chart->choice == BY_AREA || chart->choice == BASKET_BY_AREA;
    bool done =
        (sheet != NULL || !balance_of_basket(chart)) &&
        explorer_query_kinds(chart->view.explorer, KIND_BIT(KIND_RISK) | KIND_BIT(KIND_OPPORTUNITY), &query, error);
    for (size_t i = 0; done && field != NULL && i < values->count; i++) {
        done = query_add_condition(&query, field, values->items[i], error);
    }
    done = done && balance_make(store, &query, sheet == NULL ? NULL : &ids,
                                by_area ? BALANCE_BY_AREA : BALANCE_BY_COMPONENT, balance, error);
    query_free(&query);
    string_list_free(&ids);
    sheet_free(sheet);
    return done;
}

static bool load(ChartView *chart, void *memory, Error *error)
{
    BalanceData *data = memory;
    bool done = make(chart, NULL, NULL, &data->balance, error);
    if (done) {
        gather_pairs(data);
    }
    return done;
}

static void unload(void *memory)
{
    BalanceData *data = memory;
    balance_free(&data->balance);
    string_list_free(&data->keys);
    free(data->pairs);
    free(data->groups);
}

static size_t group_count(const ChartView *chart)
{
    return balance_data(chart)->balance.group_count;
}

static const char *group_key(const ChartView *chart, size_t row)
{
    return balance_data(chart)->balance.groups[row].id;
}

static ListCell group_cell(ChartView *chart, size_t row, size_t column)
{
    const BalanceGroup *group = &balance_data(chart)->balance.groups[row];
    bool one_sided = balance_is_one_sided(group->risks, group->opportunities);
    text_reset(&chart->scratch);
    switch (column) {
    case GROUP_TITLE:
        return (ListCell){group->title, STYLE_NORMAL};
    case GROUP_RISKS_BAR:
    case GROUP_OPPORTUNITIES_BAR:
        text_append_format(&chart->scratch, "%d", column == GROUP_RISKS_BAR ? group->risks : group->opportunities);
        return (ListCell){chart->scratch.data, STYLE_NORMAL};
    case GROUP_WARNING:
        return (ListCell){one_sided ? "one-sided" : NULL, STYLE_WARNING};
    default:
        return (ListCell){NULL, STYLE_NORMAL};
    }
}

static bool group_paint(ChartView *chart, size_t row, size_t column, const Canvas *canvas)
{
    const BalanceData *data = balance_data(chart);
    const BalanceGroup *group = &data->balance.groups[row];
    switch (column) {
    case GROUP_RISKS_BAR:
        chart_paint_bar(canvas, group->risks, data->most, STYLE_RISK, true);
        return true;
    case GROUP_OPPORTUNITIES_BAR:
        chart_paint_bar(canvas, group->opportunities, data->most, STYLE_OPPORTUNITY, false);
        return true;
    case GROUP_AXIS:
        canvas_text(canvas, 0, 0, STYLE_QUIET, glyph(GLYPH_VERTICAL));
        return true;
    case GROUP_RISKS:
    case GROUP_OPPORTUNITIES:
        canvas_format(canvas, 0, 0, STYLE_NORMAL, column == GROUP_RISKS ? "%3d" : "%d",
                      column == GROUP_RISKS ? group->risks : group->opportunities);
        return true;
    default:
        return false;
    }
}

static size_t pair_count(const ChartView *chart)
{
    return balance_data(chart)->pair_count;
}

static const char *pair_key(const ChartView *chart, size_t row)
{
    return balance_data(chart)->keys.items[row];
}

static const char *name(const ItemRow *row)
{
    return row == NULL ? glyph(GLYPH_DASH) : row->title;
}

static ListCell pair_cell(ChartView *chart, size_t row, size_t column)
{
    const BalanceData *data = balance_data(chart);
    const BalancePair *pair = data->pairs[row];
    if (column >= PAIR_GROUP) {
        bool first = row == 0 || data->groups[row - 1] != data->groups[row];
        return (ListCell){
            first || chart->names_all || chart->table.filter != NULL || chart->table.sort_column >= 0 ? data->groups[row]->title : NULL,
            STYLE_QUIET};
    }
    text_reset(&chart->scratch);
    text_append_format(&chart->scratch, "%s", name(pair->risk));
    text_append_format(&chart->scratch, " | %s", name(pair->opportunity));
    return (ListCell){chart->scratch.data, STYLE_NORMAL};
}

/* The two of a pair beside each other, each on its half. */
static bool pair_paint(ChartView *chart, size_t row, size_t column, const Canvas *canvas)
{
    const BalancePair *pair = balance_data(chart)->pairs[row];
    int half = (canvas->columns - 3) / 2;
    size_t selected;
    if (column != PAIR_TITLES) {
        return false;
    }
    bool strong = list_selected(&chart->table, &selected) && selected == row;
    Style style = strong ? STYLE_FOCUS : STYLE_NORMAL;
    canvas_field(canvas, 0, 0, half, false, pair->risk == NULL ? STYLE_QUIET : style, name(pair->risk));
    canvas_text(canvas, 0, half + 1, STYLE_QUIET, glyph(GLYPH_VERTICAL));
    canvas_field(canvas, 0, half + 3, half, false, pair->opportunity == NULL ? STYLE_QUIET : style,
                 name(pair->opportunity));
    return true;
}

static const char *pair_item(const ChartView *chart, size_t row)
{
    const BalancePair *pair = balance_data(chart)->pairs[row];
    return pair->risk != NULL ? pair->risk->id : pair->opportunity->id;
}

static bool pair_marked(const ChartView *chart, size_t row)
{
    const BalancePair *pair = balance_data(chart)->pairs[row];
    return (pair->risk != NULL && pair->risk->in_basket) || (pair->opportunity != NULL && pair->opportunity->in_basket);
}

/* Both of a pair side by side. */
static bool open_pair(ChartView *chart, size_t row)
{
    const BalancePair *pair = balance_data(chart)->pairs[row];
    if (pair->risk == NULL || pair->opportunity == NULL) {
        return false;
    }
    StringList ids = {0};
    string_list_add(&ids, pair->risk->id);
    string_list_add(&ids, pair->opportunity->id);
    explorer_open(chart->view.explorer, compare_view_new(chart->view.explorer, &ids));
    string_list_free(&ids);
    return true;
}

static const char *key_of_group(const ChartView *chart, size_t row)
{
    const BalanceData *data = balance_data(chart);
    for (size_t i = 0; i < data->pair_count; i++) {
        if (data->groups[i] == &data->balance.groups[row]) {
            return data->keys.items[i];
        }
    }
    return NULL;
}

static void choices(const ChartView *chart, StringList *names)
{
    (void)chart;
    string_list_add(names, "by area");
    string_list_add(names, "by component");
    string_list_add(names, "the basket by area");
    string_list_add(names, "the basket by component");
}

static void legend(const ChartView *chart, const Canvas *canvas)
{
    int risks, opportunities;
    balance_chart_count(chart, &risks, &opportunities);
    int at = canvas_format(canvas, 0, 0, STYLE_QUIET, "%d %s and %d %s%s", risks, kind_noun(KIND_RISK, (size_t)risks),
                           opportunities, kind_noun(KIND_OPPORTUNITY, (size_t)opportunities),
                           balance_of_basket(chart) ? " in the basket" : "");
    if (balance_is_one_sided(risks, opportunities)) {
        canvas_format(canvas, 0, at, STYLE_WARNING, ": one-sided, look at the %s too",
                      risks > opportunities ? "opportunities" : "risks");
    }
}

static void command(const ChartView *chart, Text *text)
{
    bool by_component = chart->choice == BY_COMPONENT || chart->choice == BASKET_BY_COMPONENT;
    text_append_format(text, "gairo balance%s%s", by_component ? " --by component" : "",
                       balance_of_basket(chart) ? " --sheet basket" : "");
    explorer_append_scope(chart->view.explorer, KIND_BIT(KIND_RISK) | KIND_BIT(KIND_OPPORTUNITY), text);
}

static void pair_ids(const ChartView *chart, size_t row, StringList *ids)
{
    const BalancePair *pair = balance_data(chart)->pairs[row];
    if (pair->risk != NULL) {
        string_list_add(ids, pair->risk->id);
    }
    if (pair->opportunity != NULL) {
        string_list_add(ids, pair->opportunity->id);
    }
}

static const char *id_of(const ItemRow *row)
{
    return row == NULL ? "" : row->id;
}

/* Whether a pair of another balance is among the visible ones. */
static bool shows_pair(const ChartView *chart, const BalanceGroup *group, const BalancePair *pair)
{
    const BalanceData *data = balance_data(chart);
    for (size_t i = 0; i < chart->table.visible_count; i++) {
        size_t row = chart->table.visible[i];
        if (strcmp(data->groups[row]->id, group->id) == 0 &&
            strcmp(id_of(data->pairs[row]->risk), id_of(pair->risk)) == 0 &&
            strcmp(id_of(data->pairs[row]->opportunity), id_of(pair->opportunity)) == 0) {
            return true;
        }
    }
    return false;
}

static bool shows_group(const ChartView *chart, const BalanceGroup *group)
{
    for (size_t i = 0; i < chart->chart.visible_count; i++) {
        const BalanceGroup *other = &balance_data(chart)->balance.groups[chart->chart.visible[i]];
        if (strcmp(other->id, group->id) == 0) {
            return other->risks == group->risks && other->opportunities == group->opportunities;
        }
    }
    return false;
}

/* Whether a balance has just the visible rows: what is narrowed to some items may be paired in another way. */
static bool shows_just(const ChartView *chart, const Balance *balance)
{
    size_t pairs = 0;
    bool same = true;
    for (size_t g = 0; same && g < balance->group_count; g++) {
        const BalanceGroup *group = &balance->groups[g];
        same = chart->in_table || shows_group(chart, group);
        for (size_t i = 0; same && chart->in_table && i < group->pair_count; i++) {
            same = shows_pair(chart, group, &group->pairs[i]);
        }
        pairs += group->pair_count;
    }
    return same &&
           (chart->in_table ? pairs == chart->table.visible_count : balance->group_count == chart->chart.visible_count);
}

static bool narrow(const ChartView *chart, Text *text)
{
    bool by_area = chart->choice == BY_AREA || chart->choice == BASKET_BY_AREA;
    const char *field = chart->in_table ? "id" : by_area ? "area" : "component";
    const List *list = chart_list(chart);
    StringList values = {0};
    Balance narrowed = {0};
    for (size_t i = 0; i < list->visible_count; i++) {
        if (chart->in_table) {
            pair_ids(chart, list->visible[i], &values);
        } else {
            string_list_add(&values, group_key(chart, list->visible[i]));
        }
    }
    bool same = values.count > 0 && make(chart, field, &values, &narrowed, NULL) && shows_just(chart, &narrowed);
    for (size_t i = 0; same && i < values.count; i++) {
        char *condition = string_format("%s=%s", field, values.items[i]);
        text_append(text, " --where");
        view_append_argument(text, condition);
        free(condition);
    }
    balance_free(&narrowed);
    string_list_free(&values);
    return same;
}

static void take_answered(void *context, int answer)
{
    ChartView *chart = context;
    size_t row;
    if (answer < 0 || chart->data == NULL || !list_selected(&chart->table, &row)) {
        return;
    }
    const BalancePair *pair = balance_data(chart)->pairs[row];
    if (pair->risk == NULL || pair->opportunity == NULL) {
        return;
    }
    char *ids[] = {string_copy(pair->risk->id), string_copy(pair->opportunity->id)};
    for (int i = 0; i < 2; i++) {
        if (answer == 0 || answer == i + 1) {
            explorer_toggle_basket(chart->view.explorer, ids[i]);
        }
    }
    free(ids[0]);
    free(ids[1]);
}

/* Both of a pair, or one of them. */
static bool take_pair(ChartView *chart, size_t row)
{
    const BalancePair *pair = balance_data(chart)->pairs[row];
    if (pair->risk == NULL || pair->opportunity == NULL) {
        return false;
    }
    char *answers[] = {string_format("Both%s", pair->risk->in_basket == pair->opportunity->in_basket ? "" : ", each in or out"),
                       string_format("%s the risk: %s", pair->risk->in_basket ? "Out" : "In", pair->risk->title),
                       string_format("%s the opportunity: %s", pair->opportunity->in_basket ? "Out" : "In",
                                     pair->opportunity->title)};
    explorer_ask(chart->view.explorer,
                 &(Question){.title = "Basket",
                             .answers = (const char *const[]){answers[0], answers[1], answers[2], NULL},
                             .answered = take_answered,
                             .context = chart});
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++) {
        free(answers[i]);
    }
    return true;
}

/* A count stands beside its bar, which is headed by what it counts and says it in words. */
static const ListColumn group_columns[] = {
    {.title = "", .words = "area or component"},
    {.title = "", .words = "risks", .width = 3},
    {.title = "risks", .width = 13, .gap = 1, .right_aligned = true, .from_width = 46},
    {.title = "", .width = 1, .gap = 1},
    {.title = "opportunities", .width = 13, .gap = 1, .from_width = 46},
    {.title = "", .words = "opportunities", .width = 3, .gap = 1},
    {.title = "", .words = "warning", .width = 9, .from_width = 78},
};
static const ListColumn pair_columns[] = {
    {.title = "risk and opportunity that share most"},
    {.title = "of", .width = 15, .from_width = 78, .below_width = 110},
    {.title = "of", .width = 34, .from_width = 110},
};

static const ChartDefinition definition = {
    .title = "Balance",
    .chart = {group_columns, 7, group_count, group_key, group_cell, group_paint, .item = group_key, .spoken = balance_group_spoken,
              .empty = "No risk and no opportunity here; in the basket there is none yet."},
    .table = {pair_columns, 3, pair_count, pair_key, pair_cell, pair_paint, balance_pair_spoken, pair_item, pair_marked,
              .empty = "No pair."},
    .data_size = sizeof(BalanceData),
    .load = load,
    .unload = unload,
    .table_key = key_of_group,
    .choices = choices,
    .legend = legend,
    .summary = balance_summary,
    .command = command,
    .narrow = narrow,
    .table_ids = pair_ids,
    .open_table = open_pair,
    .take_table = take_pair,
};

View *balance_view_new(Explorer *explorer)
{
    return chart_view_new(explorer, &definition);
}
