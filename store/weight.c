#include "store/weight.h"

int kind_weight(Kind kind)
{
    static const Kind kinds[KIND_COUNT] = {
        KIND_RISK,         KIND_OPPORTUNITY, KIND_MITIGATION,      KIND_RECOMMENDATION, KIND_AREA,    KIND_OBSERVATION,
        KIND_MODEL,        KIND_INSTRUMENT,  KIND_PROVISION,       KIND_COMPONENT,      KIND_LICENCE, KIND_TERM,
        KIND_INCIDENT,     KIND_ACTOR,       KIND_LEVEL,           KIND_STAGE,          KIND_REGION,  KIND_JURISDICTION,
        KIND_ORGANISATION, KIND_FRAMEWORK,   KIND_FRAMEWORK_ENTRY, KIND_REFERENCE,
    };
    int place = 0;
    while (place < KIND_COUNT - 1 && kinds[place] != kind)
        place++;
    return place + 1;
}

bool kind_is_imported_text(Kind kind)
{
    return kind == KIND_PROVISION || kind == KIND_LICENCE || kind == KIND_MITIGATION;
}
