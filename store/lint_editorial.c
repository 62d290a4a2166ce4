/* Rules that only the records of the shipped kind (rank 0) are held to: that they say all that a reader is promised. */
#include "store/lint.h"

#define OURS " FROM item i" LINT_PLACE " WHERE s.rank = 0 AND "

/* What an author writes as an outline, with a title and a source, or in full. */
#define WRITTEN_KINDS "('risk', 'opportunity', 'mitigation', 'recommendation')"

bool lint_missing_summary(Lint *lint, Error *error)
{
    return lint_rows(lint,
                     "SELECT r.file, r.line, i.id, 'has no summary; say in a sentence what it is'" OURS
                     "i.summary IS NULL AND i.kind IN ('stage', 'area', 'risk', 'opportunity', 'mitigation',"
                     " 'recommendation', 'actor', 'instrument', 'provision', 'component', 'level', 'observation')"
                     " ORDER BY i.sequence",
                     error);
}

bool lint_missing_body(Lint *lint, Error *error)
{
    return lint_rows(lint,
                     "SELECT r.file, r.line, i.id, 'has no text; say in \"body\" what it is and why'" OURS
                     "i.body IS NULL AND i.kind IN ('risk', 'opportunity', 'mitigation', 'recommendation')"
                     " ORDER BY i.sequence",
                     error);
}

bool lint_missing_field(Lint *lint, Error *error)
{
    return lint_rows(
        lint,
        "WITH wanted(kind, name, advice) AS (VALUES"
        " ('risk', 'effect', 'say whether openness raises or lowers the risk, and why'),"
        " ('risk', 'evidence', 'say how strong the evidence is, and why'),"
        " ('risk', 'affected', 'say who is touched by it'),"
        " ('opportunity', 'effect', 'say whether openness raises or lowers the opportunity, and why'),"
        " ('opportunity', 'evidence', 'say how strong the evidence is, and why'),"
        " ('opportunity', 'affected', 'say who is touched by it'),"
        " ('mitigation', 'life-cycle', 'say where in the life cycle it works'),"
        " ('mitigation', 'maturity', 'say how far it is in use, and why'),"
        " ('mitigation', 'limits', 'say how it is circumvented'),"
        " ('mitigation', 'cost', 'say what it costs openness, and whom'),"
        " ('recommendation', 'horizon', 'say by when'), ('recommendation', 'why', 'say why'),"
        " ('recommendation', 'trade-off', 'say what is lost by it'),"
        " ('recommendation', 'indicator', 'say how one would know that it worked'),"
        " ('instrument', 'instrument-type', 'say what it is'), ('instrument', 'short-name', 'say what people call it'),"
        " ('instrument', 'force', 'say whether it binds: \"binding\" or \"voluntary\"; a bill need not'),"
        " ('instrument', 'treatment', 'say how it treats open source; \"silent\" where no rule was seen'),"
        " ('provision', 'citation', 'say which article it is'),"
        " ('provision', 'treatment', 'say how it treats open source; \"silent\" where no rule was seen'),"
        " ('component', 'pipeline', 'say where it belongs'), ('component', 'artefact', 'say whether it is code or "
        "data'),"
        " ('level', 'code', 'give its code'), ('level', 'openness', 'say how open it is'),"
        " ('licence', 'point-research', 'say whether the licence allows it, and why'),"
        " ('licence', 'point-commercial', 'say whether the licence allows it, and why'),"
        " ('licence', 'point-modify', 'say whether the licence allows it, and why'),"
        " ('licence', 'point-copyright', 'say whether the licence has it, and why'),"
        " ('licence', 'point-relicense', 'say whether the licence allows it, and why'),"
        " ('model', 'released', 'say when it was released'),"
        " ('organisation', 'organisation-type', 'say what it is'),"
        " ('reference', 'publication-type', 'say what it is'),"
        " ('observation', 'claim', 'say what the source claims'), ('observation', 'query', 'say what is recomputed'))"
        " SELECT r.file, r.line, i.id, 'has no field \"' || w.name || '\"; ' || w.advice"
        " FROM wanted w JOIN item i ON i.kind = w.kind" LINT_PLACE
        " WHERE (s.rank = 0 OR (i.kind IN " WRITTEN_KINDS " AND " LINT_AUTHORED " AND (i.body IS NOT NULL OR EXISTS"
        " (SELECT 1 FROM field g JOIN wanted v ON v.name = g.name WHERE g.item = i.id AND v.kind = i.kind))))"
        " AND NOT EXISTS (SELECT 1 FROM field f WHERE f.item = i.id AND (f.name = w.name"
        " OR (w.name = 'force' AND f.name = 'instrument-type' AND f.value = 'bill')))"
        " ORDER BY i.sequence, w.name",
        error);
}

