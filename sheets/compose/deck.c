/* A sheet as slides: which there are, and in which order. */
#include "config.h"

#include "sheets/compose/deck_maker.h"
#include "sheets/compose/words.h"

#include "core/date.h"
#include "core/memory.h"

#include <stdlib.h>
#include <string.h>

static const char *const kind_names[SLIDE_KIND_COUNT] = {"title", "heading", "item", "picture", "dates", "gone", "sources"};
static const char *const tone_names[TONE_COUNT] = {"none", "risk",  "opportunity", "closed", "semi-open",
                                                   "open", "light", "medium",      "full", "unknown"};

const char *slide_kind_name(SlideKind kind)
{
    return kind_names[kind];
}

const char *picture_tone_name(PictureTone tone)
{
    return tone_names[tone];
}

static void picture_free(Picture *picture)
{
    if (picture == NULL)
        return;
    for (size_t i = 0; i < picture->column_count; i++)
        free(picture->columns[i]);
    for (size_t i = 0; i < picture->row_count; i++)
        free(picture->rows[i].title);
    free(picture->rows);
    free(picture->unit);
    free(picture->scale);
    free(picture);
}

static void slide_free(Slide *slide)
{
    for (size_t i = 0; i < slide->point_count; i++) {
        free(slide->points[i].label);
        free(slide->points[i].text);
    }
    free(slide->points);
    picture_free(slide->picture);
    free(slide->id);
    free(slide->kicker);
    free(slide->title);
    free(slide->lead);
    free(slide->source);
    free(slide->notes);
}

void deck_free(Deck *deck)
{
    for (size_t i = 0; i < deck->count; i++)
        slide_free(&deck->slides[i]);
    free(deck->slides);
    free(deck->name);
    free(deck->title);
    free(deck->classification);
    string_list_free(&deck->sections);
    *deck = (Deck){0};
}

Slide *deck_add(DeckMaker *maker, SlideKind kind, const char *title)
{
    Deck *deck = maker->deck;
    if (deck->count == deck->capacity) {
        deck->capacity = deck->capacity > 0 ? 2 * deck->capacity : 16;
        deck->slides = memory_resize(deck->slides, deck->capacity, sizeof *deck->slides);
    }
    Slide *slide = &deck->slides[deck->count++];
    *slide = (Slide){.kind = kind, .title = string_copy(title), .section = deck->sections.count - 1};
    return slide;
}

void slide_point_take(Slide *slide, const char *label, char *text)
{
    if (text == NULL || *text == '\0') {
        free(text);
        return;
    }
    if (slide->point_count == slide->point_capacity) {
        slide->point_capacity = slide->point_capacity > 0 ? 2 * slide->point_capacity : 4;
        slide->points = memory_resize(slide->points, slide->point_capacity, sizeof *slide->points);
    }
    slide->points[slide->point_count++] = (SlidePoint){string_copy(label), text};
}

void slide_point(Slide *slide, const char *label, const char *text)
{
    slide_point_take(slide, label, string_copy(text));
}

void deck_section(DeckMaker *maker, const char *title)
{
    string_list_add(&maker->deck->sections, title);
}

static const char *property(const SheetRequest *request, SheetProperty name)
{
    const char *value = request->sheet != NULL ? sheet_property(request->sheet, name) : NULL;
    return value != NULL && *value != '\0' ? value : NULL;
}

static void add_title(DeckMaker *maker, const SheetRequest *request)
{
    const char *date = property(request, SHEET_DATE), *known_on = composition_data_date(&maker->composition);
    char today[DATE_SIZE];
    date_today(today);
    deck_section(maker, maker->deck->title);
    Slide *slide = deck_add(maker, SLIDE_TITLE, maker->deck->title);
    slide_point(slide, "For", property(request, SHEET_AUDIENCE));
    slide_point(slide, "By", property(request, SHEET_AUTHOR));
    slide_point_take(slide, "Date", date_words(date != NULL ? date : today));
    char *balance = composition_balance(&maker->composition), *unchecked = composition_unchecked(&maker->composition);
    char *known = date_words(known_on);
    slide->source = string_format("%s%s%s%s%s%s", balance != NULL ? balance : "", balance != NULL && unchecked != NULL ? " " : "",
                                  unchecked != NULL ? unchecked : "", known != NULL && (balance != NULL || unchecked != NULL) ? " " : "",
                                  known != NULL ? "As known on " : "", known != NULL ? known : "");
    free(balance);
    free(unchecked);
    free(known);
}

