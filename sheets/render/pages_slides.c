/* Slides on pages: a title, what is said as big as its page allows, and its source at the lower edge. */
#include "config.h"

#ifdef HAVE_PANGOCAIRO

#include "sheets/render/pages_state.h"

#include "core/memory.h"

#include <stdlib.h>
#include <string.h>

/* Shares of the usual size of letters, but for what is said to be in points. */
#define TITLE_SCALE 1.5
#define TITLE_SCALE_MIN 1.05
#define TITLE_SCALE_LEAST 0.6 /* where it would not fit on its page */
#define TITLE_SHARE 0.5       /* of a page's height, that a title may take */
#define TITLE_LINES 2 /* a longer title is set smaller, and cut where it is repeated */
#define OPENING_SCALE 1.6
#define SMALL_SCALE 0.9
#define BODY_SCALE_MAX 1.6
#define BODY_SCALE_MIN 0.85 /* smaller, and it takes several pages */
#define PAGES_SCALE_MIN 0.95 /* on these */
#define PICTURE_SCALE_MAX 1.8
#define PICTURE_SCALE_MIN 0.75
#define SCALE_STEP 0.05
#define ROOM_MIN 0.3 /* of a page: with less below it, a title has the page for itself */
#define HEAD_GAP 10.0 /* points, below the title's line */
#define FOOT_GAP 8.0  /* points, above the source */
#define RULE_WIDTH 36.0
#define LABEL_SHARE 0.36 /* of the width, that labels may take */
#define BULLET_INDENT 11.0
#define TWO_COLUMNS_FROM 7 /* points that are short */
#define COLUMN_GAP 18.0
#define POINT_GAP 4.0
#define ROOM_STEP 4.0 /* points */
#define REST_ABOVE 0.3 /* of what is left free on a slide, what is above its text */
#define REST_ABOVE_OPENING 0.38

/* A slide's parts; NULL: it has none. All else in it is what it says. */
typedef struct SlideParts {
    xmlNode *slide, *classification, *kicker, *title, *source;
    bool opens;               /* it is the title, or a section begins: it stands in the middle */
    bool has_picture;
    int level;                /* of its title in the outline */
} SlideParts;

static bool has_style(xmlNode *element, const char *style)
{
    char *value = pages_attribute(element, "style");
    bool same = pages_is(element, "p") && strcmp(value, style) == 0;
    xmlFree(value);
    return same;
}

static SlideParts parts_of(xmlNode *slide)
{
    SlideParts parts = {.slide = slide};
    char *kind = pages_attribute(slide, "kind");
    parts.opens = strcmp(kind, "title") == 0 || strcmp(kind, "heading") == 0;
    xmlFree(kind);
    parts.level = xmlHasProp(slide, (const xmlChar *)"begins-section") != NULL ? 2 : 3;
    for (xmlNode *node = slide->children; node != NULL; node = node->next) {
        if (node->type != XML_ELEMENT_NODE)
            continue;
        if (parts.classification == NULL && has_style(node, "classification"))
            parts.classification = node;
        else if (parts.kicker == NULL && has_style(node, "kicker"))
            parts.kicker = node;
        else if (parts.title == NULL && pages_is(node, "h"))
            parts.title = node;
        else if (parts.source == NULL && has_style(node, "source"))
            parts.source = node;
        else
            parts.has_picture = parts.has_picture || pages_is(node, "chart") || pages_is(node, "matrix");
    }
    return parts;
}

/* The title, in letters so big that it takes few lines. pages->scale is left at their size. */
static LaidText lay_out_title(Pages *pages, xmlNode *title, bool opens)
{
    pages->scale = opens ? OPENING_SCALE : TITLE_SCALE;
    for (;;) {
        LaidText text = text_lay_out(pages, title, NULL, TEXT_HEADING, pages->width);
        const bool few = pango_layout_get_line_count(text.layout) <= TITLE_LINES,
                   fits = laid_text_height(&text) <= TITLE_SHARE * pages->page_height;
        if (few || (pages->scale <= TITLE_SCALE_MIN && fits) || pages->scale <= TITLE_SCALE_LEAST)
            return text;
        laid_text_free(&text);
        pages->scale -= 0.15;
    }
}

