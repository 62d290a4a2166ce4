/* The columns of a list, each with one question over all that is selected. CROSS JOIN keeps SQLite from starting with
 * all that has a field or a relation, where little is selected. */
#include "store/following.h"
#include "store/list.h"
#include "store/meaning.h"
#include "store/paper_words.h"

#include "core/memory.h"
#include "store/review.h"
#include "store/sheets.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

static void take_first(char **slot, const char *value)
{
    if (!*slot && value)
        *slot = string_copy(value);
}

static void add_target(StringList *ids, Text *titles, const char *id, const char *title)
{
    if (ids->count > 0)
        text_append(titles, ", ");
    string_list_add(ids, id);
    text_append(titles, title);
}

/* The titles of one row while they are joined; the rows come one after another. */
typedef struct Joining {
    ItemRow *row; /* NULL before the first */
    Text stages, areas, actors;
} Joining;

static void end_joining(Joining *joining)
{
    ItemRow *row = joining->row;
    if (!row)
        return;
    row->stages = joining->stages.length ? text_take(&joining->stages) : NULL;
    row->areas = joining->areas.length ? text_take(&joining->areas) : NULL;
    row->actors = joining->actors.length ? text_take(&joining->actors) : NULL;
    joining->row = NULL;
}

static void set_field(ListedRow *listed, const char *name, const char *value)
{
    ItemRow *row = &listed->row;
    if (strcmp(name, "effect") == 0)
        take_first(&row->effect, value);
    else if (strcmp(name, "evidence") == 0)
        take_first(&row->evidence, value);
    else if (strcmp(name, "maturity") == 0)
        take_first(&row->maturity, value);
    else if (strcmp(name, "horizon") == 0)
        take_first(&row->horizon, value);
    else if (strcmp(name, "treatment") == 0)
        take_first(&row->treatment, value);
    else if (strcmp(name, "short-name") == 0)
        take_first(&row->short_name, value);
    else if (strcmp(name, "released") == 0)
        take_first(&row->released, value);
    else if (strcmp(name, "year") == 0)
        take_first(&row->year, value);
}

static bool fill_fields(Store *store, Listed *listed, Error *error)
{
    Statement statement;
    if (statement_open(store,
                       "SELECT s.position, f.name, f.value FROM selection s CROSS JOIN field f ON f.item = s.item"
                       " AND f.name IN ('effect', 'evidence', 'maturity', 'horizon', 'treatment', 'short-name', "
                       "'released', 'year')"
                       " JOIN record r ON r.number = f.record JOIN source o ON o.id = r.source"
                       " WHERE f.value IS NOT NULL ORDER BY o.rank, o.id, f.record, f.position",
                       &statement, error)) {
        while (statement_step(&statement)) {
            ListedRow *row = listed_row(listed, &statement, 0);
            if (row)
                set_field(row, statement_word(&statement, 1), statement_word(&statement, 2));
        }
    }
    for (size_t i = 0; i < listed->count; i++) {
        ItemRow *row = &listed->rows[i].row;
        if (!row->year && row->released)
            row->year = string_copy_bytes(row->released, strnlen(row->released, 4));
    }
    return statement_close(&statement);
}

/* Areas come in their order. */
static void take_area_place(ListedRow *listed, Statement *statement)
{
    bool is_area = strcmp(statement_word(statement, 1), "in") == 0 && store_kind(statement_word(statement, 3)) == KIND_AREA;
    if (is_area && listed->area_place == LLONG_MAX && !statement_number(statement, 5))
        listed->area_place = statement_number(statement, 6);
}

static void take_link(Joining *joining, Statement *statement)
{
    ItemRow *row = joining->row;
    const char *relation = statement_word(statement, 1), *title = statement_word(statement, 2);
    Kind kind = store_kind(statement_word(statement, 3));
    const char *id = statement_word(statement, 4);
    if (strcmp(relation, "at") == 0)
        add_target(&row->stage_ids, &joining->stages, id, title);
    else if (strcmp(relation, "in") == 0 && kind == KIND_AREA)
        add_target(&row->area_ids, &joining->areas, id, title);
    else if (strcmp(relation, "addressed-to") == 0)
        add_target(&row->actor_ids, &joining->actors, id, title);
    else if (strcmp(relation, "developed-by") == 0)
        take_first(&row->organisation, title);
    else if (strcmp(relation, "of") == 0)
        take_first(&row->jurisdiction, title);
    else if (strcmp(relation, "part-of") == 0 && kind == KIND_FRAMEWORK)
        take_first(&row->framework, title);
}

