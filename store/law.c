#include "store/law.h"
#include "store/database.h"
#include "store/law_parts.h"
#include "store/list.h"

#include "core/date.h"
#include "core/memory.h"

#include <stdlib.h>
#include <string.h>

static bool is(const ItemEvent *event, const char *type)
{
    return strcmp(event->type, type) == 0;
}

/* What the events say, as seen from one day. */
typedef struct History {
    const char *ended; /* the state that the latest of the ends gives; NULL: none */
    const char *ended_on;
    const char *announced;  /* when its rescission was announced; NULL: it was not, or it was adopted anew */
    const char *stayed;     /* when a court stayed it last; NULL: none did */
    const char *lifted;     /* when a stay was lifted last; NULL: none was */
    const char *opened;     /* the latest day it was proposed or adopted */
    bool proposed, adopted; /* has been; adopted: or published */
    bool force, applies;    /* has come */
    bool adoption_known;    /* there is such an event, past or to come */
    bool beginning_known;   /* there is any event that leads to a law, past or to come */
    bool published;         /* has been */
    bool publication_ahead; /* the day of publication is known, and was yet to come */
    const char *next_force, *next_applies; /* the first day yet to come; NULL: none */
    const char *next_amended;              /* the same of an amendment */
    const char *expected;                  /* a day to come that was put off later, as nobody knew yet */
} History;

/* The states that end a law's life. Of two on one day the later in this list counts. */
static const char *const ends[] = {"vetoed", "withdrawn", "lapsed", "superseded", "revoked"};

/* The place of an event's type among them, or -1. */
static int end_place(const char *type)
{
    for (int i = 0; i < (int)(sizeof ends / sizeof *ends); i++) {
        if (strcmp(type, ends[i]) == 0)
            return i;
    }
    return -1;
}

static bool is_end(const ItemEvent *event)
{
    return end_place(event->type) >= 0;
}

/* What neither begins nor ends a law, and shows in its state. */
static bool interrupts(const ItemEvent *event)
{
    return is(event, "rescission-announced") || is(event, "stayed") || is(event, "stay-lifted");
}

static void take_earlier(const char **slot, const char *date)
{
    if (!*slot || date_compare(date, *slot) < 0)
        *slot = date;
}

static void take_later(const char **slot, const char *date)
{
    if (!*slot || date_compare(date, *slot) > 0)
        *slot = date;
}

static void take_end(History *history, const ItemEvent *event)
{
    int order = history->ended ? date_compare(event->date, history->ended_on) : 1;
    if (order > 0 || (order == 0 && end_place(event->type) > end_place(history->ended))) {
        history->ended = event->type;
        history->ended_on = event->date;
    }
}

/* How its life ended and when it last began. */
static void read_ends(History *history, const ItemEvent *events, size_t count, const char *as_of)
{
    for (size_t i = 0; i < count; i++) {
        const ItemEvent *event = &events[i];
        if (date_compare(event->date, as_of) > 0)
            continue;
        if (is_end(event))
            take_end(history, event);
        if (is(event, "rescission-announced"))
            take_later(&history->announced, event->date);
        if (is(event, "stayed"))
            take_later(&history->stayed, event->date);
        if (is(event, "stay-lifted"))
            take_later(&history->lifted, event->date);
        if (is(event, "proposed") || is(event, "adopted"))
            take_later(&history->opened, event->date);
    }
}

static void note_past(History *history, const ItemEvent *event)
{
    history->proposed = history->proposed || is(event, "proposed");
    history->adopted = history->adopted || is(event, "adopted") || is(event, "published") || is(event, "amended");
    history->published = history->published || is(event, "published");
    history->force = history->force || is(event, "in-force");
    history->applies = history->applies || is(event, "applies");
}

static void note_future(History *history, const ItemEvent *event)
{
    if (is(event, "in-force"))
        take_earlier(&history->next_force, event->date);
    if (is(event, "applies"))
        take_earlier(&history->next_applies, event->date);
    if (is(event, "amended"))
        take_earlier(&history->next_amended, event->date);
    if (is(event, "published"))
        history->publication_ahead = true;
}

