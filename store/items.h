/* Reading items and links. */
#ifndef GAIRO_STORE_ITEMS_H
#define GAIRO_STORE_ITEMS_H

#include "core/record.h"
#include "core/text.h"
#include "store/reviews.h"
#include "store/store.h"

/* A statement with where it is from and which source asserts it. */
typedef struct ItemField {
    char *name;
    char *value;
    char *text;
    char *named;       /* the title of the item whose id value is; NULL where it is none */
    Citation citation; /* filled: the item's first citation of that source where the field has none of its own */
    char *source;
} ItemField;

typedef struct ItemCitation {
    Citation citation;
    char *reference_title;
    char *source;
} ItemCitation;

/* One end of a link, seen from the item that was loaded. */
typedef struct ItemLink {
    char *relation;
    bool forward; /* true: this item has the link; false: id has it, to this item */
    char *id;     /* the other end */
    Kind kind;
    char *title;
    char *summary;
    char *text; /* why; may be NULL */
    Citation citation;
    char *source;
} ItemLink;

typedef struct ItemCell {
    size_t component; /* index into component_ids */
    char *value;
    char *licence;    /* as the source spells it; NULL */
    char *licence_id; /* NULL where the spelling is not known */
    char *guess;      /* NULL */
    char *text;       /* NULL */
    char *source;
} ItemCell;

typedef struct ItemEvent {
    char *date, *type, *text, *source;
} ItemEvent;

/* Owns everything in it. */
typedef struct Item {
    char *id;
    Kind kind;
    char *title;
    char *summary; /* NULL */
    char *summary_source; /* the title of the imported source in whose words the summary is, where the item is first another's; NULL */
    char *body;    /* NULL */
    char *digest;  /* of its texts: title, summary, body and the words of its fields; changes when any of them does */
    ItemField *fields;
    size_t field_count;
    ItemCitation *citations;
    size_t citation_count;
    ItemLink *links; /* ordered by relation (table order), forward first, then by the other's order and title */
    size_t link_count;
    ItemCell *cells; /* ordered by component, then source rank */
    size_t cell_count;
    ItemEvent *events; /* by date */
    size_t event_count;
    char *note; /* the user's own; NULL where there is none */
    bool in_basket;
    ItemReview review; /* how its text stands to what was checked */
} Item;

/* NULL with ERROR_NOT_FOUND (the message offers the nearest ids where there are some) or ERROR_STORE. Owned by the
 * caller. */
Item *item_load(Store *store, const char *id, Error *error);
/* The id itself, or what it has become: imports and the user's word decide which item it is that a source speaks of.
 * item_load() follows it. *now is the caller's; NULL where it fails. */
bool item_id_now(Store *store, const char *id, char **now, Error *error);
void item_free(Item *item);
/* The first field of that name, or NULL. */
const ItemField *item_field(const Item *item, const char *name);
/* True where both have the same name, value and text, whatever source says it. */
bool item_fields_say_same(const ItemField *one, const ItemField *other);
/* True where a field before it says the same. */
bool item_field_is_repeated(const Item *item, size_t field);
/* True where the summary is a part of the body, cut or whole, so that a page that has the body need not have both. */
bool item_summary_is_in_body(const Item *item);
/* Which part of the item we say ourselves, where another part is another's: "our own synthesis: all paragraphs, reasons
 * and ratings". A page has it before the body, whose words would else be taken for the other's. NULL where all of the
 * item is ours, or nothing is, or the sources do not tell the parts apart. The caller owns it. */
char *item_own_part(const Item *item);
/* True where the link before it has the same relation, direction and other end: several sources may say the same, and what
 * they say stands side by side. */
bool item_link_is_repeated(const Item *item, size_t link);
/* True where somebody looked at the item's words, as they are now, and found them right or wrong. */
bool item_is_reviewed(const Item *item);
/* True where the item has our words for the paper's (store/paper_words.h) and nobody held them, as they are now, against
 * the paper's text. */
bool item_is_unchecked(const Item *item);

