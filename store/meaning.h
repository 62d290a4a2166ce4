/* Inside store/ only: what links mean: which risks a law or a recommendation speaks of, how well something is supported. */
#ifndef GAIRO_STORE_MEANING_H
#define GAIRO_STORE_MEANING_H

/* The links by which a law, or a recommendation, says which risks it is about. */
#define RELATION_LAW_MEANS "addresses"
#define RELATION_ADVICE_MEANS "answers"
#define RELATIONS_MEANT "('" RELATION_LAW_MEANS "', '" RELATION_ADVICE_MEANS "')"

/* True in SQL where a law or a recommendation that bears on what reduces a risk speaks of that risk: it has no links that
 * say which risks it is about, or one to this. Both are expressions that give an id. */
#define MEANS(item, risk)                                                                                              \
    "(NOT EXISTS (SELECT 1 FROM link x WHERE x.item = " item " AND x.relation IN " RELATIONS_MEANT ")"                 \
    " OR EXISTS (SELECT 1 FROM link x WHERE x.item = " item " AND x.relation IN " RELATIONS_MEANT                      \
    " AND x.target = " risk "))"

/* True in SQL where a recommendation leads to a risk: it answers it, or calls for what reduces it and speaks of it. */
#define ADVISED(risk)                                                                                                  \
    "(EXISTS (SELECT 1 FROM link a WHERE a.target = " risk " AND a.relation = '" RELATION_ADVICE_MEANS "')"            \
    " OR EXISTS (SELECT 1 FROM link m JOIN link c ON c.target = m.item AND c.relation = 'calls-for'"                   \
    " WHERE m.target = " risk " AND m.relation = 'reduces' AND " MEANS("c.item", risk) "))"

/* In SQL, of an item i: whether it is argued for and against, and how many references it has by a relation. */
#define ARGUED "i.kind IN ('risk', 'opportunity')"
#define LINKS_TO_REFERENCES(relation)                                                                                  \
    "(SELECT count(DISTINCT l.target) FROM link l WHERE l.item = i.id AND l.relation = '" relation "')"
/* The evidence of one that is argued for is thin; item_thin_evidence() says it in words. */
#define IS_THIN LINKS_TO_REFERENCES("supported-by") " < 2"

#endif
