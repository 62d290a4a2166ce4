#include "config.h"

#include "importers/read/native-elements.h"

#include "core/record.h"

#include <string.h>

#define IN(element) (1u << (element))
#define ALL_KINDS (KIND_BIT(KIND_COUNT) - 1)

static const ElementDefinition definitions[ELEMENT_COUNT] = {
    [ELEMENT_DOCUMENT] = {.name = "the document"},
    [ELEMENT_ROOT] = {.name = "gairo",
                      .parents = IN(ELEMENT_DOCUMENT),
                      .attributes = {[ROOT_SOURCE] = {"source", true},
                                     [ROOT_TITLE] = {"title", false},
                                     [ROOT_VERSION] = {"version", false},
                                     [ROOT_DATE] = {"date", false},
                                     [ROOT_LICENCE] = {"licence", false},
                                     [ROOT_URL] = {"url", false},
                                     [ROOT_CITE] = {"cite", false}}},
    [ELEMENT_ITEM] = {.parents = IN(ELEMENT_ROOT), .attributes = {[ITEM_ID] = {"id", true}}},
    [ELEMENT_TITLE] = {.name = "title",
                       .parents = IN(ELEMENT_ITEM),
                       .kinds = ALL_KINDS,
                       .text_bytes = RECORD_TITLE_BYTES},
    [ELEMENT_SUMMARY] = {.name = "summary",
                         .parents = IN(ELEMENT_ITEM),
                         .kinds = ALL_KINDS,
                         .text_bytes = RECORD_SUMMARY_BYTES},
    [ELEMENT_BODY] = {.name = "body", .parents = IN(ELEMENT_ITEM), .kinds = ALL_KINDS},
    [ELEMENT_FIELD] = {.name = "field",
                       .parents = IN(ELEMENT_ITEM),
                       .kinds = ALL_KINDS,
                       .attributes = {[FIELD_NAME] = {"name", true},
                                      [FIELD_VALUE] = {"value", false},
                                      [FIELD_REF] = {"ref", false},
                                      [FIELD_LOCATOR] = {"locator", false},
                                      [FIELD_BASIS] = {"basis", false}},
                       .text_bytes = RECORD_TEXT_BYTES},
    [ELEMENT_SOURCE] =
        {.name = "source",
         .parents = IN(ELEMENT_ITEM),
         .kinds = ALL_KINDS,
         .attributes =
             {[SOURCE_REF] = {"ref", true}, [SOURCE_BASIS] = {"basis", true}, [SOURCE_LOCATOR] = {"locator", false}}},
    [ELEMENT_LINK] = {.name = "link",
                      .parents = IN(ELEMENT_ITEM),
                      .kinds = ALL_KINDS,
                      .attributes = {[LINK_RELATION] = {"relation", true},
                                     [LINK_TO] = {"to", true},
                                     [LINK_REF] = {"ref", true},
                                     [LINK_BASIS] = {"basis", true},
                                     [LINK_LOCATOR] = {"locator", false}},
                      .text_bytes = RECORD_TEXT_BYTES},
    [ELEMENT_CELL] = {.name = "cell",
                      .parents = IN(ELEMENT_ITEM),
                      .kinds = KIND_BIT(KIND_MODEL),
                      .attributes = {[CELL_COMPONENT] = {"component", true},
                                     [CELL_VALUE] = {"value", true},
                                     [CELL_LICENCE] = {"licence", false},
                                     [CELL_GUESS] = {"guess", false}},
                      .text_bytes = RECORD_TEXT_BYTES},
    [ELEMENT_EVENT] = {.name = "event",
                       .parents = IN(ELEMENT_ITEM),
                       .kinds = KIND_BIT(KIND_INSTRUMENT) | KIND_BIT(KIND_PROVISION),
                       .attributes = {[EVENT_DATE] = {"date", true}, [EVENT_TYPE] = {"type", true}},
                       .text_bytes = RECORD_TEXT_BYTES},
    [ELEMENT_PARAGRAPH] = {.name = "p",
                           .parents = IN(ELEMENT_BODY) | IN(ELEMENT_FIELD),
                           .text_bytes = RECORD_TEXT_BYTES},
    [ELEMENT_REFUSED] = {.name = "refused", .text_bytes = RECORD_SUMMARY_BYTES},
    [ELEMENT_REMARK] = {.name = "remark", .text_bytes = RECORD_SUMMARY_BYTES},
};

const ElementDefinition *element_definition(Element element)
{
    return &definitions[element];
}

bool element_find(Element parent, const char *name, Element *element, Kind *kind)
{
    if (parent == ELEMENT_ROOT) {
        *element = ELEMENT_ITEM;
        /* kind_parse() takes plurals too, for the command line. */
        return kind_parse(name, kind) && strcmp(kind_definition(*kind)->name, name) == 0;
    }
    for (size_t i = 0; i < ELEMENT_COUNT; i++) {
        if ((definitions[i].parents & IN(parent)) != 0 && strcmp(definitions[i].name, name) == 0) {
            *element = (Element)i;
            return true;
        }
    }
    return false;
}

int element_attribute(Element element, const char *name)
{
    const AttributeDefinition *attributes = definitions[element].attributes;

    for (int i = 0; attributes[i].name != NULL; i++)
        if (strcmp(attributes[i].name, name) == 0)
            return i;
    return -1;
}

static void append_listed(Text *text, const char *name)
{
    if (text->length > 0)
        text_append(text, ", ");
    text_append(text, name);
}

void element_list_children(Text *text, Element parent, Kind kind)
{
    if (parent == ELEMENT_ROOT)
        for (Kind item = 0; item < KIND_COUNT; item++)
            append_listed(text, kind_definition(item)->name);
    for (size_t i = 0; i < ELEMENT_COUNT; i++) {
        bool in_item = parent != ELEMENT_ITEM || (definitions[i].kinds & KIND_BIT(kind)) != 0;

        if ((definitions[i].parents & IN(parent)) != 0 && definitions[i].name != NULL && in_item)
            append_listed(text, definitions[i].name);
    }
}

void element_list_attributes(Text *text, Element element)
{
    for (const AttributeDefinition *attribute = definitions[element].attributes; attribute->name != NULL; attribute++)
        append_listed(text, attribute->name);
}
