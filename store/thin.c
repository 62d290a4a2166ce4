#include "store/meaning.h"
#include "store/thin.h"
#include "store/list.h"
#include "store/paper_words.h"

#include <string.h>

#define AMONG " FROM selection s JOIN item i ON i.id = s.item WHERE "
/* The statements give how many, and of how many. */
#define COUNT(what, all) "SELECT coalesce(sum(" what "), 0), count(*)" AMONG all

static const struct {
    const char *name, *title, *sql;
} rules[THIN_COUNT] = {
    {"evidence", "risks and opportunities that fewer than two references support",
     COUNT(IS_THIN, ARGUED)},
    {"undisputed", "risks and opportunities without a reference that disputes them",
     COUNT(LINKS_TO_REFERENCES("disputed-by") " = 0", ARGUED)},
    {"gap", "risks that no mitigation reduces",
     COUNT("NOT EXISTS (SELECT 1 FROM link l WHERE l.target = i.id AND l.relation = 'reduces')", "i.kind = 'risk'")},
    {"unaddressed", "risks that no recommendation leads to",
     COUNT("NOT " ADVISED("i.id"), "i.kind = 'risk'")},
    {"synthesis", "mitigations and recommendations that rest on our own synthesis alone",
     COUNT("NOT EXISTS (SELECT 1 FROM citation c WHERE c.item = i.id AND c.basis <> 'editorial')"
           " AND " LINKS_TO_REFERENCES("supported-by") " = 0", "i.kind IN ('mitigation', 'recommendation')")},
    {"unread-law", "laws and provisions of which no official text was read",
     COUNT("NOT EXISTS (SELECT 1 FROM citation c WHERE c.item = i.id AND c.basis = 'law')",
           "i.kind IN ('instrument', 'provision')")},
    {"unchecked", "items in our words for the paper, not checked as they are now",
     COUNT("coalesce((SELECT v.digest <> i.digest FROM review v WHERE v.item = i.id"
           " ORDER BY v.date DESC, v.number DESC LIMIT 1), 1)",
           PAPER_WORDS("i.id"))},
};

bool thin_counts(Store *store, const Query *query, ThinCount counts[THIN_COUNT], Error *error)
{
    const Query everything = {0};
    bool done = items_select(store, query ? query : &everything, error);
    for (size_t i = 0; i < THIN_COUNT; i++) {
        Statement statement;
        counts[i] = (ThinCount){.name = rules[i].name, .title = rules[i].title};
        if (!done)
            continue;
        if (statement_open(store, rules[i].sql, &statement, error) && statement_step(&statement)) {
            counts[i].items = statement_number(&statement, 0);
            counts[i].of = statement_number(&statement, 1);
        }
        done = statement_close(&statement);
    }
    return done;
}

const char *item_thin_evidence(const Item *item)
{
    const char *first = NULL;
    if (item->kind != KIND_RISK && item->kind != KIND_OPPORTUNITY)
        return NULL;
    for (size_t i = 0; i < item->link_count; i++) {
        const ItemLink *link = &item->links[i];
        if (!link->forward || strcmp(link->relation, "supported-by") != 0)
            continue;
        if (first != NULL && strcmp(first, link->id) != 0)
            return NULL;
        first = link->id;
    }
    return first != NULL ? "thin evidence: one reference supports it" : "thin evidence: no reference supports it";
}
