#include "cli/balance.h"
#include "cli/command.h"
#include "cli/facts.h"
#include "cli/prose.h"
#include "cli/stats_groups.h"
#include "core/memory.h"

#include <stdlib.h>
#include <string.h>

static TableLook section_look(const Session *session)
{
    return (TableLook){.columns = session->table_columns, .bold_titles = false, .titles = true, .indent = 2};
}

static void write_counts(Session *session, const Facts *facts)
{
    static const TableColumn columns[] = {{"kind", "Kind", false, false}, {"items", "Items", true, false}};
    TableLook look = section_look(session);
    Table table;

    look.titles = false;
    table_init(&table, columns, 2);
    for (int i = 0; i < KIND_COUNT; i++) {
        if (facts->counts[i] == 0)
            continue;
        table_add_row(&table);
        table_set(&table, 0, kind_definition((Kind)i)->title_plural);
        table_set_number(&table, 1, (long)facts->counts[i]);
    }
    output_write(&session->output, "Items\n");
    table_write(&table, &look, &session->output);
    table_free(&table);
}

static void write_thin(Session *session, const ThinCount thin[THIN_COUNT])
{
    static const TableColumn columns[] = {
        {"items", "Items", true, false}, {"of", "of", true, false}, {"what", "What is thin", false, true}};
    TableLook look = section_look(session);
    Table table;

    table_init(&table, columns, sizeof columns / sizeof columns[0]);
    for (size_t i = 0; i < THIN_COUNT; i++) {
        if (thin[i].of == 0)
            continue;
        table_add_row(&table);
        table_set_number(&table, 0, (long)thin[i].items);
        table_set_number(&table, 1, (long)thin[i].of);
        table_set(&table, 2, thin[i].title);
    }
    prose_write_heading(session, "What is thin");
    table_write(&table, &look, &session->output);
    table_free(&table);
}

static void write_sources(Session *session, const SourceInfos *sources)
{
    static const TableColumn columns[] = {{"id", "Source", false, false},       {"records", "Records", true, false},
                                          {"version", "Version", false, false}, {"date", "Date", false, false},
                                          {"licence", "Licence", false, true},  {"title", "Title", false, true}};
    TableLook look = section_look(session);
    Table table;

    table_init(&table, columns, sizeof columns / sizeof columns[0]);
    for (size_t i = 0; i < sources->count; i++) {
        const SourceInfo *source = &sources->sources[i];

        table_add_row(&table);
        table_set(&table, 0, source->id);
        table_set_number(&table, 1, source->records);
        table_set(&table, 2, source->version);
        table_set(&table, 3, source->date);
        table_set(&table, 4, source->licence);
        table_set(&table, 5, source->title);
    }
    prose_write_heading(session, "Sources");
    table_write(&table, &look, &session->output);
    table_free(&table);
}

static void write_disagreements(Session *session, const Observations *observations)
{
    static const TableColumn columns[] = {
        {"model", "Model", false, true},     {"component", "Component", false, false},
        {"licence", "Licence", false, true}, {"licence_id", "Licence id", false, false},
        {"scored", "Scored", true, false},   {"by_points", "By points", true, false}};
    TableLook look = section_look(session);
    Table table;

    if (observations->disagreement_count == 0)
        return;
    table_init(&table, columns, sizeof columns / sizeof columns[0]);
    for (size_t i = 0; i < observations->disagreement_count; i++) {
        const LicenceDisagreement *disagreement = &observations->disagreements[i];

        table_add_row(&table);
        table_set(&table, 0, disagreement->model_title);
        table_set(&table, 1, disagreement->component);
        table_set(&table, 2, disagreement->licence);
        table_set(&table, 3, disagreement->licence_id);
        table_set_number(&table, 4, disagreement->scored);
        table_set_number(&table, 5, disagreement->by_points);
    }
    prose_write_heading(session, "Cells whose score differs from what the points of the licence give");
    table_write(&table, &look, &session->output);
    table_free(&table);
}

/* Risks and opportunities of each area at each stage, as "3 + 2". What is empty though nothing narrows it was not
 * seen in the paper. */
