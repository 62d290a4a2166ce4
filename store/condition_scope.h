/* Inside store/ only: the sets of items of conditions that follow links over several steps, for kept_set(). */
#ifndef GAIRO_STORE_CONDITION_SCOPE_H
#define GAIRO_STORE_CONDITION_SCOPE_H

#include "store/meaning.h"

/* What the law touches: ?1 is a region, a jurisdiction, an instrument or a provision.
 *
 * - The law itself: of a region its jurisdictions, of those the instruments, of those the provisions; and the other way
 *   round the instrument of a provision, its jurisdiction and region. A law says something where it, or a provision of
 *   it, does; what the instrument says as a whole is not said by each of its provisions.
 * - The mitigations and components that it requires, exempts or encourages.
 * - The risks that it addresses or, where it says of none, that those mitigations reduce, and the opportunities that they
 *   cost something.
 * - Not what merely depends on the release of a component that it speaks of: laws name components as the condition of an
 *   exemption, or ask for a summary of the data and not for the data, and weights, which most of them name, are what most
 *   risks and opportunities depend on. That a law changes who releases what is not in the links.
 * - The recommendations that call for those mitigations, and the actors they are addressed to.
 * - The areas and stages that those risks and opportunities are in, and the incidents that are evidence of those risks.
 *
 * No law is linked to models, organisations, licences, levels, terms, references, frameworks or observations: they are
 * never touched. */
#define SET_TOUCHED_BY                                                                                                 \
    "INSERT INTO kept(number, item) SELECT ?2, id FROM (WITH given(id) AS (SELECT ?1),"                               \
    " places(id) AS (SELECT id FROM given UNION SELECT l.item FROM given g JOIN link l ON l.target = g.id"             \
    "  AND l.relation = 'in' JOIN item j ON j.id = l.item AND j.kind = 'jurisdiction'),"                               \
    " instruments(id) AS (SELECT id FROM given UNION SELECT l.item FROM places p JOIN link l ON l.target = p.id"       \
    "  AND l.relation = 'of'),"                                                                                        \
    " laws(id) AS (SELECT id FROM instruments UNION SELECT l.item FROM instruments n JOIN link l ON l.target = n.id"   \
    "  AND l.relation = 'part-of'),"                                                                                   \
    " whole(id) AS (SELECT id FROM laws UNION SELECT l.target FROM given g JOIN link l ON l.item = g.id"               \
    "  AND l.relation = 'part-of'),"                                                                                   \
    " homes(id) AS (SELECT l.target FROM whole w JOIN link l ON l.item = w.id AND l.relation = 'of'"                   \
    "  UNION SELECT id FROM places),"                                                                                  \
    " spoken(id) AS (SELECT l.target FROM laws w JOIN link l ON l.item = w.id"                                         \
    "  AND l.relation IN ('requires', 'exempts', 'encourages')),"                                                      \
    " statements(id) AS (SELECT l.target FROM spoken s JOIN link l ON l.item = s.id AND l.relation = 'has-cost'"       \
    "  UNION SELECT r.target FROM laws w JOIN link l ON l.item = w.id"                                                 \
    "  AND l.relation IN ('requires', 'exempts', 'encourages') JOIN link r ON r.item = l.target"                       \
    "  AND r.relation = 'reduces' WHERE " MEANS("w.id", "r.target")                                                \
    "  UNION SELECT l.target FROM laws w JOIN link l ON l.item = w.id AND l.relation = 'addresses'),"                  \
    " advice(id) AS (SELECT l.item FROM spoken s JOIN link l ON l.target = s.id AND l.relation = 'calls-for')"         \
    " SELECT id FROM whole UNION SELECT id FROM homes"                                                                 \
    " UNION SELECT l.target FROM homes h JOIN link l ON l.item = h.id AND l.relation = 'in'"                           \
    " UNION SELECT id FROM spoken UNION SELECT id FROM statements UNION SELECT id FROM advice"                         \
    " UNION SELECT l.target FROM advice a JOIN link l ON l.item = a.id AND l.relation = 'addressed-to'"                \
    " UNION SELECT l.target FROM statements s JOIN link l ON l.item = s.id AND l.relation IN ('in', 'at')"             \
    " UNION SELECT l.item FROM statements s JOIN link l ON l.target = s.id AND l.relation = 'evidence-of')"

/* What a stage does not concern: what is tied to others only. Risks, opportunities and areas are tied to the stages they
 * are at; a mitigation to those of the risks it reduces; a recommendation to those of the risks it answers or, where it
 * says of none, of the mitigations it calls for, and to those of the opportunities it strengthens, an actor to those of
 * the recommendations addressed to it; a law to those of the mitigations that it, or a provision of it, speaks of; an
 * incident to those of the risks it is evidence of. What is tied to no stage is of every one. hit: 1 where one of the
 * stages is the one that is meant (?1). CROSS JOIN keeps SQLite from starting with all links. */
#define SET_WITHOUT                                                                                                    \
    "INSERT INTO kept(number, item) SELECT ?2, item FROM ("                                                            \
    "WITH stated(item, hit) AS (SELECT l.item, max(s.id = ?1) FROM item s CROSS JOIN link l ON l.target = s.id"        \
    "  AND l.relation = 'at' WHERE s.kind = 'stage' GROUP BY l.item),"                                                 \
    " reduced(item, hit) AS (SELECT l.item, max(s.hit) FROM stated s CROSS JOIN link l ON l.target = s.item"           \
    "  AND l.relation = 'reduces' GROUP BY l.item),"                                                                   \
    " advised(item, hit) AS (SELECT item, max(hit) FROM (SELECT l.item, r.hit FROM reduced r CROSS JOIN link l"        \
    "  ON l.target = r.item AND l.relation = 'calls-for' WHERE NOT EXISTS (SELECT 1 FROM link x WHERE x.item = l.item" \
    "  AND x.relation = '" RELATION_ADVICE_MEANS "') UNION ALL SELECT l.item, s.hit FROM stated s CROSS JOIN link l"   \
    "  ON l.target = s.item AND l.relation IN ('strengthens', '" RELATION_ADVICE_MEANS "')) GROUP BY item),"           \
    " spoken(item, hit) AS (SELECT item, max(hit) FROM (SELECT l.item, r.hit FROM reduced r CROSS JOIN link l"         \
    "  ON l.target = r.item AND l.relation IN ('requires', 'exempts', 'encourages') UNION ALL SELECT l.item, s.hit"    \
    "  FROM stated s CROSS JOIN link l ON l.target = s.item AND l.relation = 'addresses') GROUP BY item),"             \
    " tied(item, hit) AS (SELECT id, id = ?1 FROM item WHERE kind = 'stage' UNION ALL SELECT item, hit FROM stated"    \
    "  UNION ALL SELECT item, hit FROM reduced UNION ALL SELECT item, hit FROM advised"                                \
    "  UNION ALL SELECT item, hit FROM spoken"                                                                         \
    "  UNION ALL SELECT l.target, p.hit FROM spoken p CROSS JOIN link l ON l.item = p.item AND l.relation = 'part-of'" \
    "  UNION ALL SELECT l.target, a.hit FROM advised a CROSS JOIN link l ON l.item = a.item"                           \
    "  AND l.relation = 'addressed-to'"                                                                                \
    "  UNION ALL SELECT l.item, s.hit FROM stated s CROSS JOIN link l ON l.target = s.item"                            \
    "  AND l.relation = 'evidence-of')"                                                                                \
    " SELECT item FROM tied GROUP BY item HAVING max(hit) = 0)"

#endif
