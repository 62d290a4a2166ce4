/* Sections with a table or a chart: the elements of docs/outputs.md. */
#ifndef GAIRO_SHEETS_COMPOSE_TABLE_H
#define GAIRO_SHEETS_COMPOSE_TABLE_H

#include "sheets/compose/composition.h"

/* A section with its heading; ended with xml_end(). */
void section_begin(Composition *composition, const char *name, const char *title);

typedef struct TableColumnText {
    const char *title;
    unsigned share; /* of the width, in parts of the sum */
} TableColumnText;
/* A table with its head; ended with xml_end(). title is its caption. */
void table_begin(Composition *composition, const char *title, const TableColumnText *columns, size_t count);
/* A row about an item (NULL: none); ended with xml_end(). */
void row_begin(Composition *composition, const char *id);
/* A cell of the row with text (NULL: nothing); may be ended late, with value_begin() and xml_end(), to hold cites. */
void row_value(Composition *composition, const char *text);
void value_begin(Composition *composition, const char *text);
/* The same of a text that it takes over and frees. */
void take_value(Composition *composition, char *text);
/* A cell with an item's title and where it is from. */
void write_title_value(Composition *composition, const Item *item);
/* Where an item as a whole is from: the cites of its own citations. */
void write_item_cites(Composition *composition, const Item *item);

/* A chart of stacked horizontal bars: series are what is counted, each bar an amount for each of them. Ended with xml_end(). */
void chart_begin(Composition *composition, const char *title, const char *unit, const char *const *series, size_t count);
void chart_bar(Composition *composition, const char *title, const size_t *amounts, size_t count);

/* The words of a choice field: "raises this risk"; NULL where the item has no such field. The caller owns it. */
char *choice_words(const Item *item, const char *field);
/* The titles at the other end of the links of a relation, each once, joined by "; "; where there are more than most (0: no bound), the
 * first and how many more. The caller owns it; NULL: none. */
char *link_titles(const Item *item, const char *relation, bool forward, size_t most);

/* How open a component of a model is. */
typedef enum Openness { OPEN, SEMI_OPEN, CLOSED, UNKNOWN, NOT_APPLICABLE, OPENNESS_COUNT } Openness;
/* NULL: unknown. */
Openness openness_of_cell(const ItemCell *cell);
/* The cell of a component that counts: the first, which is of the source of the lowest rank; NULL where there is none. */
const ItemCell *cell_of(const Item *item, size_t component);

/* One date of a law of the sheet. */
typedef struct LawDate {
    const ItemEvent *event; /* borrowed from the item */
    const Item *item;
    size_t sequence;
} LawDate;
/* All dates of the sheet's laws, the earliest first. The caller frees the array; NULL where there are none. */
LawDate *law_dates(const Composition *composition, size_t *count);

#endif
