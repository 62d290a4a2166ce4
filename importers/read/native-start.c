#include "config.h"

#include "importers/read/native-state.h"

#include "core/memory.h"

#include <stdlib.h>
#include <string.h>

static bool is_native(const char *namespace)
{
    return namespace != NULL && strcmp(namespace, NATIVE_NAMESPACE) == 0;
}

static void refuse_element(NativeReader *reader, Element parent, long line, const char *name, const char *namespace)
{
    Text allowed = {0};

    if (parent == ELEMENT_DOCUMENT) {
        native_refuse(reader, line, "the root element is %.80s and must be gairo in the namespace " NATIVE_NAMESPACE,
                      name);
        return;
    }
    if (!is_native(namespace)) {
        native_refuse(reader, line,
                      "the element %.80s is of the namespace \"%.80s\"; only " NATIVE_NAMESPACE " is allowed", name,
                      namespace == NULL ? "" : namespace);
        return;
    }
    element_list_children(&allowed, parent, reader->kind);
    if (allowed.length == 0)
        native_refuse(reader, line, "an element %.80s in %s, which may hold none", name,
                      native_element_name(reader, parent));
    else
        native_refuse(reader, line, "unknown element %.80s in %s; it may hold %s", name,
                      native_element_name(reader, parent), allowed.data);
    text_free(&allowed);
}

/* What the element is, by its name and place. */
static bool identify(NativeReader *reader, Element parent, const char *name, const char *namespace, Element *element)
{
    Kind kind = reader->kind;

    if (reader->origin == NATIVE_STYLESHEET && namespace != NULL && strcmp(namespace, READER_NAMESPACE) == 0) {
        *element = strcmp(name, "remark") == 0 ? ELEMENT_REMARK : ELEMENT_REFUSED;
        return (*element == ELEMENT_REMARK || strcmp(name, "refused") == 0) && (parent == ELEMENT_ROOT || parent == ELEMENT_ITEM);
    }
    if (!is_native(namespace) || !element_find(parent, name, element, &kind))
        return false;
    if (*element == ELEMENT_ITEM)
        reader->kind = kind;
    return *element == ELEMENT_ITEM || parent != ELEMENT_ITEM ||
           (element_definition(*element)->kinds & KIND_BIT(reader->kind)) != 0;
}

/* An empty one, of a value that is not there, says nothing: the parent's holds. */
static bool read_line_attribute(NativeReader *reader, OpenElement *open, const char *value)
{
    char *end;
    long line = strtol(value, &end, 10);

    if (value[0] == '\0')
        return true;
    if (value[0] < '1' || value[0] > '9' || *end != '\0') {
        native_refuse(reader, open->line, "line \"%.40s\" must be a number", value);
        return false;
    }
    open->line = line;
    return true;
}

/* Of an element that is not known: it has no attributes to be read, and yet a line. */
static void find_line(OpenElement *open, int count, const xmlChar **attributes)
{
    for (int i = 0; i < count; i++) {
        const xmlChar **attribute = attributes + 5 * i;
        char *value = string_copy_bytes((const char *)attribute[3], (size_t)(attribute[4] - attribute[3])), *end;
        long line = strtol(value, &end, 10);

        if (attribute[2] == NULL && strcmp((const char *)attribute[0], "line") == 0 && line > 0 && *end == '\0')
            open->line = line;
        free(value);
    }
}

static bool read_attribute(NativeReader *reader, OpenElement *open, const xmlChar **attribute)
{
    const char *name = (const char *)attribute[0];
    size_t length = (size_t)(attribute[4] - attribute[3]);
    char *value = string_copy_bytes((const char *)attribute[3], length);
    int index = attribute[2] == NULL ? element_attribute(open->element, name) : -1;

    if (reader->origin == NATIVE_STYLESHEET && attribute[2] == NULL && strcmp(name, "line") == 0) {
        bool read = read_line_attribute(reader, open, value);

        free(value);
        return read;
    }
    if (index < 0) {
        Text allowed = {0};

        element_list_attributes(&allowed, open->element);
        native_refuse(reader, open->line, "unknown attribute %s%s%.80s of %s; it may have %s",
                      attribute[1] == NULL ? "" : (const char *)attribute[1], attribute[1] == NULL ? "" : ":", name,
                      native_element_name(reader, open->element), allowed.length == 0 ? "none" : allowed.data);
        text_free(&allowed);
        free(value);
        return false;
    }
    if (length == 0) {
        native_refuse(reader, open->line, "the attribute %s of %s is empty", name,
                      native_element_name(reader, open->element));
        free(value);
        return false;
    }
    open->values[index] = value;
    reader->record_bytes += length;
    return true;
}

