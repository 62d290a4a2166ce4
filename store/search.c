#include "store/search.h"
#include "store/database.h"
#include "store/condition.h"
#include "store/following.h"
#include "store/list.h"
#include "store/sheets.h"
#include "store/weight.h"

#include "core/memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unictype.h>
#include <unistr.h>

#define HITS_DEFAULT 100
#define WORDS_MAX 64 /* of a query; what is beyond narrows nothing any more */

#define HITS_MAX 1000000

/* One search under way. Hits are ranked by tiers, each bounded and in the order of the row ids, which is that of the
 * kinds' weights: nothing is scored, so that a short word costs no more than a long one. They gather in the temporary
 * table found, where the first tier that a row is in gives its place. */
typedef struct Search {
    Store *store;
    long long kinds; /* bit n: kinds of weight n */
    long long limit;
    bool narrowed; /* only what is in the temporary table selection counts */
    Error *error;
} Search;

void search_hits_free(SearchHits *hits)
{
    for (size_t i = 0; i < hits->count; i++) {
        free(hits->hits[i].id);
        free(hits->hits[i].title);
        free(hits->hits[i].snippet);
    }
    free(hits->hits);
    *hits = (SearchHits){0};
}

/* Letters, digits and the marks on them: what the tokenizer makes words of. */
static bool is_word_character(ucs4_t character)
{
    return uc_is_general_category_withtable(character, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_N | UC_CATEGORY_MASK_M |
                                                           UC_CATEGORY_MASK_Co);
}

/* Whatever bytes text has, words are valid UTF-8 without anything that FTS5 could take for an operator. */
static void split_words(const char *text, StringList *words)
{
    const uint8_t *at = (const uint8_t *)text;
    size_t left = strlen(text);
    Text word = {0};
    while (left > 0 && words->count < WORDS_MAX) {
        ucs4_t character;
        int length = u8_mbtouc(&character, at, left);
        if (character != 0xFFFD && is_word_character(character))
            text_append_bytes(&word, (const char *)at, (size_t)length);
        else if (word.length > 0)
            string_list_take(words, text_take(&word));
        at += length;
        left -= (size_t)length;
    }
    if (word.length > 0 && words->count < WORDS_MAX)
        string_list_take(words, text_take(&word));
    text_free(&word);
}

/* Laws say "Article 53" and are cited as "Art. 53": who writes the one means both. */
static bool is_article(const char *word)
{
    return strcasecmp(word, "article") == 0 || strcasecmp(word, "articles") == 0;
}

/* All the words in those columns; the last one as a word, by its stem, or as the beginning of one. */
static char *all_words(const char *columns, const StringList *words)
{
    Text query = {0};
    text_append_format(&query, "{%s} : (", columns);
    for (size_t i = 0; i + 1 < words->count; i++)
        text_append_format(&query, is_article(words->items[i]) ? "(\"%s\" OR \"art\") AND " : "\"%s\" AND ",
                           words->items[i]); /* parentheses take no implicit AND */
    const char *last = words->items[words->count - 1];
    text_append_format(&query, "(\"%s\" * OR \"%s\"))", last, last);
    return text_take(&query);
}

/* Titles that begin with the words. */
static char *title_start(const StringList *words)
{
    Text query = {0};
    text_append(&query, "{title} : ^ \"");
    for (size_t i = 0; i < words->count; i++)
        text_append_format(&query, "%s%s", i ? " " : "", words->items[i]);
    text_append(&query, "\" *");
    return text_take(&query);
}

/* Of the first limit + 1 rows of a tier, at most as many are known as were found before: enough are new. */
static bool add_tier(const Search *search, char *query)
{
    bool done = store_run(search->store, search->error,
                          "INSERT OR IGNORE INTO found(number) SELECT rowid FROM search WHERE search MATCH ?1"
                          " AND (?2 & (1 << (rowid >> ?3))) <> 0"
                          " AND (?5 = 0 OR (SELECT i.id FROM item i WHERE i.number = search.rowid) IN"
                          " (SELECT item FROM selection)) ORDER BY rowid LIMIT ?4",
                          "snnnn", query, search->kinds, (long long)WEIGHT_SHIFT, search->limit + 1,
                          (long long)search->narrowed);
    free(query);
    return done;
}

