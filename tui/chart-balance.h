/* The insides of the balance, shared by chart-balance*.c only. */
#ifndef GAIRO_TUI_CHART_BALANCE_H
#define GAIRO_TUI_CHART_BALANCE_H

#include "store/balance.h"
#include "tui/chart.h"

typedef struct BalanceData {
    Balance balance;
    size_t pair_count;
    const BalancePair **pairs;   /* of all groups */
    const BalanceGroup **groups; /* of each pair */
    StringList keys;             /* of each pair */
    int most;
} BalanceData;

enum { BY_AREA, BY_COMPONENT, BASKET_BY_AREA, BASKET_BY_COMPONENT };

enum {
    GROUP_TITLE,
    GROUP_RISKS,
    GROUP_RISKS_BAR,
    GROUP_AXIS,
    GROUP_OPPORTUNITIES_BAR,
    GROUP_OPPORTUNITIES,
    GROUP_WARNING
};

enum { PAIR_TITLES, PAIR_GROUP };

/* What it loaded last. */
const BalanceData *balance_data(const ChartView *chart);
/* Whether only what is in the basket is counted. */
bool balance_of_basket(const ChartView *chart);
/* The risks and opportunities of what the list in focus shows; items that are in several groups count once. */
void balance_chart_count(const ChartView *chart, int *risks, int *opportunities);
/* As in ChartSide and ChartDefinition. */
bool balance_group_spoken(ChartView *chart, size_t row, size_t column, Text *text);
bool balance_pair_spoken(ChartView *chart, size_t row, size_t column, Text *text);
void balance_summary(const ChartView *chart, Text *text);

#endif
