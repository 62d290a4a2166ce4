#include "config.h"

#include "tui/scope.h"

#include "core/memory.h"
#include "core/unicode.h"
#include "tui/explorer-state.h"
#include "tui/views.h"

#include <stdlib.h>
#include <string.h>

#define LAW_COLUMNS_MAX 24 /* of its name in the title line */

void scope_free(Scope *scope)
{
    free(scope->stage);
    free(scope->stage_title);
    free(scope->law);
    free(scope->law_title);
    *scope = (Scope){0};
}

bool explorer_has_lens(const Explorer *explorer)
{
    return explorer->scope.law != NULL;
}

bool explorer_narrows_frame(const Explorer *explorer)
{
    return explorer->scope.stage != NULL || explorer->scope.law != NULL;
}

bool explorer_has_scope(const Explorer *explorer)
{
    const Scope *scope = &explorer->scope;
    return scope->stage != NULL || scope->law != NULL || scope->paper_only;
}

bool explorer_query(Explorer *explorer, Query *query, Error *error)
{
    const Scope *scope = &explorer->scope;
    bool lens = scope->law != NULL && (query->kinds == 0 || (query->kinds & SCOPE_LAW_KINDS) != 0);
    if (query->as_of == NULL) {
        query->as_of = string_copy(explorer_as_of(explorer));
    }
    return (scope->stage == NULL || query_add_condition(query, "within", scope->stage, error)) &&
           (!lens || query_add_condition(query, "touched-by", scope->law, error)) &&
           (!scope->paper_only || query_add_condition(query, "frame", "paper", error));
}

bool explorer_query_kinds(Explorer *explorer, KindSet kinds, Query *query, Error *error)
{
    *query = (Query){.kinds = kinds};
    return explorer_query(explorer, query, error);
}

void explorer_append_scope(Explorer *explorer, KindSet kinds, Text *text)
{
    Query query;
    if (explorer_query_kinds(explorer, kinds, &query, NULL)) {
        view_append_query(text, &query);
    }
    query_free(&query);
}

static void append_scope(const Scope *scope, bool with_law, Text *text)
{
    char *law = scope->law == NULL || !with_law ? NULL : text_fit(scope->law_title, LAW_COLUMNS_MAX);
    const char *parts[] = {scope->stage_title, law, scope->paper_only ? "paper's frame" : NULL};
    bool first = true;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (parts[i] != NULL) {
            text_append_format(text, "%s%s", first ? "" : ", ", parts[i]);
            first = false;
        }
    }
    free(law);
}

void explorer_scope_text(const Explorer *explorer, Text *text)
{
    append_scope(&explorer->scope, true, text);
}

void explorer_scope_title(const Explorer *explorer, const View *view, Text *text)
{
    const Scope *scope = &explorer->scope;
    bool lawless = scope->law != NULL && view->operations->lawless != NULL && view->operations->lawless(view);
    bool narrowed = scope->stage != NULL || scope->paper_only || (scope->law != NULL && !lawless);
    if (narrowed) {
        text_append(text, "only ");
        append_scope(scope, !lawless, text);
    }
    if (lawless) {
        text_append_format(text, "%sno law names these", narrowed ? ", " : "");
    }
}

char *explorer_nothing(const Explorer *explorer, KindSet kinds, const char *plain)
{
    const Scope *scope = &explorer->scope;
    bool lens = scope->law != NULL && (kinds == 0 || (kinds & SCOPE_LAW_KINDS) != 0);
    Text text = {0};
    char key[24];
    if (scope->stage == NULL && !lens && !scope->paper_only) {
        return string_copy(plain);
    }
    text_append(&text, "Nothing");
    if (scope->paper_only) {
        text_append(&text, " in the paper's frame");
    }
    if (scope->stage != NULL) {
        text_append_format(&text, " of the term “%s”", scope->stage_title);
    }
    if (lens) {
        text_append_format(&text, " that “%s” touches", scope->law_title);
    }
    action_key(&explorer->settings.keys, ACTION_SCOPE_CLEAR, false, key, sizeof key);
    text_append_format(&text, ". %s shows everything.", key);
    return text_take(&text);
}

