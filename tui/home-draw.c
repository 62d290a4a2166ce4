#include "config.h"

#include "core/unicode.h"
#include "tui/explorer.h"
#include "tui/home.h"

#include <stdio.h>
#include <stdlib.h>

#define OTHER_KINDS                                                                                                    \
    ((KIND_BIT(KIND_COUNT) - 1) &                                                                                      \
     ~(KIND_BIT(KIND_RISK) | KIND_BIT(KIND_OPPORTUNITY) | KIND_BIT(KIND_MITIGATION) | KIND_BIT(KIND_RECOMMENDATION) |  \
       KIND_BIT(KIND_INSTRUMENT) | KIND_BIT(KIND_PROVISION) | KIND_BIT(KIND_MODEL) | KIND_BIT(KIND_REFERENCE)))

const HomePlace home_places[] = {
    {ACTION_GO_AREAS, "Areas", KIND_BIT(KIND_AREA)},
    {ACTION_GO_RISKS, "Risks", KIND_BIT(KIND_RISK)},
    {ACTION_GO_OPPORTUNITIES, "Opportunities", KIND_BIT(KIND_OPPORTUNITY)},
    {ACTION_GO_MITIGATIONS, "Mitigations", KIND_BIT(KIND_MITIGATION)},
    {ACTION_GO_RECOMMENDATIONS, "Recommendations", KIND_BIT(KIND_RECOMMENDATION)},
    {ACTION_GO_LAW, "Law", KIND_BIT(KIND_INSTRUMENT) | KIND_BIT(KIND_PROVISION)},
    {ACTION_GO_MODELS, "Models", KIND_BIT(KIND_MODEL)},
    {ACTION_GO_REFERENCES, "References", KIND_BIT(KIND_REFERENCE)},
    {ACTION_GO_OTHERS, "Everything else", OTHER_KINDS},
    {ACTION_GO_BASKET, "Basket", 0},
    {ACTION_GO_SHEETS, "Sheets", 0},
    {ACTION_GO_BALANCE, "Balance", 0},
    {ACTION_GO_TIMELINE, "Timeline", 0},
    {ACTION_GO_HEATMAP, "Areas and stages", 0},
    {ACTION_GO_OPENNESS, "Openness by year", 0},
    {ACTION_GO_DISTRIBUTION, "By component", 0},
};
const size_t home_place_count = sizeof home_places / sizeof *home_places;

#define PLACE_COLUMNS 24    /* of the column of places, with the margin */
#define COLUMN_GAP 0        /* between the picture and the places, which begin with a blank */
#define TWO_COLUMNS_FROM 72 /* screen columns */
#define THREE_COLUMNS_FROM 120
#define PICTURE_COLUMNS_MIN 57
#define PICTURE_COLUMNS_MAX 96
#define PREVIEW_COLUMNS_MAX 80
#define RULE 3 /* before the preview, with a blank on each side */
#define BAR_COLUMNS_PER_ITEM 3 /* at most */
#define BARS_COLUMNS_MIN 8     /* both sides together */
#define HEADING_COLUMNS 13     /* of "opportunities" */
#define RISKS_COLUMNS 5        /* of "risks" */
#define HEADINGS_FROM_ROWS 4   /* of a column: below it the heading of what is focused may scroll away */

/* Where the parts of the picture stand; all rows share it. */
typedef struct Picture {
    int title_columns;
    int number_columns; /* of a count */
    int left_bar;       /* its first column; the bar grows to the left from its end */
    int middle;         /* of the rule between risks and opportunities */
    int right_bar;
    int bar_columns;
    int maximum; /* the largest count */
} Picture;

