#include "config.h"

#include "tui/item-links.h"

#include "core/date.h"
#include "core/memory.h"
#include "store/law.h"
#include "store/law_text.h"
#include "store/link_entries.h"
#include "store/ways.h"
#include "tui/citation-text.h"

#include <stdlib.h>
#include <string.h>

/* The parts of a page that links stand in. */
typedef enum LinkPart { PART_MITIGATIONS, PART_ACTIONS, PART_LAW, PART_OTHERS, PART_PLACES } LinkPart;

static LinkPart part_of(const ItemLink *link)
{
    if (strcmp(link->relation, "reduces") == 0) {
        return PART_MITIGATIONS;
    }
    if (!link->forward && strcmp(link->relation, "answers") == 0) {
        return PART_ACTIONS;
    }
    if (!link->forward && strcmp(link->relation, "addresses") == 0) {
        return PART_LAW;
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

/* "in force; law, official text": what is there of the two. Takes them over; the caller owns it. */
static char *join_notes(char *state, char *note)
{
    if (state == NULL || note == NULL) {
        return state == NULL ? note : state;
    }
    char *both = string_format("%s; %s", state, note);
    free(state);
    free(note);
    return both;
}

/* "companion; framework · mot": who says so, where several do, or else where it differs from what the page is from. */
static char *entry_note(const Item *item, const LinkEntry *entry, bool said)
{
    if (said || entry->common > 0) {
        return NULL;
    }
    if (entry->count == 1) {
        return citation_note(item, &entry->links[0]->citation);
    }
    Text note = {0};
    for (size_t i = 0; i < entry->count; i++) {
        char *text = citation_text(&entry->links[i]->citation);
        text_append_format(&note, "%s%s", i > 0 ? "; " : "", text);
        free(text);
    }
    return text_take(&note);
}

/* What the links of a page are read with. */
typedef struct LinkPage {
    Store *store;
    const Item *item;
    const char *as_of; /* the day for the state of laws; NULL: today */
    ItemRows states;   /* of the laws that it links to */
    Ways ways;
    Document *document;
} LinkPage;

static bool is_law(Kind kind)
{
    return kind == KIND_INSTRUMENT || kind == KIND_PROVISION;
}

/* The states of laws that are read together. */
static void load_states(const LinkPage *page, const StringList *ids, ItemRows *states)
{
    char today[DATE_SIZE];
    Error error = {0};
    date_today(today);
    law_states(page->store, ids, page->as_of == NULL ? today : page->as_of, states, &error);
    error_clear(&error); /* no state is told then */
}

static void load_states_of_links(LinkPage *page)
{
    StringList ids = {0};
    for (size_t i = 0; i < page->item->link_count; i++) {
        if (is_law(page->item->links[i].kind)) {
            string_list_add(&ids, page->item->links[i].id);
        }
    }
    load_states(page, &ids, &page->states);
    string_list_free(&ids);
}

/* Below a provision that a law is named by: the article's own words, one step away. */
static void add_full_texts(const LinkPage *page, const char *provision)
{
    FullTexts texts = {0};
    Error error = {0};
    full_texts_add(page->store, provision, &texts, &error);
    error_clear(&error); /* the provision's page leads there too */
    for (size_t i = 0; i < texts.count; i++) {
        char *text = string_format("Full text: %s", texts.texts[i].title == NULL ? texts.texts[i].id : texts.texts[i].title);
        document_link(page->document, text, NULL, NULL, texts.texts[i].id);
        free(text);
    }
    full_texts_free(&texts);
}

static void add_entry(const LinkPage *page, const LinkEntry *entry, bool said)
{
    const ItemLink *link = entry->links[0];
    char *note = join_notes(string_copy(law_states_find(&page->states, link->id)), entry_note(page->item, entry, said));
    char *words = entry->common > 0 ? NULL : link_entry_words(entry), *ways = ways_words(&page->ways, link, false);
    char *reason = string_format("%s%s%s", words == NULL ? "" : words, words != NULL && ways != NULL ? "\n" : "",
                                 ways == NULL ? "" : ways);
    document_link(page->document, link->title, note, *reason == '\0' ? NULL : reason, link->id);
    if (part_of(link) == PART_LAW && link->kind == KIND_PROVISION) {
        add_full_texts(page, link->id);
    }
    free(reason);
    free(ways);
    free(words);
    free(note);
}

/* How many incidents the page leaves out; the way to the list of all. */
static void add_more(const Item *item, size_t count, Document *document)
{
    if (count == 0) {
        return;
    }
    char *text = string_format("and %zu more", count);
    char *target = string_format(TARGET_INCIDENTS "%s", item->id);
    document_link(document, text, "all of them in a list", NULL, target);
    free(target);
    free(text);
}

/* Where all of a group are from the same place, that is said once, beside the heading; the words that several have in
 * common once before them. */
static void add_group(const LinkPage *page, size_t first, size_t count)
{
    const ItemLink *links = &page->item->links[first];
    const RelationDefinition *relation = relation_find(links->relation);
    const char *heading = relation == NULL ? links->relation : links->forward ? relation->forward : relation->inverse;
    LinkEntries entries = link_entries(links, count);
    bool same = link_entries_have_one_citation(&entries);
    char *common = same ? citation_note(page->item, &links[0].citation) : NULL;
    document_heading(page->document, heading, common);
    for (size_t i = 0; i < entries.count; i++) {
        const LinkEntry *entry = &entries.entries[i];
        if (entry->hidden) {
            continue;
        }
        if (entry->common > 0 && (i == 0 || entries.entries[i - 1].common != entry->common)) {
            char *note = same ? NULL : citation_note(page->item, &entry->links[0]->citation);
            document_paragraph(page->document, STYLE_NORMAL, entry->links[0]->text, note);
            free(note);
        }
        add_entry(page, entry, same);
        add_more(page->item, entry->more, page->document);
    }
    link_entries_free(&entries);
    free(common);
}

static void add_groups(const LinkPage *page, LinkPart part)
{
    for (size_t i = 0, count; i < page->item->link_count; i += count) {
        count = group_length(page->item, i);
        if (part_of(&page->item->links[i]) == part) {
            add_group(page, i, count);
        }
    }
}

static void add_consequences(const LinkPage *page)
{
    static const struct {
        const char *heading, *note;
    } parts[CONSEQUENCE_RELATION_COUNT] = {
        [CONSEQUENCE_RECOMMENDATION] = {"What to do", "recommendations that call for these mitigations"},
        [CONSEQUENCE_PROVISION] = {"Law on what reduces it", "rules that speak of these mitigations"},
    };
    Consequences consequences = {0};
    StringList ids = {0};
    ItemRows states;
    int last = -1; /* the relation that the heading is of */
    if (!consequences_load(page->store, page->item, &consequences, NULL)) {
        return;
    }
    for (size_t i = 0; i < consequences.count; i++) {
        if (is_law(consequences.entries[i].kind)) {
            string_list_add(&ids, consequences.entries[i].id);
        }
    }
    load_states(page, &ids, &states);
    for (size_t i = 0; i < consequences.count; i++) {
        const Consequence *entry = &consequences.entries[i];
        if (entry->direct) { /* a link of its own says it */
            continue;
        }
        if (last != (int)entry->relation) {
            document_heading(page->document, parts[entry->relation].heading, parts[entry->relation].note);
            last = (int)entry->relation;
        }
        char *through = consequence_words(entry, false);
        document_link(page->document, entry->title, law_states_find(&states, entry->id), through, entry->id);
        free(through);
        if (entry->kind == KIND_PROVISION) {
            add_full_texts(page, entry->id);
        }
    }
    item_rows_free(&states);
    string_list_free(&ids);
    consequences_free(&consequences);
}

void item_links(Store *store, const Item *item, const char *as_of, bool whole, Document *document)
{
    LinkPage page = {.store = store, .item = item, .as_of = as_of, .document = document};
    if (whole) {
        ways_load(store, item, &page.ways, NULL);
    }
    load_states_of_links(&page);
    add_groups(&page, PART_MITIGATIONS);
    add_groups(&page, PART_ACTIONS);
    add_groups(&page, PART_LAW);
    if (whole) {
        add_consequences(&page);
    }
    add_groups(&page, PART_OTHERS);
    add_groups(&page, PART_PLACES);
    item_rows_free(&page.states);
    ways_free(&page.ways);
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
    char *spoken = string_format("Id: %s", item->id);
    document_say(document, spoken);
    free(spoken);
}
