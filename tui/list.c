#include "config.h"

#include "tui/list.h"

#include "core/memory.h"
#include "core/unicode.h"

#include <stdlib.h>
#include <string.h>

void list_start(List *list, const ListOperations *operations, void *context, const ListColumn *columns,
                size_t column_count)
{
    *list = (List){.operations = operations,
                   .context = context,
                   .columns = columns,
                   .column_count = column_count,
                   .sort_column = -1};
}

static void forget_folded(List *list)
{
    for (size_t i = 0; list->folded != NULL && i < list->count; i++) {
        free(list->folded[i]);
    }
    free(list->folded);
    list->folded = NULL;
}

void list_free(List *list)
{
    forget_folded(list);
    free(list->visible);
    free(list->selected_id);
    free(list->filter);
    *list = (List){0};
}

/* What narrowing looks into, for one row. */
static char *folded_row(const List *list, size_t row)
{
    Text text = {0};
    if (list->operations->text != NULL) {
        list->operations->text(list->context, row, &text);
    } else {
        for (size_t column = 0; column < list->column_count; column++) {
            text_append(&text, list->operations->cell(list->context, row, column).text);
            text_append_character(&text, ' ');
        }
    }
    char *plain = text_take(&text);
    char *clean = sanitise_string(plain, SANITISE_LINE);
    char *folded = text_fold(clean);
    free(clean);
    free(plain);
    return folded;
}

static void make_folded(List *list)
{
    if (list->folded == NULL && list->count > 0) {
        list->folded = memory_zeroed(list->count, sizeof *list->folded);
        for (size_t row = 0; row < list->count; row++) {
            list->folded[row] = folded_row(list, row);
        }
    }
}

/* True where every blank-separated word of words is in text. */
static bool has_words(const char *text, const char *words)
{
    for (const char *rest = words + strspn(words, " "); *rest != '\0'; rest += strspn(rest, " ")) {
        size_t length = strcspn(rest, " ");
        char *word = string_copy_bytes(rest, length);
        bool found = strstr(text, word) != NULL;
        free(word);
        if (!found) {
            return false;
        }
        rest += length;
    }
    return true;
}

static int compare_rows(const List *list, size_t a, size_t b)
{
    int order = 0;
    if (list->sort_column >= 0) {
        size_t column = (size_t)list->sort_column;
        if (list->operations->compare != NULL) {
            order = list->operations->compare(list->context, a, b, column);
        } else {
            char *left = string_copy(list->operations->cell(list->context, a, column).text);
            order = string_compare(left, list->operations->cell(list->context, b, column).text);
            free(left);
        }
    }
    if (order == 0) {
        order = a < b ? -1 : a > b;
        return list->sort_column < 0 && list->descending ? -order : order;
    }
    return list->descending && order != LIST_LAST && order != -LIST_LAST ? -order : order;
}

/* Merge sort: stable, and the context goes through the list. */
static void sort_rows(const List *list, size_t *rows, size_t count, size_t *spare)
{
    if (count < 2) {
        return;
    }
    size_t half = count / 2, left = 0, right = half, at = 0;
    sort_rows(list, rows, half, spare);
    sort_rows(list, rows + half, count - half, spare);
    while (left < half && right < count) {
        spare[at++] = compare_rows(list, rows[left], rows[right]) <= 0 ? rows[left++] : rows[right++];
    }
    while (left < half) {
        spare[at++] = rows[left++];
    }
    while (right < count) {
        spare[at++] = rows[right++];
    }
    memcpy(rows, spare, count * sizeof *rows);
}

void list_keep_selected(List *list)
{
    free(list->selected_id);
    list->selected_id = NULL;
    if (list->selected < list->visible_count) {
        list->selected_id = string_copy(list->operations->id(list->context, list->visible[list->selected]));
    }
}

/* Makes the visible rows anew and finds the selected one again. */
static void arrange(List *list)
{
    char *words = list->filter == NULL ? NULL : text_fold(list->filter);
    if (words != NULL) {
        make_folded(list);
    }
    list->visible = memory_resize(list->visible, list->count + 1, sizeof *list->visible);
    list->visible_count = 0;
    for (size_t row = 0; row < list->count; row++) {
        if (words == NULL || has_words(list->folded[row], words)) {
            list->visible[list->visible_count++] = row;
        }
    }
    free(words);
    if (list->sort_column >= 0 || list->descending) {
        size_t *spare = memory_zeroed(list->visible_count + 1, sizeof *spare);
        sort_rows(list, list->visible, list->visible_count, spare);
        free(spare);
    }
    char *id = string_copy(list->selected_id);
    if (id == NULL || !list_select(list, id)) {
        if (list->filter != NULL) {
            list->selected = 0;
        } else if (list->selected >= list->visible_count) {
            list->selected = list->visible_count == 0 ? 0 : list->visible_count - 1;
        }
    }
    free(id);
}

void list_set_rows(List *list, size_t count)
{
    forget_folded(list);
    list->count = count;
    arrange(list);
    list_keep_selected(list);
}