static bool fill_links(Store *store, Listed *listed, Error *error)
{
    Joining joining = {0};
    Statement statement;
    if (statement_open(store,
                       "SELECT DISTINCT s.position, l.relation, t.title, t.kind, t.id, t.place IS NULL, t.place, t.sequence"
                       " FROM selection s CROSS JOIN link l ON l.item = s.item"
                       " AND l.relation IN ('at', 'in', 'addressed-to', 'developed-by', 'of', 'part-of')"
                       " JOIN item t ON t.id = l.target"
                       " ORDER BY s.position, t.place IS NULL, t.place, t.sequence",
                       &statement, error)) {
        while (statement_step(&statement)) {
            ListedRow *row = listed_row(listed, &statement, 0);
            if (!row)
                continue;
            if (joining.row != &row->row)
                end_joining(&joining);
            joining.row = &row->row;
            take_link(&joining, &statement);
            take_area_place(row, &statement);
        }
    }
    end_joining(&joining);
    return statement_close(&statement);
}

/* A provision is of its instrument's jurisdiction. */
static bool fill_jurisdictions(Store *store, Listed *listed, Error *error)
{
    Statement statement;
    if (statement_open(store,
                       "SELECT s.position, t.title FROM selection s CROSS"
                       " JOIN link p ON p.item = s.item AND p.relation = 'part-of'"
                       " JOIN link l ON l.item = p.target AND l.relation = 'of' JOIN item t ON t.id = l.target"
                       " ORDER BY s.position, t.place IS NULL, t.place, t.sequence",
                       &statement, error)) {
        while (statement_step(&statement)) {
            ListedRow *row = listed_row(listed, &statement, 0);
            if (row)
                take_first(&row->row.jurisdiction, statement_word(&statement, 1));
        }
    }
    return statement_close(&statement);
}

/* As item_thin_evidence() says it of one. */
static bool fill_thin(Store *store, Listed *listed, Error *error)
{
    Statement statement;
    if (statement_open(store,
                       "SELECT s.position FROM selection s CROSS JOIN item i ON i.id = s.item"
                       " AND " ARGUED " WHERE " IS_THIN,
                       &statement, error)) {
        while (statement_step(&statement)) {
            ListedRow *row = listed_row(listed, &statement, 0);
            if (row)
                row->row.thin_evidence = true;
        }
    }
    return statement_close(&statement);
}

static bool fill_basis(Store *store, Listed *listed, Error *error)
{
    Statement statement;
    if (statement_open(store,
                       "SELECT s.position, c.basis FROM selection s CROSS JOIN citation c ON c.item = s.item"
                       " JOIN record r ON r.number = c.record JOIN source o ON o.id = r.source"
                       " ORDER BY s.position, o.rank, o.id, c.position",
                       &statement, error)) {
        while (statement_step(&statement)) {
            ListedRow *row = listed_row(listed, &statement, 0);
            if (!row)
                continue;
            take_first(&row->row.basis, statement_word(&statement, 1));
        }
    }
    return statement_close(&statement);
}

static bool fill_paper_words(Store *store, Listed *listed, Error *error)
{
    Statement statement;
    if (statement_open(store, "SELECT s.position FROM " PAPER_WORDS_ITEMS " p CROSS JOIN selection s ON s.item = p.item",
                       &statement, error)) {
        while (statement_step(&statement)) {
            ListedRow *row = listed_row(listed, &statement, 0);
            if (row)
                row->row.unchecked = true;
        }
    }
    return statement_close(&statement);
}

/* The last mark of each counts. */
static bool fill_reviews(Store *store, Listed *listed, Error *error)
{
    Statement statement;
    if (statement_open(store,
                       "SELECT s.position, v.verdict, v.reviewer, v.date, v.note, v.digest = i.digest"
                       " FROM selection s CROSS JOIN review v ON v.item = s.item JOIN item i ON i.id = s.item"
                       " ORDER BY s.position, v.date, v.number",
                       &statement, error)) {
        while (statement_step(&statement)) {
            ListedRow *listed_at = listed_row(listed, &statement, 0);
            ItemReview review = {0};
            if (!listed_at)
                continue;
            ItemRow *row = &listed_at->row;
            item_review_read(&statement, 1, &review);
            free(row->review);
            row->review = review_words(&review, false);
            row->review_state = review.state;
            item_review_clear(&review);
        }
    }
    for (size_t i = 0; i < listed->count; i++) {
        ItemRow *row = &listed->rows[i].row;
        row->unchecked = row->unchecked && (row->review_state == REVIEW_NONE || row->review_state == REVIEW_EARLIER);
    }
    return statement_close(&statement);
}

