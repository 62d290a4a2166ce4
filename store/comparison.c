#include "store/comparison.h"

#include "core/date.h"
#include "core/memory.h"
#include "store/law.h"
#include "store/scope.h"

#include <stdlib.h>
#include <string.h>

void comparison_free(Comparison *comparison)
{
    for (size_t i = 0; i < comparison->row_count; i++) {
        ComparisonRow *row = &comparison->rows[i];
        for (size_t item = 0; item < comparison->count; item++)
            free(row->values[item]);
        free(row->values);
        free(row->name);
        free(row->label);
        free(row->target);
    }
    for (size_t i = 0; i < comparison->count; i++) {
        item_free(comparison->items[i]);
        free(comparison->states[i]);
    }
    free(comparison->rows);
    free(comparison->items);
    free(comparison->states);
    *comparison = (Comparison){0};
}

static bool load_items(Store *store, const StringList *ids, const char *as_of, Comparison *comparison, Error *error)
{
    comparison->items = memory_zeroed(ids->count + 1, sizeof *comparison->items);
    comparison->states = memory_zeroed(ids->count + 1, sizeof *comparison->states);
    for (size_t i = 0; i < ids->count; i++) {
        Item *item = item_load(store, ids->items[i], error);
        if (!item)
            return false;
        Error own = {0};
        comparison->items[i] = item;
        comparison->count++;
        comparison->states[i] = law_state(store, item, as_of, error ? error : &own);
        bool failed = error_is_set(error ? error : &own);
        error_clear(&own);
        if (failed)
            return false;
    }
    return true;
}

/* Takes values over as a row, unless none of the items has anything. */
static void add_row(Comparison *comparison, ComparisonPart part, const char *name, const char *label,
                    const char *target, char **values)
{
    bool any = false, differs = false;
    for (size_t i = 0; i < comparison->count; i++) {
        any = any || values[i];
        differs = differs || string_compare(values[i], values[0]) != 0;
    }
    if (!any) {
        free(values);
        return;
    }
    comparison->rows = memory_resize(comparison->rows, comparison->row_count + 1, sizeof *comparison->rows);
    comparison->rows[comparison->row_count++] = (ComparisonRow){.part = part,
                                                                .name = string_copy(name),
                                                                .label = string_copy(label),
                                                                .target = string_copy(target),
                                                                .values = values,
                                                                .differs = differs};
    comparison->difference_count += differs;
}

static char **no_values(const Comparison *comparison)
{
    return memory_zeroed(comparison->count + 1, sizeof(char *));
}

static const char *shown_value(const ItemField *field)
{
    return field->value ? field->value : field->text;
}

/* The next field of that name, from index on; field_count where there is none. */
static size_t next_field(const Item *item, const char *name, size_t index)
{
    while (index < item->field_count && strcmp(item->fields[index].name, name) != 0)
        index++;
    return index;
}

static bool same_value(const ItemField *a, const ItemField *b)
{
    return string_compare(shown_value(a), shown_value(b)) == 0;
}

/* Whether sources do not say the same of a field: one of them has a value that the first does not have there. */
static bool sources_differ(const Item *item, const char *name)
{
    size_t first = next_field(item, name, 0);
    for (size_t i = first; i < item->field_count; i = next_field(item, name, i + 1))
        if (strcmp(item->fields[i].source, item->fields[first].source) != 0 &&
            !same_value(&item->fields[i], &item->fields[first]))
            return true;
    return false;
}

/* " (mot, ecosystem)": the sources that give the value of the field. */
static void append_sources(const Item *item, const ItemField *field, Text *text)
{
    const char *last = NULL;
    for (size_t i = 0; i < item->field_count; i++) {
        const ItemField *other = &item->fields[i];
        if (strcmp(other->name, field->name) != 0 || !same_value(other, field) || string_compare(last, other->source) == 0)
            continue;
        text_append_format(text, "%s%s", last ? ", " : " (", other->source);
        last = other->source;
    }
    text_append(text, ")");
}

/* All values of a field, each once, joined; where sources do not say the same each with theirs. NULL where the item has
 * none. */
static char *field_value(const Item *item, const char *name)
{
    Text text = {0};
    bool several = sources_differ(item, name);
    for (size_t i = next_field(item, name, 0); i < item->field_count; i = next_field(item, name, i + 1)) {
        size_t before = next_field(item, name, 0);
        while (before < i && !same_value(&item->fields[before], &item->fields[i]))
            before = next_field(item, name, before + 1);
        if (before < i || !shown_value(&item->fields[i]))
            continue;
        text_append_format(&text, "%s%s", text.length > 0 ? ", " : "", shown_value(&item->fields[i]));
        if (several)
            append_sources(item, &item->fields[i], &text);
    }
    return text.length > 0 ? text_take(&text) : NULL;
}

/* A summary in another source's words says whose they are. */
static char *summary_value(const Item *item)
{
    return item->summary && item->summary_source
               ? string_format("%s (in the words of: %s)", item->summary, item->summary_source)
               : string_copy(item->summary);
}

static void add_texts(Comparison *comparison)
{
    static const char *const names[][2] = {
        {"title", "Title"}, {"kind", "Kind"}, {"summary", "Summary"}, {"state", "State"}};
    for (size_t n = 0; n < sizeof names / sizeof names[0]; n++) {
        char **values = no_values(comparison);
        for (size_t i = 0; i < comparison->count; i++) {
            const Item *item = comparison->items[i];
            char *summary = summary_value(item);
            const char *texts[] = {item->title, kind_definition(item->kind)->name, summary, comparison->states[i]};
            values[i] = string_copy(texts[n]);
            free(summary);
        }
        add_row(comparison, COMPARES_TEXT, names[n][0], names[n][1], NULL, values);
    }
}