bool lint_missing_reason(Lint *lint, Error *error)
{
    return lint_rows(lint,
                     "SELECT r.file, f.line, f.item, 'the field \"' || f.name || '\" gives no reason; say between its"
                     " tags why it is \"' || f.value || '\"'"
                     " FROM field f JOIN record r ON r.number = f.record JOIN source s ON s.id = r.source"
                     " WHERE (s.rank = 0 OR " LINT_AUTHORED ") AND coalesce(f.text, '') = '' AND f.value IS NOT NULL"
                     " AND (f.name IN ('effect', 'evidence', 'maturity') OR f.name GLOB 'point-*')"
                     " UNION ALL"
                     " SELECT r.file, l.line, l.item, 'the link \"' || l.relation || '\" to \"' || l.target"
                     " || '\" does not say what the reference tells; say it between its tags'"
                     " FROM link l JOIN record r ON r.number = l.record JOIN source s ON s.id = r.source"
                     " WHERE (s.rank = 0 OR " LINT_AUTHORED ") AND trim(coalesce(l.text, '')) = ''"
                     " AND l.relation IN ('supported-by', 'disputed-by')",
                     error);
}

/* Where either of two relations will do, both are named. */
bool lint_missing_link(Lint *lint, Error *error)
{
    return lint_rows(
        lint,
        "WITH wanted(kind, relation, other, advice) AS (VALUES"
        " ('risk', 'in', NULL, 'say which area it is in'), ('risk', 'at', NULL, 'say at which stage it arises'),"
        " ('risk', 'depends-on', NULL, 'say which component''s release matters to it, and how'),"
        " ('opportunity', 'in', NULL, 'say which area it is in'),"
        " ('opportunity', 'at', NULL, 'say at which stage it arises'),"
        " ('opportunity', 'depends-on', NULL, 'say which component''s release matters to it, and how'),"
        " ('mitigation', 'reduces', NULL, 'say which risk it reduces'),"
        " ('recommendation', 'calls-for', 'strengthens', 'say which mitigation it calls for'),"
        " ('provision', 'part-of', NULL, 'say which instrument it stands in'),"
        " ('instrument', 'of', NULL, 'say whose it is'), ('jurisdiction', 'in', NULL, 'say which region it is in'),"
        " ('model', 'developed-by', NULL, 'say who made it'))"
        " SELECT r.file, r.line, i.id, 'has no link \"' || w.relation || '\"'"
        " || coalesce(' or \"' || w.other || '\"', '') || '; ' || w.advice"
        " FROM wanted w JOIN item i ON i.kind = w.kind" LINT_PLACE
        " WHERE s.rank = 0 AND NOT EXISTS (SELECT 1 FROM link l WHERE l.item = i.id"
        " AND l.relation IN (w.relation, w.other)) ORDER BY i.sequence, w.relation",
        error);
}

#define NO_GAP " AND NOT EXISTS (SELECT 1 FROM field f WHERE f.item = i.id AND f.name = 'gap')"

bool lint_no_mitigation(Lint *lint, Error *error)
{
    return lint_rows(lint,
                     "SELECT r.file, r.line, i.id,"
                     " 'has no mitigation that reduces it, and no field \"gap\" that says that none is known'" OURS
                     "i.kind = 'risk' AND NOT EXISTS (SELECT 1 FROM link l JOIN item m ON m.id = l.item"
                     " WHERE l.target = i.id AND l.relation = 'reduces')" NO_GAP " ORDER BY i.sequence",
                     error);
}

/* Where there is no mitigation either, that is the finding. */
bool lint_no_recommendation(Lint *lint, Error *error)
{
    return lint_rows(lint,
                     "SELECT r.file, r.line, i.id,"
                     " 'has no recommendation that calls for what reduces it, and no field \"gap\" that says so'" OURS
                     "i.kind = 'risk' AND EXISTS (SELECT 1 FROM link l WHERE l.target = i.id"
                     " AND l.relation = 'reduces') AND NOT EXISTS (SELECT 1 FROM link l JOIN link c"
                     " ON c.target = l.item AND c.relation = 'calls-for' WHERE l.target = i.id"
                     " AND l.relation = 'reduces')" NO_GAP " ORDER BY i.sequence",
                     error);
}

/* The frame says with an area's links "at" where it has something to say: both sides are expected there, also of areas
 * below. Fields that no such link names are empty on purpose. An area with nothing in it at all is another rule's. */
