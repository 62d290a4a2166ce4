/* Running text on pages: styles, links, and lines over several pages. */
#include "config.h"

#ifdef HAVE_PANGOCAIRO

#include "sheets/render/pages_state.h"

#include "core/memory.h"
#include "core/text.h"

#include <stdlib.h>
#include <string.h>

#define SANS "Liberation Sans, DejaVu Sans, Sans"
#define MONO "DejaVu Sans Mono, Liberation Mono, Monospace"

static const struct {
    double size;
    bool bold;
    const char *colour;
} styles[TEXT_STYLE_COUNT] = {
    [TEXT_BODY] = {9.5, false, "1d2126"},       [TEXT_TITLE] = {19, true, "1d2126"},
    [TEXT_HEADING] = {13, true, "1f4f7d"},      [TEXT_SUBHEADING] = {11, true, "1d2126"},
    [TEXT_KICKER] = {8.5, true, "1f4f7d"},      [TEXT_SMALL] = {7.5, false, "545c66"},
    [TEXT_SUMMARY] = {10.5, false, "1d2126"},   [TEXT_CELL] = {7.5, false, "1d2126"},
    [TEXT_CELL_HEAD] = {7.5, true, "1d2126"},   [TEXT_CAPTION] = {8, true, "545c66"},
    [TEXT_BOLD] = {9.5, true, "1d2126"},        [TEXT_FACTS] = {8.5, false, "1d2126"},
    [TEXT_SHORT_TITLE] = {17, true, "1d2126"},  [TEXT_LABEL] = {9.5, false, "545c66"},
};

/* How many letters are of a style of that size or a smaller one. */
static size_t letters_up_to(const Pages *pages, double size)
{
    size_t count = 0;
    for (size_t i = 0; i < TEXT_STYLE_COUNT; i++)
        count += styles[i].size <= size ? pages->letters[i] : 0;
    return count;
}

double pages_letter_size(const Pages *pages)
{
    double size = 0;
    size_t all = letters_up_to(pages, 1000);
    for (size_t i = 0; i < TEXT_STYLE_COUNT; i++)
        if (all > 0 && 2 * letters_up_to(pages, styles[i].size) >= all && (size == 0 || styles[i].size < size))
            size = styles[i].size;
    return size * pages->scale;
}

static void set_colour(PangoAttrList *attributes, const char *hex, int start, int end)
{
    unsigned long value = strtoul(hex, NULL, 16);
    PangoAttribute *colour = pango_attr_foreground_new((guint16)((value >> 16 & 0xFF) * 257),
                                                       (guint16)((value >> 8 & 0xFF) * 257), (guint16)((value & 0xFF) * 257));
    colour->start_index = (guint)start;
    colour->end_index = (guint)end;
    pango_attr_list_insert(attributes, colour);
}

static void insert(PangoAttrList *attributes, PangoAttribute *attribute, int start, int end)
{
    attribute->start_index = (guint)start;
    attribute->end_index = (guint)end;
    pango_attr_list_insert(attributes, attribute);
}

/* Text while it is collected from elements. */
typedef struct Collected {
    Text text;
    PangoAttrList *attributes;
    TextLink *links;
    size_t link_count;
} Collected;

/* A link's attributes; what could end the string is escaped. */
static void add_link(Collected *collected, int start, int end, const char *kind, const char *target)
{
    Text attributes = {0};
    text_append_format(&attributes, "%s='", kind);
    for (const char *place = target; *place != '\0'; place++) {
        if (*place == '\'' || *place == '\\')
            text_append_character(&attributes, '\\');
        text_append_character(&attributes, *place);
    }
    text_append_character(&attributes, '\'');
    collected->links = memory_resize(collected->links, collected->link_count + 1, sizeof *collected->links);
    collected->links[collected->link_count++] = (TextLink){start, end, text_take(&attributes)};
    set_colour(collected->attributes, "1f4f7d", start, end);
}

static void link_of(Pages *pages, Collected *collected, xmlNode *node, int start, int end)
{
    char *href = pages_attribute(node, "href"), *to = pages_attribute(node, "to"), *number = pages_attribute(node, "number");
    if (*href != '\0')
        add_link(collected, start, end, "uri", href);
    else if (*to != '\0' && xmlHashLookup(pages->places, (const xmlChar *)to) != NULL)
        add_link(collected, start, end, "dest", to);
    if (pages_is(node, "n") && *number != '\0') {
        char *place = string_format("reference-%s", number);
        if (xmlHashLookup(pages->places, (const xmlChar *)place) != NULL)
            add_link(collected, start, end, "dest", place);
        free(place);
    }
    xmlFree(href);
    xmlFree(to);
    xmlFree(number);
}

static void style_of(Collected *collected, xmlNode *node, int start, int end)
{
    if (xmlHasProp(node, (const xmlChar *)"b"))
        insert(collected->attributes, pango_attr_weight_new(PANGO_WEIGHT_BOLD), start, end);
    if (xmlHasProp(node, (const xmlChar *)"i"))
        insert(collected->attributes, pango_attr_style_new(PANGO_STYLE_ITALIC), start, end);
    if (xmlHasProp(node, (const xmlChar *)"m"))
        insert(collected->attributes, pango_attr_family_new(MONO), start, end);
}

static void collect(Pages *pages, Collected *collected, xmlNode *element)
{
    for (xmlNode *node = element->children; node != NULL; node = node->next) {
        int start = (int)collected->text.length;
        if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
            text_append(&collected->text, (const char *)node->content);
        } else if (node->type == XML_ELEMENT_NODE) {
            collect(pages, collected, node);
            style_of(collected, node, start, (int)collected->text.length);
            link_of(pages, collected, node, start, (int)collected->text.length);
        }
    }
}

