#include "config.h"

#include "tui/facet-pane.h"

#include "core/memory.h"
#include "tui/scope.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BESIDE_FROM_COLUMNS 100
#define COLUMNS_MAX 56 /* of the list, on a screen of its own */

static const ListColumn columns[] = {{.title = "narrow by"}, {.title = "", .words = "items", .width = 5, .right_aligned = true}};

static const FacetValue *value_of(const FacetPane *pane, size_t row)
{
    const FacetRow *place = &pane->rows[row];
    return place->value == SIZE_MAX ? NULL : &pane->facets.facets[place->facet].values[place->value];
}

static const char *row_id(void *context, size_t row)
{
    FacetPane *pane = context;
    const FacetValue *value = value_of(pane, row);
    text_reset(&pane->id);
    text_append_format(&pane->id, "%s=%s", pane->facets.facets[pane->rows[row].facet].field,
                       value == NULL ? "" : value->value);
    return pane->id.data;
}

static ListCell cell(void *context, size_t row, size_t column)
{
    FacetPane *pane = context;
    const FacetValue *value = value_of(pane, row);
    text_reset(&pane->scratch);
    if (value == NULL) {
        return (ListCell){column == 0 ? pane->facets.facets[pane->rows[row].facet].title : NULL, STYLE_TITLE};
    }
    if (column == 0) {
        text_append_format(&pane->scratch, "[%s] %s", value->chosen ? "x" : " ", value->title);
        return (ListCell){pane->scratch.data, value->chosen ? STYLE_TITLE : STYLE_NORMAL};
    }
    text_append_format(&pane->scratch, "%zu", value->count);
    return (ListCell){pane->scratch.data, STYLE_QUIET};
}

static const ListOperations list_operations = {.id = row_id, .cell = cell};

void facet_pane_start(FacetPane *pane)
{
    *pane = (FacetPane){0};
    list_start(&pane->list, &list_operations, pane, columns, sizeof columns / sizeof *columns);
}

void facet_pane_free(FacetPane *pane)
{
    list_free(&pane->list);
    facets_free(&pane->facets);
    query_free(&pane->chosen);
    free(pane->rows);
    free(pane->words);
    text_free(&pane->id);
    text_free(&pane->scratch);
    *pane = (FacetPane){0};
}

bool facet_pane_narrow(const FacetPane *pane, Query *query, Error *error)
{
    return facets_narrow(query, &pane->chosen, error);
}

bool facet_pane_has_choice(const FacetPane *pane)
{
    return pane->chosen.condition_count > 0;
}

bool facet_pane_has_field(const FacetPane *pane, const char *field)
{
    for (size_t i = 0; i < pane->chosen.condition_count; i++) {
        if (strcmp(pane->chosen.conditions[i].field, field) == 0) {
            return true;
        }
    }
    return false;
}

bool facet_pane_choose(FacetPane *pane, const char *field, const char *value, Error *error)
{
    return facets_toggle(&pane->chosen, field, value, error);
}

static void make_rows(FacetPane *pane)
{
    size_t count = 0;
    for (size_t i = 0; i < pane->facets.count; i++) {
        count += pane->facets.facets[i].count + 1;
    }
    pane->rows = memory_resize(pane->rows, count + 1, sizeof *pane->rows);
    count = 0;
    for (size_t i = 0; i < pane->facets.count; i++) {
        pane->rows[count++] = (FacetRow){i, SIZE_MAX};
        for (size_t v = 0; v < pane->facets.facets[i].count; v++) {
            pane->rows[count++] = (FacetRow){i, v};
        }
    }
    list_set_rows(&pane->list, count);
    size_t row;
    if (list_selected(&pane->list, &row) && value_of(pane, row) == NULL) {
        list_handle(&pane->list, ACTION_DOWN); /* a heading is nothing to choose */
    }
}