/* Who types a whole id wants that item. */
static bool add_by_id(const Search *search, const char *id)
{
    return store_run(
        search->store, search->error,
        "INSERT INTO found(number) SELECT number FROM item WHERE id = ?1 AND (?2 & (1 << (number >> ?3))) <> 0"
        " AND (?4 = 0 OR id IN (SELECT item FROM selection))",
        "snnn", id, search->kinds, (long long)WEIGHT_SHIFT, (long long)search->narrowed);
}

static long long weights_of(KindSet kinds)
{
    long long weights = 0;
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        if (kinds == 0 || (kinds & KIND_BIT(kind)))
            weights |= (1LL | 1LL << WEIGHT_IMPORTED) << kind_weight((Kind)kind);
    }
    return weights;
}

#define SNIPPET(column) "snippet(search, " #column ", char(2), char(3), '…', 20)"
/* Of the first column in which something matched: summary, text, title, id. */
#define FIRST_SNIPPET                                                                                                  \
    "CASE matched_column(search, 1, 2, 0, 3) WHEN 2 THEN " SNIPPET(2) " WHEN 0 THEN " SNIPPET(0) " WHEN 3 THEN "      \
        SNIPPET(3) " ELSE " SNIPPET(1) " END"

static bool read_titles(const Search *search, SearchHits *hits)
{
    Statement statement;
    if (statement_open(
            search->store,
            "SELECT f.place, i.id, i.kind, i.title, EXISTS (SELECT 1 FROM sheet h JOIN sheet_entry e ON e.sheet = h.number"
            " WHERE h.name = ?1 AND " LEADS_TO("e", "i.id") "), i.number"
            " FROM found f CROSS JOIN item i ON i.number = f.number",
            &statement, search->error)) {
        statement_bind(&statement, 1, BASKET_NAME);
        while (statement_step(&statement)) {
            long long place = statement_number(&statement, 0) - 1;
            if (place >= 0 && place < (long long)hits->count && !hits->hits[place].id)
                hits->hits[place] = (SearchHit){.id = statement_copy_word(&statement, 1),
                                                .kind = store_kind(statement_text(&statement, 2)),
                                                .title = statement_copy_word(&statement, 3),
                                                .in_basket = statement_number(&statement, 4) != 0,
                                                .number = statement_number(&statement, 5)};
        }
    }
    return statement_close(&statement);
}

/* Puts the hits that have no snippet yet into the temporary table found, by number: place says which came when. */
static bool put_without_snippet(Store *store, const SearchHits *hits, size_t first, size_t end, size_t *places, size_t *count,
                                Error *error)
{
    bool done = store_run(store, error, "DELETE FROM found", "");
    *count = 0;
    for (size_t i = first; done && i < end; i++) {
        if (hits->hits[i].snippet)
            continue;
        places[(*count)++] = i;
        done = store_run(store, error, "INSERT INTO found(place, number) VALUES (?1, ?2)", "nn", (long long)*count,
                         hits->hits[i].number);
    }
    return done;
}

/* One pass over what matches: asking for each hit on its own would gather the last word's beginnings anew each time. */
static bool read_snippets(Store *store, const char *query, SearchHits *hits, const size_t *places, size_t count, Error *error)
{
    Statement statement;
    if (statement_open(store,
                       "SELECT f.place, " FIRST_SNIPPET " FROM search CROSS JOIN found f ON f.number = search.rowid"
                       " WHERE search MATCH ?1 AND search.rowid BETWEEN (SELECT min(number) FROM found)"
                       " AND (SELECT max(number) FROM found)",
                       &statement, error)) {
        statement_bind(&statement, 1, query);
        while (statement_step(&statement)) {
            long long place = statement_number(&statement, 0) - 1;
            if (place >= 0 && place < (long long)count && !hits->hits[places[place]].snippet)
                hits->hits[places[place]].snippet = statement_copy_word(&statement, 1);
        }
    }
    return statement_close(&statement);
}

