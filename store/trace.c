#include "store/trace.h"

#include "core/date.h"
#include "core/memory.h"
#include "store/database.h"
#include "store/meaning.h"
#include "store/scope.h"

#include <stdlib.h>
#include <string.h>

#define DEPTH_MAX 12 /* deeper than any honest chain; areas may lie in areas */

#define ONE(kind) KIND_BIT(KIND_##kind)
#define QUESTION (ONE(RISK) | ONE(OPPORTUNITY))
#define LAW (ONE(INSTRUMENT) | ONE(PROVISION))
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
    {KIND_RISK, FROM_TOP, RELATION_LAW_MEANS, false, LAW, WAY_END, false},
    {KIND_OPPORTUNITY, FROM_TOP, "strengthens", false, ONE(RECOMMENDATION), WAY_DOWN, true},
    {KIND_MITIGATION, BIT(START), "reduces", true, ONE(RISK), WAY_END, false},
    {KIND_MITIGATION, FROM_TOP, "calls-for", false, ONE(RECOMMENDATION), WAY_ASKED, true},
    {KIND_MITIGATION, BIT(UP), "reduces", true, ONE(RISK), WAY_END, false},
    {KIND_MITIGATION, BIT(LAW), "requires", false, LAW, WAY_END, false},
    {KIND_MITIGATION, BIT(LAW), "exempts", false, LAW, WAY_END, false},
    {KIND_MITIGATION, BIT(LAW), "encourages", false, LAW, WAY_END, false},
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
    {KIND_FRAMEWORK, FROM_TOP, "part-of", false, ONE(FRAMEWORK_ENTRY), WAY_DOWN, false},
    {KIND_FRAMEWORK_ENTRY, FROM_TOP, "same-as", false, CHAIN, WAY_DOWN, false},
    {KIND_FRAMEWORK_ENTRY, FROM_TOP, "broader", false, CHAIN, WAY_DOWN, false},
    {KIND_FRAMEWORK_ENTRY, FROM_TOP, "narrower", false, CHAIN, WAY_DOWN, false},
    {KIND_FRAMEWORK_ENTRY, FROM_TOP, "related", false, CHAIN, WAY_DOWN, false},
    {KIND_REFERENCE, FROM_TOP, "supported-by", false, CHAIN, WAY_DOWN, false},
    {KIND_REFERENCE, FROM_TOP, "disputed-by", false, CHAIN, WAY_DOWN, false},
};
#define STEPS_COUNT (sizeof steps / sizeof steps[0])

/* An item that the chain came by; the same one is met often. */
typedef struct Met {
    Item *item;
    char *state;
    unsigned followed; /* the ways on which something followed from it */
    const Item *above; /* below which risk or law; what law follows from a mitigation depends on that */
} Met;

typedef struct Tracer {
    Store *store;
    const char *as_of;
    ScopeSet scope;
    Trace *trace;
    Met **met; /* by id */
    size_t met_count;
    ItemRows laws; /* by id, for their states; loaded with the first one that is met */
    const Item *above; /* the risk or the law that the chain is below, the nearest; NULL */
    Error *error;
} Tracer;

static void node_free(TraceNode *node)
{
    char *const texts[] = {node->id,       node->title,   node->relation, node->text,  node->effect, node->evidence,
                           node->maturity, node->horizon, node->actors,   node->state, node->value};
    for (size_t i = 0; i < node->child_count; i++)
        node_free(&node->children[i]);
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        free(texts[i]);
    free(node->children);
}

void trace_free(Trace *trace)
{
    node_free(&trace->root);
    for (size_t i = 0; i < trace->gap_count; i++) {
        free(trace->gaps[i].id);
        free(trace->gaps[i].text);
    }
    free(trace->gaps);
    *trace = (Trace){0};
}

static int compare_rows(const void *a, const void *b)
{
    return strcmp(((const ItemRow *)a)->id, ((const ItemRow *)b)->id);
}

/* The state of a law on the day, NULL for other items; false on failure. All laws are asked for at once: a chain comes by
 * hundreds of them. */
