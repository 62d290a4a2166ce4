#include "store/facets.h"
#include "store/condition.h"
#include "store/list.h"

#include "core/memory.h"

#include <stdlib.h>
#include <string.h>

/* True of those that can have it, so that others need not be looked up: ?2 has their names, each between blanks. */
#define OF_KINDS "instr(?2, ' ' || s.kind || ' ') > 0"
#define LINKED(relation)                                                                                               \
    "SELECT t.id, t.title, g.items, t.place IS NULL, t.place FROM (SELECT l.target, count(DISTINCT s.item) AS items"   \
    " FROM selection s CROSS JOIN link l ON l.item = s.item AND l.relation = '" relation "' WHERE " OF_KINDS  \
    " GROUP BY l.target) g CROSS JOIN item t ON t.id = g.target"
#define GROUPED " ORDER BY 4, 5, 3 DESC, 2"
#define CHOICE                                                                                                         \
    "SELECT value, NULL, count(DISTINCT s.item) FROM selection s CROSS JOIN field f ON f.item = s.item"                \
    " AND f.name = ?1 AND f.value IS NOT NULL WHERE " OF_KINDS " GROUP BY value ORDER BY 3 DESC, 1"
/* A law's place: of a provision that of its instrument. */
#define PLACES                                                                                                         \
    "WITH laws(item, law) AS (SELECT item, item FROM selection WHERE kind = 'instrument' UNION SELECT s.item, l.target"\
    " FROM selection s CROSS JOIN link l ON l.item = s.item AND l.relation = 'part-of' WHERE s.kind = 'provision'),"   \
    " places(item, place) AS (SELECT w.item, l.target FROM laws w CROSS JOIN link l ON l.item = w.law"                 \
    "  AND l.relation = 'of' UNION SELECT item, item FROM selection WHERE item LIKE 'jurisdiction.%')"
#define ORDERED " GROUP BY t.id ORDER BY t.place IS NULL, t.place, 3 DESC, t.title"

/* How a facet is counted over the temporary table selection: rows of value, title (NULL: the vocabulary's), count. */
typedef struct FacetDefinition {
    const char *field, *title;
    KindSet kinds;   /* items of these kinds have it; 0: all */
    const char *relation; /* whose kinds ?2 has; NULL: those of the field */
    const char *sql; /* ?1 is the field. NULL: counted from the rows of a list, which know the state of laws */
} FacetDefinition;

#define ARGUMENTS (KIND_BIT(KIND_RISK) | KIND_BIT(KIND_OPPORTUNITY))
#define LAWS (KIND_BIT(KIND_INSTRUMENT) | KIND_BIT(KIND_PROVISION))

