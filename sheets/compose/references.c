/* Citations, the numbered references, and the note on where everything is from. */
#include "config.h"

#include "sheets/compose/composition.h"
#include "sheets/compose/words.h"

#include "core/memory.h"

#include <stdlib.h>
#include <string.h>

size_t reference_number(Composition *composition, const char *id)
{
    StringList *references = &composition->references;
    for (size_t i = 0; i < references->count; i++)
        if (strcmp(references->items[i], id) == 0)
            return i + 1;
    string_list_add(references, id);
    return references->count;
}

void use_source(Composition *composition, const char *source)
{
    if (source != NULL && !string_list_contains(&composition->sources, source))
        string_list_add(&composition->sources, source);
}

/* True where one of the item's own citations says as much: the same work on the same basis, and the same place in it where
 * the citation names one. */
static bool is_covered(const Citation *citation, const Item *item)
{
    for (size_t i = 0; i < item->citation_count; i++) {
        const Citation *own = &item->citations[i].citation;
        if (string_compare(own->reference, citation->reference) == 0 && string_compare(own->basis, citation->basis) == 0 &&
            (citation->locator == NULL || string_compare(own->locator, citation->locator) == 0))
            return true;
    }
    return false;
}

void write_cite(Composition *composition, const Citation *citation, const Item *item, CiteOf of)
{
    XmlWriter *writer = &composition->writer;
    if (citation->reference == NULL)
        return;
    bool paper = citation->basis != NULL && strcmp(citation->basis, "paper") == 0;
    bool reviewed = item != NULL && item_is_reviewed(item);
    bool unchecked = paper && !(reviewed && of != CITE_OF_OTHER);
    const BasisDefinition *basis = citation->basis != NULL ? basis_find(citation->basis) : NULL;
    if (basis != NULL && !string_list_contains(&composition->bases, basis->name))
        string_list_add(&composition->bases, basis->name);
    xml_begin(writer, "cite");
    xml_attribute(writer, "reference", citation->reference);
    xml_attribute_number(writer, "number", reference_number(composition, citation->reference));
    /* Where pages are few, an item names the work and the basis; the place in the work is in the other templates. */
    if (composition->template->pages == 0 || of != CITE_OF_ITEM)
        xml_attribute(writer, "locator", citation->locator);
    xml_attribute(writer, "basis", citation->basis);
    xml_attribute(writer, "basis-title",
                  paper && !unchecked ? "paper" : basis != NULL ? basis->title : citation->basis);
    xml_attribute_flag(writer, "unchecked", unchecked);
    xml_attribute_flag(writer, "own", item == NULL || of == CITE_OF_ITEM || !is_covered(citation, item) ||
                                          (reviewed && unchecked));
    xml_end(writer);
}

static const char *value_of(const Item *item, const char *name)
{
    const ItemField *field = item_field(item, name);
    return field != NULL ? field->value : NULL;
}

/* The year of a work, or that of a law's adoption. */
static char *year_of(const Item *item)
{
    static const char *const types[] = {"adopted", "published", "in-force", "proposed"};
    const char *year = value_of(item, "year");
    for (size_t i = 0; year == NULL && i < sizeof types / sizeof types[0]; i++)
        for (size_t j = 0; year == NULL && j < item->event_count; j++)
            if (strcmp(item->events[j].type, types[i]) == 0)
                year = item->events[j].date;
    return year != NULL ? string_copy_bytes(year, strnlen(year, 4)) : NULL;
}

void write_work(Composition *composition, const char *id)
{
    Error ignored = {0};
    Item *work = composition->template->pages > 0 ? item_load(composition->store, id, &ignored) : NULL;
    const char *authors = work != NULL ? value_of(work, "authors") : NULL;
    if (authors != NULL) {
        char *year = year_of(work), *names = short_authors(authors);
        char *words = year != NULL ? string_format("%s (%s)", names, year) : string_copy(names);
        xml_attribute(&composition->writer, "work", words);
        free(words);
        free(names);
        free(year);
    }
    error_clear(&ignored); /* a reference that is not there has no authors, and is said to be missing in the references */
    item_free(work);
}

static const char *jurisdiction_of(const Item *item)
{
    for (size_t i = 0; i < item->link_count; i++)
        if (item->links[i].forward && strcmp(item->links[i].relation, "of") == 0)
            return item->links[i].title;
    return NULL;
}

void write_href(XmlWriter *writer, const char *url)
{
    char *link = url_link(url);
    xml_attribute(writer, "href", link);
    free(link);
}

