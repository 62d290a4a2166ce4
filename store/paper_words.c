#include "store/paper_words.h"
#include "store/list.h"

#include "core/memory.h"

#include <string.h>

static bool is_paper(const Citation *citation)
{
    return citation->basis && strcmp(citation->basis, PAPER_WORDS_BASIS) == 0;
}

bool item_has_paper_words(const Item *item)
{
    for (size_t i = 0; i < item->citation_count; i++) {
        if (is_paper(&item->citations[i].citation))
            return true;
    }
    for (size_t i = 0; i < item->field_count; i++) {
        if (is_paper(&item->fields[i].citation))
            return true;
    }
    for (size_t i = 0; i < item->link_count; i++) {
        if (item->links[i].forward && is_paper(&item->links[i].citation))
            return true;
    }
    return false;
}

bool citation_is_of_paper(const Citation *citation)
{
    static const char *const bases[] = {PAPER_WORDS_BASIS, "abstract", "companion"};
    bool is = citation->basis == NULL;
    for (size_t i = 0; i < sizeof bases / sizeof bases[0]; i++)
        is = is || strcmp(citation->basis, bases[i]) == 0;
    return is;
}

const char *review_covers(const Item *item)
{
    bool mixed = false;
    for (size_t i = 0; i < item->citation_count; i++)
        mixed = mixed || !citation_is_of_paper(&item->citations[i].citation);
    for (size_t i = 0; i < item->field_count; i++)
        mixed = mixed || !citation_is_of_paper(&item->fields[i].citation);
    if (!mixed || !item_has_paper_words(item))
        return NULL;
    return "What is ascribed to the paper here is to be held against it; the rest is ours or another's. A mark covers the "
           "whole text, so that no change passes unseen.";
}

bool query_ask_for_paper_words(Query *query, Error *error)
{
    for (size_t i = 0; i < query->condition_count; i++) {
        const char *field = query->conditions[i].field;
        if (strcmp(field, "basis") == 0 || strcmp(field, "words") == 0)
            return true;
    }
    return query_add_condition(query, "words", "paper", error);
}

/* Items by how their text stands to the latest mark. */
#define STATES                                                                                                         \
    "SELECT coalesce((SELECT CASE WHEN v.digest = i.digest THEN v.verdict ELSE 'earlier' END"                          \
    " FROM review v WHERE v.item = i.id ORDER BY v.date DESC, v.number DESC LIMIT 1), 'unchecked'), count(*)"          \
    " FROM item i"

static bool read_states(Statement *statement, PaperWords *words)
{
    while (statement_step(statement)) {
        size_t count = (size_t)statement_number(statement, 1);
        words->items += count;
        for (int state = 0; state < REVIEW_STATE_COUNT; state++) {
            if (strcmp(statement_word(statement, 0), review_state_name((ReviewState)state)) == 0)
                words->states[state] += count;
        }
    }
    return statement_close(statement);
}

bool paper_words_count(Store *store, const Query *query, PaperWords *words, Error *error)
{
    static const Query everything = {0};
    Statement statement;
    *words = (PaperWords){0};
    if (!selection_ask(store, query ? query : &everything, STATES, " AND " PAPER_WORDS("i.id") " GROUP BY 1", &statement, error))
        return false;
    return read_states(&statement, words);
}

size_t paper_words_unchecked(const PaperWords *words)
{
    return words->states[REVIEW_NONE] + words->states[REVIEW_EARLIER];
}

char *paper_words_text(const PaperWords *words)
{
    return string_format("%zu item%s in our words for the paper: %zu unchecked", words->items,
                         plural_ending(words->items), paper_words_unchecked(words));
}
