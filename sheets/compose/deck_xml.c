/* A deck as XML, for the stylesheets. */
#include "config.h"

#include "sheets/compose/words.h"
#include "sheets/compose/xml_writer.h"
#include "sheets/deck.h"

#include <stdlib.h>

#define SLIDES_NAMESPACE "urn:gairo:slides:1"

static void write_bars(XmlWriter *writer, const Picture *picture, const PictureRow *row)
{
    for (size_t i = 0; i < picture->column_count; i++) {
        xml_begin(writer, "amount");
        xml_attribute_number(writer, "value", row->amounts[i]);
        xml_attribute(writer, "tone", picture_tone_name(picture->tones[i]));
        xml_end(writer);
    }
}

static void write_squares(XmlWriter *writer, const Picture *picture, const PictureRow *row)
{
    for (size_t i = 0; i < picture->column_count; i++) {
        xml_begin(writer, "square");
        xml_attribute(writer, "tone", picture_tone_name(row->tones[i]));
        xml_text(writer, row->marks[i]);
        xml_end(writer);
    }
}

static void write_picture(XmlWriter *writer, const Picture *picture)
{
    bool bars = picture->kind == PICTURE_BARS;
    xml_begin(writer, bars ? "bars" : "grid");
    xml_attribute(writer, "unit", picture->unit);
    xml_element(writer, "scale", picture->scale);
    for (size_t i = 0; i < picture->column_count; i++) {
        xml_begin(writer, "column");
        xml_attribute(writer, "tone", picture_tone_name(picture->tones[i]));
        xml_text(writer, picture->columns[i]);
        xml_end(writer);
    }
    for (size_t i = 0; i < picture->row_count; i++) {
        xml_begin(writer, "row");
        xml_attribute(writer, "title", picture->rows[i].title);
        (bars ? write_bars : write_squares)(writer, picture, &picture->rows[i]);
        xml_end(writer);
    }
    xml_end(writer);
}

static void write_slide(XmlWriter *writer, const Deck *deck, size_t index, bool notes)
{
    const Slide *slide = &deck->slides[index];
    xml_begin(writer, "slide");
    xml_attribute_number(writer, "number", index + 1);
    xml_attribute(writer, "kind", slide_kind_name(slide->kind));
    xml_attribute(writer, "id", slide->id);
    xml_attribute(writer, "section", deck->sections.items[slide->section]);
    xml_attribute_flag(writer, "begins-section", index == 0 || deck->slides[index - 1].section != slide->section);
    xml_element(writer, "kicker", slide->kicker);
    xml_element(writer, "title", slide->title);
    xml_element(writer, "lead", slide->lead);
    for (size_t i = 0; i < slide->point_count; i++) {
        xml_begin(writer, "point");
        xml_attribute(writer, "label", slide->points[i].label);
        xml_text(writer, slide->points[i].text);
        xml_end(writer);
    }
    if (slide->picture != NULL)
        write_picture(writer, slide->picture);
    xml_element(writer, "source", slide->source);
    if (notes && slide->notes != NULL) {
        xml_begin(writer, "notes");
        xml_paragraphs(writer, slide->notes);
        xml_end(writer);
    }
    xml_end(writer);
}

void deck_write_xml(const Deck *deck, bool notes, Text *xml)
{
    XmlWriter writer = {.out = xml};
    xml_declaration(&writer);
    xml_begin(&writer, "slides");
    xml_attribute(&writer, "xmlns", SLIDES_NAMESPACE);
    xml_attribute(&writer, "lang", "en-GB");
    xml_attribute(&writer, "generator", "gairo");
    xml_attribute(&writer, "version", PACKAGE_VERSION);
    xml_attribute_number(&writer, "count", deck->count);
    xml_attribute_flag(&writer, "notes", notes);
    xml_attribute(&writer, "classification", deck->classification);
    xml_element(&writer, "title", deck->title);
    for (size_t i = 0; i < deck->count; i++)
        write_slide(&writer, deck, i, notes);
    xml_end(&writer);
}

bool slides_compose(Store *store, const SheetRequest *request, Text *xml, Error *error)
{
    Deck deck = {0};
    if (!deck_compose(store, request, &deck, error))
        return false;
    deck_write_xml(&deck, request->notes == NOTES_ALL, xml);
    deck_free(&deck);
    return true;
}
