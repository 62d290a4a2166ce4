#include "cli/stats_groups.h"

#include "cli/facts.h"
#include "cli/prose.h"
#include "core/memory.h"

#include <stdlib.h>
#include <string.h>

static const TableColumn group_columns[] = {{"group", "", false, false},          {"models", "Models", true, false},
                                      {"pipeline", "Pipeline", false, false}, {"closed", "closed", true, false},
                                      {"semi_open", "semi-open", true, false}, {"open", "open", true, false},
                                      {"open_percent", "open %", true, false}, {"not_applicable", "not applicable", true, false},
                                      {"unknown", "unknown", true, false}};
#define COLUMN_COUNT (sizeof group_columns / sizeof group_columns[0])

static void add_group(Table *table, const OpennessGroup *group)
{
    for (size_t i = 0; i < 3; i++) {
        const PipelineCounts *counts = &group->pipelines[i];
        int share = openness_share(group, i);

        table_add_row(table);
        if (i == 0) {
            table_set(table, 0, group->name);
            table_set_number(table, 1, group->models);
        }
        table_set(table, 2, counts->pipeline);
        table_set_number(table, 3, counts->closed);
        table_set_number(table, 4, counts->semi_open);
        table_set_number(table, 5, counts->open);
        if (share >= 0)
            table_set_number(table, 6, share);
        table_set_number(table, 7, counts->not_applicable);
        table_set_number(table, 8, counts->unknown);
    }
}

static void write_groups(Session *session, const OpennessGroups *groups, const char *heading, const char *title)
{
    TableLook look = {.columns = session->table_columns, .titles = true, .indent = 2};
    TableColumn titled[COLUMN_COUNT];
    Table table;

    if (groups->count == 0)
        return;
    for (size_t i = 0; i < COLUMN_COUNT; i++)
        titled[i] = group_columns[i];
    titled[0].title = title;
    table_init(&table, titled, COLUMN_COUNT);
    for (size_t i = 0; i < groups->count; i++)
        add_group(&table, &groups->groups[i]);
    prose_write_heading(session, heading);
    table_write(&table, &look, &session->output);
    table_free(&table);
}

static void write_note(Session *session)
{
    char *note = string_format("open %%: of the cells that apply and are known. No share is given for fewer than %d "
                               "models. The models are those that the source chose to look at, not a sample of all "
                               "that were released: read a difference between groups as a question.",
                               OPENNESS_FEW_MODELS);

    output_write(&session->output, "\n");
    prose_write(session, 2, note);
    free(note);
}

static void write_one(Session *session, const Observations *observations, bool by_year)
{
    if (by_year)
        write_groups(session, &observations->by_year, "Openness over time, by year of release", "Released");
    else
        write_groups(session, &observations->by_organisation_type,
                     "Openness by kind of organisation that developed it", "Kind");
}

void stats_write_group(Session *session, const Observations *observations, bool by_year)
{
    write_one(session, observations, by_year);
    if (observations->by_year.count > 0)
        write_note(session);
}

void stats_write_groups(Session *session, const Observations *observations)
{
    write_one(session, observations, true);
    stats_write_group(session, observations, false);
}

void stats_write_pipelines(Session *session, const PipelineCounts *counts, size_t count, const char *title)
{
    const TableColumn columns[] = {{"pipeline", title, false, false},
                                   {"closed", "closed", true, false},
                                   {"semi_open", "semi-open", true, false},
                                   {"open", "open", true, false},
                                   {"not_applicable", "not applicable", true, false},
                                   {"unknown", "unknown", true, false}};
    TableLook look = {.columns = session->table_columns, .titles = true, .indent = 2};
    Table table;

    table_init(&table, columns, sizeof columns / sizeof columns[0]);
    for (size_t i = 0; i < count; i++) {
        table_add_row(&table);
        table_set(&table, 0, counts[i].pipeline);
        table_set_number(&table, 1, counts[i].closed);
        table_set_number(&table, 2, counts[i].semi_open);
        table_set_number(&table, 3, counts[i].open);
        table_set_number(&table, 4, counts[i].not_applicable);
        table_set_number(&table, 5, counts[i].unknown);
    }
    table_write(&table, &look, &session->output);
    table_free(&table);
}

