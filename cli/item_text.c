#include "cli/item.h"

#include "cli/prose.h"
#include "cli/stats_groups.h"
#include "store/disagreement.h"
#include "store/law.h"
#include "store/law_text.h"
#include "store/link_entries.h"
#include "store/thin.h"
#include "core/memory.h"

#include <stdlib.h>
#include <string.h>

#define INDENT 2

/* "paper, reference.eiras2024risks, Safety and security" */
static char *citation_text(const Citation *citation)
{
    Text text = {0};
    const char *const parts[] = {citation->basis, citation->reference, citation->locator};

    for (size_t i = 0; i < 3; i++)
        if (parts[i])
            text_append_format(&text, "%s%s", text.length > 0 ? ", " : "", parts[i]);
    return text_take(&text);
}

/* True where a citation says the same as the item's own first one, so that it need not be repeated. */
static bool is_own_citation(const Item *item, const Citation *citation)
{
    const Citation *own = item->citation_count > 0 ? &item->citations[0].citation : NULL;

    if (!citation->reference && !citation->basis)
        return true;
    return own && string_compare(own->reference, citation->reference) == 0 &&
           string_compare(own->basis, citation->basis) == 0 && string_compare(own->locator, citation->locator) == 0;
}

static void write_any_citation(Session *session, const Citation *citation, int indent)
{
    char *text = citation_text(citation);
    char *bracketed = string_format("[%s]", text);
    prose_write(session, indent, bracketed);
    free(bracketed);
    free(text);
}

static void write_citation(Session *session, const Item *item, const Citation *citation, int indent)
{
    if (!is_own_citation(item, citation))
        write_any_citation(session, citation, indent);
}

/* A choice as a reader is told it, and what an id names; NULL where there is no value. The caller owns it. */
static char *value_words(const FieldDefinition *definition, const ItemField *field)
{
    if (field->named)
        return string_format("%s (%s)", field->named, field->value);
    bool choice = definition && definition->type == FIELD_CHOICE && field->value;
    return string_copy(choice ? choice_title(field->value) : field->value);
}

/* What several sources say stands once, with the citation of each. */
static void write_field(Session *session, const Item *item, const ItemField *field)
{
    const FieldDefinition *definition = field_find(item->kind, field->name);
    char *value = value_words(definition, field);
    const char *thin = strcmp(field->name, "evidence") == 0 ? item_thin_evidence(item) : NULL;
    char *heading = string_format("%s%s%s%s%s%s", definition ? definition->title : field->name, value ? ": " : "",
                                  value ? value : "", thin ? " (" : "", thin ? thin : "", thin ? ")" : "");

    /* What has only a value stands on a line of its own, without an empty line around it. */
    if (field->text)
        prose_write_heading(session, heading);
    else
        prose_write(session, 0, heading);
    prose_write(session, INDENT, field->text);
    write_citation(session, item, &field->citation, INDENT);
    for (const ItemField *other = field + 1; other < item->fields + item->field_count; other++)
        if (item_fields_say_same(other, field) && citation_compare(&other->citation, &field->citation) != 0)
            write_citation(session, item, &other->citation, INDENT);
    free(heading);
    free(value);
}

/* Said at the top already. */
static bool is_of_heading(const ItemField *field)
{
    return strcmp(field->name, "text-version") == 0 || strcmp(field->name, "text-date") == 0;
}

static void write_fields(Session *session, const Item *item)
{
    bool values = false;

    for (size_t i = 0; i < item->field_count; i++) {
        if (item->fields[i].text || is_of_heading(&item->fields[i]) || item_field_is_repeated(item, i))
            continue;
        if (!values)
            output_write(&session->output, "\n");
        values = true;
        write_field(session, item, &item->fields[i]);
    }
    for (size_t i = 0; i < item->field_count; i++)
        if (item->fields[i].text && !item_field_is_repeated(item, i))
            write_field(session, item, &item->fields[i]);
}

static void write_state(Session *session, const ShownItem *shown)
{
    const Item *item = shown->item;

    if (shown->state) {
        char *heading = string_format("State on %s: %s%s%s%s", session->as_of, shown->state,
                                      item->kind == KIND_PROVISION && item->event_count == 0 && strncmp(shown->state, "act ", 4) != 0
                                          ? ", the law as a whole"
                                          : "",
                                      shown->known_on ? ", as known on " : "", shown->known_on ? shown->known_on : "");
        char *before = string_format("When the paper came out, in May 2024: %s", shown->in_paper);
        prose_write_heading(session, heading);
        prose_write(session, INDENT, before);
        free(heading);
        free(before);
    }
    for (size_t i = 0; i < item->event_count; i++) {
        const ItemEvent *event = &item->events[i];
        char *words = law_event_words(event, session->as_of);
        char *label = string_format("%-10s  %s", event->date, words);

        prose_write_labelled(session, INDENT, label, 36, event->text);
        free(label);
        free(words);
    }
}

