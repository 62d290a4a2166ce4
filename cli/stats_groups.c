#include "cli/stats_groups.h"

#include "cli/prose.h"
#include "core/memory.h"

#include <stdlib.h>

static const TableColumn columns[] = {{"group", "", false, false},          {"models", "Models", true, false},
                                      {"pipeline", "Pipeline", false, false}, {"closed", "closed", true, false},
                                      {"semi_open", "semi-open", true, false}, {"open", "open", true, false},
                                      {"open_percent", "open %", true, false}, {"not_applicable", "not applicable", true, false},
                                      {"unknown", "unknown", true, false}};
#define COLUMN_COUNT (sizeof columns / sizeof columns[0])

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
        titled[i] = columns[i];
    titled[0].title = title;
    table_init(&table, titled, COLUMN_COUNT);
    for (size_t i = 0; i < groups->count; i++)
        add_group(&table, &groups->groups[i]);
    prose_write_heading(session, heading);
    table_write(&table, &look, &session->output);
    table_free(&table);
}

void stats_write_groups(Session *session, const Observations *observations)
{
    write_groups(session, &observations->by_year, "Openness over time, by year of release", "Released");
    write_groups(session, &observations->by_organisation_type, "Openness by kind of organisation that developed it",
                 "Kind");
    if (observations->by_year.count == 0)
        return;
    char *note = string_format("open %%: of the cells that apply and are known. No share is given for fewer than %d "
                               "models. The models are those that the source chose to look at, not a sample of all "
                               "that were released: read a difference between groups as a question.",
                               OPENNESS_FEW_MODELS);
    output_write(&session->output, "\n");
    prose_write(session, 2, note);
    free(note);
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
