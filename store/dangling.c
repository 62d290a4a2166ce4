#include "store/dangling.h"

#include "core/memory.h"

#include <stdlib.h>

typedef struct Search {
    Store *store;
    DanglingSeen seen;
    void *context;
    Error *error;
} Search;

/* "risk or opportunity"; a long list becomes "another kind". */
static char *kinds_text(KindSet kinds)
{
    Text text = {0};
    int count = 0;
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        if (!(kinds & KIND_BIT(kind)))
            continue;
        text_append(&text, count++ ? " or " : "");
        text_append(&text, kind_definition((Kind)kind)->name);
    }
    if (count > 4 || count == 0) {
        text_reset(&text);
        text_append(&text, "another kind");
    }
    return text_take(&text);
}

/* The message where a statement's target, of kind target_kind (NULL: there is none such), is not one of kinds; else
 * NULL. */
static char *fault(const char *what, const char *target, const char *target_kind, KindSet kinds)
{
    if (!target_kind)
        return string_format("%s \"%s\", which does not exist", what, target);
    Kind kind = store_kind(target_kind);
    if (kind != KIND_COUNT && (kinds & KIND_BIT(kind)))
        return NULL;
    char *wanted = kinds_text(kinds);
    char *message = string_format("%s \"%s\", which is of kind %s, not %s", what, target, target_kind, wanted);
    free(wanted);
    return message;
}

/* Columns: file, line, item, target, the target's kind. */
static void report(const Search *search, Statement *row, const char *rule, const char *what, KindSet kinds)
{
    char *message = fault(what, statement_word(row, 3), statement_text(row, 4), kinds);
    if (message)
        search->seen(search->context, rule, statement_text(row, 0), (long)statement_number(row, 1),
                     statement_word(row, 2), message);
    free(message);
}

#define OF_SOURCES " WHERE r.source IN (SELECT source FROM touched_source)"

static bool find_links(const Search *search)
{
    Statement statement;
    if (statement_open(
            search->store,
            "SELECT r.file, l.line, l.item, l.target, i.kind, l.relation"
            " FROM record r CROSS JOIN link l ON l.record = r.number LEFT JOIN item i ON i.id = l.target" OF_SOURCES
            " ORDER BY l.record, l.position",
            &statement, search->error)) {
        while (statement_step(&statement)) {
            const RelationDefinition *relation = relation_find(statement_word(&statement, 5));
            char *what = string_format("the link \"%s\" points to", statement_word(&statement, 5));
            report(search, &statement, "dangling-link", what, relation ? relation->to : 0);
            free(what);
        }
    }
    return statement_close(&statement);
}

static bool find_citations(const Search *search)
{
    Statement statement;
    if (statement_open(
            search->store,
            "SELECT r.file, c.line, c.item, c.reference, i.kind, c.record AS number"
            " FROM record r CROSS JOIN citation c ON c.record = r.number LEFT JOIN item i ON i.id = "
            "c.reference" OF_SOURCES " AND (i.kind IS NULL OR i.kind NOT IN ('reference', 'instrument'))"
            " UNION ALL"
            " SELECT r.file, f.line, f.item, f.reference, i.kind, f.record"
            " FROM record r CROSS JOIN field f ON f.record = r.number LEFT JOIN item i ON i.id = f.reference" OF_SOURCES
            " AND f.reference IS NOT NULL"
            " AND (i.kind IS NULL OR i.kind NOT IN ('reference', 'instrument'))"
            " UNION ALL"
            " SELECT r.file, l.line, l.item, l.reference, i.kind, l.record"
            " FROM record r CROSS JOIN link l ON l.record = r.number LEFT JOIN item i ON i.id = l.reference" OF_SOURCES
            " AND l.reference IS NOT NULL"
            " AND (i.kind IS NULL OR i.kind NOT IN ('reference', 'instrument'))"
            " ORDER BY number, 2",
            &statement, search->error)) {
        while (statement_step(&statement))
            report(search, &statement, "dangling-citation", "cites",
                   KIND_BIT(KIND_REFERENCE) | KIND_BIT(KIND_INSTRUMENT));
    }
    return statement_close(&statement);
}

static bool find_cells(const Search *search)
{
    Statement statement;
    if (statement_open(
            search->store,
            "SELECT r.file, c.line, c.item, c.component, i.kind"
            " FROM record r CROSS JOIN cell c ON c.record = r.number LEFT JOIN item i ON i.id = c.component" OF_SOURCES
            " AND i.kind IS NOT 'component' ORDER BY c.record, c.position",
            &statement, search->error)) {
        while (statement_step(&statement))
            report(search, &statement, "dangling-link", "a cell is about", KIND_BIT(KIND_COMPONENT));
    }
    return statement_close(&statement);
}

static bool find_see(const Search *search)
{
    Statement statement;
    if (statement_open(
            search->store,
            "SELECT r.file, f.line, f.item, f.value, i.kind"
            " FROM record r CROSS JOIN field f ON f.record = r.number LEFT JOIN item i ON i.id = f.value" OF_SOURCES
            " AND f.name = 'see' AND i.kind IS NOT 'term' ORDER BY f.record, f.position",
            &statement, search->error)) {
        while (statement_step(&statement))
            report(search, &statement, "dangling-link", "says to see", KIND_BIT(KIND_TERM));
    }
    return statement_close(&statement);
}

bool dangling_links(Store *store, DanglingSeen seen, void *context, Error *error)
{
    const Search search = {store, seen, context, error};
    return find_links(&search) && find_cells(&search) && find_see(&search);
}

bool dangling_citations(Store *store, DanglingSeen seen, void *context, Error *error)
{
    const Search search = {store, seen, context, error};
    return find_citations(&search);
}

bool dangling_find(Store *store, DanglingSeen seen, void *context, Error *error)
{
    return dangling_links(store, seen, context, error) && dangling_citations(store, seen, context, error);
}