/* Takes out what was not read; only in a damaged index are there such hits. */
static void close_gaps(SearchHits *hits)
{
    size_t kept = 0;
    for (size_t i = 0; i < hits->count; i++) {
        SearchHit hit = hits->hits[i];
        hits->hits[i] = (SearchHit){0};
        if (hit.id && hit.kind != KIND_COUNT) {
            hits->hits[kept++] = hit;
            continue;
        }
        free(hit.id);
        free(hit.title);
        free(hit.snippet);
    }
    hits->count = kept;
}

static bool find_and_read(const Search *search, const char *text, const StringList *words, SearchHits *hits)
{
    long long found = 0;
    char *everywhere = all_words("title summary body id", words);
    bool done = store_run(search->store, search->error, "DELETE FROM found", "") && add_by_id(search, text) &&
                add_tier(search, title_start(words)) && add_tier(search, all_words("title", words)) &&
                add_tier(search, all_words("title summary id", words)) && add_tier(search, string_copy(everywhere)) &&
                store_number(search->store, search->error, &found, "SELECT count(*) FROM found", "") &&
                store_run(search->store, search->error, "DELETE FROM found WHERE place > ?1", "n", search->limit);
    hits->more = found > search->limit;
    hits->count = (size_t)(hits->more ? search->limit : found);
    hits->hits = memory_zeroed(hits->count + 1, sizeof *hits->hits);
    done = done && read_titles(search, hits);
    close_gaps(hits);
    free(everywhere);
    return done;
}

char *search_expression(const char *words)
{
    StringList list = {0};
    split_words(words, &list);
    char *expression = list.count == 0 ? string_copy("\"\"") : all_words("title summary body id", &list);
    string_list_free(&list);
    return expression;
}

bool search(Store *store, const char *words, KindSet kinds, size_t limit, SearchHits *hits, Error *error)
{
    const Query query = {.kinds = kinds};
    return search_within(store, words, &query, limit, hits, error);
}

/* Leaves what query selects of what the words find in the temporary table selection: those that count the hits ask for the
 * same. */
static bool select_found(Store *store, const char *words, const Query *query, Error *error)
{
    Query found;
    query_copy(&found, query);
    bool done = query_add_condition(&found, "search", words, error) && items_select(store, &found, error);
    query_free(&found);
    return done;
}

bool search_titles(Store *store, const char *words, const Query *query, size_t limit, SearchHits *hits, Error *error)
{
    *hits = (SearchHits){0};
    StringList list = {0};
    bool narrowed = query && query->condition_count > 0;
    split_words(words, &list);
    bool done = !narrowed || list.count == 0 || select_found(store, words, query, error);
    if (done && list.count > 0) {
        long long most = limit == 0 ? HITS_DEFAULT : limit > HITS_MAX ? HITS_MAX : (long long)limit;
        const Search search = {.store = store,
                               .kinds = weights_of(query ? query->kinds : 0),
                               .limit = most,
                               .narrowed = narrowed,
                               .error = error};
        done = find_and_read(&search, words, &list, hits);
    }
    string_list_free(&list);
    if (!done)
        search_hits_free(hits);
    return done;
}

bool search_snippets(Store *store, const char *words, SearchHits *hits, size_t first, size_t count, Error *error)
{
    size_t end = first < hits->count && count < hits->count - first ? first + count : hits->count, asked = 0;
    if (first >= end)
        return true;
    StringList list = {0};
    split_words(words, &list);
    size_t *places = memory_zeroed(end - first, sizeof *places);
    char *everywhere = all_words("title summary body id", &list);
    bool done = put_without_snippet(store, hits, first, end, places, &asked, error) &&
                (asked == 0 || read_snippets(store, everywhere, hits, places, asked, error));
    /* A hit by its whole id has no words around it. */
    for (size_t i = 0; done && i < asked; i++) {
        if (!hits->hits[places[i]].snippet)
            hits->hits[places[i]].snippet = string_copy("");
    }
    free(everywhere);
    free(places);
    string_list_free(&list);
    return done;
}

bool search_within(Store *store, const char *words, const Query *query, size_t limit, SearchHits *hits, Error *error)
{
    bool done = search_titles(store, words, query, limit, hits, error) &&
                search_snippets(store, words, hits, 0, hits->count, error);
    if (!done)
        search_hits_free(hits);
    return done;
}