static void write_reference_parts(Composition *composition, const Item *item)
{
    XmlWriter *writer = &composition->writer;
    const char *url = value_of(item, "url");
    char *year = year_of(item);
    xml_element(writer, "title", item->title);
    xml_element(writer, "authors", value_of(item, "authors"));
    if (item->kind == KIND_INSTRUMENT)
        xml_element(writer, "authors", jurisdiction_of(item));
    xml_element(writer, "year", year);
    xml_element(writer, "identifier", value_of(item, item->kind == KIND_INSTRUMENT ? "short-name" : "identifier"));
    if (url != NULL) {
        xml_begin(writer, "url");
        write_href(writer, url);
        xml_text(writer, url);
        xml_end(writer);
    }
    free(year);
}

static bool write_reference(Composition *composition, size_t index, Error *error)
{
    XmlWriter *writer = &composition->writer;
    const char *id = composition->references.items[index];
    Error failure = {0};
    Item *item = item_load(composition->store, id, &failure);
    if (item == NULL && failure.code != ERROR_NOT_FOUND) {
        error_set_at(error, failure.code, failure.file, failure.line, "%s", failure.message);
        error_clear(&failure);
        return false;
    }
    error_clear(&failure);
    xml_begin(writer, "reference");
    xml_attribute_number(writer, "number", index + 1);
    xml_attribute(writer, "id", id);
    if (item != NULL) {
        xml_attribute(writer, "kind", kind_definition(item->kind)->name);
        write_reference_parts(composition, item);
    } else {
        xml_attribute_flag(writer, "missing", true);
        xml_element(writer, "title", id);
    }
    xml_end(writer);
    item_free(item);
    return true;
}

bool write_references(Composition *composition, Error *error)
{
    if (composition->references.count == 0)
        return true;
    bool ok = true;
    xml_begin(&composition->writer, "references");
    for (size_t i = 0; ok && i < composition->references.count; i++)
        ok = write_reference(composition, i, error);
    xml_end(&composition->writer);
    return ok;
}

/* Creative Commons' share-alike: what is made of the text is under the same licence. */
static bool is_share_alike(const char *licence)
{
    return licence != NULL && (strcasestr(licence, "BY-SA") != NULL || strcasestr(licence, "ShareAlike") != NULL);
}

static const SourceInfo *source_find(const Composition *composition, const char *id)
{
    for (size_t i = 0; id != NULL && i < composition->infos.count; i++)
        if (strcmp(composition->infos.sources[i].id, id) == 0)
            return &composition->infos.sources[i];
    return NULL;
}

void write_attribution(Composition *composition, const Item *item)
{
    XmlWriter *writer = &composition->writer;
    const SourceInfo *source = item->citation_count > 0 ? source_find(composition, item->citations[0].source) : NULL;
    if (source == NULL || source->rank == 0 || source->licence == NULL)
        return;
    bool share_alike = is_share_alike(source->licence);
    const char *whose = source->cite != NULL ? source->cite : source->title;
    bool says_licence = whose != NULL && strstr(whose, source->licence) != NULL;
    char *words = string_format("Text from %s%s%s%s.", whose, says_licence ? "" : ", under ", says_licence ? "" : source->licence,
                                share_alike ? "; what is made of it stays under that licence" : "");
    xml_begin(writer, "attribution");
    xml_attribute(writer, "source", source->id);
    xml_attribute(writer, "licence", source->licence);
    xml_attribute_flag(writer, "share-alike", share_alike);
    write_href(writer, source->url);
    xml_text(writer, words);
    xml_end(writer);
    free(words);
}

static void write_source(XmlWriter *writer, const SourceInfo *source)
{
    char *date = date_words(source->date);
    xml_begin(writer, "source");
    xml_attribute(writer, "id", source->id);
    xml_attribute(writer, "version", source->version);
    xml_attribute(writer, "date", source->date);
    xml_attribute(writer, "date-text", date);
    xml_attribute(writer, "licence", source->licence);
    xml_attribute_flag(writer, "share-alike", is_share_alike(source->licence));
    write_href(writer, source->url);
    xml_element(writer, "title", source->title);
    xml_element(writer, "cite-as", source->cite);
    xml_end(writer);
    free(date);
}

void write_provenance(Composition *composition)
{
    XmlWriter *writer = &composition->writer;
    xml_begin(writer, "provenance");
    xml_attribute(writer, "generator", "gairo");
    xml_attribute(writer, "version", PACKAGE_VERSION);
    for (size_t i = 0; i < basis_count(); i++) {
        const BasisDefinition *basis = basis_at(i);
        if (!string_list_contains(&composition->bases, basis->name))
            continue;
        xml_begin(writer, "basis");
        xml_attribute(writer, "name", basis->name);
        xml_attribute(writer, "title", basis->title);
        xml_text(writer, basis->explanation);
        xml_end(writer);
    }
    for (size_t i = 0; i < composition->infos.count; i++)
        if (string_list_contains(&composition->sources, composition->infos.sources[i].id))
            write_source(writer, &composition->infos.sources[i]);
    xml_end(writer);
}
