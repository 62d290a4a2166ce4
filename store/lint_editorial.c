/* Rules that only what is written by hand is held to: that it says all that a reader is promised. What our own data
 * (rank 0) lacks is a finding; what an author's lacks is a notice where one can read the item without it. */
#include "store/meaning.h"
#include "store/lint.h"

#define BY_HAND ", " LINT_RANK " FROM item i" LINT_PLACE " WHERE " LINT_WRITTEN_BY_HAND " AND "

#define SUMMARISED_KINDS(ROW)                                                                                          \
    LINT_WRITTEN_KINDS(ROW)                                                                                            \
    ROW("stage") ROW("area") ROW("actor") ROW("instrument") ROW("provision") ROW("component") ROW("level")             \
    ROW("observation")

#define SUMMARISED SUMMARISED_KINDS(LINT_WORD) "NULL"

const char *const lint_missing_summary_cases[] = {SUMMARISED_KINDS(LINT_CASE) NULL};
const char *const lint_missing_body_cases[] = {LINT_WRITTEN_KINDS(LINT_CASE) NULL};

bool lint_missing_summary(Lint *lint, Error *error)
{
    return lint_rows_ranked(lint,
                            "SELECT r.file, r.line, i.id, 'has no summary; say in a sentence what it is'" BY_HAND
                            "i.summary IS NULL AND i.kind IN (" SUMMARISED ") ORDER BY i.sequence",
                            error);
}

bool lint_missing_body(Lint *lint, Error *error)
{
    return lint_rows_ranked(lint,
                            "SELECT r.file, r.line, i.id, 'has no text; say in \"body\" what it is and why'" BY_HAND
                            "i.body IS NULL AND i.kind IN (" LINT_WRITTEN ") ORDER BY i.sequence",
                            error);
}

/* Kind, field, and what is advised where there is none. */
#define WANTED_FIELDS(ROW)                                                                                             \
    ROW("risk", "effect", "say whether openness raises or lowers the risk, and why")                                   \
    ROW("risk", "evidence", "say how strong the evidence is, and why")                                                 \
    ROW("risk", "affected", "say who is touched by it")                                                                \
    ROW("opportunity", "effect", "say whether openness raises or lowers the opportunity, and why")                     \
    ROW("opportunity", "evidence", "say how strong the evidence is, and why")                                          \
    ROW("opportunity", "affected", "say who is touched by it")                                                         \
    ROW("mitigation", "life-cycle", "say where in the life cycle it works")                                            \
    ROW("mitigation", "maturity", "say how far it is in use, and why")                                                 \
    ROW("mitigation", "limits", "say how it is circumvented")                                                          \
    ROW("mitigation", "cost", "say what it costs openness, and whom")                                                  \
    ROW("recommendation", "horizon", "say by when")                                                                    \
    ROW("recommendation", "why", "say why")                                                                            \
    ROW("recommendation", "trade-off", "say what is lost by it")                                                       \
    ROW("recommendation", "indicator", "say how one would know that it worked")                                        \
    ROW("instrument", "instrument-type", "say what it is")                                                             \
    ROW("instrument", "short-name", "say what people call it")                                                         \
    ROW("instrument", "force", "say whether it binds: \"binding\" or \"voluntary\"; a bill need not")                  \
    ROW("instrument", "treatment", "say how it treats open source; \"silent\" where no rule was seen")                 \
    ROW("provision", "citation", "say which article it is")                                                            \
    ROW("provision", "treatment", "say how it treats open source; \"silent\" where no rule was seen")                  \
    ROW("component", "pipeline", "say where it belongs")                                                               \
    ROW("component", "artefact", "say whether it is code or data")                                                     \
    ROW("level", "code", "give its code")                                                                              \
    ROW("level", "openness", "say how open it is")                                                                     \
    ROW("licence", "point-research", "say whether the licence allows it, and why")                                     \
    ROW("licence", "point-commercial", "say whether the licence allows it, and why")                                   \
    ROW("licence", "point-modify", "say whether the licence allows it, and why")                                       \
    ROW("licence", "point-copyright", "say whether the licence has it, and why")                                       \
    ROW("licence", "point-relicense", "say whether the licence allows it, and why")                                    \
    ROW("model", "released", "say when it was released")                                                               \
    ROW("organisation", "organisation-type", "say what it is")                                                         \
    ROW("reference", "publication-type", "say what it is")                                                             \
    ROW("observation", "claim", "say what the source claims")                                                          \
    ROW("observation", "query", "say what is recomputed")
#define FIELD_ROW(kind, name, advice) "('" kind "', '" name "', '" advice "'),"
#define FIELDS_WANTED WANTED_FIELDS(FIELD_ROW) "(NULL, NULL, NULL)"
#define FIELD_CASE(kind, name, advice) kind " " name,

