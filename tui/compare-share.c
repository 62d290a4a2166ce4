/* A comparison handed on: as a call, as a table. */
#include "config.h"

#include "tui/compare.h"

#include "core/memory.h"
#include "tui/explorer.h"
#include "tui/scope.h"

#define LABEL_SHARE 18
#define MARK_SHARE 7
#define ITEM_SHARE 30

void compare_command(const View *view, Text *text)
{
    const CompareView *compare = (const CompareView *)view;
    text_append(text, "gairo compare");
    for (size_t i = 0; i < compare->ids.count; i++) {
        view_append_argument(text, compare->ids.items[i]);
    }
    explorer_append_scope(view->explorer, SCOPE_LAW_KINDS, text);
}

void compare_command_note(const View *view, Text *text)
{
    const CompareView *compare = (const CompareView *)view;
    if (compare->differences_only) {
        text_append(text, "It gives every line, and marks with ! those that differ; the screen shows only these.");
    }
    if (compare->filter != NULL) {
        text_append_format(text, "%sIt gives every line; the screen only those with \"%s\".",
                           text->length > 0 ? " " : "", compare->filter);
    }
}

static char *remark(const CompareView *compare)
{
    Text text = {0};
    text_append_format(&text, "%zu of %zu lines differ", compare->comparison.difference_count,
                       compare->comparison.row_count);
    if (compare->differences_only) {
        text_append(&text, "; only those");
    }
    if (compare->filter != NULL) {
        text_append_format(&text, "; narrowed to \"%s\"", compare->filter);
    }
    if (compare->comparison.outside > 0) {
        text_append_format(&text, "; %zu link%s outside the scope", compare->comparison.outside,
                           plural_ending(compare->comparison.outside));
    }
    return text_take(&text);
}

/* Where an item is from stands with what is first said of it. */
bool compare_table(const View *view, ScreenTable *table)
{
    const CompareView *compare = (const CompareView *)view;
    const Comparison *comparison = &compare->comparison;
    table->title = string_copy("Comparison");
    table->remark = remark(compare);
    screen_table_column(table, "what", LABEL_SHARE);
    screen_table_column(table, "differs", MARK_SHARE);
    for (size_t i = 0; i < comparison->count; i++) {
        screen_table_column(table, comparison->items[i]->title, ITEM_SHARE);
    }
    for (size_t row = 0; row < compare->visible_count; row++) {
        const ComparisonRow *entry = &comparison->rows[compare->visible[row]];
        screen_table_cell(table, entry->label, NULL);
        screen_table_cell(table, entry->differs ? "yes" : NULL, NULL);
        for (size_t i = 0; i < comparison->count; i++) {
            screen_table_cell(table, compare_value(entry, i), row == 0 ? comparison->items[i]->id : NULL);
        }
    }
    return compare->visible_count > 0;
}
