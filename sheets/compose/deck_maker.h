/* What the parts of a deck share while it is composed. */
#ifndef GAIRO_SHEETS_COMPOSE_DECK_MAKER_H
#define GAIRO_SHEETS_COMPOSE_DECK_MAKER_H

#include "sheets/compose/composition.h"
#include "sheets/deck.h"

typedef struct DeckMaker {
    Composition composition; /* its writer is not used */
    Deck *deck;
} DeckMaker;

/* Adds an empty slide to the deck's last section. title is copied. The pointer holds until the next one is added. */
Slide *deck_add(DeckMaker *maker, SlideKind kind, const char *title);
/* Takes text over; NULL and "" add nothing. label (NULL: none) is copied. */
void slide_point_take(Slide *slide, const char *label, char *text);
void slide_point(Slide *slide, const char *label, const char *text);
/* Begins a section: the slides that follow are in it. */
void deck_section(DeckMaker *maker, const char *title);

/* A slide for an item, as far as its depth says. */
bool deck_add_item(DeckMaker *maker, const Entry *entry, Error *error);
/* Pictures of the risks and opportunities; of the models. Nothing where there are too few. */
void deck_add_balance(DeckMaker *maker);
bool deck_add_models(DeckMaker *maker, Error *error);
/* The dates of the laws. */
void deck_add_dates(DeckMaker *maker);

#endif
