/* Openness over time and by kind of organisation, from the cells. */
#include "store/matrix.h"

#include "core/memory.h"

#include <stdlib.h>
#include <string.h>

void openness_groups_free(OpennessGroups *groups)
{
    for (size_t i = 0; i < groups->count; i++)
        free(groups->groups[i].name);
    free(groups->groups);
    *groups = (OpennessGroups){0};
}

int openness_share(const OpennessGroup *group, size_t pipeline)
{
    const PipelineCounts *counts = &group->pipelines[pipeline];
    int known = counts->closed + counts->semi_open + counts->open;
    if (known == 0 || group->models < OPENNESS_FEW_MODELS)
        return -1;
    return (200 * counts->open + known) / (2 * known);
}

static OpennessGroup *group_named(OpennessGroups *groups, const char *name)
{
    for (size_t i = 0; i < groups->count; i++) {
        if (strcmp(groups->groups[i].name, name) == 0)
            return &groups->groups[i];
    }
    groups->groups = memory_resize(groups->groups, groups->count + 1, sizeof *groups->groups);
    OpennessGroup *group = &groups->groups[groups->count++];
    *group = (OpennessGroup){.name = string_copy(name)};
    for (size_t i = 0; i < 3; i++)
        group->pipelines[i].pipeline = pipeline_name(i);
    return group;
}

static bool has_cells(const MatrixRow *row)
{
    for (size_t i = 0; i < COMPONENT_COUNT; i++) {
        if (row->cells[i].value)
            return true;
    }
    return false;
}

static void add_row(OpennessGroup *group, const MatrixRow *row)
{
    group->models++;
    for (size_t i = 0; i < COMPONENT_COUNT; i++) {
        if (row->cells[i].value)
            pipeline_count(&group->pipelines[pipeline_of_component(i)], row->cells[i].value);
    }
}

static bool is_year(const char *released)
{
    return released && strspn(released, "0123456789") == 4;
}

static void add_to_year(OpennessGroups *groups, const MatrixRow *row)
{
    char *year = is_year(row->released) ? string_copy_bytes(row->released, 4) : string_copy(OPENNESS_NOT_KNOWN);
    add_row(group_named(groups, year), row);
    free(year);
}

typedef struct Developer {
    char *model, *type; /* type: of the organisations that developed it */
} Developer;

typedef struct Developers {
    Developer *items; /* by model */
    size_t count, capacity;
} Developers;

static void take_developer(Developers *developers, Statement *statement)
{
    const char *model = statement_word(statement, 0), *type = statement_word(statement, 1);
    Developer *last = developers->count ? &developers->items[developers->count - 1] : NULL;
    if (last && strcmp(last->model, model) == 0) {
        bool news = strcmp(type, OPENNESS_NOT_KNOWN) != 0 && strcmp(last->type, type) != 0;
        bool first = strcmp(last->type, OPENNESS_NOT_KNOWN) == 0;
        char *both = news ? string_copy(first ? type : ORGANISATIONS_SEVERAL) : NULL;
        if (news) {
            free(last->type);
            last->type = both;
        }
        return;
    }
    if (developers->count == developers->capacity) {
        developers->capacity = developers->capacity ? 2 * developers->capacity : 64;
        developers->items = memory_resize(developers->items, developers->capacity, sizeof *developers->items);
    }
    developers->items[developers->count++] = (Developer){string_copy(model), string_copy(type)};
}

/* Of what matrix_make() selected. */
static bool read_developers(Store *store, Developers *developers, Error *error)
{
    Statement statement;
    if (statement_open(store,
                       "SELECT DISTINCT s.item, coalesce(f.value, '" OPENNESS_NOT_KNOWN "') FROM selection s"
                       " JOIN link l ON l.item = s.item AND l.relation = 'developed-by'"
                       " LEFT JOIN field f ON f.item = l.target AND f.name = 'organisation-type' ORDER BY s.item",
                       &statement, error)) {
        while (statement_step(&statement))
            take_developer(developers, &statement);
    }
    return statement_close(&statement);
}

static void developers_free(Developers *developers)
{
    for (size_t i = 0; i < developers->count; i++) {
        free(developers->items[i].model);
        free(developers->items[i].type);
    }
    free(developers->items);
}

static int compare_developers(const void *a, const void *b)
{
    return strcmp(((const Developer *)a)->model, ((const Developer *)b)->model);
}

static const char *type_of(const Developers *developers, char *model)
{
    const Developer wanted = {.model = model};
    const Developer *found =
        developers->count ? bsearch(&wanted, developers->items, developers->count, sizeof wanted, compare_developers)
                          : NULL;
    return found ? found->type : OPENNESS_NOT_KNOWN;
}

/* The place of a kind of organisation in the vocabulary; what is several kinds and what is unknown come last. */
static size_t place_of(const char *type)
{
    size_t place = 0;
    for (size_t i = 0; i < field_count(); i++) {
        const FieldDefinition *field = field_at(i);
        if (strcmp(field->name, "organisation-type") != 0)
            continue;
        while (field->choices[place] && strcmp(field->choices[place], type) != 0)
            place++;
        if (field->choices[place])
            return place;
    }
    return place + 1 + (strcmp(type, ORGANISATIONS_SEVERAL) != 0);
}

static int compare_types(const void *a, const void *b)
{
    size_t one = place_of(((const OpennessGroup *)a)->name), other = place_of(((const OpennessGroup *)b)->name);
    return (one > other) - (one < other);
}

/* "unknown" comes after all years: letters come after digits. */
static int compare_years(const void *a, const void *b)
{
    return strcmp(((const OpennessGroup *)a)->name, ((const OpennessGroup *)b)->name);
}

static void sort_groups(OpennessGroups *groups, int (*compare)(const void *, const void *))
{
    if (groups->count > 1)
        qsort(groups->groups, groups->count, sizeof *groups->groups, compare);
}

bool openness_group(Store *store, const Matrix *matrix, Observations *observations, Error *error)
{
    Developers developers = {0};
    bool done = read_developers(store, &developers, error);
    for (size_t i = 0; done && i < matrix->count; i++) {
        const MatrixRow *row = &matrix->rows[i];
        if (!has_cells(row))
            continue;
        add_to_year(&observations->by_year, row);
        add_row(group_named(&observations->by_organisation_type, type_of(&developers, row->id)), row);
    }
    sort_groups(&observations->by_year, compare_years);
    sort_groups(&observations->by_organisation_type, compare_types);
    developers_free(&developers);
    return done;
}
