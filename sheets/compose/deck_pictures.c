/* Pictures of a deck: what of the sheet's items is counted, by area, by term, by effect; how open its models are; the dates of its
 * laws. */
#include "sheets/compose/deck_maker.h"
#include "sheets/compose/table.h"
#include "sheets/compose/words.h"

#include "core/memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define QUESTION_KINDS (KIND_BIT(KIND_RISK) | KIND_BIT(KIND_OPPORTUNITY))
#define QUESTIONS_MIN 2 /* fewer need no picture */

static Picture *picture_new(PictureKind kind, const char *unit, const char *scale)
{
    Picture *picture = memory_zeroed(1, sizeof *picture);
    picture->kind = kind;
    picture->unit = string_copy(unit);
    picture->scale = string_copy(scale);
    return picture;
}

static void add_column(Picture *picture, const char *title, PictureTone tone)
{
    picture->tones[picture->column_count] = tone;
    picture->columns[picture->column_count++] = string_copy(title);
}

static PictureRow *add_row(Picture *picture, const char *title)
{
    picture->rows = memory_resize(picture->rows, picture->row_count + 1, sizeof *picture->rows);
    PictureRow *row = &picture->rows[picture->row_count++];
    *row = (PictureRow){.title = string_copy(title)};
    return row;
}

/* The row of that title, which is added where there is none. */
static PictureRow *find_row(Picture *picture, const char *title)
{
    for (size_t i = 0; i < picture->row_count; i++)
        if (strcmp(picture->rows[i].title, title) == 0)
            return &picture->rows[i];
    return add_row(picture, title);
}

/* The column of that title, which is added where there is none and room for it; -1: no room. */
static int find_column(Picture *picture, const char *title)
{
    for (size_t i = 0; i < picture->column_count; i++)
        if (strcmp(picture->columns[i], title) == 0)
            return (int)i;
    if (picture->column_count == PICTURE_COLUMNS_MAX)
        return -1;
    add_column(picture, title, TONE_NONE);
    return (int)picture->column_count - 1;
}

/* Calls count for each link of a relation of an item, each target once, whichever sources say so. */
static void each_link(Picture *picture, const Item *item, const char *relation, Kind kind,
                      void (*count)(Picture *picture, const Item *item, const ItemLink *link))
{
    StringList told = {0};
    for (size_t i = 0; i < item->link_count; i++) {
        const ItemLink *link = &item->links[i];
        if (!link->forward || link->kind != kind || strcmp(link->relation, relation) != 0 || string_list_contains(&told, link->id))
            continue;
        string_list_add(&told, link->id);
        count(picture, item, link);
    }
    string_list_free(&told);
}

static void count_area(Picture *picture, const Item *item, const ItemLink *link)
{
    find_row(picture, link->title != NULL ? link->title : link->id)->amounts[item->kind == KIND_OPPORTUNITY]++;
}

/* Calls visit for each risk and opportunity of the sheet. */
static void each_question(const DeckMaker *maker, Picture *picture, void (*visit)(Picture *picture, const Item *item))
{
    for (size_t i = 0; i < maker->composition.entry_count; i++) {
        const Item *item = maker->composition.entries[i].item;
        if (item != NULL && (KIND_BIT(item->kind) & QUESTION_KINDS) != 0)
            visit(picture, item);
    }
}

static void visit_areas(Picture *picture, const Item *item)
{
    each_link(picture, item, "in", KIND_AREA, count_area);
}

static void add_areas(DeckMaker *maker)
{
    Picture *picture = picture_new(PICTURE_BARS, "items", NULL);
    add_column(picture, "Risks", TONE_RISK);
    add_column(picture, "Opportunities", TONE_OPPORTUNITY);
    each_question(maker, picture, visit_areas);
    Slide *slide = deck_add(maker, SLIDE_PICTURE, "Risks and opportunities, by area");
    slide->picture = picture;
    slide->source = string_copy("Counted over the items of this sheet; one that is in several areas counts in each.");
}

