/* How the chain goes on from an item. */
#include "store/trace.h"

#include "core/date.h"
#include "core/memory.h"
#include "store/database.h"
#include "store/meaning.h"
#include "store/tracer.h"

#include <stdlib.h>
#include <string.h>

#define DEPTH_MAX 12 /* deeper than any honest chain; areas may lie in areas */

#define ONE(kind) KIND_BIT(KIND_##kind)
#define QUESTION (ONE(RISK) | ONE(OPPORTUNITY))
#define RULED (ONE(MITIGATION) | ONE(COMPONENT))
#define CHAIN (QUESTION | ONE(MITIGATION) | ONE(RECOMMENDATION))

/* How the chain came to an item, which says how it goes on. */
typedef enum Way {
    WAY_DOWN,    /* from the start: the whole chain */
    WAY_START,   /* it is the start: also what it came from */
    WAY_ASKED,   /* a recommendation, below a mitigation that it calls for */
    WAY_LAW,     /* a mitigation, below a recommendation: the law on it */
    WAY_UP,      /* a mitigation, below a law: the risks it reduces */
    WAY_END,     /* nothing below it is shown */
    WAY_COUNT
} Way;
#define BIT(way) (1u << WAY_##way)
#define FROM_TOP (BIT(DOWN) | BIT(START))

/* A link that leads on from an item of a kind, reached in one of some ways. */
typedef struct Step {
    Kind from;
    unsigned ways;
    const char *relation;
    bool forward;
    KindSet to;
    Way next;
    bool needed; /* an end of the chain where nothing is there */
} Step;

static const Step steps[] = {
    {KIND_RISK, FROM_TOP, "reduces", false, ONE(MITIGATION), WAY_DOWN, true},
    {KIND_RISK, FROM_TOP, RELATION_ADVICE_MEANS, false, ONE(RECOMMENDATION), WAY_ASKED, false},
    {KIND_RISK, FROM_TOP, RELATION_LAW_MEANS, false, TRACE_LAW, WAY_END, false},
    {KIND_OPPORTUNITY, FROM_TOP, "strengthens", false, ONE(RECOMMENDATION), WAY_DOWN, true},
    {KIND_MITIGATION, BIT(START), "reduces", true, ONE(RISK), WAY_END, false},
    {KIND_MITIGATION, FROM_TOP, "calls-for", false, ONE(RECOMMENDATION), WAY_ASKED, true},
    {KIND_MITIGATION, BIT(UP), "reduces", true, ONE(RISK), WAY_END, false},
    {KIND_MITIGATION, BIT(LAW), "requires", false, TRACE_LAW, WAY_END, false},
    {KIND_MITIGATION, BIT(LAW), "exempts", false, TRACE_LAW, WAY_END, false},
    {KIND_MITIGATION, BIT(LAW), "encourages", false, TRACE_LAW, WAY_END, false},
    {KIND_RECOMMENDATION, BIT(START), RELATION_ADVICE_MEANS, true, ONE(RISK), WAY_END, false},
    {KIND_RECOMMENDATION, BIT(START), "strengthens", true, ONE(OPPORTUNITY), WAY_END, false},
    {KIND_RECOMMENDATION, FROM_TOP, "calls-for", true, ONE(MITIGATION), WAY_LAW, false},
    {KIND_PROVISION, FROM_TOP, "requires", true, RULED, WAY_UP, false},
    {KIND_PROVISION, FROM_TOP, "exempts", true, RULED, WAY_UP, false},
    {KIND_PROVISION, FROM_TOP, "encourages", true, RULED, WAY_UP, false},
    {KIND_PROVISION, FROM_TOP, RELATION_LAW_MEANS, true, ONE(RISK), WAY_END, false},
    {KIND_PROVISION, BIT(START), "text-of", true, ONE(PROVISION), WAY_DOWN, false},
    {KIND_INSTRUMENT, FROM_TOP, "requires", true, RULED, WAY_UP, false},
    {KIND_INSTRUMENT, FROM_TOP, "exempts", true, RULED, WAY_UP, false},
    {KIND_INSTRUMENT, FROM_TOP, "encourages", true, RULED, WAY_UP, false},
    {KIND_INSTRUMENT, FROM_TOP, RELATION_LAW_MEANS, true, ONE(RISK), WAY_END, false},
    {KIND_INSTRUMENT, FROM_TOP, "part-of", false, ONE(PROVISION), WAY_DOWN, false},
    {KIND_JURISDICTION, FROM_TOP, "of", false, ONE(INSTRUMENT), WAY_DOWN, false},
    {KIND_REGION, FROM_TOP, "in", false, ONE(JURISDICTION), WAY_DOWN, false},
    {KIND_AREA, FROM_TOP, "in", false, QUESTION | ONE(AREA), WAY_DOWN, false},
    {KIND_STAGE, FROM_TOP, "at", false, QUESTION, WAY_DOWN, false},
    {KIND_COMPONENT, FROM_TOP, "depends-on", false, QUESTION, WAY_DOWN, false},
    {KIND_ACTOR, FROM_TOP, "addressed-to", false, ONE(RECOMMENDATION), WAY_DOWN, false},
    {KIND_INCIDENT, FROM_TOP, "evidence-of", true, ONE(RISK), WAY_DOWN, false},
    {KIND_INCIDENT, FROM_TOP, "may-be-evidence-of", true, ONE(RISK), WAY_DOWN, false},
    {KIND_FRAMEWORK, FROM_TOP, "part-of", false, ONE(FRAMEWORK_ENTRY), WAY_DOWN, false},
    {KIND_FRAMEWORK_ENTRY, FROM_TOP, "same-as", false, CHAIN, WAY_DOWN, false},
    {KIND_FRAMEWORK_ENTRY, FROM_TOP, "broader", false, CHAIN, WAY_DOWN, false},
    {KIND_FRAMEWORK_ENTRY, FROM_TOP, "narrower", false, CHAIN, WAY_DOWN, false},
    {KIND_FRAMEWORK_ENTRY, FROM_TOP, "related", false, CHAIN, WAY_DOWN, false},
    {KIND_REFERENCE, FROM_TOP, "supported-by", false, CHAIN, WAY_DOWN, false},
    {KIND_REFERENCE, FROM_TOP, "disputed-by", false, CHAIN, WAY_DOWN, false},
    {KIND_REFERENCE, FROM_TOP, "need-shown-by", false, CHAIN, WAY_DOWN, false},
};
#define STEPS_COUNT (sizeof steps / sizeof steps[0])