/* The slides of one group: its heading with what is in it, and its items. placed[0] is its first. */
static bool add_group(DeckMaker *maker, const PlacedEntry *placed, size_t count, Error *error)
{
    deck_section(maker, placed[0].title);
    Slide *heading = deck_add(maker, SLIDE_HEADING, placed[0].title);
    for (size_t i = 0; i < count; i++)
        slide_point(heading, NULL, placed[i].entry->item->title);
    for (size_t i = 0; i < count; i++)
        if (!deck_add_item(maker, placed[i].entry, error))
            return false;
    return true;
}

static bool add_groups(DeckMaker *maker, Error *error)
{
    PlacedEntry *placed = memory_zeroed(maker->composition.entry_count + 1, sizeof *placed);
    size_t count = composition_place(&maker->composition, placed);
    bool ok = true;
    for (size_t first = 0, end; ok && first < count; first = end) {
        for (end = first + 1; end < count && !placed[end].first; end++)
            ;
        ok = add_group(maker, &placed[first], end - first, error);
    }
    free(placed);
    return ok;
}

static void add_gone(DeckMaker *maker)
{
    Slide *slide = NULL;
    for (size_t i = 0; i < maker->composition.entry_count; i++) {
        const Entry *entry = &maker->composition.entries[i];
        if (entry->item != NULL)
            continue;
        if (slide == NULL) {
            deck_section(maker, "No longer in the data");
            slide = deck_add(maker, SLIDE_GONE, "No longer in the data");
        }
        slide_point(slide, NULL, entry->title != NULL ? entry->title : entry->id);
    }
}

/* Where what was shown is from, and under which licence it may be handed on. */
static void add_sources(DeckMaker *maker)
{
    const Composition *composition = &maker->composition;
    deck_section(maker, "Sources");
    Slide *slide = deck_add(maker, SLIDE_SOURCES, "Sources");
    for (size_t i = 0; i < composition->infos.count; i++) {
        const SourceInfo *info = &composition->infos.sources[i];
        if (!string_list_contains(&composition->sources, info->id))
            continue;
        char *date = date_words(info->date);
        slide_point_take(slide, NULL,
                         string_format("%s%s%s%s%s", info->cite != NULL ? info->cite : info->title, date != NULL ? ", " : "",
                                       date != NULL ? date : "", info->licence != NULL ? ". Licence: " : "",
                                       info->licence != NULL ? info->licence : ""));
        free(date);
    }
    slide->source = string_format("Slides made with gairo %s", PACKAGE_VERSION);
}

static bool make(DeckMaker *maker, const SheetRequest *request, Error *error)
{
    if (!composition_load(&maker->composition, request, error))
        return false;
    maker->deck->title = composition_title(&maker->composition, request);
    maker->deck->classification = string_copy(property(request, SHEET_CLASSIFICATION));
    maker->deck->name = string_copy(request->sheet != NULL ? request->sheet->name : NULL);
    add_title(maker, request);
    deck_add_balance(maker);
    if (!add_groups(maker, error))
        return false;
    deck_add_dates(maker);
    if (!deck_add_models(maker, error))
        return false;
    add_gone(maker);
    add_sources(maker);
    return true;
}

bool deck_compose(Store *store, const SheetRequest *request, Deck *deck, Error *error)
{
    char today[DATE_SIZE];
    date_today(today);
    DeckMaker maker = {.composition = {.store = store, .as_of = request->as_of != NULL ? request->as_of : today, .notes = NOTES_ALL},
                       .deck = deck};
    *deck = (Deck){0};
    bool ok = make(&maker, request, error);
    composition_free(&maker.composition);
    if (!ok)
        deck_free(deck);
    return ok;
}

Pace deck_pace(const Deck *deck, size_t slide, long planned, long seconds)
{
    Pace pace = {.minutes = seconds / 60};
    if (planned < 1 || slide >= deck->count)
        return pace;
    size_t last = slide;
    while (last + 1 < deck->count && deck->slides[last + 1].section == deck->slides[slide].section)
        last++;
    long count = (long)deck->count;
    pace.section_end = (planned * (long)(last + 1) + count - 1) / count;
    /* In seconds: it should be over by the end of its share, and not before the beginning of it. */
    long begin = planned * 60 * (long)slide / count, end = planned * 60 * (long)(slide + 1) / count;
    if (seconds > end)
        pace.late = (seconds - end) / 60;
    else if (seconds < begin)
        pace.late = -((begin - seconds) / 60);
    return pace;
}
