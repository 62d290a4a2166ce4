/* A list, and its rows, in words. */
#include "config.h"

#include "tui/linear.h"
#include "tui/list.h"

#include "core/memory.h"

#include <stdlib.h>

void list_ids(const List *list, StringList *ids)
{
    for (size_t i = 0; i < list->visible_count; i++) {
        string_list_add(ids, list->operations->id(list->context, list->visible[i]));
    }
}

/* Rows are numbered by their place among the visible ones. */
static void select_row(void *context, size_t index)
{
    List *list = context;
    if (index < list->visible_count) {
        list->selected = index;
        list_keep_selected(list);
        if (list->linear_selected != NULL) {
            list->linear_selected(list->context);
        }
    }
}

/* Columns that stand in for another one on narrow screens say nothing that it does not say. */
static bool is_told(const ListColumn *column)
{
    return column->below_width == 0;
}

/* The column that says what a row is: the one that is meant to, else the flexible one, which takes what the others leave.
 * Where that is the last, or has no title, it explains the first one that has one. */
static size_t main_column(const List *list)
{
    size_t column = 0, flexible = 0;
    for (size_t i = 0; i < list->column_count; i++) {
        if (list->columns[i].names) {
            return i;
        }
    }
    while (flexible + 1 < list->column_count && list->columns[flexible].width != 0) {
        flexible++;
    }
    if (flexible == 0 || (flexible + 1 < list->column_count && *list->columns[flexible].title != '\0')) {
        return flexible;
    }
    while (column + 1 < list->column_count &&
           (*list->columns[column].title == '\0' || !is_told(&list->columns[column]))) {
        column++;
    }
    return column;
}

/* A cell in the words of the list's owner, else its text, behind a label unless it stands first or says itself what it
 * is. Appends nothing where there is nothing to say. */
static void append_cell(const List *list, Text *text, size_t row, size_t column, bool first)
{
    Text words = {0};
    const ListOperations *operations = list->operations;
    if (operations->spoken == NULL || !operations->spoken(list->context, row, column, &words)) {
        text_append(&words, operations->cell(list->context, row, column).text);
        const char *name = list->columns[column].words;
        bool labelled = !first && words.length > 0 && (name == NULL || *name != '\0');
        char *cell = labelled ? text_take(&words) : NULL; /* naming the column may overwrite what it was made of */
        if (labelled) {
            text_append_format(&words, "%s: %s", list_column_name(list, column), cell);
        }
        free(cell);
    }
    text_append(text, words.length > 0 && text->length > 0 ? "; " : "");
    text_append(text, words.data);
    text_free(&words);
}

static void append_row(const List *list, Text *text, size_t index)
{
    size_t row = list->visible[index], first = main_column(list);
    append_cell(list, text, row, first, true);
    for (size_t column = 0; column < list->column_count; column++) {
        if (column != first && is_told(&list->columns[column])) {
            append_cell(list, text, row, column, false);
        }
    }
    if (list->operations->marked != NULL && list->operations->marked(list->context, row)) {
        text_append(text, "; in the basket");
    }
    if (list->operations->noted != NULL && list->operations->noted(list->context, row)) {
        text_append(text, "; with your note");
    }
    if (index == list->selected) {
        text_append_format(text, " (selected, %zu of %zu)", index + 1, list->visible_count);
    }
}

void list_linear_row(List *list, Linear *linear, size_t index, void (*selected)(void *context))
{
    Text text = {0};
    list->linear_selected = selected;
    append_row(list, &text, index);
    linear_choice(linear, select_row, list, index, text.data == NULL ? "" : text.data);
    text_free(&text);
}

void list_linear(List *list, Linear *linear, const char *heading, const char *empty, void (*selected)(void *context))
{
    if (heading != NULL) {
        linear_heading(linear, heading);
    }
    for (size_t i = 0; i < list->visible_count; i++) {
        list_linear_row(list, linear, i, selected);
    }
    if (list->visible_count == 0) {
        linear_line(linear, list->filter != NULL ? "Nothing matches; / alone shows all again." : empty);
    }
}