static bool find_state(Tracer *tracer, Item *item, char **state)
{
    *state = NULL;
    if ((KIND_BIT(item->kind) & LAW) == 0)
        return true;
    if (!tracer->laws.rows) {
        Query query = {.kinds = LAW, .as_of = string_copy(tracer->as_of)};
        bool done = items_list(tracer->store, &query, &tracer->laws, tracer->error);
        query_free(&query);
        if (!done)
            return false;
        qsort(tracer->laws.rows, tracer->laws.count, sizeof *tracer->laws.rows, compare_rows);
    }
    const ItemRow like = {.id = item->id};
    const ItemRow *found =
        bsearch(&like, tracer->laws.rows, tracer->laws.count, sizeof *tracer->laws.rows, compare_rows);
    *state = string_copy(found ? found->status : NULL);
    return true;
}

/* The item with that id, loaded when it is first met; NULL on failure. */
static Met *meet(Tracer *tracer, const char *id)
{
    size_t low = 0, high = tracer->met_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = strcmp(tracer->met[middle]->item->id, id);
        if (order == 0)
            return tracer->met[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    Item *item = item_load(tracer->store, id, tracer->error);
    if (!item)
        return NULL;
    char *state;
    if (!find_state(tracer, item, &state)) {
        item_free(item);
        return NULL;
    }
    tracer->met = memory_resize(tracer->met, tracer->met_count + 1, sizeof *tracer->met);
    memmove(&tracer->met[low + 1], &tracer->met[low], (tracer->met_count - low) * sizeof *tracer->met);
    tracer->met[low] = memory_zeroed(1, sizeof **tracer->met);
    *tracer->met[low] = (Met){.item = item, .state = state};
    tracer->met_count++;
    return tracer->met[low];
}

static char *field_value(const Item *item, const char *name)
{
    const ItemField *field = item_field(item, name);
    return string_copy(field ? field->value : NULL);
}

static char *actors_of(const Item *item)
{
    Text text = {0};
    for (size_t i = 0; i < item->link_count; i++) {
        if (item->links[i].forward && strcmp(item->links[i].relation, "addressed-to") == 0)
            text_append_format(&text, "%s%s", text.length > 0 ? ", " : "", item->links[i].title);
    }
    return text.length > 0 ? text_take(&text) : NULL;
}

static TraceNode node_of(const Met *met, const char *relation)
{
    const Item *item = met->item;
    bool recommendation = item->kind == KIND_RECOMMENDATION;
    return (TraceNode){.id = string_copy(item->id),
                       .kind = item->kind,
                       .title = string_copy(item->title),
                       .relation = string_copy(relation),
                       .effect = field_value(item, "effect"),
                       .evidence = field_value(item, "evidence"),
                       .maturity = field_value(item, "maturity"),
                       .horizon = field_value(item, "horizon"),
                       .actors = recommendation ? actors_of(item) : NULL,
                       .state = string_copy(met->state),
                       .in_basket = item->in_basket};
}

static TraceNode *add_child(TraceNode *node, TraceNode child)
{
    node->children = memory_resize(node->children, node->child_count + 1, sizeof *node->children);
    node->children[node->child_count] = child;
    return &node->children[node->child_count++];
}

static const char *missing_words(Kind missing)
{
    switch (missing) {
    case KIND_MITIGATION:
        return "no mitigation known";
    case KIND_RECOMMENDATION:
        return "no recommendation";
    case KIND_ACTOR:
        return "nobody is addressed";
    default:
        return "no rule seen";
    }
}

/* Says below node that something is missing; where that is said of the item already, that it comes again. */
static void add_gap(Tracer *tracer, const Item *item, TraceNode *node, Kind missing)
{
    const ItemField *field = item_field(item, "gap");
    const char *text = field && missing != KIND_PROVISION && missing != KIND_ACTOR ? field->text : NULL;
    Trace *trace = tracer->trace;
    for (size_t i = 0; i < trace->gap_count; i++) {
        if (trace->gaps[i].missing == missing && strcmp(trace->gaps[i].id, item->id) == 0) {
            node->again = true;
            return;
        }
    }
    add_child(node, (TraceNode){.id = string_copy(item->id),
                                .kind = missing,
                                .title = string_copy(missing_words(missing)),
                                .is_gap = true,
                                .text = string_copy(text)});
    trace->gaps = memory_resize(trace->gaps, trace->gap_count + 1, sizeof *trace->gaps);
    trace->gaps[trace->gap_count++] =
        (TraceGap){.id = string_copy(item->id), .text = string_copy(text), .missing = missing};
}

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
    Met *met = meet(tracer, id);
    if (!met)
        return false;
    /* A law's own text: what follows from it follows from what is said of it, which is there too. */
    if (met->item->kind == KIND_PROVISION && item_field(met->item, "text-version"))
        return true;
    if (!scope_set_has(&tracer->scope, id, met->item->kind)) {
        tracer->trace->outside++;
        return true;
    }
    TraceNode *child = add_child(node, node_of(met, relation));
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
    bool answer = ((LAW | ONE(RECOMMENDATION)) & KIND_BIT(link->kind)) != 0;
    bool at_once = item->kind == KIND_RISK && link->kind == KIND_RECOMMENDATION;
    *meant = true;
    if (!at_once && (item->kind != KIND_MITIGATION || !above ||
                     (above->kind == KIND_RISK ? !answer : link->kind != KIND_RISK)))
        return true;
    const Met *met = answer ? meet(tracer, link->id) : NULL;
    if (answer && !met)
        return false;
    *meant = at_once ? met->above != item : answer ? speaks_of(met->item, above->id) : speaks_of(above, link->id);
    return true;
}

