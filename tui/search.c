/* Search over everything as one types. The line of words and the list of what was found have the focus in turn. */
#include "config.h"

#include "core/memory.h"
#include "core/unicode.h"
#include "store/search.h"
#include "tui/explorer.h"
#include "tui/facet-pane.h"
#include "tui/line-edit.h"
#include "tui/list.h"
#include "tui/preview.h"
#include "tui/scope.h"
#include "tui/search-kinds.h"
#include "tui/table-of.h"
#include "tui/views.h"

#include <stdlib.h>
#include <string.h>

#define HITS_MAX 200u
#define SNIPPETS_AROUND 24 /* where the list was not drawn yet */
#define PREVIEW_FROM_COLUMNS 100

typedef struct SearchView {
    View view;
    LineEdit edit;
    bool typing; /* the line of words has the focus */
    SearchHits hits;
    char *asked;          /* what they answer; NULL: nothing was asked yet */
    long long generation; /* of the database then */
    size_t counts[KIND_COUNT], total; /* of all that was found, listed or not */
    List list;
    Preview preview;
    FacetPane facets;
    Canvas line; /* of the words, when last drawn */
} SearchView;

enum { COLUMN_TITLE, COLUMN_KIND };

static const ListColumn columns[] = {
    {.title = "found", .width = 0},
    {.title = "kind", .width = 15, .from_width = 44},
};

static const char *row_id(void *context, size_t row)
{
    return ((SearchView *)context)->hits.hits[row].id;
}

static ListCell cell(void *context, size_t row, size_t column)
{
    const SearchHit *hit = &((SearchView *)context)->hits.hits[row];
    return column == COLUMN_TITLE ? (ListCell){hit->title, STYLE_NORMAL}
                                  : (ListCell){kind_definition(hit->kind)->title, STYLE_QUIET};
}

static bool marked(void *context, size_t row)
{
    return ((SearchView *)context)->hits.hits[row].in_basket;
}

static const char *snippet_of(const SearchView *found, size_t row)
{
    const char *snippet = found->hits.hits[row].snippet;
    return snippet == NULL ? "" : snippet;
}

/* Reads the snippets of the rows that can come into sight next: there are many more hits than a screen shows. In another order
 * than they were found in, any may. */
static bool load_snippets(SearchView *found, Error *error)
{
    const List *list = &found->list;
    size_t around = list->area.rows > SNIPPETS_AROUND ? (size_t)list->area.rows : SNIPPETS_AROUND;
    size_t first = list->selected < list->top ? list->selected : list->top;
    size_t last = list->selected < list->top ? list->top : list->selected;
    bool all = list->sort_column >= 0 || explorer_is_plain(found->view.explorer);
    first = all || first < around ? 0 : first - around;
    return search_snippets(explorer_store(found->view.explorer), line_edit_text(&found->edit), &found->hits, first,
                           all ? found->hits.count : last + around - first, error);
}

/* The words around the match, with what matched set off. */
static void draw_snippet(void *context, size_t row, const Canvas *line)
{
    const char *rest = snippet_of(context, row);
    const char marks[] = {SEARCH_MARK_BEGIN, SEARCH_MARK_END, '\0'};
    bool matched = false;
    int at = 2;
    while (*rest != '\0') {
        size_t length = strcspn(rest, marks);
        char *raw = string_copy_bytes(rest, length);
        at += canvas_text(line, 0, at, matched ? STYLE_MATCH : STYLE_QUIET, raw);
        free(raw);
        rest += length;
        if (*rest != '\0') {
            matched = *rest++ == SEARCH_MARK_BEGIN;
        }
    }
}

/* Behind the kind, where it was found. */
static bool spoken(void *context, size_t row, size_t column, Text *text)
{
    SearchView *found = context;
    const SearchHit *hit = &found->hits.hits[row];
    if (column != COLUMN_KIND) {
        return false;
    }
    const char *snippet = snippet_of(found, row);
    text_append_format(text, "kind: %s", kind_definition(hit->kind)->title);
    text_append(text, *snippet == '\0' ? "" : "; found in: ");
    for (const char *at = snippet; *at != '\0'; at++) {
        if (*at != SEARCH_MARK_BEGIN && *at != SEARCH_MARK_END) {
            text_append_character(text, *at);
        }
    }
    return true;
}

static const ListOperations list_operations = {
    .id = row_id, .cell = cell, .spoken = spoken, .below = draw_snippet, .marked = marked};

