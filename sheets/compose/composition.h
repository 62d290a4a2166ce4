/* What the parts of a sheet share while it is composed. */
#ifndef GAIRO_SHEETS_COMPOSE_COMPOSITION_H
#define GAIRO_SHEETS_COMPOSE_COMPOSITION_H

#include "sheets/compose/xml_writer.h"
#include "sheets/sheets.h"
#include "store/items.h"

#define SHEET_NAMESPACE "urn:gairo:sheet:1"

/* One item of the sheet. */
typedef struct Entry {
    Item *item;       /* owned; NULL where it is gone */
    const char *id;   /* borrowed from the request */
    const char *title;
    const char *note; /* the user's words; NULL */
} Entry;

typedef struct Composition {
    Store *store;
    XmlWriter writer;
    const char *as_of; /* YYYY-MM-DD */
    Entry *entries; /* in the order of the request, each id once */
    size_t entry_count;
    StringList references; /* in the order of first use: the first has number 1 */
    StringList bases;      /* the bases used */
    StringList sources;    /* the sources that what is shown comes from */
    char *component_titles[COMPONENT_COUNT]; /* NULL until the first cell */
    bool has_cells;
} Composition;

/* The entry's item where the id is in the sheet (and there), else NULL. */
const Item *composition_item(const Composition *composition, const char *id);
/* The number of a reference, which it gets at its first use. */
size_t reference_number(Composition *composition, const char *id);
/* Notes that something of that source is shown. NULL is allowed. */
void use_source(Composition *composition, const char *source);
/* What a citation stands for: a mark is on an item's texts, not on its links. */
typedef enum CiteOf {
    CITE_OF_ITEM,  /* the item as a whole */
    CITE_OF_FIELD,
    CITE_OF_OTHER, /* a link of it, or something else */
} CiteOf;
/* Writes a cite element. item NULL: there is none to compare with. It is its own where it says something else than the
 * item's own citations do. */
void write_cite(Composition *composition, const Citation *citation, const Item *item, CiteOf of);

/* Begins a link element with its title; ended with xml_end(). title NULL: the id stands for it. */
void begin_link(Composition *composition, const char *id, Kind kind, const char *title);
/* What follows for a risk (store/consequences.h) as derived links; nothing for other kinds. */
bool write_consequences(Composition *composition, const Item *item, Error *error);

bool write_item(Composition *composition, const Entry *entry, Error *error);
/* state, event and cells elements: what only laws and models have. */
bool write_state(Composition *composition, const Item *item, Error *error);
void write_events(Composition *composition, const Item *item);
bool write_cells(Composition *composition, const Item *item, Error *error);
/* The scale of the cells, from the store's levels; nothing where no cell was written. */
bool write_scale(Composition *composition, Error *error);

bool write_references(Composition *composition, Error *error);
bool write_provenance(Composition *composition, Error *error);

#endif
