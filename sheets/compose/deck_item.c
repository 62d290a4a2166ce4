/* The slide of one item: its summary, about three points, and where it is from. */
#include "sheets/compose/deck_maker.h"
#include "sheets/compose/table.h"
#include "sheets/compose/words.h"

#include "core/memory.h"
#include "store/consequences.h"
#include "store/law.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#define TITLES_MAX 3 /* of other items in a point; the rest is counted */
#define SOURCES_MAX 3
#define LAW_KINDS (KIND_BIT(KIND_INSTRUMENT) | KIND_BIT(KIND_PROVISION))

/* A text that ends after its first sentence. NULL for NULL. The caller owns it. */
static char *first_sentence(const char *text)
{
    if (text == NULL)
        return NULL;
    for (const char *place = text; *place != '\0'; place++)
        if (*place == '.' && isspace((unsigned char)place[1]) && isupper((unsigned char)place[1 + strspn(place + 1, " \t\r\n")]))
            return string_copy_bytes(text, (size_t)(place + 1 - text));
    return string_copy(text);
}

/* Counts a title, and appends it while there is room for it. */
static void add_title(Text *titles, size_t *count, const char *title)
{
    if (++*count <= TITLES_MAX)
        text_append_format(titles, "%s%s", titles->length > 0 ? "; " : "", title);
}

/* The titles collected, with how many more there are; NULL: none. */
static char *take_titles(Text *titles, size_t count)
{
    if (count > TITLES_MAX)
        text_append_format(titles, "; and %zu more", count - TITLES_MAX);
    return count > 0 ? text_take(titles) : NULL;
}

/* The titles at the other end of the links of a relation, the first of them. The caller owns it; NULL: none. */
static char *linked(const Item *item, const char *relation, bool forward)
{
    StringList told = {0};
    Text titles = {0};
    size_t count = 0;
    for (size_t i = 0; i < item->link_count; i++) {
        const ItemLink *link = &item->links[i];
        if (link->forward != forward || strcmp(link->relation, relation) != 0 || string_list_contains(&told, link->id))
            continue;
        string_list_add(&told, link->id);
        add_title(&titles, &count, link->title != NULL ? link->title : link->id);
    }
    string_list_free(&told);
    return take_titles(&titles, count);
}

static void add_effect(Slide *slide, const Item *item)
{
    const ItemField *effect = item_field(item, "effect");
    char *value = choice_words(item, "effect"), *evidence = choice_words(item, "evidence");
    char *reason = effect != NULL ? first_sentence(effect->text) : NULL;
    Text text = {0};
    if (value != NULL)
        text_append_format(&text, "%s", value);
    if (evidence != NULL)
        text_append_format(&text, "%sevidence: %s", text.length > 0 ? "; " : "", evidence);
    if (reason != NULL && *reason != '\0')
        text_append_format(&text, "%s%s", text.length > 0 ? ". " : "", reason);
    slide_point_take(slide, "Effect of openness",
                     text.length > 0 ? text_take(&text) : string_copy("not seen in the paper"));
    text_free(&text);
    free(value);
    free(evidence);
    free(reason);
}

/* What law says of what reduces a risk, each with its state on the day. */
static char *law_of(const Consequences *consequences)
{
    Text titles = {0};
    size_t count = 0;
    for (size_t i = 0; i < consequences->count; i++) {
        const Consequence *consequence = &consequences->entries[i];
        if (consequence->relation != CONSEQUENCE_PROVISION)
            continue;
        char *state = consequence->state != NULL ? state_words(consequence->state) : NULL;
        char *title = string_format("%s%s%s%s", consequence->title, state != NULL ? " (" : "", state != NULL ? state : "",
                                    state != NULL ? ")" : "");
        add_title(&titles, &count, title);
        free(title);
        free(state);
    }
    return take_titles(&titles, count);
}