static void add_fields(Comparison *comparison)
{
    for (size_t f = 0; f < field_count(); f++) {
        const FieldDefinition *field = field_at(f);
        bool seen = false; /* a name that several kinds have is defined more than once */
        for (size_t i = 0; i < f && !seen; i++)
            seen = strcmp(field_at(i)->name, field->name) == 0;
        if (seen)
            continue;
        char **values = no_values(comparison);
        for (size_t i = 0; i < comparison->count; i++)
            values[i] = field_value(comparison->items[i], field->name);
        add_row(comparison, COMPARES_FIELD, field->name, field->title, NULL, values);
    }
}

static bool says_something(const ItemCell *cell)
{
    return strcmp(cell->value, "unknown") != 0 || cell->licence != NULL;
}

/* True where this source says something of the component, or none does and it is the first. */
static bool cell_counts(const Item *item, const ItemCell *cell)
{
    bool known = false, others = false;
    for (size_t i = 0; i < item->cell_count; i++) {
        const ItemCell *other = &item->cells[i];
        if (other->component == cell->component) {
            known = known || says_something(other);
            others = others || other < cell;
        }
    }
    return known ? says_something(cell) : !others;
}

static size_t cells_of(const Item *item, size_t component)
{
    size_t count = 0;
    for (size_t i = 0; i < item->cell_count; i++)
        count += item->cells[i].component == component && cell_counts(item, &item->cells[i]);
    return count;
}

/* The openness of a component, by all sources that know it; where they are several, each with its name: "C4 C4AI (openness), C3 (mot)". */
static char *component_value(const Item *item, size_t component)
{
    Text text = {0};
    bool several = cells_of(item, component) > 1;
    for (size_t i = 0; i < item->cell_count; i++) {
        const ItemCell *cell = &item->cells[i];
        const char *level = cell_level(cell->component, cell->value);
        if (cell->component != component || !cell_counts(item, cell))
            continue;
        text_append_format(&text, "%s%s%s%s", text.length > 0 ? ", " : "", level ? level : cell->value,
                           cell->licence ? " " : "", cell->licence ? cell->licence : "");
        if (several)
            text_append_format(&text, " (%s)", cell->source);
    }
    return text.length > 0 ? text_take(&text) : NULL;
}

/* The title of a component, or its id where the database has no such item. */
static const char *component_label(const ItemRows *components, const char *id)
{
    for (size_t i = 0; i < components->count; i++) {
        if (strcmp(components->rows[i].id, id) == 0)
            return components->rows[i].title;
    }
    return id;
}

static bool add_cells(Store *store, Comparison *comparison, Error *error)
{
    ItemRows components;
    if (!items_list(store, &(Query){.kinds = KIND_BIT(KIND_COMPONENT)}, &components, error))
        return false;
    for (size_t component = 0; component < COMPONENT_COUNT; component++) {
        const char *id = component_ids[component];
        char **values = no_values(comparison);
        for (size_t i = 0; i < comparison->count; i++)
            values[i] = component_value(comparison->items[i], component);
        add_row(comparison, COMPARES_CELL, id, component_label(&components, id), NULL, values);
    }
    item_rows_free(&components);
    return true;
}

static const ItemLink *find_link(const Item *item, const ItemLink *like)
{
    for (size_t i = 0; i < item->link_count; i++) {
        const ItemLink *link = &item->links[i];
        if (link->forward == like->forward && strcmp(link->relation, like->relation) == 0 &&
            strcmp(link->id, like->id) == 0)
            return link;
    }
    return NULL;
}

/* True where an item before this one, or a source before in the same one, has the link already. */
static bool was_added(const Comparison *comparison, size_t item, const ItemLink *link)
{
    for (size_t i = 0; i < item; i++) {
        if (find_link(comparison->items[i], link))
            return true;
    }
    return find_link(comparison->items[item], link) != link;
}

/* A row for each linked item, so that the same one stands on the same line; those of one relation together. */
static void add_links(Comparison *comparison, const ScopeSet *scope, const RelationDefinition *relation, bool forward)
{
    const char *name = forward ? relation->forward : relation->inverse;
    for (size_t i = 0; i < comparison->count; i++) {
        for (size_t l = 0; l < comparison->items[i]->link_count; l++) {
            const ItemLink *link = &comparison->items[i]->links[l];
            if (link->forward != forward || strcmp(link->relation, relation->name) != 0 ||
                was_added(comparison, i, link))
                continue;
            if (!scope_set_has(scope, link->id, link->kind)) {
                comparison->outside++;
                continue;
            }
            char **values = no_values(comparison);
            for (size_t other = 0; other < comparison->count; other++)
                values[other] = find_link(comparison->items[other], link) ? string_copy(link->title) : NULL;
            add_row(comparison, COMPARES_LINK, name, name, link->id, values);
        }
    }
}

bool comparison_make(Store *store, const StringList *ids, const Query *query, Comparison *comparison, Error *error)
{
    char today[DATE_SIZE];
    ScopeSet scope;
    *comparison = (Comparison){0};
    date_today(today);
    bool done = scope_set_load(store, query, &scope, error) &&
                load_items(store, ids, query && query->as_of ? query->as_of : today, comparison, error);
    if (done) {
        add_texts(comparison);
        add_fields(comparison);
        done = add_cells(store, comparison, error);
    }
    for (size_t i = 0; done && i < relation_count(); i++) {
        add_links(comparison, &scope, relation_at(i), true);
        add_links(comparison, &scope, relation_at(i), false);
    }
    scope_set_free(&scope);
    if (!done)
        comparison_free(comparison);
    return done;
}
