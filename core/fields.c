/* The fields of the vocabulary. */
#include "config.h"

#include "core/vocabulary.h"

#include <string.h>

#define CHOICES(...) ((const char *const[]){__VA_ARGS__, NULL})
#define ONE(kind) KIND_BIT(KIND_##kind)
#define RISK_OR_OPPORTUNITY (ONE(RISK) | ONE(OPPORTUNITY))
#define LAW (ONE(INSTRUMENT) | ONE(PROVISION))
#define ORDERED (ONE(STAGE) | ONE(AREA) | ONE(REGION) | ONE(ACTOR) | ONE(COMPONENT) | ONE(LEVEL))
#define LINKED                                                                                                         \
    (LAW | ONE(MODEL) | ONE(ORGANISATION) | ONE(LICENCE) | ONE(REFERENCE) | ONE(FRAMEWORK) | ONE(FRAMEWORK_ENTRY) |    \
     ONE(INCIDENT) | ONE(MITIGATION))
#define PUBLISHED                                                                                                      \
    (ONE(MITIGATION) | ONE(MODEL) | ONE(ORGANISATION) | ONE(INCIDENT) | ONE(FRAMEWORK) | ONE(FRAMEWORK_ENTRY) |        \
     ONE(REFERENCE))
#define POINT CHOICES("yes", "no", "unclear")

static const FieldDefinition fields[] = {
    {"effect", "Marginal effect of openness", FIELD_CHOICE, CHOICES("raises", "lowers", "mixed", "unclear"),
     RISK_OR_OPPORTUNITY, false},
    {"evidence", "Evidence", FIELD_CHOICE, CHOICES("strong", "some", "contested", "speculative"), RISK_OR_OPPORTUNITY,
     false},
    {"affected", "Who is affected", FIELD_TEXT, NULL, RISK_OR_OPPORTUNITY, false},
    {"gap", "Known gap", FIELD_TEXT, NULL, ONE(RISK), false},
    {"crosswalk-gap", "In other taxonomies", FIELD_TEXT, NULL, ONE(RISK), false},
    {"life-cycle", "Where in the life cycle", FIELD_CHOICE,
     CHOICES("data", "training", "evaluation", "release", "deployment", "use", "governance"), ONE(MITIGATION), true},
    {"maturity", "Maturity", FIELD_CHOICE, CHOICES("mature", "partial", "early", "proposed"), ONE(MITIGATION), false},
    {"limits", "How it is circumvented", FIELD_TEXT, NULL, ONE(MITIGATION), false},
    {"cost", "What it costs openness", FIELD_TEXT, NULL, ONE(MITIGATION), false},
    {"horizon", "Time horizon", FIELD_CHOICE, CHOICES("now", "two-years", "five-years", "long-term"),
     ONE(RECOMMENDATION), false},
    {"why", "Why", FIELD_TEXT, NULL, ONE(RECOMMENDATION), false},
    {"trade-off", "Trade-off", FIELD_TEXT, NULL, ONE(RECOMMENDATION), false},
    {"indicator", "How to tell that it works", FIELD_TEXT, NULL, ONE(RECOMMENDATION), false},
    {"instrument-type", "Type", FIELD_CHOICE,
     CHOICES("regulation", "directive", "bill", "executive-order", "standard", "guideline", "strategy", "code",
             "treaty"),
     ONE(INSTRUMENT), false},
    {"short-name", "Short name", FIELD_TOKEN, NULL, ONE(INSTRUMENT), false},
    {"force", "Legal force", FIELD_CHOICE, CHOICES("binding", "voluntary"), LAW, false},
    {"treatment", "Treatment of open models", FIELD_CHOICE,
     CHOICES("exempt", "partly-exempt", "same-duties", "encouraged", "restricted", "silent"), LAW, false},
    {"as-in-the-paper", "As in the paper", FIELD_TEXT, NULL, LAW, false},
    {"caveat", "Caveat", FIELD_TEXT, NULL, LAW, false},
    {"citation", "Citation", FIELD_TOKEN, NULL, LAW, false},
    {"text-version", "Text", FIELD_TOKEN, NULL, LAW, false},
    {"text-date", "Text of", FIELD_DATE, NULL, LAW, false},
    {"url", "Web address", FIELD_URL, NULL, LINKED, false},
    {"pipeline", "Part of the pipeline", FIELD_CHOICE, CHOICES("training", "evaluation", "deployment"), ONE(COMPONENT),
     false},
    {"artefact", "Artefact", FIELD_CHOICE, CHOICES("code", "data"), ONE(COMPONENT), false},
    {"code", "Code", FIELD_TOKEN, NULL, ONE(LEVEL), false},
    {"openness", "Openness", FIELD_CHOICE, CHOICES("closed", "semi-open", "open"), ONE(LEVEL), false},
    {"spdx", "SPDX identifier", FIELD_TOKEN, NULL, ONE(LICENCE), false},
    {"spelling", "Spelt in sources", FIELD_TOKEN, NULL, ONE(LICENCE), true},
    {"osi-approved", "Approved by the Open Source Initiative", FIELD_CHOICE, CHOICES("yes", "no"), ONE(LICENCE), false},
    {"deprecated", "Given up in the SPDX list", FIELD_TOKEN, NULL, ONE(LICENCE), false},
    {"point-research", "Use in research", FIELD_CHOICE, POINT, ONE(LICENCE), false},
    {"point-commercial", "Use for any commercial purpose", FIELD_CHOICE, POINT, ONE(LICENCE), false},
    {"point-modify", "Modifying as wished, with notice", FIELD_CHOICE, POINT, ONE(LICENCE), false},
    {"point-copyright", "Copyright in derivative work", FIELD_CHOICE, POINT, ONE(LICENCE), false},
    {"point-relicense", "Derivative work under another licence", FIELD_CHOICE, POINT, ONE(LICENCE), false},
    {"released", "Released", FIELD_MONTH, NULL, ONE(MODEL), false},
    {"organisation-type", "Type", FIELD_CHOICE,
     CHOICES("company", "non-profit", "academic", "collective", "government"), ONE(ORGANISATION), false},
    {"authors", "Authors", FIELD_TOKEN, NULL, ONE(REFERENCE), false},
    {"identifier", "Identifier", FIELD_TOKEN, NULL, ONE(REFERENCE), false},
    {"publication-type", "Type", FIELD_CHOICE, CHOICES("paper", "report", "law", "standard", "dataset", "website"),
     ONE(REFERENCE), false},
    {"year", "Year", FIELD_YEAR, NULL, ONE(REFERENCE) | ONE(INCIDENT), false},
    {"query", "Recomputed as", FIELD_CHOICE, 
     CHOICES("openness-by-pipeline", "openness-over-time", "openness-by-organisation-type", "open-wherever-applicable",
             "capability"),
     ONE(OBSERVATION), false},
    {"claim", "What the source claims", FIELD_TEXT, NULL, ONE(OBSERVATION), false},
    {"order", "Order", FIELD_NUMBER, NULL, ORDERED, false},
    {"text-licence", "Licence of the text", FIELD_TOKEN, NULL, PUBLISHED, false},
    {"attribution", "Attribution", FIELD_TOKEN, NULL, PUBLISHED, false},
    {"entry-type", "What it is there", FIELD_TOKEN, NULL, ONE(MITIGATION) | ONE(FRAMEWORK_ENTRY), false},
    {"entity", "Who causes it", FIELD_TOKEN, NULL, ONE(INCIDENT) | ONE(FRAMEWORK_ENTRY), false},
    {"intent", "Intent", FIELD_TOKEN, NULL, ONE(INCIDENT) | ONE(FRAMEWORK_ENTRY), false},
    {"timing", "When it arises", FIELD_TOKEN, NULL, ONE(INCIDENT) | ONE(FRAMEWORK_ENTRY), false},
    {"happened", "When it happened", FIELD_DATE, NULL, ONE(INCIDENT), false},
    {"deployer", "Alleged deployer", FIELD_TOKEN, NULL, ONE(INCIDENT), true},
    {"developer", "Alleged developer", FIELD_TOKEN, NULL, ONE(INCIDENT), true},
    {"harmed", "Allegedly harmed, or nearly", FIELD_TOKEN, NULL, ONE(INCIDENT), true},
    {"access", "Access", FIELD_CHOICE, CHOICES("open", "limited", "closed"), ONE(MODEL), false},
    {"licence-name", "Licence, as its source spells it", FIELD_TOKEN, NULL, ONE(MODEL), false},
    {"size", "Size", FIELD_TOKEN, NULL, ONE(MODEL), false},
    {"dependency", "Built on, as its source names it", FIELD_TOKEN, NULL, ONE(MODEL), true},
    {"see", "See also", FIELD_TOKEN, NULL, ONE(TERM), true},
};