static bool add_consequences(DeckMaker *maker, Slide *slide, const Item *item, Error *error)
{
    Consequences consequences = {0};
    Text titles = {0};
    size_t count = 0;
    const ItemField *gap = item_field(item, "gap");
    if (!consequences_load(maker->composition.store, item, &consequences, error) ||
        !consequences_add_states(maker->composition.store, maker->composition.as_of, &consequences, error)) {
        consequences_free(&consequences);
        return false;
    }
    for (size_t i = 0; i < consequences.count; i++)
        if (consequences.entries[i].relation == CONSEQUENCE_RECOMMENDATION)
            add_title(&titles, &count, consequences.entries[i].title);
    char *actions = take_titles(&titles, count), *reduced = linked(item, "reduces", false);
    if (actions == NULL && reduced != NULL)
        slide_point_take(slide, "Reduced by", string_copy(reduced));
    else
        slide_point_take(slide, "What to do",
                         actions != NULL ? string_copy(actions) : first_sentence(gap != NULL ? gap->text : "none known"));
    slide_point_take(slide, "What law says", law_of(&consequences));
    free(actions);
    free(reduced);
    consequences_free(&consequences);
    return true;
}

static bool add_law(DeckMaker *maker, Slide *slide, const Item *item, bool full, Error *error)
{
    char *now = law_state(maker->composition.store, item, maker->composition.as_of, error);
    char *then = now != NULL ? law_state(maker->composition.store, item, LAW_PAPER_DATE, error) : NULL;
    if (then == NULL) {
        free(now);
        return false;
    }
    char *words = state_words(now), *before = state_words(then), *day = date_words(maker->composition.as_of);
    slide_point_take(slide, "State", strcmp(now, then) == 0
                                         ? string_format("%s on %s", words, day)
                                         : string_format("%s on %s; %s in May 2024", words, day, before));
    slide_point_take(slide, "Open models", choice_words(item, "treatment"));
    if (full) {
        slide_point_take(slide, "Requires", linked(item, "requires", true));
        slide_point_take(slide, "Encourages", linked(item, "encourages", true));
        slide_point_take(slide, "Exempts", linked(item, "exempts", true));
    }
    free(now);
    free(then);
    free(words);
    free(before);
    free(day);
    return true;
}

static void add_model(Slide *slide, const Item *item)
{
    const ItemField *released = item_field(item, "released");
    size_t open = 0, applicable = 0;
    const char *weights = NULL;
    bool seen[COMPONENT_COUNT] = {false};
    for (size_t i = 0; i < item->cell_count; i++) {
        const ItemCell *cell = &item->cells[i];
        if (seen[cell->component])
            continue;
        seen[cell->component] = true;
        open += strcmp(cell->value, "5") == 0;
        applicable += cell->value[0] >= '1' && cell->value[0] <= '5';
        if (cell->component == COMPONENT_COUNT - 1)
            weights = cell->licence;
    }
    slide_point_take(slide, "Developed by", linked(item, "developed-by", true));
    slide_point_take(slide, "Released", date_words(released != NULL ? released->value : NULL));
    if (applicable > 0)
        slide_point_take(slide, "Openness",
                         string_format("%zu of the %zu components that apply and are known are fully open", open, applicable));
    slide_point(slide, "Licence of the weights", weights);
}

/* The first fields of a kind that has no points of its own. */
static void add_fields(Slide *slide, const Item *item)
{
    for (size_t i = 0; i < item->field_count && slide->point_count < TITLES_MAX; i++) {
        const ItemField *field = &item->fields[i];
        const FieldDefinition *definition = field_find(item->kind, field->name);
        if (definition == NULL || definition->type == FIELD_URL || strcmp(field->name, "order") == 0 ||
            strcmp(field->name, "query") == 0)
            continue;
        char *words = value_words(item->kind, definition, field->value);
        slide_point_take(slide, definition->title, words != NULL ? words : first_sentence(field->text));
    }
}