/* Whether people knew on the day looked from that the act would begin on date. What was published tells it. Where that day
 * is yet to come, nobody knew; where none is told, an amendment that was yet to come may be what set the date. */
static bool day_was_known(const History *history, const char *date)
{
    if (history->published)
        return true;
    if (history->next_amended && date_compare(history->next_amended, date) <= 0)
        return false;
    return history->force || !history->publication_ahead;
}

/* A day that was put off counts until the amendment that did so: the latest that does not come after it. */
static bool is_expected(const ItemEvent *event, const ItemEvent *events, size_t count, const char *as_of)
{
    const char *put_off = NULL;
    for (size_t i = 0; i < count; i++) {
        if (is(&events[i], "amended") && date_compare(events[i].date, event->date) <= 0)
            take_later(&put_off, events[i].date);
    }
    return date_compare(event->date, as_of) > 0 && (!put_off || date_compare(put_off, as_of) > 0);
}

static void note(History *history, const ItemEvent *event, const char *as_of)
{
    if (date_compare(event->date, as_of) <= 0)
        note_past(history, event);
    else
        note_future(history, event);
    if (is(event, "adopted") || is(event, "published"))
        history->adoption_known = true;
    if (!is_end(event) && !interrupts(event))
        history->beginning_known = true;
}

static History read_history(const ItemEvent *events, size_t count, const char *as_of)
{
    History history = {0};
    const char *first_life = NULL; /* its last day; NULL: there is no second one */
    read_ends(&history, events, count, as_of);
    /* What was vetoed or revoked can be proposed or adopted anew; what came before counts no more then. */
    if (history.ended && history.opened && date_compare(history.opened, history.ended_on) > 0) {
        first_life = history.ended_on;
        history.ended = NULL;
    }
    if (history.announced && history.opened && date_compare(history.opened, history.announced) > 0)
        history.announced = NULL;
    if (history.stayed && ((history.opened && date_compare(history.opened, history.stayed) > 0) ||
                           (history.lifted && date_compare(history.lifted, history.stayed) >= 0)))
        history.stayed = NULL;
    for (size_t i = 0; i < count; i++) {
        if (first_life && date_compare(events[i].date, first_life) <= 0)
            continue;
        note(&history, &events[i], as_of);
        if (is(&events[i], "was-to-apply") && is_expected(&events[i], events, count, as_of))
            take_earlier(&history.expected, events[i].date);
    }
    return history;
}

#define IN_FORCE "in force"
#define PARTLY "partly in force"
#define APPLIES_FROM "applies from "

static char *state_in_force(const History *history)
{
    const char *next = history->expected ? history->expected : history->next_applies;
    if (history->applies && next)
        return string_copy(PARTLY);
    if (history->applies || (history->force && !next))
        return string_copy(IN_FORCE);
    const char *date = next ? next : history->next_force;
    bool adopted = history->adopted || history->force || !history->adoption_known;
    bool known = history->expected ? history->published || !history->publication_ahead : day_was_known(history, date);
    if (date && adopted && known)
        return string_format(APPLIES_FROM "%s", date);
    if (history->adopted)
        return string_copy("adopted");
    if (history->proposed)
        return string_copy("proposed");
    return string_copy(history->beginning_known ? "not adopted yet" : "no dates known");
}

char *law_state_of_events(const ItemEvent *events, size_t count, bool voluntary, const char *as_of)
{
    if (count == 0)
        return string_copy(voluntary ? "voluntary" : "no dates known");
    History history = read_history(events, count, as_of);
    if (history.ended)
        return string_copy(history.ended);
    if (history.stayed)
        return string_copy("stayed");
    if (history.announced)
        return string_copy("rescission announced");
    /* What is issued to be used from a later day is not in use until then. */
    bool waits = history.next_applies || history.next_force;
    if (voluntary && (history.force || history.applies || (history.adopted && !waits)))
        return string_copy("voluntary");
    return state_in_force(&history);
}

static bool begins(const char *state, const char *words)
{
    return strncmp(state, words, strlen(words)) == 0;
}

