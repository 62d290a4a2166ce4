/* The balance in words: which is the risk, which the opportunity, on what they pair, and how many there are. */
#include "config.h"

#include "tui/chart-balance.h"

#include "core/memory.h"

const BalanceData *balance_data(const ChartView *chart)
{
    return chart->data;
}

bool balance_of_basket(const ChartView *chart)
{
    return chart->choice >= BASKET_BY_AREA;
}

/* Of what the list in focus shows; items that are in several groups count once. */
static void count_shown(const ChartView *chart, int *risks, int *opportunities)
{
    const BalanceData *data = balance_data(chart);
    const List *list = chart_list(chart);
    StringList seen = {0};
    *risks = *opportunities = 0;
    for (size_t i = 0; i < data->pair_count; i++) {
        bool shown = false;
        for (size_t j = 0; !shown && j < list->visible_count; j++) {
            shown = chart->in_table ? list->visible[j] == i
                                    : data->groups[i] == &data->balance.groups[list->visible[j]];
        }
        const ItemRow *sides[] = {data->pairs[i]->risk, data->pairs[i]->opportunity};
        for (int side = 0; shown && side < 2; side++) {
            if (sides[side] != NULL && !string_list_contains(&seen, sides[side]->id)) {
                string_list_add(&seen, sides[side]->id);
                *(side == 0 ? risks : opportunities) += 1;
            }
        }
    }
    string_list_free(&seen);
}

void balance_chart_count(const ChartView *chart, int *risks, int *opportunities)
{
    *risks = balance_data(chart)->balance.risks;
    *opportunities = balance_data(chart)->balance.opportunities;
    if (chart_list(chart)->filter != NULL) {
        count_shown(chart, risks, opportunities);
    }
}

/* The bars' columns say the counts. */
bool balance_group_spoken(ChartView *chart, size_t row, size_t column, Text *text)
{
    (void)chart;
    (void)row;
    (void)text;
    return column == GROUP_RISKS || column == GROUP_OPPORTUNITIES || column == GROUP_AXIS;
}

/* Which of the two is the risk, and on what they are paired. */
bool balance_pair_spoken(ChartView *chart, size_t row, size_t column, Text *text)
{
    const BalanceData *data = balance_data(chart);
    const BalancePair *pair = data->pairs[row];
    if (column != PAIR_TITLES) {
        return true;
    }
    text_append_format(text, "risk: %s; opportunity: %s; %s: %s", pair->risk == NULL ? "none left" : pair->risk->title,
                       pair->opportunity == NULL ? "none left" : pair->opportunity->title,
                       data->balance.by == BALANCE_BY_AREA ? "area" : "component", data->groups[row]->title);
    if (pair->risk != NULL && pair->opportunity != NULL) {
        text_append_format(text, "; areas, components and terms that both have: %d", pair->shared);
    }
    return true;
}

void balance_summary(const ChartView *chart, Text *text)
{
    int risks, opportunities;
    balance_chart_count(chart, &risks, &opportunities);
    text_append_format(text, "In all%s: risks: %d; opportunities: %d%s", balance_of_basket(chart) ? " in the basket" : "", risks,
                       opportunities, balance_is_one_sided(risks, opportunities) ? "; one-sided" : "");
}
