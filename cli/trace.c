#include "cli/command.h"
#include "cli/prose.h"
#include "cli/console.h"
#include "core/memory.h"
#include "core/unicode.h"
#include "store/law.h"

#include <stdlib.h>
#include <string.h>

/* The chain: from a risk to what reduces it, from there to the recommendations that call for it, and on to the
 * provisions that bear on the mitigation. A step says which links lead on from an item. */
typedef struct Step {
    Kind from;
    const char *relation;
    bool forward;
    Kind to;
} Step;

static const Step steps[] = {
    {KIND_RISK, "reduces", false, KIND_MITIGATION},
    {KIND_OPPORTUNITY, "strengthens", false, KIND_RECOMMENDATION},
    {KIND_MITIGATION, "calls-for", false, KIND_RECOMMENDATION},
};
static const char *const law_relations[] = {"requires", "exempts", "encourages"};

typedef struct Node {
    char *id, *title, *relation, *state;
    Kind kind;
    struct Node *children;
    size_t child_count;
} Node;

/* Something that ends the chain: what is missing below an item, and the sentence of the data that says so, where it has
 * one. */
typedef struct Gap {
    char *id, *text;
    Kind missing;
} Gap;

typedef struct Trace {
    Session *session;
    Gap *gaps;
    size_t gap_count;
} Trace;

static void node_free(Node *node)
{
    for (size_t i = 0; i < node->child_count; i++)
        node_free(&node->children[i]);
    free(node->children);
    free(node->id);
    free(node->title);
    free(node->relation);
    free(node->state);
}

static Node *add_child(Node *node, const ItemLink *link)
{
    node->children = memory_resize(node->children, node->child_count + 1, sizeof *node->children);
    Node *child = &node->children[node->child_count++];
    *child = (Node){.id = string_copy(link->id),
                    .title = string_copy(link->title),
                    .relation = string_copy(link->relation),
                    .kind = link->kind};
    return child;
}

static void add_gap(Trace *trace, const Item *item, Kind missing)
{
    const ItemField *gap = item_field(item, "gap");

    for (size_t i = 0; i < trace->gap_count; i++)
        if (trace->gaps[i].missing == missing && strcmp(trace->gaps[i].id, item->id) == 0)
            return;
    trace->gaps = memory_resize(trace->gaps, trace->gap_count + 1, sizeof *trace->gaps);
    trace->gaps[trace->gap_count++] =
        (Gap){.id = string_copy(item->id), .text = string_copy(gap ? gap->text : NULL), .missing = missing};
}

static bool is_law_link(const ItemLink *link)
{
    if (link->forward || (link->kind != KIND_PROVISION && link->kind != KIND_INSTRUMENT))
        return false;
    for (size_t i = 0; i < sizeof law_relations / sizeof law_relations[0]; i++)
        if (strcmp(law_relations[i], link->relation) == 0)
            return true;
    return false;
}

/* Adds what the law says of a mitigation below node, with its state on the day. */
static bool add_law(Trace *trace, const Item *mitigation, Node *node, Error *error)
{
    Session *session = trace->session;
    bool found = false;

    for (size_t i = 0; i < mitigation->link_count; i++) {
        const ItemLink *link = &mitigation->links[i];

        if (!is_law_link(link))
            continue;
        found = true;
        Item *law = item_load(session->store, link->id, error);
        if (!law)
            return false;
        add_child(node, link)->state = law_state(session->store, law, session->as_of, error);
        item_free(law);
        if (error_is_set(error))
            return false;
    }
    if (!found)
        add_gap(trace, mitigation, KIND_PROVISION);
    return true;
}

/* Adds the provisions on all that a recommendation calls for. */
static bool add_law_of_recommendation(Trace *trace, const Item *recommendation, Node *node, Error *error)
{
    bool done = true;

    for (size_t i = 0; done && i < recommendation->link_count; i++) {
        const ItemLink *link = &recommendation->links[i];

        if (!link->forward || strcmp(link->relation, "calls-for") != 0)
            continue;
        Item *mitigation = item_load(trace->session->store, link->id, error);
        done = mitigation && add_law(trace, mitigation, node, error);
        if (mitigation)
            item_free(mitigation);
    }
    return done;
}

/* Follows the chain down from item, which node stands for. through: the mitigation on the way here, NULL where there is
 * none. */
static bool follow(Trace *trace, const Item *item, const Item *through, Node *node, Error *error)
{
    const Step *step = steps;
    const Step *end = steps + sizeof steps / sizeof steps[0];
    bool done = true;

    if (item->kind == KIND_RECOMMENDATION)
        return through ? add_law(trace, through, node, error) : add_law_of_recommendation(trace, item, node, error);
    while (step < end && step->from != item->kind)
        step++;
    for (size_t i = 0; done && step < end && i < item->link_count; i++) {
        const ItemLink *link = &item->links[i];

        if (link->forward != step->forward || strcmp(link->relation, step->relation) != 0 || link->kind != step->to)
            continue;
        Item *next = item_load(trace->session->store, link->id, error);
        done = next && follow(trace, next, item->kind == KIND_MITIGATION ? item : NULL, add_child(node, link), error);
        if (next)
            item_free(next);
    }
    if (done && step < end && node->child_count == 0) {
        add_gap(trace, item, step->to);
        if (item->kind == KIND_MITIGATION)
            done = add_law(trace, item, node, error);
    }
    return done;
}