bool facet_pane_load(FacetPane *pane, Explorer *explorer, const Query *query, Error *error)
{
    Query scoped;
    Facets facets = {0};
    Text words = {0};
    pane->explorer = explorer;
    if (!pane->is_open && !facet_pane_has_choice(pane)) {
        free(pane->words);
        pane->words = NULL;
        return true;
    }
    query_copy(&scoped, query);
    bool done = explorer_query(explorer, &scoped, error) &&
                facets_load(explorer_store(explorer), &scoped, &pane->chosen, &facets, error);
    query_free(&scoped);
    if (!done) {
        facets_free(&facets);
        return false;
    }
    facets_free(&pane->facets);
    pane->facets = facets;
    facets_words(&facets, &words);
    free(pane->words);
    pane->words = words.length == 0 ? NULL : string_copy(words.data);
    text_free(&words);
    make_rows(pane);
    return true;
}

/* Takes the value in focus in or out. */
static ViewFlags choose(FacetPane *pane, Explorer *explorer)
{
    size_t row;
    Error error = {0};
    const FacetValue *value = list_selected(&pane->list, &row) ? value_of(pane, row) : NULL;
    if (value == NULL) {
        return VIEW_HANDLED;
    }
    facets_toggle(&pane->chosen, pane->facets.facets[pane->rows[row].facet].field, value->value, &error);
    explorer_report(explorer, &error);
    return VIEW_RECALCULATE;
}

static ViewFlags clear(FacetPane *pane, Explorer *explorer)
{
    if (!facet_pane_has_choice(pane)) {
        explorer_message(explorer, "No facet is chosen.");
        return VIEW_HANDLED;
    }
    query_free(&pane->chosen);
    return VIEW_RECALCULATE;
}

static ViewFlags open_or_close(FacetPane *pane)
{
    pane->is_open = !pane->is_open || !pane->focused;
    pane->focused = pane->is_open;
    return VIEW_RECALCULATE;
}

/* Headings are passed over; at the top and the bottom there may be none to go on to. */
static ViewFlags move(FacetPane *pane, Action action)
{
    size_t row;
    ViewFlags flags = list_handle(&pane->list, action);
    bool up = action == ACTION_UP || action == ACTION_PAGE_UP;
    if (flags != VIEW_IGNORED && list_selected(&pane->list, &row) && value_of(pane, row) == NULL) {
        list_handle(&pane->list, up && row > 0 ? ACTION_UP : ACTION_DOWN);
    }
    return flags;
}

ViewFlags facet_pane_handle(FacetPane *pane, Explorer *explorer, Action action)
{
    if (action == ACTION_FACETS) {
        return open_or_close(pane);
    }
    if (action == ACTION_FACETS_CLEAR) {
        return clear(pane, explorer);
    }
    if (!pane->is_open || !pane->focused) {
        return VIEW_IGNORED;
    }
    switch (action) {
    case ACTION_OPEN:
    case ACTION_BASKET_TOGGLE:
        return choose(pane, explorer);
    case ACTION_BACK:
        if (pane->list.filter != NULL) {
            list_set_filter(&pane->list, NULL);
            return VIEW_REDRAW;
        }
        return open_or_close(pane);
    case ACTION_NEXT_PANE:
    case ACTION_PREVIOUS_PANE:
    case ACTION_RIGHT:
        pane->focused = false;
        return VIEW_REDRAW;
    case ACTION_LEFT:
        return VIEW_HANDLED;
    case ACTION_FILTER:
        list_prompt_filter(&pane->list, explorer);
        return VIEW_HANDLED;
    case ACTION_SORT:
    case ACTION_SORT_REVERSE:
        return VIEW_HANDLED; /* values stay under their headings */
    default:
        return move(pane, action);
    }
}

ViewFlags facet_pane_mouse(FacetPane *pane, Explorer *explorer, const Event *event)
{
    bool open;
    if (!pane->is_open || !list_contains(&pane->list, event->row, event->column)) {
        if (event->button == MOUSE_LEFT) {
            pane->focused = false;
        }
        return VIEW_IGNORED;
    }
    if (event->button == MOUSE_LEFT && event->row < pane->list.area.row) {
        return VIEW_HANDLED;
    }
    ViewFlags flags = list_mouse(&pane->list, event, &open);
    if (event->button == MOUSE_LEFT && flags != VIEW_IGNORED) {
        pane->focused = true;
        return choose(pane, explorer) | VIEW_REDRAW; /* a box is chosen by one click */
    }
    return flags;
}

