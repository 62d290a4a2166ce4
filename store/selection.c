/* Running a query's conditions: which items are meant. */
#include "store/condition.h"
#include "store/kept.h"
#include "store/list.h"

#include "core/memory.h"
#include "core/unicode.h"

#include <ctype.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

char *slug_of(const char *text)
{
    Text slug = {0};
    for (const char *c = text; *c; c++) {
        if (isalnum((unsigned char)*c) || strchr(".+_", *c))
            text_append_character(&slug, (char)tolower((unsigned char)*c));
        else if (slug.length > 0 && slug.data[slug.length - 1] != '-')
            text_append_character(&slug, '-');
    }
    while (slug.length > 0 && slug.data[slug.length - 1] == '-')
        slug.data[--slug.length] = '\0';
    return text_take(&slug);
}

void selection_parameters(Text *sql, size_t first, size_t count)
{
    for (size_t i = 0; i < count; i++)
        text_append_format(sql, "%s?%zu", i ? ", " : "", first + i);
}

bool selection_sources(Store *store, const Query *query, StringList *sources, Error *error)
{
    bool done = true;
    for (size_t i = 0; done && query && i < query->condition_count; i++) {
        long long known = 0;
        if (strcmp(query->conditions[i].field, "source") != 0)
            continue;
        done =
            store_number(store, error, &known, "SELECT 1 FROM source WHERE id = ?1", "s", query->conditions[i].value);
        if (done && known)
            string_list_add(sources, query->conditions[i].value);
    }
    if (done && sources->count == 0)
        string_list_add(sources, "openness");
    return done;
}

/* The items of a kind that a value may mean: those with that id or slug, and those with that title. */
static bool resolve_kind(Store *store, Kind kind, const char *value, StringList *ids, StringList *by_title,
                         Error *error)
{
    char *slug = slug_of(value), *whole = string_format("%s.%s", kind_definition(kind)->name, slug);
    Statement statement;
    if (statement_open(store, "SELECT id, title FROM item WHERE kind = ?1", &statement, error)) {
        statement_bind(&statement, 1, kind_definition(kind)->name);
        while (statement_step(&statement)) {
            const char *id = statement_word(&statement, 0);
            char *title = slug_of(statement_word(&statement, 1));
            if (strcmp(id, value) == 0 || strcmp(id, whole) == 0)
                string_list_add(ids, id);
            else if (*slug && strcmp(title, slug) == 0)
                string_list_add(by_title, id);
            free(title);
        }
    }
    free(slug);
    free(whole);
    return statement_close(&statement);
}

/* True where there is an item of those kinds with that id: then nothing else is meant. */
static bool is_id(Store *store, KindSet kinds, const char *value)
{
    Statement statement;
    Kind kind = KIND_COUNT;
    if (statement_open(store, "SELECT kind FROM item WHERE id = ?1", &statement, NULL)) {
        statement_bind(&statement, 1, value);
        if (statement_step(&statement))
            kind = store_kind(statement_word(&statement, 0));
    }
    statement_close(&statement);
    return kind != KIND_COUNT && (kinds & KIND_BIT(kind)) != 0;
}

/* A condition's value as ids of those kinds. An id or a slug goes before a title. */
static bool resolve(Store *store, KindSet kinds, const char *value, StringList *ids, Error *error)
{
    StringList by_title = {0};
    bool done = true;
    if (is_id(store, kinds, value)) {
        string_list_add(ids, value);
        return true;
    }
    for (int kind = 0; done && kind < KIND_COUNT; kind++) {
        if (kinds & KIND_BIT(kind))
            done = resolve_kind(store, (Kind)kind, value, ids, &by_title, error);
    }
    bool by_titles = ids->count == 0;
    for (size_t i = 0; by_titles && i < by_title.count; i++)
        string_list_add(ids, by_title.items[i]);
    string_list_free(&by_title);
    return done;
}

