#include "sheets/compose/table.h"
#include "sheets/compose/words.h"

#include "core/memory.h"

#include <stdlib.h>
#include <string.h>

void section_begin(Composition *composition, const char *name, const char *title)
{
    xml_begin(&composition->writer, "section");
    xml_attribute(&composition->writer, "name", name);
    xml_attribute(&composition->writer, "title", title);
}

void table_begin(Composition *composition, const char *title, const TableColumnText *columns, size_t count)
{
    XmlWriter *writer = &composition->writer;
    xml_begin(writer, "table");
    xml_attribute(writer, "title", title);
    for (size_t i = 0; i < count; i++) {
        xml_begin(writer, "column");
        xml_attribute_number(writer, "share", columns[i].share);
        xml_text(writer, columns[i].title);
        xml_end(writer);
    }
}

void row_begin(Composition *composition, const char *id)
{
    xml_begin(&composition->writer, "row");
    xml_attribute(&composition->writer, "id", id);
}

void value_begin(Composition *composition, const char *text)
{
    xml_begin(&composition->writer, "value");
    xml_element(&composition->writer, "text", text != NULL && *text != '\0' ? text : NULL);
}

void row_value(Composition *composition, const char *text)
{
    value_begin(composition, text);
    xml_end(&composition->writer);
}

void take_value(Composition *composition, char *text)
{
    row_value(composition, text);
    free(text);
}

void write_title_value(Composition *composition, const Item *item)
{
    value_begin(composition, item->title);
    write_item_cites(composition, item);
    xml_end(&composition->writer);
}

void write_item_cites(Composition *composition, const Item *item)
{
    for (size_t i = 0; i < item->citation_count; i++) {
        write_cite(composition, &item->citations[i].citation, item, CITE_OF_ITEM);
        use_source(composition, item->citations[i].source);
    }
}

void chart_begin(Composition *composition, const char *title, const char *unit, const char *const *series, size_t count)
{
    XmlWriter *writer = &composition->writer;
    xml_begin(writer, "chart");
    xml_attribute(writer, "title", title);
    xml_attribute(writer, "unit", unit);
    for (size_t i = 0; i < count; i++)
        xml_element(writer, "series", series[i]);
}

void chart_bar(Composition *composition, const char *title, const size_t *amounts, size_t count)
{
    XmlWriter *writer = &composition->writer;
    xml_begin(writer, "bar");
    xml_attribute(writer, "title", title);
    for (size_t i = 0; i < count; i++) {
        xml_begin(writer, "amount");
        xml_attribute_number(writer, "value", amounts[i]);
        xml_end(writer);
    }
    xml_end(writer);
}

char *choice_words(const Item *item, const char *field)
{
    const ItemField *found = item_field(item, field);
    const FieldDefinition *definition = field_find(item->kind, field);
    return found != NULL && definition != NULL ? value_words(item->kind, definition, found->value) : NULL;
}

/* True where an earlier link of the relation and direction goes to the same item. */
static bool is_told(const Item *item, size_t index)
{
    const ItemLink *link = &item->links[index];
    for (size_t i = 0; i < index; i++)
        if (item->links[i].forward == link->forward && strcmp(item->links[i].relation, link->relation) == 0 &&
            strcmp(item->links[i].id, link->id) == 0)
            return true;
    return false;
}

char *link_titles(const Item *item, const char *relation, bool forward, size_t most)
{
    Text titles = {0};
    size_t count = 0;
    for (size_t i = 0; i < item->link_count; i++) {
        const ItemLink *link = &item->links[i];
        if (link->forward != forward || strcmp(link->relation, relation) != 0 || is_told(item, i))
            continue;
        if (count++ < most || most == 0)
            text_append_format(&titles, "%s%s", titles.length > 0 ? "; " : "", link->title != NULL ? link->title : link->id);
    }
    if (most > 0 && count > most)
        text_append_format(&titles, "; and %zu more", count - most);
    return titles.length > 0 ? text_take(&titles) : NULL;
}
