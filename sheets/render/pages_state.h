/* What the parts of the page drawing share. */
#ifndef GAIRO_SHEETS_RENDER_PAGES_STATE_H
#define GAIRO_SHEETS_RENDER_PAGES_STATE_H

#include "sheets/render/pages.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

typedef enum TextStyle {
    TEXT_BODY,
    TEXT_TITLE,
    TEXT_HEADING,
    TEXT_SUBHEADING,
    TEXT_KICKER,
    TEXT_SMALL,
    TEXT_SUMMARY,
    TEXT_CELL,
    TEXT_CELL_HEAD,
    TEXT_CAPTION,
    TEXT_BOLD,
    TEXT_FACTS,
    TEXT_SHORT_TITLE,
    TEXT_LABEL,
    TEXT_STYLE_COUNT
} TextStyle;

/* All lengths are in points. */
typedef struct Pages {
    cairo_surface_t *surface;
    cairo_t *cairo;
    xmlDocPtr document;
    xmlHashTablePtr places;      /* the ids that a link can lead to; each with the page that it was last drawn on (size_t *; 0: none) */
    double page_width, page_height;
    double left, top, width, bottom; /* the area of the text */
    double y;                    /* where the next thing is put */
    double start;                /* where a column begins, above which nothing is left free; negative: in none */
    bool short_form;             /* it is meant for few pages */
    double scale;                /* of letters and of the space between them */
    double spacing;              /* of the space between lines and paragraphs, beside that */
    size_t letters[TEXT_STYLE_COUNT]; /* how many bytes of each style were laid out */
    size_t page;                 /* from 1 */
    size_t total;                /* of pages; 0 in the first pass, which counts them */
    int outline, outline_below;  /* the last entries of the outline of both levels */
    char *footer;                /* before the page number */
    const char *open_tag;        /* the tag begun around what is drawn; NULL */
    bool slides;                 /* the pages are slides */
    xmlNode *slide;              /* the one that may go on on another page, which then has its head again; NULL */
    double edge;                 /* where the pages of that one begin */
} Pages;

/* The size of what was laid out, in points: half of the letters are no bigger. 0 where nothing was. */
double pages_letter_size(const Pages *pages);

/* A link in a laid out text, by its bytes. */
typedef struct TextLink {
    int start, end;
    char *attributes; /* of the link tag: "uri='…'" or "dest='…'" */
} TextLink;

/* A text that is laid out. */
typedef struct LaidText {
    PangoLayout *layout;
    TextLink *links;
    size_t link_count;
} LaidText;

/* Lays the running text of an element out on a width; prefix (NULL: none) stands before it. Ended with laid_text_free(). */
LaidText text_lay_out(Pages *pages, xmlNode *element, const char *prefix, TextStyle style, double width);
/* The same of a string. */
LaidText string_lay_out(Pages *pages, const char *string, TextStyle style, double width);
void laid_text_free(LaidText *text);
double laid_text_height(const LaidText *text);
/* Draws it whole, its upper left corner there. */
void laid_text_draw(Pages *pages, const LaidText *text, double x, double y);
/* Draws the lines that begin at or below `from` in it and end within `room` of that, the first of them at y. Gives where the last of them
 * ends, or `from` where none fits. */
double laid_text_draw_part(Pages *pages, const LaidText *text, double x, double y, double from, double room);
/* Draws it at x from pages->y on, over as many pages as it takes, and moves pages->y below it. */
void laid_text_flow(Pages *pages, const LaidText *text, double x);

void pages_colour(Pages *pages, const char *hex); /* "1f4f7d" */
/* Begins a new page where less than that is left. True where it did. */
bool pages_need(Pages *pages, double height);
void pages_break(Pages *pages);
/* A structure element ("P", "Table") around what is drawn until pages_tag_end(); ended and begun anew at a page's end. */
void pages_tag(Pages *pages, const char *tag);
void pages_tag_end(Pages *pages);

/* Sets pages up for a document (pages_is_document()), each space and letter as usual; ended with pages_end(). */
void pages_start(Pages *pages, xmlDocPtr document);
void pages_end(Pages *pages);
/* Draws all pages once into output; total is their number, 0 where it is not known yet. pages->page is then how many there are, pages->y where
 * the last of them ends, and the places have their pages. False where cairo failed. */
bool pages_lay_out(Pages *pages, xmlNode *root, size_t total, Text *output);
/* Lays the pages out, in letters and spaces as big as its pages allow, and sets their number. False where cairo failed. */
bool pages_settle(Pages *pages, size_t *total);
bool pages_is_document(xmlDocPtr document);
bool pages_have_fonts(void);
/* The ids of an element and all in it and behind it, each without a page; ended with pages_places_free(). */
xmlHashTablePtr pages_places_new(xmlNode *root);
void pages_places_free(xmlHashTablePtr places);

/* Draws the text of an element as a paragraph, indented, a mark (NULL: none) before it and space below it. Where the element says `keep`, what
 * follows begins on the same page. */
void pages_paragraph(Pages *pages, xmlNode *element, const char *mark, TextStyle style, double indent, double below);
/* Draws an element of a document at pages->y and moves that below it. */
void pages_block(Pages *pages, xmlNode *element);
void pages_columns(Pages *pages, xmlNode *columns);
void pages_list(Pages *pages, xmlNode *list);
void pages_table(Pages *pages, xmlNode *table);
void pages_chart(Pages *pages, xmlNode *chart);
void pages_matrix(Pages *pages, xmlNode *matrix);
void pages_caption(Pages *pages, xmlNode *element);
/* Makes a heading a place that links and the outline lead to, on the outline's upper level where level is below 3. */
void pages_place(Pages *pages, xmlNode *heading, int level);
/* A copy that draws nowhere, from the upper edge of a page without an end on: its y is then the height of what was drawn. It shares all else
 * with pages, and is ended with pages_scratch_end(). */
Pages pages_scratch(const Pages *pages);
void pages_scratch_end(Pages *scratch);
/* A slide, on a page of its own, or on several where its letters would become too small. */
void pages_slide(Pages *pages, xmlNode *slide);
/* Draws the head of pages->slide on a page that it goes on on. */
void pages_slide_goes_on(Pages *pages);
/* What a slide says: texts, each beside its label or a mark. */
void pages_points(Pages *pages, xmlNode *points);
/* How much a chart or a matrix takes, with its caption, where it should stay on one page; 0 for one that cannot, and for anything else. */
double pages_kept_height(const Pages *pages, xmlNode *element);

/* An attribute of an element, "" where it has none; the caller frees it with xmlFree(). */
char *pages_attribute(xmlNode *element, const char *name);
bool pages_is(const xmlNode *node, const char *name);
/* The first element of that name at node or behind it; NULL. */
xmlNode *pages_next(xmlNode *node, const char *name);
size_t pages_count(xmlNode *parent, const char *name);

#endif