static const FacetDefinition definitions[] = {
    {"kind", "Kind", 0, NULL,
     "SELECT kind, NULL, count(*) FROM selection GROUP BY kind ORDER BY min(number)"},
    {"stage", "Term", ARGUMENTS | KIND_BIT(KIND_AREA), "at", LINKED("at") GROUPED},
    {"area", "Area", ARGUMENTS, "in", LINKED("in") " AND t.kind = 'area'" GROUPED},
    {"effect", "Openness, effect of", ARGUMENTS, NULL, CHOICE},
    {"evidence", "Evidence", ARGUMENTS, NULL, CHOICE},
    {"maturity", "Maturity", KIND_BIT(KIND_MITIGATION), NULL, CHOICE},
    {"life-cycle", "Life cycle", KIND_BIT(KIND_MITIGATION), NULL, CHOICE},
    {"actor", "To whom", KIND_BIT(KIND_RECOMMENDATION), "addressed-to", LINKED("addressed-to") GROUPED},
    {"horizon", "By when", KIND_BIT(KIND_RECOMMENDATION), NULL, CHOICE},
    {"region", "Region", LAWS | KIND_BIT(KIND_JURISDICTION), NULL,
     PLACES " SELECT t.id, t.title, count(DISTINCT p.item) FROM places p CROSS JOIN link l ON l.item = p.place"
            " AND l.relation = 'in' JOIN item t ON t.id = l.target" ORDERED},
    {"jurisdiction", "Place", LAWS, NULL,
     PLACES " SELECT t.id, t.title, count(DISTINCT p.item) FROM places p JOIN item t ON t.id = p.place" ORDERED},
    {"status", "State", LAWS, NULL, NULL},
    {"treatment", "Open models", LAWS, NULL, CHOICE},
    {"instrument-type", "Type", KIND_BIT(KIND_INSTRUMENT), NULL, CHOICE},
    {"organisation", "Organisation", KIND_BIT(KIND_MODEL), "developed-by", LINKED("developed-by") GROUPED},
    {"level", "Openness level", KIND_BIT(KIND_MODEL), NULL,
     "SELECT CASE WHEN c.component LIKE '%.data.%' THEN 'D' ELSE 'C' END || c.value, NULL, count(DISTINCT s.item)"
     " FROM selection s CROSS JOIN cell c ON c.item = s.item JOIN record r ON r.number = c.record"
     " WHERE r.source = 'openness' AND c.value BETWEEN '1' AND '5' GROUP BY 1 ORDER BY 1"},
    {"year", "Year", 0, NULL,
     "SELECT y, NULL, count(DISTINCT item) FROM (SELECT s.item, substr(f.value, 1, 4) AS y FROM selection s"
     " CROSS JOIN field f ON f.item = s.item AND f.name IN ('released', 'year') WHERE " OF_KINDS
     " UNION SELECT s.item, substr(e.date, 1, 4) FROM selection s CROSS JOIN event e ON e.item = s.item)"
     " WHERE y IS NOT NULL GROUP BY y ORDER BY y DESC"},
    {"frame", "Frame", ARGUMENTS | KIND_BIT(KIND_MITIGATION) | KIND_BIT(KIND_RECOMMENDATION), NULL,
     "SELECT CASE WHEN EXISTS (SELECT 1 FROM citation c WHERE c.item = s.item"
     " AND +c.basis IN ('abstract', 'companion', 'paper')) THEN 'paper' ELSE 'beyond' END, NULL, count(*)"
     " FROM selection s GROUP BY 1 ORDER BY 1 DESC"},
    {"basis", "Basis", 0, NULL,
     "SELECT c.basis, NULL, count(DISTINCT s.item) FROM selection s CROSS JOIN citation c ON c.item = s.item"
     " GROUP BY c.basis ORDER BY 3 DESC, 1"},
    {"review", "Review", ARGUMENTS | KIND_BIT(KIND_MITIGATION) | KIND_BIT(KIND_RECOMMENDATION), NULL,
     "SELECT coalesce((SELECT CASE WHEN v.digest = i.digest THEN v.verdict ELSE 'earlier' END FROM review v"
     " WHERE v.item = i.id ORDER BY v.date DESC, v.number DESC LIMIT 1), 'unchecked') AS state, NULL, count(*)"
     " FROM selection s CROSS JOIN item i ON i.number = s.number GROUP BY state ORDER BY 3 DESC"},
};
#define DEFINITION_COUNT (sizeof definitions / sizeof *definitions)

static void free_values(Facet *facet)
{
    for (size_t i = 0; i < facet->count; i++) {
        free(facet->values[i].value);
        free(facet->values[i].title);
    }
    free(facet->values);
    facet->values = NULL;
    facet->count = 0;
}

void facets_free(Facets *facets)
{
    for (size_t i = 0; i < facets->count; i++)
        free_values(&facets->facets[i]);
    free(facets->facets);
    *facets = (Facets){0};
}

bool facets_narrow(Query *query, const Query *chosen, Error *error)
{
    bool done = true;
    for (size_t i = 0; done && chosen && i < chosen->condition_count; i++)
        done = query_add_condition(query, chosen->conditions[i].field, chosen->conditions[i].value, error);
    return done;
}

static bool is_chosen(const Query *chosen, const char *field, const char *value)
{
    for (size_t i = 0; chosen && i < chosen->condition_count; i++) {
        if (strcmp(chosen->conditions[i].field, field) == 0 && strcmp(chosen->conditions[i].value, value) == 0)
            return true;
    }
    return false;
}

bool facets_toggle(Query *chosen, const char *field, const char *value, Error *error)
{
    for (size_t i = 0; i < chosen->condition_count; i++) {
        Condition *condition = &chosen->conditions[i];
        if (strcmp(condition->field, field) == 0 && strcmp(condition->value, value) == 0) {
            free(condition->field);
            free(condition->value);
            memmove(condition, condition + 1, (--chosen->condition_count - i) * sizeof *condition);
            return true;
        }
    }
    return query_add_condition(chosen, field, value, error);
}

/* What a value is called where no item is behind it. */
static const char *value_title(const char *field, const char *value)
{
    Kind kind;
    if (strcmp(field, "kind") == 0 && kind_parse(value, &kind))
        return kind_definition(kind)->title_plural;
    if (strcmp(field, "basis") == 0 && basis_find(value))
        return basis_find(value)->title;
    if (strcmp(field, "frame") == 0)
        return strcmp(value, "paper") == 0 ? "in the paper" : "beyond the paper";
    if (strcmp(field, "review") == 0 && strcmp(value, "earlier") == 0)
        return "an earlier text";
    return choice_title(value);
}

