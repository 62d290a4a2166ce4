/* What the parts of a sheet share while it is composed. */
#ifndef GAIRO_SHEETS_COMPOSE_COMPOSITION_H
#define GAIRO_SHEETS_COMPOSE_COMPOSITION_H

#include "sheets/compose/xml_writer.h"
#include "sheets/sheets.h"
#include "sheets/templates.h"
#include "store/items.h"
#include "store/sources.h"
#include "store/ways.h"

#define SHEET_NAMESPACE "urn:gairo:sheet:1"

/* One item of the sheet. */
typedef struct Entry {
    Item *item;       /* owned; NULL where it is gone */
    const char *id;   /* borrowed from the request */
    const char *title;
    const char *note;   /* the user's words on the item; NULL where there are none, or they stay private */
    const char *remark; /* the user's words on it in this sheet; NULL where there are none, or they are not printed */
    const char *heading; /* that it stands under; NULL */
    SheetDepth depth;    /* how much is shown */
    bool noted;          /* its note and remark are written */
} Entry;

typedef struct Composition {
    Store *store;
    XmlWriter writer;
    const char *as_of; /* YYYY-MM-DD */
    const SheetTemplate *template;
    SheetNotes notes;  /* which of the user's words the entries have; not NOTES_AS_SAID */
    SheetDepth depth;  /* no item shows more than this */
    bool reasons;      /* but the reasons of its ratings and what acts on it, where the user has not cut it */
    bool telling_why;  /* of the item that is written */
    Entry *entries; /* in the order of the request, each id once */
    size_t entry_count;
    StringList references; /* in the order of first use: the first has number 1 */
    StringList bases;      /* the bases used */
    StringList sources;    /* the sources that what is shown comes from */
    SourceInfos infos;     /* all sources of the store */
    char *component_titles[COMPONENT_COUNT]; /* NULL until the first cell */
    bool has_cells;
} Composition;

/* Fills in entries and infos of a composition whose store is set. Fails as sheet_compose() does. */
bool composition_load(Composition *composition, const SheetRequest *request, Error *error);
void composition_free(Composition *composition);
/* The title asked for, else the sheet's, else one made of what is in it. The caller owns it. */
char *composition_title(const Composition *composition, const SheetRequest *request);
/* "This sheet holds 2 risks and no opportunities; …"; NULL where there are neither. The caller owns it. */
char *composition_balance(const Composition *composition);
/* How many items were not yet checked against the paper, as a sentence; NULL: none. The caller owns it. */
char *composition_unchecked(const Composition *composition);
/* The data's date: that of the source of the highest rank that has one. NULL where none has. */
const char *composition_data_date(const Composition *composition);

/* An entry where it stands in the order of a sheet. */
typedef struct PlacedEntry {
    const Entry *entry;
    const char *title; /* of its group: the user's heading, or that of its kind */
    bool first;        /* of its group */
} PlacedEntry;
/* Puts the entries that are there in the order of a sheet: the user's headings, then by kind. placed has room for all entries; returns
 * how many there are. */
size_t composition_place(const Composition *composition, PlacedEntry *placed);

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

/* Adds to the element that is open a work's authors and year in short, "Kapoor et al. (2024)", where pages are few: there its title stands
 * in the references alone. Nothing where the store does not know them. */
void write_work(Composition *composition, const char *id);

/* Begins a link element with its title; ended with xml_end(). title NULL: the id stands for it. */
void begin_link(Composition *composition, const char *id, Kind kind, const char *title);
/* What a link that answers or addresses a risk leads over, and the state of the law that does: a statement of the link that
 * cites nothing, since it follows from other links. Nothing for other links. */
bool write_way(Composition *composition, const Ways *ways, const ItemLink *link, Error *error);
/* What follows for a risk (store/consequences.h) as derived links; nothing for other kinds. */
bool write_consequences(Composition *composition, const Item *item, Error *error);

/* The groups of items: under the user's headings, those without one by kind. kinds: only of these. */
bool write_groups(Composition *composition, KindSet kinds, Error *error);
/* How many items of these kinds there are. */
size_t composition_count(const Composition *composition, KindSet kinds);

bool write_item(Composition *composition, const Entry *entry, Error *error);
/* note elements: the user's words on the item, and on it in this sheet. From then on they count as written. */
void write_notes(Composition *composition, const Entry *entry);
bool entry_has_note(const Entry *entry);
/* The same words in one text, those of the sheet first; NULL: none. The caller owns it. */
char *entry_note(const Entry *entry);
/* From which source an item's text is and under which licence, where that is not the shipped data set. */
void write_attribution(Composition *composition, const Item *item);

/* The parts of a sheet that the template asks for, from the first to the last (sheets/compose/templates.c). */
bool write_parts_of_template(Composition *composition, Error *error);

/* Each writes a section, or nothing where there is nothing to put in it. */
typedef bool SectionWriter(Composition *composition, Error *error);
SectionWriter section_actions, section_law, section_dates, section_register; /* tables */
SectionWriter section_areas, section_effects, section_openness;              /* charts */
SectionWriter section_matrix, section_models;
SectionWriter section_notes; /* what the user said of items that the template shows in rows alone: behind all that writes notes */
SectionWriter section_observations; /* what the observations of the sheet recompute from the cells, a table for each */
/* The table of a request, with what it cites. */
bool section_screen_table(Composition *composition, const ScreenTable *table, Error *error);
/* state, event and cells elements: what only laws and models have. */
bool write_state(Composition *composition, const Item *item, Error *error);
/* Which text of a law it is, and what was amended since, as a field. */
bool write_law_text(Composition *composition, const Item *item, Error *error);
void write_events(Composition *composition, const Item *item);
bool write_cells(Composition *composition, const Item *item, Error *error);
/* The names of the components, which are items themselves; an id where the store has no such item. */
bool load_component_titles(Composition *composition, Error *error);
/* The scale of the cells, from the store's levels; nothing where no cell was written. */
bool write_scale(Composition *composition, Error *error);

/* The attribute href of the element just begun, where the address may become a link; else nothing. */
void write_href(XmlWriter *writer, const char *url);
bool write_references(Composition *composition, Error *error);
void write_provenance(Composition *composition);

#endif