static void visit_effect(Picture *picture, const Item *item)
{
    static const char *const effects[] = {"raises", "lowers", "mixed", "unclear"};
    const ItemField *effect = item_field(item, "effect");
    size_t place = 0;
    while (place < 4 && (effect == NULL || effect->value == NULL || strcmp(effect->value, effects[place]) != 0))
        place++;
    find_row(picture, kind_definition(item->kind)->title_plural)->amounts[place]++;
}

static void add_effects(DeckMaker *maker)
{
    Picture *picture = picture_new(PICTURE_BARS, "items", NULL);
    add_column(picture, "raised", TONE_FULL);
    add_column(picture, "lowered", TONE_MEDIUM);
    add_column(picture, "mixed", TONE_LIGHT);
    add_column(picture, "unclear", TONE_UNKNOWN);
    add_column(picture, "not seen in the paper", TONE_NONE);
    each_question(maker, picture, visit_effect);
    Slide *slide = deck_add(maker, SLIDE_PICTURE, "What openness changes");
    slide->picture = picture;
    slide->source = string_copy("Marginal effect of openness on each risk and each opportunity of this sheet, compared with the same "
                                "model kept closed.");
}

static void count_stage(Picture *picture, const Item *item, const ItemLink *link)
{
    int column = find_column(picture, link->title != NULL ? link->title : link->id);
    for (size_t i = 0; column >= 0 && i < item->link_count; i++) {
        const ItemLink *area = &item->links[i];
        bool told = false;
        for (size_t j = 0; j < i && !told; j++)
            told = item->links[j].forward && strcmp(item->links[j].relation, "in") == 0 && strcmp(item->links[j].id, area->id) == 0;
        if (area->forward && area->kind == KIND_AREA && strcmp(area->relation, "in") == 0 && !told)
            find_row(picture, area->title != NULL ? area->title : area->id)->amounts[column]++;
    }
}

static void visit_stages(Picture *picture, const Item *item)
{
    each_link(picture, item, "at", KIND_STAGE, count_stage);
}

static void add_heat_map(DeckMaker *maker)
{
    Picture *picture = picture_new(PICTURE_GRID, NULL, "How many items of this sheet stand there: the darker, the more.");
    size_t most = 1;
    each_question(maker, picture, visit_stages);
    for (size_t i = 0; i < picture->row_count; i++)
        for (size_t j = 0; j < picture->column_count; j++)
            most = picture->rows[i].amounts[j] > most ? picture->rows[i].amounts[j] : most;
    for (size_t i = 0; i < picture->row_count; i++)
        for (size_t j = 0; j < picture->column_count; j++) {
            size_t amount = picture->rows[i].amounts[j];
            PictureTone tone = amount * 3 > most * 2 ? TONE_FULL : amount * 3 > most ? TONE_MEDIUM : TONE_LIGHT;
            picture->rows[i].tones[j] = amount == 0 ? TONE_NONE : tone;
            snprintf(picture->rows[i].marks[j], PICTURE_MARK_SIZE, "%zu", amount > 9999 ? (size_t)9999 : amount);
        }
    Slide *slide = deck_add(maker, SLIDE_PICTURE, "Where, and when");
    slide->picture = picture;
}

/* True where some item has a link of that relation. */
static bool has_link(const DeckMaker *maker, const char *relation)
{
    for (size_t i = 0; i < maker->composition.entry_count; i++) {
        const Item *item = maker->composition.entries[i].item;
        for (size_t j = 0; item != NULL && (KIND_BIT(item->kind) & QUESTION_KINDS) != 0 && j < item->link_count; j++)
            if (item->links[j].forward && strcmp(item->links[j].relation, relation) == 0)
                return true;
    }
    return false;
}

void deck_add_balance(DeckMaker *maker)
{
    if (composition_count(&maker->composition, QUESTION_KINDS) < QUESTIONS_MIN)
        return;
    deck_section(maker, "At a glance");
    if (has_link(maker, "in"))
        add_areas(maker);
    add_effects(maker);
    if (has_link(maker, "in") && has_link(maker, "at"))
        add_heat_map(maker);
}