/* Says what there is: what looks like it, or all where that is a handful. */
static void refuse_value(Store *store, const ConditionDefinition *definition, const char *value, Error *error)
{
    char *hint = nearest_text(store, value, definition->targets);
    if (!*hint) {
        free(hint);
        hint = all_text(store, definition->targets);
    }
    /* "within" and the like are no nouns. */
    const char *noun = strcmp(definition->field, "linked") == 0       ? "item"
                       : strcmp(definition->field, "touched-by") == 0 ? "law or place"
                                                                      : definition->field;
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        if (definition->targets == KIND_BIT(kind))
            noun = kind_noun((Kind)kind, 1);
    }
    error_set(error, ERROR_NOT_FOUND, "there is no %s \"%s\"%s%s", noun, value, hint,
              strcmp(definition->field, "linked") != 0 && is_id(store, KIND_BIT(KIND_COUNT) - 1, value)
                  ? "; linked=ID selects what is linked with it"
                  : "");
    free(hint);
}

/* The values to bind for one condition: one, or the ids that it may mean. */
static bool condition_values(Store *store, const ConditionDefinition *definition, const char *value, StringList *values,
                             Error *error)
{
    long long known = 0;
    if (definition->value == VALUE_LEVEL) {
        string_list_add(values, value + 1);
        return true;
    }
    if (definition->value == VALUE_SEARCH) {
        string_list_take(values, search_expression(value));
        return true;
    }
    if (definition->value == VALUE_TEXT) {
        char *folded = text_fold(value), *rest = NULL;
        for (char *word = strtok_r(folded, " ", &rest); word; word = strtok_r(NULL, " ", &rest))
            string_list_add(values, word);
        free(folded);
        return true;
    }
    if (definition->value != VALUE_ID && definition->value != VALUE_SOURCE) {
        string_list_add(values, value);
        return true;
    }
    if (definition->value == VALUE_SOURCE &&
        !store_number(store, error, &known, "SELECT 1 FROM source WHERE id = ?1", "s", value))
        return false;
    if (known)
        string_list_add(values, value);
    if (!resolve(store, definition->targets, value, values, error))
        return false;
    if (values->count > 0)
        return true;
    refuse_value(store, definition, value, error);
    return false;
}

/* SQL under way, and what is to be bound to its parameters. */
typedef struct Composed {
    Text sql;
    StringList values;
    const StringList *sources;
} Composed;

static void append_sources(Composed *composed)
{
    size_t first = composed->values.count + 1;
    for (size_t i = 0; i < composed->sources->count; i++)
        string_list_add(&composed->values, composed->sources->items[i]);
    selection_parameters(&composed->sql, first, composed->sources->count);
}

/* The components whose levels have that letter: their ids are ours, not data. */
static void append_components(Composed *composed, char letter)
{
    int count = 0;
    for (size_t i = 0; i < COMPONENT_COUNT; i++) {
        if (component_letter(i) == letter)
            text_append_format(&composed->sql, "%s'%s'", count++ ? ", " : "", component_ids[i]);
    }
}

static void append_value(Composed *composed, const char *value)
{
    string_list_add(&composed->values, value);
    text_append_format(&composed->sql, "?%zu", composed->values.count);
}

static void append_fragment(Composed *composed, const ConditionDefinition *definition, const char *asked,
                            const char *value, size_t set)
{
    static const char *const names[] = {"@value", "@field", "@sources", "@set", "@components"};
    const char *from = definition->sql;
    for (const char *at = strchr(from, '@'); at; at = strchr(from, '@')) {
        size_t name = 0;
        while (name < 4 && strncmp(at, names[name], strlen(names[name])) != 0)
            name++;
        text_append_bytes(&composed->sql, from, (size_t)(at - from));
        if (name == 0)
            append_value(composed, value);
        else if (name == 1)
            append_value(composed, definition->field);
        else if (name == 2)
            append_sources(composed);
        else if (name == 3)
            text_append_format(&composed->sql, "%zu", set);
        else
            append_components(composed, asked[0]);
        from = at + strlen(names[name]);
    }
    text_append(&composed->sql, from);
}

