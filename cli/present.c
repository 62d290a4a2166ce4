/* gairo present: a sheet as slides, on the terminal or as text. */
#include "cli/command.h"
#include "cli/console.h"
#include "cli/interrupt.h"
#include "cli/prose.h"
#include "cli/session.h"
#include "core/memory.h"
#include "sheets/deck.h"
#include "store/sheets.h"
#include "tui/tui.h"

#include <stdlib.h>

#define MINUTES_MAX 1440

/* The planned minutes; 0 where none are given. */
static bool planned_minutes(const Session *session, long *minutes, Error *error)
{
    const char *text = invocation_value(session->invocation, OPTION_MINUTES);
    char *end = NULL;

    *minutes = 0;
    if (!text)
        return true;
    *minutes = text[0] >= '0' && text[0] <= '9' ? strtol(text, &end, 10) : 0;
    if (end && *end == '\0' && *minutes >= 1 && *minutes <= MINUTES_MAX)
        return true;
    error_set(error, ERROR_USAGE, "'%s' is no number of minutes from 1 to %d", text, MINUTES_MAX);
    return false;
}

static json_t *points_json(const Slide *slide)
{
    json_t *points = json_array();

    for (size_t i = 0; i < slide->point_count; i++) {
        json_t *point = json_object();
        json_put(point, "label", slide->points[i].label);
        json_put(point, "text", slide->points[i].text);
        json_array_append_new(points, point);
    }
    return points;
}

static json_t *picture_json(const Picture *picture)
{
    json_t *root = json_object(), *columns = json_array(), *rows = json_array();

    json_put(root, "unit", picture->unit);
    json_put(root, "scale", picture->scale);
    for (size_t i = 0; i < picture->column_count; i++)
        json_array_append_new(columns, json_text(picture->columns[i], SANITISE_LINE));
    for (size_t i = 0; i < picture->row_count; i++) {
        json_t *row = json_object(), *values = json_array();
        json_put(row, "title", picture->rows[i].title);
        for (size_t j = 0; j < picture->column_count; j++)
            json_array_append_new(values, picture->kind == PICTURE_BARS ? json_integer((json_int_t)picture->rows[i].amounts[j])
                                                                        : json_text(picture->rows[i].marks[j], SANITISE_LINE));
        json_object_set_new(row, "values", values);
        json_array_append_new(rows, row);
    }
    json_object_set_new(root, "columns", columns);
    json_object_set_new(root, "rows", rows);
    return root;
}

static json_t *slide_json(const Deck *deck, const Slide *slide, bool notes)
{
    json_t *root = json_object();

    json_put(root, "kind", slide_kind_name(slide->kind));
    json_put(root, "section", deck->sections.items[slide->section]);
    json_put(root, "id", slide->id);
    json_put(root, "kicker", slide->kicker);
    json_put(root, "title", slide->title);
    json_put(root, "lead", slide->lead);
    json_object_set_new(root, "points", points_json(slide));
    json_object_set_new(root, "picture", slide->picture ? picture_json(slide->picture) : json_null());
    json_put(root, "source", slide->source);
    json_put_lines(root, "notes", notes ? slide->notes : NULL);
    return root;
}

static void write_json(Session *session, const Deck *deck, bool notes)
{
    json_t *slides = json_array();

    for (size_t i = 0; i < deck->count; i++)
        json_array_append_new(slides, slide_json(deck, &deck->slides[i], notes));
    session_write_json(session, slides);
}

/* "Safety and security: Risks 3, Opportunities 1": a row of a picture in words; empty parts of a bar are left out. */
static void write_picture(Session *session, const Picture *picture)
{
    for (size_t i = 0; i < picture->row_count; i++) {
        Text text = {0};
        text_append_format(&text, "%s:", picture->rows[i].title);
        bool first = true;
        for (size_t j = 0; j < picture->column_count; j++) {
            if (picture->kind == PICTURE_BARS && picture->rows[i].amounts[j] == 0)
                continue;
            text_append_format(&text, "%s %s ", first ? "" : ",", picture->columns[j]);
            if (picture->kind == PICTURE_BARS)
                text_append_format(&text, "%zu", picture->rows[i].amounts[j]);
            else
                text_append(&text, picture->rows[i].marks[j]);
            first = false;
        }
        prose_write_labelled(session, 0, "-", 2, text.data);
        text_free(&text);
    }
    if (picture->scale)
        prose_write(session, 0, picture->scale);
}

