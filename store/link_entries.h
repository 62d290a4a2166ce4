/* The links of one relation and direction as a page lists them: each other end once, with all that say so, and what many
 * links say in the same words once for all of them. */
#ifndef GAIRO_STORE_LINK_ENTRIES_H
#define GAIRO_STORE_LINK_ENTRIES_H

#include "store/items.h"

/* As many links that say the same words, with the same citation, share them. */
#define LINKS_IN_COMMON 3u
/* A page shows so many incidents for one reason; there may be hundreds. */
#define INCIDENTS_SHOWN 5u

typedef struct LinkEntry {
    const ItemLink *const *links; /* to the same other end, by the item's order; several where several sources say so */
    size_t count;
    size_t common; /* entries of the same number, one behind the other, have the words and citation of their first link
                      in common; 0: none */
    bool hidden;   /* an incident beyond INCIDENTS_SHOWN of those in common, or of those with words of their own */
    size_t more;   /* on the last one that is shown: how many are hidden behind it */
} LinkEntry;

/* Refers to the item's links and owns the rest. */
typedef struct LinkEntries {
    LinkEntry *entries; /* first those with words of their own, each in the item's order */
    size_t count;
    const ItemLink **links;
} LinkEntries;

/* links: count of an item's, one behind the other, of one relation and direction. */
LinkEntries link_entries(const ItemLink *links, size_t count);
void link_entries_free(LinkEntries *entries);
/* Whether all the links have the same citation. */
bool link_entries_have_one_citation(const LinkEntries *entries);
/* The words of an entry's links, each once, a line each; NULL where there are none. The caller owns them. */
char *link_entry_words(const LinkEntry *entry);

#endif
