#include "cli/command.h"
#include "cli/console.h"
#include "cli/prose.h"
#include "core/memory.h"
#include "core/unicode.h"
#include "store/trace.h"

#include <stdlib.h>
#include <string.h>

static json_t *node_json(const TraceNode *node)
{
    json_t *object = json_object(), *children = json_array();
    const struct {
        const char *key, *text;
    } more[] = {{"relation", node->relation}, {"effect", node->effect},   {"evidence", node->evidence},
                {"maturity", node->maturity}, {"horizon", node->horizon}, {"actors", node->actors},
                {"state", node->state},       {"value", node->value}};

    json_put(object, "id", node->id);
    json_put(object, "kind", kind_definition(node->kind)->name);
    json_put(object, "title", node->title);
    for (size_t i = 0; i < sizeof more / sizeof more[0]; i++)
        if (more[i].text)
            json_put(object, more[i].key, more[i].text);
    for (size_t i = 0; i < node->child_count; i++)
        if (!node->children[i].is_gap)
            (void)json_array_append_new(children, node_json(&node->children[i]));
    if (node->again)
        (void)json_object_set_new(object, "again", json_true());
    (void)json_object_set_new(object, "children", children);
    return object;
}

static void write_json(Session *session, const Trace *trace)
{
    json_t *object = node_json(&trace->root), *gaps = json_array();

    for (size_t i = 0; i < trace->gap_count; i++) {
        json_t *gap = json_object();

        json_put(gap, "id", trace->gaps[i].id);
        json_put(gap, "missing", kind_definition(trace->gaps[i].missing)->name);
        json_put(gap, "risk", trace->gaps[i].risk);
        json_put_lines(gap, "text", trace->gaps[i].text);
        (void)json_array_append_new(gaps, gap);
    }
    (void)json_object_set_new(object, "gaps", gaps);
    json_put_number(object, "outside", (long long)trace->outside);
    session_write_json(session, object);
}

/* How the law and what it bears on hang together, in words; NULL where the kinds tell it. */
static const char *relation_words(const TraceNode *node)
{
    const RelationDefinition *relation = relation_find(node->relation);

    if (!relation || !(relation->from & KIND_BIT(KIND_PROVISION)) || !(relation->to & KIND_BIT(KIND_MITIGATION)))
        return NULL;
    return node->state ? relation->inverse : relation->forward;
}

static char *line_of(const TraceNode *node)
{
    const char *words = relation_words(node);

    if (node->is_gap)
        return string_format("gap: %s", node->title);
    return string_format("%s%s%s  %s%s%s%s", words ? words : "", words ? " " : "", node->id, node->title,
                         node->state ? ", " : "", node->state ? node->state : "", node->again ? " (as above)" : "");
}

static void write_tree(Session *session, const TraceNode *node, int depth)
{
    char *line = line_of(node), *shown = console_text(line, SANITISE_LINE);
    char *fitted = session->table_columns > 0 ? text_fit(shown, session->table_columns - 2 * depth) : NULL;

    output_format(&session->output, "%*s%s\n", 2 * depth, "", fitted ? fitted : shown);
    free(line);
    free(shown);
    free(fitted);
    for (size_t i = 0; i < node->child_count; i++)
        write_tree(session, &node->children[i], depth + 1);
}

/* A sort of ends: what is missing, and for which risk (NULL: for all). */
typedef struct GapSort {
    Kind missing;
    const char *risk;
} GapSort;

static bool is_of_sort(const TraceGap *gap, GapSort sort)
{
    return gap->missing == sort.missing && string_compare(gap->risk, sort.risk) == 0;
}

/* "no recommendation for risk.a calls for": what stands before the ids of a sort. The caller owns it. */
static char *gap_words(GapSort sort)
{
    if (sort.risk)
        return string_format(sort.missing == KIND_PROVISION ? "no rule seen for %s on" : "no recommendation for %s calls for",
                             sort.risk);
    return string_copy(sort.missing == KIND_MITIGATION       ? "no mitigation for"
                       : sort.missing == KIND_RECOMMENDATION ? "no recommendation for"
                       : sort.missing == KIND_ACTOR          ? "nobody is addressed by"
                                                             : "no rule seen on");
}

/* The ends of one sort in one paragraph; those that the data explains stand alone, with their sentence. */
static void write_sort(Session *session, const Trace *trace, GapSort sort)
{
    Text ids = {0};

    for (size_t i = 0; i < trace->gap_count; i++) {
        const TraceGap *gap = &trace->gaps[i];

        if (!is_of_sort(gap, sort))
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
        char *words = gap_words(sort), *line = string_format("%s %s", words, ids.data);

        prose_write(session, 2, line);
        free(line);
        free(words);
    }
    text_free(&ids);
}