/* Both directions; links to what is not there are no links, and what several sources say alike is one. */
static bool count_links(Store *store, Listed *listed, Error *error)
{
    Statement statement;
    if (statement_open(
            store,
            "SELECT s.position, count(DISTINCT l.relation || ' ' || l.target) FROM selection s CROSS JOIN link l"
            " ON l.item = s.item JOIN item t ON t.id = l.target GROUP BY s.position"
            " UNION ALL"
            " SELECT s.position, count(DISTINCT l.relation || ' ' || l.item) FROM selection s CROSS JOIN link l"
            " ON l.target = s.item GROUP BY s.position",
            &statement, error)) {
        while (statement_step(&statement)) {
            ListedRow *row = listed_row(listed, &statement, 0);
            if (row)
                row->row.links += (int)statement_number(&statement, 1);
        }
    }
    return statement_close(&statement);
}

static bool mark_basket(Store *store, Listed *listed, Error *error)
{
    Statement statement;
    if (statement_open(store,
                       "SELECT s.position FROM sheet h CROSS JOIN sheet_entry e ON e.sheet = h.number"
                       " CROSS JOIN selection s ON s.item = " LED_TO("e") " WHERE h.name = ?1",
                       &statement, error)) {
        statement_bind(&statement, 1, BASKET_NAME);
        while (statement_step(&statement)) {
            ListedRow *row = listed_row(listed, &statement, 0);
            if (row)
                row->row.in_basket = true;
        }
    }
    return statement_close(&statement);
}

static bool mark_notes(Store *store, Listed *listed, Error *error)
{
    Statement statement;
    if (statement_open(store, "SELECT s.position FROM item_note n CROSS JOIN selection s ON s.item = " LED_TO("n"),
                       &statement, error)) {
        while (statement_step(&statement)) {
            ListedRow *row = listed_row(listed, &statement, 0);
            if (row)
                row->row.has_note = true;
        }
    }
    return statement_close(&statement);
}

static bool count_cells(Store *store, const Query *query, Listed *listed, Error *error)
{
    StringList sources = {0};
    Text sql = {0};
    Statement statement;
    if (!selection_sources(store, query, &sources, error))
        return false;
    text_append(&sql, "SELECT s.position, count(DISTINCT CASE WHEN c.value = '5' THEN c.component END),"
                      " count(DISTINCT CASE WHEN c.value NOT IN ('unknown', 'not-applicable') THEN c.component END)"
                      " FROM selection s CROSS JOIN cell c ON c.item = s.item JOIN record r ON r.number = c.record"
                      " WHERE r.source IN (");
    selection_parameters(&sql, 1, sources.count);
    text_append(&sql, ") GROUP BY s.position");
    if (statement_open_once(store, sql.data, &statement, error)) {
        for (size_t i = 0; i < sources.count; i++)
            statement_bind(&statement, (int)i + 1, sources.items[i]);
        while (statement_step(&statement)) {
            ListedRow *row = listed_row(listed, &statement, 0);
            if (!row)
                continue;
            row->row.open = (int)statement_number(&statement, 1);
            row->row.applicable = (int)statement_number(&statement, 2);
        }
    }
    text_free(&sql);
    string_list_free(&sources);
    return statement_close(&statement);
}

bool list_columns(Store *store, const Query *query, Listed *listed, Error *error)
{
    return listed->count == 0 || (fill_fields(store, listed, error) && fill_links(store, listed, error) &&
                                  fill_jurisdictions(store, listed, error) && fill_basis(store, listed, error) &&
                                  fill_thin(store, listed, error) &&
                                  fill_paper_words(store, listed, error) &&
                                  fill_reviews(store, listed, error) && count_links(store, listed, error) &&
                                  mark_basket(store, listed, error) && mark_notes(store, listed, error) &&
                                  count_cells(store, query, listed, error));
}
