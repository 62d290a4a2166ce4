/* Inside store/ only: which risks a law speaks of. */
#ifndef GAIRO_STORE_LAW_MEANING_H
#define GAIRO_STORE_LAW_MEANING_H

/* True in SQL where a law that bears on what reduces a risk speaks of that risk: it has no links that say which risks it
 * addresses, or one to this. Both are expressions that give an id. */
#define LAW_MEANS(law, risk)                                                                                           \
    "(NOT EXISTS (SELECT 1 FROM link x WHERE x.item = " law " AND x.relation = 'addresses')"                           \
    " OR EXISTS (SELECT 1 FROM link x WHERE x.item = " law " AND x.relation = 'addresses' AND x.target = " risk "))"

#endif