/* The same with the word that it is continued, and without what then has no room on its lines. */
static LaidText lay_out_continued(Pages *pages, xmlNode *title, bool opens)
{
    LaidText whole = lay_out_title(pages, title, opens);
    char *words = string_format("%s, continued", pango_layout_get_text(whole.layout));
    LaidText text = string_lay_out(pages, words, TEXT_HEADING, pages->width);
    pango_layout_set_height(text.layout, -TITLE_LINES);
    pango_layout_set_ellipsize(text.layout, PANGO_ELLIPSIZE_MIDDLE);
    free(words);
    laid_text_free(&whole);
    return text;
}

/* Draws what stands above a slide's text from pages->y on, and moves that below it. */
static void draw_head(Pages *pages, const SlideParts *parts, bool continued)
{
    const double scale = pages->scale;
    if (parts->kicker != NULL) {
        pages->scale = SMALL_SCALE * 1.1;
        pages_paragraph(pages, parts->kicker, NULL, TEXT_KICKER, 0, 3);
    }
    if (parts->title != NULL) {
        LaidText title = (continued ? lay_out_continued : lay_out_title)(pages, parts->title, parts->opens);
        if (!continued)
            pages_place(pages, parts->title, parts->level);
        pages_tag(pages, continued ? "P" : parts->opens ? "H1" : "H2");
        laid_text_draw(pages, &title, pages->left, pages->y);
        pages_tag_end(pages);
        pages->y += laid_text_height(&title) + 5;
        laid_text_free(&title);
        pages_colour(pages, "1f4f7d");
        cairo_rectangle(pages->cairo, pages->left, pages->y, RULE_WIDTH, 1.5);
        cairo_fill(pages->cairo);
        pages->y += 1.5 + HEAD_GAP;
    }
    pages->scale = scale;
}

/* Draws the classification at the upper edge of the page and moves pages->y below it. */
static void draw_edge(Pages *pages, const SlideParts *parts)
{
    const double scale = pages->scale;
    pages->scale = SMALL_SCALE * 0.95;
    if (parts->classification != NULL)
        pages_paragraph(pages, parts->classification, NULL, TEXT_BOLD, 0, 8);
    pages->scale = scale;
}

void pages_slide_goes_on(Pages *pages)
{
    const SlideParts parts = parts_of(pages->slide);
    const double body = pages->top;
    pages->y = pages->edge;
    draw_edge(pages, &parts);
    draw_head(pages, &parts, true);
    pages->y = pages->y > body ? pages->y : body;
}

/* What the slide says, wherever a stylesheet of the user's put it. */
static void draw_body(Pages *pages, const SlideParts *parts)
{
    for (xmlNode *node = parts->slide->children; node != NULL; node = node->next)
        if (node->type == XML_ELEMENT_NODE && node != parts->classification && node != parts->kicker &&
            node != parts->title && node != parts->source)
            pages_block(pages, node);
}

/* How high the text is in letters of that size, on one page. */
static double body_height(const Pages *pages, const SlideParts *parts, double scale)
{
    Pages scratch = pages_scratch(pages);
    scratch.scale = scale;
    draw_body(&scratch, parts);
    pages_scratch_end(&scratch);
    return scratch.y;
}

/* How many pages the text takes in letters of that size, with so much room on each. */
static size_t body_pages(const Pages *pages, const SlideParts *parts, double scale, double room)
{
    Pages scratch = pages_scratch(pages);
    scratch.scale = scale;
    scratch.bottom = room;
    scratch.page = 1;
    draw_body(&scratch, parts);
    pages_scratch_end(&scratch);
    return scratch.page;
}

/* The height of the head. */
static double head_height(const Pages *pages, const SlideParts *parts, bool continued)
{
    Pages scratch = pages_scratch(pages);
    draw_head(&scratch, parts, continued);
    pages_scratch_end(&scratch);
    return scratch.y;
}

