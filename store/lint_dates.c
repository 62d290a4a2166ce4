/* Rules about dates, for the records of every source. A date of a year or a month alone is before or after another only
 * where it is so whatever the day. */
#include "store/lint.h"

/* True where a is certainly before b. */
#define BEFORE(a, b)                                                                                                   \
    "substr(" a ", 1, min(length(" a "), length(" b "))) < substr(" b ", 1, min(length(" a "), length(" b ")))"

/* Each event against the first of what must come before it. An executive order has force when it is signed; its
 * publication follows. */
bool lint_dates_out_of_order(Lint *lint, Error *error)
{
    return lint_rows(
        lint,
        "WITH pair(earlier, later) AS (VALUES ('proposed', 'adopted'), ('proposed', 'published'),"
        " ('proposed', 'in-force'), ('proposed', 'applies'), ('proposed', 'vetoed'), ('proposed', 'withdrawn'),"
        " ('proposed', 'lapsed'), ('adopted', 'published'), ('adopted', 'in-force'), ('adopted', 'applies'),"
        " ('adopted', 'amended'), ('adopted', 'superseded'), ('adopted', 'revoked'),"
        " ('adopted', 'rescission-announced'), ('published', 'in-force'), ('published', 'amended'),"
        " ('published', 'superseded'), ('published', 'revoked'), ('in-force', 'applies')),"
        " first(record, type, date) AS (SELECT record, type, min(date) FROM event GROUP BY record, type),"
        " fault(record, position, type, date, line, item, earlier, first) AS ("
        "  SELECT e.record, e.position, e.type, e.date, e.line, e.item, f.type, max(f.date)"
        "  FROM event e JOIN pair p ON p.later = e.type JOIN first f ON f.record = e.record AND f.type = p.earlier"
        "  WHERE " BEFORE(
            "e.date",
            "f.date") " AND NOT (p.earlier = 'published' AND EXISTS (SELECT 1 FROM field t"
                      "  WHERE t.item = e.item AND t.name = 'instrument-type' AND t.value = 'executive-order'))"
                      "  GROUP BY e.record, e.position)"
                      " SELECT r.file, f.line, f.item, 'the event \"' || f.type || '\" of ' || f.date || ' is before "
                      "\"' || f.earlier"
                      " || '\" of ' || f.first || ', which comes first; look up both dates'"
                      " FROM fault f JOIN record r ON r.number = f.record ORDER BY f.record, f.position",
        error);
}

bool lint_before_instrument(Lint *lint, Error *error)
{
    return lint_rows(
        lint,
        "WITH adopted(item, date) AS (SELECT item, min(date) FROM event WHERE type = 'adopted' GROUP BY item)"
        " SELECT r.file, e.line, e.item, 'the event \"' || e.type || '\" of ' || e.date || ' is before \"' || l.target"
        " || '\" was adopted, on ' || a.date || '; look up both dates'"
        " FROM event e JOIN link l ON l.item = e.item AND l.relation = 'part-of'"
        " JOIN adopted a ON a.item = l.target JOIN record r ON r.number = e.record"
        " WHERE e.type IN ('adopted', 'published', 'in-force', 'applies', 'amended', 'superseded', 'revoked')"
        " AND " BEFORE("e.date", "a.date") " GROUP BY e.record, e.position ORDER BY e.record, e.position",
        error);
}

/* A law may apply, lapse or be published on a day to come; that it was proposed or adopted cannot be known before. */
bool lint_after_source(Lint *lint, Error *error)
{
    return lint_rows(
        lint,
        "SELECT file, line, item, 'the ' || what || ' ' || date || ' lies after the date of its source, ' || day"
        " || '; correct it, or date the source anew' FROM ("
        " SELECT r.file, f.line, f.item, 'field \"' || f.name || '\":' AS what, f.value AS date, s.date AS day,"
        "  f.record, f.position FROM field f JOIN record r ON r.number = f.record JOIN source s ON s.id = r.source"
        "  WHERE f.name IN ('released', 'year')"
        " UNION ALL"
        " SELECT r.file, e.line, e.item, 'event \"' || e.type || '\":', e.date, s.date, e.record, e.position"
        "  FROM event e JOIN record r ON r.number = e.record JOIN source s ON s.id = r.source"
        "  WHERE e.type IN ('proposed', 'adopted', 'vetoed', 'withdrawn', 'rescission-announced'))"
        " WHERE day IS NOT NULL AND " BEFORE("day", "date") " ORDER BY record, position",
        error);
}
