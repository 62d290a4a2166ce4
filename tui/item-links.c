#include "config.h"

#include "tui/item-links.h"

#include "core/date.h"
#include "core/memory.h"
#include "store/consequences.h"
#include "store/law.h"
#include "store/link_entries.h"
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

/* The state of a law on that day, NULL for what is none. The caller owns it. */
static char *state_of(Store *store, Kind kind, const char *id, const char *as_of)
{
    char today[DATE_SIZE];
    if (kind != KIND_INSTRUMENT && kind != KIND_PROVISION) {
        return NULL;
    }
    date_today(today);
    return law_state_by_id(store, id, as_of == NULL ? today : as_of, NULL);
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

static void add_entry(Store *store, const Item *item, const LinkEntry *entry, bool said, const char *as_of,
                      Document *document)
{
    const ItemLink *link = entry->links[0];
    char *note = join_notes(state_of(store, link->kind, link->id, as_of), entry_note(item, entry, said));
    char *words = entry->common > 0 ? NULL : link_entry_words(entry);
    document_link(document, link->title, note, words, link->id);
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
static void add_group(Store *store, const Item *item, size_t first, size_t count, const char *as_of,
                      Document *document)
{
    const ItemLink *links = &item->links[first];
    const RelationDefinition *relation = relation_find(links->relation);
    const char *heading = relation == NULL ? links->relation : links->forward ? relation->forward : relation->inverse;
    LinkEntries entries = link_entries(links, count);
    bool same = link_entries_have_one_citation(&entries);
    char *common = same ? citation_note(item, &links[0].citation) : NULL;
    document_heading(document, heading, common);
    for (size_t i = 0; i < entries.count; i++) {
        const LinkEntry *entry = &entries.entries[i];
        if (entry->hidden) {
            continue;
        }
        if (entry->common > 0 && (i == 0 || entries.entries[i - 1].common != entry->common)) {
            char *note = same ? NULL : citation_note(item, &entry->links[0]->citation);
            document_paragraph(document, STYLE_NORMAL, entry->links[0]->text, note);
            free(note);
        }
        add_entry(store, item, entry, same, as_of, document);
        add_more(item, entry->more, document);
    }
    link_entries_free(&entries);
    free(common);
}

static void add_groups(Store *store, const Item *item, LinkPart part, const char *as_of, Document *document)
{
    for (size_t i = 0, count; i < item->link_count; i += count) {
        count = group_length(item, i);
        if (part_of(&item->links[i]) == part) {
            add_group(store, item, i, count, as_of, document);
        }
    }
}

/* What a law does with them, as a page says it: "Requires". */
static const char *step_verb(const ConsequenceStep *step)
{
    const RelationDefinition *relation = relation_find(step->relation);
    return relation == NULL ? step->relation : relation->forward;
}

/* "Through: Red teaming; Bug bounties"; of law, which may ask for one and exempt another: "Requires: Red teaming;
 * Exempts: Bug bounties". The caller owns it. */
static char *through_text(const Consequence *consequence)
{
    Text text = {0};
    for (size_t i = 0; i < consequence->through_count; i++) {
        const ConsequenceStep *step = &consequence->through[i];
        bool law = consequence->relation == CONSEQUENCE_PROVISION;
        bool again = i > 0 && (!law || strcmp(step->relation, consequence->through[i - 1].relation) == 0);
        text_append_format(&text, "%s%s%s%s", i > 0 ? "; " : "", again ? "" : law ? step_verb(step) : "Through",
                           again ? "" : ": ", step->title);
    }
    return text_take(&text);
}

static void add_consequences(Store *store, const Item *item, const char *as_of, Document *document)
{
    static const struct {
        const char *heading, *note;
    } parts[CONSEQUENCE_RELATION_COUNT] = {
        [CONSEQUENCE_RECOMMENDATION] = {"What to do", "recommendations that call for these mitigations"},
        [CONSEQUENCE_PROVISION] = {"Law on what reduces it", "rules that speak of these mitigations"},
    };
    Consequences consequences = {0};
    int last = -1; /* the relation that the heading is of */
    if (!consequences_load(store, item, &consequences, NULL)) {
        return;
    }
    for (size_t i = 0; i < consequences.count; i++) {
        const Consequence *entry = &consequences.entries[i];
        if (entry->direct) { /* a link of its own says it */
            continue;
        }
        if (last != (int)entry->relation) {
            document_heading(document, parts[entry->relation].heading, parts[entry->relation].note);
            last = (int)entry->relation;
        }
        char *through = through_text(entry);
        char *state = state_of(store, entry->kind, entry->id, as_of);
        document_link(document, entry->title, state, through, entry->id);
        free(state);
        free(through);
    }
    consequences_free(&consequences);
}

void item_links(Store *store, const Item *item, const char *as_of, bool whole, Document *document)
{
    add_groups(store, item, PART_MITIGATIONS, as_of, document);
    add_groups(store, item, PART_ACTIONS, as_of, document);
    add_groups(store, item, PART_LAW, as_of, document);
    if (whole) {
        add_consequences(store, item, as_of, document);
    }
    add_groups(store, item, PART_OTHERS, as_of, document);
    add_groups(store, item, PART_PLACES, as_of, document);
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