/* Counts all that was found, not only what is listed, before it is narrowed by facets, by what it differs in. */
static bool load_facets(SearchView *found, Error *error)
{
    Query of_hits = {0};
    const char *words = line_edit_text(&found->edit);
    /* A hyphen is no word: nothing is found by it. */
    bool done = query_add_condition(&of_hits, "search", *words == '\0' ? "-" : words, error) &&
                facet_pane_load(&found->facets, found->view.explorer, &of_hits, error);
    query_free(&of_hits);
    return done;
}

/* The words and what narrows them. The caller owns it. */
static char *asked(const SearchView *found, const Query *query)
{
    Text text = {0};
    text_append(&text, line_edit_text(&found->edit));
    for (size_t i = 0; i < query->condition_count; i++) {
        text_append_format(&text, "\n%s=%s", query->conditions[i].field, query->conditions[i].value);
    }
    text_append_format(&text, "\n%s", query->as_of == NULL ? "" : query->as_of);
    return text_take(&text);
}

static bool find(SearchView *found, Query *query, Error *error)
{
    Store *store = explorer_store(found->view.explorer);
    const char *words = line_edit_text(&found->edit);
    SearchHits hits = {0};
    if (!search_titles(store, words, query, HITS_MAX, &hits, error) ||
        !search_kinds_count(store, words, &hits, query, found->counts, error)) {
        search_hits_free(&hits);
        return false;
    }
    SearchHits old = found->hits;
    found->total = 0;
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        found->total += found->counts[kind];
    }
    found->hits = hits;
    list_set_rows(&found->list, hits.count);
    search_hits_free(&old);
    return true;
}

/* Facets come and go beside what is found already. */
static bool recalculate(View *view, Error *error)
{
    SearchView *found = (SearchView *)view;
    Query query;
    bool done = explorer_query_kinds(view->explorer, 0, &query, error) && load_facets(found, error) &&
                facet_pane_narrow(&found->facets, &query, error);
    long long generation = store_generation(explorer_store(view->explorer));
    char *question = done ? asked(found, &query) : NULL;
    bool same = done && generation == found->generation && string_compare(question, found->asked) == 0;
    if (done && !same) {
        done = find(found, &query, error);
        free(found->asked);
        found->asked = done ? string_copy(question) : NULL;
        found->generation = generation;
    }
    free(question);
    query_free(&query);
    return done && load_snippets(found, error) &&
           preview_show(&found->preview, view->explorer, list_selected_id(&found->list), !same, error);
}

/* What depends on the selected row follows it. */
static void follow_selection(SearchView *found)
{
    Error error = {0};
    if (load_snippets(found, &error)) {
        preview_show(&found->preview, found->view.explorer, list_selected_id(&found->list), false, &error);
    }
    explorer_report(found->view.explorer, &error);
}

/* The best hit is selected again whenever the words change. A search that takes long gives way to the next key. */
static ViewFlags words_changed(SearchView *found)
{
    free(found->list.selected_id);
    found->list.selected_id = NULL;
    found->list.selected = 0;
    explorer_stop_at_any_key(found->view.explorer, true);
    return VIEW_RECALCULATE;
}

static ViewFlags focus(SearchView *found, bool typing)
{
    found->typing = typing || found->list.visible_count == 0;
    return VIEW_REDRAW;
}

static ViewFlags key(View *view, Key pressed)
{
    SearchView *found = (SearchView *)view;
    if (!found->typing) {
        return VIEW_IGNORED;
    }
    switch (pressed) {
    case KEY_ESCAPE:
        return VIEW_LEAVE;
    case KEY_TAB:
    case INPUT_DOWN:
        return focus(found, false);
    case INPUT_PAGE_DOWN:
        found->typing = found->list.visible_count == 0;
        return list_handle(&found->list, ACTION_PAGE_DOWN) | VIEW_REDRAW;
    case KEY_RETURN:
        if (list_selected_id(&found->list) != NULL) {
            explorer_open_item(view->explorer, list_selected_id(&found->list));
        }
        return VIEW_HANDLED;
    case INPUT_BACKSPACE:
        if (found->edit.text.length == 0) {
            return VIEW_LEAVE;
        }
        break;
    default:
        break;
    }
    switch (line_edit_key(&found->edit, pressed)) {
    case EDIT_CHANGED:
        return words_changed(found);
    case EDIT_MOVED:
        return VIEW_REDRAW;
    case EDIT_IGNORED:
        break;
    }
    return VIEW_IGNORED;
}