static void add_model_rows(Picture *shares, Picture *matrix, const Item *item)
{
    static const PictureTone tones[] = {TONE_OPEN, TONE_SEMI_OPEN, TONE_CLOSED, TONE_NONE, TONE_NONE};
    PictureRow *bar = add_row(shares, item->title), *squares = add_row(matrix, item->title);
    for (size_t i = 0; i < COMPONENT_COUNT; i++) {
        const ItemCell *cell = cell_of(item, i);
        Openness openness = openness_of_cell(cell);
        const char *level = cell != NULL ? cell_level(i, cell->value) : NULL;
        bar->amounts[openness]++;
        squares->tones[i] = tones[openness];
        snprintf(squares->marks[i], PICTURE_MARK_SIZE, "%s", level != NULL ? level : openness == UNKNOWN ? "?" : "-");
    }
}

/* As in the explorer's matrix of models. */
static const char *const component_shorts[COMPONENT_COUNT] = {"pre", "fin", "ali", "pre", "sft", "ali",
                                                              "gen", "saf", "uti", "saf", "inf", "wts"};
static const char *const component_groups[COMPONENT_COUNT] = {[0] = "training", [6] = "evaluation", [10] = "deploy"};

bool deck_add_models(DeckMaker *maker, Error *error)
{
    if (composition_count(&maker->composition, KIND_BIT(KIND_MODEL)) == 0)
        return true;
    if (!load_component_titles(&maker->composition, error))
        return false;
    Picture *shares = picture_new(PICTURE_BARS, "components", NULL);
    Picture *matrix = picture_new(PICTURE_GRID, NULL,
                                  "C1 to C5 for code, D1 to D5 for data: from closed to open; ? unknown, - does not apply.");
    add_column(shares, "open", TONE_OPEN);
    add_column(shares, "semi-open", TONE_SEMI_OPEN);
    add_column(shares, "closed", TONE_CLOSED);
    add_column(shares, "unknown", TONE_UNKNOWN);
    add_column(shares, "does not apply", TONE_NONE);
    for (size_t i = 0; i < COMPONENT_COUNT; i++) {
        matrix->shorts[i] = component_shorts[i];
        matrix->groups[i] = component_groups[i];
        add_column(matrix, maker->composition.component_titles[i], TONE_NONE);
    }
    for (size_t i = 0; i < maker->composition.entry_count; i++) {
        const Item *item = maker->composition.entries[i].item;
        if (item != NULL && item->kind == KIND_MODEL)
            add_model_rows(shares, matrix, item);
    }
    deck_section(maker, "How open the models are");
    deck_add(maker, SLIDE_PICTURE, "How open the models are")->picture = shares;
    deck_add(maker, SLIDE_PICTURE, "Openness, part by part")->picture = matrix;
    return true;
}

/* "AI Act: applies (in general)": what a source says of the event tells those of one law apart. The caller owns it. */
static char *event_words(const LawDate *date)
{
    const char *text = date->event->text;
    return string_format("%s: %s%s%s%s", date->item->title, choice_title(date->event->type), text == NULL ? "" : " (",
                         text == NULL ? "" : text, text == NULL ? "" : ")");
}

void deck_add_dates(DeckMaker *maker)
{
    const Composition *composition = &maker->composition;
    size_t count;
    LawDate *dates = law_dates(composition, &count);
    if (count == 0)
        return;
    deck_section(maker, "Dates");
    Slide *slide = deck_add(maker, SLIDE_DATES, "Dates");
    for (size_t i = 0; i < count; i++) {
        const char *day = composition->as_of;
        bool passed = i > 0 && strcmp(dates[i - 1].event->date, day) <= 0;
        if (passed && strcmp(dates[i].event->date, day) > 0) {
            char *words = date_words(day);
            slide_point(slide, words, "the day the law is looked at");
            free(words);
        }
        char *words = date_words(dates[i].event->date);
        slide_point_take(slide, words, event_words(&dates[i]));
        free(words);
    }
    free(dates);
}
