/* The nodes of a trace, and the gaps in it. */
#include "store/tracer.h"

#include "core/memory.h"

#include <stdlib.h>
#include <string.h>

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
        free(trace->gaps[i].risk);
    }
    free(trace->gaps);
    *trace = (Trace){0};
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
        const ItemLink *link = &item->links[i];
        if (link->forward && strcmp(link->relation, "addressed-to") == 0 && !item_link_is_repeated(item, i))
            text_append_format(&text, "%s%s", text.length > 0 ? ", " : "", link->title);
    }
    return text.length > 0 ? text_take(&text) : NULL;
}

TraceNode trace_node_of(const Met *met, const char *relation)
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

TraceNode *trace_add_child(TraceNode *node, TraceNode child)
{
    node->children = memory_resize(node->children, node->child_count + 1, sizeof *node->children);
    node->children[node->child_count] = child;
    return &node->children[node->child_count++];
}

static char *missing_words(Kind missing, bool for_others)
{
    const char *words = missing == KIND_MITIGATION       ? "no mitigation known"
                        : missing == KIND_RECOMMENDATION ? "no recommendation"
                        : missing == KIND_ACTOR          ? "nobody is addressed"
                                                         : "no rule seen";
    return string_format("%s%s", words, for_others ? " for this risk" : "");
}

void trace_add_gap(Trace *trace, const Item *item, TraceNode *node, Kind missing, const char *risk)
{
    const ItemField *field = item_field(item, "gap");
    const char *text = field && missing != KIND_PROVISION && missing != KIND_ACTOR ? field->text : NULL;
    for (size_t i = 0; i < trace->gap_count; i++) {
        const TraceGap *gap = &trace->gaps[i];
        if (gap->missing == missing && strcmp(gap->id, item->id) == 0 && string_compare(gap->risk, risk) == 0) {
            node->again = true;
            return;
        }
    }
    trace_add_child(node, (TraceNode){.id = string_copy(item->id),
                                      .kind = missing,
                                      .title = missing_words(missing, risk != NULL),
                                      .is_gap = true,
                                      .text = string_copy(text)});
    trace->gaps = memory_resize(trace->gaps, trace->gap_count + 1, sizeof *trace->gaps);
    trace->gaps[trace->gap_count++] = (TraceGap){.id = string_copy(item->id),
                                                 .text = string_copy(text),
                                                 .risk = string_copy(risk),
                                                 .missing = missing};
}
