#include "config.h"

#include "tui/tree.h"

#include "core/memory.h"
#include "core/unicode.h"
#include "tui/explorer.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define LEVEL_COLUMNS 2 /* of a branch */
#define GUTTER 2        /* of the list: the focus's mark and a blank */
#define DEPTH_SHOWN 20  /* branches beyond that are not drawn */

static int compare_keys(const void *key, const void *item)
{
    return strcmp(key, *(char *const *)item);
}

static bool is_folded(const Tree *tree, size_t row)
{
    const StringList *folded = &tree->folded;
    return tree->filter == NULL && folded->count > 0 &&
           bsearch(tree->operations->key(tree->context, row), folded->items, folded->count, sizeof *folded->items,
                   compare_keys) != NULL;
}

/* Rows that come below row and belong to it, as the owner has them, whether shown or not. */
static bool has_children(const Tree *tree, size_t row)
{
    return row + 1 < tree->count && tree->depths[row + 1] > tree->depths[row];
}

static void append_branches(const Tree *tree, size_t index, Text *text)
{
    size_t row = tree->rows[index], depth = tree->depths[row];
    bool more[DEPTH_SHOWN + 1] = {false}; /* a sibling comes later, at each depth */
    size_t lowest = depth + 1;
    for (size_t i = index + 1; i < tree->list.count && lowest > 1; i++) {
        size_t other = tree->depths[tree->rows[i]];
        if (other < lowest) {
            lowest = other;
            if (other <= depth && other <= DEPTH_SHOWN) {
                more[other] = true;
            }
        }
    }
    for (size_t level = 1; level < depth && level <= DEPTH_SHOWN; level++) {
        text_append_format(text, "%s ", more[level] ? glyph(GLYPH_VERTICAL) : " ");
    }
    if (depth > 0) {
        text_append(text, glyph(depth <= DEPTH_SHOWN && more[depth] ? GLYPH_BRANCH : GLYPH_LAST_BRANCH));
    }
    Glyph mark = !has_children(tree, row) ? GLYPH_HORIZONTAL : is_folded(tree, row) ? GLYPH_FOLDED : GLYPH_UNFOLDED;
    text_append_format(text, "%s ", glyph(mark));
}

static const char *list_key(void *context, size_t index)
{
    const Tree *tree = context;
    return tree->operations->key(tree->context, tree->rows[index]);
}

static ListCell list_cell(void *context, size_t index, size_t column)
{
    Tree *tree = context;
    ListCell cell = tree->operations->cell(tree->context, tree->rows[index], column);
    if (column == 0) {
        char *text = string_copy(cell.text);
        text_reset(&tree->scratch);
        append_branches(tree, index, &tree->scratch);
        text_append(&tree->scratch, text);
        free(text);
        cell.text = tree->scratch.data;
    }
    return cell;
}

/* Depth and folding in words. */
static bool list_spoken(void *context, size_t index, size_t column, Text *text)
{
    const Tree *tree = context;
    size_t row = tree->rows[index];
    if (column != 0) {
        return tree->operations->spoken != NULL && tree->operations->spoken(tree->context, row, column, text);
    }
    if (tree->depths[row] > 0) {
        text_append_format(text, "level %zu: ", tree->depths[row]);
    }
    text_append(text, tree->operations->cell(tree->context, row, column).text);
    text_append(text, has_children(tree, row) && is_folded(tree, row) ? ", folded" : "");
    return true;
}

static bool list_marked(void *context, size_t index)
{
    const Tree *tree = context;
    return tree->operations->marked != NULL && tree->operations->marked(tree->context, tree->rows[index]);
}

static const ListOperations list_operations = {.id = list_key, .cell = list_cell, .spoken = list_spoken, .marked = list_marked};

void tree_start(Tree *tree, const TreeOperations *operations, void *context, const ListColumn *columns,
                size_t column_count)
{
    *tree = (Tree){.operations = operations, .context = context};
    list_start(&tree->list, &list_operations, tree, columns, column_count);
}

void tree_free(Tree *tree)
{
    list_free(&tree->list);
    string_list_free(&tree->folded);
    text_free(&tree->scratch);
    free(tree->rows);
    free(tree->depths);
    free(tree->filter);
    *tree = (Tree){0};
}

/* True where the row has all words, blank-separated and folded. */
static bool row_has_words(const Tree *tree, size_t row, const char *words)
{
    Text text = {0};
    if (tree->operations->text != NULL) {
        tree->operations->text(tree->context, row, &text);
    } else {
        for (size_t column = 0; column < tree->list.column_count; column++) {
            text_append(&text, tree->operations->cell(tree->context, row, column).text);
            text_append_character(&text, ' ');
        }
    }
    char *raw = text_take(&text), *clean = sanitise_string(raw, SANITISE_LINE), *folded = text_fold(clean);
    bool has = true;
    for (const char *rest = words + strspn(words, " "); has && *rest != '\0'; rest += strspn(rest, " ")) {
        size_t length = strcspn(rest, " ");
        char *word = string_copy_bytes(rest, length);
        has = strstr(folded, word) != NULL;
        free(word);
        rest += length;
    }
    free(folded);
    free(clean);
    free(raw);
    return has;
}

