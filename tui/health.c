#include "config.h"

#include "tui/health.h"

#include "core/memory.h"

#include "tui/explorer-state.h"

/* Longer rules have one to themselves; a key is answered between two, and within one that lasts. */
#define STEP_MILLISECONDS 8

const Findings *health_known(Explorer *explorer)
{
    size_t done, total;
    health_progress(explorer, &done, &total);
    return done == total ? &explorer->health : NULL;
}

void health_progress(Explorer *explorer, size_t *done, size_t *total)
{
    bool current = explorer->health_generation == store_generation(explorer->store);
    *done = current ? explorer->health_rules : 0;
    *total = finding_rule_count();
}

bool health_go_on(Explorer *explorer, Error *error)
{
    long long began = explorer_clock(), generation = store_generation(explorer->store);
    if (explorer->health_generation != generation) {
        findings_free(&explorer->health);
        explorer->health_rules = 0;
        explorer->health_generation = generation;
    }
    while (explorer->health_rules < finding_rule_count() && explorer_clock() - began < STEP_MILLISECONDS) {
        if (!findings_add(explorer->store, explorer->health_rules, &explorer->health, error)) {
            return false;
        }
        explorer->health_rules++;
    }
    return true;
}

static size_t count_faults(const Findings *findings)
{
    return findings->count - findings->notices;
}

char *health_sentence(Explorer *explorer, bool failed)
{
    const Findings *findings = health_known(explorer);
    if (findings == NULL) {
        return string_copy(failed ? "The data could not be checked." : "The data are being checked.");
    }
    size_t faults = count_faults(findings);
    if (faults > 0) {
        return string_format("%zu thing%s in the data to be mended.", faults, plural_ending(faults));
    }
    return findings->notices > 0 ? string_format("Nothing is wrong in the data; %zu to be known.", findings->notices)
                                 : string_copy("Nothing is wrong in the data.");
}

char *health_word(Explorer *explorer, bool failed)
{
    const Findings *findings = health_known(explorer);
    if (findings == NULL) {
        return string_copy(failed ? "unknown" : "checking");
    }
    size_t faults = count_faults(findings);
    return faults > 0 ? string_format("%zu fault%s", faults, plural_ending(faults)) : string_copy("good");
}