static bool has_focus(const FacetPane *pane)
{
    return pane->is_open && pane->focused;
}

const Action *facet_pane_keys(const FacetPane *pane)
{
    static const Action keys[] = {ACTION_BASKET_TOGGLE, ACTION_FACETS_CLEAR, ACTION_FILTER, ACTION_NEXT_PANE,
                                  ACTION_FACETS, ACTION_NONE};
    return has_focus(pane) ? keys : NULL;
}

const char *facet_pane_label(const FacetPane *pane, Action action)
{
    if (!has_focus(pane)) {
        return NULL;
    }
    switch (action) {
    case ACTION_BASKET_TOGGLE:
        return "choose";
    case ACTION_FACETS_CLEAR:
        return "clear";
    case ACTION_FILTER:
        return "find";
    case ACTION_NEXT_PANE:
        return "list";
    case ACTION_FACETS:
        return "close";
    default:
        return NULL;
    }
}

void facet_pane_draw(FacetPane *pane, const Canvas *canvas)
{
    /* The counts stay near what they count. */
    int width = canvas->columns > COLUMNS_MAX + 2 ? COLUMNS_MAX : canvas->columns - 2;
    Canvas rows = canvas_part(canvas, 0, 0, canvas->rows, width);
    list_draw(&pane->list, &rows, pane->focused, "These items differ by nothing.");
}

Canvas facet_pane_split(FacetPane *pane, const Canvas *canvas)
{
    pane->list.area = (Canvas){0};
    pane->list.has_titles = false;
    if (!pane->is_open) {
        return *canvas;
    }
    if (canvas->columns < BESIDE_FROM_COLUMNS) {
        if (!pane->focused) {
            return *canvas;
        }
        facet_pane_draw(pane, canvas);
        return canvas_part(canvas, 0, 0, 0, 0);
    }
    Canvas left = canvas_part(canvas, 0, 0, canvas->rows, FACET_PANE_COLUMNS + 1); /* two blanks stay free */
    facet_pane_draw(pane, &left);
    canvas_rule(canvas, FACET_PANE_COLUMNS);
    return canvas_part(canvas, 0, FACET_PANE_COLUMNS + 2, canvas->rows, canvas->columns - FACET_PANE_COLUMNS - 2);
}

void facet_pane_status(const FacetPane *pane, Text *text)
{
    if (pane->words != NULL) {
        text_append_format(text, "%s   ", pane->words);
    }
}

void facet_pane_save(const FacetPane *pane, State *state)
{
    for (size_t i = 0; i < pane->chosen.condition_count; i++) {
        char name[32];
        char *value = string_format("%s=%s", pane->chosen.conditions[i].field, pane->chosen.conditions[i].value);
        snprintf(name, sizeof name, "facet%zu", i);
        state_put(state, name, value);
        free(value);
    }
    if (pane->is_open) {
        state_put_number(state, "facets", pane->focused ? 2 : 1);
        list_save(&pane->list, "facet-", state);
    }
}

void facet_pane_restore(FacetPane *pane, const State *state)
{
    for (size_t i = 0; i < STATE_ENTRIES_MAX; i++) {
        char name[32];
        Error error = {0};
        snprintf(name, sizeof name, "facet%zu", i);
        if (state_get(state, name) == NULL) {
            break;
        }
        query_parse_condition(&pane->chosen, state_get(state, name), &error);
        error_clear(&error); /* what is no condition any more is left out */
    }
    list_restore(&pane->list, "facet-", state);
    pane->is_open = state_number(state, "facets", 0) > 0;
    pane->focused = state_number(state, "facets", 0) == 2;
}