/* Marks the rows that are to be seen, and what leads to them. */
static bool *wanted_rows(const Tree *tree)
{
    bool *wanted = memory_zeroed(tree->count + 1, sizeof *wanted);
    char *words = tree->filter == NULL ? NULL : text_fold(tree->filter);
    for (size_t row = 0; row < tree->count; row++) {
        wanted[row] = (tree->operations->shown == NULL || tree->operations->shown(tree->context, row)) &&
                      (words == NULL || row_has_words(tree, row, words));
    }
    free(words);
    size_t needed = 0; /* the depth whose row leads to one that is wanted */
    for (size_t row = tree->count; row-- > 0;) {
        if (wanted[row] || tree->depths[row] < needed) {
            wanted[row] = true;
            needed = tree->depths[row];
        }
    }
    return wanted;
}

void tree_rearrange(Tree *tree)
{
    bool *wanted = wanted_rows(tree);
    size_t count = 0, folded_depth = SIZE_MAX;
    tree->rows = memory_resize(tree->rows, tree->count + 1, sizeof *tree->rows);
    for (size_t row = 0; row < tree->count; row++) {
        if (tree->depths[row] > folded_depth || !wanted[row]) {
            continue;
        }
        tree->rows[count++] = row;
        folded_depth = is_folded(tree, row) ? tree->depths[row] : SIZE_MAX;
    }
    free(wanted);
    list_set_rows(&tree->list, count);
}

void tree_set_rows(Tree *tree, size_t count)
{
    tree->count = count;
    tree->depths = memory_resize(tree->depths, count + 1, sizeof *tree->depths);
    for (size_t row = 0; row < count; row++) {
        tree->depths[row] = tree->operations->depth(tree->context, row);
    }
    tree_rearrange(tree);
}

void tree_fold_from(Tree *tree, size_t depth)
{
    string_list_free(&tree->folded);
    for (size_t row = 0; row < tree->count; row++) {
        if (tree->depths[row] >= depth && has_children(tree, row)) {
            string_list_add(&tree->folded, tree->operations->key(tree->context, row));
        }
    }
    string_list_sort(&tree->folded);
    tree_rearrange(tree);
}

void tree_set_filter(Tree *tree, const char *filter)
{
    free(tree->filter);
    tree->filter = filter == NULL || *filter == '\0' ? NULL : string_copy(filter);
    tree_rearrange(tree);
}

bool tree_selected(const Tree *tree, size_t *row)
{
    size_t index;
    if (!list_selected(&tree->list, &index)) {
        return false;
    }
    *row = tree->rows[index];
    return true;
}

bool tree_select(Tree *tree, const char *key)
{
    return list_select(&tree->list, key);
}

static void set_folded(Tree *tree, size_t row, bool folded)
{
    const char *key = tree->operations->key(tree->context, row);
    if (folded) {
        string_list_add(&tree->folded, key);
        string_list_sort(&tree->folded);
    } else {
        StringList kept = {0};
        for (size_t i = 0; i < tree->folded.count; i++) {
            if (strcmp(tree->folded.items[i], key) != 0) {
                string_list_add(&kept, tree->folded.items[i]);
            }
        }
        string_list_free(&tree->folded);
        tree->folded = kept;
    }
    tree_rearrange(tree);
}

/* Folds an unfolded row, else goes to its parent. */
static ViewFlags go_left(Tree *tree)
{
    size_t row;
    if (!tree_selected(tree, &row)) {
        return VIEW_IGNORED;
    }
    if (tree->filter == NULL && has_children(tree, row) && !is_folded(tree, row)) {
        set_folded(tree, row, true);
        return VIEW_REDRAW;
    }
    for (size_t parent = row; parent-- > 0 && tree->depths[row] > 0;) {
        if (tree->depths[parent] < tree->depths[row]) {
            list_select(&tree->list, tree->operations->key(tree->context, parent));
            return VIEW_REDRAW;
        }
    }
    return VIEW_IGNORED;
}

static ViewFlags go_right(Tree *tree)
{
    size_t row;
    if (!tree_selected(tree, &row) || !has_children(tree, row)) {
        return VIEW_IGNORED;
    }
    if (!is_folded(tree, row)) {
        return list_handle(&tree->list, ACTION_DOWN);
    }
    set_folded(tree, row, false);
    return VIEW_REDRAW;
}

