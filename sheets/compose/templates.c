/* The templates: which parts a sheet has, in which order, and how much of each item is shown at most. */
#include "sheets/compose/composition.h"

#include <string.h>

#define QUESTION_KINDS (KIND_BIT(KIND_RISK) | KIND_BIT(KIND_OPPORTUNITY))
#define LAW_KINDS (KIND_BIT(KIND_INSTRUMENT) | KIND_BIT(KIND_PROVISION))
#define PARTS_MAX 10

/* A section, or the items of some kinds down to a depth. */
typedef struct Part {
    SectionWriter *section; /* NULL: items */
    KindSet kinds;          /* of the items; 0: the end of the parts */
    SheetDepth depth;
    bool reasons;           /* told of them nevertheless, with what acts on them */
} Part;

#define SECTION(name) {.section = (name), .kinds = 1}
#define ITEMS(set, most) {.kinds = (set), .depth = (most)}
#define ITEMS_WITH_REASONS(set, most) {.kinds = (set), .depth = (most), .reasons = true}

static const struct {
    SheetTemplate template;
    Part parts[PARTS_MAX];
} templates[] = {
    {{"items", "Sheet", "a sheet", "the items one after another, with all that is said of them", 0},
     {ITEMS(~0u, DEPTH_FULL), SECTION(section_observations)}},
    {{"recommendation", "Recommendation sheet", "a recommendation sheet", "one page: what is at stake, what to do, what the law says", 1},
     {ITEMS(QUESTION_KINDS, DEPTH_SUMMARY), SECTION(section_actions), SECTION(section_law),
      ITEMS(~(QUESTION_KINDS | KIND_BIT(KIND_RECOMMENDATION) | LAW_KINDS), DEPTH_TITLE)}},
    {{"brief", "Brief", "a brief", "two pages: what is at stake and why, what to do, what the law says", 2},
     {SECTION(section_effects), ITEMS_WITH_REASONS(QUESTION_KINDS | KIND_BIT(KIND_MITIGATION), DEPTH_SUMMARY),
      SECTION(section_actions),
      SECTION(section_law), ITEMS(~(QUESTION_KINDS | KIND_BIT(KIND_MITIGATION) | KIND_BIT(KIND_RECOMMENDATION) | LAW_KINDS),
                                  DEPTH_SUMMARY),
      SECTION(section_observations)}},
    {{"register", "Risk register", "a risk register", "a row per risk: effect, evidence, what reduces it, who acts, law", 0},
     {SECTION(section_register), SECTION(section_effects), SECTION(section_areas),
      ITEMS(~(KIND_BIT(KIND_RISK)), DEPTH_SUMMARY), SECTION(section_observations)}},
    {{"models", "Model comparison", "a model comparison", "the openness of models, component by component", 0},
     {SECTION(section_models), SECTION(section_openness), SECTION(section_matrix),
      ITEMS(~(KIND_BIT(KIND_MODEL)), DEPTH_SUMMARY), SECTION(section_observations)}},
    {{"law", "Law overview", "a law overview", "laws, their state on the day, how they treat open models, dates", 0},
     {SECTION(section_law), SECTION(section_dates), ITEMS(~0u, DEPTH_SUMMARY), SECTION(section_observations)}},
    {{"report", "Report", "a report", "everything: pictures, tables, and the items in full", 0},
     {SECTION(section_areas), SECTION(section_effects), SECTION(section_actions), SECTION(section_law), SECTION(section_models),
      SECTION(section_openness), SECTION(section_matrix), SECTION(section_observations), ITEMS(~0u, DEPTH_FULL)}},
};
#define TEMPLATE_COUNT (sizeof templates / sizeof templates[0])

size_t sheet_template_count(void)
{
    return TEMPLATE_COUNT;
}

const SheetTemplate *sheet_template_at(size_t index)
{
    return &templates[index].template;
}

const SheetTemplate *sheet_template_find(const char *name)
{
    for (size_t i = 0; name != NULL && i < TEMPLATE_COUNT; i++)
        if (strcmp(templates[i].template.name, name) == 0)
            return &templates[i].template;
    return NULL;
}

const SheetTemplate *sheet_template_longer(const SheetTemplate *template)
{
    const SheetTemplate *found = NULL;
    for (size_t i = 0; template->pages > 0 && i < TEMPLATE_COUNT; i++) {
        const SheetTemplate *other = &templates[i].template;
        if (other->pages > template->pages && (found == NULL || other->pages < found->pages))
            found = other;
    }
    return found;
}

const SheetTemplate *sheet_template_default(void)
{
    return &templates[0].template;
}

bool write_parts_of_template(Composition *composition, Error *error)
{
    size_t chosen = 0;
    while (&templates[chosen].template != composition->template)
        chosen++;
    bool ok = true;
    for (size_t i = 0; ok && i < PARTS_MAX && templates[chosen].parts[i].kinds != 0; i++) {
        const Part *part = &templates[chosen].parts[i];
        composition->depth = part->depth;
        composition->reasons = part->reasons;
        ok = part->section != NULL ? part->section(composition, error) : write_groups(composition, part->kinds, error);
    }
    return ok && section_notes(composition, error);
}
