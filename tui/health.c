#include "config.h"

#include "tui/health.h"

#include "tui/explorer-state.h"

const Findings *health_known(Explorer *explorer)
{
    bool known = explorer->has_health && explorer->health_generation == store_generation(explorer->store);
    return known ? &explorer->health : NULL;
}

bool health_find(Explorer *explorer, Error *error)
{
    Findings findings = {0};
    long long generation = store_generation(explorer->store);
    if (!findings_collect(explorer->store, &findings, error)) {
        return false;
    }
    findings_free(&explorer->health);
    explorer->health = findings;
    explorer->health_generation = generation;
    explorer->has_health = true;
    return true;
}