static void write_slide(Session *session, const Deck *deck, size_t index, bool notes)
{
    const Slide *slide = &deck->slides[index];
    char *place = string_format("[%zu of %zu] %s", index + 1, deck->count, slide->title);

    prose_write_heading(session, place);
    free(place);
    if (slide->kicker)
        prose_write(session, 0, slide->kicker);
    if (slide->lead) {
        session_write_line(session, "");
        prose_write(session, 0, slide->lead);
    }
    if (slide->point_count > 0 || slide->picture)
        session_write_line(session, "");
    for (size_t i = 0; i < slide->point_count; i++) {
        const SlidePoint *point = &slide->points[i];
        char *text = point->label ? string_format("%s: %s", point->label, point->text) : string_copy(point->text);
        prose_write_labelled(session, 0, "-", 2, text);
        free(text);
    }
    if (slide->picture)
        write_picture(session, slide->picture);
    if (slide->source) {
        session_write_line(session, "");
        char *source = string_format("%s%s", slide->kind == SLIDE_ITEM ? "Source: " : "", slide->source);
        prose_write(session, 0, source);
        free(source);
    }
    if (notes && slide->notes) {
        session_write_line(session, "");
        prose_write(session, 0, "Notes for the speaker:");
        prose_write(session, 2, slide->notes);
    }
}

static void write_text(Session *session, const Deck *deck, bool notes)
{
    for (size_t i = 0; i < deck->count; i++) {
        write_slide(session, deck, i, notes);
        if (deck->classification)
            prose_write(session, 0, deck->classification);
    }
}

static bool write_slides(Session *session, const Sheet *sheet, bool notes, Error *error)
{
    const SheetRequest request = {.sheet = sheet, .as_of = session->as_of};
    Deck deck = {0};

    if (!deck_compose(session->store, &request, &deck, error))
        return false;
    if (session->form == FORM_JSON)
        write_json(session, &deck, notes);
    else
        write_text(session, &deck, notes);
    deck_free(&deck);
    return true;
}

static bool present(Session *session, const char *name, bool notes, long minutes, Error *error)
{
    Settings settings;
    settings_start(&settings);
    settings_load(&settings);
    const ExplorerOptions options = {.settings = &settings,
                                     .database = invocation_value(session->invocation, OPTION_DB),
                                     .as_of = session->as_of_given ? session->as_of : NULL,
                                     .color = session->color,
                                     .fresh = true,
                                     .presented = name,
                                     .presents_notes = notes,
                                     .minutes = minutes};
    int end_signal = 0;
    bool done = explorer_run(session->store, &options, &end_signal, error);

    settings_free(&settings);
    session->ended_by_signal = end_signal != 0;
    interrupt_note(end_signal);
    return done;
}

bool command_present(Session *session, Error *error)
{
    const char *name = session->invocation->arguments.items[0];
    bool notes = invocation_has(session->invocation, OPTION_NOTES), done = false;
    bool to_terminal = console_has_output() && session->form == FORM_TABLE && !session->plain;
    Sheet *sheet;
    long minutes;

    if (!planned_minutes(session, &minutes, error))
        return false;
    if (session->form == FORM_CSV || session->form == FORM_TSV) {
        error_set(error, ERROR_USAGE, "slides are text or json; gairo export --to csv writes a sheet as rows");
        return false;
    }
    if (to_terminal && console_input_was_closed()) {
        error_set(error, ERROR_IO, "standard input is closed; a presentation needs the keyboard");
        return false;
    }
    to_terminal = to_terminal && console_has_input();
    if (!session_open_store(session, to_terminal ? USE_EXPLORE : USE_READ, error))
        return false;
    sheet = sheet_load(session->store, name, error);
    if (sheet && sheet->entry_count == 0)
        error_set(error, ERROR_NOT_FOUND, "there is nothing in the sheet '%s' to be presented; gairo sheet add puts something in", name);
    else if (sheet)
        done = to_terminal ? present(session, name, notes, minutes, error) : write_slides(session, sheet, notes, error);
    if (sheet)
        sheet_free(sheet);
    return done;
}