/* First those that hold for all risks, then each risk's own, in the order of the tree. */
static void write_gaps(Session *session, const Trace *trace, Kind missing)
{
    write_sort(session, trace, (GapSort){missing, NULL});
    for (size_t i = 0; i < trace->gap_count; i++) {
        GapSort sort = {trace->gaps[i].missing, trace->gaps[i].risk};
        bool written = sort.missing != missing || !sort.risk;

        for (size_t j = 0; j < i && !written; j++)
            written = is_of_sort(&trace->gaps[j], sort);
        if (!written)
            write_sort(session, trace, sort);
    }
}

static void write_text(Session *session, const Trace *trace)
{
    write_tree(session, &trace->root, 0);
    if (trace->gap_count > 0) {
        char *heading = string_format("Where the chain ends: %zu gap%s", trace->gap_count, plural_ending(trace->gap_count));
        prose_write_heading(session, heading);
        free(heading);
    }
    write_gaps(session, trace, KIND_MITIGATION);
    write_gaps(session, trace, KIND_RECOMMENDATION);
    write_gaps(session, trace, KIND_ACTOR);
    write_gaps(session, trace, KIND_PROVISION);
}

enum {
    COLUMN_PARENT,
    COLUMN_RELATION,
    COLUMN_ID,
    COLUMN_KIND,
    COLUMN_TITLE,
    COLUMN_STATE,
    COLUMN_EFFECT,
    COLUMN_EVIDENCE,
    COLUMN_MATURITY,
    COLUMN_HORIZON,
    COLUMN_ACTORS,
    COLUMN_COUNT
};

/* What is missing is a row too, without an id. */
static void add_rows(Table *table, const TraceNode *node, const char *parent)
{
    table_add_row(table);
    table_set(table, COLUMN_PARENT, parent);
    table_set(table, COLUMN_RELATION, node->is_gap ? "missing" : node->relation);
    table_set(table, COLUMN_ID, node->is_gap ? NULL : node->id);
    table_set(table, COLUMN_KIND, kind_definition(node->kind)->name);
    table_set(table, COLUMN_TITLE, node->title);
    table_set(table, COLUMN_STATE, node->state);
    table_set(table, COLUMN_EFFECT, node->effect);
    table_set(table, COLUMN_EVIDENCE, node->evidence);
    table_set(table, COLUMN_MATURITY, node->maturity);
    table_set(table, COLUMN_HORIZON, node->horizon);
    table_set(table, COLUMN_ACTORS, node->actors);
    for (size_t i = 0; i < node->child_count; i++)
        add_rows(table, &node->children[i], node->id);
}

static bool write_delimited(Session *session, const Trace *trace, Error *error)
{
    static const TableColumn columns[COLUMN_COUNT] = {[COLUMN_PARENT] = {"parent", "", false, false},
                                                      [COLUMN_RELATION] = {"relation", "", false, false},
                                                      [COLUMN_ID] = {"id", "", false, false},
                                                      [COLUMN_KIND] = {"kind", "", false, false},
                                                      [COLUMN_TITLE] = {"title", "", false, false},
                                                      [COLUMN_STATE] = {"state", "", false, false},
                                                      [COLUMN_EFFECT] = {"effect", "", false, false},
                                                      [COLUMN_EVIDENCE] = {"evidence", "", false, false},
                                                      [COLUMN_MATURITY] = {"maturity", "", false, false},
                                                      [COLUMN_HORIZON] = {"horizon", "", false, false},
                                                      [COLUMN_ACTORS] = {"actors", "", false, false}};
    Table table;

    table_init(&table, columns, COLUMN_COUNT);
    add_rows(&table, &trace->root, NULL);
    bool done = session_write_table(session, &table, "", error);
    table_free(&table);
    return done;
}

bool command_trace(Session *session, Error *error)
{
    Trace trace = {0};
    Query query = {0};
    bool done = session_add_conditions(session, &query, error) && session_open_store(session, USE_READ, error) &&
                trace_make(session->store, session->invocation->arguments.items[0], &query, &trace, error);

    query_free(&query);
    if (!done)
        return false;
    if (session->form == FORM_JSON)
        write_json(session, &trace);
    else if (session->form == FORM_TABLE)
        write_text(session, &trace);
    else
        done = write_delimited(session, &trace, error);
    if (trace.cut)
        session_remark(session, "The chain has more than %u steps; the first are shown.", TRACE_NODES_MAX);
    if (trace.outside > 0)
        session_remark(session, "%zu step%s outside what --where names.", trace.outside, trace.outside == 1 ? " leads" : "s lead");
    trace_free(&trace);
    return done;
}
