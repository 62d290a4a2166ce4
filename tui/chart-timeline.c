/* Law and the releases of models on one axis of time: how many in each year or month, and every event by its date. */
#include "config.h"

#include "core/date.h"
#include "core/memory.h"
#include "store/timeline.h"
#include "tui/chart.h"
#include "tui/explorer.h"
#include "tui/scope.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LAW (KIND_BIT(KIND_INSTRUMENT) | KIND_BIT(KIND_PROVISION))
#define YEAR_LENGTH 4
#define MONTH_LENGTH 7

/* A year or a month, or the line of the day. */
typedef struct Period {
    char name[DATE_SIZE]; /* "2023", "2023-05"; "today" */
    char key[DATE_SIZE + 2];
    bool later; /* what is to come in the period that the day is in: it stands below the line of the day */
    size_t first, count;  /* entries */
    int models, laws;
} Period;

typedef struct TimeData {
    Timeline timeline;
    Period *periods;
    size_t period_count;
    int most;
    char day[DATE_SIZE];
    ItemRows regions; /* law can be narrowed to one of them */
    StringList keys;  /* of the entries */
} TimeData;

enum { SHOWS_BOTH, SHOWS_LAW, SHOWS_MODELS, SHOWS_FIRST_REGION };

static const TimeData *data_of(const ChartView *chart)
{
    return chart->data;
}

static bool is_day(const Period *period)
{
    return strcmp(period->name, "today") == 0;
}

static Period *add_period(TimeData *data, const char *name, size_t first)
{
    data->periods = memory_resize(data->periods, data->period_count + 1, sizeof *data->periods);
    Period *period = &data->periods[data->period_count++];
    *period = (Period){.first = first};
    snprintf(period->name, sizeof period->name, "%s", name);
    snprintf(period->key, sizeof period->key, "%s", name);
    return period;
}

/* Where the entry is the first to come and the day is in the last period, that ends here: the line of the day, and what is
 * later in the same period. */
static void split_at_day(TimeData *data, size_t entry, bool *there)
{
    Period *last = &data->periods[data->period_count - 1];
    char name[DATE_SIZE];
    snprintf(name, sizeof name, "%s", last->name);
    if (*there || entry < data->timeline.to_come || strncmp(data->day, name, strlen(name)) != 0) {
        return;
    }
    if (last->count == 0) {
        data->period_count--;
    }
    add_period(data, "today", entry);
    last = add_period(data, name, entry);
    last->later = true;
    snprintf(last->key, sizeof last->key, "%s+", name);
    *there = true;
}

/* The period after one of a name: the next year or the next month. A year in the midst of months, for what is dated by
 * the year only, is followed by its January. */
static void next_name(const char *name, bool months, char next[DATE_SIZE])
{
    int year = atoi(name), month = strlen(name) >= MONTH_LENGTH ? atoi(name + YEAR_LENGTH + 1) : 0;
    if (!months) {
        snprintf(next, DATE_SIZE, "%04d", (year + 1) % 10000);
    } else if (month == 12) {
        snprintf(next, DATE_SIZE, "%04d-01", (year + 1) % 10000);
    } else {
        snprintf(next, DATE_SIZE, "%04d-%02d", year % 10000, (month + 1) % 100);
    }
}

/* The line of the day comes after the period that the day is in. */
static void add_day_before(TimeData *data, const char *name, size_t first, bool *there)
{
    if (!*there && strncmp(data->day, name, strlen(name)) < 0) {
        add_period(data, "today", first);
        *there = true;
    }
}

static void count_entry(TimeData *data, Period *period, const TimelineEntry *entry)
{
    period->count++;
    period->models += entry->kind == KIND_MODEL;
    period->laws += entry->kind != KIND_MODEL;
    int most = period->models > period->laws ? period->models : period->laws;
    data->most = most > data->most ? most : data->most;
}

/* Every period from the first event to the last has a row, so that the axis keeps its measure. */
static void make_periods(TimeData *data, bool months)
{
    bool day = false;
    size_t current = 0;
    for (size_t i = 0; i < data->timeline.count; i++) {
        char name[DATE_SIZE], next[DATE_SIZE];
        snprintf(name, sizeof name, "%.*s", months ? MONTH_LENGTH : YEAR_LENGTH, data->timeline.entries[i].date);
        while (i > 0 && strcmp(data->periods[current].name, name) != 0) {
            next_name(data->periods[current].name, months, next);
            bool by_year_only = months && strlen(name) == YEAR_LENGTH && strncmp(next, name, YEAR_LENGTH) == 0;
            add_day_before(data, by_year_only ? name : next, i, &day);
            add_period(data, by_year_only ? name : next, i);
            current = data->period_count - 1;
        }
        if (i == 0) {
            add_day_before(data, name, i, &day);
            add_period(data, name, i);
            current = data->period_count - 1;
        }
        split_at_day(data, i, &day);
        current = data->period_count - 1;
        count_entry(data, &data->periods[current], &data->timeline.entries[i]);
    }
    if (!day && data->timeline.count > 0) {
        add_period(data, "today", data->timeline.count);
    }
}

