#include "config.h"

#include "core/vocabulary.h"

#include <string.h>

static const KindDefinition kinds[KIND_COUNT] = {
    [KIND_STAGE] = {"stage", "stages", "Stage", "Stages"},
    [KIND_AREA] = {"area", "areas", "Area", "Areas"},
    [KIND_RISK] = {"risk", "risks", "Risk", "Risks"},
    [KIND_OPPORTUNITY] = {"opportunity", "opportunities", "Opportunity", "Opportunities"},
    [KIND_MITIGATION] = {"mitigation", "mitigations", "Mitigation", "Mitigations"},
    [KIND_RECOMMENDATION] = {"recommendation", "recommendations", "Recommendation", "Recommendations"},
    [KIND_ACTOR] = {"actor", "actors", "Actor", "Actors"},
    [KIND_REGION] = {"region", "regions", "Region", "Regions"},
    [KIND_JURISDICTION] = {"jurisdiction", "jurisdictions", "Jurisdiction", "Jurisdictions"},
    [KIND_INSTRUMENT] = {"instrument", "instruments", "Instrument", "Instruments"},
    [KIND_PROVISION] = {"provision", "provisions", "Provision", "Provisions"},
    [KIND_COMPONENT] = {"component", "components", "Component", "Components"},
    [KIND_LEVEL] = {"level", "levels", "Level", "Levels"},
    [KIND_LICENCE] = {"licence", "licences", "Licence", "Licences"},
    [KIND_MODEL] = {"model", "models", "Model", "Models"},
    [KIND_ORGANISATION] = {"organisation", "organisations", "Organisation", "Organisations"},
    [KIND_INCIDENT] = {"incident", "incidents", "Incident", "Incidents"},
    [KIND_OBSERVATION] = {"observation", "observations", "Observation", "Observations"},
    [KIND_FRAMEWORK] = {"framework", "frameworks", "Framework", "Frameworks"},
    [KIND_FRAMEWORK_ENTRY] = {"framework-entry", "framework-entries", "Framework entry", "Framework entries"},
    [KIND_REFERENCE] = {"reference", "references", "Reference", "References"},
    [KIND_TERM] = {"term", "terms", "Term", "Terms"},
};

const KindDefinition *kind_definition(Kind kind)
{
    return &kinds[kind];
}

const char *kind_noun(Kind kind, size_t count)
{
    const KindDefinition *definition = kind_definition(kind);
    return count == 1 ? definition->name : definition->plural;
}

bool kind_parse(const char *name, Kind *kind)
{
    for (int i = 0; name && i < KIND_COUNT; i++) {
        if (strcmp(kinds[i].name, name) == 0 || strcmp(kinds[i].plural, name) == 0) {
            *kind = (Kind)i;
            return true;
        }
    }
    return false;
}

#define ONE(kind) KIND_BIT(KIND_##kind)
#define ANY (KIND_BIT(KIND_COUNT) - 1)
#define BUT_REFERENCE (ANY & ~ONE(REFERENCE))
#define RISK_OR_OPPORTUNITY (ONE(RISK) | ONE(OPPORTUNITY))
#define LAW (ONE(PROVISION) | ONE(INSTRUMENT))
#define MAPPED (RISK_OR_OPPORTUNITY | ONE(MITIGATION) | ONE(FRAMEWORK_ENTRY))
#define RULED (ONE(MITIGATION) | ONE(COMPONENT))

