/* Risks beside the opportunities of the same area or component: whether both sides are seen. */
#ifndef GAIRO_STORE_BALANCE_H
#define GAIRO_STORE_BALANCE_H

#include "store/items.h"

typedef enum BalanceBy { BALANCE_BY_AREA, BALANCE_BY_COMPONENT } BalanceBy;

/* A risk and the opportunity that shares most with it; the one side is NULL where there are more of the other. Points
 * into the balance's rows. */
typedef struct BalancePair {
    const ItemRow *risk, *opportunity;
    int shared; /* areas, components and stages that both have */
} BalancePair;

/* An area or a component with what is in it, or depends on it. */
typedef struct BalanceGroup {
    char *id, *title;
    int risks, opportunities;
    BalancePair *pairs; /* those that share most first, then what is left of either side */
    size_t pair_count;
} BalanceGroup;

typedef struct Balance {
    BalanceBy by;
    ItemRows rows;
    BalanceGroup *groups; /* in the data's order; those without a risk or an opportunity are left out */
    size_t group_count;
    int risks, opportunities; /* items, each once */
    bool one_sided;           /* balance_is_one_sided() of them */
} Balance;

/* Balances the risks and opportunities that query selects (its kinds are ignored); ids not NULL: only those of them
 * that are in it. To be released with balance_free(). */
bool balance_make(Store *store, const Query *query, const StringList *ids, BalanceBy by, Balance *balance,
                  Error *error);
/* Leaves it zeroed. */
void balance_free(Balance *balance);

/* True where there are two or more in all, and of the one side at least three times as many as of the other. */
bool balance_is_one_sided(int risks, int opportunities);
/* Counts the risks and opportunities in one of the user's sheets ("basket"). */
bool balance_of_sheet(Store *store, const char *name, int *risks, int *opportunities, Error *error);

#endif