static bool read_attributes(NativeReader *reader, OpenElement *open, int count, const xmlChar **attributes)
{
    const AttributeDefinition *definitions = element_definition(open->element)->attributes;

    /* A stylesheet's line first, for the faults of the others. */
    for (int pass = 0; pass < 2; pass++) {
        for (int i = 0; i < count; i++) {
            bool is_line = reader->origin == NATIVE_STYLESHEET && strcmp((const char *)attributes[5 * i], "line") == 0;

            if (is_line == (pass == 0) && !read_attribute(reader, open, attributes + 5 * i))
                return false;
        }
    }
    for (size_t i = 0; definitions[i].name != NULL; i++) {
        bool given = open->element == ELEMENT_ROOT && i == ROOT_SOURCE && reader->input->source != NULL;

        if (definitions[i].required && open->values[i] == NULL && !given) {
            native_refuse(reader, open->line, "%s has no %s", native_element_name(reader, open->element),
                          definitions[i].name);
            return false;
        }
    }
    return true;
}

/* What a stylesheet's root element leaves to the manifest. */
static void add_defaults(ImportSource *source, const ImportSource *defaults)
{
    bool other = source->id != NULL && strcmp(source->id, defaults->id) != 0;

    if (source->id == NULL)
        source->id = defaults->id;
    if (source->title == NULL)
        source->title = defaults->title;
    if (source->version == NULL && !other)
        source->version = defaults->version;
    if (source->date == NULL && !other)
        source->date = defaults->date;
    if (source->licence == NULL)
        source->licence = defaults->licence;
    if (source->url == NULL && !other)
        source->url = defaults->url;
    if (source->cite == NULL)
        source->cite = defaults->cite;
}

static void start_root(NativeReader *reader, const OpenElement *open)
{
    ImportSource source = {
        .id = open->values[ROOT_SOURCE],
        .title = open->values[ROOT_TITLE],
        .version = open->values[ROOT_VERSION],
        .date = open->values[ROOT_DATE],
        .licence = open->values[ROOT_LICENCE],
        .url = open->values[ROOT_URL],
        .cite = open->values[ROOT_CITE],
        .line = open->line,
    };
    Error error = {0};

    if (reader->input->source != NULL)
        add_defaults(&source, reader->input->source);
    if (import_source_check(&source, reader->input->file, open->line, &error))
        reader->output->source(reader->output->context, &source);
    else
        native_refuse_file(reader, open->line, error.message);
    error_clear(&error);
}

static void start_item(NativeReader *reader, OpenElement *open)
{
    Record *record = record_new();

    record->kind = reader->kind;
    record->id = open->values[ITEM_ID];
    open->values[ITEM_ID] = NULL;
    record->file = string_copy(reader->input->file);
    record->line = open->line;
    reader->record = record;
    reader->has_title = false;
}

/* The rules on what may come before or beside what in an item, and in a field. */
static bool check_order(NativeReader *reader, OpenElement *parent, const OpenElement *open)
{
    if (parent->element == ELEMENT_ITEM && open->element != ELEMENT_REFUSED &&
        open->element != ELEMENT_REMARK) {
        bool repeated = (open->element == ELEMENT_TITLE && reader->has_title) ||
                        (open->element == ELEMENT_SUMMARY && reader->record->summary != NULL) ||
                        (open->element == ELEMENT_BODY && parent->has_paragraphs);

        if (repeated) {
            native_refuse(reader, open->line, "a second %s; there may be one",
                          native_element_name(reader, open->element));
            return false;
        }
        if (open->element != ELEMENT_TITLE && !reader->has_title) {
            native_refuse(reader, open->line, "%s stands before title, which must come first",
                          native_element_name(reader, open->element));
            return false;
        }
        reader->has_title = true;
        if (open->element == ELEMENT_BODY)
            parent->has_paragraphs = true;
    }
    if (open->element == ELEMENT_PARAGRAPH) {
        if (parent->has_text) {
            native_refuse(reader, open->line, "a p beside text; %s holds either",
                          native_element_name(reader, parent->element));
            return false;
        }
        parent->has_paragraphs = true;
        folded_text_paragraph(&reader->text);
    }
    return true;
}

void native_begin(NativeReader *reader, long tag_line, const char *name, const char *namespace, int count,
                  const xmlChar **attributes)
{
    OpenElement *parent = native_top(reader);
    Element above = parent == NULL ? ELEMENT_DOCUMENT : parent->element;
    bool made = reader->origin == NATIVE_STYLESHEET;
    OpenElement *open;

    reader->depth++;
    if (native_is_skipping(reader))
        return;
    if (above == ELEMENT_ROOT)
        reader->record_bytes = 0;
    open = &reader->stack[reader->depth - 1];
    *open = (OpenElement){.line = !made ? tag_line : parent == NULL ? 0 : parent->line};
    if (reader->depth > DEPTH_MAX - 1 || !identify(reader, above, name, namespace, &open->element)) {
        open->element = above;
        if (made)
            find_line(open, count, attributes);
        refuse_element(reader, above, open->line, name, namespace);
        return;
    }
    if (!read_attributes(reader, open, count, attributes))
        return;
    if (open->element == ELEMENT_ROOT)
        start_root(reader, open);
    else if (open->element == ELEMENT_ITEM)
        start_item(reader, open);
    else if (check_order(reader, parent, open) && open->element != ELEMENT_PARAGRAPH)
        free(folded_text_take(&reader->text));
}