/* What there is to say of an item; what follows from it, and what it leads to, only where it is shown in full. */
static bool add_points(DeckMaker *maker, Slide *slide, const Item *item, bool full, Error *error)
{
    switch (item->kind) {
    case KIND_RISK:
        add_effect(slide, item);
        return !full || add_consequences(maker, slide, item, error);
    case KIND_OPPORTUNITY:
        add_effect(slide, item);
        if (full)
            slide_point_take(slide, "What to do", linked(item, "strengthens", false));
        if (full)
            slide_point_take(slide, "Costs of safeguards", linked(item, "has-cost", false));
        return true;
    case KIND_MITIGATION:
        slide_point_take(slide, "Maturity", choice_words(item, "maturity"));
        if (full) {
            const ItemField *limits = item_field(item, "limits");
            slide_point_take(slide, "Reduces", linked(item, "reduces", true));
            slide_point_take(slide, "Limits", first_sentence(limits != NULL ? limits->text : NULL));
            slide_point_take(slide, "Called for by", linked(item, "calls-for", false));
            slide_point_take(slide, "Required by", linked(item, "requires", false));
        }
        return true;
    case KIND_RECOMMENDATION:
        slide_point_take(slide, "Addressed to", linked(item, "addressed-to", true));
        slide_point_take(slide, "When", choice_words(item, "horizon"));
        if (full) {
            const ItemField *why = item_field(item, "why"), *price = item_field(item, "trade-off");
            slide_point_take(slide, "Why", first_sentence(why != NULL ? why->text : NULL));
            slide_point_take(slide, "Calls for", linked(item, "calls-for", true));
            slide_point_take(slide, "Answers", linked(item, "answers", true));
            slide_point_take(slide, "Trade-off", first_sentence(price != NULL ? price->text : NULL));
        }
        return true;
    case KIND_INSTRUMENT:
    case KIND_PROVISION:
        return add_law(maker, slide, item, full, error);
    case KIND_MODEL:
        add_model(slide, item);
        return true;
    default:
        add_fields(slide, item);
        return true;
    }
}

/* "Eiras et al. 2024, section 3.1 (paper, unchecked)": the first sources of the item as a whole, and who checked its words. */
static char *source_words(DeckMaker *maker, const Item *item)
{
    Text text = {0};
    size_t count = 0;
    for (size_t i = 0; i < item->citation_count; i++) {
        const Citation *citation = &item->citations[i].citation;
        const BasisDefinition *basis = citation->basis != NULL ? basis_find(citation->basis) : NULL;
        bool checked = citation->basis != NULL && strcmp(citation->basis, "paper") == 0 && item_is_reviewed(item);
        const char *basis_title = checked ? "paper" : basis != NULL ? basis->title : citation->basis;
        use_source(&maker->composition, item->citations[i].source);
        if (citation->reference == NULL || ++count > SOURCES_MAX)
            continue;
        const char *title = item->citations[i].reference_title;
        text_append_format(&text, "%s%s%s%s%s%s%s", text.length > 0 ? "; " : "", title != NULL ? title : citation->reference,
                           citation->locator != NULL ? ", " : "", citation->locator != NULL ? citation->locator : "",
                           basis_title != NULL ? " (" : "", basis_title != NULL ? basis_title : "", basis_title != NULL ? ")" : "");
    }
    if (count > SOURCES_MAX)
        text_append_format(&text, "; and %zu more", count - SOURCES_MAX);
    char *review = review_words(&item->review, false); /* that it is unchecked stands with its basis */
    if (review != NULL)
        text_append_format(&text, "%s%s", text.length > 0 ? "; " : "", review);
    free(review);
    return text.length > 0 ? text_take(&text) : NULL;
}

static char *kicker_words(const Item *item)
{
    char *where = (KIND_BIT(item->kind) & LAW_KINDS) != 0 ? linked(item, item->kind == KIND_PROVISION ? "part-of" : "of", true)
                                                          : linked(item, "in", true);
    char *words = string_format("%s%s%s", kind_definition(item->kind)->title, where != NULL ? ": " : "", where != NULL ? where : "");
    free(where);
    return words;
}

/* What the user wrote on the item in this sheet, and on the item. */
static char *notes_of(const Entry *entry)
{
    bool remark = entry->remark != NULL && *entry->remark != '\0', note = entry->note != NULL && *entry->note != '\0';
    if (!remark && !note)
        return NULL;
    return string_format("%s%s%s", remark ? entry->remark : "", remark && note ? "\n\n" : "", note ? entry->note : "");
}

bool deck_add_item(DeckMaker *maker, const Entry *entry, Error *error)
{
    const Item *item = entry->item;
    Slide *slide = deck_add(maker, SLIDE_ITEM, item->title);
    slide->id = string_copy(item->id);
    slide->kicker = kicker_words(item);
    slide->source = source_words(maker, item);
    slide->notes = notes_of(entry);
    if (entry->depth == DEPTH_TITLE)
        return true;
    slide->lead = string_copy(item->summary);
    for (size_t i = 0; i < item->cell_count; i++)
        use_source(&maker->composition, item->cells[i].source);
    return add_points(maker, slide, item, entry->depth == DEPTH_FULL, error);
}