/* Follows the links of one step; *found is set where there are some. */
static bool take_step(Tracer *tracer, const Item *item, const Step *step, TraceNode *node, int depth, bool *found)
{
    bool meant;
    for (size_t i = 0; i < item->link_count; i++) {
        const ItemLink *link = &item->links[i];
        if (!is_step(step, link))
            continue;
        *found = true;
        if (!is_meant(tracer, item, link, &meant))
            return false;
        if (meant && !add_item(tracer, link->id, link->relation, step->next, node, depth))
            return false;
    }
    return true;
}

/* The laws that bear on a mitigation, or that none was seen. */
static bool add_law(Tracer *tracer, const Item *mitigation, TraceNode *node, int depth)
{
    bool found = false;
    for (size_t i = 0; i < STEPS_COUNT; i++) {
        if (steps[i].from == KIND_MITIGATION && steps[i].ways == BIT(LAW) &&
            !take_step(tracer, mitigation, &steps[i], node, depth, &found))
            return false;
    }
    if (!found)
        add_gap(tracer, mitigation, node, KIND_PROVISION);
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
        add_gap(tracer, item, node, KIND_ACTOR);
    if (way == WAY_ASKED)
        return true;
    if (way == WAY_LAW)
        return add_law(tracer, item, node, depth);
    if (item->kind == KIND_MODEL)
        return follow_cells(tracer, item, node, depth);
    for (size_t i = 0; i < STEPS_COUNT; i++) {
        const Step *step = &steps[i];
        bool found = false;
        if (step->from != item->kind || !(step->ways & (1u << way)))
            continue;
        if (!take_step(tracer, item, step, node, depth, &found))
            return false;
        if (!found && step->needed)
            add_gap(tracer, item, node, item->kind == KIND_RISK ? KIND_MITIGATION : KIND_RECOMMENDATION);
    }
    return item->kind != KIND_MITIGATION || !((1u << way) & FROM_TOP) || add_law(tracer, item, node, depth);
}

static bool follow(Tracer *tracer, const Item *item, Way way, TraceNode *node, int depth)
{
    const Item *above = tracer->above;
    if (way == WAY_END)
        return true;
    if (item->kind == KIND_RISK || (LAW & KIND_BIT(item->kind)) != 0)
        tracer->above = item;
    bool done = follow_steps(tracer, item, way, node, depth);
    tracer->above = above;
    return done;
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

static void tracer_free(Tracer *tracer)
{
    for (size_t i = 0; i < tracer->met_count; i++) {
        item_free(tracer->met[i]->item);
        free(tracer->met[i]->state);
        free(tracer->met[i]);
    }
    free(tracer->met);
    item_rows_free(&tracer->laws);
    scope_set_free(&tracer->scope);
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
    /* A question that stands open keeps the file read from: no lock is taken for each of the thousands that follow. */
    Statement held;
    if (statement_open(store, "SELECT 1 FROM item LIMIT 2", &held, tracer.error))
        statement_step(&held);
    Met *met = scope_set_load(store, query, &tracer.scope, tracer.error) ? meet(&tracer, id) : NULL;
    bool done = met && can_be_traced(met->item, tracer.error);
    if (done) {
        trace->root = node_of(met, NULL);
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
