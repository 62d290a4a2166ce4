/* A list, and its rows, in words. */
#include "config.h"

#include "tui/linear.h"
#include "tui/list.h"

#include "core/memory.h"

#include <stdlib.h>
#include <string.h>

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

/* The column that says what a row is: the flexible one, which takes what the others leave; where that is the last, it
 * explains the first one that has a title. */
static size_t main_column(const List *list)
{
    size_t column = 0;
    while (column + 1 < list->column_count && list->columns[column].width != 0) {
        column++;
    }
    if (column + 1 == list->column_count) {
        column = 0;
        while (column + 1 < list->column_count && *list->columns[column].title == '\0') {
            column++;
        }
    }
    return column;
}

/* Columns that stand in for another one on narrow screens say nothing that it does not say. */
static bool is_told(const ListColumn *column)
{
    return column->below_width == 0;
}

static void append_cell(const List *list, Text *text, size_t row, size_t column)
{
    const char *cell = list->operations->cell(list->context, row, column).text;
    if (cell != NULL && *cell != '\0') {
        char *copy = string_copy(cell); /* naming the column may overwrite it */
        const char *name = list_column_name(list, column);
        text_append_format(text, "; %s: %s", strcmp(name, "?") == 0 ? "mark" : name, copy);
        free(copy);
    }
}

static void append_row(const List *list, Text *text, size_t index)
{
    size_t row = list->visible[index], first = main_column(list);
    text_append(text, list->operations->cell(list->context, row, first).text);
    for (size_t column = 0; column < list->column_count; column++) {
        if (column != first && is_told(&list->columns[column])) {
            append_cell(list, text, row, column);
        }
    }
    if (list->operations->marked != NULL && list->operations->marked(list->context, row)) {
        text_append(text, "; in the basket");
    }
    if (list->operations->noted != NULL && list->operations->noted(list->context, row)) {
        text_append(text, "; with your note");
    }
    if (index == list->selected) {
        text_append(text, " (selected)");
    }
}

void list_linear(List *list, Linear *linear, const char *heading, const char *empty, void (*selected)(void *context))
{
    linear_heading(linear, heading);
    list->linear_selected = selected;
    for (size_t i = 0; i < list->visible_count; i++) {
        Text text = {0};
        append_row(list, &text, i);
        linear_choice(linear, select_row, list, i, text.data == NULL ? "" : text.data);
        text_free(&text);
    }
    if (list->visible_count == 0) {
        linear_line(linear, list->filter != NULL ? "Nothing matches; / alone shows all again." : empty);
    }
}
