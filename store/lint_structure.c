/* Rules that hold for the records of every source: that what they state fits together. */
#include "store/dangling.h"
#include "store/lint.h"

static void add_dangling(void *context, const char *rule, const char *file, long line, const char *id,
                         const char *message)
{
    (void)rule;
    lint_add(context, file, line, id, message);
}

/* Of all sources. Between loads the temporary table is empty. */
static bool find_dangling(Lint *lint, bool (*find)(Store *, DanglingSeen, void *, Error *), Error *error)
{
    bool done = store_run(lint->store, error, "INSERT OR IGNORE INTO touched_source SELECT id FROM source", "") &&
                find(lint->store, add_dangling, lint, error);
    return store_run(lint->store, error, "DELETE FROM touched_source", "") && done;
}

bool lint_dangling_link(Lint *lint, Error *error)
{
    return find_dangling(lint, dangling_links, error);
}

bool lint_dangling_citation(Lint *lint, Error *error)
{
    return find_dangling(lint, dangling_citations, error);
}

/* The import refuses both; what came into the database in another way is seen here. */
bool lint_no_source(Lint *lint, Error *error)
{
    return lint_rows(lint,
                     "SELECT r.file, r.line, r.id, 'has no source; say with \"source\" where it is from'"
                     " FROM record r WHERE NOT EXISTS (SELECT 1 FROM citation c WHERE c.record = r.number)"
                     " UNION ALL"
                     " SELECT r.file, l.line, l.item, 'the link \"' || l.relation || '\" to \"' || l.target"
                     " || '\" has no source; give it \"ref\" and \"basis\"'"
                     " FROM link l JOIN record r ON r.number = l.record"
                     " WHERE l.reference IS NULL OR l.basis IS NULL",
                     error);
}

/* A cell is from where its record is from; nobody scored a model for us, so our own word is not enough. */
bool lint_cell_without_source(Lint *lint, Error *error)
{
    return lint_rows(lint,
                     "SELECT r.file, min(c.line), r.id, 'has openness cells, but cites nothing that they are from; cite"
                     " with \"source\" what was read to score them'"
                     " FROM cell c JOIN record r ON r.number = c.record"
                     " WHERE EXISTS (SELECT 1 FROM citation k WHERE k.record = r.number)"
                     " AND NOT EXISTS (SELECT 1 FROM citation k WHERE k.record = r.number AND k.basis <> 'editorial')"
                     " GROUP BY r.number ORDER BY r.number",
                     error);
}

#define FACING_LINKS(ROW)                                                                                              \
    ROW("broader", "narrower") ROW("narrower", "broader") ROW("amends", "revokes") ROW("revokes", "amends")
#define EXCLUDED_LINKS(ROW)                                                                                            \
    ROW("same-as", "broader")                                                                                          \
    ROW("same-as", "narrower")                                                                                         \
    ROW("broader", "narrower") ROW("supported-by", "disputed-by") ROW("requires", "exempts")
#define LINK_PAIR_ROW(one, other) "('" one "', '" other "'),"
#define FACING FACING_LINKS(LINK_PAIR_ROW) "(NULL, NULL)"
#define EXCLUDED EXCLUDED_LINKS(LINK_PAIR_ROW) "(NULL, NULL)"
#define LINK_PAIR_CASE(one, other) one " " other,

const char *const lint_one_sided_link_cases[] = {FACING_LINKS(LINK_PAIR_CASE) NULL};
const char *const lint_contradicting_links_cases[] = {EXCLUDED_LINKS(LINK_PAIR_CASE) NULL};

/* An arrow is written at one end, and every view derives the other. Where both ends state one, they say the same twice
 * (the two directions of one relation), or each says what cannot be true beside the other (two areas, each in the
 * other). Two sources may differ: that is data. Told at the later record. */