static FacetValue *add_value(Facet *facet, const char *value, const char *title)
{
    facet->values = memory_resize(facet->values, facet->count + 1, sizeof *facet->values);
    FacetValue *added = &facet->values[facet->count++];
    *added = (FacetValue){.value = string_copy(value),
                          .title = string_copy(title ? title : value_title(facet->field, value))};
    return added;
}

/* A model's year is that of its release. */
static KindSet kinds_of(const FacetDefinition *definition)
{
    KindSet kinds = strcmp(definition->field, "year") == 0 ? KIND_BIT(KIND_MODEL) : 0;
    if (definition->relation)
        return relation_find(definition->relation)->from;
    for (int kind = 0; kind < KIND_COUNT; kind++)
        kinds |= field_find((Kind)kind, definition->field) ? KIND_BIT(kind) : 0;
    return kinds;
}

/* " risk opportunity ". The caller owns it. */
static char *kind_names(KindSet kinds)
{
    Text names = {0};
    text_append(&names, " ");
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        if (kinds & KIND_BIT(kind))
            text_append_format(&names, "%s ", kind_definition((Kind)kind)->name);
    }
    return text_take(&names);
}

static bool count_rows(Store *store, const FacetDefinition *definition, const Query *chosen, Facet *facet, Error *error)
{
    Statement statement;
    size_t taken = 0;
    char *kinds = strstr(definition->sql, "?2") ? kind_names(kinds_of(definition)) : NULL;
    if (statement_open(store, definition->sql, &statement, error)) {
        if (strstr(definition->sql, "?1"))
            statement_bind(&statement, 1, definition->field);
        if (kinds)
            statement_bind(&statement, 2, kinds);
        while (statement_step(&statement)) {
            const char *value = statement_word(&statement, 0);
            bool picked = is_chosen(chosen, definition->field, value);
            if (taken++ >= FACET_VALUES_MAX && !picked)
                continue;
            FacetValue *added = add_value(facet, value, statement_text(&statement, 1));
            added->count = (size_t)statement_number(&statement, 2);
            added->chosen = picked;
        }
    }
    free(kinds);
    return statement_close(&statement);
}

/* "applies from DATE" is one state, whatever the date. */
static const char *state_name(const char *status)
{
    return strncmp(status, "applies from ", 13) == 0 ? "applies from" : status;
}

static void count_state(Facet *facet, const char *state)
{
    size_t at = 0;
    while (at < facet->count && strcmp(facet->values[at].value, state) != 0)
        at++;
    if (at == facet->count)
        add_value(facet, state, NULL);
    facet->values[at].count++;
}

static bool count_states(Store *store, const Query *query, const Query *chosen, Facet *facet, Error *error)
{
    ItemRows rows = {0};
    if (!items_list_states(store, query, &rows, error))
        return false;
    for (size_t i = 0; i < rows.count; i++) {
        if (rows.rows[i].status)
            count_state(facet, state_name(rows.rows[i].status));
    }
    for (size_t i = 1; i < facet->count; i++) { /* the largest first, few as they are */
        FacetValue value = facet->values[i];
        size_t at = i;
        for (; at > 0 && facet->values[at - 1].count < value.count; at--)
            facet->values[at] = facet->values[at - 1];
        facet->values[at] = value;
    }
    for (size_t i = 0; i < facet->count; i++)
        facet->values[i].chosen = is_chosen(chosen, facet->field, facet->values[i].value);
    item_rows_free(&rows);
    return true;
}

/* The title of an item, or NULL where no item has that id. The caller owns it. */
static char *title_of(Store *store, const char *id)
{
    Statement statement;
    char *title = NULL;
    if (statement_open(store, "SELECT title FROM item WHERE id = ?1", &statement, NULL)) {
        statement_bind(&statement, 1, id);
        if (statement_step(&statement))
            title = statement_copy_word(&statement, 0);
    }
    statement_close(&statement);
    return title;
}

/* What is chosen but has no items any more stays in sight, to be taken back. */
static void add_missing(Store *store, const Query *chosen, Facet *facet)
{
    for (size_t i = 0; chosen && i < chosen->condition_count; i++) {
        bool known = strcmp(chosen->conditions[i].field, facet->field) != 0;
        for (size_t v = 0; v < facet->count; v++)
            known = known || strcmp(facet->values[v].value, chosen->conditions[i].value) == 0;
        if (!known) {
            char *title = title_of(store, chosen->conditions[i].value);
            add_value(facet, chosen->conditions[i].value, title)->chosen = true;
            free(title);
        }
    }
}

