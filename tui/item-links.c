#include "config.h"

#include "tui/item-links.h"

#include "core/memory.h"
#include "core/text.h"
#include "tui/citation-text.h"

#include <stdlib.h>
#include <string.h>

/* The parts of a page that links stand in. */
typedef enum LinkPart { PART_MITIGATIONS, PART_OTHERS, PART_PLACES } LinkPart;

static LinkPart part_of(const ItemLink *link)
{
    if (strcmp(link->relation, "reduces") == 0) {
        return PART_MITIGATIONS;
    }
    bool place = link->forward && (strcmp(link->relation, "in") == 0 || strcmp(link->relation, "at") == 0);
    return place ? PART_PLACES : PART_OTHERS;
}

static bool same_group(const ItemLink *a, const ItemLink *b)
{
    return strcmp(a->relation, b->relation) == 0 && a->forward == b->forward;
}

/* The links from first on that stand under one heading. */
static size_t group_length(const Item *item, size_t first)
{
    size_t end = first + 1;
    while (end < item->link_count && same_group(&item->links[first], &item->links[end])) {
        end++;
    }
    return end - first;
}

/* Where all of a group are from the same place, that is said once, beside the heading. */
static void add_group(const Item *item, size_t first, size_t count, Document *document)
{
    const ItemLink *links = &item->links[first];
    const RelationDefinition *relation = relation_find(links->relation);
    const char *heading = relation == NULL ? links->relation : links->forward ? relation->forward : relation->inverse;
    bool same = true;
    for (size_t i = 1; i < count; i++) {
        same = same && citation_same(&links[0].citation, &links[i].citation);
    }
    char *common = same ? citation_note(item, &links[0].citation) : NULL;
    document_heading(document, heading, common);
    for (size_t i = 0; i < count; i++) {
        char *note = same ? NULL : citation_note(item, &links[i].citation);
        document_link(document, links[i].title, note, links[i].text, links[i].id);
        free(note);
    }
    free(common);
}

static void add_groups(const Item *item, LinkPart part, Document *document)
{
    for (size_t i = 0, count; i < item->link_count; i += count) {
        count = group_length(item, i);
        if (part_of(&item->links[i]) == part) {
            add_group(item, i, count, document);
        }
    }
}

/* An item two steps away, with the titles it is reached through. */
typedef struct SecondStep {
    char *id, *title;
    Text through;
} SecondStep;

typedef struct SecondSteps {
    SecondStep *steps;
    size_t count;
} SecondSteps;

static void add_step(SecondSteps *steps, const ItemLink *link, const char *through)
{
    size_t i = 0;
    while (i < steps->count && strcmp(steps->steps[i].id, link->id) != 0) {
        i++;
    }
    if (i == steps->count) {
        steps->steps = memory_resize(steps->steps, steps->count + 1, sizeof *steps->steps);
        steps->steps[steps->count++] = (SecondStep){.id = string_copy(link->id), .title = string_copy(link->title)};
    }
    Text *text = &steps->steps[i].through;
    text_append_format(text, "%s%s", text->length > 0 ? "; " : "Through: ", through);
}

static void show_steps(SecondSteps *steps, const char *heading, const char *note, Document *document)
{
    if (steps->count > 0) {
        document_heading(document, heading, note);
    }
    for (size_t i = 0; i < steps->count; i++) {
        document_link(document, steps->steps[i].title, NULL, steps->steps[i].through.data, steps->steps[i].id);
        free(steps->steps[i].id);
        free(steps->steps[i].title);
        text_free(&steps->steps[i].through);
    }
    free(steps->steps);
}

static bool speaks_of_law(const ItemLink *link)
{
    static const char *const relations[] = {"requires", "exempts", "encourages"};
    for (size_t i = 0; i < sizeof relations / sizeof *relations; i++) {
        if (strcmp(link->relation, relations[i]) == 0) {
            return !link->forward;
        }
    }
    return false;
}

static void add_second_steps(Store *store, const Item *item, Document *document)
{
    SecondSteps recommendations = {0}, laws = {0};
    for (size_t i = 0; item->kind == KIND_RISK && i < item->link_count; i++) {
        if (strcmp(item->links[i].relation, "reduces") != 0) {
            continue;
        }
        Item *mitigation = item_load(store, item->links[i].id, NULL);
        for (size_t j = 0; mitigation != NULL && j < mitigation->link_count; j++) {
            const ItemLink *link = &mitigation->links[j];
            if (!link->forward && strcmp(link->relation, "calls-for") == 0) {
                add_step(&recommendations, link, mitigation->title);
            } else if (speaks_of_law(link)) {
                add_step(&laws, link, mitigation->title);
            }
        }
        item_free(mitigation);
    }
    show_steps(&recommendations, "What to do", "recommendations that call for these mitigations", document);
    show_steps(&laws, "What law says", "rules that speak of these mitigations", document);
}

void item_links(Store *store, const Item *item, bool whole, Document *document)
{
    add_groups(item, PART_MITIGATIONS, document);
    if (whole) {
        add_second_steps(store, item, document);
    }
    add_groups(item, PART_OTHERS, document);
    add_groups(item, PART_PLACES, document);
}

void item_sources(const Item *item, Document *document)
{
    if (item->citation_count > 0) {
        document_heading(document, "From", NULL);
    }
    for (size_t i = 0; i < item->citation_count; i++) {
        const ItemCitation *citation = &item->citations[i];
        const BasisDefinition *basis = citation->citation.basis == NULL ? NULL : basis_find(citation->citation.basis);
        if (citation->citation.reference != NULL) {
            document_link(
                document, citation->reference_title != NULL ? citation->reference_title : citation->citation.reference,
                citation->citation.locator, basis == NULL ? NULL : basis->explanation, citation->citation.reference);
        }
    }
    document_gap(document);
    document_paragraph(document, STYLE_QUIET, item->id, NULL);
}