/* The biggest letters in which the text fits into the room; below least: it needs more pages. */
static double fitting_scale(const Pages *pages, const SlideParts *parts, double room, double least, double most)
{
    double scale = most;
    while (scale >= least - SCALE_STEP / 2 && body_height(pages, parts, scale) > room)
        scale -= SCALE_STEP;
    return scale;
}

/* The biggest letters in which the text takes no more pages than in the least. */
static double scale_on_pages(const Pages *pages, const SlideParts *parts, double room, double least, double most)
{
    const size_t needed = body_pages(pages, parts, least, room);
    double scale = least;
    while (scale + SCALE_STEP <= most && body_pages(pages, parts, scale + SCALE_STEP, room) <= needed)
        scale += SCALE_STEP;
    return scale;
}

/* The least room on each of as many pages as the text needs anyway, so that none stands nearly empty. */
static double even_room(const Pages *pages, const SlideParts *parts, double scale, double room)
{
    const size_t needed = body_pages(pages, parts, scale, room);
    double even = room;
    while (even - ROOM_STEP > room / 3 && body_pages(pages, parts, scale, even - ROOM_STEP) <= needed)
        even -= ROOM_STEP;
    return even;
}

/* The source, its last line at the lower edge of the area of the text. */
static void draw_source(Pages *pages, const SlideParts *parts, double bottom, bool draws, double *height)
{
    const double scale = pages->scale;
    pages->scale = SMALL_SCALE;
    *height = 0;
    if (parts->source != NULL) {
        LaidText text = text_lay_out(pages, parts->source, NULL, TEXT_SMALL, pages->width);
        *height = laid_text_height(&text);
        pages_tag(pages, "P");
        if (draws)
            laid_text_draw(pages, &text, pages->left, bottom - *height);
        pages_tag_end(pages);
        laid_text_free(&text);
    }
    pages->scale = scale;
}

/* Draws a slide of so much text that it goes on, below a head of that height with so much room, on one page or more. */
static void draw_going_on(Pages *pages, const SlideParts *parts, double head, double room)
{
    const double least = parts->has_picture ? PICTURE_SCALE_MIN : PAGES_SCALE_MIN, whole = pages->bottom - pages->top,
                 most = parts->has_picture ? PICTURE_SCALE_MAX : BODY_SCALE_MAX, continued = head_height(pages, parts, true);
    const bool alone = room < ROOM_MIN * whole; /* its title is */
    const double longer = alone || continued > head ? continued - head : 0, begin = pages->y + head + longer;
    room -= longer;
    pages->scale = scale_on_pages(pages, parts, room, least, most);
    pages->slide = parts->slide;
    pages->edge = pages->top;
    draw_head(pages, parts, false);
    pages->top = begin;
    pages->bottom = begin + even_room(pages, parts, pages->scale, room);
    if (alone)
        pages_break(pages);
    draw_body(pages, parts);
    pages->slide = NULL;
}

void pages_slide(Pages *pages, xmlNode *slide)
{
    const SlideParts parts = parts_of(slide);
    const double top = pages->top, bottom = pages->bottom, scale = pages->scale;
    double source_height, least = parts.has_picture ? PICTURE_SCALE_MIN : BODY_SCALE_MIN,
                          most = parts.has_picture ? PICTURE_SCALE_MAX : BODY_SCALE_MAX;
    if (pages->y > top)
        pages_break(pages);
    draw_edge(pages, &parts);
    draw_source(pages, &parts, bottom, false, &source_height);
    const double head = head_height(pages, &parts, false), room = bottom - pages->y - head - source_height -
                                                                  (source_height > 0 ? FOOT_GAP : 0);
    pages->scale = fitting_scale(pages, &parts, room, least, most);
    if (pages->scale >= least - SCALE_STEP / 2) {
        double free_room = room - body_height(pages, &parts, pages->scale);
        free_room = free_room > 0 ? free_room : 0;
        pages->y += parts.opens ? free_room * REST_ABOVE_OPENING : 0;
        draw_head(pages, &parts, false);
        pages->y += parts.opens ? 0 : free_room * REST_ABOVE;
        pages->bottom = bottom + 1e6; /* it was measured to fit */
        draw_body(pages, &parts);
    } else {
        draw_going_on(pages, &parts, head, room);
    }
    draw_source(pages, &parts, bottom, true, &source_height);
    pages->top = top;
    pages->bottom = pages->y = bottom;
    pages->scale = scale;
}

