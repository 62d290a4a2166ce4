/* Checks a record by the vocabulary: links, cells, events, and that none of them is there twice. */
#include "config.h"

#include "core/record_check.h"

#include "core/date.h"
#include "core/memory.h"
#include "core/record_order.h"

#include <stdlib.h>
#include <string.h>

/* "risk", "mitigation or component", "anything" for all; the caller owns it. */
static char *kinds_text(KindSet kinds)
{
    Text text = {0};
    bool all_but_one = __builtin_popcount(kinds) >= KIND_COUNT - 1;

    for (int i = 0; i < KIND_COUNT; i++) {
        bool has = (kinds & KIND_BIT(i)) != 0;
        if (all_but_one ? has : !has)
            continue;
        text_append(&text, all_but_one ? "anything but " : text.length ? " or " : "");
        text_append(&text, kind_definition((Kind)i)->name);
    }
    return text.length ? text_take(&text) : string_copy("anything");
}

static bool unknown_relation(const RecordCheck *check, const RecordLink *link)
{
    Text known = {0};

    for (size_t i = 0; i < relation_count(); i++)
        append_name(&known, relation_at(i)->name);
    if (is_blank(link->relation))
        record_fault(check, link->line, "a link has no relation; known: %s", known.data);
    else
        record_fault(check, link->line, "unknown relation \"%.*s\"; known: %s", SHOWN(link->relation), known.data);
    text_free(&known);
    return false;
}

/* The kinds that the relation can reach from the record's kind. */
static KindSet kinds_reached(const RelationDefinition *relation, Kind from)
{
    KindSet kinds = 0;

    for (int i = 0; i < KIND_COUNT; i++)
        if (relation_joins(relation, from, (Kind)i))
            kinds |= KIND_BIT(i);
    return kinds;
}

static bool check_link_ends(const RecordCheck *check, const RecordLink *link, const RelationDefinition *relation)
{
    const Record *record = check->record;
    KindSet reached = kinds_reached(relation, record->kind);
    KindSet kinds = id_kinds(link->to);
    char *wanted = kinds_text(reached ? reached : relation->from);
    bool good = false;

    if (reached == 0)
        record_fault(check, link->line, "relation \"%s\" goes from %s, not from %s", relation->name, wanted,
                     kind_definition(record->kind)->name);
    else if (is_blank(link->to))
        record_fault(check, link->line, "a link \"%s\" has no to; it names an id of %s", relation->name, wanted);
    else if (kinds == 0)
        record_fault(check, link->line, "\"%.*s\" is of no id's form; relation \"%s\" goes to %s", SHOWN(link->to),
                     relation->name, wanted);
    else if (!(kinds & reached))
        record_fault(check, link->line, "relation \"%s\" goes from %s to %s, not to \"%.*s\"", relation->name,
                     kind_definition(record->kind)->name, wanted, SHOWN(link->to));
    else if (strcmp(link->to, record->id) == 0)
        record_fault(check, link->line, "%s has a link \"%s\" to itself", record->id, relation->name);
    else
        good = true;
    free(wanted);
    return good;
}

bool check_link(const RecordCheck *check, const RecordLink *link)
{
    const RelationDefinition *relation = relation_find(link->relation);

    if (!relation)
        return unknown_relation(check, link);
    return check_link_ends(check, link, relation) && check_citation(check, link->line, "link", &link->citation) &&
           check_text(check, link->line, "a link's text", link->text, RECORD_TEXT_BYTES);
}

bool check_cell(const RecordCheck *check, const RecordCell *cell)
{
    if (check->record->kind != KIND_MODEL)
        return record_fault(check, cell->line, "only a model has cells, not a %s",
                            kind_definition(check->record->kind)->name);
    if (component_index(cell->component) < 0)
        return record_fault(check, cell->line, "unknown component \"%.*s\"; the twelve are such as %s, %s",
                            SHOWN(cell->component), component_ids[0], component_ids[COMPONENT_COUNT - 1]);
    if (!cell_value_is_known(cell->value))
        return record_fault(check, cell->line, "cell value \"%.*s\" is not one of 1..5, unknown, not-applicable",
                            SHOWN(cell->value));
    return check_text(check, cell->line, "a cell's licence", cell->licence, RECORD_TOKEN_BYTES) &&
           check_text(check, cell->line, "a cell's guess", cell->guess, RECORD_TOKEN_BYTES) &&
           check_text(check, cell->line, "a cell's note", cell->text, RECORD_TEXT_BYTES);
}