static bool follow(Tracer *tracer, const Item *item, Way way, TraceNode *node, int depth);

static bool is_step(const Step *step, const ItemLink *link)
{
    return link->forward == step->forward && strcmp(link->relation, step->relation) == 0 &&
           (step->to & KIND_BIT(link->kind)) != 0;
}

/* Adds an item below node and, the first time, what follows from it. */
static bool add_item(Tracer *tracer, const char *id, const char *relation, Way way, TraceNode *node, int depth)
{
    if (tracer->trace->node_count >= TRACE_NODES_MAX || depth >= DEPTH_MAX) {
        tracer->trace->cut = true;
        return true;
    }
    Met *met = tracer_meet(tracer, id);
    if (!met)
        return false;
    /* A law's own text: what follows from it follows from what is said of it, which is there too. */
    if (met->item->kind == KIND_PROVISION && item_field(met->item, "text-version"))
        return true;
    if (!scope_set_has(&tracer->scope, id, met->item->kind)) {
        tracer->trace->outside++;
        return true;
    }
    TraceNode *child = trace_add_child(node, trace_node_of(met, relation));
    tracer->trace->node_count++;
    if (met->followed & (1u << way) && (met->item->kind != KIND_MITIGATION || met->above == tracer->above)) {
        child->again = true;
        return true;
    }
    met->followed |= 1u << way;
    met->above = tracer->above;
    if (!follow(tracer, met->item, way, child, depth + 1))
        return false;
    if (child->child_count == 0) /* nothing to point back to */
        met->followed &= ~(1u << way);
    return true;
}

/* As MEANS() in SQL. */
static bool speaks_of(const Item *item, const char *risk)
{
    bool says = false, this_one = false;
    for (size_t i = 0; i < item->link_count; i++) {
        const ItemLink *link = &item->links[i];
        if (!link->forward || (strcmp(link->relation, RELATION_LAW_MEANS) != 0 &&
                               strcmp(link->relation, RELATION_ADVICE_MEANS) != 0))
            continue;
        says = true;
        this_one = this_one || strcmp(link->id, risk) == 0;
    }
    return !says || this_one;
}