static Picture picture_of(const HomeView *home, int columns)
{
    Picture picture = {0};
    int longest = 0;
    for (size_t i = 0; i < home->areas.count; i++) {
        const AreaCount *area = &home->areas.rows[i];
        int width = text_width(area->area_title);
        longest = width > longest ? width : longest;
        picture.maximum = area->risks > picture.maximum ? area->risks : picture.maximum;
        picture.maximum = area->opportunities > picture.maximum ? area->opportunities : picture.maximum;
    }
    picture.number_columns = picture.maximum > 999 ? 4 : picture.maximum > 99 ? 3 : 2;
    int fixed = 2 * (picture.number_columns + 1) + 4; /* both numbers, the rule, the gap after the title */
    int bars = columns - 2 - longest - fixed;
    if (bars < BARS_COLUMNS_MIN) { /* long titles give way to bars that can be compared */
        longest -= BARS_COLUMNS_MIN - bars;
        longest = longest < 8 ? 8 : longest;
        bars = columns - 2 - longest - fixed;
    }
    picture.bar_columns = bars / 2 < 1 ? 1 : bars / 2;
    if (picture.maximum > 0 && picture.bar_columns > picture.maximum * BAR_COLUMNS_PER_ITEM) {
        picture.bar_columns = picture.maximum * BAR_COLUMNS_PER_ITEM;
    }
    picture.title_columns = longest;
    picture.left_bar = 2 + longest + 1 + picture.number_columns + 1;
    picture.middle = picture.left_bar + picture.bar_columns + 1;
    picture.right_bar = picture.middle + 2;
    return picture;
}

/* Whether the scope leaves areas of the near and mid term, which come first. */
static bool has_earlier_terms(const HomeView *home)
{
    for (size_t i = 0; i < home->areas.count; i++) {
        if (!home->areas.rows[i].long_term) {
            return true;
        }
    }
    return false;
}

/* headings: what is counted to the left and to the right, over the first of the terms. */
static void draw_term(const Picture *picture, const Canvas *canvas, int row, bool long_term, bool headings,
                      int heading_room)
{
    /* The word may reach over the column of places, whose first row is empty where all of them fit. */
    Canvas wide = *canvas;
    wide.columns += heading_room;
    int missing = picture->right_bar + HEADING_COLUMNS + 1 - wide.columns, shift = missing > 0 ? missing : 0;
    int risks_at = picture->middle - 1 - shift - RISKS_COLUMNS, room = headings ? risks_at - 3 : picture->title_columns;
    canvas_field(canvas, row, 2, room < picture->title_columns ? room : picture->title_columns, false, STYLE_QUIET,
                 long_term ? "Long term" : "Near and mid term");
    if (headings) {
        canvas_text(canvas, row, risks_at, STYLE_RISK, "risks");
        if (shift == 0) { /* else it would not stand over the others */
            canvas_text(canvas, row, picture->middle, STYLE_QUIET, glyph(GLYPH_VERTICAL));
        }
        canvas_text(&wide, row, picture->right_bar - shift, STYLE_OPPORTUNITY, "opportunities");
    }
}

static void draw_area(const HomeView *home, const Picture *picture, const Canvas *canvas, int row, size_t index,
                      bool focused)
{
    const AreaCount *area = &home->areas.rows[index];
    int risks = bar_length(area->risks, picture->maximum, picture->bar_columns);
    int opportunities = bar_length(area->opportunities, picture->maximum, picture->bar_columns);
    char number[16];
    canvas_field(canvas, row, 2, picture->title_columns, false, focused ? STYLE_FOCUS : STYLE_NORMAL, area->area_title);
    snprintf(number, sizeof number, "%d", area->risks);
    canvas_field(canvas, row, picture->middle - 2 - risks - picture->number_columns, picture->number_columns, true,
                 STYLE_NORMAL, number);
    canvas_repeat(canvas, row, picture->middle - 1 - risks, risks, STYLE_RISK, GLYPH_BAR);
    canvas_text(canvas, row, picture->middle, STYLE_QUIET, glyph(GLYPH_VERTICAL));
    canvas_repeat(canvas, row, picture->right_bar, opportunities, STYLE_OPPORTUNITY, GLYPH_BAR);
    canvas_format(canvas, row, picture->right_bar + opportunities + 1, STYLE_NORMAL, "%d", area->opportunities);
}

