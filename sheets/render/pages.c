#include "config.h"

#include "sheets/render/pages.h"

#include <string.h>

#define DOCUMENT_NAMESPACE "urn:gairo:document:1"

#ifndef HAVE_PANGOCAIRO

bool pages_draw(const char *name, xmlDocPtr document, Text *output, DrawnPages *pages, Error *error)
{
    (void)document, (void)output, (void)pages;
    error_set_at(error, ERROR_UNSUPPORTED, name, 0, "this build of gairo draws no pages: it lacks pango and cairo");
    return false;
}

void pages_prepare_office(xmlDocPtr document)
{
    (void)document;
}

#else

#include "core/frame.h"
#include "core/memory.h"
#include "sheets/render/pages_state.h"

#include <libxml/hash.h>
#include <stdlib.h>

/* A slide in points: small, so that its text is big where it fills a screen. */
#define SLIDE_WIDTH 480.0
#define SLIDE_HEIGHT 270.0
#define SLIDE_MARGIN 30.0
#define SLIDE_FOOTER 13.0
/* A4 (ISO 216) in points. */
#define A4_SHORT 595.276
#define A4_LONG 841.89
#define MARGIN 58.0
#define SHORT_MARGIN 42.0 /* of a sheet that is meant for few pages */
#define KEPT_BELOW 28.0 /* of what follows a label, which does not stand alone at a page's end */
#define FOOTER 26.0 /* the page number's distance from the lower edge */

char *pages_attribute(xmlNode *element, const char *name)
{
    xmlChar *value = xmlGetNoNsProp(element, (const xmlChar *)name);
    return (char *)(value != NULL ? value : xmlStrdup((const xmlChar *)""));
}