bool lint_empty_field_of_frame(Lint *lint, Error *error)
{
    return lint_rows(
        lint,
        "WITH RECURSIVE below(top, id) AS (SELECT id, id FROM item WHERE kind = 'area' UNION SELECT b.top, l.item"
        " FROM below b JOIN link l ON l.target = b.id AND l.relation = 'in' JOIN item a ON a.id = l.item"
        " AND a.kind = 'area'), side(kind) AS (VALUES ('risk'), ('opportunity')),"
        " filled(area, stage, kind) AS (SELECT DISTINCT b.top, t.target, x.kind FROM below b"
        " JOIN link l ON l.target = b.id AND l.relation = 'in' JOIN item x ON x.id = l.item"
        " AND x.kind IN ('risk', 'opportunity') JOIN link t ON t.item = x.id AND t.relation = 'at')"
        " SELECT r.file, l.line, l.item, 'has no ' || k.kind || ' at \"' || l.target"
        " || '\"; add one, or take the link \"at\" away'"
        " FROM link l JOIN item i ON i.id = l.item AND i.kind = 'area' JOIN record r ON r.number = l.record"
        " JOIN source s ON s.id = r.source AND s.rank = 0 JOIN side k"
        " WHERE l.relation = 'at' AND EXISTS (SELECT 1 FROM link n WHERE n.target = i.id AND n.relation = 'in')"
        " AND (l.item, l.target, k.kind) NOT IN (SELECT area, stage, kind FROM filled)"
        " ORDER BY l.record, l.position, k.kind DESC",
        error);
}

/* That evidence is contested is the reader's to judge only where somebody who contests it is named. */
bool lint_undisputed(Lint *lint, Error *error)
{
    return lint_rows(lint,
                     "SELECT r.file, f.line, f.item, 'the evidence is said to be contested, and nothing disputes it;"
                     " name with \"disputed-by\" who does, or rate the evidence anew'"
                     " FROM field f JOIN record r ON r.number = f.record JOIN source s ON s.id = r.source"
                     " WHERE (s.rank = 0 OR " LINT_AUTHORED ") AND f.name = 'evidence' AND f.value = 'contested'"
                     " AND NOT EXISTS (SELECT 1 FROM link l WHERE l.item = f.item AND l.relation = 'disputed-by')"
                     " ORDER BY f.record, f.position",
                     error);
}

/* Not each risk has an entry elsewhere, so that this is no fault. */
bool lint_no_crosswalk(Lint *lint, Error *error)
{
    return lint_rows(lint,
                     "SELECT r.file, r.line, i.id, 'no entry of another taxonomy is linked to it; link it with"
                     " \"same-as\", \"broader\", \"narrower\" or \"related\" where there is one'" OURS
                     "i.kind = 'risk' AND NOT EXISTS (SELECT 1 FROM link l WHERE l.item = i.id"
                     " AND l.relation IN ('same-as', 'broader', 'narrower', 'related')) ORDER BY i.sequence",
                     error);
}

bool lint_outline(Lint *lint, Error *error)
{
    return lint_rows(lint,
                     "SELECT r.file, r.line, i.id, 'is an outline so far: it has neither a text nor a field that its"
                     " kind needs'"
                     " FROM item i" LINT_PLACE " WHERE s.rank <> 0 AND " LINT_AUTHORED " AND i.kind IN " WRITTEN_KINDS
                     " AND i.body IS NULL AND NOT EXISTS (SELECT 1 FROM field f WHERE f.item = i.id AND f.name IN"
                     " ('effect', 'evidence', 'affected', 'life-cycle', 'maturity', 'limits', 'cost', 'horizon', 'why',"
                     " 'trade-off', 'indicator')) ORDER BY i.sequence",
                     error);
}

_Static_assert(EVIDENCE_REFERENCES_MIN == 2, "the message and the query of thin evidence say two");

bool lint_thin_evidence(Lint *lint, Error *error)
{
    return lint_rows(
        lint,
        "SELECT r.file, r.line, i.id, CASE n WHEN 0 THEN 'no reference supports it'"
        " ELSE 'one reference supports it' END || '; thin evidence until there are two'"
        " FROM (SELECT k.*, (SELECT count(DISTINCT l.target) FROM link l WHERE l.item = k.id"
        " AND l.relation = 'supported-by') AS n FROM item k WHERE k.kind IN ('risk', 'opportunity')) i" LINT_PLACE
        " WHERE s.rank = 0 AND n < 2 ORDER BY i.sequence",
        error);
}
