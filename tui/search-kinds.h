/* What a search found, by kind. */
#ifndef GAIRO_TUI_SEARCH_KINDS_H
#define GAIRO_TUI_SEARCH_KINDS_H

#include "core/text.h"
#include "core/vocabulary.h"
#include "store/items.h"
#include "store/search.h"
#include "tui/canvas.h"

/* How many there are of each kind that the words find among what query selects: counted among the hits where these are all.
 * query gets the words as a condition where they are not. On failure counts stay as they were. */
bool search_kinds_count(Store *store, const char *words, const SearchHits *hits, Query *query, size_t counts[KIND_COUNT],
                        Error *error);
/* Draws "12 risks, 5 mitigations, 1 term" from the second row on, in as many lines as the screen has room for; returns how
 * many those are, at least 1. */
int search_kinds_draw(const size_t counts[KIND_COUNT], const Canvas *canvas);
/* Appends the same with names before numbers, "Risks: 12; Mitigations: 5", for a mode in lines. */
void search_kinds_append(const size_t counts[KIND_COUNT], Text *text);

#endif