void law_parts_take(LawParts *parts, const ItemEvent *events, size_t count, const char *as_of)
{
    char *state = law_state_of_events(events, count, false, as_of);
    bool partly = strcmp(state, PARTLY) == 0;
    parts->later = parts->later || partly || begins(state, APPLIES_FROM);
    /* A recital is "in force" with its act: only what is said to apply shows that a part of it does. */
    if (partly || strcmp(state, IN_FORCE) == 0)
        parts->apply = parts->apply || read_history(events, count, as_of).applies;
    free(state);
}

char *law_state_with_parts(char *state, const LawParts *parts)
{
    bool partly =
        state && ((strcmp(state, IN_FORCE) == 0 && parts->later) || (begins(state, APPLIES_FROM) && parts->apply));
    if (!partly)
        return state;
    free(state);
    return string_copy(PARTLY);
}

char *law_state_of_undated(char *state)
{
    if (!state || strcmp(state, PARTLY) != 0)
        return state;
    free(state);
    return string_copy("act " PARTLY);
}

static bool has_force(const Item *item, bool *voluntary)
{
    const ItemField *force = item_field(item, "force");
    if (force && force->value)
        *voluntary = strcmp(force->value, "voluntary") == 0;
    return force != NULL;
}

static const char *instrument_of(const Item *item)
{
    for (size_t i = 0; i < item->link_count; i++) {
        if (item->links[i].forward && strcmp(item->links[i].relation, "part-of") == 0)
            return item->links[i].id;
    }
    return NULL;
}

static bool is_enactment(const ItemEvent *event)
{
    return is(event, "adopted") || is(event, "published");
}

bool law_event_counts(const ItemEvent *event, const ItemEvent *own, size_t own_count, const char *as_of)
{
    if (own_count == 0 || is_end(event) || interrupts(event))
        return true;
    bool enacted = false;
    for (size_t i = 0; i < own_count; i++)
        enacted = enacted || is_enactment(&own[i]);
    if (!enacted)
        return is_enactment(event);
    /* A later act may have added the provision: what was published before it says nothing of it. */
    return is(event, "published") && date_compare(event->date, as_of) > 0;
}

/* A provision's own events and those of its instrument that count for it. The strings stay the items'. */
static ItemEvent *events_of_provision(const Item *provision, const Item *instrument, const char *as_of, size_t *count)
{
    ItemEvent *events = memory_zeroed(provision->event_count + instrument->event_count + 1, sizeof *events);
    *count = 0;
    for (size_t i = 0; i < provision->event_count; i++)
        events[(*count)++] = provision->events[i];
    for (size_t i = 0; i < instrument->event_count; i++) {
        if (law_event_counts(&instrument->events[i], provision->events, provision->event_count, as_of))
            events[(*count)++] = instrument->events[i];
    }
    return events;
}

static void take_parts(void *context, const char *owner, const LawParts *parts)
{
    (void)owner;
    *(LawParts *)context = *parts;
}

/* By its own dates and those of its provisions. */
static char *state_of_instrument(Store *store, const Item *item, bool voluntary, const char *as_of, Error *error)
{
    LawParts parts = {0};
    Statement statement;
    if (statement_open(store, LAW_PARTS("p.target", "link p", "p.target = ?1"), &statement, error)) {
        statement_bind(&statement, 1, item->id);
        law_parts_read(&statement, as_of, take_parts, &parts);
    }
    if (!statement_close(&statement))
        return NULL;
    return law_state_with_parts(law_state_of_events(item->events, item->event_count, voluntary, as_of), &parts);
}

static char *state_of_provision(Store *store, const Item *item, const Item *instrument, bool voluntary,
                                const char *as_of, Error *error)
{
    if (item->event_count == 0)
        return law_state_of_undated(state_of_instrument(store, instrument, voluntary, as_of, error));
    size_t count;
    ItemEvent *events = events_of_provision(item, instrument, as_of, &count);
    char *state = law_state_of_events(events, count, voluntary, as_of);
    free(events);
    return state;
}