/* All conditions on a field as one "(… OR …)". */
static bool append_field(Store *store, const Query *query, const char *field, Composed *composed, Error *error)
{
    ConditionDefinition definition;
    bool done = condition_find(field, &definition), first = true;
    if (!done)
        error_set(error, ERROR_USAGE, "\"%s\" is no field to select by", field);
    if (!done || !definition.sql)
        return done;
    text_append(&composed->sql, " AND (");
    for (size_t i = 0; done && i < query->condition_count; i++) {
        if (strcmp(query->conditions[i].field, definition.field) != 0)
            continue;
        StringList values = {0};
        done = condition_values(store, &definition, query->conditions[i].value, &values, error);
        for (size_t v = 0; done && v < values.count; v++) {
            size_t set = 0;
            bool all = definition.value == VALUE_TEXT && v > 0; /* AND binds closer than OR */
            text_append(&composed->sql, first ? "" : all ? " AND " : " OR ");
            const char *sql = condition_set(definition.field);
            done = !sql || kept_set(store, definition.field, values.items[v], sql, &set, error);
            append_fragment(composed, &definition, query->conditions[i].value, values.items[v], set);
            first = false;
        }
        string_list_free(&values);
    }
    text_append(&composed->sql, first ? "1)" : ")"); /* words of nothing narrow nothing */
    return done;
}

static int compare_fields(const void *a, const void *b)
{
    return strcmp((*(const Condition *const *)a)->field, (*(const Condition *const *)b)->field);
}

/* In the order of the fields' names, so that the same conditions are the same SQL. */
static bool append_conditions(Store *store, const Query *query, Composed *composed, Error *error)
{
    bool done = true;
    const Condition **sorted = memory_zeroed(query->condition_count + 1, sizeof *sorted);
    for (size_t i = 0; i < query->condition_count; i++)
        sorted[i] = &query->conditions[i];
    if (query->condition_count > 1)
        qsort(sorted, query->condition_count, sizeof *sorted, compare_fields);
    for (size_t i = 0; done && i < query->condition_count; i++) {
        if (i == 0 || strcmp(sorted[i - 1]->field, sorted[i]->field) != 0)
            done = append_field(store, query, sorted[i]->field, composed, error);
    }
    free(sorted);
    return done;
}

/* True where a condition says which items are meant, and not only which are not. */
static bool names_items(const Query *query)
{
    ConditionDefinition definition;
    for (size_t i = 0; i < query->condition_count; i++) {
        if (condition_find(query->conditions[i].field, &definition) && definition.sql &&
            (strncmp(definition.sql, "i.id IN ", 8) == 0 || strncmp(definition.sql, "i.id = ", 7) == 0 ||
             strncmp(definition.sql, "i.number IN ", 12) == 0))
            return true;
    }
    return false;
}

/* The plus keeps SQLite from going through all items of the kinds where a condition leaves fewer. */
static void append_kinds(Composed *composed, KindSet kinds, bool narrowed)
{
    int count = 0;
    if (!kinds)
        return;
    text_append_format(&composed->sql, " AND %si.kind IN (", narrowed ? "+" : "");
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        if (kinds & KIND_BIT(kind))
            text_append_format(&composed->sql, "%s'%s'", count++ ? ", " : "", kind_definition((Kind)kind)->name);
    }
    text_append(&composed->sql, ")");
}

/* Each word must be somewhere. */
static void append_words(Composed *composed, const char *words)
{
    char *folded = text_fold(words), *rest = NULL;
    for (char *word = strtok_r(folded, " \t\n", &rest); word; word = strtok_r(NULL, " \t\n", &rest)) {
        text_append(&composed->sql, " AND instr(i.folded, ");
        append_value(composed, word);
        text_append(&composed->sql, ") > 0");
    }
    free(folded);
}

/* What was composed, with what is bound to it. The caller owns it. */
static char *composed_key(const Composed *composed)
{
    Text key = {0};
    text_append(&key, composed->sql.data);
    for (size_t i = 0; i < composed->values.count; i++)
        text_append_format(&key, "\x1f%s", composed->values.items[i]);
    return text_take(&key);
}