size_t field_count(void)
{
    return sizeof fields / sizeof fields[0];
}

const FieldDefinition *field_at(size_t index)
{
    return &fields[index];
}

const FieldDefinition *field_find(Kind kind, const char *name)
{
    for (size_t i = 0; name && i < field_count(); i++)
        if ((fields[i].kinds & KIND_BIT(kind)) && strcmp(fields[i].name, name) == 0)
            return &fields[i];
    return NULL;
}

bool field_has_choice(const FieldDefinition *field, const char *value)
{
    for (size_t i = 0; value && field->choices && field->choices[i]; i++)
        if (strcmp(field->choices[i], value) == 0)
            return true;
    return false;
}

/* Those that do not read well as they are written in the data. */
static const struct {
    const char *choice, *title;
} titles[] = {
    {"partly-exempt", "partly exempt"},
    {"same-duties", "same duties"},
    {"silent", "no rule seen"},
    {"two-years", "within two years"},
    {"five-years", "within five years"},
    {"long-term", "long term"},
    {"executive-order", "executive order"},
    {"openness-by-pipeline", "openness by part of the pipeline"},
    {"openness-over-time", "openness by year of release"},
    {"openness-by-organisation-type", "openness by kind of organisation"},
    {"open-wherever-applicable", "open wherever a component applies"},
    {"capability", "not recomputed"},
    {"in-force", "in force"},
    {"rescission-announced", "rescission announced"},
    {"stayed", "stayed by a court"},
    {"stay-lifted", "stay lifted"},
    {"was-to-apply", "was to apply"},
    {"not-applicable", "not applicable"},
};

const char *choice_title(const char *choice)
{
    for (size_t i = 0; choice && i < sizeof titles / sizeof titles[0]; i++)
        if (strcmp(titles[i].choice, choice) == 0)
            return titles[i].title;
    return choice;
}
