/* Inside store/ only: what --where knows, and how a query selects items. */
#ifndef GAIRO_STORE_CONDITION_H
#define GAIRO_STORE_CONDITION_H

#include "store/database.h"
#include "store/items.h"

typedef enum ConditionValue {
    VALUE_ID,     /* an item of the kinds in targets: its id, its slug or its title */
    VALUE_SOURCE, /* a source's id, or a reference or an instrument */
    VALUE_CHOICE, /* a choice of a field */
    VALUE_BASIS,
    VALUE_COMPONENT, /* a component's id */
    VALUE_CELL,      /* a cell's value or level; the field is a component's id */
    VALUE_LEVEL,     /* "C3" */
    VALUE_LICENCE,
    VALUE_YEAR,
    VALUE_STATUS, /* a state of a law: selected in C, by date */
    VALUE_KIND,
    VALUE_ITEM,   /* an item's id, whether there is one or not */
    VALUE_REVIEW, /* a name of a state of review */
    VALUE_SEARCH, /* words, as search() takes them */
    VALUE_TEXT,   /* words: each is looked for on its own, folded */
    VALUE_FRAME,  /* "paper", "beyond" */
    VALUE_WORDS,  /* "paper", "other" */
} ConditionValue;

typedef struct ConditionDefinition {
    const char *field;
    ConditionValue value;
    KindSet targets;
    /* True for the items i that meet it. @value, @field, @sources and @components stand for what is bound or listed, @set
     * for the number of the set. NULL: not decided by SQL. */
    const char *sql;
} ConditionDefinition;

/* Fills *definition for a field's name; false where there is none such. */
bool condition_find(const char *field, ConditionDefinition *definition);
/* The literal that puts the set of items that the field's condition asks for into the temporary table kept, for kept_set();
 * NULL where it asks for none. */
const char *condition_set(const char *field);
/* Adds all the names but the components' ids. */
void condition_names(StringList *names);
/* True where a law's state is what a condition on "status" asks for. */
bool condition_status_matches(const char *value, const char *state);

/* Puts the ids of the items that query (NULL: all) selects into the temporary table selection, positions from 1 in no
 * particular order. kinds overrides the query's where it is not 0. Conditions on status are left to the caller. */
bool selection_make(Store *store, const Query *query, KindSet kinds, Error *error);
/* The same of the items of a list. */
bool selection_make_of(Store *store, const ItemRows *rows, Error *error);
/* Opens head, which asks about items i ("SELECT … FROM item i"), " WHERE " with all that the query asks of them, and tail, for
 * what needs no more than to go through them once: nothing is put into the temporary table, unless the query asks for states
 * of laws. The query's words and order are ignored. To be closed where it gives true. */
bool selection_ask(Store *store, const Query *query, const char *head, const char *tail, Statement *statement, Error *error);
/* True where the temporary table selection holds what query's kinds and conditions select. */
bool selection_is_made(Store *store, const Query *query);
/* True where the query asks for states of laws, which selection_make() leaves to the caller. */
bool selection_asks_for_status(const Query *query);
/* The sources whose cells count for a query: those of its conditions on source that are sources, else "openness". */
bool selection_sources(Store *store, const Query *query, StringList *sources, Error *error);
/* Appends "?N, ?N+1" for count parameters from number first. */
void selection_parameters(Text *sql, size_t first, size_t count);

/* Up to three ids (of those kinds; 0: all) that look like this one: " (is it \"…\"?)", or "" where none does. The
 * caller owns it. */
char *nearest_text(Store *store, const char *id, KindSet kinds);
/* The same of a word among names. The caller owns it. */
char *nearest_name_text(const char *word, const StringList *names);
/* The ids of those kinds: "; there are \"…\", \"…\"", or "" where there are none; of more than a line holds only the first. The caller owns
 * it. */
char *all_text(Store *store, KindSet kinds);
/* What FTS5 is asked for the words; of no words what nothing matches. The caller owns it (store/search.c). */
char *search_expression(const char *words);
/* Text as in an id: lower case, what is neither letter nor digit (nor . + _) a hyphen. The caller owns it. */
char *slug_of(const char *text);

#endif