/* Leaves what query selects in the temporary table selection. */
static bool select_items(Store *store, const Query *query, Error *error)
{
    ItemRows rows = {0};
    if (!selection_asks_for_status(query))
        return selection_make(store, query, 0, error);
    bool done = items_list_states(store, query, &rows, error) && selection_make_of(store, &rows, error);
    item_rows_free(&rows);
    return done;
}

static bool has_choice(const Query *chosen, const char *field)
{
    for (size_t i = 0; chosen && i < chosen->condition_count; i++) {
        if (strcmp(chosen->conditions[i].field, field) == 0)
            return true;
    }
    return false;
}

/* Counts one facet under the choices of the others. *selected: what all choices leave is in the temporary table selection;
 * most facets are counted over that. */
static bool load_facet(Store *store, const FacetDefinition *definition, const Query *query, const Query *chosen,
                       bool *selected, Facet *facet, Error *error)
{
    Query narrowed;
    bool done = true, own = has_choice(chosen, definition->field);
    if (*selected && !own && definition->sql)
        return count_rows(store, definition, chosen, facet, error);
    query_copy(&narrowed, query);
    for (size_t i = 0; done && chosen && i < chosen->condition_count; i++) {
        if (strcmp(chosen->conditions[i].field, definition->field) != 0)
            done = query_add_condition(&narrowed, chosen->conditions[i].field, chosen->conditions[i].value, error);
    }
    if (done && definition->sql)
        done = select_items(store, &narrowed, error) && count_rows(store, definition, chosen, facet, error);
    else if (done) {
        narrowed.kinds = (narrowed.kinds ? narrowed.kinds : LAWS) & LAWS; /* nothing else has a state */
        done = count_states(store, &narrowed, chosen, facet, error);
    }
    *selected = done && !own && definition->sql;
    query_free(&narrowed);
    return done;
}

static bool is_used(const Facet *facet)
{
    bool chosen = false;
    for (size_t i = 0; i < facet->count; i++)
        chosen = chosen || facet->values[i].chosen;
    return chosen || facet->count > 1;
}

static bool applies(const FacetDefinition *definition, const Query *query, const char *field)
{
    return (!definition->kinds || !query->kinds || (query->kinds & definition->kinds) != 0) &&
           (!field || strcmp(field, definition->field) == 0);
}

/* All that apply, or that of one field. Those that are counted over what all choices leave come first: it is selected once. */
static bool load(Store *store, const Query *query, const Query *chosen, const char *field, Facets *facets, Error *error)
{
    Facet loaded[DEFINITION_COUNT] = {0};
    bool done = true, selected = false;
    *facets = (Facets){0};
    for (size_t i = 0; done && i < 2 * DEFINITION_COUNT; i++) {
        const FacetDefinition *definition = &definitions[i % DEFINITION_COUNT];
        bool of_its_own = !definition->sql || has_choice(chosen, definition->field);
        Facet *facet = &loaded[i % DEFINITION_COUNT];
        if (of_its_own != (i >= DEFINITION_COUNT) || !applies(definition, query, field))
            continue;
        *facet = (Facet){.field = definition->field, .title = definition->title};
        done = load_facet(store, definition, query, chosen, &selected, facet, error);
        add_missing(store, chosen, facet);
    }
    facets->facets = memory_zeroed(DEFINITION_COUNT, sizeof *facets->facets);
    for (size_t i = 0; i < DEFINITION_COUNT; i++) {
        if (done && loaded[i].field && (is_used(&loaded[i]) || (field && loaded[i].count > 0)))
            facets->facets[facets->count++] = loaded[i];
        else
            free_values(&loaded[i]);
    }
    return done;
}

bool facets_load(Store *store, const Query *query, const Query *chosen, Facets *facets, Error *error)
{
    return load(store, query, chosen, NULL, facets, error);
}

bool facets_load_one(Store *store, const Query *query, const Query *chosen, const char *field, Facets *facets, Error *error)
{
    return load(store, query, chosen, field, facets, error);
}

void facets_words(const Facets *facets, Text *text)
{
    bool first = true;
    for (size_t i = 0; i < facets->count; i++) {
        bool first_value = true;
        for (size_t v = 0; v < facets->facets[i].count; v++) {
            if (!facets->facets[i].values[v].chosen)
                continue;
            text_append_format(text, "%s%s",
                               !first_value ? " or "
                               : first      ? ""
                                            : "; ",
                               facets->facets[i].values[v].title);
            first = first_value = false;
        }
    }
}