static const char *link_heading(const ItemLink *link)
{
    const RelationDefinition *relation = relation_find(link->relation);

    return !relation ? link->relation : link->forward ? relation->forward : relation->inverse;
}

/* Of a law at the other end; NULL where there is none. The caller owns it. */
static char *state_of(Session *session, const ItemLink *link)
{
    bool law = !link->forward && (link->kind == KIND_INSTRUMENT || link->kind == KIND_PROVISION);

    return law ? law_state_by_id(session->store, link->id, session->as_of, NULL) : NULL;
}

/* The article's own words, where a law is named by what is said of a part of it. */
static void write_full_texts(Session *session, const ItemLink *link)
{
    FullTexts texts = {0};

    if (link->forward || link->kind != KIND_PROVISION || strcmp(link->relation, "addresses") != 0)
        return;
    (void)full_texts_add(session->store, link->id, &texts, NULL);
    for (size_t i = 0; i < texts.count; i++) {
        char *line = string_format("Full text: %s", texts.texts[i].id);
        prose_write(session, 2 * INDENT, line);
        free(line);
    }
    full_texts_free(&texts);
}

/* What is linked, and what is said of it: by each source that does, where there are several. */
static void write_entry(Session *session, const ShownItem *shown, const LinkEntry *entry, bool cited)
{
    const ItemLink *link = entry->links[0];
    char *state = state_of(session, link), *words = entry->common ? NULL : link_entry_words(entry);
    char *ways = ways_words(&shown->ways, link, true);
    char *line = string_format("%s  %s%s%s", link->id, link->title ? link->title : "", state ? ", " : "",
                               state ? state : "");

    prose_write(session, INDENT, line);
    prose_write(session, 2 * INDENT, words);
    prose_write(session, 2 * INDENT, ways);
    write_full_texts(session, link);
    for (size_t i = 0; i < entry->count && !cited && !entry->common; i++) {
        if (entry->count > 1)
            write_any_citation(session, &entry->links[i]->citation, 2 * INDENT);
        else
            write_citation(session, shown->item, &link->citation, 2 * INDENT);
    }
    free(line);
    free(ways);
    free(words);
    free(state);
}

/* How many incidents a page leaves out, and how to see them. */
static void write_more(Session *session, const Item *item, size_t count)
{
    char *line;

    if (count == 0)
        return;
    line = string_format("and %zu more: gairo list incidents --where linked=%s", count, item->id);
    prose_write(session, INDENT, line);
    free(line);
}

/* Links of one relation and direction, under their heading. What several have in common stands once, before them. */
static void write_group(Session *session, const ShownItem *shown, const ItemLink *links, size_t count)
{
    LinkEntries entries = link_entries(links, count);
    bool cited = entries.count > 1 && entries.entries[entries.count - 1].common == 0 &&
                 link_entries_have_one_citation(&entries);

    prose_write_heading(session, link_heading(links));
    if (cited)
        write_citation(session, shown->item, &links->citation, INDENT);
    for (size_t i = 0; i < entries.count; i++) {
        const LinkEntry *entry = &entries.entries[i];

        if (entry->hidden)
            continue;
        if (entry->common && (i == 0 || entries.entries[i - 1].common != entry->common)) {
            output_write(&session->output, i > 0 ? "\n" : NULL);
            prose_write(session, INDENT, entry->links[0]->text);
            write_citation(session, shown->item, &entry->links[0]->citation, INDENT);
        }
        write_entry(session, shown, entry, cited);
        write_more(session, shown->item, entry->more);
    }
    link_entries_free(&entries);
}

static void write_links(Session *session, const ShownItem *shown)
{
    const Item *item = shown->item;

    for (size_t i = 0, end; i < item->link_count; i = end) {
        const ItemLink *first = &item->links[i];

        for (end = i + 1; end < item->link_count; end++)
            if (item->links[end].forward != first->forward || strcmp(item->links[end].relation, first->relation) != 0)
                break;
        write_group(session, shown, first, end - i);
    }
}