static void write_heatmap(Session *session, const Heatmap *heatmap)
{
    bool whole = invocation_value(session->invocation, OPTION_WHERE) == NULL, unseen = false;
    TableColumn *columns = memory_zeroed(heatmap->stage_count + 1, sizeof *columns);
    TableLook look = section_look(session);
    Table table;

    columns[0] = (TableColumn){"area", "Area", false, true};
    for (size_t stage = 0; stage < heatmap->stage_count; stage++)
        columns[stage + 1] = (TableColumn){heatmap->stages[stage].id, heatmap->stages[stage].title, true, false};
    table_init(&table, columns, heatmap->stage_count + 1);
    for (size_t area = 0; area < heatmap->area_count; area++) {
        table_add_row(&table);
        table_set(&table, 0, heatmap->areas[area].title);
        for (size_t stage = 0; stage < heatmap->stage_count; stage++) {
            const HeatCell *cell = heatmap_cell(heatmap, area, stage);
            bool empty = whole && cell->risks + cell->opportunities == 0;
            char *text = empty ? NULL : string_format("%d + %d", cell->risks, cell->opportunities);

            unseen = unseen || empty;
            table_set(&table, stage + 1, text);
            free(text);
        }
    }
    prose_write_heading(session, "Risks + opportunities by area and stage");
    table_write(&table, &look, &session->output);
    if (unseen)
        output_write(&session->output, "\n  An empty field: not seen in the paper.\n");
    table_free(&table);
    free(columns);
}

static void write_text(Session *session, const Facts *facts)
{
    const Observations *observations = &facts->observations;

    write_counts(session, facts);
    if (facts->areas.count > 0)
        balance_write(session, &facts->areas);
    write_thin(session, facts->thin);
    write_sources(session, &facts->sources);
    write_heatmap(session, &facts->heatmap);
    if (observations->models == 0) {
        prose_write_heading(session, "Openness");
        output_write(&session->output,
                     invocation_value(session->invocation, OPTION_WHERE)
                         ? "  No model of which --where holds has cells that are counted here.\n"
                         : "  No model has cells of the companion data; gairo import --shipped brings it back.\n");
        return;
    }
    char *heading = string_format("Openness of %d model%s released %d to %d, recomputed from their cells",
                                  observations->models, plural_ending((size_t)observations->models),
                                  observations->first_year, observations->last_year);
    prose_write_heading(session, heading);
    free(heading);
    stats_write_pipelines(session, observations->pipelines, 3, "Pipeline");
    output_write(&session->output, "\n");
    stats_write_pipelines(session, observations->components, COMPONENT_COUNT, "Component");
    stats_write_groups(session, observations);
    stats_write_open_models(session, observations);
    write_disagreements(session, observations);
}

static void add_number(Table *table, const char *group, const char *name, const char *what, long number)
{
    table_add_row(table);
    table_set(table, 0, group);
    table_set(table, 1, name);
    table_set(table, 2, what);
    table_set_number(table, 3, number);
}

static void add_text(Table *table, const char *group, const char *name, const char *what, const char *text)
{
    table_add_row(table);
    table_set(table, 0, group);
    table_set(table, 1, name);
    table_set(table, 2, what);
    table_set(table, 3, text);
}

static void add_pipelines(Table *table, const PipelineCounts *counts, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        add_number(table, "openness", counts[i].pipeline, "closed", counts[i].closed);
        add_number(table, "openness", counts[i].pipeline, "semi-open", counts[i].semi_open);
        add_number(table, "openness", counts[i].pipeline, "open", counts[i].open);
        add_number(table, "openness", counts[i].pipeline, "not-applicable", counts[i].not_applicable);
        add_number(table, "openness", counts[i].pipeline, "unknown", counts[i].unknown);
    }
}

