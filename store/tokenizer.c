/* The search index's tokenizer: unicode61's words (case folded, accents stripped), each also by its Porter stem at the
 * same place. So "regulations" finds "regulating", and the beginning of a word that is still being typed finds the
 * whole word, which a stem alone would not ("generati" is no beginning of "gener"). */
#include "store/database.h"

#include "core/memory.h"

#include <stdlib.h>
#include <string.h>

typedef struct Words {
    fts5_tokenizer base; /* unicode61 */
    Fts5Tokenizer *words;
    fts5_tokenizer porter; /* porter over unicode61 */
    Fts5Tokenizer *stems;
} Words;

typedef int TokenFound(void *context, int flags, const char *token, int length, int start, int end);

/* One call of words_tokenize(). */
typedef struct Run {
    Words *tokenizer;
    void *context;
    TokenFound *found;
    bool whole; /* false: a prefix query, whose last word may be unfinished and has no stem */
    const char *word;
    int length, start, end;
} Run;

static void words_delete(Fts5Tokenizer *tokenizer)
{
    Words *words = (Words *)tokenizer;
    if (words->words)
        words->base.xDelete(words->words);
    if (words->stems)
        words->porter.xDelete(words->stems);
    free(words);
}

static int words_create(void *context, const char **arguments, int count, Fts5Tokenizer **tokenizer)
{
    fts5_api *api = context;
    Words *words = memory_zeroed(1, sizeof *words);
    void *base_context = NULL, *porter_context = NULL;
    int code = api->xFindTokenizer(api, "unicode61", &base_context, &words->base);
    if (code == SQLITE_OK)
        code = api->xFindTokenizer(api, "porter", &porter_context, &words->porter);
    if (code == SQLITE_OK)
        code = words->base.xCreate(base_context, arguments, count, &words->words);
    if (code == SQLITE_OK)
        code = words->porter.xCreate(porter_context, NULL, 0, &words->stems);
    if (code != SQLITE_OK) {
        words_delete((Fts5Tokenizer *)words);
        return code;
    }
    *tokenizer = (Fts5Tokenizer *)words;
    return SQLITE_OK;
}

static int stem_found(void *context, int flags, const char *token, int length, int start, int end)
{
    (void)flags, (void)start, (void)end;
    Run *run = context;
    if (length == run->length && memcmp(token, run->word, (size_t)length) == 0)
        return SQLITE_OK;
    return run->found(run->context, FTS5_TOKEN_COLOCATED, token, length, run->start, run->end);
}

static int word_found(void *context, int flags, const char *token, int length, int start, int end)
{
    (void)flags;
    Run *run = context;
    int code = run->found(run->context, 0, token, length, start, end);
    if (code != SQLITE_OK || !run->whole)
        return code;
    run->word = token;
    run->length = length;
    run->start = start;
    run->end = end;
    Words *words = run->tokenizer;
    return words->porter.xTokenize(words->stems, run, FTS5_TOKENIZE_AUX, token, length, stem_found);
}

static int words_tokenize(Fts5Tokenizer *tokenizer, void *context, int flags, const char *text, int length,
                          TokenFound *found)
{
    Words *words = (Words *)tokenizer;
    Run run = {.tokenizer = words, .context = context, .found = found, .whole = !(flags & FTS5_TOKENIZE_PREFIX)};
    return words->base.xTokenize(words->words, &run, flags, text, length, word_found);
}

static fts5_api *find_api(sqlite3 *database)
{
    fts5_api *api = NULL;
    sqlite3_stmt *handle = NULL;
    if (sqlite3_prepare_v2(database, "SELECT fts5(?1)", -1, &handle, NULL) == SQLITE_OK) {
        sqlite3_bind_pointer(handle, 1, (void *)&api, "fts5_api_ptr", NULL);
        sqlite3_step(handle);
    }
    sqlite3_finalize(handle);
    return api;
}

/* matched_column(search, COLUMN...): the first of the columns in which something matched; the first of all where that is in
 * none. snippet() would go through a column's words to tell. */
static void matched_column(const Fts5ExtensionApi *api, Fts5Context *context, sqlite3_context *result, int count,
                           sqlite3_value **columns)
{
    int instances = 0;
    int code = api->xInstCount(context, &instances);
    for (int i = 0; code == SQLITE_OK && i < count; i++) {
        for (int at = 0; code == SQLITE_OK && at < instances; at++) {
            int phrase, column, offset;
            code = api->xInst(context, at, &phrase, &column, &offset);
            if (code == SQLITE_OK && column == sqlite3_value_int(columns[i])) {
                sqlite3_result_int(result, column);
                return;
            }
        }
    }
    if (code != SQLITE_OK)
        sqlite3_result_error_code(result, code);
    else if (count > 0)
        sqlite3_result_value(result, columns[0]);
}

bool tokenizer_register(Store *store, Error *error)
{
    static fts5_tokenizer tokenizer = {words_create, words_delete, words_tokenize};
    fts5_api *api = find_api(store->database);
    if (!api) {
        error_set(error, ERROR_UNSUPPORTED, "this SQLite has no full-text search (FTS5); gairo needs it");
        return false;
    }
    int code = api->xCreateTokenizer(api, "gairo", api, &tokenizer, NULL);
    if (code == SQLITE_OK)
        code = api->xCreateFunction(api, "matched_column", NULL, matched_column, NULL);
    if (code != SQLITE_OK)
        store_fail(store, code, error);
    return code == SQLITE_OK;
}