static ViewFlags handle(View *view, Action action, Key pressed)
{
    SearchView *found = (SearchView *)view;
    (void)pressed;
    ViewFlags chosen = facet_pane_handle(&found->facets, view->explorer, action);
    if (chosen != VIEW_IGNORED) {
        found->typing = found->typing && !found->facets.focused;
        return chosen;
    }
    if (found->facets.is_open && action == ACTION_LEFT) {
        found->facets.focused = true;
        return VIEW_REDRAW;
    }
    bool above = action == ACTION_UP && found->list.selected == 0;
    if (above || action == ACTION_SEARCH || action == ACTION_FILTER || action == ACTION_NEXT_PANE || action == ACTION_PREVIOUS_PANE) {
        return focus(found, true);
    }
    ViewFlags flags = list_handle(&found->list, action);
    follow_selection(found);
    return flags;
}

static ViewFlags mouse(View *view, const Event *event)
{
    SearchView *found = (SearchView *)view;
    bool open;
    ViewFlags chosen = facet_pane_mouse(&found->facets, view->explorer, event);
    if (chosen != VIEW_IGNORED) {
        found->typing = false;
        return chosen;
    }
    if (event->button == MOUSE_LEFT && canvas_contains(&found->line, event->row, event->column)) {
        return focus(found, true);
    }
    ViewFlags flags = preview_mouse(&found->preview, view->explorer, event);
    if (flags != VIEW_IGNORED) {
        return flags;
    }
    flags = list_mouse(&found->list, event, &open);
    if (open && !found->typing) {
        explorer_open_item(view->explorer, list_selected_id(&found->list));
    } else if (flags != VIEW_IGNORED) {
        flags |= focus(found, false);
    }
    follow_selection(found);
    return flags;
}

static void draw_list(SearchView *found, const Canvas *rows)
{
    bool nothing_typed = found->edit.text.length == 0;
    char *nothing =
        explorer_nothing(found->view.explorer, 0,
                         facet_pane_has_choice(&found->facets) ? "Nothing has all of these words and is as chosen."
                                                               : "Nothing has all of these words.");
    list_draw(&found->list, rows, !found->typing && !(found->facets.is_open && found->facets.focused),
              nothing_typed ? "Type words; the last one may be a beginning." : nothing);
    free(nothing);
}

static void draw(View *view, const Canvas *whole)
{
    SearchView *found = (SearchView *)view;
    Canvas rest = facet_pane_split(&found->facets, whole);
    const Canvas *canvas = &rest;
    if (rest.columns == 0) {
        found->line = found->list.area = found->preview.pager.area = (Canvas){0};
        return;
    }
    int list_columns = canvas->columns >= PREVIEW_FROM_COLUMNS ? canvas->columns / 2 - 2 : canvas->columns;
    found->line = canvas_part(canvas, 0, 0, 1, canvas->columns);
    int above = 1 + search_kinds_draw(found->counts, canvas);
    Canvas left = canvas_part(canvas, above, 0, canvas->rows - above, list_columns);
    draw_list(found, &left);
    found->preview.pager.area = (Canvas){0};
    if (list_columns < canvas->columns) {
        Canvas rule = canvas_part(canvas, above, 0, canvas->rows - above, canvas->columns);
        Canvas right =
            canvas_part(canvas, above, list_columns + 2, canvas->rows - above, canvas->columns - list_columns - 3);
        canvas_rule(&rule, list_columns);
        pager_draw(&found->preview.pager, &right, false);
    }
    canvas_text(&found->line, 0, 0, STYLE_FOCUS, found->typing ? ">" : " ");
    if (found->typing) {
        line_edit_draw(&found->edit, &found->line, 0, 2);
    } else {
        canvas_text(&found->line, 0, 2, STYLE_TITLE, line_edit_text(&found->edit));
    }
}

static const char *item(const View *view)
{
    const SearchView *found = (const SearchView *)view;
    return list_selected_id(&found->list);
}

static void title(const View *view, Text *text)
{
    (void)view;
    text_append(text, "Search everything");
}

static void status(const View *view, Text *text)
{
    const SearchView *found = (const SearchView *)view;
    facet_pane_status(&found->facets, text);
    if (found->edit.text.length > 0) {
        text_append_format(text, found->hits.more ? "%zu found, the best %zu listed" : "%zu found", found->total,
                           found->hits.count);
    }
}

