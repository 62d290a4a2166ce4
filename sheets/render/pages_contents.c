/* Contents: the places that they lead to, and the pages that these are on. */
#include "config.h"

#ifdef HAVE_PANGOCAIRO

#include "sheets/render/pages_state.h"

#include "core/memory.h"

#include <stdlib.h>
#include <string.h>

/* The letters and spaces of an office's file against those of the pages drawn here, found by comparing both. */
#define OFFICE_SCALE 1.1

/* Of an entry of contents, the page it leads to at the right edge of its first line, which is at y on this page. */
static void draw_page_number(Pages *pages, xmlNode *entry, double y)
{
    xmlNode *link = pages_next(entry->children, "r");
    char *to = link != NULL ? pages_attribute(link, "to") : NULL;
    const size_t *page = to != NULL ? xmlHashLookup(pages->places, (const xmlChar *)to) : NULL;
    if (page != NULL && *page > 0) {
        char *number = string_format("%zu", *page);
        LaidText text = string_lay_out(pages, number, TEXT_BODY, pages->width);
        pango_layout_set_alignment(text.layout, PANGO_ALIGN_RIGHT);
        laid_text_draw(pages, &text, pages->left, y);
        laid_text_free(&text);
        free(number);
    }
    if (to != NULL)
        xmlFree(to);
}

void pages_list(Pages *pages, xmlNode *list)
{
    bool contents = xmlHasProp(list, (const xmlChar *)"contents") != NULL;
    double width = pages->width;
    for (xmlNode *entry = pages_next(list->children, "li"); entry != NULL; entry = pages_next(entry->next, "li")) {
        char *level = pages_attribute(entry, "level");
        bool second = atoi(level) == 2, continued = xmlHasProp(entry, (const xmlChar *)"continued") != NULL;
        if (contents) {
            pages_need(pages, 16);
            draw_page_number(pages, entry, pages->y);
            pages->width = width - 40;
        }
        pages_paragraph(pages, entry, continued ? NULL : second ? "–" : "•", TEXT_BODY, second ? 24 : 12, 2);
        pages->width = width;
        xmlFree(level);
    }
    pages->y += 3 * pages->spacing;
}

static void add_place(xmlHashTablePtr places, const char *id)
{
    size_t *page = memory_zeroed(1, sizeof *page);
    if (xmlHashAddEntry(places, (const xmlChar *)id, page) != 0)
        free(page); /* the first of that name stays */
}

static void free_place(void *page, const xmlChar *name)
{
    (void)name;
    free(page);
}

static void find_places(xmlHashTablePtr places, xmlNode *node)
{
    for (; node != NULL; node = node->next) {
        if (node->type != XML_ELEMENT_NODE)
            continue;
        char *id = pages_attribute(node, "id");
        if (*id != '\0' && strpbrk(id, "'\\") == NULL)
            add_place(places, id);
        xmlFree(id);
        find_places(places, node->children);
    }
}

xmlHashTablePtr pages_places_new(xmlNode *root)
{
    xmlHashTablePtr places = xmlHashCreate(64);
    find_places(places, root);
    return places;
}

void pages_places_free(xmlHashTablePtr places)
{
    xmlHashFree(places, free_place);
}

static xmlNode *contents_of(xmlNode *root)
{
    xmlNode *list = pages_next(root->children, "list");
    while (list != NULL && xmlHasProp(list, (const xmlChar *)"contents") == NULL)
        list = pages_next(list->next, "list");
    return list;
}

static void number_entry(const Pages *pages, xmlNode *entry)
{
    xmlNode *link = pages_next(entry->children, "r");
    char *to = link != NULL ? pages_attribute(link, "to") : NULL;
    const size_t *page = to != NULL ? xmlHashLookup(pages->places, (const xmlChar *)to) : NULL;
    if (page != NULL && *page > 0) {
        char *number = string_format("%zu", *page);
        xmlSetProp(entry, (const xmlChar *)"page", (const xmlChar *)number);
        free(number);
    }
    xmlFree(to);
}

/* About where each entry of the contents leads to in an office's file. */
static void number_contents(Pages *pages, xmlNode *root)
{
    Text drawn = {0};
    xmlNode *list = contents_of(root);
    pages->scale = OFFICE_SCALE;
    if (list != NULL && pages_lay_out(pages, root, 0, &drawn))
        for (xmlNode *entry = pages_next(list->children, "li"); entry != NULL; entry = pages_next(entry->next, "li"))
            number_entry(pages, entry);
    text_free(&drawn);
}

/* How big the letters are that its pages allow. */
static void set_scale(Pages *pages, xmlNode *root)
{
    size_t total;
    if (pages_settle(pages, &total)) {
        char *scale = string_format("%.2f", pages->scale);
        xmlSetProp(root, (const xmlChar *)"scale", (const xmlChar *)scale);
        free(scale);
    }
}

void pages_prepare_office(xmlDocPtr document)
{
    if (!pages_is_document(document) || !pages_have_fonts())
        return;
    Pages pages;
    xmlNode *root = xmlDocGetRootElement(document);
    pages_start(&pages, document);
    if (pages.short_form)
        set_scale(&pages, root);
    else
        number_contents(&pages, root);
    pages_end(&pages);
}

#endif
