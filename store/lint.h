/* Inside store/ only: the rules of `gairo check`. A rule is one small function and a row of the table in store/lint.c.
 */
#ifndef GAIRO_STORE_LINT_H
#define GAIRO_STORE_LINT_H

#include "store/database.h"
#include "store/sources.h"

/* What the editors of the shipped data hold to; docs/data-format.md has the same numbers. Characters and words are
 * counted by text_character_count() and text_word_count(). */
#define SUMMARY_CHARACTERS_MIN 30
#define SUMMARY_CHARACTERS_MAX 160
#define BODY_WORDS_MIN 80
#define BODY_WORDS_MAX 200
/* Two texts are near-duplicates where of all runs of three words that stand in either, so many in a hundred stand in
 * both; between kinds, where so many of those of a summary stand in the other's text. Texts of fewer than
 * SIMILAR_WORDS_MIN words are not compared. */
#define SIMILAR_PERCENT 50
#define SIMILAR_WORDS_MIN 8

/* A rule at work. */
typedef struct Lint {
    Store *store;
    Findings *findings;
    const FindingRule *rule;
    Severity severity; /* of what is added; at first the rule's */
} Lint;

/* Adds a finding of the rule at work. Copies all; file and id may be NULL. */
void lint_add(Lint *lint, const char *file, long line, const char *id, const char *message);
/* The same of what is at fault in a source of that rank: a notice where it is not of the shipped data. */
void lint_add_ranked(Lint *lint, long long rank, const char *file, long line, const char *id, const char *message);
/* Adds one for each row of a literal that gives file, line, id and message. */
bool lint_rows(Lint *lint, const char *literal, Error *error);
/* The same of a literal that gives LINT_RANK last: what is not of the shipped data is a notice. */
bool lint_rows_ranked(Lint *lint, const char *literal, Error *error);

/* The record of an item i that is shown first: "FROM item i" LINT_PLACE gives it as r, its source as s. Those of rank 0
 * are ours to mend, and are held to more than structure. */
#define LINT_PLACE                                                                                                     \
    " JOIN record r ON r.number = (SELECT p.number FROM record p JOIN source q ON q.id = p.source WHERE p.id = i.id"   \
    " ORDER BY q.rank, q.id LIMIT 1) JOIN source s ON s.id = r.source"

/* True in SQL for the source s of somebody's own: one with a file in gairo's own XML, which the import lists. */
#define LINT_AUTHORED "EXISTS (SELECT 1 FROM source_file a WHERE a.source = s.id AND a.format = 'gairo')"
/* True in SQL for an item i that is an author's alone (r and s as LINT_PLACE gives them): what somebody adds to an item
 * of a source that is nobody's own does not make it theirs. */
#define LINT_AUTHORS_ITEM                                                                                              \
    "(s.rank > 0 AND " LINT_AUTHORED " AND NOT EXISTS (SELECT 1 FROM record o WHERE o.id = i.id"                       \
    " AND NOT EXISTS (SELECT 1 FROM source_file a WHERE a.source = o.source AND a.format = 'gairo')))"
/* An item that is ours or an author's. */
#define LINT_WRITTEN_BY_HAND "(s.rank = 0 OR " LINT_AUTHORS_ITEM ")"
#define LINT_RANK "s.rank"

/* A rule's table of what it looks for is a macro of rows, from which its query takes the values and `gairo check
 * --rules` the cases: for a table of words, LINT_WORD gives "'risk', ", for SQL, and LINT_CASE "risk", for C. A last
 * NULL is added. */
#define LINT_WORD(word) "'" word "', "
#define LINT_CASE(word) word,
/* What is written in full: with summary, body, and the fields of its kind. */
#define LINT_WRITTEN_KINDS(ROW) ROW("risk") ROW("opportunity") ROW("mitigation") ROW("recommendation")
#define LINT_WRITTEN LINT_WRITTEN_KINDS(LINT_WORD) "NULL"
extern const char *const lint_one_sided_link_cases[],
    *const lint_contradicting_links_cases[], *const lint_dates_out_of_order_cases[],
                                                 *const lint_before_instrument_cases[],
                                                     *const lint_after_source_cases[],
                                                         *const lint_missing_summary_cases[],
                                                             *const lint_missing_body_cases[],
                                                                 *const lint_missing_field_cases[],
                                                                     *const lint_missing_reason_cases[],
                                                                         *const lint_missing_link_cases[],
                                                                             *const lint_summary_length_cases[],
                                                                                 *const lint_body_length_cases[];

/* The database itself (store/integrity.c). */
bool lint_integrity(Lint *lint, Error *error);
bool lint_record_digest(Lint *lint, Error *error);
/* What holds for all sources (store/lint_structure.c). */
bool lint_dangling_link(Lint *lint, Error *error);
bool lint_dangling_citation(Lint *lint, Error *error);
bool lint_no_source(Lint *lint, Error *error);
bool lint_cell_without_source(Lint *lint, Error *error);
bool lint_one_sided_link(Lint *lint, Error *error);
bool lint_contradicting_links(Lint *lint, Error *error);
bool lint_recommendation_without_actor(Lint *lint, Error *error);
bool lint_unused_reference(Lint *lint, Error *error);
bool lint_empty_area(Lint *lint, Error *error);
bool lint_incomplete_matrix(Lint *lint, Error *error);
/* Likewise (store/lint_dates.c). */
bool lint_dates_out_of_order(Lint *lint, Error *error);
bool lint_before_instrument(Lint *lint, Error *error);
bool lint_after_source(Lint *lint, Error *error);
bool lint_put_off_by_nothing(Lint *lint, Error *error);
/* What we hold our own data to, and tell authors of theirs (store/lint_editorial.c). */
bool lint_missing_summary(Lint *lint, Error *error);
bool lint_missing_body(Lint *lint, Error *error);
bool lint_missing_field(Lint *lint, Error *error);
bool lint_missing_reason(Lint *lint, Error *error);
bool lint_missing_link(Lint *lint, Error *error);
bool lint_no_mitigation(Lint *lint, Error *error);
bool lint_no_recommendation(Lint *lint, Error *error);
bool lint_unfounded_answer(Lint *lint, Error *error);
bool lint_empty_field_of_frame(Lint *lint, Error *error);
bool lint_undisputed(Lint *lint, Error *error);
bool lint_no_crosswalk(Lint *lint, Error *error);
bool lint_thin_evidence(Lint *lint, Error *error);
/* Likewise (store/lint_lengths.c, store/lint_similar.c). */
bool lint_summary_length(Lint *lint, Error *error);
bool lint_body_length(Lint *lint, Error *error);
bool lint_near_duplicate(Lint *lint, Error *error);

#endif