static bool unknown_event(const RecordCheck *check, const RecordEvent *event)
{
    Text known = {0};

    for (size_t i = 0; i < event_type_count(); i++)
        append_name(&known, event_type_at(i));
    record_fault(check, event->line, "unknown event \"%.*s\"; known: %s", SHOWN(event->type), known.data);
    text_free(&known);
    return false;
}

bool check_event(const RecordCheck *check, const RecordEvent *event)
{
    Kind kind = check->record->kind;

    if (kind != KIND_INSTRUMENT && kind != KIND_PROVISION)
        return record_fault(check, event->line, "only an instrument or a provision has events, not a %s",
                            kind_definition(kind)->name);
    if (!date_is_valid(event->date))
        return record_fault(check, event->line, "event date \"%.*s\" is not a date (YYYY, YYYY-MM or YYYY-MM-DD)",
                            SHOWN(event->date));
    if (!event_type_is_known(event->type))
        return unknown_event(check, event);
    return check_text(check, event->line, "an event's text", event->text, RECORD_TEXT_BYTES);
}

/* In the fixed order what says the same stands side by side. */

static bool check_duplicate_citations(const RecordCheck *check)
{
    const Citation **citations = citations_in_order(check->record);
    bool good = true;

    for (size_t i = 1; good && i < check->record->citation_count; i++)
        if (citation_compare(citations[i - 1], citations[i]) == 0)
            good = record_fault(check, citations[i]->line, "the source \"%s\" is there twice, with the same locator",
                                citations[i]->reference);
    free(citations);
    return good;
}

static int compare_values(const void *a, const void *b)
{
    const RecordField *first = *(const RecordField *const *)a, *second = *(const RecordField *const *)b;
    int order = string_compare(first->name, second->name);

    if (order == 0)
        order = string_compare(first->value, second->value);
    return order ? order : (first > second) - (first < second);
}

static bool check_duplicate_fields(const RecordCheck *check)
{
    const RecordField **fields = fields_in_order(check->record);
    bool good = true;

    qsort(fields, check->record->field_count, sizeof *fields, compare_values);
    for (size_t i = 1; good && i < check->record->field_count; i++) {
        if (string_compare(fields[i - 1]->name, fields[i]->name) != 0)
            continue;
        long line = fields[i]->line > fields[i - 1]->line ? fields[i]->line : fields[i - 1]->line;
        if (!field_find(check->record->kind, fields[i]->name)->repeatable)
            good = record_fault(check, line, "field \"%s\" is there twice; a %s has it once", fields[i]->name,
                                kind_definition(check->record->kind)->name);
        else if (string_compare(fields[i - 1]->value, fields[i]->value) == 0)
            good = record_fault(check, line, "field \"%s\" has the value \"%.*s\" twice", fields[i]->name,
                                SHOWN(fields[i]->value));
    }
    free(fields);
    return good;
}

static bool check_duplicate_links(const RecordCheck *check)
{
    const RecordLink **links = links_in_order(check->record);
    bool good = true;

    for (size_t i = 1; good && i < check->record->link_count; i++)
        if (strcmp(links[i - 1]->relation, links[i]->relation) == 0 && strcmp(links[i - 1]->to, links[i]->to) == 0 &&
            citation_compare(&links[i - 1]->citation, &links[i]->citation) == 0)
            good = record_fault(check, links[i]->line > links[i - 1]->line ? links[i]->line : links[i - 1]->line,
                                "the link \"%s\" to \"%s\" is there twice, with the same source", links[i]->relation,
                                links[i]->to);
    free(links);
    return good;
}

static bool check_duplicate_cells(const RecordCheck *check)
{
    const RecordCell **cells = cells_in_order(check->record);
    bool good = true;

    for (size_t i = 1; good && i < check->record->cell_count; i++)
        if (strcmp(cells[i - 1]->component, cells[i]->component) == 0)
            good = record_fault(check, cells[i]->line, "the component \"%s\" has two cells", cells[i]->component);
    free(cells);
    return good;
}

static bool check_duplicate_events(const RecordCheck *check)
{
    const RecordEvent **events = events_in_order(check->record);
    bool good = true;

    for (size_t i = 1; good && i < check->record->event_count; i++)
        if (strcmp(events[i - 1]->date, events[i]->date) == 0 && strcmp(events[i - 1]->type, events[i]->type) == 0 &&
            string_compare(events[i - 1]->text, events[i]->text) == 0)
            good = record_fault(check, events[i]->line, "the event \"%s\" of %s is there twice", events[i]->type,
                                events[i]->date);
    free(events);
    return good;
}

bool check_duplicates(const RecordCheck *check)
{
    return check_duplicate_citations(check) && check_duplicate_fields(check) && check_duplicate_links(check) &&
           check_duplicate_cells(check) && check_duplicate_events(check);
}
