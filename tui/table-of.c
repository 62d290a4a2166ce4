#include "config.h"

#include "tui/table-of.h"

#define WIDE_COLUMNS 200  /* of a list that has room for all of its columns */
#define SHARE_FLEXIBLE 40 /* of the column that takes what is left */

bool table_has_column(const ListColumn *column)
{
    return list_column_is_shown(column, WIDE_COLUMNS);
}

unsigned table_share(const ListColumn *column)
{
    return column->width == 0 ? SHARE_FLEXIBLE : (unsigned)column->width + 2;
}

static const char *heading(const List *list, size_t column, bool in_full)
{
    const ListColumn *named = &list->columns[column];
    const char *name = in_full ? list_column_name(list, column) : named->title;
    return *name != '\0' || named->words == NULL ? name : named->words;
}

static void add_table(const List *list, const char *(*item)(void *context, size_t row), bool in_full, ScreenTable *table)
{
    for (size_t column = 0; column < list->column_count; column++) {
        if (table_has_column(&list->columns[column])) {
            screen_table_column(table, heading(list, column, in_full), table_share(&list->columns[column]));
        }
    }
    for (size_t i = 0; i < list->visible_count; i++) {
        size_t row = list->visible[i];
        const char *id = item(list->context, row);
        for (size_t column = 0; column < list->column_count; column++) {
            if (table_has_column(&list->columns[column])) {
                screen_table_cell(table, list->operations->cell(list->context, row, column).text, id);
                id = NULL; /* cited once, where the row begins */
            }
        }
    }
}

void table_of_list(const List *list, const char *(*item)(void *context, size_t row), ScreenTable *table)
{
    add_table(list, item, false, table);
}

void table_of_view(const View *view, const char *first, const FacetPane *facets, const List *list, ScreenTable *table)
{
    Text title = {0}, remark = {0};
    view->operations->title(view, &title);
    text_append(&remark, first);
    if (facets->words != NULL) {
        text_append_format(&remark, "%s%s", remark.length > 0 ? ", " : "", facets->words);
    }
    table_remark_of_list(list, &remark);
    table->title = text_take(&title);
    table->remark = remark.length > 0 ? text_take(&remark) : NULL;
    text_free(&remark);
    add_table(list, list->operations->id, true, table);
}

void table_remark_of_list(const List *list, Text *text)
{
    if (list->filter != NULL) {
        text_append_format(text, "%snarrowed to \"%s\"", text->length > 0 ? ", " : "", list->filter);
    }
    if (list->sort_column >= 0 && (size_t)list->sort_column < list->column_count) {
        text_append_format(text, "%sby %s%s", text->length > 0 ? ", " : "",
                           list_column_name(list, (size_t)list->sort_column), list->descending ? ", reversed" : "");
    }
}
