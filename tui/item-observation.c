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

void item_add_observation(Store *store, const Item *item, Document *document)
{
    const ItemField *query = item->kind == KIND_OBSERVATION ? item_field(item, "query") : NULL;
    Observations observations = {0};
    if (query == NULL || query->value == NULL || !openness_observations(store, NULL, &observations, NULL)) {
        return;
    }
    if (strcmp(query->value, "openness-by-pipeline") == 0) {
        add_pipelines(&observations, document);
    } else if (strcmp(query->value, "open-wherever-applicable") == 0) {
        add_open_models(&observations, document);
    }
    observations_free(&observations);
}