/* Through a law models are not seen, unless they are asked for: no law names one. */
static KindSet kinds_of(const ChartView *chart)
{
    return chart->choice == SHOWS_BOTH     ? LAW | (explorer_has_lens(chart->view.explorer) ? 0 : KIND_BIT(KIND_MODEL))
           : chart->choice == SHOWS_MODELS ? KIND_BIT(KIND_MODEL)
                                           : LAW;
}

static bool make_query(const ChartView *chart, const TimeData *data, Query *query, Error *error)
{
    size_t region = chart->choice - SHOWS_FIRST_REGION;
    return explorer_query_kinds(chart->view.explorer, kinds_of(chart), query, error) &&
           (chart->choice < SHOWS_FIRST_REGION || region >= data->regions.count ||
            query_add_condition(query, "region", data->regions.rows[region].id, error));
}

static bool load(ChartView *chart, void *memory, Error *error)
{
    TimeData *data = memory;
    Query query = {0};
    Store *store = explorer_store(chart->view.explorer);
    const char *as_of = explorer_as_of(chart->view.explorer);
    date_today(data->day);
    if (as_of != NULL) {
        snprintf(data->day, sizeof data->day, "%s", as_of);
    }
    bool done = items_list(store, &(Query){.kinds = KIND_BIT(KIND_REGION)}, &data->regions, error) &&
                make_query(chart, data, &query, error) && timeline_make(store, &query, &data->timeline, error);
    query_free(&query);
    if (!done) {
        return false;
    }
    for (size_t i = 0; i < data->timeline.count; i++) {
        const TimelineEntry *entry = &data->timeline.entries[i];
        string_list_take(&data->keys, string_format("%s/%s/%s", entry->date, entry->type, entry->id));
    }
    make_periods(data, chart->zoom == 1);
    return true;
}

static void unload(void *memory)
{
    TimeData *data = memory;
    timeline_free(&data->timeline);
    item_rows_free(&data->regions);
    string_list_free(&data->keys);
    free(data->periods);
}

static size_t period_count(const ChartView *chart)
{
    return data_of(chart)->period_count;
}

static const char *period_key(const ChartView *chart, size_t row)
{
    return data_of(chart)->periods[row].key;
}

#define WITH_BARS 42 /* columns of a screen that has room for them beside the numbers */

enum {
    PERIOD_NAME,
    PERIOD_MODELS_BAR,
    PERIOD_MODELS,
    PERIOD_AXIS,
    PERIOD_LAWS,
    PERIOD_LAWS_BAR,
    PERIOD_MODELS_ALONE, /* numbers without bars, on narrow screens */
    PERIOD_LAWS_ALONE,
    PERIOD_WHAT,
    PERIOD_COLUMNS,
};

/* What happened: of many as much as a wide screen holds, and how many more there are. */
static const char *what_happened(ChartView *chart, const Period *period)
{
    const TimeData *data = data_of(chart);
    size_t i = 0;
    text_reset(&chart->scratch);
    for (; i < period->count && chart->scratch.length < 400; i++) {
        const TimelineEntry *entry = &data->timeline.entries[period->first + i];
        text_append(&chart->scratch, i > 0 ? "; " : "");
        text_append(&chart->scratch, entry->title);
        if (entry->kind != KIND_MODEL) {
            text_append_format(&chart->scratch, " %s", choice_title(entry->type));
        }
    }
    if (i < period->count) {
        text_append_format(&chart->scratch, "; and %zu more", period->count - i);
    }
    return chart->scratch.data;
}

static ListCell period_cell(ChartView *chart, size_t row, size_t column)
{
    const TimeData *data = data_of(chart);
    const Period *period = &data->periods[row];
    text_reset(&chart->scratch);
    if (is_day(period) && column == PERIOD_WHAT) {
        text_append_format(&chart->scratch, "%s; below it is to come", data->day);
        return (ListCell){chart->scratch.data, STYLE_TITLE};
    }
    switch (column) {
    case PERIOD_NAME:
        return (ListCell){period->later ? "later" : period->name, is_day(period) ? STYLE_TITLE : STYLE_NORMAL};
    case PERIOD_MODELS:
    case PERIOD_LAWS:
    case PERIOD_MODELS_ALONE:
    case PERIOD_LAWS_ALONE: {
        bool models = column == PERIOD_MODELS || column == PERIOD_MODELS_ALONE;
        int value = models ? period->models : period->laws;
        text_append_format(&chart->scratch, "%d", value);
        return (ListCell){value == 0 ? NULL : chart->scratch.data, STYLE_NORMAL};
    }
    case PERIOD_WHAT:
        return (ListCell){what_happened(chart, period), STYLE_QUIET};
    default:
        return (ListCell){NULL, STYLE_NORMAL};
    }
}