const char *const lint_missing_field_cases[] = {WANTED_FIELDS(FIELD_CASE) NULL};

/* An author's licences, laws and provisions are short of something; what is written in full is refused without them.
 * What an author's models and references hold is the affair of that list. */
#define LISTED_KINDS "'model', 'organisation', 'reference'"

bool lint_missing_field(Lint *lint, Error *error)
{
    return lint_rows_ranked(lint,
                            "WITH wanted(kind, name, advice) AS (VALUES " FIELDS_WANTED ")"
                            " SELECT r.file, r.line, i.id, 'has no field \"' || w.name || '\"; ' || w.advice,"
                            " CASE WHEN i.kind IN (" LINT_WRITTEN ") THEN 0 ELSE " LINT_RANK " END"
                            " FROM wanted w JOIN item i ON i.kind = w.kind" LINT_PLACE
                            " WHERE (s.rank = 0 OR (i.kind NOT IN (" LISTED_KINDS ") AND " LINT_AUTHORS_ITEM "))"
                            " AND NOT EXISTS (SELECT 1 FROM field f WHERE f.item = i.id AND (f.name = w.name"
                            " OR (w.name = 'force' AND f.name = 'instrument-type' AND f.value = 'bill')))"
                            " ORDER BY i.sequence, w.name",
                            error);
}

#define REASONED_FIELDS(ROW)                                                                                           \
    ROW("effect") ROW("evidence") ROW("maturity")                                                                      \
    ROW("point-research") ROW("point-commercial") ROW("point-modify") ROW("point-copyright") ROW("point-relicense")
#define FIELDS_REASONED REASONED_FIELDS(LINT_WORD) "NULL"
#define REASONED_LINKS(ROW) ROW("answers") ROW("supported-by") ROW("disputed-by") ROW("need-shown-by")
#define LINKS_REASONED REASONED_LINKS(LINT_WORD) "NULL"

const char *const lint_missing_reason_cases[] = {REASONED_FIELDS(LINT_CASE) REASONED_LINKS(LINT_CASE) NULL};

bool lint_missing_reason(Lint *lint, Error *error)
{
    return lint_rows(lint,
                     "SELECT r.file, f.line, f.item, 'the field \"' || f.name || '\" gives no reason; say between its"
                     " tags why it is \"' || f.value || '\"'"
                     " FROM field f JOIN record r ON r.number = f.record JOIN source s ON s.id = r.source"
                     " WHERE (s.rank = 0 OR " LINT_AUTHORED ") AND coalesce(f.text, '') = '' AND f.value IS NOT NULL"
                     " AND f.name IN (" FIELDS_REASONED ")"
                     " UNION ALL"
                     " SELECT r.file, l.line, l.item, 'the link \"' || l.relation || '\" to \"' || l.target"
                     " || '\" does not say ' || CASE l.relation WHEN 'answers' THEN 'how' ELSE 'what the reference tells' END"
                     " || '; say it between its tags'"
                     " FROM link l JOIN record r ON r.number = l.record JOIN source s ON s.id = r.source"
                     " WHERE (s.rank = 0 OR " LINT_AUTHORED ") AND trim(coalesce(l.text, '')) = ''"
                     " AND l.relation IN (" LINKS_REASONED ")",
                     error);
}

/* Kind, relation, another relation that will do as well, and what is advised. */
#define WANTED_LINKS(ROW)                                                                                              \
    ROW("risk", "in", "", "say which area it is in")                                                                   \
    ROW("risk", "at", "", "say at which stage it arises")                                                              \
    ROW("risk", "depends-on", "", "say which component''s release matters to it, and how")                             \
    ROW("opportunity", "in", "", "say which area it is in")                                                            \
    ROW("opportunity", "at", "", "say at which stage it arises")                                                       \
    ROW("opportunity", "depends-on", "", "say which component''s release matters to it, and how")                      \
    ROW("mitigation", "reduces", "", "say which risk it reduces")                                                      \
    ROW("recommendation", "calls-for", "strengthens", "say which mitigation it calls for")                             \
    ROW("recommendation", "answers", "strengthens", "say which risk it answers")                                       \
    ROW("provision", "part-of", "", "say which instrument it stands in")                                               \
    ROW("instrument", "of", "", "say whose it is")                                                                     \
    ROW("jurisdiction", "in", "", "say which region it is in")                                                         \
    ROW("model", "developed-by", "", "say who made it")
#define LINK_ROW(kind, relation, other, advice) "('" kind "', '" relation "', '" other "', '" advice "'),"
#define LINKS_WANTED WANTED_LINKS(LINK_ROW) "(NULL, NULL, NULL, NULL)"
#define LINK_CASE(kind, relation, other, advice) kind " " relation,