static double width_of(const LaidText *text)
{
    int width;
    pango_layout_get_size(text->layout, &width, NULL);
    return (double)width / PANGO_SCALE;
}

/* The width of the labels of the points, 0 where none has one; *widest is that of the widest text without. */
static double measure_points(Pages *pages, xmlNode *points, double *widest)
{
    double labels = 0;
    *widest = 0;
    for (xmlNode *point = pages_next(points->children, "point"); point != NULL; point = pages_next(point->next, "point")) {
        char *label = pages_attribute(point, "label");
        LaidText name = string_lay_out(pages, label, TEXT_LABEL, 0), text = text_lay_out(pages, point, NULL, TEXT_BODY, 0);
        labels = width_of(&name) > labels ? width_of(&name) : labels;
        *widest = width_of(&text) > *widest ? width_of(&text) : *widest;
        laid_text_free(&name);
        laid_text_free(&text);
        xmlFree(label);
    }
    return labels > pages->width * LABEL_SHARE ? pages->width * LABEL_SHARE : labels;
}

/* A point: its label, or a mark, and its text beside that, on one page. */
static void draw_point(Pages *pages, xmlNode *point, double labels)
{
    const double indent = labels > 0 ? labels + 12 * pages->scale : BULLET_INDENT * pages->scale;
    char *label = pages_attribute(point, "label");
    LaidText name = labels > 0 ? string_lay_out(pages, label, TEXT_LABEL, labels) : string_lay_out(pages, "•", TEXT_BODY, 0);
    LaidText text = text_lay_out(pages, point, NULL, TEXT_BODY, pages->width - indent);
    double height = laid_text_height(&text) > laid_text_height(&name) ? laid_text_height(&text) : laid_text_height(&name);
    pages_tag(pages, "P");
    pages_need(pages, height);
    laid_text_draw(pages, &name, pages->left, pages->y);
    if (pages->y + height <= pages->bottom) {
        laid_text_draw(pages, &text, pages->left + indent, pages->y);
        pages->y += height;
    } else { /* higher than a page */
        laid_text_flow(pages, &text, pages->left + indent);
    }
    pages_tag_end(pages);
    pages->y += POINT_GAP * pages->scale;
    laid_text_free(&name);
    laid_text_free(&text);
    xmlFree(label);
}

/* Short ones side by side, read downwards. */
static void draw_in_columns(Pages *pages, xmlNode *points, size_t count)
{
    const double left = pages->left, width = pages->width, top = pages->y;
    double lowest = top;
    size_t number = 0;
    pages->width = (width - COLUMN_GAP) / 2;
    for (xmlNode *point = pages_next(points->children, "point"); point != NULL; point = pages_next(point->next, "point")) {
        if (number++ == (count + 1) / 2) {
            pages->left = left + pages->width + COLUMN_GAP;
            pages->y = top;
        }
        draw_point(pages, point, 0);
        lowest = pages->y > lowest ? pages->y : lowest;
    }
    pages->left = left;
    pages->width = width;
    pages->y = lowest;
}

void pages_points(Pages *pages, xmlNode *points)
{
    double widest, labels = measure_points(pages, points, &widest);
    const double half = (pages->width - COLUMN_GAP) / 2 - BULLET_INDENT * pages->scale;
    size_t count = pages_count(points, "point");
    double columns_height = (double)((count + 1) / 2) * 20 * pages->scale;
    if (labels <= 0 && count >= TWO_COLUMNS_FROM && widest <= half && pages->y + columns_height <= pages->bottom) {
        draw_in_columns(pages, points, count);
        return;
    }
    for (xmlNode *point = pages_next(points->children, "point"); point != NULL; point = pages_next(point->next, "point"))
        draw_point(pages, point, labels);
}

#endif
