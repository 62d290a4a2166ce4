/* Rules about dates, for the records of every source. A date of a year or a month alone is before or after another only
 * where it is so whatever the day. */
#include "store/lint.h"

/* True where a is certainly before b. */
#define BEFORE(a, b)                                                                                                   \
    "substr(" a ", 1, min(length(" a "), length(" b "))) < substr(" b ", 1, min(length(" a "), length(" b ")))"

/* What must come first, and what after it. */
#define DATE_PAIRS(ROW)                                                                                                \
    ROW("proposed", "adopted")                                                                                         \
    ROW("proposed", "published")                                                                                       \
    ROW("proposed", "in-force")                                                                                        \
    ROW("proposed", "applies")                                                                                         \
    ROW("proposed", "vetoed")                                                                                          \
    ROW("proposed", "withdrawn")                                                                                       \
    ROW("proposed", "lapsed")                                                                                          \
    ROW("adopted", "published")                                                                                        \
    ROW("adopted", "in-force")                                                                                         \
    ROW("adopted", "applies")                                                                                          \
    ROW("adopted", "was-to-apply")                                                                                     \
    ROW("adopted", "amended")                                                                                          \
    ROW("adopted", "superseded")                                                                                       \
    ROW("adopted", "revoked")                                                                                          \
    ROW("adopted", "rescission-announced")                                                                             \
    ROW("adopted", "stayed")                                                                                           \
    ROW("stayed", "stay-lifted")                                                                                       \
    ROW("published", "in-force")                                                                                       \
    ROW("published", "amended")                                                                                        \
    ROW("published", "superseded")                                                                                     \
    ROW("published", "revoked")                                                                                        \
    ROW("in-force", "applies")                                                                                         \
    ROW("amended", "was-to-apply")
#define PAIR_ROW(earlier, later) "('" earlier "', '" later "'),"
#define PAIRS DATE_PAIRS(PAIR_ROW) "(NULL, NULL)"
#define PAIR_CASE(earlier, later) earlier " " later,
#define BINDING_EVENTS(ROW)                                                                                            \
    ROW("adopted") ROW("published") ROW("in-force") ROW("applies") ROW("amended") ROW("superseded") ROW("revoked")     \
    ROW("stayed")
#define BINDING BINDING_EVENTS(LINT_WORD) "NULL"
#define DATED_FIELDS(ROW) ROW("released") ROW("year")
#define DATED DATED_FIELDS(LINT_WORD) "NULL"
#define PAST_EVENTS(ROW)                                                                                               \
    ROW("proposed") ROW("adopted") ROW("vetoed") ROW("withdrawn") ROW("rescission-announced") ROW("stayed")            \
    ROW("stay-lifted")
#define PAST PAST_EVENTS(LINT_WORD) "NULL"

const char *const lint_dates_out_of_order_cases[] = {DATE_PAIRS(PAIR_CASE) NULL};
const char *const lint_before_instrument_cases[] = {BINDING_EVENTS(LINT_CASE) NULL};
const char *const lint_after_source_cases[] = {DATED_FIELDS(LINT_CASE) PAST_EVENTS(LINT_CASE) NULL};

/* Each event against the first of what must come before it. An executive order has force when it is signed; its
 * publication follows. */
bool lint_dates_out_of_order(Lint *lint, Error *error)
{
    return lint_rows(
        lint,
        "WITH pair(earlier, later) AS (VALUES " PAIRS "),"
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
        " WHERE e.type IN (" BINDING ")"
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
        "  WHERE f.name IN (" DATED ")"
        " UNION ALL"
        " SELECT r.file, e.line, e.item, 'event \"' || e.type || '\":', e.date, s.date, e.record, e.position"
        "  FROM event e JOIN record r ON r.number = e.record JOIN source s ON s.id = r.source"
        "  WHERE e.type IN (" PAST "))"
        " WHERE day IS NOT NULL AND " BEFORE("day", "date") " ORDER BY record, position",
        error);
}

/* Where a day was put off, something did so before it came. */
bool lint_put_off_by_nothing(Lint *lint, Error *error)
{
    return lint_rows(
        lint,
        "SELECT r.file, e.line, e.item, 'says that it was to apply on ' || e.date || ', and not what put that"
        " off; add the event \"amended\" or \"rescission-announced\", or say \"applies\"'"
        " FROM event e JOIN record r ON r.number = e.record WHERE e.type = 'was-to-apply'"
        " AND NOT EXISTS (SELECT 1 FROM event a WHERE a.record = e.record"
        "  AND a.type IN ('amended', 'rescission-announced'))"
        " ORDER BY e.record, e.position",
        error);
}