/* Opens head, the conditions and tail, with all bound. */
static bool open_composed(Store *store, const char *head, const Composed *composed, const char *tail, Statement *statement,
                          Error *error)
{
    *statement = (Statement){.store = store, .slot = SIZE_MAX, .failed = true};
    if (composed->values.count > 30000) {
        error_set(error, ERROR_LIMIT, "there are too many conditions");
        return false;
    }
    char *sql = string_format("%s%s%s", head, composed->sql.data, tail);
    bool done = statement_open_once(store, sql, statement, error);
    for (size_t i = 0; done && i < composed->values.count; i++)
        statement_bind(statement, (int)i + 1, composed->values.items[i]);
    free(sql);
    return done;
}

static bool run(Store *store, const Composed *composed, Error *error)
{
    Statement statement;
    kept_set_selected(store, NULL);
    if (!store_run(store, error, "DELETE FROM selection", ""))
        return false;
    if (open_composed(store,
                      "INSERT INTO selection(item, kind, number) SELECT i.id, i.kind, i.number FROM item i",
                      composed, "", &statement, error)) {
        while (statement_step(&statement))
            ;
    }
    return statement_close(&statement);
}

/* Several questions of one screen select the same items: what is there already stays. */
static bool run_once(Store *store, const Composed *composed, Error *error)
{
    char *key = composed_key(composed);
    bool done = kept_is_selected(store, key);
    if (!done) {
        done = run(store, composed, error);
        kept_set_selected(store, done ? key : NULL);
    }
    free(key);
    return done;
}

/* " WHERE …" for all that the query asks of an item i; kinds not 0: of these instead of the query's. To be freed with
 * composed_free(), after failure too. */
static bool compose(Store *store, const Query *query, KindSet kinds, StringList *sources, Composed *composed, Error *error)
{
    *composed = (Composed){.sources = sources};
    *sources = (StringList){0};
    kept_renew(store);
    bool done = selection_sources(store, query, sources, error);
    text_append(&composed->sql, " WHERE 1");
    append_kinds(composed, kinds || !query ? kinds : query->kinds, query && names_items(query));
    if (query && query->words)
        append_words(composed, query->words);
    return done && (!query || append_conditions(store, query, composed, error));
}

static void composed_free(Composed *composed, StringList *sources)
{
    text_free(&composed->sql);
    string_list_free(&composed->values);
    string_list_free(sources);
}

bool selection_make(Store *store, const Query *query, KindSet kinds, Error *error)
{
    StringList sources;
    Composed composed;
    bool done = compose(store, query, kinds, &sources, &composed, error) && run_once(store, &composed, error);
    composed_free(&composed, &sources);
    return done;
}

bool selection_asks_for_status(const Query *query)
{
    for (size_t i = 0; i < query->condition_count; i++) {
        if (strcmp(query->conditions[i].field, "status") == 0)
            return true;
    }
    return false;
}

bool selection_ask(Store *store, const Query *query, const char *head, const char *tail, Statement *statement, Error *error)
{
    StringList sources;
    Composed composed;
    Query asked = *query;
    asked.words = NULL;
    bool by_state = selection_asks_for_status(query);
    bool done = compose(store, &asked, 0, &sources, &composed, error) && (!by_state || items_select(store, query, error));
    if (by_state)
        text_append(&composed.sql, " AND i.id IN (SELECT item FROM selection)");
    done = done && open_composed(store, head, &composed, tail, statement, error);
    composed_free(&composed, &sources);
    return done;
}

bool selection_is_made(Store *store, const Query *query)
{
    StringList sources;
    Composed composed;
    Query asked = *query;
    asked.words = NULL;
    bool done = compose(store, &asked, 0, &sources, &composed, NULL);
    char *key = done ? composed_key(&composed) : NULL;
    bool is_made = done && kept_is_selected(store, key);
    free(key);
    composed_free(&composed, &sources);
    return is_made;
}

bool selection_make_of(Store *store, const ItemRows *rows, Error *error)
{
    kept_set_selected(store, NULL);
    bool done = store_run(store, error, "DELETE FROM selection", "");
    for (size_t i = 0; done && i < rows->count; i++)
        done = store_run(store, error, "INSERT INTO selection(item, kind, number) SELECT id, kind, number FROM item WHERE id = ?1", "s",
                         rows->rows[i].id);
    return done;
}