bool lint_one_sided_link(Lint *lint, Error *error)
{
    return lint_rows(
        lint,
        "SELECT r.file, l.line, l.item, CASE"
        " WHEN l.relation = m.relation AND l.relation NOT IN ('same-as', 'related') THEN"
        "  'the link \"' || l.relation || '\" to \"' || l.target || '\" contradicts that one''s own link \"'"
        "  || m.relation || '\" (line ' || m.line || '); keep the one that is true'"
        " ELSE 'the link \"' || l.relation || '\" to \"' || l.target || '\" is there already at its other end, as \"'"
        "  || m.relation || '\" (line ' || m.line || '); keep one of them' END"
        " FROM link l JOIN link m ON m.item = l.target AND m.target = l.item AND m.record < l.record"
        " JOIN record r ON r.number = l.record JOIN record o ON o.number = m.record AND o.source = r.source"
        " WHERE l.relation = m.relation OR (l.relation, m.relation) IN (VALUES " FACING ")"
        " ORDER BY l.record, l.position",
        error);
}

bool lint_contradicting_links(Lint *lint, Error *error)
{
    return lint_rows(lint,
                     "WITH excluded(one, other) AS (VALUES " EXCLUDED ")"
                     " SELECT r.file, max(l.line, m.line), l.item, 'has a link \"' || l.relation || '\" and a link \"'"
                     " || m.relation || '\" to \"' || l.target || '\" (line ' || min(l.line, m.line)"
                     " || '); keep the one that is true'"
                     " FROM excluded e JOIN link l ON l.relation = e.one"
                     " JOIN link m ON m.item = l.item AND m.relation = e.other AND m.target = l.target"
                     " JOIN record r ON r.number = l.record"
                     " JOIN record o ON o.number = m.record AND o.source = r.source"
                     " ORDER BY l.record, l.position",
                     error);
}

bool lint_recommendation_without_actor(Lint *lint, Error *error)
{
    return lint_rows(lint,
                     "SELECT r.file, r.line, i.id, 'is addressed to nobody; link it to an actor with \"addressed-to\"'"
                     " FROM item i" LINT_PLACE " WHERE i.kind = 'recommendation' AND NOT EXISTS"
                     " (SELECT 1 FROM link l WHERE l.item = i.id AND l.relation = 'addressed-to') ORDER BY i.sequence",
                     error);
}

bool lint_unused_reference(Lint *lint, Error *error)
{
    return lint_rows(lint,
                     "SELECT r.file, r.line, i.id, 'is cited nowhere; take it away or cite it' FROM item i" LINT_PLACE
                     " WHERE i.kind = 'reference'"
                     /* A source of references alone is somebody's list of them. */
                     " AND EXISTS (SELECT 1 FROM record o WHERE o.source = r.source AND o.kind <> 'reference')"
                     " AND NOT EXISTS (SELECT 1 FROM citation c WHERE c.reference = i.id AND c.item <> i.id)"
                     " AND NOT EXISTS (SELECT 1 FROM field f WHERE f.reference = i.id AND f.item <> i.id)"
                     " AND NOT EXISTS (SELECT 1 FROM link l WHERE l.reference = i.id AND l.item <> i.id)"
                     " AND NOT EXISTS (SELECT 1 FROM link l WHERE l.target = i.id) ORDER BY i.sequence",
                     error);
}

bool lint_empty_area(Lint *lint, Error *error)
{
    return lint_rows(lint,
                     "SELECT r.file, r.line, i.id, 'has nothing in it; take it away, or link to it with \"in\"'"
                     " FROM item i" LINT_PLACE " WHERE i.kind = 'area' AND NOT EXISTS"
                     " (SELECT 1 FROM link l WHERE l.target = i.id AND l.relation = 'in') ORDER BY i.sequence",
                     error);
}

bool lint_incomplete_matrix(Lint *lint, Error *error)
{
    return lint_rows(lint,
                     "SELECT r.file, r.line, r.id, 'has a cell for ' || count(DISTINCT c.component)"
                     " || ' of the twelve components; give the others the value \"unknown\" or \"not-applicable\"'"
                     " FROM cell c JOIN record r ON r.number = c.record GROUP BY r.number"
                     /* One cell is a source's word on one component, such as the weights, and no matrix. */
                     " HAVING count(DISTINCT c.component) BETWEEN 2 AND 11 ORDER BY r.number",
                     error);
}
