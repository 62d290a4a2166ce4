/* The law's own text: provisions with the field text-version, which importers make of official texts. What is said here
 * of an article hangs on it by the relation text-of. */
#ifndef GAIRO_STORE_LAW_TEXT_H
#define GAIRO_STORE_LAW_TEXT_H

#include "core/text.h"
#include "store/items.h"

/* Which text an item is, as its page is headed; NULL each where there is nothing to say. */
typedef struct LawText {
    char *version; /* "Official Journal of the European Union, L, 2024/1689, published 2024-07-12" */
    /* "Amended since: Art. 25(4) by Digital Omnibus on AI (2026-07-27). Here ..."; of an instrument: any. What lies after
     * the day that is looked at begins with "Amended later: ". */
    char *amended;
} LawText;

/* Looks what text the item is, and what was amended after it: by links "amends" to its instrument whose locator names
 * the article, or by events "amended" of what is said of it here. as_of: the day (NULL: today). All NULL for other
 * items. Fails as the store does. */
bool law_text_of(Store *store, const Item *item, const char *as_of, LawText *text, Error *error);
void law_text_free(LawText *text);

/* The law's own texts that provisions are about: where a page names a provision, its full text is one step away. Starts
 * zeroed. */
typedef struct FullText {
    char *of; /* the provision that is about it */
    char *id, *title;
} FullText;
typedef struct FullTexts {
    FullText *texts;
    size_t count;
} FullTexts;
/* Adds those of a provision, by id; of others there are none. */
bool full_texts_add(Store *store, const char *provision, FullTexts *texts, Error *error);
void full_texts_free(FullTexts *texts); /* leaves it zeroed */

/* The provisions of an instrument that say something of whole ("Art. 53"), or a part of it, and are not the law's own
 * text: their ids, in the data's order. source: one whose own records do not count; NULL: none. */
bool law_text_said_of(Store *store, const char *instrument, const char *whole, const char *source, StringList *ids,
                      Error *error);

#endif