/* Unfolds all where anything is folded, else folds all but the top; the focus goes to the row that hides it then. */
static ViewFlags fold_all(Tree *tree)
{
    size_t row = 0;
    if (tree->filter != NULL) {
        return VIEW_HANDLED;
    }
    if (tree->folded.count > 0) {
        tree_fold_from(tree, SIZE_MAX);
        return VIEW_REDRAW;
    }
    for (tree_selected(tree, &row); row > 0 && tree->depths[row] > 1;) {
        row--;
    }
    char *key = row < tree->count ? string_copy(tree->operations->key(tree->context, row)) : NULL;
    tree_fold_from(tree, 1);
    if (key != NULL) {
        list_select(&tree->list, key);
    }
    free(key);
    return VIEW_REDRAW;
}

ViewFlags tree_handle(Tree *tree, Action action)
{
    switch (action) {
    case ACTION_LEFT:
        return go_left(tree);
    case ACTION_RIGHT:
        return go_right(tree);
    case ACTION_FOLD:
        return fold_all(tree);
    case ACTION_BACK:
        if (tree->filter != NULL) {
            tree_set_filter(tree, NULL);
            return VIEW_REDRAW;
        }
        return VIEW_IGNORED;
    case ACTION_SORT:
    case ACTION_SORT_REVERSE: /* the order says what belongs to what */
        return VIEW_IGNORED;
    default:
        return list_handle(&tree->list, action);
    }
}

ViewFlags tree_mouse(Tree *tree, const Event *event, bool *open)
{
    const Canvas *area = &tree->list.area;
    size_t index = tree->list.top + (size_t)(event->row - area->row);
    *open = false;
    if (event->button == MOUSE_LEFT && event->row < area->row) {
        return VIEW_IGNORED;
    }
    if (event->button == MOUSE_LEFT && canvas_contains(area, event->row, event->column) && index < tree->list.count) {
        size_t row = tree->rows[index];
        int mark = area->column + GUTTER + (tree->depths[row] == 0 ? 0 : LEVEL_COLUMNS * (int)tree->depths[row] - 1);
        if (tree->filter == NULL && has_children(tree, row) && event->column == mark) {
            list_select(&tree->list, tree->operations->key(tree->context, row));
            set_folded(tree, row, !is_folded(tree, row));
            return VIEW_REDRAW;
        }
    }
    return list_mouse(&tree->list, event, open);
}

void tree_draw(Tree *tree, const Canvas *canvas, bool focused, const char *empty)
{
    list_draw(&tree->list, canvas, focused, tree->filter != NULL ? "Nothing matches." : empty);
}

void tree_status(const Tree *tree, Text *text)
{
    if (tree->filter != NULL) {
        text_append_format(text, "\"%s\" ", tree->filter);
    }
    list_status(&tree->list, text);
    if (tree->list.count < tree->count) {
        text_append_format(text, " (%zu in all)", tree->count);
    }
}

/* The list's context is the tree, its owner's the tree's. */
static void row_chosen(void *context)
{
    Tree *tree = context;
    if (tree->chosen != NULL) {
        tree->chosen(tree->context);
    }
}

void tree_linear(Tree *tree, Linear *linear, const char *heading, const char *empty, void (*selected)(void *context))
{
    tree->chosen = selected;
    list_linear(&tree->list, linear, heading, tree->filter != NULL ? "Nothing matches; / alone shows all again." : empty, row_chosen);
}

static void filter_changed(void *context, const char *text)
{
    Tree *tree = context;
    tree_set_filter(tree, text);
    if (tree->operations->narrowed != NULL) {
        tree->operations->narrowed(tree->context);
    }
}

static void filter_cancelled(void *context)
{
    filter_changed(context, NULL);
}

void tree_prompt_filter(Tree *tree, Explorer *explorer)
{
    explorer_prompt(explorer, &(Prompt){.label = "Narrow to",
                                        .text = tree->filter,
                                        .changed = filter_changed,
                                        .cancelled = filter_cancelled,
                                        .context = tree});
}

#define FOLDED_BYTES_MAX 4000u /* of the keys kept in a state */

void tree_save(const Tree *tree, State *state)
{
    Text folded = {0};
    for (size_t i = 0; i < tree->folded.count; i++) {
        text_append_format(&folded, "%s\n", tree->folded.items[i]);
    }
    list_save(&tree->list, "", state);
    state_put(state, "narrowed", tree->filter);
    state_put(state, "folded", folded.length == 0 ? "" : folded.length <= FOLDED_BYTES_MAX ? folded.data : NULL);
    text_free(&folded);
}

void tree_restore(Tree *tree, const State *state)
{
    const char *rest = state_get(state, "folded"), *narrowed = state_get(state, "narrowed");
    list_restore(&tree->list, "", state);
    free(tree->filter);
    tree->filter = narrowed == NULL || *narrowed == '\0' ? NULL : string_copy(narrowed);
    string_list_free(&tree->folded);
    while (rest != NULL && *rest != '\0') {
        int length = (int)strcspn(rest, "\n");
        string_list_take(&tree->folded, string_format("%.*s", length, rest));
        rest += length + (rest[length] == '\n');
    }
    string_list_sort(&tree->folded);
}