static LaidText lay_out(Pages *pages, Collected *collected, TextStyle style, double width)
{
    PangoLayout *layout = pango_cairo_create_layout(pages->cairo);
    PangoFontDescription *font = pango_font_description_from_string(SANS);
    pango_font_description_set_absolute_size(font, styles[style].size * pages->scale * PANGO_SCALE);
    if (styles[style].bold)
        pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_width(layout, width > 0 ? (int)(width * PANGO_SCALE) : -1);
    double spacing = ((style == TEXT_BODY || style == TEXT_SUMMARY || style == TEXT_LABEL) && !pages->short_form ? 1.18 : 1.08) * pages->spacing;
    pango_layout_set_line_spacing(layout, (float)spacing);
    pango_layout_set_text(layout, collected->text.data != NULL ? collected->text.data : "", (int)collected->text.length);
    pango_layout_set_attributes(layout, collected->attributes);
    pages->letters[style] += collected->text.length;
    pango_attr_list_unref(collected->attributes);
    text_free(&collected->text);
    return (LaidText){layout, collected->links, collected->link_count};
}

static Collected collected_start(TextStyle style)
{
    Collected collected = {.attributes = pango_attr_list_new()};
    set_colour(collected.attributes, styles[style].colour, 0, G_MAXINT);
    return collected;
}

LaidText text_lay_out(Pages *pages, xmlNode *element, const char *prefix, TextStyle style, double width)
{
    Collected collected = collected_start(style);
    text_append(&collected.text, prefix);
    collect(pages, &collected, element);
    return lay_out(pages, &collected, style, width);
}

LaidText string_lay_out(Pages *pages, const char *string, TextStyle style, double width)
{
    Collected collected = collected_start(style);
    text_append(&collected.text, string);
    return lay_out(pages, &collected, style, width);
}

void laid_text_free(LaidText *text)
{
    for (size_t i = 0; i < text->link_count; i++)
        free(text->links[i].attributes);
    free(text->links);
    g_object_unref(text->layout);
    *text = (LaidText){0};
}

double laid_text_height(const LaidText *text)
{
    int height;
    pango_layout_get_size(text->layout, NULL, &height);
    return (double)height / PANGO_SCALE;
}

/* Marks where the links of a line are. */
static void mark_links(Pages *pages, const LaidText *text, PangoLayoutLine *line, double x, double y, double height)
{
    for (size_t i = 0; i < text->link_count; i++) {
        const TextLink *link = &text->links[i];
        int *ranges = NULL, count = 0;
        int from = link->start > line->start_index ? link->start : line->start_index;
        int to = link->end < line->start_index + line->length ? link->end : line->start_index + line->length;
        if (from >= to)
            continue;
        pango_layout_line_get_x_ranges(line, from, to, &ranges, &count);
        for (int j = 0; j < count; j++) {
            double begin = (double)ranges[2 * j] / PANGO_SCALE, end = (double)ranges[2 * j + 1] / PANGO_SCALE;
            char *attributes = string_format("rect=[%.2f %.2f %.2f %.2f] %s", x + begin, y, end - begin, height,
                                             link->attributes);
            cairo_tag_begin(pages->cairo, CAIRO_TAG_LINK, attributes);
            cairo_tag_end(pages->cairo, CAIRO_TAG_LINK);
            free(attributes);
        }
        g_free(ranges);
    }
}

/* The line that an iterator is at, the text's upper edge at y. */
static void draw_line(Pages *pages, const LaidText *text, PangoLayoutIter *lines, double x, double y, double top, double below)
{
    PangoRectangle area;
    PangoLayoutLine *line = pango_layout_iter_get_line_readonly(lines);
    pango_layout_iter_get_line_extents(lines, NULL, &area);
    cairo_move_to(pages->cairo, x + (double)area.x / PANGO_SCALE,
                  y + (double)pango_layout_iter_get_baseline(lines) / PANGO_SCALE);
    pango_cairo_show_layout_line(pages->cairo, line);
    mark_links(pages, text, line, x, y + top, below - top);
}

/* Where the line that an iterator is at begins and ends. */
static void line_range(PangoLayoutIter *lines, double *top, double *below)
{
    int first, last;
    pango_layout_iter_get_line_yrange(lines, &first, &last);
    *top = (double)first / PANGO_SCALE;
    *below = (double)last / PANGO_SCALE;
}

void laid_text_draw(Pages *pages, const LaidText *text, double x, double y)
{
    laid_text_draw_part(pages, text, x, y, 0, laid_text_height(text) + 1);
}

double laid_text_draw_part(Pages *pages, const LaidText *text, double x, double y, double from, double room)
{
    PangoLayoutIter *lines = pango_layout_get_iter(text->layout);
    double end = from;
    do {
        double top, below;
        line_range(lines, &top, &below);
        if (top < from - 0.01)
            continue;
        if (below > from + room)
            break;
        draw_line(pages, text, lines, x, y - from, top, below);
        end = below;
    } while (pango_layout_iter_next_line(lines));
    pango_layout_iter_free(lines);
    return end;
}

void laid_text_flow(Pages *pages, const LaidText *text, double x)
{
    PangoLayoutIter *lines = pango_layout_get_iter(text->layout);
    int count = pango_layout_get_line_count(text->layout), line = 0;
    double y = pages->y;
    do {
        double top, below;
        line_range(lines, &top, &below);
        /* The last line does not go on to the next page alone. */
        bool with_next = ++line == count - 1 && line > 2;
        if (pages_need(pages, (below - top) * (with_next ? 2 : 1)))
            y = pages->y - top;
        draw_line(pages, text, lines, x, y, top, below);
        pages->y = y + below;
    } while (pango_layout_iter_next_line(lines));
    pango_layout_iter_free(lines);
}

#endif
