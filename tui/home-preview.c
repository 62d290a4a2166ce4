/* Beside the start, on wide screens: what the focused line stands for. */
#include "config.h"

#include "core/memory.h"
#include "store/items.h"
#include "store/sheets.h"
#include "tui/explorer.h"
#include "tui/home.h"
#include "tui/scope.h"

#include <stdlib.h>
#include <string.h>

#define ITEMS_MAX 100 /* places with more are counted only: listing them would hold the keys up */

/* How many of each kind. */
static void add_kinds(const HomeView *home, const HomePlace *place, Document *document)
{
    for (Kind kind = 0; kind < KIND_COUNT; kind++) {
        if ((place->kinds & KIND_BIT(kind)) == 0 || home->counts[kind] == 0) {
            continue;
        }
        char *count = string_format("%zu", home->counts[kind]);
        document_field(document, kind_definition(kind)->title_plural, STYLE_NORMAL, count, NULL);
        free(count);
    }
}

/* The items of a place, in the scope. */
static bool add_items(HomeView *home, const HomePlace *place, Document *document, Error *error)
{
    Query query;
    ItemRows rows = {0};
    bool done = explorer_query_kinds(home->view.explorer, place->kinds, &query, error) &&
                items_list(explorer_store(home->view.explorer), &query, &rows, error);
    query_free(&query);
    document_gap(document);
    for (size_t i = 0; done && i < rows.count && i < ITEMS_MAX; i++) {
        const ItemRow *row = &rows.rows[i];
        document_link(document, row->short_name != NULL ? row->short_name : row->title, NULL, NULL, row->id);
    }
    item_rows_free(&rows);
    return done;
}

static bool add_basket(HomeView *home, Document *document, Error *error)
{
    Sheet *sheet = sheet_load(explorer_store(home->view.explorer), BASKET_NAME, error);
    if (sheet == NULL) {
        return false;
    }
    document_gap(document);
    for (size_t i = 0; i < sheet->entry_count; i++) {
        document_link(document, sheet->entries[i].title, NULL, NULL, sheet->entries[i].id);
    }
    if (sheet->entry_count == 0) {
        document_paragraph(document, STYLE_QUIET, "Nothing yet. Space puts the focused item into it.", NULL);
    }
    sheet_free(sheet);
    return true;
}

static bool make_place(HomeView *home, size_t index, Document *document, Error *error)
{
    const HomePlace *place = &home_places[index];
    document_heading(document, place->title, NULL);
    document_paragraph(document, STYLE_NORMAL, action_definition(place->action)->help, NULL);
    document_gap(document);
    add_kinds(home, place, document);
    if (place->action == ACTION_GO_BASKET) {
        return add_basket(home, document, error);
    }
    return place->kinds == 0 || home_place_count_of(home, place) > ITEMS_MAX || add_items(home, place, document, error);
}

static void add_count(Document *document, const char *label, int count)
{
    char *number = string_format("%d", count);
    document_field(document, label, STYLE_NORMAL, number, NULL);
    free(number);
}

/* A part of the pipeline: its cells, and those of each of its components. */
static bool make_pipeline(HomeView *home, size_t index, Document *document, Error *error)
{
    const PipelineCounts *counts = &home->observations.pipelines[index];
    ItemRows rows = {0};
    bool done = items_list(explorer_store(home->view.explorer), &(Query){.kinds = KIND_BIT(KIND_COMPONENT)}, &rows, error);
    document_heading(document, counts->pipeline, NULL);
    document_paragraph(document, STYLE_NORMAL, "How often its components are open, each counted once for each model", NULL);
    document_gap(document);
    add_count(document, "Closed", counts->closed);
    add_count(document, "Semi-open", counts->semi_open);
    add_count(document, "Open", counts->open);
    add_count(document, "Does not apply", counts->not_applicable);
    add_count(document, "Unknown", counts->unknown);
    document_gap(document);
    for (size_t i = 0; done && i < rows.count; i++) {
        int component = component_index(rows.rows[i].id);
        if (component < 0 || strncmp(rows.rows[i].id, counts->pipeline, strlen(counts->pipeline)) != 0) {
            continue;
        }
        const PipelineCounts *own = &home->observations.components[component];
        char *numbers = string_format("closed %d, semi-open %d, open %d", own->closed, own->semi_open, own->open);
        document_link(document, rows.rows[i].title, NULL, numbers, rows.rows[i].id);
        free(numbers);
    }
    item_rows_free(&rows);
    return done;
}

bool home_show_preview(HomeView *home, bool anew, Error *error)
{
    const HomeColumn *column = &home->columns[home->column];
    if (explorer_is_plain(home->view.explorer)) { /* there are no panes */
        return true;
    }
    HomeLine line = column->focus < column->count ? column->lines[column->focus] : (HomeLine){HOME_BLANK, 0};
    if (line.type == HOME_AREA) {
        return preview_show(&home->preview, home->view.explorer, home->areas.rows[line.index].area_id, anew, error);
    }
    char *name = string_format("%d/%zu", (int)line.type, line.index);
    bool done = true;
    if (anew || string_compare(name, home->preview.id) != 0) {
        Document document = {0};
        done = line.type == HOME_PLACE      ? make_place(home, line.index, &document, error)
               : line.type == HOME_PIPELINE ? make_pipeline(home, line.index, &document, error)
                                            : true;
        preview_show_page(&home->preview, name, &document);
    }
    free(name);
    return done;
}
