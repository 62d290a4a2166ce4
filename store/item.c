#include "store/items.h"
#include "store/paper_words.h"

#include "core/memory.h"

#include <stdlib.h>
#include <string.h>

static void free_citation(Citation *citation)
{
    free(citation->reference);
    free(citation->locator);
    free(citation->basis);
}

static void free_field(ItemField *field)
{
    free(field->name);
    free(field->value);
    free(field->text);
    free(field->named);
    free(field->source);
    free_citation(&field->citation);
}

static void free_link(ItemLink *link)
{
    free(link->relation);
    free(link->id);
    free(link->title);
    free(link->summary);
    free(link->text);
    free(link->source);
    free_citation(&link->citation);
}

static void free_cell(ItemCell *cell)
{
    free(cell->value);
    free(cell->licence);
    free(cell->licence_id);
    free(cell->guess);
    free(cell->text);
    free(cell->source);
}

static void free_event(ItemEvent *event)
{
    free(event->date);
    free(event->type);
    free(event->text);
    free(event->source);
}

static void free_own(Item *item)
{
    free(item->id);
    free(item->title);
    free(item->summary);
    free(item->summary_source);
    free(item->body);
    free(item->digest);
    free(item->note);
    item_review_clear(&item->review);
}

void item_free(Item *item)
{
    if (!item)
        return;
    for (size_t i = 0; i < item->field_count; i++)
        free_field(&item->fields[i]);
    for (size_t i = 0; i < item->citation_count; i++) {
        free_citation(&item->citations[i].citation);
        free(item->citations[i].reference_title);
        free(item->citations[i].source);
    }
    for (size_t i = 0; i < item->link_count; i++)
        free_link(&item->links[i]);
    for (size_t i = 0; i < item->cell_count; i++)
        free_cell(&item->cells[i]);
    for (size_t i = 0; i < item->event_count; i++)
        free_event(&item->events[i]);
    free(item->fields);
    free(item->citations);
    free(item->links);
    free(item->cells);
    free(item->events);
    free_own(item);
    free(item);
}

const ItemField *item_field(const Item *item, const char *name)
{
    for (size_t i = 0; i < item->field_count; i++) {
        if (strcmp(item->fields[i].name, name) == 0)
            return &item->fields[i];
    }
    return NULL;
}

bool item_fields_say_same(const ItemField *one, const ItemField *other)
{
    return strcmp(one->name, other->name) == 0 && string_compare(one->value, other->value) == 0 &&
           string_compare(one->text, other->text) == 0;
}

bool item_field_is_repeated(const Item *item, size_t field)
{
    for (size_t i = 0; i < field; i++)
        if (item_fields_say_same(&item->fields[i], &item->fields[field]))
            return true;
    return false;
}

/* Words without what stands between them; the caller's. */
static char *closed_up(const char *text)
{
    char *words = string_copy(text);
    size_t length = 0;
    for (const char *c = text; *c; c++)
        if (!strchr(" \t\r\n", *c))
            words[length++] = *c;
    words[length] = '\0';
    return words;
}

bool item_summary_is_in_body(const Item *item)
{
    static const char cut[] = "…";
    if (!item->summary || !item->body)
        return false;
    char *summary = closed_up(item->summary), *body = closed_up(item->body);
    size_t length = strlen(summary);
    if (length > strlen(cut) && strcmp(summary + length - strlen(cut), cut) == 0)
        summary[length - strlen(cut)] = '\0';
    bool is_in = *summary && strstr(body, summary);
    free(summary);
    free(body);
    return is_in;
}

char *item_own_part(const Item *item)
{
    const BasisDefinition *own = basis_find("editorial");
    bool is_shared = false;
    char *part = NULL;
    for (size_t i = 0; i < item->citation_count; i++) {
        const Citation *citation = &item->citations[i].citation;
        if (!citation->basis || strcmp(citation->basis, own->name) != 0) {
            is_shared = true;
        } else if (citation->locator) {
            char *longer = part ? string_format("%s; %s", part, citation->locator)
                                : string_format("%s: %s", own->title, citation->locator);
            free(part);
            part = longer;
        }
    }
    if (!is_shared) {
        free(part);
        part = NULL;
    }
    return part;
}

bool item_link_is_repeated(const Item *item, size_t link)
{
    const ItemLink *this = &item->links[link], *before = link > 0 ? this - 1 : NULL;
    return before && before->forward == this->forward && strcmp(before->relation, this->relation) == 0 &&
           strcmp(before->id, this->id) == 0;
}

bool item_is_reviewed(const Item *item)
{
    return item->review.state == REVIEW_CHECKED || item->review.state == REVIEW_WRONG;
}

bool item_is_unchecked(const Item *item)
{
    return !item_is_reviewed(item) && item_has_paper_words(item);
}