static int compare_words(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Which of the items that the links of a document lead to are in the scope: far fewer than all. */
static bool find_targets(Explorer *explorer, const Document *document, StringList *inside, Error *error)
{
    Query query = {.kinds = SCOPE_LAW_KINDS | KIND_BIT(KIND_OBSERVATION)};
    bool done = true, any = false;
    for (size_t i = 0; done && i < document->count; i++) {
        const Block *block = &document->blocks[i];
        if (block->kind == BLOCK_LINK && block->target != NULL && (id_kinds(block->target) & query.kinds) != 0) {
            done = query_add_condition(&query, "id", block->target, error);
            any = true;
        }
    }
    done = done && (!any || (explorer_query(explorer, &query, error) &&
                             items_selected(explorer->store, &query, inside, error)));
    query_free(&query);
    return done;
}

static bool is_inside(Explorer *explorer, const StringList *inside, const char *id)
{
    KindSet narrowed = SCOPE_LAW_KINDS | (explorer->scope.paper_only ? KIND_BIT(KIND_OBSERVATION) : 0);
    return (id_kinds(id) & narrowed) == 0 ||
           (inside->count > 0 &&
            bsearch(&id, inside->items, inside->count, sizeof *inside->items, compare_words) != NULL);
}

void explorer_mark_scope(Explorer *explorer, Document *document)
{
    StringList inside = {0};
    Error error = {0};
    bool known = explorer_has_scope(explorer) && find_targets(explorer, document, &inside, &error);
    for (size_t i = 0; known && i < document->count; i++) {
        Block *block = &document->blocks[i];
        if (block->kind == BLOCK_LINK && block->target != NULL && !is_inside(explorer, &inside, block->target)) {
            char *note = block->note == NULL ? string_copy("outside the scope")
                                             : string_format("outside the scope; %s", block->note);
            free(block->note);
            block->note = note;
            block->style = STYLE_QUIET;
        }
    }
    string_list_free(&inside);
    error_clear(&error);
}

/* Every screen is to be asked for anew. */
static void changed(Explorer *explorer)
{
    Text words = {0};
    history_forget_generations(&explorer->history);
    explorer->redraw = true;
    explorer_scope_text(explorer, &words);
    if (words.length > 0) {
        explorer_message(explorer, "Every screen now shows: %s.%s", words.data,
                         explorer->scope.law == NULL ? "" : " No law names models or references: their lists stay whole.");
    } else {
        explorer_message(explorer, "Every screen shows everything.");
    }
    text_free(&words);
}

/* What an item is called in the title line. The caller owns it. */
static char *short_title(const Item *item)
{
    const ItemField *name = item_field(item, "short-name");
    return string_copy(name != NULL && name->value != NULL ? name->value : item->title);
}

#define LENSES                                                                                                         \
    (KIND_BIT(KIND_REGION) | KIND_BIT(KIND_JURISDICTION) | KIND_BIT(KIND_INSTRUMENT) | KIND_BIT(KIND_PROVISION))

/* Puts the item's id and name into *id and *title; NULL takes them away. */
static bool set_item(Explorer *explorer, const char *item_id, bool law, char **id, char **title, Error *error)
{
    Item *item = item_id == NULL ? NULL : item_load(explorer->store, item_id, error);
    if (item_id != NULL && item == NULL) {
        return false;
    }
    if (item != NULL && (KIND_BIT(item->kind) & (law ? LENSES : KIND_BIT(KIND_STAGE))) == 0) {
        error_set(error, ERROR_NOT_FOUND, law ? "\"%s\" is no law, place or region" : "\"%s\" is no stage", item_id);
        item_free(item);
        return false;
    }
    char *new_id = string_copy(item == NULL ? NULL : item->id);
    free(*id);
    free(*title);
    *id = new_id;
    *title = item == NULL ? NULL : short_title(item);
    item_free(item);
    changed(explorer);
    return true;
}

bool explorer_set_law(Explorer *explorer, const char *id, Error *error)
{
    return set_item(explorer, id, true, &explorer->scope.law, &explorer->scope.law_title, error);
}

bool explorer_set_stage(Explorer *explorer, const char *id, Error *error)
{
    return set_item(explorer, id, false, &explorer->scope.stage, &explorer->scope.stage_title, error);
}

void explorer_set_paper_only(Explorer *explorer, bool paper_only)
{
    explorer->scope.paper_only = paper_only;
    changed(explorer);
}

void explorer_clear_scope(Explorer *explorer)
{
    scope_free(&explorer->scope);
    changed(explorer);
}

/* From all terms to the first one, and on to the next. */
static void next_stage(Explorer *explorer)
{
    const char *current = explorer->scope.stage;
    ItemRows stages = {0};
    Error error = {0};
    if (items_list(explorer->store, &(Query){.kinds = KIND_BIT(KIND_STAGE)}, &stages, &error)) {
        size_t next = 0;
        for (size_t i = 0; current != NULL && i < stages.count; i++) {
            next = strcmp(stages.rows[i].id, current) == 0 ? i + 1 : next;
        }
        explorer_set_stage(explorer, next < stages.count ? stages.rows[next].id : NULL, &error);
    }
    item_rows_free(&stages);
    explorer_report(explorer, &error);
}

/* The law that has the focus; where it is the lens already that is taken off. */
static void take_law(Explorer *explorer, const char *item)
{
    Error error = {0};
    if (item == NULL || (id_kinds(item) & LENSES) == 0) {
        explorer_message(explorer, "Open or focus a law, one of its provisions, a place or a region first.");
        return;
    }
    bool same = explorer->scope.law != NULL && strcmp(explorer->scope.law, item) == 0;
    explorer_set_law(explorer, same ? NULL : item, &error);
    explorer_report(explorer, &error);
}

bool scope_action(Explorer *explorer, Action action, const char *item)
{
    switch (action) {
    case ACTION_HORIZON:
        next_stage(explorer);
        return true;
    case ACTION_LAW_LENS:
        explorer_open(explorer, lens_view_new(explorer));
        return true;
    case ACTION_LAW_TAKE:
        take_law(explorer, item);
        return true;
    case ACTION_PAPER_ONLY:
        explorer_set_paper_only(explorer, !explorer->scope.paper_only);
        return true;
    case ACTION_SCOPE_CLEAR:
        explorer_clear_scope(explorer);
        return true;
    default:
        return false;
    }
}
