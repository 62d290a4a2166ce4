/* What is to be checked against the paper's text: the one place that says which items that is. */
#ifndef GAIRO_STORE_PAPER_WORDS_H
#define GAIRO_STORE_PAPER_WORDS_H

#include "store/items.h"

/* The basis of what says in our words what a section of the paper says. */
#define PAPER_WORDS_BASIS "paper"

/* The ids of the items with our words for the paper's, in SQL: their own, or those of a field or a link of theirs, are of that
 * basis. Other bases were read (the abstract, the companion data) or are not the paper's. The indices of what has that basis
 * (store/schema.c) hold no more than these. */
#define PAPER_WORDS_ITEMS                                                                                              \
    "(SELECT item FROM citation WHERE basis = '" PAPER_WORDS_BASIS "' UNION SELECT item FROM field WHERE basis = '"    \
    PAPER_WORDS_BASIS "' UNION SELECT item FROM link WHERE basis = '" PAPER_WORDS_BASIS "')"
/* True in SQL for one of these; item is an expression that gives an id. */
#define PAPER_WORDS(item) "(" item " IN " PAPER_WORDS_ITEMS ")"

/* The same of an item that was loaded. */
bool item_has_paper_words(const Item *item);
/* Whether it cites what the paper says: its text, its abstract, its companion data; without a basis of its own a field is
 * from where its item is. */
bool citation_is_of_paper(const Citation *citation);
/* What a mark on the item covers, in words for the person who is to set it; NULL where all of its text is ascribed to the
 * paper, or none. Static. */
const char *review_covers(const Item *item);
/* Makes query ask for such items alone, as "--where words=paper" does, unless it asks for words or for a basis by itself. */
bool query_ask_for_paper_words(Query *query, Error *error);

/* How many there are, by how their text stands to its latest mark. */
typedef struct PaperWords {
    size_t items;
    size_t states[REVIEW_STATE_COUNT];
} PaperWords;
/* Counts among what query (NULL: everything) selects. */
bool paper_words_count(Store *store, const Query *query, PaperWords *words, Error *error);
/* How many nobody held against the paper's text as they are now. */
size_t paper_words_unchecked(const PaperWords *words);
/* For a reader: "76 items in our words for the paper: 70 unchecked". The caller owns it. */
char *paper_words_text(const PaperWords *words);

#endif
