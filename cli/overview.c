#include "cli/overview.h"

#include "cli/prose.h"
#include "cli/console.h"
#include "core/memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BAR_LONGEST 12

/* A bar of at most BAR_LONGEST marks; something is never shown as nothing. The caller owns it. */
static char *bar(const Session *session, int number, int largest)
{
    const char *mark = console_is_utf8() && !session->plain ? "▇" : "#";
    int length = largest > BAR_LONGEST ? (number * BAR_LONGEST + largest / 2) / largest : number;
    Text text = {0};

    if (length == 0 && number > 0)
        length = 1;
    while (length-- > 0)
        text_append(&text, mark);
    return text_take(&text);
}

static void add_area_rows(Session *session, Table *table, const AreaCounts *areas, bool long_term, int largest)
{
    for (size_t i = 0; i < areas->count; i++) {
        const AreaCount *area = &areas->rows[i];

        if (area->long_term != long_term)
            continue;
        char *risk_bar = bar(session, area->risks, largest);
        char *opportunity_bar = bar(session, area->opportunities, largest);
        char *title = string_format("  %s", area->area_title);
        table_add_row(table);
        table_set(table, 0, title);
        table_set(table, 1, risk_bar);
        table_set_number(table, 2, area->risks);
        table_set_number(table, 3, area->opportunities);
        table_set(table, 4, opportunity_bar);
        free(title);
        free(risk_bar);
        free(opportunity_bar);
    }
}

static void write_areas(Session *session, const AreaCounts *areas)
{
    static const TableColumn columns[] = {{"area", "Near and mid term", false, true},
                                          {"risk_bar", "", true, false},
                                          {"risks", "risks", true, false},
                                          {"opportunities", "opportunities", false, false},
                                          {"opportunity_bar", "", false, false}};
    TableLook look = {.columns = session->table_columns, .titles = true, .indent = 2};
    int largest = 1;
    Table table;

    for (size_t i = 0; i < areas->count; i++) {
        if (areas->rows[i].risks > largest)
            largest = areas->rows[i].risks;
        if (areas->rows[i].opportunities > largest)
            largest = areas->rows[i].opportunities;
    }
    prose_write_heading(session, "Risks against opportunities, by area");
    table_init(&table, columns, sizeof columns / sizeof columns[0]);
    add_area_rows(session, &table, areas, false, largest);
    table_add_row(&table);
    table_set(&table, 0, "Long term");
    add_area_rows(session, &table, areas, true, largest);
    table_write(&table, &look, &session->output);
    table_free(&table);
}

static void write_counts(Session *session, const Facts *facts)
{
    Text line = {0};

    for (int i = 0; i < KIND_COUNT; i++) {
        if (facts->counts[i] == 0)
            continue;
        text_append_format(&line, "%s%zu %s", line.length > 0 ? ", " : "", facts->counts[i],
                           kind_noun((Kind)i, facts->counts[i]));
    }
    prose_write_heading(session, "What is in it");
    prose_write(session, 2, line.data);
    text_free(&line);
}

static void write_openness(Session *session, const Observations *observations)
{
    char *heading = string_format("How open %d model%s %s, by part of the pipeline", observations->models,
                                  plural_ending((size_t)observations->models), observations->models == 1 ? "is" : "are");
    OpenCounts open = facts_open_counts(observations);

    prose_write_heading(session, heading);
    free(heading);
    for (size_t i = 0; i < 3; i++) {
        const PipelineCounts *counts = &observations->pipelines[i];

        output_format(
            &session->output, "  %-11s %3d closed, %3d semi-open, %3d open  (%d not applicable, %d unknown)\n",
            counts->pipeline, counts->closed, counts->semi_open, counts->open, counts->not_applicable, counts->unknown);
    }
    char *text = string_format(
        "%zu model%s %s open wherever a component applies, as scored; %zu of them by the five points of a "
        "named licence.",
        open.as_scored, plural_ending(open.as_scored), open.as_scored == 1 ? "is" : "are", open.by_points);
    prose_write(session, 2, text);
    free(text);
}

static void write_sources(Session *session, const SourceInfos *sources)
{
    prose_write_heading(session, "Where it is from");
    for (size_t i = 0; i < sources->count; i++) {
        const SourceInfo *source = &sources->sources[i];
        Text line = {0};

        text_append_format(&line, "%s: %s", source->id, source->title);
        text_append_format(&line, ", %s%s", source->version ? "version " : "", source_version_words(source));
        if (source->date)
            text_append_format(&line, ", as known on %s", source->date);
        text_append_format(&line, ", %ld record%s", source->records, plural_ending(source->records));
        prose_write(session, 2, line.data);
        text_free(&line);
    }
}

void overview_write(Session *session, const Facts *facts)
{
    output_write(&session->output, "gairo: the risks and opportunities of open generative AI\n");
    write_areas(session, &facts->areas);
    write_openness(session, &facts->observations);
    write_counts(session, facts);
    write_sources(session, &facts->sources);
    prose_write_heading(session, "What to try next");
    output_write(&session->output, "  gairo                         in a terminal: the explorer\n"
                                   "  gairo list risks              what can go wrong\n"
                                   "  gairo search open weights     everything about some words\n"
                                   "  gairo matrix                  which models are open, part by part\n"
                                   "  gairo --help                  all commands\n");
}