static void ids(const View *view, StringList *all)
{
    list_ids(&((const SearchView *)view)->list, all);
}

static bool rows(const View *view, ScreenTable *table)
{
    char *words = string_format("found by \"%s\"", line_edit_text(&((const SearchView *)view)->edit));
    table_of_view(view, words, &((const SearchView *)view)->facets, &((const SearchView *)view)->list, table);
    free(words);
    return true;
}

static void command(const View *view, Text *text)
{
    const SearchView *found = (const SearchView *)view;
    if (found->edit.text.length > 0) {
        Query query;
        text_append_format(text, "gairo search --limit %u", HITS_MAX);
        if (explorer_query_kinds(view->explorer, 0, &query, NULL) &&
            facet_pane_narrow(&found->facets, &query, NULL)) {
            view_append_query(text, &query);
        }
        query_free(&query);
        text_append(text, line_edit_text(&found->edit)[0] == '-' ? " --" : "");
        view_append_argument(text, line_edit_text(&found->edit));
    }
}

static void focus_list(void *context)
{
    focus(context, false);
    follow_selection(context);
}

static void linear(View *view, Linear *lines)
{
    SearchView *found = (SearchView *)view;
    Text counts = {0};
    linear_field(lines, "Words", line_edit_text(&found->edit), NULL);
    if (facet_pane_linear(&found->facets, lines, found->list.visible_count)) {
        return;
    }
    search_kinds_append(found->counts, &counts);
    linear_field(lines, "By kind", counts.data, NULL);
    text_free(&counts);
    list_linear(&found->list, lines, "Found",
                found->edit.text.length == 0 ? "Type words; the last one may be a beginning."
                                             : "Nothing has all of these words.",
                focus_list);
}

static void search_free(View *view)
{
    SearchView *found = (SearchView *)view;
    list_free(&found->list);
    line_edit_free(&found->edit);
    search_hits_free(&found->hits);
    free(found->asked);
    preview_free(&found->preview);
    facet_pane_free(&found->facets);
    free(found);
}

static void save(const View *view, State *state)
{
    const SearchView *found = (const SearchView *)view;
    state_put(state, "words", line_edit_text(&found->edit));
    state_put_number(state, "typing", found->typing);
    list_save(&found->list, "", state);
    facet_pane_save(&found->facets, state);
}

static void restore(View *view, const State *state)
{
    SearchView *found = (SearchView *)view;
    line_edit_set(&found->edit, state_get(state, "words"));
    found->typing = state_number(state, "typing", 1) == 1;
    list_restore(&found->list, "", state);
    facet_pane_restore(&found->facets, state);
}

static const Action *keys_now(const View *view)
{
    static const Action typing[] = {ACTION_OPEN, ACTION_NEXT_PANE, ACTION_NONE};
    static const Action nothing[] = {ACTION_NONE};
    const SearchView *found = (const SearchView *)view;
    const Action *facets = facet_pane_keys(&found->facets);
    if (facets != NULL || !found->typing) {
        return facets;
    }
    return found->list.visible_count > 0 ? typing : nothing; /* letters are text while one types */
}

static const char *label(const View *view, Action action)
{
    const SearchView *found = (const SearchView *)view;
    const char *facets = facet_pane_label(&found->facets, action);
    return facets != NULL || action != ACTION_NEXT_PANE ? facets : found->typing ? "list" : "words";
}

static const ViewOperations operations = {
    .title = title,
    .status = status,
    .recalculate = recalculate,
    .draw = draw,
    .key = key,
    .handle = handle,
    .mouse = mouse,
    .item = item,
    .ids = ids,
    .rows = rows,
    .command = command,
    .linear = linear,
    .save = save,
    .restore = restore,
    .free = search_free,
    .keys_now = keys_now,
    .label = label,
    .keys = (const Action[]){ACTION_OPEN, ACTION_NEXT_PANE, ACTION_FACETS, ACTION_BASKET_TOGGLE, ACTION_NONE},
};

View *search_view_new(Explorer *explorer)
{
    SearchView *found = memory_zeroed(1, sizeof *found);
    view_start(&found->view, &operations, explorer);
    list_start(&found->list, &list_operations, found, columns, sizeof columns / sizeof *columns);
    preview_start(&found->preview);
    found->preview.from_columns = PREVIEW_FROM_COLUMNS;
    facet_pane_start(&found->facets);
    found->typing = true;
    return &found->view;
}