static json_t *node_json(const Node *node)
{
    json_t *object = json_object(), *children = json_array();

    json_put(object, "id", node->id);
    json_put(object, "kind", kind_definition(node->kind)->name);
    json_put(object, "title", node->title);
    if (node->relation)
        json_put(object, "relation", node->relation);
    if (node->state)
        json_put(object, "state", node->state);
    for (size_t i = 0; i < node->child_count; i++)
        (void)json_array_append_new(children, node_json(&node->children[i]));
    (void)json_object_set_new(object, "children", children);
    return object;
}

static void write_json(Session *session, const Trace *trace, const Node *root)
{
    json_t *object = node_json(root), *gaps = json_array();

    for (size_t i = 0; i < trace->gap_count; i++) {
        json_t *gap = json_object();

        json_put(gap, "id", trace->gaps[i].id);
        json_put(gap, "missing", kind_definition(trace->gaps[i].missing)->name);
        json_put_lines(gap, "text", trace->gaps[i].text);
        (void)json_array_append_new(gaps, gap);
    }
    (void)json_object_set_new(object, "gaps", gaps);
    session_write_json(session, object);
}

static void write_tree(Session *session, const Node *node, int depth)
{
    bool law = node->kind == KIND_PROVISION || node->kind == KIND_INSTRUMENT;
    const RelationDefinition *relation = law ? relation_find(node->relation) : NULL;
    char *line = string_format("%s%s%s  %s%s%s", relation ? relation->inverse : "", relation ? " " : "", node->id,
                               node->title, node->state ? ", " : "", node->state ? node->state : "");
    char *shown = console_text(line, SANITISE_LINE);
    char *fitted = session->table_columns > 0 ? text_fit(shown, session->table_columns - 2 * depth) : NULL;

    output_format(&session->output, "%*s%s\n", 2 * depth, "", fitted ? fitted : shown);
    free(line);
    free(shown);
    free(fitted);
    for (size_t i = 0; i < node->child_count; i++)
        write_tree(session, &node->children[i], depth + 1);
}

/* The ends of one sort in one paragraph; those that the data explains stand alone, with their sentence. */
static void write_gaps(Session *session, const Trace *trace, Kind missing)
{
    Text ids = {0};

    for (size_t i = 0; i < trace->gap_count; i++) {
        const Gap *gap = &trace->gaps[i];

        if (gap->missing != missing)
            continue;
        if (gap->text) {
            char *label = string_format("%s:", gap->id);
            prose_write_labelled(session, 2, label, 4, gap->text);
            free(label);
        } else {
            text_append_format(&ids, "%s%s", ids.length > 0 ? ", " : "", gap->id);
        }
    }
    if (ids.length > 0) {
        char *line = missing == KIND_PROVISION
                         ? string_format("no rule seen on %s", ids.data)
                         : string_format("no %s for %s", kind_definition(missing)->name, ids.data);
        prose_write(session, 2, line);
        free(line);
    }
    text_free(&ids);
}

static void write_text(Session *session, const Trace *trace, const Node *root)
{
    write_tree(session, root, 0);
    if (trace->gap_count > 0)
        prose_write_heading(session, "Where the chain ends");
    write_gaps(session, trace, KIND_MITIGATION);
    write_gaps(session, trace, KIND_RECOMMENDATION);
    write_gaps(session, trace, KIND_PROVISION);
}

static void add_rows(Table *table, const Node *node, const char *parent)
{
    table_add_row(table);
    table_set(table, 0, parent);
    table_set(table, 1, node->relation);
    table_set(table, 2, node->id);
    table_set(table, 3, kind_definition(node->kind)->name);
    table_set(table, 4, node->title);
    table_set(table, 5, node->state);
    for (size_t i = 0; i < node->child_count; i++)
        add_rows(table, &node->children[i], node->id);
}

static bool write_delimited(Session *session, const Node *root, Error *error)
{
    static const TableColumn columns[] = {{"parent", "", false, false}, {"relation", "", false, false},
                                          {"id", "", false, false},     {"kind", "", false, false},
                                          {"title", "", false, false},  {"state", "", false, false}};
    Table table;

    table_init(&table, columns, sizeof columns / sizeof columns[0]);
    add_rows(&table, root, NULL);
    bool done = session_write_table(session, &table, "", error);
    table_free(&table);
    return done;
}

static bool can_be_traced(const Item *item, Error *error)
{
    if (item->kind == KIND_RISK || item->kind == KIND_OPPORTUNITY || item->kind == KIND_MITIGATION ||
        item->kind == KIND_RECOMMENDATION)
        return true;
    error_set(error, ERROR_USAGE,
              "gairo trace starts from a risk, an opportunity, a mitigation or a recommendation; %s is a %s", item->id,
              kind_definition(item->kind)->name);
    return false;
}

bool command_trace(Session *session, Error *error)
{
    Trace trace = {.session = session};
    Node root = {0};
    Item *item = NULL;
    bool done = false;

    if (!session_open_store(session, USE_READ, error))
        return false;
    item = item_load(session->store, session->invocation->arguments.items[0], error);
    if (!item || !can_be_traced(item, error))
        goto cleanup;
    root = (Node){.id = string_copy(item->id), .title = string_copy(item->title), .kind = item->kind};
    if (!follow(&trace, item, NULL, &root, error))
        goto cleanup;
    done = true;
    if (session->form == FORM_JSON)
        write_json(session, &trace, &root);
    else if (session->form == FORM_TABLE)
        write_text(session, &trace, &root);
    else
        done = write_delimited(session, &root, error);
cleanup:
    node_free(&root);
    for (size_t i = 0; i < trace.gap_count; i++) {
        free(trace.gaps[i].id);
        free(trace.gaps[i].text);
    }
    free(trace.gaps);
    if (item)
        item_free(item);
    return done;
}
