#include "store/condition.h"
#include "store/condition_scope.h"
#include "store/paper_words.h"

#include <string.h>

#define LINKED(relation) "i.id IN (SELECT item FROM link WHERE relation = '" relation "' AND target = @value)"
#define CELLS                                                                                                          \
    "i.id IN (SELECT c.item FROM cell c JOIN record r ON r.number = c.record WHERE r.source IN (@sources) AND "

/* Only what argues can go beyond what the paper argues; law, licences, models, references and the like are facts beside
 * it. True (1) for what goes beyond. */
#define BEYOND_FRAME                                                                                                   \
    "(i.kind IN ('stage', 'area', 'risk', 'opportunity', 'mitigation', 'recommendation', 'observation')"               \
    " AND NOT EXISTS (SELECT 1 FROM citation f WHERE f.item = i.id AND f.basis IN ('abstract', 'companion', 'paper')))"

/* What narrowing a list as one types looks into: title, summary, id, what a law is called, and who or where it is for. */
#define HAS_WORD                                                                                                       \
    "(instr(i.folded, @value) > 0"                                                                                     \
    " OR i.id IN (SELECT item FROM field WHERE name = 'short-name' AND instr(fold(value), @value) > 0)"                \
    " OR i.id IN (SELECT l.item FROM link l JOIN item t ON t.id = l.target"                                            \
    "  WHERE l.relation IN ('addressed-to', 'of', 'developed-by') AND instr(fold(t.title), @value) > 0)"               \
    " OR i.id IN (SELECT p.item FROM link p JOIN link l ON l.item = p.target AND l.relation = 'of'"                    \
    "  JOIN item t ON t.id = l.target WHERE p.relation = 'part-of' AND instr(fold(t.title), @value) > 0))"

static const ConditionDefinition definitions[] = {
    {"stage", VALUE_ID, KIND_BIT(KIND_STAGE), LINKED("at")},
    {"area", VALUE_ID, KIND_BIT(KIND_AREA),
     "i.id IN (WITH RECURSIVE below(id) AS (SELECT @value UNION SELECT l.item FROM below b"
     "  JOIN link l ON l.target = b.id AND l.relation = 'in' JOIN item a ON a.id = l.item AND a.kind = 'area')"
     " SELECT item FROM link WHERE relation = 'in' AND target IN (SELECT id FROM below))"},
    {"actor", VALUE_ID, KIND_BIT(KIND_ACTOR), LINKED("addressed-to")},
    {"region", VALUE_ID, KIND_BIT(KIND_REGION),
     "i.id IN (WITH places(id) AS (SELECT item FROM link WHERE relation = 'in' AND target = @value),"
     "  laws(id) AS (SELECT item FROM link WHERE relation = 'of' AND target IN (SELECT id FROM places))"
     " SELECT id FROM places UNION SELECT id FROM laws"
     " UNION SELECT item FROM link WHERE relation = 'part-of' AND target IN (SELECT id FROM laws))"},
    {"jurisdiction", VALUE_ID, KIND_BIT(KIND_JURISDICTION),
     "i.id IN (WITH laws(id) AS (SELECT item FROM link WHERE relation = 'of' AND target = @value)"
     " SELECT id FROM laws UNION SELECT item FROM link WHERE relation = 'part-of' AND target IN (SELECT id FROM "
     "laws))"},
    {"basis", VALUE_BASIS, 0, "i.id IN (SELECT item FROM citation WHERE basis = @value)"},
    {"source", VALUE_SOURCE, KIND_BIT(KIND_REFERENCE) | KIND_BIT(KIND_INSTRUMENT),
     "i.id IN (SELECT id FROM record WHERE source = @value UNION SELECT item FROM citation WHERE reference = @value"
     " UNION SELECT item FROM field WHERE reference = @value UNION SELECT item FROM link WHERE reference = @value)"},
    {"component", VALUE_COMPONENT, 0,
     "i.id IN (SELECT item FROM link WHERE target = @value"
     " AND relation IN ('depends-on', 'applies-at', 'requires', 'exempts', 'encourages'))"},
    {"level", VALUE_LEVEL, 0, CELLS "c.value = @value AND c.component IN (@components))"},
    {"licence", VALUE_LICENCE, 0,
     CELLS "(c.licence = @value COLLATE NOCASE OR trim(c.licence) COLLATE NOCASE IN (SELECT spelling FROM spelling"
           " WHERE licence IN (@value, 'licence.' || lower(@value)))))"},
    {"organisation", VALUE_ID, KIND_BIT(KIND_ORGANISATION), LINKED("developed-by")},
    {"year", VALUE_YEAR, 0,
     "i.id IN (SELECT item FROM field WHERE name IN ('released', 'year') AND substr(value, 1, 4) = @value"
     " UNION SELECT item FROM event WHERE substr(date, 1, 4) = @value)"},
    {"status", VALUE_STATUS, KIND_BIT(KIND_INSTRUMENT) | KIND_BIT(KIND_PROVISION), NULL},
    {"kind", VALUE_KIND, 0, "i.kind = @value"},
    {"linked", VALUE_ID, KIND_BIT(KIND_COUNT) - 1,
     "i.id IN (SELECT item FROM link WHERE target = @value UNION SELECT target FROM link WHERE item = @value)"},
    {"id", VALUE_ITEM, 0, "i.id = @value"},
    {"search", VALUE_SEARCH, 0, "i.number IN (SELECT rowid FROM search WHERE search MATCH @value)"},
    {"text", VALUE_TEXT, 0, HAS_WORD},
    {"frame", VALUE_FRAME, 0, BEYOND_FRAME " = (@value = 'beyond')"},
    {"touched-by", VALUE_ID,
     KIND_BIT(KIND_REGION) | KIND_BIT(KIND_JURISDICTION) | KIND_BIT(KIND_INSTRUMENT) | KIND_BIT(KIND_PROVISION),
     "i.id IN (SELECT item FROM kept WHERE number = @set)"},
    {"within", VALUE_ID, KIND_BIT(KIND_STAGE), "i.id NOT IN (SELECT item FROM kept WHERE number = @set)"},
    {"words", VALUE_WORDS, 0, PAPER_WORDS("i.id") " = (@value = 'paper')"},
    {"review", VALUE_REVIEW, 0,
     "@value = coalesce((SELECT CASE WHEN v.digest = i.digest THEN v.verdict ELSE 'earlier' END FROM review v"
     " WHERE v.item = i.id ORDER BY v.date DESC, v.number DESC LIMIT 1), 'unchecked')"},
};
#define DEFINITION_COUNT (sizeof definitions / sizeof *definitions)

