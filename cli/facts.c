#include "cli/facts.h"

bool facts_load(Store *store, const Query *query, const char *cell_source, Facts *facts, Error *error)
{
    const Query *narrowing = query && query->condition_count > 0 ? query : NULL;

    return items_count(store, narrowing, facts->counts, error) && area_counts(store, narrowing, &facts->areas, error) &&
           heatmap_make(store, narrowing, &facts->heatmap, error) &&
           sources_list(store, &facts->sources, error) && thin_counts(store, narrowing, facts->thin, error) &&
           openness_observations_of(store, narrowing, cell_source, &facts->observations, error);
}

void facts_free(Facts *facts)
{
    area_counts_free(&facts->areas);
    heatmap_free(&facts->heatmap);
    source_infos_free(&facts->sources);
    observations_free(&facts->observations);
}

OpenCounts facts_open_counts(const Observations *observations)
{
    OpenCounts counts = {0};

    for (size_t i = 0; i < observations->open_model_count; i++) {
        const OpenModel *model = &observations->open_models[i];

        counts.with_unknown += model->unknown > 0;
        counts.as_scored += model->unknown == 0;
        counts.by_points += model->unknown == 0 && model->by_points;
    }
    return counts;
}

static json_t *pipeline_json(const PipelineCounts *counts)
{
    json_t *object = json_object();

    json_put_number(object, "closed", counts->closed);
    json_put_number(object, "semi_open", counts->semi_open);
    json_put_number(object, "open", counts->open);
    json_put_number(object, "not_applicable", counts->not_applicable);
    json_put_number(object, "unknown", counts->unknown);
    return object;
}

static json_t *pipelines_json(const PipelineCounts *counts, size_t count)
{
    json_t *object = json_object();

    for (size_t i = 0; i < count; i++)
        (void)json_object_set_new(object, counts[i].pipeline, pipeline_json(&counts[i]));
    return object;
}

/* A group's name is the value of key: "year": "2023". */
static json_t *groups_json(const OpennessGroups *groups, const char *key)
{
    json_t *array = json_array();

    for (size_t i = 0; i < groups->count; i++) {
        const OpennessGroup *group = &groups->groups[i];
        json_t *object = json_object(), *pipelines = json_object();

        for (size_t p = 0; p < 3; p++) {
            json_t *counts = pipeline_json(&group->pipelines[p]);
            int share = openness_share(group, p);

            (void)json_object_set_new(counts, "open_percent", share < 0 ? json_null() : json_integer(share));
            (void)json_object_set_new(pipelines, group->pipelines[p].pipeline, counts);
        }
        json_put(object, key, group->name);
        json_put_number(object, "models", group->models);
        (void)json_object_set_new(object, "pipelines", pipelines);
        (void)json_array_append_new(array, object);
    }
    return array;
}

static json_t *open_models_json(const Observations *observations)
{
    json_t *object = json_object(), *models = json_array();
    OpenCounts counts = facts_open_counts(observations);

    for (size_t i = 0; i < observations->open_model_count; i++) {
        const OpenModel *model = &observations->open_models[i];
        json_t *entry = json_object();

        json_put(entry, "id", model->id);
        json_put(entry, "title", model->title);
        json_put_number(entry, "components", model->components);
        json_put_number(entry, "unknown", model->unknown);
        (void)json_object_set_new(entry, "by_points", json_boolean(model->by_points));
        json_put(entry, "reason", model->reason);
        (void)json_array_append_new(models, entry);
    }
    json_put_number(object, "as_scored", (long long)counts.as_scored);
    json_put_number(object, "by_points", (long long)counts.by_points);
    json_put_number(object, "with_unknown", (long long)counts.with_unknown);
    (void)json_object_set_new(object, "models", models);
    return object;
}

static json_t *disagreements_json(const Observations *observations)
{
    json_t *array = json_array();

    for (size_t i = 0; i < observations->disagreement_count; i++) {
        const LicenceDisagreement *disagreement = &observations->disagreements[i];
        json_t *object = json_object();

        json_put(object, "model", disagreement->model_id);
        json_put(object, "title", disagreement->model_title);
        json_put(object, "component", disagreement->component);
        json_put(object, "licence", disagreement->licence);
        json_put(object, "licence_id", disagreement->licence_id);
        json_put_number(object, "scored", disagreement->scored);
        json_put_number(object, "by_points", disagreement->by_points);
        (void)json_array_append_new(array, object);
    }
    return array;
}

