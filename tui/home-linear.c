/* The start in lines. */
#include "config.h"

#include "core/memory.h"
#include "tui/home.h"

#include <stdlib.h>

static void select_line(HomeView *home, int column, size_t index)
{
    home->column = home->last_column = column;
    home->columns[column].focus = index;
}

static void select_first(void *context, size_t index)
{
    select_line(context, 0, index);
}

static void select_second(void *context, size_t index)
{
    select_line(context, 1, index);
}

static char *area_text(const HomeView *home, size_t index)
{
    const AreaCount *area = &home->areas.rows[index];
    return string_format("%s; risks: %d; opportunities: %d", area->area_title, area->risks, area->opportunities);
}

static char *pipeline_text(const HomeView *home, size_t index)
{
    const PipelineCounts *counts = &home->observations.pipelines[index];
    return string_format("%s; closed: %d; semi-open: %d; open: %d", counts->pipeline, counts->closed,
                         counts->semi_open, counts->open);
}

static char *place_text(const HomeView *home, size_t index)
{
    const HomePlace *place = &home_places[index];
    size_t count = home_place_count_of(home, place);
    return place->kinds == 0 ? string_copy(place->title) : string_format("%s; items: %zu", place->title, count);
}

static void add_line(HomeView *home, int column, size_t index, Linear *linear)
{
    HomeLine line = home->columns[column].lines[index];
    LinearSelect select = column == 0 ? select_first : select_second;
    char *text = NULL;
    switch (line.type) {
    case HOME_TERM:
        linear_heading(linear, line.index == 1 ? "Long term" : "Near and mid term");
        break;
    case HOME_MODELS:
        linear_heading(linear, "What the models show");
        linear_format(linear, "%d model%s, %d to %d, each component counted once for each model",
                      home->observations.models, plural_ending((size_t)home->observations.models),
                      home->observations.first_year, home->observations.last_year);
        break;
    case HOME_UNCHECKED:
        linear_heading(linear, "About the data");
        text = paper_words_text(&home->words);
        linear_format(linear, "%s", text);
        free(text);
        text = NULL;
        break;
    case HOME_DATE:
        linear_format(linear, "as known on %s", home->date == NULL ? "an unknown date" : home->date);
        break;
    case HOME_AREA:
        text = area_text(home, line.index);
        break;
    case HOME_PIPELINE:
        text = pipeline_text(home, line.index);
        break;
    case HOME_PLACE:
        text = place_text(home, line.index);
        break;
    case HOME_LEGEND:
    case HOME_BLANK:
        break;
    }
    if (text != NULL) {
        linear_choice(linear, select, home, index, text);
    }
    free(text);
}

void home_linear(View *view, Linear *linear)
{
    HomeView *home = (HomeView *)view;
    linear_heading(linear, "Places");
    for (size_t i = 0; i < home->columns[1].count; i++) {
        add_line(home, 1, i, linear);
    }
    for (size_t i = 0; i < home->columns[0].count; i++) {
        add_line(home, 0, i, linear);
    }
}
