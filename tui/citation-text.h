/* Provenance in a few words. */
#ifndef GAIRO_TUI_CITATION_TEXT_H
#define GAIRO_TUI_CITATION_TEXT_H

#include "store/items.h"

#include <stdbool.h>

/* The name of a basis as screens show it ("paper, unchecked"), or NULL for NULL. Points into the vocabulary, or at
 * name. */
const char *basis_title(const char *name);
/* "literature · qi2023finetuning, section 3"; our own synthesis is named without its reference. The caller owns it. */
char *citation_text(const Citation *citation);
bool citation_same(const Citation *a, const Citation *b);
/* The note for a statement of an item: where it is from, or NULL where that is what the whole item is from. The caller
 * owns it. */
char *citation_note(const Item *item, const Citation *citation);

#endif