static bool period_paint(ChartView *chart, size_t row, size_t column, const Canvas *canvas)
{
    const TimeData *data = data_of(chart);
    const Period *period = &data->periods[row];
    if (column == PERIOD_NAME || column == PERIOD_WHAT) {
        return false;
    }
    if (is_day(period)) {
        canvas_repeat(canvas, 0, 0, canvas->columns, STYLE_TITLE, GLYPH_HORIZONTAL);
        return true;
    }
    switch (column) {
    case PERIOD_MODELS_BAR:
        chart_paint_bar(canvas, period->models, data->most, STYLE_OPPORTUNITY, true);
        return true;
    case PERIOD_LAWS_BAR:
        chart_paint_bar(canvas, period->laws, data->most, STYLE_RISK, false);
        return true;
    case PERIOD_AXIS:
        canvas_text(canvas, 0, 0, STYLE_QUIET, glyph(GLYPH_VERTICAL));
        return true;
    default:
        return false;
    }
}

/* The line of the day is no period. */
static bool period_spoken(ChartView *chart, size_t row, size_t column, Text *text)
{
    const Period *period = &data_of(chart)->periods[row];
    if (is_day(period)) {
        text_append_format(text, column == PERIOD_NAME ? "today, %s: what follows is to come" : "", data_of(chart)->day);
    } else if (column == PERIOD_NAME && period->later) {
        text_append_format(text, "later in %s", period->name);
    } else if (column == PERIOD_WHAT && period->count == 0) {
        text_append(text, "nothing");
    } else {
        return false;
    }
    return true;
}

static size_t entry_count(const ChartView *chart)
{
    return data_of(chart)->timeline.count;
}

static const char *entry_key(const ChartView *chart, size_t row)
{
    return data_of(chart)->keys.items[row];
}

static ListCell entry_cell(ChartView *chart, size_t row, size_t column)
{
    const TimelineEntry *entry = &data_of(chart)->timeline.entries[row];
    switch (column) {
    case 0:
        return (ListCell){entry->date, STYLE_NORMAL};
    case 1:
        return (ListCell){choice_title(entry->type), STYLE_QUIET};
    case 2:
        return (ListCell){entry->title, STYLE_NORMAL};
    case 3:
        return (ListCell){entry->to_come ? "to come" : NULL, STYLE_TITLE};
    case 4:
        return (ListCell){entry->place, STYLE_QUIET};
    default:
        return (ListCell){entry->state, STYLE_QUIET};
    }
}

static const char *entry_item(const ChartView *chart, size_t row)
{
    return data_of(chart)->timeline.entries[row].id;
}

static bool entry_marked(const ChartView *chart, size_t row)
{
    return data_of(chart)->timeline.entries[row].in_basket;
}

static const char *key_of_period(const ChartView *chart, size_t row)
{
    const TimeData *data = data_of(chart);
    size_t first = data->periods[row].first;
    return first < data->timeline.count ? data->keys.items[first] : NULL;
}

static void choices(const ChartView *chart, StringList *names)
{
    const TimeData *data = data_of(chart);
    string_list_add(names, explorer_has_lens(chart->view.explorer) ? "law; no law names a model" : "law and models");
    string_list_add(names, "law only");
    string_list_add(names, "models only");
    for (size_t i = 0; data != NULL && i < data->regions.count && names->count < CHART_CHOICES_MAX; i++) {
        string_list_take(names, string_format("law: %s", data->regions.rows[i].title));
    }
}

static void legend(const ChartView *chart, const Canvas *canvas)
{
    int at = 0;
    if (canvas->columns < WITH_BARS) {
        canvas_format(canvas, 0, 0, STYLE_QUIET, "as of %s", data_of(chart)->day);
        return;
    }
    /* On which side of the axis each stands tells them apart without colour. */
    if ((kinds_of(chart) & KIND_BIT(KIND_MODEL)) != 0) {
        at += canvas_text(canvas, 0, at, STYLE_QUIET, "models released ");
        at += canvas_text(canvas, 0, at, STYLE_OPPORTUNITY, glyph(GLYPH_BAR));
        at += canvas_format(canvas, 0, at, STYLE_QUIET, " %s ", glyph(GLYPH_VERTICAL));
    }
    at += canvas_text(canvas, 0, at, STYLE_RISK, glyph(GLYPH_BAR));
    at += canvas_text(canvas, 0, at, STYLE_QUIET, " events of law");
    canvas_format(canvas, 0, at, STYLE_QUIET, "   law as of %s", data_of(chart)->day);
}