void stats_write_open_models(Session *session, const Observations *observations)
{
    static const TableColumn columns[] = {{"title", "Model", false, true},
                                          {"components", "Components", true, false},
                                          {"unknown", "Unknown", true, false},
                                          {"by_points", "By points", false, false},
                                          {"reason", "Why not", false, false}};
    TableLook look = {.columns = session->table_columns, .titles = true, .indent = 2};
    Table table;

    OpenCounts counts = facts_open_counts(observations);
    char *heading = string_format(
        "Open wherever a component applies: %zu as scored, %zu of them by the five points of a named licence",
        counts.as_scored, counts.by_points);
    char *more =
        string_format(" %zu more, listed last, have unknown components and are not counted.", counts.with_unknown);
    char *text = string_format(
        "Components: how many apply and are known; where they are few the claim is small. By points: each of them "
        "also scores 5 by what its licence allows.%s",
        counts.with_unknown > 0 ? more : "");
    prose_write_heading(session, heading);
    prose_write(session, 2, text);
    free(heading);
    free(more);
    free(text);
    table_init(&table, columns, sizeof columns / sizeof columns[0]);
    for (size_t i = 0; i < observations->open_model_count; i++) {
        const OpenModel *model = &observations->open_models[i];

        table_add_row(&table);
        table_set(&table, 0, model->title);
        table_set_number(&table, 1, model->components);
        table_set_number(&table, 2, model->unknown);
        table_set(&table, 3, model->by_points ? "yes" : "no");
        table_set(&table, 4, model->by_points ? NULL : model->reason);
    }
    look.columns = 0; /* a reason that is cut tells nothing */
    table_write(&table, &look, &session->output);
    table_free(&table);
}

void stats_write_observation(Session *session, const Observations *observations, const char *query)
{
    if (strcmp(query, "openness-by-pipeline") == 0) {
        prose_write_heading(session, "Recomputed from the cells");
        stats_write_pipelines(session, observations->pipelines, 3, "Pipeline");
    } else if (strcmp(query, "openness-over-time") == 0) {
        stats_write_group(session, observations, true);
    } else if (strcmp(query, "openness-by-organisation-type") == 0) {
        stats_write_group(session, observations, false);
    } else if (strcmp(query, "open-wherever-applicable") == 0) {
        stats_write_open_models(session, observations);
    }
}

static void add_cell(Table *table, const char *list, const OpennessGroup *group, const char *pipeline,
                     const char *what, int number)
{
    char *name = pipeline ? string_format("%s %s", group->name, pipeline) : string_copy(group->name);

    table_add_row(table);
    table_set(table, 0, list);
    table_set(table, 1, name);
    table_set(table, 2, what);
    table_set_number(table, 3, number);
    free(name);
}

static void add_groups(Table *table, const char *list, const OpennessGroups *groups)
{
    for (size_t i = 0; i < groups->count; i++) {
        const OpennessGroup *group = &groups->groups[i];

        add_cell(table, list, group, NULL, "models", group->models);
        for (size_t p = 0; p < 3; p++) {
            const PipelineCounts *counts = &group->pipelines[p];

            add_cell(table, list, group, counts->pipeline, "closed", counts->closed);
            add_cell(table, list, group, counts->pipeline, "semi-open", counts->semi_open);
            add_cell(table, list, group, counts->pipeline, "open", counts->open);
            add_cell(table, list, group, counts->pipeline, "not-applicable", counts->not_applicable);
            add_cell(table, list, group, counts->pipeline, "unknown", counts->unknown);
        }
    }
}

void stats_add_groups(Table *table, const Observations *observations)
{
    add_groups(table, "openness-over-time", &observations->by_year);
    add_groups(table, "openness-by-organisation-type", &observations->by_organisation_type);
}
