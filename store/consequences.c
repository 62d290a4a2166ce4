#include "store/consequences.h"
#include "store/database.h"
#include "store/law.h"
#include "store/meaning.h"

#include "core/memory.h"

#include <stdlib.h>
#include <string.h>

const char *consequence_relation_name(ConsequenceRelation relation)
{
    return relation == CONSEQUENCE_RECOMMENDATION ? "recommendation" : "provision";
}

/* The entry a row belongs to: the rows of one follow each other. */
static Consequence *entry_of(Consequences *consequences, ConsequenceRelation relation, Statement *statement)
{
    const char *id = statement_word(statement, 1);
    Consequence *last = consequences->count > 0 ? &consequences->entries[consequences->count - 1] : NULL;
    if (last && last->relation == relation && strcmp(last->id, id) == 0)
        return last;
    consequences->entries =
        memory_resize(consequences->entries, consequences->count + 1, sizeof *consequences->entries);
    Consequence *entry = &consequences->entries[consequences->count++];
    *entry = (Consequence){.relation = relation,
                           .id = string_copy(id),
                           .kind = store_kind(statement_text(statement, 2)),
                           .title = statement_copy_word(statement, 3)};
    return entry;
}

static void add_step(Consequences *consequences, Statement *statement)
{
    ConsequenceRelation relation =
        statement_number(statement, 0) != 0 ? CONSEQUENCE_PROVISION : CONSEQUENCE_RECOMMENDATION;
    Consequence *entry = entry_of(consequences, relation, statement);
    if (!statement_text(statement, 4)) {
        entry->direct = true;
        return;
    }
    entry->through = memory_resize(entry->through, entry->through_count + 1, sizeof *entry->through);
    entry->through[entry->through_count++] = (ConsequenceStep){.id = statement_copy_word(statement, 4),
                                                               .title = statement_copy_word(statement, 5),
                                                               .relation = statement_copy_word(statement, 6)};
}

static bool check_kinds(Store *store, const Consequences *consequences, Error *error)
{
    for (size_t i = 0; i < consequences->count; i++) {
        if (!store_check_kind(store, consequences->entries[i].kind, consequences->entries[i].id, error))
            return false;
    }
    return true;
}

bool consequences_load(Store *store, const Item *item, Consequences *consequences, Error *error)
{
    *consequences = (Consequences){0};
    if (item->kind != KIND_RISK)
        return true;
    Statement statement;
    if (statement_open(store,
                       "SELECT s.relation <> 'calls-for' AS law, t.id AS id, t.kind, t.title AS title, m.id AS mitigation,"
                       " m.title AS named, s.relation AS relation, t.place IS NULL AS unplaced, t.place AS place,"
                       " m.place IS NULL AS mitigation_unplaced, m.place AS mitigation_place"
                       " FROM link r JOIN item m ON m.id = r.item"
                       " JOIN link s ON s.target = m.id JOIN item t ON t.id = s.item"
                       " WHERE r.target = ?1 AND r.relation = 'reduces'"
                       " AND s.relation IN ('calls-for', 'requires', 'exempts', 'encourages')"
                       " AND " MEANS("t.id", "?1")
                       " UNION SELECT a.relation <> '" RELATION_ADVICE_MEANS "', t.id, t.kind, t.title, NULL, NULL,"
                       " a.relation, t.place IS NULL, t.place, 1, NULL"
                       " FROM link a JOIN item t ON t.id = a.item WHERE a.target = ?1 AND a.relation IN " RELATIONS_MEANT
                       " ORDER BY law, unplaced, place, title COLLATE NOCASE, id,"
                       " mitigation_unplaced, mitigation_place, named COLLATE NOCASE, mitigation, relation",
                       &statement, error)) {
        statement_bind(&statement, 1, item->id);
        while (statement_step(&statement))
            add_step(consequences, &statement);
    }
    bool good = statement_close(&statement) && check_kinds(store, consequences, error);
    if (!good)
        consequences_free(consequences);
    return good;
}

/* By insertion, which keeps the data's order within a rank; there are few. */
static void sort_by_state(Consequences *consequences)
{
    for (size_t i = 1; i < consequences->count; i++) {
        Consequence entry = consequences->entries[i];
        size_t place = i;
        while (entry.state && place > 0 && consequences->entries[place - 1].state &&
               law_state_rank(consequences->entries[place - 1].state) > law_state_rank(entry.state)) {
            consequences->entries[place] = consequences->entries[place - 1];
            place--;
        }
        consequences->entries[place] = entry;
    }
}

bool consequences_add_states(Store *store, const char *as_of, Consequences *consequences, Error *error)
{
    bool good = true;
    for (size_t i = 0; good && i < consequences->count; i++) {
        Consequence *entry = &consequences->entries[i];
        if (entry->relation != CONSEQUENCE_PROVISION || entry->state)
            continue;
        entry->state = law_state_by_id(store, entry->id, as_of, error);
        good = entry->state != NULL;
    }
    sort_by_state(consequences);
    return good;
}

void consequence_step_append(Text *text, const ConsequenceStep *step, const ConsequenceStep *before, bool ids)
{
    const RelationDefinition *relation = relation_find(step->relation);
    bool law = strcmp(step->relation, "calls-for") != 0;
    text_append(text, before ? "; " : NULL);
    if (!before || strcmp(before->relation, step->relation) != 0)
        text_append_format(text, "%s: ", !law ? "Through" : relation ? relation->forward : step->relation);
    text_append(text, ids ? step->id : step->title);
}

char *consequence_words(const Consequence *consequence, bool ids)
{
    Text text = {0};
    for (size_t i = 0; i < consequence->through_count; i++)
        consequence_step_append(&text, &consequence->through[i], i > 0 ? &consequence->through[i - 1] : NULL, ids);
    return text.length > 0 ? text_take(&text) : NULL;
}

void consequence_step_clear(ConsequenceStep *step)
{
    free(step->id);
    free(step->title);
    free(step->relation);
    *step = (ConsequenceStep){0};
}

void consequences_free(Consequences *consequences)
{
    for (size_t i = 0; i < consequences->count; i++) {
        Consequence *entry = &consequences->entries[i];
        for (size_t j = 0; j < entry->through_count; j++)
            consequence_step_clear(&entry->through[j]);
        free(entry->through);
        free(entry->id);
        free(entry->title);
        free(entry->state);
    }
    free(consequences->entries);
    *consequences = (Consequences){0};
}