char *law_state(Store *store, const Item *item, const char *as_of, Error *error)
{
    if (item->kind != KIND_INSTRUMENT && item->kind != KIND_PROVISION)
        return NULL;
    bool voluntary = false, own_force = has_force(item, &voluntary);
    const char *instrument_id = item->kind == KIND_PROVISION ? instrument_of(item) : NULL;
    if (item->kind == KIND_INSTRUMENT)
        return state_of_instrument(store, item, voluntary, as_of, error);
    if (!instrument_id)
        return law_state_of_events(item->events, item->event_count, voluntary, as_of);
    Item *instrument = item_load(store, instrument_id, error);
    if (!instrument)
        return NULL;
    if (!own_force)
        has_force(instrument, &voluntary);
    char *state = state_of_provision(store, item, instrument, voluntary, as_of, error);
    item_free(instrument);
    return state;
}

char *law_state_by_id(Store *store, const char *id, const char *as_of, Error *error)
{
    Item *item = item_load(store, id, error);
    char *state = item ? law_state(store, item, as_of, error) : NULL;
    item_free(item);
    return state;
}

#define IDS_AT_ONCE 200 /* SQLite's expressions may be a thousand deep */

static int compare_rows(const void *a, const void *b)
{
    return strcmp(((const ItemRow *)a)->id, ((const ItemRow *)b)->id);
}

/* Adds the states of count ids. */
static bool add_states(Store *store, char *const *ids, size_t count, const char *as_of, ItemRows *states, Error *error)
{
    Query query = {.kinds = KIND_BIT(KIND_INSTRUMENT) | KIND_BIT(KIND_PROVISION), .as_of = string_copy(as_of)};
    ItemRows rows = {0};
    bool done = true;
    for (size_t i = 0; done && i < count; i++)
        done = query_add_condition(&query, "id", ids[i], error);
    done = done && items_list_states(store, &query, &rows, error);
    if (done && rows.count > 0) {
        states->rows = memory_resize(states->rows, states->count + rows.count, sizeof *states->rows);
        memcpy(&states->rows[states->count], rows.rows, rows.count * sizeof *rows.rows);
        states->count += rows.count;
    }
    free(rows.rows); /* what is in them was taken over */
    query_free(&query);
    return done;
}

bool law_states(Store *store, const StringList *ids, const char *as_of, ItemRows *states, Error *error)
{
    bool done = true;
    *states = (ItemRows){0};
    for (size_t i = 0; done && i < ids->count; i += IDS_AT_ONCE) {
        size_t count = ids->count - i < IDS_AT_ONCE ? ids->count - i : IDS_AT_ONCE;
        done = add_states(store, &ids->items[i], count, as_of, states, error);
    }
    if (states->count > 1)
        qsort(states->rows, states->count, sizeof *states->rows, compare_rows);
    return done;
}

const char *law_states_find(const ItemRows *states, const char *id)
{
    char *like = (char *)id;
    const ItemRow *found = states->count == 0 ? NULL
                                              : bsearch(&(ItemRow){.id = like}, states->rows, states->count,
                                                        sizeof *states->rows, compare_rows);
    return found ? found->status : NULL;
}

bool law_event_to_come(const ItemEvent *event, const char *as_of)
{
    return date_compare(event->date, as_of) > 0 && !is(event, "was-to-apply");
}

char *law_event_words(const ItemEvent *event, const char *as_of)
{
    const char *title = choice_title(event->type);
    return law_event_to_come(event, as_of) ? string_format("%s (to come)", title) : string_copy(title);
}

bool law_known_on(Store *store, char **date, Error *error)
{
    Statement statement;
    *date = NULL;
    if (statement_open(store, "SELECT date FROM source WHERE rank = 0 AND date IS NOT NULL ORDER BY id LIMIT 1",
                       &statement, error) &&
        statement_step(&statement))
        *date = statement_copy(&statement, 0);
    return statement_close(&statement);
}

int law_state_rank(const char *state)
{
    static const char *const binding[] = {"in force", "partly in force", "act partly in force"};
    for (size_t i = 0; i < sizeof binding / sizeof *binding; i++)
        if (strcmp(state, binding[i]) == 0)
            return 0;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (strcmp(state, ends[i]) == 0)
            return LAW_RANK_ENDED;
    return strcmp(state, "voluntary") == 0 ? 1 : 2;
}
