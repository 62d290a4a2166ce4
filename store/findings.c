#include "store/findings.h"
#include "store/dangling.h"

#include "core/memory.h"

#include <stdlib.h>

void findings_free(Findings *findings)
{
    for (size_t i = 0; i < findings->count; i++) {
        free(findings->findings[i].file);
        free(findings->findings[i].id);
        free(findings->findings[i].rule);
        free(findings->findings[i].message);
    }
    free(findings->findings);
    *findings = (Findings){0};
}

void findings_add(Findings *findings, const char *rule, const char *file, long line, const char *id,
                  const char *message)
{
    bool full = (findings->count & (findings->count - 1)) == 0;
    if (full)
        findings->findings =
            memory_resize(findings->findings, findings->count ? 2 * findings->count : 1, sizeof *findings->findings);
    findings->findings[findings->count++] = (Finding){.file = string_copy(file),
                                                      .line = line,
                                                      .id = string_copy(id),
                                                      .rule = string_copy(rule),
                                                      .message = string_copy(message)};
}

static void add_dangling(void *context, const char *rule, const char *file, long line, const char *id,
                         const char *message)
{
    findings_add(context, rule, file, line, id, message);
}

/* The file and line of an item: where its source of the lowest rank says it. */
#define PLACE                                                                                                          \
    "SELECT (SELECT r.file FROM record r JOIN source s ON s.id = r.source WHERE r.id = i.id ORDER BY s.rank, s.id"     \
    " LIMIT 1), (SELECT r.line FROM record r JOIN source s ON s.id = r.source WHERE r.id = i.id"                       \
    " ORDER BY s.rank, s.id LIMIT 1), i.id FROM item i WHERE "
#define NO_GAP " AND NOT EXISTS (SELECT 1 FROM field f WHERE f.item = i.id AND f.name = 'gap')"

/* What an item must have, and the items that have it not. */
static const struct {
    const char *rule, *message, *sql;
} rules[] = {
    {"missing-summary", "has no summary; say in a sentence or two what it is",
     PLACE
     "i.summary IS NULL AND i.kind IN ('stage', 'area', 'risk', 'opportunity', 'mitigation', 'recommendation', 'actor',"
     " 'instrument', 'provision', 'component', 'level', 'observation') ORDER BY i.sequence"},
    {"missing-body", "has no text; say what it is and why",
     PLACE "i.body IS NULL AND i.kind IN ('risk', 'opportunity', 'mitigation', 'recommendation') ORDER BY i.sequence"},
    {"no-mitigation", "has no mitigation that reduces it, and no field \"gap\" that says that none is known",
     PLACE "i.kind = 'risk' AND NOT EXISTS (SELECT 1 FROM link l JOIN item m ON m.id = l.item WHERE l.target = i.id"
           " AND l.relation = 'reduces')" NO_GAP " ORDER BY i.sequence"},
    {"no-recommendation", "has no recommendation that calls for what reduces it, and no field \"gap\" that says so",
     PLACE "i.kind = 'risk' AND NOT EXISTS (SELECT 1 FROM link l JOIN link c ON c.target = l.item"
           " AND c.relation = 'calls-for' WHERE l.target = i.id AND l.relation = 'reduces')" NO_GAP
           " ORDER BY i.sequence"},
    {"recommendation-without-actor", "is addressed to nobody; link it to an actor with \"addressed-to\"",
     PLACE "i.kind = 'recommendation' AND NOT EXISTS (SELECT 1 FROM link l WHERE l.item = i.id"
           " AND l.relation = 'addressed-to') ORDER BY i.sequence"},
    {"unused-reference", "is cited nowhere; take it away or cite it",
     PLACE "i.kind = 'reference' AND NOT EXISTS (SELECT 1 FROM citation c WHERE c.reference = i.id AND c.item <> i.id)"
           " AND NOT EXISTS (SELECT 1 FROM field f WHERE f.reference = i.id AND f.item <> i.id)"
           " AND NOT EXISTS (SELECT 1 FROM link l WHERE l.reference = i.id AND l.item <> i.id)"
           " AND NOT EXISTS (SELECT 1 FROM link l WHERE l.target = i.id) ORDER BY i.sequence"},
    {"empty-area", "has nothing in it",
     PLACE "i.kind = 'area' AND NOT EXISTS (SELECT 1 FROM link l WHERE l.target = i.id AND l.relation = 'in')"
           " ORDER BY i.sequence"},
    {"incomplete-matrix", "has no cell for some of the twelve components",
     "SELECT r.file, r.line, r.id FROM record r WHERE r.number IN (SELECT record FROM cell GROUP BY record"
     " HAVING count(DISTINCT component) < 12) ORDER BY r.number"},
};

static bool apply_rule(Store *store, size_t index, Findings *findings, Error *error)
{
    Statement statement;
    if (statement_open(store, rules[index].sql, &statement, error)) {
        while (statement_step(&statement))
            findings_add(findings, rules[index].rule, statement_text(&statement, 0),
                         (long)statement_number(&statement, 1), statement_text(&statement, 2), rules[index].message);
    }
    return statement_close(&statement);
}

/* Of all sources. Between loads the temporary table is empty. */
static bool find_dangling(Store *store, Findings *findings, Error *error)
{
    bool done = store_run(store, error, "INSERT OR IGNORE INTO touched_source SELECT id FROM source", "") &&
                dangling_find(store, add_dangling, findings, error);
    return store_run(store, error, "DELETE FROM touched_source", "") && done;
}

bool findings_collect(Store *store, Findings *findings, Error *error)
{
    *findings = (Findings){0};
    bool done = findings_of_integrity(store, findings, error) && findings_of_digests(store, findings, error) &&
                find_dangling(store, findings, error);
    for (size_t i = 0; done && i < sizeof rules / sizeof *rules; i++)
        done = apply_rule(store, i, findings, error);
    if (!done)
        findings_free(findings);
    return done;
}