/* What no source says of the item itself, so that it is told apart from its links. */
static void write_derived(Session *session, const Consequences *derived)
{
    static const char *const headings[CONSEQUENCE_RELATION_COUNT] = {
        [CONSEQUENCE_RECOMMENDATION] = "What to do (derived: recommendations that call for what reduces it)",
        [CONSEQUENCE_PROVISION] = "Law on what reduces it (derived: rules that speak of it)",
    };

    bool written = false;
    ConsequenceRelation last = CONSEQUENCE_RECOMMENDATION;

    for (size_t i = 0; i < derived->count; i++) {
        const Consequence *entry = &derived->entries[i];

        if (entry->direct) /* a link of its own says it */
            continue;
        char *line = string_format("%s  %s%s%s", entry->id, entry->title, entry->state ? ", " : "",
                                   entry->state ? entry->state : "");
        char *through = consequence_words(entry, true);

        if (!written || last != entry->relation)
            prose_write_heading(session, headings[entry->relation]);
        written = true;
        last = entry->relation;
        prose_write(session, INDENT, line);
        prose_write(session, 2 * INDENT, through);
        free(through);
        free(line);
    }
}

static void write_sources(Session *session, const Item *item)
{
    if (item->citation_count > 0)
        prose_write_heading(session, "Sources");
    for (size_t i = 0; i < item->citation_count; i++) {
        const ItemCitation *citation = &item->citations[i];
        char *text = citation_text(&citation->citation);
        char *line = string_format("%s%s%s", text, citation->reference_title ? ": " : "",
                                   citation->reference_title ? citation->reference_title : "");

        prose_write(session, INDENT, line);
        free(line);
        free(text);
    }
}

/* What the points of a licence give, and the cells that are scored otherwise. */
static void write_points(Session *session, const Item *item)
{
    bool licence = item->kind == KIND_LICENCE;
    LicencePoints points;
    Disagreements disagreements = {0};
    bool known = licence && licence_points(session->store, item->id, &points, NULL); /* else nothing is said of them */

    if (known && points.points >= 0) {
        char *heading = string_format("By its points: %d of 5, C%d for code, D%d for data", points.points,
                                      points.code_level, points.data_level);
        prose_write_heading(session, heading);
        free(heading);
    } else if (known) {
        prose_write_heading(session, "By its points: a point is unclear, so that no level is given");
    }
    if (!disagreements_load(session->store, item, &disagreements, NULL) || disagreements.count == 0)
        return;
    prose_write_heading(session, "Scored otherwise than by points; the source's scores stay as they are");
    for (size_t i = 0; i < disagreements.count; i++) {
        char *words = disagreement_words(&disagreements.entries[i], licence);
        prose_write(session, INDENT, words);
        free(words);
    }
    disagreements_free(&disagreements);
}

static void write_observation(Session *session, const Item *item)
{
    const ItemField *query = item->kind == KIND_OBSERVATION ? item_field(item, "query") : NULL;
    Observations observations = {0};

    if (query && query->value && openness_observations(session->store, NULL, &observations, NULL))
        stats_write_observation(session, &observations, query->value);
    observations_free(&observations);
}

/* Whose words it is stands before it. */
static void write_body(Session *session, const Item *item)
{
    if (!item->body)
        return;
    char *own = item_own_part(item);
    output_write(&session->output, "\n");
    if (own) {
        char *words = string_format("[%s]", own);
        prose_write(session, 2, words);
        free(words);
    }
    prose_write_body(session, item->body);
    free(own);
}

void item_write_text(Session *session, const ShownItem *shown)
{
    const Item *item = shown->item;
    char *review = review_words(&item->review, item_is_unchecked(item));
    char *line = string_format("%s  %s%s%s%s", kind_definition(item->kind)->title, item->id, review ? "  (" : "",
                               review ? review : "", review ? ")" : "");

    output_write(&session->output, session->color ? "\033[1m" : NULL);
    session_write_line(session, item->title);
    output_write(&session->output, session->color ? "\033[0m" : NULL);
    session_write_line(session, line);
    free(line);
    free(review);
    prose_write(session, 0, shown->text.version);
    prose_write(session, 0, shown->text.amended);
    if (item->summary) {
        output_write(&session->output, "\n");
        if (!item_summary_is_in_body(item))
            prose_write(session, 0, item->summary);
        if (item->summary_source) {
            char *words = string_format("[in the words of: %s]", item->summary_source);
            prose_write(session, 2, words);
            free(words);
        }
    }
    write_body(session, item);
    write_state(session, shown);
    write_fields(session, item);
    write_observation(session, item);
    item_write_cells(session, item);
    write_points(session, item);
    write_links(session, shown);
    write_derived(session, &shown->derived);
    if (item->note) {
        prose_write_heading(session, "Your note");
        prose_write(session, INDENT, item->note);
    }
    write_sources(session, item);
}
