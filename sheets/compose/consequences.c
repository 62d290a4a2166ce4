/* What follows for a risk two links away: what to do, and what law says of it. Nobody asserts these; the sheet says so. */
#include "sheets/compose/composition.h"
#include "sheets/compose/words.h"

#include "core/text.h"
#include "store/consequences.h"
#include "store/law.h"

#include <stdlib.h>
#include <string.h>

static void begin_sentence(Text *text)
{
    if (text->length > 0)
        text_append_character(text, ' ');
}

/* "State on 23 November 2026: revoked.", so that nobody takes for the law what is none; nothing for a recommendation. */
static bool append_state(Composition *composition, Kind kind, const char *id, Text *text, Error *error)
{
    if (kind != KIND_INSTRUMENT && kind != KIND_PROVISION)
        return true;
    char *state = law_state_by_id(composition->store, id, composition->as_of, error);
    if (state == NULL)
        return false;
    char *day = date_words(composition->as_of), *words = state_words(state);
    text_append_format(text, "State on %s: %s.", day, words);
    free(day);
    free(words);
    free(state);
    return true;
}

static void append_summary(Text *text, const char *summary)
{
    if (summary == NULL)
        return;
    begin_sentence(text);
    text_append(text, summary);
}

/* "To: Regulators, Funders."; nothing where a recommendation is addressed to nobody, and for laws. */
static void append_addressees(Text *text, const Item *item)
{
    const ItemLink *last = NULL;
    for (size_t i = 0; i < item->link_count; i++) {
        const ItemLink *link = &item->links[i];
        if (!link->forward || strcmp(link->relation, "addressed-to") != 0 || item_link_is_repeated(item, i))
            continue;
        if (last == NULL)
            begin_sentence(text);
        text_append_format(text, "%s%s", last != NULL ? ", " : "To: ", link->title);
        last = link;
    }
    if (last != NULL)
        text_append_character(text, '.');
}

/* "Calls for: Watermarks in generated content, Staged release." */
static void append_way(Text *text, const Consequence *consequence)
{
    const char *relation = NULL;
    for (size_t i = 0; i < consequence->through_count; i++) {
        const ConsequenceStep *step = &consequence->through[i];
        const RelationDefinition *definition = relation_find(step->relation);
        if (relation != NULL && strcmp(relation, step->relation) == 0) {
            text_append_format(text, ", %s", step->title);
            continue;
        }
        if (relation != NULL)
            text_append_character(text, '.');
        begin_sentence(text);
        text_append_format(text, "%s: %s", definition != NULL ? definition->forward : step->relation, step->title);
        relation = step->relation;
    }
    text_append_character(text, '.');
}

static bool write_consequence(Composition *composition, Store *store, const Consequence *consequence, Error *error)
{
    Item *item = item_load(store, consequence->id, error);
    Text why = {0};
    bool ok = item != NULL && append_state(composition, item->kind, item->id, &why, error);
    if (ok) {
        append_summary(&why, item->summary);
        append_addressees(&why, item);
        append_way(&why, consequence);
        begin_link(composition, item->id, item->kind, item->title);
        xml_begin(&composition->writer, "statement");
        xml_element(&composition->writer, "why", why.data);
        xml_end(&composition->writer);
        xml_end(&composition->writer);
    }
    text_free(&why);
    item_free(item);
    return ok;
}

static bool write_group(Composition *composition, Store *store, const Consequences *consequences,
                        ConsequenceRelation relation, const char *title, Error *error)
{
    bool begun = false, ok = true;
    for (size_t i = 0; ok && i < consequences->count; i++) {
        if (consequences->entries[i].relation != relation || consequences->entries[i].direct)
            continue; /* the latter is said by a link of its own */
        if (!begun) {
            xml_begin(&composition->writer, "links");
            xml_attribute(&composition->writer, "relation", consequence_relation_name(relation));
            xml_attribute(&composition->writer, "direction", "forward");
            xml_attribute_flag(&composition->writer, "derived", true);
            xml_attribute(&composition->writer, "title", title);
            begun = true;
        }
        ok = write_consequence(composition, store, &consequences->entries[i], error);
    }
    if (begun)
        xml_end(&composition->writer);
    return ok;
}

bool write_way(Composition *composition, const Ways *ways, const ItemLink *link, Error *error)
{
    Text why = {0};
    char *words = ways_words(ways, link, false);
    bool ok = !ways_may_have(link) || append_state(composition, link->kind, link->id, &why, error);
    if (words != NULL) {
        begin_sentence(&why);
        text_append_format(&why, "%s.", words);
    }
    if (ok && why.length > 0) {
        xml_begin(&composition->writer, "statement");
        xml_element(&composition->writer, "why", why.data);
        xml_end(&composition->writer);
    }
    free(words);
    text_free(&why);
    return ok;
}

bool write_consequences(Composition *composition, const Item *item, Error *error)
{
    Consequences consequences = {0};
    Store *store = composition->store;
    bool ok = consequences_load(store, item, &consequences, error) &&
              consequences_add_states(store, composition->as_of, &consequences, error) &&
              write_group(composition, store, &consequences, CONSEQUENCE_RECOMMENDATION, "What to do (follows from what reduces it)", error) &&
              write_group(composition, store, &consequences, CONSEQUENCE_PROVISION, "Law on what reduces it (follows)", error);
    consequences_free(&consequences);
    return ok;
}