static void summary(const ChartView *chart, Text *text)
{
    text_append_format(text, "Law as of %s.", data_of(chart)->day);
}

static void command(const ChartView *chart, Text *text)
{
    const TimeData *data = data_of(chart);
    text_append(text, "gairo timeline");
    if (chart->choice == SHOWS_MODELS) {
        text_append(text, " --kind model");
    } else if (kinds_of(chart) == LAW) {
        text_append(text, " --kind instrument --kind provision");
    }
    if (data != NULL && chart->choice >= SHOWS_FIRST_REGION &&
        chart->choice - SHOWS_FIRST_REGION < data->regions.count) {
        char *condition = string_format("region=%s", data->regions.rows[chart->choice - SHOWS_FIRST_REGION].id);
        text_append(text, " --where");
        view_append_argument(text, condition);
        free(condition);
    }
    explorer_append_scope(chart->view.explorer, kinds_of(chart), text);
}

/* Adds the visible rows' entries to shown, by their place, and their items to ids. */
static void find_shown(const ChartView *chart, bool *shown, StringList *ids)
{
    const TimeData *data = data_of(chart);
    const List *list = chart_list(chart);
    for (size_t i = 0; i < list->visible_count; i++) {
        size_t row = list->visible[i];
        size_t first = chart->in_table ? row : data->periods[row].first;
        size_t count = chart->in_table ? 1 : data->periods[row].count;
        for (size_t entry = first; entry < first + count; entry++) {
            shown[entry] = true;
            if (!string_list_contains(ids, data->timeline.entries[entry].id)) {
                string_list_add(ids, data->timeline.entries[entry].id);
            }
        }
    }
}

/* A call names items, and gives all that happened to them. */
static bool narrow(const ChartView *chart, Text *text)
{
    const TimeData *data = data_of(chart);
    bool *shown = memory_zeroed(data->timeline.count + 1, sizeof *shown), whole = true;
    StringList ids = {0};
    Query query = {0};
    find_shown(chart, shown, &ids);
    for (size_t i = 0; i < data->timeline.count; i++) {
        whole = whole && (shown[i] || !string_list_contains(&ids, data->timeline.entries[i].id));
    }
    if (whole && make_query(chart, data, &query, NULL)) {
        const List *list = chart_list(chart);
        view_append_filter(text, &chart->view, &query, list->filter, &ids);
    }
    query_free(&query);
    string_list_free(&ids);
    free(shown);
    return whole;
}

/* Only of models: no law names them. */
static bool lawless(const ChartView *chart)
{
    return (kinds_of(chart) & LAW) == 0;
}

static const ListColumn period_columns[] = {
    {.title = "when", .width = 7},
    {.title = "models", .width = 10, .right_aligned = true, .from_width = WITH_BARS},
    {.title = "", .words = "models released", .width = 2, .gap = 1, .right_aligned = true, .from_width = WITH_BARS},
    {.title = "", .width = 1, .gap = 1, .from_width = WITH_BARS},
    {.title = "", .words = "events of law", .width = 2, .gap = 1, .right_aligned = true, .from_width = WITH_BARS},
    {.title = "law", .width = 12, .gap = 1, .from_width = WITH_BARS},
    {.title = "model", .width = 5, .gap = 1, .right_aligned = true, .below_width = WITH_BARS},
    {.title = "law", .width = 3, .gap = 1, .right_aligned = true, .below_width = WITH_BARS},
    {.title = "", .words = ""},
};
static const ListColumn entry_columns[] = {
    {.title = "date", .width = 10},
    {.title = "event", .width = 12, .from_width = 46},
    {.title = "what"},
    {.title = "", .words = "", .width = 7, .from_width = 60},
    {.title = "place, by whom", .width = 18, .from_width = 84},
    {.title = "state", .width = 18, .from_width = 108},
};

static const ChartDefinition definition = {
    .title = "Timeline",
    .chart = {period_columns, PERIOD_COLUMNS, period_count, period_key, period_cell, period_paint, period_spoken, .empty = "Nothing has a date."},
    .table = {entry_columns, 6, entry_count, entry_key, entry_cell, .item = entry_item, .marked = entry_marked,
              .empty = "Nothing has a date."},
    .data_size = sizeof(TimeData),
    .load = load,
    .unload = unload,
    .table_key = key_of_period,
    .choices = choices,
    .zooms = true,
    .start = "today",
    .legend = legend,
    .summary = summary,
    .command = command,
    .narrow = narrow,
    .lawless = lawless,
};

View *timeline_view_new(Explorer *explorer)
{
    return chart_view_new(explorer, &definition);
}