const char *const lint_missing_link_cases[] = {WANTED_LINKS(LINK_CASE) NULL};

bool lint_missing_link(Lint *lint, Error *error)
{
    return lint_rows_ranked(
        lint,
        "WITH wanted(kind, relation, other, advice) AS (VALUES " LINKS_WANTED ")"
        " SELECT r.file, r.line, i.id, 'has no link \"' || w.relation || '\"'"
        " || CASE w.other WHEN '' THEN '' ELSE ' or \"' || w.other || '\"' END || '; ' || w.advice, " LINT_RANK
        " FROM wanted w JOIN item i ON i.kind = w.kind" LINT_PLACE " WHERE (s.rank = 0 OR (i.kind NOT IN (" LISTED_KINDS
        ") AND " LINT_AUTHORS_ITEM "))"
        " AND NOT EXISTS (SELECT 1 FROM link l WHERE l.item = i.id"
        " AND l.relation IN (w.relation, w.other)) ORDER BY i.sequence, w.relation",
        error);
}

#define NO_GAP " AND NOT EXISTS (SELECT 1 FROM field f WHERE f.item = i.id AND f.name = 'gap')"

bool lint_no_mitigation(Lint *lint, Error *error)
{
    return lint_rows_ranked(
        lint,
        "SELECT r.file, r.line, i.id,"
        " 'has no mitigation that reduces it, and no field \"gap\" that says that none is known'" BY_HAND
        "i.kind = 'risk' AND NOT EXISTS (SELECT 1 FROM link l JOIN item m ON m.id = l.item"
        " WHERE l.target = i.id AND l.relation = 'reduces')" NO_GAP " ORDER BY i.sequence",
        error);
}

/* Where there is no mitigation either, that is the finding. */
bool lint_no_recommendation(Lint *lint, Error *error)
{
    return lint_rows_ranked(
        lint,
        "SELECT r.file, r.line, i.id,"
        " 'has no recommendation that answers it or calls for what reduces it, and no field \"gap\" that says"
        " so'" BY_HAND "i.kind = 'risk' AND EXISTS (SELECT 1 FROM link l WHERE l.target = i.id"
        " AND l.relation = 'reduces') AND NOT " ADVISED("i.id") NO_GAP " ORDER BY i.sequence",
        error);
}

/* How it answers the risk is shown by what it calls for. Where it calls for nothing, or nothing reduces the risk, that is
 * the finding. */
bool lint_unfounded_answer(Lint *lint, Error *error)
{
    return lint_rows(lint,
                     "SELECT r.file, l.line, l.item, 'says that it answers \"' || l.target || '\", and calls for nothing"
                     " that reduces it; link what it calls for, or take this link away'"
                     " FROM link l JOIN record r ON r.number = l.record JOIN source s ON s.id = r.source"
                     " WHERE (s.rank = 0 OR " LINT_AUTHORED ") AND l.relation = 'answers'"
                     " AND EXISTS (SELECT 1 FROM link c WHERE c.item = l.item AND c.relation = 'calls-for')"
                     " AND EXISTS (SELECT 1 FROM link c WHERE c.target = l.target AND c.relation = 'reduces')"
                     " AND NOT EXISTS (SELECT 1 FROM link c JOIN link m ON m.item = c.target AND m.relation = 'reduces'"
                     " AND m.target = l.target WHERE c.item = l.item AND c.relation = 'calls-for')"
                     " ORDER BY l.record, l.position",
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

/* Not each risk has an entry elsewhere, so that this is no fault; a field says that one was looked for. */
bool lint_no_crosswalk(Lint *lint, Error *error)
{
    return lint_rows(
        lint,
        "SELECT r.file, r.line, i.id, 'no entry of another taxonomy is linked to it; link it with"
        " \"same-as\", \"broader\", \"narrower\" or \"related\" where there is one' FROM item i" LINT_PLACE
        " WHERE s.rank = 0 AND i.kind = 'risk' AND NOT EXISTS (SELECT 1 FROM link l WHERE l.item = i.id"
        " AND l.relation IN ('same-as', 'broader', 'narrower', 'related')) AND NOT EXISTS (SELECT 1 FROM field f"
        " WHERE f.item = i.id AND f.name = 'crosswalk-gap') ORDER BY i.sequence",
        error);
}

bool lint_thin_evidence(Lint *lint, Error *error)
{
    return lint_rows(
        lint,
        "SELECT r.file, r.line, i.id, CASE " LINKS_TO_REFERENCES("supported-by") " WHEN 0 THEN 'no reference supports it'"
        " ELSE 'one reference supports it' END || '; thin evidence until there are two'"
        " FROM item i" LINT_PLACE " WHERE " ARGUED " AND " IS_THIN " AND " LINT_WRITTEN_BY_HAND " ORDER BY i.sequence",
        error);
}