/* *meant is false for a link of a mitigation that leads from a risk to a law or a recommendation, or from a law to a risk,
 * which do not mean each other; and for a recommendation that a risk leads to at once and was met below what reduces it. */
static bool is_meant(Tracer *tracer, const Item *item, const ItemLink *link, bool *meant)
{
    const Item *above = tracer->above;
    bool answer = ((TRACE_LAW | ONE(RECOMMENDATION)) & KIND_BIT(link->kind)) != 0;
    bool at_once = item->kind == KIND_RISK && link->kind == KIND_RECOMMENDATION;
    *meant = true;
    if (!at_once && (item->kind != KIND_MITIGATION || !above ||
                     (above->kind == KIND_RISK ? !answer : link->kind != KIND_RISK)))
        return true;
    const Met *met = answer ? tracer_meet(tracer, link->id) : NULL;
    if (answer && !met)
        return false;
    *meant = at_once ? met->above != item : answer ? speaks_of(met->item, above->id) : speaks_of(above, link->id);
    return true;
}

/* What a step leads to from an item. */
typedef struct Found {
    bool any;   /* something, for whichever risk */
    bool meant; /* something for the risk or the law that the chain is below */
} Found;

/* Follows the links of one step and adds to found. */
static bool take_step(Tracer *tracer, const Item *item, const Step *step, TraceNode *node, int depth, Found *found)
{
    bool meant;
    for (size_t i = 0; i < item->link_count; i++) {
        const ItemLink *link = &item->links[i];
        if (!is_step(step, link) || item_link_is_repeated(item, i))
            continue;
        if (!is_meant(tracer, item, link, &meant))
            return false;
        found->any = true;
        found->meant = found->meant || meant;
        if (meant && !add_item(tracer, link->id, link->relation, step->next, node, depth))
            return false;
    }
    return true;
}

/* Says what is missing where a step found nothing, or nothing for the risk above. */
static void add_gap(Tracer *tracer, const Item *item, TraceNode *node, Kind missing, Found found)
{
    if (!found.meant)
        trace_add_gap(tracer->trace, item, node, missing, found.any ? tracer->above->id : NULL);
}

/* The laws that bear on a mitigation, or that none was seen. */
static bool add_law(Tracer *tracer, const Item *mitigation, TraceNode *node, int depth)
{
    Found found = {0};
    for (size_t i = 0; i < STEPS_COUNT; i++) {
        if (steps[i].from == KIND_MITIGATION && steps[i].ways == BIT(LAW) &&
            !take_step(tracer, mitigation, &steps[i], node, depth, &found))
            return false;
    }
    add_gap(tracer, mitigation, node, KIND_PROVISION, found);
    return true;
}

/* A model's components that it released, in part or in full: what is said to depend on them follows. */
static bool follow_cells(Tracer *tracer, const Item *model, TraceNode *node, int depth)
{
    size_t last = COMPONENT_COUNT;
    for (size_t i = 0; i < model->cell_count; i++) {
        const ItemCell *cell = &model->cells[i];
        bool released = cell->value[0] >= '2' && cell->value[0] <= '5' && cell->value[1] == '\0';
        if (cell->component == last) /* the first source's value counts */
            continue;
        last = cell->component;
        size_t before = node->child_count;
        if (released && !add_item(tracer, component_ids[cell->component], NULL, WAY_DOWN, node, depth))
            return false;
        if (node->child_count > before)
            node->children[before].value = string_copy(cell->value);
    }
    return true;
}

static bool follow_steps(Tracer *tracer, const Item *item, Way way, TraceNode *node, int depth)
{
    if (item->kind == KIND_RECOMMENDATION && !node->actors)
        trace_add_gap(tracer->trace, item, node, KIND_ACTOR, NULL);
    if (way == WAY_ASKED)
        return true;
    if (way == WAY_LAW)
        return add_law(tracer, item, node, depth);
    if (item->kind == KIND_MODEL)
        return follow_cells(tracer, item, node, depth);
    for (size_t i = 0; i < STEPS_COUNT; i++) {
        const Step *step = &steps[i];
        Found found = {0};
        if (step->from != item->kind || !(step->ways & (1u << way)))
            continue;
        if (!take_step(tracer, item, step, node, depth, &found))
            return false;
        if (step->needed)
            add_gap(tracer, item, node, item->kind == KIND_RISK ? KIND_MITIGATION : KIND_RECOMMENDATION, found);
    }
    return item->kind != KIND_MITIGATION || !((1u << way) & FROM_TOP) || add_law(tracer, item, node, depth);
}