/* For spreadsheets: one number or word in a row. */
static bool write_delimited(Session *session, const Facts *facts, Error *error)
{
    static const TableColumn columns[] = {{"group", "", false, false},
                                          {"name", "", false, false},
                                          {"what", "", false, false},
                                          {"value", "", false, false}};
    const Observations *observations = &facts->observations;
    Table table;

    table_init(&table, columns, 4);
    for (int i = 0; i < KIND_COUNT; i++)
        add_number(&table, "count", kind_definition((Kind)i)->name, "items", (long)facts->counts[i]);
    for (size_t i = 0; i < facts->sources.count; i++) {
        const SourceInfo *source = &facts->sources.sources[i];

        add_number(&table, "source", source->id, "records", source->records);
        add_text(&table, "source", source->id, "version", source->version);
        add_text(&table, "source", source->id, "date", source->date);
        add_text(&table, "source", source->id, "licence", source->licence);
    }
    for (size_t i = 0; i < facts->areas.count; i++) {
        add_number(&table, "balance", facts->areas.rows[i].area_id, "risks", facts->areas.rows[i].risks);
        add_number(&table, "balance", facts->areas.rows[i].area_id, "opportunities", facts->areas.rows[i].opportunities);
    }
    for (size_t i = 0; i < THIN_COUNT; i++) {
        add_number(&table, "thin", facts->thin[i].name, "items", (long)facts->thin[i].items);
        add_number(&table, "thin", facts->thin[i].name, "of", (long)facts->thin[i].of);
    }
    add_pipelines(&table, observations->pipelines, 3);
    add_pipelines(&table, observations->components, COMPONENT_COUNT);
    stats_add_groups(&table, observations);
    for (size_t i = 0; i < observations->open_model_count; i++) {
        const OpenModel *model = &observations->open_models[i];

        add_number(&table, "open-wherever-applicable", model->id, "components", model->components);
        add_number(&table, "open-wherever-applicable", model->id, "unknown", model->unknown);
        add_text(&table, "open-wherever-applicable", model->id, "by-points", model->by_points ? "yes" : model->reason);
    }
    for (size_t i = 0; i < observations->disagreement_count; i++) {
        const LicenceDisagreement *disagreement = &observations->disagreements[i];

        add_number(&table, "scored", disagreement->model_id, disagreement->component, disagreement->scored);
        add_number(&table, "by-points", disagreement->model_id, disagreement->component, disagreement->by_points);
    }
    bool done = session_write_table(session, &table, "", error);
    table_free(&table);
    return done;
}

/* Takes --where apart: source=ID says whose cells are counted (NULL: the companion's), all else what is counted. */
static bool conditions_of_user(const Session *session, Query *query, char **source, Error *error)
{
    size_t kept = 0;
    bool good = session_add_conditions(session, query, error);

    for (size_t i = 0; i < query->condition_count; i++) {
        Condition *condition = &query->conditions[i];

        if (strcmp(condition->field, "source") != 0) {
            query->conditions[kept++] = *condition;
            continue;
        }
        if (good && *source) {
            error_set(error, ERROR_USAGE, "gairo stats counts the cells of one source; give one --where source=ID");
            good = false;
        }
        if (!*source)
            *source = string_copy(condition->value);
        free(condition->field);
        free(condition->value);
    }
    query->condition_count = kept;
    return good;
}

/* Fails with ERROR_NOT_FOUND where no source of that id was imported; NULL is the companion's. */
static bool source_is_known(const SourceInfos *sources, const char *source, Error *error)
{
    if (!source)
        return true;
    for (size_t i = 0; i < sources->count; i++)
        if (strcmp(sources->sources[i].id, source) == 0)
            return true;
    error_set(error, ERROR_NOT_FOUND, "there is no source '%s'; gairo stats lists them", source);
    return false;
}

bool command_stats(Session *session, Error *error)
{
    char *source = NULL;
    Query query = {0};
    Facts facts = {0};
    bool done = false;

    if (!conditions_of_user(session, &query, &source, error) || !session_open_store(session, USE_READ, error) ||
        !facts_load(session->store, &query, source, &facts, error) || !source_is_known(&facts.sources, source, error))
        goto cleanup;
    done = true;
    if (session->form == FORM_JSON)
        session_write_json(session, facts_json(&facts));
    else if (session->form == FORM_TABLE)
        write_text(session, &facts);
    else
        done = write_delimited(session, &facts, error);
cleanup:
    facts_free(&facts);
    query_free(&query);
    free(source);
    return done;
}
