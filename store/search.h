/* Full-text search over everything (SQLite FTS5), ranked. */
#ifndef GAIRO_STORE_SEARCH_H
#define GAIRO_STORE_SEARCH_H

#include "core/vocabulary.h"
#include "store/items.h"
#include "store/store.h"

#include <stddef.h>

typedef struct SearchHit {
    char *id;
    Kind kind;
    char *title;
    char *snippet; /* around the match; matched words stand between SEARCH_MARK_BEGIN and SEARCH_MARK_END. NULL: not read yet */
    long long number; /* its row in the index */
    bool in_basket;
} SearchHit;

#define SEARCH_MARK_BEGIN '\x02'
#define SEARCH_MARK_END '\x03'

typedef struct SearchHits {
    SearchHit *hits;
    size_t count;
    bool more; /* there were more than limit */
} SearchHits;

/* All the words must be there; the last one matches as a prefix, so that it serves while one types; a word also matches
 * by its stem, and the ids are searched too. Any string is a valid query: operators of FTS5 are taken as plain words.
 * Empty words give no hits. kinds 0: all. Ranked: title before summary before text, then by weight of the kind. limit 0
 * means 100; a million is the most. */
bool search(Store *store, const char *words, KindSet kinds, size_t limit, SearchHits *hits, Error *error);
/* The same among what query selects by its kinds and conditions (NULL: everything); its order and words are ignored. */
bool search_within(Store *store, const char *words, const Query *query, size_t limit, SearchHits *hits, Error *error);
/* The same without the snippets: they cost most of the time, and a screen shows few of many. */
bool search_titles(Store *store, const char *words, const Query *query, size_t limit, SearchHits *hits, Error *error);
/* Reads the snippets of count hits from first on, as far as there are so many, that have none yet; words as they were found
 * by. */
bool search_snippets(Store *store, const char *words, SearchHits *hits, size_t first, size_t count, Error *error);
void search_hits_free(SearchHits *hits);

#endif