static const RelationDefinition relations[] = {
    {"in", "In", "Holds", RISK_OR_OPPORTUNITY | ONE(AREA) | ONE(JURISDICTION), ONE(AREA) | ONE(REGION)},
    {"at", "Stage", "At this stage", RISK_OR_OPPORTUNITY | ONE(AREA), ONE(STAGE)},
    {"reduces", "Reduces", "Reduced by", ONE(MITIGATION), ONE(RISK) | ONE(FRAMEWORK_ENTRY)},
    {"has-cost", "Has a cost for", "Set back by", ONE(MITIGATION), ONE(OPPORTUNITY)},
    {"calls-for", "Calls for", "Called for by", ONE(RECOMMENDATION), ONE(MITIGATION)},
    {"answers", "Answers", "What to do", ONE(RECOMMENDATION), ONE(RISK)},
    {"strengthens", "Strengthens", "Strengthened by", ONE(RECOMMENDATION), ONE(OPPORTUNITY)},
    {"addressed-to", "Addressed to", "Recommended to them", ONE(RECOMMENDATION), ONE(ACTOR)},
    {"part-of", "Part of", "Parts", ONE(PROVISION) | ONE(FRAMEWORK_ENTRY) | ONE(MITIGATION),
     ONE(INSTRUMENT) | ONE(FRAMEWORK) | ONE(FRAMEWORK_ENTRY)},
    {"text-of", "What is said of it here", "Full text", ONE(PROVISION), ONE(PROVISION)},
    {"of", "Jurisdiction", "Instruments", ONE(INSTRUMENT), ONE(JURISDICTION)},
    {"requires", "Requires", "Required by", LAW, RULED},
    {"exempts", "Exempts", "Exempted by", LAW, RULED},
    {"encourages", "Encourages", "Encouraged by", LAW, RULED},
    {"addresses", "Addresses", "What law says", LAW, ONE(RISK)},
    {"depends-on", "Depends on the release of", "Its release changes", RISK_OR_OPPORTUNITY, ONE(COMPONENT)},
    {"applies-at", "Applies at", "Mitigations that apply here", ONE(MITIGATION), ONE(COMPONENT)},
    {"same-as", "Same as these entries", "Same as", BUT_REFERENCE, MAPPED},
    {"broader", "Broader than these entries", "Narrower than", BUT_REFERENCE, MAPPED},
    {"narrower", "Narrower than these entries", "Broader than", BUT_REFERENCE, MAPPED},
    {"related", "Related entries", "Related to", BUT_REFERENCE, MAPPED},
    {"evidence-of", "Evidence of", "Seen in", ONE(INCIDENT), ONE(RISK) | ONE(FRAMEWORK_ENTRY)},
    {"may-be-evidence-of", "May be evidence of, through a wider entry", "Incidents of a wider entry, some of them perhaps of this",
     ONE(INCIDENT), ONE(RISK)},
    {"related-evidence-of", "Near these, through a related entry", "Incidents of related entries, not evidence by themselves",
     ONE(INCIDENT), ONE(RISK)},
    {"supported-by", "Supported by", "Supports", ANY, ONE(REFERENCE)},
    /* What shows that a measure is needed does not thereby say that it works. */
    {"need-shown-by", "Need shown by", "Shows the need for", ONE(MITIGATION) | ONE(RECOMMENDATION), ONE(REFERENCE)},
    {"disputed-by", "Disputed by", "Disputes", ANY, ONE(REFERENCE)},
    {"developed-by", "Developed by", "Models", ONE(MODEL), ONE(ORGANISATION)},
    {"built-on", "Built on", "Built on this", ONE(MODEL), ONE(MODEL)},
    {"amends", "Amends", "Amended by", ONE(INSTRUMENT), ONE(INSTRUMENT)},
    {"revokes", "Revokes", "Revoked by", ONE(INSTRUMENT), ONE(INSTRUMENT)},
};

bool relation_joins(const RelationDefinition *relation, Kind from, Kind to)
{
    if (!(relation->from & KIND_BIT(from)) || !(relation->to & KIND_BIT(to)))
        return false;
    /* The two relations whose ends depend on each other: places lie in regions, the rest in areas; provisions are parts
     * of instruments, mitigations of frameworks, entries of frameworks or of other entries. */
    if (strcmp(relation->name, "in") == 0)
        return (from == KIND_JURISDICTION) == (to == KIND_REGION);
    if (strcmp(relation->name, "part-of") == 0)
        return from == KIND_PROVISION    ? to == KIND_INSTRUMENT
               : from == KIND_MITIGATION ? to == KIND_FRAMEWORK
                                         : to != KIND_INSTRUMENT;
    return true;
}

size_t relation_count(void)
{
    return sizeof relations / sizeof relations[0];
}

const RelationDefinition *relation_at(size_t index)
{
    return &relations[index];
}

const RelationDefinition *relation_find(const char *name)
{
    for (size_t i = 0; name && i < relation_count(); i++)
        if (strcmp(relations[i].name, name) == 0)
            return &relations[i];
    return NULL;
}

static const BasisDefinition bases[] = {
    {"abstract", "paper, abstract", "The paper's abstract says it."},
    {"companion", "paper, companion data", "The paper's published companion data says it."},
    {"paper", "paper, unchecked", "Our words for what the paper's section says, not yet checked against its text."},
    {"law", "law, official text", "The official text was read."},
    {"law-secondary", "law, secondary text", "Known from secondary text or from a copy that others keep; the official text itself was not read."},
    {"literature", "literature", "A publication says it."},
    {"framework", "framework", "An imported taxonomy says it."},
    {"editorial", "our own synthesis", "Our own synthesis, which no source says in this form."},
};

size_t basis_count(void)
{
    return sizeof bases / sizeof bases[0];
}

const BasisDefinition *basis_at(size_t index)
{
    return &bases[index];
}

const BasisDefinition *basis_find(const char *name)
{
    for (size_t i = 0; name && i < basis_count(); i++)
        if (strcmp(bases[i].name, name) == 0)
            return &bases[i];
    return NULL;
}

static const char *const event_types[] = {
    "proposed", "adopted",     "published",    "in-force",   "applies", "amended",
    "vetoed",   "withdrawn",   "lapsed",       "superseded", "revoked", "rescission-announced",
    "stayed",   "stay-lifted", "was-to-apply",
};

size_t event_type_count(void)
{
    return sizeof event_types / sizeof event_types[0];
}

const char *event_type_at(size_t index)
{
    return event_types[index];
}

bool event_type_is_known(const char *name)
{
    for (size_t i = 0; name && i < event_type_count(); i++)
        if (strcmp(event_types[i], name) == 0)
            return true;
    return false;
}