static void draw_pipeline(const HomeView *home, const Canvas *canvas, int row, size_t index, bool focused)
{
    const PipelineCounts *counts = &home->observations.pipelines[index];
    static const Style styles[3] = {STYLE_CLOSED, STYLE_SEMI_OPEN, STYLE_OPEN};
    static const Glyph glyphs[3] = {GLYPH_BAR, GLYPH_BAR_MEDIUM, GLYPH_BAR_LIGHT};
    int parts[3] = {counts->closed, counts->semi_open, counts->open}, lengths[3];
    int total = counts->closed + counts->semi_open + counts->open;
    int room = canvas->columns - 14 - 28, columns = room < 10 ? 10 : room > 60 ? 60 : room;
    int at = 14;
    canvas_field(canvas, row, 2, 11, false, focused ? STYLE_FOCUS : STYLE_NORMAL, counts->pipeline);
    bar_split(parts, 3, columns, lengths);
    for (int i = 0; i < 3; i++) {
        canvas_repeat(canvas, row, at, lengths[i], styles[i], glyphs[i]);
        at += lengths[i];
    }
    if (total > 0) {
        canvas_format(canvas, row, at + 2, STYLE_NORMAL, "%3d%% closed  %3d%% open",
                      (counts->closed * 100 + total / 2) / total, (counts->open * 100 + total / 2) / total);
    }
}

static void draw_legend(const Canvas *canvas, int row)
{
    int at = 14;
    at += canvas_format(canvas, row, at, STYLE_CLOSED, "%s ", glyph(GLYPH_BAR));
    at += canvas_text(canvas, row, at, STYLE_QUIET, "closed   ");
    at += canvas_format(canvas, row, at, STYLE_SEMI_OPEN, "%s ", glyph(GLYPH_BAR_MEDIUM));
    at += canvas_text(canvas, row, at, STYLE_QUIET, "semi-open   ");
    at += canvas_format(canvas, row, at, STYLE_OPEN, "%s ", glyph(GLYPH_BAR_LIGHT));
    canvas_text(canvas, row, at, STYLE_QUIET, "open");
}

size_t home_place_count_of(const HomeView *home, const HomePlace *place)
{
    size_t count = 0;
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        count += (place->kinds & KIND_BIT(kind)) != 0 ? home->counts[kind] : 0;
    }
    return count;
}

static void draw_place(const HomeView *home, const Canvas *canvas, int row, size_t index, bool focused)
{
    const HomePlace *place = &home_places[index];
    char key[24], number[24];
    size_t count = home_place_count_of(home, place);
    action_key(explorer_keys(home->view.explorer), place->action, true, key, sizeof key);
    canvas_text(canvas, row, 2, STYLE_KEY, key);
    canvas_text(canvas, row, 4, focused ? STYLE_FOCUS : STYLE_NORMAL, place->title);
    if (place->kinds != 0) {
        snprintf(number, sizeof number, count < 10000 ? "%zu" : "%zuk", count < 10000 ? count : count / 1000);
        canvas_field(canvas, row, 4 + 15, 4, true, STYLE_QUIET, number);
    }
}

static void draw_words(const HomeView *home, const Canvas *canvas, int row)
{
    char *words = paper_words_text(&home->words);
    canvas_text(canvas, row, 2, STYLE_QUIET, words);
    free(words);
}

static void draw_line(const HomeView *home, const Picture *picture, const Canvas *canvas, int row, HomeLine line,
                      bool focused)
{
    switch (line.type) {
    case HOME_TERM:
        draw_term(picture, canvas, row, line.index == 1, line.index != 1 || !has_earlier_terms(home), home->heading_room);
        break;
    case HOME_AREA:
        draw_area(home, picture, canvas, row, line.index, focused);
        break;
    case HOME_MODELS:
        canvas_format(canvas, row, 2, STYLE_QUIET, "What %d model%s, %d to %d", home->observations.models,
                      home->observations.models == 1 ? " shows" : "s show",
                      home->observations.first_year, home->observations.last_year);
        break;
    case HOME_PIPELINE:
        draw_pipeline(home, canvas, row, line.index, focused);
        break;
    case HOME_LEGEND:
        draw_legend(canvas, row);
        break;
    case HOME_UNCHECKED:
        draw_words(home, canvas, row);
        break;
    case HOME_DATE:
        canvas_format(canvas, row, 2, STYLE_QUIET, "as known on %s",
                      home->date == NULL ? "an unknown date" : home->date);
        break;
    case HOME_PLACE:
        draw_place(home, canvas, row, line.index, focused);
        break;
    case HOME_BLANK:
        break;
    }
}