static const ConditionDefinition by_choice = {
    NULL, VALUE_CHOICE, 0, "i.id IN (SELECT item FROM field WHERE name = @field AND value = @value)"};
static const ConditionDefinition by_cell = {NULL, VALUE_CELL, 0, CELLS "c.component = @field AND c.value = @value)"};

bool condition_find(const char *field, ConditionDefinition *definition)
{
    for (size_t i = 0; i < DEFINITION_COUNT; i++) {
        *definition = definitions[i];
        if (strcmp(definition->field, field) == 0)
            return true;
    }
    if (component_index(field) >= 0) {
        *definition = by_cell;
        definition->field = component_ids[component_index(field)];
        return true;
    }
    for (size_t i = 0; i < field_count(); i++) {
        const FieldDefinition *known = field_at(i);
        if (known->type == FIELD_CHOICE && strcmp(known->name, field) == 0) {
            *definition = by_choice;
            definition->field = known->name;
            definition->targets = known->kinds;
            return true;
        }
    }
    return false;
}

const char *condition_set(const char *field)
{
    return strcmp(field, "touched-by") == 0 ? SET_TOUCHED_BY : strcmp(field, "within") == 0 ? SET_WITHOUT : NULL;
}

void condition_names(StringList *names)
{
    for (size_t i = 0; i < DEFINITION_COUNT; i++)
        string_list_add(names, definitions[i].field);
    for (size_t i = 0; i < field_count(); i++) {
        if (field_at(i)->type == FIELD_CHOICE && !string_list_contains(names, field_at(i)->name))
            string_list_add(names, field_at(i)->name);
    }
}

/* The same but for blanks and hyphens. */
static bool same_words(const char *a, const char *b)
{
    for (; *a && *b; a++, b++) {
        if (*a != *b && !((*a == '-' || *a == ' ') && (*b == '-' || *b == ' ')))
            return false;
    }
    return *a == *b;
}

bool condition_status_matches(const char *value, const char *state)
{
    if (!state)
        return false;
    /* Without a date, any date is meant. */
    if (same_words(value, "applies from"))
        return strncmp(state, "applies from", 12) == 0;
    return same_words(value, state);
}