static bool follow(Tracer *tracer, const Item *item, Way way, TraceNode *node, int depth)
{
    const Item *above = tracer->above;
    if (way == WAY_END)
        return true;
    if (item->kind == KIND_RISK || (TRACE_LAW & KIND_BIT(item->kind)) != 0)
        tracer->above = item;
    bool done = follow_steps(tracer, item, way, node, depth);
    tracer->above = above;
    return done;
}

void trace_follows(const char *relation, bool *forward, bool *backward)
{
    /* Whom a recommendation is addressed to is named, and what a law or a recommendation is about is asked. */
    *forward = strcmp(relation, "addressed-to") == 0 || strcmp(relation, RELATION_LAW_MEANS) == 0 ||
               strcmp(relation, RELATION_ADVICE_MEANS) == 0;
    *backward = false;
    for (size_t i = 0; i < STEPS_COUNT; i++) {
        if (strcmp(steps[i].relation, relation) == 0)
            *(steps[i].forward ? forward : backward) = true;
    }
}

bool trace_starts_from(Kind kind)
{
    if (kind == KIND_MODEL)
        return true;
    for (size_t i = 0; i < STEPS_COUNT; i++) {
        if (steps[i].from == kind)
            return true;
    }
    return false;
}

static bool can_be_traced(const Item *item, Error *error)
{
    if (trace_starts_from(item->kind))
        return true;
    error_set(error, ERROR_USAGE,
              "a trace starts from what leads to risks, opportunities, what reduces or strengthens them, or law; %s is "
              "a %s",
              item->id, kind_definition(item->kind)->name);
    return false;
}

/* The kinds that a chain from there can come to, with those that are named in it. */
static KindSet kinds_below(Kind start)
{
    KindSet kinds = start == KIND_MODEL ? ONE(COMPONENT) : 0, before;
    do {
        before = kinds;
        for (size_t i = 0; i < STEPS_COUNT; i++) {
            if (steps[i].from == start || (kinds & KIND_BIT(steps[i].from)) != 0)
                kinds |= steps[i].to;
        }
        kinds |= (kinds & ONE(RECOMMENDATION)) != 0 ? ONE(ACTOR) : 0; /* who is asked to act */
    } while (kinds != before);
    return kinds;
}

/* The first item of the chain, with all that can follow it at hand; NULL on failure. */
static Met *begin(Tracer *tracer, const char *id)
{
    Met *met = tracer_meet(tracer, id);
    bool done = met && can_be_traced(met->item, tracer->error) &&
                trace_items_load(tracer->store, kinds_below(met->item->kind), &tracer->items, tracer->error);
    return done ? met : NULL;
}

bool trace_make(Store *store, const char *id, const Query *query, Trace *trace, Error *error)
{
    Error own = {0};
    char today[DATE_SIZE];
    *trace = (Trace){0};
    date_today(today);
    Tracer tracer = {.store = store,
                     .as_of = query && query->as_of ? query->as_of : today,
                     .trace = trace,
                     .error = error ? error : &own};
    /* A question that stands open keeps the file read from: all that follow are answered from the same data. */
    Statement held;
    if (statement_open(store, "SELECT 1 FROM item LIMIT 2", &held, tracer.error))
        statement_step(&held);
    Met *met = scope_set_load(store, query, &tracer.scope, tracer.error) ? begin(&tracer, id) : NULL;
    bool done = met != NULL;
    if (done) {
        trace->root = trace_node_of(met, NULL);
        trace->node_count = 1;
        met->followed = BIT(START) | BIT(DOWN);
        done = follow(&tracer, met->item, WAY_START, &trace->root, 0);
    }
    done = statement_close(&held) && done;
    tracer_free(&tracer);
    error_clear(&own);
    if (!done)
        trace_free(trace);
    return done;
}
