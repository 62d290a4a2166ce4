#include "store/ways.h"

#include "core/memory.h"
#include "store/database.h"
#include "store/meaning.h"

#include <stdlib.h>
#include <string.h>

static void add_way(Ways *ways, Statement *statement)
{
    ways->ways = memory_resize(ways->ways, ways->count + 1, sizeof *ways->ways);
    ways->ways[ways->count++] = (Way){.other = statement_copy_word(statement, 0),
                                      .step = {.id = statement_copy_word(statement, 1),
                                               .title = statement_copy_word(statement, 2),
                                               .relation = statement_copy_word(statement, 3)}};
}

bool ways_load(Store *store, const Item *item, Ways *ways, Error *error)
{
    Statement statement;
    bool asked = false;
    *ways = (Ways){0};
    for (size_t i = 0; i < item->link_count; i++)
        asked = asked || ways_may_have(&item->links[i]);
    if (!asked)
        return true;
    if (statement_open(store,
                       "SELECT DISTINCT CASE a.item WHEN ?1 THEN a.target ELSE a.item END AS other, m.id AS id,"
                       " m.title AS title, c.relation AS relation, m.place IS NULL AS unplaced, m.place AS place"
                       " FROM link a JOIN link c ON c.item = a.item"
                       " AND c.relation IN ('calls-for', 'requires', 'exempts', 'encourages')"
                       " JOIN link r ON r.item = c.target AND r.target = a.target AND r.relation = 'reduces'"
                       " JOIN item m ON m.id = c.target"
                       " WHERE (a.item = ?1 OR a.target = ?1) AND a.relation IN " RELATIONS_MEANT
                       " ORDER BY other, relation, unplaced, place, title COLLATE NOCASE, id",
                       &statement, error)) {
        statement_bind(&statement, 1, item->id);
        while (statement_step(&statement))
            add_way(ways, &statement);
    }
    bool good = statement_close(&statement);
    if (!good)
        ways_free(ways);
    return good;
}

bool ways_may_have(const ItemLink *link)
{
    return strcmp(link->relation, RELATION_ADVICE_MEANS) == 0 || strcmp(link->relation, RELATION_LAW_MEANS) == 0;
}

const Way *ways_of(const Ways *ways, const ItemLink *link, size_t *count)
{
    const Way *first = NULL;
    *count = 0;
    for (size_t i = 0; ways_may_have(link) && i < ways->count; i++) {
        if (strcmp(ways->ways[i].other, link->id) != 0)
            continue;
        first = first ? first : &ways->ways[i];
        (*count)++;
    }
    return first;
}

char *ways_words(const Ways *ways, const ItemLink *link, bool ids)
{
    size_t count;
    const Way *first = ways_of(ways, link, &count);
    Text text = {0};
    for (size_t i = 0; i < count; i++)
        consequence_step_append(&text, &first[i].step, i > 0 ? &first[i - 1].step : NULL, ids);
    return text.length > 0 ? text_take(&text) : NULL;
}

void ways_free(Ways *ways)
{
    for (size_t i = 0; i < ways->count; i++) {
        free(ways->ways[i].other);
        consequence_step_clear(&ways->ways[i].step);
    }
    free(ways->ways);
    *ways = (Ways){0};
}