/* Draws a column's lines from its top, scrolled so that its focus is seen. */
static void draw_column(HomeView *home, int number, const Canvas *canvas)
{
    HomeColumn *column = &home->columns[number];
    Picture picture = picture_of(home, canvas->columns - COLUMN_GAP);
    size_t rows = (size_t)canvas->rows;
    column->area = *canvas;
    if (column->count <= rows || column->focus < column->top) {
        column->top = column->count <= rows ? 0 : column->focus;
    } else if (column->focus >= column->top + rows && rows > 0) {
        column->top = column->focus - rows + 1;
    }
    if (rows >= HEADINGS_FROM_ROWS && column->top > 0 && column->focus == column->top &&
        column->lines[column->top - 1].type == HOME_TERM) {
        column->top--; /* what the focused line stands under comes back with it */
    }
    for (size_t row = 0; row < rows && column->top + row < column->count; row++) {
        size_t index = column->top + row;
        bool focused = home->column == number && index == column->focus;
        draw_line(home, &picture, canvas, (int)row, column->lines[index], focused);
        if (focused && home->in_preview) {
            canvas_text(canvas, (int)row, 0, STYLE_QUIET, glyph(GLYPH_DOT));
        } else if (focused) {
            canvas_text(canvas, (int)row, 0, STYLE_FOCUS, ">");
            canvas_cursor(canvas, (int)row, 0);
        }
    }
}

/* The picture and the places beside it; where there is room, what the focused line stands for. */
static void draw_beside(HomeView *home, const Canvas *canvas)
{
    bool wide = canvas->columns >= THREE_COLUMNS_FROM;
    int preview = wide ? canvas->columns - PLACE_COLUMNS - RULE - PICTURE_COLUMNS_MIN : 0;
    preview = preview > PREVIEW_COLUMNS_MAX ? PREVIEW_COLUMNS_MAX : preview;
    int picture = canvas->columns - PLACE_COLUMNS - preview - (wide ? RULE : 0);
    picture = picture > PICTURE_COLUMNS_MAX ? PICTURE_COLUMNS_MAX : picture;
    Canvas left = canvas_part(canvas, 0, 0, canvas->rows, picture);
    home->heading_room = home->columns[1].count <= (size_t)canvas->rows ? HEADING_COLUMNS : 0;
    Canvas right = canvas_part(canvas, 0, picture, canvas->rows, PLACE_COLUMNS);
    home->in_preview = home->in_preview && wide;
    draw_column(home, 0, &left);
    draw_column(home, 1, &right);
    if (wide) {
        int at = picture + PLACE_COLUMNS;
        Canvas third = canvas_part(canvas, 0, at + RULE - 1, canvas->rows, preview + 1);
        canvas_rule(canvas, at);
        pager_draw(&home->preview.pager, &third, home->in_preview);
    }
}

void home_draw(View *view, const Canvas *canvas)
{
    HomeView *home = (HomeView *)view;
    home->preview.pager.area = (Canvas){0};
    if (canvas->columns >= TWO_COLUMNS_FROM) {
        draw_beside(home, canvas);
        return;
    }
    home->in_preview = false;
    home->heading_room = 0;
    /* One below the other: as much of the places as fits, the rest of the room for the picture. */
    int places = home->column == 1 ? canvas->rows / 2 + 1 : canvas->rows > 24 ? 10 : canvas->rows / 3;
    Canvas upper = canvas_part(canvas, 0, 0, canvas->rows - places - 1, canvas->columns);
    Canvas lower = canvas_part(canvas, canvas->rows - places, 0, places, canvas->columns);
    draw_column(home, 0, &upper);
    draw_column(home, 1, &lower);
}