static json_t *observations_json(const Observations *observations)
{
    json_t *object = json_object();

    json_put_number(object, "models", observations->models);
    json_put_number(object, "first_year", observations->first_year);
    json_put_number(object, "last_year", observations->last_year);
    (void)json_object_set_new(object, "openness_by_pipeline", pipelines_json(observations->pipelines, 3));
    (void)json_object_set_new(object, "openness_by_component",
                              pipelines_json(observations->components, COMPONENT_COUNT));
    (void)json_object_set_new(object, "openness_over_time", groups_json(&observations->by_year, "year"));
    (void)json_object_set_new(object, "openness_by_organisation_type",
                              groups_json(&observations->by_organisation_type, "organisation_type"));
    (void)json_object_set_new(object, "open_wherever_applicable", open_models_json(observations));
    (void)json_object_set_new(object, "licence_disagreements", disagreements_json(observations));
    return object;
}

json_t *source_info_json(const SourceInfo *source)
{
    json_t *object = json_object();

    json_put(object, "id", source->id);
    json_put(object, "title", source->title);
    json_put(object, "version", source->version);
    json_put(object, "date", source->date);
    json_put(object, "licence", source->licence);
    json_put(object, "url", source->url);
    json_put(object, "cite", source->cite);
    json_put(object, "imported", source->imported);
    json_put_number(object, "records", source->records);
    return object;
}

static json_t *sources_json(const SourceInfos *sources)
{
    json_t *array = json_array();

    for (size_t i = 0; i < sources->count; i++) {
        (void)json_array_append_new(array, source_info_json(&sources->sources[i]));
    }
    return array;
}

static json_t *areas_json(const AreaCounts *areas)
{
    json_t *array = json_array();

    for (size_t i = 0; i < areas->count; i++) {
        const AreaCount *area = &areas->rows[i];
        json_t *object = json_object();

        json_put(object, "id", area->area_id);
        json_put(object, "title", area->area_title);
        json_put_list(object, "stages", &area->stages);
        json_put_number(object, "risks", area->risks);
        json_put_number(object, "opportunities", area->opportunities);
        (void)json_array_append_new(array, object);
    }
    return array;
}

static json_t *thin_json(const ThinCount thin[THIN_COUNT])
{
    json_t *object = json_object();

    for (size_t i = 0; i < THIN_COUNT; i++) {
        json_t *entry = json_object();

        json_put_number(entry, "items", thin[i].items);
        json_put_number(entry, "of", thin[i].of);
        (void)json_object_set_new(object, thin[i].name, entry);
    }
    return object;
}

static json_t *heatmap_json(const Heatmap *heatmap)
{
    json_t *array = json_array();

    for (size_t area = 0; area < heatmap->area_count; area++)
        for (size_t stage = 0; stage < heatmap->stage_count; stage++) {
            const HeatCell *cell = heatmap_cell(heatmap, area, stage);
            json_t *object = json_object();

            json_put(object, "stage", heatmap->stages[stage].id);
            json_put(object, "area", heatmap->areas[area].id);
            json_put_number(object, "risks", cell->risks);
            json_put_number(object, "opportunities", cell->opportunities);
            (void)json_array_append_new(array, object);
        }
    return array;
}

json_t *facts_json(const Facts *facts)
{
    json_t *root = json_object(), *counts = json_object();

    for (int i = 0; i < KIND_COUNT; i++)
        json_put_number(counts, kind_definition((Kind)i)->name, (long long)facts->counts[i]);
    (void)json_object_set_new(root, "counts", counts);
    (void)json_object_set_new(root, "sources", sources_json(&facts->sources));
    (void)json_object_set_new(root, "observations", observations_json(&facts->observations));
    (void)json_object_set_new(root, "areas", areas_json(&facts->areas));
    (void)json_object_set_new(root, "thin", thin_json(facts->thin));
    (void)json_object_set_new(root, "stage_area", heatmap_json(&facts->heatmap));
    return root;
}
