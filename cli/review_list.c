/* What is not yet checked against the paper, with counts. */
#include "cli/kinds.h"
#include "cli/review.h"
#include "store/paper_words.h"
#include "store/review_walk.h"

#include <stdlib.h>
#include <string.h>

static const TableColumn columns[] = {{"id", "Id", false, false},
                                      {"kind", "Kind", false, false},
                                      {"title", "Title", false, true},
                                      {"state", "State", false, false},
                                      {"review", "Mark", false, true}};

/* What is asked for. */
typedef struct Asked {
    ItemRows rows;
    bool to_do;    /* only what awaits a look is meant */
    bool of_paper; /* only what has our words for the paper's */
} Asked;

static bool asks_for(const Query *query, const char *field, const char *value)
{
    for (size_t i = 0; i < query->condition_count; i++)
        if (strcmp(query->conditions[i].field, field) == 0 &&
            (!value || strcmp(query->conditions[i].value, value) == 0))
            return true;
    return false;
}

/* The items of --kind and --where, those in our words for the paper's where neither basis nor words are asked for. Where
 * review is not asked for, all states are in it. */
static bool read_rows(Session *session, Asked *asked, Error *error)
{
    Query query = {0};
    bool done = kinds_of_user(&session->invocation->values[OPTION_KIND], &query.kinds, error) &&
                session_add_conditions(session, &query, error) && query_ask_for_paper_words(&query, error);

    asked->to_do = !asks_for(&query, "review", NULL);
    asked->of_paper = asks_for(&query, "words", "paper");
    done = done && session_open_store(session, USE_READ, error) && items_list(session->store, &query, &asked->rows, error);
    query_free(&query);
    return done;
}

static void write_json(Session *session, const ItemRows *rows, bool to_do, const size_t *counts)
{
    json_t *root = json_object(), *by_state = json_object(), *items = json_array();

    for (int i = 0; i < REVIEW_STATE_COUNT; i++)
        json_put_number(by_state, review_state_name((ReviewState)i), (long long)counts[i]);
    for (size_t i = 0; i < rows->count; i++) {
        const ItemRow *row = &rows->rows[i];
        json_t *object = json_object();

        json_put(object, "id", row->id);
        json_put(object, "kind", kind_definition(row->kind)->name);
        json_put(object, "title", row->title);
        json_put(object, "state", review_state_name(row->review_state));
        json_put(object, "review", row->review);
        if (!to_do || review_awaits(row->review_state))
            (void)json_array_append_new(items, object);
        else
            json_decref(object);
    }
    (void)json_object_set_new(root, "counts", by_state);
    (void)json_object_set_new(root, "items", items);
    session_write_json(session, root);
}

static bool write_table(Session *session, const ItemRows *rows, bool to_do, Error *error)
{
    Table table;

    table_init(&table, columns, sizeof columns / sizeof columns[0]);
    for (size_t i = 0; i < rows->count; i++) {
        const ItemRow *row = &rows->rows[i];

        if (to_do && !review_awaits(row->review_state))
            continue;
        table_add_row(&table);
        table_set(&table, 0, row->id);
        table_set(&table, 1, kind_definition(row->kind)->name);
        table_set(&table, 2, row->title);
        table_set(&table, 3, review_state_name(row->review_state));
        table_set(&table, 4, row->review);
    }
    bool done = session_write_table(session, &table, to_do ? "Nothing is left to check." : "Nothing matches.", error);
    table_free(&table);
    return done;
}

bool review_command_list(Session *session, Error *error)
{
    Asked asked = {0};
    size_t counts[REVIEW_STATE_COUNT] = {0};
    bool done;

    if (!read_rows(session, &asked, error))
        return false;
    for (size_t i = 0; i < asked.rows.count; i++)
        counts[asked.rows.rows[i].review_state]++;
    if (session->form == FORM_JSON) {
        write_json(session, &asked.rows, asked.to_do, counts);
        done = true;
    } else {
        done = write_table(session, &asked.rows, asked.to_do, error);
    }
    if (done && session->form == FORM_TABLE && !session->quiet)
        output_format(&session->output,
                      "%zu item%s%s: %zu unchecked, %zu checked, %zu marked wrong, %zu changed since they were marked\n",
                      asked.rows.count, plural_ending(asked.rows.count),
                      asked.of_paper ? " in our words for the paper" : "", counts[REVIEW_NONE], counts[REVIEW_CHECKED],
                      counts[REVIEW_WRONG], counts[REVIEW_EARLIER]);
    item_rows_free(&asked.rows);
    return done;
}