bool pages_is(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

xmlNode *pages_next(xmlNode *node, const char *name)
{
    while (node != NULL && !pages_is(node, name))
        node = node->next;
    return node;
}

size_t pages_count(xmlNode *parent, const char *name)
{
    size_t count = 0;
    for (xmlNode *node = parent->children; node != NULL; node = node->next)
        count += pages_is(node, name);
    return count;
}

void pages_colour(Pages *pages, const char *hex)
{
    unsigned long value = strtoul(hex, NULL, 16);
    cairo_set_source_rgb(pages->cairo, (double)(value >> 16 & 0xFF) / 255, (double)(value >> 8 & 0xFF) / 255,
                         (double)(value & 0xFF) / 255);
}

void pages_tag(Pages *pages, const char *tag)
{
    pages->open_tag = tag;
    cairo_tag_begin(pages->cairo, tag, NULL);
}

void pages_tag_end(Pages *pages)
{
    if (pages->open_tag != NULL)
        cairo_tag_end(pages->cairo, pages->open_tag);
    pages->open_tag = NULL;
}

/* "2 / 7" at the lower edge, behind the classification. */
static void draw_footer(Pages *pages)
{
    char *words = string_format("%s%zu / %zu", pages->footer, pages->page, pages->total);
    const double scale = pages->scale;
    pages->scale = 1;
    LaidText text = string_lay_out(pages, words, TEXT_SMALL, pages->width);
    pango_layout_set_alignment(text.layout, PANGO_ALIGN_RIGHT);
    if (pages->slides) { /* it stands above in full, and there is room for a line below the source */
        pango_layout_set_height(text.layout, -1);
        pango_layout_set_ellipsize(text.layout, PANGO_ELLIPSIZE_MIDDLE);
    }
    laid_text_draw(pages, &text, pages->left, pages->page_height - (pages->slides ? SLIDE_FOOTER : FOOTER) - laid_text_height(&text));
    laid_text_free(&text);
    pages->scale = scale;
    free(words);
}

void pages_break(Pages *pages)
{
    const char *tag = pages->open_tag;
    pages_tag_end(pages);
    draw_footer(pages);
    cairo_show_page(pages->cairo);
    pages->page++;
    pages->y = pages->top;
    if (pages->slide != NULL)
        pages_slide_goes_on(pages);
    if (tag != NULL)
        pages_tag(pages, tag);
}

bool pages_need(Pages *pages, double height)
{
    if (pages->y + height <= pages->bottom || pages->y <= pages->top)
        return false;
    pages_break(pages);
    return true;
}

/* Makes the element a place that links and the outline lead to. */
static void draw_place(Pages *pages, xmlNode *element)
{
    char *id = pages_attribute(element, "id");
    if (*id != '\0' && strpbrk(id, "'\\") == NULL) {
        char *attributes = string_format("name='%s' x=%.2f y=%.2f internal", id, pages->left, pages->y);
        cairo_tag_begin(pages->cairo, CAIRO_TAG_DEST, attributes);
        cairo_tag_end(pages->cairo, CAIRO_TAG_DEST);
        free(attributes);
        size_t *page = xmlHashLookup(pages->places, (const xmlChar *)id);
        if (page != NULL)
            *page = pages->page;
    }
    xmlFree(id);
}

static void add_outline(Pages *pages, xmlNode *heading, int level)
{
    char *id = pages_attribute(heading, "id");
    xmlChar *title = xmlNodeGetContent(heading);
    if (pages->total > 0 && *id != '\0' && title != NULL && strpbrk(id, "'\\") == NULL) {
        char *attributes = string_format("dest='%s'", id);
        int parent = level == 2 ? CAIRO_PDF_OUTLINE_ROOT : pages->outline;
        int entry = cairo_pdf_surface_add_outline(pages->surface, parent, (const char *)title, attributes,
                                                  level == 2 ? CAIRO_PDF_OUTLINE_FLAG_BOLD : 0);
        if (level == 2)
            pages->outline = entry;
        free(attributes);
    }
    xmlFree(title);
    xmlFree(id);
}

void pages_place(Pages *pages, xmlNode *heading, int level)
{
    draw_place(pages, heading);
    add_outline(pages, heading, level);
}

static xmlNode *element_beside(xmlNode *node, bool before)
{
    do
        node = before ? node->prev : node->next;
    while (node != NULL && node->type != XML_ELEMENT_NODE);
    return node;
}

/* The space above a heading: less below another one, none where a column begins. */
static double space_above(const Pages *pages, xmlNode *element, int level)
{
    xmlNode *above = element_beside(element, true);
    if (level == 1 || (pages->start >= 0 && pages->y <= pages->start))
        return 0;
    if (above != NULL && pages_is(above, "h") && pages->short_form)
        return 0;
    return (level == 3 ? pages->short_form ? 6 : 9 : pages->short_form ? 10 : 14) * pages->scale * pages->spacing;
}

/* What has to fit below a heading, which does not stand alone at a page's end, nor with a caption alone. */
static double need_below(const Pages *pages, xmlNode *element, int level)
{
    xmlNode *below = element_beside(element, false);
    bool flows = below != NULL && (pages_is(below, "p") || pages_is(below, "columns"));
    double kept = below != NULL ? pages_kept_height(pages, below) : 0;
    if (kept > 0)
        return kept;
    const bool caption = below != NULL && xmlHasProp(below, (const xmlChar *)"keep") != NULL;
    return (flows && pages->short_form ? 30 : level == 2 ? 95 : 52) + (caption ? KEPT_BELOW : 0);
}

static void draw_heading(Pages *pages, xmlNode *element)
{
    char *word = pages_attribute(element, "level");
    int level = atoi(word);
    TextStyle style = level == 1 ? pages->short_form ? TEXT_SHORT_TITLE : TEXT_TITLE : level == 2 ? TEXT_HEADING : TEXT_SUBHEADING;
    LaidText text = text_lay_out(pages, element, NULL, style, pages->width);
    pages->y += space_above(pages, element, level);
    pages_need(pages, laid_text_height(&text) + need_below(pages, element, level));
    pages_place(pages, element, level);
    pages_tag(pages, level == 1 ? "H1" : level == 2 ? "H2" : "H3");
    laid_text_flow(pages, &text, pages->left);
    pages_tag_end(pages);
    pages->y += (level == 3 ? 1 : 5) * pages->scale * pages->spacing;
    laid_text_free(&text);
    xmlFree(word);
}

void pages_paragraph(Pages *pages, xmlNode *element, const char *prefix, TextStyle style, double indent, double below)
{
    LaidText text = text_lay_out(pages, element, NULL, style, pages->width - indent);
    double height = laid_text_height(&text);
    pages_tag(pages, "P");
    pages_need(pages, (height < 40 ? height : 26) + (xmlHasProp(element, (const xmlChar *)"keep") != NULL ? KEPT_BELOW : 0));
    if (prefix != NULL) {
        LaidText mark = string_lay_out(pages, prefix, style, 0);
        laid_text_draw(pages, &mark, pages->left + indent - (prefix[0] == '[' ? 26 : 11), pages->y);
        laid_text_free(&mark);
    }
    laid_text_flow(pages, &text, pages->left + indent);
    pages_tag_end(pages);
    pages->y += below * pages->scale * pages->spacing;
    laid_text_free(&text);
}

static void draw_note(Pages *pages, xmlNode *element, TextStyle style, double below)
{
    double begin = pages->y;
    size_t page = pages->page;
    pages_paragraph(pages, element, NULL, style, 10, 0);
    if (pages->page == page) {
        pages_colour(pages, "1f4f7d");
        cairo_rectangle(pages->cairo, pages->left, begin, 2.5, pages->y - begin);
        cairo_fill(pages->cairo);
    }
    pages->y += below;
}

static void draw_styled(Pages *pages, xmlNode *element)
{
    char *style = pages_attribute(element, "style");
    if (strcmp(style, "note") == 0)
        draw_note(pages, element, TEXT_BODY, 4);
    else if (strcmp(style, "note-title") == 0)
        draw_note(pages, element, TEXT_KICKER, 0);
    else if (strcmp(style, "kicker") == 0)
        pages_paragraph(pages, element, NULL, TEXT_KICKER, 0, 2);
    else if (strcmp(style, "meta") == 0 || strcmp(style, "source") == 0 || strcmp(style, "small") == 0)
        pages_paragraph(pages, element, NULL, TEXT_SMALL, 0, 3);
    else if (strcmp(style, "caption") == 0)
        pages_paragraph(pages, element, NULL, TEXT_CAPTION, 0, 2);
    else if (strcmp(style, "facts") == 0)
        pages_paragraph(pages, element, NULL, TEXT_FACTS, 0, 2);
    else if (strcmp(style, "summary") == 0)
        pages_paragraph(pages, element, NULL, pages->short_form ? TEXT_BODY : TEXT_SUMMARY, 0, pages->slides ? 8 : pages->short_form ? 2 : 4);
    else if (strcmp(style, "classification") == 0)
        pages_paragraph(pages, element, NULL, TEXT_BOLD, 0, 6);
    else
        pages_paragraph(pages, element, NULL, TEXT_BODY, 0, 5);
    xmlFree(style);
}

static void draw_reference(Pages *pages, xmlNode *element)
{
    char *number = pages_attribute(element, "number"), *mark = string_format("[%s]", number);
    pages_need(pages, 24);
    draw_place(pages, element);
    pages_paragraph(pages, element, mark, TEXT_CELL, 26, 2.5);
    free(mark);
    xmlFree(number);
}

/* A new page, where something is on this one. */
static void draw_break(Pages *pages, xmlNode *element)
{
    (void)element;
    if (pages->y > pages->top)
        pages_break(pages);
}

void pages_block(Pages *pages, xmlNode *node)
{
    static const struct {
        const char *name;
        void (*draw)(Pages *pages, xmlNode *element);
    } blocks[] = {{"h", draw_heading},     {"p", draw_styled},      {"list", pages_list},         {"table", pages_table},
                  {"chart", pages_chart},  {"matrix", pages_matrix}, {"reference", draw_reference},
                  {"break", draw_break},   {"columns", pages_columns}, {"slide", pages_slide}, {"points", pages_points}};
    for (size_t i = 0; i < sizeof blocks / sizeof blocks[0]; i++)
        if (pages_is(node, blocks[i].name)) {
            blocks[i].draw(pages, node);
            return;
        }
}

static cairo_status_t take_bytes(void *context, const unsigned char *bytes, unsigned length)
{
    Text *output = context;
    if (output->length + length >= FRAME_BYTES_MAX)
        return CAIRO_STATUS_WRITE_ERROR;
    text_append_bytes(output, (const char *)bytes, length);
    return CAIRO_STATUS_SUCCESS;
}

static void set_metadata(Pages *pages, xmlNode *root)
{
    char *title = pages_attribute(root, "title"), *author = pages_attribute(root, "author"),
         *date = pages_attribute(root, "date"), *time = string_format("%sT00:00:00Z", date);
    cairo_pdf_surface_set_metadata(pages->surface, CAIRO_PDF_METADATA_TITLE, title);
    if (*author != '\0')
        cairo_pdf_surface_set_metadata(pages->surface, CAIRO_PDF_METADATA_AUTHOR, author);
    cairo_pdf_surface_set_metadata(pages->surface, CAIRO_PDF_METADATA_CREATOR, "gairo");
    cairo_pdf_surface_set_metadata(pages->surface, CAIRO_PDF_METADATA_CREATE_DATE, time);
    cairo_pdf_surface_set_metadata(pages->surface, CAIRO_PDF_METADATA_MOD_DATE, time);
    free(time);
    xmlFree(title);
    xmlFree(author);
    xmlFree(date);
}

bool pages_lay_out(Pages *pages, xmlNode *root, size_t total, Text *output)
{
    pages->surface = cairo_pdf_surface_create_for_stream(take_bytes, output, pages->page_width, pages->page_height);
    pages->cairo = cairo_create(pages->surface);
    pages->total = total;
    pages->page = 1;
    pages->y = pages->top;
    pages->start = -1;
    pages->outline = 0;
    memset(pages->letters, 0, sizeof pages->letters);
    set_metadata(pages, root);
    for (xmlNode *node = root->children; node != NULL; node = node->next)
        if (node->type == XML_ELEMENT_NODE)
            pages_block(pages, node);
    draw_footer(pages);
    cairo_show_page(pages->cairo);
    bool ok = cairo_status(pages->cairo) == CAIRO_STATUS_SUCCESS;
    cairo_destroy(pages->cairo);
    cairo_surface_finish(pages->surface);
    ok = ok && cairo_surface_status(pages->surface) == CAIRO_STATUS_SUCCESS;
    cairo_surface_destroy(pages->surface);
    return ok;
}

bool pages_have_fonts(void)
{
    PangoFontFamily **families = NULL;
    int count = 0;
    pango_font_map_list_families(pango_cairo_font_map_get_default(), &families, &count);
    g_free(families);
    return count > 0;
}

static void set_size(Pages *pages, xmlNode *root)
{
    char *template_name = pages_attribute(root, "template");
    char *meant = pages_attribute(root, "pages");
    bool wide = xmlHasProp(root, (const xmlChar *)"wide") != NULL;
    pages->page_width = wide ? A4_LONG : A4_SHORT;
    pages->page_height = wide ? A4_SHORT : A4_LONG;
    pages->short_form = *meant != '\0';
    pages->left = pages->short_form ? SHORT_MARGIN : MARGIN;
    pages->width = pages->page_width - 2 * pages->left;
    pages->top = pages->left - 8;
    pages->bottom = pages->page_height - pages->left;
    pages->slides = strcmp(template_name, "slides") == 0;
    if (pages->slides) {
        pages->page_width = SLIDE_WIDTH;
        pages->page_height = SLIDE_HEIGHT;
        pages->left = SLIDE_MARGIN;
        pages->width = SLIDE_WIDTH - 2 * SLIDE_MARGIN;
        pages->top = SLIDE_MARGIN - 10;
        pages->bottom = SLIDE_HEIGHT - SLIDE_MARGIN;
    }
    xmlFree(template_name);
    xmlFree(meant);
}

void pages_start(Pages *pages, xmlDocPtr document)
{
    xmlNode *root = xmlDocGetRootElement(document);
    char *classification = pages_attribute(root, "classification");
    *pages = (Pages){.document = document, .scale = 1, .spacing = 1};
    pages->places = pages_places_new(root);
    pages->footer = *classification != '\0' ? string_format("%s · ", classification) : string_copy("");
    set_size(pages, root);
    xmlFree(classification);
}

void pages_end(Pages *pages)
{
    free(pages->footer);
    pages_places_free(pages->places);
}

bool pages_is_document(xmlDocPtr document)
{
    xmlNode *root = xmlDocGetRootElement(document);
    return root != NULL && pages_is(root, "document") && root->ns != NULL &&
           strcmp((const char *)root->ns->href, DOCUMENT_NAMESPACE) == 0;
}

bool pages_draw(const char *name, xmlDocPtr document, Text *output, DrawnPages *drawn_pages, Error *error)
{
    if (!pages_is_document(document)) {
        error_set_at(error, ERROR_INPUT, name, 0, "what the stylesheet makes is no document (docs/outputs.md)");
        return false;
    }
    if (!pages_have_fonts()) {
        error_set_at(error, ERROR_UNSUPPORTED, name, 0, "no font is installed (Debian: fonts-dejavu-core or fonts-liberation)");
        return false;
    }
    Pages pages;
    Text drawn = {0};
    size_t total = 0;
    xmlNode *root = xmlDocGetRootElement(document);
    pages_start(&pages, document);
    bool ok = pages_settle(&pages, &total) && pages_lay_out(&pages, root, total, &drawn);
    *drawn_pages = (DrawnPages){total, (unsigned)(pages_letter_size(&pages) * 10 + 0.5)};
    if (ok)
        text_append_bytes(output, drawn.data, drawn.length);
    else
        error_set_at(error, ERROR_LIMIT, name, 0, "the pages could not be drawn");
    text_free(&drawn);
    pages_end(&pages);
    return ok;
}

#endif

#ifdef __SANITIZE_ADDRESS__
/* fontconfig keeps its tables for as long as the process lives. The leak detector calls these two; they have no header. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
    return "leak:libfontconfig.so\n";
}

const char *__lsan_default_options(void);
const char *__lsan_default_options(void)
{
    return "print_suppressions=0";
}
#endif