/* One condition, as in --where FIELD=VALUE: stage, area, actor, region, jurisdiction, effect, evidence, basis, source,
 * component, level, licence, organisation, year, status, treatment, kind, review, search (words, as search() takes them), text (words that are in its title, summary, id, short name, jurisdiction, actors or organisations), words (paper, other), touched-by (a region, jurisdiction,
 * instrument or provision) and within (a stage; both follow links, see store/condition_scope.h), or a component's id. */
typedef struct Condition {
    char *field;
    char *value; /* an id, its slug ("safety-security") or a value */
} Condition;

/* What to list. Starts zeroed: everything, by kind, then in the data's order. Owns its strings. */
typedef struct Query {
    KindSet kinds;         /* 0: all */
    Condition *conditions; /* same field: or; different fields: and */
    size_t condition_count;
    char *sort; /* a field's name, "title", "id", "kind", "open" (how many components are fully open); NULL: the data's
                   order */
    bool descending;
    char *words; /* only items whose title, summary or id has these letters, case and accents folded; NULL: all */
    char *as_of; /* for status; NULL: today */
} Query;

/* Adds a condition. Fails with ERROR_USAGE where the field or a controlled value is not known (the message lists what
 * is). */
bool query_add_condition(Query *query, const char *field, const char *value, Error *error);
/* Splits "FIELD=VALUE" and adds it. */
bool query_parse_condition(Query *query, const char *text, Error *error);
/* Checks and sets the sort order from "[-]FIELD". */
bool query_set_sort(Query *query, const char *text, Error *error);
void query_copy(Query *to, const Query *from);
void query_free(Query *query); /* leaves it zeroed */

/* A row of a list: the item with the few columns lists show. Strings may be NULL where the item has no such thing. */
typedef struct ItemRow {
    char *id;
    Kind kind;
    char *title;
    char *summary;
    char *effect, *evidence;  /* risks, opportunities */
    bool thin_evidence;       /* of these: fewer than two references support it (item_thin_evidence()) */
    char *maturity;           /* mitigations */
    char *horizon;            /* recommendations */
    char *stages, *areas;     /* titles, joined with ", " */
    char *actors;             /* titles, joined with ", " */
    StringList stage_ids, area_ids, actor_ids;
    char *short_name;         /* instruments: what people call it */
    char *jurisdiction;       /* instruments, provisions: title */
    char *status, *treatment; /* instruments, provisions; status as of the query's date */
    char *released;           /* models */
    char *organisation;       /* models: title */
    char *framework;          /* framework-entries: title */
    char *year;               /* references, models */
    char *basis;              /* of the first citation */
    bool unchecked;           /* as item_is_unchecked() */
    ReviewState review_state;
    char *review;             /* review_words(), but NULL where nobody marked it */
    int open, applicable;     /* models: components fully open, and those that apply (known) */
    int links;                /* number of links, both directions */
    bool in_basket;
    bool has_note; /* the user wrote one on it */
} ItemRow;

typedef struct ItemRows {
    ItemRow *rows;
    size_t count;
} ItemRows;

bool items_list(Store *store, const Query *query, ItemRows *rows, Error *error);
void item_rows_free(ItemRows *rows);

/* The number of items of each kind that query selects (NULL: of all). Its conditions on status are left out. */
bool items_count(Store *store, const Query *query, size_t counts[KIND_COUNT], Error *error);
/* Adds the ids that query selects, in the order of their bytes. Its conditions on status are left out. */
bool items_selected(Store *store, const Query *query, StringList *ids, Error *error);

/* One row of the stage-and-area picture, in the data's order. */
typedef struct AreaCount {
    char *area_id, *area_title;
    StringList stages; /* ids */
    bool long_term;
    int risks, opportunities;
} AreaCount;
typedef struct AreaCounts {
    AreaCount *rows;
    size_t count;
} AreaCounts;
/* Of the areas, risks and opportunities that query selects (NULL: of all). */
bool area_counts(Store *store, const Query *query, AreaCounts *counts, Error *error);
void area_counts_free(AreaCounts *counts);

#endif
