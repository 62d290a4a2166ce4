/* Rules about lengths, for what is written by hand. */
#include "store/lint.h"

#include "core/memory.h"
#include "core/unicode.h"

#include <stdlib.h>

#define LONG_KINDS(ROW) ROW("risk") ROW("opportunity")
#define LONG LONG_KINDS(LINT_WORD) "NULL"

const char *const lint_summary_length_cases[] = {LINT_WRITTEN_KINDS(LINT_CASE) NULL};
const char *const lint_body_length_cases[] = {LONG_KINDS(LINT_CASE) NULL};

typedef struct Bounds {
    const char *what, *unit;
    size_t min, max;
    size_t (*count)(const char *text);
} Bounds;

/* Columns: file, line, id, text, and the rank as lint_add_ranked() takes it. */
static void measure(Lint *lint, Statement *row, const Bounds *bounds)
{
    size_t length = bounds->count(statement_text(row, 3));
    if (length >= bounds->min && length <= bounds->max)
        return;
    char *message = string_format("the %s has %zu %s; %s", bounds->what, length, bounds->unit,
                                  length < bounds->min ? "say more: it should have at least"
                                                       : "shorten it: it should have at most");
    char *whole = string_format("%s %zu", message, length < bounds->min ? bounds->min : bounds->max);
    lint_add_ranked(lint, statement_number(row, 4), statement_text(row, 0), (long)statement_number(row, 1),
                    statement_text(row, 2), whole);
    free(whole);
    free(message);
}

static bool measure_all(Lint *lint, const char *literal, const Bounds *bounds, Error *error)
{
    Statement statement;
    if (statement_open(lint->store, literal, &statement, error)) {
        while (statement_step(&statement))
            measure(lint, &statement, bounds);
    }
    return statement_close(&statement);
}

bool lint_summary_length(Lint *lint, Error *error)
{
    static const Bounds bounds = {"summary", "characters", SUMMARY_CHARACTERS_MIN, SUMMARY_CHARACTERS_MAX,
                                  text_character_count};
    return measure_all(lint,
                       "SELECT r.file, r.line, r.id, r.summary, " LINT_RANK " FROM record r"
                       " JOIN source s ON s.id = r.source WHERE (s.rank = 0 OR " LINT_AUTHORED
                       ") AND r.summary IS NOT NULL"
                       " AND r.kind IN (" LINT_WRITTEN ") ORDER BY r.number",
                       &bounds, error);
}

bool lint_body_length(Lint *lint, Error *error)
{
    static const Bounds bounds = {"body", "words", BODY_WORDS_MIN, BODY_WORDS_MAX, text_word_count};
    return measure_all(lint,
                       "SELECT r.file, r.line, r.id, r.body, 0 FROM record r JOIN source s ON s.id = r.source"
                       " WHERE (s.rank = 0 OR " LINT_AUTHORED ") AND r.body IS NOT NULL"
                       " AND r.kind IN (" LONG ") ORDER BY r.number",
                       &bounds, error);
}
