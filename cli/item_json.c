#include "cli/item.h"
#include "store/law.h"

static json_t *citation_json(const Citation *citation)
{
    json_t *object = json_object();

    json_put(object, "id", citation->reference);
    json_put(object, "locator", citation->locator);
    json_put(object, "basis", citation->basis);
    return object;
}

static json_t *fields_json(const Item *item)
{
    json_t *array = json_array();

    for (size_t i = 0; i < item->field_count; i++) {
        const ItemField *field = &item->fields[i];
        json_t *object = json_object();

        json_put(object, "name", field->name);
        json_put(object, "value", field->value);
        json_put_lines(object, "text", field->text);
        (void)json_object_set_new(object, "source", citation_json(&field->citation));
        (void)json_array_append_new(array, object);
    }
    return array;
}

static json_t *cells_json(const Item *item)
{
    json_t *array = json_array();

    for (size_t i = 0; i < item->cell_count; i++) {
        const ItemCell *cell = &item->cells[i];
        json_t *object = json_object();

        json_put(object, "component", component_ids[cell->component]);
        json_put(object, "value", cell->value);
        json_put(object, "level", cell_level(cell->component, cell->value));
        json_put(object, "licence", cell->licence);
        json_put(object, "licence_id", cell->licence_id);
        json_put(object, "guess", cell->guess);
        json_put_lines(object, "text", cell->text);
        json_put(object, "source", cell->source);
        (void)json_array_append_new(array, object);
    }
    return array;
}

static json_t *events_json(const Item *item, const char *as_of)
{
    json_t *array = json_array();

    for (size_t i = 0; i < item->event_count; i++) {
        const ItemEvent *event = &item->events[i];
        json_t *object = json_object();

        json_put(object, "date", event->date);
        json_put(object, "type", event->type);
        (void)json_object_set_new(object, "to_come", json_boolean(law_event_to_come(event, as_of)));
        json_put_lines(object, "text", event->text);
        (void)json_array_append_new(array, object);
    }
    return array;
}

/* The ids of what a link leads over. */
static json_t *ways_json(const Ways *ways, const ItemLink *link)
{
    json_t *array = json_array();
    size_t count;
    const Way *first = ways_of(ways, link, &count);

    for (size_t i = 0; i < count; i++)
        (void)json_array_append_new(array, json_text(first[i].step.id, SANITISE_LINE));
    return array;
}

/* All that say so: the first of several links to the same other end, and those behind it. */
static json_t *link_sources_json(const Item *item, size_t first)
{
    json_t *array = json_array();

    for (size_t i = first; i < item->link_count && (i == first || item_link_is_repeated(item, i)); i++) {
        json_t *source = citation_json(&item->links[i].citation);

        json_put_lines(source, "text", item->links[i].text);
        json_put(source, "asserted_by", item->links[i].source);
        (void)json_array_append_new(array, source);
    }
    return array;
}

/* The words of the first of them that has any. */
static const char *link_text(const Item *item, size_t first)
{
    size_t i = first;

    while (!item->links[i].text && i + 1 < item->link_count && item_link_is_repeated(item, i + 1))
        i++;
    return item->links[i].text;
}

static json_t *links_json(const ShownItem *shown)
{
    const Item *item = shown->item;
    json_t *array = json_array();

    for (size_t i = 0; i < item->link_count; i++) {
        const ItemLink *link = &item->links[i];
        json_t *object;

        if (item_link_is_repeated(item, i))
            continue;
        object = json_object();
        json_put(object, "relation", link->relation);
        json_put(object, "direction", link->forward ? "to" : "from");
        json_put(object, "id", link->id);
        json_put(object, "kind", kind_definition(link->kind)->name);
        json_put(object, "title", link->title);
        json_put_lines(object, "text", link_text(item, i));
        if (ways_may_have(link))
            (void)json_object_set_new(object, "through", ways_json(&shown->ways, link));
        (void)json_object_set_new(object, "source", citation_json(&link->citation));
        (void)json_object_set_new(object, "sources", link_sources_json(item, i));
        (void)json_array_append_new(array, object);
    }
    return array;
}

static json_t *sources_json(const Item *item)
{
    json_t *array = json_array();

    for (size_t i = 0; i < item->citation_count; i++) {
        const ItemCitation *citation = &item->citations[i];
        json_t *object = citation_json(&citation->citation);

        json_put(object, "title", citation->reference_title);
        json_put(object, "asserted_by", citation->source);
        (void)json_array_append_new(array, object);
    }
    return array;
}

static json_t *review_json(const ItemReview *review)
{
    json_t *object = json_object();

    json_put(object, "state", review_state_name(review->state));
    json_put(object, "name", review->reviewer);
    json_put(object, "date", review->date);
    json_put(object, "note", review->note);
    return object;
}

static json_t *derived_json(const Consequences *derived)
{
    json_t *array = json_array();

    for (size_t i = 0; i < derived->count; i++) {
        const Consequence *entry = &derived->entries[i];

        if (entry->direct) /* a link of its own says it */
            continue;
        json_t *object = json_object(), *through = json_array();

        json_put(object, "relation", consequence_relation_name(entry->relation));
        json_put(object, "id", entry->id);
        json_put(object, "kind", kind_definition(entry->kind)->name);
        json_put(object, "title", entry->title);
        if (entry->relation == CONSEQUENCE_PROVISION)
            json_put(object, "state", entry->state);
        for (size_t j = 0; j < entry->through_count; j++)
            (void)json_array_append_new(through, json_text(entry->through[j].id, SANITISE_LINE));
        (void)json_object_set_new(object, "through", through);
        (void)json_array_append_new(array, object);
    }
    return array;
}

json_t *item_json(const ShownItem *shown)
{
    const Item *item = shown->item;
    json_t *object = json_object();

    json_put(object, "id", item->id);
    json_put(object, "kind", kind_definition(item->kind)->name);
    json_put(object, "title", item->title);
    json_put(object, "summary", item->summary);
    json_put(object, "summary_source", item->summary_source);
    json_put_lines(object, "body", item->body);
    if (item->kind == KIND_INSTRUMENT || item->kind == KIND_PROVISION)
    {
        json_put(object, "state", shown->state);
        json_put(object, "state_in_paper", shown->in_paper);
        json_put(object, "known_on", shown->known_on);
    }
    if (shown->text.version) {
        json_put(object, "text_version", shown->text.version);
        json_put(object, "text_amended", shown->text.amended);
    }
    (void)json_object_set_new(object, "fields", fields_json(item));
    (void)json_object_set_new(object, "cells", cells_json(item));
    (void)json_object_set_new(object, "events", events_json(item, shown->as_of));
    (void)json_object_set_new(object, "links", links_json(shown));
    (void)json_object_set_new(object, "derived", derived_json(&shown->derived));
    (void)json_object_set_new(object, "sources", sources_json(item));
    json_put_lines(object, "note", item->note);
    (void)json_object_set_new(object, "review", review_json(&item->review));
    return object;
}
