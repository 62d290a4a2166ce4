/* Queries: what may be asked for, before any database is looked at. */
#include "store/condition.h"

#include "core/date.h"
#include "core/memory.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static const char *const states[] = {"in force",
                                     "partly in force",
                                     "act partly in force",
                                     "applies from",
                                     "proposed",
                                     "adopted",
                                     "voluntary",
                                     "vetoed",
                                     "withdrawn",
                                     "lapsed",
                                     "superseded",
                                     "revoked",
                                     "rescission announced",
                                     "stayed",
                                     "not adopted yet",
                                     "no dates known"};

static char *lower(const char *text)
{
    char *copy = string_copy(text);
    for (char *c = copy; *c; c++)
        *c = (char)tolower((unsigned char)*c);
    return copy;
}

/* The choices of all the fields of a name ("risk" and "opportunity" may share one), each once. */
static void collect_choices(const char *name, StringList *choices)
{
    for (size_t i = 0; i < field_count(); i++) {
        const FieldDefinition *field = field_at(i);
        if (field->type != FIELD_CHOICE || strcmp(field->name, name) != 0)
            continue;
        for (const char *const *choice = field->choices; *choice; choice++) {
            if (!string_list_contains(choices, *choice))
                string_list_add(choices, *choice);
        }
    }
}

/* The values that a controlled condition may have. */
static void collect_values(const ConditionDefinition *definition, StringList *values)
{
    static const char *const cell_values[] = {"1", "2", "3", "4", "5", "unknown", "not-applicable"};
    switch (definition->value) {
    case VALUE_CHOICE:
        collect_choices(definition->field, values);
        break;
    case VALUE_BASIS:
        for (size_t i = 0; i < basis_count(); i++)
            string_list_add(values, basis_at(i)->name);
        break;
    case VALUE_COMPONENT:
        for (size_t i = 0; i < COMPONENT_COUNT; i++)
            string_list_add(values, component_ids[i]);
        break;
    case VALUE_KIND:
        for (int kind = 0; kind < KIND_COUNT; kind++)
            string_list_add(values, kind_definition((Kind)kind)->name);
        break;
    case VALUE_CELL:
        for (size_t i = 0; i < sizeof cell_values / sizeof *cell_values; i++)
            string_list_add(values, cell_values[i]);
        break;
    case VALUE_REVIEW:
        for (int state = 0; state < REVIEW_STATE_COUNT; state++)
            string_list_add(values, review_state_name((ReviewState)state));
        break;
    case VALUE_FRAME:
        string_list_add(values, "paper");
        string_list_add(values, "beyond");
        break;
    case VALUE_WORDS:
        string_list_add(values, "paper");
        string_list_add(values, "other");
        break;
    case VALUE_STATUS:
        for (size_t i = 0; i < sizeof states / sizeof *states; i++)
            string_list_add(values, states[i]);
        break;
    default:
        break;
    }
}

static bool is_level(const char *value)
{
    return (value[0] == 'C' || value[0] == 'D') && value[1] >= '1' && value[1] <= '5' && value[2] == '\0';
}

/* "level.c3" and "c3" are C3. */
static char *level_code(const char *value)
{
    char *code = string_copy(strncmp(value, "level.", 6) == 0 ? value + 6 : value);
    code[0] = (char)toupper((unsigned char)code[0]);
    return code;
}

static char *cell_value(const ConditionDefinition *definition, const char *value)
{
    char *code = level_code(value);
    char *result = is_level(code) && code[0] == component_letter((size_t)component_index(definition->field))
                       ? string_copy(code + 1)
                       : lower(value);
    free(code);
    return result;
}

/* The value in the form that is kept in the query. */
static char *normal_value(const ConditionDefinition *definition, const char *value)
{
    Kind kind;
    switch (definition->value) {
    case VALUE_KIND:
        return kind_parse(value, &kind) ? string_copy(kind_definition(kind)->name) : string_copy(value);
    case VALUE_LEVEL:
        return level_code(value);
    case VALUE_CELL:
        return cell_value(definition, value);
    case VALUE_CHOICE:
    case VALUE_BASIS:
    case VALUE_COMPONENT:
    case VALUE_STATUS:
    case VALUE_REVIEW:
    case VALUE_FRAME:
    case VALUE_WORDS:
        return lower(value);
    default:
        return string_copy(value);
    }
}

static bool is_year(const char *value)
{
    return strlen(value) == 4 && strspn(value, "0123456789") == 4;
}

static bool status_is_known(const char *value)
{
    for (size_t i = 0; i < sizeof states / sizeof *states; i++) {
        if (condition_status_matches(value, states[i]))
            return true;
    }
    return (strncmp(value, "applies from ", 13) == 0 || strncmp(value, "applies-from-", 13) == 0) &&
           date_is_valid(value + 13);
}

static bool value_is_good(const ConditionDefinition *definition, const char *value, const StringList *values)
{
    switch (definition->value) {
    case VALUE_YEAR:
        return is_year(value);
    case VALUE_LEVEL:
        return is_level(value);
    case VALUE_STATUS:
        return status_is_known(value);
    default:
        return values->count == 0 || string_list_contains(values, value);
    }
}

