#include "cli/command.h"
#include "cli/kinds.h"
#include "cli/session.h"
#include "store/search.h"

#include <stdlib.h>
#include <string.h>

static const TableColumn search_columns[] = {
    {"id", "Id", false, false},
    {"kind", "Kind", false, false},
    {"title", "Title", false, true},
    {"snippet", "Where", false, true},
};

static bool is_mark(char character)
{
    return character == SEARCH_MARK_BEGIN || character == SEARCH_MARK_END;
}

/* The snippet with the marks around matched words taken out. */
static char *snippet_text(const char *snippet)
{
    Text text = {0};

    for (; snippet && *snippet; snippet++)
        if (!is_mark(*snippet))
            text_append_character(&text, *snippet);
    return text_take(&text);
}

static void write_json(Session *session, const SearchHits *hits)
{
    json_t *array = json_array();

    for (size_t i = 0; i < hits->count; i++) {
        const SearchHit *hit = &hits->hits[i];
        char *snippet = snippet_text(hit->snippet);
        json_t *object = json_object();

        json_put(object, "id", hit->id);
        json_put(object, "kind", kind_definition(hit->kind)->name);
        json_put(object, "title", hit->title);
        json_put(object, "snippet", snippet);
        (void)json_array_append_new(array, object);
        free(snippet);
    }
    session_write_json(session, array);
}

static bool write_table(Session *session, const SearchHits *hits, Error *error)
{
    Table table;

    table_init(&table, search_columns, sizeof search_columns / sizeof search_columns[0]);
    for (size_t i = 0; i < hits->count; i++) {
        const SearchHit *hit = &hits->hits[i];
        char *snippet = snippet_text(hit->snippet);

        table_add_row(&table);
        table_set(&table, 0, hit->id);
        table_set(&table, 1, kind_definition(hit->kind)->name);
        table_set(&table, 2, hit->title);
        table_set(&table, 3, snippet);
        free(snippet);
    }
    bool done = session_write_table(session, &table, "Nothing found.", error);
    table_free(&table);
    return done;
}

bool command_search(Session *session, Error *error)
{
    const Invocation *invocation = session->invocation;
    SearchHits hits = {0};
    Text words = {0};
    Query query = {0};
    size_t limit;
    bool done = false;

    if (!kinds_of_user(&invocation->values[OPTION_KIND], &query.kinds, error) ||
        !invocation_limit(invocation, 0, &limit, error) ||
        !session_add_conditions(session, &query, error))
        goto cleanup;
    for (size_t i = 0; i < invocation->arguments.count; i++) {
        text_append(&words, i == 0 ? NULL : " ");
        text_append(&words, invocation->arguments.items[i]);
    }
    if (!session_open_store(session, USE_READ, error) ||
        !search_within(session->store, words.data ? words.data : "", &query, limit, &hits, error))
        goto cleanup;
    if (session->form == FORM_JSON) {
        write_json(session, &hits);
        done = true;
    } else {
        done = write_table(session, &hits, error);
    }
    if (hits.more)
        session_remark(session, "there are more than %zu; --limit N shows more", hits.count);
cleanup:
    search_hits_free(&hits);
    text_free(&words);
    query_free(&query);
    return done;
}