void list_set_filter(List *list, const char *filter)
{
    free(list->filter);
    list->filter = filter == NULL || *filter == '\0' ? NULL : string_copy(filter);
    /* While one types the selected row may come and go: its id is kept, so that it is found again. */
    arrange(list);
}

bool list_select(List *list, const char *id)
{
    for (size_t i = 0; i < list->visible_count; i++) {
        const char *other = list->operations->id(list->context, list->visible[i]);
        if (other != NULL && strcmp(other, id) == 0) {
            list->selected = i;
            list_keep_selected(list);
            return true;
        }
    }
    return false;
}

bool list_is_selected(const List *list, size_t row)
{
    return list->selected < list->visible_count && list->visible[list->selected] == row;
}

bool list_selected(const List *list, size_t *row)
{
    if (list->selected >= list->visible_count) {
        return false;
    }
    *row = list->visible[list->selected];
    return true;
}

const char *list_selected_id(const List *list)
{
    size_t row;
    return list_selected(list, &row) ? list->operations->id(list->context, row) : NULL;
}

/* Moves the selection by offset rows, as far as there are rows. */
static ViewFlags move_by(List *list, long offset)
{
    size_t last = list->visible_count == 0 ? 0 : list->visible_count - 1;
    size_t old = list->selected;
    if (list->visible_count == 0) {
        return VIEW_HANDLED;
    }
    if (offset < 0) {
        list->selected = (size_t)-offset > old ? 0 : old - (size_t)-offset;
    } else {
        list->selected = (size_t)offset > last - old ? last : old + (size_t)offset;
    }
    list_keep_selected(list);
    return list->selected == old ? VIEW_HANDLED : VIEW_REDRAW;
}

const char *list_column_name(const List *list, size_t column)
{
    const char *name =
        list->operations->column_name == NULL ? NULL : list->operations->column_name(list->context, column);
    if (name != NULL && *name == '\0') {
        return "group";
    }
    const ListColumn *named = &list->columns[column];
    if (name == NULL && named->words != NULL && *named->words != '\0') {
        name = named->words;
    }
    name = name == NULL ? named->title : name;
    return name == NULL || *name == '\0' ? "what it is" : name;
}

void list_sort_by(List *list, int column, bool descending)
{
    list->sort_column = column;
    list->descending = descending;
    arrange(list);
}

/* The next order: the owner's, then each column that is seen, up and then down. */
static ViewFlags sort_next(List *list)
{
    int column = list->sort_column;
    if (column >= 0 && !list->descending) {
        list_sort_by(list, column, true);
        return VIEW_REDRAW;
    }
    do {
        column = column + 1 >= (int)list->column_count ? -1 : column + 1;
    } while (column >= 0 && !list_shows_column(list, (size_t)column));
    list_sort_by(list, column, false);
    return VIEW_REDRAW;
}

ViewFlags list_handle(List *list, Action action)
{
    int rows = list->area.rows / (list->row_lines > 1 ? list->row_lines : 1);
    long page = rows > 1 ? rows - 1 : 1;
    switch (action) {
    case ACTION_UP:
        return move_by(list, -1);
    case ACTION_DOWN:
        return move_by(list, 1);
    case ACTION_PAGE_UP:
        return move_by(list, -page);
    case ACTION_PAGE_DOWN:
        return move_by(list, page);
    case ACTION_FIRST:
        return move_by(list, -(long)list->selected);
    case ACTION_LAST:
        return move_by(list, (long)list->visible_count);
    case ACTION_SORT:
        return sort_next(list);
    case ACTION_SORT_REVERSE:
        list_sort_by(list, list->sort_column, !list->descending);
        return VIEW_REDRAW;
    default:
        return VIEW_IGNORED;
    }
}

/* A click on a title: sorts by that column, or turns its order round. */
static ViewFlags sort_by_click(List *list, int screen_column)
{
    int column = list_column_at(list, screen_column);
    if (column < 0) {
        return VIEW_IGNORED;
    }
    list_sort_by(list, column, list->sort_column == column && !list->descending);
    return VIEW_REDRAW;
}

ViewFlags list_mouse(List *list, const Event *event, bool *open)
{
    *open = false;
    if (event->button == MOUSE_LEFT && list->has_titles && event->row == list->area.row - 1) {
        return sort_by_click(list, event->column);
    }
    if (!canvas_contains(&list->area, event->row, event->column)) {
        return VIEW_IGNORED;
    }
    if (event->button == MOUSE_WHEEL_UP || event->button == MOUSE_WHEEL_DOWN) {
        return move_by(list, event->button == MOUSE_WHEEL_UP ? -3 : 3);
    }
    int line = (event->row - list->area.row) / (list->row_lines > 1 ? list->row_lines : 1);
    size_t index = list->top + (size_t)line;
    if (event->button != MOUSE_LEFT || index >= list->visible_count) {
        return VIEW_IGNORED;
    }
    if (index == list->selected) {
        *open = true;
        return VIEW_HANDLED;
    }
    list->selected = index;
    list_keep_selected(list);
    return VIEW_REDRAW;
}