static void refuse_value(const ConditionDefinition *definition, const char *value, const StringList *values,
                         Error *error)
{
    Text known = {0};
    for (size_t i = 0; i < values->count; i++)
        text_append_format(&known, "%s%s", i ? ", " : "", values->items[i]);
    if (definition->value == VALUE_YEAR)
        text_append(&known, "a year such as 2024");
    if (definition->value == VALUE_LEVEL)
        text_append(&known, "C1 to C5 and D1 to D5");
    error_set(error, ERROR_USAGE, "\"%s\" is no value of \"%s\": known are %s", value, definition->field, known.data);
    text_free(&known);
}

/* Says of a field that there is none such, what it may be, and what there is. */
static void refuse_field(const char *use, const char *field, const StringList *names, Error *error)
{
    StringList all = {0};
    Text list = {0};
    for (size_t i = 0; i < names->count; i++) {
        string_list_add(&all, names->items[i]);
        text_append_format(&list, "%s%s", i ? ", " : "", names->items[i]);
    }
    for (size_t i = 0; i < COMPONENT_COUNT; i++)
        string_list_add(&all, component_ids[i]);
    char *hint = nearest_name_text(field, &all);
    error_set(error, ERROR_USAGE, "\"%s\" is no field to %s by%s; there are %s and the components' ids", field, use,
              hint, list.data);
    free(hint);
    string_list_free(&all);
    text_free(&list);
}

bool query_add_condition(Query *query, const char *field, const char *value, Error *error)
{
    ConditionDefinition definition;
    if (!condition_find(field, &definition)) {
        StringList names = {0};
        condition_names(&names);
        refuse_field("select", field, &names, error);
        string_list_free(&names);
        return false;
    }
    StringList values = {0};
    collect_values(&definition, &values);
    char *normal = normal_value(&definition, value);
    bool good = *normal != '\0' && value_is_good(&definition, normal, &values);
    if (!good) {
        if (*value)
            refuse_value(&definition, value, &values, error);
        else
            error_set(error, ERROR_USAGE, "\"%s=\" has no value", field);
        free(normal);
    } else {
        query->conditions = memory_resize(query->conditions, query->condition_count + 1, sizeof *query->conditions);
        query->conditions[query->condition_count++] = (Condition){string_copy(definition.field), normal};
    }
    string_list_free(&values);
    return good;
}

bool query_parse_condition(Query *query, const char *text, Error *error)
{
    const char *equals = strchr(text, '=');
    if (!equals || equals == text) {
        error_set(error, ERROR_USAGE, "\"%s\" is no condition; give FIELD=VALUE, such as area=safety-security", text);
        return false;
    }
    char *field = string_copy_bytes(text, (size_t)(equals - text));
    bool done = query_add_condition(query, field, equals + 1, error);
    free(field);
    return done;
}

static const char *const sort_names[] = {"title",     "id",     "kind",  "open",         "links",
                                         "stage",     "area",   "actor", "jurisdiction", "organisation",
                                         "framework", "status", "year",  "basis"};

static bool sort_is_known(const char *field)
{
    for (size_t i = 0; i < sizeof sort_names / sizeof *sort_names; i++) {
        if (strcmp(sort_names[i], field) == 0)
            return true;
    }
    for (size_t i = 0; i < field_count(); i++) {
        if (field_at(i)->type != FIELD_TEXT && strcmp(field_at(i)->name, field) == 0)
            return true;
    }
    return component_index(field) >= 0;
}

static void refuse_sort(const char *field, Error *error)
{
    StringList names = {0};
    for (size_t i = 0; i < sizeof sort_names / sizeof *sort_names; i++)
        string_list_add(&names, sort_names[i]);
    for (size_t i = 0; i < field_count(); i++) {
        if (field_at(i)->type != FIELD_TEXT && !string_list_contains(&names, field_at(i)->name))
            string_list_add(&names, field_at(i)->name);
    }
    refuse_field("sort", field, &names, error);
    string_list_free(&names);
}

bool query_set_sort(Query *query, const char *text, Error *error)
{
    bool descending = text[0] == '-';
    const char *field = text + descending;
    if (!sort_is_known(field)) {
        refuse_sort(field, error);
        return false;
    }
    free(query->sort);
    query->sort = string_copy(field);
    query->descending = descending;
    return true;
}

void query_copy(Query *to, const Query *from)
{
    *to = *from;
    to->sort = string_copy(from->sort);
    to->words = string_copy(from->words);
    to->as_of = string_copy(from->as_of);
    to->conditions = from->condition_count ? memory_zeroed(from->condition_count, sizeof *to->conditions) : NULL;
    for (size_t i = 0; i < from->condition_count; i++) {
        to->conditions[i].field = string_copy(from->conditions[i].field);
        to->conditions[i].value = string_copy(from->conditions[i].value);
    }
}

void query_free(Query *query)
{
    for (size_t i = 0; i < query->condition_count; i++) {
        free(query->conditions[i].field);
        free(query->conditions[i].value);
    }
    free(query->conditions);
    free(query->sort);
    free(query->words);
    free(query->as_of);
    *query = (Query){0};
}
