/* What every screen is narrowed to: a term, a law, the paper's frame. */
#ifndef GAIRO_TUI_SCOPE_H
#define GAIRO_TUI_SCOPE_H

#include "core/text.h"
#include "core/vocabulary.h"
#include "store/scope.h"
#include "tui/actions.h"
#include "tui/document.h"
#include "tui/explorer.h"

/* Starts zeroed: everything. Owns its strings. */
typedef struct Scope {
    char *stage, *stage_title; /* the horizon; NULL: all terms */
    char *law, *law_title;     /* a region, jurisdiction, instrument or provision; NULL: no lens */
    bool paper_only;           /* what is beyond the paper's frame is hidden */
} Scope;

void scope_free(Scope *scope);

/* Narrows query to the explorer's scope with ordinary conditions (within, touched-by, frame) and, where it has none,
 * gives it the explorer's day. Lists of nothing but what no law is linked to (models, references) are left to the lens.
 * Every list of items on the screen goes through it. */
bool explorer_query(Explorer *explorer, Query *query, Error *error);
/* The query of those kinds in the explorer's scope. To be freed with query_free(), after failure too. */
bool explorer_query_kinds(Explorer *explorer, KindSet kinds, Query *query, Error *error);
/* Appends the arguments ("--where within=stage.long") that narrow a gairo call to the scope as it narrows those kinds, and
 * "--as-of DAY" where the explorer has one. */
void explorer_append_scope(Explorer *explorer, KindSet kinds, Text *text);
bool explorer_has_scope(const Explorer *explorer);
/* True where every screen is seen through a law. */
bool explorer_has_lens(const Explorer *explorer);
/* True where a law or a term hides a part of the paper's frame, so that an empty field says nothing about the paper. */
bool explorer_narrows_frame(const Explorer *explorer);
/* Appends the scope in words ("long term, EU AI Act, paper's frame"); nothing where there is none. */
void explorer_scope_text(const Explorer *explorer, Text *text);
/* The same for the title of a view: "only long term"; where no law names what it lists, that is said in place of the law. */
void explorer_scope_title(const Explorer *explorer, const View *view, Text *text);
/* Why a list of those kinds (0: of many) is empty: plain where there is no scope, else what the scope hides and the key
 * that clears it. The caller owns it. */
char *explorer_nothing(const Explorer *explorer, KindSet kinds, const char *plain);
/* Makes the links of a page that lead out of the scope quiet, with a word. */
void explorer_mark_scope(Explorer *explorer, Document *document);

/* Sets the lens (NULL: none) or the horizon (NULL: all terms). ERROR_NOT_FOUND where there is no such item, or it is
 * none to look through. */
bool explorer_set_law(Explorer *explorer, const char *id, Error *error);
bool explorer_set_stage(Explorer *explorer, const char *id, Error *error);
void explorer_set_paper_only(Explorer *explorer, bool paper_only);
void explorer_clear_scope(Explorer *explorer);
/* Does what an action of the scope's stands for, item being what has the focus (NULL: nothing); false where it is none
 * of the scope's. */
bool scope_action(Explorer *explorer, Action action, const char *item);

#endif
