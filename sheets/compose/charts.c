/* The data of charts: what of the sheet is counted; an output draws them. */
#include "sheets/compose/table.h"
#include "sheets/compose/words.h"

#include "core/memory.h"

#include <stdlib.h>
#include <string.h>

#define QUESTION_KINDS (KIND_BIT(KIND_RISK) | KIND_BIT(KIND_OPPORTUNITY))

/* How many risks and opportunities of the sheet are in one area. */
typedef struct AreaBar {
    const char *id, *title; /* borrowed from the items */
    size_t amounts[2];
} AreaBar;

static AreaBar *find_bar(AreaBar *bars, size_t *count, const ItemLink *link)
{
    for (size_t i = 0; i < *count; i++)
        if (strcmp(bars[i].id, link->id) == 0)
            return &bars[i];
    bars[*count] = (AreaBar){link->id, link->title != NULL ? link->title : link->id, {0}};
    return &bars[(*count)++];
}

static size_t question_link_count(const Composition *composition)
{
    size_t count = 0;
    for (size_t i = 0; i < composition->entry_count; i++)
        count += composition->entries[i].item != NULL ? composition->entries[i].item->link_count : 0;
    return count;
}

/* Counts an item in each of its areas, once, whichever sources say so. */
static void count_areas(const Item *item, AreaBar *bars, size_t *count)
{
    const char *counted = NULL;
    for (size_t i = 0; i < item->link_count; i++) {
        const ItemLink *link = &item->links[i];
        if (!link->forward || strcmp(link->relation, "in") != 0 || link->kind != KIND_AREA ||
            (counted != NULL && strcmp(counted, link->id) == 0))
            continue;
        counted = link->id;
        find_bar(bars, count, link)->amounts[item->kind == KIND_OPPORTUNITY]++;
    }
}

bool section_areas(Composition *composition, Error *error)
{
    static const char *const series[] = {"Risks", "Opportunities"};
    (void)error;
    if (composition_count(composition, QUESTION_KINDS) < 2)
        return true;
    size_t count = 0;
    AreaBar *bars = memory_zeroed(question_link_count(composition) + 1, sizeof *bars);
    for (size_t i = 0; i < composition->entry_count; i++) {
        const Item *item = composition->entries[i].item;
        if (item != NULL && (KIND_BIT(item->kind) & QUESTION_KINDS) != 0)
            count_areas(item, bars, &count);
    }
    if (count > 0) {
        section_begin(composition, "areas", "By area");
        chart_begin(composition, "Risks and opportunities in this sheet, by area", "items", series, 2);
        for (size_t i = 0; i < count; i++)
            chart_bar(composition, bars[i].title, bars[i].amounts, 2);
        xml_end(&composition->writer);
        xml_end(&composition->writer);
    }
    free(bars);
    return true;
}

bool section_effects(Composition *composition, Error *error)
{
    static const char *const effects[] = {"raises", "lowers", "mixed", "unclear"};
    static const char *const series[] = {"raises it", "lowers it", "mixed", "unclear", "not seen in the paper"};
    static const Kind kinds[] = {KIND_RISK, KIND_OPPORTUNITY};
    (void)error;
    if (composition_count(composition, QUESTION_KINDS) < 2)
        return true;
    section_begin(composition, "effects", "What openness changes");
    chart_begin(composition, "Marginal effect of openness on each of them, compared with the same model kept closed", "items",
                series, 5);
    for (size_t k = 0; k < 2; k++) {
        size_t amounts[5] = {0};
        if (composition_count(composition, KIND_BIT(kinds[k])) == 0)
            continue;
        for (size_t i = 0; i < composition->entry_count; i++) {
            const Item *item = composition->entries[i].item;
            if (item == NULL || item->kind != kinds[k])
                continue;
            const ItemField *effect = item_field(item, "effect");
            size_t place = 0;
            while (place < 4 && (effect == NULL || effect->value == NULL || strcmp(effect->value, effects[place]) != 0))
                place++;
            amounts[place]++;
        }
        chart_bar(composition, kind_definition(kinds[k])->title_plural, amounts, 5);
    }
    xml_end(&composition->writer);
    xml_end(&composition->writer);
    return true;
}
