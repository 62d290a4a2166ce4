/* What an observation's page recomputes from the cells. */
#include "config.h"

#include "core/memory.h"
#include "store/openness.h"
#include "tui/item-document.h"
#include "tui/item-parts.h"

#include <stdlib.h>
#include <string.h>

static void add_pipelines(const Observations *observations, Document *document)
{
    document_heading(document, "Recomputed from the cells", NULL);
    for (size_t i = 0; i < 3; i++) {
        const PipelineCounts *counts = &observations->pipelines[i];
        char *text = string_format("%d closed, %d semi-open, %d open; %d not applicable, %d unknown", counts->closed,
                                   counts->semi_open, counts->open, counts->not_applicable, counts->unknown);
        document_field(document, counts->pipeline, STYLE_NORMAL, text, NULL);
        free(text);
    }
}

static void add_open_models(const Observations *observations, Document *document)
{
    document_heading(document, "Recomputed from the cells", "models open wherever a component applies");
    for (size_t i = 0; i < observations->open_model_count; i++) {
        const OpenModel *model = &observations->open_models[i];
        char *note = model->unknown > 0 ? string_format("%d of %d components, %d unknown", model->components,
                                                        COMPONENT_COUNT, model->unknown)
                                        : string_format("%d of %d components", model->components, COMPONENT_COUNT);
        char *reason = model->by_points ? string_copy("Also by the five points of the licences.")
                                        : string_format("Not by the five points: %s", model->reason);
        document_link(document, model->title, note, reason, model->id);
        free(note);
        free(reason);
    }
}

static char *group_note(const OpennessGroup *group)
{
    return string_format("%d model%s", group->models, plural_ending(group->models));
}

/* One line for each part of the pipeline in each group. */
static void add_groups(const OpennessGroups *groups, const char *heading, Document *document)
{
    document_heading(document, "Recomputed from the cells", heading);
    for (size_t i = 0; i < groups->count; i++) {
        const OpennessGroup *group = &groups->groups[i];
        char *note = group_note(group);
        document_field(document, group->name, STYLE_NORMAL, note, NULL);
        for (size_t p = 0; p < 3; p++) {
            const PipelineCounts *counts = &group->pipelines[p];
            int share = openness_share(group, p);
            char *percent = share < 0 ? string_copy("") : string_format(" (%d%%)", share);
            char *text = string_format("%d closed, %d semi-open, %d open%s; %d not applicable, %d unknown", counts->closed,
                                       counts->semi_open, counts->open, percent, counts->not_applicable, counts->unknown);
            char *name = string_format("  %s", counts->pipeline);
            document_field(document, name, STYLE_NORMAL, text, NULL);
            free(name);
            free(text);
            free(percent);
        }
        free(note);
    }
    char *note = string_format("The percentage is of the cells that apply and are known; none is given for fewer than %d "
                               "models. The models were chosen, not sampled.",
                               OPENNESS_FEW_MODELS);
    document_paragraph(document, STYLE_QUIET, note, NULL);
    free(note);
}

void item_add_observation(Store *store, const Item *item, Document *document)
{
    const ItemField *query = item->kind == KIND_OBSERVATION ? item_field(item, "query") : NULL;
    Observations observations = {0};
    if (query == NULL || query->value == NULL || !openness_observations(store, NULL, &observations, NULL)) {
        return;
    }
    if (strcmp(query->value, "openness-by-pipeline") == 0) {
        add_pipelines(&observations, document);
    } else if (strcmp(query->value, "openness-over-time") == 0) {
        add_groups(&observations.by_year, "by year of release", document);
    } else if (strcmp(query->value, "openness-by-organisation-type") == 0) {
        add_groups(&observations.by_organisation_type, "by kind of organisation", document);
    } else if (strcmp(query->value, "open-wherever-applicable") == 0) {
        add_open_models(&observations, document);
    }
    observations_free(&observations);
}
